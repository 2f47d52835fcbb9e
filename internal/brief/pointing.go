package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// What a sentence may point at outside itself, and what shows that it is none of the
// report: the rests of captions, of headings and of sentences that were cut.

// points reports whether a word of a sentence means one of several that were named
// before: the other, the latter, both of nothing, another.
func points(d *entente.Document, s *entente.Sentence) bool {
	if unsaid(d, s) {
		return true
	}
	joined := false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		before, next := "", entente.PUNCT
		if i > s.First {
			before = strings.ToLower(d.Tokens[i-1].Span.In(d.Text))
		}
		if i+1 < s.Last {
			next = d.Tokens[i+1].UPOS
		}
		noun := next == entente.NOUN || next == entente.PROPN || next == entente.ADJ || next == entente.NUM
		switch strings.ToLower(t.Span.In(d.Text)) {
		case "latter":
			return true
		case "others":
			if before == "the" && next != entente.PRON && next != entente.ADP { // "the others who died with him"
				return true
			}
		case "former", "other":
			if before == "the" && !noun && next != entente.VERB { // "the other accused men"
				return true
			}
		case "another":
			if !noun && next != entente.VERB {
				return true
			}
		case "both":
			if !joined && !noun && next != entente.DET && next != entente.ADP && next != entente.PRON && t.Deprel != entente.CcPreconj {
				return true
			}
		}
		joined = joined || t.UPOS == entente.CCONJ
	}
	return false
}

// unsaid reports whether a sentence ends in who says it, and that is a pronoun for
// somebody or something whom it does not name: "…, it said".
func unsaid(d *entente.Document, s *entente.Sentence) bool {
	last := min(s.Last, len(d.Tokens)) - 1
	for last > s.First && d.Tokens[last].UPOS == entente.PUNCT {
		last--
	}
	if last-2 <= s.First || !tells(d.Tokens[last].Lemma) || d.Tokens[last-2].UPOS != entente.PUNCT {
		return false
	}
	switch strings.ToLower(d.Tokens[last-1].Span.In(d.Text)) {
	case "it", "they":
		return true
	case "he", "she":
		return !slices.ContainsFunc(d.Entities, func(e entente.Entity) bool { return e.Type == entente.PER && e.First >= s.First && e.First < last })
	}
	return false
}

// bound reports whether words from token "from" on may point into a phrase before them,
// which then cannot go without them: what is named there, by its, they, such.
func bound(d *entente.Document, s *entente.Sentence, from int) bool {
	named := false
	for i := max(s.First, 0); i < from; i++ {
		u := d.Tokens[i].UPOS
		named = named || (u == entente.NOUN || u == entente.PROPN) && !dated(d, i)
	}
	if !named {
		return false
	}
	for i := from; i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch strings.ToLower(t.Span.In(d.Text)) {
		case "its", "his", "her", "their", "they", "them", "he", "she", "him", "it", "this", "these", "those", "such", "there", "both", "one", "ones", "same":
			if t.Deprel != entente.Expl {
				return true
			}
		}
	}
	return false
}

// captioned reports whether a text has the words of a caption.
func captioned(low string) bool {
	for _, w := range []string{" l to r", "(l to r", "l-r)", "left to right", "from left", "pictured", "photo by", "photos by", "photo:", "photo courtesy", "file photo"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	for w := range strings.FieldsSeq(low) {
		if strings.Trim(w, ".,:;()[]") == "photo" {
			return true
		}
	}
	return false
}

// runTogether reports whether a word of a text begins small and goes on with another
// one: "stateIndiana", where a heading has lost its line. Names such as iPhone and
// macOS have fewer small letters in front, or none behind.
func runTogether(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if before, after, ok := strings.Cut(strings.TrimRight(w, "."), "m."); ok && len(after) > 1 && strings.HasSuffix(before, ".") && isUpper(after) {
			return true // "11 p.m.The hearing"
		}
		small := 0
		for i, r := range w {
			switch {
			case unicode.IsLower(r):
				small++
				continue
			case unicode.IsUpper(r) && small > 2 && small == utf8.RuneCountInString(w[:i]):
				next, _ := utf8.DecodeRuneInString(w[i+utf8.RuneLen(r):])
				if unicode.IsLower(next) {
					return true
				}
			}
			break
		}
	}
	return false
}

// severed reports whether a sentence was cut off from the one behind it, which goes on
// small on the same line, or begins with the rest of a number.
func severed(d *entente.Document, k int) bool {
	if text := strings.TrimSpace(d.Sentences[k].Span.In(d.Text)); text != "" && digit(text[0]) {
		if strings.HasPrefix(strings.TrimLeft(text, "0123456789"), "-") {
			return true
		}
		if k > 0 && !strings.ContainsRune(d.Text[d.Sentences[k-1].Span.End:d.Sentences[k].Span.Start], '\n') && !verbal(d, k-1) {
			return true // "Their first ID. | 3 electric cars"
		}
	}
	if k+1 >= len(d.Sentences) {
		return false
	}
	next := &d.Sentences[k+1]
	if strings.ContainsRune(d.Text[d.Sentences[k].Span.End:next.Span.Start], '\n') {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(next.Span.In(d.Text)))
	last := strings.TrimRight(d.Sentences[k].Span.In(d.Text), ". ")
	return unicode.IsLower(first) || unicode.IsDigit(first) && last != "" && digit(last[len(last)-1]) // "$368. | 9 million"
}

// verbal reports whether a sentence has a verb with a tense.
func verbal(d *entente.Document, k int) bool {
	s := &d.Sentences[k]
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if tensed(&d.Tokens[i]) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// scenario reports whether one of the sentences just before, in its paragraph, goes on
// behind a colon with a sentence of its own: what follows may be what somebody has in
// mind, not what the report tells.
func scenario(d *entente.Document, k int) bool {
	const far = 4
	for i := k - 1; i >= 0 && i >= k-far; i-- {
		if strings.ContainsRune(d.Text[d.Sentences[i].Span.End:d.Sentences[i+1].Span.Start], '\n') {
			return false
		}
		text := squeeze(d.Sentences[i].Span.In(d.Text))
		before, after, ok := strings.Cut(text, ": ")
		if ok && len(strings.Fields(before)) > 3 && len(strings.Fields(after)) > 2 && isUpper(after) {
			return true
		}
	}
	return false
}

// unnamed reports whether what a sentence of a single report is about is "the" and a
// noun that nothing but adjectives describes, and nobody is named in it: "The main
// current staff was elected".
func unnamed(d *entente.Document, s *entente.Sentence, topic *common) bool {
	if !s.Parsed || topic != nil && !topic.alone {
		return false
	}
	subject := -1
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.UPOS == entente.PROPN && !dated(d, i) {
			return false
		}
		if subject < 0 && t.Head >= 0 && d.Tokens[t.Head].Head < 0 && (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass) {
			subject = i
		}
	}
	if subject < 0 || d.Tokens[subject].UPOS != entente.NOUN || unique(strings.ToLower(d.Tokens[subject].Span.In(d.Text))) {
		return false
	}
	the := false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if int(d.Tokens[i].Head) != subject {
			continue
		}
		switch d.Tokens[i].Deprel.Universal() {
		case entente.Det:
			the = the || strings.EqualFold(d.Tokens[i].Span.In(d.Text), "the")
		case entente.Nmod, entente.Acl, entente.Appos, entente.Conj:
			return false
		}
	}
	return the
}

// firstFew are the sentences of a report that may be quoted whatever their subject is:
// what stands further down leans on what stands above it.
const firstFew = 3

// leans reports whether a sentence of a single report stands below its head and neither
// a name nor a number is in what it is about.
func leans(d *entente.Document, k int, topic *common) bool {
	if k < firstFew || topic == nil || !topic.alone {
		return false
	}
	s := &d.Sentences[k]
	if !s.Parsed {
		return false
	}
	subject := -1
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if t := &d.Tokens[i]; t.Head >= 0 && d.Tokens[t.Head].Head < 0 && (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass) {
			subject = i
			break
		}
	}
	if subject < 0 {
		return true
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if (t.UPOS == entente.PROPN || t.UPOS == entente.NUM) && !dated(d, i) && under(d, i, subject) {
			return false
		}
	}
	return true
}

// under reports whether token i is a token or hangs below it.
func under(d *entente.Document, i, top int) bool {
	for range 20 {
		if i == top {
			return true
		}
		if i = int(d.Tokens[i].Head); i < 0 {
			return false
		}
	}
	return false
}
