package place

import entente "github.com/entente-news/entente"

// use tells how a toponym is used.
func (w *Worker) use(m *mention, e entry) entente.PlaceUse {
	switch {
	case e.kind == kindDemonym:
		return entente.UseDemonym
	case w.list[m.next-1].possessive && !m.ownS:
		return entente.UseModifier
	case m.generic > 0:
		return entente.UseLiteral
	case w.compound(m):
		return entente.UseModifier
	case w.acts(m, e):
		return entente.UseMetonymic
	}
	return entente.UseLiteral
}

// compound reports whether m modifies the noun behind it: "the Paris
// agreement", "Gaza war".
func (w *Worker) compound(m *mention) bool {
	if t := w.list[m.next-1].token; t >= 0 {
		tok := &w.doc.Tokens[t]
		if tok.Deprel != entente.DeprelNone {
			switch tok.Deprel {
			case entente.Compound, entente.Amod, entente.NmodPoss:
				return int(tok.Head) > int(t) && !stretches[w.keyText(m.next)]
			}
			return false
		}
	}
	if !w.linked(m.next) || stretches[w.keyText(m.next)] || moments[w.keyText(m.next)] {
		return false
	}
	switch w.upos(m.next) {
	case entente.NOUN:
		return true
	case entente.PROPN:
		return !w.inMention(m.next)
	}
	return false
}

// stretches are nouns that a place name makes a place of again: "the Khan
// Younis area".
var stretches = map[string]bool{"area": true, "areas": true, "region": true, "direction": true, "sector": true, "front": true, "suburb": true,
	"suburbs": true, "outskirts": true, "countryside": true, "neighbourhood": true, "neighborhood": true, "corridor": true, "enclave": true,
	"peninsula": true, "basin": true, "coast": true, "highlands": true, "delta": true, "border": true, "frontier": true}

// moments are nouns of time that follow a place without being named by it:
// "arrived in Canberra today".
var moments = map[string]bool{"today": true, "yesterday": true, "tomorrow": true, "tonight": true, "monday": true, "tuesday": true, "wednesday": true,
	"thursday": true, "friday": true, "saturday": true, "sunday": true, "january": true, "february": true, "march": true, "april": true, "may": true,
	"june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true}

// sides are prepositions behind which a country or capital is a party, no
// place.
var sides = map[string]bool{"with": true, "by": true, "against": true, "for": true, "between": true, "urged": true, "accused": true, "told": true, "urges": true, "accuses": true, "warned": true}

// acts reports whether m stands for its government or people: the subject of a
// verb, or a party.
func (w *Worker) acts(m *mention, e entry) bool {
	if e.kind == kindFeature || w.placePreposition(m.first) && !w.is(m.first-1, "between") && !w.is(m.first-1, "of") {
		return false
	}
	if t := w.list[m.next-1].token; t >= 0 {
		switch w.doc.Tokens[t].Deprel {
		case entente.Nsubj:
			return e.kind == kindCountry || e.kind == kindCapital || e.kind == kindRegion || e.kind == kindAdmin1 || e.kind == kindQuarter
		case entente.Obj, entente.Iobj:
			return e.kind == kindCountry
		}
	}
	if e.kind != kindCountry && e.kind != kindCapital {
		return false
	}
	if m.first > 0 && w.list[m.first].before == gapBlank && sides[w.keyText(m.first-1)] {
		return true
	}
	switch w.upos(m.next) {
	case entente.VERB, entente.AUX:
		return m.next < len(w.list) && w.list[m.next].before == gapBlank
	}
	return false
}
