package actor

import "github.com/entente-news/entente"

// toldOfSelf makes mentions of pronouns that begin a sentence and stand for who says
// it, who is named behind: "They had tied their sleds together, the trappers
// said". Worker.voices must have run before.
func (w *Worker) toldOfSelf() {
	d := w.d
	var more []entente.Mention
	m := 0
	for s := range d.Sentences {
		first, end := w.bounds(s)
		for m < len(d.Mentions) && d.Mentions[m].Last <= first {
			m++
		}
		if first >= end || d.Tokens[first].UPOS != entente.PRON || m < len(d.Mentions) && d.Mentions[m].First == first {
			continue
		}
		at := w.speakerOf(first, min(end, first+maxVoice), m, false)
		if at < 0 {
			continue
		}
		by := &d.Mentions[at]
		if by.First <= first+2 || !w.setOff(by.First, first) || !w.agrees(first, by) {
			continue
		}
		a := by.Actor
		a.Span = d.Tokens[first].Span
		more = append(more, entente.Mention{Kind: entente.MentionPronoun, First: first, Last: first + 1, Head: first, Actor: a, Ambiguous: by.Ambiguous, Antecedent: by.Actor.Span,
			Why: join(by.Why, "who says it behind")})
	}
	if len(more) > 0 {
		d.Mentions = merged(d.Mentions, more)
	}
}

// setOff reports whether a comma stands before the phrase at token i, an article,
// a verb of saying and what modifies it in between.
func (w *Worker) setOff(i, first int) bool {
	for j := i - 1; j > max(first, i-6); j-- {
		switch t := &w.d.Tokens[j]; t.UPOS {
		case entente.PUNCT:
			return w.is(j, i, ",")
		case entente.DET, entente.ADJ, entente.NUM, entente.NOUN, entente.PROPN, entente.PART, entente.PRON:
		case entente.VERB:
			if !isSaying(t.Lemma) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// agrees reports whether the pronoun at token i may stand for m by its number.
func (w *Worker) agrees(i int, m *entente.Mention) bool {
	switch {
	case oneOf(w.text(i), "they"):
		return w.isSeveral(m) || m.Kind == entente.MentionNoun && w.isBodyNoun(m.Head)
	case oneOf(w.text(i), "he", "she"):
		return !w.pluralHead(m) && len(m.Members) == 0 && (w.isPersonMention(m) || w.isSomebody(m))
	case oneOf(w.text(i), "it"):
		return w.isCollective(m) || m.Kind == entente.MentionName && !w.isPersonMention(m)
	}
	return false
}
