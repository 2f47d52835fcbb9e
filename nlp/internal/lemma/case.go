package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente/nlp/internal/word"
)

// caseRule says how the lemma of a form is written.
type caseRule byte

const (
	small  caseRule = 's' // in lower case
	asForm caseRule = 'f' // each letter as it is in the form
	title  caseRule = 't' // with a capital at its beginning
	caps   caseRule = 'c' // all in capitals
)

// caseRules are tried in this order, in training and where the rule leads to
// nothing that was seen.
var caseRules = []caseRule{small, asForm, title, caps}

// caseEntry is what a class, a shape and an ending say. A clear one is so for
// nearly all words.
type caseEntry struct {
	rule  caseRule
	clear bool
}

func (c caseEntry) encode() string {
	if c.clear {
		return string([]byte{byte(c.rule), '!'})
	}
	return string([]byte{byte(c.rule)})
}

func decodeCase(v string) (caseEntry, bool) {
	if v == "" || strings.IndexByte("sftc", v[0]) < 0 {
		return caseEntry{}, false
	}
	return caseEntry{caseRule(v[0]), v[1:] == "!"}, true
}

// longestCase is the length in bytes of the longest ending by which the case of
// a lemma is decided (-ian, -ese).
const longestCase = 4

// write returns a lemma in lower case as it is to be written.
func (c caseRule) write(form, lower string) string {
	switch c {
	case title:
		r, size := utf8.DecodeRuneInString(lower)
		if up := unicode.ToUpper(r); r != utf8.RuneError && up != r {
			return string(up) + lower[size:]
		}
	case caps:
		return strings.ToUpper(lower)
	case asForm:
		return like(form, lower)
	case small:
	}
	return lower
}

// like writes lower with the capitals of form, as far as the two have the same
// letters; what is left goes on in capitals only if all of form is in capitals.
func like(form, lower string) string {
	at, k := 0, 0
	for k < len(form) && at < len(lower) {
		r, size := utf8.DecodeRuneInString(form[k:])
		want, n := utf8.DecodeRuneInString(lower[at:])
		if r != want && unicode.ToLower(r) != want {
			break
		}
		at, k = at+n, k+size
	}
	if at == len(lower) && at == k {
		return form[:k]
	}
	rest := lower[at:]
	if at > 0 && form == strings.ToUpper(form) {
		rest = strings.ToUpper(rest)
	}
	return form[:k] + rest
}

// cased returns the lemma, given in lower case, as it is to be written: as the
// entry for the class, the shape of the form and its longest known ending says,
// if that is clear or if the lemma is written so; as it is written otherwise;
// else as the entry says.
func (m *Model) cased(w *word.Info, class uint8, lower string) string {
	e, _ := m.caseOf(w, class, shape(w.Form))
	first := e.rule.write(w.Form, lower)
	if e.clear {
		if e.rule == small && w.Flags&word.AllCaps == 0 && m.capital(w, class, lower) {
			return title.write(w.Form, lower)
		}
		return first
	}
	if m.isWritten(class, first) {
		return first
	}
	for _, c := range caseRules {
		if l := c.write(w.Form, lower); m.isWritten(class, l) {
			return l
		}
	}
	return first
}

// capital reports whether a form without capitals is one that should have one,
// of which the ending tells: "american", not "behavioral", even though that was
// seen in titles alone.
func (m *Model) capital(w *word.Info, class uint8, lower string) bool {
	if w.Flags&word.Capital != 0 || !m.isWritten(class, title.write(w.Form, lower)) {
		return false
	}
	e, n := m.caseOf(w, class, "c")
	return e.rule == asForm && n >= 2
}

// caseOf returns the entry for a form of that shape, and the length of the
// ending that it is for.
func (m *Model) caseOf(w *word.Info, class uint8, shape string) (caseEntry, int) {
	key := letter(class) + shape
	for n := min(longestCase, len(w.Lower)); n >= 0; n-- {
		if c, ok := m.cases[key+w.Lower[len(w.Lower)-n:]]; ok {
			return c, n
		}
	}
	if w.Flags&word.Capital == 0 {
		return caseEntry{rule: small}, 0
	}
	return caseEntry{rule: asForm}, 0
}

// The shapes of forms; capitals have their number behind, up to longCaps.
const longCaps = 6

// shape names the way in which a form is written with one byte.
func shape(form string) string {
	letters, ups, others := 0, 0, false
	first := false
	for i, r := range form {
		switch {
		case unicode.IsUpper(r):
			ups++
			letters++
			first = first || i == 0
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '.' && r != '\'' && r != '’':
			others = true
		}
	}
	switch {
	case others && ups == 0:
		return "a" // a1, an address
	case others:
		return "A"
	case ups == 0:
		return "l"
	case ups == letters && letters > 1:
		return string([]byte{'0' + byte(min(ups, longCaps))}) //nolint:gosec // a digit
	case letters == 1:
		return "o"
	case first && ups == 1:
		return "c"
	}
	return "m"
}
