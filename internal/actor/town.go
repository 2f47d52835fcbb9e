package actor

import (
	sortpkg "sort" // sort is a kind of party here

	"github.com/entente-news/entente"
)

// addTowns makes a town or a province that acts a mention of its state's
// government: the subject of a verb, what "and" joins to one, and one that its
// place says to stand for its people or government.
func (w *Worker) addTowns() {
	d := w.d
	var more []entente.Mention
	m := 0
	belgian := w.speaksOf("BEL")
	for k := range d.Places {
		p := &d.Places[k]
		first, last, ok := w.tokensOf(p.Span)
		if !ok || p.Country == "" || p.Use == entente.UseDemonym || p.Use == entente.UseModifier && !(first == w.d.Sentences[w.sentenceOf(first)].First && w.actsInTitle(last)) {
			continue
		}
		for m < len(d.Mentions) && d.Mentions[m].Last <= first {
			m++
		}
		if m < len(d.Mentions) && d.Mentions[m].First == first && p.Use == entente.UseMetonymic {
			w.hasOwn(&d.Mentions[m])
		}
		if m < len(d.Mentions) && d.Mentions[m].First < last || w.entityAt(first) == entente.PER || w.entityAt(first) == entente.ORG {
			continue
		}
		meant := p.Use == entente.UseMetonymic && p.Precision != "country" && !(m < len(d.Mentions) && w.ownerOfNext(last, &d.Mentions[m]))
		if !meant && !w.spokenTo(first) && (w.locative(first) || w.belongs(first) || w.goal(first) || !w.acts(last)) {
			continue
		}
		a := entente.Actor{Span: p.Span, Country: p.Country, Sector: entente.GOV}
		if p.Span.In(d.Text) == "Brussels" && !belgian {
			if exact, _ := w.t.entriesOf("European Union"); len(exact) > 0 && w.t.entries[exact[0]].readings[0].party >= 0 {
				a = partyActor(&w.t.parties[w.t.entries[exact[0]].readings[0].party])
				a.Span = p.Span
			}
		}
		more = append(more, entente.Mention{Kind: entente.MentionCapital, First: first, Last: last, Head: last - 1, Actor: a, Why: "a town or province that acts: " + p.Name})
	}
	if len(more) > 0 {
		d.Mentions = merged(d.Mentions, more)
	}
	for k := range d.Mentions {
		if m := &d.Mentions[k]; m.Kind == entente.MentionNoun && m.Actor.Sector == entente.SectorNone && len(m.Members) == 0 && w.isState(m.Actor.Country) && w.governed(m) {
			m.Actor.Sector = entente.GOV
		}
	}
}

// governed reports whether m, a noun of a part of a state, acts or is dealt with, so
// that its government is meant: "a treaty of the canton of Uri with".
func (w *Worker) governed(m *entente.Mention) bool {
	switch w.d.Tokens[m.Head].Lemma {
	case "province", "territory", "canton", "prefecture", "municipality", "commune", "county", "district", "emirate":
	case "town", "city", "village", "state", "island":
		if !w.is(m.Head+1, len(w.d.Tokens), "of") {
			return false
		}
	default:
		return false
	}
	first := m.First
	if first > 0 && w.d.Tokens[first-1].UPOS == entente.DET {
		first--
	}
	return !w.locative(m.First) && (w.acts(m.Last) || w.spokenTo(first))
}

// hasOwn makes a capital the government where something is its own, and no
// ground: "concern over Moscow's conduct".
func (w *Worker) hasOwn(m *entente.Mention) {
	if m.Kind == entente.MentionCapital && m.Actor.Sector == entente.SectorNone && w.possessiveAt(m.Last, len(w.d.Tokens)) {
		m.Actor.Sector = entente.GOV
	}
}

// ownerOfNext reports whether a possessive at token k is the owner of the mention
// next, who then is the actor: "Winnipeg's police".
func (w *Worker) ownerOfNext(k int, next *entente.Mention) bool {
	if k >= next.First || !w.possessiveAt(k, next.First) {
		return false
	}
	for j := k + 1; j < next.First; j++ {
		if u := w.d.Tokens[j].UPOS; u != entente.ADJ && u != entente.NOUN && u != entente.NUM {
			return false
		}
	}
	return true
}

// spokenTo reports whether a town at token i is addressed, or does something by
// the word before it.
func (w *Worker) spokenTo(i int) bool {
	w.sentence = sortpkg.Search(len(w.d.Sentences), func(s int) bool { return w.d.Sentences[s].Last > i })
	if w.sentence == len(w.d.Sentences) {
		return false
	}
	return w.addressed(i) || i > 0 && oneOf(w.text(i-1), "by", "with", "between", "against")
}

// speaksOf reports whether a mention is of a state. Where none is of Belgium,
// Brussels acts as the European Union's seat.
func (w *Worker) speaksOf(country string) bool {
	for i := range w.d.Mentions {
		if w.d.Mentions[i].Actor.Country == country && !w.d.Mentions[i].Actor.Inferred {
			return true
		}
	}
	return false
}

// tokensOf returns the tokens of a span.
func (w *Worker) tokensOf(s entente.Span) (first, last int, ok bool) {
	all := w.d.Tokens
	first = sortpkg.Search(len(all), func(i int) bool { return all[i].Span.End > s.Start })
	last = sortpkg.Search(len(all), func(i int) bool { return all[i].Span.Start >= s.End })
	return first, last, first < last && all[first].Span.Start == s.Start && all[last-1].Span.End == s.End
}

// acts reports whether a verb follows at token k, an adverb or "and" with
// another place in between.
func (w *Worker) acts(k int) bool {
	n := len(w.d.Tokens)
	for j := k; j < min(n, k+4); j++ {
		switch w.d.Tokens[j].UPOS {
		case entente.VERB, entente.AUX:
			return true
		case entente.ADV:
		case entente.PART, entente.NOUN:
			return j == k && w.actsInTitle(k)
		case entente.PUNCT:
			if !w.is(j, n, ",") {
				return false
			}
			if w.is(j+1, n, "which") {
				u := w.upos(j+2, n)
				return u == entente.VERB || u == entente.AUX
			}
			if j+1 >= n || w.placeAt[j+1] == 0 || !w.untold(k) {
				return false
			}
		case entente.CCONJ:
			if j+1 >= n || w.placeAt[j+1] == 0 {
				return false
			}
		case entente.PROPN:
			if w.placeAt[j] == 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// actsInTitle reports whether what follows at token k is what somebody does in a
// title: "Quebec to evict campers", a verb that is tagged as a noun.
func (w *Worker) actsInTitle(k int) bool {
	n := len(w.d.Tokens)
	if w.is(k, n, "to") {
		return w.upos(k+1, n) == entente.VERB && w.untold(k)
	}
	if k >= n {
		return false
	}
	s := w.text(k)
	if isHeadlineVerb(s) && w.upos(k-1, n) == entente.PROPN && w.likeTitle(w.sentenceOf(k)) {
		return true
	}
	return w.upos(k, n) == entente.NOUN && len(s) > 3 && s[len(s)-1] == 's' && w.upos(k-1, n) == entente.PROPN && w.untold(k)
}

// likeTitle reports whether sentence s is written like a headline.
func (w *Worker) likeTitle(s int) bool {
	first, end := w.bounds(s)
	return end-first > 2 && end-first <= maxHeadline && w.d.Tokens[end-1].UPOS != entente.PUNCT
}

// untold reports whether the sentence of token k is a title without a finite
// verb.
func (w *Worker) untold(k int) bool {
	s := sortpkg.Search(len(w.d.Sentences), func(s int) bool { return w.d.Sentences[s].Last > k })
	if s == len(w.d.Sentences) {
		return false
	}
	first, end := w.bounds(s)
	if end-first > maxHeadline || w.d.Tokens[end-1].UPOS == entente.PUNCT {
		return false
	}
	for i := first; i < end; i++ {
		switch w.d.Tokens[i].XPOS {
		case "VBZ", "VBD", "MD":
			return false
		}
	}
	return true
}

// merged joins two lists in text order.
func merged(a, b []entente.Mention) []entente.Mention {
	out := make([]entente.Mention, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if b[0].First < a[0].First {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}
