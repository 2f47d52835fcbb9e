package actor

import "github.com/entente-news/entente"

// A tenure is how an office stands to a day.
type tenure uint8

const (
	tenureNone   tenure = iota
	tenureHeld          // held on the day
	tenureFormer        // left before the day
	tenureAhead         // not taken up yet
)

// holdsAny reports whether p holds an office on day.
func (p *person) holdsAny(day entente.Day) bool {
	for i := range p.offices {
		if o := &p.offices[i]; o.from <= day && day <= o.to {
			return true
		}
	}
	return false
}

// rank orders offices held at the same time: who is head of state is named as
// such whatever party he leads.
func (o *office) rank() int {
	switch o.role {
	case "head of state":
		return 0
	case "head of government":
		return 1
	case "party leader", "opposition leader", "heir":
		return 3
	}
	return 2
}

// on returns the office of p that counts on day: of those held, the highest
// by rank, then the one begun last, then the first in the table. When none is
// held, the one left last; before the first, that one. An unknown day is
// after everything: an office without an end is held.
func (p *person) on(day entente.Day) (int, tenure) {
	if !day.Known() {
		day = maxDay - 1
		latest := 0
		for i := range p.offices {
			if p.offices[i].from > p.offices[latest].from {
				latest = i
			}
		}
		if at, t := p.at(day, ""); t == tenureHeld {
			return at, t
		}
		return latest, tenureHeld
	}
	return p.at(day, "")
}

// begunAfter orders offices of one rank that are held at the same time: the
// user's own rows first, then the one begun last.
func (o *office) begunAfter(p *office) bool {
	if o.own != p.own {
		return o.own
	}
	return o.from > p.from
}

// at is on for a known day, of offices with that role only, unless it is "".
func (p *person) at(day entente.Day, role string) (int, tenure) {
	best, t := -1, tenureNone
	for i := range p.offices {
		o := &p.offices[i]
		if role != "" && o.role != role {
			continue
		}
		switch {
		case o.from <= day && day <= o.to:
			if t != tenureHeld || o.rank() < p.offices[best].rank() || o.rank() == p.offices[best].rank() && o.begunAfter(&p.offices[best]) {
				best, t = i, tenureHeld
			}
		case t == tenureHeld:
		case o.to < day:
			if t != tenureFormer || o.to > p.offices[best].to {
				best, t = i, tenureFormer
			}
		case t == tenureNone || t == tenureAhead && o.from < p.offices[best].from:
			best, t = i, tenureAhead
		}
	}
	return best, t
}

// begun returns the last office with that role ("" for any) that began on or
// before day, -1 for none.
func (p *person) begun(day entente.Day, role string) int {
	best := -1
	for i := range p.offices {
		o := &p.offices[i]
		if role != "" && o.role != role || day.Known() && o.from > day {
			continue
		}
		if best < 0 || o.from > p.offices[best].from {
			best = i
		}
	}
	return best
}

// holder returns who held the office of that role in home (a state's or an
// organisation's code) on day; ok only when it was one person. On the day of
// a handover it is the successor. On an unknown day it is nobody: who held an
// office when the text was written cannot be told, and today's holder would be a
// guess.
func (t *Table) holder(home, role string, day entente.Day) (ref officeRef, ok bool) {
	if !isSingleOffice(role) || !day.Known() {
		return officeRef{}, false
	}
	for _, r := range t.offices[officeKey{home, role}] {
		o := &t.persons[r.person].offices[r.office]
		if o.from > day || day > o.to {
			continue
		}
		if ok && ref.person != r.person {
			had := &t.persons[ref.person].offices[ref.office]
			switch {
			case o.own && !had.own:
			case had.own && !o.own:
				continue
			case had.to == day && o.to > day:
			case o.to == day && had.to > day:
				continue
			default:
				return officeRef{}, false
			}
		}
		ref, ok = r, true
	}
	return ref, ok
}

// isSingleOffice reports whether a state has one holder of a role at a time.
func isSingleOffice(role string) bool {
	switch role {
	case "head of state", "head of government", "foreign minister", "defence minister", "finance minister", "interior minister", "secretary-general",
		"president of organisation", "high representative", "vice president", "central bank governor", "national security adviser", "speaker of parliament",
		"chief of staff of the armed forces":
		return true
	}
	return false
}

// claim is what the text says of a person's office.
type claim struct {
	role   string // the title given, "" for none
	former bool   // "former", "ex-"
	then   bool   // "then": the office of that time is meant
	elect  bool   // "-elect": an office that is still to be taken up
}

// personActor returns p as an actor on day. A title given in the text picks the
// office, if p ever held it.
func (w *Worker) personActor(at int32, c claim) (a entente.Actor, isFormer bool, why string) {
	p := &w.t.persons[at]
	role, former := c.role, c.former
	i, ten := p.on(w.day)
	if role != "" && w.day.Known() {
		if j, k := p.at(w.day, role); k == tenureHeld || former && k == tenureFormer && ten == tenureFormer {
			i, ten = j, k
		}
	}
	if c.then {
		if j := p.begun(w.day, role); j >= 0 {
			o := &p.offices[j]
			return officeActor(p, o), true, o.why + "; the office of that time"
		}
	}
	if former && ten == tenureHeld && role != "" && p.offices[i].role != role {
		former = false // the former minister who is president now
	}
	o := &p.offices[i]
	switch {
	case c.elect && !former:
		return entente.Actor{Name: p.name, Country: o.country, Wikidata: p.wikidata}, false, o.why + "; not yet in office"
	case former || ten == tenureFormer:
		a = entente.Actor{Name: p.name, Country: o.country, Sector: entente.ELI, Wikidata: p.wikidata}
		if entente.IsSupranational(o.country) {
			a.Org = o.org
		}
		if o.sector == entente.REB || o.sector == entente.PRM {
			a.Sector = o.sector
		}
		return a, true, o.why + "; former"
	case ten == tenureAhead:
		return entente.Actor{Name: p.name, Country: o.country, Wikidata: p.wikidata}, false, o.why + "; not yet in office"
	}
	why = o.why + "; office on " + w.day.String()
	if !w.day.Known() {
		why = o.why + "; latest office, no date"
	}
	return officeActor(p, o), false, why
}

// officeActor returns p in office o.
func officeActor(p *person, o *office) entente.Actor {
	a := entente.Actor{Name: p.name, Country: o.country, Sector: o.sector, Role: o.role, Org: o.org, Wikidata: p.wikidata}
	if entente.IsSupranational(o.country) {
		a.Sector = supranationalSector(o.sector)
	}
	return a
}

// supranationalSector drops the sector GOV, which an organisation of states
// does not have.
func supranationalSector(s entente.Sector) entente.Sector {
	switch s {
	case entente.GOV, entente.UNK, entente.BUS:
		return entente.SectorNone // the lorries of the World Food Programme are no firm
	}
	return s
}
