package relation

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

var powerSeries = flag.Int("series", 12, "series of each kind in TestPower; the table of the evaluation has 200")

// TestPower plants breaks of several sizes and prints, with -v, how many are
// found, beside what cannot be surpassed: of the day, the likelihood that is told
// the shares, the rates and the stories; of the break as such, the test of
// likelihoods that is told the day and the size, at one false alarm in five years
// of days that are tried.
//
//	go test ./internal/relation -run TestPower -v -series 200
func TestPower(t *testing.T) {
	t.Parallel()
	sizes := []float64{0.65, 0.5, 0.35, 0.2}
	for _, rate := range []float64{0.5, 1, 2, 5} {
		rng := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // fixed series
		falseWith, falseWithout := 0, 0
		found, near, bound := make([]int, len(sizes)), make([]int, len(sizes)), make([]int, len(sizes))
		for range *powerSeries {
			quiet := generate(rng, start, []int{5 * 365}, []regime{{rate, 0.2 + 0.5*rng.Float64()}})
			falseWith += len(Turns(quiet, present()))
			for i := range quiet { // half of the stories are not known as such
				if quiet[i].Story%2 == 1 {
					quiet[i].Story = 0
				}
			}
			falseWithout += len(Turns(quiet, present()))
			for k, size := range sizes {
				p := 0.1 + 0.15*rng.Float64()
				calm, tense := regime{rate, p}, regime{rate * (1 + rng.Float64()), p + size}
				if rng.IntN(2) == 0 {
					calm, tense = tense, calm
				}
				n := 300 + rng.IntN(300)
				es := generate(rng, start, []int{n, 400}, []regime{calm, tense})
				day := start + entente.Day(n)
				ts := Turns(es, present())
				found[k] += btoi(within(ts, day, 7))
				near[k] += btoi(within(ts, day, 40))
				if d := toldAll(es, day, calm, tense) - day; d >= -7 && d <= 7 {
					bound[k]++
				}
			}
		}
		var line strings.Builder
		for k, size := range sizes {
			pc := func(n int) int { return (100*n + *powerSeries/2) / *powerSeries }
			fmt.Fprintf(&line, " | %d (%d), %d (%d)", pc(found[k]), pc(bound[k]), pc(near[k]), knownDay(rng, rate, size))
		}
		t.Logf("| %.1f%s | %.2f | %.2f |", rate, line.String(), float64(falseWith)/float64(*powerSeries), float64(falseWithout)/float64(*powerSeries))
		if falseWith > *powerSeries {
			t.Errorf("%.1f events a day: %d false turns in %d times five quiet years", rate, falseWith, *powerSeries)
		}
		if rate >= 2 && near[0] < *powerSeries {
			t.Errorf("%.1f events a day: %d of %d plain breaks are found", rate, near[0], *powerSeries)
		}
	}
}

// toldAll is the likeliest day of a break, 60 days around it, for whoever knows
// what the tone and the rate were on both sides and which events repeat a story.
func toldAll(events []Event, day entente.Day, before, after regime) entente.Day {
	counts := map[entente.Day][2]float64{} // of conflict, of cooperation
	told := map[uint32]bool{}
	for _, e := range events {
		if e.Story != 0 && told[e.Story] {
			continue
		}
		told[e.Story] = true
		c := counts[e.Day]
		c[btoi(e.Score >= 0)]++
		counts[e.Day] = c
	}
	const beginnings = 0.625 // of the events: half alone, an eighth begin a story
	sum, most, out := 0.0, math.Inf(-1), day
	for d := day - 60; d <= day+60; d++ {
		if sum > most {
			most, out = sum, d
		}
		c := counts[d]
		sum += c[0]*math.Log(before.conflict/after.conflict) + c[1]*math.Log((1-before.conflict)/(1-after.conflict))
		sum += (c[0]+c[1])*math.Log(before.perDay/after.perDay) - beginnings*(before.perDay-after.perDay)
	}
	return out
}

// knownDay is how many of a hundred breaks the likelihood ratio of two known
// shares finds on 300 days on either side of a known day, when it is wrong on one
// of 1,825 quiet days.
func knownDay(rng *rand.Rand, rate, size float64) int {
	const trials = 4000
	p := 0.175
	q := p + size
	mean := 0.625 * rate * 300
	ratio := func(share float64) float64 { // after the day; before it shows p either way
		n := poissonOf(rng, mean)
		sum := 0.0
		for range n {
			if rng.Float64() < share {
				sum += math.Log(q / p)
			} else {
				sum += math.Log((1 - q) / (1 - p))
			}
		}
		return sum
	}
	quiet := make([]float64, trials)
	for i := range quiet {
		quiet[i] = ratio(p)
	}
	slices.Sort(quiet)
	limit := quiet[trials-1-trials/1825]
	hit := 0
	for range trials / 4 {
		hit += btoi(ratio(q) > limit)
	}
	return 100 * hit / (trials / 4)
}

// poissonOf is poisson for large means.
func poissonOf(rng *rand.Rand, mean float64) int {
	n := 0
	for ; mean > 20; mean -= 20 {
		n += poisson(rng, 20)
	}
	return n + poisson(rng, mean)
}
