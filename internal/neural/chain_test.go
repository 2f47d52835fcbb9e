package neural

import (
	"math"
	"math/rand/v2"
	"testing"
)

// ways calls f with every row of classes that allowed lets through.
func ways(n, places int, allowed func(before, behind int) bool, f func([]int32)) {
	row := make([]int32, places)
	var next func(k, before int)
	next = func(k, before int) {
		if k == places {
			f(row)
			return
		}
		for c := range n {
			if allowed(before, c) {
				row[k] = int32(c)
				next(k+1, c)
			}
		}
	}
	next(0, 0)
}

// TestChains compares the loss with that over all ways, counted one by one, and
// every derivative with the change of the loss.
func TestChains(t *testing.T) {
	t.Parallel()
	const n = 3
	allowed := func(before, behind int) bool { return behind != 2 || before > 0 }
	r := rand.New(rand.NewPCG(1, 1))
	scores, moves := param(r, 5, n, false), param(r, n, n, false)
	rows := [][]int32{{0, 3, 1}, {4}, {}, {2}}
	classes := []int32{1, 1, 0, 2, 0}
	run := func(tape *Tape) (*Tensor, float64) {
		tape.Reset(1)
		x := tape.New(5, n)
		copy(x.V, scores.W)
		return x, tape.Chains(x, rows, classes, Moves{moves, allowed}, 1)
	}
	sum := func(list []int32, way []int32) float64 {
		s, before := 0.0, int32(0)
		for k, c := range way {
			s += float64(scores.W[int(list[k])*n+int(c)]) + float64(moves.W[int(before)*n+int(c)])
			before = c
		}
		return s
	}
	tape, other := NewTape(1), NewTape(1)
	x, got := run(tape)
	want := 0.0
	for _, list := range rows {
		all, gold := 0.0, make([]int32, len(list))
		for k, row := range list {
			gold[k] = classes[row]
		}
		ways(n, len(list), allowed, func(way []int32) { all += math.Exp(sum(list, way)) })
		want += math.Log(all) - sum(list, gold)
	}
	if math.Abs(got-want) > 1e-5 {
		t.Errorf("loss %g, want %g", got, want)
	}
	for _, c := range []struct {
		name string
		p    *Param
		g    []float32
	}{{"score", scores, x.G}, {"move", moves, tape.grad(moves).g}} {
		for i := range c.p.W {
			const e = 2e-3
			w := c.p.W[i]
			c.p.W[i] = w + e
			_, up := run(other)
			c.p.W[i] = w - e
			_, down := run(other)
			c.p.W[i] = w
			if want := (up - down) / (2 * e); math.Abs(want-float64(c.g[i])) > 1e-3 {
				t.Errorf("%s %d: derivative %g, want %g", c.name, i, c.g[i], want)
			}
		}
	}
}

// TestFixed leaves out the derivatives of given columns and keeps the others as
// they are.
func TestFixed(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	given, table, w := param(r, 2, 3, false), param(r, 2, 2, true), param(r, 5, 2, false)
	var got [2][]float32
	for i, fixed := range []bool{false, true} {
		tape := NewTape(1)
		tape.Reset(1)
		tape.Train = true
		x := tape.New(2, 3)
		if fixed {
			x = tape.Fixed(2, 3)
		}
		copy(x.V, given.W)
		all := tape.Gather(tape.Dropout(tape.Concat(x, tape.Lookup(table, [][]int32{{1}, {0, 1}})), 0.3, []int32{0, 1}), []int32{1, 0})
		out := tape.Linear(all, w, nil)
		copy(out.G, []float32{1, -2, 3, 0.5})
		tape.Backward()
		got[i] = append(append([]float32{}, tape.grad(table).g...), tape.grad(w).g...)
		if none := x.G[0] == 0 && x.G[4] == 0; none != fixed {
			t.Errorf("fixed %t: derivatives %v", fixed, x.G)
		}
	}
	for i, v := range got[0] {
		if v != got[1][i] {
			t.Errorf("derivative %d: %g, want %g", i, got[1][i], v)
		}
	}
}
