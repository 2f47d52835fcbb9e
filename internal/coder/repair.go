package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// Repair of trees. A statistical parser takes the past tense of a short active
// clause for a participle now and then ("Japan donated rice" as "donated
// rice", said of Japan). Such trees can be told from their form alone, since
// they are no English clause: a noun as sentence root that has an object, or a
// subject without a copula, or a participle with an object of its own. The verb
// is then made the root again. Trees that are well formed are left alone, so
// gold trees never change.

// repair sets heads and relations to those of the trees, mended.
func (x *tree) repair() {
	d := x.d
	x.up, x.dep, x.active = grow(x.up, len(d.Tokens)), grow(x.dep, len(d.Tokens)), grow(x.active, len(d.Tokens))
	for i := range x.up {
		x.up[i], x.dep[i] = -1, d.Tokens[i].Deprel
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
			x.mendRoot(root, sent)
		}
		x.mendSubjects(sent)
		x.mendDays(sent)
		x.mendAfter(sent)
	}
}

// mendSubjects joins two subjects of one verb that "and" stands between.
func (x *tree) mendSubjects(sent *entente.Sentence) {
	last, cc := -1, false
	for i := sent.First; i < sent.Last; i++ {
		switch x.dep[i] {
		case entente.Cc:
			cc = x.lemma[i] == "and"
		case entente.Obl: // "more than a million workers threatened"
			if h := int(x.up[i]); h > i && i > sent.First+2 && !x.hasSubject(h, sent) && x.afterThan(i, sent) {
				x.dep[i] = entente.Nsubj
			}
		case entente.Nsubj:
			if last >= 0 && cc && x.up[i] == x.up[last] && int(x.up[i]) > i && i-last <= 4 {
				x.up[i], x.dep[i] = int32(last), entente.Conj //nolint:gosec // counts of one document fit
				continue
			}
			last, cc = i, false
		}
	}
}

// mendDays puts the noun that a phrase of time has swallowed in the subject's
// place: "Denmark last week announced", "In January, a Turkish court freed".
func (x *tree) mendDays(sent *entente.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		if x.dep[i] != entente.Nsubj || !x.dated[i] || x.up[i] < 0 {
			continue
		}
		for k := max(sent.First, i-6); k < min(sent.Last, i+10); k++ {
			if int(x.up[k]) != i || x.dated[k] {
				continue
			}
			switch x.dep[k] {
			case entente.Compound, entente.Appos, entente.NmodDesc, entente.Flat, entente.NmodPoss:
			default:
				continue
			}
			if u := x.d.Tokens[k].UPOS; u == entente.PROPN || u == entente.NOUN {
				x.up[k], x.dep[k], x.dep[i] = x.up[i], entente.Nsubj, entente.OblUnmarked
				break
			}
		}
	}
}

// mendAfter gives a finite verb without a subject the noun right before it that
// was taken for a phrase of time: "came after the government | released".
func (x *tree) mendAfter(sent *entente.Sentence) {
	subject := -1 // of the verb whose subject was last seen
	for v := sent.First + 1; v < sent.Last; v++ {
		switch x.dep[v-1] {
		case entente.Nsubj, entente.NsubjPass:
			subject = int(x.up[v-1])
		}
		o := v - 1
		if x.d.Tokens[v].XPOS != "VBD" && x.d.Tokens[v].XPOS != "VBZ" || subject == v || x.dep[o] != entente.Obl || x.up[v] < 0 || x.up[o] != x.up[v] {
			continue
		}
		if x.dep[v] != entente.Ccomp && x.dep[v] != entente.Advcl {
			continue
		}
		for k := o - 1; k >= max(sent.First, o-6); k-- {
			if int(x.up[k]) != o || x.dep[k] != entente.Case {
				continue
			}
			switch x.lemma[k] {
			case "after", "before", "since", "until", "as", "because":
				x.up[k], x.dep[k] = int32(v), entente.Mark  //nolint:gosec // counts of one document fit
				x.up[o], x.dep[o] = int32(v), entente.Nsubj //nolint:gosec // as above
				x.dep[v] = entente.Advcl
			}
			break
		}
	}
}

// afterThan reports whether "than" hangs on token i.
func (x *tree) afterThan(i int, sent *entente.Sentence) bool {
	for k := max(sent.First, i-8); k < i; k++ {
		if int(x.up[k]) == i && x.lemma[k] == "than" {
			return true
		}
	}
	return false
}

// hasSubject reports whether a subject stands before verb v, at most
// maxSpanTokens back.
func (x *tree) hasSubject(v int, sent *entente.Sentence) bool {
	for k := max(sent.First, v-maxSpanTokens); k < v; k++ {
		if int(x.up[k]) == v && (x.dep[k] == entente.Nsubj || x.dep[k] == entente.NsubjPass) {
			return true
		}
	}
	return false
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

// mendRoot makes a verb the sentence root where a noun stands in its place.
func (x *tree) mendRoot(root int, sent *entente.Sentence) {
	switch x.d.Tokens[root].UPOS {
	case entente.NOUN, entente.PROPN:
	default:
		return
	}
	if x.mendPhrase(root, sent) {
		return
	}
	subj, obj, verb := -1, -1, -1
	for i := sent.First; i < sent.Last; i++ {
		h := int(x.up[i])
		switch x.dep[i] {
		case entente.Cop, entente.NsubjPass, entente.Case:
			if h == root {
				return
			}
		case entente.Nsubj:
			if h == root && i < root {
				subj = i
			}
		case entente.Obj:
			if h == root {
				obj = i
			}
		case entente.Acl, entente.Amod:
			if verb < 0 && h >= 0 && x.isPast(i) && (h == root || h == subj || int(x.up[h]) == root) {
				verb = i
			}
		}
	}
	if verb >= 0 && subj < 0 && int(x.up[verb]) != root && x.dep[x.up[verb]] == entente.Compound && x.dep[verb] == entente.Acl {
		subj = int(x.up[verb]) // "police shared information"
	}
	switch {
	case verb < 0:
	case subj >= 0 && subj < verb && verb < root: // "troops rescued hostages"
		x.promote(verb, root, subj, root)
	case obj >= 0 && root < verb && verb < obj: // "Japan donated rice"
		x.promote(verb, root, root, obj)
	case x.dep[verb] == entente.Acl && int(x.up[verb]) == root && root < verb && x.isFullClause(verb, sent):
		x.promote(verb, root, root, -1)
	}
}

// mendPhrase mends "the envoy's stay in Oslo was overshadowed by": a preposition
// taken for a conjunction makes a clause of the phrase behind the subject. It
// reports whether root was such a subject.
func (x *tree) mendPhrase(root int, sent *entente.Sentence) bool {
	for v := root + 1; v < sent.Last; v++ {
		if int(x.up[v]) != root || x.dep[v] != entente.Acl {
			continue
		}
		subj, mark, finite := -1, -1, false
		for k := root + 1; k < v; k++ {
			if int(x.up[k]) != v {
				continue
			}
			switch x.dep[k] {
			case entente.Mark:
				if x.d.Tokens[k].UPOS == entente.ADP {
					mark = k
				}
			case entente.Nsubj, entente.NsubjPass:
				subj = k
			case entente.Aux, entente.AuxPass:
				finite = true
			}
		}
		if subj < 0 || mark < 0 || mark > subj || !finite {
			return false
		}
		x.up[v], x.dep[v] = -1, entente.DeprelRoot
		x.up[root], x.dep[root] = int32(v), x.dep[subj]     //nolint:gosec // counts of one document fit
		x.up[subj], x.dep[subj] = int32(root), entente.Nmod //nolint:gosec // as above
		x.up[mark], x.dep[mark] = int32(subj), entente.Case //nolint:gosec // as above
		return true
	}
	return false
}

// isPast reports whether token i may be a verb in the past tense.
func (x *tree) isPast(i int) bool {
	switch x.d.Tokens[i].XPOS {
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

// promote makes verb the root, with subj and obj (or -1) under it.
func (x *tree) promote(verb, root, subj, obj int) {
	for i := range x.childrenOf(root) {
		switch x.dep[i] {
		case entente.Punct, entente.Obl, entente.Advcl, entente.Parataxis, entente.Advmod, entente.Ccomp:
			if i > verb || x.dep[i] == entente.Obl {
				x.up[i] = int32(verb) //nolint:gosec // counts of one document fit
			}
		case entente.Nmod:
			if i > verb && root < verb { // behind the verb: no longer part of the subject
				x.up[i], x.dep[i] = int32(verb), entente.Obl //nolint:gosec // as above
			}
		}
	}
	x.up[verb], x.dep[verb], x.active[verb] = -1, entente.DeprelRoot, true
	if subj >= 0 {
		x.up[subj], x.dep[subj] = int32(verb), entente.Nsubj //nolint:gosec // as above
	}
	if obj >= 0 {
		x.up[obj], x.dep[obj] = int32(verb), entente.Obj //nolint:gosec // as above
	}
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
