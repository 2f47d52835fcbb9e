package decision

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/entente-news/entente/internal/model"
)

// randomRater makes weights of a small rater.
func randomRater(seed uint64) *RaterWeights {
	rng := model.NewRand(seed)
	draw := func(n int, size float64) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32((float64(rng.Intn(2001))/1000 - 1) * size)
		}
		return out
	}
	w := &RaterWeights{Width: 6, Columns: 4, Hidden: 5, Kinds: 2, Option: draw(24, 0.01), About: draw(24, 0.01), Out: draw(5, 1)}
	for range w.Kinds {
		w.In, w.InBias = append(w.In, draw(parts*4*5, 0.5)), append(w.InBias, draw(5, 0.5))
	}
	return w
}

// floats is what the weights mean, without rounding.
func (w *RaterWeights) floats(about, also []int8, o Option) float64 {
	project := func(m []float32, state []int8) []float64 {
		out := make([]float64, w.Columns)
		for i, v := range state {
			for j := range out {
				out[j] += float64(v) * float64(m[i*w.Columns+j])
			}
		}
		return out
	}
	x, y, z := project(w.Option, o.State), project(w.About, about), project(w.Option, also)
	in := slices.Concat(x, y, x, z, x)
	for j := range w.Columns {
		in[2*w.Columns+j] *= y[j]
		in[4*w.Columns+j] *= z[j]
	}
	sum := 0.0
	for h := range w.Hidden {
		v := float64(w.InBias[o.Kind][h])
		for i, x := range in {
			v += x * float64(w.In[o.Kind][i*w.Hidden+h])
		}
		if v < 0 {
			v /= 8
		}
		sum += v * float64(w.Out[h])
	}
	return sum
}

var (
	testAbout   = []int8{100, -128, 3, 0, 50, 9}
	testAlso    = []int8{-7, 60, 127, -90, 1, 0}
	testOptions = []Option{{0, []int8{5, 4, 100, -60, 70, -128}}, {1, []int8{127, 0, 0, 0, 0, -1}}, {1, nil}}
)

// readRandom returns the rater of weights as it is read back.
func readRandom(t *testing.T, w *RaterWeights) *Rater {
	t.Helper()
	f := &model.File{}
	w.Add(f, "rater", 100)
	g, err := model.Decode(f.Encode())
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRater(g, "rater")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRate(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		w := randomRater(seed + 1)
		r := readRandom(t, w)
		var s RaterScratch
		scores, again := []int32{0, 0, 7}, make([]int32, 3)
		r.Rate(&s, testAbout, testAlso, testOptions, scores)
		r.Rate(&s, testAlso, nil, testOptions, again) // the memory holds nothing back
		clear(again)
		r.Rate(&s, testAbout, testAlso, testOptions, again)
		for i, o := range testOptions {
			want := w.floats(testAbout, testAlso, o)
			if math.Abs(float64(again[i])/100-want) > 0.05 {
				t.Errorf("seed %d, option %d: %.2f, want %.2f", seed, i, float64(again[i])/100, want)
			}
		}
		if scores[0] != again[0] || scores[2] != again[2]+7 {
			t.Errorf("seed %d: scores %v, then %v with 7 less", seed, scores, again)
		}
	}
}

// TestReadRaterRefuses gives files in which a section is missing or does not fit.
func TestReadRaterRefuses(t *testing.T) {
	t.Parallel()
	f := &model.File{}
	randomRater(1).Add(f, "rater", 100)
	for _, name := range f.Names() {
		g := &model.File{}
		g.Take(f, func(s string) bool { return s != name })
		if _, err := ReadRater(g, "rater"); !errors.Is(err, model.ErrSection) {
			t.Errorf("without %s: error %v", name, err)
		}
		if name == "rater.config" {
			g.AddUint32s(name, []uint32{6, 4, 5, 17})
		} else {
			g.AddBytes(name, []byte{1, 2, 3})
		}
		if _, err := ReadRater(g, "rater"); !errors.Is(err, model.ErrDamaged) && !errors.Is(err, model.ErrSection) {
			t.Errorf("another %s: error %v", name, err)
		}
	}
}

// FuzzReadRater reads files whose sections hold arbitrary bytes: it must give a rater
// that rates, or an error.
func FuzzReadRater(f *testing.F) {
	f.Add([]byte{2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, []byte{1, 2}, []byte{1, 2, 3, 4, 5}, []byte{1}, []byte{0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, config, project, hidden, last, rest []byte) {
		file := &model.File{}
		file.AddUint32s("rater.config", numbers(config))
		for name, w := range map[string][]byte{"option": project, "about": project, "hidden0": hidden, "hidden1": hidden, "last": last} {
			file.AddBytes("rater."+name+".weights", w)
			file.AddUint32s("rater."+name+".scale", numbers(rest))
			file.AddUint32s("rater."+name+".bias", numbers(rest))
		}
		r, err := ReadRater(file, "rater")
		if err != nil {
			return
		}
		var s RaterScratch
		state := make([]int8, r.Width())
		state[0] = -128
		r.Rate(&s, state, nil, []Option{{r.Kinds() - 1, state}, {0, nil}}, make([]int32, 2))
	})
}
