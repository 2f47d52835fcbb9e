package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"

	entente "github.com/entente-news/entente"
)

// table prints rows in columns for people.
type table struct{ w *tabwriter.Writer }

func newTable(w io.Writer, heads ...string) *table {
	t := &table{tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)}
	t.row(heads...)
	return t
}

func (t *table) row(cells ...string) {
	for i, c := range cells {
		cells[i] = printable(c)
	}
	fmt.Fprintln(t.w, strings.Join(cells, "\t")) //nolint:errcheck // Flush reports it
}

func (t *table) flush() error { return t.w.Flush() }

// printable keeps hostile text from steering a terminal: control characters
// become spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return ' '
		}
		return r
	}, s)
}

// plain prints what render writes, each line of it printable.
func (a *App) plain(render func(io.Writer) error) error {
	var b strings.Builder
	if err := render(&b); err != nil {
		return err
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	_, err := io.WriteString(a.Stdout, strings.Join(lines, "\n"))
	return err
}

// shorten cuts s to n characters, with an ellipsis where it was cut.
func shorten(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	return string(rs[:n-1]) + "…"
}

// codes lists the short codes of actors.
func codes(as []entente.Actor) string {
	out := make([]string, 0, len(as))
	for i := range as {
		if c := as[i].Code(); c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "+")
}

// dayCell writes a day or an interval.
func dayCell(w entente.When) string {
	switch {
	case w.OnDay():
		return w.From.String()
	case w.From.Known() || w.To.Known():
		return w.From.String() + "…" + w.To.String()
	default:
		return "-"
	}
}
