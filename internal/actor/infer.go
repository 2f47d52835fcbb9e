package actor

import "github.com/entente-news/entente"

// The reasons of infer that Settle, which knows more, may take back.
const (
	becauseLocale   = "; place phrase of the sentence"
	becauseAround   = "; only country of the sentence and around it"
	becauseDateline = "; dateline"
	becauseDocument = "; only country of the document"
)

// infer gives a phrase without a country the one that its surroundings leave
// no doubt of, and marks it as inferred: a place phrase right behind the noun
// ("police in Kenya"), the only country in the place phrases of the sentence,
// that of the dateline, the only one of the document. What stays open is for
// Settle, which knows the towns as well.
func (w *Worker) infer(p *phrase, end int) {
	if p.known >= 0 || p.person < 0 && p.nounAt > 0 && ofSeveral(w.text(p.nounAt-1)) {
		return
	}
	if a := &w.t.agents[p.noun]; p.person < 0 && a.plural && (isOneAState(lastWord(a.noun)) || w.isUnnamed(p.nounEnd-1, end, len(w.d.Mentions))) {
		return
	}
	in := &w.info[w.sentence]
	n := &w.t.agents[p.noun]
	if state, breakaway := w.placeBehind(p.nounEnd, end); state >= 0 {
		p.inferred, p.because, p.breakaway = state, "; in a place phrase behind it", breakaway
		return
	}
	if !hasState(n) || n.role == "spokesperson" || n.role == "ambassador" || n.role == "envoy" || p.person < 0 && oneOf(w.textOr(p.nounEnd, end), "of", "at", "with", "for") {
		return // whose he is stands behind him, or is left open
	}
	if state, ok := w.t.codes[titleCountry(n.noun)]; ok {
		p.inferred, p.because = state, "; a title of that country"
		return
	}
	if p.person >= 0 {
		w.inferFar(p)
		return
	}
	if in.locale >= 0 {
		p.inferred, p.because = in.locale, becauseLocale
		return
	}
	if in.sole >= 0 && in.sole == in.named && (in.sole == w.dateline || w.sentence > 0 && in.sole == w.info[w.sentence-1].sole) {
		p.inferred, p.because = in.sole, becauseAround
		return
	}
	if in.sole != -1 || in.locale == -2 {
		return // a country that may or may not be theirs
	}
	w.inferFar(p)
}

// ofSeveral reports whether the word before a noun says that its bearers are of
// several states or of another: coalition forces in Iraq are not Iraq's.
func ofSeveral(before string) bool {
	return oneOf(before, "coalition", "multinational", "allied", "foreign", "international")
}

// titleCountry returns the state that alone has an office of that name in
// English, "" when there are others.
func titleCountry(noun string) string {
	switch noun {
	case "secretary of state", "treasury secretary", "defense secretary", "secretary of defense", "homeland security secretary":
		return "USA"
	case "foreign secretary", "home secretary", "defence secretary", "chancellor of the exchequer":
		return "GBR"
	case "taoiseach", "tanaiste":
		return "IRL"
	}
	return ""
}

// inferFar takes the country of the dateline, or the only one of the document.
func (w *Worker) inferFar(p *phrase) {
	switch {
	case w.dateline >= 0:
		p.inferred, p.because = w.dateline, becauseDateline
	case w.sole >= 0 && w.sole == w.named && (w.evidence[w.sole] > 1 || w.union || len(w.d.Sentences) <= shortDocument):
		p.inferred, p.because = w.sole, becauseDocument
	}
}

// hasState reports whether a noun speaks of somebody who acts for or against
// a state, so that the state which a report is about is his.
func hasState(n *agent) bool {
	switch n.sector {
	case entente.COP, entente.GOV, entente.JUD, entente.LEG, entente.MIL, entente.PRM, entente.PTY, entente.REB, entente.SPY, entente.UAF, entente.OPP:
		return true
	case entente.CVL, entente.LAB, entente.SOC:
		switch n.noun {
		case "protester", "protestor", "demonstrator", "rioter", "voter", "crowd", "resident", "villager", "striker", "marcher", "civilian", "union", "trade union",
			"activist", "citizen":
			return true
		}
	}
	return false
}

// textOr returns the form of token i, "" outside [0, end).
func (w *Worker) textOr(i, end int) string {
	if i < 0 || i >= end {
		return ""
	}
	return w.text(i)
}

// placeBehind returns the state of "in Kenya", "in Nairobi" at token k, -1
// when there is none, and whether the land is one that broke away from it, held by
// authorities of its own: "in Transnistria".
func (w *Worker) placeBehind(k, end int) (state int32, breakaway bool) {
	if w.upos(k, end) != entente.ADP || !oneOf(w.text(k), "in", "across", "from", "near", "throughout") {
		return -1, false
	}
	for j := k + 1; j < min(end, k+5); j++ {
		if s := w.sense(j, end); s.ok && s.reading.party >= 0 {
			own := w.t.parties[s.reading.party].sector == entente.PRE && !w.is(k, end, "near")
			return w.stateOf(s.reading), own
		}
		switch w.d.Tokens[j].UPOS {
		case entente.DET, entente.ADJ, entente.PROPN, entente.NOUN:
		case entente.PUNCT:
			if !w.is(j, end, ",") {
				return -1, false
			}
		default:
			return -1, false
		}
	}
	return -1, false
}

// aliased gives a phrase the organisation that its short form was made for.
// It is a guard for nouns in capitals.
func (w *Worker) aliased(p *phrase) bool {
	if p.person >= 0 || p.nounEnd-p.nounAt != 1 {
		return false
	}
	_, ok := w.coref.alias(w.text(p.nounAt))
	return ok
}

// shortDocument is the number of sentences up to which one mention of a
// country is enough to make it the document's.
const shortDocument = 4
