package story

import (
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/text"
)

// word is one word of a text as clustering sees it.
type word struct {
	form    string // folded, without a possessive ending
	capital bool   // begins with a capital
	first   bool   // begins a sentence, as far as punctuation tells
	digits  bool   // holds a digit
}

// words calls yield with each word of s until it returns false. A word is a run
// of letters, marks and digits; apostrophes and full stops between letters stay
// inside and are dropped (U.S. is us, don't is dont), a final 's is cut off.
func words(s string, yield func(word) bool) {
	buf := make([]byte, 0, 32)
	first := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			if r == '.' || r == '!' || r == '?' || r == '\n' || r == ':' || r == '"' || r == '“' {
				first = true
			}
			i += n
			continue
		}
		end := wordEnd(s, i)
		w := word{capital: unicode.IsUpper(r), first: first}
		w.form, w.digits = fold(s[i:end], buf[:0])
		first = false
		i = end
		if w.form != "" && !yield(w) {
			return
		}
	}
}

func wordRune(r rune) bool {
	return r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// wordEnd returns the offset after the word that starts at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
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
func fold(s string, buf []byte) (string, bool) {
	digits := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return foldUnicode(s)
		case c >= 'A' && c <= 'Z':
			buf = append(buf, c+('a'-'A'))
		case c == '\'':
			if s[i+1:] == "s" || s[i+1:] == "S" {
				return string(buf), digits
			}
		case c == '.' || c == ',':
		default:
			digits = digits || c >= '0' && c <= '9'
			buf = append(buf, c)
		}
	}
	return string(buf), digits
}

func foldUnicode(s string) (string, bool) {
	s = text.Fold(s)
	if n := len(s); n > 2 && s[n-2:] == "'s" {
		s = s[:n-2]
	}
	digits := false
	buf := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; c {
		case '\'', '.', ',':
		default:
			digits = digits || c >= '0' && c <= '9'
			buf = append(buf, c)
		}
	}
	return string(buf), digits
}

// stem cuts the inflection from an English word: the first step of the
// algorithm of M. F. Porter (An algorithm for suffix stripping, 1980), which
// joins says, said's forms in -s, -ed and -ing and leaves derivation alone.
func stem(w string) string {
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
		w = w[:n-1] + "i"
	}
	if n := len(w); n > 4 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}

func stemPlural(w string) string {
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
func repair(w string) string {
	n := len(w)
	if n < 2 {
		return w
	}
	if w[n-1] == w[n-2] && !isVowel(w[n-1]) && w[n-1] != 'l' && w[n-1] != 's' && w[n-1] != 'z' {
		return w[:n-1]
	}
	return w
}

func hasSuffix(w, s string) bool { return len(w) > len(s) && w[len(w)-len(s):] == s }

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

func hasVowel(w string) bool {
	for i := range len(w) {
		if isVowel(w[i]) {
			return true
		}
	}
	return false
}
