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

// drop takes p, the first of the queue, out of everything.
func (c *Clusterer) drop(p *placed) {
	delete(c.byDoc, p.doc)
	c.copies.remove(p)
	for _, q := range p.copies {
		q.mark = 0 // they keep naming p, which they still copy
	}
	x := p.cell
	if i := slices.Index(x.members, p); i >= 0 {
		x.members = slices.Delete(x.members, i, i+1)
	}
	x.words -= len(p.terms)
	if len(x.members) == 0 {
		c.leave(x, p)
		return
	}
	if p.scale > 0 {
		part := float64(x.count-1) / float64(x.count)
		for i := range x.links {
			l := &x.links[i]
			l.value = float64(l.value * part)
			l.cell.lower(x, l.value)
		}
		c.takeAway(x, c.was(p))
	}
	c.weights.countOut(p.terms)
}

// leave forgets a cell with its last document.
func (c *Clusterer) leave(x *cell, p *placed) {
	terms := &c.weights.terms
	i := 0
	for _, t := range p.terms {
		for ; i < len(x.terms) && x.terms[i].hash < t.Hash; i++ {
			terms.unpost(x.terms[i].hash, x.id)
		}
		if i < len(x.terms) && x.terms[i].hash == t.Hash {
			terms.leave(t.Hash, x.id)
			i++
		} else {
			terms.countOut(t.Hash)
		}
	}
	x.terms = x.terms[i:]
	c.weights.docs--
	c.kill(x)
}

// lower sets what x and y share, on the side of x.
func (x *cell) lower(y *cell, s float64) {
	for i := range x.links {
		if x.links[i].cell == y {
			x.links[i].value = s
			return
		}
	}
}

// was returns the vector with which p joined its story. It is valid until the
// next call.
func (c *Clusterer) was(p *placed) []entry {
	out := c.old[:0]
	for _, t := range p.terms {
		out = append(out, entry{hash: t.Hash, value: float64(c.weights.raw(t) * p.scale), rarity: c.weights.rarityOf(t.Hash)})
	}
	c.old = out
	return out
}
