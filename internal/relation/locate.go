package relation

import (
	"math"

	entente "github.com/entente-news/entente"
)

// How a change is found tells that there is one, not well on which day: means of
// days spread widely. Where it is, the events say themselves: each is more likely
// in the tone before or in that behind. The tones are the shares of classes of
// scores on both sides, and the change stands where the product of likelihoods is
// largest (Hinkley, 1970, Inference about the change-point in a sequence of random
// variables; Hinkley and Hinkley, 1970, for the binomial).

// Constants of the search for the day.
const (
	locateWithin = 60  // days on either side of where a change was found
	locateSide   = 180 // days on either side that show the tones
	locateApart  = 12  // days next to the change that show neither
	scoreClasses = 3   // of a score
)

// classOf is the class of a score: conflict, neither, cooperation. More classes
// find the day no better, and have fewer events each.
func classOf(score float64) int {
	switch {
	case score < 0:
		return 0
	case score == 0:
		return 1
	default:
		return 2
	}
}

// classed is one day of a series by classes of scores.
type classed struct {
	day    entente.Day
	counts [scoreClasses]float64
}

func classes(events []Event) []classed {
	var out []classed
	for i := range events {
		e := &events[i]
		if e.Weight <= 0 {
			continue
		}
		if len(out) == 0 || out[len(out)-1].day != e.Day {
			out = append(out, classed{day: e.Day})
		}
		out[len(out)-1].counts[classOf(e.Score)] += e.Weight
	}
	for i := range out { // a busy day says more than one event, not as much as all of its
		n := 0.0
		for _, c := range out[i].counts {
			n += c
		}
		for k := range out[i].counts {
			out[i].counts[k] /= math.Sqrt(n)
		}
	}
	return out
}

// locate moves changes to the days that the events make the most likely.
func locate(events []Event, days []tone, cs []candidate) {
	ds := classes(events)
	if len(ds) != len(days) {
		return
	}
	for range 2 {
		for i := range cs {
			from, to := 0, len(ds)
			if i > 0 {
				from = cs[i-1].at
			}
			if i+1 < len(cs) {
				to = cs[i+1].at
			}
			cs[i].at = likeliest(ds, from, cs[i].at, to)
		}
	}
}

// likeliest is the likeliest place of the change at in [from, to).
func likeliest(ds []classed, from, at, to int) int {
	day := ds[at].day
	before := tonesOf(ds[from:at], func(d entente.Day) bool { return d >= day-locateSide && d < day-locateApart })
	after := tonesOf(ds[at:to], func(d entente.Day) bool { return d < day+locateSide && d >= day+locateApart })
	sum, most, out := 0.0, math.Inf(-1), at
	for i := from + turnMinSide; i <= to-turnMinSide; i++ {
		if d := ds[i].day; d >= day-locateWithin && d <= day+locateWithin && sum > most {
			most, out = sum, i
		}
		for k, n := range ds[i].counts {
			sum += float64(n * (before[k] - after[k]))
		}
	}
	return out
}

// tonesOf are the logarithms of the shares of classes on some days.
func tonesOf(ds []classed, in func(entente.Day) bool) (out [scoreClasses]float64) {
	sum := 0.0
	for i := range out {
		out[i] = 0.5
		sum += 0.5
	}
	for i := range ds {
		if !in(ds[i].day) {
			continue
		}
		for k, n := range ds[i].counts {
			out[k] += n
			sum += n
		}
	}
	for i := range out {
		out[i] = math.Log(out[i] / sum)
	}
	return out
}
