package story

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Bounds of the search: what a document costs does not grow with what is in
// memory. Four times the visits and twice the tests leave B-cubed F1 as it is.
const (
	maxVisits   = 1000 // cells looked at by shared terms
	maxProducts = 3000 // terms compared in full, as far as minTests allows
	minTests    = 24   // cells compared in full
	maxTests    = 32
	minScore    = 0.15 // least likeness that is kept
	minShared   = 0.15 // least weight of the shared terms of a cell that is compared in full
	plainTimes  = 10   // what is added at most by names, numbers and pairs of two lone reports, by what plain words add
	leastShared = 2    // terms: one word, be it rare among the first reports of an archive, joins nothing
)

// search is the scratch memory of the search for cells that are like a
// document.
type search struct {
	mark  int
	order []uint64 // terms by rising weight: the bits of the weight, the index among the terms
	found []*cell
	best  []*cell
	at    []uint16 // of terms by the upper bits of their hashes: the index plus one
	shift int      // hashes are shifted by
}

// candidates returns the cells that share most with a document, of which v is
// the vector and pp the measure, judged by its telling terms; the most alike
// first. The slice is valid until the next search.
func (c *Clusterer) candidates(v []entry, pp measure) []*cell {
	s := &c.search
	s.mark++
	c.visit(v)
	n := min(max(maxProducts/max(len(v), 1), minTests), maxTests)
	s.found = slices.DeleteFunc(s.found, func(x *cell) bool { return x.score < minShared })
	s.best = top(s.found, s.best[:0], n)
	s.index(v)
	for _, x := range s.best {
		most := 0.0
		if x.count == 1 && len(v) >= fullTerms && x.words >= fullTerms {
			most = plainTimes
		}
		shared := 0
		if x.product, shared = s.product(v, x, most); shared >= leastShared {
			x.score = likeness(pp, c.measure(x), x.product)
		} else {
			x.score = 0
		}
	}
	s.best = slices.DeleteFunc(s.best, func(x *cell) bool { return x.score < minScore })
	slices.SortFunc(s.best, func(a, b *cell) int { return cmp.Or(cmp.Compare(b.score, a.score), a.seq-b.seq) })
	return s.best
}

// visit finds cells by the terms of a document, the most telling first.
func (c *Clusterer) visit(v []entry) {
	s := &c.search
	s.order, s.found = s.order[:0], s.found[:0]
	for i := range v {
		if e := &v[i]; e.slot >= 0 && c.weights.terms.slots[e.slot].posting != 0 {
			w := math.Float32bits(float32(e.value * e.rarity))        // of a number that is not negative: in its order
			s.order = append(s.order, uint64(w)<<32|uint64(len(v)-i)) //nolint:gosec // i < len(v)
		}
	}
	slices.Sort(s.order)
	visits := 0
	var one [1]int32
	for k := len(s.order) - 1; k >= 0; k-- {
		e := &v[len(v)-int(s.order[k]&(1<<32-1))]
		list, ok := c.weights.terms.cells(&c.weights.terms.slots[e.slot], &one)
		if visits += len(list); !ok || visits > maxVisits {
			return
		}
		w := float64(e.value * e.rarity)
		for _, id := range list {
			x := c.cells[id]
			if x.mark != s.mark {
				x.mark, x.score = s.mark, 0
				s.found = append(s.found, x)
			}
			x.score += w
		}
	}
}

// top appends the n cells with the greatest score to out.
func top(all, out []*cell, n int) []*cell {
	for _, x := range all {
		i := len(out)
		for i > 0 && (out[i-1].score < x.score || out[i-1].score == x.score && out[i-1].seq > x.seq) {
			i--
		}
		if i < n {
			if len(out) < n {
				out = append(out, nil)
			}
			copy(out[i+1:], out[i:])
			out[i] = x
		}
	}
	return out
}

// index makes the terms of v known to product.
func (s *search) index(v []entry) {
	width := max(bits.Len(uint(len(v)))+3, 10)
	if len(s.at) != 1<<width {
		s.at, s.shift = make([]uint16, 1<<width), 32-width
	} else {
		clear(s.at)
	}
	for i := range v {
		k := int(v[i].hash >> s.shift)
		for s.at[k] != 0 {
			k = (k + 1) & (len(s.at) - 1)
		}
		s.at[k] = uint16(i + 1) //nolint:gosec // bounded by the caller
	}
}

// product returns the scalar product of a document, whose terms are indexed,
// and a cell, and how many terms they share. Where most is not 0, names, numbers
// and pairs count for no more than so many times what plain words do.
func (s *search) product(v []entry, x *cell, most float64) (out float64, shared int) {
	other := 0.0
	for i := range x.terms {
		h := x.terms[i].hash
		for k := int(h >> s.shift); s.at[k] != 0; k = (k + 1) & (len(s.at) - 1) {
			if e := &v[s.at[k]-1]; e.hash == h {
				p := float64(float64(e.value*e.rarity) * float64(float64(x.terms[i].value)*e.rarity))
				if e.plain {
					out += p
				} else {
					other += p
				}
				shared++
				break
			}
		}
	}
	if most > 0 {
		other = min(other, float64(most*out))
	}
	return out + other, shared
}
