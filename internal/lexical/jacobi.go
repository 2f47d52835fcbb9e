package lexical

import (
	"cmp"
	"math"
	"slices"
)

// sweeps of rotations suffice for a few hundred rows.
const sweeps = 60

// components returns the eigenvectors of a symmetric matrix, which it
// destroys, and their eigenvalues, largest first, by Jacobi's rotations
// (Jacobi 1846; Golub and Van Loan 1996, 8.4). The largest number of each
// vector is positive, so that the result does not hang on the order of steps.
func components(a [][]float64) ([][]float64, []float64) {
	n := len(a)
	v := make([][]float64, n) // row i becomes eigenvector i
	for i := range v {
		v[i] = make([]float64, n)
		v[i][i] = 1
	}
	for range sweeps {
		off := 0.0
		for i := range n {
			for j := range i {
				off += math.Abs(a[i][j])
			}
		}
		if off < 1e-12 {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, v, p, q)
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(a[j][j], a[i][i]) })
	axes, values := make([][]float64, n), make([]float64, n)
	for k, i := range order {
		axes[k], values[k] = upright(v[i]), max(0, a[i][i])
	}
	return axes, values
}

// rotate makes a[p][q] zero.
func rotate(a, v [][]float64, p, q int) {
	if math.Abs(a[p][q]) < 1e-300 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := math.Copysign(1, theta) / (math.Abs(theta) + math.Hypot(theta, 1))
	c := 1 / math.Hypot(t, 1)
	s := t * c
	for k := range a {
		x, y := a[k][p], a[k][q]
		a[k][p], a[k][q] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
	for k := range a {
		x, y := a[p][k], a[q][k]
		a[p][k], a[q][k] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
		x, y = v[p][k], v[q][k]
		v[p][k], v[q][k] = float64(c*x)-float64(s*y), float64(s*x)+float64(c*y)
	}
}

// upright turns a vector so that its largest number is positive.
func upright(v []float64) []float64 {
	most := 0
	for i, x := range v {
		if math.Abs(x) > math.Abs(v[most]) {
			most = i
		}
	}
	if v[most] < 0 {
		for i := range v {
			v[i] = -v[i]
		}
	}
	return v
}
