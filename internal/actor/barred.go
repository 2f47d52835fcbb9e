package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// maxToVerb bounds the words between a pronoun and the verb that it is an
// object of.
const maxToVerb = 9

// barred returns the mention that is the subject of the verb whose object the
// pronoun at token i is, which "him", "them" and "it" cannot stand for (Chomsky 1981,
// principle B), also where another verb stands between: "police charged and beat
// them", "charged, beating them"; -1 for none.
func (w *Worker) barred(i int) int {
	if !oneOf(w.text(i), "him", "them") && !(equalFold(w.text(i), "it") && w.toldIt(i)) {
		return -1
	}
	first, _ := w.bounds(w.sentence)
	verb := w.verbBefore(i, first)
	if verb < 0 {
		return -1
	}
	j := verb
	for j >= first {
		if u := w.d.Tokens[j].UPOS; u != entente.VERB && u != entente.AUX && u != entente.ADV && u != entente.ADP && u != entente.PART {
			break
		}
		j--
	}
	if j < first {
		return -1
	}
	if k := len(w.d.Mentions) - 1; k >= 0 && w.d.Mentions[k].Last == j+1 {
		return k
	}
	switch u := w.d.Tokens[j].UPOS; {
	case u == entente.CCONJ, (u == entente.PUNCT || u == entente.SCONJ) && strings.HasSuffix(w.text(verb), "ing"):
		return w.subjectBefore(j, first)
	}
	return -1
}

// subjectBefore returns the mention right before the first verb of the sentence,
// where that stands before token j; -1 for none.
func (w *Worker) subjectBefore(j, first int) int {
	subject := w.info[w.sentence].subject
	if subject > j {
		return -1
	}
	for k := len(w.d.Mentions) - 1; k >= 0 && w.d.Mentions[k].First >= first; k-- {
		if w.d.Mentions[k].Last == subject {
			return k
		}
	}
	return -1
}

// verbBefore returns the verb whose object the word at token i is, a
// preposition or a number in between; -1 for none.
func (w *Worker) verbBefore(i, first int) int {
	for j := i - 1; j >= max(first, i-maxToVerb); j-- {
		switch w.d.Tokens[j].UPOS {
		case entente.VERB, entente.AUX:
			return j
		case entente.ADV, entente.ADP, entente.PART, entente.NUM:
		default:
			return -1
		}
	}
	return -1
}
