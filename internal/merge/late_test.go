package merge_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// TestKillingToldLate tells a killing by police again, days later and without
// its date.
func TestKillingToldLate(t *testing.T) {
	t.Parallel()
	firearms, err := entente.ParseMode("firearms")
	if err != nil {
		t.Fatal(err)
	}
	police := entente.Actor{Country: "GRC", Sector: entente.COP}
	teenager := entente.Actor{Country: "GRC", Sector: entente.CVL}
	shot := func(doer entente.Actor) func(*entente.Claim) {
		return func(c *entente.Claim) {
			c.Lemma, c.Event.Mode = "shoot", firearms
			c.Event.Actors, c.Event.Recipients, c.Event.Where = []entente.Actor{doer}, []entente.Actor{teenager}, nil
		}
	}
	again := func(doer entente.Actor, lemma string, days entente.Day, basis entente.WhenBasis) func(*entente.Claim) {
		return func(c *entente.Claim) {
			shot(doer)(c)
			c.Lemma, c.Event.Mode = lemma, entente.ModeNone
			c.Event.When = entente.When{From: day + days, To: day + days, Basis: basis}
		}
	}
	army := entente.Actor{Country: "GRC", Sector: entente.MIL}
	for _, tc := range []struct {
		name        string
		doer        entente.Actor
		first, then func(*entente.Claim)
		want        int
	}{
		{"a week later, by another word", police, shot(police), again(police, "kill", 7, entente.WhenDocument), 1},
		{"a week later, with another date", police, shot(police), again(police, "kill", 7, entente.WhenText), 2},
		{"three weeks later", police, shot(police), again(police, "kill", 21, entente.WhenDocument), 2},
		{"another deed", police, shot(police), again(police, "beat", 7, entente.WhenDocument), 2},
		{"by an army", army, shot(army), again(army, "kill", 7, entente.WhenDocument), 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := merge.Events([]merge.Report{strike("a", 1, tc.first), strike("b", 2, tc.then)}); len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}
