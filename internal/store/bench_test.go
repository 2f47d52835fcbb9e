package store_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"testing"

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

var relationEvents = flag.Int("events", 200_000, "events of the archive of BenchmarkRelation; the target is set for 5,000,000")

// BenchmarkRelation reads relations of ten years and a month's network from an
// archive in which, as in the news, few dyads have most events: the dyad of rank
// r has a share of 1/r among the 19,900 of 200 states. The series is by month.
func BenchmarkRelation(b *testing.B) {
	const states, days, firstDay = 200, 3650, 16000
	var dyads [][2]string
	for i := range states {
		for k := range i {
			dyads = append(dyads, [2]string{fmt.Sprintf("S%02d", i), fmt.Sprintf("S%02d", k)})
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(dyads), func(i, k int) { dyads[i], dyads[k] = dyads[k], dyads[i] })
	upTo := make([]float64, len(dyads)) // cumulative shares
	sum := 0.0
	for i := range dyads {
		sum += 1 / float64(i+1)
		upTo[i] = sum
	}
	a := open(b)
	count := make([]int, len(dyads))
	const batch = 100_000
	for done := 0; done < *relationEvents; done += batch {
		err := store.FillDyads(b.Context(), a, min(batch, *relationEvents-done), done, func() (string, string, int) {
			r := min(sort.SearchFloat64s(upTo, rng.Float64()*sum), len(dyads)-1)
			count[r]++
			d := dyads[r]
			if rng.IntN(2) == 1 {
				d[0], d[1] = d[1], d[0]
			}
			return d[0], d[1], firstDay + int(math.Floor(rng.Float64()*days))
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	span := entente.Days{From: firstDay, To: firstDay + days}
	for _, rank := range []int{0, 9, 99, 999, 9999} {
		b.Run(fmt.Sprintf("rank=%d/events=%d", rank+1, count[rank]), func(b *testing.B) {
			f := entente.RelationFilter{A: []entente.Party{{Code: dyads[rank][0]}}, B: []entente.Party{{Code: dyads[rank][1]}}, Period: entente.ByMonth, Days: span}
			for b.Loop() {
				if _, err := a.Relation(b.Context(), f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("network=month", func(b *testing.B) {
		for b.Loop() {
			if _, err := a.TopDyads(b.Context(), entente.Days{From: firstDay + days - 30, To: firstDay + days}, 100); err != nil {
				b.Fatal(err)
			}
		}
	})
}
