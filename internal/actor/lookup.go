package actor

import (
	"slices"
	"strings"

	"github.com/entente-news/entente"
)

// Candidate is one thing that a name may stand for.
type Candidate struct {
	Actor    entente.Actor // without Span
	Kind     entente.MentionKind
	Former   bool        // the office was left before the day
	From, To entente.Day // the office or the party; NoDay on an open side
	Source   string      // file:line of the row
	Credit   string      // where the row has it from
	Note     string      // what ambiguous.tsv asks for, or what the day decided; may be empty
	Offices  []Office    // of a person, all of them, in the order of the table
}

// Office is one holding of an office.
type Office struct {
	Country, Sector, Role, Org string
	From, To                   entente.Day // NoDay on an open side
	Source, Credit             string      // file:line of the row, and where it has it from
}

// Code returns the short code of c, as in records: RUS, RUS:GOV, NATO.
func (c Candidate) Code() string { return c.Actor.Code() }

// Lookup returns everything that name may stand for on the given day, the
// likeliest first; a name spelled exactly goes before one in other letters.
// An unknown day stands for the latest. A person gives the office of the day
// alone. Codes are names too: RUS, NATO, WEST. Nil when nothing is known.
func (t *Table) Lookup(name string, on entente.Day) []Candidate {
	name = strings.TrimSpace(name)
	var out []Candidate
	for _, code := range []string{name, strings.ToUpper(name)} {
		if at, ok := t.partyByCode(code); ok {
			out = append(out, t.partyCandidate(reading{party: at, person: -1, form: formName}, 0))
			break
		}
	}
	exact, folded := t.entriesOf(name)
	for _, at := range append(exact, folded...) {
		out = append(out, t.candidatesOf(&t.entries[at], on)...)
	}
	return distinct(append(out, t.namesakes(name)...))
}

// partyByCode returns the party of a state's or an organisation's code.
func (t *Table) partyByCode(code string) (int32, bool) {
	if at, ok := t.codes[code]; ok {
		return at, true
	}
	at, ok := t.ids[code]
	return at, ok
}

// entriesOf returns the entries spelled like name, and those that differ in
// capitals or diacritics.
func (t *Table) entriesOf(name string) (exact, folded []int32) {
	for _, article := range []string{"the ", "The "} {
		name = strings.TrimPrefix(name, article)
	}
	pieces, ok := t.lex.find(name)
	if !ok {
		return nil, nil
	}
	node := int32(0)
	for _, p := range pieces {
		if node = t.names.step(node, p); node == 0 {
			return nil, nil
		}
	}
	for at := t.names.leaf[node]; at != 0; at = t.entries[at-1].next {
		if t.entries[at-1].name == name {
			exact = append(exact, at-1)
		} else {
			folded = append(folded, at-1)
		}
	}
	slices.Sort(folded)
	return exact, folded
}

// candidatesOf returns the readings of e on a day, without states that there
// were not on it where another one there was.
func (t *Table) candidatesOf(e *entry, on entente.Day) []Candidate {
	w := Worker{t: t, day: on}
	dated := w.anyStateOfTheDay(e)
	var out []Candidate
	for i := range e.readings {
		if !dated || !w.goneOrToCome(&e.readings[i]) {
			out = append(out, t.candidate(e, e.readings[i], on))
		}
	}
	return out
}

// candidate returns reading r of e on a day.
func (t *Table) candidate(e *entry, r reading, on entente.Day) Candidate {
	if r.person < 0 {
		return t.partyCandidate(r, e.need)
	}
	w := Worker{t: t, day: on}
	a, former, why := w.personActor(r.person, claim{})
	p := &t.persons[r.person]
	i, _ := p.on(on)
	o := &p.offices[i]
	return Candidate{Actor: a, Former: former, From: o.from, To: openEnd(o.to), Source: o.why, Credit: o.source, Offices: p.all(), Note: strings.TrimPrefix(strings.TrimPrefix(why, o.why), "; ")}
}

// partyCandidate returns a party as a candidate.
func (t *Table) partyCandidate(r reading, n need) Candidate {
	p := &t.parties[r.party]
	c := Candidate{Actor: partyActor(p), From: p.from, To: openEnd(p.to), Source: p.why, Credit: p.source}
	switch f := r.form; {
	case f&formName != 0:
	case f&formCapital != 0:
		c.Kind, c.Actor.Sector = entente.MentionCapital, entente.GOV
	case f&formAdjective != 0:
		c.Kind = entente.MentionAdjective
	case f&formDemonym != 0:
		c.Kind, c.Actor.Sector = entente.MentionDemonym, entente.CVL
	}
	switch n {
	case needCare:
		c.Note = "has other meanings"
	case needEvidence:
		c.Note = "only where the document speaks of the country"
	case needNever:
		c.Note = "never an actor by itself"
	case needNothing:
	}
	return c
}

func openEnd(d entente.Day) entente.Day {
	if d == maxDay {
		return entente.NoDay
	}
	return d
}

// distinct drops candidates that are the same actor in the same form.
func distinct(in []Candidate) []Candidate {
	var out []Candidate
next:
	for _, c := range in {
		for _, o := range out {
			if o.Source == c.Source || sameActor(&o.Actor, &c.Actor) && o.Code() == c.Code() {
				continue next
			}
		}
		out = append(out, c)
	}
	return out
}

// Parties returns the codes that a user's query names: a code (RUS, RUS:MIL,
// NATO, WEST, in any letters) or a name ("Russia", "Russian army", "Putin").
// A name that may stand for several parties gives no code and the candidates
// instead. Both are nil when nothing is known by that name.
func (t *Table) Parties(query string) (codes []string, candidates []Candidate) {
	query = strings.TrimSpace(query)
	code, isCode := t.asCode(query)
	if isCode && len(t.exactName(query)) == 0 {
		return []string{code}, nil
	}
	exact, folded := t.entriesOf(query)
	if len(exact) == 0 {
		exact = folded
	}
	var all []Candidate
	for _, at := range exact {
		all = append(all, t.candidatesOf(&t.entries[at], entente.NoDay)...)
	}
	all = latest(distinct(append(all, t.namesakes(query)...)))
	if len(all) == 0 {
		if isCode {
			return []string{code}, nil
		}
		if code, ok := t.ownedNoun(query); ok {
			return []string{code}, nil
		}
		return nil, nil
	}
	code = all[0].Code()
	for _, c := range all[1:] {
		if c.Code() != code {
			return nil, all
		}
	}
	return []string{code}, nil
}

// latest drops the earlier periods of a group that stands in the table with
// several.
func latest(all []Candidate) []Candidate {
	return slices.DeleteFunc(all, func(c Candidate) bool {
		return c.To.Known() && c.Actor.Org != "" && slices.ContainsFunc(all, func(o Candidate) bool {
			return o.Actor.Org == c.Actor.Org && o.Actor.Country == c.Actor.Country && !o.To.Known()
		})
	})
}

// asCode reads CODE or CODE:SECTOR. The code of a group that belongs to a
// state gives that of the records: HAMAS is PSE:REB.
func (t *Table) asCode(query string) (string, bool) {
	base, sector, has := strings.Cut(strings.ToUpper(query), ":")
	at, ok := t.partyByCode(base)
	if !ok {
		return "", false
	}
	if p := &t.parties[at]; p.state >= 0 && p.sort != sortState {
		a := partyActor(p)
		return a.Code(), true
	}
	if has {
		s, err := entente.ParseSector(sector)
		if err != nil {
			return "", false
		}
		if s != entente.SectorNone && t.parties[at].state >= 0 {
			return base + ":" + s.String(), true
		}
	}
	return base, true
}

// exactName returns the entries spelled exactly like name.
func (t *Table) exactName(name string) []int32 {
	exact, _ := t.entriesOf(name)
	return exact
}

// ownedNoun reads a state's name or adjective and an agent noun: "Russian
// army".
func (t *Table) ownedNoun(query string) (string, bool) {
	for i := range len(query) {
		if query[i] != ' ' {
			continue
		}
		exact, folded := t.entriesOf(query[:i])
		pieces, ok := t.lex.find(query[i+1:])
		if !ok {
			continue
		}
		node := int32(0)
		for _, p := range pieces {
			if node = t.nouns.step(node, p); node == 0 {
				break
			}
		}
		if node == 0 || t.nouns.leaf[node] == 0 {
			continue
		}
		for _, at := range append(exact, folded...) {
			if r := t.entries[at].readings[0]; r.party >= 0 {
				a := partyActor(&t.parties[r.party])
				if n := &t.agents[t.nouns.leaf[node]-1]; a.Sector == entente.SectorNone && n.sector != entente.UNK {
					a.Sector = n.sector
				}
				return a.Code(), true
			}
		}
	}
	return "", false
}
