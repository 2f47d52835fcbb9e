package model

import "math"

// FitLogistic fits a logistic regression with a slight L2 penalty by Newton's
// method: the probability of true is that of the sum of weights times values.
// The first value of a row is usually 1.
func FitLogistic(rows [][]float64, truths []bool) []float64 {
	return FitWeighted(rows, truths, nil, 1)
}

// FitWeighted is [FitLogistic] where row i counts as often as shares[i] says, once
// if shares is nil, with an L2 penalty.
func FitWeighted(rows [][]float64, truths []bool, shares []float64, penalty float64) []float64 {
	if len(rows) == 0 {
		return nil
	}
	n := len(rows[0])
	w := make([]float64, n)
	var at []int // of the values of a row that are not zero
	for range 30 {
		grad, hess := make([]float64, n), make([][]float64, n)
		for i := range n {
			hess[i] = make([]float64, n)
			hess[i][i], grad[i] = penalty, float64(-penalty*w[i])
		}
		for k, x := range rows {
			share := 1.0
			if shares != nil {
				share = shares[k]
			}
			p := 1 / (1 + math.Exp(-dot(w, x)))
			miss, spread := float64(-p*share), float64(float64(p*(1-p))*share)
			if truths[k] {
				miss += share
			}
			at = at[:0]
			for i, v := range x {
				if v != 0 {
					at = append(at, i)
				}
			}
			for _, i := range at {
				grad[i] += float64(miss * x[i])
				by := float64(spread * x[i])
				for _, j := range at {
					hess[i][j] += float64(by * x[j])
				}
			}
		}
		eliminate(hess, grad)
		for i := range w {
			w[i] += grad[i]
		}
	}
	return w
}

// eliminate solves a x = b into b by Gauss's elimination with pivots.
func eliminate(a [][]float64, b []float64) {
	n := len(b)
	for i := range n {
		p := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[p][i]) {
				p = r
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for r := i + 1; r < n; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < n; c++ {
				a[r][c] -= float64(f * a[i][c])
			}
			b[r] -= float64(f * b[i])
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			b[i] -= float64(a[i][c] * b[c])
		}
		b[i] /= a[i][i]
	}
}
