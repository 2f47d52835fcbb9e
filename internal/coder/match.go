package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// match is a pattern that fits a trigger, with its parties.
type match struct {
	p          *pattern
	trigger    int
	actors     []party
	recipients []party
	comp       int // head of the complement clause, -1 for none
	root       entente.Root
	mode       entente.Mode
	inner      *match // what the complement means, nil for nothing
	runnerUp   *pattern
	how        string   // how the actor was found
	support    int      // the verb that supports a noun, -1 for none
	event      int      // index in Document.Events once emitted, -1 before
	verdict    *verdict // of the learnt decision, nil where a pattern decided
	opinion    *verdict // the same; of a pattern's event what it thinks of it, nil for nothing
	private    bool     // no side holds, seeks or challenges public power
	second     bool     // a second word for an event above it
	sport      bool     // told among words of sport
	vouched    bool     // a pattern tells the same act by the verb that gave way to m
}

// maxInner bounds complements within complements.
const maxInner = 2

// kindOf returns the kind of trigger that token i may be.
func (x *tree) kindOf(i int) (triggerKind, bool) {
	switch x.pos[i] {
	case entente.VERB:
		return triggerVerb, true
	case entente.NOUN, entente.PROPN:
		return triggerNoun, true
	case entente.ADJ:
		if x.rel(i) == entente.Amod && len(x.tag[i]) > 1 && x.tag[i][0] == 'V' {
			return triggerVerb, false
		}
		switch x.rel(i) {
		case entente.Nsubj, entente.Obj, entente.Obl, entente.NsubjPass, entente.Nmod: // "the offensive"
			return triggerNoun, true
		}
		return triggerAdj, true
	}
	return triggerVerb, false
}

// find returns the most specific pattern that fits token i, nil for none.
func (x *tree) find(i, depth int) *match {
	kind, ok := x.kindOf(i)
	if !ok {
		return nil
	}
	lemma := x.lemma[i]
	if i > 0 && x.tag[i-1] == "HYPH" && x.d.Tokens[i-1].Span.End == x.d.Tokens[i].Span.Start && kind == triggerVerb {
		return nil // "hard-hitting"
	}
	list := x.t.byLemma[kind][lemma]
	if len(list) == 0 && kind == triggerAdj && x.isPredicative(i) {
		return nil
	}
	if kind == triggerVerb && x.rel(i) == entente.Amod {
		return nil
	}
	var first *match
	for _, p := range list {
		if first != nil && p.rank+gain <= first.p.rank+first.bonus() {
			break // the rest is less specific still
		}
		comp := -1
		if p.comp != compAny && p.comp != compNone {
			if comp = x.complement(i, p.comp); comp < 0 {
				continue
			}
		}
		if !x.fits(p, i, comp) {
			continue
		}
		m := x.bind(p, i, comp, depth)
		switch {
		case m == nil:
		case first == nil:
			first = m
		case m.p.rank+m.bonus() > first.p.rank+first.bonus():
			if first.root != m.root {
				m.runnerUp = first.p
			}
			first = m
		case first.runnerUp == nil && m.root != first.root:
			first.runnerUp = m.p
		}
	}
	return first
}

// gain is how much finding the other side counts against the conditions of a
// pattern.
const gain = 7

// bonus is gain when m has both sides.
func (m *match) bonus() int {
	if len(m.recipients) > 0 || m.p.reciprocal {
		return gain
	}
	return 0
}

// isPredicative reports whether adjective i is said of a subject.
func (x *tree) isPredicative(i int) bool {
	return x.rel(i) != entente.Amod
}

// fits reports whether the conditions of p hold at token i, parties aside.
func (x *tree) fits(p *pattern, i, comp int) bool {
	if p.kind == triggerAdj && !x.isPredicative(i) {
		return false
	}
	if p.prt != "" && !x.hasParticle(i, p.prt) || p.prt == "" && p.kind == triggerVerb && x.hasOtherParticle(i) {
		return false
	}
	if p.prep != "" && !x.hasCase(i, p.prep) {
		return false
	}
	if p.comp == compNone && (x.complement(i, compInf) >= 0 || x.complement(i, compClause) >= 0) {
		return false
	}
	if p.compClass != nil && (comp < 0 || !p.compClass[x.lemma[comp]]) {
		return false
	}
	if p.compNot != nil && comp >= 0 && p.compNot[x.lemma[comp]] {
		return false
	}
	if p.compAux != nil && (comp < 0 || !x.hasLemma(comp, entente.Aux, p.compAux) || x.hasLemma(comp, entente.Advmod, x.t.class("not"))) {
		return false
	}
	for _, c := range p.conds {
		if x.holds(&c, p, i) == c.not {
			return false
		}
	}
	return p.need == nil || x.inClause(i, p.need)
}

// hasParticle reports whether verb i has particle prt: "called off".
func (x *tree) hasParticle(i int, prt string) bool {
	for _, c := range x.children(i) {
		if x.lemma[c] != prt {
			continue
		}
		switch x.rel(int(c)) {
		case entente.CompoundPrt, entente.Advmod, entente.Compound:
			return true
		}
	}
	// The parser may read the particle as a preposition of what follows.
	if i+1 < len(x.lemma) && x.lemma[i+1] == prt {
		switch x.pos[i+1] {
		case entente.ADP, entente.ADV, entente.PART:
			return true
		}
	}
	return false
}

// hasOtherParticle reports whether verb i has a particle, which makes another
// verb of it.
func (x *tree) hasOtherParticle(i int) bool { return x.child(i, entente.CompoundPrt) >= 0 }

// holds reports whether the slot of c is filled with one of its lemmas.
func (x *tree) holds(c *cond, p *pattern, i int) bool {
	var buf [8]int
	for _, k := range x.tokens(buf[:0], c.slot, p.kind, i) {
		if c.class == nil || c.class[x.lemma[k]] {
			return true
		}
		// "a ban on arms sales", "a number of troops": the noun within.
		for _, g := range x.children(k) {
			switch x.rel(int(g)) {
			case entente.Conj:
				if c.class[x.lemma[g]] {
					return true
				}
			case entente.Nmod:
				if x.t.class("container")[x.lemma[k]] && x.hasCase(int(g), "of") && c.class[x.lemma[g]] {
					return true
				}
			}
		}
	}
	return false
}

// inClause reports whether a lemma of set stands near the trigger: among its
// dependents and theirs, or as the head of it.
func (x *tree) inClause(i int, set map[string]bool) bool {
	if h := x.head(i); h >= 0 && set[x.lemma[h]] {
		return true
	}
	for _, c := range x.children(i) {
		if set[x.lemma[c]] {
			return true
		}
		for _, g := range x.children(int(c)) {
			if set[x.lemma[g]] {
				return true
			}
			if x.rel(int(c)) != entente.Obj && x.rel(int(g)) != entente.Nmod {
				continue
			}
			for _, k := range x.children(int(g)) {
				if set[x.lemma[k]] {
					return true
				}
			}
		}
	}
	return false
}

// tokens appends the heads of the phrases in slot s of trigger i.
func (x *tree) tokens(out []int, s slot, kind triggerKind, i int) []int {
	add := func(k int) []int {
		if k >= 0 {
			out = append(out, k)
		}
		return out
	}
	switch s.kind {
	case slotPrep:
		return x.prepArgs(out, i, kind, s.prep)
	case slotSubj:
		if kind == triggerNoun {
			if h := x.head(i); h >= 0 && x.rel(i) == entente.Xcomp {
				return add(x.ownSubject(h))
			}
			return add(x.ownSubject(i))
		}
		k, _ := x.subject(i)
		return add(k)
	case slotObj:
		return x.objects(out, i)
	case slotIobj:
		return add(x.child(i, entente.Iobj))
	case slotPoss:
		return add(x.child(i, entente.NmodPoss))
	case slotMod:
		if kind == triggerVerb { // of its object: "launched a cyber attack"
			if i = x.object(i); i < 0 {
				return out
			}
		}
		for _, c := range x.children(i) {
			switch x.rel(int(c)) {
			case entente.Vocative: // news calls to nobody: a subject whose verb was taken for a noun
				out = append(out, int(c))
			case entente.Amod, entente.Compound, entente.NmodDesc, entente.Nmod, entente.Flat, entente.Advmod:
				if x.rel(int(c)) != entente.Nmod || x.preposition(int(c)) == "" {
					out = append(out, int(c))
				}
			}
		}
		return out
	case slotPred:
		if k := x.child(i, entente.Xcomp); k >= 0 {
			return add(k)
		}
		return add(x.child(i, entente.Parataxis))
	case slotSup:
		return add(x.supportSubject(i))
	case slotSufferer:
		return add(x.sufferer(i))
	}
	return out
}

// bind finds the parties of p at token i; nil when a needed one is missing.
func (x *tree) bind(p *pattern, i, comp, depth int) *match {
	m := &match{p: p, trigger: i, comp: comp, root: p.root, mode: p.mode, support: -1, event: -1}
	if p.kind == triggerNoun {
		m.support = x.supportVerb(i)
	}
	if comp >= 0 && depth < maxInner && (p.auto != modeFixed || p.compRoots != nil || slices.Contains(p.recipient, slot{kind: slotComp})) {
		m.inner = x.find(comp, depth+1)
	}
	if p.compRoots != nil && (m.inner == nil || !slices.Contains(p.compRoots, m.inner.root)) {
		return nil
	}
	if m.inner != nil {
		switch p.auto {
		case modeRequest:
			m.mode = plover.RequestMode(m.inner.root)
		case modeThreat:
			m.mode = plover.ThreatMode(m.inner.root, m.inner.mode)
		}
	}
	m.actors, m.how = x.fill(m, p.actor, true)
	if len(m.actors) == 0 {
		return nil
	}
	m.recipients, _ = x.fill(m, p.recipient, false)
	m.recipients = without(m.recipients, m.actors)
	x.settle(m)
	m.limit()
	if len(m.actors) == 0 || x.blind(m) || m.isPrivate() {
		return nil
	}
	if p.reciprocal {
		return x.reciprocal(m)
	}
	if len(m.recipients) == 0 && len(p.recipient) > 0 && !p.optional {
		return nil
	}
	return m
}

// fill returns the members of the first slot that gives any.
func (x *tree) fill(m *match, slots []slot, asActor bool) ([]party, string) {
	for _, s := range slots {
		var out []party
		switch s.kind {
		case slotComp:
			if m.comp < 0 {
				m.comp = x.complement(m.trigger, compInf)
			}
			out = x.compParties(m)
		case slotSubj2:
			if m.comp >= 0 {
				k, _ := x.surfaceSubject(m.comp)
				out = x.parties(nil, k, false)
			}
		case slotPlace:
			out = x.placeParty(m.trigger)
		default:
			if !asActor && x.isVictimPhrase(m, s) {
				continue
			}
			out = x.slotParties(m, s, asActor)
		}
		if len(out) > 0 {
			return dedupe(out), s.String()
		}
	}
	return nil, ""
}

// compParties returns the parties of the complement: those who receive what it
// tells, or the other side of a meeting.
func (x *tree) compParties(m *match) []party {
	var out []party
	if m.inner != nil {
		if out = slices.Clone(m.inner.recipients); len(out) == 0 && m.inner.p.reciprocal {
			out = slices.DeleteFunc(slices.Clone(m.inner.actors), func(a party) bool {
				return len(m.actors) > 0 && oneSide(&a.actor, &m.actors[0].actor)
			})
		}
	}
	if len(out) == 0 && m.comp >= 0 {
		out = x.complementParties(m.comp)
	}
	return out
}

// slotParties returns the parties that stand in a syntactic slot.
func (x *tree) slotParties(m *match, s slot, asActor bool) []party {
	var buf [8]int
	var out []party
	for n, k := range x.tokens(buf[:0], s, m.p.kind, m.trigger) {
		switch {
		case s.kind == slotObj && n > 0:
		case s.kind == slotMod:
			out = x.modParty(out, m.trigger, k)
		default:
			out = x.parties(out, k, asActor)
		}
	}
	if !asActor && len(out) == 0 && (s.kind == slotObj && !x.isViolence(m) || s.kind == slotPrep) {
		for _, k := range x.tokens(buf[:0], s, m.p.kind, m.trigger) {
			out = x.placeAsParty(out, k)
		}
	}
	return out
}

// isVictimPhrase reports whether slot s of a criticism holds where or whom an
// attack struck, not who is criticised: "condemned the attack in Mali".
func (x *tree) isVictimPhrase(m *match, s slot) bool {
	if s.kind != slotPrep || !x.isViolence(m) {
		return false
	}
	switch s.prep {
	case "in", "on", "at", "against":
		return true
	}
	return false
}

// isViolence reports whether m is a criticism whose object is an attack.
func (x *tree) isViolence(m *match) bool {
	if m.root != entente.RootAccuse || m.p.kind != triggerVerb {
		return false
	}
	for _, c := range m.p.conds {
		if c.slot.kind == slotObj && !c.not { // "launched an attack on his critics"
			return false
		}
	}
	o := x.object(m.trigger)
	return o >= 0 && (x.t.class("ATTACK")[x.lemma[o]] || x.t.class("victim_of")[x.lemma[o]])
}

// modParty appends the party of modifier k of noun i.
func (x *tree) modParty(out []party, i, k int) []party {
	if m := int(x.mention[k]); m >= 0 && x.mention[i] != x.mention[k] && x.strong(m) {
		out = x.add(out, m, found{k, i, 0.9, "modifier"})
	}
	for _, c := range x.children(k) {
		switch x.rel(int(c)) {
		case entente.Conj, entente.Compound, entente.Amod, entente.Nmod, entente.Flat, entente.NmodDesc:
			if m := int(x.mention[c]); m >= 0 && x.strong(m) && m != int(x.mention[k]) && x.preposition(int(c)) == "" {
				out = x.add(out, m, found{int(c), i, 0.85, "modifier"})
			}
		}
	}
	return out
}

// complementParties returns whom the clause at v acts on, when no pattern says
// what it means.
func (x *tree) complementParties(v int) []party {
	var buf [8]int
	for _, k := range [...]int{x.child(v, entente.Iobj), x.child(v, entente.Obj)} {
		if k >= 0 && x.mention[k] >= 0 {
			if out := x.parties(nil, k, false); len(out) > 0 {
				return out
			}
		}
	}
	for _, prep := range [...]string{"with", "to", "against", "on", "for", "from", "in"} {
		for _, k := range x.prepArgs(buf[:0], v, triggerVerb, prep) {
			if out := x.parties(nil, k, false); len(out) > 0 {
				return out
			}
		}
	}
	if o := x.child(v, entente.Obj); o >= 0 {
		return x.parties(nil, o, false)
	}
	return nil
}
