package relation

import (
	"math"
	"testing"
)

func TestLn(t *testing.T) {
	t.Parallel()
	for _, x := range []float64{1e-300, 1e-9, 0.1, 0.5, 0.7, 0.7072, 0.999999, 1, 1.000001, 1.4, 1.5, 2, 3, math.E, 10, 1825, 1e9, 1e300} {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 4e-16*math.Max(1, math.Abs(want)) {
			t.Errorf("ln(%g) = %.17g, want %.17g", x, got, want)
		}
	}
}
