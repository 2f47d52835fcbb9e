package model

import (
	"cmp"
	"slices"
)

// averageFactor scales averaged weights to integers: one update that holds for
// all of the training counts 32. Most weights then fit into one byte.
const averageFactor = 32

type weight struct {
	id    uint64 // key<<8 | class
	value int64
}

// Merge returns the rows of the mean of the trained perceptrons, of which it
// keeps the weights with the largest magnitudes, about limit of them (0: all).
// Averaging several runs with differently ordered examples is the bagging of
// Breiman (1996) folded into one set of weights.
func Merge(runs []*Perceptron, limit int) []Row {
	var all []weight
	for _, p := range runs {
		p.Averages(averageFactor, func(key uint32, cells []Average) {
			for _, c := range cells {
				if c.Weight != 0 {
					all = append(all, weight{uint64(key)<<8 | uint64(c.Class), c.Weight})
				}
			}
		})
	}
	slices.SortFunc(all, func(a, b weight) int { return cmp.Compare(a.id, b.id) })
	n := 0
	for i := 0; i < len(all); {
		w := all[i]
		for i++; i < len(all) && all[i].id == w.id; i++ {
			w.value += all[i].value
		}
		all[n] = w
		n++
	}
	return rowsOf(all[:n], threshold(all[:n], limit), int64(len(runs)))
}

// threshold returns the least magnitude that is kept.
func threshold(all []weight, limit int) int64 {
	if limit <= 0 || len(all) <= limit {
		return 1
	}
	sizes := make([]int64, len(all))
	for i, w := range all {
		sizes[i] = abs(w.value)
	}
	slices.Sort(sizes)
	return max(1, sizes[len(sizes)-limit-1]+1)
}

// rowsOf returns the weights of magnitude least or more, divided by runs and, if
// need be, made smaller to fit.
func rowsOf(all []weight, least, runs int64) []Row {
	top := int64(1)
	for _, w := range all {
		top = max(top, abs(w.value))
	}
	shrink := max(1, runs, (top+MaxWeight-1)/MaxWeight)
	var rows []Row
	for _, w := range all {
		v := int32(w.value / shrink) //nolint:gosec // at most MaxWeight
		if v == 0 || abs(w.value) < least {
			continue
		}
		key := uint32(w.id >> 8) //nolint:gosec // the upper part is the key
		if len(rows) == 0 || rows[len(rows)-1].Key != key {
			rows = append(rows, Row{Key: key})
		}
		r := &rows[len(rows)-1]
		r.Cells = append(r.Cells, Cell{uint8(w.id), v}) //nolint:gosec // the low byte is the class
	}
	return rows
}

func abs(x int64) int64 {
	if x < 0 {
		return -x
	}
	return x
}
