package voice

import (
	"sort"
	"strings"

	"github.com/entente-news/entente"
)

// view is one document as the rules look at it.
type view struct {
	r       *Reader
	d       *entente.Document
	start   []int32 // children of i: kids[start[i]:start[i+1]]
	kids    []int32
	mention []int32 // index of the mention over the token, -1 for none
	inside  []int32 // index of the quotation over the token, -1 for none
	quoted  []quoted
}

// maxKids bounds the children that are looked at, so that a hostile tree costs
// linear time.
const maxKids = 128

// maxSubtree bounds the tokens of a phrase.
const maxSubtree = 120

// newView indexes d.
func newView(r *Reader, d *entente.Document) *view {
	n := len(d.Tokens)
	v := &view{r: r, d: d, start: make([]int32, n+2), kids: make([]int32, n), mention: make([]int32, n), inside: make([]int32, n)}
	for i := range n {
		v.mention[i], v.inside[i] = -1, -1
	}
	for k := range d.Mentions {
		for i := max(d.Mentions[k].First, 0); i < min(d.Mentions[k].Last, n); i++ {
			v.mention[i] = int32(k) //nolint:gosec // counts of one document fit
		}
	}
	v.each(func(_, h int) { v.start[h+2]++ })
	for i := 2; i < len(v.start); i++ {
		v.start[i] += v.start[i-1]
	}
	v.each(func(i, h int) {
		v.kids[v.start[h+1]] = int32(i) //nolint:gosec // counts of one document fit
		v.start[h+1]++
	})
	return v
}

// each calls f with every token of a parsed sentence that has a head.
func (v *view) each(f func(i, h int)) {
	for s := range v.d.Sentences {
		sent := &v.d.Sentences[s]
		for i := sent.First; sent.Parsed && i < sent.Last; i++ {
			if h := int(v.d.Tokens[i].Head); h >= 0 && h < len(v.d.Tokens) {
				f(i, h)
			}
		}
	}
}

func (v *view) children(i int) []int32 {
	lo, hi := v.start[i], v.start[i+1]
	return v.kids[lo:min(hi, lo+maxKids)]
}

func (v *view) lemma(i int) string       { return strings.ToLower(v.d.Tokens[i].Lemma) }
func (v *view) rel(i int) entente.Deprel { return v.d.Tokens[i].Deprel }
func (v *view) pos(i int) entente.UPOS   { return v.d.Tokens[i].UPOS }
func (v *view) head(i int) int           { return int(v.d.Tokens[i].Head) }
func (v *view) form(i int) string        { return v.d.Tokens[i].Span.In(v.d.Text) }
func (v *view) isNominal(i int) bool {
	switch v.pos(i) {
	case entente.NOUN, entente.PROPN, entente.PRON, entente.NUM, entente.DET:
		return true
	}
	return false
}

// child returns the first child of i with one of the relations, -1 for none.
func (v *view) child(i int, rels ...entente.Deprel) int {
	for _, c := range v.children(i) {
		for _, r := range rels {
			if v.rel(int(c)) == r {
				return int(c)
			}
		}
	}
	return -1
}

// hasChild reports whether a child of i has a lemma of the list.
func (v *view) hasChild(i int, lemmas ...string) bool {
	for _, c := range v.children(i) {
		for _, l := range lemmas {
			if v.lemma(int(c)) == l {
				return true
			}
		}
	}
	return false
}

// tokenAt returns the first token that ends behind byte at.
func (v *view) tokenAt(at int) int {
	return sort.Search(len(v.d.Tokens), func(i int) bool { return v.d.Tokens[i].Span.End > at })
}

// sentenceOf returns the sentence of token i, nil for none.
func (v *view) sentenceOf(i int) *entente.Sentence {
	s := sort.Search(len(v.d.Sentences), func(s int) bool { return v.d.Sentences[s].Last > i })
	if s == len(v.d.Sentences) || v.d.Sentences[s].First > i {
		return nil
	}
	return &v.d.Sentences[s]
}

// phrase returns the tokens from the first to the last under i, without the
// branch at skip, punctuation at the ends left out.
func (v *view) phrase(i, skip int) entente.Span {
	lo, hi := i, i
	stack := append(make([]int, 0, 16), i)
	for seen := 0; len(stack) > 0 && seen < maxSubtree; seen++ {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		lo, hi = min(lo, k), max(hi, k)
		for _, c := range v.children(k) {
			if int(c) != skip {
				stack = append(stack, int(c))
			}
		}
	}
	return v.trim(lo, hi)
}

// trim returns the span of tokens lo to hi without commas and stops at its ends;
// quotation marks stay where both do.
func (v *view) trim(lo, hi int) entente.Span {
	for lo < hi && v.pos(lo) == entente.PUNCT && !v.isQuote(lo) {
		lo++
	}
	for hi > lo && v.pos(hi) == entente.PUNCT && !v.isQuote(hi) {
		hi--
	}
	return entente.Span{Start: v.d.Tokens[lo].Span.Start, End: v.d.Tokens[hi].Span.End}
}

func (v *view) isQuote(i int) bool {
	switch v.form(i) {
	case "\"", "“", "”", "«", "»", "„", "'", "‘", "’", "``", "''":
		return true
	}
	return false
}

// actorAt returns who the noun phrase at token i is: the mention over it or over
// its modifiers, else the bare words.
func (v *view) actorAt(i int) entente.Actor {
	if m := v.mention[i]; m >= 0 {
		return v.d.Mentions[m].Actor
	}
	for _, c := range v.children(i) {
		switch v.rel(int(c)) {
		case entente.Appos, entente.Flat, entente.FlatName, entente.Compound, entente.NmodDesc:
			if m := v.mention[c]; m >= 0 && v.d.Mentions[m].Kind != entente.MentionAdjective {
				return v.d.Mentions[m].Actor
			}
		}
	}
	if v.pos(i) == entente.PRON {
		return v.pronoun(i)
	}
	a := entente.Actor{Span: v.nounPhrase(i)}
	for _, c := range v.children(i) {
		switch v.rel(int(c)) {
		case entente.Amod, entente.NmodPoss, entente.Nmod, entente.Compound:
			if m := v.mention[c]; m >= 0 && a.Country == "" {
				of := v.d.Mentions[m].Actor
				a.Country, a.Org, a.Group = of.Country, of.Org, of.Group
			}
		}
	}
	return a
}

// maxBack bounds how many quotations back the speaker of a pronoun is looked
// for, and maxBackBytes how far.
const (
	maxBack      = 8
	maxBackBytes = 600
)

// pronoun returns who the pronoun at i is: the one who spoke right before.
func (v *view) pronoun(i int) entente.Actor {
	span := v.d.Tokens[i].Span
	a := entente.Actor{Span: span}
	switch v.lemma(i) {
	case "he", "she":
	default:
		return a
	}
	near := -1
	for k := len(v.d.Quotes) - 1; k >= 0 && k >= len(v.d.Quotes)-maxBack; k-- {
		at := v.d.Quotes[k].Speaker.Span
		if at.End <= span.Start && span.Start-at.End < maxBackBytes && at.Start > near {
			near, a = at.Start, v.d.Quotes[k].Speaker
		}
	}
	a.Span = span
	return a
}

// nounPhrase returns the words of the noun phrase at i that stand together: its
// modifiers before it and names behind it.
func (v *view) nounPhrase(i int) entente.Span {
	lo, hi := i, i
	for _, c := range v.children(i) {
		k := int(c)
		switch v.rel(k) {
		case entente.Amod, entente.Compound, entente.NmodPoss, entente.NmodDesc, entente.Nummod, entente.Flat, entente.FlatName:
			if k < lo && v.pos(k) != entente.PUNCT {
				lo = k
				for _, g := range v.children(k) {
					if int(g) < lo && v.rel(int(g)) != entente.Det && v.rel(int(g)) != entente.Punct {
						lo = int(g)
					}
				}
			}
			if k > hi && v.pos(k) == entente.PROPN {
				hi = k
			}
		}
	}
	return entente.Span{Start: v.d.Tokens[lo].Span.Start, End: v.d.Tokens[hi].Span.End}
}

// subject returns the subject of the clause of verb i, shared subjects and
// relative clauses undone; -1 for none.
func (v *view) subject(i int) int {
	for range 6 {
		if s := v.child(i, entente.Nsubj, entente.NsubjOuter); s >= 0 {
			switch v.lemma(s) {
			case "who", "which", "that":
				if h := v.head(i); h >= 0 && v.rel(i) == entente.AclRelcl {
					return h
				}
			}
			return s
		}
		h := v.head(i)
		if h < 0 || v.child(i, entente.NsubjPass) >= 0 {
			return -1
		}
		switch v.rel(i) {
		case entente.Conj, entente.Advcl, entente.Xcomp:
		case entente.AclRelcl, entente.Acl:
			return h
		default:
			return -1
		}
		i = h
	}
	return -1
}

// isNegated reports whether the verb or adjective at i is denied.
func (v *view) isNegated(i int) bool {
	for _, c := range v.children(i) {
		switch v.lemma(int(c)) {
		case "not", "n't", "never", "no":
			return true
		}
	}
	return false
}
