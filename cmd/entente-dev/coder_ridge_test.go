package main

import (
	"math"
	"testing"
)

// sets are features of rows of two classes.
var sets = [][]uint64{{1, 2, 9}, {1, 3, 9}, {2, 3, 9}, {1, 2, 3}, {5, 6, 9}, {5, 7, 9}, {6, 7, 9}, {5, 6, 7}, {1, 2, 99}}

func allIn(n int) []bool {
	in := make([]bool, n)
	for i := range in {
		in[i] = true
	}
	return in
}

func TestHalfInverse(t *testing.T) {
	t.Parallel()
	const penalty = 0.3
	k := setKernel(sets, allIn(len(sets)))
	half, err := halfInverse(k, penalty)
	if err != nil {
		t.Fatal(err)
	}
	for i := range k {
		for j := range k {
			sum := 0.0 // of half·(k + penalty)·halfᵀ
			for a := range i + 1 {
				for b := range j + 1 {
					x := k[a][b]
					if a == b {
						x += penalty
					}
					sum += half[i][a] * x * half[j][b]
				}
			}
			if want := float64(1 - min(1, max(i-j, j-i))); math.Abs(sum-want) > 1e-9 {
				t.Errorf("%d %d: %g, want %g", i, j, sum, want)
			}
		}
	}
	if _, err := halfInverse(square{{1, 2}, {2, 1}}, 0.1); err == nil {
		t.Error("a kernel that is not positive has a factor")
	}
}

func TestRidge(t *testing.T) {
	t.Parallel()
	in := allIn(len(sets))
	in[8] = false
	k := setKernel(sets, in)
	if k[0][0] < 0.999 || k[0][4] > k[0][1] || k[8][1] <= 0 {
		t.Fatalf("kernel: %v", k)
	}
	train := []int{0, 1, 2, 3, 4, 5, 6, 7}
	fit, err := fitRidge(k.pick(train), []int{0, 0, 0, 0, 1, 1, 1, 1}, 2, 0.2)
	if err != nil {
		t.Fatal(err)
	}
	for i := range train {
		if got, want := highest(fit.left[i]), i/4; got != want {
			t.Errorf("row %d left out: class %d, want %d by %v", i, got, want, fit.left[i])
		}
	}
	if s := fit.scores(k[8][:8]); highest(s) != 0 {
		t.Errorf("a new row: %v", s)
	}
}

func TestNearAndShareKernels(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]square{
		"near":  nearKernel([][]float64{{0, 0}, {0, 1}, {5, 5}}, allIn(3)),
		"share": shareKernel([][]float64{{1, 0}, {0.9, 0.1}, {0, 1}}),
	} {
		if math.Abs(k[0][0]-1) > 1e-9 || k[0][1] <= k[0][2] || k[2][1] != k[1][2] {
			t.Errorf("%s: %v", name, k)
		}
	}
	if k := nearKernel(make([][]float64, 2), allIn(2)); k[0][1] != 1 {
		t.Errorf("of points without vectors: %v", k)
	}
}
