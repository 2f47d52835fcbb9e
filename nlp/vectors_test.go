package nlp_test

import (
	"bytes"
	"errors"
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

// TestContinue trains a model further with vectors: the same input gives the
// same bytes, which need the vectors and read what was learnt.
func TestContinue(t *testing.T) {
	t.Parallel()
	corpus := train.Own(trees(t))
	corpus.Vectors = byLetters{}
	var got [2][]byte
	for i := range got {
		data, err := train.Continue(corpus, tinyModel(t), train.Small())
		if err != nil {
			t.Fatal(err)
		}
		got[i] = data
	}
	if !bytes.Equal(got[0], got[1]) {
		t.Error("two trainings on the same sentences gave different bytes")
	}
	if _, err := nlp.Decode(got[0], nil); !errors.Is(err, nlp.ErrNoVectors) {
		t.Errorf("without vectors: error = %v, want ErrNoVectors", err)
	}
	if _, err := nlp.Open(fstest.MapFS{nlp.FileName: {Data: got[0]}}); !errors.Is(err, nlp.ErrNoVectors) {
		t.Errorf("without their file: error = %v, want ErrNoVectors", err)
	}
	m, err := nlp.Decode(got[0], byLetters{})
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
