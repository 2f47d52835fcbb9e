package merge_test

import (
	"fmt"
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

// BenchmarkEvents merges as many reports of one kind as are compared at once, in
// two groups that one pair of reports keeps apart.
func BenchmarkEvents(b *testing.B) {
	reports := twoTowns(512)
	for b.Loop() {
		merge.Events(reports)
	}
}
