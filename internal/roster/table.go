package roster

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-news/entente"
)

// Table is a user's own table that rows are added to. What stands in it stays
// as it is, byte for byte, with its comments and corrections; new rows go to
// its end, under a header line of their own.
type Table struct {
	had    []byte
	keys   map[string]bool
	rows   map[string][]Row
	header func(table string) []string
	n      int
}

// MaxRows is how many rows a table may have.
const MaxRows = 200_000

// tables is the order in which new rows are written.
func tables() []string { return []string{People, Bodies, Organisations, Agents} }

// OpenTable reads the table at path, which need not be there. header returns
// the columns of a kind of rows.
func OpenTable(path string, header func(table string) []string) (*Table, error) {
	had, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "read your own table", Err: err}
	}
	return newTable(had, header), nil
}

func newTable(had []byte, header func(table string) []string) *Table {
	t := &Table{had: had, keys: map[string]bool{}, rows: map[string][]Row{}, header: header}
	heads := map[string]string{}
	for _, k := range tables() {
		heads[strings.Join(header(k), "\t")] = k
	}
	table := ""
	for line := range strings.SplitSeq(string(had), "\n") {
		line = strings.TrimPrefix(strings.TrimSuffix(line, "\r"), "\ufeff")
		if k, ok := heads[line]; ok {
			table = k
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") || table == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		for len(cells) < len(header(table)) {
			cells = append(cells, "")
		}
		t.n++
		t.keys[key(table, cells)] = true
	}
	return t
}

// key tells whether two rows are about the same.
func key(table string, cells []string) string {
	switch table {
	case People: // name, country, role, organisation, from
		return strings.Join([]string{table, cells[0], cells[2], cells[4], cells[5], cells[6]}, "\t")
	case Bodies: // country, sector, name, from
		return strings.Join([]string{table, cells[1], cells[2], cells[3], cells[5]}, "\t")
	case Organisations: // country, sector, name, from
		return strings.Join([]string{table, cells[1], cells[2], cells[4], cells[6]}, "\t")
	}
	return table + "\t" + cells[0]
}

// Add takes a row, unless the table has one about the same; it reports whether
// it was new.
func (t *Table) Add(r Row) (bool, error) {
	k := key(r.Table, r.Cells)
	if t.keys[k] {
		return false, nil
	}
	if t.n++; t.n > MaxRows {
		return false, &entente.Error{Code: entente.ErrLimit, Op: "add to your own table", Where: r.Where, Err: fmt.Errorf("more than %d rows", MaxRows),
			Hint: "take fewer by --since or --country"}
	}
	t.keys[k] = true
	t.rows[r.Table] = append(t.rows[r.Table], r)
	return true, nil
}

// Bytes returns the table with its new rows.
func (t *Table) Bytes() []byte {
	var b bytes.Buffer
	b.Write(t.had)
	if len(t.had) > 0 && t.had[len(t.had)-1] != '\n' {
		b.WriteByte('\n')
	}
	for _, k := range tables() {
		if len(t.rows[k]) == 0 {
			continue
		}
		b.WriteString(strings.Join(t.header(k), "\t") + "\n")
		for _, r := range t.rows[k] {
			b.WriteString(strings.TrimRight(strings.Join(r.Cells, "\t"), "\t") + "\n")
		}
	}
	return b.Bytes()
}

// Write writes the table to path at once or not at all.
func (t *Table) Write(path string) error {
	fail := func(err error) error {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "write your own table", Err: err}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fail(err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".actors-*.tsv")
	if err != nil {
		return fail(err)
	}
	_, err = f.Write(t.Bytes())
	if err == nil {
		err = f.Chmod(fs.FileMode(0o644))
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // what is left of it is of no use; err says why
		return fail(err)
	}
	return nil
}
