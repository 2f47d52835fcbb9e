package net

import "github.com/entente-news/entente/nlp/internal/word"

// The gates of the first layer are sums of two parts, of which one depends on
// the form alone. For forms that come often it is kept: half the words of a text
// are some hundred forms.

// formSlots is the number of forms whose sums are kept, a power of two. Those of
// the full network take 8 KB each.
const formSlots = 1 << 11

// forms keeps the sums of the first layer's gates, in both directions, of forms
// that come often. What it returns never depends on what it has kept.
type forms struct {
	owner []*word.Info // by slot, nil for none
	worth []uint8      // by slot: hits less misses, up to mostWorth
	used  []uint32     // by slot: the last batch that reads it
	sums  []int32      // by slot: a row of each direction
	round uint32

	ref    []int32 // of each row of the batch: its slot, or -1-i for row i of miss
	fresh  []fresh
	miss   matrix
	missed []int32 // sums of the rows of miss, in one direction
	gates  []int32
}

// fresh is a slot that is to be filled from a row of miss.
type fresh struct{ slot, row int32 }

const mostWorth = 15

// look finds the slots of the words of a batch, given by row, and gathers the
// vectors of the others.
func (f *forms) look(b *Batch) {
	if f.owner == nil {
		f.owner, f.worth, f.used = make([]*word.Info, formSlots), make([]uint8, formSlots), make([]uint32, formSlots)
		f.sums = make([]int32, formSlots*2*b.n.layers[0][0].recurrent.Panels())
	}
	f.round++
	f.ref, f.fresh = grow(f.ref, len(b.infos)), f.fresh[:0]
	f.miss = f.miss.resized(len(b.infos), b.n.In())
	rows := 0
	for r, w := range b.infos {
		s := int32(w.Raw>>7) & (formSlots - 1)
		if f.owner[s] == w {
			f.ref[r], f.used[s] = s, f.round
			f.worth[s] = min(mostWorth, f.worth[s]+1)
			continue
		}
		copy(f.miss.row(rows), b.vector(w))
		f.ref[r] = -1 - int32(rows)
		switch {
		case f.used[s] == f.round && f.owner[s] != nil:
		case f.worth[s] > 0:
			f.worth[s]--
		default:
			f.owner[s], f.used[s] = w, f.round
			f.fresh = append(f.fresh, fresh{s, int32(rows)})
		}
		rows++
	}
	f.miss.rows = rows
}

// direction returns the sums of the gates for the rows of the batch, or for
// their mirror images, in one direction of the first layer.
func (f *forms) direction(b *Batch, d int) []int32 {
	l := &b.n.layers[0][d]
	wide := l.recurrent.Panels()
	f.missed = zeros(f.missed, f.miss.rows*wide)
	l.input.m.Mul(f.missed, wide, f.miss.v, f.miss.cols, f.miss.rows)
	for _, n := range f.fresh {
		copy(f.sums[(2*int(n.slot)+d)*wide:][:wide], f.missed[int(n.row)*wide:])
	}
	f.gates = grow(f.gates, len(b.infos)*wide)
	for r := range b.infos {
		from := r
		if d == 1 {
			from = int(b.order.Mirror[r])
		}
		to := f.gates[r*wide:][:wide]
		if s := int(f.ref[from]); s >= 0 {
			copy(to, f.sums[(2*s+d)*wide:])
		} else {
			copy(to, f.missed[(-1-s)*wide:])
		}
	}
	return f.gates
}
