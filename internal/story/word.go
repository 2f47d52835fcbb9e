package story

import (
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/text"
)

// scanner reads the words of a text. A word is a run of letters, marks and
// digits; apostrophes and full stops between letters stay inside and are dropped
// (U.S. is us, don't is dont), a final 's is cut off.
type scanner struct {
	s     string
	at    int
	first bool // a sentence begins, as far as punctuation tells

	// The word that was read last:
	form    []byte // folded, without a possessive ending; the caller may change it
	capital bool   // begins with a capital
	initial bool   // begins a sentence
	digits  bool   // holds a digit
}

func scan(s string) scanner { return scanner{s: s, first: true, form: make([]byte, 0, 48)} }

// next reads the next word; false when there is none.
func (x *scanner) next() bool {
	for x.at < len(x.s) {
		c := x.s[x.at]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(x.s[x.at:])
			if !wordRune(r) {
				x.first = x.first || r == '“'
				x.at += n
				continue
			}
			x.capital = unicode.IsUpper(r)
		} else {
			if !wordByte(c) {
				x.first = x.first || c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"'
				x.at++
				continue
			}
			x.capital = c >= 'A' && c <= 'Z'
		}
		end := wordEnd(x.s, x.at)
		x.initial, x.first = x.first, false
		x.fold(x.s[x.at:end])
		x.at = end
		if len(x.form) > 0 {
			return true
		}
	}
	return false
}

func wordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

func wordRune(r rune) bool {
	return r < utf8.RuneSelf && wordByte(byte(r)) || //nolint:gosec // checked
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// wordEnd returns the offset after the word that starts at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if wordByte(s[i]) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if wordRune(r) {
			i += n
			continue
		}
		if r == '\'' || r == '’' || r == '.' || r == ',' {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			prev := s[i-1]
			number := prev >= '0' && prev <= '9' && next >= '0' && next <= '9'
			apostrophe := r != '.' && r != ',' && wordRune(next)
			initial := r == '.' && unicode.IsUpper(next) && (i < 2 || !wordRune(rune(s[i-2]))) && prev >= 'A' && prev <= 'Z'
			if number || apostrophe || initial {
				i += n
				continue
			}
		}
		return i
	}
	return i
}

// fold lowers a word, drops what stands inside it that is no letter or digit,
// and cuts a possessive ending.
func (x *scanner) fold(s string) {
	x.digits = false
	buf := x.form[:0]
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			x.foldUnicode(s)
			return
		case c >= 'a' && c <= 'z':
			buf = append(buf, c)
		case c >= 'A' && c <= 'Z':
			buf = append(buf, c+('a'-'A'))
		case c == '\'':
			if s[i+1:] == "s" || s[i+1:] == "S" {
				x.form = buf
				return
			}
		case c == '.' || c == ',':
		default:
			x.digits = x.digits || c >= '0' && c <= '9'
			buf = append(buf, c)
		}
	}
	x.form = buf
}

func (x *scanner) foldUnicode(s string) {
	s = text.Fold(s)
	if n := len(s); n > 2 && s[n-2:] == "'s" {
		s = s[:n-2]
	}
	x.digits = false
	x.form = x.form[:0]
	for i := range len(s) {
		switch c := s[i]; c {
		case '\'', '.', ',':
		default:
			x.digits = x.digits || c >= '0' && c <= '9'
			x.form = append(x.form, c)
		}
	}
}

// stem cuts the inflection from an English word: the first step of the
// algorithm of M. F. Porter (An algorithm for suffix stripping, 1980), which
// joins says, said's forms in -s, -ed and -ing and leaves derivation alone. It
// works in place.
func stem(w []byte) []byte {
	if len(w) < 4 {
		return w
	}
	w = stemPlural(w)
	switch {
	case hasSuffix(w, "eed"):
		if hasVowel(w[:len(w)-3]) {
			w = w[:len(w)-1]
		}
	case hasSuffix(w, "ed") && hasVowel(w[:len(w)-2]):
		w = repair(w[:len(w)-2])
	case hasSuffix(w, "ing") && hasVowel(w[:len(w)-3]):
		w = repair(w[:len(w)-3])
	}
	if n := len(w); n > 2 && w[n-1] == 'y' && hasVowel(w[:n-1]) {
		w[n-1] = 'i'
	}
	if n := len(w); n > 4 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}

func stemPlural(w []byte) []byte {
	switch {
	case hasSuffix(w, "sses"):
		return w[:len(w)-2]
	case hasSuffix(w, "ies"):
		return w[:len(w)-2]
	case hasSuffix(w, "ss"), hasSuffix(w, "us"), hasSuffix(w, "is"):
		return w
	case hasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}

// repair restores what -ed and -ing had changed: hopping is hop, sized is size.
func repair(w []byte) []byte {
	n := len(w)
	if n < 2 {
		return w
	}
	if w[n-1] == w[n-2] && !isVowel(w[n-1]) && w[n-1] != 'l' && w[n-1] != 's' && w[n-1] != 'z' {
		return w[:n-1]
	}
	return w
}

func hasSuffix(w []byte, s string) bool { return len(w) > len(s) && string(w[len(w)-len(s):]) == s }

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

func hasVowel(w []byte) bool {
	for i := range len(w) {
		if isVowel(w[i]) {
			return true
		}
	}
	return false
}
