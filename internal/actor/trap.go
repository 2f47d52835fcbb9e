package actor

import "github.com/entente-news/entente"

// trapped reports whether the name at token i is only part of another name or
// a place that stands for nobody: "South China Sea", "Jordan Smith", "Bank of
// China", "Moscow, Idaho".
func (w *Worker) trapped(i, end int, s sense) bool {
	if s.end == i+1 && w.is(i, end, "commonwealth") && w.is(s.end, end, "of") {
		return true // of Virginia, of Australia
	}
	if w.insideEntity(i, end, s) || w.americanTown(i, end, s) || w.road(s.end, end) {
		return true
	}
	if w.info[w.sentence].title {
		return false
	}
	if s.reading.person >= 0 {
		return w.otherFirstName(i, s) || s.end == i+1 && w.namesMore(i, end, s)
	}
	if i > w.d.Sentences[w.sentence].First && w.capitalisedName(i-1) && w.glueless(i-1) {
		return true
	}
	return w.namesMore(i, end, s)
}

// road reports whether a number behind the name makes it that of a road:
// "US-24", "U.S. 79". A year does not.
func (w *Worker) road(k, end int) bool {
	if !allCapitals(w.text(k - 1)) {
		return false
	}
	if w.is(k, end, "-") && w.glued(k-1, k) {
		k++
	}
	return w.upos(k, end) == entente.NUM && isRoadNumber(w.text(k))
}

func isRoadNumber(s string) bool { return len(s) > 0 && len(s) < 4 && '0' <= s[0] && s[0] <= '9' }

// insideEntity reports whether the name is a proper part of a person's name,
// of a place's, or of an organisation's that no agent noun explains.
func (w *Worker) insideEntity(i, end int, s sense) bool {
	at := w.marks[i].entity
	if at == 0 {
		return false
	}
	e := &w.d.Entities[at-1]
	if e.First >= i && e.Last <= s.end || e.Last > end || e.Type != entente.PER && !w.joined(e, i, s.end) {
		return false
	}
	switch e.Type {
	case entente.PER:
		if s.reading.person >= 0 {
			return !w.info[w.sentence].title && e.Last > s.end && w.upos(s.end, end) == entente.PROPN
		}
		return w.marks[i].noun == 0 && !w.agentBefore(e.First, i) && s.reading.form&(formAdjective|formDemonym) == 0 || e.First < i && !w.agentBefore(e.First, i)
	case entente.LOC:
		return s.reading.person < 0 && !w.agentBefore(s.end, min(e.Last, end)) && !w.is(s.end, end, "'s") && !w.is(s.end, end, "’s") && !w.is(s.end, end, ",")
	case entente.ORG:
		if s.reading.person >= 0 {
			return e.Last > s.end
		}
		return !w.agentWithin(s.end, min(e.Last, end)) && !w.agentBefore(e.First, i) && e.Last > e.First+1
	}
	return false
}

// joined reports whether the words of e next to the name at tokens [i, end)
// are part of a name with it: capitalised, or "of" before it. "Jordan and
// Britain", "Germany on" are recogniser's slips.
func (w *Worker) joined(e *entente.Entity, i, end int) bool {
	if end < e.Last && w.marks[end].capital && !isCalendarName(w.text(end)) {
		return true
	}
	return i > e.First && (w.marks[i-1].capital && w.d.Tokens[i-1].UPOS != entente.DET || oneOf(w.text(i-1), "of", "for") && w.marks[e.First].capital)
}

// agentBefore reports whether an agent noun stands in tokens [from, i).
func (w *Worker) agentBefore(from, i int) bool {
	for j := max(from, 0); j < i; j++ {
		if w.marks[j].noun != 0 {
			return true
		}
	}
	return false
}

// agentWithin reports whether an agent noun ends at token end.
func (w *Worker) agentWithin(from, end int) bool {
	for j := from; j < end; j++ {
		if w.marks[j].noun != 0 && int(w.marks[j].nounEnd) == end {
			return true
		}
	}
	return false
}

// capitalisedName reports whether token i is part of a name and neither a
// title, a day or month, nor a name of the tables.
func (w *Worker) capitalisedName(i int) bool {
	m := &w.marks[i]
	if !m.capital || w.d.Tokens[i].UPOS != entente.PROPN && w.d.Tokens[i].UPOS != entente.ADJ || isCalendarName(w.text(i)) || oneOf(w.text(i), "a", "an", "the") {
		return false
	}
	first := w.d.Sentences[w.sentence].First
	if w.d.Tokens[i].UPOS == entente.ADJ && i == first || w.is(i, i+1, "royal") {
		return false // "Former Kenyan ministers", "Royal Jordanian Air Force"
	}
	for j := max(first, i-4); j <= i; j++ {
		if n := &w.marks[j]; n.noun != 0 && int(n.nounEnd) > i || n.entry != 0 && int(n.end) > i {
			return false
		}
	}
	return true
}

// glueless reports whether nothing but a space parts token i from the next.
func (w *Worker) glueless(i int) bool {
	return i+1 < len(w.d.Tokens) && w.d.Tokens[i+1].Span.Start-w.d.Tokens[i].Span.End <= 1
}

// otherFirstName reports whether a surname stands behind the first name of
// somebody else: "Lyudmila Putin" where the table has Vladimir.
func (w *Worker) otherFirstName(i int, s sense) bool {
	return s.end == i+1 && i > w.d.Sentences[w.sentence].First && w.d.Tokens[i-1].UPOS == entente.PROPN && w.capitalisedName(i-1) && !isHonorific(w.text(i-1))
}

// namesMore reports whether the capitalised words after a name make it a
// longer one that is in no table: "China Daily", "Kenya Airways", "French
// Open". Words that end in an agent noun do not ("Kenya Defence Forces").
func (w *Worker) namesMore(i, end int, s sense) bool {
	k := s.end
	if s.reading.form&^formThe == formDemonym {
		return false // "Syrians Seek Refuge"
	}
	if k >= end || w.d.Tokens[k].UPOS != entente.PROPN || !w.marks[k].capital || isCalendarName(w.text(k)) || !w.glueless(k-1) {
		return false
	}
	if m := &w.marks[k]; s.reading.party >= 0 && w.t.parties[s.reading.party].sort == sortRegion && s.end == i+1 && s.reading.form&formAdjective == 0 {
		return m.noun == 0 || w.upos(k, end) == entente.PROPN
	} else if m.noun != 0 || m.entry != 0 || s.reading.party >= 0 && w.entityType(k) == entente.PER {
		return false
	}
	last := k
	for last < end && w.d.Tokens[last].UPOS == entente.PROPN && w.entityType(last) != entente.PER {
		if w.marks[last].noun != 0 {
			return false
		}
		last++
	}
	for j := last; j < end && (w.upos(j, end) == entente.NOUN || w.upos(j, end) == entente.PROPN); j++ {
		if w.marks[j].noun != 0 {
			return false
		}
	}
	// an adjective before a name and a common noun: "Russian Kharkiv offensive"
	return !(s.reading.form&formAdjective != 0 && w.upos(last, end) == entente.NOUN)
}

// entityType returns the type of the entity at token i.
func (w *Worker) entityType(i int) entente.EntityType {
	if i < 0 || i >= len(w.marks) || w.marks[i].entity == 0 {
		return entente.EntityNone
	}
	return w.d.Entities[w.marks[i].entity-1].Type
}

// americanTown reports whether a state or a capital is named after by a place
// in the United States: "Moscow, Idaho", "Lebanon, Pa.", and a name that
// ambiguous.tsv knows as a town or state there (Georgia, Palestine), where the
// document speaks of the Union and not otherwise of the country.
func (w *Worker) americanTown(i, end int, s sense) bool {
	if s.reading.party < 0 {
		return false
	}
	p := &w.t.parties[s.reading.party]
	if p.sort != sortState || p.id == "USA" {
		return false
	}
	if w.is(s.end, end, ",") && s.end+1 < end && (w.t.us[w.text(s.end+1)] || w.is(s.end+1, end, "georgia")) {
		return true
	}
	if !w.t.entries[w.marks[i].entry-1].town || w.evidence[s.reading.party] > 0 {
		return false
	}
	usa, ok := w.t.codes["USA"]
	return w.union || ok && w.evidence[usa] > 1
}

func isCalendarName(s string) bool {
	switch s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December", "Christmas", "Easter", "Ramadan", "Meanwhile", "Today", "Yesterday":
		return true
	}
	return false
}

func isHonorific(s string) bool {
	switch s {
	case "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Sir", "Lord", "Lady", "Dame", "Sheikh", "Mullah", "Ayatollah", "Prof.", "Madame", "Madam":
		return true
	}
	return false
}
