package coder

import (
	"github.com/entente-news/entente"
)

// pairView is a sentence with two marked phrases in it.
type pairView struct {
	x            *tree
	f            *features
	sentence     int
	first, last  int    // tokens of the sentence
	source       [2]int // tokens [from, to), from -1 when not given
	target       [2]int
	heads        [2]int // head tokens of source and target, -1 when not given
	sourceBefore bool
}

// tokensOf returns the tokens that overlap span, or -1, -1, and the one whose
// head lies outside.
func tokensOf(d *entente.Document, span entente.Span) (from, to, head int) {
	from, to, head = -1, -1, -1
	if span.IsEmpty() {
		return
	}
	for i := range d.Tokens {
		if d.Tokens[i].Span.Overlaps(span) {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	for i := from; from >= 0 && i < to; i++ {
		if h := int(d.Tokens[i].Head); (h < from || h >= to) && d.Tokens[i].UPOS != entente.PUNCT {
			return from, to, i
		}
	}
	return from, to, from
}

// word returns how token i stands in features: names by their kind, numbers by
// one word, others by their lemma.
func (v *pairView) word(i int) string {
	x := v.x
	switch {
	case i >= v.source[0] && i < v.source[1]:
		return "<s>"
	case i >= v.target[0] && i < v.target[1]:
		return "<t>"
	case x.mention[i] >= 0 && x.strong(int(x.mention[i])) && x.pos[i] != entente.NOUN:
		return "<party>"
	case x.entity[i] >= 0:
		return "<name>"
	case x.dated[i]:
		return "<date>"
	case x.pos[i] == entente.NUM:
		return "<num>"
	}
	return x.lemma[i]
}

// content reports whether token i bears meaning.
func (v *pairView) content(i int) bool {
	switch v.x.pos[i] {
	case entente.PUNCT, entente.DET, entente.CCONJ, entente.SYM, entente.X, entente.UPOSNone:
		return false
	}
	return true
}

// bag adds the words of the sentence by where they stand to the two, and pairs
// of neighbours.
func (v *pairView) bag() {
	lo, hi := v.order()
	side := "ts"
	if v.sourceBefore {
		side = "st"
	}
	prev := "<>"
	for i := v.first; i < v.last; i++ {
		zone := "b"
		switch {
		case i >= hi:
			zone = "a"
		case i >= lo:
			zone = "m"
		}
		w := v.word(i)
		if w == prev && len(w) > 2 && w[0] == '<' {
			continue
		}
		if !v.content(i) {
			continue
		}
		v.f.add("w", w)
		v.f.add("z", zone, side, w)
		v.f.add("bi", prev, w)
		prev = w
	}
}

// order returns where the first of the two ends and the second begins.
func (v *pairView) order() (int, int) {
	switch {
	case v.source[0] < 0 && v.target[0] < 0:
		return v.last, v.last
	case v.source[0] < 0:
		return v.target[1], v.last
	case v.target[0] < 0:
		return v.source[1], v.last
	case v.source[0] <= v.target[0]:
		return v.source[1], v.target[0]
	default:
		return v.target[1], v.source[0]
	}
}

// ancestors appends i and its heads.
func (x *tree) ancestors(out []int, i int) []int {
	for range maxClimb {
		if i < 0 {
			break
		}
		out = append(out, i)
		i = x.head(i)
	}
	return out
}

// governors adds the words over a phrase with the way to them.
func (v *pairView) governors(who string, i int) {
	if i < 0 {
		return
	}
	x := v.x
	path := ""
	steps := 0
	for k := i; steps < 4; steps++ {
		h := x.head(k)
		rel := x.rel(k).String()
		if p := x.preposition(k); p != "" {
			rel += ":" + p
		}
		if h < 0 {
			v.f.add("g", who, path, "root")
			break
		}
		path += "^" + rel
		if steps < 3 {
			v.f.add("g", who, path, v.word(h))
		}
		v.f.add("gl", who, v.word(h))
		if x.pos[h] == entente.VERB {
			v.predicate(who, h)
		}
		k = h
	}
}

// predicate adds what hangs on verb h.
func (v *pairView) predicate(who string, h int) {
	x := v.x
	for _, c := range x.children(h) {
		k := int(c)
		switch r := x.rel(k); r {
		case entente.Aux, entente.Advmod, entente.Mark, entente.CompoundPrt, entente.Obj, entente.Xcomp, entente.Ccomp, entente.Obl:
			if k == v.heads[0] || k == v.heads[1] {
				continue
			}
			p := ""
			if r == entente.Obl {
				p = x.preposition(k)
			}
			v.f.add("d", who, v.word(h), r.String(), p, v.word(k))
			v.f.add("dr", who, r.String(), p, v.word(k))
		}
	}
}

// path adds the lowest word over both and the ways from it.
func (v *pairView) path() {
	x := v.x
	if v.heads[0] < 0 || v.heads[1] < 0 {
		return
	}
	var b1, b2 [maxClimb + 1]int
	a1, a2 := x.ancestors(b1[:0], v.heads[0]), x.ancestors(b2[:0], v.heads[1])
	for i, p := range a1 {
		for j, q := range a2 {
			if p != q {
				continue
			}
			s, t := "", ""
			for _, k := range a1[:i] {
				s += x.rel(k).String() + ":" + x.preposition(k) + "^"
			}
			for _, k := range a2[:j] {
				t += x.rel(k).String() + ":" + x.preposition(k) + "^"
			}
			v.f.add("lca", v.word(p))
			v.f.add("lcap", v.word(p), s, t)
			v.f.add("path", s, t)
			for _, k := range a1[1:max(1, i)] {
				v.f.add("on", "s", v.word(k))
			}
			for _, k := range a2[1:max(1, j)] {
				v.f.add("on", "t", v.word(k))
			}
			return
		}
	}
}

// readings adds what the patterns say.
func (v *pairView) readings(rs []Reading, way string) {
	n := 0
	for i := range rs {
		e := &rs[i].Event
		tier := string(rune('0' + rs[i].Tier))
		root := e.Root.String()
		if i == 0 {
			v.f.add("best", way, root, tier)
			v.f.add("bestr", way, root)
		}
		v.f.add("read", way, root, tier)
		v.f.add("readr", way, root)
		if n++; n == 4 {
			break
		}
	}
	if len(rs) == 0 {
		v.f.add("best", way, "none")
	}
}

// pairViewOf returns the sentence of the spans source and target with these marked.
func (x *tree) pairViewOf(d *entente.Document, source, target entente.Span) pairView {
	v := pairView{x: x, f: &features{}}
	v.source[0], v.source[1], v.heads[0] = tokensOf(d, source)
	v.target[0], v.target[1], v.heads[1] = tokensOf(d, target)
	at := max(v.source[0], v.target[0], 0)
	for s := range d.Sentences {
		if d.Sentences[s].First <= at && at < d.Sentences[s].Last {
			v.sentence, v.first, v.last = s, d.Sentences[s].First, d.Sentences[s].Last
		}
	}
	v.sourceBefore = v.target[0] < 0 || v.source[0] >= 0 && v.source[0] <= v.target[0]
	return v
}

// words adds the features of the words and of the tree.
func (v *pairView) words() {
	v.f.add("bias")
	v.bag()
	v.governors("s", v.heads[0])
	v.governors("t", v.heads[1])
	v.path()
}

// pairKeys gathers the features of two given spans, and the most direct reading
// of the patterns, nil for none. The names of the features are put in names, and
// what the words between the two trigger in told, when these are not nil.
func (c *Coder) pairKeys(d *entente.Document, source, target entente.Span, names *[]string, told *[Roots]float64) (keys []uint32, best *Reading) {
	ahead, back := c.Pair(d, source, target), c.Pair(d, target, source)
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	v := w.x.pairViewOf(d, source, target)
	v.f.named = names != nil
	v.words()
	v.readings(ahead, "f")
	v.readings(back, "b")
	if names != nil {
		*names = v.f.names
	}
	if told != nil && v.first < v.last {
		*told = w.look(v.sentence, &w.f).anyTrigger(&v, v.parts()[PairPath])
	}
	if len(ahead) > 0 {
		best = &ahead[0]
	}
	return v.f.keys, best
}
