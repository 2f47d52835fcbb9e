package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// emit adds the mention of a phrase with an agent noun or a person, and
// returns the token after it.
func (w *Worker) emit(p *phrase, end int) int {
	p.last = w.lastOf(p)
	m := entente.Mention{Kind: entente.MentionNoun, First: p.first, Last: p.last}
	switch {
	case p.person >= 0:
		m.Kind, m.Head = entente.MentionName, p.person
		if isHonorific(w.text(p.person)) {
			m.Head++
		}
	case p.noun >= 0:
		m.Head = w.headOf(p.nounAt, p.nounEnd)
	default:
		m.Head, m.Kind = w.headOf(p.ownerTok, p.owners[0].end), entente.MentionName
	}
	if p.modifier && p.person < 0 {
		m.Kind, m.Head = entente.MentionAdjective, p.nounEnd-1
	}
	m.Actor, m.Former, m.Why = w.fill(p)
	for i := range p.nowners {
		m.Ambiguous = m.Ambiguous || p.owners[i].ambiguous
	}
	m.Ambiguous = m.Ambiguous || p.unsure
	if p.nowners > 1 {
		w.split(p, &m)
	}
	w.weighSector(p, &m)
	w.add(m)
	w.remember(p, end)
	return p.last
}

// lastOf returns the token after the phrase.
func (w *Worker) lastOf(p *phrase) int {
	last := p.first + 1
	for i := range p.nowners {
		last = max(last, p.owners[i].end)
	}
	if p.noun >= 0 {
		last = max(last, p.nounEnd)
	}
	if p.person >= 0 {
		last = max(last, p.personEnd)
	}
	return last
}

// headOf returns the head of a noun phrase: its last token before a
// preposition.
func (w *Worker) headOf(first, last int) int {
	for i := first + 1; i < last; i++ {
		if w.d.Tokens[i].UPOS == entente.ADP {
			return i - 1
		}
	}
	return last - 1
}

// add appends m with its span.
func (w *Worker) add(m entente.Mention) {
	m.Actor.Span = entente.Span{Start: w.d.Tokens[m.First].Span.Start, End: w.d.Tokens[m.Last-1].Span.End}
	w.d.Mentions = append(w.d.Mentions, m)
}

// split makes the members of a phrase with several owners.
func (w *Worker) split(p *phrase, m *entente.Mention) {
	q := *p
	q.nowners = 1
	m.Members = make([]entente.Actor, 0, p.nowners)
	for _, o := range p.owners[:p.nowners] {
		q.owners[0] = o
		a, _, _ := w.fill(&q)
		a.Span = w.span(o.end-1, o.end)
		m.Members = append(m.Members, a)
	}
	m.Actor = entente.Actor{Sector: m.Actor.Sector, Role: m.Actor.Role}
}

func (w *Worker) span(first, last int) entente.Span {
	return entente.Span{Start: w.d.Tokens[first].Span.Start, End: w.d.Tokens[last-1].Span.End}
}

// fill resolves the parts of p to one actor.
func (w *Worker) fill(p *phrase) (a entente.Actor, former bool, why string) {
	var o *party
	if p.nowners > 0 {
		o = &w.t.parties[p.owners[0].reading.party]
		a, why = partyActor(o), o.why
		if p.owners[0].reading.form&formPeople != 0 {
			why = "peoples.tsv; " + why
		}
	} else if p.inferred >= 0 {
		o = &w.t.parties[p.inferred]
		a, why = partyActor(o), o.why+p.because
		a.Inferred = !p.stated
	}
	role := ""
	if p.noun >= 0 {
		n := &w.t.agents[p.noun]
		role = n.role
		a.Name, a.Wikidata = "", ""
		a.Sector = w.nounSector(p, o)
		if p.breakaway && a.Sector == entente.GOV {
			a.Sector = entente.PRE
		}
		if n.noun == "chief of staff" && p.stated && p.inherit < 0 {
			a.Sector = entente.GOV // his chief of staff
		}
		if n.kind == agentOffice && n.sector == entente.MIL && a.Sector != entente.MIL {
			role = "" // the chief of staff of the White House
		}
		a.Role = role
		why = join(why, n.why)
		if a.Sector == entente.UNK {
			a.Sector = entente.SectorNone // of whom is not told
		}
	}
	if p.person >= 0 {
		return w.fillPerson(p, o, a, role, why)
	}
	if role == "" || w.t.agents[p.noun].plural || o == nil || p.nowners > 1 {
		if p.former && role != "" {
			a.Sector, a.Role = entente.ELI, ""
		}
		return a, p.former || p.then, why
	}
	return w.fillOffice(p, o, a, role, why)
}

// fillOffice names the holder of the office that p speaks of, where one
// person held it.
func (w *Worker) fillOffice(p *phrase, o *party, a entente.Actor, role, why string) (entente.Actor, bool, string) {
	if p.former {
		a.Sector, a.Role = entente.ELI, ""
		return a, true, why
	}
	home := o.country
	if o.state < 0 {
		home = o.org
	}
	if o.sort == sortBody || home == "" || p.then {
		return a, p.then, why
	}
	if role == "head of state" && w.t.agents[p.noun].noun == "president" && w.electedUnderSupremeLeader(home) {
		role = "head of government"
		a.Role = role
	}
	ref, ok := w.t.holder(home, role, w.day)
	if !ok {
		return a, false, why
	}
	pr := &w.t.persons[ref.person]
	of := &pr.offices[ref.office]
	a.Name, a.Wikidata = pr.name, pr.wikidata
	return a, false, join(why, of.why+"; office on "+w.day.String())
}

// electedUnderSupremeLeader reports whether the president of a state is its
// head of government, under a supreme leader: Iran alone, since 1989.
func (w *Worker) electedUnderSupremeLeader(code string) bool { return code == "IRN" }

// fillPerson resolves the person of p, whose title gives a so far.
func (w *Worker) fillPerson(p *phrase, o *party, a entente.Actor, role, why string) (entente.Actor, bool, string) {
	first := p.person
	if isHonorific(w.text(first)) && first+1 < p.personEnd {
		first++
	}
	if p.same >= 0 {
		m := &w.d.Mentions[p.same]
		b := m.Actor
		if role != "" && b.Role == "" && !m.Former {
			b.Role, b.Sector = role, a.Sector
		}
		return b, m.Former, join(m.Why, "same name before")
	}
	if p.known < 0 && p.noun >= 0 {
		p.known = w.byOffice(p, o, role)
	}
	if p.known >= 0 {
		b, former, whyPerson := w.personActor(p.known, claim{role: role, former: p.former, then: p.then, elect: p.noun >= 0 && isElect(w.t.agents[p.noun].noun)})
		if o == nil || b.Country == o.country || o.country == "" || p.noun < 0 && p.possessive {
			if p.noun >= 0 && role != "" && !former && b.Role != role && !p.former && w.titleWins(b, role) {
				b.Role, b.Sector = role, a.Sector
			}
			if b.Sector == entente.SectorNone && a.Sector != entente.SectorNone && !entente.IsSupranational(b.Country) && p.noun >= 0 {
				b.Sector, b.Role = a.Sector, role
			}
			return b, former, join(whyPerson, why)
		}
	}
	a.Name, a.Wikidata = w.span(first, p.personEnd).In(w.d.Text), ""
	if p.noun < 0 && o != nil {
		a.Sector, a.Role = entente.SectorNone, ""
		if o.sort != sortState {
			a.Sector = o.sector
		}
	}
	if p.former {
		a.Sector, a.Role = entente.ELI, ""
	}
	if why == "" {
		why = "a person's name that is in no table"
	}
	return a, p.former || p.then, why
}

// isElect reports whether a title is of an office that is still to be taken up.
func isElect(noun string) bool {
	return strings.HasSuffix(noun, "-elect") || strings.HasSuffix(noun, "-designate")
}

// titleWins reports whether a title in the text replaces the office that the
// tables give: any but the vague ones, and not a lower one for who is head.
func (w *Worker) titleWins(b entente.Actor, role string) bool {
	if entente.IsSupranational(b.Country) || b.Role == "head of state" || b.Role == "head of government" && role == "head of state" && w.electedUnderSupremeLeader(b.Country) {
		return false
	}
	return role != "minister" && role != "spokesperson"
}

// byOffice returns the person of that surname who holds or held the office
// that the title gives, -1 when there is none or more than one.
func (w *Worker) byOffice(p *phrase, o *party, role string) int32 {
	if role == "" {
		return -1
	}
	w.buf = w.t.lex.fold.appendFolded(w.buf[:0], w.text(p.personEnd-1))
	found := int32(-1)
	day := w.day
	if !day.Known() {
		day = maxDay - 1
	}
	for _, r := range w.t.surnames[string(w.buf)] {
		pr := &w.t.persons[r.person]
		at, t := pr.at(day, role)
		if at < 0 || !(t == tenureHeld || t == tenureFormer && (p.former || p.then || !w.day.Known())) {
			continue
		}
		if o != nil && pr.offices[at].country != o.country || p.personEnd-p.person > 1 && !w.sameInitial(p.person, r.person) {
			continue
		}
		if found >= 0 && found != r.person {
			return -1
		}
		found = r.person
	}
	return found
}

// nounSector returns the sector that the agent noun of p gives to an actor of
// owner o.
func (w *Worker) nounSector(p *phrase, o *party) entente.Sector {
	n := &w.t.agents[p.noun]
	s := n.sector
	if told, ok := w.byRole(p); ok {
		return told
	}
	if n.noun == "officer" && p.nowners == 0 && p.inherit < 0 {
		return entente.COP // without army or country, officers are the police
	}
	if n.weak && p.inherit >= 0 {
		if i := &w.t.agents[p.inherit]; i.sector != entente.UNK && (s != entente.MIL || isArmed(i.sector) || i.sector == entente.COP || i.sector == entente.SPY) {
			return i.sector
		}
	}
	if followsWhose(n, p.whose) || ofTheirs(n, p.whose) {
		return p.whose
	}
	if told, ok := w.byOthers(p, n); ok {
		return told
	}
	if (s == entente.UNK || s == entente.MIL && n.noun == "officer") && (o == nil || o.sort == sortState) && w.ofState(n, p.nounAt) {
		return entente.GOV
	}
	if s == entente.UNK && o != nil && o.sort == sortState && isSentBy(n.noun) {
		return entente.GOV
	}
	if s == entente.MIL && o != nil && o.state >= 0 && p.nowners > 0 && p.owners[0].reading.form&formPeople != 0 && !isUnion(o.country) {
		return entente.REB // a people without a state has no army of one
	}
	if s == entente.UNK && isPublicBody(n.noun) && (o == nil && (w.defined(p.nounAt) || n.noun != "panel" && !n.plural && w.determined(p.nounAt)) || o != nil && o.sort == sortState) {
		return entente.GOV
	}
	if o == nil {
		if w.ofRefuge(p, n) {
			return entente.REF
		}
		if n.role == "spokesperson" && !strings.Contains(n.noun, " ") {
			return entente.SectorNone // of whom is not told
		}
		return s
	}
	if o.sector == entente.PTY && s == entente.GOV && n.kind == agentBody {
		return s // the government of a party
	}
	if o.sector != entente.SectorNone && (n.weak || s == entente.GOV || s == entente.UNK || o.sort == sortBody && n.kind == agentOffice || o.sort == sortGroup && isArmed(s) && o.sector != entente.GOV) {
		s = o.sector
	}
	s = sectorOf(s, o)
	if o.state < 0 && o.country != "" {
		return supranationalSector(s)
	}
	return s
}

// sectorOf returns the sector of who is o's and by his noun of sector s: agents of a
// police force are police, and whose sector is not told has none.
func sectorOf(s entente.Sector, o *party) entente.Sector {
	switch {
	case s == entente.SPY && o.sector == entente.COP:
		return entente.COP
	case s == entente.UNK:
		return entente.SectorNone
	}
	return s
}

// isPublicBody reports whether a body that may be anybody's is the state's where
// only the state is its owner: "Kenya's tea board".
func isPublicBody(noun string) bool {
	switch noun {
	case "board", "council", "commission", "panel", "office":
		return true
	}
	return false
}

// followsWhose reports whether somebody takes the sector of his possessor: the
// rebels' leader is one of theirs, a minister's men are not ministers.
func followsWhose(n *agent, whose entente.Sector) bool {
	if whose == entente.SectorNone || whose == entente.UNK {
		return false
	}
	switch n.noun {
	case "man", "men", "leader", "negotiator", "negotiators", "delegate", "commander", "officer", "gunner", "fighter", "captain", "envoy", "delegation", "chief", "head", "side":
		return whose != entente.GOV && whose != entente.JUD && whose != entente.LEG
	case "driver":
		return isArmed(whose)
	case "follower", "supporter", "backer", "partisan", "loyalist", "sympathiser", "sympathizer":
		return whose == entente.PTY || whose == entente.OPP || whose == entente.REL || whose == entente.REB
	case "member", "colleague", "organiser", "organizer", "deputy", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide", "assistant", "team", "staff", "representative", "official", "chairman", "chairwoman",
		"director", "secretary":
		return true
	}
	return false
}

// ofTheirs reports whether a body that may be anybody's is of its possessors'
// sector: "the dockers' federation", "the fishers' council".
func ofTheirs(n *agent, whose entente.Sector) bool {
	return n.sector == entente.UNK && n.kind == agentBody && whose != entente.SectorNone && whose != entente.UNK && whose != entente.CVL
}

// isUnion reports whether the peoples of a state serve in its armed forces as
// such: "Scottish soldiers".
func isUnion(country string) bool {
	switch country {
	case "GBR", "USA", "CAN", "FRA", "ESP", "DEU", "ITA", "BEL", "NLD", "POL", "CZE", "ROU", "AUS", "NZL", "JPN", "NOR", "SWE", "FIN", "PRT", "RUS", "UKR", "PSE", "IMN", "GRL":
		return true
	}
	return false
}

// isSentBy reports whether somebody whom states and organisations send is the
// government's where a state sends him.
func isSentBy(noun string) bool {
	switch noun {
	case "mission", "mediator", "inspector", "commissioner", "colleague", "host", "hosts", "chief", "secretary", "director", "office", "fund", "go-between", "council", "board",
		"commission", "panel", "negotiator":
		return true
	}
	return false
}

// defined reports whether a noun at token i has a noun or an adjective before
// it that says which one it is, and a determiner before that.
func (w *Worker) defined(i int) bool {
	u := w.upos(i-1, i)
	return (u == entente.NOUN || u == entente.ADJ) && w.determined(i)
}

// isArmed reports whether a sector bears arms: a group's fighters and troops
// are of the group's own sector.
func isArmed(s entente.Sector) bool {
	switch s {
	case entente.MIL, entente.UAF, entente.REB, entente.PRM:
		return true
	}
	return false
}

// partyActor returns the actor that a party is by itself.
func partyActor(p *party) entente.Actor {
	return entente.Actor{Name: p.name, Country: p.country, Sector: p.sector, Org: p.org, Group: p.group, Wikidata: p.wikidata}
}

// join joins two reasons.
func join(a, b string) string {
	if a == "" {
		return b
	}
	if b == "" || strings.HasSuffix(a, b) {
		return a
	}
	return a + "; " + b
}
