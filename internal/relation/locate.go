package relation

import (
	"math"
	"sort"

	entente "github.com/entente-news/entente"
)

// How a change is found tells that there is one, not well on which day: means of
// days spread widely. Where it is, the events say themselves: each is more likely
// in the tone before or in that behind. The tones are the shares of classes of
// scores on both sides, and the change stands where the product of likelihoods is
// largest (Hinkley, 1970, Inference about the change-point in a sequence of random
// variables; Hinkley and Hinkley, 1970, for the binomial).

// How many things happen a day is asked, too, once it is known that the tone has
// turned: relations that turn are often told of more, or less. It counts for as
// much less as the numbers of weeks on one side differ more than chance has it
// (quasi-likelihood; Wedderburn, 1974), so that where news comes in waves the tone
// decides alone.

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

// sideNews are the events on one side of a change that show its tone and rate.
type sideNews struct {
	shares [scoreClasses]float64 // logarithms
	perDay float64               // events
	spread float64               // of the numbers of weeks: variance over mean, 1 for chance
}

// locate moves changes to the days that the events make the most likely. days are
// those of the events, and from and to the first and the last day of all.
func locate(events []Event, days []tone, cs []candidate) {
	at := make([]int, len(days)+1) // the first event of each day
	for i, k := 0, 0; i < len(days); i++ {
		for events[k].Day < days[i].day {
			k++
		}
		at[i] = k
	}
	at[len(days)] = len(events)
	for range 2 {
		for i := range cs {
			from, to := 0, len(days)
			if i > 0 {
				from = cs[i-1].at
			}
			if i+1 < len(cs) {
				to = cs[i+1].at
			}
			if to-from <= 2*turnMinSide {
				continue
			}
			cs[i].day = likeliest(events[at[from]:at[to]], days[from:to], days[cs[i].at].day)
			cs[i].at = from + sort.Search(to-from-1, func(k int) bool { return days[from+k].day >= cs[i].day })
		}
	}
}

// likeliest is the likeliest day of the change near a day, of which the events
// around are given.
func likeliest(events []Event, days []tone, near entente.Day) entente.Day {
	first, last := days[turnMinSide].day, days[len(days)-turnMinSide].day
	before := sideOf(events, max(events[0].Day, near-locateSide), near-locateApart)
	after := sideOf(events, near+locateApart, min(events[len(events)-1].Day+1, near+locateSide))
	spread := max(before.spread, after.spread)
	sum, most, out := 0.0, math.Inf(-1), near
	i := sort.Search(len(events), func(i int) bool { return events[i].Day >= max(first, near-locateWithin) })
	for day := max(first, near-locateWithin); day <= min(last, near+locateWithin); day++ {
		if sum > most {
			most, out = sum, day
		}
		n, tone := 0.0, 0.0
		for ; i < len(events) && events[i].Day == day; i++ {
			k := classOf(events[i].Score)
			tone += float64(events[i].Weight * (before.shares[k] - after.shares[k]))
			n += events[i].Weight
		}
		if n > 0 { // a busy day says more than one event, not as much as all of its
			sum += tone / math.Sqrt(n)
		}
		sum += (float64(n*ln(before.perDay/after.perDay)) - before.perDay + after.perDay) / spread
	}
	return out
}

// sideOf describes the events of the days in [from, to).
func sideOf(events []Event, from, to entente.Day) sideNews {
	out := sideNews{spread: 1}
	days := max(1, float64(to-from))
	var weeks []float64
	sum := 0.0
	for i := range out.shares {
		out.shares[i] = 0.5
		sum += 0.5
	}
	n := 0.0
	for i := range events {
		e := &events[i]
		if e.Day < from || e.Day >= to {
			continue
		}
		out.shares[classOf(e.Score)] += e.Weight
		n += e.Weight
		for len(weeks) <= int(e.Day-from)/7 {
			weeks = append(weeks, 0)
		}
		weeks[int(e.Day-from)/7] += e.Weight
	}
	for i := range out.shares {
		out.shares[i] = ln(out.shares[i] / (sum + n))
	}
	out.perDay = (n + 0.5) / days
	if full := int(to-from) / 7; full >= 4 {
		for len(weeks) < full {
			weeks = append(weeks, 0)
		}
		mean, squares := 0.0, 0.0
		for _, w := range weeks[:full] {
			mean += w / float64(full)
		}
		for _, w := range weeks[:full] {
			squares += float64((w - mean) * (w - mean))
		}
		if mean > 0 {
			out.spread = max(1, squares/float64(full-1)/mean)
		}
	}
	return out
}
