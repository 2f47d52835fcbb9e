package roster

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// maxTable bounds a table with a header, in bytes after decompression: a
// quote that is never closed must not take the memory.
const maxTable = 256 << 20

// fieldNames are the common names of our fields in headers.
func fieldNames(field string) []string {
	switch field {
	case "name":
		return []string{"name", "actor", "person", "label", "fullname", "full_name", "organisation", "organization"}
	case "names":
		return []string{"names", "aliases", "alias", "othernames", "other_names", "aka", "synonyms"}
	case "country":
		return []string{"country", "countrycode", "country_code", "iso3", "iso", "state", "nationality"}
	case "sector":
		return []string{"sector", "primaryrole", "type_code"}
	case "role":
		return []string{"role", "office", "position", "title", "post", "function"}
	case "org":
		return []string{"org", "acronym", "shortname", "short_name", "code"}
	case "from":
		return []string{"from", "start", "startdate", "start_date", "begin", "since"}
	case "to":
		return []string{"to", "end", "enddate", "end_date", "until"}
	case "wikidata":
		return []string{"wikidata", "qid", "item"}
	case "table":
		return []string{"table", "kind", "type"}
	}
	return nil
}

// Fields lists the fields that a column may be mapped to.
func Fields() []string {
	return []string{"name", "names", "country", "sector", "role", "org", "from", "to", "wikidata", "table"}
}

// csvTable is a table with a header.
type csvTable struct {
	c  Context
	at map[string]int // field -> column
}

// readCSV reads a table with a header, parted by commas, semicolons or tabs.
func readCSV(ctx context.Context, r *bufio.Reader, name string, c Context, s Sink) error {
	head, err := r.Peek(1 << 12)
	if err != nil && !errors.Is(err, io.EOF) {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "read the table", Where: name, Err: err}
	}
	if len(head) > 1 && (head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff) {
		return &entente.Error{Code: entente.ErrUnsupported, Op: "read the table", Where: name + ":1", Err: errors.New("UTF-16"), Hint: "save it as UTF-8"}
	}
	limited := &io.LimitedReader{R: r, N: maxTable}
	cr := csv.NewReader(limited)
	cr.Comma, cr.FieldsPerRecord, cr.LazyQuotes, cr.ReuseRecord = comma(string(head)), -1, true, true
	cr.Comment = '#'
	var t *csvTable
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		rec, err := cr.Read()
		if errors.Is(err, io.EOF) {
			if limited.N == 0 {
				return &entente.Error{Code: entente.ErrLimit, Op: "read the table", Where: name, Err: fmt.Errorf("more than %d MiB", maxTable>>20)}
			}
			return nil
		}
		where := name
		if err == nil {
			line, _ := cr.FieldPos(0)
			where = name + ":" + strconv.Itoa(line)
		}
		switch {
		case err != nil:
			return &entente.Error{Code: entente.ErrInvalid, Op: "read the table", Where: name, Err: err}
		case t == nil:
			if t, err = newCSVTable(rec, c); err != nil {
				return &entente.Error{Code: entente.ErrInvalid, Op: "read the header", Where: where, Err: err,
					Hint: "say what the columns are, e.g. --map name=Person,country=State"}
			}
			continue
		}
		row, err := t.row(rec, where)
		if err != nil {
			s.Warn(where, "left out: "+err.Error())
			continue
		}
		if err := s.Row(row); err != nil {
			return err
		}
	}
}

// comma tells what parts the cells of a table by its first line.
func comma(head string) rune {
	line, _, _ := strings.Cut(head, "\n")
	best, n := ',', strings.Count(line, ",")
	for _, c := range []rune{'\t', ';'} {
		if k := strings.Count(line, string(c)); k > n {
			best, n = c, k
		}
	}
	return best
}

// newCSVTable finds the columns.
func newCSVTable(rec []string, c Context) (*csvTable, error) {
	t := &csvTable{c: c, at: map[string]int{}}
	heads := make([]string, len(rec))
	for i, h := range rec {
		heads[i] = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")), " ", "_"))
	}
	for _, f := range Fields() {
		if given := c.Columns[f]; given != "" {
			i := slices.IndexFunc(rec, func(h string) bool { return strings.TrimPrefix(h, "\ufeff") == given })
			if i < 0 {
				return nil, fmt.Errorf("there is no column %q", given)
			}
			t.at[f] = i
			continue
		}
		for _, n := range fieldNames(f) {
			if i := slices.Index(heads, n); i >= 0 {
				t.at[f] = i
				break
			}
		}
	}
	for _, f := range []string{"name", "country"} {
		if _, ok := t.at[f]; !ok {
			return nil, fmt.Errorf("no column for %s among %s", f, cell(strings.Join(rec, ", ")))
		}
	}
	return t, nil
}

// get returns the cell of a field, "" where the table lacks it.
func (t *csvTable) get(rec []string, field string) string {
	i, ok := t.at[field]
	if !ok || i >= len(rec) {
		return ""
	}
	return strings.TrimSpace(rec[i])
}

// row makes a row of a record.
func (t *csvTable) row(rec []string, where string) (Row, error) {
	for _, x := range rec {
		if !utf8.ValidString(x) {
			return Row{}, errors.New("not UTF-8")
		}
	}
	name := cell(t.get(rec, "name"))
	if name == "" {
		return Row{}, errors.New("no name")
	}
	given := t.get(rec, "country")
	country := strings.ToUpper(given)
	if !entente.IsSupranational(country) {
		if country = t.c.Country(given); country == "" {
			return Row{}, fmt.Errorf("%q is no country, or may be several", cell(given))
		}
	}
	sector, err := entente.ParseSector(strings.ToUpper(t.get(rec, "sector")))
	if err != nil {
		return Row{}, err
	}
	from, to := t.get(rec, "from"), t.get(rec, "to")
	for _, day := range []string{from, to} {
		if !isPartialDate(day) {
			return Row{}, fmt.Errorf("%q is no date like 2024, 2024-05 or 2024-05-16", cell(day))
		}
	}
	if from != "" && to != "" && from[:4] > to[:4] {
		return Row{}, fmt.Errorf("from %s is after to %s", from, to)
	}
	others := strings.FieldsFunc(t.get(rec, "names"), func(r rune) bool { return r == '|' || r == ';' })
	role, org, item := t.get(rec, "role"), cell(t.get(rec, "org")), cell(t.get(rec, "wikidata"))
	if t.isPerson(rec, role) {
		if sector == entente.SectorNone {
			sector = entente.GOV
		}
		return personRow(where, t.c.Source, person{name: name, names: others, country: country, sector: sector.String(), role: role, org: org, from: from, to: to, wikidata: item}), nil
	}
	return bodyRow(where, t.c.Source, body{name: name, names: others, country: country, sector: sector.String(), org: org, from: from, to: to, wikidata: item}), nil
}

// isPerson reports whether a record is of a person: it says so, or has an
// office.
func (t *csvTable) isPerson(rec []string, role string) bool {
	switch strings.ToLower(t.get(rec, "table")) {
	case "person", "people", "human", "individual":
		return true
	case "body", "bodies", "organisation", "organization", "organisations", "group", "groups", "party", "agency":
		return false
	}
	return role != ""
}

// isPartialDate reports whether s is empty or YYYY, YYYY-MM or YYYY-MM-DD.
func isPartialDate(s string) bool {
	if s != "" && len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash && s[i] != '-' || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	if len(s) == 10 {
		_, err := entente.ParseDay(s)
		return err == nil
	}
	return len(s) < 7 || s[5:7] >= "01" && s[5:7] <= "12"
}
