package actor

import "github.com/entente-news/entente"

// scene returns the country in which what sentence s tells happens, and how it
// is known: its places where they are of one country; else the first place of
// the report, which its first sentence gives in most, unless the sentence tells
// of several countries and not of that; else the only country of
// the sentence, unless the report began with another: a noun that needs no
// country in news is of the one that the report is about, and a country that a
// later sentence names is mostly the other side; else the country that the
// report names first. -1 or -2 for none.
func (w *Worker) scene(s int) (state int32, because string) {
	switch {
	case w.locales[s] >= 0:
		return w.locales[s], "only country of the sentence's places"
	case w.locales[s] == -1 && w.setting >= 0 && s > 0 && (w.soles[s] != -2 || w.homes[s]):
		return w.setting, "where the report begins"
	case w.soles[s] >= 0 && s > 0 && w.soles[s] != w.begins && w.begins >= 0 && w.locales[s] == -1:
		return w.begins, "first country of the report, the sentence naming another"
	case w.soles[s] != -1:
		return w.soles[s], "only country of the sentence"
	case w.setting >= 0:
		return w.setting, "where the report begins"
	case w.begins >= 0:
		return w.begins, "first country of the report"
	}
	return w.sole, "only country of the document"
}

// maxWhichever bounds the countries that whichever lists.
const maxWhichever = 4

// whichever lists the countries of the sentence for a noun that may be of any
// of them, the nearest first. Which one it is, half of the guesses that can be
// made without its clause have wrong; so it stays open.
func (w *Worker) whichever(m *entente.Mention, s int) {
	first, end := w.bounds(s)
	for d := 1; d < end-first && len(m.Candidates) < maxWhichever; d++ {
		for _, i := range [2]int{m.First - d, m.Last - 1 + d} {
			if i < first || i >= end || w.placeAt[i] == 0 {
				continue
			}
			p := &w.d.Places[w.placeAt[i]-1]
			if _, ok := w.t.codes[p.Country]; ok && (len(m.Candidates) == 0 || !mayBe(m, p.Country)) {
				a := m.Actor
				a.Country, a.Inferred = p.Country, true
				m.Candidates = append(m.Candidates, entente.Reading{Actor: a, Why: "told of in the sentence: " + p.Span.In(w.d.Text)})
			}
		}
	}
	if len(m.Candidates) < 2 {
		m.Candidates = nil
		return
	}
	m.Confidence = uint8(100 / len(m.Candidates)) //nolint:gosec // at most 50
}
