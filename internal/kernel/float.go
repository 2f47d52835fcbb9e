package kernel

// FloatPanel is the number of columns of a panel of the right matrix.
const FloatPanel = 32

// Floats multiplies float matrices with the scratch memory of one goroutine.
type Floats struct {
	panel  []float32
	narrow []float32
}

// Panels is a right matrix cut into panels of FloatPanel columns, each in row
// order, the last one filled up with zeros.
type Panels struct {
	K, N int
	data []float32
}

// Pack sets p to the panels of b, of k rows of n columns.
func (p *Panels) Pack(b []float32, k, n int) {
	p.K, p.N = k, n
	size := (n + FloatPanel - 1) / FloatPanel * FloatPanel * k
	if cap(p.data) < size {
		p.data = make([]float32, size)
	}
	p.data = p.data[:size]
	for col := 0; col < n; col += FloatPanel {
		packPanel(p.data[col*k:(col+FloatPanel)*k], b[col:], k, n, min(FloatPanel, n-col))
	}
}

func packPanel(panel, b []float32, k, n, width int) {
	if width < FloatPanel {
		clear(panel)
	}
	for r := range k {
		copy(panel[r*FloatPanel:], b[r*n:r*n+width])
	}
}

// MulPacked adds a·b to c, of m rows. Each element is summed up along the
// columns of a in order, with one rounding for each product and sum together.
func (f *Floats) MulPacked(c, a []float32, b *Panels, m int) {
	for col := 0; col < b.N && m > 0; col += FloatPanel {
		f.mul(c[col:], a, b.data[col*b.K:(col+FloatPanel)*b.K], m, b.N, b.K, min(FloatPanel, b.N-col))
	}
}

// Mul sets c to a·b, or adds a·b to c if add is set. c has m rows of n, a has m
// rows of k and b has k rows of n columns, all in row order without gaps. Sums
// are those of MulPacked.
func (f *Floats) Mul(c, a, b []float32, m, n, k int, add bool) {
	if m == 0 || n == 0 {
		return
	}
	if !add {
		clear(c[:m*n])
	}
	if k == 0 {
		return
	}
	_, _, _ = c[m*n-1], a[m*k-1], b[k*n-1]
	if cap(f.panel) < k*FloatPanel {
		f.panel = make([]float32, k*FloatPanel)
	}
	panel := f.panel[:k*FloatPanel]
	for col := 0; col < n; col += FloatPanel {
		width := min(FloatPanel, n-col)
		packPanel(panel, b[col:], k, n, width)
		f.mul(c[col:], a, panel, m, n, k, width)
	}
}

// mul adds the product with one panel, of which width columns count.
func (f *Floats) mul(c, a, panel []float32, m, ldc, k, width int) {
	if width == FloatPanel {
		mulPanel(c, ldc, a, k, panel, m)
		return
	}
	if cap(f.narrow) < m*FloatPanel {
		f.narrow = make([]float32, m*FloatPanel)
	}
	narrow := f.narrow[:m*FloatPanel]
	for i := range m {
		clear(narrow[i*FloatPanel+width : (i+1)*FloatPanel])
		copy(narrow[i*FloatPanel:], c[i*ldc:i*ldc+width])
	}
	mulPanel(narrow, FloatPanel, a, k, panel, m)
	for i := range m {
		copy(c[i*ldc:i*ldc+width], narrow[i*FloatPanel:])
	}
}

// Transpose sets t, of n rows of m, to the transpose of a, of m rows of n.
func Transpose(t, a []float32, m, n int) {
	const block = 16
	for i0 := 0; i0 < m; i0 += block {
		for j0 := 0; j0 < n; j0 += block {
			for i := i0; i < min(i0+block, m); i++ {
				for j := j0; j < min(j0+block, n); j++ {
					t[j*m+i] = a[i*n+j]
				}
			}
		}
	}
}

// mulPanelPlain adds a·panel to c: m rows with distance ldc, of FloatPanel
// columns each. The product of two floats is exact in float64, so that the sum
// is rounded once, or hardly ever twice; the vector kernels round once.
func mulPanelPlain(c []float32, ldc int, a []float32, k int, panel []float32, m int) {
	for i := range m {
		row := c[i*ldc : i*ldc+FloatPanel]
		for p := range k {
			x := float64(a[i*k+p])
			for j, w := range panel[p*FloatPanel : p*FloatPanel+FloatPanel] {
				product := x * float64(w)
				row[j] = float32(product + float64(row[j]))
			}
		}
	}
}
