package place

import (
	"strconv"

	entente "github.com/entente-news/entente"
)

// nearby is how far apart, in kilometres, two readings are still one answer.
const nearby = 150

// sameGround reports whether two readings point to the same ground: they lie
// near each other, or one is the division that the other lies in.
func sameGround(a, b *entry) bool {
	if a.country == b.country && a.admin1 == b.admin1 && a.admin1 != noAdmin && (a.division() || b.division()) {
		return true
	}
	return a.point && b.point && kilometres(a.lat, a.lon, b.lat, b.lon) <= nearby
}

// division reports whether e is a first-order division or a region.
func (e *entry) division() bool { return e.kind == kindAdmin1 || e.kind == kindRegion }

// rival returns the best reading of m that lies elsewhere than the chosen one,
// and the points between the two.
func (w *Worker) rival(m *mention, e *entry) (other scored, margin int) {
	own := 0
	other.ref = noRef
	for _, x := range m.rivals {
		switch {
		case x.ref == noRef:
			return other, margin
		case x.ref == m.chosen:
			own = int(x.points)
		case other.ref == noRef:
			if r := w.g.entry(x.ref); !sameGround(e, &r) {
				other, margin = x, own-int(x.points)
			}
		}
	}
	return other, margin
}

// confidence is how likely the chosen reading is the place that is meant, given
// that the words name a place. The steps are shares of places within 161 km of
// gold on the development parts of LGL, GWN and GeoVirus, where nothing but the
// choice decides (docs/evaluation/places.md has the counts).
func confidence(m *mention, e *entry, other scored, margin int) float64 {
	country := e.kind == kindCountry || e.kind == kindDemonym
	switch {
	case m.solved:
		return 0.97
	case other.ref == noRef && country:
		return 0.98
	case other.ref == noRef:
		return 0.95
	case country && margin < 200:
		return 0.75
	case margin < 20:
		return 0.42
	case margin < 40:
		return 0.65
	case margin < 160:
		return 0.85
	}
	return 0.97
}

// candidates lists the readings that were weighed, the chosen one first, and
// none when there was one only. A reading that is no other answer than a better
// one is left out.
func (w *Worker) candidates(m *mention) []entente.Candidate {
	if m.solved || m.rivals[1].ref == noRef {
		return nil
	}
	var out []entente.Candidate
	var kept [maxRivals]entry
	for _, x := range m.rivals {
		if x.ref == noRef {
			break
		}
		e := w.g.entry(x.ref)
		same := false
		for i := range out {
			same = same || sameGround(&kept[i], &e)
		}
		if same {
			continue
		}
		kept[len(out)] = e
		c := entente.Candidate{Name: e.name, Country: e.country, Lat: e.lat, Lon: e.lon, GeoNames: e.id, Points: int(x.points)}
		if e.kind != kindCountry && e.kind != kindDemonym {
			c.Admin1 = w.g.adminName(e.admin1)
		}
		out = append(out, c)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// reason says why m is read as it is: what settled it, or the points of the
// reading with their parts and the next one; then what speaks for its being a
// place at all, and its role in the clause.
func (w *Worker) reason(m *mention, e *entry, other scored, f frame) string {
	b := w.why[:0]
	b = append(b, m.why...)
	if !m.solved && m.rivals[0].ref != noRef && m.rivals[1].ref != noRef {
		b = append(b, ": "...)
		b = w.appendPoints(b, m, e)
		if other.ref != noRef {
			o := w.g.entry(other.ref)
			b = append(append(b, "; elsewhere "...), o.name...)
			if a := w.g.adminName(o.admin1); a != "" && a != o.name {
				b = append(append(b, ", "...), a...)
			}
			b = append(append(b, ", "...), o.country...)
			b = strconv.AppendInt(append(b, " with "...), int64(other.points), 10)
		}
	}
	b = strconv.AppendInt(append(b, "; evidence for a place "...), int64(m.points+m.echo), 10)
	b = f.append(append(b, "; "...), w)
	w.why = b
	return string(b)
}

// appendPoints writes the points of the chosen reading with their parts.
func (w *Worker) appendPoints(b []byte, m *mention, e *entry) []byte {
	total, fame := 0, w.fame(*e)
	for _, x := range m.rivals {
		if x.ref == m.chosen {
			total = int(x.points)
		}
	}
	own := *e
	context := w.support(*e, own)
	b = strconv.AppendInt(b, int64(total), 10)
	b = strconv.AppendInt(append(b, " points (fame "...), int64(fame), 10)
	b = strconv.AppendInt(append(b, ", context "...), int64(context), 10)
	if rest := total - fame - context; rest != 0 {
		b = strconv.AppendInt(append(b, ", form of the name "...), int64(rest), 10)
	}
	return append(b, ')')
}
