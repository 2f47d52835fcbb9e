package story

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// The comparison is tf-idf and cosine, with two dampings that the measurements
// asked for: rarity and counts both enter by their roots, so that one rare word
// used ten times does not outweigh five that agree.
//
// All of it is plain arithmetic in a fixed order, so that the same input gives
// the same decisions on every machine: products are rounded before they are
// added (no fused operations), sums run in the order of hashes, and the
// logarithm is a polygon on integers instead of the library's.

const (
	titleWeight = 2   // a mention in the title, in mentions in the text
	nameWeight  = 2   // a name, in plain words
	pairWeight  = 1.3 // two neighbouring words, in plain words
	priorDocs   = 30  // unseen documents that rarity supposes
)

// weights turns counts into weights.
type weights struct {
	seen map[uint32]int32 // documents in memory that hold a term
	docs int              // documents in memory
}

// log2 is the base-two logarithm of n > 0, straight between powers of two; it
// is at most 0.09 below the true one.
func log2(n int) float64 {
	k := bits.Len(uint(n)) - 1                             //nolint:gosec // n > 0
	return float64(k) + float64(n-1<<k)/float64(int(1)<<k) // exact: a small integer and a fraction of a power of two
}

// rarity is the root of the inverse document frequency of a term, 0 for one
// that every document holds. The prior stands for unseen documents, so that
// the first ones of a stream are not weighed wildly.
func (w *weights) rarity(h uint32) float64 {
	return math.Sqrt(max(0, log2(w.docs+priorDocs)-log2(int(w.seen[h])+1+prior(h)*priorDocs/1000)))
}

// raw is the weight of a term in a document without its rarity. The fourth root
// makes sixteen mentions count for two.
func (w *weights) raw(t Term) float64 {
	v := math.Sqrt(math.Sqrt(float64(int(t.Body) + titleWeight*int(t.Title))))
	switch t.Kind {
	case KindName:
		v = float64(v * nameWeight)
	case KindPair:
		v = float64(v * pairWeight)
	}
	return v
}

// entry is a term of a document's vector. The sum of the squares of
// value × rarity over a vector is 1.
type entry struct {
	hash   uint32
	value  float64 // scaled, without rarity
	rarity float64
}

// vector weighs the terms of a document, in order of hash, into out. It is
// empty when no term tells anything.
func (w *weights) vector(f *Features, out []entry) []entry {
	out = out[:0]
	sum := 0.0
	for _, t := range f.Terms {
		e := entry{hash: t.Hash, value: w.raw(t), rarity: w.rarity(t.Hash)}
		x := float64(e.value * e.rarity)
		sum += float64(x * x)
		out = append(out, e)
	}
	if sum == 0 {
		return out[:0]
	}
	scale := 1 / math.Sqrt(sum)
	for i := range out {
		out[i].value = float64(out[i].value * scale)
	}
	return out
}

// count adds a document to the counts, or takes it away.
func (w *weights) count(f *Features, by int32) {
	for _, t := range f.Terms {
		if n := w.seen[t.Hash] + by; n > 0 {
			w.seen[t.Hash] = n
		} else {
			delete(w.seen, t.Hash)
		}
	}
	w.docs += int(by)
}

// refresh measures the length of x anew, because rarities have moved, and
// drops its least terms when it has too many.
func (w *weights) refresh(x *cell) {
	keys := make([]uint32, 0, len(x.terms))
	for h := range x.terms {
		keys = append(keys, h)
	}
	slices.Sort(keys)
	if len(keys) > maxCellTerms {
		slices.SortStableFunc(keys, func(a, b uint32) int {
			return cmp.Compare(float64(x.terms[b].value*w.rarity(b)), float64(x.terms[a].value*w.rarity(a)))
		})
		for _, h := range keys[maxCellTerms/2:] {
			delete(x.terms, h)
		}
		keys = keys[:maxCellTerms/2]
		slices.Sort(keys)
	}
	x.square, x.self = 0, 0
	for _, h := range keys {
		s, r := x.terms[h], w.rarity(h)
		v := float64(s.value * r)
		x.square += float64(v * v)
		x.self += float64(float64(s.square*r) * r)
	}
	x.measured, x.stale = w.docs, 0
}

// update measures x anew when it may be more than a fifth out of date.
func (w *weights) update(x *cell) {
	if x.stale*4 > len(x.members)+16 || w.docs*5 > x.measured*6 || w.docs*6 < x.measured*5 {
		w.refresh(x)
	}
}

// dot returns the scalar product of a document and a cell.
func dot(v []entry, x *cell) float64 {
	sum := 0.0
	for i := range v {
		if s, ok := x.terms[v[i].hash]; ok {
			r := v[i].rarity
			sum += float64(float64(v[i].value*r) * float64(s.value*r))
		}
	}
	return sum
}
