package lexical

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/entente-news/entente/internal/model"
)

// Word is a form in lower case with the vector that it was given elsewhere.
type Word struct {
	Form   string
	Vector []float64 // of one length for all words
}

// ErrWords means that no table can be made of the words.
var ErrWords = errors.New("words cannot be packed")

// Pack makes the bytes of a file from words: it turns the vectors to their
// [Dims] principal components (Pearson 1901) and rounds each to one of fifteen
// steps, of which the outermost stand at three standard deviations. Forms that
// share their hash with an earlier one are left out. It also returns the share
// of the variance that is kept.
func Pack(words []Word) ([]byte, float64, error) {
	if len(words) <= Dims || len(words[0].Vector) < Dims {
		return nil, 0, fmt.Errorf("%d words: %w", len(words), ErrWords)
	}
	n := len(words[0].Vector)
	mean := make([]float64, n)
	for _, w := range words {
		if len(w.Vector) != n {
			return nil, 0, fmt.Errorf("%q has %d numbers, not %d: %w", w.Form, len(w.Vector), n, ErrWords)
		}
		for i, x := range w.Vector {
			mean[i] += x / float64(len(words))
		}
	}
	axes, variance := components(covariance(words, mean))
	total, kept := 0.0, 0.0
	for i, v := range variance {
		total += v
		if i < Dims {
			kept += v
		}
	}
	steps := make([]float64, Dims)
	for i := range steps {
		steps[i] = 3 * math.Sqrt(variance[i]) / limit
		if steps[i] == 0 {
			return nil, 0, fmt.Errorf("component %d does not vary: %w", i, ErrWords)
		}
	}
	return encode(words, mean, axes, steps), kept / total, nil
}

// encode writes the words in the order of their keys.
func encode(words []Word, mean []float64, axes [][]float64, steps []float64) []byte {
	type entry struct {
		key  uint32
		word int
	}
	seen := map[uint32]bool{}
	var entries []entry
	for i, w := range words {
		if k := key(w.Form); !seen[k] {
			seen[k] = true
			entries = append(entries, entry{k, i})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	keys := make([]uint32, len(entries))
	values := make([]byte, 0, len(entries)*Dims/2)
	for n, e := range entries {
		keys[n] = e.key
		for i := 0; i < Dims; i += 2 {
			low := turn(words[e.word].Vector, mean, axes[i], steps[i])
			high := turn(words[e.word].Vector, mean, axes[i+1], steps[i+1])
			values = append(values, byte(low&15)|byte(high)<<4) //nolint:gosec // halves of a byte
		}
	}
	scale := make([]uint32, Dims)
	for i, s := range steps {
		scale[i] = uint32(math.Round(s * (1 << 16)))
	}
	f := &model.File{}
	f.AddUint32s(sectionKeys, keys)
	f.AddBytes(sectionValues, values)
	f.AddUint32s(sectionScale, scale)
	return f.Encode()
}

// turn returns one component of a vector, in steps.
func turn(v, mean, axis []float64, step float64) int8 {
	sum := 0.0
	for i, x := range v {
		sum += float64((x - mean[i]) * axis[i])
	}
	return int8(max(-limit, min(limit, math.Round(sum/step))))
}

func covariance(words []Word, mean []float64) [][]float64 {
	n := len(mean)
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	d := make([]float64, n)
	for _, w := range words {
		for i, x := range w.Vector {
			d[i] = x - mean[i]
		}
		for i := range d {
			for j := range i + 1 {
				out[i][j] += float64(d[i]*d[j]) / float64(len(words))
			}
		}
	}
	for i := range out {
		for j := range i {
			out[j][i] = out[i][j]
		}
	}
	return out
}
