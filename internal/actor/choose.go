package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// Watch has see called for every mention whose country is open, with the
// countries that it may be of, the last of them "" for none of these. Both are
// good for the call alone.
func (w *Worker) Watch(see func(m *entente.Mention, options []Option)) { w.watch = see }

// chooseCountry gives m, whose country no words say, the one for which most speaks, as
// whose.tsv weighs it, and keeps the others as candidates where little lies
// between.
func (w *Worker) chooseCountry(m *entente.Mention, s int) {
	list := w.options(m, s)
	if w.watch != nil {
		w.watch(m, list)
	}
	if w.t.weights == nil {
		return
	}
	best, margin := w.heaviest(list)
	if m.Actor.Country != "" { // Annotate's guess, which knew no towns
		m.Actor.Country, m.Actor.Inferred = "", false
		m.Why = guessless(m.Why)
	}
	if w.isAid(m) { // of no state where none is named
		m.Actor.Country, m.Actor.Inferred = "NGO", true
		return
	}
	if list[best].Country != "" {
		m.Actor.Country, m.Actor.Inferred = list[best].Country, true
		m.Why = join(m.Why, w.because(&list[best], s))
	}
	if m.Confidence = sureness(margin); m.Confidence < entente.SureReading {
		w.others(m, list, best)
	}
	m.Ambiguous = m.Ambiguous || m.Confidence < evenReading && len(m.Candidates) > 1
}

// heaviest returns the option for which most speaks, the first of several
// alike, and how far it is ahead of the next.
func (w *Worker) heaviest(list []Option) (best int, margin int32) {
	const least = -1 << 28 // below what all signs weigh, and no margin from it overflows
	first, second := int32(least), int32(least)
	for i := range list {
		n := int32(0)
		for _, s := range list[i].Signs {
			n += w.t.weights[s]
		}
		if n > first {
			best, first, second = i, n, first
		} else if n > second {
			second = n
		}
	}
	return best, first - second
}

// evenReading is the confidence below which another country is as likely, in
// hundredths.
const evenReading = 65

// sureness is how often the choice was right that was so far ahead, in
// hundredths: shares of the corpus in folds.
func sureness(margin int32) uint8 {
	switch margin * 2 / WeightUnit {
	case 0:
		return 46
	case 1:
		return 57
	case 2:
		return 64
	case 3:
		return 76
	case 4:
		return 81
	case 5:
		return 88
	case 6:
		return 90
	}
	return 93
}

// because says what speaks most for a country.
func (w *Worker) because(p *Option, s int) string {
	if st, ok := w.t.codes[p.Country]; ok {
		switch st {
		case w.locales[s]:
			return "only country of the sentence's places"
		case w.soles[s]:
			return "only country of the sentence"
		}
	}
	best := p.Signs[0]
	for _, x := range p.Signs {
		if w.t.weights[x] > w.t.weights[best] {
			best = x
		}
	}
	kind, value := SignName(best)
	return "likeliest country: " + kind + " (" + value + ")"
}

// others lists the countries that m may be of, the one chosen first.
func (w *Worker) others(m *entente.Mention, list []Option, best int) {
	for k := -1; k < len(list); k++ {
		i := k
		if k == best || k < 0 {
			if i = best; k >= 0 {
				continue
			}
		}
		if list[i].Country == "" {
			continue
		}
		a := m.Actor
		a.Span, a.Country, a.Inferred = entente.Span{}, list[i].Country, true
		m.Candidates = append(m.Candidates, entente.Reading{Actor: a, Why: "told of in the report"})
	}
	if len(m.Candidates) < 2 {
		m.Candidates = nil
	}
}

// guesses are the reasons of infer that look no further than states and
// capitals.
var guesses = [...]string{becauseLocale, becauseAround, becauseDateline, becauseDocument}

// reopened reports whether Annotate took the country of m from the scene
// without knowing the places.
func reopened(m *entente.Mention) bool {
	if m.Kind != entente.MentionNoun || !m.Actor.Inferred || m.Actor.Name != "" || m.Antecedent.Len() > 0 || len(m.Members) > 0 || len(m.Candidates) > 0 {
		return false
	}
	for _, g := range guesses {
		if strings.Contains(m.Why, g) {
			return true
		}
	}
	return false
}

// guessless returns a reason without such a guess and the row of its country,
// which stand first.
func guessless(why string) string {
	for _, g := range guesses {
		if at := strings.Index(why, g); at >= 0 {
			return strings.TrimPrefix(why[at+len(g):], "; ")
		}
	}
	return why
}

// isAid reports whether m is a body that brings help: "aid agencies".
func (w *Worker) isAid(m *entente.Mention) bool {
	if m.Kind != entente.MentionNoun || m.Head == 0 {
		return false
	}
	switch w.d.Tokens[m.Head].Lemma {
	case "agency", "group", "organisation", "organization":
		return oneOf(w.text(m.Head-1), "aid", "relief", "humanitarian")
	}
	return false
}
