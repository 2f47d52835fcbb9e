// Package eval scores the layers against gold data. Its measures are those of
// the scorers that come with the data, to the last digit: each file names the
// measure that it follows. It reads gold folders and predictions; it knows
// nothing of how predictions are made.
package eval

import (
	"math"
	"sort"
	"strconv"
)

// PRF is precision, recall and F1 in [0,1].
type PRF struct{ P, R, F float64 }

// prf returns precision, recall and F1 of tp hits among sys predictions and
// gold answers. Nothing predicted or nothing to find gives 0.
func prf(tp, sys, gold int) PRF {
	var x PRF
	if sys > 0 {
		x.P = float64(tp) / float64(sys)
	}
	if gold > 0 {
		x.R = float64(tp) / float64(gold)
	}
	if x.P+x.R > 0 {
		x.F = 2 * x.P * x.R / (x.P + x.R)
	}
	return x
}

// round rounds half to even at n decimals the way Python's round does, which
// works on the exact decimal value of the float.
func round(f float64, n int) float64 {
	v, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', n, 64), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// percent returns 100·x rounded to two decimals.
func percent(x float64) float64 { return round(100*x, 2) }

// Percent returns x with its parts in percent, rounded to two decimals.
func (x PRF) Percent() PRF { return PRF{percent(x.P), percent(x.R), percent(x.F)} }

// Rounded returns x with its parts rounded to four decimals.
func (x PRF) Rounded() PRF { return PRF{round(x.P, 4), round(x.R, 4), round(x.F, 4)} }

func mean(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	return sum(xs) / float64(len(xs))
}

// sum adds exactly, as Python's statistics module does: the partial sums never
// lose a bit (Shewchuk, 1997).
func sum(xs []float64) float64 {
	var parts []float64
	for _, x := range xs {
		n := 0
		for _, y := range parts {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			if lo := y - (hi - x); lo != 0 {
				parts[n] = lo
				n++
			}
			x = hi
		}
		parts = append(parts[:n], x)
	}
	total := 0.0
	for i := len(parts) - 1; i >= 0; i-- {
		total += parts[i]
	}
	return total
}

func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	s := append([]float64(nil), xs...)
	sort.Float64s(s)
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}

// keys returns the keys of m in order.
func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
