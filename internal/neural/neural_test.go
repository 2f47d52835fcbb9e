package neural

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/entente-news/entente/internal/kernel"
)

func param(r *rand.Rand, rows, cols int, sparse bool) *Param {
	p := &Param{Rows: rows, Cols: cols, W: make([]float32, rows*cols), Sparse: sparse}
	for i := range p.W {
		p.W[i] = float32(r.NormFloat64()) * 0.4
	}
	return p
}

// TestGradients compares every derivative with the change of the loss.
func TestGradients(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	emb := param(r, 9, 6, true)
	fw := LSTMParams{param(r, 6, 20, false), param(r, 5, 20, false), param(r, 1, 20, false)}
	bw := LSTMParams{param(r, 6, 20, false), param(r, 5, 20, false), param(r, 1, 20, false)}
	wd, wh, u := param(r, 10, 4, false), param(r, 10, 4, false), param(r, 4, 4, false)
	root, bias := param(r, 1, 4, false), param(r, 1, 4, false)
	lab := param(r, 4, 3, false)
	tag := param(r, 10, 3, false)
	p := kernel.NewOrder([]int{4, 3, 1})
	words := [][]int32{{0, 3}, {1}, {2, 8}, {4}, {5, 5}, {6}, {7, 1}, {2}}
	tags := []int32{0, 1, 2, -1, 1, 0, 2, 1}
	heads := []int32{1, -1, -1, -1, 0, 1, 1, 2}
	labels := []int32{0, -1, -1, 1, 1, 2, 0, 2}
	softTags := make([]float32, 3*len(tags))
	for i := range softTags {
		softTags[i] = float32(i % 4)
	}
	softArcs := []float32{0.5, 0, 0.5, 0, 0.2, 0.8, 0, 0, 1, 0, 0, 0}
	params := []*Param{emb, fw.Input, fw.Recurrent, fw.Bias, bw.Input, bw.Recurrent, bw.Bias, wd, wh, u, root, bias, lab, tag}
	run := func(tape *Tape) float64 {
		tape.Reset(1)
		tape.Train = true
		x := tape.Scale(tape.Lookup(emb, words), []float32{1, 0.5, 2, 1, 0, 1.5, 1, 1})
		x = tape.Dropout(x, 0.3, p.Group)
		h := tape.Concat(tape.LSTM(x, p, fw, false), tape.LSTM(x, p, bw, true))
		dep, head := tape.Leaky(tape.Linear(h, wd, nil)), tape.Leaky(tape.Linear(h, wh, bias))
		scores := tape.Linear(h, tag, nil)
		gather := make([]int32, p.Rows())
		for i, g := range heads {
			if g < 0 {
				g = 0
			}
			gather[i] = int32(p.Row(int(p.Group[i]), int(g)))
		}
		pairs := tape.Linear(tape.Leaky(tape.Add(dep, tape.Gather(head, gather))), lab, nil)
		loss := CrossEntropy(scores, Target{Class: tags, Soft: softTags, Share: 0.3}, 1) + CrossEntropy(pairs, Target{Class: labels}, 1)
		arcs, _ := tape.ArcLoss(Arcs{tape.Linear(dep, u, nil), head, root, p}, heads, [][]float32{nil, softArcs, nil}, 0.5, 1)
		return loss + arcs
	}
	tape, other := NewTape(1), NewTape(1)
	run(tape)
	tape.Backward()
	for k, p := range params {
		g := append([]float32(nil), tape.grad(p).g...)
		for i := range p.W {
			const e = 2e-3
			w := p.W[i]
			p.W[i] = w + e
			up := run(other)
			p.W[i] = w - e
			down := run(other)
			p.W[i] = w
			if want := (up - down) / (2 * e); math.Abs(want-float64(g[i])) > 0.01+0.03*math.Abs(want) {
				t.Errorf("param %d, weight %d: derivative %g, want %g", k, i, g[i], want)
			}
		}
	}
}

func TestTanh(t *testing.T) {
	t.Parallel()
	for x := -12.0; x < 12; x += 0.01 {
		if d := math.Abs(float64(tanh(float32(x))) - math.Tanh(x)); d > 2e-6 {
			t.Fatalf("tanh(%g) is off by %g", x, d)
		}
	}
}
