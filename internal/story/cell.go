package story

import (
	entente "github.com/entente-news/entente"
)

// maxCellTerms bounds what a cell holds.
const maxCellTerms = 3000

// cell is a knot of reports that are surely on one happening. Stories are made
// of cells.
type cell struct {
	name     string      // the id of the story that this cell heads
	seq      int         // order of opening
	from, to entente.Day // of dated members; NoDay without one
	terms    map[uint32]sum
	members  []*placed         // those in memory
	links    map[*cell]float64 // sums of the products of its reports with those of others
	group    *group
	words    int // terms of all members
	count    int // members that are summed
	dead     bool

	square   float64 // of the length of the sum
	self     float64 // sum of the squares of the lengths of the reports
	measured int     // documents in memory when square was measured
	stale    int     // documents that joined or left since

	mark    int     // the search that score belongs to
	score   float64 // of the current search
	product float64 // with the document of the current search
}

// sum is what the reports of a cell give to one term, without rarity.
type sum struct {
	value  float64 // of the values
	square float64 // of their squares
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

// add sums v, the vector of a document, into x, or takes it away.
func (x *cell) add(v []entry, sign float64) {
	for i := range v {
		h, r := v[i].hash, v[i].rarity
		old := x.terms[h]
		now := sum{old.value + float64(sign*v[i].value), old.square + float64(sign*float64(v[i].value*v[i].value))}
		if now.value < 1e-9 {
			delete(x.terms, h)
			now = sum{}
		} else {
			x.terms[h] = now
		}
		a, b := float64(now.value*r), float64(old.value*r)
		x.square += float64(a*a) - float64(b*b)
		x.self += float64(float64((now.square-old.square)*r) * r)
	}
	x.count += int(sign)
	x.stale++
}

// link adds s to what x and y share.
func (x *cell) link(y *cell, s float64) {
	x.links[y] += s
	y.links[x] += s
}

// cut takes x out of the links of all others.
func (x *cell) cut() {
	for y := range x.links { // order does not matter: cells are apart
		delete(y.links, x)
	}
	x.links = nil
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
	for h, v := range y.terms { // order does not matter: terms are apart
		old, ok := x.terms[h]
		x.terms[h] = sum{old.value + v.value, old.square + v.square}
		if !ok {
			c.postings[h] = append(c.postings[h], x)
		}
	}
	for z, s := range y.links { // order does not matter: cells are apart
		if z != x {
			x.link(z, s)
		}
	}
	c.kill(y)
	c.weights.refresh(x)
}

// kill forgets a cell. The story that it heads keeps its id.
func (c *Clusterer) kill(x *cell) {
	x.dead = true
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
	x.members, x.terms = nil, nil
}
