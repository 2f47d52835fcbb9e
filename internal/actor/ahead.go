package actor

import "github.com/entente-news/entente"

// Cataphora. News often begins with those whom it names a sentence later: "The two
// leaders met in Geneva. Biden and Putin discussed …". Where they meet says nothing
// of whose leaders they are.

// isConvened reports whether the plural at token head speaks of bearers of office who
// are counted ("the two leaders", "both ministers"), or who are definite and meet.
func (w *Worker) isConvened(head, end int) bool {
	if !oneOf(w.text(head), "leaders", "presidents", "ministers", "premiers", "chancellors", "monarchs", "kings", "statesmen", "diplomats", "officials", "politicians") {
		return false
	}
	if w.number(head) >= 0 {
		return true
	}
	j := head - 1
	for j > 0 && (w.upos(j, end) == entente.ADJ || w.upos(j, end) == entente.NOUN) {
		j--
	}
	if !w.is(j, end, "the") || w.upos(head+1, end) != entente.VERB {
		return false
	}
	switch w.d.Tokens[head+1].Lemma {
	case "meet", "confer", "gather", "convene", "huddle":
		return true
	}
	return false
}

// number returns the token of "two" or "both" that counts the noun at token head, an
// office or an adjective in between ("the two foreign ministers"); -1 for none.
func (w *Worker) number(head int) int {
	for j := head - 1; j >= max(0, head-4); j-- {
		switch {
		case w.is(j, head, "both"), w.is(j, head, "two") && w.definite(j-1):
			return j
		case w.upos(j, head) != entente.ADJ && w.upos(j, head) != entente.NOUN && !w.is(j, head, "the"):
			return -1
		}
	}
	return -1
}

// isUnnamed reports whether those who are convened at token head are of no country
// that the text has told: no person with one stands in the last sentences.
func (w *Worker) isUnnamed(head, end, mentions int) bool {
	if !w.isConvened(head, end) {
		return false
	}
	s := w.sentenceOf(head)
	first, _ := w.bounds(max(0, s-2))
	for k := mentions - 1; k >= 0 && k >= mentions-maxBack && w.d.Mentions[k].First >= first; k-- {
		if m := &w.d.Mentions[k]; m.Actor.Country != "" && w.isNamedPerson(m) {
			return false
		}
	}
	return true
}

// isOpenPair reports whether m, the ith mention, stands for persons who are convened
// and whom the text has not named.
func (w *Worker) isOpenPair(m *entente.Mention, i int) bool {
	if m.Kind != entente.MentionNoun || m.Actor.Country != "" || !w.pluralHead(m) {
		return false
	}
	_, end := w.bounds(w.sentenceOf(m.First))
	return w.isUnnamed(m.Head, end, i)
}

// isNamedPerson reports whether m names one person: by name, or by an office.
func (w *Worker) isNamedPerson(m *entente.Mention) bool {
	return len(m.Members) == 0 && m.Kind != entente.MentionPronoun && !w.pluralHead(m) &&
		(m.Actor.Role != "" || m.Kind == entente.MentionName && w.entityAt(m.Head) == entente.PER)
}

// lookAhead makes of "the two leaders" those whom the next sentence names, where it
// names two and they are of two countries.
func (w *Worker) lookAhead() {
	for k := range w.d.Mentions {
		m := &w.d.Mentions[k]
		if m.Kind != entente.MentionNoun || m.Actor.Country != "" || m.Actor.Org != "" || len(m.Members) > 0 || !w.pluralHead(m) {
			continue
		}
		s := w.sentenceOf(m.First)
		_, end := w.bounds(s)
		at := w.number(m.Head)
		if at < 0 || s+1 == len(w.d.Sentences) || !w.isUnnamed(m.Head, end, k) {
			continue
		}
		if two := w.twoOf(s+1, k+1); two != nil && (k == 0 || w.d.Mentions[k-1].Last <= at) {
			m.First = min(m.First, at)
			m.Actor = entente.Actor{Span: w.span(m.First, m.Last), Sector: m.Actor.Sector}
			m.Kind, m.Members, m.Why = entente.MentionPronoun, two, "the two whom the next sentence names"
		}
	}
}

// twoOf returns the two persons of different countries that sentence s names, from
// the kth mention on; nil where it names others or more.
func (w *Worker) twoOf(s, k int) []entente.Actor {
	first, end := w.bounds(s)
	var out []entente.Actor
	for ; k < len(w.d.Mentions) && w.d.Mentions[k].First < end; k++ {
		m := &w.d.Mentions[k]
		if m.First < first || !w.isNamedPerson(m) {
			continue
		}
		if len(out) > 0 && sameActor(&out[0], &m.Actor) || len(out) > 1 && sameActor(&out[1], &m.Actor) {
			continue
		}
		if m.Actor.Country == "" || m.Actor.Inferred || len(out) == 2 || len(out) == 1 && out[0].Party() == m.Actor.Party() {
			return nil
		}
		a := m.Actor
		a.Span = entente.Span{}
		out = append(out, a)
	}
	if len(out) != 2 {
		return nil
	}
	return out
}
