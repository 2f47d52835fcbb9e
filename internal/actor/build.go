package actor

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/entente-news/entente"
)

// The header lines of the tables.
const (
	statesHeader    = "code name names adjectives people capital from to iso2 wikidata lat lon source"
	bodiesHeader    = "id country sector name names from to wikidata source"
	orgsHeader      = "id country sector org name names from to wikidata source"
	peopleHeader    = "name names country sector role org from to wikidata source"
	agentsHeader    = "noun sector kind role source"
	regionsHeader   = "group name names source"
	ambiguousHeader = "name reading needs source"
)

// builder makes a Table.
type builder struct {
	t        *Table
	problems problems
	warnings []entente.Warning
	own      ownRows
}

// Room for the program's own tables, so that loading them grows nothing.
const (
	roomPieces = 1 << 15
	roomNames  = 1 << 16
	roomNouns  = 1 << 15
)

func newBuilder() *builder {
	return &builder{t: &Table{
		lex:   lexicon{fold: newFolder(), ids: make(map[string]int32, roomPieces)},
		names: newTrie(roomNames), nouns: newTrie(roomNouns),
		entries: make([]entry, 0, roomNames/2), agents: make([]agent, 0, roomNouns),
		codes: map[string]int32{}, iso2: map[string]string{}, ids: map[string]int32{}, people: map[string]int32{},
		surnames: map[string][]officeRef{}, offices: map[officeKey][]officeRef{}, needs: map[string]need{}, towns: map[string]bool{}, notes: map[string]note{}, endings: map[string]int32{},
	}}
}

func (b *builder) warn(code, format string, args ...any) {
	b.warnings = append(b.warnings, entente.Warning{Code: code, Message: fmt.Sprintf(format, args...)})
}

// read returns the rows of a table that may be missing.
func (b *builder) read(fsys fs.FS, file, header string) []row {
	rows, ok := readRows(fsys, file, header, &b.problems)
	if !ok {
		b.warn("missing_table", "%s is not there and counts as empty", file)
	}
	return b.withOwn(file, rows)
}

// name enters name for a party or a person.
func (b *builder) name(r row, name string, rd reading) {
	t := b.t
	for _, article := range []string{"the ", "The "} {
		if strings.HasPrefix(name, article) {
			name = name[len(article):]
			rd.form |= formThe
			break
		}
	}
	pieces := t.lex.pieces(name)
	if len(pieces) == 0 || len(pieces) > 255 {
		b.problems.add(r.where(), "the name %q has no letter, or more than 255 words", name)
		return
	}
	node := t.names.add(pieces)
	at := t.names.leaf[node]
	for ; at != 0; at = t.entries[at-1].next {
		e := &t.entries[at-1]
		if e.name != name {
			continue
		}
		switch {
		case r.own:
			b.ownName(e, rd)
		case !e.own:
			e.addReading(rd)
		}
		return
	}
	t.entries = append(t.entries, entry{name: name, readings: []reading{rd}, next: t.names.leaf[node], words: uint8(len(pieces)), need: t.needs[name], town: t.towns[name], own: r.own})
	t.names.leaf[node] = int32(len(t.entries))
}

// addReading joins rd to the readings of e; forms of one party add up. A name
// entered with and without the article may do without.
func (e *entry) addReading(rd reading) {
	for i := range e.readings {
		if o := &e.readings[i]; o.party == rd.party && o.person == rd.person {
			the := o.form & rd.form & formThe
			o.form = (o.form|rd.form)&^formThe | the
			return
		}
	}
	e.readings = append(e.readings, rd)
}

// states reads states.tsv; it reports whether the file is there.
func (b *builder) states(fsys fs.FS) bool {
	rows, ok := readRows(fsys, "states.tsv", statesHeader, &b.problems)
	for _, r := range b.withOwn("states.tsv", rows) {
		code := r.cols[0]
		if !isStateCode(code) {
			b.problems.add(r.where(), "code %q is not three capital letters, or four for a state that is gone", code)
			continue
		}
		if _, double := b.t.codes[code]; double {
			b.problems.add(r.where(), "code %s stands here twice", code)
			continue
		}
		at := int32(len(b.t.parties))
		p := party{sort: sortState, id: code, name: r.cols[1], country: code, state: at, wikidata: r.cols[9], why: r.where(), source: r.cols[12]}
		p.from, p.to = parseSpan(r, 6, &b.problems)
		b.t.parties = append(b.t.parties, p)
		b.t.codes[code] = at
		if r.cols[8] != "" {
			b.t.iso2[r.cols[8]] = code
		}
		b.names(r, at, formName, append([]string{r.cols[1]}, r.list(2)...))
		b.names(r, at, formAdjective, r.list(3))
		b.names(r, at, formDemonym, r.list(4))
		b.names(r, at, formCapital, r.list(5))
	}
	return ok
}

// names enters several names of a party.
func (b *builder) names(r row, at int32, f form, names []string) {
	for _, n := range names {
		b.name(r, n, reading{party: at, person: -1, form: f})
	}
}

func isStateCode(s string) bool {
	if len(s) != 3 && len(s) != 4 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return !entente.IsSupranational(s)
}

// country checks the code of a country and returns its state, -1 for an actor
// of no state.
func (b *builder) country(r row, code string) int32 {
	if entente.IsSupranational(code) {
		return -1
	}
	at, ok := b.t.codes[code]
	if !ok {
		b.problems.add(r.where(), "unknown country %q", code)
		return -1
	}
	return at
}

// sector checks the code of a sector.
func (b *builder) sector(r row, code string) entente.Sector {
	s, err := entente.ParseSector(code)
	if err != nil {
		b.problems.add(r.where(), "%w", err)
	}
	return s
}

// bodies reads bodies.tsv.
func (b *builder) bodies(fsys fs.FS) {
	seen := map[string]bool{}
	for _, r := range b.read(fsys, "bodies.tsv", bodiesHeader) {
		if r.cols[0] == "" || seen[r.cols[0]] {
			b.problems.add(r.where(), "id %q is missing or stands here twice", r.cols[0])
			continue
		}
		seen[r.cols[0]] = true
		p := party{sort: sortBody, id: r.cols[0], name: r.cols[3], country: r.cols[1], state: b.country(r, r.cols[1]),
			sector: b.sector(r, r.cols[2]), wikidata: r.cols[7], why: r.where(), source: r.cols[8]}
		p.from, p.to = parseSpan(r, 5, &b.problems)
		b.party(r, p, r.list(4))
	}
}

// organisations reads organisations.tsv or groups.tsv.
func (b *builder) organisations(fsys fs.FS, file string, s sort) {
	seen := map[string]bool{}
	for _, r := range b.read(fsys, file, orgsHeader) {
		if r.cols[0] == "" || seen[r.cols[0]] {
			b.problems.add(r.where(), "id %q is missing or stands here twice", r.cols[0])
			continue
		}
		seen[r.cols[0]] = true
		p := party{sort: s, id: r.cols[0], name: r.cols[4], country: r.cols[1], sector: b.sector(r, r.cols[2]), org: r.cols[3],
			wikidata: r.cols[8], why: r.where(), source: r.cols[9]}
		p.state = b.country(r, r.cols[1])
		p.from, p.to = parseSpan(r, 6, &b.problems)
		at := b.party(r, p, r.list(5))
		if p.org != "" {
			if had, ok := b.t.ids[p.org]; !ok || r.own || b.t.parties[had].to < maxDay && p.from > b.t.parties[had].from {
				b.t.ids[p.org] = at
			}
		}
	}
}

// regions reads regions.tsv.
func (b *builder) regions(fsys fs.FS) {
	for _, r := range b.read(fsys, "regions.tsv", regionsHeader) {
		code := r.cols[0]
		if _, double := b.t.ids[code]; double || code == "" {
			b.problems.add(r.where(), "group %q is missing or names something else already", code)
			continue
		}
		p := party{sort: sortRegion, id: code, name: r.cols[1], state: -1, group: code, from: entente.NoDay, to: maxDay, why: r.where(), source: r.cols[3]}
		b.t.ids[code] = b.party(r, p, r.list(2))
	}
}

// party enters p under its name and names and returns its index.
func (b *builder) party(r row, p party, names []string) int32 {
	at := int32(len(b.t.parties))
	if p.name == "" {
		b.problems.add(r.where(), "no name")
	}
	b.t.parties = append(b.t.parties, p)
	b.names(r, at, formName, append([]string{p.name}, names...))
	return at
}

// ambiguous reads ambiguous.tsv. Of its prose, three things are heeded: a
// need that speaks of context asks for other evidence of the country in the
// document; one that begins with "no actor", "place" or "a place" takes the
// name out; one that says "when", "where", "only as", "in politics" or "ethnic",
// or refers to such a row, marks the mention as ambiguous where the document
// does not speak of the country otherwise. A reading that says town or US state
// gives the name up to the United States where only they are spoken of. Any other is about capital letters
// or neighbouring words, and met by the rules for those.
func (b *builder) ambiguous(fsys fs.FS) {
	for _, r := range b.read(fsys, "ambiguous.tsv", ambiguousHeader) {
		n, s := needCare, r.cols[2]
		switch {
		case s == "place" || strings.HasPrefix(s, "place,") || strings.HasPrefix(s, "a place") || strings.HasPrefix(s, "no actor") || strings.HasPrefix(s, "no state actor"):
			n = needNever
		case strings.Contains(s, "context"):
			n = needEvidence
		case r.cols[1] == "none" || !isUnsettled(s):
			n = needNothing
		}
		b.t.needs[r.cols[0]] = n
		b.t.notes[r.cols[0]] = note{r.cols[1], s, r.where()}
		b.t.towns[r.cols[0]] = strings.Contains(r.cols[1], "town") || strings.Contains(r.cols[1], "US state") || strings.Contains(r.cols[1], "of the US")
	}
}

// isUnsettled reports whether a need is more than spelling and neighbouring
// words can decide, which every name is held to.
func isUnsettled(s string) bool {
	for _, p := range []string{"when", "only as", "as London", "as Georgia", "in politics", "no code alone", "where", "ethnic"} {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
