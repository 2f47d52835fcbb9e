package nlp_test

import (
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp"
)

// statesOf parses the sentences of a text that choose wants and returns their states.
func statesOf(m *nlp.Model, text string, choose func(int) bool) (*entente.Document, *entente.States) {
	d := &entente.Document{Text: text}
	w := m.NewWorker()
	w.Tokenize(d)
	w.TagAndName(d)
	s := entente.NewStates(len(d.Tokens), m.StateWidth())
	w.ParseAndKeep(d, choose, s.Add)
	return d, s
}

// TestStates gives a token the same state whichever sentences are parsed with its own.
func TestStates(t *testing.T) {
	t.Parallel()
	m := open(t)
	const text = "Kenya sent aid to Somalia. The talks failed. Police in Nairobi arrested two of the men on Monday."
	d, all := statesOf(m, text, nil)
	_, some := statesOf(m, text, func(s int) bool { return s == 1 })
	told := 0
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			row := all.Row(i)
			if len(row) != m.StateWidth() {
				t.Fatalf("token %d has a state of %d numbers", i, len(row))
			}
			if slices.ContainsFunc(row, func(v int8) bool { return v != 0 }) {
				told++
			}
			if other := some.Row(i); s == 1 && !slices.Equal(row, other) || s != 1 && other != nil {
				t.Errorf("token %d of sentence %d: other states when parsed alone", i, s)
			}
		}
	}
	if told < len(d.Tokens) {
		t.Errorf("%d of %d states tell something", told, len(d.Tokens))
	}
}
