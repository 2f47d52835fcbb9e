package merge

import "math/bits"

// weigher knows how rare the words of a chain of stories are in it.
type weigher struct {
	sentences int
	in        map[uint32]int
}

// weighWords sets the weights of the words of items.
func weighWords(items []item) {
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
	for i := range items {
		w.weigh(&items[i])
	}
}

// usual is how many sentences are thought to be in a chain beside those that
// are, so that a few tell little of what is rare.
const usual = 8

// weight is the weight of a word: 1 for one that stands in more than half of the
// sentences, and 4 more for each halving.
func (w *weigher) weight(h uint32) int {
	return 4*bits.Len(uint((w.sentences+usual)/max(w.in[h], 1))) - 3 //nolint:gosec // there are few
}

// weigh sets the weights of the words of an item.
func (w *weigher) weigh(x *item) {
	of := func(words []uint32) []int {
		out := make([]int, len(words))
		for i, h := range words {
			out[i] = w.weight(h)
		}
		return out
	}
	x.words, x.near = rated{x.claim.Words, of(x.claim.Words)}, rated{x.claim.Near, of(x.claim.Near)}
}

// rated is an ascending list of words with their weights.
type rated struct {
	words   []uint32
	weights []int
}

// alike returns the weight of what two lists of words have in common, and of the
// lighter list.
func alike(a, b rated) (both, least int) {
	x, y, i, j := 0, 0, 0, 0
	for i < len(a.words) || j < len(b.words) {
		switch {
		case j == len(b.words) || i < len(a.words) && a.words[i] < b.words[j]:
			x += a.weights[i]
			i++
		case i == len(a.words) || b.words[j] < a.words[i]:
			y += b.weights[j]
			j++
		default:
			n := a.weights[i]
			both, x, y = both+n, x+n, y+n
			i, j = i+1, j+1
		}
	}
	return both, min(x, y)
}
