package coder

import (
	"math"
	"os"
	"testing"

	"github.com/entente-news/entente"
)

func TestVerbOf(t *testing.T) {
	t.Parallel()
	verbs := map[string]bool{"condemn": true, "withdraw": true, "refuse": true, "expel": true, "deploy": true, "nationalise": true, "deny": true,
		"ratify": true, "admit": true, "invade": true, "shell": true, "apply": true}
	for _, c := range []struct{ noun, verb string }{
		{"condemnation", "condemn"}, {"withdrawal", "withdraw"}, {"refusal", "refuse"}, {"expulsion", "expel"}, {"deployment", "deploy"},
		{"nationalisation", "nationalise"}, {"denial", "deny"}, {"ratification", "ratify"}, {"admission", "admit"}, {"invasion", "invade"},
		{"shelling", "shell"}, {"application", "apply"}, {"nation", ""}, {"moment", ""}, {"war", ""}, {"", ""},
	} {
		if got := verbOf(c.noun, func(l string) bool { return verbs[l] }); got != c.verb {
			t.Errorf("verbOf(%q) = %q, want %q", c.noun, got, c.verb)
		}
	}
}

// TestStands tells a burden in force, which is a sanction, from one that is
// imposed.
func TestStands(t *testing.T) {
	t.Parallel()
	c, err := New(os.DirFS("../../data/patterns"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		lemma  string
		kind   triggerKind
		aspect entente.Aspect
		want   entente.Root
	}{
		{"sanction", triggerNoun, entente.AspectOngoing, entente.RootSanction},
		{"embargo", triggerNoun, entente.AspectOngoing, entente.RootSanction},
		{"sanction", triggerNoun, entente.AspectEvent, entente.RootCoerce},
		{"sanction", triggerVerb, entente.AspectOngoing, entente.RootCoerce},
		{"blockade", triggerNoun, entente.AspectOngoing, entente.RootCoerce},
	} {
		d := &entente.Document{Text: r.lemma, Tokens: []entente.Token{{Span: entente.Span{End: len(r.lemma)}, Lemma: r.lemma, Head: -1}},
			Sentences: []entente.Sentence{{Span: entente.Span{End: len(r.lemma)}, Last: 1, Parsed: true}}}
		var x tree
		x.load(d, c.t)
		e := entente.Event{Root: entente.RootCoerce, Aspect: r.aspect}
		x.stands(&match{p: &pattern{kind: r.kind}}, &e)
		if e.Root != r.want {
			t.Errorf("%s, %v, %v: %v, want %v", r.lemma, r.kind, r.aspect, e.Root, r.want)
		}
	}
}

// TestFloor lets the floor of the root go down with the confidence asked for, and
// never up, and asks nothing of patterns in reports on states and their acts.
func TestFloor(t *testing.T) {
	t.Parallel()
	learnt, ofPattern, ofPersons := &match{verdict: &verdict{}}, &match{}, &match{private: true, actors: []party{{}}}
	sentence := setting{n: 1, whole: tone{words: 9, vectors: 9}}
	local := setting{n: 12, report: true, whole: tone{words: -4, vectors: 3}}
	political := setting{n: 12, report: true, whole: tone{words: 9, vectors: 9}}
	d := &entente.Document{Entities: []entente.Entity{{Type: entente.PER}}}
	for _, c := range []struct{ least, share float64 }{{0, 0}, {UsualLeast / 2, 0.5}, {UsualLeast, 1}, {0.9, 1}} {
		for _, set := range []setting{sentence, local, political} {
			w := work{least: c.least, set: set}
			w.x.d, w.x.entity = d, []int32{0}
			for i, m := range []*match{learnt, ofPersons, ofPattern} {
				want := leastRoot * c.share
				if m == ofPattern && set.whole == political.whole && set.report {
					want = 0
				}
				if got := w.rootFloor(m); math.Abs(got-want) > 1e-12 {
					t.Errorf("floor %d at %g in %d sentences is %g, want %g", i, c.least, set.n, got, want)
				}
			}
		}
	}
}
