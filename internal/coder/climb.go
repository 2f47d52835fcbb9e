package coder

import (
	"github.com/entente-news/entente"
)

// climb walks from verb or noun v to the sentence root and gathers what the
// clauses above say of the event below: reported, denied, wanted, conditional,
// continuing.
func (x *tree) climb(f *fact, v int) {
	own := true // no clause boundary has been crossed that facts do not cross
	for range maxClimb {
		h := x.head(v)
		if h < 0 {
			x.parenthetical(f, v)
			return
		}
		l := x.lemma[h]
		rel := x.rel(v)
		if own && x.t.class("accuse_of")[l] && x.tag[v] == "VBG" && x.pos[h] == entente.VERB {
			f.alleged = true
			f.cue, f.charge = h, true
			f.speaker, _ = x.subject(h)
			f.raise(entente.Hypothetical, "alleged")
		}
		x.blamed(f, v, h)
		if !own && rel != entente.Ccomp && rel != entente.Parataxis {
			rel = entente.Dep
		}
		switch rel {
		case entente.Xcomp:
			x.above(f, h, l)
			x.auxiliaries(f, h)
		case entente.Ccomp, entente.Csubj, entente.CsubjPass:
			x.embedded(f, v, h)
		case entente.Advcl, entente.AdvclRelcl:
			x.adverbial(f, v, h)
			own = own && x.isSubjectless(v) && x.tag[v] == "VB"
		case entente.AclRelcl:
			if x.t.class("only_talk")[l] && x.isContent(v, h) { // "reports that", "demands that"
				f.raise(entente.Hypothetical, "only a "+l)
			} else {
				own = false
			}
		case entente.Acl:
			if x.t.class("only_talk")[l] || x.t.class("control_noun")[l] {
				f.raise(entente.Hypothetical, "only a "+l)
			}
		case entente.Parataxis:
			x.parenthetical(f, v)
		case entente.Conj:
			x.inherit(f, v, h)
		case entente.Obj, entente.Nsubj, entente.NsubjPass, entente.Obl, entente.Nmod, entente.Appos:
			if x.isBackground(v) {
				own = false
			} else if x.pos[h] == entente.VERB {
				x.phase(f, v, h)
			} else if x.rel(v) != entente.Nsubj && x.t.class("only_talk")[l] {
				f.raise(entente.Hypothetical, "only a "+l)
			}
		}
		x.parenthetical(f, v)
		v = h
	}
}

// isContent reports whether the clause of v is what the noun at h says, not a
// description of it: "the report that X fled" against "the report that came".
func (x *tree) isContent(v, h int) bool {
	if x.child(v, entente.Mark) >= 0 {
		return true
	}
	if h+1 >= len(x.lemma) || x.lemma[h+1] != "that" {
		return false
	}
	s := x.ownSubject(v)
	return s > h+1 && (x.isBare(v) || x.child(v, entente.Obj) > h+1)
}

// isBare reports whether v is a bare infinitive with a subject, the form of what
// is demanded: "that he resign".
func (x *tree) isBare(v int) bool {
	if x.tag[v] != "VB" && x.tag[v] != "VBP" {
		return x.hasAuxForm(v, "be")
	}
	return x.child(v, entente.Aux) < 0
}

// hasAuxForm reports whether an auxiliary or copula of v has the given form.
func (x *tree) hasAuxForm(v int, form string) bool {
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Aux, entente.AuxPass, entente.Cop:
			if x.d.Tokens[c].Span.In(x.d.Text) == form {
				return true
			}
		}
	}
	return false
}

// embedded reads the verb h over the clause v: reported, uncertain, denied.
func (x *tree) embedded(f *fact, v, h int) {
	l := x.lemma[h]
	x.reported(f, v, h)
	if x.t.class("uncertain")[l] || x.rel(v) == entente.Ccomp && (x.t.class("wish")[l] || x.t.class("demanding")[l] || x.t.class("command")[l] && x.isBare(v)) {
		f.raise(entente.Hypothetical, "under "+l)
	}
	x.negatedAbove(f, h, l)
	if x.rel(v) == entente.Csubj && x.t.class("continue")[l] {
		f.aspect = entente.AspectOngoing
		f.note("continues")
	}
}

// above reads a verb that takes the clause of the event as its infinitive or
// participle.
func (x *tree) above(f *fact, h int, l string) {
	switch {
	case x.t.class("implied_not")[l]:
		f.raise(entente.Negated, "under "+l)
	case x.t.class("attempt")[l]:
		f.raise(entente.Hypothetical, "under "+l)
	case x.t.class("intend")[l]:
		f.willed = true
		f.raise(entente.Future, "under "+l)
	case x.t.class("continue")[l]:
		f.aspect = entente.AspectOngoing
		f.note("continues")
	case x.t.class("wish")[l], x.t.class("command")[l]:
		f.raise(entente.Hypothetical, "under "+l)
	case x.t.class("cease")[l]:
		f.raise(entente.Negated, "under "+l)
	case x.pos[h] == entente.ADJ && x.t.class("intend_adj")[l]:
		f.willed = true
		f.raise(entente.Future, "under "+l)
	case x.pos[h] == entente.ADJ && x.t.class("uncertain")[l]:
		f.raise(entente.Hypothetical, "under "+l)
	case x.t.class("say")[l] && x.isPassive(h):
		f.alleged = true
	}
}

// negatedAbove reads a negation of the clause above: "did not say that",
// "denied that".
func (x *tree) negatedAbove(f *fact, h int, l string) {
	if x.t.class("deny")[l] {
		f.raise(entente.Negated, "denied")
	}
	for _, c := range x.children(h) {
		if x.rel(int(c)) == entente.Mark && x.t.class("condition")[x.lemma[c]] {
			f.raise(entente.Hypothetical, "condition: "+x.lemma[c])
		}
	}
}

// reported sets the speaker when h is a saying verb over the clause v.
func (x *tree) reported(f *fact, v, h int) {
	l := x.lemma[h]
	if f.cue >= 0 || !x.isSaying(h) {
		return
	}
	s, _ := x.subject(h)
	f.cue, f.speaker = h, s
	f.charge = x.t.class("charge")[l]
	if x.isPassive(h) {
		f.alleged = true
	}
}

// adverbial reads a clause that hangs on another: conditions, purposes.
func (x *tree) adverbial(f *fact, v, h int) {
	for _, c := range x.children(v) {
		l := x.lemma[c]
		if r := x.rel(int(c)); r != entente.Mark && r != entente.Case && r != entente.Advmod {
			continue
		}
		switch {
		case x.t.class("condition")[l]:
			f.raise(entente.Hypothetical, "condition: "+l)
		case l == "before":
			f.note("before another event")
		case l == "without":
			f.raise(entente.Negated, "without")
		case l == "to" && x.tag[v] == "VB":
			f.willed = true
			f.raise(entente.Hypothetical, "purpose")
		case l == "for" || l == "from" || l == "against":
			x.above(f, h, x.lemma[h])
		}
	}
	if x.t.class("say")[x.lemma[h]] && x.ownSubject(v) >= 0 && x.child(v, entente.Mark) < 0 {
		x.reported(f, v, h)
	}
	if x.t.class("implied_not")[x.lemma[h]] && x.tag[v] == "VBG" {
		f.raise(entente.Negated, "under "+x.lemma[h])
	}
}

// phase reads the verb over a happening that stands as its subject or object:
// "the offensive continues", "to prevent attacks".
func (x *tree) phase(f *fact, v, h int) {
	l := x.lemma[h]
	switch {
	case x.t.class("continue")[l]:
		f.aspect = entente.AspectOngoing
		f.note("continues")
	case x.t.class("avert")[l] && x.rel(v) != entente.Nsubj:
		f.raise(entente.Hypothetical, "under "+l)
	case x.t.class("deny")[l] && x.rel(v) == entente.Obj:
		f.raise(entente.Negated, "denied")
	case x.t.class("wish")[l] && x.rel(v) == entente.Obj, x.t.class("command")[l] && x.rel(v) == entente.Obj:
		f.raise(entente.Hypothetical, "under "+l)
	case x.t.class("intend")[l] && x.rel(v) == entente.Obj:
		f.willed = true
		f.raise(entente.Future, "under "+l)
	}
	switch {
	case x.rel(v) == entente.Obj && x.t.class("support")[l], x.rel(v) == entente.NsubjPass && x.t.class("support")[l],
		x.t.class("begin")[l], x.t.class("continue")[l]:
		x.auxiliaries(f, h)
	case x.rel(v) == entente.Obl && (x.preposition(v) == "during" || x.preposition(v) == "in" || x.preposition(v) == "at"):
		if x.hasWill(h) {
			f.willed = true
			f.raise(entente.Future, "in a clause of the future")
		}
	}
}

// hasWill reports whether verb v stands in the future.
func (x *tree) hasWill(v int) bool {
	for _, c := range x.children(v) {
		if x.rel(int(c)) == entente.Aux && (x.lemma[c] == "will" || x.lemma[c] == "shall") {
			return true
		}
	}
	return false
}

// isBackground reports whether the noun at v stands in a phrase of time or
// circumstance, whose truth does not hang on the verb: "after the attack".
func (x *tree) isBackground(v int) bool {
	switch x.preposition(v) {
	case "after", "amid", "amidst", "following", "since", "despite":
		return true
	}
	return false
}

// inherit reads what a conjunct shares with the first: "will meet and talk".
func (x *tree) inherit(f *fact, v, h int) {
	if x.pos[h] != entente.VERB || x.ownSubject(v) >= 0 {
		return
	}
	tv, th := x.tag[v], x.tag[h]
	if tv != th && !(tv == "VB" || tv == "VBP") {
		return
	}
	for _, c := range x.children(v) {
		if r := x.rel(int(c)); r == entente.Aux || r == entente.AuxPass {
			return
		}
	}
	for _, c := range x.children(h) {
		if x.rel(int(c)) == entente.Advmod && x.t.class("negator")[x.lemma[c]] && x.hasLemma(v, entente.Cc, x.t.class("or")) {
			f.raise(entente.Negated, "negated with the verb before") // "did not bomb or shell"
		}
		if x.rel(int(c)) != entente.Aux {
			continue
		}
		switch l := x.lemma[c]; l {
		case "will", "shall", "'ll":
			f.willed = true
			f.raise(entente.Future, l)
		case "would", "could", "may", "might", "should", "can", "must":
			f.raise(entente.Hypothetical, "modal "+l)
		}
	}
	for _, c := range x.children(h) {
		if x.rel(int(c)) == entente.Mark && x.t.class("condition")[x.lemma[c]] {
			f.raise(entente.Hypothetical, "condition: "+x.lemma[c])
		}
	}
}

// parenthetical reads a saying clause that hangs beside the report ("…, the
// ministry said") and "according to".
func (x *tree) parenthetical(f *fact, v int) {
	for _, c := range x.children(v) {
		k := int(c)
		switch x.rel(k) {
		case entente.Parataxis:
			if f.cue < 0 && x.isSaying(k) && x.child(k, entente.Ccomp) < 0 {
				if s, _ := x.subject(k); s >= 0 {
					f.cue, f.speaker, f.charge = k, s, x.t.class("charge")[x.lemma[k]]
				}
			}
		case entente.Obl, entente.Advmod, entente.Nmod, entente.Advcl:
			if f.cue < 0 && x.accordingTo(k) {
				f.cue, f.speaker = k, k
			}
			if x.t.class("hedge")[x.lemma[k]] && x.rel(k) == entente.Advmod && !f.alleged {
				f.alleged = true
				f.note("hedged by " + x.lemma[k])
			}
		case entente.Mark:
			if x.t.class("condition")[x.lemma[k]] {
				f.raise(entente.Hypothetical, "condition: "+x.lemma[k])
			}
		}
	}
}

// accordingTo reports whether k stands after "according to".
func (x *tree) accordingTo(k int) bool {
	for _, c := range x.children(k) {
		if x.lemma[c] == "according" || x.lemma[c] == "accord" && x.rel(int(c)) == entente.Case {
			return true
		}
	}
	return false
}
