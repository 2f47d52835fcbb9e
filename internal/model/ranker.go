package model

import (
	"math"
	"sync"
)

// Choice is one training example of a ranker: alternatives of which some are
// right, each with its features of value one, and how much it counts.
type Choice struct {
	Options [][]uint32
	Right   []bool // of each option; at least one
	Weight  float64
}

// RankerOptions are the settings of [TrainRanker].
type RankerOptions struct {
	L2     float64 // weight of the squared weights, per choice
	Rounds int     // passes over the choices, at most
	Least  int     // features in fewer options are left out
}

// ranker is a conditional logit over sparse features in training.
type ranker struct {
	vocabulary
	choices []Choice
	rows    [][][]int32
	grads   [parts][]float64
}

// TrainRanker fits a conditional logit (McFadden 1974): the options of a choice
// are compared with one another, and what is right has the largest sum of
// weights. It has an L2 penalty and is fitted by limited-memory BFGS, as
// [TrainSoftmax] is; the same choices give the same rows. Of the weights the
// limit largest in magnitude are kept, times scale, as weights of class 0.
func TrainRanker(choices []Choice, o RankerOptions, scale float64, limit int) []Row {
	r := &ranker{choices: choices, rows: make([][][]int32, len(choices))}
	r.collect(o.Least)
	total := 0.0
	for i := range choices {
		total += choices[i].Weight
		for _, keys := range choices[i].Options {
			r.rows[i] = append(r.rows[i], r.numbers(keys))
		}
	}
	w := make([]float64, len(r.keys))
	minimise(func(w, grad []float64) float64 { return r.loss(w, grad, o.L2*total) }, w, o.Rounds)
	s := &Softmax{vocabulary: r.vocabulary, classes: 1, weights: append(w, 0)}
	rows, _ := s.Rows(scale, MaxWeight, limit)
	return rows
}

// collect numbers the features that are in at least that many options.
func (r *ranker) collect(least int) {
	seen := map[uint32]int{}
	for i := range r.choices {
		for _, keys := range r.choices[i].Options {
			for _, k := range keys {
				seen[k]++
			}
		}
	}
	r.vocabulary = vocabularyOf(seen, least)
}

// loss returns the penalised negative log-likelihood at w and its gradient.
func (r *ranker) loss(w, grad []float64, l2 float64) float64 {
	var sums [parts]float64
	var wg sync.WaitGroup
	for k := range parts {
		wg.Go(func() {
			if r.grads[k] == nil {
				r.grads[k] = make([]float64, len(w))
			}
			clear(r.grads[k])
			for i := k * len(r.choices) / parts; i < (k+1)*len(r.choices)/parts; i++ {
				sums[k] += r.one(i, w, r.grads[k])
			}
		})
	}
	wg.Wait()
	sum := 0.0
	for i, x := range w {
		grad[i] = r.grads[0][i] + r.grads[1][i] + r.grads[2][i] + r.grads[3][i] + float64(l2*x)
		sum += 0.5 * float64(l2*float64(x*x))
	}
	for _, x := range sums {
		sum += x
	}
	return sum
}

// one adds the gradient of choice i to grad and returns its loss: the mean over
// its right options.
func (r *ranker) one(i int, w, grad []float64) float64 {
	c := &r.choices[i]
	p := make([]float64, len(c.Options))
	top, right := math.Inf(-1), 0.0
	for k, row := range r.rows[i] {
		for _, f := range row {
			p[k] += w[f]
		}
		top = max(top, p[k])
		if c.Right[k] {
			right++
		}
	}
	sum, value := 0.0, 0.0
	for k := range p {
		if c.Right[k] {
			value -= float64((p[k] - top) / right)
		}
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	value += math.Log(sum)
	for k, row := range r.rows[i] {
		g := p[k] / sum
		if c.Right[k] {
			g -= 1 / right
		}
		g = float64(g * c.Weight)
		for _, f := range row {
			grad[f] += g
		}
	}
	return float64(value * c.Weight)
}
