package actor

import "github.com/entente-news/entente"

// ownerOfPossessor gives the noun phrase behind "Putin's" the person's country.
func (w *Worker) ownerOfPossessor(p *phrase) bool {
	n := len(w.d.Mentions)
	if n == 0 || p.first == 0 || w.marks[p.first].noun == 0 && p.inherit < 0 {
		return false
	}
	m := &w.d.Mentions[n-1]
	first := p.first
	for first > m.Last && first > p.first-4 && (w.d.Tokens[first-1].UPOS == entente.ADJ || w.d.Tokens[first-1].UPOS == entente.NUM || w.d.Tokens[first-1].UPOS == entente.NOUN) {
		first-- // "its own government", "its 22 sailors"
	}
	his := m.Last == first && m.Kind == entente.MentionPronoun && oneOf(w.text(m.First), "his", "her", "its", "their")
	if !his && (m.Last+1 != first || !w.possessiveAt(m.Last, p.first)) && !w.whose(m.Last, first) {
		return false
	}
	switch w.t.agents[p.noun].noun {
	case "ally", "counterpart", "rival", "opponent", "enemy", "foe", "predecessor", "guest", "host", "critic", "neighbour", "neighbor", "partner", "captor", "kidnapper", "abductor",
		"attacker", "assailant", "killer", "murderer", "creditor", "lender", "donor", "peer", "besieger", "invader", "occupier", "torturer", "jailer", "adversary", "suitor", "backer":
		return false
	}
	p.whose = m.Actor.Sector
	if m.Actor.Country == "" {
		return false
	}
	owner, ok := w.t.codes[m.Actor.Country]
	if org, known := w.t.ids[m.Actor.Org]; known && m.Actor.Org != "" {
		owner, ok = org, true // "Hamas said its fighters"
	}
	if ok {
		p.inferred, p.because, p.stated = owner, "; possessor", true
	}
	return ok
}

// whose reports whether ", whose" stands from token k up to token first: "Kenya,
// whose army".
func (w *Worker) whose(k, first int) bool {
	if w.is(k, first, ",") {
		k++
	}
	return k+1 == first && w.is(k, first, "whose")
}
