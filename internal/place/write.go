package place

import (
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// write fills d.Places from the accepted mentions, and with the places of the
// language model that the gazetteer lacks.
func (w *Worker) write() {
	d := w.doc
	for i := range w.mentions {
		m := &w.mentions[i]
		if !w.accept(m) {
			continue
		}
		d.Places = append(d.Places, w.place(m))
	}
	n := len(d.Places)
	for i := range d.Entities {
		e := &d.Entities[i]
		if e.Type != entente.LOC || covered(d.Places[:n], e.Span) || !w.unknownPlace(e) {
			continue
		}
		d.Places = append(d.Places, entente.Place{Span: e.Span, Unresolved: true, Why: "named a place by the language model, not in the gazetteer"})
	}
	if len(d.Places) > n {
		sort.SliceStable(d.Places, func(i, j int) bool { return d.Places[i].Span.Start < d.Places[j].Span.Start })
	}
}

// unknownPlace reports whether a place of the language model is worth keeping
// although the gazetteer lacks it: a preposition of place stands before it,
// and it is no common word.
func (w *Worker) unknownPlace(e *entente.Entity) bool {
	if e.First <= 0 || e.Last > len(w.doc.Tokens) || e.Span.In(w.doc.Text) == "" {
		return false
	}
	i := sort.Search(len(w.list), func(i int) bool { return int(w.list[i].start) >= e.Span.Start })
	if i >= len(w.list) || !w.list[i].capital || !w.placePreposition(i) {
		return false
	}
	return int(w.list[i].end) < e.Span.End || !common[w.keyText(i)]
}

// covered reports whether a span overlaps one of the places, which are in the
// order of the text.
func covered(places []entente.Place, s entente.Span) bool {
	i := sort.Search(len(places), func(i int) bool { return places[i].Span.End > s.Start })
	return i < len(places) && places[i].Span.Overlaps(s)
}

// place writes a mention.
func (w *Worker) place(m *mention) entente.Place {
	e := w.g.entry(m.chosen)
	last := w.list[m.next-1]
	p := entente.Place{
		Span: entente.Span{Start: int(w.list[m.first].start), End: int(last.end)},
		Name: e.name, Country: e.country, Lat: e.lat, Lon: e.lon, HasPoint: e.point, GeoNames: e.id,
		Precision: e.precision(),
	}
	if m.ownS {
		p.Span.End += len("'s")
		if d := w.doc.Text; p.Span.End < len(d) && d[p.Span.End]&0xc0 == 0x80 {
			p.Span.End += 2
		}
	}
	if m.behindComma && last.dot {
		p.Span.End++
	}
	if m.generic > 0 {
		w.widen(m, &e, &p)
	}
	if e.kind != kindCountry && e.kind != kindDemonym {
		p.Admin1 = w.g.adminName(e.admin1)
	}
	f := w.frame(m)
	p.Use = w.use(m, e, f)
	p.ClaimedBy = w.g.claimants(&e)
	p.Country = w.g.onDay(&e, w.doc.Day())
	other, margin := w.rival(m, &e)
	p.Confidence = confidence(m, &e, other, margin)
	p.Candidates = w.candidates(m)
	p.Why = w.reason(m, &e, other, f)
	return p
}

// widen takes the division for the town that it is named after: "Kharkiv
// region"; a capitalised kind belongs to the name.
func (w *Worker) widen(m *mention, e *entry, p *entente.Place) {
	if x := w.list[m.next]; x.capital {
		p.Span.End = int(x.end)
	}
	if e.kind != kindSeat1 && e.kind != kindCapital || e.admin1 == noAdmin || w.is(m.next, "district") || w.is(m.next, "county") {
		return
	}
	a := w.g.entry(int32(e.admin1)) //nolint:gosec // an index
	if own, _ := keyOf(bareDivision(a.name)); own != "" && !strings.HasPrefix(own, w.keyText(m.first)) {
		return
	}
	p.Name, p.Lat, p.Lon, p.GeoNames, p.Precision = a.name, a.lat, a.lon, 0, "region"
	m.why, m.rivals[0].ref = "division named after its seat", noRef
	*e = a
}
