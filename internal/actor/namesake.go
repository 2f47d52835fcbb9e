package actor

import (
	"slices"
	"strings"
)

// namesakes returns the states that a name of ambiguous.tsv may mean besides
// its own entry: those whose name begins or ends with it ("Korea", "Sudan"),
// and the United States where the table says that a state of theirs has it.
func (t *Table) namesakes(name string) []Candidate {
	name, n, ok := t.noteOf(name)
	if !ok {
		return nil
	}
	pieces, ok := t.lex.find(name)
	if !ok {
		return nil
	}
	var out []Candidate
	for i := range t.parties {
		p := &t.parties[i]
		if p.sort != sortState || p.to < maxDay {
			continue
		}
		if whole, _ := t.lex.find(p.name); beginsOrEnds(whole, pieces) {
			c := t.partyCandidate(reading{party: int32(i), person: -1, form: formName}, needNothing)
			c.Note = "its name holds the word; " + n.why
			out = append(out, c)
		}
	}
	if at, ok := t.codes["USA"]; ok && strings.Contains(n.reading, "US state") {
		c := t.partyCandidate(reading{party: at, person: -1, form: formName}, needNothing)
		c.Note, c.Source = n.reading+"; "+n.needs, n.why
		out = append(out, c)
	}
	return out
}

// noteOf returns the row of ambiguous.tsv for a name, in its own letters or
// with a capital at the front.
func (t *Table) noteOf(name string) (string, note, bool) {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(name), "the "), "The ")
	if name == "" {
		return name, note{}, false
	}
	for _, s := range []string{name, strings.ToUpper(name[:1]) + strings.ToLower(name[1:])} {
		if n, ok := t.notes[s]; ok {
			return s, n, true
		}
	}
	return name, note{}, false
}

// beginsOrEnds reports whether whole begins or ends with part.
func beginsOrEnds(whole, part []int32) bool {
	n := len(part)
	return n < len(whole) && (slices.Equal(whole[:n], part) || slices.Equal(whole[len(whole)-n:], part))
}

// all returns the offices of p.
func (p *person) all() []Office {
	out := make([]Office, len(p.offices))
	for i := range p.offices {
		o := &p.offices[i]
		out[i] = Office{Country: o.country, Sector: o.sector.String(), Role: o.role, Org: o.org, From: o.from, To: openEnd(o.to), Source: o.why, Credit: o.source}
	}
	return out
}

// HasName reports whether the tables have a name, in these letters or others.
func (t *Table) HasName(name string) bool {
	exact, folded := t.entriesOf(name)
	return len(exact)+len(folded) > 0
}

// HasNoun reports whether the tables have a common noun.
func (t *Table) HasNoun(noun string) bool {
	pieces, ok := t.lex.find(noun)
	if !ok {
		return false
	}
	node := int32(0)
	for _, p := range pieces {
		if node = t.nouns.step(node, p); node == 0 {
			return false
		}
	}
	return t.nouns.leaf[node] != 0
}

// isPlaceNoun reports whether the tables have a common noun as a place.
func (t *Table) isPlaceNoun(noun string) bool {
	pieces, ok := t.lex.find(noun)
	if !ok {
		return false
	}
	node := int32(0)
	for _, p := range pieces {
		if node = t.nouns.step(node, p); node == 0 {
			return false
		}
	}
	at := t.nouns.leaf[node]
	return at != 0 && t.agents[at-1].kind == agentPlace
}

// Country returns the code of a state by its code (ISO 3166-1, two or three
// letters) or one of its names; "" for none and for a name of several.
func (t *Table) Country(name string) string {
	code := strings.ToUpper(strings.TrimSpace(name))
	if long, ok := t.iso2[code]; ok {
		code = long
	}
	if _, ok := t.codes[code]; ok {
		return code
	}
	found := ""
	for _, c := range t.Lookup(name, maxDay-1) {
		if c.Actor.Country == "" || c.Actor.Country != c.Actor.Code() || found != "" && found != c.Actor.Country {
			return ""
		}
		found = c.Actor.Country
	}
	return found
}
