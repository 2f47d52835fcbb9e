package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize returns s in NFC, with each invalid sequence of bytes replaced by
// one U+FFFD, and reports how many sequences were replaced. Sequences are the
// maximal subparts of the Unicode Standard (chapter 3.9, "U+FFFD Substitution
// of Maximal Subparts"), as in browsers and in Python. A string that is
// already clean is returned as it is, without a copy.
func Normalize(s string) (string, int) {
	s, n := Valid(s)
	return norm.NFC.String(s), n
}

// Valid returns s with each maximal invalid sequence of bytes replaced by one
// U+FFFD, and the number of replacements.
func Valid(s string) (string, int) {
	if utf8.ValidString(s) {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	n, clean := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != utf8.RuneError || size > 1 {
			i += size
			continue
		}
		b.WriteString(s[clean:i])
		b.WriteRune(utf8.RuneError)
		n++
		i += subpart(s[i:])
		clean = i
	}
	b.WriteString(s[clean:])
	return b.String(), n
}

// subpart returns the length of the maximal subpart of an ill-formed sequence
// at the start of s: the longest prefix of a well-formed one, at least 1.
func subpart(s string) int {
	lo, hi, need := byte(0x80), byte(0xBF), 0
	switch c := s[0]; {
	case c >= 0xC2 && c <= 0xDF:
		need = 1
	case c >= 0xE0 && c <= 0xEF:
		need = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		need = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	n := 1
	for ; n <= need && n < len(s) && s[n] >= lo && s[n] <= hi; n++ {
		lo, hi = 0x80, 0xBF
	}
	return n
}
