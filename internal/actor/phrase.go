package actor

import "github.com/entente-news/entente"

// phrase is an actor phrase as it is read from left to right:
//
//	[former] owner ['s] [modifiers] noun [of owner] [person]
//
// with every part optional but one: "former Kenyan trade minister Jane Doe",
// "Russian troops", "the president of France", "Vladimir Putin", "Moscow".
type phrase struct {
	first, last int
	former      bool
	then        bool
	owners      [8]sense // whose: states, an organisation, a body, a region
	nowners     int
	ownerTok    int
	possessive  bool
	noun        int32 // index of the agent noun, -1 for none
	nounAt      int   // its first token
	nounEnd     int
	inherit     int32 // agent noun before it that a weak noun takes its sector from, -1
	person      int   // first token of a person's name, -1 for none
	personEnd   int
	known       int32 // person of the tables, -1
	same        int32 // earlier mention of the same person, -1
	unsure      bool
	inferred    int32          // state taken from the surroundings, -1
	because     string         // how it was inferred
	whose       entente.Sector // that of the possessor: "his men"
	breakaway   bool           // inferred is the state that claims a land which broke away
	stated      bool           // the text says whose it is, by a possessive or a name before
	modifier    bool           // the phrase modifies a noun that is no agent
}

// phraseAt reads the actor phrase that begins at token i, adds its mention,
// and returns the token after it; i when there is none.
func (w *Worker) phraseAt(i, end int) int {
	p := phrase{first: i, noun: -1, inherit: -1, person: -1, known: -1, same: -1, inferred: -1}
	if t := &w.d.Tokens[i]; w.marks[i].capital && (prefixState(w.text(i)) != "" || t.UPOS != entente.PUNCT && w.firsts[i+1]-w.firsts[i] == 2) {
		if k := w.compound(i, end); k > i {
			return k
		}
	}
	j := w.formerMark(&p, i, end)
	if j > i && j >= end {
		return i
	}
	if s := w.sense(j, end); s.ok && s.reading.party >= 0 {
		if j == i && s.end == j+1 && w.personBefore(j) {
			if k := w.surname(j, end); k > j {
				return k
			}
		}
		return w.ownedPhrase(&p, s, j, end)
	}
	if j > i && w.marks[j].noun == 0 && w.personAt(&p, j, end) < 0 {
		return i
	}
	if j == i && w.d.Tokens[j].UPOS == entente.PROPN && w.marks[j].entry == 0 {
		if k := w.surname(j, end); k > j {
			return k
		}
	}
	if m := &w.marks[j]; m.noun != 0 && int(m.nounEnd) <= end && w.titleBegins(j) && !w.sense(j, end).ok {
		return w.nounPhrase(&p, j, end)
	}
	if k := w.personAt(&p, j, end); k > j {
		return w.personPhrase(&p, k, end)
	}
	if k := w.organisationAt(j, end); k > j {
		return k
	}
	return w.coreferent(i, end)
}

// formerMark reads "former", "ex-", "then-" at token i.
func (w *Worker) formerMark(p *phrase, i, end int) int {
	s := w.text(i)
	switch {
	case equalFold(s, "former"), equalFold(s, "ex"), equalFold(s, "ousted"), equalFold(s, "deposed"), equalFold(s, "late"), equalFold(s, "onetime"):
		p.former = true
	case equalFold(s, "then"):
		p.then = true
	default:
		return i
	}
	j := i + 1
	hyphen := w.is(j, end, "-")
	if hyphen {
		j++
	}
	if p.then && !hyphen && !(j < end && w.marks[j].noun != 0 && w.t.agents[w.marks[j].noun-1].kind == agentOffice || j < end && w.marks[j].entry != 0) {
		p.then = false
		return i
	}
	return j
}

// ownedPhrase reads a phrase that begins with the owner s at token i.
func (w *Worker) ownedPhrase(p *phrase, s sense, i, end int) int {
	p.owners[0], p.nowners, p.ownerTok = s, 1, i
	k := s.end
	if w.prefixed(i) {
		return k // "pro-Russian": not of that country
	}
	if w.is(k, end, "-") && w.glued(k-1, k) {
		if w.is(k+1, end, "led") && w.nounRun(p, k+2, end) && !p.modifier {
			return w.emit(p, end) // "the Saudi-led coalition": its leader's
		}
		p.noun, p.modifier = -1, false
		if !w.nextOwner(p, k+1, end) {
			p.modifier = w.upos(k+1, end) != entente.PUNCT && k+1 < end && w.marks[k+1].entry == 0
			return w.bareOwner(p, end)
		}
	} else {
		w.ownerList(p, end)
	}
	k = p.owners[p.nowners-1].end
	if w.possessiveAt(k, end) {
		p.possessive = true
		k++
	}
	if w.nounRun(p, k, end) {
		if p.person >= 0 && w.whereOnly(p, k) {
			p.noun, p.person, p.inherit = -1, -1, -1
			return w.bareOwner(p, end)
		}
		if p.person < 0 {
			w.ofOwner(p, p.nounEnd, end)
		}
		return w.emit(p, end)
	}
	if p.nowners == 1 && w.ownedName(p, k, end) {
		return w.emit(p, end)
	}
	p.nowners = 1
	return w.bareOwner(p, end)
}

// whereOnly reports whether the name of a state before a title with a name, at token
// k, says where and not whose: "In Turkey Minister Doe met …".
func (w *Worker) whereOnly(p *phrase, k int) bool {
	f := p.owners[0].reading.form
	return p.nowners == 1 && !p.possessive && p.nounAt == k && f&formName != 0 && f&formAdjective == 0 && w.marks[k].capital &&
		p.ownerTok == w.d.Sentences[w.sentence].First+1 && oneOf(w.text(p.ownerTok-1), "in", "from", "after", "before")
}

// ownerList reads on in "Russian, Chinese and Indian officials": adjectives,
// up to the one that stands right before the agent noun's phrase. Names count
// only behind an adjective ("Georgian and South Ossetian officials").
func (w *Worker) ownerList(p *phrase, end int) {
	q := *p
	for q.nowners < len(q.owners) {
		last := &q.owners[q.nowners-1]
		k := last.end
		comma := w.is(k, end, ",")
		if comma {
			k++
		}
		and := w.is(k, end, "and")
		if and {
			k++
		}
		if !comma && !and || k >= end || w.marks[k].entry == 0 {
			return
		}
		s := w.choose(k, end)
		if !s.ok || s.reading.party < 0 || s.reading.form&formAdjective == 0 && p.owners[0].reading.form&formAdjective == 0 ||
			p.owners[0].reading.form&formName != 0 && s.reading.form&formAdjective == 0 {
			return
		}
		q.owners[q.nowners] = s
		q.nowners++
		if and {
			break
		}
	}
	try := q
	if w.nounRun(&try, q.owners[q.nowners-1].end, end) && !try.modifier {
		*p = q
	}
}

// nextOwner reads the second half of "US-Chinese officials" at token j; it
// returns false when there is none, or no agent noun follows it.
func (w *Worker) nextOwner(p *phrase, j, end int) bool {
	if j >= end || w.marks[j].entry == 0 {
		return false
	}
	s := w.sense(j, end)
	if !s.ok || s.reading.party < 0 {
		return false
	}
	q := *p
	if !w.nounRun(&q, s.end, end) || q.modifier {
		return false
	}
	p.owners[1], p.nowners = s, 2
	return true
}

// prefixed reports whether "pro-", "anti-" and the like stand before token i.
func (w *Worker) prefixed(i int) bool {
	first := w.d.Sentences[w.sentence].First
	if i-2 < first || !w.is(i-1, i, "-") || !w.glued(i-1, i) {
		return false
	}
	switch s := w.text(i - 2); {
	case equalFold(s, "pro"), equalFold(s, "anti"), equalFold(s, "non"), equalFold(s, "post"), equalFold(s, "pre"):
		return true
	}
	return false
}

// possessiveAt reports whether token k is a possessive ending.
func (w *Worker) possessiveAt(k, end int) bool {
	if k >= end || !w.glued(k-1, k) {
		return false
	}
	switch w.text(k) {
	case "'s", "’s", "'S", "’S", "‘s", "`s":
		return true
	case "'", "’":
		return w.d.Tokens[k].UPOS == entente.PART
	}
	return false
}

// nounRun reads modifiers, agent noun and person from token k on; it reports
// whether there is an agent noun that ends the noun phrase or stands before a
// person's name. An agent noun that another noun follows is kept, as a
// modifier, when it comes right after the owner.
func (w *Worker) nounRun(p *phrase, k, end int) bool {
	last, lastAt, prev, adjacent := int32(-1), 0, int32(-1), int32(-1)
	m := k
	for m < end && m-k < 9 {
		mk := &w.marks[m]
		if mk.noun != 0 && int(mk.nounEnd) <= end && !w.properName(m) {
			if last >= 0 && w.marks[lastAt].nounEnd == int32(m) {
				prev = last
			}
			last, lastAt = mk.noun-1, m
			if m == k {
				adjacent = last
			}
			m = int(mk.nounEnd)
			if w.d.Tokens[m-1].XPOS == "NNS" && (m >= end || w.marks[m].noun == 0) && w.upos(m, end) != entente.PUNCT && w.upos(m, end) != entente.PROPN {
				break // a plural does not modify: "handed three bankers terms of seven years"
			}
			continue
		}
		if last >= 0 && int(w.marks[lastAt].nounEnd) == m && w.d.Tokens[m].UPOS == entente.ADJ && w.d.Tokens[m-1].UPOS == entente.NOUN && w.d.Tokens[m-1].XPOS != "NNS" &&
			w.t.agents[last].kind == agentBody {
			break // an adjective does not stand behind its noun: "promised the ministry free storage"
		}
		if last >= 0 && w.countsAnew(m, lastAt) {
			break
		}
		if w.entityBegins(m) == entente.PER || mk.entry != 0 && !w.passable(p, m, k, end) || !w.modifierAt(p, m, end) {
			break
		}
		m++
	}
	if last < 0 {
		return false
	}
	p.noun, p.nounAt, p.nounEnd, p.inherit = last, lastAt, int(w.marks[lastAt].nounEnd), prev
	if p.nounEnd == m || w.onlyModifiers(p.nounEnd, m) {
		w.portfolio(p, end)
		w.titled(p, end)
		return true
	}
	if w.titled(p, end) {
		return true
	}
	if adjacent < 0 || w.t.agents[adjacent].kind == agentMateriel || w.t.agents[adjacent].sector == entente.UNK {
		p.noun = -1
		return false
	}
	p.noun, p.nounAt, p.nounEnd, p.inherit, p.modifier = adjacent, k, int(w.marks[k].nounEnd), -1, true
	return true
}

// countsAnew reports whether a number at token m behind the agent noun at token
// noun begins another phrase: "gave the army 20 lorries".
func (w *Worker) countsAnew(m, noun int) bool {
	return w.d.Tokens[m].UPOS == entente.NUM && int(w.marks[noun].nounEnd) == m && !w.marks[noun].capital
}

// onlyModifiers reports whether no noun stands in tokens [from, to).
func (w *Worker) onlyModifiers(from, to int) bool {
	for i := from; i < to; i++ {
		if u := w.d.Tokens[i].UPOS; u == entente.NOUN || u == entente.PROPN {
			return false
		}
	}
	return true
}

// properName reports whether the agent noun at token m is a person's name
// ("Premier" is a title, "Guard" in "Jane Guard" is not).
func (w *Worker) properName(m int) bool {
	at := w.marks[m].entity
	if at == 0 {
		return false
	}
	e := &w.d.Entities[at-1]
	if e.Type != entente.PER || e.First >= m || w.marks[m-1].noun != 0 {
		return false
	}
	own := &w.marks[max(e.First, 0)]
	return own.entry == 0 || int(own.end) != m || w.t.agents[w.marks[m].noun-1].kind != agentOffice // "U.S. Secretary of State Kerry" is an office with its holder
}

// passable reports whether a name at token m may stand between owner and
// agent noun: right behind an owner without possessive ("U.S. China envoy"),
// or an adjective anywhere ("Israeli Arab lawmakers").
func (w *Worker) passable(p *phrase, m, k, end int) bool {
	s := w.sense(m, end)
	if !s.ok {
		return true
	}
	if s.reading.person >= 0 {
		return false
	}
	return s.reading.form&formAdjective != 0 || m == k && !p.possessive && w.d.Tokens[k-1].UPOS != entente.ADJ
}

// modifierAt reports whether token m may modify an agent noun, and heeds
// "former" and "then".
func (w *Worker) modifierAt(p *phrase, m, end int) bool {
	t := &w.d.Tokens[m]
	switch t.UPOS {
	case entente.ADJ, entente.NUM, entente.NOUN, entente.PROPN:
		switch s := w.text(m); {
		case equalFold(s, "former"), equalFold(s, "ex"), equalFold(s, "late"), equalFold(s, "ousted"), equalFold(s, "deposed"):
			p.former = true
		}
		return !isCalendarName(w.text(m)) && !isTimeWord(w.text(m))
	case entente.VERB:
		if m > 0 && w.endsNoun(m) {
			return false // "aircrew dropping bombs"
		}
		next := w.upos(m+1, end)
		return isParticiple(t) && (next == entente.NOUN || next == entente.ADJ || next == entente.PROPN || w.marks[min(m+1, len(w.marks)-1)].noun != 0)
	case entente.PUNCT:
		return w.is(m, end, "-") && w.glued(m-1, m) && w.glued(m, m+1)
	case entente.ADV:
		if w.is(m, end, "then") {
			p.then = true
			return true
		}
		return w.upos(m+1, end) == entente.ADJ || w.is(m+1, end, "-")
	case entente.X, entente.UPOSNone:
		if w.is(m, end, "ex") {
			p.former = true
			return true
		}
	}
	return false
}

// isTimeWord reports whether a word begins or ends an expression of time, which
// modifies no noun behind an agent: "shelled the convoy last week".
func isTimeWord(s string) bool {
	switch s {
	case "last", "next", "week", "month", "year", "day", "night", "morning", "evening", "afternoon", "weeks", "months", "years", "days", "hours", "minutes", "midnight", "noon",
		"dawn", "dusk", "yesterday", "today", "tomorrow":
		return true
	}
	return false
}

// endsNoun reports whether an agent noun ends before token m.
func (w *Worker) endsNoun(m int) bool {
	for j := max(0, m-4); j < m; j++ {
		if n := &w.marks[j]; n.noun != 0 && int(n.nounEnd) == m {
			return true
		}
	}
	return false
}

// isParticiple reports whether a verb may stand before a noun.
func isParticiple(t *entente.Token) bool {
	switch t.XPOS {
	case "VBN", "VBG", "":
		return true
	}
	return false
}

// entityBegins returns the type of the entity that begins at token i.
func (w *Worker) entityBegins(i int) entente.EntityType {
	if i < 0 || i >= len(w.marks) || w.marks[i].entity == 0 {
		return entente.EntityNone
	}
	if e := &w.d.Entities[w.marks[i].entity-1]; e.First == i {
		return e.Type
	}
	return entente.EntityNone
}
