package actor

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// Own is a table of the user's own, which wins over the tables of the program.
// It is one file with the rows of any of the tables: each header line, spelled
// as in the program's table, says what the rows behind it are.
type Own struct {
	Name string // for messages
	Data []byte
}

// Limits of a table of the user's own.
const (
	maxOwnBytes = 64 << 20
	maxOwnRows  = 200_000
	maxOwnCell  = 1 << 16 // bytes
	maxCompared = 500     // holdings of one office that are compared with each other
)

// ownRows are the rows of the user's own tables by the table that they go to.
type ownRows struct {
	byTable map[string][]row
	keys    map[string]map[string]bool // table -> keys of its rows
	spans   map[string][]ownSpan       // holdings by person, country and role
	names   map[string]bool            // names with a row of need of their own
	made    map[string]bool            // forms of nouns that own rows have taken
}

// ownSpan is the time of an own row of an office.
type ownSpan struct{ from, to entente.Day }

// tableOf returns the table that a header line begins, "" for none. Rows of
// organisations and of groups look alike and are told apart by their sector.
func tableOf(header string) string {
	switch header {
	case statesHeader:
		return "states.tsv"
	case bodiesHeader:
		return "bodies.tsv"
	case orgsHeader:
		return "organisations.tsv"
	case peopleHeader:
		return "people.tsv"
	case agentsHeader:
		return "agents.tsv"
	case regionsHeader:
		return "regions.tsv"
	case ambiguousHeader:
		return "ambiguous.tsv"
	}
	return ""
}

// Header returns the columns of a table of the user's own by its name without
// the ending: "people", "bodies", "organisations", "agents", "states",
// "regions", "ambiguous"; nil for another.
func Header(table string) []string {
	for _, h := range []string{statesHeader, bodiesHeader, orgsHeader, peopleHeader, agentsHeader, regionsHeader, ambiguousHeader} {
		if tableOf(h) == table+".tsv" {
			return strings.Fields(h)
		}
	}
	return nil
}

// readOwn reads the user's own tables.
func (b *builder) readOwn(own []Own) {
	b.own = ownRows{byTable: map[string][]row{}, keys: map[string]map[string]bool{}, spans: map[string][]ownSpan{}, names: map[string]bool{}, made: map[string]bool{}}
	for i := range own {
		b.readOwnFile(&own[i])
	}
}

// readOwnFile reads one table of the user's own.
func (b *builder) readOwnFile(o *Own) {
	switch {
	case len(o.Data) > maxOwnBytes:
		b.problems.add(o.Name, "%d MiB, more than the %d that a table may have", len(o.Data)>>20, maxOwnBytes>>20)
		return
	case bytes.HasPrefix(o.Data, []byte{0xff, 0xfe}), bytes.HasPrefix(o.Data, []byte{0xfe, 0xff}):
		b.problems.add(o.Name+":1", "UTF-16; save it as UTF-8")
		return
	}
	table, columns, n, rows := "", 0, 0, 0
	for line := range strings.SplitSeq(strings.TrimPrefix(string(o.Data), "\ufeff"), "\n") {
		n++
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := row{file: o.Name, line: n, cols: strings.Split(line, "\t"), own: true}
		if !b.soundCells(&r, line) {
			continue
		}
		if t := tableOf(strings.Join(r.cols, " ")); t != "" {
			table, columns = t, len(r.cols)
			continue
		}
		switch rows++; {
		case table == "":
			b.problems.add(r.where(), "no header line before this row")
			return
		case len(r.cols) > columns:
			b.problems.add(r.where(), "%d columns, want %d", len(r.cols), columns)
			continue
		case rows > maxOwnRows:
			b.problems.add(r.where(), "more than the %d rows that a table may have; keep those that your news speaks of", maxOwnRows)
			return
		}
		for len(r.cols) < columns {
			r.cols = append(r.cols, "")
		}
		b.t.ownRows++
		b.keepOwn(table, r)
	}
}

// soundCells trims the cells of r and reports whether they can be read.
func (b *builder) soundCells(r *row, line string) bool {
	if strings.ToValidUTF8(line, "") != line || strings.ContainsRune(line, 0) {
		b.problems.add(r.where(), "not UTF-8; save the table as UTF-8")
		return false
	}
	for i := range r.cols {
		if len(r.cols[i]) > maxOwnCell {
			b.problems.add(r.where(), "column %d has %d bytes, more than %d", i+1, len(r.cols[i]), maxOwnCell)
			return false
		}
		r.cols[i] = strings.TrimSpace(r.cols[i])
	}
	return true
}

// keepOwn notes a row of the user's own and what it takes the place of.
func (b *builder) keepOwn(table string, r row) {
	switch table {
	case "bodies.tsv", "organisations.tsv":
		if r.cols[0] == "" {
			r.cols[0] = "own-" + r.file + "-" + strconv.Itoa(r.line)
		}
		if s, err := entente.ParseSector(r.cols[2]); table == "organisations.tsv" && err == nil && isGroupSector(s) {
			table = "groups.tsv"
		}
	case "people.tsv":
		var ignored problems
		from, to := parseSpan(r, 6, &ignored)
		k := holding(r)
		b.own.spans[k] = append(b.own.spans[k], ownSpan{from, to})
	case "ambiguous.tsv":
		b.own.names[r.cols[0]] = true
	}
	b.own.byTable[table] = append(b.own.byTable[table], r)
	for _, t := range sharing(table) {
		if b.own.keys[t] == nil {
			b.own.keys[t] = map[string]bool{}
		}
		b.own.keys[t][r.cols[0]] = true
	}
}

// sharing lists the tables whose rows have ids in common with those of table.
func sharing(table string) []string {
	if table == "groups.tsv" || table == "organisations.tsv" {
		return []string{"groups.tsv", "organisations.tsv"}
	}
	return []string{table}
}

// isGroupSector reports whether an organisation of that sector is a group, as
// groups.tsv has them.
func isGroupSector(s entente.Sector) bool {
	switch s {
	case entente.REB, entente.UAF, entente.PRM, entente.PTY, entente.PRE, entente.OPP, entente.CRM, entente.MIL:
		return true
	}
	return false
}

// holding names a person in an office, whenever it was.
func holding(r row) string { return strings.Join([]string{r.cols[0], r.cols[2], r.cols[4]}, "\t") }

// withOwn returns the rows of a table of the program that no row of the
// user's own takes the place of, and then those.
func (b *builder) withOwn(table string, rows []row) []row {
	mine := b.own.byTable[table]
	if len(b.own.keys[table]) == 0 {
		return rows
	}
	out := make([]row, 0, len(rows)+len(mine))
	for _, r := range rows {
		if !b.replaced(table, r) {
			out = append(out, r)
		}
	}
	return append(out, mine...)
}

// replaced reports whether a row of the user's own takes the place of r: one
// with the same key, or, of an office, one of the same person in the same
// office at a time that overlaps.
func (b *builder) replaced(table string, r row) bool {
	if table != "people.tsv" {
		return b.own.keys[table][r.cols[0]]
	}
	mine := b.own.spans[holding(r)]
	if len(mine) == 0 {
		return false
	}
	var ignored problems
	from, to := parseSpan(r, 6, &ignored)
	for _, s := range mine {
		if from <= s.to && s.from <= to {
			return true
		}
	}
	return false
}

// ownName gives the name of e to rd alone, which is of the user's own, unless
// others of the user's own have it too.
func (b *builder) ownName(e *entry, rd reading) {
	if !e.own {
		e.own = true
		e.readings = e.readings[:0]
		e.town = false
		if !b.own.names[e.name] {
			e.need = needNothing
		}
	}
	e.addReading(rd)
}

// overlaps warns of offices of the user's own that one person holds at a time
// and that two hold by these rows.
func (b *builder) overlaps() {
	t := b.t
	said := 0
	for i := range t.persons {
		for j := range t.persons[i].offices {
			o := &t.persons[i].offices[j]
			if !o.own || !isSingleOffice(o.role) {
				continue
			}
			list := t.offices[officeKey{officeHome(o), o.role}]
			if len(list) > maxCompared {
				continue
			}
			for _, r := range list {
				if q := t.office(r); q.own && r.person > int32(i) && o.from < q.to && q.from < o.to && said < maxProblems {
					said++
					b.warn("overlapping_offices", "%s and %s: %s and %s are both %s of %s at a time; on such a day the office is given to nobody",
						o.why, q.why, t.persons[i].name, t.persons[r.person].name, o.role, officeHome(o))
				}
			}
		}
	}
}

// office returns the office that r points at.
func (t *Table) office(r officeRef) *office { return &t.persons[r.person].offices[r.office] }
