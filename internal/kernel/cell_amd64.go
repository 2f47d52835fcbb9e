//go:build !purego

package kernel

// cellWidth is how many cells or outputs the vector kernels take at once.
const cellWidth = 8

// values256 does groups of eight outputs.
//
//go:noescape
func values256(out *int16, sums, scale, bias *int32, shift, groups int)

// step256 does groups of eight of the cells; gate is the distance between the
// gates in bytes.
//
//go:noescape
func step256(sums, scale, bias, last, cell *int32, out *int16, curve *Curve, gate, groups int)

// valuesVector does what it can of [Outputs.Values] and returns how many that is.
func valuesVector(out []int16, sums []int32, p *Outputs, shift int) int {
	groups := len(out) / cellWidth
	if !avx2 || groups == 0 {
		return 0
	}
	_, _ = p.Scale[:len(out)], p.Bias[:len(out)]
	values256(&out[0], &sums[0], &p.Scale[0], &p.Bias[0], shift, groups)
	return groups * cellWidth
}

// stepVector does what it can of [Outputs.Step] and returns how many that is.
func stepVector(t *Curve, sums []int32, p *Outputs, last, cell []int32, out []int16) int {
	groups := len(out) / cellWidth
	if !avx2 || groups == 0 {
		return 0
	}
	step256(&sums[0], &p.Scale[0], &p.Bias[0], &last[0], &cell[0], &out[0], t, 4*len(out), groups)
	return groups * cellWidth
}
