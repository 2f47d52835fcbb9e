package coder

import (
	"strconv"

	"github.com/entente-news/entente"
)

// nowhereKeys adds the features of an event without a place.
func (w *work) nowhereKeys(g *features, m *match, root entente.Root, rule *entente.Place) {
	x := &w.x
	literal, before := 0, 0
	for k := range w.near {
		switch {
		case w.near[k].before > 0:
			before++
		default:
			literal++
		}
	}
	n := strconv.Itoa(min(literal, 3))
	r := strconv.FormatBool(rule != nil)
	g.add("0")
	g.add("0root", root.String())
	g.add("0literal", n, r)
	g.add("0rule", r, root.String())
	g.add("0before", strconv.Itoa(min(before, 1)), n)
	g.add("0trigger", x.lemma[m.trigger])
	g.add("0kind", x.kindWord(m), n)
	g.add("0quad", strconv.Itoa(int(root.Quad())), n, r)
	if x.hasPointer(m) {
		g.add("0there")
	}
}

// hasPointer reports whether the clause of m points at a place told before.
func (x *tree) hasPointer(m *match) bool {
	for _, c := range x.children(m.eventAt()) {
		switch x.form(int(c)) {
		case "there", "here", "nearby":
			return true
		}
	}
	return false
}

// spot is a place near an event with what its features are told by.
type spot struct {
	*locale
	k         int    // which of those near
	at        int    // the token that its phrase hangs by
	prep, use string // its preposition; whether a gazetteer has it
	root      string // of the event
	quad      string
}

// localeKeys adds the features of place k of those near m.
func (w *work) localeKeys(g *features, m *match, root entente.Root, rule *entente.Place, k int) {
	x := &w.x
	c := &w.near[k]
	p := &x.d.Places[c.place]
	use := "known"
	if p.Unresolved {
		use = "unknown"
	}
	r := root.String()
	ruled := "none"
	switch {
	case rule != nil && rule.Span == p.Span:
		ruled = "same"
	case rule != nil && rule.Country == p.Country:
		ruled = "country"
	case rule != nil:
		ruled = "other"
	}
	if c.before > 0 {
		g.add("back rule", ruled)
		w.localeBefore(g, m, &spot{locale: c, k: k, root: r})
		return
	}
	at := m.eventAt()
	i := x.outermost(c.token)
	prep, rel := x.preposition(i), x.rel(i).String()
	l := x.linkOf(at, i)
	verbs := strconv.Itoa(min(l.verbs, 2))
	g.add("use", use, ruled)
	g.add("rule", ruled, r)
	g.add("rule prep", ruled, prep)
	g.add("prep", prep, rel, use)
	g.add("prep root", prep, r, use)
	g.add("prep quad", prep, strconv.Itoa(int(root.Quad())), l.under)
	g.add("trigger", x.lemma[m.trigger], prep)
	g.add("trigger under", x.lemma[m.trigger], l.under)
	g.add("under", l.under, prep, x.kindWord(m))
	g.add("under use", l.under, use, verbs)
	g.add("under root", l.under, r, use)
	g.add("steps", strconv.Itoa(min(l.steps, 5)), verbs, prep)
	g.add("way", x.way(at, i), x.kindWord(m))
	if l.above && l.child >= 0 {
		g.add("child", x.preposition(l.child), l.under, prep)
	}
	if h := x.head(i); h >= 0 && h != at {
		g.add("head", x.lemma[h], prep)
		g.add("head pos", x.pos[h].String(), prep, l.under)
		g.add("head way", x.rel(h).String(), x.preposition(h), prep)
	}
	s := &spot{locale: c, k: k, at: i, prep: prep, use: use, root: r, quad: strconv.Itoa(int(root.Quad()))}
	w.localeClause(g, m, s)
	w.localeSides(g, m, s)
	w.localeOrder(g, m, s)
}

// verbOver returns the verb of the clause of token i, i itself if it is one; -1 for
// none.
func (x *tree) verbOver(i int) int {
	for n := 0; i >= 0 && n < maxClimb; n, i = n+1, x.head(i) {
		if x.pos[i] == entente.VERB {
			return i
		}
	}
	return -1
}

// localeClause adds how the clause of the place of c stands to that of m.
func (w *work) localeClause(g *features, m *match, c *spot) {
	x := &w.x
	i := c.at
	at, of := x.verbOver(m.eventAt()), x.verbOver(i)
	clause, verbs := "same", 0
	if at != of {
		clause = "none"
		if at >= 0 && of >= 0 {
			l := x.linkOf(of, at)
			clause, verbs = "over "+l.under, l.verbs
			if !l.above {
				clause = l.under
			}
		}
	}
	kind := x.kindWord(m)
	g.add("clause", clause, c.prep, strconv.Itoa(min(verbs, 2)))
	g.add("clause kind", clause, kind, c.use)
	g.add("clause root", clause, c.root, c.use)
	if of >= 0 {
		g.add("clause word", clause, x.sayClass(of), x.tag[of])
		g.add("governor", x.lemma[of], clause)
		owner := x.ownSubject(of)
		side := ""
		if owner >= 0 {
			side = x.sideAt(m, owner)
		}
		g.add("clause subject", clause, side, c.prep)
	}
	s := x.sentenceOf(i)
	dateline := false
	for k := x.d.Sentences[s].First; k < min(x.d.Sentences[s].First+10, m.trigger) && i < x.d.Sentences[s].First+4; k++ {
		switch x.form(k) {
		case "-", "–", "—", "--":
			dateline = dateline || k > i
		}
	}
	if dateline {
		g.add("dateline")
	}
}

// outermost returns the token that the phrase of the place at i hangs by: the region
// or the port before whose name it stands, and i itself elsewhere.
func (x *tree) outermost(i int) int {
	for range 3 {
		h := x.head(i)
		if h < 0 {
			return i
		}
		switch x.rel(i) {
		case entente.Compound, entente.Flat, entente.NmodDesc, entente.Amod:
			i = h
			continue
		case entente.Appos:
			if h == i-1 {
				i = h
				continue
			}
		}
		return i
	}
	return i
}

// localeSides adds how the place of c stands to the parties of m.
func (w *work) localeSides(g *features, m *match, c *spot) {
	x := &w.x
	country := x.d.Places[c.place].Country
	for s, list := range [2][]party{m.actors, m.recipients} {
		side := [...]string{"actor", "recipient"}[s]
		for n := range list {
			p := &list[n]
			if p.actor.Span.Overlaps(x.d.Places[c.place].Span) {
				g.add("within", side, c.use, c.quad)
			}
			for a, steps := c.at, 0; a >= 0 && steps < 4; a, steps = x.head(a), steps+1 {
				if a == p.head || a == p.token {
					g.add("under side", side, c.prep, c.quad)
					break
				}
			}
			if p.actor.Country != "" && p.actor.Country == country {
				g.add("country of", side, c.prep, c.quad)
			}
		}
	}
	if m.comp >= 0 {
		for a, steps := c.at, 0; a >= 0 && steps < 6; a, steps = x.head(a), steps+1 {
			if a == m.comp {
				g.add("in topic", c.prep, c.quad)
				break
			}
		}
	}
}

// localeOrder adds where the place of c stands among the others and to the trigger.
func (w *work) localeOrder(g *features, m *match, c *spot) {
	x := &w.x
	k, prep := c.k, c.prep
	literal, rank := 0, 0
	for j := range w.near {
		if w.near[j].before == 0 {
			literal++
			rank += btoi(j < k)
		}
	}
	g.add("rank", strconv.Itoa(min(rank, 3)), strconv.Itoa(min(literal, 4)), c.use)
	g.add("precision", x.d.Places[c.place].Precision, strconv.Itoa(min(literal, 2)), prep)
	order, lo, hi := "behind", m.trigger, c.token
	if lo > hi {
		order, lo, hi = "before", hi, lo
	}
	commas, verbs := 0, 0
	for i := lo + 1; i < hi; i++ {
		switch {
		case x.pos[i] == entente.VERB:
			verbs++
		case x.form(i) == ",":
			commas++
		}
	}
	g.add("order", order, strconv.Itoa(min((hi-lo)/3, 6)))
	g.add("order verbs", order, strconv.Itoa(min(verbs, 3)), strconv.Itoa(min(commas, 2)))
	g.add("order prep", order, prep, strconv.Itoa(min(verbs, 2)))
	g.add("first", strconv.FormatBool(c.token <= x.d.Sentences[x.sentenceOf(c.token)].First+2), order)
	if k+1 < len(w.near) && w.near[k+1].before == 0 {
		n := &w.near[k+1]
		g.add("wider", strconv.FormatBool(n.token-c.token <= 3 && x.d.Places[n.place].Country == x.d.Places[c.place].Country), prep)
	}
	if k > 0 {
		n := &w.near[k-1]
		g.add("finer", strconv.FormatBool(n.before == 0 && c.token-n.token <= 3 && x.d.Places[n.place].Country == x.d.Places[c.place].Country), prep)
	}
}

// localeBefore adds the features of a place told in a sentence before.
func (w *work) localeBefore(g *features, m *match, c *spot) {
	x := &w.x
	back := strconv.Itoa(c.before)
	here := 0
	for j := range w.near {
		here += btoi(w.near[j].before == 0)
	}
	g.add("back", back, strconv.Itoa(min(here, 2)))
	g.add("back root", c.root, x.kindWord(m))
	g.add("back prep", x.preposition(c.token))
	g.add("back there", back, strconv.FormatBool(x.hasPointer(m)))
	g.add("back trigger", x.lemma[m.trigger])
	g.add("back precision", x.d.Places[c.place].Precision)
	last := c.k+1 >= len(w.near) || w.near[c.k+1].before != c.before
	g.add("back last", back, strconv.FormatBool(last))
	definite := false
	for _, n := range x.children(m.trigger) {
		switch x.form(int(n)) {
		case "the", "that", "this", "those", "these":
			definite = true
		}
	}
	g.add("back definite", strconv.FormatBool(definite), x.kindWord(m))
	for _, list := range [2][]party{m.actors, m.recipients} {
		for n := range list {
			g.add("back country", strconv.FormatBool(list[n].actor.Country == x.d.Places[c.place].Country))
		}
	}
}
