package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// String returns the slot's name in a pattern file.
func (s slot) String() string {
	if s.kind == slotPrep {
		return s.prep
	}
	for _, n := range slotNames {
		if n.kind == s.kind {
			return n.name
		}
	}
	return ""
}

// dedupe drops members that name a party of the same sector a second time.
func dedupe(in []party) []party {
	out := in[:0]
	for _, p := range in {
		dup := false
		for i := range out {
			if out[i].token == p.token && out[i].mention == p.mention && out[i].actor.Code() == p.actor.Code() || p.resolved() && sameParty(&out[i], &p) {
				dup = true
			}
		}
		if !dup {
			out = append(out, p)
		}
	}
	return out
}

// sameParty reports whether a and b are one party in one sector and by one
// name.
func sameParty(a, b *party) bool {
	return a.actor.Code() == b.actor.Code() && (a.actor.Name == b.actor.Name || a.actor.Name == "" || b.actor.Name == "")
}

// without returns the members of in that are not in other.
func without(in, other []party) []party {
	return slices.DeleteFunc(in, func(p party) bool {
		for i := range other {
			if other[i].token == p.token && other[i].mention == p.mention {
				return true
			}
		}
		return false
	})
}

// locate gives open recipients the country where the deed is done: "struck
// militia groups in Iraq".
func (x *tree) locate(m *match) {
	for i := range m.recipients {
		p := &m.recipients[i]
		if !p.open {
			continue
		}
		at := x.placeParty(m.trigger)
		if len(at) == 0 {
			at = x.placeParty(p.head)
		}
		if len(at) > 0 && at[0].actor.Country != "" && !entente.IsSupranational(at[0].actor.Country) {
			p.actor.Country, p.quality, p.via, p.open = at[0].actor.Country, 0.7, "place", false
		}
	}
}

// settle gives open members (police, protesters) the country of the other
// side, and drops those that stay without.
func (x *tree) settle(m *match) {
	if m.root == entente.RootAssault || m.root == entente.RootCoerce {
		x.locate(m)
	}
	adopt := func(in, from []party) {
		for i := range in {
			if !in[i].open || x.isAnyone(&in[i]) || !oneCountry(from) {
				continue
			}
			for j := range from {
				f := &from[j].actor
				if m.root == entente.RootAssault && x.strikesAbroad(f.Sector, &in[i]) {
					continue // a state that bombs a hospital seldom bombs its own
				}
				if from[j].resolved() && f.Country != "" && !entente.IsSupranational(f.Country) && f.Sector != in[i].actor.Sector &&
					domestic(f.Sector, in[i].actor.Sector) {
					in[i].actor.Country, in[i].quality, in[i].via, in[i].open = f.Country, 0.7, viaOther, false
					break
				}
			}
		}
	}
	if m.domestic() {
		adopt(m.recipients, m.actors)
		adopt(m.actors, m.recipients)
		if m.p.reciprocal { // "the Sudanese army and the rebels"
			adopt(m.actors, slices.Clone(m.actors))
		}
	}
	drop := func(p party) bool { return !p.resolved() }
	m.actors = slices.DeleteFunc(m.actors, drop)
	m.recipients = slices.DeleteFunc(m.recipients, drop)
}

// strikesAbroad reports whether force by a state or an army leaves open whose
// the victim p is: an army that kills villagers may be at home or abroad; one
// that kills protesters or beats prisoners is at home.
func (x *tree) strikesAbroad(by entente.Sector, p *party) bool {
	switch p.actor.Sector {
	case entente.REB, entente.OPP, entente.PRM:
		return by == entente.SectorNone
	}
	switch by {
	case entente.SectorNone:
		return true
	case entente.MIL, entente.SPY:
		return !x.t.class("in_its_power")[x.lemma[p.token]]
	}
	return false
}

// isAnyone reports whether the open party p is told not to be of the country at
// hand ("foreign banks"), or is a bare plural of officials ("Governments sent
// condolences"), who may be of any.
func (x *tree) isAnyone(p *party) bool {
	bare := true
	for _, c := range x.children(p.token) {
		switch x.rel(int(c)) {
		case entente.Amod:
			if x.t.class("foreign")[x.lemma[c]] {
				return true
			}
			bare = false
		case entente.Case, entente.Punct, entente.Conj, entente.Cc:
		default:
			bare = false
		}
	}
	return bare && x.lemma[p.token] == "government" && x.tag[p.token] == "NNS"
}

// oneCountry reports whether the resolved members of in are of one country.
func oneCountry(in []party) bool {
	country := ""
	for i := range in {
		if c := in[i].actor.Country; in[i].resolved() && c != "" {
			if country != "" && c != country {
				return false
			}
			country = c
		}
	}
	return true
}

// domestic reports whether an event of m's kind is usual within one state.
func (m *match) domestic() bool {
	switch m.root {
	case entente.RootSanction:
		return m.mode.String() == "convict"
	case entente.RootAid:
		return m.p.cameo == "072" // rescue
	case entente.RootCoerce, entente.RootAssault, entente.RootProtest, entente.RootReject, entente.RootRequest, entente.RootAccuse,
		entente.RootConcede, entente.RootRetreat, entente.RootThreaten, entente.RootAgree, entente.RootSupport:
		return true
	default:
		return false
	}
}

// blind reports whether the actor of a deed of force is only "it", which in
// such clauses is as often a storm or a bomb as a state, or is done to the actor
// itself.
func (x *tree) blind(m *match) bool {
	if m.p.kind == triggerVerb && m.root == entente.RootAssault && m.mode.String() != "suicide-attack" {
		if o := x.child(m.trigger, entente.Obj); o >= 0 && x.isReflexive(o) {
			return true
		}
	}
	if m.root != entente.RootAssault || len(m.actors) != 1 {
		return false
	}
	a := &m.actors[0]
	if x.rel(m.trigger) == entente.Ccomp { // "the army said it struck"
		return false
	}
	return a.mention >= 0 && x.d.Mentions[a.mention].Kind == entente.MentionPronoun && x.lemma[a.token] == "it"
}

// limit drops the members whose sector or country the pattern does not take.
func (m *match) limit() {
	p := m.p
	if p.who != nil {
		m.actors = slices.DeleteFunc(m.actors, func(a party) bool { return !slices.Contains(p.who, a.actor.Sector) })
	}
	if p.whom != nil {
		m.recipients = slices.DeleteFunc(m.recipients, func(a party) bool { return !slices.Contains(p.whom, a.actor.Sector) })
	}
	if p.direct {
		m.recipients = slices.DeleteFunc(m.recipients, func(a party) bool { return a.quality < 0.8 || a.token != a.head || a.via == "modifier" })
	}
	if len(m.actors) > 0 {
		own := &m.actors[0].actor
		m.recipients = slices.DeleteFunc(m.recipients, func(a party) bool {
			return a.actor.Code() == own.Code() && a.actor.Name == own.Name || !m.domestic() && !m.p.reciprocal && oneSide(&a.actor, own) ||
				m.root != entente.RootAssault && m.ownGround(&a)
		})
	}
	if p.foreign && len(m.actors) > 0 {
		own := m.actors[0].actor.Party()
		m.recipients = slices.DeleteFunc(m.recipients, func(a party) bool { return a.actor.Party() == own })
	}
}

// ownGround reports whether recipient a is no more than the actor's own state,
// named as where the deed is done: police who look into a fire in Wellington do
// nothing to New Zealand.
func (m *match) ownGround(a *party) bool {
	own := &m.actors[0].actor
	if a.actor.Sector != entente.SectorNone || a.actor.Party() != own.Party() || m.p.reciprocal {
		return false
	}
	if a.via != "place" && a.via != "in-phrase" {
		return false
	}
	switch own.Sector {
	case entente.COP, entente.MIL, entente.JUD:
		return m.root != entente.RootCoerce && m.root != entente.RootRetreat
	case entente.GOV, entente.SectorNone:
		return m.p.optional
	}
	return false
}

// isPrivate reports whether the deed of force of m is one of private persons
// among themselves: a crime, not politics.
func (m *match) isPrivate() bool {
	if m.root != entente.RootAssault {
		return false
	}
	for i := range m.actors {
		switch m.actors[i].actor.Sector {
		case entente.CVL, entente.LAB, entente.BUS, entente.EDU, entente.MED, entente.JRN, entente.SOC, entente.AGR:
		default:
			return false
		}
	}
	for i := range m.recipients {
		if m.recipients[i].actor.Party() != m.actors[0].actor.Party() {
			return false
		}
	}
	return true
}

// isInternal reports whether m is a meeting within the offices of one state,
// its army and its police included.
func (m *match) isInternal() bool {
	if m.root != entente.RootConsult {
		return false
	}
	army := false
	for i := range m.actors {
		army = army || m.actors[i].actor.Sector == entente.MIL
	}
	for i := range m.actors {
		a := &m.actors[i].actor
		if a.Country == "" || a.Country != m.actors[0].actor.Country {
			return false
		}
		switch a.Sector {
		case entente.SectorNone, entente.GOV, entente.MIL, entente.COP, entente.SPY, entente.CVL:
		case entente.LAB:
			if !army {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// domestic reports whether actors of the two sectors, named without their
// country, are likely of one state: its police and its protesters.
func domestic(known, open entente.Sector) bool {
	switch open {
	case entente.SectorNone, entente.MIL, entente.UNK, entente.UAF, entente.CRM:
		return false
	}
	return known != entente.MIL || open == entente.CVL || open == entente.OPP || open == entente.REB || open == entente.JRN
}

// reciprocal makes actors of all members of m; nil when there are not two
// parties.
func (x *tree) reciprocal(m *match) *match {
	m.actors = dedupe(append(m.actors, m.recipients...))
	m.recipients = nil
	if m.isInternal() {
		return nil
	}
	for i := 1; i < len(m.actors); i++ {
		if !oneSide(&m.actors[i].actor, &m.actors[0].actor) {
			return m
		}
	}
	return nil
}

// oneSide reports whether a and b speak for the same party: a state and its
// government do, its government and its rebels do not.
func oneSide(a, b *entente.Actor) bool {
	if a.Party() != b.Party() {
		return false
	}
	state := func(s entente.Sector) bool { return s == entente.SectorNone || s == entente.GOV }
	return a.Sector == b.Sector || state(a.Sector) && state(b.Sector)
}

// placeAsParty appends the country of a place that is acted on: "shelled
// Aleppo", "arrived in Beijing".
func (x *tree) placeAsParty(out []party, k int) []party {
	c, at := x.countryAt(k), k
	if c == "" {
		for _, g := range x.children(k) {
			switch x.rel(int(g)) {
			case entente.Nmod, entente.NmodPoss, entente.Compound, entente.Appos, entente.NmodDesc, entente.Amod:
				if c = x.countryAt(int(g)); c != "" {
					at = int(g)
				}
			}
			if c != "" {
				break
			}
		}
	}
	if c == "" {
		return out
	}
	return append(out, party{actor: entente.Actor{Span: x.d.Tokens[at].Span, Country: c}, token: at, mention: -1,
		quality: 0.7, via: "place", head: k})
}

// placeParty returns the country of a literal place in the clause of i.
func (x *tree) placeParty(i int) []party {
	for _, c := range x.children(i) {
		k := int(c)
		if x.rel(k) != entente.Obl && x.rel(k) != entente.Nmod {
			continue
		}
		switch x.preposition(k) {
		case "in", "at", "near", "inside", "across", "on", "outside":
			if m := int(x.mention[k]); m >= 0 && x.strong(m) && x.d.Mentions[m].Actor.Sector == entente.SectorNone {
				return x.add(nil, m, found{k, k, 0.65, "place"})
			}
			if out := x.placeAsParty(nil, k); out != nil {
				return out
			}
		}
	}
	return nil
}
