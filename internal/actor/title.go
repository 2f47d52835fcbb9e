package actor

import "github.com/entente-news/entente"

// titled reads the person's name behind the agent noun of p.
func (w *Worker) titled(p *phrase, end int) bool {
	a := &w.t.agents[p.noun]
	k := p.nounEnd
	if k >= end || a.kind == agentBody || a.kind == agentMateriel || !w.glueless(k-1) || a.plural && a.kind != agentOffice {
		return false
	}
	if w.personAt(p, k, end) > k || w.unknownName(p, k, end) {
		return true
	}
	return w.envoyTo(p, k, end)
}

// envoyTo reads "to the United States Jane Doe" behind "ambassador".
func (w *Worker) envoyTo(p *phrase, k, end int) bool {
	if a := &w.t.agents[p.noun]; a.role != "ambassador" && a.role != "envoy" || !w.is(k, end, "to") && !w.is(k, end, "for") {
		return false
	}
	j := k + 1
	if w.is(j, end, "the") {
		j++
	}
	if j >= end {
		return false
	}
	s := w.choose(j, end)
	return s.ok && s.reading.party >= 0 && s.end < end && w.glueless(s.end-1) && (w.personAt(p, s.end, end) > s.end || w.unknownName(p, s.end, end))
}

// titleBegins reports whether the agent noun at token j may begin a phrase:
// not the first name of somebody ("Dean", "Bishop"), but the title of an
// entity that took it along.
func (w *Worker) titleBegins(j int) bool {
	if w.entityBegins(j) != entente.PER {
		return true
	}
	e, m := &w.d.Entities[w.marks[j].entity-1], &w.marks[j]
	a := &w.t.agents[m.noun-1]
	return int(m.nounEnd) >= e.Last || a.kind == agentOffice || int(m.nounEnd)-j > 1 || a.kind == agentPerson && isRank(a.sector) && e.Last-j > 2
}

// isRank reports whether the bearers of nouns of a sector are called by these
// before their full name: "Bishop Anselmo Tzoc".
func isRank(s entente.Sector) bool {
	switch s {
	case entente.REL, entente.MIL, entente.COP, entente.JUD, entente.LEG:
		return true
	}
	return false
}

// personAt reads the name of a person at token k: one of the tables, or an
// entity. It returns the token after it and sets p, or -1.
func (w *Worker) personAt(p *phrase, k, end int) int {
	if k >= end {
		return -1
	}
	if isHonorific(w.text(k)) && k+1 < end {
		if e := w.personAt(p, k+1, end); e > 0 {
			p.person = k
			return e
		}
		return -1
	}
	s := w.sense(k, end)
	if s.ok && s.reading.person >= 0 {
		p.person, p.personEnd, p.known, p.unsure = k, s.end, s.reading.person, s.ambiguous
		return s.end
	}
	at := w.marks[k].entity
	if at == 0 {
		return -1
	}
	e := &w.d.Entities[at-1]
	if e.Type != entente.PER || e.Span.Len() < 2 || e.Last > end || e.Last <= k || e.First < k && w.marks[k-1].noun == 0 && !w.endsNoun(k) && !isHonorific(w.text(max(k-1, 0))) {
		return -1
	}
	if e.Last == k+1 && p.noun < 0 && w.ofTown(k, end) {
		return -1 // "Shabwa's governor": a town that was taken for a person
	}
	if w.marks[k].noun != 0 && int(w.marks[k].nounEnd) < e.Last { // a title inside the entity
		return -1
	}
	if s := w.sense(e.Last-1, end); s.ok && s.reading.person >= 0 && s.end == e.Last && w.sameInitial(k, s.reading.person) {
		p.known = s.reading.person
	}
	for q := k + 1; q < e.Last-1 && p.known < 0; q++ { // "Furious Jane Doe"
		if s := w.choose(q, end); s.ok && s.reading.person >= 0 && s.end == e.Last && s.end-q > 1 {
			p.known = s.reading.person
		}
	}
	p.person, p.personEnd = k, e.Last
	for n := p.personEnd; n < end && n < e.Last+3 && w.upos(n, end) == entente.PROPN && w.marks[n].capital && w.marks[n].noun == 0 && w.marks[n].entry == 0 &&
		(w.marks[n].entity == 0 || w.entityType(n) == entente.PER) && w.glueless(n-1) && !isCalendarName(w.text(n)) && !w.info[w.sentence].title; n++ {
		p.personEnd = n + 1 // a name cut short
	}
	if p.known < 0 {
		p.known = w.respelled(k, p.personEnd)
	}
	return p.personEnd
}

// ofTown reports whether the name at token k must be a town's or a province's,
// whatever else it was taken for: it owns somebody that only these have, or he
// is of it.
func (w *Worker) ofTown(k, end int) bool {
	if w.possessiveAt(k+1, end) {
		for j := k + 2; j < min(end, k+5); j++ {
			if m := &w.marks[j]; m.noun != 0 {
				return isLocal(lastWord(w.t.agents[m.noun-1].noun))
			}
			if u := w.d.Tokens[j].UPOS; u != entente.ADJ && u != entente.NOUN {
				break
			}
		}
		return false
	}
	n := len(w.d.Mentions) - 1
	if !w.is(k-1, end, "of") || n < 0 || w.d.Mentions[n].Last != k-1 {
		return false
	}
	m := &w.marks[w.d.Mentions[n].Head]
	return m.noun != 0 && isLocal(lastWord(w.t.agents[m.noun-1].noun))
}

// isLocal reports whether somebody or something belongs to a town, a district
// or a province.
func isLocal(noun string) bool {
	switch noun {
	case "mayor", "governor", "prefect", "bishop", "archbishop", "resident", "council", "councillor", "port", "airport", "university", "hospital", "villager", "sheriff", "district",
		"suburb", "market", "mosque", "cathedral", "diocese", "magistrate", "town", "city", "garrison", "prison":
		return true
	}
	return false
}

// respelled returns the person whose surname alone names him in the tables
// when tokens [k, end) have that surname and his first initial: a spelling of
// the first name that the tables lack. -1 for none.
func (w *Worker) respelled(k, end int) int32 {
	if end-k < 2 {
		return -1
	}
	w.buf = w.t.lex.fold.appendFolded(w.buf[:0], w.text(end-1))
	found := int32(-1)
	for _, r := range w.t.surnames[string(w.buf)] {
		if p := &w.t.persons[r.person]; p.bare && w.sameInitial(k, r.person) {
			if found >= 0 {
				return -1
			}
			found = r.person
		}
	}
	return found
}

// sameInitial reports whether token k begins with the letter that the
// person's name begins with.
func (w *Worker) sameInitial(k int, at int32) bool {
	a, _ := decode(w.t.persons[at].name, 0)
	s := w.text(k)
	if s == "" {
		return false
	}
	b, _ := decode(s, 0)
	return w.t.lex.fold.rune(a) == w.t.lex.fold.rune(b)
}

// unknownName takes up to four capitalised words behind a title for a name.
// A bare surname is looked up among those who hold the office.
func (w *Worker) unknownName(p *phrase, k, end int) bool {
	if w.info[w.sentence].title || w.marks[k].entry != 0 && w.sense(k, end).ok || w.t.agents[p.noun].kind == agentPerson && p.nowners == 0 {
		return false
	}
	j := k
	for j < end && j-k < 6 {
		t := &w.d.Tokens[j]
		if t.UPOS == entente.PUNCT && j > k && w.is(j, end, "-") && w.glued(j-1, j) && w.glued(j, j+1) {
			j++
			continue
		}
		if t.UPOS != entente.PROPN || isCalendarName(w.text(j)) || !w.marks[j].capital && (j == k || !isNameParticle(w.text(j))) {
			break
		}
		if j > k && (w.marks[j].noun != 0 || w.marks[j].entry != 0 && w.sense(j, end).ok) {
			break
		}
		j++
	}
	if j == k || !w.marks[k].capital {
		return false
	}
	p.person, p.personEnd = k, j
	return true
}

func isNameParticle(s string) bool {
	switch s {
	case "al", "bin", "ibn", "von", "van", "de", "der", "den", "da", "dos", "del", "la", "el", "ben", "bint", "ul", "ur", "abu", "di", "du", "le", "y":
		return true
	}
	return false
}

// portfolio reads "of Defence", "for Foreign Affairs" behind minister,
// ministry, department or secretary, and looks for the noun that the words
// make the other way round.
func (w *Worker) portfolio(p *phrase, end int) {
	k := p.nounEnd
	if !w.is(k, end, "of") && !w.is(k, end, "for") {
		return
	}
	switch lastWord(w.t.agents[p.noun].noun) {
	case "minister", "ministry", "department", "secretary":
	default:
		return
	}
	j := k + 1
	if w.is(j, end, "the") {
		j++
	}
	first := j
	for j < end && j-first < 5 {
		u := w.d.Tokens[j].UPOS
		if w.marks[j].entry != 0 && w.sense(j, end).ok || w.entityBegins(j) == entente.PER {
			break
		}
		if u == entente.NOUN || u == entente.PROPN || u == entente.ADJ || j > first && u == entente.CCONJ && j+1 < end && w.marks[j+1].entry == 0 &&
			w.marks[j+1].capital == w.marks[first].capital && w.upos(j+1, end) != entente.VERB {
			j++
			continue
		}
		break
	}
	if j == first || w.upos(j-1, end) == entente.CCONJ {
		return
	}
	p.nounEnd = j
}

// ofOwner reads "of France", "of Kenya and Uganda", "of Kenya's farmers", "for
// the Indonesian military" behind an agent noun at token k.
func (w *Worker) ofOwner(p *phrase, k, end int) bool {
	a := &w.t.agents[p.noun]
	own := w.is(k, end, "of") || w.is(k, end, "for") && a.weak
	apart := !own && w.apart(a, k, end)
	if p.nowners > 0 || !own && !apart {
		return false
	}
	j := k + 1
	if w.is(j, end, "the") {
		j++
	}
	if j >= end {
		return false
	}
	s := w.sense(j, end)
	if !s.ok || s.reading.party < 0 {
		return false
	}
	k = s.end
	poss := w.possessiveAt(k, end)
	if poss {
		k++
	}
	q := phrase{noun: -1, inherit: -1, person: -1, known: -1, same: -1, possessive: poss, nowners: 1}
	if u := w.upos(k, end); poss || s.reading.form&formAdjective != 0 || u == entente.NOUN || u == entente.PROPN {
		if w.nounRun(&q, k, end) && q.person < 0 && !q.modifier {
			s.end, p.inherit = q.nounEnd, q.noun
		} else if poss || s.reading.form&(formName|formCapital) == 0 || u == entente.NOUN {
			return false // "victims of Gaza bombing"
		}
	}
	p.owners[0], p.nowners, p.ownerTok = s, 1, j
	if (a.plural || apart) && q.noun < 0 {
		w.ofMore(p, end)
	}
	if apart && p.nowners < 2 {
		p.nowners = 0 // one is for placeBehind; but who comes "from the Kenyan police" stays police
		return false
	}
	return true
}

// apart reports whether "from", "in" or "for" at token k may stand before the
// several states whose a plural or the police are, each its own: "envoys from Chile
// and Kenya".
func (w *Worker) apart(a *agent, k, end int) bool {
	return (w.is(k, end, "from") || w.is(k, end, "in") || w.is(k, end, "for")) && (a.plural || a.noun == "police") && a.sector != entente.REF
}

// ofMore reads the further owners of "of Kenya, Uganda and Rwanda", when the
// list ends in "and".
func (w *Worker) ofMore(p *phrase, end int) {
	q := *p
	for q.nowners < len(q.owners) {
		k := q.owners[q.nowners-1].end
		comma := w.is(k, end, ",")
		if comma {
			k++
		}
		and := w.is(k, end, "and")
		if and {
			k++
		}
		if w.is(k, end, "the") {
			k++
		}
		if !comma && !and || k >= end {
			return
		}
		s := w.sense(k, end)
		if !s.ok || s.reading.party < 0 || s.reading.form&formName == 0 || w.possessiveAt(s.end, end) {
			return
		}
		q.owners[q.nowners] = s
		q.nowners++
		if and {
			*p = q
			return
		}
	}
}

// ownedName reads a name right behind an owner: a person ("Ukraine's
// Zelensky", "Kenyan Jane Doe") or a body that several states have ("Kenya's
// Supreme Court").
func (w *Worker) ownedName(p *phrase, k, end int) bool {
	if k >= end || !p.possessive && p.owners[0].reading.form&formAdjective == 0 {
		return false
	}
	if m := &w.marks[k]; m.entry != 0 && w.bodyOf(p, k, end) {
		return true
	}
	if e := w.personAt(p, k, end); e > k {
		return true
	}
	p.person = -1
	return false
}

// bodyOf reads a body at token k as one of the owner's, whatever its own
// reading would need. Words that make it longer ("Supreme Court judges") lead
// on.
func (w *Worker) bodyOf(p *phrase, k, end int) bool {
	m := &w.marks[k]
	if int(m.end) > end || int(m.end) < int(m.nounEnd) {
		return false
	}
	e := &w.t.entries[m.entry-1]
	state := w.stateOf(p.owners[0].reading)
	pick, best := -1, int32(-1)
	for i := range e.readings {
		r := &e.readings[i]
		if r.party < 0 || w.t.parties[r.party].sort == sortState || w.t.parties[r.party].sort == sortRegion || w.t.parties[r.party].state != state {
			continue
		}
		if score := w.current(r); score > best {
			pick, best = i, score
		}
	}
	if pick < 0 || state < 0 {
		return false
	}
	first := p.first
	p.owners[0] = sense{ok: true, reading: e.readings[pick], end: int(m.end)}
	p.ownerTok, p.possessive = k, false
	if !w.nounRun(p, int(m.end), end) {
		p.noun = -1
	}
	p.first = first
	return true
}
