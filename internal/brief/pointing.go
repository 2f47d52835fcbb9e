package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a sentence may point at outside itself: by a pronoun, by "the" and a noun, by
// what joins it to the one before.

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
		case second.UPOS == entente.NOUN && form(s.First+2) == "also":
			return true // of what else, the sentence before says
		case second.UPOS == entente.NOUN && (verb(s.First+2) || form(s.First+2) == ","):
			return !unique(form(s.First+1)) && (!topic.has(form(s.First+1)) || bodyNoun(form(s.First+1)))
		}
	case "most", "many", "some", "several", "all", "few", "none", "each", "neither", "either", "two", "three", "four", "half":
		return verb(s.First+1) || form(s.First+1) == "," || d.Tokens[s.First+1].UPOS == entente.NUM && verb(s.First+2)
	}
	if d.Tokens[s.First].UPOS == entente.NUM && (verb(s.First+1) || form(s.First+1) == ",") {
		return true // five of what
	}
	return bareSubject(d, s, topic)
}

// bodyNoun reports whether a noun is one of a body or of one who speaks for it, of which every
// story has several.
func bodyNoun(w string) bool {
	switch w {
	case "ministry", "agency", "spokesman", "spokeswoman", "spokesperson", "department", "commission", "committee", "company", "party", "office", "official", "officials", "bureau", "council", "statement":
		return true
	}
	return false
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
		if w := strings.ToLower(t.Span.In(d.Text)); !strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "the") || unique(w) || topic.has(w) && !bodyNoun(w) {
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

// unnamed reports whether what a sentence of a single report is about is "the" and a
// noun that nothing but adjectives describes, and nobody is named in it: "The main
// current staff was elected".
func unnamed(d *entente.Document, s *entente.Sentence, topic *common) bool {
	if !s.Parsed || topic != nil && !topic.alone {
		return false
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if d.Tokens[i].UPOS == entente.PROPN && !dated(d, i) {
			return false
		}
	}
	subject := mainSubject(d, s)
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
	subject := mainSubject(d, s)
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

// mainSubject is the first token that is the subject of the main verb, -1 for none.
func mainSubject(d *entente.Document, s *entente.Sentence) int {
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if t := &d.Tokens[i]; t.Head >= 0 && d.Tokens[t.Head].Head < 0 && (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass) {
			return i
		}
	}
	return -1
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
