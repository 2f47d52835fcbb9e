package merge_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// TestToldAgain tells one event in two reports, the second a week later on the
// day of that report, with other words and changed by edit.
func TestToldAgain(t *testing.T) {
	t.Parallel()
	person := entente.Actor{Country: "USA", Name: "Ann Stone"}
	official := entente.Actor{Country: "USA", Name: "Ann Stone", Sector: entente.GOV, Role: "minister"}
	gang := entente.Actor{Country: "USA", Sector: entente.CRM}
	victim := entente.Actor{Country: "USA", Sector: entente.COP, Name: "John Field"}
	students := entente.Actor{Country: "USA", Sector: entente.EDU}
	workers := entente.Actor{Country: "USA", Sector: entente.LAB}
	week := entente.When{From: day + 7, To: day + 7, Basis: entente.WhenDocument}
	type edit func(*entente.Claim)
	event := func(doer, other entente.Actor, lemma string, words ...uint32) edit {
		return func(c *entente.Claim) {
			c.Event.Actors, c.Event.Recipients, c.Event.Where = []entente.Actor{doer}, []entente.Actor{other}, nil
			c.Lemma, c.Words = lemma, words
		}
	}
	later := func(e edit) edit { return func(c *entente.Claim) { e(c); c.Event.When = week } }
	root := func(r entente.Root, e edit) edit { return func(c *entente.Claim) { e(c); c.Event.Root = r } }
	for _, tc := range []struct {
		name      string
		one, then edit
		want      int
	}{
		{"the deed of one person, otherwise aimed", event(person, gang, "fire", 1, 2, 3), later(event(person, students, "target", 4, 5, 6)), 1},
		{"the same of one in office", event(official, gang, "fire", 1, 2, 3), later(event(official, students, "target", 4, 5, 6)), 2},
		{"the killing of one person", event(gang, victim, "murder", 1, 2, 3), later(event(person, victim, "shoot", 4, 5, 6)), 1},
		{"a beating of one person", event(gang, victim, "murder", 1, 2, 3), later(event(person, victim, "beat", 4, 5, 6)), 2},
		{"one sentence printed again", root(entente.RootRequest, event(person, gang, "ask", 1, 2, 3, 4)),
			later(root(entente.RootRequest, event(person, students, "ask", 1, 2, 3, 5))), 1},
		{"another sentence", root(entente.RootRequest, event(person, gang, "ask", 1, 2, 3, 4)),
			later(root(entente.RootRequest, event(person, students, "ask", 1, 5, 6, 7))), 2},
		{"workers for citizens on one day", root(entente.RootProtest, event(workers, victim, "march", 1, 2, 3)),
			root(entente.RootProtest, event(students, victim, "march", 1, 5, 6)), 1},
		{"a week of protests", root(entente.RootProtest, event(workers, victim, "march", 1, 2, 3)),
			later(root(entente.RootProtest, event(students, victim, "march", 1, 2, 6))), 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := merge.Events([]merge.Report{strike("a", 1, tc.one), strike("b", 2, tc.then)}); len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}
