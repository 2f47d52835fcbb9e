package relation

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// around returns the mean scores of the days before and after a day, over the
// events that keep wants; NaN where there are none.
func around(events []Event, day entente.Day, keep func(*Event) bool) (before, after float64) {
	var sum, weight [2]float64
	for i := range events {
		e := &events[i]
		if e.Day < day-turnWindow || e.Day >= day+turnWindow || keep != nil && !keep(e) {
			continue
		}
		side := 0
		if e.Day >= day {
			side = 1
		}
		sum[side] += float64(e.Weight * e.Score)
		weight[side] += e.Weight
	}
	return sum[0] / weight[0], sum[1] / weight[1]
}

// constant says whether an outlet tells the event that was read well before and
// well after the day.
func constant(e *Event, day entente.Day, outlets map[string]entente.Days) bool {
	return slices.ContainsFunc(e.Outlets, func(o string) bool {
		p, ok := outlets[o]
		return ok && p.From <= day-turnWindow/3 && p.To >= day+turnWindow/3
	})
}

// makersShown is how many events explain a turn.
const makersShown = 10

// makers are the events of the days behind a turn that stand farthest from the
// tone before it, in the direction of the turn; of equal ones the earlier.
func makers(events []Event, t *Turn) []string {
	sign := 1.0
	if t.After < t.Before {
		sign = -1
	}
	var es []*Event
	for i := range events {
		if e := &events[i]; e.Day >= t.Day && e.Day < t.Day+turnWindow/3 && sign*(e.Score-t.Before) > 0 {
			es = append(es, e)
		}
	}
	slices.SortStableFunc(es, func(a, b *Event) int {
		return cmp.Compare(b.Weight*sign*(b.Score-t.Before), a.Weight*sign*(a.Score-t.Before))
	})
	var out []string
	for _, e := range es[:min(len(es), makersShown)] {
		out = append(out, e.ID)
	}
	return out
}
