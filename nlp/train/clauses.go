package train

// sentence returns a whole sentence with its full stop.
func (g *grammar) sentence() *node {
	var v *node
	switch g.rand.Intn(12) {
	case 0, 1:
		v = g.reported()
	case 2:
		v = g.saidLast()
	case 3:
		v = g.accused()
	default:
		v = g.clause()
		if g.chance(15) {
			v = g.opened(v)
		}
	}
	if g.chance(8) {
		after := g.acted().as("advcl")
		v.after(after.before(leaf("after", "after", "SCONJ", "IN", "mark")))
	}
	v.after(mark("."))
	return v
}

// clause returns a main clause in the past.
func (g *grammar) clause() *node {
	switch g.rand.Intn(13) {
	case 10:
		return g.gave()
	case 11:
		return g.called()
	case 12:
		return g.between()
	case 0, 1, 2, 3:
		return g.acted()
	case 4:
		return g.passive()
	case 5:
		return g.threatened()
	case 6:
		return g.moved()
	case 7:
		return g.met()
	case 8:
		return g.coordinated()
	default:
		return g.perfect()
	}
}

func (g *grammar) subject(v *node, rel string) *node {
	s, _ := g.actor()
	return v.before(s.as(rel))
}

// acted: Israeli warplanes struck targets in southern Lebanon on Tuesday,
// killing three fighters.
func (g *grammar) acted() *node {
	v := g.verb(g.strike).did("")
	v.after(g.any().as("obj"))
	g.circumstances(v)
	if g.chance(12) {
		ing := g.verb(g.strike).doing("advcl")
		ing.before(mark(",")).after(g.any().as("obj"))
		v.after(ing)
	}
	return g.subject(v, "nsubj")
}

// passive: The coup was condemned by the government.
func (g *grammar) passive() *node {
	s, plural := g.actor()
	be := leaf("was", "be", "AUX", "VBD", "aux:pass")
	if plural {
		be.form = "were"
	}
	v := g.verb(g.strike).done("")
	if g.chance(55) {
		by, _ := g.actor()
		v.after(prep("by", by, "obl:agent"))
	}
	return g.circumstances(v).before(s.as("nsubj:pass"), be)
}

// threatened: Iran threatened to attack the base.
func (g *grammar) threatened() *node {
	v := g.verb(g.threaten).did("")
	x := g.verb(g.strike).do("xcomp")
	x.before(leaf("to", "to", "PART", "TO", "mark")).after(g.any().as("obj"))
	v.after(g.circumstances(x))
	return g.subject(v, "nsubj")
}

// moved: Protesters marched in Cairo on Friday.
func (g *grammar) moved() *node {
	return g.subject(g.circumstances(g.verb(g.move).did("")), "nsubj")
}

// met: The minister met President X in Moscow for talks.
func (g *grammar) met() *node {
	v := g.verb(g.meetUp).did("")
	v.after(g.person().as("obj"))
	g.circumstances(v)
	if g.chance(30) {
		talks := leaf("talks", "talk", "NOUN", "NNS", "")
		if g.chance(40) {
			talks.after(prep("on", g.thing(), "nmod"))
		}
		v.after(prep("for", talks, "obl"))
	}
	s := g.person()
	return v.before(s.as("nsubj"))
}

// coordinated: Iran condemned the raid and threatened to attack.
func (g *grammar) coordinated() *node {
	v := g.verb(g.strike).did("")
	v.after(g.any().as("obj"))
	c := g.verb(g.strike).did("conj")
	c.before(leaf("and", "and", "CCONJ", "CC", "cc")).after(g.any().as("obj"))
	v.after(g.circumstances(c))
	return g.subject(v, "nsubj")
}

// perfect: The army has withdrawn from Kherson; China will not sign the treaty.
func (g *grammar) perfect() *node {
	s, plural := g.actor()
	var v, aux *node
	if g.chance(50) {
		v = g.verb(g.strike).done("")
		aux = leaf("has", "have", "AUX", "VBZ", "aux")
		if plural {
			aux = leaf("have", "have", "AUX", "VBP", "aux")
		}
	} else {
		v = g.verb(g.strike).do("")
		m := g.pick(split("will, could, would, may, must, should"))
		aux = leaf(m, m, "AUX", "MD", "aux")
	}
	v.after(g.any().as("obj"))
	g.circumstances(v)
	if g.chance(30) {
		return v.before(s.as("nsubj"), aux, leaf("not", "not", "PART", "RB", "advmod"))
	}
	return v.before(s.as("nsubj"), aux)
}

// reported: The ministry said (that) it had summoned the ambassador.
func (g *grammar) reported() *node {
	v := g.verb(g.say).did("")
	if g.chance(30) {
		v.after(g.day())
	}
	c := g.clause().as("ccomp")
	if g.chance(60) {
		c.before(leaf("that", "that", "SCONJ", "IN", "mark"))
	}
	v.after(c)
	return g.subject(v, "nsubj")
}

// saidLast: North Korea fired two missiles, officials said.
func (g *grammar) saidLast() *node {
	v := g.verb(g.say[:2]).did("")
	c := g.clause().as("ccomp")
	s, _ := g.actor()
	v.before(c, mark(","), s.as("nsubj"))
	if g.chance(30) {
		v.after(g.day())
	}
	return v
}

// accused: Poland accused Belarus of pushing migrants across the border.
func (g *grammar) accused() *node {
	v := leaf("accused", "accuse", "VERB", "VBD", "")
	o, _ := g.actor()
	ing := g.verb(g.strike).doing("advcl")
	ing.before(leaf("of", "of", "SCONJ", "IN", "mark")).after(g.any().as("obj"))
	v.after(o.as("obj"), g.circumstances(ing))
	return g.subject(v, "nsubj")
}

// opened puts a day before the clause: On Monday, ...
func (g *grammar) opened(v *node) *node {
	return v.before(g.day(), mark(","))
}

// gave: Germany gave Kenya tanks.
func (g *grammar) gave() *node {
	v := parseVerb(g.pick(split("give gave given, offer, send sent, grant, lend lent, hand, sell sold, promise"))).did("")
	to, _ := g.actor()
	v.after(to.as("iobj"), g.thing().as("obj"))
	return g.subject(v, "nsubj")
}

// called: Pakistan called the report baseless.
func (g *grammar) called() *node {
	v := parseVerb(g.pick(split("call, deem, consider, declare"))).did("")
	a := g.pick(split("baseless, illegal, unacceptable, dangerous, false, unlawful, invalid, unfair, untrue, historic"))
	v.after(g.any().as("obj"), leaf(a, a, "ADJ", "JJ", "xcomp"))
	return g.subject(v, "nsubj")
}

// between: Talks between the government and the rebels broke down.
func (g *grammar) between() *node {
	var v *node
	if g.chance(30) {
		v = parseVerb("break broke broken").did("").after(leaf("down", "down", "ADP", "RP", "compound:prt"))
	} else {
		v = parseVerb(g.pick(split("begin began begun beginning, end, fail, resume, collapse, stall, continue, worsen, erupt"))).did("")
	}
	s := g.noun("talk, relation, clash, negotiation, tie, tension", true)
	a, _ := g.actor()
	if len(a.right) > 0 {
		a = g.name(g.countries)
	}
	b := g.noun(people, true).before(the("det"))
	if g.chance(50) {
		b = g.name(g.countries)
	}
	a.after(b.as("conj").before(leaf("and", "and", "CCONJ", "CC", "cc")))
	s.after(prep("between", a, "nmod"))
	return g.circumstances(v).before(s.as("nsubj"))
}
