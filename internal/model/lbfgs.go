package model

import "math"

// history is how many steps back the curvature is remembered.
const history = 6

// minimise moves w to a minimum of f, which returns the value at w and fills the
// gradient, by limited-memory BFGS with a backtracking search (Nocedal and
// Wright 2006, algorithms 7.4 and 3.1). It stops after so many rounds, or when
// the value hardly falls any more.
func minimise(f func(w, grad []float64) float64, w []float64, rounds int) {
	n := len(w)
	grad, next, nextGrad, dir := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	var steps, turns [][]float64
	value := f(w, grad)
	for round := range rounds {
		copy(dir, grad)
		direction(dir, steps, turns)
		slope := -dot(dir, grad)
		if slope >= 0 {
			return
		}
		rate := 1.0
		if round == 0 {
			rate = 1 / max(1, math.Sqrt(dot(grad, grad)))
		}
		v, ok := 0.0, false
		for range 30 {
			for i := range w {
				next[i] = w[i] - float64(rate*dir[i])
			}
			if v = f(next, nextGrad); v <= value+1e-4*float64(rate*slope) {
				ok = true
				break
			}
			rate /= 2
		}
		if !ok {
			return
		}
		step, turn := make([]float64, n), make([]float64, n)
		if len(steps) == history {
			step, turn = steps[0], turns[0]
			steps, turns = steps[1:], turns[1:]
		}
		for i := range w {
			step[i], turn[i] = next[i]-w[i], nextGrad[i]-grad[i]
		}
		steps, turns = append(steps, step), append(turns, turn)
		copy(w, next)
		copy(grad, nextGrad)
		if value-v < 1e-6*math.Abs(value) {
			return
		}
		value = v
	}
}

// direction turns the gradient in d into the direction of quasi-Newton.
func direction(d []float64, steps, turns [][]float64) {
	k := len(steps)
	if k == 0 {
		return
	}
	alpha := make([]float64, k)
	for i := k - 1; i >= 0; i-- {
		alpha[i] = dot(steps[i], d) / dot(steps[i], turns[i])
		for j, y := range turns[i] {
			d[j] -= float64(alpha[i] * y)
		}
	}
	scale := dot(steps[k-1], turns[k-1]) / dot(turns[k-1], turns[k-1])
	for j := range d {
		d[j] *= scale
	}
	for i := range k {
		beta := alpha[i] - dot(turns[i], d)/dot(steps[i], turns[i])
		for j, s := range steps[i] {
			d[j] += float64(beta * s)
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += float64(x * b[i])
	}
	return sum
}
