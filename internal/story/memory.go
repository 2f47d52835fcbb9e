package story

import (
	"slices"

	entente "github.com/entente-news/entente"
)

// clock follows the days of a stream. It is the least of the last few days
// seen, and never runs back: one document dated in the far future moves
// nothing.
type clock struct {
	last   entente.Day // of the latest dated document
	recent [15]entente.Day
	n      int
	now    entente.Day // NoDay until enough documents were seen
}

func newClock() clock { return clock{last: entente.NoDay, now: entente.NoDay} }

// see takes in the day of a document and returns it, or the day of the one
// before when it has none.
func (k *clock) see(d entente.Day) entente.Day {
	if !d.Known() {
		return k.last
	}
	k.last = d
	k.recent[k.n%len(k.recent)] = d
	k.n++
	if k.n >= len(k.recent) {
		k.now = max(k.now, slices.Min(k.recent[:]))
	}
	return d
}

// forget lets documents go that are too old or too many.
func (c *Clusterer) forget() {
	for len(c.queue) > 0 {
		p := c.queue[0]
		old := p.day.Known() && c.clock.now.Known() && int(c.clock.now)-int(p.day) > c.opt.WindowDays
		if len(c.queue) < c.opt.MaxDocuments && (!old || len(c.queue) < c.opt.KeepDocuments) {
			return
		}
		c.queue[0] = nil
		c.queue = c.queue[1:]
		c.drop(p)
	}
}

// drop takes p out of everything.
func (c *Clusterer) drop(p *placed) {
	delete(c.byDoc, p.f.Doc)
	c.copies.remove(p)
	for _, q := range p.copies {
		q.mark = 0 // they keep naming p, which they still copy
	}
	g := p.group
	if i := slices.Index(g.members, p); i >= 0 {
		g.members = slices.Delete(g.members, i, i+1)
	}
	g.words -= len(p.f.Terms)
	if len(g.members) == 0 {
		c.kill(g)
	} else if p.scale > 0 {
		g.add(c.was(p), -1)
	}
	c.weights.count(p.f, -1)
}

// was returns the vector with which p joined its story.
func (c *Clusterer) was(p *placed) []entry {
	out := make([]entry, len(p.f.Terms))
	for i, t := range p.f.Terms {
		out[i] = entry{hash: t.Hash, value: float64(c.weights.raw(t) * p.scale), rarity: c.weights.rarity(t.Hash)}
	}
	return out
}

func (c *Clusterer) kill(g *group) {
	g.dead = true
	g.members, g.terms = nil, nil
	delete(c.byStory, g.id)
}

// sweep drops stories from the lists of terms that they no longer hold.
func (c *Clusterer) sweep() {
	for h, list := range c.postings { // order does not matter: lists are apart
		list = slices.DeleteFunc(list, func(g *group) bool {
			_, ok := g.terms[h]
			return g.dead || !ok
		})
		if len(list) == 0 {
			delete(c.postings, h)
		} else {
			c.postings[h] = list
		}
	}
}
