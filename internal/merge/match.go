package merge

import (
	entente "github.com/entente-news/entente"
)

// Bounds of what may be one happening.
const (
	slackDays = 1   // days by which a time may be off that is the report's own
	lateDays  = 14  // days after which a killing may be told again without its date
	sureWords = 350 // thousandths of shared words from which one happening may have two doers
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

// sameMode reports whether two modes of one root can be of one event: equal,
// or one not told. A march may be told as a strike or a riot, too, so that modes
// keep no protests apart.
func sameMode(r entente.Root, a, b entente.Mode) bool {
	return a == b || a == entente.ModeNone || b == entente.ModeNone || r == entente.RootProtest
}

// evidence is what is known of two events that may be one.
type evidence struct {
	gap         int  // days between them, where one is the day of a report
	noDay       bool // one of them has no day at all
	otherPerson bool // a side on which each names another person
	samePerson  bool // a person named on the same side
	sameSectors bool // parties agree at sector
	namedAlike  bool // so do those of sides that both name
	otherNames  bool // private parties of one side have names without a word in common
	lacks       bool // one names a recipient, the other none
	family      bool // the triggers are of one family
}

// Words that two events must share to be one, in thousandths of the smaller
// sentence. What is known beside the words asks for more of them or for fewer.
// The steps were set on pairs of events of 55 stories, judged by reading
// (data/stories/events.tsv).
const (
	wordsDeed      = 150  // of two deeds
	wordsSaid      = 340  // of two acts of speech, of which there are many on a day
	wordsSameLemma = 100  // of either, when the acts are told by one word or by words for one thing
	moreNoDay      = 150  // where a day is not known
	moreNoDaySaid  = 250  // the same for acts of speech
	moreGap        = 200  // where a day lies between them
	moreNight      = 100  // the same for protests, which go on behind midnight
	moreOngoing    = 150  // for standing states
	moreOneReport  = 150  // within one document, which seldom tells one thing as two
	moreOneNamed   = 50   // the same where a person is named in both
	moreVague      = 50   // where sectors differ or a recipient is missing
	lessTown       = -150 // in one town
	lessNumber     = -200 // with one number of one kind
	lessPerson     = -150 // of one person on one day, for deeds and meetings
	lessSides      = -150 // of one kind of deed, done by and to the same kinds of people, in several reports
)

// verdict says whether two events may be one happening.
type verdict uint8

const (
	apart  verdict = iota // something contradicts it
	unsure                // nothing does, but they share too little
	same
)

// compare judges two events with equal root and status: they are apart when
// something contradicts that they are one, and the same when their words are
// alike enough for what else is known.
func compare(a, b *item) verdict {
	x, y := &a.claim.Event, &b.claim.Event
	words := overlap(a.claim.Words, b.claim.Words)
	if samePlace(x.Where, y.Where) && !farApart(x.Magnitudes, y.Magnitudes) && (oneCrime(a, b) || printedAgain(a, b, words)) {
		return same
	}
	e := evidence{family: family(a.claim.Lemma) == family(b.claim.Lemma) && a.claim.Lemma != ""}
	if x.Aspect != y.Aspect && !lasting(x.Root) || !sameMode(x.Root, x.Mode, y.Mode) && !(e.family && killing(a.claim.Lemma)) || !samePlace(x.Where, y.Where) || farApart(x.Magnitudes, y.Magnitudes) ||
		!e.sides(x, y) || !e.days(a, b) || e.otherPerson && !e.samePerson || e.otherNames {
		return apart
	}
	if a.report.Doc != b.report.Doc && sameCopy(a.report, b.report) && (e.family || words > 400) {
		return same
	}
	if a.report.Doc != b.report.Doc && (e.oneKilling(a, b) || e.samePerson && onceOnly(x) && onceOnly(y)) {
		return same
	}
	if oneSentence(a, b) {
		if between(x.Trigger, y.Trigger) <= lightVerb {
			return same
		}
		return apart
	}
	need := e.needed(a, b)
	if words < 0 { // too few to tell
		if need < wordsDeed && a.report.Doc != b.report.Doc || e.family {
			return same
		}
		return unsure
	}
	if words >= need {
		return same
	}
	return unsure
}

// lasting reports whether a happening of a root goes on for a day, so that one
// report tells it as done and another as going on.
func lasting(r entente.Root) bool { return r == entente.RootProtest || r == entente.RootMobilize }

// needed returns the share of words, in thousandths, from which two events are
// taken for one.
func (e *evidence) needed(a, b *item) int {
	x, y := &a.claim.Event, &b.claim.Event
	speech := said(x.Root)
	need := wordsDeed
	if speech {
		need = wordsSaid
	}
	if e.family {
		need = wordsSameLemma
	}
	add := func(n int, when bool) {
		if when {
			need += n
		}
	}
	one := a.report.Doc == b.report.Doc
	add(moreNoDay, e.noDay && !speech)
	add(moreNoDaySaid, e.noDay && speech)
	add(moreGap, e.gap > 0 && x.Root != entente.RootProtest)
	add(moreNight, e.gap > 0 && x.Root == entente.RootProtest)
	add(moreOngoing, x.Aspect == entente.AspectOngoing || y.Aspect == entente.AspectOngoing)
	add(moreOneReport, one && !e.samePerson)
	add(moreOneNamed, one && e.samePerson)
	add(moreVague, e.lacks)
	add(moreVague, !e.sameSectors)
	add(lessTown, exactPlace(x.Where, y.Where))
	add(lessNumber, sameNumber(x.Magnitudes, y.Magnitudes))
	add(lessPerson, e.samePerson && !speech && e.gap == 0)
	add(lessSides, !one && (!e.family || e.gap == 0) && x.Mode == y.Mode && x.Root.Quad() == entente.MaterialConflict && e.sameSectors && e.gap <= slackDays && !e.noDay &&
		aimed(x.Recipients) && aimed(y.Recipients))
	return need
}

// days compares the times of two events; false when they do not overlap, with
// a day to spare where one of them is the day of a report.
func (e *evidence) days(a, b *item) bool {
	if !a.from.Known() || !b.from.Known() {
		e.noDay = true
		return !a.byYear() && !b.byYear() // what is told by its year is not the news
	}
	e.gap = max(int(a.from)-int(b.to), int(b.from)-int(a.to), 0)
	return e.gap == 0 || e.gap <= slackDays && !(a.given && b.given) || e.gap <= lateDays && e.toldLate(a, b)
}

// toldLate reports whether the later of two killings can be the earlier one told
// again without a date ("the teenager killed by police"): who kills one person
// in a story seldom kills another in the days after, armed forces apart.
func (e *evidence) toldLate(a, b *item) bool {
	late := b
	if a.from > b.from {
		late = a
	}
	return !late.given && e.oneKilling(a, b)
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

// aimed reports whether a side names a kind of people, not a country alone.
func aimed(as []entente.Actor) bool {
	for i := range as {
		if as[i].Sector == entente.SectorNone {
			return false
		}
	}
	return len(as) > 0
}

// sides compares the parties of two events; false when their countries differ.
func (e *evidence) sides(x, y *entente.Event) bool {
	sectors, named := true, true
	check := func(a, b []entente.Actor) bool {
		if len(a) == 0 || len(b) == 0 {
			if len(a) != len(b) {
				e.lacks = true
				sectors = false
			}
			return true
		}
		same, other := persons(a, b)
		e.samePerson, e.otherPerson = e.samePerson || same, e.otherPerson || other
		alike := sameSide(a, b, sameActor)
		sectors, named = sectors && alike, named && alike
		e.otherNames = e.otherNames || namesApart(a, b)
		if x.Root == entente.RootProtest && crowd(a) && crowd(b) && a[0].Party() == b[0].Party() {
			return true // workers are citizens
		}
		return sameSide(a, b, sameParty)
	}
	ok := false
	if reciprocal(x) || reciprocal(y) {
		ok = check(everybody(x), everybody(y))
	} else {
		ok = len(x.Actors) > 0 && len(y.Actors) > 0 && check(x.Actors, y.Actors) && check(x.Recipients, y.Recipients)
	}
	e.sameSectors, e.namedAlike = sectors, named
	return ok
}

// crowd reports whether a side is of people of one country who may march
// together.
func crowd(as []entente.Actor) bool {
	for i := range as {
		switch as[i].Sector {
		case entente.CVL, entente.LAB, entente.EDU, entente.SOC:
		default:
			return false
		}
		if as[i].Party() != as[0].Party() {
			return false
		}
	}
	return len(as) > 0
}

// persons reports whether two sides name a person in common, and whether one
// names a person where the other names another of the same country.
func persons(a, b []entente.Actor) (same, other bool) {
	for i := range a {
		for j := range b {
			p, q := &a[i], &b[j]
			if p.Role == "" || q.Role == "" || p.Name == "" || q.Name == "" || p.Party() != q.Party() {
				continue
			}
			if p.Name == q.Name {
				same = true
			} else {
				other = true
			}
		}
	}
	return same, other
}

// sameParty reports whether two members are of one country or organisation and
// may be of one sector: where only one names a sector, the other may mean it,
// unless it is one of those that stand against the state.
func sameParty(a, b *entente.Actor) bool {
	if a.Party() != b.Party() {
		return false
	}
	if a.Party() == "" && a.Name != "" && b.Name != "" && a.Name != b.Name {
		return false
	}
	switch {
	case a.Sector == b.Sector:
		return true
	case a.Sector == entente.SectorNone:
		return !against(b.Sector)
	case b.Sector == entente.SectorNone:
		return !against(a.Sector)
	default:
		return false
	}
}

// against reports whether a sector stands against the state whose country it
// has.
func against(s entente.Sector) bool {
	switch s {
	case entente.REB, entente.PRE, entente.UAF, entente.CRM, entente.OPP:
		return true
	default:
		return false
	}
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

// disputed reports whether two events of force are one happening of which the
// reports name different doers: same sufferer, same town, days that overlap,
// and words that are much alike.
func disputed(a, b *item) bool {
	x, y := &a.claim.Event, &b.claim.Event
	var e evidence
	if a.report.Doc == b.report.Doc || x.Root.Quad() != entente.MaterialConflict || x.Aspect != y.Aspect || !e.days(a, b) || e.noDay || !sameMode(x.Root, x.Mode, y.Mode) || farApart(x.Magnitudes, y.Magnitudes) {
		return false
	}
	return exactPlace(x.Where, y.Where) && len(x.Actors) > 0 && len(y.Actors) > 0 && len(x.Recipients) > 0 && len(y.Recipients) > 0 &&
		sameSide(x.Recipients, y.Recipients, sameActor) && overlap(a.claim.Words, b.claim.Words) >= sureWords
}
