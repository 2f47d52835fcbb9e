package corpus

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// column is a part of the corpus in the tables.
type column struct {
	name string
	*tally
}

// columns parts the corpus for the tables; parts without records are left
// out.
func (c *Corpus) columns() []column {
	var sentences, reports []Record
	for _, r := range c.Written {
		if r.report() {
			reports = append(reports, r)
		} else {
			sentences = append(sentences, r)
		}
	}
	var out []column
	for _, p := range []struct {
		name    string
		records []Record
	}{{"written sentences", sentences}, {"written reports", reports}, {"held out", c.HeldOut}, {"natural", c.Natural}, {"second draw", c.Second}, {"drawn", c.Drawn}} {
		if len(p.records) > 0 {
			out = append(out, column{p.name, newTally(p.records)})
		}
	}
	return out
}

// WriteStats writes the tables of the datasheet in Markdown.
func (c *Corpus) WriteStats(w io.Writer) error {
	out := bufio.NewWriter(w)
	cols := c.columns()
	writeTable(out, "size", cols, []row{
		{"blocks", func(t *tally) int { return t.blocks }},
		{"of them reports", func(t *tally) int { return t.reports }},
		{"sentences", func(t *tally) int { return t.sentences }},
		{"sentences without event", func(t *tally) int { return t.withoutEvent }},
		{"words", func(t *tally) int { return t.words }},
		{"events", func(t *tally) int { return t.events }},
		{"with a recipient", func(t *tally) int { return t.withRecipient }},
		{"with several on one side", func(t *tally) int { return t.severalSides }},
		{"within one country", func(t *tally) int { return t.domestic }},
		{"with a place", func(t *tally) int { return t.places }},
		{"with a topic", func(t *tally) int { return t.abouts }},
		{"repeats", func(t *tally) int { return t.repeats }},
		{"inferred members", func(t *tally) int { return t.membersInferred }},
		{"distinct triggers", func(t *tally) int { return len(t.lemmas) }},
	})
	for _, d := range dimensions() {
		var rows []row
		for _, v := range d.values {
			rows = append(rows, row{v, func(t *tally) int { return t.by[d.name][v] }})
		}
		writeTable(out, d.name, cols, rows)
	}
	writeTriggers(out, c.Written)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write tables: %w", err)
	}
	return nil
}

// row is a line of a table.
type row struct {
	name  string
	count func(*tally) int
}

func writeTable(out *bufio.Writer, name string, cols []column, rows []row) {
	fmt.Fprintf(out, "| %s |", name)
	for _, c := range cols {
		fmt.Fprintf(out, " %s |", c.name)
	}
	fmt.Fprintf(out, "\n|---|%s\n", strings.Repeat("---:|", len(cols)))
	for _, r := range rows {
		fmt.Fprintf(out, "| %s |", r.name)
		for _, c := range cols {
			fmt.Fprintf(out, " %d |", r.count(c.tally))
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out)
}

// writeTriggers lists the most frequent triggers of the written part.
func writeTriggers(out *bufio.Writer, records []Record) {
	t := newTally(records)
	if t.events == 0 {
		return
	}
	fmt.Fprintf(out, "| trigger | events | %% |\n|---|---:|---:|\n")
	for _, l := range frequent(t.lemmas, 20) {
		fmt.Fprintf(out, "| %s | %d | %.2f |\n", t.forms[l], t.lemmas[l], 100*float64(t.lemmas[l])/float64(t.events))
	}
}

// frequent returns the n most frequent keys, those of one count in bytewise
// order.
func frequent(counts map[string]int, n int) []string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return keys[:min(n, len(keys))]
}
