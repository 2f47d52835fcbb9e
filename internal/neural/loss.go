package neural

import "math"

// Target is what a row of scores should say: one class for sure, or a
// distribution, or a mixture of both.
type Target struct {
	Class []int32   // of each row; -1 for a row that says nothing
	Soft  []float32 // a distribution for each row, nil for none
	Share float32   // what Soft weighs where Class says something, in [0,1]
}

// CrossEntropy adds the derivative of scale times the sum of the cross entropies
// of scores with their targets to scores.G, and returns the sum, not scaled.
// Rows that neither have a class nor a distribution are left out.
func CrossEntropy(scores *Tensor, t Target, scale float32) float64 {
	loss := 0.0
	n := scores.Cols
	row := newRow(n)
	for i := range scores.Rows {
		var soft []float32
		if t.Soft != nil {
			soft = t.Soft[i*n : (i+1)*n]
		}
		if row.target(t.Class[i], soft, t.Share) {
			loss += row.loss(scores.Row(i), scores.G[i*n:(i+1)*n], scale)
		}
	}
	return loss
}

// rowLoss is the memory of the loss of rows of one length.
type rowLoss struct{ p, q []float32 }

func newRow(n int) *rowLoss { return &rowLoss{make([]float32, n), make([]float32, n)} }

// target sets the target of a row, and reports whether there is one.
func (r *rowLoss) target(class int32, soft []float32, share float32) bool {
	mass := float32(0)
	for _, v := range soft {
		mass += v
	}
	if class < 0 && mass == 0 {
		return false
	}
	clear(r.q)
	if class < 0 {
		share = 1
	}
	if mass == 0 {
		share = 0
	}
	if share > 0 {
		for j, v := range soft {
			r.q[j] = share * v / mass
		}
	}
	if class >= 0 {
		r.q[class] += 1 - share
	}
	return true
}

func (r *rowLoss) loss(s, g []float32, scale float32) float64 {
	Softmax(r.p, s)
	loss := 0.0
	for j, q := range r.q {
		g[j] += (r.p[j] - q) * scale
		if q > 0 {
			loss -= float64(q) * math.Log(math.Max(float64(r.p[j]), 1e-30))
		}
	}
	return loss
}

// Softmax sets p to the distribution that scores stand for.
func Softmax(p, scores []float32) {
	best := scores[0]
	for _, v := range scores {
		best = max(best, v)
	}
	sum := float32(0)
	for j, v := range scores {
		p[j] = exp(v - best)
		sum += p[j]
	}
	for j := range p[:len(scores)] {
		p[j] /= sum
	}
}

// exp is e to the x for x at most 0.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}
