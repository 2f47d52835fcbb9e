package model

import (
	"bytes"
	"math"
	"testing"
)

// spoken makes examples of three classes: class k has feature k+1 in nine of
// ten, and feature 9 always.
func spoken(n int) []Example {
	r := NewRand(3)
	out := make([]Example, n)
	for i := range out {
		class := r.Intn(3)
		key := uint32(class + 1) //nolint:gosec // three
		if r.Intn(10) == 0 {
			key = 4
		}
		out[i] = Example{Keys: []uint32{9, key}, Class: uint8(class), Weight: 1} //nolint:gosec // three
	}
	return out
}

func TestTrainSoftmax(t *testing.T) {
	t.Parallel()
	o := SoftmaxOptions{Classes: 3, L2: 1e-4, Rounds: 50, Least: 2}
	s := TrainSoftmax(spoken(600), o)
	p := make([]float64, s.Classes())
	for class := range 3 {
		s.Probabilities([]uint32{uint32(class + 1), 9, 77}, p) //nolint:gosec // three
		if p[class] < 0.9 {
			t.Errorf("class %d with its feature has %.2f, want 0.9 or more", class, p[class])
		}
	}
	s.Probabilities([]uint32{4, 9}, p)
	for class := range 3 {
		if p[class] > 0.6 {
			t.Errorf("class %d without a feature of its own has %.2f", class, p[class])
		}
	}
}

func TestSoftmaxIsTheSameTwice(t *testing.T) {
	t.Parallel()
	o := SoftmaxOptions{Classes: 3, L2: 1e-4, Rounds: 20, Least: 2}
	var files [2][]byte
	for i := range files {
		rows, _ := TrainSoftmax(spoken(300), o).Rows(24, 127, 0)
		f := &File{}
		f.AddTable("t", 3, rows)
		files[i] = f.Encode()
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings on the same examples differ")
	}
}

func TestSoftmaxRowsKeepTheLargest(t *testing.T) {
	t.Parallel()
	s := TrainSoftmax(spoken(600), SoftmaxOptions{Classes: 3, L2: 1e-4, Rounds: 50, Least: 2})
	rows, _ := s.Rows(24, 127, 3)
	cells := 0
	for _, r := range rows {
		cells += len(r.Cells)
		if r.Key == 4 || r.Key == 9 {
			t.Errorf("feature %d, which tells nothing, was kept", r.Key)
		}
	}
	if cells == 0 || cells > 3 {
		t.Errorf("%d weights were kept, want 1 to 3", cells)
	}
}

func TestFitLogistic(t *testing.T) {
	t.Parallel()
	var rows [][]float64
	var truths []bool
	r := NewRand(5)
	for range 4000 {
		x := float64(r.Intn(2000)-1000) / 250
		p := 1 / (1 + math.Exp(-(0.5 + 1.5*x)))
		rows, truths = append(rows, []float64{1, x}), append(truths, float64(r.Intn(10000))/10000 < p)
	}
	w := FitLogistic(rows, truths)
	if math.Abs(w[0]-0.5) > 0.2 || math.Abs(w[1]-1.5) > 0.2 {
		t.Errorf("weights %.2f, want about 0.5 and 1.5", w)
	}
	if FitLogistic(nil, nil) != nil {
		t.Error("weights of nothing")
	}
}
