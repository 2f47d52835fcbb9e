package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// subject returns the token that does what verb v says, with voice, shared
// subjects, control, relative and participial clauses undone; -1 when the
// sentence gives none. The word says how it was found.
func (x *tree) subject(v int) (int, string) {
	if x.isPassive(v) {
		return x.oblBy(v), "agent"
	}
	return x.surfaceSubject(v)
}

// surfaceSubject returns the grammatical subject of verb v.
func (x *tree) surfaceSubject(v int) (int, string) {
	how := "subject"
	for range maxClimb {
		if s := x.ownSubject(v); s >= 0 {
			if x.isRelative(s) && x.relativeHead(v) >= 0 {
				return x.relativeHead(v), "relative clause"
			}
			return s, how
		}
		h := x.head(v)
		if h < 0 {
			return -1, ""
		}
		switch x.rel(v) {
		case entente.Conj:
			if how = "shared subject"; !x.isVerbal(h) {
				return -1, ""
			}
		case entente.Xcomp:
			if o := x.controller(h); o >= 0 {
				return o, "control"
			}
			how = "control"
		case entente.Advcl, entente.AdvclRelcl:
			if !x.isSubjectless(v) {
				return -1, ""
			}
			if o, why := x.namedByClauseAbove(v, h); why != "" {
				return o, why
			}
			how = "adverbial clause"
		case entente.AclRelcl:
			return h, "relative clause"
		case entente.Acl:
			return x.aclSubject(v, h)
		case entente.Ccomp:
			switch {
			case x.isSpeakersIt(v):
				how = "it"
			case x.isSubjectless(v):
				how = "control"
			default:
				return -1, ""
			}
		default:
			return -1, ""
		}
		if x.isPassive(h) && x.ownSubject(h) < 0 && x.rel(h) != entente.Conj && x.rel(h) != entente.Xcomp {
			return -1, ""
		}
		v = h
	}
	return -1, ""
}

// namedByClauseAbove returns who does what the adverbial clause v says where the
// clause above, of h, names somebody other than its subject for it; the word is
// empty where it does not.
func (x *tree) namedByClauseAbove(v, h int) (int, string) {
	if x.t.class("accuse_of")[x.lemma[h]] && x.tag[v] == "VBG" && x.child(v, entente.Mark) >= 0 {
		return x.object(h), "the accused"
	}
	if o := x.perceived(v, h); o >= 0 {
		return o, "what is perceived"
	}
	if o := x.answerable(v, h); o >= 0 {
		return o, "control by the object"
	}
	if x.isPassive(h) && x.isHarm(v) {
		return x.oblBy(h), "agent of the clause above"
	}
	return -1, ""
}

// isSpeakersIt reports whether the expletive of v is the speaker after all:
// "Korea said it is ready".
func (x *tree) isSpeakersIt(v int) bool {
	return x.child(v, entente.Expl) >= 0 && x.pos[v] == entente.ADJ && x.t.class("intend_adj")[x.lemma[v]]
}

// isHarm reports whether v is the participle of a verb of killing or wounding:
// in "was hit, wounding two" that is not the victim's deed.
func (x *tree) isHarm(v int) bool {
	l := x.lemma[v]
	return x.tag[v] == "VBG" && (x.t.class("count_killed")[l] || x.t.class("count_injured")[l])
}

// perceived returns who does what the participle v says where h is a verb of
// perception: its object, as in "saw troops crossing the river"; -1 for none.
func (x *tree) perceived(v, h int) int {
	if x.tag[v] != "VBG" || !x.t.class("perceive")[x.lemma[h]] || x.isPassive(h) || x.child(v, entente.Mark) >= 0 {
		return -1
	}
	if o := x.child(h, entente.Obj); o > h && o < v && x.pos[v-1] != entente.PUNCT {
		return o
	}
	return -1
}

// answerable returns who did what the clause "for V-ing" of v says, where the
// verb h treats another for it: whom one thanks, fines or imposes sanctions on;
// -1 where the clause is of another kind.
func (x *tree) answerable(v, h int) int {
	if x.tag[v] != "VBG" {
		return -1
	}
	if k := x.child(v, entente.Mark); k < 0 || x.lemma[k] != "for" {
		return -1
	}
	var buf [4]int
	for _, prep := range [...]string{"on", "against"} {
		for _, k := range x.prepArgs(buf[:0], h, triggerVerb, prep) {
			return k
		}
	}
	if o := x.object(h); o >= 0 && (x.mention[o] >= 0 || x.isAgentNoun(o)) {
		return o
	}
	return -1
}

// ownSubject returns the subject that hangs on v itself; the nearest before it
// where the parser gives two.
func (x *tree) ownSubject(v int) int {
	best := -1
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Nsubj, entente.NsubjPass, entente.NsubjOuter:
			if x.t.class("day")[x.lemma[c]] {
				continue // "the emir today met"
			}
			if !x.isOblique(int(c)) {
				if best < 0 || int(c) < v {
					best = int(c)
				}
				continue
			}
			// "X is in China to …": the subject of the phrase is meant.
			for _, g := range x.children(int(c)) {
				if x.rel(int(g)) == entente.Nsubj && best < 0 {
					best = int(g)
				}
			}
		}
	}
	return best
}

// isOblique reports whether the noun at i stands after a preposition of place
// or company, so that it cannot be a subject.
func (x *tree) isOblique(i int) bool {
	switch x.preposition(i) {
	case "in", "at", "on", "to", "from", "with", "by", "into":
		return true
	}
	return false
}

// relativeHead returns the noun that the relative clause of v describes.
func (x *tree) relativeHead(v int) int {
	for range maxClimb {
		switch x.rel(v) {
		case entente.AclRelcl, entente.Acl:
			return x.head(v)
		case entente.Conj, entente.Xcomp, entente.Ccomp:
			if v = x.head(v); v < 0 {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// isSubjectless reports whether v is an infinitive or participle that takes
// its subject from the clause above.
func (x *tree) isSubjectless(v int) bool {
	switch x.tag[v] {
	case "VBG", "VBN":
		return true
	case "VB":
		for _, c := range x.children(v) {
			if r := x.rel(int(c)); (r == entente.Mark || r == entente.Aux) && x.lemma[c] == "to" {
				return true
			}
		}
	}
	return false
}

// controller returns the object that is the subject of h's complement, as in
// "urged Iran to leave"; -1 when the subject of h is.
func (x *tree) controller(h int) int {
	if x.t.class("subject_control")[x.lemma[h]] {
		return -1
	}
	if x.isPassive(h) {
		return x.ownSubject(h)
	}
	if o := x.child(h, entente.Obj); o >= 0 && !x.isReflexive(o) {
		return o
	}
	if o := x.child(h, entente.Iobj); o >= 0 {
		return o
	}
	if x.t.class("prepositional_control")[x.lemma[h]] {
		for _, c := range x.children(h) {
			if x.rel(int(c)) == entente.Obl && (x.hasCase(int(c), "on") || x.hasCase(int(c), "upon") || x.hasCase(int(c), "for")) {
				return int(c)
			}
		}
	}
	return -1
}

// isReflexive reports whether token i is itself, themselves and the like.
func (x *tree) isReflexive(i int) bool {
	form := strings.ToLower(x.d.Tokens[i].Span.In(x.d.Text))
	return strings.HasSuffix(form, "self") || strings.HasSuffix(form, "selves")
}

// aclSubject returns the subject of a clause that describes noun n: "troops
// shelling the town", "its plan to attack".
func (x *tree) aclSubject(v, n int) (int, string) {
	if x.tag[v] != "VB" {
		if h := x.writing(n); x.tag[v] == "VBG" && h >= 0 {
			return x.author(h)
		}
		return n, "participial clause"
	}
	if p := x.child(n, entente.NmodPoss); p >= 0 {
		return p, "possessor"
	}
	if !x.t.class("control_noun")[x.lemma[n]] {
		return -1, ""
	}
	if h := x.head(n); h >= 0 && (x.rel(n) == entente.Obj || x.rel(n) == entente.Obl) && x.pos[h] == entente.VERB {
		if s := x.ownSubject(h); s >= 0 && !x.isPassive(h) {
			return s, "control"
		}
	}
	return -1, ""
}

// writing returns the noun of speech or writing that n is or belongs to: "a
// report", "a letter to the WHO"; -1 for none.
func (x *tree) writing(n int) int {
	for range 3 {
		if x.t.class("writing")[x.lemma[n]] && x.mention[n] < 0 {
			return n
		}
		if x.rel(n) != entente.Nmod {
			return -1
		}
		if n = x.head(n); n < 0 {
			return -1
		}
	}
	return -1
}

// author returns who speaks in the writing at n: its possessor or the subject of
// the verb that issues it.
func (x *tree) author(n int) (int, string) {
	if p := x.child(n, entente.NmodPoss); p >= 0 {
		return p, "author"
	}
	h := x.head(n)
	if h < 0 || x.pos[h] != entente.VERB || x.rel(n) != entente.Obj && x.rel(n) != entente.Obl && x.rel(n) != entente.NsubjPass {
		return -1, ""
	}
	if x.isPassive(h) {
		return x.oblBy(h), "author"
	}
	return x.ownSubject(h), "author"
}

// object returns whom or what verb v acts on, with voice undone.
func (x *tree) object(v int) int {
	if x.isPassive(v) {
		s, _ := x.surfaceSubject(v)
		return s
	}
	for _, c := range x.children(v) {
		if x.rel(int(c)) == entente.Obj {
			if x.isRelative(int(c)) && x.relativeHead(v) >= 0 {
				return x.relativeHead(v)
			}
			return int(c)
		}
	}
	if o := x.child(v, entente.Iobj); o >= 0 {
		return o
	}
	if x.rel(v) == entente.AclRelcl {
		if s := x.ownSubject(v); s >= 0 && !x.isRelative(s) {
			return x.head(v)
		}
	}
	if k := x.particleObject(v); k >= 0 {
		return k
	}
	// "bombed and destroyed the town": the last of adjacent verbs has it.
	for _, c := range x.children(v) {
		k := int(c)
		if x.rel(k) == entente.Conj && x.pos[k] == entente.VERB && k-v <= 3 && x.ownSubject(k) < 0 {
			return x.child(k, entente.Obj)
		}
	}
	return -1
}

// particleObject returns the object of "shut down the internet" where the
// particle was taken for a preposition, -1 for none.
func (x *tree) particleObject(v int) int {
	if v+1 >= len(x.lemma) {
		return -1
	}
	switch x.lemma[v+1] {
	case "down", "up", "off", "out", "back":
	default:
		return -1
	}
	for _, c := range x.children(v) {
		if x.rel(int(c)) != entente.Obl || x.up[v+1] != c || x.rel(v+1) != entente.Case {
			continue
		}
		if x.child(int(c), entente.Case) == v+1 && !x.hasCase(int(c), "of") && !x.isTemporal(int(c)) {
			return int(c)
		}
	}
	return -1
}

// objects appends the object of v and then what the parser may have taken for
// something else: a bare noun ("gave Hamas an ultimatum").
func (x *tree) objects(out []int, v int) []int {
	if o := x.object(v); o >= 0 {
		out = append(out, o)
	}
	for _, c := range x.children(v) {
		k := int(c)
		if x.pos[k] != entente.NOUN || k < v || x.preposition(k) != "" {
			continue
		}
		switch x.rel(k) {
		case entente.OblUnmarked, entente.Xcomp:
			if !x.isTemporal(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// prepArgs appends the nouns after prep that belong to trigger i: its own, then
// those of its object and of its other phrases ("arrived for talks with").
func (x *tree) prepArgs(out []int, i int, kind triggerKind, prep string) []int {
	out = x.ownPrep(out, i, prep)
	if len(out) > 0 {
		return out
	}
	if kind == triggerNoun {
		return x.nounPrep(out, i, prep)
	}
	for _, c := range x.children(i) {
		if x.rel(int(c)) == entente.Obl && x.aside(int(c)) {
			continue
		}
		switch x.rel(int(c)) {
		case entente.Obj, entente.Obl, entente.NsubjPass, entente.Xcomp:
			if out = x.ownPrep(out, int(c), prep); len(out) > 0 {
				return out
			}
			for _, g := range x.children(int(c)) { // "rejection and condemnation of", "a team of experts to"
				if x.rel(int(g)) == entente.Nmod && x.hasCase(int(g), "of") && x.rel(int(c)) == entente.Obj && prep != "of" {
					if out = x.ownPrep(out, int(g), prep); len(out) > 0 {
						return out
					}
				}
				if x.rel(int(g)) == entente.Conj && x.isNominal(int(g)) {
					if out = x.ownPrep(out, int(g), prep); len(out) > 0 {
						return out
					}
				}
			}
		case entente.Conj:
			k := int(c) // "met and talked with"
			if x.pos[k] == entente.VERB && k-i <= 3 && x.child(i, entente.Obj) < 0 {
				if out = x.ownPrep(out, k, prep); len(out) > 0 {
					return out
				}
			}
		}
	}
	return out
}

// aside reports whether the phrase at i is one of circumstance, in which the
// parties of another event may stand: "during a visit to".
func (x *tree) aside(i int) bool {
	switch x.preposition(i) {
	case "during", "after", "before", "amid", "following", "since", "despite", "by", "until":
		return true
	}
	return false
}

// ownPrep appends the nouns after prep that hang on i itself.
func (x *tree) ownPrep(out []int, i int, prep string) []int {
	for _, c := range x.children(i) {
		k := int(c)
		switch x.rel(k) {
		case entente.Obl, entente.OblAgent, entente.Nmod, entente.NmodDesc, entente.OblUnmarked:
			if x.hasCase(k, prep) {
				out = append(out, k)
			}
		}
	}
	if len(out) == 0 && (x.rel(i) == entente.AclRelcl || x.rel(i) == entente.Acl) {
		out = x.stranded(out, i, prep)
	}
	return out
}

// stranded appends the noun of a relative clause whose pronoun stands after
// prep: "the group with which it fought".
func (x *tree) stranded(out []int, i int, prep string) []int {
	for _, c := range x.children(i) {
		if x.rel(int(c)) == entente.Obl && x.isRelative(int(c)) && x.hasCase(int(c), prep) {
			if h := x.head(i); h >= 0 {
				out = append(out, h)
			}
		}
	}
	return out
}

// nounPrep looks for phrases of a noun on the verb that supports it: "launched
// an attack on X", "sanctions imposed on X by Y".
func (x *tree) nounPrep(out []int, n int, prep string) []int {
	if h := x.supportVerb(n); h >= 0 {
		if prep != "by" || x.isPassive(h) {
			if out = x.ownPrep(out, h, prep); len(out) > 0 {
				return out
			}
		}
	}
	for _, c := range x.children(n) {
		k := int(c)
		switch x.rel(k) {
		case entente.Acl:
			if x.tag[k] == "VBN" && x.t.class("support")[x.lemma[k]] {
				if out = x.ownPrep(out, k, prep); len(out) > 0 {
					return out
				}
			}
		case entente.Nmod:
			// "the withdrawal of troops from X"
			if x.hasCase(k, "of") && (x.mention[k] < 0 || prep == "by") || x.hasCase(k, "by") {
				if out = x.ownPrep(out, k, prep); len(out) > 0 {
					return out
				}
			}
		}
	}
	return out
}
