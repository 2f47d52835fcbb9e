package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a sentence must be in order to be quoted: understood without those around it.

// alone reports whether a sentence can be understood without those around it: it
// is whole, names whom its pronouns mean, and nobody speaks for himself.
func alone(d *entente.Document, k int, text string, last entente.Day, topic *common) bool {
	s := &d.Sentences[k]
	words := strings.Fields(text)
	if !complete(d, k, words) || addition(text) || definite(d, s, topic) || wanting(d, s) || hollow(d, s, text, topic) || points(d, s) || unnamed(d, s, topic) || leans(d, k, topic) || inherits(d, k) || unspecific(d, k, topic) || overtaken(d, k, topic) || outside(d, k, topic) {
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
// answers ("agreed and denied both motions"), or one that asks without what is asked.
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
		case "ask", "tell", "urge":
			if t.UPOS == entente.VERB && ofMain(d, i) && onlyWhom(d, s, i) {
				return true
			}
		}
	}
	return false
}

// onlyWhom reports whether of a verb of asking or telling nothing stands but whom: "the
// lawyer asked Smith".
func onlyWhom(d *entente.Document, s *entente.Sentence, v int) bool {
	whom := false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if int(d.Tokens[i].Head) != v || dated(d, i) {
			continue
		}
		switch d.Tokens[i].Deprel.Universal() {
		case entente.Obj, entente.Iobj:
			if whom || d.Tokens[i].UPOS != entente.PROPN && d.Tokens[i].UPOS != entente.PRON {
				return false
			}
			whom = true
		case entente.Obl, entente.Ccomp, entente.Xcomp, entente.Advcl, entente.Parataxis:
			return false
		}
	}
	return whom && d.Tokens[v].Deprel.Universal() != entente.Parataxis
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
