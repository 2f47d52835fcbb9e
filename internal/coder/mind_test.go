package coder

import (
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

func TestExpAndLog(t *testing.T) {
	t.Parallel()
	for _, x := range []float64{0, -1e-9, -0.1, -1, -3.7, -12, -39} {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-6*want {
			t.Errorf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if exp(-41) != 0 {
		t.Error("exp(-41) is not 0")
	}
	for _, p := range []float64{1, 0.999, 0.5, 0.3, 1e-3, 1e-8} {
		if got, want := logOf(p), math.Log(p); math.Abs(got-want) > 1e-6 {
			t.Errorf("logOf(%g) = %g, want %g", p, got, want)
		}
	}
}

func TestShares(t *testing.T) {
	t.Parallel()
	var scores [model.MaxClasses]int32
	scores[1], scores[2] = Unit, -Unit
	var p [3]float64
	shares(&scores, 3, Unit, p[:])
	if math.Abs(p[0]+p[1]+p[2]-1) > 1e-9 || math.Abs(p[1]/p[0]-math.E) > 1e-6 || p[2] >= p[0] {
		t.Errorf("shares %v", p)
	}
}

// tiny makes a learnt decision that takes every verb for a demand of its
// subject.
func tiny(t testing.TB) *Coder {
	t.Helper()
	c, err := New(os.DirFS("../../data/patterns"))
	if err != nil {
		t.Fatal(err)
	}
	key := func(name string, values ...string) uint32 {
		f := &features{}
		f.add(name, values...)
		return f.keys[0]
	}
	f := &model.File{}
	f.AddTable("trigger", Roots, []model.Row{{Key: key("tag", "VBD"), Cells: []model.Cell{{Class: uint8(entente.RootRequest), Weight: 5 * Unit}}}})
	f.AddTable("who", 1, []model.Row{{Key: key("slot", "subj", "VERB"), Cells: []model.Cell{{Weight: 4 * Unit}}}})
	f.AddTable("whom", 1, nil)
	f.AddTable("whose", 1, nil)
	f.AddTable("pair", Roots, nil)
	f.AddStrings("nouns", []string{"clan=CVL"})
	AddSure(f, nil, nil)
	if err := c.Learn(f.Encode()); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLearnRefuses(t *testing.T) {
	t.Parallel()
	good := &model.File{}
	good.AddTable("trigger", Roots, nil)
	good.AddTable("pair", 5, nil)
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("ENTMODEL and more"), "a table of another size": good.Encode()} {
		c, err := New(os.DirFS("../../data/patterns"))
		if err != nil {
			t.Fatal(err)
		}
		err = c.Learn(b)
		if !errors.Is(err, model.ErrNotModel) && !errors.Is(err, model.ErrVersion) && !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// clauses makes a document of n clauses, each the object of the one before:
// "Chad said Chad said …", with a mark of quotation that never closes.
func clauses(n int) *entente.Document {
	d := &entente.Document{ID: "deep"}
	text := make([]byte, 0, 10*n+1)
	text = append(text, '"')
	d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{End: 1}, Lemma: "\"", UPOS: entente.PUNCT, XPOS: "``", Head: 2, Deprel: entente.Punct})
	for i := range n {
		at := len(text)
		text = append(text, "Chad said "...)
		subject := 1 + 2*i
		verb := entente.Token{Span: entente.Span{Start: at + 5, End: at + 9}, Lemma: "say", UPOS: entente.VERB, XPOS: "VBD", Head: -1, Deprel: entente.DeprelRoot}
		if i > 0 {
			verb.Head, verb.Deprel = int32(subject-1), entente.Ccomp //nolint:gosec // small
		}
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + 4}, Lemma: "Chad", UPOS: entente.PROPN, XPOS: "NNP",
			Head: int32(subject + 1), Deprel: entente.Nsubj}, verb) //nolint:gosec // small
		d.Mentions = append(d.Mentions, entente.Mention{Actor: entente.Actor{Span: entente.Span{Start: at, End: at + 4}, Country: "TCD"},
			First: subject, Last: subject + 1, Head: subject})
	}
	d.Text = string(text)
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(text)}, Last: len(d.Tokens), Parsed: true}}
	return d
}

// TestHostileTextIsLinear codes ever deeper clauses by the learnt decision and
// holds the memory that it takes to twice as much for twice the text.
func TestHostileTextIsLinear(t *testing.T) {
	c := tiny(t)
	cost := func(n int) float64 {
		d := clauses(n)
		return testing.AllocsPerRun(1, func() { c.Code(d) })
	}
	small, large := cost(2000), cost(8000)
	if large > 5*small {
		t.Errorf("8000 clauses take %.0f allocations, 2000 take %.0f", large, small)
	}
}

func TestDecide(t *testing.T) {
	t.Parallel()
	d := clauses(1)
	tiny(t).Code(d)
	if len(d.Events) != 1 {
		t.Fatalf("%d events, want 1", len(d.Events))
	}
	e := d.Events[0]
	if e.Root != entente.RootRequest || len(e.Actors) != 1 || e.Actors[0].Country != "TCD" {
		t.Errorf("%v by %+v", e.Root, e.Actors)
	}
	if e.Confidence <= 0.5 || e.Confidence >= 1 {
		t.Errorf("confidence %g", e.Confidence)
	}
	if want := fmt.Sprintf("tag=VBD weighs %+.2f", 5.0); !slices.Contains(e.Why.Notes, want) {
		t.Errorf("notes %q lack %q", e.Why.Notes, want)
	}
	if e.Why.RunnerUp == "" {
		t.Error("no runner-up")
	}
}
