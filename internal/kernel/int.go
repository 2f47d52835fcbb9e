package kernel

// IntPanel is the number of outputs of a panel of a packed matrix.
const IntPanel = 16

// Matrix is a weight matrix packed for [Matrix.Mul]: panels of IntPanel outputs,
// in each of them pairs of inputs, and for each pair two weights an output.
type Matrix struct {
	Out, In int // In is even; both as given to Pack, In rounded up
	data    []int16
}

// Pack returns the matrix with out rows of in weights.
func Pack(weights []int8, out, in int) *Matrix {
	m := &Matrix{}
	m.Reset(out, in)
	row := make([]int16, in)
	for o := range out {
		for i, w := range weights[o*in : (o+1)*in] {
			row[i] = int16(w)
		}
		m.Set(o, row)
	}
	return m
}

// Reset makes m a matrix of zeros, in the memory that it has where that is
// enough.
func (m *Matrix) Reset(out, in int) {
	m.Out, m.In = out, in+in%2
	size := m.Panels() * m.In
	if cap(m.data) < size {
		m.data = make([]int16, size)
	}
	m.data = m.data[:size]
	clear(m.data)
}

// Set sets the weights of output o.
func (m *Matrix) Set(o int, weights []int16) {
	panel := m.data[o/IntPanel*IntPanel*m.In+o%IntPanel*2:]
	for i, w := range weights {
		panel[i/2*2*IntPanel+i%2] = w
	}
}

// Panels returns the outputs rounded up to whole panels: the length of a row of
// sums.
func (m *Matrix) Panels() int { return (m.Out + IntPanel - 1) / IntPanel * IntPanel }

// Mul adds to each of rows rows of sums the products of a row of x with the
// matrix. A row of x has m.In numbers, rows of x lie ldx apart and those of
// sums, of m.Panels() numbers, lie ldc apart. Sums wrap around at 32 bits.
func (m *Matrix) Mul(sums []int32, ldc int, x []int16, ldx, rows int) {
	if rows == 0 || m.In == 0 {
		return
	}
	_, _ = sums[(rows-1)*ldc+m.Panels()-1], x[(rows-1)*ldx+m.In-1]
	size := IntPanel * m.In
	p := mulPairs(sums, ldc, x, ldx, m, rows)
	for ; p*size < len(m.data); p++ {
		mulInts(sums[p*IntPanel:], ldc, x, ldx, m.data[p*size:(p+1)*size], m.In, rows)
	}
}

// mulIntsPlain is the meaning of mulInts.
func mulIntsPlain(sums []int32, ldc int, x []int16, ldx int, panel []int16, in, rows int) {
	for r := range rows {
		var row [IntPanel]int32
		copy(row[:], sums[r*ldc:])
		line := x[r*ldx:][:in]
		for i := 0; i+1 < len(line); i += 2 {
			a, b := int32(line[i]), int32(line[i+1])
			w := (*[2 * IntPanel]int16)(panel[i*IntPanel:])
			for j := range row {
				row[j] += a*int32(w[2*j]) + b*int32(w[2*j+1])
			}
		}
		copy(sums[r*ldc:], row[:])
	}
}
