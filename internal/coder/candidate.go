package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// side is what a party of a sentence is to a trigger.
type side uint8

// The sides.
const (
	sideNone side = iota
	sideActor
	sideRecipient
)

// phrase is a noun phrase, adjective or place that may be a party of an event.
type phrase struct {
	np      int // its head
	members []party
	place   bool // only a place speaks: "shelled the town"
	kind    string
}

// maxPhrases bounds the phrases of a sentence that are looked at.
const maxPhrases = 24

// phrases appends the possible parties of a sentence, in the order of the text.
func (x *tree) phrases(out []phrase, sent *entente.Sentence) []phrase {
	last := -1
	for i := sent.First; i < sent.Last && len(out) < maxPhrases; i++ {
		np := x.phraseAt(i)
		if np < 0 || np == last || x.inPhrase(out, np) {
			continue
		}
		p := phrase{np: np}
		if x.isNominal(np) {
			p.members = x.parties(nil, np, true)
			if len(p.members) == 0 {
				p.members = x.parties(nil, np, false)
			}
			if len(p.members) == 0 {
				p.members = x.learntParty(nil, np)
			}
			if len(p.members) == 0 {
				p.members, p.place = x.placeAsParty(nil, np), true
			}
		} else if m := int(x.mention[np]); m >= 0 && x.strong(m) {
			p.members = x.add(nil, m, found{np, np, 0.9, "modifier"})
		}
		if len(p.members) == 0 {
			continue
		}
		p.kind = x.kindOfPhrase(&p)
		out = append(out, p)
		last = np
	}
	return out
}

// phraseAt returns the head of the phrase that token i stands in when it may be
// a party, -1 when it may not.
func (x *tree) phraseAt(i int) int {
	if m := int(x.mention[i]); m >= 0 {
		men := &x.d.Mentions[m]
		if i != men.First {
			return -1
		}
		np := x.top(men.First, men.Last)
		for range 3 { // "Russian troops": the troops
			h := x.head(np)
			if h < 0 || !x.isNominal(h) || !(x.isAgentNoun(h) || x.sectorOf(h) != entente.SectorNone || x.mention[h] >= 0) {
				break
			}
			switch x.rel(np) {
			case entente.Amod, entente.Compound, entente.NmodDesc, entente.Flat, entente.Det:
				np = h
				continue
			}
			break
		}
		return np
	}
	if e := int(x.entity[i]); e >= 0 { // names are taken whole
		ent := &x.d.Entities[e]
		if top := x.top(ent.First, ent.Last); i != top {
			return -1
		}
	}
	if x.isNominal(i) && (x.isAgentNoun(i) || x.sectorOf(i) != entente.SectorNone || x.place[i] >= 0) {
		return i
	}
	if _, ok := x.t.nouns[x.lemma[i]]; ok && x.pos[i] == entente.NOUN || x.isPersonal(i) {
		return i
	}
	if x.isNominal(i) && (x.t.class("both_noun")[x.lemma[i]] || x.t.class("container")[x.lemma[i]]) {
		return i
	}
	return -1
}

// top returns the token of [first, last) whose head lies outside.
func (x *tree) top(first, last int) int {
	for i := first; i < last; i++ {
		if h := x.head(i); (h < first || h >= last) && x.pos[i] != entente.PUNCT {
			return i
		}
	}
	return first
}

// inPhrase reports whether np is a later member of a compound whose first is
// among out, or stands there already.
func (x *tree) inPhrase(out []phrase, np int) bool {
	for i := range out {
		if out[i].np == np {
			return true
		}
		if x.rel(np) == entente.Conj && x.head(np) == out[i].np {
			return true
		}
		if !out[i].place && (x.rel(np) == entente.Appos || x.rel(np) == entente.Flat) && x.head(np) == out[i].np {
			return true
		}
	}
	return false
}

// kindOfPhrase says in a word what a phrase names.
func (x *tree) kindOfPhrase(p *phrase) string {
	a := &p.members[0].actor
	k := ""
	switch {
	case p.place:
		return "place"
	case entente.IsSupranational(a.Country), a.Org != "" && a.Country == "":
		k = "org"
	case a.Country != "":
		k = "state"
	case a.Group != "":
		k = "group"
	default:
		k = "open"
	}
	if p.members[0].mention < 0 && k == "open" {
		k = "noun"
	}
	if m := p.members[0].mention; m >= 0 && x.d.Mentions[m].Kind == entente.MentionPronoun {
		k += "-pron"
	}
	if a.Sector != entente.SectorNone {
		k += ":" + a.Sector.String()
	}
	if len(p.members) > 1 {
		k += "+"
	}
	return k
}

// learntParty appends the noun or pronoun at np as a party of which no more is
// known than the sector that such nouns mostly had in training: "the youths",
// "we".
func (x *tree) learntParty(out []party, np int) []party {
	p := party{actor: entente.Actor{Span: x.d.Tokens[np].Span}, token: np, mention: -1, quality: 0.5, via: "noun", open: true, head: np}
	if s, ok := x.t.nouns[x.lemma[np]]; ok && x.pos[np] == entente.NOUN {
		p.actor.Sector = s
		return append(out, p)
	}
	if x.isPersonal(np) {
		p.via = "pronoun"
		return append(out, p)
	}
	return out
}

// isPersonal reports whether token i is a personal pronoun without a mention.
func (x *tree) isPersonal(i int) bool {
	if x.pos[i] != entente.PRON || x.mention[i] >= 0 {
		return false
	}
	switch x.lemma[i] {
	case "he", "she", "they", "we", "i", "it", "us", "them", "him", "her":
		return x.child(i, entente.Expl) < 0 && x.rel(i) != entente.Expl
	}
	return false
}

// isPolitical reports whether a side of m holds, seeks or challenges public
// power, or is a crowd that acts in public: the third question of the codebook.
// Private persons and firms among themselves make no event.
func (x *tree) isPolitical(m *match) bool {
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if x.isPublic(&list[i]) || m.root == entente.RootProtest && list[i].actor.Sector != entente.SectorNone {
				return true
			}
		}
	}
	return false
}

// isPublic reports whether p is a state or a body of states, or by its sector a
// part of public power or its opponent.
func (x *tree) isPublic(p *party) bool {
	switch p.actor.Sector {
	case entente.GOV, entente.MIL, entente.COP, entente.JUD, entente.LEG, entente.SPY, entente.PTY, entente.REB, entente.OPP,
		entente.PRE, entente.PRM, entente.UAF:
		return true
	case entente.SectorNone:
	default:
		return false
	}
	if p.actor.Country == "IGO" || p.actor.Group != "" {
		return true
	}
	if p.mention < 0 || p.actor.Country == "" || entente.IsSupranational(p.actor.Country) || isGuess(p) {
		return false
	}
	if x.isPersonName(p) {
		return false
	}
	switch x.d.Mentions[p.mention].Kind {
	case entente.MentionName, entente.MentionCapital, entente.MentionAdjective:
		return true
	}
	return false
}

// isPersonName reports whether p stands where a person is named.
func (x *tree) isPersonName(p *party) bool {
	e := int(x.entity[p.token])
	return e >= 0 && x.d.Entities[e].Type == entente.PER
}

// arePersons reports whether all of list are persons by name.
func (x *tree) arePersons(list []party) bool {
	return !slices.ContainsFunc(list, func(p party) bool { return !x.isPersonName(&p) })
}

// isGuess reports whether the country of p is that of a place or of others, and
// not its own.
func isGuess(p *party) bool {
	switch p.via {
	case "place", viaChoice, viaOther:
		return true
	}
	return false
}
