package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// Where a line was lost two words stand as one: "vandalswants". What was lost with it
// nobody knows, so such a sentence is neither quoted nor told.

const (
	shortestGlued = 8 // letters of two words run together
	shortestHalf  = 4 // of each
)

// runInto reports whether a sentence has a word that nobody knows and that is two known
// ones, the first in the plural, the second with a capital or a word of grammar:
// compounds of English put nouns in the singular before nouns.
func (m *material) runInto(d *entente.Document, k int) bool {
	if m.known == nil || k < 0 || k >= len(d.Sentences) {
		return false
	}
	s := &d.Sentences[k]
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if w := t.Span.In(d.Text); len(w) >= shortestGlued && m.glued(w) {
			return true
		}
	}
	return false
}

// glued reports whether a form is two words run together.
func (m *material) glued(w string) bool {
	if first, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(first) {
		return false
	}
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	low := strings.ToLower(w)
	if m.known(low) || m.known(strings.TrimSuffix(low, "s")) || m.known(strings.TrimSuffix(low, "ed")) || m.known(strings.TrimSuffix(low, "d")) || m.known(strings.TrimSuffix(low, "ing")) || m.known(strings.TrimSuffix(low, "ly")) {
		return false
	}
	for i := shortestHalf; i <= len(low)-shortestHalf; i++ {
		a, b := low[:i], low[i:]
		plural := strings.HasSuffix(a, "s") && !strings.HasSuffix(a, "ss") && m.known(a[:len(a)-1]) && !m.known("s"+b) // not bomb-shell
		if m.known(a) && m.known(b) && (plural || grammatical(b) || unicode.IsUpper(rune(w[i]))) {
			return true
		}
	}
	return false
}

// grammatical reports whether a word is one of grammar, or a verb that often follows a
// subject, and so no second half of a compound.
func grammatical(w string) bool {
	switch w {
	case "said", "says", "wants", "have", "were", "will", "would", "could", "should", "been", "does", "with", "from", "that", "this", "they", "their", "into", "after", "about", "when", "which", "where":
		return true
	}
	return false
}
