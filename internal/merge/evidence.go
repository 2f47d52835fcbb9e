package merge

import "math/bits"

// weigher knows how rare the words of a chain of stories are in it.
type weigher struct {
	sentences int
	in        map[uint32]int
}

func newWeigher(items []item) *weigher {
	w := &weigher{in: map[uint32]int{}}
	type place struct {
		doc string
		at  int
	}
	seen := map[place]bool{}
	for i := range items {
		x := &items[i]
		p := place{x.report.Doc, x.claim.Sentence.Start}
		if !x.claim.Sentence.IsEmpty() && seen[p] {
			continue
		}
		seen[p] = true
		w.sentences++
		for _, h := range x.claim.Words {
			w.in[h]++
		}
	}
	return w
}

// usual is how many sentences are thought to be in a chain beside those that
// are, so that a few tell little of what is rare.
const usual = 8

// weight is the weight of a word: 1 for one that stands in more than half of the
// sentences, and 4 more for each halving.
func (w *weigher) weight(h uint32) int {
	return 4*bits.Len(uint((w.sentences+usual)/max(w.in[h], 1))) - 3 //nolint:gosec // there are few
}

// alike returns the weight of what two lists of words have in common, and of the
// lighter list.
func (w *weigher) alike(a, b []uint32) (both, least int) {
	x, y, i, j := 0, 0, 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			x += w.weight(a[i])
			i++
		case i == len(a) || b[j] < a[i]:
			y += w.weight(b[j])
			j++
		default:
			n := w.weight(a[i])
			both, x, y = both+n, x+n, y+n
			i, j = i+1, j+1
		}
	}
	return both, min(x, y)
}
