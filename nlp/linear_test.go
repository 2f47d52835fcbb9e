package nlp_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/internal/linear"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
	"github.com/entente-news/entente/nlp/train"
)

// TestLinear trains the linear model of parts of speech of a file anew, which gives
// the same sections from the same sentences, and leaves all others.
func TestLinear(t *testing.T) {
	t.Parallel()
	corpus := train.Own(trees(t))
	again, err := train.Linear(corpus, tinyModel(t), train.Small())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := nlp.Decode(again, nil); err != nil {
		t.Fatal(err)
	}
	before, err := model.Decode(tinyModel(t))
	if err != nil {
		t.Fatal(err)
	}
	after, err := model.Decode(again)
	if err != nil {
		t.Fatal(err)
	}
	sections := 0
	for _, name := range before.Names() {
		if strings.HasPrefix(name, "linear.") {
			sections++
		}
	}
	if sections != 4 || len(after.Names()) != len(before.Names()) {
		t.Errorf("%d sections of the linear model, %d sections after %d", sections, len(after.Names()), len(before.Names()))
	}
	for _, name := range []string{"linear.keys", "linear.weights", "linear.vectors", "full.tag.weights"} {
		old, err1 := before.Bytes(name)
		now, err2 := after.Bytes(name)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if len(now) == 0 || !bytes.Equal(old, now) {
			t.Errorf("%s has changed", name)
		}
	}
	if _, err := train.Linear(&train.Corpus{}, tinyModel(t), train.Small()); !errors.Is(err, train.ErrNoTrees) {
		t.Errorf("without trees: %v", err)
	}
}

// TestLinearAsked asks a model that knows nothing but two words side by side, and is
// very sure: the tag changes there, in a sentence that is not the first of its batch,
// and nowhere else; where the network's lead is enough, it changes nowhere.
func TestLinearAsked(t *testing.T) {
	t.Parallel()
	whole, err := model.Decode(tinyModel(t))
	if err != nil {
		t.Fatal(err)
	}
	lists, err := net.LoadLists(whole)
	if err != nil {
		t.Fatal(err)
	}
	text := "The army left Cairo on Monday.\n\nBoth sides met today.\n\nThey met."
	tagged := func(lead uint32) *entente.Document {
		f := &model.File{}
		f.Take(whole, func(name string) bool { return !strings.HasPrefix(name, "linear.") })
		linear.Save(f, []linear.Row{pairRow(t, lists, "sides met", entente.NUM)}, make([]int8, linear.Around*lexical.Dims*linear.Classes), 1<<24, lead)
		m, err := nlp.Decode(f.Encode(), nil)
		if err != nil {
			t.Fatal(err)
		}
		d := &entente.Document{Text: text}
		m.NewWorker().Annotate(d)
		return d
	}
	never, always := tagged(0), tagged(1<<24)
	if len(always.Sentences) != 3 {
		t.Fatalf("%d sentences", len(always.Sentences))
	}
	for i := range always.Tokens {
		want := never.Tokens[i].UPOS
		if always.Tokens[i].Span.In(text) == "met" && i < always.Sentences[1].Last {
			if want == entente.NUM {
				t.Fatal("the network says so by itself")
			}
			want = entente.NUM
		}
		if got := always.Tokens[i].UPOS; got != want {
			t.Errorf("%q is %v, want %v", always.Tokens[i].Span.In(text), got, want)
		}
	}
}

// pairRow returns a row for what the second of two words has alone among a few
// contexts: that the first stands before it.
func pairRow(t *testing.T, lists *net.Lists, pair string, u entente.UPOS) linear.Row {
	t.Helper()
	keys := func(text string) []uint32 {
		var words []*word.Info
		for form := range strings.FieldsSeq(text) {
			words = append(words, word.New(form))
		}
		s := linear.NewSentence(words, lists, nil)
		return s.Append(nil, 1)
	}
	first, second, _ := strings.Cut(pair, " ")
	other, twin := keys("other "+second), keys(first+" other")
	for i, k := range keys(pair) {
		if k != other[i] && k != twin[i] {
			row := linear.Row{Key: k}
			row.Weights[linear.Class(u)] = 127
			return row
		}
	}
	t.Fatalf("no feature of %q as a pair", pair)
	return linear.Row{}
}
