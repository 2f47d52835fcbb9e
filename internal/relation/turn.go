package relation

import (
	"cmp"
	"math"
	"slices"

	entente "github.com/entente-news/entente"
)

// Where does a relation turn?
//
// A turning point is a day from which on the tone of a relation, the PLOVER
// score of its events, keeps another level than before. How much is reported
// is not asked: a week with twice the news is no turn.
//
//  1. A story counts once: events of one story and one class of scores within a
//     fortnight of the first of them are left out. What follows a happening shows
//     its tone, not that of the days on which it comes, so that half of the series
//     would lag behind and its noise come in lumps.
//  2. The events of a day are taken together as their mean score. All days
//     count alike: a day with fifty events does not outvote a month, and twice
//     the news changes nothing.
//  3. The noise is measured on the series itself, robustly: from differences of
//     neighbouring weeks, since events of one story come in clusters and days
//     are not independent. A turn that is there does not inflate it.
//  4. Change points are searched in seeded intervals (Kovács, Bühlmann, Li and
//     Munk, 2023, Seeded binary segmentation) by the cumulative sum statistic
//     (Page, 1954), and chosen from the narrowest interval over a threshold
//     (Baranowski, Chen and Fryzlewicz, 2019), which finds the day better than
//     the largest one. The threshold is [turnThreshold]·√(2 ln n) noises.
//  5. The day itself is where the events are the most likely, by their classes
//     and by how many there are; locate.go says how.
//  6. What an outlet brings with it or takes along is no turn: the change has
//     to show in the events that outlets tell which were read before and after,
//     too.
//
// Time and memory are O(n log n) in the days.

// Constants of the search, chosen on generated series: five quiet years, of which
// half of the stories are not known as such, and planted breaks (TestPower prints
// what it finds with -v).
const (
	turnThreshold = 1.0 // of √(2 ln n) noises
	storyDays     = 14  // for which a story counts once
	turnMinDays   = 10  // shortest seeded interval, days with events
	turnMinSide   = 4   // days with events on either side
	turnMinShift  = 1.0 // of the PLOVER score, both sides compared over [turnWindow]
	turnWindow    = 90  // days on either side that describe a turn and try its outlets
	turnConstant  = 0.5 // of the shift has to remain among outlets read on both sides
	seedDecay     = 1.41421356
)

// Event is one event of a series. Score is PLOVER's, [-10, 10]. Outlets are
// those that tell it.
type Event struct {
	ID      string
	Day     entente.Day
	Score   float64
	Weight  float64 // its share that lies between the two parties, (0, 1]
	Story   uint32  // equal for events of one story; 0 is not known
	Outlets []string
}

// Turn is a day from which on a relation has another tone.
type Turn struct {
	Day           entente.Day
	Before, After float64  // mean scores of the 90 days on either side
	Strength      float64  // statistic over threshold, above 1
	Events        []string // ids that made it: those behind the turn that stand farthest from what was before
}

// tone is one day of a series.
type tone struct {
	day  entente.Day
	mean float64
}

// Turns returns the turning points of a series in the order of days. Events
// have to be in that order. outlets says when each outlet was read, first and
// last; nil leaves that trial out.
func Turns(events []Event, outlets map[string]entente.Days) []Turn {
	news := once(events)
	days := tones(news)
	noise := noiseOf(days)
	if len(days) < 2*turnMinDays || noise == 0 {
		return nil
	}
	limit := turnThreshold * noise * math.Sqrt(2*ln(float64(len(days))))
	var out []Turn
	cs := narrowest(days, limit)
	locate(news, days, cs)
	for _, c := range cs {
		t := Turn{Day: c.day, Strength: c.stat / limit}
		t.Before, t.After = around(events, t.Day, nil)
		if math.Abs(t.After-t.Before) < turnMinShift {
			continue
		}
		if outlets != nil {
			before, after := around(events, t.Day, func(e *Event) bool { return constant(e, t.Day, outlets) })
			shift := (after - before) / (t.After - t.Before)
			if math.IsNaN(shift) || shift < turnConstant {
				continue
			}
		}
		t.Events = makers(events, &t)
		out = append(out, t)
	}
	return out
}

// once leaves out what repeats a story: events of one story and of one class of
// scores as one of it up to [storyDays] before. The follow-ups of a happening show
// its tone, not that of the days on which they come.
func once(events []Event) []Event {
	type strand struct {
		story uint32
		class int
	}
	last := map[strand]entente.Day{}
	out := make([]Event, 0, len(events))
	for i := range events {
		e := &events[i]
		if e.Weight <= 0 {
			continue
		}
		if e.Story != 0 {
			k := strand{e.Story, classOf(e.Score)}
			if day, ok := last[k]; ok && e.Day < day+storyDays {
				continue
			}
			last[k] = e.Day
		}
		out = append(out, *e)
	}
	return out
}

// tones takes the events of each day together.
func tones(events []Event) []tone {
	var out []tone
	for i := 0; i < len(events); {
		day, sum, weight := events[i].Day, 0.0, 0.0
		for ; i < len(events) && events[i].Day == day; i++ {
			sum += float64(events[i].Weight * events[i].Score)
			weight += events[i].Weight
		}
		if weight > 0 {
			out = append(out, tone{day, sum / weight})
		}
	}
	return out
}

// noiseOf measures the deviation of a day: 1.4826 times the median distance of
// neighbouring weeks' means, scaled by the days that they rest on.
func noiseOf(days []tone) float64 {
	type week struct{ sum, n float64 }
	var weeks []week
	last := entente.Day(math.MinInt32)
	for _, d := range days {
		w := d.day - d.day%7
		if w != last {
			weeks = append(weeks, week{})
			last = w
		}
		weeks[len(weeks)-1].sum += d.mean
		weeks[len(weeks)-1].n++
	}
	var diffs []float64
	for i := 1; i < len(weeks); i++ {
		a, b := weeks[i-1], weeks[i]
		diffs = append(diffs, math.Abs(a.sum/a.n-b.sum/b.n)/math.Sqrt(1/a.n+1/b.n))
	}
	if len(diffs) == 0 {
		return 0
	}
	slices.Sort(diffs)
	return 1.4826 * diffs[len(diffs)/2]
}

// candidate is the best change of one seeded interval [from, to).
type candidate struct {
	from, to, at int
	stat         float64
	day          entente.Day // once it is located
}

// narrowest chooses change points: of the intervals whose statistic is over the
// limit the shortest first, and none that holds a chosen one.
func narrowest(days []tone, limit float64) []candidate {
	sum := make([]float64, len(days)+1)
	for i, d := range days {
		sum[i+1] = sum[i] + d.mean
	}
	var cs []candidate
	for length := float64(len(days)); length >= turnMinDays; length /= seedDecay {
		l := int(math.Ceil(length))
		n := 2*int(math.Ceil(float64(len(days))/length)) - 1
		for k := range n {
			from := 0
			if n > 1 {
				from = k * (len(days) - l) / (n - 1)
			}
			if c := best(sum, from, from+l); c.stat > limit {
				cs = append(cs, c)
			}
		}
	}
	slices.SortStableFunc(cs, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.to-a.from, b.to-b.from), cmp.Compare(b.stat, a.stat), cmp.Compare(a.from, b.from))
	})
	var out []candidate
next:
	for _, c := range cs {
		for _, o := range out {
			if c.from < o.at && o.at < c.to {
				continue next
			}
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b candidate) int { return a.at - b.at })
	return pruned(sum, out, limit)
}

// pruned takes out, the weakest first, changes that are none between those beside
// them: what a narrow interval held for one may be the flank of another.
func pruned(sum []float64, cs []candidate, limit float64) []candidate {
	for {
		cs = refined(sum, cs)
		weak := -1
		for i := range cs {
			if cs[i].stat <= limit && (weak < 0 || cs[i].stat < cs[weak].stat) {
				weak = i
			}
		}
		if weak < 0 {
			return cs
		}
		cs = slices.Delete(cs, weak, weak+1)
	}
}

// refined moves each change to the best place between its neighbours: a narrow
// interval finds that there is one, all the days of both sides find where.
func refined(sum []float64, cs []candidate) []candidate {
	for range 2 {
		for i := range cs {
			from, to := 0, len(sum)-1
			if i > 0 {
				from = cs[i-1].at
			}
			if i+1 < len(cs) {
				to = cs[i+1].at
			}
			if c := best(sum, from, to); c.stat > 0 {
				cs[i] = c
			}
		}
	}
	return cs
}

// best is the change of an interval with the largest cumulative sum statistic:
// the distance of the means of both sides, by the days that they rest on.
func best(sum []float64, from, to int) candidate {
	out := candidate{from: from, to: to}
	for at := from + turnMinSide; at <= to-turnMinSide; at++ {
		left, right := float64(at-from), float64(to-at)
		d := math.Abs((sum[at]-sum[from])/left - (sum[to]-sum[at])/right)
		if stat := d * math.Sqrt(left*right/(left+right)); stat > out.stat {
			out.at, out.stat = at, stat
		}
	}
	return out
}
