package coder

import (
	"math"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

// PairPart is a part of a sentence with two marked phrases.
type PairPart uint8

// The parts.
const (
	PairOver PairPart = iota // the lowest word over both, or that over the only one
	PairPath                 // the words on the way from one to the other
	PairAll                  // the sentence
	PairParts
)

// PairSight is what can be seen of two marked phrases and their sentence, for
// measuring how well their relation can be told.
type PairSight struct {
	Keys     []uint32                         // the features of the pair, with the readings of the patterns
	Plain    []uint32                         // the features of the words alone
	Relation [Roots]float64                   // what the learnt decision says, 0 without one
	Triggers [PairParts][Roots]float64        // probability of an event of that root at a word of the part
	Words    [PairParts][lexical.Dims]float64 // mean vectors
	Masked   []string                         // lemmas, the two and names by their kind
	Forms    []string                         // words in lower case that are neither
}

// SeePair returns what can be seen of the spans source and target, either of which
// may be empty. It needs the layers that [Coder.Relate] needs.
func (c *Coder) SeePair(d *entente.Document, source, target entente.Span) PairSight {
	var s PairSight
	if len(d.Tokens) == 0 || source.IsEmpty() && target.IsEmpty() {
		return s
	}
	s.Keys, _ = c.pairKeys(d, source, target, nil, nil)
	if c.t.mind != nil {
		var scores [model.MaxClasses]int32
		c.t.mind.pair.Score(s.Keys, &scores)
		scores[0] = math.MinInt32 / 2
		shares(&scores, roots, c.t.mind.unit, s.Relation[:])
	}
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	v := w.x.pairViewOf(d, source, target)
	v.words()
	s.Plain = v.f.keys
	if v.first == v.last {
		return s
	}
	l := w.look(v.sentence, &w.f)
	last := ""
	for i := v.first; i < v.last; i++ {
		m := v.word(i)
		if m == last && m[0] == '<' {
			continue
		}
		last = m
		s.Masked = append(s.Masked, m)
		if m[0] != '<' {
			s.Forms = append(s.Forms, w.x.form(i))
		}
	}
	for p, list := range v.parts() {
		s.Triggers[p] = l.anyTrigger(&v, list)
		s.Words[p] = l.meanVector(&v, list)
	}
	return s
}

// isMarked reports whether token i is of one of the two.
func (v *pairView) isMarked(i int) bool {
	return i >= v.source[0] && i < v.source[1] || i >= v.target[0] && i < v.target[1]
}

// parts returns the tokens of the parts of the sentence, without the two.
func (v *pairView) parts() (out [PairParts][]int) {
	var up [2][]int
	for k, h := range v.heads {
		up[k] = v.x.ancestors(nil, h)
	}
	meet := func(list, other []int) int {
		return slices.IndexFunc(list, func(i int) bool { return slices.Contains(other, i) })
	}
	add := func(p PairPart, list ...int) {
		for _, i := range list {
			if i >= v.first && i < v.last && !v.isMarked(i) { // the other may stand in another sentence
				out[p] = append(out[p], i)
			}
		}
	}
	if at := meet(up[0], up[1]); at >= 0 {
		add(PairOver, up[0][at])
		add(PairPath, up[0][:at+1]...)
		add(PairPath, up[1][:meet(up[1], up[0])]...)
	} else {
		add(PairPath, up[0]...)
		add(PairPath, up[1]...)
		out[PairOver] = out[PairPath][:min(1, len(out[PairPath]))]
	}
	for i := v.first; i < v.last; i++ {
		add(PairAll, i)
	}
	return out
}

// anyTrigger returns the probability that one of the tokens at least triggers an
// event of each root, were they independent.
func (l *look) anyTrigger(v *pairView, list []int) (out [Roots]float64) {
	mind := l.x.t.mind
	if mind == nil {
		return out
	}
	for r := range out {
		out[r] = 1
	}
	for _, i := range list {
		if !l.mayTrigger(i) {
			continue
		}
		var p [roots]float64
		l.triggerShares(i, &p)
		for r := range out {
			out[r] = float64(out[r] * (1 - p[r]))
		}
	}
	for r := range out {
		out[r] = 1 - out[r]
	}
	return out
}

// triggerShares fills p with the probabilities of the roots of token i as a
// trigger.
func (l *look) triggerShares(i int, p *[roots]float64) {
	mind := l.x.t.mind
	l.f.reset()
	l.trigger(i)
	var scores [model.MaxClasses]int32
	mind.trigger.Score(l.f.keys, &scores)
	l.addNetwork(i, l.f.keys, &scores)
	shares(&scores, roots, mind.unit, p[:])
}

// meanVector returns the mean of the vectors of those of the tokens that bear
// meaning.
func (l *look) meanVector(v *pairView, list []int) (out [lexical.Dims]float64) {
	if l.x.t.lexical == nil {
		return out
	}
	n := 0.0
	for _, i := range list {
		if !v.content(i) {
			continue
		}
		if vec := l.vector(i); vec != nil {
			n++
			for k, x := range vec {
				out[k] += float64(x)
			}
		}
	}
	for k := range out {
		out[k] /= max(n, 1)
	}
	return out
}
