package main

import (
	"reflect"
	"slices"
	"testing"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/model"
)

// TestLearnRegister learns a word of events, one of none, one that says nothing
// and one that is too rare.
func TestLearnRegister(t *testing.T) {
	t.Parallel()
	const acts, games, common, rare = 1, 2, 3, 4
	list := []told{{keys: []uint32{acts, rare}, event: true, weight: 1}}
	for range 40 {
		list = append(list, told{keys: []uint32{acts, common}, event: true, weight: 1}, told{keys: []uint32{common, games}, weight: 1})
	}
	weights, bias := learnRegister(list)
	if weights[acts] < 0.5 || weights[games] > -0.5 || weights[common] > weights[acts]/2 || weights[common] < weights[games]/2 {
		t.Errorf("weights %v, bias %.2f", weights, bias)
	}
	if _, ok := weights[rare]; ok {
		t.Errorf("a word of one sentence weighs %.2f", weights[rare])
	}
	list = nil
	for k := range uint32(registerWords + 50) {
		for range registerLeast {
			list = append(list, told{keys: []uint32{k + 1}, event: k%2 == 0, weight: 1})
		}
	}
	if weights, _ = learnRegister(list); len(weights) != registerWords {
		t.Errorf("%d words are kept, want %d", len(weights), registerWords)
	}
}

// scoresOf scores an example with a network as it would be shipped.
func scoresOf(t *testing.T, w *decision.Weights, e *lesson) []int32 {
	t.Helper()
	f := &model.File{}
	w.Add(f, coder.NetworkName, coder.Unit)
	n, err := decision.Read(f, coder.NetworkName)
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]int32, n.Classes())
	n.Score(&decision.Scratch{}, e.keys, e.words, scores)
	return scores
}

// TestLearnNetwork learns classes that hang on a feature and a word together,
// which no linear scorer of the two can tell.
func TestLearnNetwork(t *testing.T) {
	t.Parallel()
	shape := netShape{places: 1, dims: 1, classes: 2}
	examples := func() (list []lesson) {
		for i := range 1600 {
			key, word := uint32(1+i%2), int8(7-14*(i/2%2))
			list = append(list, lesson{keys: []uint32{key}, own: []bool{false}, words: [][]int8{{word}}, class: uint8((i + i/2) % 2), weight: 1}) //nolint:gosec // 0 or 1
		}
		return list
	}
	list := examples()
	w := learnNetwork(list, shape, 1)
	for i := range 4 {
		if s := scoresOf(t, w, &list[i]); (s[1] > s[0]) != (list[i].class == 1) {
			t.Errorf("feature %d with word %d: scores %v, class %d", list[i].keys[0], list[i].words[0][0], s, list[i].class)
		}
	}
	if again := learnNetwork(examples(), shape, 1); !reflect.DeepEqual(again, w) {
		t.Error("the same lessons give another network")
	}
}

// TestKeysOf numbers the features that enough lessons have.
func TestKeysOf(t *testing.T) {
	t.Parallel()
	list := make([]lesson, netLeast)
	for i := range list {
		list[i] = lesson{keys: []uint32{9, 5}, own: []bool{true, false}}
	}
	list[0].keys, list[0].own = append(list[0].keys, 7), append(list[0].own, true)
	if keys := keysOf(list); !slices.Equal(keys, []uint32{5, 9}) {
		t.Errorf("keys %v, want 5 and 9", keys)
	}
	if e := &list[0]; !slices.Equal(e.rows, []int32{1, 0}) || !slices.Equal(e.ownRow, []bool{true, false}) {
		t.Errorf("rows %v, own %v", e.rows, e.ownRow)
	}
}

// TestKeepSections takes sections over from the shipped weights.
func TestKeepSections(t *testing.T) {
	t.Parallel()
	c := &class{keep: coder.DetailSections()[1:]}
	f, err := c.teach(-1, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(f.Names(), coder.DetailSections()) {
		t.Errorf("sections %v", f.Names())
	}
	for k, name := range f.Names() {
		if table, err := f.Table(name); err != nil || (table.Weights() > 100) != (k > 0) {
			t.Errorf("section %s is not as wanted (%v)", name, err)
		}
	}
	c.keep = append(c.keep, "apsect")
	if _, err := c.teach(-1, 1, 1); err == nil {
		t.Error("a section that is not there is kept")
	}
}
