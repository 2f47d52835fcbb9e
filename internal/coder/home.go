package coder

import (
	"github.com/entente-news/entente"
)

// Whose a party is of which no more is known than its sector: "police",
// "farmers".

// home gives parties that are known by their sector alone a country: that of
// others on their side; that of the place of the act; in a report the one that
// it names most; else the one named nearest before them, or behind. Whose side
// is the other one says least: of open parties of the written part it gave the
// right country to one in eight where it and the nearest disagreed.
func (l *look) home(m *match) {
	if mind := l.x.t.mind; mind != nil && mind.whose != nil {
		l.settleLands(m)
		return
	}
	for _, list := range [2][]party{m.actors, m.recipients} {
		side := ""
		for i := range list {
			if c := list[i].actor.Country; c != "" && !entente.IsSupranational(c) && side == "" {
				side = c
			}
		}
		for i := range list {
			p := &list[i]
			if p.resolved() || l.x.isAnyone(p) {
				continue
			}
			country, via := side, viaSide
			if country == "" {
				country, via = l.homeOf(m, p)
			}
			if country != "" {
				p.actor.Country, p.via, p.open, p.quality = country, via, false, 0.6
			}
		}
	}
}

// How the country of a party was found that is not its own.
const (
	viaStory = "country of the story"
	viaSide  = "country of its side"
	viaOther = "country of the other side"
	// viaEarlier says that a party stands in a sentence before.
	viaEarlier = "a sentence before"
)

// leastReport is how many sentences make a report, which is about a country.
const leastReport = 3

// homeOf returns the country in which the open party p of m most likely is, and
// how it was found; "" for none.
func (l *look) homeOf(m *match, p *party) (country, via string) {
	x := l.x
	if at := x.placeParty(m.trigger); len(at) > 0 && !entente.IsSupranational(at[0].actor.Country) && at[0].actor.Country != "" {
		return at[0].actor.Country, "place"
	}
	if len(x.d.Sentences) < leastReport {
		if country = l.nearest(p.head); country != "" {
			return country, viaStory
		}
	}
	return x.mainCountry(), viaStory
}

// maxNear bounds how far away, in tokens, the country of a party is looked for.
const maxNear = 80

// nearest returns the country named nearest before token i in its sentence, else
// nearest behind it; "" for none.
func (l *look) nearest(i int) string {
	for k := i - 1; k >= max(l.first, i-maxNear); k-- {
		if c := l.countryNamed(k); c != "" {
			return c
		}
	}
	for k := i + 1; k < min(l.last, i+maxNear); k++ {
		if c := l.countryNamed(k); c != "" {
			return c
		}
	}
	return ""
}

// countryNamed returns the country that the mention or place at token k names,
// "" for none.
func (l *look) countryNamed(k int) string {
	x := l.x
	if m := int(x.mention[k]); m >= 0 {
		if c := x.d.Mentions[m].Actor.Country; c != "" && !entente.IsSupranational(c) {
			return c
		}
	}
	return x.countryAt(k)
}

// mainCountry returns the country that the document names most, the earlier
// one among equals; "" for none.
func (x *tree) mainCountry() string {
	if x.mainKnown {
		return x.main
	}
	x.mainKnown, x.main = true, ""
	seen := map[string]int{}
	var order []string
	count := func(c string) {
		if c == "" || entente.IsSupranational(c) {
			return
		}
		if seen[c] == 0 {
			order = append(order, c)
		}
		seen[c]++
	}
	for i := range x.d.Mentions {
		count(x.d.Mentions[i].Actor.Country)
	}
	for i := range x.d.Places {
		if p := &x.d.Places[i]; !p.Unresolved {
			count(p.Country)
		}
	}
	for _, c := range order {
		if x.main == "" || seen[c] > seen[x.main] {
			x.main = c
		}
	}
	return x.main
}
