package actor

import (
	"strings"

	"github.com/entente-news/entente"
)

// sentBy gives m the organisation that it is of, or from where it is of no state:
// "observers from the Council of Europe", "a fighter of the group Ansar". It reports
// whether it did.
func (w *Worker) sentBy(m, of *entente.Mention) bool {
	named := of.Kind == entente.MentionName && of.Actor.Org != ""
	if m.Kind != entente.MentionNoun || !named && !entente.IsSupranational(of.Actor.Country) || of.Actor.Inferred || of.Kind == entente.MentionPronoun {
		return false
	}
	w.bearer(m, of)
	return m.Actor.Country != ""
}

// exiled reports whether m lives abroad by its own words.
func (w *Worker) exiled(m *entente.Mention) bool {
	for i := max(0, m.First-2); i < m.Last; i++ {
		if oneOf(w.text(i), "exiled", "fugitive", "émigré", "emigre", "expatriate", "self-exiled") {
			return true
		}
	}
	return false
}

// worldCourt reports whether m, of whom no country is stated, is of a court of several
// states that sits where a place phrase behind it says, and makes it so: the judges in
// The Hague, not a court in The Hague.
func (w *Worker) worldCourt(m *entente.Mention) bool {
	n := len(w.d.Tokens)
	if m.Actor.Sector != entente.JUD || m.Kind != entente.MentionNoun || m.Actor.Country != "" && !m.Actor.Inferred && !strings.Contains(m.Why, "in a place phrase") ||
		m.First > 0 && w.d.Tokens[m.First-1].UPOS == entente.DET && !w.is(m.First-1, n, "the") || !w.is(m.Last, n, "in") && !w.is(m.Last, n, "at") {
		return false
	}
	k := m.Last + 1
	if w.is(k, n, "the") {
		k++
	}
	if !oneOf(w.textOr(k, n), "hague", "strasbourg", "arusha", "luxembourg") {
		return false
	}
	switch w.upos(k+1, n) {
	case entente.PART, entente.NOUN, entente.PROPN: // "at Arusha airport", "in Luxembourg's district court"
		return false
	}
	switch w.d.Tokens[m.Head].Lemma {
	case "judge", "court", "tribunal", "prosecutor":
	default:
		return false
	}
	m.Actor.Country, m.Actor.Inferred = "IGO", true
	m.Why = join(m.Why, "a court of several states in "+w.text(k))
	return true
}

// otherSide gives m, the ith mention, who is over against its possessor, the other
// country that the report tells of: "Honduras asked its neighbour". It reports
// whether it did.
func (w *Worker) otherSide(m *entente.Mention, i int) bool {
	if i == 0 || m.Kind != entente.MentionNoun || m.Actor.Country != "" || w.pluralHead(m) {
		return false
	}
	switch w.d.Tokens[m.Head].Lemma {
	case "neighbour", "neighbor", "rival", "foe", "counterpart", "adversary", "archrival":
	default:
		return false
	}
	of := &w.d.Mentions[i-1]
	if own := of.Last == m.First && of.Kind == entente.MentionPronoun || of.Last+1 == m.First && w.possessiveAt(of.Last, m.First); !own || !w.isState(of.Actor.Country) {
		return false
	}
	other := int32(-1)
	for _, t := range w.told {
		switch {
		case w.t.parties[t.state].country == of.Actor.Country:
		case other >= 0:
			return false // one of several
		default:
			other = t.state
		}
	}
	if other < 0 {
		return false
	}
	m.Actor.Country, m.Actor.Inferred = w.t.parties[other].country, true
	m.Why = join(m.Why, "the other country of the report")
	return true
}

// ofHome reports whether a noun that is often of another country has a matter of its
// own country before it: "tax inspectors".
func (w *Worker) ofHome(m *entente.Mention) bool {
	if m.Head == 0 || w.d.Tokens[m.Head].Lemma != "inspector" {
		return false
	}
	return isMatter(w.d.Tokens[m.Head-1].Lemma) && !oneOf(w.text(m.Head-1), "nuclear", "whaling", "peace")
}

// elsewhere reports whether the words before m's head say that its bearers are
// of another country, of several or of none.
func (w *Worker) elsewhere(m *entente.Mention) bool {
	first := max(0, m.First-2)
	for i := first; i < m.Last; i++ {
		if oneOf(w.text(i), "foreign", "international", "multinational", "allied", "world", "global", "un", "other", "neighbouring", "neighboring") {
			return true
		}
	}
	if m.Actor.Sector == entente.MIL && w.is(m.Head-1, m.Head, "coalition") {
		return true
	}
	if w.upos(m.Last, len(w.d.Tokens)) == entente.ADP {
		for i := m.Last + 1; i < min(len(w.d.Tokens), m.Last+5); i++ {
			switch w.d.Tokens[i].Lemma {
			case "country", "nation", "state", "side", "government", "continent":
				return true // "police forces from the two countries"
			}
		}
	}
	if w.ofHome(m) {
		return false
	}
	if w.pluralHead(m) && isOneAState(w.d.Tokens[m.Head].Lemma) {
		return true
	}
	switch w.d.Tokens[m.Head].Lemma {
	case "inspector", "mission", "lender", "creditor", "hacker", "migrant", "embassy", "newcomer", "stowaway", "bondholder",
		"guest", "host", "visitor", "counterpart", "rival", "opponent", "enemy", "foe", "ally", "neighbour", "neighbor", "partner", "colleague", "foreigner",
		"mediator", "envoy", "ambassador", "diplomat", "peacekeeper", "spokesman", "spokeswoman", "spokesperson", "observer", "investor", "tourist":
		return true // of another country, as often as not
	}
	return false
}

// isOneAState reports whether a state has one of these, so that several are of
// several states.
func isOneAState(noun string) bool {
	switch noun {
	case "government", "state", "president", "capital", "republic", "emir", "king", "premier", "monarch", "parliament", "treasury", "embassy", "army", "navy", "cabinet":
		return true
	}
	return false
}
