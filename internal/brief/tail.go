package brief

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// head returns the longest beginning of a sentence that is whole without what
// follows: a relative or participial clause, an apposition or a further main
// clause behind a comma, up to the full stop. From start on it has at most most words; the end
// of the sentence is kept where somebody is named there on whose word it is. The
// place is that of the first byte that is left out.
func head(d *entente.Document, sentence, start, most int) (end int, ok bool) {
	s := &d.Sentences[sentence]
	if s.First < 0 || s.Last > len(d.Tokens) {
		return 0, false
	}
	last := s.Last - 1
	for last > s.First && d.Tokens[last].UPOS == entente.PUNCT {
		last--
	}
	for comma := last; comma > s.First; comma-- {
		if d.Tokens[comma].Span.In(d.Text) != "," || !closes(d, s, comma, last) {
			continue
		}
		end = d.Tokens[comma].Span.Start
		if end <= start {
			return 0, false
		}
		if n := len(strings.Fields(d.Text[start:end])); n < minQuoted {
			return 0, false
		} else if n <= most {
			return end, true
		}
	}
	return 0, false
}

// closes reports whether all between a comma and the end of a sentence is one
// subtree that adds to what stands before and does not change it.
func closes(d *entente.Document, s *entente.Sentence, comma, last int) bool {
	inner := false
	for i := comma + 1; i <= last; i++ {
		if i+1 < last && d.Tokens[i].Span.In(d.Text) == "," && strings.EqualFold(d.Tokens[i+1].Span.In(d.Text), "to") && d.Tokens[i+1].UPOS == entente.PART {
			return false // it may complete what stands before: asked the states, Iraq among them, to be cautious
		}
		inner = inner || d.Tokens[i].UPOS == entente.PUNCT && strings.ContainsAny(d.Tokens[i].Span.In(d.Text), ",;:—–")
		switch strings.ToLower(d.Tokens[i].Span.In(d.Text)) {
		case "if", "unless", "but", "not", "although", "though", "whether", "except", "or", "nor", "according", "however", "yet", "despite",
			"say", "says", "said", "told", "reported", "reports", "claimed", "claims", "alleged", "denied", "added", "announced":
			return false
		}
	}
	if !s.Parsed { // then the first word has to tell
		switch t := &d.Tokens[comma+1]; strings.ToLower(t.Span.In(d.Text)) {
		case "which", "who", "whose":
			return !inner
		default:
			return t.XPOS == "VBG" && t.UPOS == entente.VERB
		}
	}
	top := -1
	for i := comma + 1; i <= last; i++ {
		h := int(d.Tokens[i].Head)
		if h > comma && h <= last || h == comma {
			continue
		}
		if h < s.First || top >= 0 && d.Tokens[i].UPOS != entente.PUNCT {
			return false
		}
		if d.Tokens[i].UPOS != entente.PUNCT {
			top = i
		}
	}
	for i := s.First; i < comma; i++ { // nothing before hangs on what is left out
		if h := int(d.Tokens[i].Head); h > comma {
			return false
		}
	}
	if top < 0 {
		return false
	}
	switch t := &d.Tokens[top]; t.Deprel.Universal() {
	case entente.Acl, entente.Appos:
		// else the clause that it stands in may go on behind it, or it is one of a list
		return !inner && (t.Deprel.Universal() != entente.Appos || !strings.ContainsRune(d.Text[s.Span.Start:d.Tokens[comma].Span.Start], ':'))
	case entente.Advcl:
		if t.XPOS == "VBG" || t.XPOS == "VBN" {
			return true
		}
		h := int(t.Head)
		first := d.Tokens[comma+1].Span.In(d.Text)
		return besides(first) && h >= 0 && d.Tokens[h].Head < 0 && (d.Tokens[h].XPOS != "VBG" || !strings.EqualFold(first, "when"))
	case entente.Conj:
		return t.UPOS == entente.VERB && d.Tokens[comma+1].UPOS == entente.CCONJ
	}
	return false
}

// besides reports whether a word opens a clause that tells what else happened when, or
// why: it may go without a change of what is said before. Behind what was
// going on "when" tells what happened, and stays: he was walking home, when.
func besides(w string) bool {
	switch strings.ToLower(w) {
	case "after", "when", "as", "while", "because", "before", "where":
		return true
	}
	return false
}
