package voice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente"
)

// quoted is a stretch between quotation marks.
type quoted struct {
	outer entente.Span // with its marks
	inner entente.Span // without them
	open  bool         // its mark is never closed: it ends with the paragraph
	goes  bool         // it goes on from the quotation of the paragraph before
}

// marks lists the quotation marks that only open, with what closes them. The
// German low mark is closed by what opens elsewhere.
var marks = map[rune]string{'“': "”", '„': "“”", '‟': "”", '«': "»", '「': "」", '『': "』", '‘': "’", '‚': "‘’", '‹': "›", '"': "\"", '\'': "'"}

// closing are the marks that may only close; a » that opens is German usage and
// is read as such where no « is open.
const closing = "”»」』›"

// maxOpen bounds nesting; deeper marks are read as text.
const maxOpen = 8

// quotations returns the outermost stretches in quotation marks of text, in
// order. One pass; each character is looked at once.
func quotations(text string) []quoted {
	s := scan{text: text}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			s.endLine(i)
		case r == '`' && strings.HasPrefix(text[i:], "``"):
			s.push('`', i, 2)
			n = 2
		case r == '\'' && strings.HasPrefix(text[i:], "''") && s.isOpen('`'):
			s.pop('`', i, 2)
			n = 2
		default:
			s.char(r, i, n)
		}
		i += n
	}
	s.endLine(len(text))
	return s.out
}

// open is a mark that is not closed yet.
type open struct {
	mark    rune
	at, len int
}

// held is a quotation within one that may turn out to be none.
type held struct {
	o           open
	end, behind int
}

// scan is the state of one pass.
type scan struct {
	text  string
	stack []open
	held  []held
	out   []quoted
	last  rune // mark of the quotation that the last paragraph left open, 0 for none
}

func (s *scan) isOpen(mark rune) bool {
	for _, o := range s.stack {
		if o.mark == mark {
			return true
		}
	}
	return false
}

// char reads one character that may be a mark.
func (s *scan) char(r rune, i, n int) {
	closes := marks[r]
	switch {
	case r == '"' || r == '\'':
		s.straight(r, i, n)
	case r == '’' || strings.ContainsRune(closing, r) || r == '“' && s.isOpen('„') || r == '‘' && s.isOpen('‚'):
		if !s.closeBy(r, i, n) && r == '»' && s.opensHere(i, n) {
			s.push('»', i, n)
		}
	case r == '«' && s.isOpen('»'):
		s.pop('»', i, n)
	case closes != "" && s.opensHere(i, n):
		s.push(r, i, n)
	}
}

// straight reads a mark that looks the same at both ends. An apostrophe within
// a word, or behind one where no quotation in single marks is open, is none.
func (s *scan) straight(r rune, i, n int) {
	if s.isOpen(r) {
		if r == '\'' && (s.letterAt(i+n) || !s.letterBefore(i) && !s.stopBefore(i)) {
			return
		}
		s.pop(r, i, n)
		return
	}
	if s.opensHere(i, n) && (r == '"' || !s.letterBefore(i)) {
		if r == '\'' && s.digitAt(i+n) {
			return // '99
		}
		s.push(r, i, n)
	}
}

// closeBy closes the innermost quotation that mark r ends.
func (s *scan) closeBy(r rune, i, n int) bool {
	if r == '’' && s.letterAt(i+n) {
		return true // an apostrophe
	}
	for k := len(s.stack) - 1; k >= 0; k-- {
		if strings.ContainsRune(marks[s.stack[k].mark], r) {
			s.pop(s.stack[k].mark, i, n)
			return true
		}
	}
	return r == '’'
}

// opensHere reports whether a mark at i stands where quotations begin: not
// behind a letter, and before something.
func (s *scan) opensHere(i, n int) bool {
	if s.letterBefore(i) || i+n >= len(s.text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i+n:])
	return !unicode.IsSpace(r)
}

func (s *scan) letterBefore(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func (s *scan) stopBefore(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return strings.ContainsRune(".,!?…)-–—\"”", r)
}

func (s *scan) letterAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(i, len(s.text)):])
	return unicode.IsLetter(r)
}

func (s *scan) digitAt(i int) bool {
	return i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9'
}

func (s *scan) push(mark rune, i, n int) {
	if len(s.stack) < maxOpen {
		s.stack = append(s.stack, open{mark, i, n})
	}
}

// pop closes the innermost quotation of that mark; what is open within it was
// none.
func (s *scan) pop(mark rune, i, n int) {
	for k := len(s.stack) - 1; k >= 0; k-- {
		if o := s.stack[k]; o.mark == mark {
			s.stack = s.stack[:k]
			if k == 0 {
				s.held = s.held[:0]
				s.add(o, i, i+n, false)
			} else if k == 1 && (s.stack[0].mark == '\'' || s.stack[0].mark == '‘') {
				s.held = append(s.held, held{o, i, i + n}) // the mark below may be an apostrophe
			}
			return
		}
	}
}

// add keeps an outermost quotation.
func (s *scan) add(o open, end, behind int, unclosed bool) {
	inner := entente.Span{Start: o.at + o.len, End: end}
	for inner.End > inner.Start && (s.text[inner.End-1] == ' ' || s.text[inner.End-1] == '\t') {
		inner.End--
	}
	if inner.IsEmpty() {
		return
	}
	q := quoted{outer: entente.Span{Start: o.at, End: behind}, inner: inner, open: unclosed}
	q.goes = s.last == o.mark && o.mark != 0 && s.firstOfLine(o.at)
	s.out = append(s.out, q)
}

// firstOfLine reports whether only blanks stand before i in its line.
func (s *scan) firstOfLine(i int) bool {
	for i > 0 && (s.text[i-1] == ' ' || s.text[i-1] == '\t') {
		i--
	}
	return i == 0 || s.text[i-1] == '\n'
}

// endLine ends what the paragraph leaves open. A single mark that is never
// closed was an apostrophe.
func (s *scan) endLine(i int) {
	blank := i == 0 || s.text[i-1] == '\n'
	if len(s.stack) == 0 {
		if !blank {
			s.last = 0
		}
		return
	}
	o := s.stack[0]
	s.stack = s.stack[:0]
	if o.mark == '\'' || o.mark == '‘' {
		for _, h := range s.held {
			if n := len(s.out); n == 0 || s.out[n-1].outer.End <= h.o.at {
				s.add(h.o, h.end, h.behind, false)
			}
		}
		s.held = s.held[:0]
		return
	}
	s.add(o, i, i, true)
	s.last = o.mark
}
