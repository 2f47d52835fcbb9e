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
	police := entente.Actor{Country: "USA", Sector: entente.COP}
	club, rival, short := entente.Actor{Country: "USA", Name: "Green Harbour Rovers"}, entente.Actor{Country: "USA", Name: "Blue Field"}, entente.Actor{Country: "USA", Name: "Rovers"}
	week := entente.When{From: day + 7, To: day + 7, Basis: entente.WhenDocument}
	type edit func(*entente.Claim)
	event := func(doer, other entente.Actor, lemma string, words ...uint32) edit {
		return func(c *entente.Claim) {
			c.Event.Actors, c.Event.Recipients, c.Event.Where = []entente.Actor{doer}, []entente.Actor{other}, nil
			c.Lemma, c.Words = lemma, words
		}
	}
	later := func(e edit) edit { return func(c *entente.Claim) { e(c); c.Event.When = week } }
	alone := func(e edit) edit { return func(c *entente.Claim) { e(c); c.Event.Recipients = nil } }
	gas := func(e edit) edit {
		return func(c *entente.Claim) { e(c); c.Event.Mode, _ = entente.ParseMode("crowd-control") } //nolint:errcheck // it is in the list
	}
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
		{"police who killed a student, told again without him", event(police, students, "kill", 1, 2, 3), later(alone(event(police, students, "shooting", 4, 5, 6))), 1},
		{"police who fired gas", event(police, students, "kill", 1, 2, 3), later(gas(alone(event(police, students, "fire", 4, 5, 6)))), 2},
		{"an apology in other words", root(entente.RootConcede, event(official, students, "apologize", 1, 2, 3)),
			root(entente.RootConcede, event(official, students, "offer", 4, 5, 6)), 1},
		{"the apology of another", root(entente.RootConcede, event(official, students, "apologize", 1, 2, 3)),
			root(entente.RootConcede, event(entente.Actor{Country: "USA", Name: "Mary Field"}, students, "offer", 4, 5, 6)), 2},
		{"the apology of an office that one report does not name", root(entente.RootConcede, event(official, students, "apologize", 1, 2, 3)),
			root(entente.RootConcede, event(entente.Actor{Country: "USA", Sector: entente.PTY}, students, "apologize", 1, 4, 5)), 1},
		{"offers of two clubs", root(entente.RootAgree, event(club, person, "offer", 1, 2, 3)), root(entente.RootAgree, event(rival, person, "offer", 1, 2, 3)), 2},
		{"a club by a part of its name", root(entente.RootAgree, event(club, person, "offer", 1, 2, 3)), root(entente.RootAgree, event(short, person, "offer", 1, 2, 3)), 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := merge.Events([]merge.Report{strike("a", 1, tc.one), strike("b", 2, tc.then)}); len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}

// TestOneSentence tells two deeds of one kind in one sentence: a verb and its noun
// are one, two verbs far apart are two.
func TestOneSentence(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		at   int // of the second trigger
		want int
	}{{"offered his condolences", 20, 1}, {"provided masks during training", 90, 2}} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			r := strike("a", 1, func(c *entente.Claim) {
				c.Sentence, c.Event.Trigger = entente.Span{Start: 0, End: 120}, entente.Span{Start: 5, End: 12}
			})
			second := r.Claims[0]
			second.Event.ID, second.Lemma, second.Event.Trigger = "e2", "other", entente.Span{Start: tc.at, End: tc.at + 8}
			r.Claims = append(r.Claims, second)
			if got := merge.Events([]merge.Report{r}); len(got) != tc.want {
				t.Errorf("%d happenings, want %d", len(got), tc.want)
			}
		})
	}
}
