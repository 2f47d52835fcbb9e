package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// TeachSides makes examples of the sides of events alone, of a document that has all
// layers below events: of sentences out of a longer text, which are choices among
// more parties and countries there than alone.
func (c *Coder) TeachSides(d *entente.Document, gold []GoldEvent) Taught {
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	var out Taught
	for s := range d.Sentences {
		span := d.Sentences[s].Span
		if !d.Sentences[s].Parsed || !slices.ContainsFunc(gold, func(g GoldEvent) bool { return g.Trigger.Overlaps(span) }) {
			continue
		}
		l := w.look(s, &w.f)
		for i := l.first; i < l.last; i++ {
			if g := goldAt(d, gold, i); g >= 0 && l.mayTrigger(i) {
				l.teachSides(&out, i, &gold[g])
				out.Whose = l.teachWhose(out.Whose, i, &gold[g])
			}
		}
	}
	return out
}

// Add adds the choices of more to t.
func (t *Taught) Add(more Taught) {
	t.Who, t.Whom, t.Whose = append(t.Who, more.Who...), append(t.Whom, more.Whom...), append(t.Whose, more.Whose...)
}

// teachSides makes the choices of event g at trigger i: who acts, and beside each
// of those who do, who else. Where those whom an annotator gives are no phrases of
// the sentence nothing is learnt.
func (l *look) teachSides(t *Taught, i int, g *GoldEvent) {
	of := make([]side, len(l.phrases))
	actors, others := 0, 0
	for k := range l.phrases {
		if _, of[k] = l.goldOf(g, k); of[k] == sideActor {
			actors++
		} else if of[k] == sideRecipient {
			others++
		}
	}
	if len(l.phrases) == 0 || actors == 0 && len(g.Actors) > 0 {
		return
	}
	alone := l.actorOptions(i, g.Root)
	c := model.Choice{Options: alone, Weight: 1}
	for _, s := range of {
		c.Right = append(c.Right, s == sideActor)
	}
	c.Right = append(c.Right, actors == 0)
	t.Who = append(t.Who, c)
	before := l.rightBefore(g, others)
	if others == 0 && len(g.Recipients) > 0 && !slices.Contains(before, true) {
		return
	}
	for a := range l.phrases {
		if of[a] != sideActor {
			continue
		}
		c = model.Choice{Options: l.otherOptions(i, g.Root, a, alone), Weight: 1 / float64(actors)}
		for k, s := range of {
			c.Right = append(c.Right, s == sideRecipient, s == sideActor && k != a)
		}
		c.Right = append(c.Right, before...)
		c.Right = append(c.Right, !slices.Contains(c.Right, true))
		c.Options, c.Right = slices.Delete(c.Options, 2*a, 2*a+2), slices.Delete(c.Right, 2*a, 2*a+2)
		t.Whom = append(t.Whom, c)
	}
}

// rightBefore says which of the parties of the sentences before are the recipient of
// g: those that an annotator marks there, or that are of the country marked, where
// no phrase of the sentence is a recipient.
func (l *look) rightBefore(g *GoldEvent, others int) []bool {
	out := make([]bool, len(l.earlier))
	for k := range l.earlier {
		span := l.x.d.Tokens[l.earlier[k].np].Span
		out[k] = others == 0 && slices.ContainsFunc(g.Recipients, func(r GoldParty) bool { return r.Span.Overlaps(span) })
	}
	for k := 0; k < len(out) && others == 0 && !slices.Contains(out, true); k++ {
		a := &l.earlier[k].members[0].actor
		out[k] = a.Country != "" && !entente.IsSupranational(a.Country) && slices.ContainsFunc(g.Recipients, func(r GoldParty) bool { return r.Country == a.Country })
	}
	return out
}

// goldOf returns the annotated party at the head of phrase k and its side, nil for
// none.
func (l *look) goldOf(g *GoldEvent, k int) (*GoldParty, side) {
	span := l.x.d.Tokens[l.phrases[k].np].Span
	for s, list := range [2][]GoldParty{g.Actors, g.Recipients} {
		for i := range list {
			if list[i].Span.Overlaps(span) {
				return &list[i], [...]side{sideActor, sideRecipient}[s]
			}
		}
	}
	return nil, sideNone
}

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
			a.g = &GoldParty{} // it is of no state
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
