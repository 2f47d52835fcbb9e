package merge_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// twoTowns are n reports of one deed by two words, one of each word with a town of
// its own: two groups that nearly all pairs of reports would make one.
func twoTowns(n int) []merge.Report {
	out := make([]merge.Report, n)
	for i := range out {
		out[i] = strike(fmt.Sprintf("d%04d", i), 1, func(c *entente.Claim) {
			c.Event.Where = nil
			if i%2 == 1 {
				c.Lemma, c.Words = "shell", []uint32{1, 2, 3, 6, 7}
			}
			switch i {
			case 0:
				c.Event.Where = town
			case 1:
				c.Event.Where = other
			}
		})
	}
	return out
}

func TestGroupsThatPairsJoinStayApart(t *testing.T) {
	t.Parallel()
	got := merge.Events(twoTowns(40))
	if len(got) != 2 || got[0].Reports != 20 || got[1].Reports != 20 {
		t.Errorf("%d happenings, the first of %d reports, want 2 of 20 each", len(got), got[0].Reports)
	}
}

// TestOrderOfManyReports merges reports that differ in root, word, side, place, day,
// number and what they are about in three orders. More of them are of one kind than
// are compared at once.
func TestOrderOfManyReports(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 11)) //nolint:gosec // it must repeat
	reports := make([]merge.Report, 620)
	for i := range reports {
		reports[i] = strike(fmt.Sprintf("d%04d", i), random.IntN(24), func(c *entente.Claim) {
			c.Lemma = []string{"strike", "shell", "kill"}[random.IntN(3)]
			c.Words = []uint32{1, 2, uint32(3 + random.IntN(4)), uint32(9 + random.IntN(4))}
			c.Event.Where = []*entente.Place{nil, town, region, other}[random.IntN(4)]
			c.Event.Recipients = [][]entente.Actor{nil, {kyiv}, {rebels}, {kyiv, rebels}}[random.IntN(4)]
			c.Event.When.Basis = []entente.WhenBasis{entente.WhenText, entente.WhenDocument}[random.IntN(2)]
			c.Event.Magnitudes = killed(int64(1 + random.IntN(9)))
			c.Main = random.IntN(2) == 0
			c.Event.Root = []entente.Root{entente.RootAssault, entente.RootAccuse}[random.IntN(8)/7]
			c.Event.Sense = bytes.Repeat([]byte{[]byte{0x33, 0x3d, 0xd3, 0x53}[random.IntN(4)]}, 20)
			c.Event.Aspect = []entente.Aspect{entente.AspectEvent, entente.AspectOngoing}[random.IntN(2)]
		})
	}
	want := merge.Events(reports)
	if len(want) < 2 || len(want) == len(reports) {
		t.Fatalf("%d happenings of %d reports: nothing is merged, or all", len(want), len(reports))
	}
	for range 2 {
		order := slices.Clone(reports)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		if got := merge.Events(order); !reflect.DeepEqual(want, got) { // a difference of so much is slow to find
			t.Fatalf("%d happenings in another order, want the same %d", len(got), len(want))
		}
	}
}

// BenchmarkEvents merges as many reports of one kind as are compared at once, in
// two groups that one pair of reports keeps apart.
func BenchmarkEvents(b *testing.B) {
	reports := twoTowns(512)
	for b.Loop() {
		merge.Events(reports)
	}
}
