//go:build purego || (!amd64 && !arm64)

package kernel

// Name says which kernels multiply integers here.
func Name() string { return "plain" }

func mulPanel(c []float32, ldc int, a []float32, k int, panel []float32, m int) {
	mulPanelPlain(c, ldc, a, k, panel, m)
}

func mulPairs([]int32, int, []int16, int, *Matrix, int) int { return 0 }

func mulInts(sums []int32, ldc int, x []int16, ldx int, panel []int16, in, rows int) {
	mulIntsPlain(sums, ldc, x, ldx, panel, in, rows)
}
