package text

import "unicode/utf8"

// indexStep is the distance in bytes between the marks of an [Index]: short
// enough that counting from a mark is cheap, long enough that the marks take
// a sixteenth of the text.
const indexStep = 64

// Index translates between byte offsets and code-point offsets of one valid
// UTF-8 string, in constant time. It holds on to the string. It is safe for
// concurrent use.
type Index struct {
	text  string
	marks []int32 // code points before byte i*indexStep; nil when the text is ASCII
	runes int
}

// NewIndex returns the index of s, in time linear in its length.
func NewIndex(s string) *Index {
	x := &Index{text: s, runes: len(s)}
	if isASCII(s) {
		return x
	}
	x.marks = make([]int32, 0, len(s)/indexStep+1)
	n := 0
	for i := range len(s) {
		if i%indexStep == 0 {
			x.marks = append(x.marks, int32(n)) //nolint:gosec // documents are far below 2 GiB
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	x.runes = n
	return x
}

// Len returns the number of code points.
func (x *Index) Len() int { return x.runes }

// Rune returns the code-point offset of byte offset b: the number of code
// points that start before b. Offsets outside the text are clamped.
func (x *Index) Rune(b int) int {
	b = max(0, min(b, len(x.text)))
	if x.marks == nil {
		return b
	}
	if b == len(x.text) {
		return x.runes
	}
	m := b / indexStep
	n := int(x.marks[m])
	for i := m * indexStep; i < b; i++ {
		if utf8.RuneStart(x.text[i]) {
			n++
		}
	}
	return n
}

// Byte returns the byte offset at which code point r starts; the length of the
// text for r == Len. Offsets outside the text are clamped.
func (x *Index) Byte(r int) int {
	r = max(0, min(r, x.runes))
	if x.marks == nil {
		return r
	}
	if r == x.runes {
		return len(x.text)
	}
	lo, hi := 0, len(x.marks)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; int(x.marks[mid]) <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	n := int(x.marks[lo])
	for i := lo * indexStep; i < len(x.text); i++ {
		if !utf8.RuneStart(x.text[i]) {
			continue
		}
		if n == r {
			return i
		}
		n++
	}
	return len(x.text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
