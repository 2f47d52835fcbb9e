package net

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/entente-news/entente/internal/kernel"
)

// bestByTrial returns the highest sum of scores of a tree with one root.
func bestByTrial(scores []int32, n int) int64 {
	best := int64(-1 << 62)
	heads := make([]int32, n)
	var try func(w int, sum int64)
	try = func(w int, sum int64) {
		if w == n {
			if isTree(heads) {
				best = max(best, sum)
			}
			return
		}
		for h := range n + 1 {
			if h != w+1 {
				heads[w] = int32(h - 1)
				try(w+1, sum+int64(scores[w*(n+1)+h]))
			}
		}
	}
	try(0, 0)
	return best
}

func isTree(heads []int32) bool {
	roots := 0
	for w := range heads {
		if heads[w] < 0 {
			roots++
		}
		at, steps := int32(w), 0
		for at >= 0 && steps <= len(heads) {
			at = heads[at]
			steps++
		}
		if at >= 0 {
			return false
		}
	}
	return roots == 1
}

// TestTree compares with all trees of short sentences.
func TestTree(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	var m treeMaker
	for round := range 600 {
		n := 1 + round%6
		scores := make([]int32, n*(n+1))
		for i := range scores {
			scores[i] = int32(r.IntN(41) - 20)
		}
		heads := make([]int32, n)
		m.tree(scores, n+1, n, heads)
		if !isTree(heads) {
			t.Fatalf("%v gives %v, no tree", scores, heads)
		}
		sum := int64(0)
		for w, h := range heads {
			sum += int64(scores[w*(n+1)+int(h)+1])
		}
		if want := bestByTrial(scores, n); sum != want {
			t.Fatalf("%v gives %v with %d, the best has %d", scores, heads, sum, want)
		}
	}
}

// TestTreeLong checks that long sentences of any scores give trees.
func TestTreeLong(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{50, 200, 400} {
		scores := make([]int32, n*(n+1))
		for i := range scores {
			scores[i] = r.Int32() - 1<<30
		}
		heads := make([]int32, n)
		Tree(scores, n+1, n, heads)
		if !isTree(heads) {
			t.Errorf("%d words: no tree", n)
		}
		again := make([]int32, n)
		Tree(scores, n+1, n, again)
		if !slices.Equal(heads, again) {
			t.Errorf("%d words: two trees", n)
		}
	}
}

func TestCurve(t *testing.T) {
	t.Parallel()
	c := Curve()
	if len(c) != kernel.CurveSize || c[0] > -1<<15+2 || c[len(c)-1] < 1<<15-2 {
		t.Fatalf("%d values from %d to %d", len(c), c[0], c[len(c)-1])
	}
	for i := 1; i < len(c); i++ {
		if c[i] < c[i-1] || c[i] != -c[len(c)-1-i] {
			t.Fatalf("value %d is %d, behind %d and across from %d", i, c[i], c[i-1], c[len(c)-1-i])
		}
	}
}
