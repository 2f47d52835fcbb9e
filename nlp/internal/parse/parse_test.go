package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/model"
)

// randomTree returns the heads of a projective tree over n words.
func randomTree(r *model.Rand, n int) []int32 {
	heads := make([]int32, n)
	var build func(from, to int, head int32)
	build = func(from, to int, head int32) {
		if from >= to {
			return
		}
		// A run of words is shared out among one to three subtrees.
		for from < to {
			stop := from + 1 + r.Intn(to-from)
			top := from + r.Intn(stop-from)
			heads[top] = head
			build(from, top, int32(top))
			build(top+1, stop, int32(top))
			from = stop
		}
	}
	root := r.Intn(n)
	heads[root] = -1
	build(0, root, int32(root))
	build(root+1, n, int32(root))
	return heads
}

func labelsOf(heads []int32, n int) []uint8 {
	labels := make([]uint8, len(heads))
	for i, h := range heads {
		labels[i] = uint8((i*7 + int(h)) % n)
		if h < 0 {
			labels[i] = none
		}
	}
	return labels
}

// TestOracle checks that the transitions that lose nothing rebuild the tree.
func TestOracle(t *testing.T) {
	t.Parallel()
	const labels = 5
	r := model.NewRand(7)
	for range 500 {
		heads := randomTree(r, 1+r.Intn(25))
		g := newGold(heads, labelsOf(heads, labels))
		var s state
		s.reset(make([]Token, len(heads)))
		var scores [model.MaxClasses]int32
		for !s.done() {
			legal := s.legal()
			if legal == mayShift {
				s.apply(shift, labels)
				continue
			}
			for c := range scores {
				scores[c] = int32(r.Intn(100))
			}
			class, _ := s.best(g, legal, labels, scores[:], -1)
			s.apply(class, labels)
		}
		if diff := cmp.Diff(heads, s.head[:len(heads)]); diff != "" {
			t.Fatalf("heads (-gold +oracle):\n%s", diff)
		}
		for i, l := range g.label {
			if heads[i] >= 0 && s.label[i] != l {
				t.Fatalf("label of word %d is %d, want %d", i, s.label[i], l)
			}
		}
	}
}

// TestAnyScores checks that whatever the scores are, the result is a tree with
// one root, in at most five transitions a word.
func TestAnyScores(t *testing.T) {
	t.Parallel()
	const labels = 3
	r := model.NewRand(3)
	for range 2000 {
		n := 1 + r.Intn(30)
		var s state
		s.reset(make([]Token, n))
		var scores [model.MaxClasses]int32
		steps := 0
		for !s.done() {
			for c := range scores {
				scores[c] = int32(r.Intn(100))
			}
			s.apply(bestLegal(&scores, s.legal(), labels), labels)
			steps++
		}
		if steps > 5*n {
			t.Fatalf("%d transitions for %d words", steps, n)
		}
		roots := 0
		for i := range n {
			k, seen := int32(i), 0
			for k >= 0 && seen <= n {
				k = s.head[k]
				seen++
			}
			if seen > n {
				t.Fatalf("heads %v have a cycle", s.head[:n])
			}
			if s.head[i] < 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("heads %v have %d roots", s.head[:n], roots)
		}
	}
}

func TestProjective(t *testing.T) {
	t.Parallel()
	// "A hearing is scheduled on the issue today": on the issue belongs to hearing.
	e := Example{
		Tokens: make([]Token, 8),
		Heads:  []int32{1, 3, 3, -1, 6, 6, 1, 3},
		Labels: []string{"det", "nsubj:pass", "aux:pass", "root", "case", "det", "nmod", "obl"},
	}
	_, ids := inventory([]Example{e})
	g := projective(e, ids)
	if diff := cmp.Diff([]int32{1, 3, 3, -1, 6, 6, 3, 3}, g.head); diff != "" {
		t.Errorf("heads (-want +got):\n%s", diff)
	}
	if g.label[6] != ids["nmod"] {
		t.Errorf("the lifted word has label %d, want that of nmod", g.label[6])
	}
}
