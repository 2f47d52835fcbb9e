package story

import (
	"slices"

	entente "github.com/entente-news/entente"
)

// maxCellTerms bounds what a cell holds.
const maxCellTerms = 3000

// cell is a knot of reports that are surely on one happening. Stories are made
// of cells.
type cell struct {
	id       int32       // its place among the cells of postings, from 1
	name     string      // the id of the story that this cell heads
	seq      int         // order of opening
	from, to entente.Day // of dated members; NoDay without one
	terms    []sum       // by rising hash
	members  []*placed   // those in memory
	links    []link      // to the cells that its reports are like
	group    *group
	words    int // terms of all members
	count    int // members that are summed

	inner    float64 // sum of the products of all pairs of its reports, both ways
	measured int     // documents in memory when inner was measured
	stale    int     // documents that joined or left since

	at      int     // among the cells that are grouped
	mark    int     // the search that score belongs to
	score   float64 // of the current search
	product float64 // with the document of the current search
}

// sum is what the reports of a cell give to one term, without rarity.
type sum struct {
	hash   uint32
	count  uint32  // reports that hold it
	value  float32 // of the values
	square float32 // of their squares
}

// link is the sum of the products of the reports of one cell with those of
// another.
type link struct {
	cell  *cell
	value float64
}

func (x *cell) stretch(d entente.Day) {
	if !d.Known() {
		return
	}
	if !x.from.Known() || d < x.from {
		x.from = d
	}
	x.to = max(x.to, d)
}

// linkTo returns what x and y share.
func (x *cell) linkTo(y *cell) float64 {
	for i := range x.links {
		if x.links[i].cell == y {
			return x.links[i].value
		}
	}
	return 0
}

func (x *cell) raise(y *cell, s float64) {
	for i := range x.links {
		if x.links[i].cell == y {
			x.links[i].value += s
			return
		}
	}
	x.links = append(x.links, link{y, s})
}

// tie adds s to what x and y share.
func (x *cell) tie(y *cell, s float64) {
	x.raise(y, s)
	y.raise(x, s)
}

// cut takes x out of the links of all others.
func (x *cell) cut() {
	for _, l := range x.links {
		y := l.cell
		if i := slices.IndexFunc(y.links, func(l link) bool { return l.cell == x }); i >= 0 {
			y.links[i] = y.links[len(y.links)-1]
			y.links = y.links[:len(y.links)-1]
			y.links = slices.Clip(y.links)
		}
	}
	x.links = nil
}

// pairs is what one term gives to the products of the reports that hold it, both
// ways and without rarity: the square of a sum less the sum of squares.
func (s *sum) pairs() float64 {
	if s.count < 2 {
		return 0
	}
	v := float64(s.value)
	return float64(v*v) - float64(s.square)
}

// shift moves the products of x by what one term changes from old to now.
func (x *cell) shift(old, now *sum, rarity float64) {
	x.inner += float64(float64((now.pairs()-old.pairs())*rarity) * rarity)
}

// add sums the vector of a document, v, into x.
func (c *Clusterer) add(x *cell, v []entry) {
	fresh := 0
	for i, k := 0, 0; i < len(v); i++ {
		for k < len(x.terms) && x.terms[k].hash < v[i].hash {
			k++
		}
		if k == len(x.terms) || x.terms[k].hash != v[i].hash {
			fresh++
			c.weights.terms.post(&c.weights.terms.slots[v[i].slot], x.id)
		}
	}
	old := x.terms
	x.terms = widen(old, fresh)
	k := len(old) - 1
	for i, at := len(v)-1, len(x.terms)-1; i >= 0; at-- {
		e := &v[i]
		if k >= 0 && old[k].hash > e.hash {
			x.terms[at] = old[k]
			k--
			continue
		}
		was := sum{hash: e.hash}
		if k >= 0 && old[k].hash == e.hash {
			was = old[k]
			k--
		}
		now := sum{e.hash, was.count + 1, was.value + float32(e.value), was.square + float32(e.value*e.value)}
		x.terms[at] = now
		x.shift(&was, &now, e.rarity)
		i--
	}
	copy(x.terms, old[:k+1])
	x.count++
	x.stale++
}

// widen returns s with room for n more at the end. It shares its memory with s
// where that has room.
func widen(s []sum, n int) []sum {
	if len(s)+n <= cap(s) {
		return s[:len(s)+n]
	}
	out := make([]sum, len(s)+n, len(s)+n+len(s)/8)
	copy(out, s)
	return out
}

// takeAway takes the vector of a document, v, away from x.
func (c *Clusterer) takeAway(x *cell, v []entry) {
	at, k := 0, 0
	for i := range v {
		e := &v[i]
		for k < len(x.terms) && x.terms[k].hash < e.hash {
			x.terms[at] = x.terms[k]
			at, k = at+1, k+1
		}
		if k == len(x.terms) || x.terms[k].hash != e.hash {
			continue // it was trimmed
		}
		was := x.terms[k]
		k++
		now := sum{e.hash, was.count - 1, was.value - float32(e.value), was.square - float32(e.value*e.value)}
		if now.count == 0 || now.value <= 0 {
			now = sum{}
			c.weights.terms.unpost(e.hash, x.id)
		} else {
			x.terms[at] = now
			at++
		}
		x.shift(&was, &now, e.rarity)
	}
	at += copy(x.terms[at:], x.terms[k:])
	x.terms = x.terms[:at]
	if cap(x.terms) > 2*at+64 {
		x.terms = slices.Clone(x.terms)
	}
	x.count--
	x.stale++
}

// absorb makes x of x and y.
func (c *Clusterer) absorb(x, y *cell) {
	for _, p := range y.members {
		p.cell = x
	}
	x.members = append(x.members, y.members...)
	x.words += y.words
	x.count += y.count
	x.stretch(y.from)
	x.stretch(y.to)
	all := make([]sum, 0, len(x.terms)+len(y.terms))
	i := 0
	for _, s := range y.terms {
		for i < len(x.terms) && x.terms[i].hash < s.hash {
			all = append(all, x.terms[i])
			i++
		}
		if i < len(x.terms) && x.terms[i].hash == s.hash {
			o := x.terms[i]
			s.count, s.value, s.square = s.count+o.count, s.value+o.value, s.square+o.square
			i++
			c.weights.terms.unpost(s.hash, y.id)
		} else {
			c.weights.terms.repost(s.hash, y.id, x.id)
		}
		all = append(all, s)
	}
	x.terms = slices.Clip(append(all, x.terms[i:]...))
	y.terms = nil
	for _, l := range y.links {
		if l.cell != x {
			x.tie(l.cell, l.value)
		}
	}
	c.kill(y)
	c.weights.refresh(x)
}

// kill forgets a cell. The story that it heads keeps its id.
func (c *Clusterer) kill(x *cell) {
	delete(c.names, x.name)
	x.cut()
	g := x.group
	g.remove(x)
	if len(g.cells) == 0 {
		if c.byStory[g.id] == g {
			delete(c.byStory, g.id)
		}
	} else if head := g.cells[0]; head.name != g.id {
		delete(c.names, head.name)
		head.name = g.id
		c.names[g.id] = head
	}
	for _, s := range x.terms {
		c.weights.terms.unpost(s.hash, x.id)
	}
	c.cells[x.id] = nil
	c.spare = append(c.spare, x.id)
	x.members, x.terms = nil, nil
}
