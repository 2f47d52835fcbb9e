package model

import (
	"math"
	"slices"
	"sync"
)

// Example is one training example of a [Softmax]: its features as sorted or
// unsorted keys, each of value one, its class, and how much it counts.
type Example struct {
	Keys   []uint32
	Class  uint8
	Weight float64 // above 0; 1 for an ordinary example
}

// SoftmaxOptions are the settings of [TrainSoftmax].
type SoftmaxOptions struct {
	Classes int
	L2      float64 // weight of the squared weights, per example
	Rounds  int     // passes over the examples, at most
	Least   int     // features in fewer examples are left out
}

// Softmax is a multinomial logistic regression over sparse features. It is
// read-only once trained.
type Softmax struct {
	vocabulary
	classes int
	weights []float64 // classes a feature; the bias is the last row
	grads   [parts][]float64
}

// TrainSoftmax fits a multinomial logistic regression with L2 penalty by
// limited-memory BFGS (Liu and Nocedal 1989). Sums are made in the order of the
// examples without fused operations, so that the same examples give the same
// weights.
func TrainSoftmax(examples []Example, o SoftmaxOptions) *Softmax {
	s := &Softmax{classes: o.Classes}
	s.collect(examples, o.Least)
	rows := make([][]int32, len(examples))
	total := 0.0
	for i := range examples {
		rows[i] = s.rows(examples[i].Keys)
		total += examples[i].Weight
	}
	s.weights = make([]float64, (len(s.keys)+1)*o.Classes)
	f := func(w, grad []float64) float64 { return s.loss(examples, rows, w, grad, o.L2*total) }
	minimise(f, s.weights, o.Rounds)
	s.grads = [parts][]float64{}
	return s
}

// collect numbers the features that are in at least that many examples.
func (s *Softmax) collect(examples []Example, least int) {
	seen := map[uint32]int{}
	for i := range examples {
		for _, k := range examples[i].Keys {
			seen[k]++
		}
	}
	s.vocabulary = vocabularyOf(seen, least)
}

// rows returns the numbers of the known features among keys, and that of the
// bias.
func (s *Softmax) rows(keys []uint32) []int32 {
	return append(s.numbers(keys), int32(len(s.keys))) //nolint:gosec // far below 2^31
}

// parts is how many goroutines share the examples. It is fixed, so that sums
// are made in the same order whatever the machine.
const parts = 4

// loss returns the penalised negative log-likelihood at w and its gradient.
func (s *Softmax) loss(examples []Example, rows [][]int32, w, grad []float64, l2 float64) float64 {
	var sums [parts]float64
	var wg sync.WaitGroup
	for k := range parts {
		wg.Go(func() {
			if s.grads[k] == nil {
				s.grads[k] = make([]float64, len(w))
			}
			clear(s.grads[k])
			lo, hi := k*len(examples)/parts, (k+1)*len(examples)/parts
			sums[k] = s.part(examples[lo:hi], rows[lo:hi], w, s.grads[k])
		})
	}
	wg.Wait()
	sum := 0.0
	bias := len(w) - s.classes
	for i, x := range w {
		grad[i] = s.grads[0][i] + s.grads[1][i] + s.grads[2][i] + s.grads[3][i]
		if i < bias {
			grad[i] += float64(l2 * x)
			sum += 0.5 * float64(l2*float64(x*x))
		}
	}
	for _, x := range sums {
		sum += x
	}
	return sum
}

// part is loss over some of the examples, without the penalty.
func (s *Softmax) part(examples []Example, rows [][]int32, w, grad []float64) float64 {
	c := s.classes
	sum := 0.0
	p := make([]float64, c)
	for i := range examples {
		e := &examples[i]
		clear(p)
		for _, r := range rows[i] {
			for k, x := range w[int(r)*c : int(r)*c+c] {
				p[k] += x
			}
		}
		sum -= float64(e.Weight * logSoftmax(p, int(e.Class)))
		for k := range p {
			p[k] *= e.Weight
		}
		p[e.Class] -= e.Weight
		for _, r := range rows[i] {
			g := grad[int(r)*c : int(r)*c+c]
			for k, x := range p {
				g[k] += x
			}
		}
	}
	return sum
}

// logSoftmax turns scores into probabilities and returns the logarithm of that
// of class.
func logSoftmax(p []float64, class int) float64 {
	top := slices.Max(p)
	sum := 0.0
	at := p[class] - top
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return at - math.Log(sum)
}

// Classes returns the number of classes.
func (s *Softmax) Classes() int { return s.classes }

// Probabilities fills p, of length Classes, for an example with these features.
func (s *Softmax) Probabilities(keys []uint32, p []float64) {
	clear(p)
	c := s.classes
	for _, r := range s.rows(keys) {
		for k, x := range s.weights[int(r)*c : int(r)*c+c] {
			p[k] += x
		}
	}
	logSoftmax(p, 0)
}

// Rows returns the weights times scale, rounded to integers of at most limit in
// magnitude, and the bias by class. Of the weights the limit largest in
// magnitude are kept, 0 for all.
func (s *Softmax) Rows(scale float64, largest int32, limit int) (rows []Row, bias []int32) {
	c := s.classes
	round := func(x float64) int32 {
		return int32(max(-float64(largest), min(float64(largest), math.Round(x*scale))))
	}
	least := int32(1)
	if limit > 0 {
		sizes := make([]int32, 0, len(s.weights))
		for _, x := range s.weights[:len(s.weights)-c] {
			sizes = append(sizes, max(round(x), -round(x)))
		}
		slices.Sort(sizes)
		if len(sizes) > limit {
			least = max(1, sizes[len(sizes)-limit-1]+1)
		}
	}
	for i, key := range s.keys {
		var cells []Cell
		for k, x := range s.weights[i*c : i*c+c] {
			if v := round(x); v >= least || -v >= least {
				cells = append(cells, Cell{uint8(k), v}) //nolint:gosec // at most 256 classes
			}
		}
		if cells != nil {
			rows = append(rows, Row{key, cells})
		}
	}
	for _, x := range s.weights[len(s.weights)-c:] {
		bias = append(bias, round(x))
	}
	return rows, bias
}

// Keys returns the features that have weights, in order.
func (s *Softmax) Keys() []uint32 { return s.keys }
