package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in the shape in which names are looked up: lower case,
// without diacritics, typographic quotes and dashes made plain, runs of white
// space made one space, none at the ends. Letters that NFD does not take apart
// but that English writes plain (ø, ł, đ, ß, æ, œ, ı, þ, ð) are replaced.
// Fold is idempotent.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	if !isASCII(s) {
		s = norm.NFD.String(s)
	}
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		if unicode.Is(unicode.Mn, r) && r < 0x600 {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		writeFolded(&b, unicode.ToLower(r))
	}
	out := b.String()
	if isASCII(out) {
		return out
	}
	return norm.NFC.String(out)
}

// folded reports whether s is plain lower-case ASCII with single inner spaces.
func folded(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80, c >= 'A' && c <= 'Z', c < ' ', c == ' ' && last == ' ':
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

func writeFolded(b *strings.Builder, r rune) {
	switch r {
	case '’', '‘', 'ʼ', '´', 'ʻ', '′':
		b.WriteByte('\'')
	case '“', '”', '„', '«', '»', '″':
		b.WriteByte('"')
	case '‐', '‑', '‒', '–', '—', '−':
		b.WriteByte('-')
	case 'ø':
		b.WriteByte('o')
	case 'ł':
		b.WriteByte('l')
	case 'đ', 'ð':
		b.WriteByte('d')
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case 'ı':
		b.WriteByte('i')
	case 'þ':
		b.WriteString("th")
	default:
		b.WriteRune(r)
	}
}
