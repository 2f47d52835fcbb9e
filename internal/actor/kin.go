package actor

import "github.com/entente-news/entente"

// byOthers returns the sector that somebody has by whose relative or colleague he is.
func (w *Worker) byOthers(p *phrase, n *agent) (entente.Sector, bool) {
	switch {
	case isKin(n.noun) && (w.ofRuler(p) || p.whose == entente.ELI):
		return entente.ELI, true
	case isFellow(n.noun):
		return w.fellowOf(p)
	}
	return entente.SectorNone, false
}

// ofRefuge reports whether p is a camp that is nobody's, which stands for who found
// refuge there.
func (w *Worker) ofRefuge(p *phrase, n *agent) bool {
	return n.noun == "camp" && !oneOf(w.textOr(p.nounAt-1, p.nounAt), "both", "two", "rival", "either", "each", "opposing", "warring", "army", "training", "base")
}

// isKin reports whether a noun is of relatives, who are notables where a ruler's
// (codebook 7).
func isKin(noun string) bool {
	switch noun {
	case "wife", "wives", "husband", "son", "sons", "daughter", "daughters", "brother", "brothers", "sister", "sisters", "cousin", "cousins", "nephew", "nephews", "niece", "uncle", "aunt",
		"mother", "father", "widow", "family", "grandson", "relative", "relatives", "in-law", "brother-in-law", "son-in-law", "father-in-law", "stepson", "kin", "kinsman":
		return true
	}
	return false
}

// ofRuler reports whether the relatives of p are those of somebody in office: "the
// king's cousin", "the wife of the Italian president", "the governor's nephew".
func (w *Worker) ofRuler(p *phrase) bool {
	if p.inherit >= 0 {
		return isHighOffice(&w.t.agents[p.inherit])
	}
	if k := p.nounAt - 1; k > 0 && w.possessiveAt(k, p.nounAt) && w.officeEnds(k) {
		return true
	}
	n := len(w.d.Tokens)
	if !w.is(p.nounEnd, n, "of") {
		return false
	}
	for j := p.nounEnd + 1; j < min(n, p.nounEnd+5); j++ {
		if at := w.marks[j].noun; at != 0 {
			return isHighOffice(&w.t.agents[at-1])
		}
		if u := w.d.Tokens[j].UPOS; u != entente.DET && u != entente.ADJ && u != entente.PROPN {
			return false
		}
	}
	return false
}

// officeEnds reports whether a noun of high office ends before token k.
func (w *Worker) officeEnds(k int) bool {
	for j := max(0, k-4); j < k; j++ {
		if at := w.marks[j].noun; at != 0 && int(w.marks[j].nounEnd) == k {
			return isHighOffice(&w.t.agents[at-1])
		}
	}
	return false
}

// isHighOffice reports whether somebody rules or makes laws.
func isHighOffice(a *agent) bool {
	return a.kind == agentOffice && a.sector == entente.GOV || a.kind == agentPerson && (a.sector == entente.LEG || a.noun == "minister" || a.noun == "governor" || a.noun == "sultan" || a.noun == "emir")
}

// isFellow reports whether a noun is of those who do the same elsewhere.
func isFellow(noun string) bool {
	switch noun {
	case "colleague", "colleagues", "peers":
		return true
	}
	return false
}

// fellowOf returns the sector of whose colleagues those of p are: the last persons
// before them in the sentence, with "their" in between or not: "Ugandan detectives
// gave it to their Rwandan colleagues".
func (w *Worker) fellowOf(p *phrase) (entente.Sector, bool) {
	first, _ := w.bounds(w.sentence)
	for k := len(w.d.Mentions) - 1; k >= 0 && w.d.Mentions[k].First >= first; k-- {
		m := &w.d.Mentions[k]
		if m.Kind == entente.MentionPronoun && m.Last == p.first || m.Kind != entente.MentionNoun && m.Kind != entente.MentionPronoun && m.Actor.Role == "" {
			continue
		}
		if s := m.Actor.Sector; s != entente.SectorNone && s != entente.UNK {
			return s, true
		}
	}
	return entente.SectorNone, false
}
