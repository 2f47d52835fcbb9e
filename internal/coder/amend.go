package coder

import (
	"slices"
	"strings"

	"github.com/entente-news/entente"
)

// What grammar says of the sides of an event beyond doubt stands, whatever the
// weights have chosen: who receives a visitor, who takes part with two others, and
// who suffers what a headline tells in the passive.

// amend mends the sides of m.
func (x *tree) amend(m *match) {
	x.headlinePassive(m)
	x.namedHost(m)
	x.thirdMember(m)
	m.actors, m.recipients = x.told(m.actors), x.told(m.recipients)
}

// told returns the members of in without those who are nobody: a bare plural of which
// neither country, body, group nor sector is known ("observers", "members"). A pronoun
// or a definite noun stands for somebody whom the text names, though we may not know
// whom, and is kept.
func (x *tree) told(in []party) []party {
	return slices.DeleteFunc(in, func(p party) bool {
		return !p.resolved() && p.actor.Sector == entente.SectorNone && x.tag[p.token] == "NNS" && x.isUndescribed(p.token)
	})
}

// isUndescribed reports whether nothing describes the noun at i.
func (x *tree) isUndescribed(i int) bool {
	for _, c := range x.children(i) {
		switch x.rel(int(c)) {
		case entente.Case, entente.Punct, entente.Cc, entente.Conj:
		default:
			return false
		}
	}
	return true
}

// namedHost makes the host of a visit the person of the host state who is named in its
// purpose: "arrived in Beijing for talks with Chinese leader Xi Jinping". Where the
// purpose names nobody of that state, the capital or the state stays.
func (x *tree) namedHost(m *match) {
	if m.root != entente.RootConsult || m.p.kind != triggerVerb || len(m.recipients) != 1 || len(m.actors) == 0 {
		return
	}
	at := &m.recipients[0].actor
	if at.Country == "" || at.Role != "" || x.isPersonName(&m.recipients[0]) || at.Country == m.actors[0].actor.Country {
		return
	}
	for _, k := range x.purposes(m.trigger) {
		met := without(dedupe(x.metBy(k)), m.actors)
		host := func(p party) bool {
			return p.actor.Country == at.Country && (p.actor.Role != "" || x.isPersonName(&p))
		}
		if slices.ContainsFunc(met, host) {
			m.recipients = met
			return
		}
	}
}

// purposes returns the words for what verb v is done for, if it is a meeting: "for
// talks", "to meet", "to hold talks".
func (x *tree) purposes(v int) []int {
	var buf [4]int
	out := slices.Clone(x.prepArgs(buf[:0], v, triggerVerb, "for"))
	for _, c := range x.children(v) {
		if r := x.rel(int(c)); (r == entente.Xcomp || r == entente.Advcl) && int(c) > v && x.tag[c] == "VB" {
			out = append(out, int(c))
		}
	}
	return slices.DeleteFunc(out, func(k int) bool { return !x.isMeeting(k) })
}

// isMeeting reports whether the word at k is a meeting: a noun for one, a verb of
// meeting, or a verb that holds one.
func (x *tree) isMeeting(k int) bool {
	talks := x.t.class("TALKS")
	if x.pos[k] != entente.VERB {
		return talks[x.lemma[k]]
	}
	switch x.lemma[k] {
	case "meet", "see", "visit", "talk", "confer", "negotiate":
		return true
	}
	o := x.child(k, entente.Obj)
	return o >= 0 && talks[x.lemma[o]] && x.t.class("support")[x.lemma[k]]
}

// metBy returns the parties whom the meeting at k is with.
func (x *tree) metBy(k int) []party {
	var out []party
	kind := triggerNoun
	if x.pos[k] == entente.VERB {
		kind = triggerVerb
		if o := x.child(k, entente.Obj); o >= 0 && !x.t.class("TALKS")[x.lemma[o]] {
			out = x.parties(out, o, false)
		}
	}
	var buf [4]int
	with := x.prepArgs(buf[:0], k, kind, "with")
	if len(with) == 0 {
		for _, c := range x.children(k) {
			if x.rel(int(c)) == entente.Nmod && x.titlePrep(int(c)) == "with" {
				with = append(with, int(c))
			}
		}
	}
	for _, n := range with {
		out = x.parties(out, n, false)
	}
	return out
}

// titlePrep returns the preposition before the phrase of the name at k, which may hang
// on its title: "with [Kenyan president] Anna Otieno"; "" for none.
func (x *tree) titlePrep(k int) string {
	if p := x.preposition(k); p != "" {
		return p
	}
	for _, c := range x.children(k) {
		if r := x.rel(int(c)); (r == entente.NmodDesc || r == entente.Compound) && int(c) < k {
			return x.preposition(int(c))
		}
	}
	return ""
}

// isOnlyMeeting reports whether the purpose at k is nothing but the meeting that the
// event is: it says with whom, when and where, and not on what.
func (x *tree) isOnlyMeeting(k int) bool {
	if !x.isMeeting(k) {
		return false
	}
	plain := func(n int) bool {
		for _, c := range x.children(n) {
			switch x.rel(int(c)) {
			case entente.Obl, entente.Nmod:
				switch x.titlePrep(int(c)) {
				case "with", "between", "in", "at":
				default:
					if !x.isTemporal(int(c)) {
						return false
					}
				}
			case entente.Acl, entente.AclRelcl, entente.Advcl, entente.Xcomp, entente.Ccomp, entente.Conj, entente.Compound:
				return false
			}
		}
		return true
	}
	o := x.child(k, entente.Obj)
	return plain(k) && (o < 0 || x.pos[k] != entente.VERB || !x.t.class("TALKS")[x.lemma[o]] || plain(o))
}

// thirdMember adds to two who do something together the one with whom they do it: "A
// and B held exercises with C", "A and B met alongside C".
func (x *tree) thirdMember(m *match) {
	if len(m.recipients) > 0 || len(m.actors) < 2 {
		return
	}
	switch m.root {
	case entente.RootConsult, entente.RootCooperate, entente.RootAgree, entente.RootSupport:
	default:
		return
	}
	at := []int{m.trigger}
	if m.support >= 0 {
		at = append(at, m.support)
	} else if o := x.child(m.trigger, entente.Obj); m.p.kind == triggerVerb && o >= 0 && x.t.class("support")[x.lemma[m.trigger]] {
		at = append(at, o)
	}
	var found []int
	for _, i := range at {
		for _, c := range x.children(i) {
			if r := x.rel(int(c)); (r == entente.Obl || r == entente.Nmod) && (x.hasCase(int(c), "with") || x.hasCase(int(c), "alongside")) {
				found = append(found, int(c))
			}
		}
	}
	for _, k := range found {
		if n := int(x.mention[k]); n < 0 || !x.strong(n) {
			continue
		}
		for _, p := range x.parties(nil, k, true) {
			if p.resolved() && len(m.actors) < maxMembers && !slices.ContainsFunc(m.actors, func(a party) bool { return oneSide(&a.actor, &p.actor) }) {
				m.actors = append(m.actors, p)
			}
		}
	}
}

// isAsideDenial reports whether m denies, in a relative clause that the text adds,
// what the word at cue says: in "Oslo accused Baku of spying, which Baku denies" the
// denial is not on Oslo's word.
func (x *tree) isAsideDenial(m *match, cue int) bool {
	v := m.trigger
	head := x.relativeHead(v)
	if m.root != entente.RootReject || head < 0 || cue > head {
		return false
	}
	if o := x.object(v); o != head && (o < 0 || !x.isRelative(o)) {
		return false
	}
	for i, n := head, 0; i >= 0 && n < maxClimb; i, n = x.head(i), n+1 {
		if i == cue {
			return true
		}
	}
	return false
}

// headlinePassive turns the sides of a headline in the passive that leaves out its
// auxiliary: "Opposition leader detained" tells nobody who detained.
func (x *tree) headlinePassive(m *match) {
	v := m.trigger
	if m.p.kind != triggerVerb || !x.isPast(v) || !needsObject(x.lemma[v]) || x.isPassive(v) || !x.isHeadline(v) {
		return
	}
	s := x.ownSubject(v)
	if s < 0 || s > v || !slices.ContainsFunc(m.actors, func(p party) bool { return p.head == s || p.token == s }) {
		return
	}
	for _, c := range x.children(v) {
		switch x.rel(int(c)) {
		case entente.Obj, entente.Iobj, entente.Ccomp, entente.Aux, entente.AuxPass, entente.OblUnmarked:
			if !x.isTemporal(int(c)) {
				return
			}
		}
	}
	if k := v + 1; k < len(x.lemma) && !x.isTemporal(k) && x.sentenceOf(k) == x.sentenceOf(v) {
		switch x.pos[k] {
		case entente.ADP, entente.PUNCT, entente.ADV, entente.SCONJ, entente.CCONJ, entente.PART:
		default:
			return // an object that the tree has elsewhere
		}
	}
	victims := m.actors
	m.actors = nil
	if by := x.oblBy(v); by >= 0 {
		m.actors = without(dedupe(x.parties(nil, by, true)), victims)
	}
	m.recipients, m.how = victims, "agent of a headline's passive"
}

// isHeadline reports whether the sentence of token i ends like a headline, in no mark.
func (x *tree) isHeadline(i int) bool {
	const most = 24 // tokens
	s := x.sentenceOf(i)
	if s < 0 {
		return false
	}
	sent := &x.d.Sentences[s]
	last := x.d.Tokens[sent.Last-1].Span.In(x.d.Text)
	return sent.Last-sent.First <= most && !strings.ContainsAny(last, ".!?\"”:;,")
}

// needsObject reports whether a verb is said of nobody without telling whom it is
// done to, so that its participle alone is passive. (A class of words would become a
// feature of the weights, for which there is no need.)
func needsObject(lemma string) bool {
	switch lemma {
	case "detain", "arrest", "charge", "accuse", "jail", "imprison", "sentence", "indict", "convict", "acquit", "kidnap", "abduct", "assassinate", "injure", "wound", "deport", "expel",
		"extradite", "evict", "oust", "sack", "suspend", "ban", "sanction", "fine", "summon", "free", "rescue", "execute", "poison", "arraign", "prosecute", "apprehend", "exile", "banish":
		return true
	}
	return false
}
