package place

import (
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// gap is what stands between two words.
type gap uint8

const (
	gapBreak  gap = iota // anything that no name runs across
	gapBlank             // blanks
	gapHyphen            // one hyphen or dash without blanks
	gapComma             // a comma and blanks
	gapOpen              // an opening bracket, "Goma (Congo)"
)

// word is a run of letters of the text, with its key.
type word struct {
	start, end       int32
	keyFrom, keyTo   int32 // in worker.key
	token            int32 // the token that it starts in, -1 for none
	before           gap   // between the word before and this one
	capital, allCaps bool
	dotted           bool // holds or ends with a full stop of its own: "U.S."
	dot              bool // a full stop follows at once
	possessive       bool // 's follows
	first            bool // opens a sentence
	taken            bool // belongs to a mention
	county           bool // a name in a list that ends in "counties" opens here
}

// words cuts d.Text[s] into words.
func (w *Worker) words(text string, s entente.Span) {
	last := s.Start
	opened := true
	for i := s.Start; i < s.End; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:s.End])
		}
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		x := word{start: int32(i), token: -1, capital: unicode.IsUpper(r), first: opened} //nolint:gosec // bounded documents
		i = w.wordEnd(&x, text, i, s.End)
		x.before = gapBreak
		if n := len(w.list); n > 0 && !opened {
			x.before = gapOf(text[last:x.start], w.list[n-1])
		}
		last = i
		if x.possessive {
			i += suffix(text[i:s.End])
		}
		opened = false
		w.list = append(w.list, x)
	}
}

// wordEnd reads a word from i on and returns its end.
func (w *Worker) wordEnd(x *word, text string, i, end int) int {
	letters, upper := 0, 0
	for i < end {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
			i += size
			continue
		}
		if inner(text, i, r, size, end) {
			if r == '.' {
				x.dotted = true
			}
			i += size
			continue
		}
		break
	}
	x.allCaps = upper == letters
	x.end = int32(i) //nolint:gosec // bounded documents
	if i < end && text[i] == '.' {
		if x.dotted {
			i++
			x.end++
		} else {
			x.dot = true
		}
	}
	x.possessive = possessive(text[i:end])
	x.keyFrom = int32(len(w.key)) //nolint:gosec // as above
	var ok bool
	if w.key, ok = appendKey(w.key, text[x.start:x.end]); !ok {
		w.key = w.key[:x.keyFrom]
	}
	x.keyTo = int32(len(w.key)) //nolint:gosec // as above
	return i
}

// inner reports whether the mark r at i is part of a word: the apostrophe of
// "Sana'a", the full stop of "U.S.".
func inner(text string, i int, r rune, size, end int) bool {
	if r != '\'' && r != '’' && r != 'ʻ' && r != '‘' && r != '.' || i+size >= end || i == 0 {
		return false
	}
	next, n := utf8.DecodeRuneInString(text[i+size : end])
	if !unicode.IsLetter(next) {
		return false
	}
	after := rune(0)
	if j := i + size + n; j < end {
		after, _ = utf8.DecodeRuneInString(text[j:end])
	}
	if r == '.' {
		return unicode.IsUpper(next) && (after == '.' || unicode.IsLetter(after) && i >= 1 && text[i-1] >= 'A' && text[i-1] <= 'Z')
	}
	return (next != 's' && next != 'S' || unicode.IsLetter(after)) && unicode.IsLetter(next)
}

// possessive reports whether rest opens with 's.
func possessive(rest string) bool { return suffix(rest) > 0 }

// suffix returns the length of the 's that rest opens with, 0 for none.
func suffix(rest string) int {
	for _, p := range [...]string{"'s", "’s", "'S", "’S"} {
		if len(rest) >= len(p) && rest[:len(p)] == p && (len(rest) == len(p) || rest[len(p)] < 'A' || rest[len(p)] > 'z' && rest[len(p)] < utf8.RuneSelf) {
			return len(p)
		}
	}
	return 0
}

// gapOf tells what stands between two words.
func gapOf(s string, before word) gap {
	switch s {
	case " ", "\u00a0", "  ":
		return gapBlank
	case "-", "–", "‑", "‐":
		return gapHyphen
	case ", ", ",", " , ":
		return gapComma
	case ". ", ".":
		if before.end-before.start <= 5 && before.capital {
			return gapBlank
		}
	case "., ", ".,":
		return gapComma
	case " (", "(":
		return gapOpen
	case "\n", "'s ", "’s ":
		return gapBlank
	}
	return gapBreak
}
