package actor

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// maxProblems bounds how many problems one [Load] reports.
const maxProblems = 20

// row is one line of a table, cut into its columns.
type row struct {
	file string
	line int
	cols []string
	own  bool // of a table of the user's own
}

// where returns file:line.
func (r row) where() string { return r.file + ":" + strconv.Itoa(r.line) }

// list returns the parts of column i.
func (r row) list(i int) []string {
	if r.cols[i] == "" {
		return nil
	}
	var out []string
	for s := range strings.SplitSeq(r.cols[i], "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// problems collects what is wrong with the tables.
type problems struct {
	list    []error
	dropped int
}

func (p *problems) add(where, format string, args ...any) {
	if len(p.list) >= maxProblems {
		p.dropped++
		return
	}
	p.list = append(p.list, &entente.Error{Code: entente.ErrInvalid, Op: "read actor table", Where: where, Err: fmt.Errorf(format, args...)})
}

// err returns everything collected as one error, nil when there is nothing.
func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	if p.dropped > 0 {
		p.list = append(p.list, fmt.Errorf("and %d more", p.dropped))
	}
	return errors.Join(p.list...)
}

// readRows reads one table: UTF-8, tab-separated, a header line that must be
// header, '#' lines as comments. A table that is not there has no rows.
func readRows(fsys fs.FS, file, header string, p *problems) ([]row, bool) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			p.add(file, "read: %w", err)
		}
		return nil, false
	}
	want := strings.Fields(header)
	var rows []row
	seen, n := false, 0
	for line := range strings.SplitSeq(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		n++
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := row{file: file, line: n, cols: strings.Split(line, "\t")}
		for i := range r.cols {
			r.cols[i] = strings.TrimSpace(r.cols[i])
		}
		switch {
		case !utf8.ValidString(line):
			p.add(r.where(), "not UTF-8")
		case !seen:
			seen = true
			if strings.Join(r.cols, " ") != header {
				p.add(r.where(), "the header is %q, want %q", strings.Join(r.cols, " "), header)
				return nil, true
			}
		case len(r.cols) > len(want):
			p.add(r.where(), "%d columns, want %d", len(r.cols), len(want))
		default:
			for len(r.cols) < len(want) { // trailing empty columns may be left out
				r.cols = append(r.cols, "")
			}
			rows = append(rows, r)
		}
	}
	if !seen {
		p.add(file, "no header line")
	}
	return rows, true
}

// parseSpan reads the dates of columns i and i+1: an inclusive interval, open
// where a column is empty. A date of less precision stands for all its days.
func parseSpan(r row, i int, p *problems) (from, to entente.Day) {
	from, to = entente.NoDay, maxDay
	if s := r.cols[i]; s != "" {
		first, _, err := parsePartial(s)
		if err != nil {
			p.add(r.where(), "from: %w", err)
		}
		from = first
	}
	if s := r.cols[i+1]; s != "" {
		_, last, err := parsePartial(s)
		if err != nil {
			p.add(r.where(), "to: %w", err)
			return from, to
		}
		to = last
	}
	if from > to {
		p.add(r.where(), "from %s is after to %s", r.cols[i], r.cols[i+1])
	}
	return from, to
}

// maxDay is the end of an open interval.
const maxDay entente.Day = 1<<31 - 1

// parsePartial reads YYYY, YYYY-MM or YYYY-MM-DD and returns its first and
// last day.
func parsePartial(s string) (first, last entente.Day, err error) {
	switch len(s) {
	case 4:
		t, err := time.Parse("2006", s)
		if err != nil {
			return entente.NoDay, entente.NoDay, fmt.Errorf("%q is not a year", s)
		}
		return entente.DayOf(t), entente.NewDay(t.Year(), time.December, 31), nil
	case 7:
		t, err := time.Parse("2006-01", s)
		if err != nil {
			return entente.NoDay, entente.NoDay, fmt.Errorf("%q is not a month", s)
		}
		return entente.DayOf(t), entente.NewDay(t.Year(), t.Month()+1, 0), nil
	}
	d, err := entente.ParseDay(s)
	return d, d, err
}
