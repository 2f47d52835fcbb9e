package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Sentences without an event are not parsed: what their words stand for is told by those
// right beside them.

// unspecificFlat is [unspecific] for a sentence without a tree.
func unspecificFlat(d *entente.Document, s *entente.Sentence, topic *common) bool {
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if (t.UPOS == entente.NOUN || t.UPOS == entente.PROPN) && relational(t.Lemma) && subjectFlat(d, s, i) && !measuredFlat(d, s, i) && !headed(d, topic, t.Lemma) {
			return true
		}
		if t.Lemma == "find" && t.XPOS == "VBN" && i > s.First && d.Tokens[i-1].Lemma == "be" && endsIn(d, s, i+1) {
			return true
		}
	}
	return false
}

// subjectFlat reports whether a verb with a tense follows token i, behind no more than
// words for a time.
func subjectFlat(d *entente.Document, s *entente.Sentence, i int) bool {
	j := i + 1
	for j < min(s.Last, len(d.Tokens)) && (dated(d, j) || d.Tokens[j].UPOS == entente.ADV) {
		j++
	}
	return j < min(s.Last, len(d.Tokens)) && tensed(&d.Tokens[j])
}

// measuredFlat reports whether the word before a measure, token i, says of what it is.
func measuredFlat(d *entente.Document, s *entente.Sentence, i int) bool {
	if i <= s.First {
		return false
	}
	switch t := &d.Tokens[i-1]; t.UPOS {
	case entente.NOUN:
		return true
	case entente.ADJ:
		return !general(t.Lemma)
	case entente.DET:
		w := strings.ToLower(t.Span.In(d.Text))
		return w != "the" && w != "its" && w != "their"
	case entente.PROPN, entente.NUM, entente.ADV, entente.PART:
		return false
	}
	return true
}

// endsIn reports whether nothing but words for a day and their prepositions follow from
// token i to the end of a sentence.
func endsIn(d *entente.Document, s *entente.Sentence, i int) bool {
	for ; i < min(s.Last, len(d.Tokens)); i++ {
		if t := &d.Tokens[i]; t.UPOS != entente.PUNCT && t.UPOS != entente.ADP && !dated(d, i) {
			return false
		}
	}
	return true
}

// outsideFlat is [outside] for a sentence without a tree.
func outsideFlat(d *entente.Document, s *entente.Sentence, topic *common) bool {
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch w := strings.ToLower(t.Span.In(d.Text)); {
		case w == "him" && !twoBefore(d, s, i),
			w == "others" && i > s.First && d.Tokens[i-1].UPOS == entente.NUM && !joinedBefore(d, s, i),
			w == "both" && sidesFlat(d, s, i),
			t.UPOS == entente.NOUN && placeNoun(w) && theFlat(d, s, i) && !placedBefore(d, s, i) && !topic.names(d, w):
			return true
		}
	}
	return false
}

// twoBefore reports whether a noun, or two persons by name, stand before token i, "him":
// the nearest may be the subject of its verb.
func twoBefore(d *entente.Document, s *entente.Sentence, i int) bool {
	for j := max(s.First, 0); j < i; j++ {
		if d.Tokens[j].UPOS == entente.NOUN && !dated(d, j) {
			return true
		}
	}
	n := 0
	for _, e := range d.Entities {
		if e.Type == entente.PER && e.First >= s.First && e.First < i {
			n++
		}
	}
	return n > 1
}

// sidesFlat is sides where nothing tells what hangs on what.
func sidesFlat(d *entente.Document, s *entente.Sentence, i int) bool {
	return sides(d, s, i) && !slices.ContainsFunc(d.Tokens[max(s.First, 0):i], func(t entente.Token) bool { return t.UPOS == entente.CCONJ })
}

// theFlat reports whether "the" stands right before a noun and nothing behind it that may
// say which: of, in, where, a name.
func theFlat(d *entente.Document, s *entente.Sentence, i int) bool {
	if i <= s.First || !strings.EqualFold(d.Tokens[i-1].Span.In(d.Text), "the") {
		return false
	}
	if i+1 >= min(s.Last, len(d.Tokens)) {
		return true
	}
	switch next := &d.Tokens[i+1]; next.UPOS {
	case entente.PROPN, entente.NOUN, entente.PART:
		return false
	case entente.ADP, entente.SCONJ, entente.PRON, entente.ADV:
		w := strings.ToLower(next.Span.In(d.Text))
		return dated(d, min(i+2, len(d.Tokens)-1)) && w == "on"
	}
	return true
}

// onlyVerb reports whether "will", token i, is the first verb of a sentence without a
// tree, and none in it has a past.
func onlyVerb(d *entente.Document, s *entente.Sentence, i int) bool {
	for j := max(s.First, 0); j < min(s.Last, len(d.Tokens)); j++ {
		if t := &d.Tokens[j]; t.XPOS == "VBD" || j < i && (t.UPOS == entente.VERB || t.UPOS == entente.AUX) {
			return false
		}
	}
	return true
}
