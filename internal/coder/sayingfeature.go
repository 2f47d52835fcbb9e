package coder

import (
	"strconv"

	"github.com/entente-news/entente"
)

// sayClasses are the classes of words that tell what kind of saying a word is.
var sayClasses = [...]string{"say", "say_more", "charge", "blame_for", "accuse_of", "deny", "wish", "demanding", "command", "attest", "perceive", "writing"}

// sayClass returns the first class of sayClasses that token i is of, "" for none.
func (x *tree) sayClass(i int) string {
	for _, c := range sayClasses {
		if x.t.class(c)[x.lemma[i]] {
			return c
		}
	}
	return ""
}

// eventAt returns the word of m that the clauses above govern.
func (m *match) eventAt() int {
	if m.support >= 0 {
		return m.support
	}
	return m.trigger
}

// far returns how many words token i stands from the trigger of m.
func (m *match) far(i int) int { return max(i-m.trigger, m.trigger-i) }

// untoldKeys adds the features of the trigger's telling by the outlet itself.
func (w *work) untoldKeys(g *features, m *match, root entente.Root, f *fact) {
	x := &w.x
	r := root.String()
	said := 0
	for k := range w.told {
		said += btoi(x.isSaid(&w.told[k]))
	}
	n := strconv.Itoa(min(said, 3))
	rule := strconv.FormatBool(f.cue >= 0 && f.speaker >= 0 && f.cue != m.trigger)
	quoted := strconv.FormatBool(x.isQuoted(m.trigger))
	g.add("0")
	g.add("0root", r)
	g.add("0said", n, rule)
	g.add("0rule", rule, x.kindWord(m))
	g.add("0quoted", quoted, n)
	g.add("0status", f.status.String(), rule)
	g.add("0quad", strconv.Itoa(int(root.Quad())), n)
	g.add("0tag", x.tag[m.eventAt()], rule)
	g.add("0trigger", x.lemma[m.trigger])
	g.add("0prose", strconv.FormatBool(x.isProse(m.trigger)))
	if h := x.head(m.eventAt()); h < 0 {
		g.add("0root of sentence", n, rule)
	}
}

// kindWord says whether the trigger of m is a noun.
func (x *tree) kindWord(m *match) string {
	if x.pos[m.trigger] == entente.VERB {
		return "verb"
	}
	return "noun"
}

// isSaid reports whether the word of c is one of saying, whatever the trigger.
func (x *tree) isSaid(c *saying) bool {
	return x.pos[c.cue] != entente.VERB || x.isSaying(c.cue)
}

// link is how a saying word stands to the word of an event.
type link struct {
	under string // relation right under the saying word on the way to the event
	verbs int    // verbs on that way
	steps int
	above bool // the saying word is above the event
	child int  // the token right under it, -1
}

// linkOf returns how the word at cue stands to the event at token at.
func (x *tree) linkOf(cue, at int) link {
	l := link{child: -1}
	for k := at; k >= 0 && l.steps <= maxClimb; k = x.head(k) {
		if k == cue {
			l.above = true
			if l.child >= 0 {
				l.under = x.rel(l.child).String()
			}
			return l
		}
		if k != at && x.pos[k] == entente.VERB {
			l.verbs++
		}
		l.child = k
		l.steps++
	}
	l = link{child: -1}
	for k := cue; k >= 0 && l.steps <= maxClimb; k = x.head(k) {
		if k == at {
			l.under = "below " + x.rel(l.child).String()
			return l
		}
		if k != cue && x.pos[k] == entente.VERB {
			l.verbs++
		}
		l.child = k
		l.steps++
	}
	l.under, l.child = "aside "+x.rel(cue).String(), -1
	return l
}

// sayingKeys adds the features of saying k of those of m.
func (w *work) sayingKeys(g *features, m *match, root entente.Root, f *fact, k int) {
	x := &w.x
	c := &w.told[k]
	at := m.eventAt()
	l := x.linkOf(c.cue, at)
	class := x.sayClass(c.cue)
	cue := x.lemma[c.cue]
	quad := strconv.Itoa(int(root.Quad()))
	verbs := strconv.Itoa(min(l.verbs, 2))
	rule := "none"
	switch {
	case c.speaker == f.speaker && (c.cue == f.cue || f.cue == f.speaker):
		rule = "same"
	case c.speaker == f.speaker:
		rule = "speaker"
	case f.cue >= 0 && f.speaker >= 0:
		rule = "other"
	}
	side := x.sideAt(m, c.speaker)
	g.add("kind", c.kind)
	for _, n := range x.children(c.cue) {
		switch x.rel(int(n)) {
		case entente.Xcomp, entente.CompoundPrt, entente.Advmod:
			if k := int(n); k > c.cue && k <= c.cue+3 {
				g.add("phrase", cue, x.lemma[k]) // "made clear", "pointed out"
			}
		}
	}
	g.add("cue", cue)
	g.add("cue under", cue, l.under)
	g.add("class", class, c.kind)
	g.add("class under", class, l.under, verbs)
	g.add("tag under", class, x.tag[c.cue], l.under)
	g.add("rule", rule, class)
	g.add("rule cue", rule, cue)
	g.add("rule under", rule, l.under)
	g.add("under", l.under, x.kindWord(m))
	g.add("way", x.way(at, c.cue), class)
	g.add("steps", strconv.Itoa(min(l.steps, 6)), l.under)
	g.add("side", side, class, l.under)
	g.add("side quad", side, quad)
	g.add("root", root.String(), class, l.under)
	g.add("root cue", root.String(), cue)
	g.add("status", f.status.String(), class, l.under)
	w.sayingSpeaker(g, c, class, l.under)
	w.sayingClause(g, c, &l, class)
	w.sayingOrder(g, m, c, &l)
	w.sayingRank(g, m, k, l.under)
}

// sideAt says which side of m stands at token i.
func (x *tree) sideAt(m *match, i int) string {
	for s, list := range [2][]party{m.actors, m.recipients} {
		for k := range list {
			if list[k].token == i || list[k].head == i || x.mention[i] >= 0 && int(x.mention[i]) == list[k].mention {
				return [...]string{"actor", "recipient"}[s]
			}
		}
	}
	return "other"
}

// sayingSpeaker adds who the speaker of c is.
func (w *work) sayingSpeaker(g *features, c *saying, class, under string) {
	x := &w.x
	who, sector := "noun", ""
	switch n := int(x.mention[c.speaker]); {
	case n >= 0:
		who, sector = x.d.Mentions[n].Kind.String(), x.d.Mentions[n].Actor.Sector.String()
	case x.pos[c.speaker] == entente.PRON:
		who = x.lemma[c.speaker]
	case x.entity[c.speaker] >= 0:
		who = x.nameKind(c.speaker)
	}
	g.add("who", who, class)
	g.add("who under", who, under)
	g.add("sector", sector, class)
	if who == "noun" {
		g.add("speaker", x.lemma[c.speaker])
		g.add("paper", strconv.FormatBool(x.t.class("writing")[x.lemma[c.speaker]]), class)
	}
	order := "before"
	if c.speaker > c.cue {
		order = "behind"
	}
	g.add("order", order, c.kind, under)
}

// sayingClause adds how the clause of c is built.
func (w *work) sayingClause(g *features, c *saying, l *link, class string) {
	x := &w.x
	mark, own, voice := "", "", ""
	for _, n := range x.children(c.cue) {
		switch k := int(n); x.rel(k) {
		case entente.Ccomp:
			if k != l.child {
				own += "c"
			}
		case entente.Obj:
			if k != l.child {
				own += "o"
			}
		case entente.Iobj:
			own += "i"
		case entente.Advmod:
			if x.t.class("negator")[x.lemma[k]] {
				voice = "not"
			}
		case entente.Aux:
			if x.tag[k] == "MD" {
				voice = x.lemma[k]
			}
		}
	}
	if l.child >= 0 && l.above {
		for _, n := range x.children(l.child) {
			if x.rel(int(n)) == entente.Mark || x.rel(int(n)) == entente.Case {
				mark = x.lemma[n]
				break
			}
		}
		g.add("content", x.tag[l.child], l.under, class)
	}
	g.add("mark", mark, l.under, class)
	g.add("own", own, l.under, class)
	g.add("voice", voice, class)
}

// sayingOrder adds where the saying of c stands, and what marks set it off.
func (w *work) sayingOrder(g *features, m *match, c *saying, l *link) {
	x := &w.x
	class := x.sayClass(c.cue)
	first := min(c.cue, c.speaker)
	off := ""
	switch {
	case first > m.trigger:
		off = "behind"
		if x.isSetOff(first, m.trigger) || first >= 2 && x.isSetOff(first-1, m.trigger) {
			off = "behind comma"
		}
	case c.cue < m.trigger:
		off = "before"
	}
	commas, semi := 0, false
	for i := min(c.cue, m.trigger) + 1; i < max(c.cue, m.trigger); i++ {
		switch x.form(i) {
		case ",":
			commas++
		case ";", ":":
			semi = true
		}
	}
	g.add("off", off, strconv.Itoa(min(commas, 3)), class)
	g.add("off under", off, l.under)
	g.add("off semi", off, strconv.FormatBool(semi))
	g.add("off far", off, strconv.Itoa(min(m.far(c.cue)/4, 6)))
	g.add("quoted", strconv.FormatBool(x.isQuoted(m.trigger)), strconv.FormatBool(x.isQuoted(c.cue)), class)
}

// sayingRank adds whether another saying word stands nearer.
func (w *work) sayingRank(g *features, m *match, k int, under string) {
	x := &w.x
	nearer, between := 0, 0
	c := &w.told[k]
	for j := range w.told {
		o := &w.told[j]
		if j == k || !x.isSaid(o) {
			continue
		}
		nearer += btoi(m.far(o.cue) < m.far(c.cue))
		for n, at := 0, x.head(m.eventAt()); at >= 0 && at != c.cue && n < maxClimb; n, at = n+1, x.head(at) {
			between += btoi(at == o.cue)
		}
	}
	said := strconv.FormatBool(x.isSaid(c))
	g.add("nearer", strconv.Itoa(min(nearer, 2)), said)
	g.add("between", strconv.Itoa(min(between, 2)), under)
}
