package store_test

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// BenchmarkStats counts an archive of 20,000 documents, which every page does.
func BenchmarkStats(b *testing.B) {
	a := open(b)
	for i := 0; i < 20000; i += 1000 {
		es := make([]store.Entry, 1000)
		for k := range es {
			d := numberedReport(i + k)
			es[k] = store.Entry{Doc: d, Features: make([]byte, 2000), Place: entente.Assignment{Doc: d.ID, Story: d.ID[:5]}}
		}
		if err := a.Put(b.Context(), es); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := a.Stats(b.Context(), entente.AllDays()); err != nil {
			b.Fatal(err)
		}
	}
}

var (
	worldEvents = flag.Int("events", 100_000, "events of the archive of BenchmarkWorld; the targets are set for 5,000,000")
	worldNarrow = flag.Bool("narrow", false, "fill that archive with what relations and networks read, and measure nothing else: a tenth of the time")
	worldPath   = flag.String("world", "", "keep the archive of BenchmarkWorld at this path, and use it when it is there")
)

// world opens the archive of a world, made where it is not there.
func world(b *testing.B) (*store.Archive, *store.World) {
	b.Helper()
	path := *worldPath
	if path == "" {
		path = filepath.Join(b.TempDir(), "world.db")
	}
	a, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = a.Close() })
	w := store.NewWorld(*worldEvents, !*worldNarrow)
	if err := store.Fill(b.Context(), a, w); err != nil {
		b.Fatal(err)
	}
	return a, w
}

// BenchmarkWorld reads an archive of twenty years: relations by month, the network
// of a month, and what else is asked of a large archive. The targets, with five
// million events: any relation 50 ms, the network of a month 300 ms.
//
//	go test ./internal/store -run '^$' -bench World -events 5000000 -narrow -world world.db
func BenchmarkWorld(b *testing.B) {
	a, w := world(b)
	ctx := b.Context()
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			var clock, cpu []time.Duration
			for b.Loop() {
				start, busy := time.Now(), cpuTime()
				if err := f(); err != nil {
					b.Fatal(err)
				}
				clock, cpu = append(clock, time.Since(start)), append(cpu, cpuTime()-busy)
			}
			for unit, list := range map[string][]time.Duration{"ms-median": clock, "cpu-ms-median": cpu} {
				slices.Sort(list)
				b.ReportMetric(float64(list[len(list)/2].Microseconds())/1000, unit)
			}
		})
	}
	party := func(code string) []entente.Party { return []entente.Party{{Code: code}} }
	for _, rank := range []int{0, 1, 10, 100, 1000, 10000} {
		f := entente.RelationFilter{A: party(w.Pairs[rank][0]), B: party(w.Pairs[rank][1]), Period: entente.ByMonth, Days: entente.AllDays()}
		name := fmt.Sprintf("rank=%d/events=%d", rank, w.Count[rank])
		for period, by := range []string{"day", "month"} {
			f.Period = []entente.Period{entente.ByDay, entente.ByMonth}[period]
			run("relation/"+name+"/by="+by, func() error { _, err := a.Relation(ctx, f); return err })
		}
		run("events/"+name, func() error { _, err := a.RelationEvents(ctx, f); return err })
	}
	directed := entente.RelationFilter{A: party(w.Pairs[0][0]), B: party(w.Pairs[0][1]), Days: entente.AllDays(), Period: entente.ByDay, Directed: true}
	run("relation/directed", func() error { _, err := a.Relation(ctx, directed); return err })
	war := entente.RelationFilter{A: []entente.Party{{Code: w.Pairs[0][0], Sector: entente.GOV}}, B: party(w.Pairs[0][1]), Days: entente.AllDays(), Period: entente.ByDay}
	run("relation/sectors of the war", func() error { _, err := a.Relation(ctx, war); return err })
	sectors := entente.RelationFilter{A: []entente.Party{{Code: w.Pairs[1][0], Sector: entente.GOV}}, B: party(w.Pairs[1][1]), Days: entente.AllDays()}
	run("relation/sectors", func() error { _, err := a.Relation(ctx, sectors); return err })
	none := entente.RelationFilter{A: party(w.Pairs[0][0]), B: party("ZZZ"), Days: entente.AllDays()}
	run("relation/none", func() error { _, err := a.Relation(ctx, none); return err })
	month := entente.Days{From: store.WorldFirst + 7000, To: store.WorldFirst + 7029}
	run("network/month", func() error { _, err := a.TopDyads(ctx, month, 0); return err })
	year := entente.Days{From: store.WorldFirst + 6600, To: store.WorldFirst + 6964}
	run("network/year", func() error { _, err := a.TopDyads(ctx, year, 0); return err })
	run("network/all", func() error { _, err := a.TopDyads(ctx, entente.AllDays(), 0); return err })
	if w.Wide {
		asOf := entente.RelationFilter{A: party(w.Pairs[0][0]), B: party(w.Pairs[0][1]), Days: entente.AllDays(), AsOf: store.WorldFirst + store.WorldDays - 2}
		run("relation/as of yesterday", func() error { _, err := a.Relation(ctx, asOf); return err })
		benchmarkLists(run, a, w, month)
	}
}

// benchmarkLists measures what pages and commands list.
func benchmarkLists(run func(string, func() error), a *store.Archive, w *store.World, month entente.Days) {
	ctx := context.Background()
	pair := [2][]entente.Party{{{Code: w.Pairs[10][0]}}, {{Code: w.Pairs[10][1]}}}
	events := func(f entente.EventFilter) func() error {
		f.Limit, f.NewestFirst = 40, true
		return func() error { _, err := a.Events(ctx, f); return err }
	}
	run("lists/events/all", events(entente.EventFilter{Days: entente.AllDays()}))
	run("lists/events/month", events(entente.EventFilter{Days: month}))
	run("lists/events/pair", events(entente.EventFilter{Days: entente.AllDays(), Between: pair}))
	run("lists/events/actor+month", events(entente.EventFilter{Days: month, Actor: pair[0]}))
	run("lists/events/root", events(entente.EventFilter{Days: entente.AllDays(), Root: entente.RootAid}))
	run("lists/events/after", events(entente.EventFilter{Days: entente.AllDays(), AfterDoc: int64(w.Events/2 - 100)}))
	run("lists/count/pair", func() error {
		_, err := a.CountEvents(ctx, entente.EventFilter{Days: entente.AllDays(), Between: pair})
		return err
	})
	run("lists/count/merged", func() error {
		_, err := a.CountMerged(ctx, entente.EventFilter{Days: entente.AllDays(), Between: pair})
		return err
	})
	run("lists/stories/month", func() error { _, err := a.Stories(ctx, entente.StoryFilter{Days: month, Limit: 40}); return err })
	run("lists/stats/all", func() error { _, err := a.Stats(ctx, entente.AllDays()); return err })
	run("lists/stats/month", func() error { _, err := a.Stats(ctx, month); return err })
	run("lists/coverage/month", func() error { _, err := a.Coverage(ctx, month); return err })
	run("lists/presence", func() error { _, err := a.Presence(ctx); return err })
	run("lists/newest", func() error { _, err := a.Newest(ctx); return err })
	run("lists/search", func() error {
		_, err := a.Search(ctx, w.Pairs[1000][0]+" "+w.Pairs[1000][1], entente.AllDays(), 20)
		return err
	})
}
