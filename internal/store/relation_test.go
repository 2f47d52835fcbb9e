package store_test

import (
	"math"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

func side(code string, sector entente.Sector) []entente.Party {
	return []entente.Party{{Code: code, Sector: sector}}
}

func relationOf(t *testing.T, a *store.Archive, f entente.RelationFilter) []entente.RelationPoint {
	t.Helper()
	if f.Days == (entente.Days{}) {
		f.Days = entente.AllDays()
	}
	points, err := a.Relation(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

func total(points []entente.RelationPoint) (events int, weight float64) {
	for _, p := range points {
		events += p.Events
		weight += p.Weight
	}
	return events, weight
}

// A happening that four outlets tell counts once; what a party alone tells is a
// claim; the shares of an event sum to one over all pairs.
func TestRelationCounts(t *testing.T) {
	t.Parallel()
	a := open(t)
	for _, id := range []string{"a", "b", "c", "d"} {
		place(t, a, "s1", outlet(id, 16))
	}
	points := relationOf(t, a, entente.RelationFilter{A: side("RUS", 0), B: side("CHN", 0)})
	if n, w := total(points); n != 1 || w != 1 || points[0].Outlets != 4 || points[0].Documents != 4 {
		t.Errorf("four reports of one happening: %+v", points)
	}

	claim := report("p", 17, "RUS", "CHN", entente.RootAssault, -9)
	claim.Events[0].Attribution = &entente.Attribution{Speaker: entente.Actor{Country: "CHN"}, Interested: true}
	place(t, a, "s2", claim)
	points = relationOf(t, a, entente.RelationFilter{A: side("RUS", 0), B: side("CHN", 0)})
	if n, _ := total(points); n != 1 || points[1].Claims != 1 || points[1].ClaimScore != -9 {
		t.Errorf("a claim of a party: %+v", points)
	}

	three := report("q", 20, "RUS", "CHN", entente.RootConsult, 2.5)
	three.Events[0].Actors = append(three.Events[0].Actors, entente.Actor{Country: "IND"}, entente.Actor{Country: "BRA"})
	three.Events[0].Recipients = nil
	place(t, a, "s3", three)
	sum := 0.0
	codes := []string{"RUS", "IND", "BRA"}
	for i, x := range codes {
		for _, y := range codes[i+1:] {
			_, w := total(relationOf(t, a, entente.RelationFilter{A: side(x, 0), B: side(y, 0), Days: entente.Days{From: entente.NewDay(2024, 5, 20), To: entente.NewDay(2024, 5, 20)}}))
			sum += w
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the pairs of a meeting of three weigh %v", sum)
	}
}

// Sectors of one state are actors of their own.
func TestRelationOfSectors(t *testing.T) {
	t.Parallel()
	a := open(t)
	d := report("k", 3, "KEN", "KEN", entente.RootCoerce, -7)
	d.Events[0].Actors[0].Sector, d.Events[0].Recipients[0].Sector = entente.COP, entente.CVL
	place(t, a, "s1", d)
	if n, w := total(relationOf(t, a, entente.RelationFilter{A: side("KEN", entente.COP), B: side("KEN", entente.CVL), Directed: true})); n != 1 || w != 1 {
		t.Errorf("police against civilians: %d events, %v", n, w)
	}
	if n, _ := total(relationOf(t, a, entente.RelationFilter{A: side("KEN", entente.CVL), B: side("KEN", entente.COP), Directed: true})); n != 0 {
		t.Error("civilians against police have an event")
	}
	p := relationOf(t, a, entente.RelationFilter{A: side("KEN", entente.CVL), B: side("KEN", entente.COP)})
	if p[0].Back != 1 || p[0].Forward != 0 {
		t.Errorf("either way: %+v", p)
	}
}

// What a late report changes is not seen as of the day before it.
func TestAsOf(t *testing.T) {
	t.Parallel()
	a := open(t)
	day := entente.NewDay(2024, 5, 20)
	add := func(d *entente.Document, story string, on entente.Day) {
		t.Helper()
		if err := a.Put(t.Context(), []store.Entry{{Doc: d, Place: entente.Assignment{Doc: d.ID, Story: story}, Features: []byte{1}, Added: on}}); err != nil {
			t.Fatal(err)
		}
	}
	add(outlet("b", 16), "s1", day)
	add(report("x", 17, "RUS", "CHN", entente.RootAid, 10), "s2", day)
	f := entente.RelationFilter{A: side("RUS", 0), B: side("CHN", 0), AsOf: day}
	before := relationOf(t, a, f)
	add(outlet("a", 16), "s1", day+1)
	add(report("y", 17, "CHN", "RUS", entente.RootAccuse, -2), "s3", day+1)
	after := relationOf(t, a, f)
	if n, _ := total(before); n != 2 {
		t.Fatalf("before: %+v", before)
	}
	for i := range before {
		x, y := before[i], after[i]
		x.Documents, x.Outlets, x.SteadyDocuments, x.SteadyEvents = y.Documents, y.Outlets, y.SteadyDocuments, y.SteadyEvents // of the archive today
		if x != y {
			t.Errorf("yesterday's answer was %+v and is %+v", x, y)
		}
	}
	f.AsOf = entente.NoDay
	if n, _ := total(relationOf(t, a, f)); n != 3 {
		t.Errorf("today %d events count", n)
	}
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	a := open(t)
	put(t, a, outlet("a", 16), outlet("b", 16), outlet("b2", 17))
	quiet := outlet("c", 17)
	quiet.Events, quiet.Lang = nil, "fr"
	put(t, a, quiet)
	put(t, a, outlet("a", 16)) // again: nothing
	cs, err := a.Coverage(t.Context(), entente.AllDays())
	if err != nil || len(cs) != 4 {
		t.Fatalf("%+v, %v", cs, err)
	}
	if c := cs[3]; c.Outlet != "outlet c" || c.Lang != "fr" || c.Documents != 1 || c.Silent != 1 {
		t.Errorf("%+v", c)
	}
	if err := a.Mark(t.Context(), entente.EventMark{Event: "ea", Verdict: entente.MarkedWrong, At: "2024-05-20T00:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	if cs, err = a.Coverage(t.Context(), entente.AllDays()); err != nil || cs[0].Silent != 1 {
		t.Errorf("the only event is wrong: %+v, %v", cs[0], err)
	}
	d := entente.Dropped{Day: entente.NewDay(2024, 5, 20), Outlet: "x.example", Why: "no_text", Number: 2}
	for range 2 {
		if err := a.Drop(t.Context(), []entente.Dropped{d}); err != nil {
			t.Fatal(err)
		}
	}
	ds, err := a.Dropped(t.Context(), entente.AllDays())
	if err != nil || len(ds) != 1 || ds[0].Number != 4 {
		t.Errorf("%+v, %v", ds, err)
	}
}
