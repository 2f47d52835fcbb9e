package coder

import (
	"github.com/entente-news/entente"
)

// fact is how a text tells of an event: whether it happened, goes on, and on
// whose word. It is read off the way from the trigger up to the sentence root.
type fact struct {
	status  entente.Status
	aspect  entente.Aspect
	alleged bool // said to be so by "alleged", "reportedly"
	speaker int  // token of the subject of the saying verb, -1 for none
	cue     int  // the saying verb, -1 for none
	charge  bool // the saying verb is one of accusation
	willed  bool // future by intention or plan
	refused bool // "will not", "would not": a refusal
	would   bool // "would", which in reported speech is "will"
	notes   []string
}

// note records what set a field.
func (f *fact) note(s string) { f.notes = append(f.notes, s) }

// raise sets the status if it is weaker than what is known.
func (f *fact) raise(s entente.Status, why string) {
	rank := func(s entente.Status) int {
		switch s {
		case entente.Negated:
			return 4
		case entente.Hypothetical:
			return 3
		case entente.Future:
			return 2
		case entente.Historical:
			return 1
		default:
			return 0
		}
	}
	if rank(s) > rank(f.status) {
		f.status = s
		f.note(why)
	}
}

// factOf reads how the text tells of the event of m.
func (x *tree) factOf(m *match) fact {
	f := fact{speaker: -1, cue: -1}
	if m.p.ongoing {
		f.aspect = entente.AspectOngoing
		f.note("standing state by its pattern")
	}
	at := m.trigger
	if m.p.kind == triggerNoun {
		x.nounFact(&f, m)
	}
	if m.support >= 0 {
		at = m.support
	}
	if m.p.kind != triggerNoun || m.support >= 0 {
		x.verbFact(&f, at)
	}
	x.climb(&f, at)
	if f.cue < 0 {
		x.beside(&f, m.trigger)
	}
	if f.cue < 0 {
		x.according(&f, m.trigger)
	}
	x.goesOn(&f, m, at)
	if f.would {
		if f.cue >= 0 && x.pastTense(f.cue) {
			f.willed = true
			f.raise(entente.Future, "would, reported")
		} else {
			f.raise(entente.Hypothetical, "would")
		}
	}
	return f
}

// verbFact reads auxiliaries, negation, adverbs and negative phrases of verb v.
func (x *tree) verbFact(f *fact, v int) {
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Obj, entente.NsubjPass, entente.Nsubj:
			if x.isNegated(int(c)) {
				f.raise(entente.Negated, "negative phrase")
			}
		}
	}
	x.auxiliaries(f, v)
}

// auxiliaries reads auxiliaries, negation and adverbs of verb v.
func (x *tree) auxiliaries(f *fact, v int) {
	will, neg := "", false
	for _, c := range x.children(v) {
		l := x.lemma[c]
		switch x.rel(int(c)) {
		case entente.Aux:
			switch l {
			case "will", "shall", "'ll", "wo":
				will = l
			case "would":
				will = l
			case "could", "may", "might", "should", "can", "must", "ought":
				f.raise(entente.Hypothetical, "modal "+l)
			}
		case entente.Advmod:
			switch {
			case x.t.class("negator")[l] || l == "long" && x.hasLemma(int(c), entente.Advmod, x.t.class("negator")): // "no longer"
				neg = true
			case x.t.class("hedge")[l]:
				f.alleged = true
				f.note("hedged by " + l)
			case l == "nearly" || l == "almost":
				f.raise(entente.Hypothetical, l)
			case x.t.class("habit")[l]:
				f.aspect = entente.AspectOngoing
				f.note("habit: " + l)
			}
		case entente.Cc, entente.CcPreconj:
			neg = neg || x.t.class("negator")[l] // "neither … nor"
		case entente.OblUnmarked, entente.Obl, entente.Obj:
			if l == "time" && x.tag[c] == "NNS" && x.child(int(c), entente.Nummod) >= 0 {
				f.aspect = entente.AspectOngoing
				f.note("habit: more than once")
			}
		case entente.Mark:
			if x.t.class("condition")[l] {
				f.raise(entente.Hypothetical, "condition: "+l)
			}
		}
	}
	switch {
	case neg && will != "":
		f.refused = true
		f.raise(entente.Negated, "negated")
	case neg:
		f.raise(entente.Negated, "negated")
	case will == "would":
		f.would = true
	case will != "":
		f.willed = true
		f.raise(entente.Future, will)
	}
	x.tense(f, v)
}

// pastTense reports whether verb v stands in a past tense.
func (x *tree) pastTense(v int) bool {
	switch x.tag[v] {
	case "VBD", "VBN":
		return true
	}
	return false
}

// isNegated reports whether the noun at i has "no" or "neither".
func (x *tree) isNegated(i int) bool {
	for _, c := range x.children(i) {
		switch x.rel(int(c)) {
		case entente.Det, entente.CcPreconj, entente.Advmod:
			switch x.lemma[c] {
			case "no", "neither", "not":
				return int(c) < i
			}
		}
	}
	switch x.lemma[i] {
	case "none", "nobody", "nothing", "neither":
		return true
	}
	return false
}

// tense reads "to V" of headlines, "is set to V" and the perfect of old.
func (x *tree) tense(f *fact, v int) {
	if x.rel(v) == entente.DeprelRoot && x.tag[v] == "VB" {
		for _, c := range x.children(v) {
			if x.lemma[c] == "to" && int(c) < v && x.ownSubject(v) >= 0 {
				f.willed = true
				f.raise(entente.Future, "infinitive of headlines")
			}
		}
		if x.ownSubject(v) < 0 {
			f.raise(entente.Hypothetical, "imperative")
		}
	}
}

// nounFact reads what stands around a noun that names a happening.
func (x *tree) nounFact(f *fact, m *match) {
	n := m.trigger
	if x.pos[n] == entente.PROPN {
		f.raise(entente.Historical, "a named event of history")
	}
	for _, c := range x.children(n) {
		l := x.lemma[c]
		switch x.rel(int(c)) {
		case entente.Amod, entente.Advmod, entente.Acl, entente.Compound:
			switch {
			case x.t.class("possible")[l]:
				f.raise(entente.Hypothetical, "only "+l)
			case x.t.class("coming")[l]:
				f.willed = true
				f.raise(entente.Future, l)
			case x.t.class("doubted")[l]:
				f.alleged = true
				f.raise(entente.Hypothetical, l)
			case x.t.class("standing")[l]:
				f.aspect = entente.AspectOngoing
				f.note("standing: " + l)
			case x.t.class("past_adjective")[l]:
				f.raise(entente.Historical, l)
			}
		case entente.Det:
			if l == "no" || l == "any" {
				f.raise(entente.Negated, l+" before the noun")
			}
		case entente.Cc:
		}
	}
	if m.support >= 0 && x.t.class("keep_up")[x.lemma[m.support]] {
		f.aspect = entente.AspectOngoing
		f.note("kept up: " + x.lemma[m.support])
	}
	if x.isNegated(n) {
		f.raise(entente.Negated, "negative phrase")
	}
	if m.support < 0 && f.aspect == entente.AspectEvent {
		switch p := x.preposition(n); p {
		case "amid", "amidst", "despite":
			f.aspect = entente.AspectOngoing
			f.note("background: " + p)
		case "before", "ahead":
			f.willed = true
			f.raise(entente.Future, p)
		case "without":
			f.raise(entente.Negated, p)
		case "against", "for", "about", "of", "from":
			x.governed(f, n, p)
		}
	}
}

// governed reads the noun or verb that takes the happening as its phrase:
// "the threat of an attack", "warned against strikes".
func (x *tree) governed(f *fact, n int, prep string) {
	h := x.head(n)
	if h < 0 {
		return
	}
	if x.t.class("only_talk")[x.lemma[h]] {
		f.raise(entente.Hypothetical, "only talk: "+x.lemma[h]+" "+prep)
	}
}
