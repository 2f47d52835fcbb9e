package coder

import (
	"fmt"

	"github.com/entente-news/entente"
)

// Where an event happened is chosen by comparing the places of its sentence, those
// of the sentences right before it, and no place.

// locale is a place that may be that of an event.
type locale struct {
	place  int // index
	token  int
	before int // sentences back
}

// placeLead is how much less than no place a place may weigh: one in two of those
// that this lets in are right, and without it two in five were left out.
const placeLead = weightScale / 4

// How many sentences back places are looked for, and how many of them.
const (
	placesBack = 2
	mostBefore = 3
)

// locales returns the literal places of the sentence of m, also those that no
// gazetteer has, then the resolved ones of the sentences before, the nearest first.
func (x *tree) locales(out []locale, m *match) []locale {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return out
	}
	out = x.localesIn(out, s, 0)
	n := len(out)
	for back := 1; back <= placesBack && back <= s && len(out) < n+mostBefore; back++ {
		out = x.localesIn(out, s-back, back)
	}
	return out[:min(len(out), n+mostBefore)]
}

// localesIn adds the literal places of sentence s, of a sentence before only resolved
// ones.
func (x *tree) localesIn(out []locale, s, back int) []locale {
	sent := &x.d.Sentences[s]
	last := -1
	for i := sent.First; i < sent.Last && len(out) < maxCandidates; i++ {
		p := int(x.place[i])
		if p < 0 || p == last || x.d.Places[p].Use != entente.UseLiteral || back > 0 && x.d.Places[p].Unresolved {
			continue
		}
		last = p
		if k := x.tokenOf(x.d.Places[p].Span); k >= 0 {
			out = append(out, locale{p, k, back})
		}
	}
	return out
}

// learntPlace returns the place that weighs most, nil where none does; rule is
// what the rules say. It notes why.
func (w *work) learntPlace(m *match, root entente.Root, rule *entente.Place) *entente.Place {
	x := &w.x
	w.near = x.locales(w.near[:0], m)
	if len(w.near) == 0 {
		return nil
	}
	best, lead := w.heaviest(taskPlace, len(w.near), placeLead, w.placeKeys(m, root, rule))
	if best < 0 {
		return nil
	}
	if !w.bare {
		why := w.reasons(taskPlace, func(g *features) { w.localeKeys(g, m, root, rule, best) })
		w.grounds = append(w.grounds, fmt.Sprintf("at %q, %+.2f against no place: %s", x.form(w.near[best].token), lead, why))
	}
	p := x.ofParties(x.d.Places[w.near[best].place], m)
	if p.Unresolved {
		if p.Country = landOfAll(m); p.Country != "" {
			p.Why += "; in the land of all parties to the event"
		}
	}
	return &p
}

// placeKeys returns what adds the features of place k near the event of m, of no
// place where k is -1.
func (w *work) placeKeys(m *match, root entente.Root, rule *entente.Place) func(g *features, k int) {
	return func(g *features, k int) {
		if k < 0 {
			w.nowhereKeys(g, m, root, rule)
		} else {
			w.localeKeys(g, m, root, rule, k)
		}
	}
}

// landOfAll returns the country that all parties of m are of, as far as they are of
// any; "" where they are of several, or of none.
func landOfAll(m *match) string {
	land := ""
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			c := list[i].actor.Country
			if c == "" || entente.IsSupranational(c) {
				continue
			}
			if land != "" && c != land {
				return ""
			}
			land = c
		}
	}
	return land
}
