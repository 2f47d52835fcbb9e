package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is a text line without its marks. Spans count code points of the
// sentence; offset is where it begins in the record's text.
type sentence struct {
	plain    string
	runes    int
	offset   int
	entities []Entity
	dates    []Date
}

var (
	markForm  = regexp.MustCompile(`\[(PER|ORG|LOC|NORP) ([^\]|]+)(?:\|([^\]]*))?\]|\{([^}|]+)\|([^}]*)\}`)
	placeForm = regexp.MustCompile(`^([A-Z]{3,4}|-)(?: (met|mod))?$`)
)

// readSentence reads a text line with its marks and says what is wrong.
func readSentence(s string) (sentence, []string) {
	var out sentence
	var causes []string
	var plain strings.Builder
	at := 0
	for _, m := range markForm.FindAllStringSubmatchIndex(s, -1) {
		out.add(&plain, s[at:m[0]])
		at = m[1]
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[m[2*i]:m[2*i+1]]
		}
		start := out.runes
		if words := group(4); words != "" {
			out.add(&plain, words)
			d, err := newDate(Span{start, out.runes}, group(5))
			if err != nil {
				causes = append(causes, err.Error())
			}
			out.dates = append(out.dates, d)
			continue
		}
		out.add(&plain, group(2))
		e, err := newEntity(Span{start, out.runes}, group(1), group(3), m[6] >= 0)
		if err != nil {
			causes = append(causes, fmt.Sprintf("mark of %q: %v", group(2), err))
		}
		out.entities = append(out.entities, e)
	}
	out.add(&plain, s[at:])
	out.plain = plain.String()
	return out, append(causes, out.badCharacters()...)
}

func (s *sentence) add(plain *strings.Builder, words string) {
	plain.WriteString(words)
	s.runes += utf8.RuneCountInString(words)
}

func (s *sentence) badCharacters() []string {
	var causes []string
	if i := strings.IndexAny(s.plain, "[]{}|"); i >= 0 {
		causes = append(causes, fmt.Sprintf("bad mark: %q is left over", s.plain[i]))
	}
	if strings.ContainsAny(s.plain, "‘’“”") {
		causes = append(causes, "curly quotes; the format has straight ones")
	}
	if strings.ContainsFunc(s.plain, unicode.IsControl) {
		causes = append(causes, "tab or control character")
	}
	if strings.Contains(s.plain, "  ") || strings.TrimSpace(s.plain) != s.plain {
		causes = append(causes, "two blanks in a row, or a blank at an end")
	}
	return causes
}

// newEntity reads the code of a name's mark.
func newEntity(at Span, kind, code string, coded bool) (Entity, error) {
	e := Entity{Start: at.Start, End: at.End, Type: kind}
	if kind == "PER" || kind == "ORG" {
		if coded {
			return e, fmt.Errorf("%s takes no code", kind)
		}
		return e, nil
	}
	m := placeForm.FindStringSubmatch(code)
	if m == nil || kind == "NORP" && m[2] != "" {
		return e, fmt.Errorf("bad code %q", code)
	}
	if m[1] != "-" {
		if !listed(countryList, m[1]) {
			return e, fmt.Errorf("unknown country %s", m[1])
		}
		e.Country = &m[1]
	}
	use := map[string]string{"": "literal", "met": "metonymic", "mod": "modifier"}[m[2]]
	if kind == "NORP" {
		use = "demonym"
	}
	e.Use = &use
	return e, nil
}

// reference is a SPAN as it is typed: words, which occurrence, and of which
// sentence.
type reference struct {
	words    string
	nth      int // 1-based
	sentence int // -1: the sentence above the line
}

var (
	otherSentence = regexp.MustCompile(`^s(\d{1,3})/(.+)$`)
	occurrence    = regexp.MustCompile(`^(.+)#(\d{1,3})$`)
)

func newReference(s string) reference {
	ref := reference{words: strings.TrimSpace(s), nth: 1, sentence: -1}
	if m := otherSentence.FindStringSubmatch(ref.words); m != nil {
		ref.sentence, ref.words = number(m[1])-1, m[2]
	}
	if m := occurrence.FindStringSubmatch(ref.words); m != nil {
		ref.words, ref.nth = m[1], max(1, number(m[2]))
	}
	return ref
}

// find returns the code points of the n-th place where the words stand whole,
// n from 1. Words around " ... " are the ends of a longer span.
func (s *sentence) find(words string, n int) (Span, bool) {
	first, last, long := strings.Cut(words, " ... ")
	from, ok := findWhole(s.plain, first, 0, n)
	if !ok {
		return Span{}, false
	}
	to := from + len(first)
	if long {
		end, ok := findWhole(s.plain, last, to, 1)
		if !ok {
			return Span{}, false
		}
		to = end + len(last)
	}
	start := utf8.RuneCountInString(s.plain[:from])
	return Span{start, start + utf8.RuneCountInString(s.plain[from:to])}, true
}

// findWhole returns the byte where the n-th occurrence behind a byte begins.
// Occurrences do not overlap.
func findWhole(s, words string, from, n int) (int, bool) {
	if words == "" {
		return 0, false
	}
	for from <= len(s)-len(words) {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return 0, false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(words):])
		if wordRune(before) || wordRune(after) {
			from = i + 1
			continue
		}
		if n--; n == 0 {
			return i, true
		}
		from = i + len(words)
	}
	return 0, false
}

// wordRune says whether a rune belongs to a word. Hyphens, apostrophes and
// other marks part words.
func wordRune(r rune) bool {
	return r != utf8.RuneError && (r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// words returns what a span of the sentence covers.
func (s *sentence) words(at Span) string { return string([]rune(s.plain)[at.Start:at.End]) }

// quoted writes a reference for a message.
func (ref reference) quoted() string {
	out := strconv.Quote(ref.words)
	if ref.nth > 1 {
		out += " #" + strconv.Itoa(ref.nth)
	}
	return out
}
