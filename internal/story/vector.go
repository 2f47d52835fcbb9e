package story

import (
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

// weights turns counts into weights.
type weights struct {
	opt  *Options
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
	return math.Sqrt(max(0, log2(w.docs+w.opt.PriorDocs)-log2(int(w.seen[h])+1+prior(h)*w.opt.PriorDocs/1000)))
}

// raw is the weight of a term in a document without its rarity. The fourth root
// makes sixteen mentions count for two.
func (w *weights) raw(t Term) float64 {
	v := math.Sqrt(math.Sqrt(float64(int(t.Body) + w.opt.TitleWeight*int(t.Title))))
	switch t.Kind {
	case KindName:
		v = float64(v * w.opt.NameWeight)
	case KindPair:
		v = float64(v * w.opt.PairWeight)
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

// refresh measures the length of g anew, because rarities have moved, and
// drops its least terms when it has too many.
func (w *weights) refresh(g *group) {
	keys := make([]uint32, 0, len(g.terms))
	for h := range g.terms {
		keys = append(keys, h)
	}
	slices.Sort(keys)
	if len(keys) > maxGroupTerms {
		slices.SortStableFunc(keys, func(a, b uint32) int {
			x, y := float64(g.terms[a]*w.rarity(a)), float64(g.terms[b]*w.rarity(b))
			switch {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return 0
		})
		for _, h := range keys[maxGroupTerms/2:] {
			delete(g.terms, h)
		}
		keys = keys[:maxGroupTerms/2]
		slices.Sort(keys)
	}
	g.square = 0
	for _, h := range keys {
		x := float64(g.terms[h] * w.rarity(h))
		g.square += float64(x * x)
	}
	g.measured, g.stale = w.docs, 0
}

// length returns the Euclidean length of g, at most a fifth out of date.
func (w *weights) length(g *group) float64 {
	if g.stale*4 > len(g.members)+16 || w.docs*5 > g.measured*6 || w.docs*6 < g.measured*5 {
		w.refresh(g)
	}
	return math.Sqrt(max(0, g.square))
}

// dot returns the scalar product of a document and a story.
func dot(v []entry, g *group) float64 {
	sum := 0.0
	for i := range v {
		if s, ok := g.terms[v[i].hash]; ok {
			r := v[i].rarity
			sum += float64(float64(v[i].value*r) * float64(s*r))
		}
	}
	return sum
}

// cosine returns the similarity of two stories, [0,1].
func (w *weights) cosine(a, b *group) float64 {
	size := float64(w.length(a) * w.length(b))
	if size == 0 {
		return 0
	}
	if len(a.terms) > len(b.terms) {
		a, b = b, a
	}
	keys := make([]uint32, 0, len(a.terms))
	for h := range a.terms {
		if _, ok := b.terms[h]; ok {
			keys = append(keys, h)
		}
	}
	slices.Sort(keys)
	sum := 0.0
	for _, h := range keys {
		r := w.rarity(h)
		sum += float64(float64(a.terms[h]*r) * float64(b.terms[h]*r))
	}
	return sum / size
}
