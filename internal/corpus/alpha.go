package corpus

import "math"

// Alpha returns Krippendorff's α for nominal data: one less the observed over
// the expected disagreement (Krippendorff, Content Analysis, 2nd edition 2004,
// chapter 11.3). A unit is the values that the coders gave it, "" where one
// gave none; units with fewer than two values count nothing. It is NaN when
// there is no pair of values, or when all values are the same one.
//
// With m_u values in unit u, o_ck = Σ_u (pairs of c and k in u)/(m_u - 1),
// n_c = Σ_k o_ck and n = Σ_c n_c:
//
//	α = 1 - (n-1) · Σ_{c≠k} o_ck / Σ_{c≠k} n_c·n_k
//
// Two coders, five units (a a, a b, b b, b b, a -): n = 8, n_a = 3, n_b = 5,
// o_ab = o_ba = 1, α = 1 - 7·2/(2·3·5) = 0.533.
func Alpha(units [][]string) float64 {
	var c categories
	numbered := make([][]int, len(units))
	for i, u := range units {
		numbered[i] = c.numbers(u)
	}
	return alphaOf(numbered, len(c.of))
}

// categories numbers values in the order of their first use.
type categories struct{ of map[string]int }

// numbers returns the numbers of the values of a unit; -1 for a missing one.
func (c *categories) numbers(unit []string) []int {
	if c.of == nil {
		c.of = map[string]int{}
	}
	out := make([]int, len(unit))
	for i, v := range unit {
		n, ok := c.of[v]
		switch {
		case v == "":
			n = -1
		case !ok:
			n = len(c.of)
			c.of[v] = n
		}
		out[i] = n
	}
	return out
}

// alphaOf is [Alpha] of values that are numbered below n; negative ones are
// missing.
func alphaOf(units [][]int, n int) float64 {
	totals := make([]int, n)
	pairable, disagreement := 0, 0.0
	for _, u := range units {
		m, unlike := 0, 0 // ordered pairs of unlike values
		for i, v := range u {
			if v < 0 {
				continue
			}
			m++
			for _, w := range u[:i] {
				if w >= 0 && w != v {
					unlike += 2
				}
			}
		}
		if m < 2 {
			continue
		}
		for _, v := range u {
			if v >= 0 {
				totals[v]++
			}
		}
		pairable += m
		disagreement += float64(unlike) / float64(m-1)
	}
	like := 0
	for _, c := range totals {
		like += c * c
	}
	expected := pairable*pairable - like
	if expected == 0 {
		return math.NaN()
	}
	return 1 - float64(pairable-1)*disagreement/float64(expected)
}
