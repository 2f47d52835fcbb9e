package eval

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Calibration is how far stated confidence and observed precision agree.
type Calibration struct {
	N         int
	Precision float64
	Error     float64 // adaptive calibration error, bins of equal size
	Low, High float64 // 95 % interval of Error
	Skill     float64 // Brier skill against the constant precision
}

// Bins, draws of the bootstrap and its seed.
const (
	calibrationBins  = 10
	calibrationDraws = 1000
	calibrationSeed  = 7
)

// calibrate measures the adaptive calibration error (Nixon et al., 2019): the
// mean distance of mean confidence and precision over bins of equal size, and
// the Brier skill (Brier, 1950) against saying the overall precision each
// time. The interval is that of a bootstrap over events with a fixed seed.
func calibrate(js []Judged) Calibration {
	c := Calibration{N: len(js)}
	if c.N == 0 {
		return c
	}
	c.Error = adaptiveError(js)
	right, brier := 0, 0.0
	for _, j := range js {
		right += btoi(j.Right)
		d := j.Confidence - float64(btoi(j.Right))
		brier += d * d
	}
	c.Precision = float64(right) / float64(c.N)
	if base := c.Precision * (1 - c.Precision); base > 0 {
		c.Skill = 1 - brier/float64(c.N)/base
	}
	rng := rand.New(rand.NewPCG(calibrationSeed, 0)) //nolint:gosec // a bootstrap, not a secret
	draws, some := make([]float64, calibrationDraws), make([]Judged, c.N)
	for i := range draws {
		for k := range some {
			some[k] = js[rng.IntN(c.N)]
		}
		draws[i] = adaptiveError(some)
	}
	slices.Sort(draws)
	c.Low, c.High = draws[calibrationDraws*25/1000], draws[calibrationDraws*975/1000]
	return c
}

func adaptiveError(js []Judged) float64 {
	s := slices.Clone(js)
	slices.SortStableFunc(s, func(a, b Judged) int {
		switch {
		case a.Confidence < b.Confidence:
			return -1
		case a.Confidence > b.Confidence:
			return 1
		}
		return 0
	})
	bins := min(calibrationBins, len(s))
	total := 0.0
	for k := range bins {
		part := s[k*len(s)/bins : (k+1)*len(s)/bins]
		d := 0.0
		for _, j := range part {
			d += j.Confidence - float64(btoi(j.Right))
		}
		total += math.Abs(d)
	}
	return total / float64(len(s))
}
