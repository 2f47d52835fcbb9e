package merge_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// TestEvidence compares two events, and asks for one term or for what keeps them
// apart.
func TestEvidence(t *testing.T) {
	t.Parallel()
	member := func(country string, s entente.Sector, name, role string) entente.Actor {
		return entente.Actor{Country: country, Sector: s, Name: name, Role: role}
	}
	governor := member("GBR", entente.GOV, "Edith Marlowe", "governor of the central bank")
	short, guess := member("GBR", entente.GOV, "Marlowe", "governor of the central bank"), member("IRN", entente.SectorNone, "Edith Marlowe", "")
	lawmakers, prosecutors := member("USA", entente.LEG, "", ""), member("USA", entente.JUD, "", "")
	party, president := member("LKA", entente.PTY, "", ""), member("LKA", entente.GOV, "Nimal Perera", "head of state")
	police, opponent := member("EGY", entente.COP, "", ""), member("EGY", entente.OPP, "Omar Fahmy", "opposition leader")
	alone := func(e func(*entente.Claim)) func(*entente.Claim) {
		return func(c *entente.Claim) { e(c); c.Event.Recipients = nil }
	}
	sum := func(n int64, e func(*entente.Claim)) func(*entente.Claim) {
		return func(c *entente.Claim) {
			e(c)
			c.Event.Magnitudes = []entente.Magnitude{{Kind: "amount", Currency: "USD", Low: n, High: n}}
		}
	}
	event := func(root entente.Root, from, to entente.Actor) func(*entente.Claim) {
		return func(c *entente.Claim) {
			c.Event.Root, c.Event.Where = root, nil
			c.Event.Actors, c.Event.Recipients = []entente.Actor{from}, []entente.Actor{to}
		}
	}
	meeting := func(a, b entente.Actor) func(*entente.Claim) {
		return func(c *entente.Claim) {
			c.Event.Root, c.Event.Where, c.Event.Actors, c.Event.Recipients = entente.RootConsult, nil, []entente.Actor{a, b}, nil
		}
	}
	for _, tc := range []struct {
		name      string
		one, then func(*entente.Claim)
		site      string
		term      merge.Term
		has       bool
		apart     bool
	}{
		{"a surname for a name", event(entente.RootAccuse, governor, kyiv), event(entente.RootAccuse, short, kyiv), "", merge.TermPerson, true, false},
		{"a person whose country is a guess", event(entente.RootAccuse, governor, kyiv), event(entente.RootAccuse, guess, kyiv), "", merge.TermActorsAlike, true, false},
		{"two sectors that charge", event(entente.RootAccuse, lawmakers, kyiv), event(entente.RootAccuse, prosecutors, kyiv), "", merge.TermActorsSector, true, false},
		{"nobody who charges in one", event(entente.RootAccuse, lawmakers, kyiv), func(c *entente.Claim) { event(entente.RootAccuse, lawmakers, kyiv)(c); c.Event.Actors = nil }, "", merge.TermActorsSector, false, false},
		{"a meeting with others of a country", meeting(governor, president), meeting(governor, party), "", merge.TermMeetingSector, true, false},
		{"a meeting with the same", meeting(governor, president), meeting(governor, president), "", merge.TermMeetingSector, false, false},
		{"a meeting of two persons of a country", meeting(governor, president), meeting(governor, member("LKA", entente.GOV, "Kamala Silva", "")), "", merge.TermPersons, true, true},
		{"a ministry's own site", event(entente.RootAccuse, state, kyiv), event(entente.RootAccuse, state, kyiv), "https://www.mfa.gov.example/", merge.TermOwnSite, true, false},
		{"a paper", event(entente.RootAccuse, state, kyiv), event(entente.RootAccuse, state, kyiv), "https://paper.example/", merge.TermOwnSite, false, false},
		{"a paper's two reports", event(entente.RootAccuse, state, kyiv), event(entente.RootAccuse, state, kyiv), "https://paper.example/", merge.TermOneOutlet, true, false},
		{"rebels for the army", event(entente.RootAssault, rebels, kyiv), event(entente.RootAssault, member("UKR", entente.MIL, "", ""), kyiv), "", merge.TermActorsAgainst, true, false},
		{"a headline without its was", event(entente.RootCoerce, police, opponent), alone(event(entente.RootCoerce, opponent, police)), "", merge.TermCrossed, true, false},
		{"two who accuse each other", event(entente.RootAccuse, state, kyiv), event(entente.RootAccuse, kyiv, state), "", merge.TermCrossed, false, true},
		{"men who are held, as rebels", event(entente.RootCoerce, police, member("EGY", entente.CVL, "", "")), event(entente.RootCoerce, police, member("EGY", entente.REB, "", "")),
			"", merge.TermHeldAgainst, true, false},
		{"two sums", sum(50, event(entente.RootAid, state, kyiv)), sum(100, event(entente.RootAid, state, kyiv)), "", merge.TermAmountsOther, true, false},
		{"one sum", sum(50, event(entente.RootAid, state, kyiv)), sum(50, event(entente.RootAid, state, kyiv)), "", merge.TermAmountsOther, false, false},
		{"rebels for the army, suffering", event(entente.RootAssault, state, rebels), event(entente.RootAssault, state, kyiv), "", merge.TermBias, true, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			a, b := strike("a", 1, tc.one), strike("b", 2, tc.then)
			b.Claims[0].Words = []uint32{6, 7, 8, 9, 10}
			if tc.site != "" {
				a.Outlet, b.Outlet, a.URL, b.URL = "", "", tc.site+"1", tc.site+"2"
			}
			merge.Pairs([]merge.Report{a, b}, func(_, _ string, e merge.Evidence) {
				if got := e.X[tc.term] == 1; got != tc.has || e.Apart != tc.apart {
					t.Errorf("%v %v, apart %v; want %v, %v", tc.term, got, e.Apart, tc.has, tc.apart)
				}
			})
		})
	}
}
