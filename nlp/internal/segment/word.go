package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word appends the tokens of the word or number at i and returns its end.
func (t *tokenizer) word(i, to int) int {
	end := t.wordEnd(i, to)
	if end < to && t.text[end] == '.' && t.keepsDot(i, end, to) {
		end++
		t.add(i, end)
		return end
	}
	if cut := unitCut(t.text[i:end]); cut > 0 {
		t.add(i, i+cut)
		t.add(i+cut, end)
		return end
	}
	t.contraction(i, end)
	return end
}

// wordEnd returns the end of the word that begins at i, with the marks that may
// stand inside of words.
func (t *tokenizer) wordEnd(i, to int) int {
	end := i
	for end < to {
		r, size := utf8.DecodeRuneInString(t.text[end:to])
		if wordRune(r) {
			end += size
			continue
		}
		if end+size >= to {
			break
		}
		next, _ := utf8.DecodeRuneInString(t.text[end+size : to])
		if !wordRune(next) && !(r == '&' && next == '&') {
			break
		}
		if !t.joins(i, end, end+size, to, r) {
			break
		}
		end += size
	}
	if end < to && t.text[end] == '$' && end-i <= 2 && upper(t.text[i]) && (end+1 == to || digit(t.text[end+1])) {
		end++ // US$, A$
	}
	return end
}

// joins reports whether the mark r at text[at:after], between two word runes,
// belongs to the word that begins at i.
func (t *tokenizer) joins(i, at, after, to int, r rune) bool {
	before, next := t.text[at-1], t.text[after]
	switch r {
	case '\'', '’', '‘', '`', '´':
		return !digit(next) || digit(before)
	case '.':
		if digit(before) && digit(next) {
			return true
		}
		if at-i <= 1 || i < at-1 && t.text[at-2] == '.' {
			return !digit(before) // U.S., e.g.
		}
		return lowerDomain(t.text[i:at], t.text[after:to]) || dotted(t.text[i:at], t.text[after:to])
	case ',':
		return digit(before) && digit(next) && thousands(t.text[after:to])
	case ':':
		return digit(before) && digit(next)
	case '/':
		return digit(before) && digit(next) || at-i == 1 && (after+1 == to || !wordByte(t.text[after+1])) && slashed[t.text[i:after+1]]
	case '&':
		return upper(before) && upper(next)
	case '_':
		return true
	case '-', '‑', '‐':
		return t.keepsHyphen(i, at, after, to)
	}
	return false
}

// thousands reports whether s begins with three digits and no fourth.
func thousands(s string) bool {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n == 3 || n == 2 // 1,20,000 as well
}

// lowerDomain reports whether "left.right" looks like the name of a site or a
// file, not like two sentences run together.
func lowerDomain(left, right string) bool {
	n := 0
	for n < len(right) && wordByte(right[n]) {
		n++
	}
	switch strings.ToLower(right[:n]) {
	case "com", "org", "net", "edu", "gov", "uk", "eu", "io", "ru", "de", "fr", "cn", "tv", "info", "co", "pdf", "doc", "html", "htm", "jpg", "txt", "xls", "ppt", "exe":
		return len(left) > 1
	}
	return false
}

// dotted reports whether "left.right" is the beginning or the rest of a name of
// three parts or more in lower case, as newsgroups and hosts have: two
// sentences run together have one full stop.
func dotted(left, right string) bool {
	n, first := small(right), small(left)
	if n == 0 || first == 0 {
		return false
	}
	if first == len(left) {
		return n+1 < len(right) && right[n] == '.' && small(right[n+1:]) > 0
	}
	last := strings.LastIndexByte(left, '.') + 1
	return left[first] == '.' && small(left[last:]) == len(left)-last
}

// small returns the number of lower-case letters that s begins with, up to the
// length of a part of a name (RFC 1035, section 2.3.4).
func small(s string) int {
	const longestPart = 63
	n := 0
	for n < min(len(s), longestPart) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	return n
}

// keepsHyphen reports whether the hyphen at text[at:after] stays inside the
// word that begins at i: after prefixes, in given names of the Far East, in
// telephone numbers and dates. All others are words of their own, as in the
// English treebanks.
func (t *tokenizer) keepsHyphen(i, at, after, to int) bool {
	if at-i > longestHyphened {
		return false
	}
	left := t.text[i:at]
	stop := after
	for stop < min(to, after+longestHyphened) && (wordByte(t.text[stop]) || t.text[stop] == '-') {
		stop++
	}
	right := t.text[after:stop]
	if digits(left) || strings.Contains(left, "-") && digit(left[0]) {
		return number(left + "-" + right)
	}
	lower := strings.ToLower(left)
	if prefixes[lower] && !strings.Contains(right, "-") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(left)
	return unicode.IsUpper(first) && syllables[strings.ToLower(right)] && len(left) <= 6
}

// longestHyphened is the number of bytes that are looked at on either side of a
// hyphen, so that a long chain of them takes linear time.
const longestHyphened = 40

func digits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

// number reports whether s, digits with hyphens, is a telephone number or a
// date rather than a range: three groups or more, or three digits and four.
func number(s string) bool {
	parts := strings.Split(s, "-")
	for _, p := range parts {
		if !digits(p) {
			return false
		}
	}
	return len(parts) >= 3 || len(parts) == 2 && len(parts[0]) == 3 && len(parts[1]) == 4
}

// unitCut returns where a number ends and a unit that is written onto it
// begins, 0 if s is nothing of the kind.
func unitCut(s string) int {
	n := 0
	for n < len(s) && (digit(s[n]) || s[n] == '.' || s[n] == ',' || s[n] == ':') {
		n++
	}
	if n == 0 || n == len(s) || !units[s[n:]] {
		return 0
	}
	return n
}

// contraction appends text[i:end], cut before a clitic.
func (t *tokenizer) contraction(i, end int) {
	if n := clitic(t.text[i:end]); n > 0 {
		t.add(i, end-n)
		t.tokens = append(t.tokens, Token{end - n, end, true})
		return
	}
	t.add(i, end)
}

// clitic returns the length of the clitic that s ends with, 0 if none.
func clitic(s string) int {
	if n := fusedPart(s); n > 0 {
		return n
	}
	at := strings.LastIndexAny(s, "'’`´")
	if at <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	switch strings.ToLower(s[at+size:]) {
	case "s", "m", "d", "re", "ve", "ll":
		return len(s) - at
	case "t":
		if at > 1 && (s[at-1] == 'n' || s[at-1] == 'N') {
			return len(s) - at + 1
		}
	}
	return 0
}

// fusedPart returns the length of the second part of a contraction without an
// apostrophe, in lower case or not, 0 if s is none.
func fusedPart(s string) int {
	var lower [longestFused]byte
	if len(s) > len(lower) {
		return 0
	}
	for i := range len(s) {
		lower[i] = s[i]
		if upper(s[i]) {
			lower[i] += 'a' - 'A'
		}
	}
	return fused[string(lower[:len(s)])]
}
