package coder

import (
	"github.com/entente-news/entente"
)

// Where phrases hang. These are rules of English, not of a parser: whatever the
// tree says, a noun takes the phrase that its meaning asks for, a bare participle
// has no object, and the members of a list are members of one list.

// mendPhrases hangs the tokens of sent where English has them.
func (x *tree) mendPhrases(sent *entente.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		h := int(x.up[i])
		if h < 0 {
			continue
		}
		switch x.dep[i] {
		case entente.Conj:
			x.mendList(i, h)
		case entente.Obl:
			x.mendNeighbour(i, h, sent)
			x.mendBare(i, h)
		case entente.Ccomp, entente.Xcomp:
			x.mendParticiple(i, h, sent)
		case entente.Advcl:
			x.mendGerund(i, h, sent)
		case entente.AclRelcl:
			x.mendRelative(i, sent)
		}
	}
}

// mendRelative makes a verb of the noun in -s that heads a relative clause with its
// pronoun and a bare name right before it: in "a charge which Oslo denies" nothing
// else can be the verb that such a clause has.
func (x *tree) mendRelative(i int, sent *entente.Sentence) {
	subj := i - 1
	if x.tag[i] != "NNS" || subj <= sent.First || x.dep[subj] != entente.Compound || int(x.up[subj]) != i || x.pos[subj] != entente.PROPN ||
		len(x.t.byLemma[triggerVerb][x.lemma[i]]) == 0 {
		return
	}
	relative := false
	for k := sent.First; k < sent.Last; k++ {
		if int(x.up[k]) != i {
			continue
		}
		switch x.dep[k] {
		case entente.Cop, entente.Aux, entente.Det, entente.Amod, entente.NmodPoss, entente.Nummod, entente.Nsubj:
			return // a noun after all
		}
		relative = relative || k < subj && x.isRelative(k)
	}
	if relative {
		x.pos[i], x.tag[i], x.dep[subj] = entente.VERB, "VBZ", entente.Nsubj
	}
}

// isNamed reports whether the name at h says who the one person at g is, with no
// comma between: what is joined to it is joined to the whole, as in "the envoy
// Anna Berg and the minister".
func (x *tree) isNamed(g, h int) bool {
	return h > g && (x.dep[h] == entente.Appos || x.dep[h] == entente.Flat) && x.pos[h] == entente.PROPN && h-g <= 2 &&
		x.pos[h-1] != entente.PUNCT && x.tag[g] == "NN"
}

// mendList makes "z" of "x, y and z" a member beside y, not of it.
func (x *tree) mendList(i, h int) {
	g := int(x.up[h])
	if g >= 0 && x.isNamed(g, h) && x.isNominal(i) {
		x.up[i] = int32(g) //nolint:gosec // counts of one document fit
		return
	}
	if g < 0 || x.dep[h] != entente.Conj || !x.isNominal(i) || !x.isNominal(h) || !x.isNominal(g) {
		return
	}
	for k := h - 1; k > g && k >= h-4; k-- {
		if int(x.up[k]) == h && x.dep[k] == entente.Cc {
			return // "x and [y or z]"
		}
	}
	x.up[i] = int32(g) //nolint:gosec // counts of one document fit
}

// mendNeighbour hangs "with X" on the noun of two sides right before it ("sent
// troops to the border with X"), and "in X" on what a verb of speech is about
// ("apologised for slavery in X").
func (x *tree) mendNeighbour(i, h int, sent *entente.Sentence) {
	for k := max(sent.First+1, i-4); k < i; k++ {
		if int(x.up[k]) != i || x.dep[k] != entente.Case {
			continue
		}
		if n := k - 1; x.lemma[k] == "in" && n != h && int(x.up[n]) == h && x.dep[n] == entente.Obl && x.t.class("topic_verb")[x.lemma[h]] && x.isTopic(n) {
			x.up[i], x.dep[i] = int32(n), entente.Nmod //nolint:gosec // counts of one document fit
			return
		}
		if n := k - 1; x.lemma[k] == "with" && n != h && x.t.class("with_noun")[x.lemma[n]] && int(x.up[n]) == h {
			x.up[i], x.dep[i] = int32(n), entente.Nmod //nolint:gosec // counts of one document fit
		}
		return
	}
}

// isTopic reports whether the noun at n stands behind a preposition of topic.
func (x *tree) isTopic(n int) bool {
	for k := max(0, n-3); k < n; k++ {
		if int(x.up[k]) == n && x.dep[k] == entente.Case {
			switch x.lemma[k] {
			case "for", "over", "about", "into", "against":
				return true
			}
		}
	}
	return false
}

// mendBare makes the object of a verb with a particle of the phrase behind it that
// has no preposition: "laid down their weapons".
func (x *tree) mendBare(i, h int) {
	if h >= i || x.pos[h] != entente.VERB || x.dep[h+1] != entente.CompoundPrt || int(x.up[h+1]) != h || x.dated[i] || !x.isNominal(i) {
		return
	}
	for k := h + 2; k < i; k++ {
		if int(x.up[k]) != i || x.dep[k] == entente.Case {
			return
		}
	}
	x.dep[i] = entente.Obj
}

// mendParticiple gives verb h the object that a participle before it has taken:
// a past participle without an auxiliary has none, so it describes the noun
// ("handed back stolen bronzes").
func (x *tree) mendParticiple(i, h int, sent *entente.Sentence) {
	if x.tag[i] != "VBN" || h > i || x.pos[h] != entente.VERB || x.dep[h] == entente.AclRelcl {
		return // in "the buses he drove lacked lifts" the object is the noun before
	}
	obj := -1
	for k := h + 1; k < min(sent.Last, i+8); k++ {
		switch up := int(x.up[k]); {
		case up == h && x.dep[k] == entente.Obj:
			return
		case up != i:
		case x.dep[k] == entente.Obj && k > i:
			obj = k
		case k < i:
			return // a subject, a mark, an auxiliary
		}
		if obj >= 0 {
			break
		}
	}
	if obj < 0 {
		return
	}
	for k := obj + 1; k < sent.Last; k++ {
		if int(x.up[k]) == i {
			x.up[k] = int32(h) //nolint:gosec // counts of one document fit
		}
	}
	x.up[obj], x.dep[obj] = int32(h), entente.Obj //nolint:gosec // as above
	x.up[i], x.dep[i] = int32(obj), entente.Amod  //nolint:gosec // as above
}

// mendGerund makes the clause in -ing that begins a sentence the subject of a
// finite verb that has none: "Fighting in the city went on".
func (x *tree) mendGerund(i, h int, sent *entente.Sentence) {
	if x.tag[i] != "VBG" || h < i || x.tag[h] != "VBD" && x.tag[h] != "VBZ" {
		return
	}
	for k := sent.First; k < h; k++ {
		if k < i || x.pos[k] == entente.PUNCT {
			return
		}
		if int(x.up[k]) == h && k != i {
			switch x.dep[k] {
			case entente.Nsubj, entente.NsubjPass, entente.Expl, entente.Csubj, entente.Punct:
				return
			}
		}
	}
	x.dep[i] = entente.Csubj
}

// mendPresent makes a verb of the noun in -s that a sentence has for its root
// where nothing in it is finite, a bare name stands right before it and an
// infinitive follows: "Norway plans to donate vaccines." A sentence of prose has
// a finite verb, and this is the only word that can be one.
func (x *tree) mendPresent(root int, sent *entente.Sentence) {
	subj := root - 1
	if x.tag[root] != "NNS" || subj < sent.First || x.dep[subj] != entente.Compound || int(x.up[subj]) != root || x.pos[subj] != entente.PROPN ||
		len(x.t.byLemma[triggerVerb][x.lemma[root]]) == 0 || !x.isProse(root) {
		return
	}
	comp := -1
	for i := sent.First; i < sent.Last; i++ {
		switch x.tag[i] {
		case "VBD", "VBZ", "VBP", "MD":
			return
		}
		if int(x.up[i]) != root {
			continue
		}
		switch x.dep[i] {
		case entente.Acl:
			if x.tag[i] == "VB" {
				comp = i
			}
		case entente.Det, entente.Amod, entente.NmodPoss, entente.Nummod, entente.Cop:
			return // a noun after all
		}
	}
	if comp < root {
		return
	}
	x.pos[root], x.tag[root] = entente.VERB, "VBZ"
	x.dep[subj], x.dep[comp] = entente.Nsubj, entente.Xcomp
}
