package actor

import "github.com/entente-news/entente"

// A number alone is people where it is what one does to people alone ("killing
// eight", "freed some 40 on Friday"), and a round one where it does what crowds
// do ("thousands rallied").

// counted adds the mention of a number at token i that stands for people, and
// returns the token after it; i when it does not.
func (w *Worker) counted(i, end int) int {
	t := &w.d.Tokens[i]
	round := isRound(t.Lemma)
	if !round && t.UPOS != entente.NUM || w.marks[i].entity != 0 || w.marks[i].capital && i > w.d.Sentences[w.sentence].First {
		return i
	}
	if !w.suffers(i, end) && !(round && w.crowds(i, end)) {
		return i
	}
	w.add(entente.Mention{Kind: entente.MentionNoun, First: i, Last: i + 1, Head: i, Actor: entente.Actor{Sector: entente.CVL}, Why: "a number of people"})
	return i + 1
}

func isRound(lemma string) bool {
	switch lemma {
	case "hundred", "thousand", "dozen", "score", "hundreds", "thousands", "dozens", "scores":
		return true
	}
	return false
}

// suffers reports whether the number at token i is the object of a verb that has
// only people for one, and nothing follows that it may count.
func (w *Worker) suffers(i, end int) bool {
	switch w.upos(i+1, end) {
	case entente.PUNCT:
		if !oneOf(w.text(i+1), ",", ".", ";", ":") {
			return false
		}
	case entente.ADP:
		if oneOf(w.text(i+1), "of", "per", "to") {
			return false
		}
	case entente.CCONJ, entente.ADV, entente.VERB, entente.PRON, entente.SCONJ, entente.UPOSNone:
	default:
		return false
	}
	first := w.d.Sentences[w.sentence].First
	j := i - 1
	for j >= first && j > i-4 && oneOf(w.text(j), "at", "least", "more", "than", "about", "some", "around", "nearly", "almost", "another", "over", "up", "to") {
		j--
	}
	if j < first || w.d.Tokens[j].UPOS != entente.VERB {
		return false
	}
	switch w.d.Tokens[j].Lemma {
	case "kill", "wound", "injure", "hurt", "arrest", "detain", "jail", "imprison", "free", "release", "abduct", "kidnap", "capture", "execute", "hang", "behead", "deport", "rescue",
		"evacuate", "convict", "maim", "massacre", "murder", "torture":
		return true
	}
	return false
}

// crowds reports whether the number at token i does what crowds do.
func (w *Worker) crowds(i, end int) bool {
	if w.upos(i+1, end) != entente.VERB {
		return false
	}
	switch w.d.Tokens[i+1].Lemma {
	case "rally", "march", "protest", "gather", "flee", "demonstrate", "riot", "storm", "parade", "chant", "pour", "stream", "picket":
		return true
	}
	return false
}
