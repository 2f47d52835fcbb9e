package net

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Vocabulary turns a form into rows of the two tables that the network begins
// with: that of known words and that of parts of words.
type Vocabulary struct {
	rows    map[uint32]int32 // low bits of the hash of the normal form to its row
	buckets uint32           // rows of the table of parts, a power of two
}

// WithBuckets returns the vocabulary with another size of the table of parts.
func (v *Vocabulary) WithBuckets(buckets int) *Vocabulary {
	return &Vocabulary{v.rows, uint32(buckets)}
}

// UnknownRow is the row of the table of words for words that it does not have.
const UnknownRow = 0

// NewVocabulary returns a vocabulary of words by the hashes of their normal
// forms, which get the rows from 1 on, and a table of parts with that many
// rows.
func NewVocabulary(hashes []uint32, buckets int) *Vocabulary {
	v := &Vocabulary{rows: make(map[uint32]int32, len(hashes)), buckets: uint32(buckets)}
	for i, h := range hashes {
		v.rows[h] = int32(i + 1)
	}
	return v
}

// Key returns the hash by which a vocabulary knows a form.
func Key(w *word.Info) uint32 { return uint32(w.Norm) }

// Word returns the row of a form.
func (v *Vocabulary) Word(w *word.Info) int32 { return v.rows[Key(w)] }

// Row returns the row of the form with a key.
func (v *Vocabulary) Row(key uint32) int32 { return v.rows[key] }

// maxGrams bounds the inner parts of a long form that are looked at.
const maxGrams = 24

// Parts appends the rows of the parts of a form: its beginnings and ends, its
// shape, the form as written, and its runs of three bytes. A part is known by
// its hash alone; two may share a row (Weinberger et al. 2009).
func (v *Vocabulary) Parts(w *word.Info, out []int32) []int32 {
	add := func(kind uint64, h uint64) {
		out = append(out, int32(uint32(model.Mix(h+kind*0x9e3779b97f4a7c15)>>20)&(v.buckets-1)))
	}
	for i, h := range w.Prefix {
		add(uint64(i), h)
	}
	for i, h := range w.Suffix {
		add(uint64(4+i), h)
	}
	add(9, w.Shape)
	add(10, w.Kind)
	add(11, w.Raw)
	form := w.Lower
	n := min(len(form)-2, maxGrams)
	for i := range n {
		add(12, model.HashString(form[i:i+3]))
	}
	return out
}
