package relation

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	entente "github.com/entente-news/entente"
)

// regime is how two parties deal with each other for a while.
type regime struct {
	perDay   float64 // events
	conflict float64 // share of events of conflict
}

// generate makes a series: regimes one after the other, each for some days.
// Half of the events come in stories: a happening that is followed for up to
// ten days by events of its kind.
func generate(rng *rand.Rand, first entente.Day, days []int, rs []regime) []Event {
	var out []Event
	day, stories := first, uint32(0)
	score := func(conflict bool) float64 {
		if conflict {
			return []float64{-2, -2, -3.5, -5, -6, -7, -9}[rng.IntN(7)]
		}
		return []float64{2.5, 2.5, 2.5, 4, 4.5, 5, 7, 9.5}[rng.IntN(8)]
	}
	for k, n := range days {
		for range n {
			for range poisson(rng, rs[k].perDay/2) {
				out = append(out, Event{Day: day, Score: score(rng.Float64() < rs[k].conflict), Weight: 1})
			}
			if rng.Float64() < rs[k].perDay/8 { // a story of four on average
				conflict := rng.Float64() < rs[k].conflict
				stories++
				for range 1 + poisson(rng, 3) {
					out = append(out, Event{Day: day + entente.Day(rng.IntN(10)), Score: score(conflict), Weight: 1, Story: stories})
				}
			}
			day++
		}
	}
	slices.SortStableFunc(out, func(a, b Event) int { return int(a.Day - b.Day) })
	for i := range out {
		out[i].ID = fmt.Sprint("e", i)
		out[i].Outlets = []string{fmt.Sprint("o", rng.IntN(5))}
	}
	return out
}

func poisson(rng *rand.Rand, mean float64) int {
	n, p, limit := 0, rng.Float64(), math.Exp(-mean)
	for p > limit {
		n++
		p *= rng.Float64()
	}
	return n
}
