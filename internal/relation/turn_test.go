package relation

import (
	"math/rand/v2"
	"slices"
	"testing"

	entente "github.com/entente-news/entente"
)

var start = entente.NewDay(2015, 1, 1)

// present says that all outlets were read all the time.
func present() map[string]entente.Days {
	out := map[string]entente.Days{}
	for _, o := range []string{"o0", "o1", "o2", "o3", "o4"} {
		out[o] = entente.Days{From: start - 100, To: start + 4000}
	}
	return out
}

func within(ts []Turn, day, days entente.Day) bool {
	return slices.ContainsFunc(ts, func(t Turn) bool { return t.Day >= day-days && t.Day <= day+days })
}

func TestTurns(t *testing.T) {
	t.Parallel()
	series := max(25, *powerSeries)
	for _, rate := range []float64{0.5, 1, 2, 5} {
		rng := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // fixed series
		found, near40, planted, quiet := 0, 0, 0, 0
		for range series {
			quiet += len(Turns(generate(rng, start, []int{5 * 365}, []regime{{rate, 0.2 + 0.5*rng.Float64()}}), present()))

			calm, tense := regime{rate, 0.1 + 0.15*rng.Float64()}, regime{rate * (1 + rng.Float64()), 0.75 + 0.2*rng.Float64()}
			a, b := 300+rng.IntN(300), 200+rng.IntN(300)
			ts := Turns(generate(rng, start, []int{a, b, 400}, []regime{calm, tense, calm}), present())
			for _, day := range []entente.Day{start + entente.Day(a), start + entente.Day(a+b)} {
				planted++
				found += btoi(within(ts, day, 7))
				near40 += btoi(within(ts, day, 40))
			}
		}
		t.Logf("%.1f events a day: within 7 days %d, within 40 days %d of %d breaks; %d false in %d times five quiet years", rate, found, near40, planted, quiet, series)
		if near40*100 < planted*95 || rate >= 1 && found*100 < planted*88 || rate >= 2 && found*100 < planted*96 {
			t.Errorf("%.1f events a day: %d of %d breaks are found within 7 days, %d within 40", rate, found, planted, near40)
		}
		if quiet > series/2 {
			t.Errorf("%.1f events a day: %d false turns in %d times five quiet years", rate, quiet, series)
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Twice the news, in stretches drawn at random, adds no turn.
func TestVolumeIsNoTurn(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // fixed series
	before, after := 0, 0
	for range 40 {
		quiet := generate(rng, start, []int{3 * 365}, []regime{{1, 0.4}})
		before += len(Turns(quiet, present()))
		var twice []Event
		double := false
		for i, e := range quiet {
			if i == 0 || e.Day/30 != quiet[i-1].Day/30 {
				double = rng.IntN(2) == 0
			}
			twice = append(twice, e)
			if double {
				twice = append(twice, e)
			}
		}
		after += len(Turns(twice, present()))
	}
	if after > before+2 {
		t.Errorf("%d turns became %d when random months had twice the news", before, after)
	}
}

// An outlet that tells of conflict alone goes: that is no turn. When its events
// are told by another one as well, what they show is one.
func TestOutletIsNoTurn(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 8)) //nolint:gosec // fixed series
	var es []Event
	gone := start + 400
	for _, e := range generate(rng, start, []int{800}, []regime{{4, 0.5}}) {
		e.Outlets = []string{"mild"}
		if e.Score < 0 {
			e.Outlets = []string{"grim"}
		}
		if e.Score >= 0 || e.Day < gone {
			es = append(es, e)
		}
	}
	outlets := map[string]entente.Days{"mild": {From: start - 10, To: start + 900}, "grim": {From: start - 10, To: gone - 1}}
	if ts := Turns(es, nil); !within(ts, gone, 7) {
		t.Fatalf("without knowing outlets there is a turn, and %v are found", ts)
	}
	if ts := Turns(es, outlets); within(ts, gone, 30) {
		t.Errorf("the loss of an outlet makes the turns %v", ts)
	}
	for i := range es {
		es[i].Outlets = []string{"mild", "grim"}
	}
	ts := Turns(es, outlets)
	if !within(ts, gone, 7) {
		t.Fatalf("all outlets tell of a turn, and %v are found", ts)
	}
	if len(ts[0].Events) == 0 || ts[0].Before > ts[0].After {
		t.Errorf("what made the turn: %+v", ts[0])
	}
}

func TestTurnsOfLittle(t *testing.T) {
	t.Parallel()
	if ts := Turns(nil, nil); ts != nil {
		t.Error(ts)
	}
	one := make([]Event, 50)
	for i := range one {
		one[i] = Event{Day: start + entente.Day(i), Score: 2.5, Weight: 1}
	}
	if ts := Turns(one, nil); ts != nil {
		t.Errorf("a series without noise turns: %v", ts)
	}
}

func BenchmarkTurns(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // a fixed series
	es := generate(rng, start, []int{3650}, []regime{{5, 0.4}})
	b.ReportAllocs()
	for b.Loop() {
		Turns(es, present())
	}
}
