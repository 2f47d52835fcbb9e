package merge

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// How two sides agree.
const (
	sideNone    uint8 = iota // neither is named
	sideLacks                // one is not named
	sidePerson               // one and the same person
	sideName                 // members of one code and one name
	sideCode                 // members of one country and sector
	sideVague                // the state for an organ of it, other sectors of one country, or one is not resolved
	sidePart                 // some members agree
	sideNamed                // one country or none, private parties whose names have no word in common
	sideAgainst              // one country, one stands against the state and the other does not
	sideApart                // two countries or bodies
)

// compareSides compares who acts and to whom.
func (e *Evidence) compareSides(a, b *item) {
	x, y := &a.claim.Event, &b.claim.Event
	apart := false
	if reciprocal(x) || reciprocal(y) {
		e.set(TermMeeting, true)
		all := sideOf(everybody(x), everybody(y))
		e.compareActors(all)
		apart = all == sideApart || all == sideAgainst
	} else {
		actors, others := sideOf(x.Actors, y.Actors), sideOf(x.Recipients, y.Recipients)
		e.compareActors(actors)
		e.compareOthers(others)
		held := x.Root == entente.RootCoerce // for what they are charged with, or as people
		e.set(TermHeldAgainst, held && others == sideAgainst)
		apart = actors == sideApart || others == sideApart || others == sideAgainst && !held
		if (apart || actors == sideAgainst) && (crossed(x, y) || crossed(y, x)) {
			e.set(TermCrossed, true)
			e.X[TermActorsAgainst], apart = 0, false
		}
	}
	e.set(TermMeetingSector, e.X[TermMeeting] == 1 && x.Root == entente.RootConsult && meetingSectors(everybody(x), everybody(y)))
	vague := e.X[TermActorsVague] == 1
	e.set(TermActorsOpen, vague && (open(x.Actors) || open(y.Actors)))
	e.set(TermActorsSector, vague && !oneCrime(a, b) && sectorsApart(x.Actors, y.Actors))
	e.set(TermOthersSector, e.X[TermOthersVague] == 1 && !oneCrime(a, b) && sectorsApart(x.Recipients, y.Recipients))
	if e.otherSides(a, b) {
		e.X[TermActorsAgainst], apart = 0, false
	}
	e.Apart = e.Apart || apart
	same, other := personsOf(everybody(x), everybody(y))
	e.set(TermPerson, same)
	e.set(TermPersons, other)
	e.Apart = e.Apart || other && x.Root == entente.RootConsult // who meets whom is what happens
}

// personsOf reports whether two events name a holder of an office in common, and
// whether there is a country of which each names some, all of them others.
func personsOf(a, b []entente.Actor) (same, other bool) {
	for i := range a {
		p := &a[i]
		if !somebody(p) || !slices.ContainsFunc(b, func(q entente.Actor) bool { return somebody(&q) && p.Party() == q.Party() }) {
			continue
		}
		if shared(a, b, p.Party()) {
			same = true
		} else {
			other = true
		}
	}
	return same, other
}

// shared reports whether two lists name one person of a country.
func shared(a, b []entente.Actor, party string) bool {
	for i := range a {
		for j := range b {
			if p, q := &a[i], &b[j]; p.Party() == party && q.Party() == party && somebody(p) && somebody(q) && samePerson(p.Name, q.Name) {
				return true
			}
		}
	}
	return false
}

// somebody reports whether a member is a person: a holder of an office, or a name
// of several words that is in no table.
func somebody(x *entente.Actor) bool {
	if x.Name == "" || x.Org != "" || x.Role != "" {
		return x.Name != "" && x.Role != ""
	}
	switch x.Sector {
	case entente.SectorNone, entente.CVL, entente.CRM, entente.UAF, entente.GOV, entente.ELI, entente.LEG, entente.OPP:
		return x.Wikidata == "" && strings.Contains(x.Name, " ")
	default:
		return false
	}
}

// onePerson reports whether two members are one person, named in full in one. The
// country of somebody who is in no table is a guess, and does not count.
func onePerson(p, q *entente.Actor) bool {
	return p.Name != "" && q.Name != "" && (p.Wikidata == "" || q.Wikidata == "") && samePerson(p.Name, q.Name) &&
		(somebody(p) && q.Org == "" || somebody(q) && p.Org == "")
}

// meetingSectors reports whether there is a country of which each list has members
// of sectors that are told, none of them one that the other has.
func meetingSectors(a, b []entente.Actor) bool {
	for i := range a {
		p := &a[i]
		if p.Party() == "" || !ofSector(p.Sector) {
			continue
		}
		others, one := false, false
		for j := range b {
			if q := &b[j]; q.Party() == p.Party() {
				others = true
				one = one || q.Sector == p.Sector || !ofSector(q.Sector)
			}
		}
		if others && !one {
			return true
		}
	}
	return false
}

// samePerson reports whether two names can be those of one person: one is the
// other, or ends it after a space.
func samePerson(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	n := len(a) - len(b)
	return a == b || n > 0 && a[n-1] == ' ' && a[n:] == b
}

// open reports whether nobody of a side has a country or a body.
func open(as []entente.Actor) bool {
	return len(as) > 0 && !slices.ContainsFunc(as, func(a entente.Actor) bool { return a.Party() != "" })
}

// crossed reports whether those who act in x are those to whom it is done in y, and
// x can be read so: a headline without its "is" or "was" tells what is done to
// somebody as what he does. It is so where nobody else is named in x, or nobody of
// another country, by an act of a state.
func crossed(x, y *entente.Event) bool {
	if len(x.Actors) != 1 || len(y.Recipients) == 0 {
		return false
	}
	switch x.Root {
	case entente.RootCoerce, entente.RootSanction, entente.RootAccuse:
	default:
		return false
	}
	switch sideOf(x.Actors, y.Recipients) {
	case sidePerson, sideName, sideCode:
	default:
		return false
	}
	if len(x.Recipients) == 0 {
		return true
	}
	if x.Root == entente.RootAccuse {
		return false
	}
	switch sideOf(x.Recipients, y.Actors) {
	case sidePerson, sideName, sideCode, sideVague:
		return true
	default:
		return false
	}
}

func (e *Evidence) compareActors(side uint8) {
	switch side {
	case sidePerson, sideName, sideCode:
		e.set(TermActorsAlike, true)
	case sideNamed:
		e.Apart = true
	case sidePart:
		e.set(TermActorsPart, true)
	case sideAgainst:
		e.set(TermActorsAgainst, true)
	default:
		e.set(TermActorsVague, true)
	}
}

func (e *Evidence) compareOthers(side uint8) {
	switch side {
	case sideNone:
		e.set(TermOthersNone, true)
	case sideLacks:
		e.set(TermOthersLack, true)
	case sidePerson:
		e.set(TermOthersPerson, true)
	case sideName, sideCode:
		e.set(TermOthersAlike, true)
	case sideNamed:
		e.set(TermOthersNames, true)
	case sidePart:
		e.set(TermOthersPart, true)
	default:
		e.set(TermOthersVague, true)
	}
}

// sideOf says how two sides agree.
func sideOf(a, b []entente.Actor) uint8 {
	switch {
	case len(a) == 0 && len(b) == 0:
		return sideNone
	case len(a) == 0 || len(b) == 0:
		return sideLacks
	}
	named := func(p, q *entente.Actor) bool {
		return p.Name != "" && p.Name == q.Name && p.Party() == q.Party() || onePerson(p, q)
	}
	code := func(p, q *entente.Actor) bool { return p.Party() != "" && p.Code() == q.Code() }
	party := func(p, q *entente.Actor) bool { return p.Party() != "" && p.Party() == q.Party() }
	open := func(p, q *entente.Actor) bool { return p.Party() == "" || q.Party() == "" || party(p, q) }
	switch {
	case sameSide(a, b, named) && len(a) == 1 && somebody(&a[0]):
		return sidePerson
	case sameSide(a, b, named):
		return sideName
	case namesApart(a, b) || otherHolder(a, b) || otherHolder(b, a):
		return sideNamed
	case sameSide(a, b, code) && bodiesApart(a, b):
		return sideVague
	case sameSide(a, b, code):
		return sideCode
	case sameSide(a, b, sameActor):
		return sideVague
	case againstAlone(a, b) || againstAlone(b, a):
		return sideAgainst
	case sameSide(a, b, party):
		return sideVague
	}
	if within(a, b, party) || within(b, a, party) {
		return sidePart
	}
	if sameSide(a, b, open) {
		return sideVague
	}
	return sideApart
}

// againstAlone reports whether a names somebody who stands against a state, and b
// only others of that country.
func againstAlone(a, b []entente.Actor) bool {
	for i := range a {
		p := &a[i]
		if p.Party() == "" || !against(p.Sector) {
			continue
		}
		others := false
		for j := range b {
			if q := &b[j]; q.Party() == p.Party() {
				if others = true; against(q.Sector) {
					return false
				}
			}
		}
		if others {
			return true
		}
	}
	return false
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

// bodiesApart reports whether two sides name one body each, of one country and
// sector, whose names have no word in common: two offices of a government.
func bodiesApart(a, b []entente.Actor) bool {
	if len(a) != 1 || len(b) != 1 {
		return false
	}
	p, q := &a[0], &b[0]
	body := func(x *entente.Actor) bool {
		return x.Name != "" && x.Role == "" && x.Sector != entente.SectorNone && x.Org == ""
	}
	return body(p) && body(q) && !shareWord(p.Name, q.Name)
}

// otherHolder reports whether a is a private person by name, and b one who holds
// an office by another.
func otherHolder(a, b []entente.Actor) bool {
	return private(a) && len(b) == 1 && b[0].Role != "" && b[0].Name != "" && !shareWord(a[0].Name, b[0].Name)
}

// sectorsApart reports whether two sides are told, no member of one has the sector
// of one of the other, and all have one that says more than that they are citizens.
func sectorsApart(a, b []entente.Actor) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for i := range a {
		for j := range b {
			if s, t := a[i].Sector, b[j].Sector; s == t || !ofSector(s) || !ofSector(t) {
				return false
			}
		}
	}
	return true
}

func ofSector(s entente.Sector) bool { return s != entente.SectorNone && s != entente.CVL }
