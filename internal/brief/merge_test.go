package brief

import (
	"fmt"
	"testing"

	entente "github.com/entente-news/entente"
)

// TestMergeBounded reads a report of very many events in bounded work, and joins what is one.
func TestMergeBounded(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	for k := range 3 {
		d := &entente.Document{ID: fmt.Sprint("d", k)}
		for i := range 2 * mostOfReport {
			d.Events = append(d.Events, entente.Event{ID: fmt.Sprint("e", k, "-", i), Root: entente.RootSanction, Actors: []entente.Actor{{Name: fmt.Sprint("n", i)}}, Recipients: []entente.Actor{{Name: "x"}}, Sentence: -1})
		}
		m.docs = append(m.docs, d)
	}
	facts := m.merge()
	if len(facts) != mostOfReport {
		t.Fatalf("%d facts, want %d", len(facts), mostOfReport)
	}
	for _, f := range facts {
		if len(f.reports) != 3 {
			t.Fatalf("a fact of %d reports, want 3", len(f.reports))
		}
	}
}

// TestMergeSameAs keeps events together that a report takes for one, whatever they are like.
func TestMergeSameAs(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	d := &entente.Document{ID: "d", Events: []entente.Event{
		{ID: "a", Root: entente.RootSanction, Sentence: -1}, {ID: "b", Root: entente.RootAccuse, SameAs: "a", Sentence: -1}, {ID: "c", Root: entente.RootAccuse, Sentence: -1}}}
	m.docs = []*entente.Document{d}
	if facts := m.merge(); len(facts) != 2 {
		t.Errorf("%d facts, want 2", len(facts))
	}
	e := &entente.Document{ID: "e", Events: []entente.Event{{ID: "x", Root: entente.RootThreaten, Sentence: -1}}}
	m.docs = append(m.docs, e)
	m.merged["x"], m.merged["c"] = told{merged: "h"}, told{merged: "h"}
	if facts := m.merge(); len(facts) != 2 || len(facts[1].reports) != 2 {
		t.Errorf("%d facts, want 2, the second of two reports", len(facts))
	}
}
