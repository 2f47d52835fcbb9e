package merge

import (
	entente "github.com/entente-news/entente"
)

// Bounds of what may be one happening.
const (
	slackDays  = 1   // days by which a time may be off that is the report's own
	sureWords  = 350 // thousandths of shared words from which vague parties may be the same
	leastWords = 120 // thousandths below which words of one day are two happenings, for what is said
)

// item is one event on its way into a group.
type item struct {
	report *Report
	claim  *entente.Claim
	from   entente.Day // of the event, or of the report; NoDay when neither is known
	to     entente.Day
	given  bool // the text says when
}

func newItem(r *Report, c *entente.Claim) item {
	w := &c.Event.When
	x := item{report: r, claim: c, from: w.From, to: w.To, given: w.Basis == entente.WhenText && !w.Unresolved}
	switch {
	case !x.from.Known() && !x.to.Known():
		x.from, x.to, x.given = r.Day, r.Day, false
	case !x.from.Known():
		x.from = x.to
	case !x.to.Known():
		x.to = x.from
	}
	return x
}

// sameTime reports whether the days of two events overlap, with a day to spare
// where one of them is the day of a report.
func sameTime(a, b *item) bool {
	if !a.from.Known() || !b.from.Known() {
		return !a.from.Known() && !b.from.Known()
	}
	slack := entente.Day(0)
	if !a.given || !b.given {
		slack = slackDays
	}
	return a.from <= b.to+slack && b.from <= a.to+slack
}

// samePlace reports whether two places are equal, one lies in the other, or one
// is not told.
func samePlace(a, b *entente.Place) bool {
	switch {
	case a == nil || b == nil || a.Unresolved || b.Unresolved:
		return true
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		return false
	case a.Precision == "country" || b.Precision == "country":
		return true
	case a.Admin1 != "" && b.Admin1 != "" && a.Admin1 != b.Admin1:
		return false
	case a.Precision == "region" || b.Precision == "region" || a.Precision == "area" || b.Precision == "area":
		return true
	case a.GeoNames != 0 && b.GeoNames != 0:
		return a.GeoNames == b.GeoNames
	default:
		return a.Name == b.Name
	}
}

// exactPlace reports whether both places are known and the same town or point.
func exactPlace(a, b *entente.Place) bool {
	return a != nil && b != nil && a.GeoNames != 0 && a.GeoNames == b.GeoNames && (a.Precision == "city" || a.Precision == "point")
}

// sameMode reports whether two modes of one root can be of one event: equal,
// or one not told. A meeting may be told as a visit.
func sameMode(a, b entente.Mode) bool {
	return a == b || a == entente.ModeNone || b == entente.ModeNone
}

// oneHappening reports whether two events with equal root and status may be the
// same.
func oneHappening(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if x.Aspect != y.Aspect || !sameTime(a, b) || !sameMode(x.Mode, y.Mode) || !samePlace(x.Where, y.Where) || apart(x.Magnitudes, y.Magnitudes) {
		return false
	}
	words := overlap(a.claim.Words, b.claim.Words)
	if !sameSides(x, y, words) {
		return false
	}
	if said(x.Root) && words >= 0 && words < leastWords {
		return a.claim.Lemma == b.claim.Lemma && a.claim.Lemma != ""
	}
	return true
}

// said reports whether a root is an act of speech, of which a party can make
// several on a day that differ in nothing but what they are about.
func said(r entente.Root) bool {
	q := r.Quad()
	return q == entente.VerbalConflict || q == entente.VerbalCooperation && r != entente.RootConsult
}

// sameSides reports whether the parties of two events agree.
func sameSides(x, y *entente.Event, words int) bool {
	if reciprocal(x) || reciprocal(y) {
		return sameSide(everybody(x), everybody(y), false)
	}
	vague := words >= sureWords
	return sameSide(x.Actors, y.Actors, false) && sameSide(x.Recipients, y.Recipients, vague)
}

// reciprocal reports whether all members of an event stand on one side.
func reciprocal(e *entente.Event) bool { return len(e.Recipients) == 0 && len(e.Actors) > 1 }

func everybody(e *entente.Event) []entente.Actor {
	return append(append([]entente.Actor{}, e.Actors...), e.Recipients...)
}

// sameSide reports whether each member of either list has one in the other. An
// empty side agrees with another only if lacking is set.
func sameSide(a, b []entente.Actor, lacking bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b) || lacking
	}
	return within(a, b) && within(b, a)
}

func within(a, b []entente.Actor) bool {
	for i := range a {
		found := false
		for j := range b {
			found = found || sameActor(&a[i], &b[j])
		}
		if !found {
			return false
		}
	}
	return true
}

// sameActor reports whether two members can be the same: of one country and
// sector, the state as such standing for its organs, and not two persons.
func sameActor(a, b *entente.Actor) bool {
	if a.Party() != b.Party() {
		return false
	}
	if a.Party() == "" { // not resolved: by name alone
		return a.Name != "" && a.Name == b.Name && a.Sector == b.Sector
	}
	if a.Wikidata != "" && b.Wikidata != "" && a.Wikidata != b.Wikidata && a.Role != "" && b.Role != "" {
		return false
	}
	return a.Sector == b.Sector || organ(a.Sector) && b.Sector == entente.SectorNone || organ(b.Sector) && a.Sector == entente.SectorNone
}

// organ reports whether a state may be named where a sector of it acts.
func organ(s entente.Sector) bool {
	switch s {
	case entente.GOV, entente.MIL, entente.COP, entente.SPY, entente.JUD, entente.LEG:
		return true
	default:
		return false
	}
}

// apart reports whether the numbers of two events are too different to be of
// one: the same kind, further apart than by a factor of five.
func apart(a, b []entente.Magnitude) bool {
	for i := range a {
		for j := range b {
			x, y := &a[i], &b[j]
			if x.Kind == y.Kind && x.Currency == y.Currency && (x.Low > 5*max(y.High, 1) || y.Low > 5*max(x.High, 1)) {
				return true
			}
		}
	}
	return false
}

// disputed reports whether two events of force are one happening of which the
// reports name different doers: same sufferer, same town, same day by the text,
// and words that are much alike.
func disputed(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	if x.Root.Quad() != entente.MaterialConflict || x.Aspect != y.Aspect || !sameTime(a, b) || !sameMode(x.Mode, y.Mode) || apart(x.Magnitudes, y.Magnitudes) {
		return false
	}
	return exactPlace(x.Where, y.Where) && len(x.Actors) > 0 && len(y.Actors) > 0 && sameSide(x.Recipients, y.Recipients, false) &&
		len(x.Recipients) > 0 && overlap(a.claim.Words, b.claim.Words) >= sureWords
}
