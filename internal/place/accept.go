package place

import (
	"unicode"

	entente "github.com/entente-news/entente"
)

// label returns the entity that covers the first word of m, and whether m is
// only a part of it.
func (w *Worker) label(m *mention) (entente.EntityType, bool) {
	for k := m.first; k < m.next; k++ {
		t := w.list[k].token
		if t < 0 || int(t) >= len(w.entityAt) || w.entityAt[t] < 0 {
			continue
		}
		e := &w.doc.Entities[w.entityAt[t]]
		part := e.Span.Start < int(w.list[m.first].start) && !w.small(e.Span.Start, int(w.list[m.first].start)) ||
			e.Span.End > int(w.list[m.next-1].end)+2 && !w.small(int(w.list[m.next-1].end), e.Span.End)
		return e.Type, part
	}
	return entente.EntityNone, false
}

// small reports whether the text between two offsets holds no capital: "the",
// "northern", "'s".
func (w *Worker) small(from, to int) bool {
	for _, r := range w.doc.Text[from:max(from, to)] {
		if unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// big is the population from which a town is taken for itself without further
// support.
const big = 100_000

// accept decides whether m is a place at all.
func (w *Worker) accept(m *mention) bool {
	if m.chosen == noRef {
		return false
	}
	e := w.g.entry(m.chosen)
	m.entity, m.inEntity = w.label(m)
	famous := e.kind == kindCountry || e.kind == kindDemonym || e.kind == kindAdmin1 || e.kind == kindRegion || e.kind == kindFeature || e.kind == kindArea || e.kind == kindCapital || e.pop >= big
	switch m.entity {
	case entente.PER:
		return m.solved && !m.inEntity && !w.titled(m.first)
	case entente.ORG:
		return w.inOrganisation(m, e, famous)
	case entente.LOC:
		return !m.inEntity || w.compass(m)
	case entente.NORP:
		return e.kind == kindDemonym || e.kind == kindCountry
	}
	if len(w.doc.Entities) > 0 && w.list[m.first].token >= 0 {
		return w.unnamed(m, e, famous)
	}
	return w.bare(m, e, famous)
}

// inOrganisation decides about a place in the name of an organisation: the
// whole name counts, and what is possessive or an adjective before it.
func (w *Worker) inOrganisation(m *mention, e entry, famous bool) bool {
	if !m.inEntity {
		return famous || m.solved
	}
	return e.kind == kindDemonym && famous
}

// compass reports whether a LOC entity only adds a direction or a kind to m.
func (w *Worker) compass(m *mention) bool {
	t := w.list[m.first].token
	if t < 0 || w.entityAt[t] < 0 {
		return true
	}
	e := &w.doc.Entities[w.entityAt[t]]
	for k := m.first - 1; k >= 0 && int(w.list[k].start) >= e.Span.Start; k-- {
		if w.list[k].capital && !direction[w.keyText(k)] {
			return false
		}
	}
	for k := m.next; k < len(w.list) && int(w.list[k].end) <= e.Span.End; k++ {
		if w.list[k].capital && !generic[w.keyText(k)] && !w.inMention(k) {
			return false
		}
	}
	return true
}

// inMention reports whether word k belongs to another mention.
func (w *Worker) inMention(k int) bool {
	for i := range w.mentions {
		if w.mentions[i].first <= k && k < w.mentions[i].next {
			return true
		}
	}
	return false
}

// direction are words that narrow a place down without naming another.
var direction = map[string]bool{
	"the": true, "north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true, "central": true,
	"northeast": true, "northwest": true, "southeast": true, "southwest": true, "northeastern": true, "northwestern": true, "southeastern": true, "southwestern": true,
	"upper": true, "lower": true, "greater": true, "downtown": true, "occupied": true, "mainland": true, "rural": true, "inner": true, "outer": true, "city": true, "metro": true, "of": true,
}

// unnamed decides about a name that the language model did not take for one.
func (w *Worker) unnamed(m *mention, e entry, famous bool) bool {
	if m.solved || m.behindComma {
		return true
	}
	u := w.upos(m.first)
	if e.kind == kindDemonym {
		return u == entente.ADJ || u == entente.PROPN || u == entente.NOUN
	}
	if u != entente.PROPN {
		return false
	}
	return famous || w.placePreposition(m.first) && w.supported(e)
}

// bare decides without a language model.
func (w *Worker) bare(m *mention, e entry, famous bool) bool {
	if m.solved || m.behindComma || e.kind == kindDemonym || e.kind == kindCountry {
		return true
	}
	if w.titled(m.first) || w.neighbour(m) {
		return false
	}
	if w.placePreposition(m.first) {
		return famous || w.supported(e)
	}
	return famous && !w.list[m.first].first
}

// neighbour reports whether a capitalised word that is no place stands next to
// m: a person's or a firm's name.
func (w *Worker) neighbour(m *mention) bool {
	if k := m.first - 1; w.linked(m.first) && w.list[k].capital && !w.list[k].first && !direction[w.keyText(k)] {
		return true
	}
	return w.linked(m.next) && w.list[m.next].capital && !w.list[m.next-1].possessive && !w.inMention(m.next) && !generic[w.keyText(m.next)]
}

// supported reports whether another place of the text lies in the same
// country.
func (w *Worker) supported(e entry) bool {
	for _, v := range w.votes {
		if v.country == e.country {
			return v.n >= 2
		}
	}
	return false
}

// titled reports whether a title or a given name stands before word i.
func (w *Worker) titled(i int) bool { return w.linked(i) && titles[w.keyText(i-1)] }

// titles stand before names of persons.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "lord": true, "lady": true, "president": true, "minister": true, "senator": true, "sen": true, "rep": true,
	"gov": true, "governor": true, "judge": true, "justice": true, "general": true, "gen": true, "colonel": true, "col": true, "captain": true, "capt": true, "sergeant": true, "sgt": true,
	"lieutenant": true, "lt": true, "officer": true, "detective": true, "professor": true, "prof": true, "king": true, "queen": true, "prince": true, "princess": true, "pope": true, "rev": true, "attorney": true, "coach": true, "chancellor": true, "secretary": true,
}

// prepositions are those that a place stands behind.
var prepositions = map[string]bool{
	"in": true, "at": true, "near": true, "from": true, "to": true, "of": true, "into": true, "outside": true, "inside": true, "around": true, "across": true, "through": true, "toward": true, "towards": true,
	"throughout": true, "within": true, "over": true, "on": true, "between": true, "north": true, "south": true, "east": true, "west": true, "off": true, "along": true, "via": true, "visit": true, "visited": true, "leaves": true, "left": true, "reached": true, "entered": true,
}

// placePreposition reports whether a preposition of place stands before word
// i, directions and articles between them allowed.
func (w *Worker) placePreposition(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && w.list[k+1].before == gapBlank; k-- {
		key := w.keyText(k)
		if prepositions[key] {
			return true
		}
		if !direction[key] && key != "nearby" && key != "and" && key != "city" && key != "town" && key != "village" && key != "port" && key != "capital" {
			return false
		}
	}
	return false
}
