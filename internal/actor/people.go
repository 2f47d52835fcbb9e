package actor

import (
	"io/fs"
	"strings"

	"github.com/entente-news/entente"
)

// persons reads people.tsv. Rows with one name are one person, unless both
// have Wikidata items and these differ.
func (b *builder) persons(fsys fs.FS) {
	t := b.t
	type key struct {
		name, role, country, org string
		from                     entente.Day
	}
	seen := map[key]bool{}
	for _, r := range b.read(fsys, "people.tsv", peopleHeader) {
		name := r.cols[0]
		if name == "" {
			b.problems.add(r.where(), "no name")
			continue
		}
		o := office{country: r.cols[2], state: b.country(r, r.cols[2]), sector: b.sector(r, r.cols[3]), role: r.cols[4], org: r.cols[5], why: r.where(),
			source: r.cols[9], own: r.own}
		o.from, o.to = parseSpan(r, 6, &b.problems)
		k := key{name, o.role, o.country, o.org, o.from}
		if seen[k] {
			b.problems.add(r.where(), "%s as %s stands here twice", name, o.role)
			continue
		}
		seen[k] = true
		at := b.person(r, name, r.cols[8])
		p := &t.persons[at]
		p.offices = append(p.offices, o)
		for _, n := range append([]string{name}, r.list(1)...) {
			b.name(r, n, reading{party: -1, person: at, form: formName})
			p.bare = p.bare || t.folded(n) == p.surname
		}
	}
}

// person returns the index of the person with that name, making it if need be.
func (b *builder) person(r row, name, wikidata string) int32 {
	t := b.t
	if at, ok := t.people[name]; ok {
		p := &t.persons[at]
		if wikidata == "" || p.wikidata == "" || p.wikidata == wikidata {
			if p.wikidata == "" {
				p.wikidata = wikidata
			}
			return at
		}
	}
	at := int32(len(t.persons))
	last := name[strings.LastIndexByte(name, ' ')+1:]
	t.persons = append(t.persons, person{name: name, wikidata: wikidata, surname: t.folded(last)})
	t.people[name] = at
	return at
}

// folded returns the folded form of s.
func (t *Table) folded(s string) string { return string(t.lex.fold.appendFolded(nil, s)) }

// nounTables returns the rows of agents.tsv and, after them, those of the
// files nouns-*.tsv in the order of their names.
func (b *builder) nounTables(fsys fs.FS) []row {
	rows, ok := readRows(fsys, "agents.tsv", agentsHeader, &b.problems)
	if !ok {
		b.warn("missing_table", "agents.tsv is not there and counts as empty")
	}
	more, _ := fs.Glob(fsys, "nouns-*.tsv") // sorted; the pattern is sound
	for _, file := range more {
		list, _ := readRows(fsys, file, agentsHeader, &b.problems)
		rows = append(rows, list...)
	}
	return b.withOwn("agents.tsv", rows)
}

// agents enters each noun of the tables in singular and plural.
func (b *builder) agents(fsys fs.FS) {
	kinds := map[string]agentKind{"person": agentPerson, "body": agentBody, "office": agentOffice, "materiel": agentMateriel, "place": agentPlace}
	for _, r := range b.nounTables(fsys) {
		kind, ok := kinds[r.cols[2]]
		if !ok {
			b.problems.add(r.where(), "unknown kind %q", r.cols[2])
		}
		if r.cols[3] != "" && kind != agentOffice {
			b.problems.add(r.where(), "a role goes with the kind office only")
		}
		a := agent{noun: r.cols[0], sector: b.sector(r, r.cols[1]), kind: kind, role: r.cols[3], why: r.where()}
		a.weak = a.sector == entente.UNK || isWeakNoun(lastWord(a.noun)) && !strings.Contains(a.noun, " ")
		a.plural = isPluralOnly(lastWord(a.noun))
		a.proper = strings.ToLower(a.noun) != a.noun
		if !b.noun(r, a) {
			b.problems.add(r.where(), "the noun %q is empty or stands here twice", a.noun)
			continue
		}
		if pl := pluralOf(a.noun); !a.plural && pl != "" {
			a.plural = true
			b.noun(r, a) // a plural with a row of its own keeps that row
		}
	}
}

// noun enters a; it returns false when the noun is already there.
func (b *builder) noun(r row, a agent) bool {
	t := b.t
	form := a.noun
	if a.plural && !isPluralOnly(lastWord(a.noun)) {
		form = pluralOf(a.noun)
	}
	pieces := t.lex.pieces(form)
	if len(pieces) == 0 {
		return false
	}
	node := t.nouns.add(pieces)
	if at := t.nouns.leaf[node]; at != 0 && r.own && !b.own.made[form] {
		b.own.made[form] = true
		t.agents[at-1] = a
		return true
	} else if at != 0 {
		// "gunmen" entered before as the plural of "gunman", or the same word hyphenated
		return t.agents[at-1].noun != a.noun
	}
	t.agents = append(t.agents, a)
	t.nouns.leaf[node] = int32(len(t.agents))
	return true
}

// finish makes the indexes that need all tables, and warns of shared names.
func (b *builder) finish() {
	t := b.t
	unknown := map[string]bool{}
	for i := range t.persons {
		p := &t.persons[i]
		t.surnames[p.surname] = append(t.surnames[p.surname], officeRef{int32(i), 0})
		for j := range p.offices {
			o := &p.offices[j]
			if o.org != "" && !entente.IsSupranational(o.country) {
				o.org = "" // "Foreign Ministry" says which spokesperson; it is no code
				if o.sector == entente.PRE || isSingleOffice(o.role) {
					continue // of a chamber, a rival government or a breakaway authority: never meant by "the president of Georgia"
				}
			}
			if _, code := t.ids[o.org]; !code && o.org != "" {
				org := t.orgCalled(o.org)
				if org == "" && !unknown[o.org] {
					unknown[o.org] = true
					b.warn("unknown_org", "%s: %q is no organisation of the tables and left out", o.why, o.org)
				}
				o.org = org
			}
			k := officeKey{officeHome(o), o.role}
			t.offices[k] = append(t.offices[k], officeRef{int32(i), int32(j)})
		}
	}
	for i := range t.entries {
		e := &t.entries[i]
		if len(e.readings) > 1 && e.need == needNothing {
			if _, listed := t.needs[e.name]; !listed && t.clash(e) {
				b.warn("shared_name", "%q is a name of %s and of %s; ambiguous.tsv does not list it", e.name, t.source(e.readings[0]), t.source(e.readings[1]))
			}
			if len(e.readings) > 2 || !t.succeeds(e.readings[0], e.readings[1]) {
				e.need = needCare
			}
		}
	}
	t.us = newUSPlaces()
	b.shareNames()
	b.preferMostly()
	b.overlaps()
}

// orgCalled returns the code of the organisation with that name, or with the
// longest part of it from the front ("NATO Military Committee" is NATO's);
// "" for none.
func (t *Table) orgCalled(name string) string {
	for name != "" {
		exact, _ := t.entriesOf(name)
		for _, at := range exact {
			for _, r := range t.entries[at].readings {
				if r.party >= 0 && t.parties[r.party].org != "" {
					return t.parties[r.party].org
				}
			}
		}
		name = name[:max(0, strings.LastIndexByte(name, ' '))]
	}
	return ""
}

// officeHome is what an office belongs to: its state, or for an office of no
// state its organisation.
func officeHome(o *office) string {
	if o.state < 0 && o.org != "" {
		return o.org
	}
	return o.country
}

// clash reports whether two readings of e differ in country.
func (t *Table) clash(e *entry) bool {
	for _, r := range e.readings[1:] {
		if t.readingCountry(r) != t.readingCountry(e.readings[0]) && !t.succeeds(r, e.readings[0]) {
			return true
		}
	}
	return false
}

// succeeds reports whether two readings are capitals of states of which one is
// gone: the day decides.
func (t *Table) succeeds(a, b reading) bool {
	if a.party < 0 || b.party < 0 || a.form&b.form&formCapital == 0 {
		return false
	}
	return t.parties[a.party].to < maxDay || t.parties[b.party].to < maxDay
}

// readingCountry returns the country of a reading.
func (t *Table) readingCountry(r reading) string {
	if r.person >= 0 {
		return t.persons[r.person].offices[0].country
	}
	return t.parties[r.party].country
}

// source returns where a reading stands in the tables.
func (t *Table) source(r reading) string {
	if r.person >= 0 {
		return t.persons[r.person].offices[0].why
	}
	return t.parties[r.party].why
}
