package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// isSport reports whether the document is about sport or games: three words of
// that field or more, and one in sixty.
func (x *tree) isSport() bool {
	words, n := x.t.class("sport"), 0
	for _, l := range x.lemma {
		if words[l] {
			n++
		}
	}
	return n >= 3 && n*60 >= len(x.lemma)
}

// sportWindow is how far around a trigger, in tokens, a word of sport counts.
const sportWindow = 25

// nearSport reports whether a word of sport stands near token i.
func (x *tree) nearSport(i int) bool {
	words := x.t.class("sport")
	for k := max(0, i-sportWindow); k < min(len(x.lemma), i+sportWindow); k++ {
		if words[x.lemma[k]] {
			return true
		}
	}
	return false
}

// lower returns s in lower case, without copying when it is.
func lower(s string) string { return strings.ToLower(s) }

// maxContexts bounds the topics of one event.
const maxContexts = 4

// contextsOf returns the topics whose words stand in the sentence, in the order
// of the codes.
func (w *work) contextsOf(sent *entente.Sentence) []entente.EventContext {
	var have [64]bool
	for i := sent.First; i < sent.Last; i++ {
		for _, c := range w.x.t.contextOf(w.x.lemma[i]) {
			have[c] = true
		}
	}
	var out []entente.EventContext
	for c := range have {
		if have[c] && len(out) < maxContexts {
			out = append(out, entente.EventContext(c)) //nolint:gosec // below 64
		}
	}
	return out
}
