package web

import (
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// eventGroup is one event as several reports tell it: the same day, root, mode,
// parties and status.
type eventGroup struct {
	Best entente.EventRow   // the surest telling
	More []entente.EventRow // the others, in the order of the list
}

// Tellings returns how many times the event is told.
func (g eventGroup) Tellings() int { return 1 + len(g.More) }

// groupEvents puts rows that tell the same together, in the order of their
// first row.
func groupEvents(rows []entente.EventRow) []eventGroup {
	var out []eventGroup
	at := map[string]int{}
	for _, r := range rows {
		k := groupKey(r.Event)
		i, ok := at[k]
		if !ok {
			at[k] = len(out)
			out = append(out, eventGroup{Best: r})
			continue
		}
		g := &out[i]
		if r.Event.Confidence > g.Best.Event.Confidence {
			g.Best, r = r, g.Best
		}
		g.More = append(g.More, r)
	}
	return out
}

// mostTold orders groups by how often they are told, then as they stood.
func mostTold(groups []eventGroup) []eventGroup {
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].Tellings() > groups[j].Tellings() })
	return groups
}

// groupKey is equal for events that tell the same; one of a party that is not
// resolved is equal to itself alone.
func groupKey(e *entente.Event) string {
	parts := []string{e.Root.String(), e.Mode.String(), e.Status.String(), e.Aspect.String(), e.When.From.String(), e.When.To.String()}
	for _, side := range [][]entente.Actor{e.Actors, e.Recipients} {
		codes := make([]string, 0, len(side))
		for i := range side {
			p := side[i].Party()
			if p == "" {
				return e.ID
			}
			codes = append(codes, p)
		}
		sort.Strings(codes)
		parts = append(parts, strings.Join(codes, "+"))
	}
	return strings.Join(parts, "\x00")
}
