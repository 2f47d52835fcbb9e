package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var shapes = [][3]int{{1, 1, 1}, {1, 16, 2}, {3, 17, 5}, {4, 32, 64}, {5, 31, 7}, {8, 96, 33}, {13, 70, 128}, {33, 129, 40}}

func TestFloatsMul(t *testing.T) {
	t.Parallel()
	for _, s := range shapes {
		m, n, k := s[0], s[1], s[2]
		r := rand.New(rand.NewPCG(1, uint64(m)))
		a, b, c := floats(r, m*k), floats(r, k*n), floats(r, m*n)
		want := make([]float32, m*n)
		for i := range m {
			for j := range n {
				sum := c[i*n+j]
				for p := range k {
					sum = float32(float64(a[i*k+p])*float64(b[p*n+j]) + float64(sum))
				}
				want[i*n+j] = sum
			}
		}
		var f Floats
		f.Mul(c, a, b, m, n, k, true)
		for i := range want {
			if d := math.Abs(float64(c[i] - want[i])); d > 1e-4 {
				t.Fatalf("%v: element %d is %g, want %g", s, i, c[i], want[i])
			}
		}
		f.Mul(c, a, b, m, n, k, false)
		for i := range want {
			if c[i] == want[i] {
				t.Fatalf("%v: what was in c was kept", s)
			}
		}
	}
}

func TestTranspose(t *testing.T) {
	t.Parallel()
	a := floats(rand.New(rand.NewPCG(2, 2)), 19*35)
	b := make([]float32, len(a))
	Transpose(b, a, 19, 35)
	for i := range 19 {
		for j := range 35 {
			if a[i*35+j] != b[j*19+i] {
				t.Fatalf("element %d, %d", i, j)
			}
		}
	}
}

// TestMatrixMul compares with a product that knows nothing of panels.
func TestMatrixMul(t *testing.T) {
	t.Parallel()
	for _, s := range shapes {
		rows, out, in := s[0], s[1], s[2]
		r := rand.New(rand.NewPCG(3, uint64(out)))
		w := make([]int8, out*in)
		for i := range w {
			w[i] = int8(r.IntN(255) - 127)
		}
		m := Pack(w, out, in)
		x := make([]int16, rows*m.In)
		for i := range x {
			x[i] = int16(r.IntN(1<<16) - 1<<15)
		}
		sums := make([]int32, rows*m.Panels())
		for i := range sums {
			sums[i] = int32(r.Uint32())
		}
		want := append([]int32(nil), sums...)
		for i := range rows {
			for o := range out {
				for k := range in {
					want[i*m.Panels()+o] += int32(x[i*m.In+k]) * int32(w[o*in+k])
				}
			}
		}
		m.Mul(sums, m.Panels(), x, m.In, rows)
		for i := range sums {
			if i%m.Panels() < out && sums[i] != want[i] {
				t.Fatalf("%v: sum %d is %d, want %d", s, i, sums[i], want[i])
			}
		}
	}
}

// TestTwins compares the kernels of this machine with the plain ones: integers bit
// by bit, floats within the plain one's rare double rounding.
func TestTwins(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 5))
	for rows := 1; rows < 14; rows++ {
		const in = 38
		panel, x := make([]int16, in*IntPanel), make([]int16, rows*in)
		for i := range panel {
			panel[i] = int16(r.IntN(1 << 16))
		}
		for i := range x {
			x[i] = int16(r.IntN(1 << 16))
		}
		got, want := make([]int32, rows*IntPanel), make([]int32, rows*IntPanel)
		mulInts(got, IntPanel, x, in, panel, in, rows)
		mulIntsPlain(want, IntPanel, x, in, panel, in, rows)
		if !slices.Equal(got, want) {
			t.Fatalf("%d rows of integers differ (%s)", rows, Name())
		}
		a, b := floats(r, rows*in), floats(r, in*FloatPanel)
		c, d := make([]float32, rows*FloatPanel), make([]float32, rows*FloatPanel)
		mulPanel(c, FloatPanel, a, in, b, rows)
		mulPanelPlain(d, FloatPanel, a, in, b, rows)
		for i := range c {
			if math.Abs(float64(c[i]-d[i])) > 1e-5 {
				t.Fatalf("%d rows of floats: %g and %g", rows, c[i], d[i])
			}
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	p := NewOrder([]int{3, 2, 2, 0})
	if p.Rows() != 7 || p.Steps() != 3 {
		t.Fatalf("%d rows, %d steps", p.Rows(), p.Steps())
	}
	for s, n := range p.Lens {
		for w := range n {
			r := p.Row(s, w)
			if int(p.Group[r]) != s || int(p.Place[r]) != w || int(p.Mirror[r]) != p.Row(s, n-1-w) {
				t.Errorf("word %d of sentence %d", w, s)
			}
		}
	}
}

func floats(r *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64())
	}
	return out
}

func BenchmarkFloats(b *testing.B) {
	for _, s := range [][3]int{{500, 768, 192}, {32, 768, 192}, {192, 768, 500}} {
		b.Run(fmt.Sprint(s), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			x, w, c := floats(r, s[0]*s[2]), floats(r, s[2]*s[1]), make([]float32, s[0]*s[1])
			var f Floats
			for b.Loop() {
				f.Mul(c, x, w, s[0], s[1], s[2], true)
			}
			b.ReportMetric(float64(s[0]*s[1]*s[2])*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func BenchmarkInts(b *testing.B) {
	for _, s := range [][3]int{{500, 768, 192}, {24, 768, 192}, {4, 768, 192}, {1, 768, 192}} {
		b.Run(fmt.Sprint(s), func(b *testing.B) {
			m := Pack(make([]int8, s[1]*s[2]), s[1], s[2])
			x, sums := make([]int16, s[0]*s[2]), make([]int32, s[0]*m.Panels())
			for b.Loop() {
				m.Mul(sums, m.Panels(), x, m.In, s[0])
			}
			b.ReportMetric(float64(s[0]*s[1]*s[2])*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
