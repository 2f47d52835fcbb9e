package story

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// Search bounds: what a document costs does not grow with what is in memory.
const (
	maxVisits     = 2000 // stories looked at by shared terms
	maxCandidates = 16   // of which so many are compared in full
)

// best returns the story that p, whose vector is c.vec, belongs to, nil for
// none, and others that are near.
func (c *Clusterer) best(p *placed) (*group, []*group) {
	found := c.candidates()
	for _, g := range found {
		g.score = 0
		if n := c.weights.length(g); n > 0 {
			g.score = float64(dot(c.vec, g)/n) * c.near(g, p.f.Day)
		}
	}
	slices.SortFunc(found, func(a, b *group) int { return cmp.Or(cmp.Compare(b.score, a.score), a.seq-b.seq) })
	bound := c.joinBound(len(p.f.Terms))
	n := 0
	for n < len(found) && found[n].score >= c.opt.Rival*bound {
		n++
	}
	if n == 0 {
		return nil, nil
	}
	if found[0].score < bound {
		return nil, found[:n]
	}
	return found[0], found[1:n]
}

// candidates returns the stories that share most with c.vec, judged by its
// telling terms.
func (c *Clusterer) candidates() []*group {
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
		for _, g := range list {
			if g.dead {
				continue
			}
			if g.mark != c.mark {
				g.mark, g.score = c.mark, 0
				all = append(all, g)
			}
			g.score += w
		}
	}
	c.scratch = all
	return top(all)
}

// top returns the maxCandidates groups with the greatest score.
func top(all []*group) []*group {
	out := make([]*group, 0, maxCandidates+1)
	for _, g := range all {
		i := len(out)
		for i > 0 && (out[i-1].score < g.score || out[i-1].score == g.score && out[i-1].seq > g.seq) {
			i--
		}
		if i < maxCandidates {
			out = slices.Insert(out, i, g)
			out = out[:min(len(out), maxCandidates)]
		}
	}
	return out
}

// near is 1 for a document within the days of g and falls to 1 - Decay at the
// end of the window and 0 behind it.
func (c *Clusterer) near(g *group, d entente.Day) float64 {
	if !d.Known() || !g.from.Known() {
		return 1
	}
	gap := max(int(g.from)-int(d), int(d)-int(g.to), 0)
	if gap > c.opt.WindowDays {
		return 0
	}
	return 1 - float64(c.opt.Decay*float64(gap))/float64(c.opt.WindowDays)
}

func (c *Clusterer) joinBound(terms int) float64 { return c.bound(terms, c.opt.JoinShort, c.opt.Join) }

func (c *Clusterer) mergeBound(a, b *group) float64 {
	terms := min(a.words/len(a.members), b.words/len(b.members))
	bound := c.bound(terms, c.opt.MergeShort, c.opt.Merge)
	if min(len(a.members), len(b.members)) <= c.opt.SmallStory {
		bound = min(bound, c.opt.Rejoin*c.joinBound(terms))
	}
	return bound
}

func (c *Clusterer) bound(terms int, short, long float64) float64 {
	if terms >= c.opt.FullTerms {
		return long
	}
	return short + float64((long-short)*float64(terms))/float64(c.opt.FullTerms)
}
