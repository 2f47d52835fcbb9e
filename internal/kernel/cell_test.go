package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func testCurve() *Curve {
	values := make([]int16, CurveSize)
	for i := range values {
		values[i] = int16(math.RoundToEven(math.Tanh((float64(i-CurveSize/2)+0.5)/512) * (1<<15 - 1)))
	}
	return NewCurve(values)
}

func TestCurve(t *testing.T) {
	t.Parallel()
	c := testCurve()
	for v := int32(-9 << Point); v < 9<<Point; v++ {
		x, y := c.tanh(v), c.tanh(v+1)
		if x > y || x < -1<<15 || y > 1<<15-1 {
			t.Fatalf("tanh of %d and the next: %d, %d", v, x, y)
		}
	}
	if s := c.sigmoid(1 << 30); s < 1<<15-2 || c.sigmoid(-1<<30) > 2 {
		t.Errorf("the sigmoid ends at %d", s)
	}
}

// numbers returns n numbers, below a bound but for some that are as large as
// they can be.
func numbers(r *rand.Rand, n int, bound int32) []int32 {
	out := make([]int32, n)
	for i := range out {
		switch r.IntN(20) {
		case 0:
			out[i] = math.MaxInt32 - int32(r.IntN(3))
		case 1:
			out[i] = math.MinInt32 + int32(r.IntN(3))
		default:
			out[i] = int32(r.Int64N(2*int64(bound)+1) - int64(bound))
		}
	}
	return out
}

// TestValues compares with the meaning of the words: a product of 64 bits,
// rounded, cut off.
func TestValues(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 8))
	for n := range 30 {
		p := &Outputs{Scale: numbers(r, n, 1<<24), Bias: numbers(r, n, 1<<14)}
		sums := numbers(r, n+3, 1<<20)
		for _, leaky := range []bool{false, true} {
			got := make([]int16, n)
			p.Values(got, sums, leaky)
			for o := range got {
				v := int32((int64(sums[o])*int64(p.Scale[o])+1<<23)>>24) + p.Bias[o]
				if leaky && v < 0 {
					v = int32(math.Floor(float64(v) / 8))
				}
				if want := max(math.MinInt16, min(math.MaxInt16, v)); int32(got[o]) != want {
					t.Fatalf("%d outputs: value %d is %d, want %d (%s)", n, o, got[o], want, Name())
				}
			}
		}
	}
}

// TestStep compares the cells that a vector kernel computes with those that are
// computed one by one.
func TestStep(t *testing.T) {
	t.Parallel()
	r, c := rand.New(rand.NewPCG(9, 9)), testCurve()
	for h := range 45 {
		p := &Outputs{Scale: numbers(r, 4*h, 1<<18), Bias: numbers(r, 4*h, 1<<14)}
		sums, last := numbers(r, 4*h+5, 1<<22), numbers(r, h, 1<<14)
		cell, out := make([]int32, h), make([]int16, h)
		p.Step(c, sums, last, cell, out)
		wantCell, wantOut := make([]int32, h), make([]int16, h)
		for j := range h { // a step of one cell has no vectors
			one := &Outputs{Scale: every(p.Scale, j, h), Bias: every(p.Bias, j, h)}
			one.Step(c, every(sums[:4*h], j, h), last[j:j+1], wantCell[j:j+1], wantOut[j:j+1])
		}
		if !slices.Equal(cell, wantCell) || !slices.Equal(out, wantOut) {
			t.Fatalf("%d cells: %v, %v, want %v, %v (%s)", h, cell, out, wantCell, wantOut, Name())
		}
	}
}

// every returns the four numbers of list that stand h apart from j on.
func every(list []int32, j, h int) []int32 {
	return []int32{list[j], list[h+j], list[2*h+j], list[3*h+j]}
}

func BenchmarkStep(b *testing.B) {
	const h = 192
	r := rand.New(rand.NewPCG(9, 9))
	p := &Outputs{Scale: numbers(r, 4*h, 1<<18), Bias: numbers(r, 4*h, 1<<14)}
	sums, last, cell, out := numbers(r, 4*h, 1<<18), make([]int32, h), make([]int32, h), make([]int16, h)
	c := testCurve()
	for b.Loop() {
		p.Step(c, sums, last, cell, out)
	}
}
