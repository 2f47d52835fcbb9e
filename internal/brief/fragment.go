package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// What shows that a sentence is none of the report, or not all of one: a rest of a
// caption, of a heading, of a sentence that was cut, of somebody's speech.

// complete reports whether sentence k says its own without those before it: it is a
// whole sentence with a full stop, under no heading, that opens with nothing that
// means what was named before.
func complete(d *entente.Document, k int, words []string) bool {
	s := &d.Sentences[k]
	if first, _ := utf8.DecodeRuneInString(words[0]); unicode.IsLower(first) {
		return false // something of the page stands before it
	}
	return !opensOn(words[0]) && !anaphora(words) && predicates(d, s) && !inQuotation(d, s) && !glued(d, s) && !severed(d, k) && !scenario(d, k) && !afterHeading(d, k) && !inSpeech(d, k) && !broken(d, k) && strings.HasSuffix(squeeze(s.Span.In(d.Text)), ".")
}

// predicates reports whether a sentence has a verb with a tense and a subject, which
// the main verb has itself where the tree is known: it is no fragment.
func predicates(d *entente.Document, s *entente.Sentence) bool {
	if s.First >= s.Last {
		return true // its words were not read
	}
	subject, verb := false, false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			verb = verb || subject || s.Parsed
		}
		switch {
		case s.Parsed:
			u := t.Deprel.Universal()
			subject = subject || (u == entente.Nsubj || u == entente.Csubj || u == entente.Expl) && ofMain(d, int(t.Head))
		case t.UPOS == entente.NOUN || t.UPOS == entente.PROPN || t.UPOS == entente.PRON:
			subject = true
		}
	}
	return subject && verb
}

// ofMain reports whether a verb is the main one of its sentence, is joined to it, or
// is what it says.
func ofMain(d *entente.Document, i int) bool {
	for n := 0; i >= 0 && n < 100; n++ {
		if d.Tokens[i].Head < 0 {
			return true
		}
		switch d.Tokens[i].Deprel.Universal() {
		case entente.Conj, entente.Ccomp, entente.Parataxis:
		default:
			return false
		}
		i = int(d.Tokens[i].Head)
	}
	return false
}

// afterHeading reports whether the sentence before is a word or two without a full
// stop: a heading such as "Claim", or the first half of a name.
func afterHeading(d *entente.Document, k int) bool {
	const few = 3
	for k > 0 && dayLine(d, k-1) {
		k--
	}
	if k == 0 {
		return false
	}
	before := squeeze(d.Sentences[k-1].Span.In(d.Text))
	if k == 1 && dateline(before) {
		return false
	}
	if len(strings.Fields(before)) == 1 && abbreviated(before) {
		return true // the first half of a sentence that was cut at an abbreviation
	}
	return len(strings.Fields(before)) <= few && !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, "?") && !strings.HasSuffix(before, "!")
}

// dateline reports whether the first sentence of a report is nothing but where it
// was written, and by whom, as the splitter cuts it off: "KYIV (Lantern) -".
func dateline(s string) bool {
	if strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—") {
		return isUpper(s)
	}
	first, _, _ := strings.Cut(s, " ")
	return len(first) > 2 && strings.HasSuffix(s, ")") && strings.ToUpper(first) == first
}

// dayLine reports whether a line of a report is nothing but the day or the hour: it is
// no heading.
func dayLine(d *entente.Document, k int) bool {
	s := strings.TrimSpace(d.Sentences[k].Span.In(d.Text))
	digits := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n,./:-–", r) }) {
		switch {
		case digit(w[0]):
			digits = true
		case month(w) || slices.Contains(weekdays, w) || strings.EqualFold(w, "am") || strings.EqualFold(w, "pm") || strings.EqualFold(w, "GMT"):
		default:
			return false
		}
	}
	return digits
}

// glued reports whether a heading, a caption or a link without a full stop runs into
// the sentence: a word of grammar with a capital stands within it, in front of a small
// one: "Read more The aim is".
func glued(d *entente.Document, s *entente.Sentence) bool {
	for i := max(s.First, 0) + 1; i+1 < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.UPOS == entente.PROPN || d.Tokens[i-1].UPOS == entente.PUNCT || d.Tokens[i-1].UPOS == entente.SYM || !isUpper(t.Span.In(d.Text)) || isUpper(d.Tokens[i+1].Span.In(d.Text)) || d.Tokens[i+1].UPOS == entente.PUNCT {
			continue
		}
		switch t.Span.In(d.Text) {
		case "The", "A", "An", "When", "While", "As", "In", "At", "On", "After", "Before", "If", "But", "And", "He", "She", "It", "They", "We", "This", "That", "There", "You", "For", "With":
			return true
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
			return true // cut before the number of a thing
		}
	}
	if k > 0 && (strings.HasSuffix(d.Sentences[k-1].Span.In(d.Text), "p. m.") || strings.HasSuffix(d.Sentences[k-1].Span.In(d.Text), "a. m.")) {
		return true // an hour that a machine wrote apart: the sentence may go on behind it
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

// inQuotation reports whether a sentence stands within words of somebody that began before
// it in its paragraph: a quotation that is open, or marks that do not come in pairs.
func inQuotation(d *entente.Document, s *entente.Sentence) bool {
	from := strings.LastIndexByte(d.Text[:s.Span.Start], '\n') + 1
	before := d.Text[from:s.Span.Start]
	return strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, "\"")%2 == 1
}

// inSpeech reports whether a sentence stands behind one that ends in a colon and is
// no heading: it is what somebody says there, and so is all that follows.
func inSpeech(d *entente.Document, k int) bool {
	for i := range d.Sentences[:k] {
		before, ok := strings.CutSuffix(strings.TrimSpace(d.Sentences[i].Span.In(d.Text)), ":")
		if !ok {
			continue
		}
		words := strings.Fields(before)
		if len(words) == 0 {
			continue
		}
		switch words[len(words)-1] {
		case "said", "says", "say", "stated", "wrote", "writes", "added", "told", "declared", "statement", "announced", "commented", "tweeted":
			return true
		}
		if i == k-1 && len(words) > 3 {
			return true
		}
	}
	return false
}

// broken reports whether a sentence was cut at a title, or at "a.m." or "p.m." with the
// day that goes with it in the next one.
func broken(d *entente.Document, k int) bool {
	ends := func(i int) bool {
		s := strings.TrimSpace(d.Sentences[i].Span.In(d.Text))
		return strings.HasSuffix(s, ".m.") || strings.HasSuffix(s, ".m")
	}
	day := func(i int) bool {
		first, _, _ := strings.Cut(strings.TrimSpace(d.Sentences[i].Span.In(d.Text)), " ")
		return slices.Contains(weekdays, strings.Trim(first, ".,"))
	}
	if k+1 < len(d.Sentences) && abbreviated(d.Sentences[k].Span.In(d.Text)) && digitFirst(d.Sentences[k+1].Span.In(d.Text)) {
		return true // cut between an abbreviation and its number
	}
	last := squeeze(d.Sentences[k].Span.In(d.Text))
	last = strings.TrimSuffix(last[strings.LastIndexByte(last, ' ')+1:], ".")
	return slices.Contains(titles, last) || len(last) == 1 && unicode.IsLower(rune(last[0])) || k > 0 && ends(k-1) && day(k) || k+1 < len(d.Sentences) && ends(k) && day(k+1)
}

// abbreviated reports whether a sentence ends in an abbreviation with full stops in it.
func abbreviated(s string) bool {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	return strings.Contains(s[strings.LastIndexByte(s, ' ')+1:], ".")
}

// digitFirst reports whether a sentence begins with a number.
func digitFirst(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && digit(s[0])
}

var titles = strings.Fields("Rt Hon Const Sgt Lt Col Gen Maj Capt Cpl Pvt Det Insp Supt Dr Mr Mrs Ms Rev Sen Rep Gov Prof Pct No Fr Msgr")
