package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// quotable returns a sentence of a report as it would be quoted, in at most so many
// words: the whole of it, or what is left when a phrase goes that the writer has set
// off with a comma at its head or at its end. What the report itself quotes within
// it stands in single quotation marks.
func quotable(d *entente.Document, sentence, most int) (string, bool) {
	if sentence < 0 || sentence >= len(d.Sentences) || d.InRelated(d.Sentences[sentence].Span) || teaser(d, sentence) {
		return "", false
	}
	s := &d.Sentences[sentence]
	said := func(from, to int) string { return afterDateline(squeeze(afterCapitals(d.Text[from:to]))) }
	text := said(s.Span.Start, s.Span.End)
	if len(strings.Fields(text)) > most {
		if text = shorter(d, sentence, most, said); text == "" {
			return "", false
		}
	}
	text, ok := nested(text)
	ok = ok && !runOn(text)
	n := len(strings.Fields(text))
	return strings.TrimRight(text, "."), ok && n >= minQuoted && n <= most
}

// shorter returns a sentence without what stands set off at its end, at its head, or
// at both, as far as is needed for it to have so many words; "" when that cannot be.
func shorter(d *entente.Document, sentence, most int, said func(from, to int) string) string {
	s := &d.Sentences[sentence]
	if end, ok := head(d, sentence, s.Span.Start, most); ok {
		return said(s.Span.Start, end)
	}
	from, ok := front(d, s)
	if !ok {
		return ""
	}
	if text := said(from, s.Span.End); len(strings.Fields(text)) <= most {
		return text
	}
	if end, ok := head(d, sentence, from, most); ok {
		return said(from, end)
	}
	return ""
}

// nested makes the quotation marks within a sentence single ones, and fails where
// they do not come in pairs, or where most of the sentence is another's words.
func nested(text string) (string, bool) {
	for _, mark := range []string{"''", "``", "â ", "\uFFFD", " | "} { // marks of other systems, one read in a wrong encoding, bylines
		if strings.Contains(text, mark) {
			return "", false
		}
	}
	for i := 1; i+2 < len(text); i++ {
		if text[i] == '.' && text[i+1] == ' ' && digit(text[i-1]) && digit(text[i+2]) || strings.HasPrefix(text[i:], ". com ") {
			return "", false // a number, or an address, that was taken apart: "$368. 0 million"
		}
	}
	for _, mark := range []string{"(", "[", "'", "‘"} {
		if strings.HasPrefix(text, mark) {
			return "", false
		}
	}
	if !strings.ContainsAny(text, "\"“”") {
		return text, true
	}
	if strings.Contains(text, "‘") || strings.Contains(text, "’’") {
		return "", false
	}
	var b strings.Builder
	open, inside, words := false, 0, len(strings.Fields(text))
	for i, r := range text {
		switch {
		case r != '"' && r != '“' && r != '”':
			b.WriteRune(r)
			if open && r == ' ' {
				inside++
			}
			continue
		case open && r == '“' || !open && (r == '”' || i == 0 || text[i-1] != ' '):
			return "", false
		case open:
			b.WriteString("’")
		default:
			b.WriteString("‘")
			inside++
		}
		open = !open
	}
	return b.String(), !open && 2*inside <= words
}

// front returns where a sentence begins behind a phrase that stands before its
// subject and is set off with a comma.
func front(d *entente.Document, s *entente.Sentence) (int, bool) {
	if !s.Parsed || s.First < 0 || s.Last > len(d.Tokens) {
		return 0, false
	}
	comma := -1
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head < 0 && comma < 0 {
			return 0, false // the main verb stands before
		}
		switch w := strings.ToLower(d.Tokens[i].Span.In(d.Text)); {
		case w == ",":
			if spareFront(d, s, i) {
				return d.Tokens[i+1].Span.Start, true
			}
		case bindsFront(w):
			return 0, false
		}
	}
	return 0, false
}

// bindsFront reports whether a word makes what stands behind a phrase hang on it.
func bindsFront(w string) bool {
	switch w {
	case "if", "unless", "although", "though", "while", "whether", "despite", "until", "except", "without", "according", "once", "but", "not", "instead", "unlike",
		"say", "says", "said", "told", "reported", "\"", "“", "”", "(", "when":
		return true
	}
	return false
}

// tells reports whether a verb is one of saying.
func tells(lemma string) bool {
	switch lemma {
	case "say", "tell", "report", "add", "announce", "claim", "state", "allege", "warn", "insist", "explain", "write", "think", "believe":
		return true
	}
	return false
}

// spareFront reports whether all before a comma is one phrase that hangs on the
// main verb, and the subject follows.
func spareFront(d *entente.Document, s *entente.Sentence, comma int) bool {
	top := -1
	for i := s.First; i < comma; i++ {
		h := int(d.Tokens[i].Head)
		if h >= s.First && h < comma || h == comma {
			continue
		}
		if d.Tokens[i].UPOS == entente.PUNCT {
			continue
		}
		if top >= 0 || h < 0 || d.Tokens[h].Head >= 0 {
			return false
		}
		top = i
	}
	if top < 0 || comma+2 >= s.Last {
		return false
	}
	switch d.Tokens[top].Deprel.Universal() {
	case entente.Obl, entente.Advcl, entente.Advmod:
	default:
		return false
	}
	root := int(d.Tokens[top].Head)
	if tells(d.Tokens[root].Lemma) || speaks(d, s.First, comma) || bound(d, s, comma+1) {
		return false // what is said may stand before, or on whose word, or what is meant
	}
	for i := comma + 1; i < s.Last; i++ {
		if h := int(d.Tokens[i].Head); h >= s.First && h < comma {
			return false // it hangs on what would go
		}
	}
	subject := slices.IndexFunc(d.Tokens[comma+1:s.Last], func(t entente.Token) bool {
		return int(t.Head) == root && (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass)
	})
	if subject < 0 {
		return false
	}
	first := &d.Tokens[comma+1]
	if needsContext(first.Span.In(d.Text)) || first.UPOS == entente.PRON {
		return false
	}
	for i := comma + 1; i < comma+1+subject; i++ { // nothing but what belongs to the subject stands before it
		for k, n := i, 0; k != comma+1+subject; n++ {
			if k = int(d.Tokens[k].Head); k < 0 || k == root || n == 100 {
				return false
			}
		}
	}
	return true
}

// runOn reports whether a dateline stands within a text: a headline without a full
// stop has run into its report, "Budget criticised COLUMBUS, Ohio (AP) — The".
func runOn(text string) bool {
	for _, dash := range []string{") — ", ") – ", ") - ", ") -- "} {
		before, _, ok := strings.Cut(text, dash)
		if at := strings.LastIndexByte(before, '('); ok && at >= 0 && len(before)-at <= 16 && isUpper(before[at+1:]) {
			return true
		}
	}
	return false
}

// afterCapitals cuts a place in capitals off that only wide space parts from the
// report.
func afterCapitals(s string) string {
	place, rest, ok := strings.Cut(s, "  ")
	if !ok || len(place) < 3 || len(place) > 40 || strings.ToUpper(place) != place || strings.ContainsAny(place, "0123456789") || !isUpper(place) {
		return s
	}
	return strings.TrimSpace(rest)
}

// afterDateline cuts "CAIRO (Lantern) - " or "Goose Creek - " off the head of a report.
func afterDateline(s string) string {
	for _, dash := range []string{" — ", " – ", " - ", " -- "} {
		before, after, ok := strings.Cut(s, dash)
		if !ok || len(before) >= 60 || !isUpper(after) {
			continue
		}
		if strings.ToUpper(before[:min(3, len(before))]) == before[:min(3, len(before))] {
			return after
		}
		if words := strings.Fields(before); len(words) <= 3 && !slices.ContainsFunc(words, func(w string) bool { return !isUpper(w) }) {
			return after
		}
	}
	return s
}
