package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/eval"
)

// tally counts, in cross-validation, where annotated events are lost and what
// is wrong with the sides of those that are found.
type tally map[string]int

// add counts the events of a coded record.
func (t tally) add(c *coder.Coder, a *annotated, found []*corpus.Event) {
	for _, why := range c.Losses(a.doc, a.gold) {
		t["event: "+why]++
	}
	gold := make([]*corpus.Event, len(a.rec.Events))
	for i := range gold {
		gold[i] = &a.rec.Events[i]
	}
	for _, p := range corpus.Align(gold, found) {
		if p.A < 0 || p.B < 0 || gold[p.A].Event != found[p.B].Event {
			continue
		}
		g, f := gold[p.A], found[p.B]
		actor, recipient := kindOfSide(g.Actor, f.Actor), kindOfSide(g.Recipient, f.Recipient)
		t["sides: all"]++
		t["actor: "+actor]++
		t["recipient: "+recipient]++
		if actor == "right" && recipient == "right" {
			t["sides: both right"]++
		}
	}
}

// print writes the counts, the largest of each kind first.
func (t tally) print(out io.Writer) error {
	var keys []string
	for k := range t {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	slices.SortStableFunc(keys, func(a, b string) int { return t[b] - t[a] })
	for _, k := range keys {
		if _, err := fmt.Fprintf(out, "%5d %s\n", t[k], k); err != nil {
			return err
		}
	}
	return nil
}

// kindOfSide says how a found side differs from an annotated one.
func kindOfSide(g, f []corpus.Member) string {
	a, b := eval.SideOf(g, false), eval.SideOf(f, false)
	switch {
	case a == b:
		return "right"
	case a == "none":
		return "extra"
	case b == "none":
		if slices.ContainsFunc(g, func(m corpus.Member) bool { return !m.Inferred }) {
			return "missing"
		}
		return "missing, inferred"
	case !meet(g, f):
		return "other words"
	case len(f) < len(g):
		return "fewer members"
	case len(f) > len(g):
		return "more members"
	case slices.ContainsFunc(f, isOpen):
		return "country not found"
	case slices.ContainsFunc(g, isOpen):
		return "country found where none is told"
	}
	return "another country"
}

func isOpen(m corpus.Member) bool { return m.Country == nil && m.Group == nil }

// meet reports whether members of both sides overlap.
func meet(x, y []corpus.Member) bool {
	return slices.ContainsFunc(x, func(a corpus.Member) bool {
		return slices.ContainsFunc(y, func(b corpus.Member) bool { return a.Start < b.End && b.Start < a.End })
	})
}
