package coder

import (
	"slices"
	"strconv"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Whose a party is of which the text does not say it - "police", "the
// government", "they" - is a choice among the countries that the report names,
// with none of them as one more option.

// maxLands bounds the countries that are compared.
const maxLands = 10

// land is a country that an open party may be of.
type land struct {
	code          string
	before, after int // tokens from the party to the nearest place in its sentence where it is named, 0 for none
	sites         []int
	times         int // that the document names it
	order         int // of its first naming in the document
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
		if len(out) == maxLands {
			break
		}
		if _, ok := at[c.code]; !ok && len(out) < maxLands {
			at[c.code] = len(out)
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

// base says in a word what is known of party p without its country.
func (l *look) base(p *party) string {
	x := l.x
	b := "noun"
	if p.mention >= 0 {
		b = x.d.Mentions[p.mention].Kind.String()
		if x.isPersonName(p) {
			b = "person"
		}
	} else if p.via == "pronoun" {
		b = "pron"
	}
	if p.actor.Country == "" {
		return b + "?"
	}
	return b
}

// whoseKeys gathers the features of party p of that side being of land o, or, where
// o is nil, of none.
func (l *look) whoseKeys(m *match, p *party, of side, list []land, o *land) {
	x, f := l.x, l.f
	base, sec := l.base(p), p.actor.Sector.String()
	long := "s"
	if len(x.d.Sentences) >= leastReport {
		long = "r"
	}
	role := "a"
	if of == sideRecipient {
		role = "o"
	}
	lem := x.lemma[p.token]
	n := strconv.Itoa(min(len(list), 4))
	if o == nil {
		f.add("0")
		f.add("0b", base, long)
		f.add("0s", sec, long)
		f.add("0bs", base, sec)
		f.add("0l", lem)
		f.add("0n", n, long)
		f.add("0nb", n, base, long)
		f.add("0r", m.root.String(), role)
		f.add("0d", x.determiner(p.token), base)
		f.add("0ds", x.determiner(p.token), sec, long)
		f.add("0any", strconv.FormatBool(x.isAnyone(p)))
		f.add("0first", strconv.FormatBool(x.isFirst(p.token)), long)
		return
	}
	add := func(name, value string) {
		f.add(name, value)
		f.add(name+"b", value, base, long)
		f.add(name+"s", value, sec, role)
		f.add(name+"l", value, lem)
	}
	add("read", strconv.FormatBool(p.actor.Country == o.code))
	if len(list) == 1 {
		add("only", long)
	}
	add("times", long+strconv.Itoa(min(o.times, 4))+strconv.Itoa(min(o.order, 3)))
	l.nearness(o, list, add)
	l.fellows(m, p, of, o, add)
	for _, k := range o.sites {
		l.site(m, p, k, add)
	}
	if len(o.sites) == 0 {
		add("site", "elsewhere")
	}
}

// nearness adds how near land o is named to the party, and whether another is
// nearer.
func (l *look) nearness(o *land, list []land, add func(name, value string)) {
	before, after := 0, 0
	for i := range list {
		q := &list[i]
		if q.before > 0 && (o.before == 0 || q.before < o.before) {
			before++
		}
		if q.after > 0 && (o.after == 0 || q.after < o.after) {
			after++
		}
	}
	b, a := "-", "-"
	if o.before > 0 {
		b = strconv.Itoa(min(before, 3))
	}
	if o.after > 0 {
		a = strconv.Itoa(min(after, 3))
	}
	add("near", b+a)
	if o.before > 0 {
		add("nb", strconv.Itoa(min(o.before/3, 5)))
	} else if o.after > 0 {
		add("na", strconv.Itoa(min(o.after/3, 5)))
	}
}

// fellows adds whether others of the sides of m are of land o, and the place of
// the act.
func (l *look) fellows(m *match, p *party, of side, o *land, add func(name, value string)) {
	root := m.root.String()
	for s, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			q := &list[i]
			if q == p || q.token == p.token || q.actor.Country == "" {
				continue
			}
			same := "other"
			if (s == 0) == (of == sideActor) {
				same = "own"
			}
			v := same + strconv.FormatBool(q.actor.Country == o.code)
			add("side", v)
			add("sider", v+root)
			add("sideq", v+q.actor.Sector.String()+"/"+p.actor.Sector.String())
			l.f.add("sideqr", v, q.actor.Sector.String(), p.actor.Sector.String(), root)
		}
	}
	if at := l.x.placeParty(m.trigger); len(at) > 0 && at[0].actor.Country != "" {
		add("placed", strconv.FormatBool(at[0].actor.Country == o.code))
	}
}

// site adds how a country is named at token k, seen from party p and the trigger.
func (l *look) site(m *match, p *party, k int, add func(name, value string)) {
	x := l.x
	kind := "place"
	if n := int(x.mention[k]); n >= 0 && x.d.Mentions[n].Actor.Country != "" {
		men := &x.d.Mentions[n]
		kind = men.Kind.String()
		if s := men.Actor.Sector; s != entente.SectorNone {
			kind += ":" + s.String()
		}
		k = men.Head
	}
	rel := x.rel(k).String() + x.preposition(k)
	add("kind", kind)
	add("site", rel)
	way := x.way(m.trigger, k)
	if way == "" || len(way) > 28 {
		way = "far"
	}
	add("way", way)
	if h := x.head(k); h >= 0 {
		switch {
		case x.isUnder(k, p.head):
			add("at", "under"+rel)
		case h == x.head(p.head):
			add("at", "beside"+rel)
		case x.isUnder(p.head, k):
			add("at", "over")
		}
	}
	if way := x.way(p.head, k); way != "" && len(way) < 24 {
		add("pway", way)
	}
}

// determiner says how the noun at token i is determined.
func (x *tree) determiner(i int) string {
	for _, c := range x.children(i) {
		switch x.rel(int(c)) {
		case entente.Det:
			return x.lemma[c]
		case entente.NmodPoss:
			return "poss"
		case entente.Nummod:
			return "num"
		}
	}
	return "bare" + x.tag[i]
}

// isFirst reports whether token i stands in the first sentence of its document.
func (x *tree) isFirst(i int) bool { return len(x.d.Sentences) > 0 && i < x.d.Sentences[0].Last }

// teachWhose makes choices of the countries of the open members of event g at
// trigger i.
func (l *look) teachWhose(out []model.Choice, i int, g *GoldEvent) []model.Choice {
	m := &match{trigger: i, root: g.Root, p: &pattern{}}
	type asked struct {
		p  party
		of side
		g  *GoldParty
	}
	var ask []asked
	for k := range l.phrases {
		ph := &l.phrases[k]
		gold, of := l.goldOf(g, k)
		if gold == nil {
			continue
		}
		p := ph.members[0]
		if len(ph.members) == 1 && l.x.isOpen(&p) {
			ask = append(ask, asked{p, of, gold})
			p.actor.Country = gold.Country
			if of == sideRecipient {
				p.actor.Country = ""
			}
			if entente.IsSupranational(p.actor.Country) {
				p.actor.Country = ""
			}
		}
		if of == sideActor {
			m.actors = append(m.actors, p)
		} else {
			m.recipients = append(m.recipients, p)
		}
	}
	for n := range ask {
		a := &ask[n]
		if entente.IsSupranational(a.g.Country) || a.g.Group {
			continue
		}
		list := l.lands(a.p.head)
		c := model.Choice{Weight: 1}
		listed := a.g.Country == ""
		for k := range list {
			l.f.reset()
			l.whoseKeys(m, &a.p, a.of, list, &list[k])
			right := list[k].code == a.g.Country
			listed = listed || right
			c.Options, c.Right = append(c.Options, slices.Clone(l.f.keys)), append(c.Right, right)
		}
		if len(list) == 0 || !listed {
			continue
		}
		l.f.reset()
		l.whoseKeys(m, &a.p, a.of, list, nil)
		c.Options, c.Right = append(c.Options, slices.Clone(l.f.keys)), append(c.Right, a.g.Country == "")
		out = append(out, c)
	}
	return out
}

// viaChoice says that the country of a party was chosen among those of the report.
const viaChoice = "country by comparison"

// settleLands gives the open members of m a country by comparison.
func (l *look) settleLands(m *match) {
	if l.x.t.mind.whose == nil {
		return
	}
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
