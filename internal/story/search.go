package story

import (
	"cmp"
	"slices"
)

// Bounds of the search: what a document costs does not grow with what is in
// memory. Four times the visits and twice the tests leave B-cubed F1 as it is.
const (
	maxVisits   = 1000 // cells looked at by shared terms
	maxProducts = 3000 // terms compared in full, as far as minTests allows
	minTests    = 24   // cells compared in full
	maxTests    = 32
	minScore    = 0.15 // least likeness that is kept
)

// candidates returns the cells that share most with p, whose vector is c.vec,
// judged by its telling terms; the most alike first.
func (c *Clusterer) candidates(p *placed) []*cell {
	c.mark++
	order := slices.Clone(c.vec)
	slices.SortFunc(order, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.value*b.rarity, a.value*a.rarity), cmp.Compare(a.hash, b.hash))
	})
	all := c.scratch[:0]
	visits := 0
	for _, e := range order {
		list := c.postings[e.hash]
		if visits += len(list); visits > maxVisits {
			break
		}
		w := float64(e.value * e.rarity)
		for _, x := range list {
			if x.dead {
				continue
			}
			if x.mark != c.mark {
				x.mark, x.score = c.mark, 0
				all = append(all, x)
			}
			x.score += w
		}
	}
	c.scratch = all
	all = top(all, min(max(maxProducts/max(len(c.vec), 1), minTests), maxTests))
	pp := measure{from: p.f.Day, to: p.f.Day, count: 1, terms: len(p.f.Terms), members: 1}
	for _, x := range all {
		x.product = dot(c.vec, x)
		x.score = likeness(pp, c.measure(x), x.product)
	}
	all = slices.DeleteFunc(all, func(x *cell) bool { return x.score < minScore })
	slices.SortFunc(all, func(a, b *cell) int { return cmp.Or(cmp.Compare(b.score, a.score), a.seq-b.seq) })
	return all
}

// top returns the n cells with the greatest score.
func top(all []*cell, n int) []*cell {
	out := make([]*cell, 0, n+1)
	for _, x := range all {
		i := len(out)
		for i > 0 && (out[i-1].score < x.score || out[i-1].score == x.score && out[i-1].seq > x.seq) {
			i--
		}
		if i < n {
			out = slices.Insert(out, i, x)
			out = out[:min(len(out), n)]
		}
	}
	return out
}
