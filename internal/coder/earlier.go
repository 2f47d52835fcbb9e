package coder

import (
	"slices"
	"strconv"

	"github.com/entente-news/entente"
)

// In a report many a recipient stands in the sentence before: "Islamabad condemned
// the raid." The parties of the last sentences are options beside the phrases of
// the sentence, for recipients alone.

// earlier is a party of a sentence before.
type earlier struct {
	phrase
	back int // sentences
}

const (
	maxBack    = 2 // sentences that are looked back
	maxEarlier = 6 // parties of them
)

// earlierParties returns the parties of the sentences before s that it does not
// name itself, the nearest sentence first.
func (w *work) earlierParties(l *look, s int) []earlier {
	x := &w.x
	var out []earlier
	for back := 1; back <= maxBack && back <= s; back++ {
		// Which sentences have a tree hangs on what else is wanted of a document, and
		// in training there is no learnt decision yet.
		if !x.d.Sentences[s-back].Parsed || x.d.Sentences[s-back].Quiet || !x.t.gatesBy(x.d, s-back, true) {
			continue
		}
		for _, p := range w.phrasesOf(s - back) {
			if len(out) == maxEarlier {
				return out
			}
			same := func(q *phrase) bool {
				return sameLand(q, &p) == "same" && q.members[0].actor.Sector == p.members[0].actor.Sector
			}
			if len(p.members) != 1 || !p.members[0].resolved() || p.place || slices.ContainsFunc(l.phrases, func(q phrase) bool { return same(&q) }) ||
				slices.ContainsFunc(out, func(q earlier) bool { return same(&q.phrase) }) {
				continue
			}
			out = append(out, earlier{phrase: p, back: back})
		}
	}
	return out
}

// phrasesOf returns the phrases of sentence s.
func (w *work) phrasesOf(s int) []phrase {
	if w.recent == nil {
		w.recent = map[int][]phrase{}
	}
	list, ok := w.recent[s]
	if !ok {
		list = w.x.phrases(nil, &w.x.d.Sentences[s])
		w.recent[s] = list
		delete(w.recent, s-maxBack-1)
	}
	return list
}

// carried returns the features of party e of a sentence before as the recipient of
// an event of that root at trigger i, beside the phrase acting.
func (l *look) carried(i int, root entente.Root, e *earlier, acting int) []uint32 {
	x, f, r := l.x, l.f, root.String()
	f.reset()
	lem, back := x.lemma[i], strconv.Itoa(e.back)
	sector := e.members[0].actor.Sector.String()
	a := &l.phrases[acting]
	same := sameLand(a, &e.phrase)
	f.add("e")
	f.add("er", r)
	f.add("el", lem)
	f.add("elr", lem, r)
	f.add("ed", back, r)
	f.add("ek", e.kind)
	f.add("ekr", e.kind, r)
	f.add("es", sector, r)
	f.add("esame", same, r)
	f.add("ekk", a.kind, e.kind)
	rel := x.rel(e.np).String() + x.preposition(e.np)
	f.add("erel", rel, back)
	f.add("erelr", rel, r)
	own := strconv.Itoa(min(len(l.phrases)-1, 3))
	f.add("en", own)
	f.add("enr", own, r)
	f.add("enk", own, e.kind)
	first := "later"
	if x.rel(e.np) == entente.Nsubj && x.rel(max(0, x.head(e.np))) == entente.DeprelRoot {
		first = "first"
	}
	f.add("etop", first, back, r)
	if x.pos[i] == entente.VERB {
		if o := x.object(i); o >= 0 {
			f.add("eo", l.word(o), r)
			f.add("eod", x.determiner(o), r)
		} else {
			f.add("eod", "none", r)
		}
	}
	return slices.Clone(f.keys)
}
