package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Whose a party is of which the text does not say it - "police", "the
// government", "they" - is a choice among the countries that the report names,
// with none of them as one more option.

// isOpen reports whether the country of p is lacking, or one that the coder guessed,
// so that it is chosen by comparison. What the layer of actors guesses stands.
func (x *tree) isOpen(p *party) bool {
	a := &p.actor
	if p.via == viaEarlier {
		return false
	}
	if a.Group != "" || a.Org != "" && a.Country == "" || entente.IsSupranational(a.Country) {
		return false
	}
	return a.Country == "" || isGuess(p) && p.via != "place"
}

// viaChoice says that the country of a party was chosen among those of the report.
const viaChoice = "country by comparison"

// settleLands gives the open members of m a country by comparison.
func (l *look) settleLands(m *match) {
	for s := range 2 {
		in, of := m.actors, sideActor
		if s == 1 {
			in, of = m.recipients, sideRecipient
		}
		for i := range in {
			if p := &in[i]; of == sideRecipient && l.ofOther(m, p) {
				continue
			} else if l.x.isOpen(p) && (p.mention < 0 || len(l.x.d.Mentions[p.mention].Members) == 0) {
				l.chooseLand(m, p, of)
			}
		}
	}
}

// ofOther gives the bare noun of an office at p, read as of the state that acts, the
// country that the report names most beside it: a state as such recognises, blames
// or recalls its envoy from another's government. It reports false where p is no
// such noun, or no other country is named.
func (l *look) ofOther(m *match, p *party) bool {
	x := l.x
	if len(m.actors) != 1 || !x.t.class("office_of_state")[x.lemma[p.token]] || x.possessive(p.token) >= 0 {
		return false
	}
	a := &m.actors[0]
	if a.mention < 0 || a.actor.Sector != entente.SectorNone && x.d.Mentions[a.mention].Kind != entente.MentionCapital || a.actor.Country == "" ||
		p.actor.Country != a.actor.Country || !p.actor.Inferred && !isGuess(p) {
		return false
	}
	x.countLands()
	for _, c := range x.named {
		if c.code != a.actor.Country {
			p.actor.Country, p.actor.Inferred, p.via, p.open, p.quality = c.code, true, viaChoice, false, min(p.quality, 0.6)
			return true
		}
	}
	return false
}

// chooseLand gives party p of m the likeliest country, or none.
func (l *look) chooseLand(m *match, p *party, of side) {
	list := l.lands(p.head)
	if len(list) == 0 {
		return
	}
	read := p.actor.Country
	scores := make([]int32, len(list)+1)
	best := len(list)
	for k := len(list); k >= 0; k-- {
		l.f.reset()
		if k == len(list) {
			l.whoseKeys(m, p, of, list, nil)
		} else {
			l.whoseKeys(m, p, of, list, &list[k])
		}
		var s [model.MaxClasses]int32
		l.x.t.mind.whose.Score(l.f.keys, &s)
		if scores[k] = s[0]; s[0] > scores[best] {
			best = k
		}
	}
	sum := 0.0
	for _, s := range scores {
		sum += exp(float64(s-scores[best]) / l.x.t.mind.unit)
	}
	code := ""
	if best < len(list) {
		code = list[best].code
	}
	p.open = code == ""
	p.quality = min(p.quality, 1/sum)
	if code != read || p.via == "pronoun" || p.via == "noun" {
		p.actor.Country, p.via = code, viaChoice
		p.actor.Inferred = code != ""
	}
}
