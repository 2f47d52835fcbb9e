package net

import (
	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
)

// Point is the number of binary digits behind the point of activations, which are
// fixed-point numbers in 16 bits.
const Point = kernel.Point

// The points of other numbers: of the factors that turn sums into activations,
// of what the scores of arcs are products of, and of what relations are read
// from.
const (
	ScaleBits  = kernel.ScaleBits
	ScorePoint = 9
	LabelPoint = 10
)

// dense is a layer: weights of 8 bits with a factor for each output, and biases.
type dense struct {
	m *kernel.Matrix
	kernel.Outputs
}

// loadDense reads a layer with the given number of outputs and inputs.
func loadDense(f *model.File, name string, out, in int) (d dense, err error) {
	w, err := f.Bytes(name + ".weights")
	if err != nil {
		return d, err
	}
	if d.Scale, err = ints(f, name+".scale", out); err != nil {
		return d, err
	}
	if d.Bias, err = ints(f, name+".bias", out); err != nil {
		return d, err
	}
	if len(w) != out*in {
		return d, model.ErrDamaged
	}
	signed := make([]int8, len(w))
	for i, b := range w {
		signed[i] = int8(b)
	}
	d.m = kernel.Pack(signed, out, in)
	return d, nil
}

func ints(f *model.File, name string, n int) ([]int32, error) {
	list, err := f.Uint32s(name)
	if err != nil {
		return nil, err
	}
	if len(list) != n {
		return nil, model.ErrDamaged
	}
	out := make([]int32, n)
	for i, v := range list {
		out[i] = int32(v)
	}
	return out, nil
}

// matrix is a run of rows of activations.
type matrix struct {
	v          []int16
	rows, cols int
}

func (m matrix) row(i int) []int16 { return m.v[i*m.cols:][:m.cols] }

// resized returns a matrix of any values, in the memory of m where that is enough.
func (m matrix) resized(rows, cols int) matrix { return matrix{grow(m.v, rows*cols), rows, cols} }

// sums returns the sums of the outputs for the rows of x, d.m.Panels() a row.
func (d *dense) sums(s *scratch, x matrix) []int32 {
	s.sums = zeros(s.sums, x.rows*d.m.Panels())
	d.m.Mul(s.sums, d.m.Panels(), x.v, x.cols, x.rows)
	return s.sums
}

// values sets the rows of out to the outputs for the rows of x; leaky divides
// negative ones by eight.
func (d *dense) values(s *scratch, out, x matrix, leaky bool) {
	sums := d.sums(s, x)
	for r := range x.rows {
		d.Values(out.row(r)[:d.m.Out], sums[r*d.m.Panels():], leaky)
	}
}

// best returns the output with the highest value, the lowest on a tie.
func (d *dense) best(sums []int32) uint8 {
	best, top := 0, d.Value(sums[0], 0)
	for c := 1; c < d.m.Out; c++ {
		if v := d.Value(sums[c], c); v > top {
			best, top = c, v
		}
	}
	return uint8(best)
}

func clamp(v int32) int16 { return int16(max(-1<<15, min(1<<15-1, v))) }

// scratch is memory that layers share, of one worker.
type scratch struct {
	sums  []int32
	gates []int32
	cell  []int32
	none  []int32 // cells before the first step
	mixed matrix
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

func zeros[T any](s []T, n int) []T {
	s = grow(s, n)
	clear(s)
	return s
}
