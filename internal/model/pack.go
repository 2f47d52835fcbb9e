package model

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// packed is the bit of a section's kind that says that its data are a frame of
// zstd (Collet and Kucherawy 2021, RFC 8878).
const packed kind = 0x80

const (
	// leastPacked is the size in bytes from which on packing is tried.
	leastPacked = 4 << 10
	// packedShare is the share, in eighths, that packing may leave: what gains
	// less is kept as it is, since unpacking costs time at every start and the
	// networks, which gain a tenth, are most of what is read.
	packedShare = 7
	// maxUnpacked bounds what the packed sections of one file unpack to, so that a
	// small file cannot take the memory of the machine.
	maxUnpacked = 256 << 20
)

// pack returns the data of a section as they are written, and the bit that
// says how.
func pack(enc *zstd.Encoder, data []byte) ([]byte, kind) {
	if len(data) < leastPacked {
		return data, 0
	}
	if out := enc.EncodeAll(data, nil); len(out)*8 <= len(data)*packedShare {
		return out, packed
	}
	return data, 0
}

func newEncoder() *zstd.Encoder {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // only options that do not fit are refused
	}
	return enc
}

// unpacker undoes pack for the sections of one file.
type unpacker struct {
	dec  *zstd.Decoder
	left uint64 // bytes that may still be unpacked
}

// unpack returns the data of a packed section, which must say how long they are.
func (u *unpacker) unpack(data []byte) ([]byte, error) {
	var head zstd.Header
	if err := head.Decode(data); err != nil || !head.HasFCS || head.FrameContentSize > u.left {
		return nil, fmt.Errorf("packed data without a size, or too large: %w", ErrDamaged)
	}
	u.left -= head.FrameContentSize
	if u.dec == nil {
		var err error
		if u.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxUnpacked)); err != nil {
			return nil, fmt.Errorf("set up decompression: %w", err)
		}
	}
	out, err := u.dec.DecodeAll(data, make([]byte, 0, head.FrameContentSize))
	if err != nil || uint64(len(out)) != head.FrameContentSize {
		return nil, fmt.Errorf("packed data: %w", ErrDamaged)
	}
	return out, nil
}

func (u *unpacker) close() {
	if u.dec != nil {
		u.dec.Close()
	}
}
