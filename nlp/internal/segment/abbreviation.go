package segment

import "unicode/utf8"

// keepsDot reports whether the full stop at text[end], behind the word
// text[i:end] and within a chunk that ends at to, is part of the word.
func (t *tokenizer) keepsDot(i, end, to int) bool {
	w := t.text[i:end]
	if end+1 < to {
		c := t.text[end+1]
		if wordByte(c) || c == '.' {
			return false // an ellipsis, or sentences run together
		}
	}
	if titles[w] || abbreviations[w] {
		return true
	}
	if numbered[w] {
		return t.digitFollows(end+1, len(t.text))
	}
	return initials(w)
}

// digitFollows reports whether the next word begins with a digit.
func (t *tokenizer) digitFollows(at, to int) bool {
	for at < to && t.text[at] == ' ' {
		at++
	}
	return at < to && digit(t.text[at])
}

// initials reports whether w is one upper-case letter, or letters with full
// stops between them (U.S, e.g).
func initials(w string) bool {
	if len(w) == 1 {
		return upper(w[0]) && w[0] != 'I'
	}
	dots := 0
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRuneInString(w[i:])
		if r == '.' || !wordRune(r) || r >= '0' && r <= '9' {
			return false
		}
		i += size
		if i < len(w) {
			if w[i] != '.' {
				return false
			}
			dots++
			i++
		}
	}
	return dots > 0
}
