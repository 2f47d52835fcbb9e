package lexical

import (
	"errors"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/entente-news/entente/internal/model"
)

// synthetic makes words whose vectors vary along known directions.
func synthetic(n, dims int) []Word {
	rng := model.NewRand(1)
	words := make([]Word, n)
	for i := range words {
		v := make([]float64, dims)
		for k := range v {
			v[k] = float64(rng.Intn(2001)-1000) / float64(1000*(k+1))
		}
		words[i] = Word{Form: string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676)), Vector: v}
	}
	return words
}

func TestPack(t *testing.T) {
	t.Parallel()
	words := synthetic(3000, 60)
	data, kept, err := Pack(words)
	if err != nil {
		t.Fatal(err)
	}
	if kept < 0.95 || kept > 1 {
		t.Errorf("kept %.3f of the variance, want nearly all", kept)
	}
	table, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	// The first component lies along the first number, and the largest number
	// of its axis is positive.
	agree, far := 0, 0
	for _, w := range words {
		v := table.Find(w.Form)
		if v == nil {
			t.Fatalf("%q has no vector", w.Form)
		}
		if math.Abs(w.Vector[0]) > 0.3 {
			far++
			if (w.Vector[0] > 0) == (v[0] > 0) {
				agree++
			}
		}
	}
	if agree*100 < far*99 {
		t.Errorf("the first component has the sign of the first number for %d of %d words", agree, far)
	}
	if v := table.Find("unheard-of"); v != nil {
		t.Errorf("an unknown form has the vector %v", v)
	}
	again, _, err := Pack(words)
	if err != nil || !slices.Equal(data, again) {
		t.Errorf("packing again gives other bytes (%v)", err)
	}
}

func TestPackRefuses(t *testing.T) {
	t.Parallel()
	ragged := synthetic(100, 60)
	ragged[50].Vector = ragged[50].Vector[:59]
	flat := synthetic(100, 60)
	for _, w := range flat {
		clear(w.Vector)
	}
	for name, words := range map[string][]Word{"too few": synthetic(Dims, 60), "too short": synthetic(100, Dims-1), "ragged": ragged, "flat": flat} {
		if _, _, err := Pack(words); !errors.Is(err, ErrWords) {
			t.Errorf("%s: %v, want ErrWords", name, err)
		}
	}
}

// TestShipped holds the shipped vectors to what anyone would say of words.
func TestShipped(t *testing.T) {
	t.Parallel()
	table, err := Load(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ word, like, unlike string }{
		{"bombed", "shelled", "praised"},
		{"condemned", "denounced", "harvested"},
		{"negotiations", "talks", "guitar"},
		{"minister", "president", "garden"},
		{"damascus", "baghdad", "spoon"},
		{"seventeen", "eighteen", "embassy"},
	} {
		if near, far := table.cosine(tt.word, tt.like), table.cosine(tt.word, tt.unlike); !(near > far+0.3) { // an unknown word is no number
			t.Errorf("%s: %.2f to %s, %.2f to %s", tt.word, near, tt.like, far, tt.unlike)
		}
	}
}

func (t *Table) cosine(a, b string) float64 {
	x, y := t.Find(a), t.Find(b)
	if x == nil || y == nil {
		return math.NaN()
	}
	var xy, xx, yy float64
	for i := range x {
		s := t.Scale(i) * t.Scale(i)
		xy, xx, yy = xy+s*float64(x[i])*float64(y[i]), xx+s*float64(x[i])*float64(x[i]), yy+s*float64(y[i])*float64(y[i])
	}
	return xy / math.Sqrt(xx*yy)
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	file := func(keys []uint32, values []byte, scale []uint32) []byte {
		f := &model.File{}
		f.AddUint32s(sectionKeys, keys)
		f.AddBytes(sectionValues, values)
		f.AddUint32s(sectionScale, scale)
		return f.Encode()
	}
	scale := slices.Repeat([]uint32{1}, Dims)
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, model.ErrNotModel},
		{"no sections", (&model.File{}).Encode(), model.ErrSection},
		{"values short", file([]uint32{1, 2}, []byte{3}, scale), ErrShape},
		{"scales short", file([]uint32{1}, slices.Repeat([]byte{0}, Dims/2), scale[1:]), ErrShape},
		{"keys fall", file([]uint32{2, 1}, slices.Repeat([]byte{0}, Dims), scale), ErrShape},
	}
	for _, tt := range tests {
		if _, err := Decode(tt.data); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	data, _, err := Pack(synthetic(100, 60))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add((&model.File{}).Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Decode(data)
		if err != nil {
			return
		}
		for i := range table.Len() {
			if v := table.At(i); len(v) != Dims {
				t.Fatalf("word %d has %d components", i, len(v))
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	table, err := Load(os.DirFS("../../models"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		table.Find("condemned")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(os.DirFS("../../models")); err != nil {
			b.Fatal(err)
		}
	}
}
