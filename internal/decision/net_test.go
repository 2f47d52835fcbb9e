package decision

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/entente-news/entente/internal/model"
)

// random makes weights of a small network.
func random(seed uint64, keys []uint32) *Weights {
	rng := model.NewRand(seed)
	draw := func(n int, size float64) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32((float64(rng.Intn(2001))/1000 - 1) * size)
		}
		return out
	}
	w := &Weights{Keys: keys, Rank: 4, Places: 3, Dims: 5, Hidden: 8, Classes: 3}
	w.Embeddings = draw(len(keys)*w.Rank, 0.4)
	w.In = draw((w.Rank+w.Places*w.Dims)*w.Hidden, 0.3)
	w.InBias, w.Out, w.OutBias = draw(w.Hidden, 0.5), draw(w.Hidden*w.Classes, 1), draw(w.Classes, 0.5)
	return w
}

// floats are the scores that the weights mean, without rounding.
func (w *Weights) floats(keys []uint32, words [][]int8) []float64 {
	in := make([]float64, w.Rank+w.Places*w.Dims)
	for _, k := range keys {
		if r := slices.Index(w.Keys, k); r >= 0 {
			for j := range w.Rank {
				in[j] += float64(w.Embeddings[r*w.Rank+j])
			}
		}
	}
	for p, v := range words {
		for j, x := range v {
			in[w.Rank+p*w.Dims+j] = float64(x)
		}
	}
	out := make([]float64, w.Classes)
	for c := range out {
		out[c] = float64(w.OutBias[c])
	}
	for h := range w.Hidden {
		sum := float64(w.InBias[h])
		for i, x := range in {
			sum += x * float64(w.In[i*w.Hidden+h])
		}
		if sum < 0 {
			sum /= 8
		}
		for c := range out {
			out[c] += sum * float64(w.Out[h*w.Classes+c])
		}
	}
	return out
}

var (
	testKeys  = []uint32{3, 1 << 28, 1<<28 + 1, 1 << 31, 1<<32 - 1}
	testWords = [][]int8{{1, -7, 3, 0, 2}, nil, {7, 7, -7, -1, 0}}
)

// scoresOf reads the network of f and scores an example.
func scoresOf(t *testing.T, w *Weights) []int32 {
	t.Helper()
	f := &model.File{}
	w.Add(f, "net", 100)
	g, err := model.Decode(f.Encode())
	if err != nil {
		t.Fatal(err)
	}
	n, err := Read(g, "net")
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	scores := make([]int32, n.Classes())
	n.Score(&s, []uint32{3, 7, 1<<28 + 1, 1<<32 - 1, 0}, testWords, scores)
	again := make([]int32, n.Classes())
	n.Score(&s, []uint32{1 << 31}, make([][]int8, n.Places()), again) // the memory holds nothing back
	clear(again)
	n.Score(&s, []uint32{3, 7, 1<<28 + 1, 1<<32 - 1, 0}, testWords, again)
	if !slices.Equal(scores, again) {
		t.Errorf("scores %v, then %v", scores, again)
	}
	return scores
}

func TestScore(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		w := random(seed+1, testKeys)
		want := w.floats([]uint32{3, 1<<28 + 1, 1<<32 - 1}, testWords)
		for c, got := range scoresOf(t, w) {
			if math.Abs(float64(got)/100-want[c]) > 0.08 {
				t.Errorf("seed %d, class %d: %.2f, want %.2f", seed, c, float64(got)/100, want[c])
			}
		}
	}
}

func TestMean(t *testing.T) {
	t.Parallel()
	a, b := random(1, testKeys), random(2, testKeys)
	keys := []uint32{3, 1 << 31}
	x, y := a.floats(keys, testWords), b.floats(keys, testWords)
	for c, got := range Mean([]*Weights{a, b}).floats(keys, testWords) {
		if want := (x[c] + y[c]) / 2; math.Abs(got-want) > 1e-5 {
			t.Errorf("class %d: %.4f, want %.4f", c, got, want)
		}
	}
}

// TestReadRefuses gives files in which a section is missing or does not fit.
func TestReadRefuses(t *testing.T) {
	t.Parallel()
	f := &model.File{}
	random(1, testKeys).Add(f, "net", 100)
	for _, config := range [][]uint32{{0, 3, 5, 2, 8, 3}, {4, 3, 5, 257, 8, 3}} { // a component times 257 may leave 16 bits
		g := &model.File{}
		g.Take(f, func(s string) bool { return s != "net.config" })
		g.AddUint32s("net.config", config)
		if _, err := Read(g, "net"); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("sizes %v: error %v", config, err)
		}
	}
	for _, name := range f.Names() {
		g := &model.File{}
		g.Take(f, func(s string) bool { return s != name })
		if _, err := Read(g, "net"); !errors.Is(err, model.ErrSection) {
			t.Errorf("without %s: error %v", name, err)
		}
		switch name {
		case "net.config", "net.keys", "net.hidden.scale", "net.hidden.bias", "net.last.scale", "net.last.bias":
			g.AddUint32s(name, []uint32{9, 9})
		default:
			g.AddBytes(name, []byte{1, 2, 3})
		}
		if _, err := Read(g, "net"); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("another %s: error %v", name, err)
		}
	}
}

// FuzzRead reads files whose sections hold arbitrary bytes: it must give a
// network that scores, or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, []byte{5, 0, 0, 0}, []byte{1}, []byte{1, 2}, []byte{1}, []byte{0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, config, keys, embeddings, hidden, last, rest []byte) {
		file := &model.File{}
		file.AddUint32s("net.config", numbers(config))
		file.AddUint32s("net.keys", numbers(keys))
		file.AddBytes("net.embeddings", embeddings)
		file.AddBytes("net.hidden.weights", hidden)
		file.AddBytes("net.last.weights", last)
		for _, s := range []string{"hidden", "last"} {
			file.AddUint32s("net."+s+".scale", numbers(rest))
			file.AddUint32s("net."+s+".bias", numbers(rest))
		}
		n, err := Read(file, "net")
		if err != nil {
			return
		}
		var s Scratch
		words := make([][]int8, n.Places())
		words[0] = []int8{7}
		n.Score(&s, numbers(keys), words, make([]int32, n.Classes()))
	})
}

// numbers makes numbers of bytes, four each.
func numbers(b []byte) (out []uint32) {
	for ; len(b) >= 4; b = b[4:] {
		out = append(out, uint32(b[0])|uint32(b[1])<<8|uint32(b[2])<<16|uint32(b[3])<<24)
	}
	return out
}
