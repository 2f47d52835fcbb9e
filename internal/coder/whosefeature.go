package coder

import (
	"strconv"

	"github.com/entente-news/entente"
)

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
	if b == "noun" {
		b += x.nameKind(p.token)
	}
	b += x.voiceAt(p.token)
	if x.isForeign(p.token) {
		b += "foreign"
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
