package story

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	entente "github.com/entente-news/entente"
)

// featuresVersion is the first byte of features in their binary form. A change
// of words, stems or hashes needs a new one. The first version kept hashes of
// shingles of 64 bits, of which the upper 32 are those of now.
const (
	featuresVersion = 2
	wideHashes      = 1

	storedTerms = 320 // most terms of a document in any version
)

// ErrFeatures is wrapped by the errors of [UnmarshalFeatures]: the bytes are
// not features, or those of another version.
var ErrFeatures = errors.New("not the features of a document in a form that is known")

// MarshalBinary returns f as bytes: version, day, time, id, terms by rising
// hash as differences, the size of the set of shingles and its sketch as
// differences. All numbers are varints. It never fails.
func (f Features) MarshalBinary() ([]byte, error) {
	out := make([]byte, 0, 32+len(f.Doc)+6*len(f.Terms)+8*len(f.Sketch.Hashes))
	out = append(out, featuresVersion)
	out = binary.AppendVarint(out, int64(f.Day))
	out = binary.AppendVarint(out, f.Time)
	out = binary.AppendUvarint(out, uint64(len(f.Doc)))
	out = append(out, f.Doc...)
	out = binary.AppendUvarint(out, uint64(len(f.Terms)))
	last := uint32(0)
	for _, t := range f.Terms {
		out = binary.AppendUvarint(out, uint64(t.Hash-last))
		out = append(out, t.Lead, t.Body, byte(t.Kind))
		last = t.Hash
	}
	out = binary.AppendUvarint(out, uint64(f.Sketch.Total)) //nolint:gosec // a count
	out = binary.AppendUvarint(out, uint64(len(f.Sketch.Hashes)))
	at := uint32(0)
	for _, h := range f.Sketch.Hashes {
		out = binary.AppendUvarint(out, uint64(h-at))
		at = h
	}
	return out, nil
}

// UnmarshalFeatures reads what [Features.MarshalBinary] wrote. Its errors wrap
// [ErrFeatures]. The result shares no memory with b.
func UnmarshalFeatures(b []byte) (Features, error) {
	r := reader{b: b}
	version := r.byte()
	if version != featuresVersion && version != wideHashes {
		return Features{}, fmt.Errorf("read features of version %d: %w", version, ErrFeatures)
	}
	f := Features{}
	day := r.varint()
	f.Day = entente.Day(day) //nolint:gosec // checked below
	f.Time = r.varint()
	f.Doc = string(r.bytes(r.length(1)))
	n := r.length(4)
	if n > storedTerms {
		return Features{}, fmt.Errorf("read features of %d terms: %w", n, ErrFeatures)
	}
	if n > 0 {
		f.Terms = make([]Term, n)
	}
	last := uint64(0)
	for i := range f.Terms {
		d := r.uvarint()
		r.bad = r.bad || d == 0 && i > 0
		last += d
		f.Terms[i] = Term{Hash: uint32(last), Lead: r.byte(), Body: r.byte(), Kind: Kind(r.byte())} //nolint:gosec // checked below
		r.bad = r.bad || d > 1<<32-1 || last > 1<<32-1 || f.Terms[i].Kind >= kindsCount
	}
	r.sketch(&f.Sketch, version)
	if r.bad || len(r.b) > 0 || day != int64(f.Day) {
		return Features{}, fmt.Errorf("read features: %w", ErrFeatures)
	}
	return f, nil
}

// sketch reads a sketch.
func (r *reader) sketch(k *Sketch, version byte) {
	total := r.uvarint()
	n := r.length(1)
	if size := uint64(n); n > sketchSize || total>>31 != 0 || size > total || total <= sketchSize && size != total { //nolint:gosec // a length
		r.bad = true
		return
	}
	k.Total = int(total) //nolint:gosec // below 1<<31
	if n > 0 {
		k.Hashes = make([]uint32, n)
	}
	at, shift := uint64(0), 0
	if version == wideHashes {
		shift = 32
	}
	for i := range k.Hashes {
		d := r.uvarint()
		r.bad = r.bad || d == 0 && i > 0 || at+d < at || (at+d)>>shift > 1<<32-1
		at += d
		k.Hashes[i] = uint32(at >> shift) //nolint:gosec // checked
	}
	if k.Hashes = slices.Compact(k.Hashes); k.Total <= sketchSize {
		k.Total = len(k.Hashes)
	}
}

// reader takes numbers off the front of b; bad is set once there are too few.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) bytes(n int) []byte {
	if r.bad || n > len(r.b) {
		r.bad = true
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

// length reads a number of items of at least size bytes each, and refuses one
// that the rest cannot hold.
func (r *reader) length(size int) int {
	v := r.uvarint()
	if r.bad || v > uint64(len(r.b)/size) { //nolint:gosec // a length
		r.bad = true
		return 0
	}
	return int(v) //nolint:gosec // at most len(r.b)
}
