package brief

import (
	"testing"

	entente "github.com/entente-news/entente"
)

// TestOpens lets the sentence of a single report lead that says what its headline says, and
// not the headline itself.
func TestOpens(t *testing.T) {
	t.Parallel()
	d := parsed(t, "Reds win election in Kent",
		"Reds/red/NOUN/2/nsubj win/win/VERB/0/root election/election/NOUN/2/obj Kent/Kent/PROPN/2/obl",
		"The/the/DET/2/det reds/red/NOUN/3/nsubj win/win/VERB/0/root the/the/DET/5/det election/election/NOUN/3/obj held/hold/VERB/5/acl throughout/throughout/ADP/8/case Kent/Kent/PROPN/6/obl yesterday/yesterday/NOUN/3/obl evening/evening/NOUN/3/obl",
		"The/the/DET/2/det blues/blue/NOUN/3/nsubj hope/hope/VERB/0/root to/to/PART/5/mark form/form/VERB/3/xcomp a/a/DET/7/det government/government/NOUN/5/obj")
	points := func(k int, alone bool) int {
		f := &fact{reports: []report{{d, &entente.Event{Sentence: k}}}, plan: &plan{shared: &common{alone: alone}}}
		return f.opens()
	}
	if a, b, c := points(0, true), points(1, true), points(2, true); b <= a || b <= c {
		t.Errorf("points %d of the headline, %d of what it says, %d of something else", a, b, c)
	}
	if a, b := points(1, false), points(2, false); a != b {
		t.Errorf("of several reports the headline counts: %d and %d", a, b)
	}
}
