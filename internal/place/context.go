package place

import "math/bits"

// The weights of the resolver, in points. A doubling of the population is
// worth famePoints, a name that votes for the country a little less, one that
// votes for the first-order division as well two and a half doublings, each up
// to its maximum. They were set by hand on the development parts of LGL, GWN
// and GeoVirus (models/places.md has the figures), not fitted. Containment is
// no weight: it settles a name before any of them is asked.
const (
	famePoints     = 8
	countryPoints  = 150 // a country against its namesakes
	statePoints    = 70  // first-order division
	countyPoints   = 10  // second-order division
	capitalPoints  = 100
	seatPoints     = 16  // seat of a first-order division
	featurePoints  = 60  // seas, rivers, areas of the tables
	kindPoints     = 150 // "region" behind the name, and it is one
	votePoints     = 7   // a vote for the country
	adminPoints    = 14  // a vote for the first-order division
	maxVotes       = 8
	maxAdminVotes  = 6
	aliasPoints    = 120 // the name is not the main one of the entry
	namesakePoints = 60  // a country, and a large division elsewhere has its name: "Georgia"
	likePoints     = 40  // nor is it, but it is alike: "Gothenburg" for "Göteborg"
)

// contain settles names by the place that follows them: "Paris, Texas", "Goma
// in North Kivu", "Lexington, Ky.".
func (w *Worker) contain() {
	clear(w.picks)
	for i := len(w.mentions) - 2; i >= 0; i-- {
		a, b := &w.mentions[i], &w.mentions[i+1]
		if !w.containerBehind(a, b) {
			continue
		}
		if ref, in := w.insideOf(a, b); ref != noRef {
			a.chosen, a.solved, a.why = ref, true, "lies in the place behind it"
			b.holds = true
			if b.chosen == noRef {
				b.chosen, b.solved, b.why = in, true, "holds the place before it"
			}
			w.picks[a.name] = ref
		}
	}
}

// containerBehind reports whether b stands behind a as what holds it.
func (w *Worker) containerBehind(a, b *mention) bool {
	if b.first >= len(w.list) || a.next > b.first {
		return false
	}
	between := b.first - a.next
	before := w.list[b.first].before
	if between == 0 {
		return before == gapComma || before == gapOpen
	}
	if between > 4 {
		return false
	}
	// "in southern Gaza", ", in the Donetsk region"
	if !w.is(a.next, "in") {
		return false
	}
	for k := a.next + 1; k <= b.first; k++ {
		if w.list[k].before != gapBlank && w.list[k].before != gapHyphen {
			return false
		}
	}
	return true
}

// insideOf finds the most famous reading of a that lies in a reading of b, and
// that reading of b.
func (w *Worker) insideOf(a, b *mention) (ref, in int32) {
	best, ref, in := -1, noRef, noRef
	for _, rb := range w.readings(b) {
		if b.solved && b.chosen != noRef && rb != b.chosen {
			continue
		}
		eb := w.g.entry(rb)
		if eb.kind == kindDemonym {
			continue
		}
		for _, ra := range w.readings(a) {
			ea := w.g.entry(ra)
			if !ea.inside(eb) {
				continue
			}
			s := w.fame(ea)
			if ra >= 0 && !w.exact(a, ea) {
				s -= w.aliasPoints()
			}
			if eb.kind == kindAdmin1 || eb.kind == kindRegion || eb.kind == kindCountry {
				s += 200
			}
			if eb.kind == kindCountry {
				s += 50
			}
			if s > best {
				best, ref, in = s, ra, rb
			}
		}
	}
	return ref, in
}

// fame is the prior of a place.
func (w *Worker) fame(e entry) int {
	s := famePoints * bits.Len(uint(max(e.pop, 0)))
	if l := bits.Len(uint(max(e.pop, 0))); l > 2 { // the two bits below the highest one
		s += int(uint(e.pop)>>(l-3)&3) * famePoints / 4
	}
	switch e.kind {
	case kindCountry, kindDemonym:
		return s + countryPoints
	case kindAdmin1:
		if e.pop < 1_000_000 {
			return s + countyPoints
		}
		return min(s, famePoints*22) + statePoints
	case kindRegion:
		return min(s, famePoints*22) + statePoints
	case kindAdmin2:
		return min(s, famePoints*17) + countyPoints
	case kindCapital:
		return s + capitalPoints
	case kindSeat1:
		return s + seatPoints
	case kindFeature, kindArea:
		return s + featurePoints
	case kindQuarter:
		return s - famePoints*3
	}
	return s
}

// resolve chooses a reading for every mention: twice, the second time with the
// votes of all.
func (w *Worker) resolve() {
	w.spread()
	for round := range 2 {
		w.count(round > 0)
		for i := range w.mentions {
			if m := &w.mentions[i]; !m.solved {
				w.choose(m)
			}
		}
	}
}

// spread gives a name everywhere the sense that containment settled.
func (w *Worker) spread() {
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.solved {
			continue
		}
		if ref, ok := w.picks[m.name]; ok {
			m.chosen, m.solved, m.why = ref, true, "the sense that the text settled elsewhere"
		}
	}
}

// count gathers the votes: of the sure mentions in the first round, of all in
// the second.
func (w *Worker) count(all bool) {
	clear(w.votes)
	clear(w.adminVs)
	clear(w.voted)
	if w.home.country != "" {
		w.votes[w.home.country] += homeVotes
		if w.home.admin1 != noAdmin {
			w.adminVs[w.home.admin1] += homeAdminVotes
		}
	}
	for i := range w.mentions {
		m := &w.mentions[i]
		ref := m.chosen
		if !m.solved && !all {
			ref = w.sure(m)
		}
		if ref == noRef || w.voted[m.name] {
			continue
		}
		w.voted[m.name] = true
		e := w.g.entry(ref)
		w.voteFor(e, m.solved)
	}
}

// sure returns the only reading of a mention, or the country that it names.
func (w *Worker) sure(m *mention) int32 {
	r := w.readings(m)
	if len(r) == 1 {
		return r[0]
	}
	if k := w.g.entry(r[0]).kind; k == kindCountry || k == kindDemonym {
		for _, x := range r[1:] {
			if e := w.g.entry(x); e.kind == kindAdmin1 || e.kind == kindRegion {
				return noRef
			}
		}
		return r[0]
	}
	return noRef
}

// voteFor adds the votes of a place.
func (w *Worker) voteFor(e entry, solved bool) {
	n := 1
	if solved {
		n = 2
	}
	if e.country != "" {
		w.votes[e.country] += n
	}
	if e.admin1 != noAdmin {
		w.adminVs[e.admin1] += n
	}
}

// support is the number of points that the votes give a place.
func (w *Worker) support(e entry, own entry) int {
	s := 0
	if n := w.votes[e.country]; e.country != "" {
		if own.country == e.country {
			n--
		}
		s = votePoints * max(min(n, maxVotes), 0)
	}
	if n := w.adminVs[e.admin1]; e.admin1 != noAdmin {
		if own.admin1 == e.admin1 {
			n--
		}
		s += adminPoints * max(min(n, maxAdminVotes), 0)
	}
	return s
}

// metropolis is the population from which a town is meant rather than the
// state of its name.
const metropolis = 5_000_000

// townFirst takes the seat for the division that is named after it, unless the
// text calls it a region: bare "Kharkiv" is the town. Canada's Quebec is the
// province.
func (w *Worker) townFirst(m *mention, ref int32) int32 {
	if ref == noRef || m.generic > 0 || m.division {
		return ref
	}
	d := w.g.entry(ref)
	if d.kind != kindAdmin1 && d.kind != kindRegion || d.admin1 == noAdmin || d.country == "CAN" {
		return ref
	}
	for _, r := range w.readings(m) {
		e := w.g.entry(r)
		if e.admin1 != d.admin1 || e.country != d.country {
			continue
		}
		if d.kind == kindAdmin1 && (e.kind == kindSeat1 || e.kind == kindCapital) || e.kind < kindAdmin1 && e.pop >= metropolis {
			return r
		}
	}
	return ref
}

// exact reports whether the mention spells the main name of e.
func (w *Worker) exact(m *mention, e entry) bool {
	k, ok := appendKey(w.nameKey[:0], e.name)
	w.nameKey = k
	if m.ownS {
		return ok
	}
	key := w.join(m.first, m.next-m.first)
	if !ok || string(k) == string(key) {
		return ok
	}
	if e.kind == kindAdmin1 && len(k) > len(key) && string(k[:len(key)]) == string(key) {
		return true
	}
	return arabic[e.country] && (withoutArticles(string(k)) == string(key) || distance(string(k), string(key)) <= 2)
}

// namesake reports whether a large division of another country has the name m.
func (w *Worker) namesake(m *mention, country *entry) bool {
	for _, r := range w.readings(m) {
		if e := w.g.entry(r); (e.kind == kindAdmin1 || e.kind == kindRegion) && e.country != country.country && e.pop >= 1_000_000 && e.admin1 != noAdmin {
			return true
		}
	}
	return false
}

// aliasPoints is what another name costs the entry that was last asked for by
// [Worker.exact].
func (w *Worker) aliasPoints() int {
	if alike(string(w.nameKey), string(w.scratch)) {
		return likePoints
	}
	return aliasPoints
}

// choose takes the best reading of m, and keeps the best ones for the record.
func (w *Worker) choose(m *mention) {
	var own entry
	own.admin1 = noAdmin
	if m.chosen != noRef {
		own = w.g.entry(m.chosen)
	}
	m.rivals = noRivals
	for _, r := range w.readings(m) {
		if w.townFirst(m, r) == r {
			m.keep(scored{r, int32(w.points(m, r, own))}) //nolint:gosec // a few thousand at most
		}
	}
	m.chosen = m.rivals[0].ref
	m.why = "best known reading in the context of the text"
}

// points are those of the reading r of m, own being the one chosen so far.
func (w *Worker) points(m *mention, r int32, own entry) int {
	e := w.g.entry(r)
	s := w.fame(e) + w.support(e, own)
	switch {
	case e.own:
		s += ownPoints
	case r >= 0 && !w.exact(m, e):
		s -= w.aliasPoints()
	}
	if e.kind == kindCountry && w.namesake(m, &e) {
		s -= namesakePoints
	}
	if (m.generic > 0 || m.division) && (e.kind == kindAdmin1 || e.kind == kindAdmin2 || e.kind == kindRegion) {
		s += kindPoints
	}
	return s
}

// keep puts a reading among the best ones; of equal ones the first stays
// ahead.
func (m *mention) keep(x scored) {
	for i := range m.rivals {
		r := &m.rivals[i]
		if r.ref == noRef || x.points > r.points {
			x, *r = *r, x
			if x.ref == noRef {
				return
			}
		}
	}
}
