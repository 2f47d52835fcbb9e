package store

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"

	entente "github.com/entente-news/entente"
)

// FuzzBundle reads any bytes as a bundle, as sums and as a month of coverage: errors are
// fine, all else is not. What can be read is written again and read the same.
func FuzzBundle(f *testing.F) {
	first := entente.NewDay(2024, 5, 1)
	rng := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // fixed seeds
	simple := pairEvent{id: "m0123456789abcdef", day: first + 3, quad: 2, score: -9.5, confidence: 0.25, story: 77, outlets: []string{"a", "b"}, pairs: 1, total: 1, forward: 1,
		members: []memberPair{{entente.GOV, entente.SectorNone, false, 1}}}
	other := pairEvent{id: "mex1", day: first + 30, quad: 4, score: rng.Float64(), confidence: 1, claim: true, sample: true, outlets: []string{""}, pairs: 6, total: 12,
		forward: 1, back: 1, members: []memberPair{{entente.MIL, entente.CVL, true, 2}, {entente.MIL, entente.CVL, false, 2}}}
	f.Add(packBundle([]pairEvent{simple, other}, first))
	f.Add(packBundle([]pairEvent{other, simple}[1:], first))
	f.Add(packMonth([]outletMonth{{outlet: "a", documents: [31]int{1, 0, 300}}, {outlet: "b", documents: [31]int{30: 2}}}))
	f.Add(packSums([]pairEvent{simple, other}, first))
	f.Add(packPairs([]pairSum{{first: []byte("CHN"), second: []byte("RUS"), events: 3, weight: 1.5, kind: 2, sample: true}}))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, rows, err := openMonth(data); err == nil {
			for i := range rows {
				_ = rows[i].each(func(int, int) {})
			}
		}
		_ = walkPairs(data, func(*pairSum) {})
		b, err := openBundle(data, first)
		if err != nil {
			return
		}
		if b.shapes != nil {
			for ok := true; ok && err == nil; {
				ok, err = b.next()
			}
			return
		}
		events, err := b.all()
		if err != nil {
			return
		}
		packed := packBundle(events, first)
		again, err := openBundle(packed, first)
		if err != nil {
			t.Fatal(err)
		}
		got, err := again.all()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(packed, packBundle(got, first)) {
			t.Errorf("%+v became %+v", events, got)
		}
	})
}

// TestBundle packs events of every shape and reads them again.
func TestBundle(t *testing.T) {
	t.Parallel()
	first := entente.NewDay(2024, 2, 1)
	rng := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // fixed events
	for range 200 {
		var want []pairEvent
		for day := range entente.Day(29) {
			for range rng.IntN(3) {
				want = append(want, anyPairEvent(rng, first+day))
			}
		}
		b, err := openBundle(packBundle(want, first), first)
		if err != nil {
			t.Fatal(err)
		}
		got, err := b.all()
		if err != nil || len(got) != len(want) {
			t.Fatalf("%d events, %v, want %d", len(got), err, len(want))
		}
		for i := range want {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("%+v, want %+v", got[i], want[i])
			}
		}
	}
}

func anyPairEvent(rng *rand.Rand, day entente.Day) pairEvent {
	e := pairEvent{id: "m00000000000000ff", day: day, quad: entente.Quad(rng.IntN(5)), score: float64(rng.IntN(39))/2 - 9.5, //nolint:gosec // 0..4
		confidence: rng.Float64(), story: rng.Uint32(), claim: rng.IntN(2) == 0, sample: rng.IntN(2) == 0, outlets: [][]string{{"a"}, {"a", "b"}, {""}, {"b"}}[rng.IntN(4)],
		pairs: 1, total: 1, forward: 1, members: []memberPair{{first: entente.MIL, count: 1}}}
	switch rng.IntN(5) {
	case 0:
		e.id = "m00000000000000FF" // no digits of ours
	case 1:
		e.score = rng.Float64()
	case 2:
		e.forward, e.back, e.members[0].back = 0, 1, true
	case 3:
		e.pairs, e.total, e.forward, e.members = 0, 6, 0, []memberPair{{entente.GOV, entente.MIL, true, 3}, {entente.GOV, entente.SOC, false, 1}}
	}
	return e
}
