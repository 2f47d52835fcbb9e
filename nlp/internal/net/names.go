package net

import (
	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// NameConfig is the size of the name finder, in the order of its section.
type NameConfig struct {
	Below   int // columns of what it reads of the network below
	Own     int // columns of its own table
	Buckets int // rows of its own table, a power of two
	Hidden  int // of each direction
	Outer   int // columns of vectors of words that were learnt elsewhere
}

// Numbers returns the fields as they stand in a file.
func (c NameConfig) Numbers() []uint32 {
	return []uint32{uint32(c.Below), uint32(c.Own), uint32(c.Buckets), uint32(c.Hidden), uint32(c.Outer)}
}

// nameConfig reads the fields; the last is missing in files that know no vectors
// learnt elsewhere.
func nameConfig(f *model.File, name string) (c NameConfig, err error) {
	list, err := f.Uint32s(name)
	if err != nil {
		return c, err
	}
	if len(list) == 4 {
		list = append(list, 0)
	}
	if len(list) != 5 {
		return c, model.ErrDamaged
	}
	for _, v := range list {
		if v > maxSize {
			return c, model.ErrDamaged
		}
	}
	c = NameConfig{int(list[0]), int(list[1]), int(list[2]), int(list[3]), int(list[4])}
	if c.Buckets <= 0 || c.Buckets&(c.Buckets-1) != 0 || (c.Own+c.Outer)%2 != 0 || c.Hidden%2 != 0 {
		return c, model.ErrDamaged
	}
	return c, nil
}

// NameRows appends the rows of the finder's own table for a form: loose ones for
// its parts and lists, exact ones for the form itself, of which training drops
// some, so that names never seen are learnt from what is like them.
func NameRows(w *word.Info, lists uint8, buckets int, loose, exact []int32) (l, e []int32) {
	mask := uint64(buckets - 1)
	row := func(kind, h uint64) int32 {
		return int32(model.Mix(h+kind*0x9e3779b97f4a7c15) >> 20 & mask)
	}
	for i, h := range w.Prefix {
		loose = append(loose, row(uint64(i), h))
	}
	for i, h := range w.Suffix {
		loose = append(loose, row(uint64(4+i), h))
	}
	loose = append(loose, row(9, w.Shape), row(10, w.Kind))
	one, all := uint64(11), uint64(12)
	if w.Flags&word.Capital == 0 {
		one, all = 16, 17 // a name in lower case, or a common word
	}
	for i := range 8 {
		if lists>>i&1 != 0 {
			loose = append(loose, row(one, uint64(i)))
		}
	}
	if lists != 0 {
		loose = append(loose, row(all, uint64(lists)))
	}
	n := min(len(w.Lower)-2, maxGrams)
	for i := range n {
		loose = append(loose, row(13, model.HashString(w.Lower[i:i+3])))
	}
	return loose, append(exact, row(14, w.Raw), row(15, w.Norm))
}

// SetRow returns the row of the finder's own table for the place of a word in a name
// of a set.
func SetRow(set int, code uint8, buckets int) int32 {
	kind := uint64(18 + set) //nolint:gosec // not negative
	return int32(model.Mix(uint64(code)+kind*0x9e3779b97f4a7c15) >> 20 & uint64(buckets-1))
}

// Names finds names. It is read-only and may be shared.
type Names struct {
	NameConfig
	lists *Lists
	in    [NameSets][Codes][]int16 // what is read of a word by its place in a name of a set
	own   table
	outer Vectors
	curve *kernel.Curve
	lstm  [2]lstm
	marks dense
	moves moves
}

// LoadNames returns the name finder whose sections begin with name, for a
// network below that it was trained on.
func LoadNames(f *model.File, name string, below *Network, lists *Lists) (*Names, error) {
	c, err := nameConfig(f, name+".config")
	if err != nil {
		return nil, err
	}
	if c.Below != 2*below.Hidden {
		return nil, model.ErrDamaged
	}
	if c.Outer > 0 && below.outer == nil {
		return nil, ErrNoVectors
	}
	n := &Names{NameConfig: c, lists: lists, outer: below.outer, curve: below.curve}
	if n.own, err = loadTable(f, name+".own", n.Buckets, n.Own); err != nil {
		return nil, err
	}
	for set := range n.in {
		for c := 1; c < Codes; c++ {
			n.in[set][c] = n.vectorOf(SetRow(set, uint8(c), n.Buckets))
		}
	}
	for d := range n.lstm {
		if n.lstm[d], err = loadLSTM(f, name+LayerName(0, d), n.Below+n.Own+n.Outer, n.Hidden); err != nil {
			return nil, err
		}
	}
	if n.marks, err = loadDense(f, name+".marks", Marks, 2*n.Hidden); err != nil {
		return nil, err
	}
	n.moves, err = loadMoves(f, name+".moves")
	return n, err
}

// vectorOf returns what a row of the own table stands for.
func (n *Names) vectorOf(row int32) []int16 {
	sums, out := make([]int32, n.Own), make([]int16, n.Own)
	n.own.add(row, sums)
	for j, s := range sums {
		out[j] = clamp((s + 1<<7) >> 8)
	}
	return out
}

// NameBatch finds the names in the words of a batch.
type NameBatch struct {
	n      *Names
	x, out matrix
	sub    []int32
	rows   []int32
	exact  []int32
	codes  [NameSets][]uint8
	back   []uint8
	score  [2][Marks]int64
}

// NewNameBatch returns a finder with its own memory.
func NewNameBatch(n *Names) *NameBatch { return &NameBatch{n: n} }

// vector returns what the finder itself reads of a form, remembered with it.
func (b *NameBatch) vector(w *word.Info) []int16 {
	if v := w.Vector(b.n); v != nil {
		return v
	}
	v := make([]int16, b.n.Own+b.n.Outer) // once for each form that the cache keeps
	b.sub = zeros(b.sub, b.n.Own)
	b.rows, b.exact = NameRows(w, b.n.lists.Of(w), b.n.Buckets, b.rows[:0], b.exact[:0])
	for _, list := range [][]int32{b.rows, b.exact} {
		for _, r := range list {
			b.n.own.add(r, b.sub)
		}
	}
	for j, s := range b.sub {
		v[j] = clamp((s + 1<<7) >> 8)
	}
	Read(b.n.outer, w, v[b.n.Own:])
	w.SetVector(b.n, v)
	return v
}

// Find sets marks to those of the words that below was given, in that order.
func (b *NameBatch) Find(below *Batch, words []*word.Info, marks []uint8) {
	n := b.n
	rows := below.order.Rows()
	b.x, b.out = b.x.resized(rows, n.Below+n.Own+n.Outer), b.out.resized(rows, 2*n.Hidden)
	top := below.run(below.n.TagLayer + 1)
	at := 0
	for _, g := range below.place {
		sentence := words[at : at+below.lens[g]]
		for set := range b.codes {
			b.codes[set] = grow(b.codes[set], len(sentence))
			n.lists.Names[set].Mark(sentence, b.codes[set])
		}
		for k, w := range sentence {
			r := below.order.Row(g, k)
			copy(b.x.row(r), top.row(r))
			own := b.x.row(r)[n.Below:]
			copy(own, b.vector(w))
			for set := range b.codes {
				for j, v := range n.in[set][b.codes[set][k]] {
					own[j] = clamp(int32(own[j]) + int32(v))
				}
			}
		}
		at += below.lens[g]
	}
	for d := range 2 {
		n.lstm[d].run(&below.s, n.curve, &below.order, b.x, place{b.out, d * n.Hidden, d == 1})
	}
	sums := n.marks.sums(&below.s, b.out)
	at = 0
	for _, g := range below.place {
		b.decode(below, sums, g, marks[at:at+below.lens[g]])
		at += below.lens[g]
	}
}

// Below returns the row of what the finder reads of the network for word k of
// sentence i, for training.
func (b *Batch) Below(i, k int) []int16 {
	return b.run(b.n.TagLayer + 1).row(b.order.Row(b.place[i], k))
}
