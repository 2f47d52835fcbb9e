//go:build !purego

package kernel

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWidths checks that the width of the vectors does not change a bit of what
// is trained.
func TestWidths(t *testing.T) {
	t.Parallel()
	if !avx512 {
		return // AVX2 alone has one width
	}
	const k = 37
	r := rand.New(rand.NewPCG(6, 6))
	a, b := floats(r, 8*k), floats(r, k*FloatPanel)
	wide, narrow, single := make([]float32, 8*FloatPanel), make([]float32, 8*FloatPanel), make([]float32, 8*FloatPanel)
	floats512x8(&wide[0], FloatPanel*4, &a[0], k*4, &b[0], k)
	for i := 0; i < 8; i += 4 {
		floats256x4(&narrow[i*FloatPanel], FloatPanel*4, &a[i*k], k*4, &b[0], k)
		floats256x4(&narrow[i*FloatPanel+16], FloatPanel*4, &a[i*k], k*4, &b[16], k)
	}
	for i := range 8 {
		floats256x1(&single[i*FloatPanel], 0, &a[i*k], 0, &b[0], k)
		floats256x1(&single[i*FloatPanel+16], 0, &a[i*k], 0, &b[16], k)
	}
	if !slices.Equal(wide, narrow) || !slices.Equal(wide, single) {
		t.Error("sums differ with the width of the vectors")
	}
}

// TestIntWidths checks all kernels for integers that this processor has.
func TestIntWidths(t *testing.T) {
	t.Parallel()
	const in, rows = 34, 8
	r := rand.New(rand.NewPCG(7, 7))
	panel, x := make([]int16, in*IntPanel), make([]int16, rows*in)
	for i := range panel {
		panel[i] = int16(r.IntN(1 << 16))
	}
	for i := range x {
		x[i] = int16(r.IntN(1 << 16))
	}
	want := make([]int32, rows*IntPanel)
	mulIntsPlain(want, IntPanel, x, in, panel, in, rows)
	type tile struct {
		name string
		rows int
		run  func(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)
	}
	var tiles []tile
	if avx2 {
		tiles = append(tiles, tile{"avx2", 4, ints256x4}, tile{"avx2", 2, ints256x2}, tile{"avx2", 1, ints256x1})
	}
	if vnni {
		tiles = append(tiles, tile{"vnni", 8, ints512x8}, tile{"vnni", 4, ints512x4}, tile{"vnni", 2, ints512x2}, tile{"vnni", 1, ints512x1})
	}
	for _, k := range tiles {
		got := make([]int32, rows*IntPanel)
		for i := 0; i < rows; i += k.rows {
			k.run(&got[i*IntPanel], IntPanel*4, &x[i*in], in*2, &panel[0], in/2)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s, %d rows: sums differ from the plain ones", k.name, k.rows)
		}
	}
}
