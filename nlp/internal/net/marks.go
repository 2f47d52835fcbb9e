package net

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Marks of words: outside of names, then for each type the beginning of a name
// and its inside.
const (
	Outside = 0
	Marks   = 9
)

// Begin returns the mark of the first word of a name, Inside that of the others.
func Begin(t entente.EntityType) uint8 { return uint8(2*t - 1) }

// Inside returns the mark of the later words of a name.
func Inside(t entente.EntityType) uint8 { return uint8(2 * t) }

// May reports whether a mark may follow another: an inside follows only a
// beginning or inside of its type.
func May(before, behind int) bool {
	return behind == Outside || behind%2 == 1 || before == behind || before == behind-1
}

// TypeOf returns the type of name that a mark belongs to.
func TypeOf(mark uint8) entente.EntityType { return entente.EntityType((mark + 1) / 2) }

// moves say for each mark what speaks for it behind each other mark.
type moves [Marks][Marks]int64

// never is less than any sum of scores.
const never = -1 << 40

// loadMoves reads what speaks for marks behind others, row by row for the marks
// before; files that say nothing of it have zeros.
func loadMoves(f *model.File, name string) (moves, error) {
	var out moves
	list := make([]int32, Marks*Marks)
	if slices.Contains(f.Names(), name) {
		var err error
		if list, err = ints(f, name, Marks*Marks); err != nil {
			return out, err
		}
	}
	for i, v := range list {
		before, behind := i/Marks, i%Marks
		out[behind][before] = int64(v)
		if !May(before, behind) {
			out[behind][before] = never
		}
	}
	return out, nil
}

// decode finds the marks of a sentence with the highest sum of scores and of what
// speaks for one behind another, in which every inside follows a name of its type
// (Viterbi 1967).
func (b *NameBatch) decode(below *Batch, sums []int32, g int, marks []uint8) {
	n, wide := len(marks), b.n.marks.m.Panels()
	if n == 0 {
		return
	}
	b.back = grow(b.back, n*Marks)
	var none [Marks]int64 // before the first word nothing stands but no name
	for m := range none {
		none[m] = never
	}
	none[Outside] = 0
	last := &none
	for k := range n {
		row, now := sums[below.order.Row(g, k)*wide:], &b.score[k%2]
		for m := range now {
			from, s := b.before(last, m)
			now[m] = s + int64(b.n.marks.Value(row[m], m))
			b.back[k*Marks+m] = uint8(from)
		}
		last = now
	}
	best := 0
	for m := range last {
		if last[m] > last[best] {
			best = m
		}
	}
	for k := n - 1; k >= 0; k-- {
		marks[k] = uint8(best)
		best = int(b.back[k*Marks+best])
	}
}

// before returns the best mark before m, given the sums of what stands there, and
// the sum with it; the lowest on a tie.
func (b *NameBatch) before(last *[Marks]int64, m int) (from int, sum int64) {
	from, sum = Outside, last[Outside]+b.n.moves[m][Outside]
	for f, s := range last {
		if s += b.n.moves[m][f]; s > sum {
			from, sum = f, s
		}
	}
	return from, sum
}
