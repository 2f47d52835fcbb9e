package story

import (
	"cmp"
	"slices"
)

// part is a story in the making: some cells and their measures.
type part struct {
	measure
	cells []*cell
	bond  []float64 // sums of products with the other parts
	best  int       // the part that it is most like; -1 for none
	score float64   // how much, in bounds
	gone  bool
}

// regroup makes the stories of the neighbourhood of x anew: those of x itself
// and of the cells that are most like it.
func (c *Clusterer) regroup(x *cell) {
	cells := c.neighbours(x)
	if len(cells) == 1 {
		return
	}
	parts := c.parts(cells)
	agglomerate(parts)
	c.rename(parts)
}

// parts returns the cells as parts, one each. They are valid until the next
// call.
func (c *Clusterer) parts(cells []*cell) []*part {
	n := len(cells)
	for len(c.pool) < n {
		c.pool = append(c.pool, &part{})
	}
	if len(c.bonds) < n*n {
		c.bonds = make([]float64, n*n)
	}
	clear(c.bonds[:n*n])
	out := c.pool[:n]
	for i, y := range cells {
		y.at = i
		*out[i] = part{measure: c.measure(y), cells: append(out[i].cells[:0], y), bond: c.bonds[i*n : (i+1)*n]}
	}
	for i, y := range cells {
		for _, l := range y.links {
			if k := l.cell.at; k < n && cells[k] == l.cell {
				out[i].bond[k] = l.value
			}
		}
	}
	return out
}

// neighbours returns the cells of the stories that x may touch, in order of
// opening.
func (c *Clusterer) neighbours(x *cell) []*cell {
	near := c.near[:0]
	xp := c.measure(x)
	for _, l := range x.links {
		y := l.cell
		y.score = likeness(xp, c.measure(y), l.value)
		if y.score >= rival {
			near = append(near, y)
		}
	}
	slices.SortFunc(near, func(a, b *cell) int { return cmp.Or(cmp.Compare(b.score, a.score), a.seq-b.seq) })
	c.near = near
	groups := append(c.groups[:0], x.group)
	for _, y := range near {
		if len(groups) < maxStories && !slices.Contains(groups, y.group) {
			groups = append(groups, y.group)
		}
	}
	c.groups = groups
	out := c.scratch[:0]
	for _, g := range groups {
		out = append(out, g.cells...)
	}
	slices.SortFunc(out, func(a, b *cell) int { return a.seq - b.seq })
	c.scratch = out
	return out
}

// agglomerate joins the two most alike parts until none are alike enough.
func agglomerate(parts []*part) {
	for i := range parts {
		nearest(parts, i)
	}
	for {
		a := -1
		for i, p := range parts {
			if !p.gone && p.best >= 0 && (a < 0 || p.score > parts[a].score) {
				a = i
			}
		}
		if a < 0 || parts[a].score < 1 {
			return
		}
		b := parts[a].best
		a, b = min(a, b), max(a, b)
		parts[a].take(parts[b], b)
		for i, p := range parts {
			p.bond[a] = parts[a].bond[i]
		}
		for i, p := range parts {
			switch {
			case p.gone:
			case i == a || p.best == a || p.best == b:
				nearest(parts, i)
			default:
				if s := likeness(p.measure, parts[a].measure, p.bond[a]); s > p.score {
					p.best, p.score = a, s
				}
			}
		}
	}
}

// take makes one part of p and q, the one at that index.
func (p *part) take(q *part, at int) {
	p.inner += q.inner + 2*p.bond[at]
	p.count += q.count
	p.terms += q.terms
	p.members += q.members
	p.cells = append(p.cells, q.cells...)
	for i := range p.bond {
		p.bond[i] += q.bond[i]
	}
	if q.from.Known() {
		if !p.from.Known() || q.from < p.from {
			p.from = q.from
		}
		p.to = max(p.to, q.to)
	}
	q.gone = true
}

// nearest finds the part that the one at i is most like.
func nearest(parts []*part, i int) {
	p := parts[i]
	p.best, p.score = -1, 0
	for j, q := range parts {
		if j == i || q.gone || p.bond[j] == 0 {
			continue
		}
		if s := likeness(p.measure, q.measure, p.bond[j]); s > p.score {
			p.best, p.score = j, s
		}
	}
}

// condense makes one of the two most alike cells of a story until it has no
// more than maxCells.
func (c *Clusterer) condense(g *group) {
	for len(g.cells) > maxCells {
		var a, b *cell
		most := -1.0
		for i, x := range g.cells {
			xp := c.measure(x)
			for _, y := range g.cells[:i] {
				if s := likeness(xp, c.measure(y), x.linkTo(y)); s > most {
					a, b, most = y, x, s
				}
			}
		}
		c.absorb(a, b)
	}
}
