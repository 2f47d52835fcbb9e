package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldSize bounds the code points that have a folded form of their own.
const foldSize = 0x1F00

// folder maps a letter to its lower-case letter without diacritics, one to
// one, so that "Erdoğan" and "Erdogan" are the same piece.
type folder [foldSize]rune

// newFolder returns the folding table for Latin letters.
func newFolder() *folder {
	f := new(folder)
	for r := range rune(foldSize) {
		f[r] = unicode.ToLower(r)
	}
	for _, g := range []struct {
		base    rune
		letters string
	}{
		{'a', "àáâãäåāăąǎạảấầẩẫậắằẳẵặæ"}, {'c', "çćĉċč"}, {'d', "ďđðḍ"}, {'e', "èéêëēĕėęěẹẻẽếềểễệə"},
		{'g', "ĝğġģǧ"}, {'h', "ĥħḥ"}, {'i', "ìíîïĩīĭįıỉị"}, {'j', "ĵ"}, {'k', "ķǩ"}, {'l', "ĺļľŀł"}, {'n', "ñńņňŋ"},
		{'o', "òóôõöøōŏőơọỏốồổỗộớờởỡợœ"}, {'r', "ŕŗř"}, {'s', "śŝşšșṣß"}, {'t', "ţťŧțṭ"}, {'u', "ùúûüũūŭůűųưụủứừửữự"},
		{'w', "ŵ"}, {'y', "ýÿŷỳỵỷỹ"}, {'z', "źżžẓ"},
	} {
		for _, r := range g.letters {
			f[r] = g.base
			if u := unicode.ToUpper(r); u < foldSize {
				f[u] = g.base
			}
		}
	}
	f['İ'] = 'i'
	return f
}

// rune returns the folded form of r.
func (f *folder) rune(r rune) rune {
	if r >= 0 && r < foldSize {
		return f[r]
	}
	return unicode.ToLower(r)
}

// nextPiece returns the first piece of s[from:]: a run of letters and digits,
// or a sign by itself. Spaces, hyphens, apostrophes and full stops part pieces
// and are none. At the end of s, start and end are len(s).
func nextPiece(s string, from int) (start, end int) {
	for i := from; i < len(s); {
		r, n := decode(s, i)
		switch {
		case isWordRune(r):
			j := i + n
			for j < len(s) {
				r, m := decode(s, j)
				if !isWordRune(r) {
					break
				}
				j += m
			}
			return i, j
		case !isGapRune(r):
			return i, i + n
		}
		i += n
	}
	return len(s), len(s)
}

// decode is utf8.DecodeRuneInString with a short way for ASCII.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isGapRune(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '-', '.', '\'', '’', '‘', '`', '‐', '‑', '–', '\u00a0', 'ʻ', 'ʼ':
		return true
	}
	return false
}

// appendFolded appends the folded form of s to buf.
func (f *folder) appendFolded(buf []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		buf = utf8.AppendRune(buf, f.rune(r))
		i += n
	}
	return buf
}

// caseFits reports whether text, which folds to the same pieces as name, is
// written as name may be: a letter that is a capital in name is one in text,
// and text has further capitals only at the beginnings of words or throughout.
// A short form of four letters or more may stand with one capital: "Nato".
func caseFits(name, text string) bool {
	small, mixed := false, false
	i, j, start, extra, lower, short := 0, 0, true, false, false, len(name) < 4 || strings.ContainsAny(name, " .-")
	for i < len(name) && j < len(text) {
		a, n := decode(name, i)
		if !isWordRune(a) {
			i, start = i+n, true
			continue
		}
		b, m := decode(text, j)
		if !isWordRune(b) {
			j += m
			continue
		}
		ua, ub := unicode.IsUpper(a), unicode.IsUpper(b)
		if ua && !ub {
			if short || start {
				return false
			}
			small = true
		}
		if !ua && unicode.IsLetter(a) {
			mixed = true
		}
		if ub && !ua && !start {
			extra = true
		}
		if !ub && unicode.IsLower(b) {
			lower = true
		}
		i, j, start = i+n, j+m, false
	}
	return (!extra || !lower) && !(small && mixed)
}
