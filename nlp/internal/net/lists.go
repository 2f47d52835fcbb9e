package net

import (
	"encoding/binary"
	"errors"
	"slices"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Lists says in which lists of well-known names words occur, and what may be the
// name of a place or of a body. It is read-only and may be shared by name finders.
type Lists struct {
	words map[uint32]uint8 // lists as bits, by the low bits of the key of a word
	mask  uint32
	Names [NameSets]Phrases
}

// The sets of names.
const (
	Places = iota
	Bodies
	NameSets
)

// setNames are the sections of the sets.
var setNames = [NameSets]string{"lists.places", "lists.bodies"}

// keyMask are the bits by which a word of the lists is known; those of a hash that
// are left out save half the room and confuse one word in three hundred.
const keyMask = 1<<22 - 1

// NewLists returns empty lists.
func NewLists() *Lists { return &Lists{words: map[uint32]uint8{}, mask: keyMask} }

// Of returns the lists of a form as bits, however it is written.
func (l *Lists) Of(w *word.Info) uint8 { return l.words[Key(w)&l.mask] }

// Add puts a form into a list, given by its bit.
func (l *Lists) Add(w *word.Info, bit int) { l.words[Key(w)&l.mask] |= 1 << bit }

// Save adds the lists to a weight file.
func (l *Lists) Save(f *model.File) {
	keys := make([]uint32, 0, len(l.words))
	for k := range l.words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	values, steps, last := make([]byte, len(keys)), []byte(nil), uint32(0)
	for i, k := range keys {
		values[i] = l.words[k]
		steps = binary.AppendUvarint(steps, uint64(k-last))
		last = k
	}
	f.AddBytes("lists.keys", steps)
	f.AddBytes("lists.values", values)
	for i, name := range setNames {
		f.AddBytes(name, l.Names[i])
	}
}

// LoadLists returns the lists of a weight file.
func LoadLists(f *model.File) (*Lists, error) {
	values, err := f.Bytes("lists.values")
	if err != nil {
		return nil, err
	}
	l := NewLists()
	keys, err := listKeys(f)
	if errors.Is(err, model.ErrSection) { // older files have the keys as they are
		l.mask = ^uint32(0)
		keys, err = f.Uint32s("lists.keys")
	}
	if err != nil {
		return nil, err
	}
	for i, name := range setNames {
		if l.Names[i], err = f.Bytes(name); err != nil && !errors.Is(err, model.ErrSection) {
			return nil, err
		}
	}
	if len(keys) != len(values) {
		return nil, model.ErrDamaged
	}
	for i, k := range keys {
		l.words[k] = values[i]
	}
	return l, nil
}

// listKeys reads ascending keys, each less the one before.
func listKeys(f *model.File) ([]uint32, error) {
	steps, err := f.Bytes("lists.keys")
	if err != nil {
		return nil, err
	}
	var out []uint32
	last := uint64(0)
	for len(steps) > 0 {
		step, n := binary.Uvarint(steps)
		if last += step; n <= 0 || step > keyMask || last > keyMask {
			return nil, model.ErrDamaged
		}
		out, steps = append(out, uint32(last)), steps[n:] //nolint:gosec // bounded by the mask
	}
	return out, nil
}
