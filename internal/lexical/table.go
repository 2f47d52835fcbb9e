package lexical

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sort"

	"github.com/entente-news/entente/internal/model"
)

// Dims is the number of components of a vector.
const Dims = 40

// Name is the file that [Load] reads.
const Name = "words.bin"

// Sections of the file.
const (
	sectionKeys   = "keys"   // hashes of the forms, ascending
	sectionValues = "values" // two components a byte, the first in the low half
	sectionScale  = "scale"  // what one step of each component is worth, in 65,536ths
)

// limit is the largest component, and half a byte holds it with its sign.
const limit = 7

// buckets divide the hashes by their first bits, so that finding one looks at
// a handful of neighbours.
const (
	bucketBits = 15
	buckets    = 1 << bucketBits
)

// ErrShape means that the sections of the file do not fit each other.
var ErrShape = errors.New("word vectors do not fit their keys")

// Table finds the vectors of words. It is read-only and may be shared by
// goroutines.
type Table struct {
	keys   []uint32
	starts [buckets + 1]uint32
	values []int8 // Dims for each key
	scale  [Dims]float64
}

// Load reads words.bin from fsys. It returns an error that wraps the one of
// package model, or ErrShape.
func Load(fsys fs.FS) (*Table, error) {
	data, err := fs.ReadFile(fsys, Name)
	if err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	t, err := Decode(data)
	if err != nil {
		return nil, fmt.Errorf("read word vectors: %s: %w", Name, err)
	}
	return t, nil
}

// Decode makes a table of the bytes of a file.
func Decode(data []byte) (*Table, error) {
	f, err := model.Decode(data)
	if err != nil {
		return nil, err //nolint:wrapcheck // says that weights are read, and why not
	}
	keys, err := f.Uint32s(sectionKeys)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the section
	}
	scale, err := f.Uint32s(sectionScale)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the section
	}
	packed, err := f.Bytes(sectionValues)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the section
	}
	if len(scale) != Dims || len(packed) != len(keys)*Dims/2 {
		return nil, fmt.Errorf("%d keys, %d bytes, %d scales: %w", len(keys), len(packed), len(scale), ErrShape)
	}
	if !slices.IsSorted(keys) {
		return nil, fmt.Errorf("keys are not ascending: %w", ErrShape)
	}
	t := &Table{keys: keys, values: make([]int8, 0, len(keys)*Dims)}
	for _, b := range packed {
		t.values = append(t.values, int8(b<<4)>>4, int8(b)>>4) //nolint:gosec // halves of a byte, with their signs
	}
	for i, s := range scale {
		t.scale[i] = float64(s) / (1 << 16)
	}
	for i := range t.starts {
		first := uint64(i) << (32 - bucketBits)
		n := sort.Search(len(keys), func(k int) bool { return uint64(keys[k]) >= first })
		t.starts[i] = uint32(n) //nolint:gosec // fewer than the hashes
	}
	return t, nil
}

// Find returns the vector of a form in lower case: Dims components from -7 to
// 7, each in steps of its own [Table.Scale]. It is nil for a form without a
// vector and must not be changed. One unknown form in some hundred thousand is
// taken for a known one, since forms are kept by a hash of 32 bits.
func (t *Table) Find(form string) []int8 {
	i, ok := t.Index(form)
	if !ok {
		return nil
	}
	return t.At(i)
}

// Index returns the number of a form, from 0 to [Table.Len] exclusive.
func (t *Table) Index(form string) (int, bool) {
	k := key(form)
	b := k >> (32 - bucketBits)
	for i := t.starts[b]; i < t.starts[b+1]; i++ {
		if t.keys[i] == k {
			return int(i), true
		}
	}
	return 0, false
}

// At returns the vector of a number.
func (t *Table) At(i int) []int8 { return t.values[i*Dims : (i+1)*Dims : (i+1)*Dims] }

// Len returns the number of forms.
func (t *Table) Len() int { return len(t.keys) }

// Scale returns what one step of component i is worth.
func (t *Table) Scale(i int) float64 { return t.scale[i] }

func key(form string) uint32 {
	h := model.HashString(form)
	return uint32(h ^ h>>32) //nolint:gosec // the halves folded
}
