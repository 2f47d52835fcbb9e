package story

import "slices"

// Near-copies are found by their runs of words.
//
// A text is the set of its shingles, runs of three words (A. Broder, On the
// resemblance and containment of documents, 1997). Of the hashes of a set the
// sketchSize smallest are kept: for a report of up to so many words that is the
// whole set, and measures on it are exact; beyond, the smallest hashes of two
// sets are a fair sample of both. An edit of one word in seven leaves
// 0.857³ = 63 % of the shingles of a text, a dropped paragraph leaves all those
// of the rest, and two reports of one happening in their own words share less
// than one in ten: the bounds below stand between.
const (
	shingleWords = 3
	sketchSize   = 512 // shingles kept of a document
	sketchIndex  = 24  // the smallest of them, by which copies are looked up
)

// Sketch is a sample of the shingles of a text.
type Sketch struct {
	Hashes []uint32 // ascending, distinct: the smallest hashes of the set
	Total  int      // size of the set
}

// shingles adds those of a text.
func (x *extractor) shingles(s string) {
	w := scan(s)
	for w.next() {
		x.shingle(hashBytes(w.form))
	}
}

// shingle adds the run of words that ends with one of that hash.
func (x *extractor) shingle(word uint64) {
	copy(x.run[:], x.run[1:])
	x.run[shingleWords-1] = word
	if x.n++; x.n < shingleWords {
		return
	}
	h := x.run[0]
	for _, y := range x.run[1:] {
		h = mix(rotate(h) ^ y)
	}
	x.hashes = append(x.hashes, uint32(h>>32))
}

// sketchOf returns the sketch of a set of shingles, whose hashes it sorts.
func sketchOf(hashes []uint32) Sketch {
	sortHashes(hashes, 24)
	hashes = slices.Compact(hashes)
	k := Sketch{Total: len(hashes)}
	if n := min(len(hashes), sketchSize); n > 0 {
		k.Hashes = append(make([]uint32, 0, n), hashes[:n]...)
	}
	return k
}

// overlap estimates how many shingles two texts share, and the sizes of both
// sets, all on one scale: counts below the larger of the two sketches' bounds.
func overlap(a, b *Sketch) (shared, na, nb int) {
	bound := ^uint32(0)
	for _, k := range []*Sketch{a, b} {
		if k.Total > len(k.Hashes) {
			bound = min(bound, k.Hashes[len(k.Hashes)-1])
		}
	}
	i, j := 0, 0
	for i < len(a.Hashes) && j < len(b.Hashes) && a.Hashes[i] <= bound && b.Hashes[j] <= bound {
		switch {
		case a.Hashes[i] == b.Hashes[j]:
			shared++
			i++
			j++
		case a.Hashes[i] < b.Hashes[j]:
			i++
		default:
			j++
		}
	}
	upto := func(h []uint32) int {
		n, found := slices.BinarySearch(h, bound)
		if found {
			n++
		}
		return n
	}
	return shared, upto(a.Hashes), upto(b.Hashes)
}

// nearCopy reports whether two texts are copies with edits, and how many
// thousandths of the smaller one stand in the other. A short one (a headline,
// a line) must agree almost wholly, because runs of words meet by chance.
func nearCopy(a, b *Sketch) (permille int, ok bool) {
	shared, na, nb := overlap(a, b)
	small, large := min(na, nb), max(na, nb)
	if small < 3 {
		return 0, false
	}
	permille = shared * 1000 / small
	jaccard := shared * 1000 / (na + nb - shared)
	switch {
	case min(a.Total, b.Total) < 20:
		return permille, jaccard >= 800
	case large > 4*small:
		return permille, permille >= 700
	default:
		return permille, permille >= 400 && jaccard >= 180
	}
}

// Copies reports whether one of two documents is a near-copy of the other, and
// how many thousandths of the smaller one's wording stand in the other.
func Copies(a, b *Features) (permille int, ok bool) { return nearCopy(&a.Sketch, &b.Sketch) }
