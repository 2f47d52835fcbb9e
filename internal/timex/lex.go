package timex

import (
	"unicode"
	"unicode/utf8"
)

// kind is the shape of an item.
type kind uint8

const (
	kMark kind = iota
	kWord
	kNumber
)

// item is a word, a number or a mark of the text.
type item struct {
	start, end int32 // bytes of the text
	val        int32 // of a number; the rune of a mark; else the lexicon's
	flag       flag
	kind       kind
	class      class
	digits     uint8 // of a number
}

// lowerWeekday is added to the value of a weekday in lower case that is
// not accepted yet.
const lowerWeekday = 100

// maxNumber bounds the value of a number; longer ones stick to it.
const maxNumber = 1_000_000_000

// lex appends the items of text[start:end] to items.
func lex(items []item, text string, start, end int) []item {
	space := true
	for i := start; i < end; {
		c := text[i]
		it := item{start: int32(i)} //nolint:gosec // documents are bounded far below
		if space {
			it.flag = fSpace
		}
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			i++
			space = true
			continue
		case c >= '0' && c <= '9':
			i = lexNumber(&it, text, i, end)
		case isLetter(c):
			i = lexWord(&it, text, i, end)
		default:
			i = lexMark(&it, text, i)
			if it.val == ' ' {
				space = true
				continue
			}
			if it.val == '\n' {
				it.flag |= fSpace
			}
		}
		space = it.val == '\n' && it.kind == kMark
		it.end = int32(i) //nolint:gosec // as above
		items = append(items, it)
	}
	return items
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0xc3 && c <= 0xdf }

// lexNumber reads digits, with commas between groups of three, and the ending
// of an ordinal.
func lexNumber(it *item, text string, i, end int) int {
	it.kind, it.class = kNumber, cNumber
	for i < end {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			it.val = min(it.val*10+int32(c-'0'), maxNumber)
			it.digits = min(it.digits+1, 99)
			if it.val == maxNumber {
				it.val = maxNumber / 10
			}
			i++
			continue
		case c == ',' && it.digits <= 9 && isThree(text, i+1, end):
			it.flag |= fComma
			i++
			continue
		}
		break
	}
	if i+2 <= end && (i+2 == end || !isLetter(text[i+2])) {
		switch text[i : i+2] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			it.flag |= fOrdinal
			it.class = cOrdinal
			i += 2
		}
	}
	return i
}

// isThree reports whether exactly three digits stand at i.
func isThree(text string, i, end int) bool {
	if i+3 > end || i+3 < end && text[i+3] >= '0' && text[i+3] <= '9' {
		return false
	}
	for _, c := range []byte(text[i : i+3]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// lexWord reads a run of letters and looks it up.
func lexWord(it *item, text string, i, end int) int {
	var buf [16]byte
	n, ascii, first := 0, true, text[i]
	for i < end {
		c := text[i]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				break
			}
			if n < len(buf) {
				buf[n] = c | 0x20
			}
			n++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !unicode.IsLetter(r) {
			break
		}
		ascii = false
		i += size
	}
	it.kind = kWord
	if i == int(it.start) { // a letter byte of a rune that is none
		_, size := utf8.DecodeRuneInString(text[i:end])
		it.kind, it.class, it.val = kMark, cMark, utf8.RuneError
		return i + size
	}
	if first >= 'A' && first <= 'Z' {
		it.flag |= fCap
	}
	if !ascii || n > len(buf) {
		return i
	}
	it.look(buf[:n])
	return i
}

// look sets class, value and flags of a word from the lexicon.
func (it *item) look(word []byte) {
	e, ok := lexicon[string(word)]
	if it.flag&fCap != 0 && string(word) == "sat" {
		e = entry{cWeekday, 6, fCap | fAbbr}
	}
	if !ok {
		it.guess(word)
		return
	}
	if e.flag&fCap != 0 && it.flag&fCap == 0 {
		switch {
		case e.class == cHoliday && string(word) != "new":
		case e.class != cMonth && e.class != cWeekday:
			return
		case e.flag&(fAmbig|fAbbr) != 0:
			it.flag |= fLower | e.flag&(fAbbr|fAmbig) // a name of the calendar where a number says so
			it.val = int32(e.val)
			if e.class == cWeekday {
				it.val += lowerWeekday
			}
			if string(word) == "may" {
				it.class = cFuture
			}
			return
		}
	}
	if e.flag&fLower != 0 && it.flag&fCap != 0 {
		return
	}
	it.class, it.val = e.class, int32(e.val)
	it.flag |= e.flag &^ (fCap | fLower)
	if e.class == cUnit && n1(word) && it.flag&fSpace != 0 {
		it.class = cNone // "3h", and no letter that stands alone
	}
}

// n1 reports whether a word has one letter.
func n1(word []byte) bool { return len(word) == 1 }

// guess gives regular pasts the class of a past cue.
func (it *item) guess(word []byte) {
	n := len(word)
	if n >= 4 && word[n-1] == 'd' && word[n-2] == 'e' && it.flag&fCap == 0 && !notPast[string(word)] {
		it.class = cPast
	}
}

// lexMark reads one rune and makes quotation marks and dashes alike.
func lexMark(it *item, text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	it.kind, it.class = kMark, cMark
	switch r {
	case '‘', '’', 'ʼ', '′':
		r = '\''
	case '–', '—', '‐', '‑', '−':
		r = '-'
	case '\u00a0', '\u2009', '\u202f', '\u200b':
		r = ' '
	case '“', '”':
		r = '"'
	}
	it.val = r
	return i + size
}
