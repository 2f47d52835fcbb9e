package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// maxMembers bounds the members of one side.
const maxMembers = 12

// party is one member of an event's actors or recipients.
type party struct {
	actor   entente.Actor
	token   int     // where it stands
	mention int     // index in Document.Mentions, -1 when a place speaks
	quality float64 // how surely it fills the slot, [0,1]
	via     string  // how it was found, for explanation
	open    bool    // known only by its sector: police, protesters
	head    int     // the noun phrase that it stands in
}

// resolved reports whether the party may stand in a record.
func (p *party) resolved() bool {
	a := &p.actor
	return a.Country != "" || a.Org != "" || a.Group != ""
}

// parties appends the members that the noun phrase at token np stands for. For
// an actor, a phrase without a mention of its own counts only when it is an
// agent ("officials in Iran", "a US warplane"); for a recipient whatever belongs
// to the party does ("Russia's decision").
func (x *tree) parties(out []party, np int, asActor bool) []party {
	if np < 0 {
		return out
	}
	if both := x.both(np); both != nil {
		return append(out, both...)
	}
	n := len(out)
	out = x.oneParty(out, np, asActor)
	if len(out) > n {
		// The members of a compound come after its first.
		for _, c := range x.children(np) {
			if k := int(c); (x.rel(k) == entente.Conj || x.isListed(k)) && len(out) < maxMembers && x.isNominal(k) {
				out = x.oneParty(out, k, asActor)
			}
		}
		return out
	}
	for _, c := range x.children(np) {
		if k := int(c); x.rel(k) == entente.Conj && len(out) < maxMembers && x.isNominal(k) && x.mention[k] >= 0 && x.strong(int(x.mention[k])) {
			out = x.oneParty(out, k, asActor)
		}
	}
	return out
}

// strong reports whether mention m names a party by itself.
func (x *tree) strong(m int) bool {
	a := &x.d.Mentions[m].Actor
	return a.Country != "" || a.Org != "" || a.Group != "" || len(x.d.Mentions[m].Members) > 0
}

// oneParty appends what the phrase at np stands for, without its compounds.
func (x *tree) oneParty(out []party, np int, asActor bool) []party {
	if s := x.speakerOf(np); s >= 0 {
		return x.add(out, int(x.mention[s]), found{s, np, 0.85, "the speaker"})
	}
	if m := int(x.mention[np]); m >= 0 {
		if x.d.Mentions[m].Kind == entente.MentionNoun && x.isKin(np) {
			return out // "Peru's allies" are not Peru
		}
		return x.ofMention(out, np, m, asActor)
	}
	if x.pos[np] == entente.PRON {
		return x.ofPronoun(out, np)
	}
	if x.t.class("container")[x.lemma[np]] { // "thousands of Iranians"
		for _, c := range x.children(np) {
			if k := int(c); x.rel(k) == entente.Nmod && x.hasCase(k, "of") && !x.t.class("container")[x.lemma[k]] {
				return x.oneParty(out, k, asActor)
			}
		}
	}
	// "the foreign minister, Sergei Lavrov": the name says who it is.
	for _, c := range x.children(np) {
		k := int(c)
		switch x.rel(k) {
		case entente.Appos, entente.Flat, entente.FlatName, entente.Compound, entente.NmodDesc:
			m := int(x.mention[k])
			if m >= 0 && x.strong(m) && x.d.Mentions[m].Kind != entente.MentionAdjective && (x.rel(k) == entente.Appos || x.isPerson(m)) {
				return x.add(out, m, found{k, np, 0.9, "apposition"})
			}
		}
	}
	if asActor && !x.isAgentNoun(np) {
		return out
	}
	n := len(out)
	out = x.ofModifier(out, np, asActor)
	if s := x.sectorOf(np); len(out) == n && s != entente.SectorNone {
		// "the government": whose it is may follow from the other side.
		out = append(out, party{actor: entente.Actor{Span: x.d.Tokens[np].Span, Sector: s}, token: np, mention: -1,
			quality: 0.6, via: "noun", open: true, head: np})
	}
	return out
}

// isPerson reports whether mention m names a person with an office.
func (x *tree) isPerson(m int) bool { return x.d.Mentions[m].Actor.Role != "" }

// isAgentNoun reports whether the noun at np names people, bodies or their
// arms, so that its modifier tells whose deed it is.
func (x *tree) isAgentNoun(np int) bool {
	if x.t.class("agent")[x.lemma[np]] {
		return true
	}
	if e := int(x.entity[np]); e >= 0 {
		t := x.d.Entities[e].Type
		return t == entente.PER || t == entente.ORG
	}
	return false
}

// ofMention appends the party of mention m at np.
func (x *tree) ofMention(out []party, np, m int, asActor bool) []party {
	men := &x.d.Mentions[m]
	if len(men.Members) > 0 {
		return x.add(out, m, found{np, np, 0.95, men.Kind.String()})
	}
	p := x.member(m, np, np, 1, men.Kind.String())
	x.breakaway(&p, np)
	if men.Kind == entente.MentionAdjective && men.Head != np {
		p.quality = 0.8
	}
	if p.resolved() {
		return x.partners(append(out, p), np, &p)
	}
	// Police, rebels: whose they are is told by a modifier, a place or later
	// by the other side.
	if i, via := x.owner(np); i >= 0 && len(x.d.Mentions[i].Members) == 0 {
		o := &x.d.Mentions[i].Actor
		p.actor.Country, p.actor.Group, p.quality, p.via = o.Country, o.Group, 0.85, via
		if o.Country == "" && o.Group == "" {
			p.actor.Org = o.Org
		}
		if p.resolved() {
			return append(out, p)
		}
	}
	for _, c := range x.children(np) { // "police of the two countries"
		if k := int(c); x.rel(k) == entente.Nmod && (x.hasCase(k, "of") || x.hasCase(k, "from")) {
			if pair := x.both(k); pair != nil {
				for i := range pair {
					pair[i].actor.Sector = p.actor.Sector
				}
				return append(out, pair...)
			}
		}
	}
	if c := x.placeOf(np); c != "" && !x.isForeign(np) {
		p.actor.Country, p.quality, p.via = c, 0.8, "place"
		return append(out, p)
	}
	p.open = true
	return append(out, p)
}

// isForeign reports whether the noun at np is told to be of another state or of
// several: "coalition forces in Iraq", "foreign banks".
func (x *tree) isForeign(np int) bool {
	return x.hasLemma(np, entente.Amod, x.t.class("foreign")) || x.hasLemma(np, entente.Compound, x.t.class("foreign"))
}

// partners appends the other states of a phrase like "officials from Iran and
// Iraq", whose first has been found as p.
func (x *tree) partners(out []party, np int, p *party) []party {
	for _, c := range x.children(np) {
		k := int(c)
		if x.rel(k) != entente.Nmod || x.mention[k] < 0 || !x.hasCase(k, "of") && !x.hasCase(k, "from") ||
			x.d.Mentions[x.mention[k]].Actor.Party() != p.actor.Party() {
			continue
		}
		for _, g := range x.children(k) {
			m := int(x.mention[g])
			if x.rel(int(g)) != entente.Conj || m < 0 || !x.strong(m) || len(out) >= maxMembers {
				continue
			}
			q := *p
			q.actor, q.mention = x.d.Mentions[m].Actor, m
			if q.actor.Sector == entente.SectorNone {
				q.actor.Sector = p.actor.Sector
			}
			out = append(out, q)
		}
	}
	return out
}

// found is where a mention was found: its token, the phrase it fills, how surely
// and how.
type found struct {
	token, head int
	quality     float64
	via         string
}

// add appends the party of mention m, or the several that it stands for.
func (x *tree) add(out []party, m int, at found) []party {
	p := x.member(m, at.token, at.head, at.quality, at.via)
	list := x.d.Mentions[m].Members
	if len(list) == 0 {
		return append(out, p)
	}
	for _, a := range list {
		if a.Span.IsEmpty() {
			a.Span = p.actor.Span
		}
		q := p
		q.actor = a
		out = append(out, q)
	}
	return out
}

// member returns the party of mention m that stands at token i in phrase np.
func (x *tree) member(m, i, np int, quality float64, via string) party {
	p := party{actor: x.d.Mentions[m].Actor, token: i, mention: m, quality: quality, via: via, head: np}
	if x.d.Mentions[m].Ambiguous {
		p.quality *= 0.8
	}
	if x.d.Mentions[m].Kind == entente.MentionPronoun {
		p.quality *= 0.85
	}
	return p
}

// ofPronoun appends the party of a possessive or personal pronoun without a
// mention of its own: "its", "their" read as the subject of the clause.
func (x *tree) ofPronoun(out []party, np int) []party {
	if x.rel(np) != entente.NmodPoss {
		return out
	}
	switch x.lemma[np] {
	case "its", "their", "his", "her", "it", "they", "he", "she":
	default:
		return out
	}
	h := np
	for range maxClimb {
		if h = x.head(h); h < 0 {
			return out
		}
		if !x.isVerbal(h) {
			continue
		}
		s, _ := x.surfaceSubject(h)
		if s < 0 || s >= np || x.mention[s] < 0 || !x.strong(int(x.mention[s])) {
			return out
		}
		return x.add(out, int(x.mention[s]), found{s, np, 0.75, "possessive pronoun"})
	}
	return out
}

// ofModifier appends the party that the noun at np belongs to.
func (x *tree) ofModifier(out []party, np int, asActor bool) []party {
	if m, via := x.owner(np); m >= 0 {
		q := 0.8
		if via == "in-phrase" {
			q = 0.7
		}
		n := len(out)
		out = x.add(out, m, found{np, np, q, via})
		for i := n; i < len(out); i++ {
			if x.t.class("agent")[x.lemma[np]] && out[i].actor.Sector == entente.SectorNone {
				out[i].actor.Sector = x.sectorOf(np)
			}
			x.breakaway(&out[i], np)
		}
		return out
	}
	// "members of a Kurdish group": one noun deeper.
	for _, c := range x.children(np) {
		k := int(c)
		if r := x.rel(k); (r == entente.Nmod || r == entente.NmodPoss) && x.mention[k] < 0 && x.isNominal(k) {
			switch prep := x.preposition(k); {
			case r == entente.NmodPoss, prep == "of", prep == "from", prep == "by" && !asActor, prep == "for" && asActor:
				if m, via := x.owner(k); m >= 0 {
					return x.add(out, m, found{k, np, 0.65, via})
				}
				if p := x.possessive(k); p >= 0 {
					return x.ofPronoun(out, p)
				}
			}
		}
	}
	if p := x.possessive(np); p >= 0 && !x.t.class("relational")[x.lemma[np]] {
		if m := int(x.mention[p]); m >= 0 {
			return x.add(out, m, found{p, np, 0.8, "possessor"})
		}
		if !asActor {
			return x.ofPronoun(out, p)
		}
	}
	return out
}

// possessive returns the possessor of the noun at np, -1 for none.
func (x *tree) possessive(np int) int { return x.child(np, entente.NmodPoss) }

// sectors lists the classes of agent nouns that carry a sector.
var sectors = [...]struct {
	class  string
	sector entente.Sector
}{
	{"sector_mil", entente.MIL}, {"sector_cop", entente.COP}, {"sector_gov", entente.GOV}, {"sector_cvl", entente.CVL},
	{"sector_jud", entente.JUD}, {"sector_leg", entente.LEG}, {"sector_reb", entente.REB}, {"sector_bus", entente.BUS},
	{"sector_jrn", entente.JRN}, {"sector_spy", entente.SPY},
}

// sectorOf returns the sector that the noun at np speaks of.
func (x *tree) sectorOf(np int) entente.Sector {
	for _, s := range sectors {
		if x.t.class(s.class)[x.lemma[np]] {
			return s.sector
		}
	}
	return entente.SectorNone
}

// placeOf returns the country of a literal place that the phrase at np names
// or stands in ("police in Nairobi"), "" for none.
func (x *tree) placeOf(np int) string {
	if c := x.countryAt(np); c != "" {
		return c
	}
	for _, c := range x.children(np) {
		k := int(c)
		switch x.rel(k) {
		case entente.Nmod, entente.NmodPoss, entente.NmodDesc, entente.Compound, entente.Amod, entente.Appos:
			if cc := x.countryAt(k); cc != "" {
				return cc
			}
		}
	}
	return ""
}

// countryAt returns the country of the place at token i, "" for none.
func (x *tree) countryAt(i int) string {
	if p := int(x.place[i]); p >= 0 && !x.d.Places[p].Unresolved && x.d.Places[p].Country != "" {
		return x.d.Places[p].Country
	}
	return ""
}

// both returns the two parties last named when the phrase at np is "the two
// countries", "both leaders", "the two sides"; nil when it is none or they are
// not known.
func (x *tree) both(np int) []party {
	if !x.t.class("both_noun")[x.lemma[np]] || x.mention[np] >= 0 && x.strong(int(x.mention[np])) {
		return nil
	}
	two := false
	for _, c := range x.children(np) {
		switch l := x.lemma[c]; l {
		case "two", "both":
			two = true
		}
		if r := x.rel(int(c)); r == entente.NmodPoss || r == entente.Amod && x.mention[c] >= 0 {
			return nil
		}
	}
	if !two {
		return nil
	}
	return x.mainPair(np)
}

// maxLookBack bounds how many mentions back "the two countries" may look.
const maxLookBack = 48

// mainPair returns the two parties named most often before token np, the nearer
// ones first among equals, in the order of the text; nil when fewer were.
func (x *tree) mainPair(np int) []party {
	type tally struct {
		party string
		last  int
		n     int
	}
	var seen [maxLookBack]tally
	k := 0
	end := x.lastMentionBefore(np)
	for m := end; m >= 0 && end-m < maxLookBack; m-- {
		a := &x.d.Mentions[m].Actor
		if a.Country == "" && a.Org == "" {
			continue
		}
		code := a.Party()
		i := 0
		for i < k && seen[i].party != code {
			i++
		}
		if i == k {
			seen[k] = tally{code, m, 0}
			k++
		}
		seen[i].n++
	}
	if k < 2 {
		return nil
	}
	slices.SortStableFunc(seen[:k], func(a, b tally) int { return b.n - a.n })
	a, b := seen[0].last, seen[1].last
	return []party{x.member(min(a, b), np, np, 0.7, "the two"), x.member(max(a, b), np, np, 0.7, "the two")}
}

// lastMentionBefore returns the index of the last mention before token i, -1
// for none.
func (x *tree) lastMentionBefore(i int) int {
	lo, hi := 0, len(x.d.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if x.d.Mentions[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
