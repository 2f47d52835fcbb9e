package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// How the country of a party was found that is not its own.
const (
	viaOther = "country of the other side"
	// viaEarlier says that a party stands in a sentence before.
	viaEarlier = "a sentence before"
)

// leastReport is how many sentences make a report, which is about a country.
const leastReport = 3

// maxNear bounds how far away, in tokens, the country of a party is looked for.
const maxNear = 80

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

// maxLands bounds the countries that are compared.
const maxLands = 10

// land is a country that an open party may be of.
type land struct {
	code          string
	before, after int // tokens from the party to the nearest place in its sentence where it is named, 0 for none
	sites         []int
	times         int // that the document names it
	order         int // its place among those that the document names, the most named first
}

// lands returns the countries of the sentence in the order of the text, then those
// that the document names most.
func (l *look) lands(np int) []land {
	var out []land
	at := map[string]int{}
	x := l.x
	last := ""
	for k := max(l.first, np-maxNear); k < min(l.last, np+maxNear); k++ {
		c := l.countryNamed(k)
		if m := int(x.mention[k]); m >= 0 && x.d.Mentions[m].Actor.Inferred {
			c = x.countryAt(k)
		}
		if c == "" || entente.IsSupranational(c) {
			last = ""
			continue
		}
		i, ok := at[c]
		if !ok {
			if len(out) == maxLands {
				continue
			}
			i = len(out)
			at[c] = i
			out = append(out, land{code: c})
		}
		o := &out[i]
		if k < np {
			o.before = np - k
		} else if o.after == 0 && k > np {
			o.after = k - np
		}
		if c != last || len(o.sites) == 0 {
			o.sites = append(o.sites, k)
		}
		last = c
	}
	x.countLands()
	for _, c := range x.named {
		if _, ok := at[c.code]; !ok && len(out) < maxLands {
			out = append(out, land{code: c.code})
		}
	}
	for i := range out {
		for n, c := range x.named {
			if c.code == out[i].code {
				out[i].times, out[i].order = c.times, n
			}
		}
	}
	return out
}

// countLands fills x.named with the countries that the document names, the most
// named first, the earlier among equals.
func (x *tree) countLands() {
	if x.namedKnown {
		return
	}
	x.namedKnown, x.named = true, x.named[:0]
	count := func(c string) {
		if c == "" || entente.IsSupranational(c) {
			return
		}
		for i := range x.named {
			if x.named[i].code == c {
				x.named[i].times++
				return
			}
		}
		x.named = append(x.named, land{code: c, times: 1})
	}
	for i := range x.d.Mentions {
		if a := &x.d.Mentions[i].Actor; !a.Inferred {
			count(a.Country)
		}
	}
	for i := range x.d.Places {
		if p := &x.d.Places[i]; !p.Unresolved {
			count(p.Country)
		}
	}
	slices.SortStableFunc(x.named, func(a, b land) int { return b.times - a.times })
}
