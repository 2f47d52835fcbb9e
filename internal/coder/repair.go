package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// Repair of trees. A statistical parser takes the past tense of an active clause
// for a participle now and then ("anger mounted" as "mounted", said of anger).
// Such trees can be told from their form alone, since they are no English
// sentence: a noun as root of a line that ends in a full stop, under it a
// participle that nothing makes passive, or one with an object of its own. The
// verb is then made the root again. Trees that are well formed are left alone.

// repair sets heads and relations to those of the trees, mended.
func (x *tree) repair() {
	d := x.d
	x.up, x.dep, x.active = grow(x.up, len(d.Tokens)), grow(x.dep, len(d.Tokens)), grow(x.active, len(d.Tokens))
	x.pos, x.tag = grow(x.pos, len(d.Tokens)), grow(x.tag, len(d.Tokens))
	for i := range x.up {
		t := &d.Tokens[i]
		x.up[i], x.dep[i], x.pos[i], x.tag[i] = -1, t.Deprel, t.UPOS, t.XPOS
		if t.XPOS == "VBP" && t.UPOS == entente.VERB && x.lemma[i] != "be" && !strings.EqualFold(t.Span.In(d.Text), t.Lemma) {
			x.tag[i] = "VBD" // the plural present has the form of the lemma: "froze" is none
		}
	}
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if !sent.Parsed {
			continue
		}
		root := -1
		for i := sent.First; i < sent.Last; i++ {
			h := int(d.Tokens[i].Head)
			if h < sent.First || h >= sent.Last || h == i {
				root = i
				continue
			}
			x.up[i] = int32(x.served(i, h, sent)) //nolint:gosec // counts of one document fit
		}
		if root >= 0 {
			x.mendPresent(root, sent)
			x.mendRoot(root, sent)
		}
		x.mendSubjects(sent)
		x.mendPhrases(sent)
	}
}

// mendSubjects joins two subjects of one verb that "and" stands between, or that
// are an office and the name of its holder: "the envoy Anna Berg arrived".
func (x *tree) mendSubjects(sent *entente.Sentence) {
	last, cc := -1, false
	for i := sent.First; i < sent.Last; i++ {
		switch x.dep[i] {
		case entente.Cc:
			cc = x.lemma[i] == "and"
		case entente.Nsubj:
			if last >= 0 && last == i-1 && x.up[i] == x.up[last] && int(x.up[i]) > i && x.tag[last] == "NN" && x.pos[i] == entente.PROPN {
				x.up[i], x.dep[i] = int32(last), entente.Appos //nolint:gosec // counts of one document fit
				continue
			}
			if last >= 0 && cc && x.up[i] == x.up[last] && int(x.up[i]) > i && i-last <= 4 {
				x.up[i], x.dep[i] = int32(last), entente.Conj //nolint:gosec // counts of one document fit
				continue
			}
			last, cc = i, false
		}
	}
}

// served returns the word that auxiliary or copula h serves, h when it is none:
// what hangs on an auxiliary belongs there.
func (x *tree) served(i, h int, sent *entente.Sentence) int {
	switch x.d.Tokens[h].Deprel {
	case entente.Aux, entente.AuxPass, entente.Cop:
		if g := int(x.d.Tokens[h].Head); g >= sent.First && g < sent.Last && g != i && g != h {
			return g
		}
	}
	return h
}

// mendRoot makes a verb the sentence root where a noun stands in its place:
// "Anger mounted after cuts were announced."
func (x *tree) mendRoot(root int, sent *entente.Sentence) {
	if x.pos[root] != entente.NOUN && x.pos[root] != entente.PROPN {
		return
	}
	verb := -1
	for i := sent.First; i < sent.Last; i++ {
		if int(x.up[i]) != root {
			continue
		}
		switch x.dep[i] {
		case entente.Cop, entente.NsubjPass, entente.Case:
			return
		case entente.Acl:
			if verb < 0 && i > root && x.isPast(i) {
				verb = i
			}
		}
	}
	if verb >= 0 && x.isFullClause(verb, sent) {
		x.promote(verb, root)
	} else if verb < 0 {
		x.mendAttribute(root, sent)
	}
}

// mendAttribute makes a verb the root that was read as describing the noun behind
// it, though a whole phrase stands right before it, in a sentence that has no
// other finite verb: "Oslo's refusal to meet the envoy surprised diplomats."
func (x *tree) mendAttribute(root int, sent *entente.Sentence) {
	verb := -1
	for i := sent.First; i < sent.Last; i++ {
		switch x.tag[i] {
		case "VBD", "VBZ", "VBP", "MD":
			return
		case "VBN":
			if i > root+1 && x.dep[i] == entente.Amod && int(x.up[i]) > i && x.isNominal(i-1) && x.up[i-1] != x.up[i] {
				verb = i
			}
		}
	}
	if verb < 0 || !strings.HasSuffix(x.d.Tokens[sent.Last-1].Span.In(x.d.Text), ".") {
		return
	}
	noun := int(x.up[verb])
	above := x.up[noun]
	if noun == root || above < 0 {
		return
	}
	if int(x.up[verb-1]) == int(above) && x.dep[verb-1] == entente.Iobj {
		x.dep[verb-1] = entente.Obj
	}
	x.promote(verb, root)
	x.up[noun], x.dep[noun], x.tag[verb] = int32(verb), entente.Obj, "VBD" //nolint:gosec // counts of one document fit
}

// isPast reports whether token i may be a verb in the past tense.
func (x *tree) isPast(i int) bool {
	switch x.tag[i] {
	case "VBN", "VBD":
		return true
	}
	return false
}

// isFullClause reports whether the participle at v, which describes the root,
// must be the verb of the sentence: it has an object, or nothing speaks for a
// passive and the sentence ends in a full stop.
func (x *tree) isFullClause(v int, sent *entente.Sentence) bool {
	for i := v + 1; i < sent.Last; i++ {
		if int(x.up[i]) != v {
			continue
		}
		switch x.dep[i] {
		case entente.Obj, entente.Ccomp, entente.Iobj:
			return true
		case entente.OblAgent:
			return false
		}
		if i+1 < sent.Last && int(x.up[i-1]) == i && x.lemma[i-1] == "by" {
			return false
		}
	}
	last := x.d.Tokens[sent.Last-1].Span.In(x.d.Text)
	return strings.HasSuffix(last, ".") && x.t.gate[x.lemma[v]] && sent.Last-sent.First > 4
}

// promote makes verb the root, with the root before it for its subject.
func (x *tree) promote(verb, root int) {
	for i := range x.childrenOf(root) {
		switch x.dep[i] {
		case entente.Punct, entente.Obl, entente.Advcl, entente.Parataxis, entente.Advmod, entente.Ccomp:
			if i > verb || x.dep[i] == entente.Obl {
				x.up[i] = int32(verb) //nolint:gosec // counts of one document fit
			}
		case entente.Nmod:
			if i > verb { // behind the verb: no longer part of the subject
				x.up[i], x.dep[i] = int32(verb), entente.Obl //nolint:gosec // as above
			}
		}
	}
	x.up[verb], x.dep[verb], x.active[verb] = -1, entente.DeprelRoot, true
	x.up[root], x.dep[root] = int32(verb), entente.Nsubj //nolint:gosec // as above
}

// childrenOf yields the tokens whose head is i, before the lists of children
// are made.
func (x *tree) childrenOf(i int) func(func(int) bool) {
	return func(yield func(int) bool) {
		s := x.sentenceOf(i)
		if s < 0 {
			return
		}
		for k := x.d.Sentences[s].First; k < x.d.Sentences[s].Last; k++ {
			if int(x.up[k]) == i && !yield(k) {
				return
			}
		}
	}
}
