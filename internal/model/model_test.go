package model

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func example() *File {
	f := &File{}
	f.AddBytes("bytes", []byte{1, 2, 3})
	f.AddStrings("strings", []string{"", "a", "été"})
	f.AddUint32s("numbers", []uint32{0, 1 << 31})
	f.AddTable("table", 3, []Row{
		{Key: 9, Cells: []Cell{{0, 5}, {2, -70000}}},
		{Key: 4, Cells: []Cell{{1, -1}}},
		{Key: 1<<32 - 1, Cells: []Cell{{1, 100}}},
	})
	return f
}

func TestFile(t *testing.T) {
	t.Parallel()
	f, err := Decode(example().Encode())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"bytes", "strings", "numbers", "table"}, f.Names()); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
	if b, err := f.Bytes("bytes"); err != nil || string(b) != "\x01\x02\x03" {
		t.Errorf("bytes = %v, %v", b, err)
	}
	if s, err := f.Strings("strings"); err != nil || !cmp.Equal(s, []string{"", "a", "été"}) {
		t.Errorf("strings = %q, %v", s, err)
	}
	if n, err := f.Uint32s("numbers"); err != nil || !cmp.Equal(n, []uint32{0, 1 << 31}) {
		t.Errorf("numbers = %v, %v", n, err)
	}
	l, err := f.Table("table")
	if err != nil {
		t.Fatal(err)
	}
	var scores [MaxClasses]int32
	l.Score([]uint32{4, 9, 12345, 9}, &scores)
	if diff := cmp.Diff([]int32{10, -1, -140000}, scores[:3]); diff != "" {
		t.Errorf("scores (-want +got):\n%s", diff)
	}
	if Best(&scores, 3) != 0 {
		t.Errorf("best class = %d, want 0", Best(&scores, 3))
	}
	if l.Weights() != 4 {
		t.Errorf("%d weights, want 4", l.Weights())
	}
}

func TestMissingSections(t *testing.T) {
	t.Parallel()
	f := example()
	_, e1 := f.Bytes("none")
	_, e2 := f.Strings("bytes")
	_, e3 := f.Uint32s("table")
	_, e4 := f.Table("numbers")
	for i, err := range []error{e1, e2, e3, e4} {
		if !errors.Is(err, ErrSection) {
			t.Errorf("error %d = %v, want ErrSection", i, err)
		}
	}
}

// TestNumbers reads numbers as they were written, and writes them as narrow as they
// can be, also those taken from an older file.
func TestNumbers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		list []uint32
		size int
	}{{nil, 0}, {[]uint32{0, 7}, 3}, {[]uint32{255, 256, 1}, 7}, {[]uint32{1 << 16, 3}, 7}, {[]uint32{1 << 24, 3}, 8}, {[]uint32{1<<32 - 1}, 4}}
	for _, test := range tests {
		f, taken := &File{}, &File{}
		f.AddUint32s("n", test.list)
		wide := []byte{}
		for _, v := range test.list {
			wide = binary.LittleEndian.AppendUint32(wide, v)
		}
		taken.Take(&File{sections: []section{{"n", kindUint32s, wide}}}, func(string) bool { return true })
		for i, g := range []*File{f, taken} {
			got, err := g.Uint32s("n")
			if err != nil || !slices.Equal(got, test.list) || len(g.sections[0].data) != test.size {
				t.Errorf("%v, file %d: %v in %d bytes, error %v; want %d bytes", test.list, i, got, len(g.sections[0].data), err, test.size)
			}
		}
	}
	for _, bad := range [][]byte{nil, {0}, {4, 1, 1, 1, 1}, {2, 1}} {
		f := &File{sections: []section{{"n", kindNarrow, bad}}}
		if _, err := f.Uint32s("n"); !errors.Is(err, ErrDamaged) {
			t.Errorf("numbers % x: error %v, want ErrDamaged", bad, err)
		}
	}
}

// TestDamage flips each byte of a file in turn: none may pass.
func TestDamage(t *testing.T) {
	t.Parallel()
	good := example().Encode()
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x10
		if _, err := Decode(bad); err == nil {
			t.Errorf("a file with byte %d changed is read", i)
		}
		if _, err := Decode(good[:i]); err == nil {
			t.Errorf("a file cut after %d bytes is read", i)
		}
	}
}

// TestPerceptron learns the exclusive or of two features from their pair.
func TestPerceptron(t *testing.T) {
	t.Parallel()
	p := NewPerceptron(2)
	keys := func(a, b uint64) []uint32 { return []uint32{Key1(0, a), Key1(1, b), Key2(2, a, b)} }
	for range 20 {
		for _, x := range [][2]uint64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
			var scores [MaxClasses]int32
			p.Score(keys(x[0], x[1]), &scores)
			p.Tick()
			if got, want := Best(&scores, 2), int(x[0]^x[1]); got != want {
				p.Update(keys(x[0], x[1]), want, 1)
				p.Update(keys(x[0], x[1]), got, -1)
			}
		}
	}
	f := &File{}
	f.AddTable("t", 2, Merge([]*Perceptron{p, p}, 0))
	l, err := f.Table("t")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range [][2]uint64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
		var scores [MaxClasses]int32
		l.Score(keys(x[0], x[1]), &scores)
		if got := Best(&scores, 2); got != int(x[0]^x[1]) {
			t.Errorf("class of %v = %d", x, got)
		}
	}
}

// TestAverage checks the lazy average against the plain one.
func TestAverage(t *testing.T) {
	t.Parallel()
	p := NewPerceptron(4)
	r := NewRand(1)
	type id struct {
		key   uint32
		class uint8
	}
	now, sum := map[id]int64{}, map[id]int64{}
	const steps = 3000
	for range steps {
		p.Tick()
		for k, v := range now {
			sum[k] += v
		}
		if r.Intn(3) == 0 {
			k := id{Key1(0, r.Uint64()%40000), uint8(r.Intn(4))}
			p.Update([]uint32{k.key}, int(k.class), 1)
			now[k]++
		}
	}
	p.Averages(steps, func(key uint32, cells []Average) {
		for _, c := range cells {
			if want := sum[id{key, c.Class}]; c.Weight != want {
				t.Errorf("average of %d, %d times %d = %d, want %d", key, c.Class, steps, c.Weight, want)
			}
		}
	})
}

func TestPrune(t *testing.T) {
	t.Parallel()
	p := NewPerceptron(2)
	p.Tick()
	for i := range 100 {
		for range i + 1 {
			p.Update([]uint32{Key1(0, uint64(i))}, 1, 1)
		}
	}
	p.Tick()
	rows := Merge([]*Perceptron{p}, 10)
	if len(rows) != 10 {
		t.Fatalf("%d rows are kept, want 10", len(rows))
	}
	for _, r := range rows {
		if r.Cells[0].Weight < 90*averageFactor/2 {
			t.Errorf("a small weight is kept: %d", r.Cells[0].Weight)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(example().Encode())
	f.Add([]byte("ENTMODEL"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Decode(data)
		if err != nil {
			return
		}
		for _, n := range file.Names() {
			_, _ = file.Strings(n)
			_, _ = file.Uint32s(n)
			_, _ = file.Table(n)
		}
	})
}

// FuzzTable reads sections that no checksum protects.
func FuzzTable(f *testing.F) {
	f.Add(example().sections[3].data, example().sections[1].data)
	f.Fuzz(func(t *testing.T, table, list []byte) {
		file := &File{sections: []section{{"t", kindTable, table}, {"s", kindStrings, list}}}
		if l, err := file.Table("t"); err == nil {
			var scores [MaxClasses]int32
			l.Score([]uint32{1, 2, 3}, &scores)
		}
		if s, err := file.Strings("s"); err == nil && len(s) > len(list) {
			t.Fatalf("%d strings in %d bytes", len(s), len(list))
		}
	})
}

// FuzzNumbers reads narrow numbers that no checksum protects, and writes and reads
// again what they are.
func FuzzNumbers(f *testing.F) {
	f.Add([]byte{2, 1, 0, 255, 255})
	f.Add([]byte{3, 1, 2, 3})
	f.Add([]byte{4, 1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := (&File{sections: []section{{"n", kindNarrow, data}}}).Uint32s("n")
		if err != nil {
			return
		}
		again := &File{}
		again.AddUint32s("n", list)
		if got, err := again.Uint32s("n"); err != nil || !slices.Equal(got, list) {
			t.Fatalf("%v is written and read as %v, error %v", list, got, err)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	r := NewRand(1)
	p := NewPerceptron(100)
	for range 200000 {
		p.Tick()
		p.Update([]uint32{Key1(0, r.Uint64()%100000)}, r.Intn(100), 1)
	}
	f := &File{}
	f.AddTable("t", 100, Merge([]*Perceptron{p}, 0))
	l, err := f.Table("t")
	if err != nil {
		b.Fatal(err)
	}
	keys := make([]uint32, 100)
	for i := range keys {
		keys[i] = Key1(0, uint64(i))
	}
	var scores [MaxClasses]int32
	for b.Loop() {
		clear(scores[:])
		l.Score(keys, &scores)
	}
}
