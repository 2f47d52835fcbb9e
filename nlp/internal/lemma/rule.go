package lemma

import "strings"

// longest is the length in bytes of the longest ending that is looked at.
const longest = 6

// script turns a form in lower case into its lemma in lower case.
type script struct{ strip, add string }

// rule is what an ending says: its scripts, most frequent first. A clear one
// has a first script that most words with the ending follow.
type rule struct {
	clear   bool
	scripts []script
}

const (
	arrow = "\x1e" // between what a script strips and what it adds
	comma = "\x1d" // between scripts
)

func decodeRule(v string) (rule, bool) {
	if v == "" {
		return rule{}, false
	}
	r := rule{clear: v[0] == '!'}
	for s := range strings.SplitSeq(v[1:], comma) {
		strip, add, found := strings.Cut(s, arrow)
		if !found {
			return rule{}, false
		}
		r.scripts = append(r.scripts, script{strip, add})
	}
	return r, true
}

func (r rule) encode() string {
	var b strings.Builder
	b.WriteByte('?')
	if r.clear {
		b.Reset()
		b.WriteByte('!')
	}
	for i, s := range r.scripts {
		if i > 0 {
			b.WriteString(comma)
		}
		b.WriteString(s.encode())
	}
	return b.String()
}

func (s script) encode() string { return s.strip + arrow + s.add }

func (s script) apply(lower string) (string, bool) {
	stem, ok := strings.CutSuffix(lower, s.strip)
	if !ok || stem == "" || s.undoubles() && stem[len(stem)-1] != s.strip[0] {
		return "", false
	}
	if s.add == "" {
		return stem, true
	}
	return stem + s.add, true
}

// undoubles reports whether the script takes away the second of two like
// letters with an ending: planned, bigger.
func (s script) undoubles() bool {
	if s.add != "" || s.strip == "" {
		return false
	}
	switch s.strip[1:] {
	case "ed", "ing", "er", "est":
		return true
	}
	return false
}

// letters returns the lemma of a form in lower case, itself in lower case.
func (m *Model) letters(lower string, class uint8) string {
	l, sure := m.byRule(lower, class)
	if sure {
		return l
	}
	if p := m.prefixed(lower, class); p != "" {
		return p
	}
	if !drawnOut(lower) {
		return silentE(lower, l)
	}
	for _, n := range []int{1, 2} { // soooo: so; gooood: good
		if s, sure := m.byRule(shorten(lower, n), class); sure {
			return s
		}
	}
	return l
}

// byRule returns what the endings of a form say. The scripts of all of its
// endings are tried, those of the longest first: one that leads to a lemma that
// was seen with this part of speech goes before one that leads to a lemma seen
// with any, and both before the longest ending that is clear. sure says that
// the lemma was seen.
func (m *Model) byRule(lower string, class uint8) (lemma string, sure bool) {
	group, key := m.group(class), letter(class)
	usual := ""
	for n := min(longest, len(lower)); n >= 0; n-- {
		r, ok := m.rules[key+lower[len(lower)-n:]]
		if !ok {
			continue
		}
		other := ""
		for i, s := range r.scripts {
			l, ok := s.apply(lower)
			if !ok {
				continue
			}
			if m.isKnown(group, l) {
				return l, true
			}
			if other == "" && m.isKnownAnyhow(l) {
				other = l
			}
			if usual == "" && r.clear && (i == 0 || n == 0) {
				usual = l
			}
		}
		if other != "" {
			return other, true
		}
	}
	switch {
	case m.isKnown(group, lower): // series
		return lower, true
	case usual != "":
		return usual, false
	}
	return lower, false
}

// prefixes are those that irregular words keep their forms behind.
var prefixes = []string{"under", "over", "out", "fore", "mis", "with", "inter", "re", "un", "up"}

// prefixed returns the lemma of a word that is irregular behind a prefix
// (underwent, rebuilt), "" if it is none.
func (m *Model) prefixed(lower string, class uint8) string {
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(lower, p)
		if !ok || len(rest) < 3 {
			continue
		}
		for _, key := range []string{letter(class) + fold + rest, groupKey(m.group(class)) + rest} {
			if l, ok := m.exceptions[key]; ok && l == strings.ToLower(l) {
				return p + l
			}
		}
	}
	return ""
}

// silentE gives the lemma that was made of a form in -ed or -ing its -e back,
// where no English word ends without: -v, -u, -dg, a consonant before -l
// (recycled, unveiling but resolving).
func silentE(lower, lemma string) string {
	if lower != lemma+"ed" && lower != lemma+"ing" || len(lemma) < 3 {
		return lemma
	}
	last, before := lemma[len(lemma)-1], lemma[len(lemma)-2]
	switch {
	case last == 'v', last == 'u', last == 'g' && before == 'd', last == 'l' && strings.IndexByte("bcdfgkpstz", before) >= 0:
		return lemma + "e"
	}
	return lemma
}

// drawnOut reports whether a form has a letter three times in a row and is no
// Roman number.
func drawnOut(s string) bool {
	run := 1
	found, roman := false, true
	for i := range len(s) {
		if i > 0 && s[i] == s[i-1] {
			run++
		} else {
			run = 1
		}
		found = found || run == 3 && s[i] >= 'a' && s[i] <= 'z'
		roman = roman && strings.IndexByte("ivxlcdm", s[i]) >= 0
	}
	return found && !roman
}

// shorten cuts runs of three and more of a letter to n.
func shorten(s string, n int) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] == s[i] {
			end++
		}
		run := end - i
		if run >= 3 && s[i] >= 'a' && s[i] <= 'z' {
			run = n
		}
		b.WriteString(s[i : i+run])
		i = end
	}
	return b.String()
}
