package place

import "math/bits"

// The weights of the resolver, in points. A doubling of the population is
// worth famePoints; the others say how much of fame a piece of evidence
// outweighs. They were set so that containment beats everything, a state named
// in the text beats a town twenty times as large elsewhere, and a country
// named in the text one four times as large.
const (
	famePoints    = 8
	countryPoints = 150 // a country against its namesakes
	statePoints   = 70  // first-order division
	countyPoints  = 10  // second-order division
	capitalPoints = 100
	seatPoints    = 16  // seat of a first-order division
	featurePoints = 60  // seas, rivers, areas of the tables
	kindPoints    = 150 // "region" behind the name, and it is one
	votePoints    = 7   // a vote for the country
	adminPoints   = 14  // a vote for the first-order division
	maxVotes      = 8
	maxAdminVotes = 6
	aliasPoints   = 60 // the name is not the main one of the entry
)

// vote counts the support of a country.
type vote struct {
	country string
	n       int
}

// adminVote counts the support of a first-order division.
type adminVote struct {
	admin uint32
	n     int
}

// pick is a sense that containment settled, by key.
type pick struct {
	mention int
	ref     int32
}

// contain settles names by the place that follows them: "Paris, Texas", "Goma
// in North Kivu", "Lexington, Ky.".
func (w *Worker) contain() {
	w.picks = w.picks[:0]
	for i := len(w.mentions) - 2; i >= 0; i-- {
		a, b := &w.mentions[i], &w.mentions[i+1]
		if !w.containerBehind(a, b) {
			continue
		}
		if ref, in := w.insideOf(a, b); ref != noRef {
			a.chosen, a.solved, a.why = ref, true, "lies in the place behind it"
			if b.chosen == noRef {
				b.chosen, b.solved, b.why = in, true, "holds the place before it"
			}
			w.picks = append(w.picks, pick{i, ref})
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
		for _, p := range w.picks {
			if w.sameName(m, &w.mentions[p.mention]) {
				m.chosen, m.solved, m.why = p.ref, true, "the sense that the text settled elsewhere"
				break
			}
		}
	}
}

// sameName reports whether two mentions are spelt alike.
func (w *Worker) sameName(a, b *mention) bool {
	if a.next-a.first != b.next-b.first || a.generic != b.generic {
		return false
	}
	for k := range a.next - a.first {
		x, y := w.list[a.first+k], w.list[b.first+k]
		if string(w.key[x.keyFrom:x.keyTo]) != string(w.key[y.keyFrom:y.keyTo]) {
			return false
		}
	}
	return true
}

// count gathers the votes: of the sure mentions in the first round, of all in
// the second.
func (w *Worker) count(all bool) {
	w.votes, w.adminVs = w.votes[:0], w.adminVs[:0]
	for i := range w.mentions {
		m := &w.mentions[i]
		ref := m.chosen
		if !m.solved && !all {
			ref = w.sure(m)
		}
		if ref == noRef || w.repeats(i) {
			continue
		}
		e := w.g.entry(ref)
		w.voteFor(e, m.solved)
	}
}

// repeats reports whether a mention before the i-th has the same name, so that
// it has voted.
func (w *Worker) repeats(i int) bool {
	for k := range i {
		if w.sameName(&w.mentions[k], &w.mentions[i]) {
			return true
		}
	}
	return false
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
		w.vote(e.country, n)
	}
	if e.admin1 == noAdmin {
		return
	}
	for i := range w.adminVs {
		if w.adminVs[i].admin == e.admin1 {
			w.adminVs[i].n += n
			return
		}
	}
	w.adminVs = append(w.adminVs, adminVote{e.admin1, n})
}

func (w *Worker) vote(country string, n int) {
	for i := range w.votes {
		if w.votes[i].country == country {
			w.votes[i].n += n
			return
		}
	}
	w.votes = append(w.votes, vote{country, n})
}

// support is the number of points that the votes give a place.
func (w *Worker) support(e entry, own entry) int {
	s := 0
	for _, v := range w.votes {
		if v.country == e.country && e.country != "" {
			n := v.n
			if own.country == e.country {
				n--
			}
			s += votePoints * max(min(n, maxVotes), 0)
		}
	}
	if e.admin1 == noAdmin {
		return s
	}
	for _, v := range w.adminVs {
		if v.admin == e.admin1 {
			n := v.n
			if own.admin1 == e.admin1 {
				n--
			}
			s += adminPoints * max(min(n, maxAdminVotes), 0)
		}
	}
	return s
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

// choose takes the best reading of m.
func (w *Worker) choose(m *mention) {
	var own entry
	own.admin1 = noAdmin
	if m.chosen != noRef {
		own = w.g.entry(m.chosen)
	}
	best, ref := -1<<30, noRef
	for _, r := range w.readings(m) {
		e := w.g.entry(r)
		s := w.fame(e) + w.support(e, own)
		if r >= 0 && !w.exact(m, e) {
			s -= aliasPoints
		}
		if m.generic > 0 && (e.kind == kindAdmin1 || e.kind == kindAdmin2 || e.kind == kindRegion) {
			s += kindPoints
		}
		if s > best {
			best, ref = s, r
		}
	}
	m.chosen = ref
	if m.why == "" || !m.solved {
		m.why = "best known reading in the context of the text"
	}
}
