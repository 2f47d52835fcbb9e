package place

import (
	entente "github.com/entente-news/entente"
)

// Reading is one reading of a name that stands alone.
type Reading struct {
	entente.Candidate
	Kind       string // town, seat, capital, quarter, division, county, country, region, feature, area, people
	Population int    // 0 when unknown
	Precision  string
	ClaimedBy  []string
	Table      string // where the entry comes from: packed, regions, states, own, imported
	Chosen     bool
}

// kindNames are the kinds for readers, in the order of the kinds.
var kindNames = [kindCount]string{"town", "seat", "seat of a division", "capital", "quarter", "division", "county", "country", "region", "feature", "area", "people"}

// Lookup returns the readings of a name without a text around it, best first,
// and how likely the first one is meant. country, alpha-3 or empty, is where
// the outlet is at home. A name that nothing bears has no readings.
func (g *Gazetteer) Lookup(name, country string) ([]Reading, float64) {
	w := g.NewWorker()
	w.doc = &entente.Document{Text: name}
	w.words(name, entente.Span{Start: 0, End: len(name)})
	if len(w.list) == 0 || len(w.list) > maxWords {
		return nil, 0
	}
	if country != "" {
		w.home = home{country: country, admin1: noAdmin}
	}
	m := mention{next: len(w.list), chosen: noRef, rivals: noRivals}
	w.find(&m)
	if m.to == 0 && len(w.list) > 1 && generic[w.keyText(len(w.list)-1)] {
		m.next, m.generic = len(w.list)-1, 1 // "Kharkiv region"
		w.find(&m)
	}
	if m.to == 0 {
		return nil, 0
	}
	w.count(false)
	w.choose(&m)
	e := g.entry(m.chosen)
	other, margin := w.rival(&m, &e)
	return w.ranked(&m), confidence(&m, &e, other, margin)
}

// find collects the readings of all words of m.
func (w *Worker) find(m *mention) {
	w.refs = w.refs[:0]
	key := w.join(m.first, m.next-m.first)
	w.refs = append(w.refs, w.g.keys[string(key)]...)
	for _, i := range w.g.p.find(key) {
		w.refs = append(w.refs, int32(i)) //nolint:gosec // bounded by maxEntries
	}
	w.collectOwn(0, key, false)
	m.from, m.to = 0, len(w.refs)
}

// ranked lists all readings of m by their points; of equal ones the first of
// the tables stays ahead.
func (w *Worker) ranked(m *mention) []Reading {
	var none entry
	none.admin1 = noAdmin
	out := make([]Reading, 0, m.to)
	for _, r := range w.readings(m) {
		e := w.g.entry(r)
		x := Reading{Kind: kindNames[e.kind], Population: e.pop, Precision: e.precision(), ClaimedBy: w.g.claimants(&e), Chosen: r == m.chosen, Table: "packed"}
		x.Candidate = entente.Candidate{Name: e.name, Country: e.country, Lat: e.lat, Lon: e.lon, GeoNames: e.id, Points: w.points(m, r, none)}
		switch {
		case e.own:
			x.Table = "own"
		case r >= ownBase:
			x.Table = "imported"
		case r < 0 && (e.kind == kindCountry || e.kind == kindDemonym && e.detail == ""):
			x.Table, x.Population = "states", 0
		case r < 0:
			x.Table, x.Population = "regions", 0
		}
		if e.kind != kindCountry && e.kind != kindDemonym {
			x.Admin1 = w.g.adminName(e.admin1)
		}
		at := len(out)
		for at > 0 && (x.Chosen || x.Points > out[at-1].Points && !out[at-1].Chosen) {
			at--
		}
		out = append(out, Reading{})
		copy(out[at+1:], out[at:])
		out[at] = x
	}
	return out
}

// HasCountry reports whether a state or territory has the alpha-3 code.
func (g *Gazetteer) HasCountry(code string) bool {
	_, ok := g.country[code]
	return ok
}
