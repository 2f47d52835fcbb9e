package neural

import (
	"math"
	"sync"
	"sync/atomic"
)

// Adam updates params by the gradients of tapes.
type Adam struct {
	Params       []*Param
	Beta1, Beta2 float32
	Epsilon      float32
	Clip         float32 // bound of the gradient's length, 0 for none
	Decay        float32 // of the running average of the weights
	step         int
}

// NewAdam returns an optimiser with the settings of Dozat and Manning (2017).
func NewAdam(params []*Param) *Adam {
	for _, p := range params {
		p.mean, p.square, p.average = make([]float32, len(p.W)), make([]float32, len(p.W)), make([]float32, len(p.W))
		copy(p.average, p.W)
		if p.Sparse {
			p.steps = make([]int32, p.Rows)
		}
	}
	return &Adam{Params: params, Beta1: 0.9, Beta2: 0.98, Epsilon: 1e-8, Clip: 5}
}

// Update adds up the gradients of the tapes in their order and takes a step of
// the given rate.
func (a *Adam) Update(tapes []*Tape, rate float32) {
	a.step++
	for _, p := range a.Params {
		tapes[0].grad(p) // makes it, before goroutines share the map
	}
	norms := make([]float64, len(a.Params))
	a.each(func(i int, p *Param) {
		mergeGrads(p, tapes)
		norms[i] = norm(p, tapes[0].grads[p])
	})
	scale, sum := float32(1), 0.0
	for _, n := range norms {
		sum += n
	}
	if n := float32(math.Sqrt(sum)); a.Clip > 0 && n > a.Clip {
		scale = a.Clip / n
	}
	a.each(func(_ int, p *Param) { a.update(p, tapes[0].grads[p], rate, scale) })
}

// each calls f for every param, on two goroutines; a goroutine takes the next
// that is left.
func (a *Adam) each(f func(i int, p *Param)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(a.Params); i = int(next.Add(1)) - 1 {
				f(i, a.Params[i])
			}
		})
	}
	wait.Wait()
}

// mergeGrads adds the gradients of the later tapes to the first's.
func mergeGrads(p *Param, tapes []*Tape) {
	to := tapes[0].grads[p]
	for _, t := range tapes[1:] {
		g := t.grads[p]
		if g == nil {
			continue
		}
		if !p.Sparse {
			add(to.g, g.g)
			continue
		}
		for _, r := range g.touched {
			if !to.marked[r] {
				to.marked[r] = true
				to.touched = append(to.touched, r)
			}
			add(to.g[int(r)*p.Cols:int(r+1)*p.Cols], g.g[int(r)*p.Cols:int(r+1)*p.Cols])
		}
	}
}

func norm(p *Param, g *gradient) float64 {
	if !p.Sparse {
		return squares(g.g)
	}
	sum := 0.0
	for _, r := range g.touched {
		sum += squares(g.g[int(r)*p.Cols : int(r+1)*p.Cols])
	}
	return sum
}

func squares(list []float32) float64 {
	var s [4]float32
	i := 0
	for ; i+4 <= len(list); i += 4 {
		s[0] += list[i] * list[i]
		s[1] += list[i+1] * list[i+1]
		s[2] += list[i+2] * list[i+2]
		s[3] += list[i+3] * list[i+3]
	}
	for ; i < len(list); i++ {
		s[0] += list[i] * list[i]
	}
	return float64(s[0]) + float64(s[1]) + float64(s[2]) + float64(s[3])
}

func (a *Adam) update(p *Param, g *gradient, rate, scale float32) {
	if !p.Sparse {
		a.move(p.rows(0, p.Rows), g.g, a.step, rate, scale)
		return
	}
	for _, r := range g.touched {
		p.steps[r]++
		from, to := int(r)*p.Cols, int(r+1)*p.Cols
		a.move(p.rows(int(r), int(r)+1), g.g[from:to], int(p.steps[r]), rate, scale)
	}
}

// weights are some rows of a param with what Adam keeps of them.
type weights struct{ w, mean, square, average []float32 }

func (p *Param) rows(from, to int) weights {
	from, to = from*p.Cols, to*p.Cols
	return weights{p.W[from:to], p.mean[from:to], p.square[from:to], p.average[from:to]}
}

// move updates weights that have been updated step-1 times before.
func (a *Adam) move(p weights, g []float32, step int, rate, scale float32) {
	c1 := 1 - float32(math.Pow(float64(a.Beta1), float64(step)))
	c2 := 1 - float32(math.Pow(float64(a.Beta2), float64(step)))
	root := float32(math.Sqrt(float64(c2)))
	keep := a.Decay
	if keep > 0 { // a short average at first, a long one later
		keep = min(keep, float32(step)/float32(step+10))
	}
	w, m, v, avg := p.w, p.mean, p.square, p.average
	for i := range w {
		d := g[i] * scale
		m[i] = a.Beta1*m[i] + (1-a.Beta1)*d
		v[i] = a.Beta2*v[i] + (1-a.Beta2)*d*d
		w[i] -= rate * (m[i] / c1) / (float32(math.Sqrt(float64(v[i])))/root + a.Epsilon)
		avg[i] = keep*avg[i] + (1-keep)*w[i]
	}
}

// Average exchanges the weights with their running averages; a second call
// takes that back.
func (a *Adam) Average() {
	for _, p := range a.Params {
		p.W, p.average = p.average, p.W
	}
}
