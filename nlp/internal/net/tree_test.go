package net

import (
	"math/rand/v2"
	"slices"
	"testing"
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
	c := (*curve)(Curve())
	for v := int32(-9 << Point); v < 9<<Point; v++ {
		x, y := c.tanh(v), c.tanh(v+1)
		if x > y || x < -1<<15 || y > 1<<15-1 {
			t.Fatalf("tanh of %d and the next: %d, %d", v, x, y)
		}
	}
	if s := c.sigmoid(1 << 30); s < 1<<15-2 || c.sigmoid(-1<<30) > 2 {
		t.Errorf("the sigmoid ends at %d", s)
	}
}
