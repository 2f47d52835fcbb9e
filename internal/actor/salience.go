package actor

import "github.com/entente-news/entente"

// maxBack bounds how many mentions back an antecedent is sought, so that a
// text without sentences costs no more than its length.
const maxBack = 64

// antecedent returns the mention that a pronoun at token i stands for: of
// those that fit in the same sentence before it, the subject or else the last;
// failing that, the same in the sentence before. unsure is set when another
// one with another name fits in the same place. -1 when there is none.
func (w *Worker) antecedent(i int, fits func(*entente.Mention) bool) (at int, unsure bool) {
	all := w.d.Mentions
	starts := w.coref.starts
	barred := w.barred(i)
	if k := w.sayer(i); k >= 0 && k != barred && fits(&all[k]) {
		return k, false
	}
	stops := [2]int{len(all), starts[0]}
	for back := range 2 {
		if w.sentence < back {
			break
		}
		found := -1
		first, _ := w.bounds(w.sentence - back)
		subject := w.info[w.sentence-back].subject
		for k := max(starts[back], stops[back]-maxBack); k < stops[back]; k++ {
			m := &all[k]
			if m.First < first || k == barred || barred >= 0 && onePerson(&all[barred], m) || !fits(m) {
				continue
			}
			switch {
			case found < 0:
				found = k
			case sameActor(&all[found].Actor, &m.Actor):
				found = min(found, k)
			case all[found].First < subject && m.First >= subject:
				unsure = true // the subject stays
			default:
				found, unsure = k, true
			}
		}
		if found >= 0 {
			return found, unsure
		}
	}
	return -1, false
}

// sayer returns the mention that a pronoun at token i most likely repeats as
// the subject of the verb before it: "Georgia said it would". -1 for none.
func (w *Worker) sayer(i int) int {
	k := len(w.d.Mentions) - 1
	j := i - 1
	if j > 0 && w.is(j, i, "that") {
		j--
	}
	if k < 0 || j < 1 || w.d.Tokens[j].UPOS != entente.VERB {
		return -1
	}
	for j > 0 && (w.d.Tokens[j-1].UPOS == entente.AUX || w.d.Tokens[j-1].UPOS == entente.ADV) {
		j--
	}
	if w.d.Mentions[k].Last == j {
		return k
	}
	return -1
}

// sameActor reports whether two actors are one as far as is known.
func sameActor(a, b *entente.Actor) bool {
	return a.Name == b.Name && a.Country == b.Country && a.Org == b.Org && a.Group == b.Group
}

// onePerson reports whether two mentions speak of one actor: by name, or by the
// sector where there is no name.
func onePerson(a, b *entente.Mention) bool {
	return sameActor(&a.Actor, &b.Actor) && (a.Actor.Name != "" || a.Actor.Sector == b.Actor.Sector)
}

// isOnePerson reports whether he or she may stand for m.
func (w *Worker) isOnePerson(m *entente.Mention) bool {
	switch m.Kind {
	case entente.MentionName, entente.MentionNoun, entente.MentionPronoun:
	default:
		return false
	}
	if len(m.Members) > 0 || m.Actor.Name == "" && m.Actor.Role == "" {
		return false
	}
	return w.isPersonMention(m) && !w.pluralHead(m)
}

// isSomebody reports whether m is one person who has neither name nor office:
// "a court clerk".
func (w *Worker) isSomebody(m *entente.Mention) bool {
	if m.Kind != entente.MentionNoun || len(m.Members) > 0 || w.pluralHead(m) {
		return false
	}
	for j := m.First; j <= m.Head; j++ {
		if n := &w.marks[j]; n.noun != 0 && int(n.nounEnd) == m.Head+1 {
			return w.singlePerson(n.noun - 1)
		}
	}
	return false
}

// isSeveral reports whether they may stand for m.
func (w *Worker) isSeveral(m *entente.Mention) bool {
	if len(m.Members) > 0 {
		return true
	}
	switch m.Kind {
	case entente.MentionNoun, entente.MentionDemonym:
		if w.pluralHead(m) {
			return true
		}
		n := w.text(m.Head)
		return oneOf(n, "police", "troops", "forces", "people", "army", "military", "opposition", "authorities")
	case entente.MentionPronoun:
		return oneOf(w.text(m.First), "they", "them", "their", "theirs")
	}
	return false
}

// isCollective reports whether it may stand for m: a state, a body, an
// organisation, in no place phrase.
func (w *Worker) isCollective(m *entente.Mention) bool {
	if len(m.Members) > 0 || m.Actor.Role != "" || w.locative(m.First) {
		return false
	}
	switch m.Kind {
	case entente.MentionName, entente.MentionCapital:
		return !w.isPersonMention(m) && (m.Actor.Country != "" || m.Actor.Org != "")
	case entente.MentionNoun:
		return !w.pluralHead(m) && w.isBodyNoun(m.Head)
	case entente.MentionPronoun:
		return oneOf(w.text(m.First), "it", "its", "itself")
	}
	return false
}

// isBodyNoun reports whether the agent noun at token i is a body.
func (w *Worker) isBodyNoun(i int) bool {
	n := w.marks[i].noun
	return n != 0 && w.t.agents[n-1].kind == agentBody
}

// expletive reports whether "it" at token i stands for nothing: "it is clear
// that", "it seems", "it was raining".
func (w *Worker) expletive(i, end int) bool {
	k := i + 1
	for k < end && (w.d.Tokens[k].UPOS == entente.AUX || w.d.Tokens[k].UPOS == entente.ADV || w.d.Tokens[k].UPOS == entente.PART) {
		k++
	}
	if k >= end {
		return false
	}
	switch t := &w.d.Tokens[k]; t.UPOS {
	case entente.ADJ:
		return k > i+1 && (w.sayer(i) < 0 || !ofFeeling(t.Lemma))
	case entente.NOUN, entente.DET, entente.NUM, entente.SCONJ, entente.ADP, entente.PRON:
		return k > i+1
	case entente.VERB:
		switch t.Lemma {
		case "seem", "appear", "rain", "snow", "happen", "take", "emerge", "turn", "remain":
			return true
		}
	}
	return false
}

// ofFeeling reports whether an adjective is said of somebody: "it was glad".
func ofFeeling(lemma string) bool {
	switch lemma {
	case "glad", "ready", "willing", "open", "hopeful", "able", "unable", "unwilling", "prepared", "happy", "sorry", "concerned", "worried", "committed", "determined", "confident",
		"aware", "responsible", "innocent", "grateful", "alarmed", "opposed", "free", "keen", "reluctant", "neutral", "disappointed":
		return true
	}
	return false
}

// anaphor resolves "the president", "the minister", "the country" to what was
// told of before. It returns the token after the phrase, -1 when there is
// nothing, so that the caller goes on.
func (w *Worker) anaphor(p *phrase, end int) int {
	a := &w.t.agents[p.noun]
	if a.plural || !w.is(p.first-1, end, "the") {
		return -1
	}
	if a.kind == agentBody && p.inherit < 0 && p.nounAt == p.first {
		if at := w.theBody(a.noun); at >= 0 {
			w.repeatBody(at, p.first, p.nounEnd)
			return p.nounEnd
		}
	}
	if a.kind != agentOffice {
		return -1
	}
	for k := len(w.d.Mentions) - 1; k >= max(0, len(w.d.Mentions)-maxBack); k-- {
		m := &w.d.Mentions[k]
		if len(m.Members) > 0 || m.Actor.Country == "" || !w.sameTitle(m, a, p) {
			continue
		}
		n := entente.Mention{Kind: entente.MentionNoun, First: p.first, Last: p.nounEnd, Head: w.headOf(p.nounAt, p.nounEnd), Actor: m.Actor,
			Former: m.Former, Antecedent: m.Actor.Span, Why: join(m.Why, "told of before")}
		w.add(n)
		w.define(end)
		return p.nounEnd
	}
	return -1
}

// sameTitle reports whether m is somebody with the office that a names.
func (w *Worker) sameTitle(m *entente.Mention, a *agent, p *phrase) bool {
	if c := titleCountry(a.noun); a.role == "" || m.Kind == entente.MentionPronoun || c != "" && c != m.Actor.Country {
		return false
	}
	if m.Actor.Role == a.role {
		return true
	}
	return a.role == "minister" && (m.Actor.Role == "foreign minister" || m.Actor.Role == "defence minister" || m.Actor.Role == "finance minister" ||
		m.Actor.Role == "interior minister") && p.inherit < 0
}

// several resolves "the two leaders", "both countries", "the two sides" and
// "the country".
func (w *Worker) several(i, end int) int {
	k, count := i, 0
	switch {
	case w.is(i, end, "both"), w.is(i, end, "two") && w.definite(i-1):
		k, count = i+1, 2
	case w.is(i, end, "three") && w.definite(i-1):
		k, count = i+1, 3
	case w.is(i, end, "pair") && w.definite(i-1):
		count = 2
	case w.is(i, end, "all") && (w.is(i+1, end, "three") || w.is(i+1, end, "four")):
		k, count = i+2, 3
		if w.is(i+1, end, "four") {
			count = 4
		}
	case (w.is(i, end, "each") || w.is(i, end, "either") || w.is(i, end, "neither")) && (w.is(i+1, end, "side") || w.is(i+1, end, "country") || w.is(i+1, end, "party") ||
		w.is(i+1, end, "government")):
		return w.theParties(i, i+2, 2, false)
	case w.is(i-1, end, "the"):
		count = 1
	}
	if count > 1 && w.is(k, end, "the") {
		k++
	}
	for count > 1 && k+1 < end && (w.d.Tokens[k].UPOS == entente.ADJ || w.d.Tokens[k].UPOS == entente.NOUN && w.d.Tokens[k+1].UPOS == entente.NOUN) {
		k++ // "two neighbouring countries", "both defence ministers"
	}
	if count == 0 || k >= end {
		return i
	}
	if count > 1 && k > i && w.bareNumber(k, end) {
		return w.theParties(i, k, count, false)
	}
	persons := false
	switch s := w.text(k); {
	case count == 1 && oneOf(s, "country", "nation") && !w.is(k+1, end, "of") && !w.possessed(k, end):
		return w.theCountry(i, end)
	case count == 1 && oneOf(s, "kingdom", "bloc") && !w.is(k+1, end, "of") && !w.possessed(k, end):
		if equalFold(s, "kingdom") {
			return w.theKingdom(i)
		}
		if at := w.theBody("bloc"); at >= 0 {
			w.repeatBody(at, i, i+1)
			return i + 1
		}
		return i
	case count > 1 && oneOf(s, "countries", "nations", "states", "governments", "neighbours", "neighbors", "sides", "parties", "armies", "capitals", "powers", "allies", "regimes", "rivals",
		"superpowers", "economies", "foes", "partners", "camps", "militaries", "navies", "adversaries", "republics", "delegations", "teams", "courts", "peoples",
		"ministries", "fleets", "coastguards", "parliaments", "kingdoms"):
	case count > 1 && oneOf(s, "leaders", "presidents", "ministers", "diplomats", "officials", "men", "women", "politicians", "statesmen", "pair",
		"premiers", "kings", "monarchs", "chancellors"):
		persons = true
	default:
		return i
	}
	return w.theParties(i, k+1, count, persons)
}

// bareNumber reports whether no noun follows "both", "the two", "all three"
// before token k: what comes is a verb or the end of the clause.
func (w *Worker) bareNumber(k, end int) bool {
	switch w.upos(k, end) {
	case entente.VERB, entente.AUX:
		return !isParticiple(&w.d.Tokens[k]) || !w.modifies(k+1, end)
	case entente.PUNCT:
		return w.is(k, end, ".") || w.is(k, end, ",") || w.is(k, end, ";")
	case entente.PART:
		return w.is(k, end, "to")
	case entente.ADP:
		return !w.is(k, end, "of")
	}
	return false
}

// theParties adds tokens [i, last) as a mention of the parties told of before,
// count of them, and returns the token after it; i where they are not known.
func (w *Worker) theParties(i, last, count int, persons bool) int {
	k := last - 1
	members := w.membersBefore(count, persons)
	if len(members) != count {
		members = w.parties(i, count, persons)
	}
	if len(members) != count {
		if !persons {
			return i
		}
		if members = w.parties(i, count, false); len(members) != count {
			return i
		}
	}
	noun := w.text(k)
	for j := range members {
		switch a := &members[j]; {
		case !w.isState(a.Country):
		case a.Sector == entente.SectorNone:
			a.Sector = sectorOfSeveral(noun)
		case a.Sector == entente.GOV && oneOf(noun, "countries", "nations", "states", "republics"):
			a.Sector = entente.SectorNone // told of before as governments
		}
	}
	w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: k + 1, Head: k, Members: members, Why: "the parties told of before"})
	w.bearersOf(members)
	return k + 1
}

// bearersOf gives the plural noun before the mention just made, which says of
// whom they are, the same members: "negotiators of the two countries".
func (w *Worker) bearersOf(members []entente.Actor) {
	n := len(w.d.Mentions)
	if n < 2 {
		return
	}
	m, last := &w.d.Mentions[n-2], &w.d.Mentions[n-1]
	k := m.Last
	if m.Kind != entente.MentionNoun || m.Actor.Country != "" && !m.Actor.Inferred || len(m.Members) > 0 || !w.pluralHead(m) || !w.is(k, last.First, "of") && !w.is(k, last.First, "from") {
		return
	}
	if k+1 != last.First && !(k+2 == last.First && w.is(k+1, last.First, "the")) {
		return
	}
	sector := m.Actor.Sector
	for i := range members {
		a := members[i]
		if a.Sector = sector; sector == entente.GOV && !w.isState(a.Country) {
			a.Sector = entente.SectorNone
		}
		m.Members = append(m.Members, a)
	}
	m.Actor.Country, m.Actor.Org, m.Actor.Inferred = "", "", false
	m.Why = join(m.Why, "of the parties told of before")
}

// isState reports whether a code is a state's.
func (w *Worker) isState(code string) bool {
	_, ok := w.t.codes[code]
	return ok
}

// sectorOfSeveral returns the organ of the states that a plural names: "both
// governments", "the two armies".
func sectorOfSeveral(noun string) entente.Sector {
	switch {
	case oneOf(noun, "governments", "capitals", "regimes", "leaders", "presidents", "ministers", "officials", "diplomats", "premiers", "statesmen", "kings",
		"monarchs", "chancellors", "ministries"):
		return entente.GOV
	case oneOf(noun, "armies", "militaries", "navies", "fleets"):
		return entente.MIL
	case oneOf(noun, "coastguards"):
		return entente.COP
	case oneOf(noun, "parliaments"):
		return entente.LEG
	case oneOf(noun, "courts"):
		return entente.JUD
	}
	return entente.SectorNone
}

// definite reports whether token i makes what follows known: "the", "these".
func (w *Worker) definite(i int) bool {
	return i >= 0 && oneOf(w.text(i), "the", "these", "those", "their", "its")
}

// possessed reports whether a noun follows the possessive of token k.
func (w *Worker) possessed(k, end int) bool { return w.upos(k+1, end) == entente.NOUN }

// theCountry resolves "the country" to the state told of last as a subject.
func (w *Worker) theCountry(i, end int) int {
	at, unsure := w.antecedent(i, func(m *entente.Mention) bool {
		return len(m.Members) == 0 && m.Actor.Country != "" && !entente.IsSupranational(m.Actor.Country)
	})
	if at < 0 {
		return i
	}
	a := w.d.Mentions[at].Actor
	state, ok := w.t.codes[a.Country] // a is of it, whoever it is
	if !ok {
		return i
	}
	w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Actor: partyActor(&w.t.parties[state]), Ambiguous: unsure, Antecedent: a.Span,
		Why: join(w.t.parties[state].why, "told of before")})
	return i + 1
}

// theKingdom resolves "the kingdom" to the last kingdom told of.
func (w *Worker) theKingdom(i int) int {
	for k := len(w.d.Mentions) - 1; k >= max(0, len(w.d.Mentions)-maxBack); k-- {
		m := &w.d.Mentions[k]
		switch m.Actor.Country {
		case "SAU", "GBR", "JOR", "MAR", "BHR", "THA", "KHM", "BTN", "ESP", "SWE", "NOR", "DNK", "NLD", "BEL", "SWZ", "LSO", "TON":
			state := w.t.codes[m.Actor.Country]
			w.add(entente.Mention{Kind: entente.MentionPronoun, First: i, Last: i + 1, Head: i, Actor: partyActor(&w.t.parties[state]), Antecedent: m.Actor.Span,
				Why: join(w.t.parties[state].why, "told of before")})
			return i + 1
		}
	}
	return i
}

// parties returns the count parties that were spoken of most in this sentence
// and the two before it, place phrases apart; ties go to the earlier one. Nil
// when there are fewer. With persons, only people count, from further back, and
// the members keep their names.
func (w *Worker) parties(i, count int, persons bool) []entente.Actor {
	type tally struct {
		at, n int
	}
	var seen [8]tally
	n := 0
	from := w.coref.starts[2]
	if persons {
		from = 0 // the leaders of a report are known throughout it
	}
	for k := max(from, len(w.d.Mentions)-maxBack); k < len(w.d.Mentions); k++ {
		m := &w.d.Mentions[k]
		if len(m.Members) > 0 || m.Actor.Country == "" || persons && !w.isPersonMention(m) || !persons && w.locative(m.First) {
			continue
		}
		j := 0
		for j < n && w.d.Mentions[seen[j].at].Actor.Party() != m.Actor.Party() {
			j++
		}
		if j == len(seen) {
			continue
		}
		if j == n {
			seen[n] = tally{at: k}
			n++
		}
		seen[j].n++
	}
	if n < count {
		return nil
	}
	var out []entente.Actor
	for range count {
		best := -1
		for j := range n {
			if seen[j].n > 0 && (best < 0 || seen[j].n > seen[best].n) {
				best = j
			}
		}
		a := w.d.Mentions[seen[best].at].Actor
		if state, ok := w.t.codes[a.Country]; ok && !persons {
			a = partyActor(&w.t.parties[state])
		}
		a.Span = entente.Span{}
		out = append(out, a)
		seen[best].n = 0
	}
	return out
}
