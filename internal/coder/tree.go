package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// maxClimb bounds every walk towards the sentence root, so that the work of a
// sentence stays linear in its length whatever its tree.
const maxClimb = 12

// tree gives the children, lemmas, mentions and places of the tokens of one
// document. Its slices are indexed by token and reused between documents.
type tree struct {
	d       *entente.Document
	t       *table
	start   []int32 // children of i: kids[start[i]:start[i+1]]
	kids    []int32
	up      []int32 // heads, mended; -1 for none
	dep     []entente.Deprel
	pos     []entente.UPOS // tags, mended
	tag     []string
	active  []bool // a verb whose participle form is its past tense
	lemma   []string
	mention []int32 // index of the mention that covers the token, or -1
	place   []int32 // index of the place that covers the token, or -1
	entity  []int32
	dated   []bool // a date expression covers the token
	used    []bool // the token belongs to the trigger of an event, or is its topic

	named      []land // the countries that the document names, the most named first
	namedKnown bool
}

// grow returns s with n elements, all zero.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// load fills x from d.
func (x *tree) load(d *entente.Document, t *table) {
	n := len(d.Tokens)
	x.d, x.t = d, t
	x.namedKnown = false
	x.start, x.kids = grow(x.start, n+2), grow(x.kids, n)
	x.lemma, x.used = grow(x.lemma, n), grow(x.used, n)
	x.mention, x.place, x.entity = grow(x.mention, n), grow(x.place, n), grow(x.entity, n)
	for i := range n {
		x.mention[i], x.place[i], x.entity[i] = -1, -1, -1
		x.lemma[i] = x.known(i)
	}
	x.loadDates()
	x.repair()
	x.loadKids()
	for k := range d.Mentions {
		m := &d.Mentions[k]
		for i := max(m.First, 0); i < min(m.Last, n); i++ {
			x.mention[i] = int32(k) //nolint:gosec // counts of one document fit
		}
	}
	for k := range d.Entities {
		for i := max(d.Entities[k].First, 0); i < min(d.Entities[k].Last, n); i++ {
			x.entity[i] = int32(k) //nolint:gosec // counts of one document fit
		}
	}
	x.loadPlaces()
}

// loadDates marks the tokens of date expressions. Both lists stand in text
// order.
func (x *tree) loadDates() {
	x.dated = grow(x.dated, len(x.d.Tokens))
	i := 0
	for k := range x.d.Dates {
		span := x.d.Dates[k].Span
		for i < len(x.d.Tokens) && x.d.Tokens[i].Span.End <= span.Start {
			i++
		}
		for j := i; j < len(x.d.Tokens) && x.d.Tokens[j].Span.Start < span.End; j++ {
			x.dated[j] = true
		}
	}
}

// known returns the lemma of token i in lower case.
func (x *tree) known(i int) string { return x.t.known(&x.d.Tokens[i]) }

// known returns the lemma of tok in lower case. A lemma that lacks an "e", or
// has one too many, for a trigger is read as that trigger.
func (t *table) known(tok *entente.Token) string {
	l := strings.ToLower(tok.Lemma)
	if n := len(l); tok.XPOS == "NNS" && n > 4 && l[n-1] == 's' && l[n-2] != 's' && !t.class("plural")[l] {
		if l[n-3:] == "ies" {
			return l[:n-3] + "y"
		}
		return l[:n-1] // troops
	}
	if t.gate[l] || len(l) < 3 || tok.UPOS != entente.VERB && tok.UPOS != entente.PROPN {
		return l
	}
	if t.gate[l+"e"] {
		return l + "e"
	}
	if n := len(l); l[n-1] == l[n-2] && t.gate[l[:n-1]] {
		return l[:n-1]
	}
	if l[len(l)-1] == 'e' && t.gate[l[:len(l)-1]] {
		return l[:len(l)-1]
	}
	return l
}

// loadKids makes the lists of children of parsed sentences, in text order.
func (x *tree) loadKids() {
	d := x.d
	each := func(f func(i, h int)) {
		for s := range d.Sentences {
			sent := &d.Sentences[s]
			if !sent.Parsed {
				continue
			}
			for i := sent.First; i < sent.Last; i++ {
				if h := int(x.up[i]); h >= 0 {
					f(i, h)
				}
			}
		}
	}
	each(func(_, h int) { x.start[h+2]++ })
	for i := 2; i < len(x.start); i++ {
		x.start[i] += x.start[i-1]
	}
	each(func(i, h int) {
		x.kids[x.start[h+1]] = int32(i) //nolint:gosec // counts of one document fit
		x.start[h+1]++
	})
}

// loadPlaces marks the tokens of places. Both lists stand in text order.
func (x *tree) loadPlaces() {
	i := 0
	for k := range x.d.Places {
		p := &x.d.Places[k]
		for i < len(x.d.Tokens) && x.d.Tokens[i].Span.End <= p.Span.Start {
			i++
		}
		for j := i; j < len(x.d.Tokens) && x.d.Tokens[j].Span.Start < p.Span.End; j++ {
			x.place[j] = int32(k) //nolint:gosec // counts of one document fit
		}
	}
}

// maxChildren bounds the children that are looked at, for the same reason as
// maxClimb. No clause of English comes near it.
const maxChildren = 128

// children returns the first children of token i, in text order.
func (x *tree) children(i int) []int32 {
	lo, hi := x.start[i], x.start[i+1]
	return x.kids[lo:min(hi, lo+maxChildren)]
}

// rel returns the relation of token i.
func (x *tree) rel(i int) entente.Deprel { return x.dep[i] }

// head returns the head of token i, -1 for none.
func (x *tree) head(i int) int {
	return int(x.up[i])
}

// child returns the first child of i with relation r, -1 for none.
func (x *tree) child(i int, r entente.Deprel) int {
	for _, c := range x.children(i) {
		if x.rel(int(c)) == r {
			return int(c)
		}
	}
	return -1
}

// isVerbal reports whether token i heads a clause of its own.
func (x *tree) isVerbal(i int) bool {
	u := x.pos[i]
	return u == entente.VERB || u == entente.AUX || x.child(i, entente.Cop) >= 0
}

// isNominal reports whether token i is a noun, name or pronoun.
func (x *tree) isNominal(i int) bool {
	switch x.pos[i] {
	case entente.NOUN, entente.PROPN, entente.PRON, entente.NUM, entente.SYM, entente.X:
		return true
	default:
		return false
	}
}

// isPassive reports whether verb v stands in the passive.
func (x *tree) isPassive(v int) bool {
	hasAux := false
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.AuxPass, entente.NsubjPass, entente.CsubjPass:
			return true
		case entente.Aux, entente.Nsubj:
			hasAux = true
		}
	}
	if !hasAux && x.isPast(v) && !x.active[v] && x.child(v, entente.OblAgent) >= 0 && x.child(v, entente.Obj) < 0 {
		return true
	}
	if x.tag[v] != "VBN" && !(x.rel(v) == entente.Conj && x.isPast(v)) || hasAux || x.active[v] {
		return false
	}
	switch x.rel(v) {
	case entente.Acl, entente.AclRelcl:
		return x.child(v, entente.Obj) < 0 && !x.t.class("intransitive")[x.lemma[v]]
	case entente.Advcl:
		return x.child(v, entente.Obj) < 0
	case entente.Conj:
		h := x.head(v)
		return h >= 0 && x.tag[h] == "VBN" && x.child(h, entente.AuxPass) >= 0 && x.child(v, entente.Obj) < 0 &&
			(x.tag[v] == "VBN" || x.oblBy(v) >= 0)
	case entente.DeprelRoot, entente.Parataxis, entente.Ccomp:
		return x.child(v, entente.Obj) < 0 && x.oblBy(v) >= 0
	default:
		return false
	}
}

// oblBy returns the agent of a passive, -1 for none.
func (x *tree) oblBy(v int) int {
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.OblAgent:
			return int(c)
		case entente.Obl:
			if x.hasCase(int(c), "by") && !x.isTemporal(int(c)) {
				return int(c)
			}
		}
	}
	// "was delivered to Haiti by the UN": the agent behind another phrase.
	for _, c := range x.children(v) {
		if r := x.rel(int(c)); r != entente.Obl && r != entente.Obj || int(c) < v {
			continue
		}
		for _, g := range x.children(int(c)) {
			if x.rel(int(g)) == entente.Nmod && x.hasCase(int(g), "by") && x.mention[g] >= 0 {
				return int(g)
			}
		}
	}
	return -1
}

// isTemporal reports whether a date expression covers token i.
func (x *tree) isTemporal(i int) bool { return x.dated[i] }

// hasCase reports whether token i stands after preposition prep.
func (x *tree) hasCase(i int, prep string) bool {
	for _, c := range x.children(i) {
		if r := x.rel(int(c)); r != entente.Case && r != entente.Mark {
			continue
		}
		last := int(c)
		for _, f := range x.children(last) {
			if x.rel(int(f)) == entente.Fixed {
				last = int(f)
			}
		}
		if last == int(c) && x.lemma[last] == prep {
			return true
		}
		if last != int(c) && x.lemma[last] == prep {
			switch x.lemma[c] {
			case "along", "together", "in", "out", "back", "up", "as":
				return true
			}
		}
	}
	return false
}

// preposition returns the lemma of the preposition before token i, "" for
// none.
func (x *tree) preposition(i int) string {
	if c := x.child(i, entente.Case); c >= 0 {
		return x.lemma[c]
	}
	return ""
}

// hasLemma reports whether a child of i with relation r has a lemma of set.
func (x *tree) hasLemma(i int, r entente.Deprel, set map[string]bool) bool {
	for _, c := range x.children(i) {
		if x.rel(int(c)) == r && set[x.lemma[c]] {
			return true
		}
	}
	return false
}

// isRelative reports whether token i is a relative pronoun.
func (x *tree) isRelative(i int) bool {
	switch x.lemma[i] {
	case "who", "whom", "which", "that", "whose", "what":
		return x.pos[i] == entente.PRON || x.pos[i] == entente.DET || x.pos[i] == entente.SCONJ
	}
	return false
}

// span returns the span from the first to the last token under i, without the
// punctuation at its ends. It looks at most maxSpan tokens.
func (x *tree) span(i int) entente.Span {
	lo, hi := i, i
	stack := make([]int, 0, 16)
	stack = append(stack, i)
	for seen := 0; len(stack) > 0 && seen < maxSpanTokens; seen++ {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		lo, hi = min(lo, k), max(hi, k)
		for _, c := range x.children(k) {
			stack = append(stack, int(c))
		}
	}
	for lo < i && x.pos[lo] == entente.PUNCT {
		lo++
	}
	for hi > i && x.pos[hi] == entente.PUNCT {
		hi--
	}
	return entente.Span{Start: x.d.Tokens[lo].Span.Start, End: x.d.Tokens[hi].Span.End}
}

// maxSpanTokens bounds the size of a topic's span.
const maxSpanTokens = 60
