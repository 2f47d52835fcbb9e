package coder

import (
	"github.com/entente-news/entente"
)

// What the present tense says of a deed. A report tells what has happened in a
// past tense; the present tense of a dynamic verb is a habit ("hold joint
// exercises"), its progressive a deed that is going on ("are attacking"), and
// a happening that is the subject of the present tense still goes on ("the
// offensive shows no sign of stopping") (Vendler, 1957; Huddleston and Pullum,
// 2002, chapter 3). Headlines use the present for the past: a line without a
// full stop is left alone, and so are words (promises, charges), which the
// present tense of news does tell as acts.

// isDeed reports whether r is a class of deeds, not of words.
func isDeed(r entente.Root) bool {
	q := r.Quad()
	return q == entente.MaterialCooperation || q == entente.MaterialConflict
}

// goesOn marks the event of m as going on where the tense of its clause says so.
// v is the verb that carries the trigger, or the trigger itself.
func (x *tree) goesOn(f *fact, m *match, v int) {
	if f.aspect == entente.AspectOngoing || f.status != entente.Actual || !isDeed(m.p.root) {
		return
	}
	if m.p.kind == triggerNoun && m.support < 0 {
		h := x.head(m.trigger)
		if h >= 0 && x.rel(m.trigger) == entente.Nsubj && !x.t.class("begin")[x.lemma[h]] && x.isPresent(h) && x.isProse(v) {
			f.aspect = entente.AspectOngoing
			f.note("goes on: subject of the present tense")
		}
		if h >= 0 && x.rel(m.trigger) == entente.Obj && x.t.class("support")[x.lemma[h]] && (x.isPresent(h) || x.forYears(h)) && x.isProse(h) {
			f.aspect = entente.AspectOngoing // "their navies hold joint exercises"
			f.note("goes on: done " + x.since(h))
		}
		return
	}
	if (x.isPresent(v) || x.forYears(v)) && x.isProse(v) {
		f.aspect = entente.AspectOngoing
		f.note("goes on: told " + x.since(v))
	}
}

// since says why the clause of v goes on.
func (x *tree) since(v int) string {
	if x.isPresent(v) {
		return "in the present tense"
	}
	return "for years"
}

// forYears reports whether the clause of v, in the perfect, says that it has been so
// for a time that is only counted in years, months or weeks: "have staged exercises
// for years".
func (x *tree) forYears(v int) bool {
	have, long := false, false
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Aux:
			have = have || x.lemma[c] == "have" && (x.tag[c] == "VBZ" || x.tag[c] == "VBP")
		case entente.Obl:
			switch x.lemma[c] {
			case "year", "decade", "month", "week", "generation":
				long = long || x.tag[c] == "NNS" && x.hasCase(int(c), "for") && x.child(int(c), entente.Nummod) < 0
			}
		}
	}
	return have && long
}

// isPresent reports whether the clause of v stands in the present: a present
// form without an auxiliary, "is doing", "has been doing", or, where v is no
// verb, a present copula. The perfect of a verb ("has attacked") is a past; of a
// copula or of lasting it reaches into the present.
func (x *tree) isPresent(v int) bool {
	have, be, been, past := false, false, false, false
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Aux, entente.AuxPass, entente.Cop:
		default:
			continue
		}
		tag := x.tag[c]
		switch x.lemma[c] {
		case "have":
			have = tag == "VBZ" || tag == "VBP"
			past = past || tag == "VBD"
		case "be":
			be = be || tag == "VBZ" || tag == "VBP"
			been = been || tag == "VBN"
			past = past || tag == "VBD"
		default:
			return false // will, would, did
		}
	}
	if past {
		return false
	}
	switch x.tag[v] {
	case "VBZ":
		return !have && !be
	case "VBP":
		return !have && !be && !x.t.class("same_past")[x.lemma[v]]
	case "VB": // the plural present looks like the infinitive
		return !have && !be && x.rel(v) == entente.DeprelRoot && x.child(v, entente.Mark) < 0 && x.hasPluralSubject(v) &&
			!x.t.class("same_past")[x.lemma[v]]
	case "VBG":
		return be || have && been
	case "VBN", "VBD":
		return have && x.t.class("last_on")[x.lemma[v]]
	}
	return be || have && been // "is under way", "has been fierce"
}

// hasPluralSubject reports whether a subject of v is plural in form or has
// several members, which the parser may make two subjects of.
func (x *tree) hasPluralSubject(v int) bool {
	n := 0
	for _, c := range x.children(v) {
		if k := int(c); x.rel(k) == entente.Nsubj && k < v {
			n++
			if x.tag[k] == "NNS" || x.child(k, entente.Conj) >= 0 {
				return true
			}
		}
	}
	return n > 1
}

// isProse reports whether the sentence of token i ends with a full stop, as
// headlines do not.
func (x *tree) isProse(i int) bool {
	s := x.sentenceOf(i)
	if s < 0 {
		return false
	}
	sent := &x.d.Sentences[s]
	for k := sent.Last - 1; k >= sent.First && k >= sent.Last-3; k-- {
		if x.lemma[k] == "." {
			return true
		}
	}
	return false
}
