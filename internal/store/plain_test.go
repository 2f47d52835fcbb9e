package store_test

import (
	"cmp"
	"context"
	"math"
	"slices"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// plainRelation computes a relation from the merged events and documents of an
// archive, without anything that the archive keeps for it.
func plainRelation(t *testing.T, a *store.Archive, f entente.RelationFilter) ([]entente.RelationEvent, []entente.RelationPoint) {
	t.Helper()
	events := plainEvents(t, a, f, false)
	sector := func(p entente.Party) bool { return p.Sector != entente.SectorNone }
	if slices.ContainsFunc(f.A, sector) || slices.ContainsFunc(f.B, sector) || len(events) == 0 {
		events = plainEvents(t, a, f, true)
	}
	span := f.Days
	if len(events) > 0 && !span.From.Known() {
		span.From = events[0].Day
	}
	if len(events) > 0 && !span.To.Known() {
		span.To = events[len(events)-1].Day
	}
	points := []entente.RelationPoint{}
	for d := span.From; span.From.Known() && span.To.Known() && d <= span.To; d++ {
		first, last := f.Period.Bounds(d)
		points = append(points, entente.RelationPoint{From: first, To: last})
		d = last
	}
	steady := plainCoverage(t, a, points)
	for i := range events {
		for k := range points {
			if points[k].From <= events[i].Day && events[i].Day <= points[k].To {
				points[k].Add(&events[i], slices.ContainsFunc(events[i].Outlets, func(o string) bool { return steady[o] }))
			}
		}
	}
	return events, points
}

// plainEvents lists the events of a relation, between whole parties or between
// members.
func plainEvents(t *testing.T, a *store.Archive, f entente.RelationFilter, members bool) []entente.RelationEvent {
	t.Helper()
	rows, err := a.MergedEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()})
	if err != nil {
		t.Fatal(err)
	}
	var out []entente.RelationEvent
	for _, r := range rows {
		m := r.Merged
		day := m.When.From
		if m.Status != entente.Actual || !m.When.OnDay() || f.Days.From.Known() && day < f.Days.From || f.Days.To.Known() && day > f.Days.To {
			continue
		}
		e := entente.RelationEvent{ID: m.ID, Day: day, Quad: m.Root.Quad(), Score: m.Score, Confidence: m.Confidence, Claim: m.Interested, Sample: m.Sample}
		for _, x := range m.Tellings {
			e.Outlets = append(e.Outlets, x.Outlet)
		}
		slices.Sort(e.Outlets)
		e.Outlets = slices.Compact(e.Outlets)
		pairs := plainPairs(m, members)
		forward, back := 0, 0
		for _, p := range pairs {
			if plainHolds(f.A, p[0]) && plainHolds(f.B, p[1]) {
				forward++
			} else if plainHolds(f.B, p[0]) && plainHolds(f.A, p[1]) && !f.Directed {
				back++
			}
		}
		if forward+back > 0 {
			e.Forward, e.Back = entente.Share(forward, len(pairs)), entente.Share(back, len(pairs))
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(x, y entente.RelationEvent) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// plainPairs are the ordered pairs of an event's parties.
func plainPairs(m *entente.Merged, members bool) [][2]entente.Party {
	if len(m.Recipients) == 0 {
		var out [][2]entente.Party
		all := plainMembers(m.Actors, members)
		for i, x := range all {
			for k, y := range all {
				if i != k {
					out = append(out, [2]entente.Party{x, y})
				}
			}
		}
		return out
	}
	var out [][2]entente.Party
	for _, x := range plainMembers(m.Actors, members) {
		for _, y := range plainMembers(m.Recipients, members) {
			if members || x != y {
				out = append(out, [2]entente.Party{x, y})
			}
		}
	}
	return out
}

// plainMembers are the members of a side that the text names: each, or states and
// organisations once.
func plainMembers(list []entente.Actor, members bool) []entente.Party {
	var out []entente.Party
	for i := range list {
		x := &list[i]
		p := entente.Party{Code: x.Party(), Sector: x.Sector}
		if !members {
			p.Sector = entente.SectorNone
		}
		if x.Inferred || p.Code == "" || !members && (x.Country == "" && x.Org == "" || slices.Contains(out, p)) {
			continue
		}
		out = append(out, p)
	}
	return out
}

func plainHolds(ps []entente.Party, p entente.Party) bool {
	return slices.ContainsFunc(ps, func(q entente.Party) bool {
		return q.Code == p.Code && (q.Sector == entente.SectorNone || q.Sector == p.Sector)
	})
}

// plainCoverage counts documents into points, and returns the outlets without a
// gap.
func plainCoverage(t *testing.T, a *store.Archive, points []entente.RelationPoint) map[string]bool {
	t.Helper()
	if len(points) == 0 {
		return nil
	}
	docs, err := a.Documents(context.Background(), entente.DocumentFilter{Days: entente.AllDays()}, entente.DepthMeta)
	if err != nil {
		t.Fatal(err)
	}
	first, last := points[0].From, points[len(points)-1].To
	gap := max(7, 2*(points[0].To-first+1))
	days := map[string][]entente.Day{}
	for _, d := range docs { // by day
		if day := d.Day(); day.Known() && day >= first && day <= last {
			days[d.Publisher] = append(days[d.Publisher], day)
		}
	}
	steady := map[string]bool{}
	for outlet, list := range days {
		was, ok := first, true
		for _, d := range append(list, last) {
			ok, was = ok && d-was <= gap, d
		}
		steady[outlet] = ok
		for k := range points {
			n := 0
			for _, d := range list {
				if points[k].From <= d && d <= points[k].To {
					n++
				}
			}
			points[k].Documents += n
			points[k].Outlets += min(n, 1)
			if ok {
				points[k].SteadyDocuments += n
			}
		}
	}
	return steady
}

// checkRelation compares what the archive answers with the plain computation, and
// expects that the shares of the events of a point sum to it exactly.
func checkRelation(t *testing.T, a *store.Archive, f entente.RelationFilter) (events int) {
	t.Helper()
	wantEvents, want := plainRelation(t, a, f)
	gotEvents, err := a.RelationEvents(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	got := relationOf(t, a, f)
	if len(gotEvents) != len(wantEvents) || len(got) != len(want) {
		t.Fatalf("%+v: %d events and %d points, want %d and %d", f, len(gotEvents), len(got), len(wantEvents), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%+v: point\n%+v, want\n%+v", f, got[i], want[i])
		}
	}
	for i := range wantEvents {
		g, w := gotEvents[i], wantEvents[i]
		if !slices.Equal(g.Outlets, w.Outlets) {
			t.Fatalf("%+v: event %s is told by %v, want %v", f, g.ID, g.Outlets, w.Outlets)
		}
		g.Outlets, w.Outlets = nil, nil
		if g.ID != w.ID || g.Day != w.Day || g.Quad != w.Quad || g.Score != w.Score || g.Confidence != w.Confidence || g.Forward != w.Forward ||
			g.Back != w.Back || g.Claim != w.Claim || g.Sample != w.Sample {
			t.Fatalf("%+v: event\n%+v, want\n%+v", f, g, w)
		}
	}
	return len(gotEvents)
}

// checkNetwork compares the network of a span with the relations in it.
func checkNetwork(t *testing.T, a *store.Archive, span entente.Days) {
	t.Helper()
	dyads, err := a.TopDyads(t.Context(), span, 0)
	if err != nil {
		t.Fatal(err)
	}
	sum, all := 0.0, 0.0
	for i, d := range dyads {
		f := entente.RelationFilter{A: side(d.A, 0), B: side(d.B, 0), Days: span}
		events, weight := 0, 0.0
		for _, e := range plainEvents(t, a, f, false) {
			if !e.Claim {
				events++
				weight += e.Forward + e.Back
			}
		}
		if d.Events != events || d.Weight != weight || d.A >= d.B || i > 0 && dyads[i-1].Events < d.Events {
			t.Fatalf("network of %+v: %+v, want %d events of weight %v", span, d, events, weight)
		}
		sum += d.Weight
	}
	for _, r := range merged(t, a) {
		m := r.Merged
		if m.Status == entente.Actual && !m.Interested && m.When.OnDay() && (!span.From.Known() || m.When.From >= span.From) && (!span.To.Known() || m.When.From <= span.To) && len(plainPairs(m, false)) > 0 {
			all++
		}
	}
	if math.Abs(sum-all) > 1e-7 {
		t.Fatalf("network of %+v: the pairs weigh %v, and there are %v events", span, sum, all)
	}
}
