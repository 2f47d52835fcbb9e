//go:build !purego

package kernel

// neon is whether the vector kernels are used: every 64-bit Arm has what they
// need. Tests switch it off to compare.
var neon = true

// Name says which kernels multiply integers here.
func Name() string {
	if neon {
		return "neon"
	}
	return "plain"
}

//go:noescape
func intsNeonx4(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func intsNeonx1(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

func mulPanel(c []float32, ldc int, a []float32, k int, panel []float32, m int) {
	mulPanelPlain(c, ldc, a, k, panel, m)
}

func mulPairs([]int32, int, []int16, int, *Matrix, int) int { return 0 }

func mulInts(sums []int32, ldc int, x []int16, ldx int, panel []int16, in, rows int) {
	if !neon {
		mulIntsPlain(sums, ldc, x, ldx, panel, in, rows)
		return
	}
	i := 0
	for ; i+4 <= rows; i += 4 {
		intsNeonx4(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
	}
	for ; i < rows; i++ {
		intsNeonx1(&sums[i*ldc], 0, &x[i*ldx], 0, &panel[0], in/2)
	}
}
