package eval

import (
	"sort"
	"strings"
	"unicode"
)

// Timex is a time expression, gold or predicted. Offsets are code points.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// TimexDoc is a document's time expressions.
type TimexDoc struct {
	ID      string  `json:"id"`
	DCT     string  `json:"dct,omitempty"`
	Text    string  `json:"text,omitempty"`
	Timexes []Timex `json:"timexes"`
}

// DateScore follows TempEval-3 (UzZaman et al., 2013): strict and overlapping
// spans, and overlapping spans with the right type or value. In percent.
type DateScore struct {
	Gold, Predicted, Missing     int
	Strict, Relaxed, Type, Value PRF
	ValueOfFound                 float64 // share of right values among the overlapping, in percent
}

// ScoreDates scores predicted time expressions; only types in types count, all
// when it is empty.
func ScoreDates(gold, pred []TimexDoc, types ...string) (DateScore, error) {
	given, err := byID(pred, func(d *TimexDoc) string { return d.ID })
	if err != nil {
		return DateScore{}, err
	}
	keep := func(ts []Timex) []Timex {
		if len(types) == 0 {
			return ts
		}
		var out []Timex
		for _, t := range ts {
			for _, ty := range types {
				if t.Type == ty {
					out = append(out, t)
				}
			}
		}
		return out
	}
	var s DateScore
	var strict, relaxed, typed, valued, withValue, predForValue int
	for _, d := range gold {
		g := keep(d.Timexes)
		var p []Timex
		if x := given[d.ID]; x != nil {
			p = keep(x.Timexes)
		} else {
			s.Missing++
		}
		m := pairSpans(len(g), len(p), func(i, j int) (int, bool) { return overlapOf(g[i].Start, g[i].End, p[j].Start, p[j].End) })
		s.Gold, s.Predicted = s.Gold+len(g), s.Predicted+len(p)
		predForValue += len(p)
		for _, x := range m {
			a, b := g[x.i], p[x.j]
			relaxed++
			if x.same {
				strict++
			}
			if a.Type != "" && a.Type == b.Type {
				typed++
			}
			if a.Value == "" {
				predForValue--
			} else if squash(a.Value) == squash(b.Value) {
				valued++
			}
		}
		for _, t := range g {
			if t.Value != "" {
				withValue++
			}
		}
	}
	s.Strict, s.Relaxed = prf(strict, s.Predicted, s.Gold).Percent(), prf(relaxed, s.Predicted, s.Gold).Percent()
	s.Type, s.Value = prf(typed, s.Predicted, s.Gold).Percent(), prf(valued, predForValue, withValue).Percent()
	if relaxed > 0 {
		s.ValueOfFound = percent(float64(valued) / float64(relaxed))
	}
	return s, nil
}

func squash(v string) string {
	return strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, v))
}

// pairing is a gold and a predicted span that were put together.
type pairing struct {
	i, j int
	same bool
}

// overlapOf returns by how much two spans overlap and whether they are one.
func overlapOf(s1, e1, s2, e2 int) (int, bool) {
	return min(e1, e2) - max(s1, s2), s1 == s2 && e1 == e2
}

// pairSpans puts gold and predicted spans together one to one: the same span
// first, then the longest shared stretch, then text order.
func pairSpans(n, m int, overlap func(i, j int) (int, bool)) []pairing {
	type cand struct {
		pairing
		o int
	}
	var cs []cand
	for i := range n {
		for j := range m {
			if o, same := overlap(i, j); o > 0 {
				cs = append(cs, cand{pairing{i, j, same}, o})
			}
		}
	}
	sort.SliceStable(cs, func(a, b int) bool {
		x, y := cs[a], cs[b]
		switch {
		case x.same != y.same:
			return x.same
		case x.o != y.o:
			return x.o > y.o
		case x.i != y.i:
			return x.i < y.i
		}
		return x.j < y.j
	})
	gi, pj := make([]bool, n), make([]bool, m)
	var out []pairing
	for _, c := range cs {
		if !gi[c.i] && !pj[c.j] {
			gi[c.i], pj[c.j] = true, true
			out = append(out, c.pairing)
		}
	}
	return out
}
