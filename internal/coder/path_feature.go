package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Features of what may belong to an event: a date, a number, a speaker that is a
// party or none. They tell the way through the tree from it to the trigger, and what
// stands on that way; the words themselves say little.

// Templates of these features; they go on from those of modes and contexts.
const (
	ptRoot = iota + 40
	ptPath
	ptSteps
	ptFirst
	ptInto
	ptPrep
	ptSide
	ptOrder
	ptNear
	ptTop
	ptLemma
	ptHead
	ptUse
	ptCount
	ptRule
	ptTag
	ptAux
	ptMark
	ptAbove
	ptNote
	ptClass
	ptQuote
	ptAge
	ptDet
	ptParty
	ptWord
)

// maxPath bounds the length of a way up the tree.
const maxPath = 8

// ways is the way between two tokens.
type ways struct {
	up, down []int // tokens from each end to below their common ancestor
	top      int   // the common ancestor, -1 for none
}

// wayBetween returns the way from token i to token j.
func (x *tree) wayBetween(i, j int) ways {
	var w ways
	w.top = -1
	var of [maxPath + 1]int
	n := 0
	for k := j; k >= 0 && n <= maxPath; k = x.head(k) {
		of[n] = k
		n++
	}
	for k, steps := i, 0; k >= 0 && steps <= maxPath; k, steps = x.head(k), steps+1 {
		for d := range n {
			if of[d] == k {
				w.top, w.down = k, append(w.down, of[:d]...)
				return w
			}
		}
		w.up = append(w.up, k)
	}
	return w
}

// way adds the features of the way from token i to the trigger of m.
func (f *detailFeatures) way(i int) {
	x, t := f.x, f.m.eventAt()
	w := x.wayBetween(i, t)
	if w.top < 0 {
		f.add(ptPath, 0, 0)
		return
	}
	hash := uint64(1)
	verbs := 0
	for _, k := range w.up {
		hash = model.Mix(hash*31 + uint64(x.rel(k)))
		if x.pos[k] == entente.VERB {
			verbs++
		}
	}
	f.add(ptInto, hash, 0)
	down := uint64(2)
	for _, k := range w.down {
		down = model.Mix(down*31 + uint64(x.rel(k)))
	}
	f.add(ptTop, down, 0)
	f.add(ptPath, hash, down)
	f.add(ptSteps, uint64(len(w.up)), uint64(len(w.down)))
	f.add(ptCount, uint64(verbs), uint64(min(len(w.down), 3)))
	if len(w.up) > 0 {
		last := w.up[len(w.up)-1]
		f.add(ptFirst, uint64(x.rel(last)), model.HashString(x.preposition(last)))
		f.add(ptFirst, uint64(x.rel(last))+100, uint64(len(w.down)))
	}
	f.add(ptNear, uint64(x.pos[w.top]), uint64(min(3, len(w.down))))
	f.order(i, t)
}

// order adds where token i stands from the trigger t: before or behind, how
// far, and what lies between.
func (f *detailFeatures) order(i, t int) {
	x := f.x
	lo, hi, before := i, t, uint64(1)
	if t < i {
		lo, hi, before = t, i, 0
	}
	far := uint64(3)
	switch d := hi - lo; {
	case d <= 3:
		far = 0
	case d <= 7:
		far = 1
	case d <= 14:
		far = 2
	}
	commas, verbs := uint64(0), uint64(0)
	for k := lo + 1; k < hi; k++ {
		switch {
		case x.pos[k] == entente.PUNCT:
			commas++
		case x.pos[k] == entente.VERB:
			verbs++
		}
	}
	f.add(ptOrder, before, far)
	f.add(ptOrder, before+2, min(commas, 3)*8+min(verbs, 3))
	f.add(ptOrder, 8, before*8+min(verbs, 3))
}

// around adds the words that token i stands among.
func (f *detailFeatures) around(i int) {
	x := f.x
	h := model.HashString
	f.add(ptPrep, h(x.preposition(i)), uint64(x.rel(i)))
	f.add(ptTag, uint64(x.pos[i]), uint64(x.rel(i)))
	if k := x.head(i); k >= 0 {
		f.add(ptHead, h(x.lemma[k]), h(x.preposition(i)))
		f.add(ptHead, uint64(x.pos[k]), h(x.preposition(i)))
		f.add(ptAbove, uint64(x.rel(k)), h(x.preposition(k)))
	}
	f.inSide(i)
}

// inSide adds whether token i stands within a party of the event.
func (f *detailFeatures) inSide(i int) {
	for s, list := range [2][]party{f.m.actors, f.m.recipients} {
		for n := range list {
			p := &list[n]
			span := f.x.d.Tokens[i].Span
			if p.actor.Span.Overlaps(span) {
				f.add(ptSide, uint64(s), 1)
			}
			for k, steps := i, 0; k >= 0 && steps < 4; k, steps = f.x.head(k), steps+1 {
				if k == p.head || k == p.token {
					f.add(ptSide, uint64(s), 2)
					break
				}
			}
		}
	}
	if f.m.comp >= 0 {
		for k, steps := i, 0; k >= 0 && steps < 6; k, steps = f.x.head(k), steps+1 {
			if k == f.m.comp {
				f.add(ptSide, 2, 0)
				break
			}
		}
	}
}

// newFeatures starts the features of something of m.
func (w *work) newFeatures(m *match, root entente.Root) *detailFeatures {
	f := &detailFeatures{x: &w.x, m: m, root: uint64(root) + 1, keys: w.keys[:0], seen: map[uint32]bool{}}
	f.add(ftBias, 0, 0)
	f.add(ptRoot, uint64(root), uint64(m.p.kind))
	return f
}

// done returns the keys and keeps their memory for the next.
func (w *work) done(f *detailFeatures) []uint32 {
	w.keys = f.keys
	return f.keys
}

// dateFeatures returns the keys of date k at token i of m.
func (w *work) dateFeatures(m *match, root entente.Root, k, i int) []uint32 {
	x := &w.x
	f := w.newFeatures(m, root)
	f.way(i)
	f.around(i)
	t := &x.d.Dates[k]
	f.add(ptUse, uint64(t.Type), uint64(t.Precision))
	s := x.sentenceOf(m.trigger)
	n, at := uint64(0), uint64(0)
	for j := x.firstDate(s); j < len(x.d.Dates) && x.d.Dates[j].Span.Start < x.d.Sentences[s].Span.End; j++ {
		if x.d.Sentences[s].Span.Contains(x.d.Dates[j].Span) {
			if j == k {
				at = n
			}
			n++
		}
	}
	f.add(ptCount, 10+min(n, 4), min(at, 4))
	first := uint64(0)
	if i <= x.d.Sentences[s].First+2 {
		first = 1
	}
	f.add(ptCount, 30, first)
	f.add(ptLemma, model.HashString(x.lemma[i]), 0)
	f.add(ptLemma, model.HashString(x.lemma[m.trigger]), 1)
	return w.done(f)
}
