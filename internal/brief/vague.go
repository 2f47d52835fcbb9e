package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
)

// A sentence may have all its parts and still say nothing alone: a number without what
// it counts, somebody found without how.

// unspecific reports whether a sentence is about a measure or a relation and does not say of
// what, names no more than a part of a series, or leaves open how somebody was found.
func unspecific(d *entente.Document, k int, topic *common) bool {
	s := &d.Sentences[k]
	if !s.Parsed {
		return unspecificFlat(d, s, topic)
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if (t.UPOS == entente.NOUN || t.UPOS == entente.PROPN) && relational(t.Lemma) && !measured(d, s, i) && !headed(d, topic, t.Lemma) {
			return true
		}
		if t.UPOS == entente.VERB && t.XPOS == "VBN" && found(d, k, i) {
			return true
		}
	}
	return false
}

// relational reports whether a noun is a measure or a relation: it says nothing without
// what it is of.
func relational(lemma string) bool {
	switch lemma {
	case "rate", "case", "number", "share", "figure", "total", "toll", "result", "level", "average", "percentage", "proportion", "amount", "count", "tally", "sum", "ratio",
		"gap", "relation", "tie", "reason", "cause", "outcome", "increase", "decrease", "majority", "reading", "date", "deadline":
		return true
	}
	return false
}

// general reports whether an adjective says nothing of what a measure is of.
func general(lemma string) bool {
	switch lemma {
	case "high", "low", "new", "total", "late", "final", "official", "actual", "annual", "yearly", "monthly", "weekly", "daily", "current", "last", "overall", "same", "first",
		"average", "previous", "recent", "large", "small", "great", "big", "good", "bad", "similar", "further", "more", "other", "only", "own", "exact", "preliminary", "early", "main",
		"real", "true", "clear", "possible", "much", "many", "few", "several", "national", "local":
		return true
	}
	return false
}

// measured reports whether a measure, token i, has what it is of: a phrase or a clause
// behind it, a noun or an adjective of kind before it, or what it is said to be. Only
// the subject of a main verb and what stands there with "the", "its" or nothing needs it.
func measured(d *entente.Document, s *entente.Sentence, i int) bool {
	t := &d.Tokens[i]
	subject := (t.Deprel == entente.Nsubj || t.Deprel == entente.NsubjPass) && t.Head >= 0 && ofMain(d, int(t.Head))
	bare := false
	for k := max(s.First, 0); k < min(s.Last, len(d.Tokens)); k++ {
		x := &d.Tokens[k]
		if int(x.Head) != i {
			continue
		}
		switch w := strings.ToLower(x.Span.In(d.Text)); x.Deprel.Universal() {
		case entente.Nmod:
			if (k > i || x.UPOS == entente.NOUN) && x.Deprel != entente.NmodUnmarked && !dated(d, k) && !(x.UPOS == entente.PROPN && local(d, k)) {
				return true
			}
			bare = bare || x.UPOS == entente.PRON
		case entente.Acl, entente.Appos, entente.Ccomp, entente.Conj:
			return true
		case entente.Compound:
			if x.UPOS != entente.PROPN {
				return true
			}
		case entente.Amod:
			if !general(x.Lemma) {
				return true
			}
		case entente.Det:
			if w != "the" && w != "its" && w != "their" {
				return true // "a number", "no case", "any result"
			}
			bare = true
		case entente.Cop:
			return true
		}
	}
	if t.Deprel.Universal() == entente.Compound || t.Deprel.Universal() == entente.Flat {
		return true
	}
	switch {
	case subject:
		return idiom(d, i)
	case t.Deprel.Universal() == entente.Obl || t.Deprel.Universal() == entente.Obj || t.Deprel.Universal() == entente.Nmod:
		switch t.Lemma {
		case "reason", "cause", "date", "deadline":
			return !bare || idiom(d, i) // "as its reason", "announced the date"
		}
		return !bare || idiom(d, i) || earlierNoun(d, s, i)
	}
	return true
}

// local reports whether a name, token k, says where: "the number in Kent".
func local(d *entente.Document, k int) bool {
	for i := max(k-6, 0); i < k; i++ {
		if t := &d.Tokens[i]; int(t.Head) == k && t.Deprel.Universal() == entente.Case {
			switch strings.ToLower(t.Span.In(d.Text)) {
			case "in", "at", "on", "from":
				return true
			}
		}
	}
	return false
}

// idiom reports whether a number, or a preposition other than "in", follows a measure:
// case 4, the number of.
func idiom(d *entente.Document, i int) bool {
	if i+1 < len(d.Tokens) {
		switch next := &d.Tokens[i+1]; {
		case next.UPOS == entente.NUM, next.XPOS == "IN" && !dated(d, min(i+2, len(d.Tokens)-1)) && !strings.EqualFold(next.Span.In(d.Text), "in"):
			return true
		}
	}
	return false
}

// earlierNoun reports whether a noun that is no measure stands before token i: "the firm
// published the results".
func earlierNoun(d *entente.Document, s *entente.Sentence, i int) bool {
	for k := max(s.First, 0); k < i; k++ {
		if t := &d.Tokens[k]; t.UPOS == entente.NOUN && !dated(d, k) && !relational(t.Lemma) {
			return true
		}
	}
	return false
}

// headed reports whether a headline that stands over the brief has a noun: it says of
// what it is.
func headed(d *entente.Document, topic *common, lemma string) bool {
	return topic.has(lemma) || topic != nil && slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(topic.title), between), func(w string) bool {
		return w == lemma || w == lemma+"s"
	})
}

// found reports whether token i is a passive such as "were found" that leaves open what
// was found of somebody: nothing but days and places hangs on it, and the headline or a
// sentence beside it has the dead.
func found(d *entente.Document, k, i int) bool {
	lemma := d.Tokens[i].Lemma
	switch lemma {
	case "find", "leave", "see", "describe", "call", "consider", "deem", "believe", "declare", "label", "dub", "regard":
	default:
		return false
	}
	s := &d.Sentences[k]
	passive, placed := false, false
	for j := max(s.First, 0); j < min(s.Last, len(d.Tokens)); j++ {
		t := &d.Tokens[j]
		if int(t.Head) != i {
			continue
		}
		switch t.Deprel.Universal() {
		case entente.Aux:
			passive = passive || t.Deprel == entente.AuxPass
		case entente.Obj, entente.Xcomp, entente.Ccomp, entente.Advcl, entente.Advmod, entente.Conj:
			if !dated(d, j) {
				return false
			}
		case entente.Obl:
			if as(d, j) {
				return false
			}
			placed = placed || !dated(d, j)
		}
	}
	if !passive || !ofMain(d, i) {
		return false
	}
	if lemma != "find" && lemma != "leave" && lemma != "see" {
		return !placed
	}
	if deadly(s.Span.In(d.Text)) {
		return false
	}
	near := d.Title
	for j := max(k-1, 0); j <= min(k+1, len(d.Sentences)-1); j++ {
		near += " " + d.Sentences[j].Span.In(d.Text)
	}
	return !placed || deadly(near)
}

// as reports whether a phrase, by its head, begins with "as".
func as(d *entente.Document, j int) bool {
	const far = 6
	for i := max(j-far, 0); i < j; i++ {
		if int(d.Tokens[i].Head) == j && d.Tokens[i].Deprel.Universal() == entente.Case && strings.EqualFold(d.Tokens[i].Span.In(d.Text), "as") {
			return true
		}
	}
	return false
}

// deadly reports whether a text speaks of the dead.
func deadly(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), between), func(w string) bool {
		switch w {
		case "dead", "died", "death", "deaths", "killed", "killing", "murder", "murdered", "murders", "body", "bodies", "slain", "homicide", "remains":
			return true
		}
		return false
	})
}

// serial reports whether a text is one of a series, or a label, and nothing else.
func serial(text string) bool {
	low := strings.ToLower(strings.TrimRight(text, ". "))
	for _, head := range []string{"q&a", "q & a", "in pictures", "in photos", "in quotes", "live:", "live updates", "as it happened", "timeline:", "factbox", "explainer", "profile:", "video:", "watch:", "gallery:"} {
		if strings.HasPrefix(low, head) {
			return true
		}
	}
	if strings.HasSuffix(low, "(continued)") || strings.HasSuffix(low, ", continued") || strings.HasSuffix(low, "- continued") {
		return true
	}
	words := strings.Fields(strings.Trim(low, "()[]"))
	n := len(words)
	if n < 2 || strings.Trim(words[n-2], "(),:-") != "part" {
		return false
	}
	number := strings.Trim(words[n-1], "()")
	if number == "" || strings.Trim(number, "ivx") != "" && strings.Trim(number, "0123456789") != "" && number != "one" && number != "two" && number != "three" {
		return false
	}
	if n == 2 || strings.HasPrefix(words[n-2], "(") {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(words[n-3])
	return strings.ContainsRune(",:;-–—", last)
}

// overtaken reports whether a sentence of a single report tells that something did not
// come about for the one whom the headline or the lead is about: what came of it in the
// end stands elsewhere in the report.
func overtaken(d *entente.Document, k int, topic *common) bool {
	s := &d.Sentences[k]
	if k < 1 || !s.Parsed || topic == nil || !topic.alone {
		return false
	}
	lead := d.Title
	for i := range d.Sentences[:min(k, firstFew)] {
		lead += " " + d.Sentences[i].Span.In(d.Text)
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.Deprel.Universal() != entente.Nsubj || t.UPOS != entente.PROPN || t.Head < 0 || !ofMain(d, int(t.Head)) || !strings.Contains(lead, t.Span.In(d.Text)) {
			continue
		}
		for j := i + 1; j < min(s.Last, len(d.Tokens)); j++ {
			x := &d.Tokens[j]
			negation := x.Lemma == "not" || x.Lemma == "n't" || x.Lemma == "never"
			if negation && x.Head >= 0 && ofMain(d, int(x.Head)) && did(d, s, int(x.Head)) || x.Lemma == "fail" && x.XPOS == "VBD" && ofMain(d, j) {
				return true
			}
		}
	}
	return false
}

// did reports whether "did" is the auxiliary of a verb.
func did(d *entente.Document, s *entente.Sentence, verb int) bool {
	for i := max(s.First, 0); i < verb; i++ {
		if int(d.Tokens[i].Head) == verb && strings.EqualFold(d.Tokens[i].Span.In(d.Text), "did") {
			return true
		}
	}
	return false
}
