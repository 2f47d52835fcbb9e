package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// columnNames are the common names of columns in the order of preference, in
// lower case without spaces, dashes and underscores.
var columnNames = []struct {
	field string
	names []string
}{
	{"text", []string{"text", "body", "content", "article", "articletext", "fulltext", "articlebody", "bodytext", "maintext", "plaintext", "story", "document", "contents", "news", "sentence", "paragraph", "description", "summary", "abstract"}},
	{"html", []string{"html", "rawhtml", "pagehtml"}},
	{"title", []string{"title", "headline", "head", "heading", "articletitle", "subject", "hl"}},
	{"date", []string{"date", "published", "publishedat", "publishdate", "publicationdate", "pubdate", "datepublished", "publishedon", "publicationdatetime", "time", "timestamp", "datetime", "articledate", "day", "createdat", "created", "storydate", "dateofpublication"}},
	{"url", []string{"url", "link", "articleurl", "sourceurl", "href", "uri", "weburl", "permalink"}},
	{"source", []string{"source", "publisher", "publication", "outlet", "newspaper", "sourcename", "domain", "site", "sitename", "media", "journal", "provider", "newssource"}},
	{"id", []string{"id", "docid", "articleid", "documentid", "storyid", "guid", "uuid", "newsid", "pmid", "key"}},
	{"lang", []string{"lang", "language", "langcode", "languagecode"}},
	{"byline", []string{"byline", "author", "authors", "writer", "by"}},
	{"sample", []string{"sample"}},
}

// Fields returns the fields that a column can be mapped to.
func Fields() []string {
	out := make([]string, len(columnNames))
	for i := range columnNames {
		out[i] = columnNames[i].field
	}
	return out
}

// columnKey reduces a header cell to what columnNames hold.
func columnKey(s string) string {
	return strings.NewReplacer(" ", "", "_", "", "-", "", ".", "").Replace(strings.ToLower(strings.TrimSpace(s)))
}

// columns assigns header cells to fields: column -> field.
func (r *reader) columns(header []string) (map[int]string, error) {
	at := map[int]string{}
	taken := map[string]bool{}
	fields := make([]string, 0, len(r.opt.Columns))
	for field := range r.opt.Columns {
		fields = append(fields, field)
	}
	sort.Strings(fields)
	for _, field := range fields {
		col := indexOf(header, func(h string) bool { return strings.TrimSpace(h) == r.opt.Columns[field] })
		if col < 0 {
			col = indexOf(header, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), r.opt.Columns[field]) })
		}
		if col < 0 {
			return nil, fmt.Errorf("there is no column %q for %s", r.opt.Columns[field], field)
		}
		at[col] = field
		taken[field] = true
	}
	for _, c := range columnNames {
		for _, name := range c.names {
			if taken[c.field] {
				break
			}
			col := indexOf(header, func(h string) bool { return columnKey(h) == name })
			if _, used := at[col]; col >= 0 && !used {
				at[col] = c.field
				taken[c.field] = true
			}
		}
	}
	if !taken["text"] && !taken["title"] && !taken["html"] {
		return nil, errors.New("no column holds text or titles")
	}
	return at, nil
}

func indexOf(header []string, is func(string) bool) int {
	for i, h := range header {
		if is(h) {
			return i
		}
	}
	return -1
}

// separator returns what separates the columns of a table whose header names
// at least two columns of which one holds text or titles, 0 if head is none. A
// name that ends in .csv or .tsv settles what the header leaves open.
func (r *reader) separator(head []byte, ext string) byte {
	first, second, _ := bytes.Cut(head, []byte{'\n'})
	if len(first) > 4096 { // too wide to be worth a look
		return fallback(ext, first)
	}
	for _, sep := range []byte{'\t', ',', ';'} {
		header := splitRecord(bytes.TrimRight(first, "\r"), sep)
		if len(header) < 2 || ext != ".csv" && ext != ".tsv" && bytes.IndexByte(second, sep) < 0 {
			continue
		}
		if cols, err := r.columns(header); err == nil && (len(cols)*2 >= len(header) || len(cols) >= 2 || ext == ".csv" || ext == ".tsv") && short(header) {
			return sep
		}
	}
	return fallback(ext, first)
}

// fallback is what separates the columns under a header that says nothing: what
// the name of the file promises, 0 if that is nothing either.
func fallback(ext string, header []byte) byte {
	switch {
	case ext == ".tsv":
		return '\t'
	case ext == ".csv" && bytes.Count(header, []byte{';'}) > bytes.Count(header, []byte{','}):
		return ';'
	case ext == ".csv":
		return ','
	}
	return 0
}

// short reports whether cells look like names of columns, not like prose.
func short(header []string) bool {
	for _, h := range header {
		if len(h) > 40 || strings.Count(strings.TrimSpace(h), " ") > 3 {
			return false
		}
	}
	return true
}

// table reads CSV or TSV: the first record names the columns, every other one
// is a document.
func (r *reader) table(f *file, format Format) bool {
	head, _ := f.buf.Peek(peekBytes) // errors come again when reading
	sep := byte('\t')
	if format == FormatCSV {
		if sep = r.separator(head, ".csv"); sep == '\t' && r.opt.Format == FormatCSV {
			sep = ','
		}
	}
	t := &records{f: f, sep: sep, max: r.opt.MaxDoc}
	header, line, err := t.next()
	if err != nil {
		return r.rowFailed(f, line, err)
	}
	at, err := r.columns(header)
	if err != nil {
		e := f.bad(entente.ErrInvalid, line, "read header", err)
		e.Hint = "name them: --map text=COLUMN,date=COLUMN"
		return r.fail(e)
	}
	t.width = len(header)
	docs := 0
	for {
		row, line, err := t.next()
		if errors.Is(err, io.EOF) {
			if docs == 0 {
				return r.fail(f.bad(entente.ErrInvalid, 0, "read", errors.New("empty: no row below the header")))
			}
			return true
		}
		docs++
		if err != nil {
			if !r.rowFailed(f, line, err) || t.dead {
				return !t.dead
			}
			continue
		}
		d, e := r.row(f, line, header, row, at)
		if e != nil {
			if !r.fail(e) {
				return false
			}
			continue
		}
		if !r.emit(d, f) {
			return false
		}
	}
}

// rowFailed yields the error of a record.
func (r *reader) rowFailed(f *file, line int, err error) bool {
	switch {
	case errors.Is(err, errTooLong):
		return r.fail(r.tooLong(f, line))
	case errors.Is(err, errOpenQuote):
		e := f.bad(entente.ErrInvalid, line, "read row", err)
		e.Hint = "double the quotes inside a cell"
		return r.fail(e)
	case errors.Is(err, io.EOF):
		return r.fail(f.bad(entente.ErrInvalid, 0, "read", errors.New("empty")))
	}
	return r.fail(f.broken(line, err))
}

// row makes a document of one record.
func (r *reader) row(f *file, line int, header, row []string, at map[int]string) (*entente.Document, *entente.Error) {
	if len(row) > len(header) {
		return nil, f.bad(entente.ErrInvalid, line, "read row", fmt.Errorf("%d cells under %d columns", len(row), len(header)))
	}
	rec := &record{file: f, line: line, doc: &entente.Document{Origin: entente.Origin{File: f.name, Line: line}}}
	for i, cell := range row {
		clean, n := text.Valid(cell)
		rec.repaired += n
		switch field := at[i]; {
		case field == "sample":
			rec.doc.Sample = strings.EqualFold(strings.TrimSpace(clean), "true") || strings.TrimSpace(clean) == "1"
		case field != "":
			rec.set(field, clean)
		case r.opt.Keep && clean != "":
			if rec.doc.Extra == nil {
				rec.doc.Extra = map[string][]byte{}
			}
			rec.doc.Extra[strings.TrimSpace(header[i])] = quoteJSON(clean)
		}
	}
	return rec.done()
}

// errOpenQuote is the error of a record whose quoted cell never ends.
var errOpenQuote = errors.New("a quoted cell is never closed")

// maxRewinds is how many unclosed quotes are forgiven in one table: each costs
// reading up to the limit of a document twice.
const maxRewinds = 16

// records reads the records of a table (RFC 4180). Quotes inside a cell that
// does not begin with one are plain characters, and so is a quote that closes
// before the end of its cell. Many tables with tabs know no quoting: there, a
// line that holds all its cells is a record whatever its quotes.
type records struct {
	f       *file
	sep     byte
	max     int64
	line    int // number of the last line read, 1-based
	width   int // columns of the header; 0 while it is read
	rewinds int
	dead    bool // the stream is at its end
}

// next returns the cells of the next record and the line on which it begins.
func (t *records) next() ([]string, int, error) {
	l := &lines{f: t.f, max: t.max, n: t.line}
	var rec []byte
	start, first := 0, 0
	s := cellStart
	for {
		line, err := l.next()
		t.line = l.n
		if start == 0 {
			start = l.n
		}
		switch {
		case errors.Is(err, io.EOF) && rec == nil:
			t.dead = true
			return nil, start, io.EOF
		case errors.Is(err, io.EOF):
			return nil, start, t.rewind(rec, first, start, errOpenQuote)
		case errors.Is(err, errTooLong):
			return nil, start, err
		case err != nil:
			t.dead = true
			return nil, l.n, err
		case rec == nil && len(bytes.TrimSpace(line)) == 0:
			start = 0
			continue
		case rec == nil:
			first = len(line)
		}
		if rec != nil {
			rec = append(rec, '\n')
		}
		rec = append(rec, line...)
		for _, c := range line {
			s = s.step(c, t.sep)
		}
		plain := t.sep == '\t' && t.width > 1 && len(rec) == first && bytes.Count(rec, []byte{t.sep}) >= t.width-1
		if s != inQuotes || plain {
			return splitRecord(rec, t.sep), start, nil
		}
		if int64(len(rec)) > t.max {
			return nil, start, t.rewind(rec, first, start, errTooLong)
		}
	}
}

// rewind gives up the first line of rec, which opened a quote that does not
// close, and puts the rest back to be read again.
func (t *records) rewind(rec []byte, first, start int, err error) error {
	if t.rewinds++; t.rewinds > maxRewinds {
		t.dead = true
		return err
	}
	if first < len(rec) {
		t.f.buf = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(append(rec[first+1:], '\n')), t.f.buf), peekBytes)
	}
	t.line = start
	return err
}

// quoteState is where a scan over a record stands.
type quoteState uint8

const (
	cellStart quoteState = iota
	plainCell
	inQuotes
	quoteInQuotes
)

// step moves s over c.
func (s quoteState) step(c, sep byte) quoteState {
	switch {
	case s == inQuotes && c == '"':
		return quoteInQuotes
	case s == inQuotes:
		return inQuotes
	case s == quoteInQuotes && c == '"':
		return inQuotes
	case c == sep || c == '\n':
		return cellStart
	case s == cellStart && c == '"':
		return inQuotes
	}
	return plainCell
}

// maxCells bounds the cells of a record: a line of nothing but separators takes
// no more memory than any other. Spreadsheets end at as many columns.
const maxCells = 16384

// splitRecord cuts a record into its cells and takes their quotes off. What
// stands behind maxCells cells stays in one more.
func splitRecord(rec []byte, sep byte) []string {
	var cells []string
	s, from := cellStart, 0
	for i, c := range rec {
		if s = s.step(c, sep); s == cellStart && len(cells) < maxCells {
			cells = append(cells, unquote(string(rec[from:i])))
			from = i + 1
		}
	}
	if s == inQuotes && sep == '\t' {
		return strings.SplitN(string(rec), "\t", maxCells+1)
	}
	return append(cells, unquote(string(rec[from:])))
}

// unquote takes the quotes off a cell that is quoted as a whole.
func unquote(cell string) string {
	n := len(cell)
	if n < 2 || cell[0] != '"' || cell[n-1] != '"' {
		return cell
	}
	inner := cell[1 : n-1]
	if strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
		return cell
	}
	return strings.ReplaceAll(inner, `""`, `"`)
}
