package coder

import (
	"github.com/entente-news/entente"
)

// Whose a noun is: possessors, by-phrases, and what they do not say.

// owner returns the mention that modifies the noun at np: poss, of, adjective.
//
// The possessor of an ally or a rival is not the ally, and the place of an
// attack is not whose it is.
func (x *tree) owner(np int) (int, string) {
	best, via, rank := -1, "", 0
	kin, attack, victims := x.t.class("relational")[x.lemma[np]], x.t.class("ATTACK")[x.lemma[np]], x.t.class("victim_of")[x.lemma[np]]
	for _, c := range x.children(np) {
		k := int(c)
		m := int(x.mention[k])
		if m < 0 || !x.strong(m) {
			continue
		}
		if kin && (x.rel(k) == entente.NmodPoss || x.rel(k) == entente.Nmod) {
			continue
		}
		switch x.rel(k) {
		case entente.NmodPoss:
			if rank < 4 {
				best, via, rank = m, "possessor", 4
			}
		case entente.Amod, entente.Compound, entente.NmodDesc, entente.Det, entente.Flat:
			if rank < 3 {
				best, via, rank = m, "modifier", 3
			}
		case entente.Nmod, entente.NmodUnmarked:
			prep := x.preposition(k)
			if prep == "by" && rank < 5 { // whose deed it is comes before whom it struck
				best, via, rank = m, "by-phrase", 5
			}
			if by := x.byWithin(k); by >= 0 && rank < 5 {
				best, via, rank = by, "by-phrase", 5
			}
			if rank < 2 && !(victims && prep == "of") && (prep == "of" || prep == "from" || prep == "by" || prep == "") {
				best, via, rank = m, "of-phrase", 2
			}
			if rank < 1 && !attack && !victims && !x.isForeign(np) && (prep == "in" || prep == "for" || prep == "at") {
				best, via, rank = m, "in-phrase", 1
			}
		}
	}
	return best, via
}

// byWithin returns the mention of a by-phrase that the parser hung on the noun
// at k: "the killing of [civilians by forces]", -1 for none.
func (x *tree) byWithin(k int) int {
	for _, c := range x.children(k) {
		if m := int(x.mention[c]); x.rel(int(c)) == entente.Nmod && m >= 0 && x.strong(m) && x.preposition(int(c)) == "by" {
			return m
		}
	}
	return -1
}

// isKin reports whether the noun at np says what others are to its possessor:
// "Peru's allies", "neighbours of Chad"; not "NATO allies".
func (x *tree) isKin(np int) bool {
	if !x.t.class("relational")[x.lemma[np]] {
		return false
	}
	if x.possessive(np) >= 0 {
		return true
	}
	for _, c := range x.children(np) {
		if x.rel(int(c)) == entente.Nmod && x.hasCase(int(c), "of") {
			return true
		}
	}
	return false
}

// isListed reports whether token k, read as an apposition, is a member of a
// list: "Iraq's premier, Pakistan's premier and the emir" have each their own
// possessor.
func (x *tree) isListed(k int) bool {
	h := x.head(k)
	if x.rel(k) != entente.Appos || h < 0 || x.child(h, entente.Conj) < k {
		return false
	}
	p, q := x.possessive(k), x.possessive(h)
	return p >= 0 && q >= 0 && x.mention[p] >= 0 && x.mention[p] != x.mention[q]
}

// breakaway makes the officials of "separatist leaders" those of the region
// that breaks away, not of the state.
func (x *tree) breakaway(p *party, np int) {
	if p.actor.Sector == entente.GOV && x.hasLemma(np, entente.Amod, x.t.class("breakaway")) {
		p.actor.Sector = entente.PRE
	}
}
