package relation

import "math"

// ln returns the natural logarithm of a normal x > 0: in the same operations
// everywhere, which math.Log does not promise. It is the series of the area
// hyperbolic tangent, which after the power of two is taken out ends within a
// rounding or two of the true value.
func ln(x float64) float64 {
	frac, e := math.Frexp(x)
	if frac < math.Sqrt2/2 {
		frac, e = 2*frac, e-1
	}
	z := (frac - 1) / (frac + 1)
	square := float64(z * z)
	sum := 0.0
	for k := 23; k >= 1; k -= 2 {
		sum = float64(sum*square) + 1/float64(k)
	}
	return float64(2*float64(z*sum)) + float64(float64(e)*math.Ln2)
}
