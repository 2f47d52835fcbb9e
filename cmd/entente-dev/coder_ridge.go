package main

import (
	"cmp"
	"errors"
	"math"
	"slices"
)

// square is a square matrix by rows.
type square [][]float64

func newSquare(n int) square {
	all, m := make([]float64, n*n), make(square, n)
	for i := range m {
		m[i] = all[i*n : (i+1)*n]
	}
	return m
}

// pick returns the rows and columns of m in list.
func (m square) pick(list []int) square {
	out := newSquare(len(list))
	for i, a := range list {
		for k, b := range list {
			out[i][k] = m[a][b]
		}
	}
	return out
}

// add adds share times o to m.
func (m square) add(o square, share float64) {
	for i, row := range o {
		for k, x := range row {
			m[i][k] += float64(share * x)
		}
	}
}

// setKernel compares rows by the features that they share: the cosine of sets
// whose members weigh by how rare they are among the rows that in wants (Spärck
// Jones, 1972). Features of fewer than two of those do not count.
func setKernel(sets [][]uint64, in []bool) square {
	type entry struct {
		row    int
		weight float64
	}
	lists, known := map[uint64][]entry{}, 0.0
	count := map[uint64]int{}
	for i, set := range sets {
		slices.Sort(set)
		sets[i] = slices.Compact(set)
		if !in[i] {
			continue
		}
		known++
		for _, f := range sets[i] {
			count[f]++
		}
	}
	out := newSquare(len(sets))
	for i, set := range sets {
		norm := 0.0
		for _, f := range set {
			if w := rarity(count[f], known); w > 0 {
				norm += float64(w * w)
			}
		}
		for _, f := range set {
			w := rarity(count[f], known)
			if w <= 0 {
				continue
			}
			w /= math.Sqrt(norm)
			lists[f] = append(lists[f], entry{i, w})
			for _, e := range lists[f] {
				out[i][e.row] += float64(w * e.weight)
			}
		}
		for k := range i {
			out[k][i] = out[i][k]
		}
	}
	return out
}

func rarity(count int, known float64) float64 {
	if count < 2 {
		return 0
	}
	return math.Log((1 + known) / (1 + float64(count)))
}

// shareKernel compares shares: the cosine of their square roots.
func shareKernel(rows [][]float64) square {
	out := newSquare(len(rows))
	norms := make([]float64, len(rows))
	for i, row := range rows {
		for _, x := range row {
			norms[i] += x
		}
		norms[i] = math.Sqrt(max(norms[i], 1e-9))
		for k := range i + 1 {
			sum := 0.0
			for c, x := range row {
				sum += math.Sqrt(x * rows[k][c])
			}
			out[i][k] = sum / float64(norms[i]*norms[k])
			out[k][i] = out[i][k]
		}
	}
	return out
}

// nearKernel compares points by how near they are, against the usual distance of
// those that in wants.
func nearKernel(rows [][]float64, in []bool) square {
	out := newSquare(len(rows))
	var usual []float64
	for i, row := range rows {
		for k := range i {
			sum := 0.0
			for c, x := range row {
				sum += float64((x - rows[k][c]) * (x - rows[k][c]))
			}
			if out[i][k] = sum; in[i] && in[k] && sum > 0 {
				usual = append(usual, sum)
			}
		}
	}
	width := 1.0 // where all points are one
	if slices.Sort(usual); len(usual) > 0 {
		width = usual[len(usual)/2]
	}
	for i := range out {
		for k := range i {
			out[i][k] = math.Exp(-out[i][k] / width)
			out[k][i] = out[i][k]
		}
		out[i][i] = 1
	}
	return out
}

// ridge is a regression of indicators of classes on a kernel (Saunders, Gammerman
// and Vovk, 1998).
type ridge struct {
	means []float64
	alpha [][]float64 // by row, by class
	left  [][]float64 // what each row would get were it left out
}

var errNotPositive = errors.New("the kernel is not positive")

// fitRidge fits the classes of the rows of kernel k with a penalty above 0.
func fitRidge(k square, classes []int, n int, penalty float64) (*ridge, error) {
	r := &ridge{means: make([]float64, n)}
	for _, c := range classes {
		r.means[c] += 1 / float64(len(classes))
	}
	half, err := halfInverse(k, penalty)
	if err != nil {
		return nil, err
	}
	rows := len(classes)
	z, inverse := make([][]float64, rows), make([]float64, rows)
	for i, row := range half { // z = half·y
		z[i] = make([]float64, n)
		for j := range i + 1 {
			z[i][classes[j]] += row[j]
			inverse[j] += float64(row[j] * row[j])
			for c, m := range r.means {
				z[i][c] -= float64(row[j] * m)
			}
		}
	}
	for range rows {
		r.alpha = append(r.alpha, make([]float64, n))
	}
	for i, row := range half { // alpha = halfᵀ·z
		for j := range i + 1 {
			for c, x := range z[i] {
				r.alpha[j][c] += float64(row[j] * x)
			}
		}
	}
	for i := range rows {
		at := make([]float64, n)
		at[classes[i]] = 1
		for c := range at {
			at[c] -= r.alpha[i][c] / inverse[i]
		}
		r.left = append(r.left, at)
	}
	return r, nil
}

// halfInverse returns the inverse of the lower factor of Cholesky of k with the
// penalty on its diagonal, by rows.
func halfInverse(k square, penalty float64) (square, error) {
	n := len(k)
	l := newSquare(n)
	for i := range n {
		for j := range i + 1 {
			sum := k[i][j]
			if i == j {
				sum += penalty
			}
			if sum -= dot(l[i][:j], l[j][:j]); i > j {
				l[i][j] = sum / l[j][j]
				continue
			}
			if sum <= 0 {
				return nil, errNotPositive
			}
			l[i][i] = math.Sqrt(sum)
		}
	}
	columns := newSquare(n) // of the inverse, as rows
	for j := range n {
		col := columns[j]
		col[j] = 1 / l[j][j]
		for i := j + 1; i < n; i++ {
			col[i] = -dot(l[i][j:i], col[j:i]) / l[i][i]
		}
	}
	for i := range n {
		for j := range i {
			columns[i][j], columns[j][i] = columns[j][i], columns[i][j]
		}
	}
	return columns, nil
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += float64(x * b[i])
	}
	return sum
}

// scores returns what a row gets by class whose kernel with the rows of training
// is near.
func (r *ridge) scores(near []float64) []float64 {
	out := slices.Clone(r.means)
	for i, a := range r.alpha {
		for c, x := range a {
			out[c] += float64(near[i] * x)
		}
	}
	return out
}

// highest returns the number of the highest score, the lowest such.
func highest(scores []float64) int {
	best := 0
	for c, x := range scores {
		if cmp.Compare(x, scores[best]) > 0 {
			best = c
		}
	}
	return best
}
