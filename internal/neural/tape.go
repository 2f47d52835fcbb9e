package neural

import (
	"math/rand/v2"

	"github.com/entente-news/entente/internal/kernel"
)

// Param is a matrix of weights, Rows rows of Cols, in row order.
type Param struct {
	Name       string
	Rows, Cols int
	W          []float32
	// Sparse params are tables: only the rows that a batch looks up are updated.
	Sparse bool

	mean, square []float32 // Adam's running moments
	average      []float32 // running average of W
	steps        []int32   // of each row of a sparse param: updates so far
}

// Tensor is a matrix of activations with its derivative.
type Tensor struct {
	Rows, Cols int
	V, G       []float32
	fixed      int // the first columns, whose derivatives nobody asks for
}

// Row returns row i of the values.
func (t *Tensor) Row(i int) []float32 { return t.V[i*t.Cols : (i+1)*t.Cols] }

// Tape remembers operations, to go back over them. Each goroutine has its own.
// Tensors are valid until Reset.
type Tape struct {
	Train  bool // whether Dropout drops
	rng    *rand.Rand
	back   []func()
	slabs  [][]float32 // memory of the tensors
	slab   int         // the one in use, -1 for none
	at     int         // from where on it is free
	grads  map[*Param]*gradient
	f      kernel.Floats
	panels kernel.Panels // of the recurrent weights at work
}

type gradient struct {
	g       []float32
	touched []int32 // rows of a sparse param, without doubles
	marked  []bool
}

// NewTape returns an empty tape that draws from a seed of its own.
func NewTape(seed uint64) *Tape {
	return &Tape{rng: rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)), grads: map[*Param]*gradient{}, slab: -1} //nolint:gosec // no secrets
}

// Reset forgets all operations and gradients, and sets the seed.
func (t *Tape) Reset(seed uint64) {
	t.rng = rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)) //nolint:gosec // no secrets
	clear(t.back)
	t.back, t.slab, t.at = t.back[:0], 0, 0
	if len(t.slabs) == 0 {
		t.slab = -1
	}
	for p, g := range t.grads {
		if !p.Sparse {
			clear(g.g)
			continue
		}
		for _, r := range g.touched {
			clear(g.g[int(r)*p.Cols : int(r+1)*p.Cols])
			g.marked[r] = false
		}
		g.touched = g.touched[:0]
	}
}

// Backward goes back over the operations and adds up the gradients.
func (t *Tape) Backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

func (t *Tape) grad(p *Param) *gradient {
	g := t.grads[p]
	if g == nil {
		g = &gradient{g: make([]float32, len(p.W))}
		if p.Sparse {
			g.marked = make([]bool, p.Rows)
		}
		t.grads[p] = g
	}
	return g
}

// buffer returns n zeros that live until Reset.
func (t *Tape) buffer(n int) []float32 {
	b := t.scratch(n)
	clear(b)
	return b
}

// slab is the number of floats of a piece of the tape's memory.
const slab = 1 << 22

// scratch returns n numbers of any value that live until Reset.
func (t *Tape) scratch(n int) []float32 {
	if t.at+n > slab || len(t.slabs) == 0 {
		if n > slab {
			return make([]float32, n)
		}
		if t.slab++; t.slab >= len(t.slabs) {
			t.slabs = append(t.slabs, make([]float32, slab))
		}
		t.at = 0
	}
	b := t.slabs[t.slab][t.at : t.at+n : t.at+n]
	t.at += (n + 15) &^ 15
	return b
}

// New returns a tensor of zeros.
func (t *Tape) New(rows, cols int) *Tensor {
	return &Tensor{Rows: rows, Cols: cols, V: t.buffer(rows * cols), G: t.buffer(rows * cols)}
}

// raw returns a tensor whose values are to be set, with derivatives of zero.
func (t *Tape) raw(rows, cols int) *Tensor {
	return &Tensor{Rows: rows, Cols: cols, V: t.scratch(rows * cols), G: t.buffer(rows * cols)}
}

// Fixed returns a tensor of zeros for values that are given: no derivatives are
// made for them where they stand in the first columns of what is read.
func (t *Tape) Fixed(rows, cols int) *Tensor {
	x := t.New(rows, cols)
	x.fixed = cols
	return x
}

// Lookup returns for each list of row numbers the sum of those rows of p.
func (t *Tape) Lookup(p *Param, rows [][]int32) *Tensor {
	out := t.New(len(rows), p.Cols)
	for i, list := range rows {
		o := out.Row(i)
		for _, r := range list {
			for j, v := range p.W[int(r)*p.Cols : int(r+1)*p.Cols] {
				o[j] += v
			}
		}
	}
	t.back = append(t.back, func() {
		g := t.grad(p)
		for i, list := range rows {
			d := out.G[i*p.Cols : (i+1)*p.Cols]
			for _, r := range list {
				if !g.marked[r] {
					g.marked[r] = true
					g.touched = append(g.touched, r)
				}
				row := g.g[int(r)*p.Cols : int(r+1)*p.Cols]
				for j, v := range d {
					row[j] += v
				}
			}
		}
	})
	return out
}

// Concat sets tensors of the same number of rows side by side.
func (t *Tape) Concat(list ...*Tensor) *Tensor {
	cols := 0
	for _, x := range list {
		cols += x.Cols
	}
	out := t.raw(list[0].Rows, cols)
	out.fixed = list[0].fixed
	at := 0
	for _, x := range list {
		for i := range x.Rows {
			copy(out.V[i*cols+at:], x.Row(i))
		}
		at += x.Cols
	}
	t.back = append(t.back, func() {
		at := 0
		for _, x := range list {
			for i := range x.Rows {
				if x.fixed == x.Cols {
					break
				}
				d := out.G[i*cols+at : i*cols+at+x.Cols]
				for j, v := range d {
					x.G[i*x.Cols+j] += v
				}
			}
			at += x.Cols
		}
	})
	return out
}

// Gather returns rows of x by number; a row may be taken more than once.
func (t *Tape) Gather(x *Tensor, rows []int32) *Tensor {
	out := t.raw(len(rows), x.Cols)
	out.fixed = x.fixed
	for i, r := range rows {
		copy(out.Row(i), x.Row(int(r)))
	}
	t.back = append(t.back, func() {
		for i, r := range rows {
			d := x.G[int(r)*x.Cols : int(r+1)*x.Cols]
			for j := x.fixed; j < x.Cols; j++ {
				d[j] += out.G[i*x.Cols+j]
			}
		}
	})
	return out
}

// Linear returns x·w plus bias, a param of one row, in each row; nil is none.
func (t *Tape) Linear(x *Tensor, w, bias *Param) *Tensor {
	out := t.raw(x.Rows, w.Cols)
	if bias != nil {
		for i := range out.Rows {
			copy(out.Row(i), bias.W)
		}
	}
	t.f.Mul(out.V, x.V, w.W, x.Rows, w.Cols, w.Rows, bias != nil)
	t.back = append(t.back, func() {
		t.backLinear(x, w, out.G)
		if bias != nil {
			g := t.grad(bias).g
			for i := range out.Rows {
				for j, v := range out.G[i*out.Cols : (i+1)*out.Cols] {
					g[j] += v
				}
			}
		}
	})
	return out
}

// backLinear adds the derivatives of x·w.
func (t *Tape) backLinear(x *Tensor, w *Param, d []float32) {
	t.backInput(x, w, d)
	xt := t.scratch(len(x.V))
	kernel.Transpose(xt, x.V, x.Rows, x.Cols)
	t.f.Mul(t.grad(w).g, xt, d, w.Rows, w.Cols, x.Rows, true)
}

// backInput adds the derivatives of x, but for its fixed columns.
func (t *Tape) backInput(x *Tensor, w *Param, d []float32) {
	wt := t.scratch(len(w.W))
	kernel.Transpose(wt, w.W[x.fixed*w.Cols:], w.Rows-x.fixed, w.Cols)
	if x.fixed == 0 {
		t.f.Mul(x.G, d, wt, x.Rows, w.Rows, w.Cols, true)
		return
	}
	cols := x.Cols - x.fixed
	part := t.scratch(x.Rows * cols)
	t.f.Mul(part, d, wt, x.Rows, cols, w.Cols, false)
	for i := range x.Rows {
		g := x.G[i*x.Cols+x.fixed : (i+1)*x.Cols]
		for j, v := range part[i*cols : (i+1)*cols] {
			g[j] += v
		}
	}
}

// Leaky returns x where it is positive and x/8 elsewhere.
func (t *Tape) Leaky(x *Tensor) *Tensor {
	out := t.raw(x.Rows, x.Cols)
	for i, v := range x.V {
		if v < 0 {
			v /= 8
		}
		out.V[i] = v
	}
	t.back = append(t.back, func() {
		for i, v := range x.V {
			d := out.G[i]
			if v < 0 {
				d /= 8
			}
			x.G[i] += d
		}
	})
	return out
}

// Dropout drops columns of x with probability p, the same for all rows of one
// group (Gal and Ghahramani 2016), and scales up the rest. group gives each
// row's group, from 0.
func (t *Tape) Dropout(x *Tensor, p float32, group []int32) *Tensor {
	if !t.Train || p == 0 {
		return x
	}
	groups := int32(0)
	for _, g := range group {
		groups = max(groups, g+1)
	}
	mask := t.buffer(int(groups) * x.Cols)
	for i := range mask {
		if t.rng.Float32() >= p {
			mask[i] = 1 / (1 - p)
		}
	}
	out := t.raw(x.Rows, x.Cols)
	out.fixed = x.fixed
	for i := range x.Rows {
		m, o := mask[int(group[i])*x.Cols:], out.Row(i)
		for j, v := range x.Row(i) {
			o[j] = v * m[j]
		}
	}
	t.back = append(t.back, func() {
		for i := range x.Rows {
			m, d := mask[int(group[i])*x.Cols:], x.G[i*x.Cols:(i+1)*x.Cols]
			for j := x.fixed; j < x.Cols; j++ {
				d[j] += out.G[i*x.Cols+j] * m[j]
			}
		}
	})
	return out
}

// Scale returns the rows of a, each times its factor.
func (t *Tape) Scale(a *Tensor, by []float32) *Tensor {
	out := t.raw(a.Rows, a.Cols)
	for i, f := range by {
		o := out.Row(i)
		for j, v := range a.Row(i) {
			o[j] = v * f
		}
	}
	t.back = append(t.back, func() {
		for i, f := range by {
			d := a.G[i*a.Cols : (i+1)*a.Cols]
			for j, v := range out.G[i*a.Cols : (i+1)*a.Cols] {
				d[j] += v * f
			}
		}
	})
	return out
}
