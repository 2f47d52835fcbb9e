package main

import (
	"math"
	"math/rand/v2"

	"github.com/entente-news/entente/internal/story"
)

// kindOf is the index of the weight of a term.
func kindOf(t story.Term) int {
	if t.Lead > 0 {
		return int(t.Kind) + storyKinds/2
	}
	return int(t.Kind)
}

// storyPair is what the cosine of two reports is computed from, whatever the
// weights of kinds are.
type storyPair struct {
	products, left, right [storyKinds]float64
	one                   bool // of one story
	set, fold             int
	weight                float64 // so that stories count alike, whatever their size
}

// shares of the pairs that are drawn.
const (
	otherTopics = 0.02   // of ecbplus, of two topics
	oneHeadline = 0.05   // of headlines, of one story
	twoHeadline = 0.0025 // of headlines, of two
	fewPairs    = 5      // pairs from which a story weighs in full
)

func storyPairs(docs []storyReport, set int, rng *rand.Rand) []storyPair {
	type group struct {
		story string
		one   bool
	}
	var out []storyPair
	var of []group
	count := map[group]float64{}
	for i := range docs {
		for j := range i {
			a, b := &docs[i], &docs[j]
			one, share := a.story == b.story, 1.0
			switch {
			case a.fold != b.fold:
				continue
			case set == 1 && one:
				share = oneHeadline
			case set == 1:
				share = twoHeadline
			case a.topic != b.topic:
				share = otherTopics
			}
			if rng.Float64() >= share {
				continue
			}
			p := storyPair{products: productsOf(a, b), left: a.squares, right: b.squares, one: one, set: set, fold: a.fold}
			if !one && p.products == ([storyKinds]float64{}) {
				continue // nothing can be learnt from it
			}
			g := group{a.story, one}
			count[g]++
			out, of = append(out, p), append(of, g)
		}
	}
	for i := range out {
		out[i].weight = 1 / math.Max(count[of[i]], fewPairs)
	}
	return out
}

// productsOf returns the products of the terms that two reports share, by kind;
// one that is of two kinds counts half to either.
func productsOf(a, b *storyReport) (out [storyKinds]float64) {
	s, t := a.features.Terms, b.features.Terms
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i].Hash < t[j].Hash:
			i++
		case s[i].Hash > t[j].Hash:
			j++
		default:
			half := a.values[i] * b.values[j] / 2
			out[kindOf(s[i])] += half
			out[kindOf(t[j])] += half
			i, j = i+1, j+1
		}
	}
	return out
}

// storyLoss is the mean loss of the two sets, without a fold or of one alone
// (-1 for neither).
func storyLoss(pairs []storyPair, x storyParams, without, only int) float64 {
	const flat = 0.0005 // what a weight costs that is far from 1
	var w [storyKinds]float64
	for k := range w {
		w[k] = math.Exp(x[k])
	}
	var sum, n [2]float64
	for i := range pairs {
		p := &pairs[i]
		if p.fold == without || only >= 0 && p.fold != only {
			continue
		}
		both, a, b := 0.0, 0.0, 0.0
		for k := range w {
			both, a, b = both+w[k]*p.products[k], a+w[k]*p.left[k], b+w[k]*p.right[k]
		}
		at := storyKinds + 2*p.set
		u := math.Exp(x[at]) * (math.Log(both/math.Sqrt(a*b+1e-12)+0.01) - x[at+1])
		if p.one {
			u = -u
		}
		sum[p.set] += p.weight * math.Log1p(math.Exp(u))
		n[p.set] += p.weight
	}
	loss := sum[0]/n[0] + sum[1]/n[1]
	for k := range w {
		loss += flat * x[k] * x[k]
	}
	return loss
}

// fitStories learns all parameters but the first weight, fitBounds only slopes
// and bounds.
func fitStories(pairs []storyPair, without int) storyParams {
	return descend(pairs, fitBounds(pairs, without), without, 1)
}

func fitBounds(pairs []storyPair, without int) storyParams {
	return descend(pairs, usualStories(), without, storyKinds)
}

// descend lowers the loss by steps along one parameter at a time, from that
// index on; steps that help grow, others shrink.
func descend(pairs []storyPair, x storyParams, without, from int) storyParams {
	const rounds = 25
	best := storyLoss(pairs, x, without, -1)
	var step storyParams
	for i := range step {
		step[i] = 0.4
	}
	for range rounds {
		for i := from; i < len(x); i++ {
			helped := false
			for _, d := range []float64{step[i], -step[i]} {
				y := x
				y[i] += d
				if loss := storyLoss(pairs, y, without, -1); loss < best {
					best, x, helped = loss, y, true
					break
				}
			}
			if helped {
				step[i] *= 1.3
			} else {
				step[i] /= 2
			}
		}
	}
	return x
}
