package nlp_test

import (
	"bytes"
	"errors"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/train"
)

// byLetters gives every form but one that begins with x a vector of its letters.
type byLetters struct{}

func (byLetters) Find(form string) []int8 {
	if form == "" || form[0] == 'x' {
		return nil
	}
	v := make([]int8, lexical.Dims)
	for i := range v {
		v[i] = int8(form[i%len(form)]%15) - 7
	}
	return v
}

// further is the tiny model trained further, once for all tests.
var further struct {
	sync.Once
	data []byte
	err  error
}

func furtherModel(t testing.TB) []byte {
	t.Helper()
	whole, corpus := tinyModel(t), train.Own(trees(t))
	corpus.Vectors = byLetters{}
	further.Do(func() { further.data, further.err = train.Continue(corpus, whole, train.Small()) })
	if further.err != nil {
		t.Fatal(further.err)
	}
	return further.data
}

// TestContinue trains a model further with vectors: the same input gives the
// same bytes, which need the vectors and read what was learnt.
func TestContinue(t *testing.T) {
	t.Parallel()
	whole := furtherModel(t)
	corpus, set := train.Own(trees(t)), train.Small()
	corpus.Vectors, set.Keep = byLetters{}, t.TempDir()
	if _, err := train.Names(corpus, tinyModel(t), set); err != nil { // keeps finders that are no beginning here
		t.Fatal(err)
	}
	again, err := train.Continue(corpus, tinyModel(t), set)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again, whole) {
		t.Error("two trainings on the same sentences gave different bytes")
	}
	if _, err := nlp.Decode(whole, nil); !errors.Is(err, nlp.ErrNoVectors) {
		t.Errorf("without vectors: error = %v, want ErrNoVectors", err)
	}
	if _, err := nlp.Open(fstest.MapFS{nlp.FileName: {Data: whole}}); !errors.Is(err, nlp.ErrNoVectors) {
		t.Errorf("without their file: error = %v, want ErrNoVectors", err)
	}
	m, err := nlp.Decode(whole, byLetters{})
	if err != nil {
		t.Fatal(err)
	}
	d := &entente.Document{Text: "Iran condemned the attack."}
	m.NewWorker().Annotate(d)
	var heads []string
	for _, k := range d.Tokens {
		heads = append(heads, k.Deprel.String())
	}
	if diff := cmp.Diff([]string{"nsubj", "root", "det", "obj", "punct"}, heads); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}
