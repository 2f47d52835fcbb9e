package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a sentence means by "him", "the city", "both sides" or "the plan" has to stand in
// it, or in what the reports of its story have in common.

// outside reports whether a word of a sentence means something that is not in it.
func outside(d *entente.Document, k int, topic *common) bool {
	s := &d.Sentences[k]
	if earlierThan(d, s) {
		return true
	}
	if !s.Parsed {
		return outsideFlat(d, s, topic)
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch w := strings.ToLower(t.Span.In(d.Text)); {
		case t.UPOS == entente.PRON && (w == "him" || w == "her") && t.Deprel != entente.NmodPoss && !otherPerson(d, s, i),
			t.UPOS == entente.PRON && w == "it" && t.Deprel.Universal() == entente.Obl && !otherThing(d, s, i),
			w == "others" && i > s.First && d.Tokens[i-1].UPOS == entente.NUM && !joinedBefore(d, s, i),
			t.Deprel == entente.NmodPoss && (w == "his" || w == "her") && anotherOwner(d, k, i),
			w == "both" && sides(d, s, i),
			t.UPOS == entente.NOUN && placeNoun(w) && bareThe(d, s, i) && !placedBefore(d, s, i) && !topic.names(d, w),
			t.UPOS == entente.NOUN && t.Deprel == entente.Obj && bareThe(d, s, i) && !understood(d, s, i, topic):
			return true
		}
	}
	return false
}

// bareObject reports whether a clause in words of ours has for its object "the" and a noun
// that nothing explains, at its end: "withdrew the announcement".
func bareObject(r report, text string, topic *common) bool {
	d := r.doc
	if r.ev.Sentence < 0 || r.ev.Sentence >= len(d.Sentences) {
		return false
	}
	s := &d.Sentences[r.ev.Sentence]
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if w := t.Span.In(d.Text); t.UPOS == entente.NOUN && i > s.First && strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "the") && strings.HasSuffix(text, " the "+w) && !understood(d, s, i, topic) {
			return true
		}
	}
	return false
}

// addition reports whether what is quoted ends in what joins it to the sentence before:
// "as well", "too".
func addition(text string) bool {
	words := strings.Fields(strings.ToLower(strings.TrimRight(strings.TrimSpace(text), ".")))
	n := len(words)
	return n > 2 && (words[n-1] == "too" || words[n-1] == "either" || words[n-2] == "as" && words[n-1] == "well")
}

// earlierThan reports whether a sentence counts from a time that it does not give: "a day
// earlier", "the day before".
func earlierThan(d *entente.Document, s *entente.Sentence) bool {
	for i := max(s.First, 0) + 1; i < min(s.Last, len(d.Tokens)); i++ {
		w, before := strings.ToLower(d.Tokens[i].Span.In(d.Text)), strings.ToLower(d.Tokens[i-1].Span.In(d.Text))
		counts := (w == "earlier" || w == "later") && span(before) ||
			w == "before" && before == "day" && i > s.First+1 && strings.EqualFold(d.Tokens[i-2].Span.In(d.Text), "the") && i+1 < s.Last && d.Tokens[i+1].UPOS == entente.PUNCT ||
			span(w) && (before == "following" || before == "next") && i > s.First+1 && strings.EqualFold(d.Tokens[i-2].Span.In(d.Text), "the")
		if !counts {
			continue
		}
		at := d.Tokens[i-1].Span.Start
		if !slices.ContainsFunc(d.Dates, func(x entente.TimeExpr) bool { return s.Span.Contains(x.Span) && x.Span.End < at }) && !verbBefore(d, s, i-1) {
			return true
		}
	}
	return false
}

// span reports whether a word is a unit of time.
func span(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "minute", "hour", "day", "night", "week", "month", "year", "decade", "morning":
		return true
	}
	return false
}

// verbBefore reports whether two verbs stand before token i: what is later is so
// than the first of them.
func verbBefore(d *entente.Document, s *entente.Sentence, i int) bool {
	n := 0
	for j := max(s.First, 0); j < i; j++ {
		if d.Tokens[j].UPOS == entente.VERB {
			n++
		}
	}
	return n > 1
}

// anotherOwner reports whether "his", token i, may mean somebody whom only the sentence before
// names: the one person in front of it is the subject of its clause, and that sentence is
// about another one.
func anotherOwner(d *entente.Document, k, i int) bool {
	if k == 0 {
		return false
	}
	s, before := &d.Sentences[k], &d.Sentences[k-1]
	if strings.ContainsRune(d.Text[before.Span.End:s.Span.Start], '\n') {
		return false
	}
	persons := func(from, to int) (out []string) {
		for _, e := range d.Entities {
			if e.Type == entente.PER && e.First >= from && e.First < to && e.Last > 0 && e.Last <= len(d.Tokens) {
				out = append(out, d.Tokens[e.Last-1].Span.In(d.Text))
			}
		}
		return out
	}
	here, there := persons(s.First, i), persons(before.First, before.Last)
	if len(here) != 1 || len(there) == 0 || slices.Contains(there, here[0]) {
		return false
	}
	for j := max(s.First, 0); j < i; j++ {
		if t := &d.Tokens[j]; t.UPOS == entente.NOUN && !dated(d, j) && (t.Deprel.Universal() == entente.Obj || t.Deprel.Universal() == entente.Obl) {
			return false
		}
	}
	return true
}

// otherPerson reports whether a sentence has somebody before token i, the object him or
// her, who is not the subject of its verb: nobody is told to praise himself by "him".
func otherPerson(d *entente.Document, s *entente.Sentence, i int) bool {
	verb := int(d.Tokens[i].Head)
	subject := func(j int) bool {
		for n := 0; j >= 0 && n < 20; n++ {
			if t := &d.Tokens[j]; int(t.Head) == verb && (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass) {
				return true
			}
			j = int(d.Tokens[j].Head)
		}
		return false
	}
	for j := max(s.First, 0); j < i; j++ {
		if t := &d.Tokens[j]; t.UPOS == entente.NOUN && !dated(d, j) && !subject(j) {
			return true
		}
	}
	return slices.ContainsFunc(d.Entities, func(e entente.Entity) bool {
		return e.Type == entente.PER && e.First >= s.First && e.First < i && !subject(e.First)
	})
}

// otherThing reports whether a sentence has a thing before token i, an "it" behind a
// preposition, that is neither the subject of its verb nor a person.
func otherThing(d *entente.Document, s *entente.Sentence, i int) bool {
	verb := int(d.Tokens[i].Head)
	for j := max(s.First, 0); j < i; j++ {
		t := &d.Tokens[j]
		if t.UPOS != entente.NOUN && t.UPOS != entente.PROPN || dated(d, j) {
			continue
		}
		switch t.Deprel.Universal() {
		case entente.Nsubj, entente.Obj, entente.Obl:
			if int(t.Head) != verb && (t.UPOS == entente.NOUN || t.Deprel.Universal() != entente.Nsubj) { // not one who speaks
				return true
			}
		}
	}
	return false
}

// joinedBefore reports whether "and" or a comma stands before what token i belongs to:
// "and twelve others".
func joinedBefore(d *entente.Document, s *entente.Sentence, i int) bool {
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		if t := &d.Tokens[j]; t.UPOS == entente.CCONJ || t.UPOS == entente.PUNCT {
			return true
		}
	}
	return false
}

// sides reports whether "both", token i, stands before a noun for sides of which no two
// are named in front: "both sides rejected it".
func sides(d *entente.Document, s *entente.Sentence, i int) bool {
	if i+1 >= min(s.Last, len(d.Tokens)) {
		return false
	}
	switch d.Tokens[i+1].Lemma {
	case "side", "party", "country", "government", "man", "woman", "leader", "team", "group", "company", "state", "nation", "case", "army", "minister", "president":
	default:
		return false
	}
	if i+2 < s.Last && strings.EqualFold(d.Tokens[i+2].Span.In(d.Text), "of") {
		return false
	}
	for j := max(s.First, 0); j < i; j++ {
		if d.Tokens[j].Deprel.Universal() == entente.Conj {
			return false
		}
	}
	return true
}

// placeNoun reports whether a noun means a place that has to be named.
func placeNoun(w string) bool {
	switch w {
	case "region", "city", "town", "village", "island", "area", "province", "territory", "district", "county", "neighborhood", "neighbourhood", "strip":
		return true
	}
	return false
}

// bareThe reports whether a noun, token i, has "the" before it and nothing else that
// says which.
func bareThe(d *entente.Document, s *entente.Sentence, i int) bool {
	if i <= s.First || !strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "the") {
		return false
	}
	for j := max(s.First, 0); j < min(s.Last, len(d.Tokens)); j++ {
		if int(d.Tokens[j].Head) == i && j != i-1 && d.Tokens[j].UPOS != entente.PUNCT && !dated(d, j) {
			switch d.Tokens[j].Deprel.Universal() {
			case entente.Case, entente.Cc, entente.Conj, entente.Advmod:
			default:
				return false
			}
		}
	}
	return true
}

// placedBefore reports whether a place is named before token i of a sentence, or right
// behind it.
func placedBefore(d *entente.Document, s *entente.Sentence, i int) bool {
	const near = 3
	at := d.Tokens[i].Span.Start
	end := d.Tokens[min(i+near, min(s.Last, len(d.Tokens))-1)].Span.End
	return slices.ContainsFunc(d.Places, func(p entente.Place) bool {
		return p.Use == entente.UseLiteral && p.Span.Start >= s.Span.Start && (p.Span.End <= at || p.Span.Start < end)
	})
}

// names reports whether the headline of a story that is printed, or of its report, has a word.
func (c *common) names(d *entente.Document, word string) bool {
	if c == nil || c.title == "" {
		return false // a brief of days or of a pair has no headlines
	}
	title := strings.ToLower(d.Title + " " + c.title)
	return strings.Contains(title, word[:min(len(word), 6)])
}

// understood reports whether a reader knows what "the" and a noun mean, an object: there is one, it
// is a part of what stands before, or the headline or several reports have it.
func understood(d *entente.Document, s *entente.Sentence, i int, topic *common) bool {
	w := strings.ToLower(d.Tokens[i].Span.In(d.Text))
	if wording(w) {
		return topic.names(d, w)
	}
	if unique(w) || topic.has(w) || topic.names(d, w) || dated(d, i) {
		return true
	}
	for j := max(s.First, 0); j < i-1; j++ {
		if t := &d.Tokens[j]; t.UPOS == entente.NOUN && !dated(d, j) {
			return true // it may be a part of it
		}
	}
	return single(w)
}

// wording reports whether a noun is what somebody said or handed over, of which a story has
// several.
func wording(w string) bool {
	switch w {
	case "announcement", "statement", "package", "request", "comment", "remark", "remarks", "comments", "report", "message", "letter":
		return true
	}
	return false
}

// single reports whether a noun with "the" means the only one, or is part of an idiom.
func single(w string) bool {
	switch w {
	case "ground", "sea", "air", "sky", "border", "way", "time", "end", "beginning", "oath", "lead", "title", "crown", "cup", "game", "match", "house", "ball", "role", "right", "power", "future",
		"past", "law", "truth", "country", "nation", "street", "streets", "road", "roads", "water", "dead", "poor", "rich", "market", "markets", "news", "press", "stage", "throne", "office",
		"presidency", "accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim", "claims", "state", "capital", "season", "series", "race", "election", "vote", "veto", "dollar", "euro", "climate", "environment", "scene", "floor", "line", "door", "brunt", "need",
		"visit", "trip", "talks", "meeting", "summit", "war", "bill", "trial", "protest", "protests", "truce", "ceasefire", "treaty", "agreement":
		return true
	}
	return false
}
