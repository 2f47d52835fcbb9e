package coder

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// sieved is the coder of [tiny] with a sieve.
func sieved(t *testing.T, weights []int8, floor int32) *Coder {
	t.Helper()
	f := &model.File{}
	AddSieve(f, weights, floor)
	s, err := readSieve(f)
	if err != nil {
		t.Fatal(err)
	}
	c := tiny(t)
	c.t.mind.sieve = s
	return c
}

// TestSift checks that a sentence whose words stay under the floor gives no event,
// tree or none, and that only its own words count.
func TestSift(t *testing.T) {
	t.Parallel()
	d := demands(2)
	open := sieved(t, make([]int8, 64), math.MinInt32)
	if open.Sift(d); d.Sentences[0].Quiet || d.Sentences[1].Quiet {
		t.Fatal("a floor under all scores makes sentences quiet")
	}
	open.Code(d)
	all := len(d.Events)
	if all < 2 {
		t.Fatalf("%d events of two sentences, want one of each", all)
	}
	shut := sieved(t, make([]int8, 64), 1)
	if shut.Sift(d); !d.Sentences[0].Quiet || !d.Sentences[1].Quiet {
		t.Fatal("a floor over all scores lets sentences through")
	}
	if shut.Code(d); len(d.Events) != 0 {
		t.Errorf("%d events of quiet sentences", len(d.Events))
	}
	shut.AtLeast(0)
	if shut.Sift(d); d.Sentences[0].Quiet {
		t.Error("a sentence is held back from those who want unsure records")
	}
	d.Sentences[0].Quiet = true
	if open.Code(d); len(d.Events) == 0 || len(d.Events) >= all {
		t.Errorf("%d of %d events where one of two sentences is quiet", len(d.Events), all)
	}
}

// TestSiftWords checks that weights count where the keys of a word say.
func TestSiftWords(t *testing.T) {
	t.Parallel()
	d := demands(1)
	const n = 4096
	words := sieved(t, make([]int8, n), 0).SiftExamples(d)
	if len(words) == 0 {
		t.Fatal("no word may be a trigger")
	}
	w := words[0]
	weights := make([]int8, n)
	for _, k := range w.Own {
		weights[SievePlace(k, n)] = 1
	}
	score := int32(0)
	for _, k := range slices.Concat(w.Shared, w.Own) {
		score += int32(weights[SievePlace(k, n)])
	}
	for floor, want := range map[int32]bool{score: false, score + 1: true} {
		if sieved(t, weights, floor).Sift(d); d.Sentences[0].Quiet != want {
			t.Errorf("score %d, floor %d: quiet is %v", score, floor, d.Sentences[0].Quiet)
		}
	}
}

func TestReadSieve(t *testing.T) {
	t.Parallel()
	f := &model.File{}
	AddSieve(f, []int8{-128, 0, 127}, -59)
	s, err := readSieve(f)
	if err != nil || s.floor != -59 || !slices.Equal(s.weights, []int8{-128, 0, 127}) {
		t.Errorf("read %v, %v", s, err)
	}
	if s, err = readSieve(&model.File{}); err != nil || s.weights != nil {
		t.Errorf("of a file without a sieve: %v, %v", s, err)
	}
	f = &model.File{}
	f.AddBytes(SieveName, []byte{1, 2, 3, 4})
	if _, err = readSieve(f); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("of a sieve without weights: %v", err)
	}
}

// demands is a parsed document of n sentences "Russia urged Ukraine."
func demands(n int) *entente.Document {
	d := &entente.Document{ID: "s"}
	for range n {
		first := len(d.Tokens)
		s := entente.Sentence{Span: entente.Span{Start: len(d.Text)}, First: first, Last: first + 4, Parsed: true}
		for _, w := range []struct {
			form, lemma, tag, land string
			pos                    entente.UPOS
			head                   int32
			rel                    entente.Deprel
		}{{"Russia", "Russia", "NNP", "RUS", entente.PROPN, 1, entente.Nsubj}, {"urged", "urge", "VBD", "", entente.VERB, -1, entente.DeprelRoot},
			{"Ukraine", "Ukraine", "NNP", "UKR", entente.PROPN, 1, entente.Obj}, {".", ".", ".", "", entente.PUNCT, 1, entente.Punct}} {
			span := entente.Span{Start: len(d.Text), End: len(d.Text) + len(w.form)}
			d.Text += w.form + " "
			head := w.head
			if head >= 0 {
				head += int32(first)
			}
			if w.land != "" {
				i := len(d.Tokens)
				d.Mentions = append(d.Mentions, entente.Mention{First: i, Last: i + 1, Head: i, Actor: entente.Actor{Span: span, Country: w.land}})
			}
			d.Tokens = append(d.Tokens, entente.Token{Span: span, Lemma: w.lemma, XPOS: w.tag, UPOS: w.pos, Head: head, Deprel: w.rel})
		}
		s.Span.End = len(d.Text) - 1
		d.Sentences = append(d.Sentences, s)
	}
	return d
}
