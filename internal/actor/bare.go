package actor

import "github.com/entente-news/entente"

// bareOwner adds the mention of an owner without agent noun: a name, an
// adjective, a demonym, a capital. It returns the token after it.
func (w *Worker) bareOwner(p *phrase, end int) int {
	s, i := p.owners[0], p.ownerTok
	pt := &w.t.parties[s.reading.party]
	m := entente.Mention{Kind: entente.MentionName, First: i, Last: s.end, Head: w.headOf(i, s.end), Ambiguous: s.ambiguous, Former: p.former}
	m.Actor, m.Why = partyActor(pt), pt.why
	if s.reading.form&formPeople != 0 {
		m.Actor.Name, m.Actor.Wikidata = "", ""
		m.Why = "peoples.tsv; " + m.Why
	}
	switch f := s.reading.form; {
	case pt.sort == sortState && f&formName == 0 && f&formCapital != 0 && f&(formAdjective|formDemonym) == 0:
		m.Kind = entente.MentionCapital
		if !w.capital(p, &m, end) {
			return s.end
		}
	case pt.sort == sortBody && isSeat(pt.name):
		m.Kind = entente.MentionCapital
		if !p.possessive && w.locative(i) {
			m.Actor.Sector = entente.SectorNone
			m.Why = join(m.Why, "a place here")
		}
	case p.modifier:
		m.Kind = entente.MentionAdjective
	case f&(formAdjective|formDemonym) != 0 && !w.asName(s, i, end):
		if w.language(i, s.end, end) {
			return s.end
		}
		m.Kind = entente.MentionAdjective
		if f&formDemonym != 0 && f&formAdjective == 0 && w.upos(s.end, end) != entente.NOUN || f&formDemonym != 0 && w.standsAlone(i, s.end, end) {
			m.Kind, m.Actor.Sector, m.Actor.Name = entente.MentionDemonym, entente.CVL, ""
		} else if pt.sort == sortState && w.bareAdjective(i, s.end, end) {
			return s.end // the language, mostly: "taught English"
		}
	case pt.sort == sortRegion && w.governs(s.end-1):
		m.Actor.Sector = entente.GOV
	case pt.sort == sortRegion:
		if s.end-i == 1 && w.modifies(s.end, end) {
			m.Kind = entente.MentionAdjective
		}
	}
	w.add(m)
	w.remember(p, end)
	return s.end
}

// governs reports whether token k, which ends the name of a region, says that its
// governments are meant: "West African leaders", "Western capitals".
func (w *Worker) governs(k int) bool {
	return oneOf(w.text(k), "leaders", "governments", "capitals", "officials", "diplomats", "monarchies")
}

// isSeat reports whether a body goes by the name of its building or street,
// which is a place as well.
func isSeat(name string) bool {
	switch name {
	case "Kremlin", "White House", "10 Downing Street", "Downing Street", "Elysee Palace", "Élysée Palace", "Pentagon", "Blue House", "Whitehall",
		"Zhongnanhai", "Quai d'Orsay", "Capitol Hill", "Buckingham Palace", "Quirinal Palace", "Bankova":
		return true
	}
	return false
}

// asName reports whether a word that is both a state's name and its adjective
// ("UK", "New Zealand") is used as the name.
func (w *Worker) asName(s sense, i, end int) bool {
	return s.reading.form&formName != 0 && (w.d.Tokens[i].UPOS != entente.ADJ || !w.modifies(s.end, end))
}

// modifies reports whether a noun phrase goes on at token k.
func (w *Worker) modifies(k, end int) bool {
	for ; k < end; k++ {
		switch w.d.Tokens[k].UPOS {
		case entente.NOUN, entente.PROPN:
			return true
		case entente.ADJ, entente.NUM:
		case entente.PUNCT:
			if !w.is(k, end, "-") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// standsAlone reports whether a word that may be a demonym is one: no noun
// follows, and it is tagged as a noun or stands behind an article, a number or
// a modifier.
func (w *Worker) standsAlone(i, k, end int) bool {
	if w.modifies(k, end) || w.is(k, end, "and") && w.upos(k+1, end) == entente.ADJ || w.is(k, end, "and") && w.modifies(k+2, end) && w.upos(k+1, end) == entente.NOUN {
		return false // "Georgian and separatist officials"
	}
	switch w.d.Tokens[k-1].UPOS {
	case entente.NOUN, entente.PROPN:
		return true
	}
	switch w.upos(i-1, end) {
	case entente.DET, entente.NUM, entente.ADJ, entente.NOUN:
		return true
	}
	return false
}

// language reports whether the word at token i names a language: "in French",
// "speaks Russian".
func (w *Worker) language(i, k, end int) bool {
	if w.modifies(k, end) || i == 0 {
		return false
	}
	switch t := &w.d.Tokens[i-1]; t.Lemma {
	case "in", "into", "speak", "learn", "teach", "write", "fluent":
		return true
	}
	return false
}

// bareAdjective reports whether an adjective modifies nothing: no noun stands
// behind it, no conjunction, and it is not said of a subject.
func (w *Worker) bareAdjective(i, k, end int) bool {
	if w.modifies(k, end) || w.is(k, end, "-") || w.is(k, end, "and") || w.is(k, end, "or") || w.is(k, end, ",") {
		return false
	}
	if i == 0 {
		return false
	}
	t := &w.d.Tokens[i-1]
	return t.UPOS != entente.AUX && t.UPOS != entente.ADV && t.Lemma != "become" && t.Lemma != "remain"
}

// capital decides between government and place for a capital's name. It
// returns false where the name is neither: it makes a compound with a common
// noun ("the Paris agreement", "Geneva talks") or stands before its country
// ("Nairobi, Kenya").
func (w *Worker) capital(p *phrase, m *entente.Mention, end int) bool {
	k := m.Last
	told := m.First > 0 && w.d.Tokens[m.First-1].UPOS == entente.VERB && isGiving(w.d.Tokens[m.First-1].Lemma) || m.First > 0 && w.madeTo(m.First) || w.subjunctive(m)
	if !p.possessive && !told {
		switch u := w.upos(k, end); {
		case u == entente.NOUN && w.misreadVerb(k, end):
		case u == entente.NOUN && isUnilateral(w.d.Tokens[k].Lemma):
			m.Kind = entente.MentionAdjective
		case u == entente.NOUN || (u == entente.ADJ || u == entente.NUM) && w.modifies(k, end):
			return false
		case u == entente.PROPN && w.glueless(k-1) && !isCalendarName(w.text(k)) && !w.info[w.sentence].title:
			return false
		case w.is(k, end, "-") && w.glued(k-1, k) && !(k+1 < end && w.marks[k+1].entry != 0):
			return false
		case w.is(k, end, ",") && k+1 < end && w.sameState(k+1, end, m.Actor.Country):
			w.placeEnd = k + 2
			return false
		}
	}
	m.Actor.Sector, m.Actor.Name = entente.GOV, ""
	if told || w.addressed(m.First) || p.possessive && w.is(m.First-1, end, "of") {
		w.placeEnd = -1
	} else if w.locative(m.First) || w.belongs(m.First) || w.goal(m.First) || w.listedPlace(m.First, end) {
		m.Actor.Sector = entente.SectorNone
		w.placeEnd = m.Last
		m.Why = join(m.Why, "a place here")
	}
	return true
}

// sameState reports whether the name at token i is that of the country.
func (w *Worker) sameState(i, end int, country string) bool {
	s := w.sense(i, end)
	return s.ok && s.reading.party >= 0 && s.reading.form&formName != 0 && w.t.parties[s.reading.party].country == country
}

// belongs reports whether token i stands behind "of", "on" or "over", where a
// capital is the town: "the streets of Kyiv", "strikes on Kyiv".
func (w *Worker) belongs(i int) bool {
	return i > 0 && oneOf(w.text(i-1), "of", "on", "over")
}

// goal reports whether token i is the object of a verb of motion, or told to
// be a town ("the capital Amman"), and so a place.
func (w *Worker) goal(i int) bool {
	if i == 0 {
		return false
	}
	if i > 1 && w.is(i-1, i, ",") && w.is(i-2, i, "capital") {
		return true
	}
	switch w.d.Tokens[i-1].Lemma {
	case "capital", "city", "town", "downtown", "central":
		return true
	case "visit", "leave", "reach", "enter", "tour", "capture", "bomb", "shell", "strike", "evacuate", "control", "hold", "seize", "take", "retake", "recapture", "besiege",
		"storm", "attack", "hit", "shake", "rock":
		return w.d.Tokens[i-1].UPOS == entente.VERB
	}
	return false
}

// listedPlace reports whether token i goes on a list of places: "in Moscow
// and Beijing".
func (w *Worker) listedPlace(i, end int) bool {
	return i > 0 && w.placeEnd == i-1 && (w.is(i-1, end, "and") || w.is(i-1, end, ",") || w.is(i-1, end, "or"))
}

// nounPhrase reads a phrase that begins with an agent noun at token j: "the
// president of France", "Foreign Minister Jane Doe", "protesters".
func (w *Worker) nounPhrase(p *phrase, j, end int) int {
	if !w.nounRun(p, j, end) {
		return j
	}
	if p.modifier {
		return w.bareModifier(p, j, end)
	}
	if p.first == j {
		p.first = p.nounAt // "army" of "army commanders" stays within the phrase
		if p.inherit >= 0 {
			p.first = j
		}
	}
	a := &w.t.agents[p.noun]
	if p.person < 0 {
		if !w.ofOwner(p, p.nounEnd, end) && !w.ownerOfPossessor(p) {
			if k := w.anaphor(p, end); k > 0 {
				return k
			}
			if a.kind == agentMateriel && isMunition(lastWord(a.noun)) || w.vague(p) && !w.telling(p) || w.notActor(p, end) {
				return p.nounEnd
			}
		}
	}
	if p.person >= 0 && p.known < 0 && p.nowners == 0 {
		p.known = w.byOffice(p, nil, a.role)
	}
	if p.nowners == 0 && p.inferred < 0 && !w.aliased(p) && (p.person < 0 || a.kind != agentPerson) {
		w.infer(p, end)
		w.contradicted(p, a.role)
	}
	if p.person >= 0 && p.known < 0 {
		w.sameName(p)
	}
	return w.emit(p, end)
}

// bareModifier adds the mention of an agent noun that modifies another noun
// and has no owner: "a government offer", "rebel shells".
func (w *Worker) bareModifier(p *phrase, j, end int) int {
	a := &w.t.agents[p.noun]
	if a.plural && !isPluralOnly(lastWord(a.noun)) || !actsAsModifier(a) || p.nounAt != j || w.marks[j].capital && !w.info[w.sentence].title && j > w.d.Sentences[w.sentence].First {
		return j
	}
	if w.is(p.nounEnd, end, "station") || w.is(p.nounEnd, end, "state") {
		return j
	}
	p.first = p.nounAt
	w.infer(p, end)
	return w.emit(p, end)
}

// actsAsModifier reports whether a noun before another noun says whose that is:
// "army shells", but not "state visit", "school bus", "market price".
func actsAsModifier(a *agent) bool {
	switch a.sector {
	case entente.GOV, entente.MIL, entente.COP, entente.REB, entente.PRM, entente.UAF, entente.CRM, entente.PRE, entente.OPP:
		return a.kind == agentPerson || a.kind == agentBody && a.noun != "state"
	case entente.UNK:
		return false
	}
	return a.kind == agentPerson
}

// vague reports whether a noun phrase gives no sector at all: "members".
func (w *Worker) vague(p *phrase) bool {
	if n := &w.t.agents[p.noun]; n.kind == agentPlace || isPublicBody(n.noun) && !n.plural && w.defined(p.nounAt) {
		return false
	}
	n := &w.t.agents[p.noun]
	return n.sector == entente.UNK && (p.inherit < 0 || w.t.agents[p.inherit].sector == entente.UNK) && (n.role != "" || !n.plural && !w.determined(p.nounAt))
}

// contradicted takes an inferred country back from somebody with an office
// that, by the tables, another person holds there.
func (w *Worker) contradicted(p *phrase, role string) {
	if p.person < 0 || p.inferred < 0 || p.stated {
		return
	}
	if ref, ok := w.t.holder(w.t.parties[p.inferred].country, role, w.day); ok {
		w.buf = w.t.lex.fold.appendFolded(w.buf[:0], w.text(p.personEnd-1))
		if w.t.persons[ref.person].surname != string(w.buf) {
			p.inferred = -1
		}
	}
}

// notActor reports whether a bare agent noun stands for no actor: negated or
// generic ("no one", "a state of emergency").
func (w *Worker) notActor(p *phrase, end int) bool {
	if n := &w.t.agents[p.noun]; !n.proper && w.d.Tokens[p.nounAt].UPOS == entente.PROPN && w.marks[p.nounAt].capital && !w.info[w.sentence].title && p.nounEnd-p.nounAt == 1 {
		if n.kind == agentPerson && p.nounAt > w.d.Sentences[w.sentence].First || n.kind == agentOffice && !n.plural && w.upos(p.nounAt-1, end) != entente.DET {
			return true // part of a name, or a surname: "Fan Expo", "King said"
		}
	}
	if w.is(p.nounEnd, end, "of") && w.t.agents[p.noun].kind == agentBody && !w.ofOne(p.nounEnd+1, end) {
		return true // "a state of emergency", not "accused the ministry of hiding"
	}
	n := &w.t.agents[p.noun]
	if n.kind == agentPlace && w.marks[p.nounAt].capital && w.d.Tokens[p.nounAt].UPOS == entente.PROPN {
		return true // part of a name
	}
	if (n.kind == agentMateriel || n.kind == agentPlace) && !n.plural && !w.info[w.sentence].title && !w.info[w.sentence].bare && !w.determined(p.nounAt) {
		return true // "by ferry", "in town"
	}
	switch n.noun {
	case "head":
		return p.inherit < 0 && !w.is(p.nounEnd, end, "of") && !w.defined(p.nounAt)
	case "side":
		return true
	case "state", "power", "house", "cabinet", "court", "force", "unit", "mission", "base", "press", "school", "bank", "market", "office",
		"party", "personnel", "staff", "leader", "authority", "presidency", "adviser", "deputy", "director", "secretary", "commander", "chairman":
		return p.inherit < 0 && (!n.plural || isPluralOnly(n.noun)) && !w.determined(p.nounAt) && !w.info[w.sentence].bare
	}
	return false
}

// ofOne reports whether what follows "of" at token k is one thing or an act, not
// what a body is made of or for.
func (w *Worker) ofOne(k, end int) bool {
	switch w.upos(k, end) {
	case entente.VERB, entente.DET, entente.PRON, entente.PROPN:
		return true
	}
	return false
}

// isMunition reports whether a thing is spent in an act, and so is nobody by
// itself: "fired missiles".
func isMunition(noun string) bool {
	switch noun {
	case "missile", "missiles", "rocket", "shell", "bomb", "mortar", "round", "warhead", "torpedo", "mine", "gunfire", "fire", "shelling", "strike", "airstrike", "raid",
		"bombardment", "attack", "weapon", "munition", "salvo", "box":
		return true
	}
	return false
}

// determined reports whether the noun phrase with the noun at token i has an
// article, a number or a possessive: "a court in Lyon", not "in court".
func (w *Worker) determined(i int) bool {
	for j := i - 1; j >= max(w.d.Sentences[w.sentence].First, i-4); j-- {
		switch w.d.Tokens[j].UPOS {
		case entente.DET:
			return true
		case entente.PRON:
			return oneOf(w.text(j), "its", "their", "his", "her", "our", "my", "whose")
		case entente.PART:
			return w.possessiveAt(j, i)
		case entente.ADJ, entente.NUM, entente.NOUN, entente.PROPN:
		case entente.VERB:
			if !isParticiple(&w.d.Tokens[j]) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// personPhrase reads a phrase that begins with a person's name and ends at
// token k: "Vladimir Putin", "the Biden administration", "Jane Doe of Kenya".
func (w *Worker) personPhrase(p *phrase, k, end int) int {
	if p.known >= 0 {
		a, _, why := w.personActor(p.known, claim{})
		if n := w.administration(p.first, k, end, a.Country, why); n > k {
			return n
		}
	}
	if p.known < 0 {
		if w.sameName(p) {
			return w.emit(p, end)
		}
		if w.is(k, end, "of") && k+1 < end {
			if s := w.sense(k+1, end); s.ok && s.reading.party >= 0 && s.reading.form&formName != 0 {
				p.owners[0], p.nowners, p.ownerTok, p.possessive = s, 1, k+1, true
			}
		}
	}
	return w.emit(p, end)
}

// administration reads the body noun at token k behind the name of somebody
// of country as one mention: "the Biden administration". It returns the token
// after it, k when there is none.
func (w *Worker) administration(first, k, end int, country, why string) int {
	if k >= end || w.marks[k].noun == 0 || int(w.marks[k].nounEnd) > end || w.t.agents[w.marks[k].noun-1].kind != agentBody {
		return k
	}
	state, ok := w.t.codes[country]
	if !ok {
		return k
	}
	q := phrase{first: first, noun: w.marks[k].noun - 1, nounAt: k, nounEnd: int(w.marks[k].nounEnd), inherit: -1, person: -1, known: -1, same: -1,
		inferred: state, because: "; " + why, stated: true}
	return w.emit(&q, end)
}

// organisationAt adds the mention of an organisation that no table knows, at
// token j, and returns the token after it.
func (w *Worker) organisationAt(j, end int) int {
	if w.entityBegins(j) != entente.ORG {
		return j
	}
	e := &w.d.Entities[w.marks[j].entity-1]
	if e.Last > end {
		return j
	}
	for k := j + 1; k < e.Last; k++ { // "Osun State Police Command"
		if m := &w.marks[k]; m.entry != 0 && int(m.end) == e.Last && w.choose(k, end).ok {
			return j // "members of the Security Council": the body has its own name
		} else if m.noun != 0 && int(m.nounEnd) == e.Last {
			q := phrase{first: j, noun: -1, inherit: -1, person: -1, known: -1, same: -1, inferred: -1}
			if n := w.nounPhrase(&q, k, end); n > k {
				return n
			}
			return j
		}
	}
	if w.agentWithin(j, e.Last) {
		return j
	}
	for k := j + 1; k < e.Last; k++ {
		if m := &w.marks[k]; m.entry != 0 && w.sense(k, end).ok {
			return j
		}
	}
	if a, ok := w.coref.alias(w.text(j)); ok && e.Last == j+1 {
		w.add(entente.Mention{Kind: entente.MentionName, First: j, Last: e.Last, Head: j, Actor: a, Antecedent: a.Span, Why: "short form made in the text"})
		return e.Last
	}
	m := entente.Mention{Kind: entente.MentionName, First: j, Last: e.Last, Head: e.Last - 1, Actor: entente.Actor{Name: w.span(j, e.Last).In(w.d.Text)},
		Why: "an organisation's name that is in no table"}
	m.Actor.Sector = sectorOfName(w.text(e.Last - 1))
	if s := w.choose(j, end); s.ok && s.end < e.Last && s.reading.party >= 0 && w.stateOf(s.reading) >= 0 && s.reading.form&formAdjective != 0 {
		of := &w.t.parties[w.stateOf(s.reading)]
		m.Actor.Country, m.Ambiguous, m.Why = of.country, s.ambiguous, join(of.why, m.Why) // "Iraqi Turkmen Front"
	}
	w.add(m)
	w.define(end)
	return e.Last
}
