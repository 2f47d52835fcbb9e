package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestPairs compares the derivatives of products and blocks with differences.
func TestPairs(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // no secrets
	x, y, w := param(r, 4, 3, false), param(r, 4, 3, false), param(r, 6, 1, false)
	kinds := []uint8{1, 0, 1, 1}
	forward := func(tape *Tape) *Tensor {
		tape.Reset(1)
		in := tape.Fixed(4, 4)
		for i := range 4 {
			in.Row(i)[i] = 1
		}
		return tape.Linear(tape.Blocks(tape.Times(tape.Linear(in, x, nil), tape.Linear(in, y, nil)), kinds, 2), w, nil)
	}
	sum := func() (s float64) {
		for i, v := range forward(NewTape(1)).V {
			s += float64(v) * float64(i+1)
		}
		return s
	}
	tape := NewTape(1)
	out := forward(tape)
	for i := range out.G {
		out.G[i] = float32(i + 1)
	}
	tape.Backward()
	for _, p := range []*Param{x, y, w} {
		for i := range p.W {
			const step = 1e-2
			before := p.W[i]
			p.W[i] = before + step
			up := sum()
			p.W[i] = before - step
			down := sum()
			p.W[i] = before
			if want, got := (up-down)/(2*step), float64(tape.grad(p).g[i]); math.Abs(got-want) > 1e-2*(1+math.Abs(want)) {
				t.Errorf("weight %d of %d: derivative %.4f, by differences %.4f", i, len(p.W), got, want)
			}
		}
	}
}
