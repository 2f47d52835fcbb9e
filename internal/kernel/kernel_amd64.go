//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// What the processor can do; GODEBUG=cpu.avx512vnni=off and the like take it away.
var (
	avx512 = cpu.X86.HasAVX512F && cpu.X86.HasAVX2 && cpu.X86.HasFMA
	avx2   = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	vnni   = avx512 && cpu.X86.HasAVX512VNNI
)

// Name says which kernels multiply integers here.
func Name() string {
	if vnni {
		return "avx512-vnni"
	}
	if avx2 {
		return "avx2"
	}
	return "plain"
}

//go:noescape
func floats512x8(c *float32, ldc uintptr, a *float32, lda uintptr, panel *float32, steps int)

//go:noescape
func floats512x1(c *float32, ldc uintptr, a *float32, lda uintptr, panel *float32, steps int)

//go:noescape
func floats256x4(c *float32, ldc uintptr, a *float32, lda uintptr, panel *float32, steps int)

//go:noescape
func floats256x1(c *float32, ldc uintptr, a *float32, lda uintptr, panel *float32, steps int)

//go:noescape
func ints256x4(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints256x2(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints256x1(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints512x8(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints512x4(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints512x2(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints512x1(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

//go:noescape
func ints512x8x2(c *int32, ldc uintptr, a *int16, lda uintptr, panel *int16, steps int)

func mulPanel(c []float32, ldc int, a []float32, k int, panel []float32, m int) {
	i := 0
	switch {
	case avx512:
		for ; i+8 <= m; i += 8 {
			floats512x8(&c[i*ldc], uintptr(ldc)*4, &a[i*k], uintptr(k)*4, &panel[0], k)
		}
		for ; i < m; i++ {
			floats512x1(&c[i*ldc], 0, &a[i*k], 0, &panel[0], k)
		}
	case avx2:
		for ; i+4 <= m; i += 4 {
			floats256x4(&c[i*ldc], uintptr(ldc)*4, &a[i*k], uintptr(k)*4, &panel[0], k)
			floats256x4(&c[i*ldc+16], uintptr(ldc)*4, &a[i*k], uintptr(k)*4, &panel[16], k)
		}
		for ; i < m; i++ {
			floats256x1(&c[i*ldc], 0, &a[i*k], 0, &panel[0], k)
			floats256x1(&c[i*ldc+16], 0, &a[i*k], 0, &panel[16], k)
		}
	default:
		mulPanelPlain(c, ldc, a, k, panel, m)
	}
}

// mulPairs does panels two by two and returns how many it did.
func mulPairs(sums []int32, ldc int, x []int16, ldx int, m *Matrix, rows int) int {
	p := 0
	if !vnni || rows < 8 {
		return p
	}
	for size := IntPanel * m.In; (p+2)*size <= len(m.data); p += 2 {
		i, at := 0, sums[p*IntPanel:]
		for ; i+8 <= rows; i += 8 {
			ints512x8x2(&at[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &m.data[p*size], m.In/2)
		}
		if i == rows {
			continue
		}
		for half := range 2 {
			mulInts(at[i*ldc+half*IntPanel:], ldc, x[i*ldx:], ldx, m.data[(p+half)*size:], m.In, rows-i)
		}
	}
	return p
}

func mulInts(sums []int32, ldc int, x []int16, ldx int, panel []int16, in, rows int) {
	if !avx2 {
		mulIntsPlain(sums, ldc, x, ldx, panel, in, rows)
		return
	}
	i := 0
	if vnni {
		for ; i+8 <= rows; i += 8 {
			ints512x8(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
		}
		for ; i+4 <= rows; i += 4 {
			ints512x4(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
		}
		for ; i+2 <= rows; i += 2 {
			ints512x2(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
		}
		for ; i < rows; i++ {
			ints512x1(&sums[i*ldc], 0, &x[i*ldx], 0, &panel[0], in/2)
		}
		return
	}
	for ; i+4 <= rows; i += 4 {
		ints256x4(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
	}
	for ; i+2 <= rows; i += 2 {
		ints256x2(&sums[i*ldc], uintptr(ldc)*4, &x[i*ldx], uintptr(ldx)*2, &panel[0], in/2)
	}
	for ; i < rows; i++ {
		ints256x1(&sums[i*ldc], 0, &x[i*ldx], 0, &panel[0], in/2)
	}
}
