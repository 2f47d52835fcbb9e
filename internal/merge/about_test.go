package merge_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// TestAbout tells one accusation between two parties in two reports, changed by
// edit: what it is about decides.
func TestAbout(t *testing.T) {
	t.Parallel()
	sense := func(b byte) []byte {
		out := make([]byte, 20)
		for i := range out {
			out[i] = b
		}
		return out
	}
	accuse := func(about []byte, words ...uint32) func(*entente.Claim) {
		return func(c *entente.Claim) {
			c.Event.Root, c.Event.Where, c.Event.Sense = entente.RootAccuse, nil, about
			c.Lemma, c.Words, c.Near = "accuse", words, words[2:]
			c.Event.When.Basis = entente.WhenDocument
		}
	}
	mode := func(name string, e func(*entente.Claim)) func(*entente.Claim) {
		return func(c *entente.Claim) { e(c); c.Event.Mode, _ = entente.ParseMode(name) } //nolint:errcheck // it is in the list
	}
	noDay := func(e func(*entente.Claim)) func(*entente.Claim) {
		return func(c *entente.Claim) { e(c); c.Event.When = entente.When{} }
	}
	same, different := sense(0x33), sense(0xd3) // along it, and at a right angle to it
	for _, tc := range []struct {
		name      string
		one, then func(*entente.Claim)
		want      int
	}{
		{"one charge in other words", accuse(same, 1, 2, 3, 4), accuse(same, 1, 6, 7, 8), 1},
		{"another charge", accuse(same, 1, 2, 3, 4), accuse(different, 1, 6, 7, 8), 2},
		{"an inquiry for a charge", mode("allege", accuse(nil, 1, 2, 3, 4)), mode("investigate", accuse(nil, 1, 6, 7, 8)), 2},
		{"a charge without a day", accuse(same, 1, 2, 3, 4), noDay(accuse(same, 1, 6, 7, 8)), 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			a, b := strike("a", 1, tc.one), strike("b", 2, tc.then)
			if b.Claims[0].Event.When == (entente.When{}) {
				b.Day = entente.NoDay
			}
			if got := merge.Events([]merge.Report{a, b}); len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}
