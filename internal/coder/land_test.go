package coder

import (
	"testing"

	"github.com/entente-news/entente"
)

// TestPlaceOfParties reads a doubtful place in the land of a party, but for a meeting of
// several states.
func TestPlaceOfParties(t *testing.T) {
	t.Parallel()
	of := func(codes ...string) (out []party) {
		for _, c := range codes {
			out = append(out, party{actor: entente.Actor{Country: c}})
		}
		return out
	}
	p := entente.Place{Name: "Victoria", Country: "SYC", Confidence: entente.Unsure / 2,
		Candidates: []entente.Candidate{{Name: "Victoria", Country: "SYC"}, {Name: "Victoria", Country: "CAN"}}}
	for name, c := range map[string]struct {
		root entente.Root
		of   []party
		want string
	}{
		"a march of one land":         {entente.RootProtest, of("CAN"), "CAN"},
		"a meeting within one land":   {entente.RootConsult, of("CAN", "CAN"), "CAN"},
		"a meeting of several states": {entente.RootConsult, of("CAN", "JPN"), "SYC"},
		"of nobody of its namesakes":  {entente.RootProtest, of("JPN"), "SYC"},
	} {
		if got := (&tree{}).ofParties(p, &match{root: c.root, actors: c.of}).Country; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
