package roster

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// The tables that rows go to, by their names in the user's own table.
const (
	People        = "people"
	Bodies        = "bodies"
	Organisations = "organisations"
	Agents        = "agents"
)

// Row is one row for a table of the user's own. Cells are in the order of the
// table's header; Where is file:line of what it was made of.
type Row struct {
	Table string
	Cells []string
	Where string
}

// Context is what a reader is told of the program's tables.
type Context struct {
	// Country returns the code of a country by code or name, "" for none.
	Country func(name string) string
	// Source is written to the last column of every row.
	Source string
	// Since leaves out offices that ended before this year; 0 for none.
	Since int
	// Columns names the columns of a table with a header, by our fields.
	Columns map[string]string
}

// Sink takes what a reader makes.
type Sink struct {
	Row  func(Row) error
	Warn func(where, message string)
}

// Limits on what is read.
const (
	maxLine  = 16 << 20 // bytes of a line, after decompression
	maxNames = 64       // names of one actor
)

// Format is a kind of list.
type Format string

// The formats that can be imported.
const (
	Petrarch Format = "petrarch"
	CSV      Format = "csv"
	Wikidata Format = "wikidata"
)

// List is a list to read.
type List struct {
	Reader io.Reader
	Name   string // named in errors and warnings
	Format Format // "" for the one that its beginning tells
}

// Read reads a list, and undoes gzip and bzip2. Lines that cannot be used are told to the sink and
// left out; an error ends the reading: of the sink, of the stream, or of a
// list that cannot be what it is said to be.
func Read(ctx context.Context, l List, c Context, s Sink) error {
	name, f := l.Name, l.Format
	br, err := plain(l.Reader)
	if err != nil {
		return &entente.Error{Code: entente.ErrInvalid, Op: "undo the compression", Where: name, Err: err}
	}
	if f == "" {
		head, err := br.Peek(1 << 12)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
			return &entente.Error{Code: entente.ErrUnavailable, Op: "read the list", Where: name, Err: err}
		}
		f = guess(head)
	}
	switch f {
	case Petrarch:
		return readPetrarch(ctx, br, name, c, s)
	case CSV:
		return readCSV(ctx, br, name, c, s)
	case Wikidata:
		return readWikidata(ctx, br, name, c, s)
	}
	return &entente.Error{Code: entente.ErrUnsupported, Op: "read the list", Where: name, Err: fmt.Errorf("no format %q", f),
		Hint: "petrarch, csv or wikidata"}
}

// plain undoes gzip and bzip2, told by their first bytes.
func plain(r io.Reader) (*bufio.Reader, error) {
	br := bufio.NewReaderSize(r, 1<<16)
	head, err := br.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		gz, err := gzip.NewReader(br)
		if err != nil {
			return nil, err
		}
		return bufio.NewReaderSize(gz, 1<<16), nil
	case bytes.HasPrefix(head, []byte("BZh")):
		return bufio.NewReaderSize(bzip2.NewReader(br), 1<<16), nil
	}
	return br, nil
}

// guess tells the format by the beginning of a list.
func guess(head []byte) Format {
	for line := range bytes.SplitSeq(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("\n")) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
		case line[0] == '#', line[0] == '!', line[0] == '+', bytes.ContainsAny(line, "[") && line[0] != '[' && line[0] != '{':
			return Petrarch
		case line[0] == '[', line[0] == '{':
			return Wikidata
		default:
			return CSV
		}
	}
	return CSV
}

// lineReader reads lines of bounded length.
type lineReader struct {
	r    *bufio.Reader
	name string
	n    int // line read last, from 1
	buf  []byte
}

// errLong is a line that is longer than it may be. It was read over.
var errLong = errors.New("the line is too long")

// next returns the next line without its end. The line is valid until the
// next call. A line beyond the limit is skipped without being held.
func (l *lineReader) next() ([]byte, error) {
	l.n++
	l.buf = l.buf[:0]
	long, some := false, false
	for {
		part, err := l.r.ReadSlice('\n')
		some = some || len(part) > 0
		if !long && len(l.buf)+len(part) > maxLine {
			long = true
			l.buf = l.buf[:0]
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || !some):
			return nil, err
		case long:
			return nil, errLong
		}
		return bytes.TrimRight(l.buf, "\r\n"), nil
	}
}

// where returns file:line of the line read last.
func (l *lineReader) where() string { return l.name + ":" + strconv.Itoa(l.n) }

// streamError makes an error of one of the stream.
func (l *lineReader) streamError(err error) error {
	return &entente.Error{Code: entente.ErrUnavailable, Op: "read the list", Where: l.where(), Err: err}
}

// cell makes a value fit for a cell: one line, no tab, no bar.
func cell(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, ""), func(r rune) bool { return r <= ' ' || r == '|' || r == 0x7f }), " ")
}

// namesCell joins other names of an actor, without doubles and the name itself.
func namesCell(name string, others []string) string {
	seen := map[string]bool{name: true}
	var out []string
	for _, o := range others {
		if o = cell(o); o != "" && !seen[o] && len(out) < maxNames {
			seen[o] = true
			out = append(out, o)
		}
	}
	return strings.Join(out, "|")
}

// personRow is a row of people.
func personRow(where, source string, p person) Row {
	return Row{Table: People, Where: where, Cells: []string{cell(p.name), namesCell(cell(p.name), p.names), p.country, p.sector, cell(p.role), cell(p.org),
		p.from, p.to, p.wikidata, source}}
}

// person is one holding of an office.
type person struct {
	name                                           string
	names                                          []string
	country, sector, role, org, from, to, wikidata string
}

// bodyRow is a row of bodies, or of organisations where the country is none.
func bodyRow(where, source string, b body) Row {
	name := cell(b.name)
	if entente.IsSupranational(b.country) || b.org != "" {
		return Row{Table: Organisations, Where: where, Cells: []string{"", b.country, b.sector, cell(b.org), name, namesCell(name, b.names), b.from, b.to, b.wikidata, source}}
	}
	return Row{Table: Bodies, Where: where, Cells: []string{"", b.country, b.sector, name, namesCell(name, b.names), b.from, b.to, b.wikidata, source}}
}

// body is an organ, an organisation or a group.
type body struct {
	name                                     string
	names                                    []string
	country, sector, org, from, to, wikidata string
}

// Name returns the name of the actor of r.
func (r Row) Name() string { return r.Cells[r.column("name")] }

// Country returns the country of r, "" where it has none.
func (r Row) Country() string {
	if r.Table == Agents {
		return ""
	}
	return r.Cells[r.column("country")]
}

// KeepNames drops the other names of r that keep does not want.
func (r Row) KeepNames(keep func(name string) bool) {
	if r.Table == Agents {
		return
	}
	at := r.column("names")
	var out []string
	for n := range strings.SplitSeq(r.Cells[at], "|") {
		if n != "" && keep(n) {
			out = append(out, n)
		}
	}
	r.Cells[at] = strings.Join(out, "|")
}

// column returns where a field stands in the cells of r.
func (r Row) column(field string) int {
	at := map[string][3]int{People: {0, 1, 2}, Bodies: {3, 4, 1}, Organisations: {4, 5, 1}}[r.Table]
	switch field {
	case "names":
		return at[1]
	case "country":
		return at[2]
	}
	return at[0]
}
