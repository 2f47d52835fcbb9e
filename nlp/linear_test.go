package nlp_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp"
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
	linear := 0
	for _, name := range before.Names() {
		if strings.HasPrefix(name, "linear.") {
			linear++
		}
	}
	if linear != 4 || len(after.Names()) != len(before.Names()) {
		t.Errorf("%d sections of the linear model, %d sections after %d", linear, len(after.Names()), len(before.Names()))
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
