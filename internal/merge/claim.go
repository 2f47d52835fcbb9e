package merge

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// maxWords bounds the words that are kept of a sentence.
const maxWords = 48

// Claims returns what merging compares of the events of d, one each, in their
// order. It reads tokens, sentences, actors and events.
func Claims(d *entente.Document) []entente.Claim {
	out := make([]entente.Claim, len(d.Events))
	for i := range d.Events {
		e := d.Events[i]
		c := entente.Claim{Event: e}
		if e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
			s := &d.Sentences[e.Sentence]
			c.Sentence = s.Span
			c.Lemma, c.Words = wording(&e, d.Tokens[min(s.First, len(d.Tokens)):min(s.Last, len(d.Tokens))])
		}
		c.Event.Why, c.Event.Links = entente.Explanation{}, nil
		out[i] = c
	}
	return out
}

// wording returns the lemma of the trigger and the telling words of the
// sentence: nouns, verbs, adjectives and numbers that name neither a party nor
// a time.
func wording(e *entente.Event, sentence []entente.Token) (lemma string, words []uint32) {
	for i := range sentence {
		t := &sentence[i]
		if lemma == "" && t.Span.Overlaps(e.Trigger) {
			lemma = t.Lemma
		}
		if tells(t) && !partOf(e, t.Span) && len(words) < maxWords {
			words = append(words, hash(strings.ToLower(t.Lemma)))
		}
	}
	slices.Sort(words)
	return lemma, slices.Compact(words)
}

// tells reports whether a token says something about what happened.
func tells(t *entente.Token) bool {
	switch t.UPOS {
	case entente.NOUN, entente.VERB, entente.ADJ, entente.NUM, entente.PROPN:
		return !isCommon(t.Lemma)
	default:
		return false
	}
}

// partOf reports whether s names a party or the time of e, which are compared
// apart.
func partOf(e *entente.Event, s entente.Span) bool {
	for _, side := range [][]entente.Actor{e.Actors, e.Recipients} {
		for i := range side {
			if side[i].Span.Overlaps(s) {
				return true
			}
		}
	}
	return e.When.Span.Overlaps(s)
}

// isCommon reports whether a lemma stands in reports of all kinds.
func isCommon(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "give", "add", "report", "accord", "official", "people",
		"day", "week", "month", "year", "time", "new", "first", "last", "other", "many", "several", "one", "two", "country", "government",
		"president", "minister", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "also", "statement":
		return true
	}
	return false
}

// hash is FNV-1a (Fowler, Noll and Vo, 1991).
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// overlap is the share of the smaller set of words that stands in the other, in
// thousandths; -1 where one is too small to tell.
func overlap(a, b []uint32) int {
	if min(len(a), len(b)) < 3 {
		return -1
	}
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n * 1000 / min(len(a), len(b))
}
