package place

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folds are the letters that canonical decomposition does not take apart.
var folds = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ə': "a", 'ħ': "h", 'ŧ': "t", 'ŋ': "n",
}

// appendKey appends the folded form of a word or name to b: lower case without
// diacritics, full stops and apostrophes; hyphens, blanks and slashes become
// one blank, "saint" becomes "st" and "mount" "mt". It reports false when s
// holds a letter of another script or a digit.
func appendKey(b []byte, s string) ([]byte, bool) {
	start := len(b)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z':
				b = append(b, c)
			case c >= 'A' && c <= 'Z':
				b = append(b, c|0x20)
			case c == ' ' || c == '-' || c == '/':
				if len(b) > start && b[len(b)-1] != ' ' {
					b = append(b, ' ')
				}
			case c == '&':
				b = append(b, "and"...)
			case c == '.' || c == '\'' || c == '`' || c == ',':
			default:
				return b, false
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		var ok bool
		if b, ok = appendRune(b, r, start); !ok {
			return b, false
		}
	}
	if n := len(b); n > start && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return shorten(b, start), len(b) > start
}

// appendRune folds a rune beyond ASCII.
func appendRune(b []byte, r rune, start int) ([]byte, bool) {
	switch r {
	case '‘', '’', 'ʿ', 'ʾ', 'ʻ', 'ʼ', '´', '′', 'ʹ', 'ʺ':
		return b, true
	case '–', '—', '‐', '‑', '−', '\u00a0':
		if len(b) > start && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		return b, true
	}
	if unicode.Is(unicode.Mn, r) {
		return b, true
	}
	f, ok := latin[r]
	return append(b, f...), ok
}

// latin are the folded forms of the Latin letters beyond ASCII.
var latin = buildLatin()

// buildLatin folds the letters of Latin-1, Latin Extended-A, -B and Extended
// Additional.
func buildLatin() map[rune]string {
	m := make(map[rune]string, 1000)
	for _, block := range [...][2]rune{{0xc0, 0x24f}, {0x250, 0x2af}, {0x1e00, 0x1eff}} {
		for r := block[0]; r <= block[1]; r++ {
			low := unicode.ToLower(r)
			if f, ok := folds[low]; ok {
				m[r] = f
				continue
			}
			base := rune(0)
			for _, d := range norm.NFD.String(string(low)) {
				if !unicode.Is(unicode.Mn, d) {
					base = d
				}
			}
			if base >= 'a' && base <= 'z' {
				m[r] = string(base)
			}
		}
	}
	return m
}

// shorten writes "saint" as "st" and "mount" as "mt" at the start of b[start:].
func shorten(b []byte, start int) []byte {
	for _, p := range [...][2]string{{"saint ", "st "}, {"mount ", "mt "}, {"fort ", "ft "}} {
		if n := len(p[0]); len(b)-start > n && string(b[start:start+n]) == p[0] {
			b = append(b[:start], append([]byte(p[1]), b[start+n:]...)...)
		}
	}
	return b
}

// keyOf returns the key of a name.
func keyOf(s string) (string, bool) {
	b, ok := appendKey(nil, s)
	return string(b), ok
}

// isArticle reports whether a folded word is a form of the Arabic article.
func isArticle(w string) bool {
	switch w {
	case "al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ez", "es", "ed", "er", "ul", "ush", "ur":
		return true
	}
	return false
}

// withoutArticles drops the Arabic articles of a key; "" when nothing is left
// or nothing changes.
func withoutArticles(key string) string {
	out := make([]byte, 0, len(key))
	dropped := false
	for rest := key; rest != ""; {
		w := rest
		for i := range rest {
			if rest[i] == ' ' {
				w = rest[:i]
				break
			}
		}
		rest = rest[min(len(w)+1, len(rest)):]
		if isArticle(w) && rest != "" {
			dropped = true
			continue
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, w...)
	}
	if !dropped || len(out) < 3 {
		return ""
	}
	return string(out)
}

// hash is FNV-1a over a key.
func hash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
