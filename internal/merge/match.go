package merge

import (
	entente "github.com/entente-news/entente"
)

// Bounds of what may be one happening.
const (
	slackDays = 1  // days by which a time may be off that is the report's own
	lateDays  = 14 // days within which a happening may be told again without its date
)

// item is one event on its way into a group.
type item struct {
	report *Report
	claim  *entente.Claim
	from   entente.Day // of the event, or of the report; NoDay when neither is known
	to     entente.Day
	given  bool // the text says when
	only   bool // of its root and status in its report
	outlet string
	site   bool // the outlet is a government or a body of states itself
	words  rated
	near   rated
}

func newItem(r *Report, c *entente.Claim) item {
	w := &c.Event.When
	x := item{report: r, claim: c, from: w.From, to: w.To, given: w.Basis == entente.WhenText && !w.Unresolved,
		outlet: Fold(Outlet(r.Outlet, r.URL)), site: official(r.URL)}
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

// byYear reports whether the text tells no more of a time than about a year.
func (x *item) byYear() bool { return x.given && int(x.to)-int(x.from) >= 300 }

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

// atWar reports whether one of a side is of an armed force or not resolved.
func atWar(as []entente.Actor) bool {
	for i := range as {
		switch as[i].Sector {
		case entente.COP, entente.CVL, entente.CRM:
		default:
			return true
		}
	}
	return false
}

// sameNumber reports whether two events carry the same number of one kind.
func sameNumber(a, b []entente.Magnitude) bool {
	for i := range a {
		for j := range b {
			if a[i].Kind == b[j].Kind && a[i].Currency == b[j].Currency && a[i].Low == b[j].Low && a[i].High == b[j].High {
				return true
			}
		}
	}
	return false
}

// said reports whether a root is an act of speech, of which a party can make
// several on a day that differ in nothing but what they are about.
func said(r entente.Root) bool {
	q := r.Quad()
	return q == entente.VerbalConflict || q == entente.VerbalCooperation && r != entente.RootConsult
}

// reciprocal reports whether all members of an event stand on one side.
func reciprocal(e *entente.Event) bool { return len(e.Recipients) == 0 && len(e.Actors) > 1 }

func everybody(e *entente.Event) []entente.Actor {
	return append(append([]entente.Actor{}, e.Actors...), e.Recipients...)
}

// sameSide reports whether each member of either list has one in the other.
func sameSide(a, b []entente.Actor, same func(a, b *entente.Actor) bool) bool {
	return within(a, b, same) && within(b, a, same)
}

func within(a, b []entente.Actor, same func(a, b *entente.Actor) bool) bool {
	for i := range a {
		found := false
		for j := range b {
			found = found || same(&a[i], &b[j])
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

// otherSum reports whether two events carry sums of one currency, none of which
// can be one of the other.
func otherSum(a, b []entente.Magnitude) bool {
	both := false
	for i := range a {
		for j := range b {
			x, y := &a[i], &b[j]
			if x.Kind != amountKind || y.Kind != amountKind || x.Currency != y.Currency {
				continue
			}
			if x.Low <= y.High && y.Low <= x.High {
				return false
			}
			both = true
		}
	}
	return both
}

// amountKind is the kind of a sum of money.
const amountKind = "amount"

// farApart reports whether the numbers of two events are too different to be of
// one: the same kind, further apart than by a factor of five.
func farApart(a, b []entente.Magnitude) bool {
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
