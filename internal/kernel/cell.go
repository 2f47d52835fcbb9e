package kernel

// The numbers behind the point of what [Outputs] and [Curve] read: of
// activations, of the factors of sums, and of a step of a curve.
const (
	Point     = 12
	ScaleBits = 24

	curveShift = Point - 9 // 512 steps for one
)

// CurveSize is how many values a curve has: one for every 1/512 from -8 to 8.
const CurveSize = 1 << 13

// Curve is the hyperbolic tangent as a table, times 1<<15. One value more stands
// before it: a vector kernel reads two values at once and keeps the second.
type Curve [1 + CurveSize]int16

// NewCurve returns the curve of CurveSize values.
func NewCurve(values []int16) *Curve {
	t := &Curve{}
	copy(t[1:], values[:CurveSize])
	return t
}

// tanh returns the tangent of a fixed-point number, times 1<<15.
func (t *Curve) tanh(v int32) int32 {
	return int32(t[1+max(0, min(CurveSize-1, v>>curveShift+CurveSize/2))])
}

// sigmoid returns 1/(1+exp(-v)), times 1<<15: (1+tanh(v/2))/2.
func (t *Curve) sigmoid(v int32) int32 { return (1<<15 + t.tanh(v>>1)) >> 1 }

// Outputs turns sums into fixed-point numbers: a factor and a bias for each
// output.
type Outputs struct{ Scale, Bias []int32 }

// Value returns the value of the sum of output o.
func (p *Outputs) Value(sum int32, o int) int32 {
	return int32((int64(sum)*int64(p.Scale[o])+1<<(ScaleBits-1))>>ScaleBits) + p.Bias[o] //nolint:gosec // wraps around, as the vectors do
}

// Values sets out to the values of sums, as many as out is long, cut off at 16
// bits; leaky divides negative ones by eight.
func (p *Outputs) Values(out []int16, sums []int32, leaky bool) {
	shift := 0
	if leaky {
		shift = 3
	}
	done := valuesVector(out, sums[:len(out)], p, shift)
	for o := done; o < len(out); o++ {
		v := p.Value(sums[o], o)
		out[o] = int16(max(-1<<15, min(1<<15-1, max(v, v>>shift))))
	}
}

// Step computes one step of a long short-term memory (Hochreiter and Schmidhuber
// 1997, with the forget gate of Gers et al. 2000) for as many cells as out is
// long. sums are those of the gates input, forget, output and candidate, one
// behind the other, p their factors and biases; last are the cells before, which
// cell and out, the new cells and what they give, must not overlap.
func (p *Outputs) Step(t *Curve, sums, last, cell []int32, out []int16) {
	h := len(out)
	_, _, _, _, _ = sums[:4*h], p.Scale[:4*h], p.Bias[:4*h], last[:h], cell[:h]
	for j := stepVector(t, sums, p, last, cell, out); j < h; j++ {
		in, forget, output, candidate := p.Value(sums[j], j), p.Value(sums[h+j], h+j), p.Value(sums[2*h+j], 2*h+j), p.Value(sums[3*h+j], 3*h+j)
		c := (t.sigmoid(in)*t.tanh(candidate) + 1<<17) >> 18
		c += int32((int64(t.sigmoid(forget))*int64(last[j]) + 1<<14) >> 15) //nolint:gosec // wraps around, as the vectors do
		cell[j] = c
		out[j] = int16((t.sigmoid(output)*t.tanh(c) + 1<<17) >> 18) //nolint:gosec // under 1<<13
	}
}
