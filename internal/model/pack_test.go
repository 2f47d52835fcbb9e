package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// long is a list of numbers that packs well, between two that do not.
func long() *File {
	list := make([]uint32, 40_000)
	for i := range list {
		list[i] = uint32(i % 70_000 / 100) //nolint:gosec // small
	}
	f := example()
	f.AddUint32s("long", list)
	f.AddBytes("last", []byte{7})
	return f
}

func TestPacked(t *testing.T) {
	t.Parallel()
	in := long()
	data := in.Encode()
	if plain := len(in.sections[4].data); len(data) > plain/2 {
		t.Errorf("the file has %d bytes, its longest section %d before packing", len(data), plain)
	}
	if !bytes.Equal(data, long().Encode()) {
		t.Error("the same sections give other bytes")
	}
	out, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in.sections, out.sections, cmp.AllowUnexported(section{})); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestUnpackLimits(t *testing.T) {
	t.Parallel()
	enc := newEncoder()
	good := enc.EncodeAll(make([]byte, 10_000), nil)
	var stream bytes.Buffer
	w, err := zstd.NewWriter(&stream) // a stream does not say how long it is
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		if _, err := w.Write(make([]byte, 1<<10)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		left uint64
		ok   bool
	}{
		"within the limit":  {good, 10_000, true},
		"over the limit":    {good, 9_999, false},
		"cut":               {good[:len(good)-2], 1 << 20, false},
		"without a size":    {stream.Bytes(), 1 << 20, false},
		"no frame":          {[]byte("plain bytes"), 1 << 20, false},
		"two frames in one": {append(bytes.Clone(good), good...), 1 << 20, false},
	} {
		u := unpacker{left: c.left}
		out, err := u.unpack(c.data)
		u.close()
		if c.ok != (err == nil) || err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: error %v", name, err)
		}
		if c.ok && len(out) != 10_000 {
			t.Errorf("%s: %d bytes", name, len(out))
		}
	}
}

// FuzzUnpack reads frames that no checksum protects.
func FuzzUnpack(f *testing.F) {
	enc := newEncoder()
	f.Add(enc.EncodeAll(binary.LittleEndian.AppendUint64(make([]byte, 5000), 1), nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		u := unpacker{left: 1 << 20}
		defer u.close()
		if out, err := u.unpack(data); err == nil && len(out) > 1<<20 {
			t.Errorf("%d bytes unpacked", len(out))
		}
	})
}
