package brief

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// What a sentence must be in order to be quoted: understood without those around it.

// alone reports whether a sentence can be understood without those around it: it
// is whole, names whom its pronouns mean, and nobody speaks for himself.
func alone(d *entente.Document, k int, text string, last entente.Day, topic *common) bool {
	s := &d.Sentences[k]
	words := strings.Fields(text)
	if !complete(d, k, words) || definite(d, s, topic) || wanting(d, s) || hollow(d, s, text, topic) || points(d, s) || unnamed(d, s, topic) || leans(d, k, topic) || inherits(d, k) {
		return false
	}
	named := false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch w := strings.ToLower(t.Span.In(d.Text)); {
		case w == "that" && t.XPOS == "DT", w == "such" && i+1 < s.Last && d.Tokens[i+1].Span.In(d.Text) != "as":
			return false
		case (w == "they" || w == "he" || w == "she") && t.Head >= 0 && d.Tokens[t.Head].Head < 0 && t.Deprel.Universal() == entente.Nsubj:
			return false // who the sentence is about is not said in it
		case t.UPOS == entente.PROPN && !dated(d, i):
			named = true
		case (w == "neighbouring" || w == "neighboring") && !named:
			return false // whose neighbours they are is not said
		case t.UPOS == entente.PRON && speaking(w):
			return false
		case (t.UPOS == entente.PRON || t.UPOS == entente.DET) && pointing(w) && !(w == "this" && i+1 < s.Last && season(d.Tokens[i+1].Span.In(d.Text))):
			return false
		case t.UPOS == entente.PRON && (w == "it" || w == "them") && t.Deprel.Universal() == entente.Obj && nounsBefore(d, s, i) < 2:
			return false
		case w == "it" && t.Deprel.Universal() == entente.Nsubj && thingsBefore(d, s, i) == 0:
			return false
		case t.UPOS == entente.PRON && (w == "their" || w == "its" || w == "they") && nounsBefore(d, s, i) > 0:
		case t.UPOS == entente.PRON && human(w) && !personIn(d, s, i):
			return false
		case t.UPOS == entente.PRON && w == "one" && i > s.First && strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "no"):
		case t.UPOS == entente.PRON && needsContext(w) && !named && t.XPOS != "WP" && t.XPOS != "WDT":
			return false
		case w == "will" && d.Day() < last && !ahead(d, s, last):
			return false // of a day that may be over
		}
	}
	return true
}

// personIn reports whether a sentence has somebody whom a pronoun for a person, its
// token i, may mean: a person by name or a noun before it, or a name behind it where
// the pronoun is an owner ("In his speech, Anna Berg").
func personIn(d *entente.Document, s *entente.Sentence, i int) bool {
	for k := s.First; k < i; k++ {
		if d.Tokens[k].UPOS == entente.NOUN && !dated(d, k) {
			return true
		}
	}
	return slices.ContainsFunc(d.Entities, func(e entente.Entity) bool {
		return e.Type == entente.PER && e.First >= s.First && e.First < s.Last && (e.First < i || d.Tokens[i].Deprel == entente.NmodPoss)
	})
}

// hollow reports whether a sentence of a single report names nobody, has no number
// and few words: "No longer is there a clear favourite".
func hollow(d *entente.Document, s *entente.Sentence, text string, topic *common) bool {
	const few = 7
	if topic != nil && !topic.alone || len(content(text)) >= few {
		return false
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if t := &d.Tokens[i]; t.UPOS == entente.PROPN && !dated(d, i) || t.UPOS == entente.NUM {
			return false
		}
	}
	return true
}

// wanting reports whether a main verb that answers something stands without what it
// answers: "agreed and denied both motions".
func wanting(d *entente.Document, s *entente.Sentence) bool {
	if !s.Parsed {
		return false
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		switch t := &d.Tokens[i]; t.Lemma {
		case "agree", "refuse", "comply", "consent", "oblige", "decline", "respond", "reply":
			if t.UPOS == entente.VERB && ofMain(d, i) && !completed(d, s, i) {
				return true
			}
		}
	}
	return false
}

// completed reports whether anything but a day, an adverb or another verb hangs on a
// verb behind it, or stands before it as what is said.
func completed(d *entente.Document, s *entente.Sentence, v int) bool {
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if int(d.Tokens[i].Head) != v || dated(d, i) {
			continue
		}
		switch d.Tokens[i].Deprel.Universal() {
		case entente.Obj, entente.Iobj, entente.Obl, entente.Ccomp, entente.Xcomp, entente.Advcl, entente.Parataxis:
			return true
		}
	}
	return d.Tokens[v].Deprel.Universal() == entente.Parataxis || d.Tokens[v].Deprel.Universal() == entente.Ccomp
}

// ahead reports whether a sentence names a day that lies behind the last report.
func ahead(d *entente.Document, s *entente.Sentence, last entente.Day) bool {
	return slices.ContainsFunc(d.Dates, func(x entente.TimeExpr) bool { return s.Span.Contains(x.Span) && x.From.Known() && x.From > last })
}

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

// anaphora reports whether a sentence opens with what joins it to the one before,
// or with "the" and a noun that means something named there.
func anaphora(words []string) bool {
	if len(words) > 2 {
		switch words[0] + " " + words[1] {
		case "For example,", "For instance,", "In addition,", "In addition", "In contrast,", "By contrast,", "In turn,", "In fact,", "Doing so":
			return true
		}
		switch words[0] + " " + words[1] + " " + words[2] {
		case "As a result,", "In other words,", "As a consequence,":
			return true
		}
	}
	switch strings.TrimRight(words[0], ",;") {
	case "Similarly", "Likewise", "Furthermore", "Additionally", "Nevertheless", "Nonetheless", "Therefore", "Thus", "Hence", "Indeed", "Besides", "Finally", "Afterwards", "Otherwise":
		return strings.HasSuffix(words[0], ",") || strings.HasSuffix(words[0], ";")
	case "But", "And", "Or", "Then", "Meanwhile", "However", "Also", "Moreover", "Instead", "Earlier", "Later", "Previously", "Remaining", "There", "So", "Still", "Yet", "Other", "Others", "Another", "Similar", "Pictured", "-", "–", "•", "*":
		return true
	}
	for i, w := range words[:min(len(words), 4)] {
		if i > 0 && w == "following" && words[i-1] == "The" {
			return true
		}
		if w == "same" || w == "earlier," || w == "later," || w == "afterwards," || w == "after," {
			return true
		}
	}
	return len(words) > 2 && words[0] == "The" && (anaphoric(words[1]) && words[2] != "of" || words[1] == "two" || words[1] == "three")
}

// opensOn reports whether a sentence opens with a word that means something named
// before: That's, They.
func opensOn(word string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	return needsContext(first)
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
		return true // the first word of a headline: "W.Va. | man dies"
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

// pointing reports whether a word points at what stands before its sentence.
func pointing(w string) bool {
	switch w {
	case "this", "these", "those", "such":
		return true
	}
	return false
}

// season reports whether a word is a time that "this" may stand before in a report
// with a day: this year.
func season(w string) bool {
	switch w {
	case "year", "month", "week", "summer", "winter", "spring", "autumn", "fall", "season":
		return true
	}
	return false
}

// thingsBefore counts the subjects, objects and obliques before token i that are no
// persons by their full names: what "it" may mean.
func thingsBefore(d *entente.Document, s *entente.Sentence, i int) int {
	n := nounsBefore(d, s, i)
	for k := range d.Entities {
		if e := &d.Entities[k]; e.Type == entente.PER && e.Last-e.First > 1 && e.First >= s.First && e.First < i && n > 0 {
			n--
		}
	}
	return n
}

// nounsBefore counts the subjects, objects and obliques before token i of a sentence
// that are nouns or names: what "it" may mean within it.
func nounsBefore(d *entente.Document, s *entente.Sentence, i int) int {
	n := 0
	for k := s.First; k < i; k++ {
		if t := &d.Tokens[k]; (t.UPOS == entente.NOUN || t.UPOS == entente.PROPN) && !dated(d, k) && (t.Deprel.Universal() == entente.Nsubj || t.Deprel.Universal() == entente.Obj || t.Deprel.Universal() == entente.Obl) {
			n++
		}
	}
	return n
}

// definite reports whether what a sentence is about is "the" and a bare noun, someone
// by his age, or some of what was named before: "The move was", "Each year, the
// students", "The 24-year-old", "All three", "Most can't".
func definite(d *entente.Document, s *entente.Sentence, topic *common) bool {
	if s.First < 0 || s.First+2 >= min(s.Last, len(d.Tokens)) {
		return false
	}
	form := func(i int) string { return strings.ToLower(d.Tokens[i].Span.In(d.Text)) }
	verb := func(i int) bool { return d.Tokens[i].UPOS == entente.VERB || d.Tokens[i].UPOS == entente.AUX }
	switch form(s.First) {
	case "the":
		second := &d.Tokens[s.First+1]
		switch {
		case second.UPOS == entente.ADJ: // the largest, the latter
			return verb(s.First+2) || form(s.First+2) == ","
		case second.UPOS == entente.NUM && (form(s.First+2) == "-" || form(s.First+2) == "year"): // the 24-year-old
			return true
		case second.UPOS == entente.NOUN && form(s.First+2) == "," && s.First+3 < s.Last && d.Tokens[s.First+3].UPOS == entente.NUM:
			return true // the actress, 26,
		case second.UPOS == entente.NOUN && (verb(s.First+2) || form(s.First+2) == ","):
			return !unique(form(s.First+1)) && !topic.has(form(s.First+1))
		}
	case "most", "many", "some", "several", "all", "few", "none", "each", "neither", "either", "two", "three", "four", "half":
		return verb(s.First+1) || form(s.First+1) == "," || d.Tokens[s.First+1].UPOS == entente.NUM && verb(s.First+2)
	}
	if d.Tokens[s.First].UPOS == entente.NUM && (verb(s.First+1) || form(s.First+1) == ",") {
		return true // five of what
	}
	return bareSubject(d, s, topic)
}

// bareSubject reports whether the subject of the main verb is "the" and a noun that
// nothing describes, of which the sentence has not spoken before.
func bareSubject(d *entente.Document, s *entente.Sentence, topic *common) bool {
	if !s.Parsed {
		return false
	}
	for i := s.First + 1; i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.UPOS != entente.NOUN || t.Head < 0 || d.Tokens[t.Head].Head >= 0 || t.Deprel != entente.Nsubj && t.Deprel != entente.NsubjPass {
			continue
		}
		if w := strings.ToLower(t.Span.In(d.Text)); !strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "the") || unique(w) || topic.has(w) {
			return false
		}
		for k := s.First; k < min(s.Last, len(d.Tokens)); k++ {
			if int(d.Tokens[k].Head) == i && k != i-1 && d.Tokens[k].UPOS != entente.PUNCT {
				return false // something says which
			}
			if k < i-1 && (d.Tokens[k].UPOS == entente.NOUN || d.Tokens[k].UPOS == entente.PROPN) && !dated(d, k) {
				return false // it may be a part of what stands before
			}
		}
		return true
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

// unique reports whether "the" and a noun mean one thing that a reader of a country's
// news knows.
func unique(w string) bool {
	switch w {
	case "government", "president", "police", "army", "military", "parliament", "court", "minister", "opposition", "king", "queen", "pope", "navy", "senate",
		"congress", "internet", "public", "economy", "war", "weather", "sun", "world", "government's", "media", "authorities", "presidency", "cabinet", "legislature":
		return true
	}
	return false
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
		return true // "how long W.Va. | 61 will be closed"
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
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

var titles = strings.Fields("Rt Hon Const Sgt Lt Col Gen Maj Capt Cpl Pvt Det Insp Supt Dr Mr Mrs Ms Rev Sen Rep Gov Prof Pct No Fr Msgr")

var weekdays = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// dayLine reports whether a line of a report is nothing but the day or the hour: it is
// no heading.
func dayLine(d *entente.Document, k int) bool {
	s := strings.TrimSpace(d.Sentences[k].Span.In(d.Text))
	digits := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n,./:-–", r) }) {
		switch {
		case w[0] >= '0' && w[0] <= '9':
			digits = true
		case month(w) || slices.Contains(weekdays, w) || strings.EqualFold(w, "am") || strings.EqualFold(w, "pm") || strings.EqualFold(w, "GMT"):
		default:
			return false
		}
	}
	return digits
}

// month reports whether a word is the name of a month, or its first three letters.
func month(w string) bool {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); strings.EqualFold(name, w) || strings.EqualFold(name[:3], w) {
			return true
		}
	}
	return false
}
