package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a half-open range of bytes of the text.
type Token struct {
	Start, End int
	// Joined says that the token is the later part of a contraction: "n't" of
	// "don't", "'s" of "Bush's".
	Joined bool
}

// tokenizer cuts one paragraph, text[from:to], into tokens.
type tokenizer struct {
	text   string
	tokens []Token
	single bool // an opening single quotation mark is not closed yet
}

// paragraph appends the tokens of text[from:to]. Together they cover all of it
// but the white space, once and in order.
func (t *tokenizer) paragraph(from, to int) {
	t.single = false
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(t.text[i:to])
		if space(r) {
			i += size
			continue
		}
		end := i + size
		for end < to {
			r, size := utf8.DecodeRuneInString(t.text[end:to])
			if space(r) {
				break
			}
			end += size
		}
		t.chunk(i, end)
		i = end
	}
}

// space reports whether r separates words. The marks without width are spaces
// too, so that no token is invisible.
func space(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// chunk cuts a stretch without white space.
func (t *tokenizer) chunk(from, to int) {
	for i := from; i < to; {
		if i == from || !wordByte(t.text[i-1]) {
			if end := address(t.text, i, to); end > i {
				t.add(i, end)
				i = end
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(t.text[i:to])
		if wordRune(r) {
			i = t.word(i, to)
			continue
		}
		if r == '.' && fraction(t.text[from:to], i-from) {
			n := len(t.tokens)
			i = t.word(i+1, to)
			t.tokens[n].Start--
			continue
		}
		i = t.symbol(from, i, to, r, size)
	}
}

// fraction reports whether the full stop at i of a stretch without white space begins
// a number: it opens the stretch, or stands behind a mark that is none, and a digit
// follows.
func fraction(s string, i int) bool {
	return i+1 < len(s) && digit(s[i+1]) && (i == 0 || strings.IndexByte("([<>=~-+$", s[i-1]) >= 0)
}

func (t *tokenizer) add(from, to int) {
	t.tokens = append(t.tokens, Token{Start: from, End: to})
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
}

// wordRune reports whether r can be within a word or number.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return wordByte(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

// symbol appends the token of a rune that is no part of a word, at i of the
// chunk that begins at from, and returns its end.
func (t *tokenizer) symbol(from, i, to int, r rune, size int) int {
	end := i + size
	switch r {
	case '.', '!', '?':
		end = t.stops(i, to)
	case '-', '*', '=', '_', '+', '~', '#', '<', '>', '|', '^':
		for end < to && t.text[end] == byte(r) { //nolint:gosec // ASCII
			end++
		}
	case '…', '—', '–', '•':
		for end < to {
			next, n := utf8.DecodeRuneInString(t.text[end:to])
			if next != r {
				break
			}
			end += n
		}
	case '\'', '’', '‘', '`':
		return t.apostrophe(from, i, to, r, size)
	case ':', ';':
		if n := smiley(t.text[i:to]); n > 0 && i == from {
			end = i + n
		}
	}
	t.add(i, end)
	return end
}

// stops returns the end of the full stops or of the question and exclamation
// marks at i: "...", "?!", one full stop in front or behind (".?", "!.") with
// them.
func (t *tokenizer) stops(i, to int) int {
	end := i
	for end < to && t.text[end] == '.' {
		end++
	}
	if end-i > 2 {
		return end
	}
	marks := end
	for end < to && (t.text[end] == '!' || t.text[end] == '?') {
		end++
	}
	if end > marks && marks == i && end < to && t.text[end] == '.' && (end+1 == to || t.text[end+1] != '.') {
		end++
	}
	return end
}

// smiley returns the length of an emoticon that makes up the whole of s.
func smiley(s string) int {
	switch s {
	case ":)", ":(", ":-)", ":-(", ";)", ";-)", ":D", ":P", ":-D", ":-P", ":/", ":o", ":O", ":p":
		return len(s)
	}
	return 0
}

// apostrophe appends a single quotation mark, a doubled one, a clipped word
// ("'em", "'90s") or a possessive, and returns its end.
func (t *tokenizer) apostrophe(from, i, to int, r rune, size int) int {
	end := i + size
	if next, n := utf8.DecodeRuneInString(t.text[end:to]); next == r && end < to {
		t.add(i, end+n)
		return end + n
	}
	if i > from && wordByte(t.text[i-1]) {
		if last := t.text[i-1]; (last == 's' || last == 'S' || last == 'z' || last == 'x') && !t.single && r != '‘' && r != '`' {
			t.tokens = append(t.tokens, Token{i, end, true}) // the parents' house
			return end
		}
		t.single = false
		t.add(i, end)
		return end
	}
	if r != '‘' && clipped(t.text[end:to]) > 0 {
		end += clipped(t.text[end:to])
		t.add(i, end)
		return end
	}
	opens := i == from || !wordByte(t.text[i-1])
	t.single = opens && end < to
	t.add(i, end)
	return end
}

// clipped returns the length of a word whose beginning the apostrophe before it
// stands for, 0 if s does not begin with one.
func clipped(s string) int {
	n := 0
	for n < len(s) && wordByte(s[n]) {
		n++
	}
	switch s[:n] {
	case "em", "til", "cause", "tis", "twas", "bout", "Tis", "Twas", "Em", "Til":
		return n
	}
	if (n == 2 || n == 3 && s[2] == 's') && n <= len(s) && digit(s[0]) && digit(s[1]) {
		return n // '90s
	}
	return 0
}
