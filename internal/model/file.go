package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// Version is the version of the file format that this package writes and the
// only one that it reads.
const Version = 1

const (
	magic     = "ENTMODEL"
	sumBytes  = sha256.Size
	headBytes = len(magic) + 8
)

// The errors of reading a weight file.
var (
	ErrNotModel = errors.New("not a weight file")              // the first bytes are others
	ErrVersion  = errors.New("weight file of another version") // made for another program
	ErrDamaged  = errors.New("weight file is damaged")         // the checksum or a length does not fit
	ErrSection  = errors.New("weight file lacks a section")    // a part is missing or of another kind
)

// kind says how the bytes of a section are to be read.
type kind uint8

const (
	kindBytes kind = iota + 1
	kindStrings
	kindUint32s
	kindTable
	kindNarrow
)

type section struct {
	name string
	kind kind
	data []byte
}

// File is a weight file in memory: named sections in a fixed order. It is
// read-only after [Decode] and may be shared by goroutines.
type File struct {
	sections []section
}

// Decode reads a weight file and checks its checksum. Sections that are not
// packed refer to data, which must not change afterwards. It returns an error
// that wraps ErrNotModel, ErrVersion or ErrDamaged.
func Decode(data []byte) (*File, error) {
	if len(data) < headBytes+sumBytes || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("reading weights: %w", ErrNotModel)
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != Version {
		return nil, fmt.Errorf("reading weights: version %d, want %d: %w", v, Version, ErrVersion)
	}
	body := data[:len(data)-sumBytes]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[len(body):]) {
		return nil, fmt.Errorf("reading weights: checksum does not fit: %w", ErrDamaged)
	}
	n := binary.LittleEndian.Uint32(data[12:])
	f := &File{}
	rest := body[headBytes:]
	u := unpacker{left: maxUnpacked}
	defer u.close()
	for i := range n {
		s, tail, err := readSection(rest, &u)
		if err != nil {
			return nil, fmt.Errorf("reading weights: section %d: %w", i, err)
		}
		f.sections = append(f.sections, s)
		rest = tail
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("reading weights: %d bytes after the last section: %w", len(rest), ErrDamaged)
	}
	return f, nil
}

func readSection(b []byte, u *unpacker) (section, []byte, error) {
	if len(b) < 1 {
		return section{}, nil, ErrDamaged
	}
	nameLen := int(b[0])
	if len(b) < 1+nameLen+1+8 {
		return section{}, nil, ErrDamaged
	}
	s := section{name: string(b[1 : 1+nameLen]), kind: kind(b[1+nameLen])}
	b = b[2+nameLen:]
	size := binary.LittleEndian.Uint64(b)
	b = b[8:]
	if size > uint64(len(b)) {
		return section{}, nil, ErrDamaged
	}
	s.data = b[:size:size]
	if s.kind&packed != 0 {
		var err error
		if s.data, err = u.unpack(s.data); err != nil {
			return section{}, nil, err
		}
		s.kind &^= packed
	}
	return s, b[size:], nil
}

// Encode returns the bytes of f, checksum included. Sections that become
// smaller by it are packed.
func (f *File) Encode() []byte {
	enc := newEncoder()
	defer enc.Close() //nolint:errcheck // it holds no stream
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, Version)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(f.sections))) //nolint:gosec // a handful
	for _, s := range f.sections {
		out = append(out, byte(len(s.name))) //nolint:gosec // names are short
		out = append(out, s.name...)
		data, how := pack(enc, s.data)
		out = append(out, byte(s.kind|how))
		out = binary.LittleEndian.AppendUint64(out, uint64(len(data)))
		out = append(out, data...)
	}
	sum := sha256.Sum256(out)
	return append(out, sum[:]...)
}

// Names returns the names of the sections in the order of the file.
func (f *File) Names() []string {
	out := make([]string, len(f.sections))
	for i, s := range f.sections {
		out[i] = s.name
	}
	return out
}

// Take appends the sections of another file whose names are wanted, numbers as
// narrow as they can be.
func (f *File) Take(from *File, wanted func(name string) bool) {
	for _, s := range from.sections {
		if !wanted(s.name) {
			continue
		}
		if s.kind == kindUint32s {
			if list, err := from.Uint32s(s.name); err == nil {
				f.AddUint32s(s.name, list)
				continue
			}
		}
		f.sections = append(f.sections, s)
	}
}

// AddBytes appends a section of plain bytes. Names have at most 255 bytes.
func (f *File) AddBytes(name string, data []byte) {
	f.sections = append(f.sections, section{name, kindBytes, data})
}

// AddStrings appends a section of strings.
func (f *File) AddStrings(name string, list []string) {
	var out []byte
	out = binary.AppendUvarint(out, uint64(len(list)))
	for _, s := range list {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	f.sections = append(f.sections, section{name, kindStrings, out})
}

// AddUint32s appends a section of numbers. If none needs four bytes, they are
// written in as many as the largest needs.
func (f *File) AddUint32s(name string, list []uint32) {
	all := uint32(0)
	for _, v := range list {
		all |= v
	}
	width := max(1, (bits.Len32(all)+7)/8)
	if width == 4 || len(list) == 0 {
		out := make([]byte, 0, 4*len(list))
		for _, v := range list {
			out = binary.LittleEndian.AppendUint32(out, v)
		}
		f.sections = append(f.sections, section{name, kindUint32s, out})
		return
	}
	out := make([]byte, 1, 1+width*len(list))
	out[0] = byte(width) //nolint:gosec // at most 3
	for _, v := range list {
		for i := range width {
			out = append(out, byte(v>>(8*i))) //nolint:gosec // byte after byte
		}
	}
	f.sections = append(f.sections, section{name, kindNarrow, out})
}

func (f *File) find(name string, k kind) ([]byte, error) {
	for _, s := range f.sections {
		if s.name == name && s.kind == k {
			return s.data, nil
		}
	}
	return nil, fmt.Errorf("section %q: %w", name, ErrSection)
}

// Bytes returns the bytes of a section; the caller must not change them.
func (f *File) Bytes(name string) ([]byte, error) { return f.find(name, kindBytes) }

// Strings returns a section of strings.
func (f *File) Strings(name string) ([]string, error) {
	b, err := f.find(name, kindStrings)
	if err != nil {
		return nil, err
	}
	damaged := fmt.Errorf("section %q: %w", name, ErrDamaged)
	n, k := binary.Uvarint(b)
	if k <= 0 || n > uint64(len(b)) {
		return nil, damaged
	}
	b = b[k:]
	all := string(b)
	at := 0
	out := make([]string, 0, n)
	for range n {
		size, k := binary.Uvarint(b[at:])
		if k <= 0 || size > uint64(len(b)-at-k) { //nolint:gosec // not negative
			return nil, damaged
		}
		at += k
		out = append(out, all[at:at+int(size)]) //nolint:gosec // checked above
		at += int(size)                         //nolint:gosec // checked above
	}
	if at != len(b) {
		return nil, damaged
	}
	return out, nil
}

// Uint32s returns a section of numbers.
func (f *File) Uint32s(name string) ([]uint32, error) {
	if b, err := f.find(name, kindNarrow); err == nil {
		return narrow(name, b)
	}
	b, err := f.find(name, kindUint32s)
	if err != nil {
		return nil, err
	}
	if len(b)%4 != 0 {
		return nil, fmt.Errorf("section %q: %w", name, ErrDamaged)
	}
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out, nil
}

// narrow reads numbers of less than four bytes, whose width comes first.
func narrow(name string, b []byte) ([]uint32, error) {
	if len(b) == 0 || b[0] == 0 || b[0] > 3 || (len(b)-1)%int(b[0]) != 0 {
		return nil, fmt.Errorf("section %q: %w", name, ErrDamaged)
	}
	width := int(b[0])
	b = b[1:]
	out := make([]uint32, len(b)/width)
	for i := range out {
		for k, v := range b[i*width : (i+1)*width] {
			out[i] |= uint32(v) << (8 * k)
		}
	}
	return out, nil
}
