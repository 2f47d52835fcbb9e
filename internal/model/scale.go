package model

// Weights are stored in one byte: a sign and one of 127 magnitudes, which grow
// by steps of one at first and of about eight per cent later. Rounding to them
// costs the taggers and the parser less than a tenth of a point.

// MaxWeight is the largest magnitude that a stored weight can have.
const MaxWeight = 30000

// scale returns the magnitudes of the codes 0 to 127; code 0 is weight 0.
func scale() [128]int32 {
	var s [128]int32
	for i := 1; i < len(s); i++ {
		s[i] = s[i-1] + max(1, s[i-1]*8/100)
	}
	return s
}

// encodeWeight returns the code of the magnitude nearest to w, with the sign in
// the top bit.
func encodeWeight(s [128]int32, w int32) byte {
	sign := byte(0)
	if w < 0 {
		sign, w = 0x80, -w
	}
	lo, hi := 0, len(s)-1
	for lo < hi {
		mid := (lo + hi) / 2
		if s[mid] < w {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo > 0 && w-s[lo-1] < s[lo]-w {
		lo--
	}
	return sign | byte(lo)
}

func decodeWeight(s *[128]int32, c byte) int32 {
	if c&0x80 != 0 {
		return -s[c&0x7f]
	}
	return s[c]
}
