package neural

import "math"

// Moves say what speaks for a class behind another.
type Moves struct {
	Weights *Param                        // a row for each class before
	Allowed func(before, behind int) bool // whether one may follow the other at all
}

// Chains adds the derivative of scale times the loss of linear-chain conditional
// random fields (Lafferty, McCallum and Pereira 2001) to scores.G and to the
// gradient of the moves, and returns the loss, not scaled. The loss of a sequence
// is minus the logarithm of the probability of its classes among all that the moves
// allow.
//
// Scores has a row for each place of all sequences, and classes a class; rows[i] are
// those of sequence i in its order. Before the first place stands class 0.
func (t *Tape) Chains(scores *Tensor, rows [][]int32, classes []int32, m Moves, scale float32) float64 {
	n := scores.Cols
	c := &chain{n: n, scores: scores, classes: classes, moves: m.Weights.W, grad: t.grad(m.Weights).g, scale: scale, weights: make([]float64, n*n)}
	for i := range n {
		for j := range n {
			if m.Allowed(i, j) {
				c.weights[i*n+j] = math.Exp(float64(m.Weights.W[i*n+j]))
			}
		}
	}
	loss := 0.0
	for _, list := range rows {
		loss += c.loss(list)
	}
	return loss
}

type chain struct {
	n       int
	scores  *Tensor
	classes []int32
	moves   []float32
	grad    []float32
	scale   float32
	weights []float64 // exponentials of the moves, 0 for those not allowed

	emit, ahead, back []float64 // of the places of a sequence
}

// loss does one sequence: sums over all ways to a place and from a place on, each
// divided by its sum (Rabiner 1989).
func (c *chain) loss(rows []int32) float64 {
	n, k := c.n, len(rows)
	if k == 0 {
		return 0
	}
	for _, b := range []*[]float64{&c.emit, &c.ahead, &c.back} {
		if cap(*b) < k*n {
			*b = make([]float64, k*n)
		}
		*b = (*b)[:k*n]
	}
	loss := c.forward(rows)
	c.backward(rows)
	before := 0
	for p, r := range rows {
		g := c.scores.G[int(r)*n : int(r+1)*n]
		sum := 0.0
		for j := range n {
			sum += c.ahead[p*n+j] * c.back[p*n+j]
		}
		for j := range n {
			g[j] += c.scale * float32(c.ahead[p*n+j]*c.back[p*n+j]/sum)
		}
		y := int(c.classes[r])
		g[y] -= c.scale
		c.pairs(p)
		c.grad[before*n+y] -= c.scale
		loss -= float64(c.moves[before*n+y]) + float64(c.scores.V[int(r)*n+y])
		before = y
	}
	return loss
}

// forward returns the logarithm of the sum over all ways.
func (c *chain) forward(rows []int32) float64 {
	n, total := c.n, 0.0
	for p, r := range rows {
		row, emit, now := c.scores.Row(int(r)), c.emit[p*n:(p+1)*n], c.ahead[p*n:(p+1)*n]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		sum := 0.0
		for j := range n {
			emit[j] = math.Exp(float64(row[j] - top))
			way := 0.0
			if p == 0 {
				way = c.weights[j]
			} else {
				for i, a := range c.ahead[(p-1)*n : p*n] {
					way += a * c.weights[i*n+j]
				}
			}
			now[j] = way * emit[j]
			sum += now[j]
		}
		for j := range now {
			now[j] /= sum
		}
		total += float64(top) + math.Log(sum)
	}
	return total
}

func (c *chain) backward(rows []int32) {
	n := c.n
	for p := len(rows) - 1; p >= 0; p-- {
		now := c.back[p*n : (p+1)*n]
		if p == len(rows)-1 {
			for j := range now {
				now[j] = 1
			}
			continue
		}
		next, emit, sum := c.back[(p+1)*n:(p+2)*n], c.emit[(p+1)*n:(p+2)*n], 0.0
		for i := range now {
			now[i] = 0
			for j := range n {
				now[i] += c.weights[i*n+j] * emit[j] * next[j]
			}
			sum += now[i]
		}
		for i := range now {
			now[i] /= sum
		}
	}
}

// pairs adds what the sequence expects of the moves to place p.
func (c *chain) pairs(p int) {
	n := c.n
	emit, back := c.emit[p*n:(p+1)*n], c.back[p*n:(p+1)*n]
	var first [1]float64
	first[0] = 1
	ahead := first[:]
	if p > 0 {
		ahead = c.ahead[(p-1)*n : p*n]
	}
	sum := 0.0
	for i, a := range ahead {
		for j := range n {
			sum += a * c.weights[i*n+j] * emit[j] * back[j]
		}
	}
	for i, a := range ahead {
		for j := range n {
			c.grad[i*n+j] += c.scale * float32(a*c.weights[i*n+j]*emit[j]*back[j]/sum)
		}
	}
}
