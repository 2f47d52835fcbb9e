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

const priorDocs = 30 // unseen documents that rarity supposes

// kindWeights are the weights of the kinds of terms, behind the lead and in it.
// They were learnt from pairs of reports by entente-dev stories and rounded, but
// for two of the lead: numbers have 2.5 where 3.8 was learnt (see likeness.go),
// and words 0.9 where 0.2 was learnt, because the pairs are of one topic, in
// which the words are the same, and a stream is of many.
var kindWeights = [2][kindsCount]float64{
	{KindWord: 1, KindName: 1.65, KindPair: 1.5, KindNumber: 1.8},
	{KindWord: 0.9, KindName: 2, KindPair: 1.6, KindNumber: 2.5},
}

// weights turns counts into weights.
type weights struct {
	terms termTable
	docs  int       // documents in memory
	logs  []float64 // of the first integers
	raws  [2][kindsCount][2 * 255]float64
	cache []float64 // rarities by the number of documents, of the current number in memory; -1 where not yet asked for
	at    int       // the number of documents that cache belongs to
}

func newWeights() weights {
	w := weights{terms: newTermTable(), logs: make([]float64, 1<<12), cache: make([]float64, 1<<10), at: -1}
	for i := 1; i < len(w.logs); i++ {
		w.logs[i] = log2(i)
	}
	for n := range w.raws[0][0] {
		v := math.Sqrt(math.Sqrt(float64(n + 1)))
		for lead := range w.raws {
			for k, by := range kindWeights[lead] {
				w.raws[lead][k][n] = float64(v * by)
			}
		}
	}
	return w
}

// log2 is the base-two logarithm of n > 0, straight between powers of two; it
// is at most 0.09 below the true one.
func log2(n int) float64 {
	k := bits.Len(uint(n)) - 1                             //nolint:gosec // n > 0
	return float64(k) + float64(n-1<<k)/float64(int(1)<<k) // exact: a small integer and a fraction of a power of two
}

// rarityOf is the rarity of a term by its hash.
func (w *weights) rarityOf(h uint32) float64 {
	if i := w.terms.find(h); i >= 0 {
		return w.rarity(&w.terms.slots[i])
	}
	return w.among(1 + priorOf(h))
}

// rarity is the root of the inverse document frequency of a term, 0 for one
// that every document holds. The prior stands for unseen documents, so that the
// first ones of a stream are not weighed wildly.
func (w *weights) rarity(s *term) float64 { return w.among(int(s.seen) + 1 + int(s.prior)) }

// among is the rarity of a term that n documents hold.
func (w *weights) among(n int) float64 {
	if w.at != w.docs {
		for i := range w.cache {
			w.cache[i] = -1
		}
		w.at = w.docs
	}
	if n >= len(w.cache) {
		return w.compute(n)
	}
	r := w.cache[n]
	if r < 0 {
		r = w.compute(n)
		w.cache[n] = r
	}
	return r
}

func (w *weights) compute(n int) float64 {
	log := 0.0
	if n < len(w.logs) {
		log = w.logs[n]
	} else {
		log = log2(n)
	}
	return math.Sqrt(max(0, log2(w.docs+priorDocs)-log))
}

// raw is the weight of a term in a document without its rarity. The fourth root
// makes sixteen mentions count for two.
func (w *weights) raw(t Term) float64 {
	lead := 0
	if t.Lead > 0 {
		lead = 1
	}
	return w.raws[lead][t.Kind][max(int(t.Body)+int(t.Lead), 1)-1]
}

// entry is a term of a document's vector. The sum of the squares of
// value × rarity over a vector is 1.
type entry struct {
	hash   uint32
	slot   int32   // of the term; -1 for one that no document in memory holds
	value  float64 // scaled, without rarity
	rarity float64
	plain  bool // a word that is no name, number or pair
}

// countIn counts a document in and weighs its terms, in order of hash, into
// out. The vector is empty when no term tells anything. Its slots are valid
// until a document is counted in or out.
func (w *weights) countIn(terms []Term, out []entry) []entry {
	w.docs++
	w.terms.room(len(terms))
	out = out[:0]
	for _, t := range terms {
		out = append(out, entry{hash: t.Hash, slot: int32(w.terms.countIn(t.Hash)), value: w.raw(t), plain: t.Kind == KindWord}) //nolint:gosec // bounded by the terms in memory
	}
	for i := range out {
		out[i].rarity = w.rarity(&w.terms.slots[out[i].slot])
	}
	return scale(out)
}

// vector weighs the terms of a document that is not counted in.
func (w *weights) vector(terms []Term, out []entry) []entry {
	out = out[:0]
	for _, t := range terms {
		out = append(out, entry{hash: t.Hash, slot: int32(w.terms.find(t.Hash)), value: w.raw(t), rarity: w.rarityOf(t.Hash), plain: t.Kind == KindWord}) //nolint:gosec // as above
	}
	return scale(out)
}

// scale gives a vector the length 1.
func scale(v []entry) []entry {
	sum := 0.0
	for i := range v {
		x := float64(v[i].value * v[i].rarity)
		sum += float64(x * x)
	}
	if sum == 0 {
		return v[:0]
	}
	by := 1 / math.Sqrt(sum)
	for i := range v {
		v[i].value = float64(v[i].value * by)
	}
	return v
}

// countOut takes a document away from the counts.
func (w *weights) countOut(terms []Term) {
	for _, t := range terms {
		w.terms.countOut(t.Hash)
	}
	w.docs--
}

// refresh measures the products of x anew, because rarities have moved, and
// drops its least terms when it has too many.
func (w *weights) refresh(x *cell) {
	if len(x.terms) > maxCellTerms {
		w.trim(x)
	}
	x.inner = 0
	for i := range x.terms {
		s := &x.terms[i]
		if s.count > 1 {
			r := w.rarityOf(s.hash)
			x.inner += float64(float64(s.pairs()*r) * r)
		}
	}
	x.measured, x.stale = w.docs, 0
}

// trim leaves x the heavier of its terms.
func (w *weights) trim(x *cell) {
	type weighed struct {
		sum
		weight float64
	}
	all := make([]weighed, len(x.terms))
	for i, s := range x.terms {
		all[i] = weighed{s, float64(float64(s.value) * w.rarityOf(s.hash))}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	for _, s := range all[maxCellTerms/2:] {
		w.terms.unpost(s.hash, x.id)
	}
	x.terms = x.terms[:0]
	for _, s := range all[:maxCellTerms/2] {
		x.terms = append(x.terms, s.sum)
	}
	slices.SortFunc(x.terms, func(a, b sum) int { return cmp.Compare(a.hash, b.hash) })
}

// update measures x anew when it may be more than a fifth out of date.
func (w *weights) update(x *cell) {
	if x.stale*4 > len(x.members)+16 || w.docs*5 > x.measured*6 || w.docs*6 < x.measured*5 {
		w.refresh(x)
	}
}
