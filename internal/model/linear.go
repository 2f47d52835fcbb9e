package model

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// MaxClasses is the largest number of classes of a linear scorer.
const MaxClasses = 256

// Linear is a sparse linear scorer on integers: each feature, known by a
// 32-bit key, adds its weights to the scores of some classes. Features whose
// keys collide share their weights, in training as later.
//
// It is read-only and may be shared by goroutines. The rows lie in one flat
// array, a header with the number of cells before each; a cell holds class and
// weight in one word. An open-addressed table (linear probing, at most half
// full) leads from key to row.
type Linear struct {
	classes int
	shift   uint8 // a key's place is its top bits, so that sorted keys fill the table from front to back
	slots   []slot
	cells   []int32 // header n, then n cells weight<<8 | class
}

type slot struct {
	key uint32 // 0: empty
	row uint32 // index of the header in cells
}

// Row is the weights of one feature, for building a Linear.
type Row struct {
	Key   uint32
	Cells []Cell
}

// Cell is the weight of a feature for one class.
type Cell struct {
	Class  uint8
	Weight int32
}

// Classes returns the number of classes.
func (l *Linear) Classes() int { return l.classes }

// Weights returns the number of weights.
func (l *Linear) Weights() int {
	n := 0
	for _, s := range l.slots {
		if s.key != 0 {
			n += int(l.cells[s.row])
		}
	}
	return n
}

// Score adds the weights of the features in keys to scores, which must have
// length MaxClasses or at least Classes. It does not clear scores.
func (l *Linear) Score(keys []uint32, scores *[MaxClasses]int32) {
	slots, cells, shift, mask := l.slots, l.cells, l.shift&31, uint32(len(l.slots)-1) //nolint:gosec // far below 2^32
	for _, k := range keys {
		for i := k >> shift; ; i = (i + 1) & mask {
			s := slots[i]
			if s.key == k {
				n := uint32(cells[s.row]) //nolint:gosec // a count
				for _, c := range cells[s.row+1 : s.row+1+n] {
					scores[uint8(c)] += c >> 8 //nolint:gosec // the low byte is the class
				}
				break
			}
			if s.key == 0 {
				break
			}
		}
	}
}

// Best returns the class with the highest score among the first n, the lowest
// such class on a tie.
func Best(scores *[MaxClasses]int32, n int) int {
	best := 0
	for c := 1; c < n; c++ {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return best
}

func (l *Linear) insert(key, row uint32) {
	mask := uint32(len(l.slots) - 1) //nolint:gosec // far below 2^32
	i := key >> l.shift
	for l.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	l.slots[i] = slot{key, row}
}

// MaxWeight is the largest magnitude of a weight.
const MaxWeight = 1 << 20

// AddTable appends a section with the weights of a scorer, at most MaxWeight
// each, sorted by key.
func (f *File) AddTable(name string, classes int, rows []Row) {
	sorted := append([]Row(nil), rows...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Key < sorted[j].Key })
	cells := 0
	for _, r := range sorted {
		cells += len(r.Cells)
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(classes))  //nolint:gosec // at most 256
	out = binary.LittleEndian.AppendUint32(out, uint32(len(rows))) //nolint:gosec // far below 2^32
	out = binary.LittleEndian.AppendUint32(out, uint32(cells))     //nolint:gosec // far below 2^32
	before := uint32(0)
	for _, r := range sorted {
		out = binary.AppendUvarint(out, uint64(r.Key-before))
		before = r.Key
	}
	for _, r := range sorted {
		out = append(out, byte(len(r.Cells)-1)) //nolint:gosec // at most 256 classes
	}
	for _, r := range sorted {
		for _, c := range r.Cells {
			out = append(out, c.Class)
		}
	}
	for _, r := range sorted {
		for _, c := range r.Cells {
			out = binary.AppendVarint(out, int64(c.Weight))
		}
	}
	f.sections = append(f.sections, section{name, kindTable, out})
}

// Table returns the scorer in a section.
func (f *File) Table(name string) (*Linear, error) {
	b, err := f.find(name, kindTable)
	if err != nil {
		return nil, err
	}
	damaged := fmt.Errorf("section %q: %w", name, ErrDamaged)
	if len(b) < 12 {
		return nil, damaged
	}
	classes := int(binary.LittleEndian.Uint32(b))
	rows := int(binary.LittleEndian.Uint32(b[4:]))
	cells := int(binary.LittleEndian.Uint32(b[8:]))
	b = b[12:]
	if classes > MaxClasses || classes < 1 || rows > cells || len(b) < 2*rows+2*cells {
		return nil, damaged
	}
	l := newTable(classes, rows, rows+cells)
	keys, b, ok := readKeys(b, rows)
	if !ok || len(b) < rows+2*cells {
		return nil, damaged
	}
	if !l.fill(keys, b[:rows], b[rows:rows+cells], b[rows+cells:]) {
		return nil, damaged
	}
	return l, nil
}

// readKeys reads the differences between the sorted keys.
func readKeys(b []byte, rows int) (keys []uint32, rest []byte, ok bool) {
	keys = make([]uint32, rows)
	before := uint64(0)
	for i := range keys {
		d, n := binary.Uvarint(b)
		if n <= 0 || d == 0 || d > 1<<32-1-before {
			return nil, nil, false
		}
		before += d
		keys[i], b = uint32(before), b[n:] //nolint:gosec // checked above
	}
	return keys, b, true
}

// newTable returns an empty table with room for that many rows and words.
func newTable(classes, rows, words int) *Linear {
	size, shift := 16, uint8(28)
	for size < 2*rows {
		size, shift = 2*size, shift-1
	}
	return &Linear{classes: classes, shift: shift, slots: make([]slot, size), cells: make([]int32, 0, words)}
}

// fill adds the rows; it reports false if a length or a class is out of range.
func (l *Linear) fill(keys []uint32, lens, classes, weights []byte) bool {
	at := 0
	for r, key := range keys {
		n := int(lens[r]) + 1
		if at+n > len(classes) {
			return false
		}
		l.insert(key, uint32(len(l.cells))) //nolint:gosec // the file is far smaller
		l.cells = append(l.cells, int32(n)) //nolint:gosec // at most 256
		for i := at; i < at+n; i++ {
			if int(classes[i]) >= l.classes {
				return false
			}
			w, n := varint(weights)
			if n <= 0 || w > MaxWeight || w < -MaxWeight {
				return false
			}
			weights = weights[n:]
			l.cells = append(l.cells, w<<8|int32(classes[i]))
		}
		at += n
	}
	return at == len(classes) && len(weights) == 0
}

// varint reads a small signed number as binary.Varint does, faster.
func varint(b []byte) (int32, int) {
	if len(b) > 0 && b[0] < 0x80 {
		return int32(b[0]>>1) ^ -int32(b[0]&1), 1
	}
	if len(b) > 1 && b[1] < 0x80 {
		u := int32(b[0]&0x7f) | int32(b[1])<<7
		return u>>1 ^ -(u & 1), 2
	}
	w, n := binary.Varint(b)
	if w > MaxWeight || w < -MaxWeight {
		return 0, 0
	}
	return int32(w), n //nolint:gosec // checked above
}
