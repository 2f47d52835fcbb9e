package place

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// The use of a toponym is decided by one test: is it ground that one can stand
// on, go to, leave or shell here? What stands where in the clause answers most
// of it (Markert and Nissim, "Metonymy Resolution at SemEval I", 2007: the
// grammatical role and its head decide nine cases in ten), so the rules ask for
// the role of the name, the word that governs it and the preposition between
// them, and for nothing else. Without a tree they are read off the words around
// the name.

// role is how a name stands in its clause.
type role uint8

const (
	roleNone      role = iota // alone: a dateline, a list
	rolePossessor             // "France's army"
	roleModifier              // "the France trip"
	roleSubject
	rolePatient // subject of a passive
	roleObject
	roleReceiver // indirect object
	roleOfVerb   // behind a preposition, of a verb
	roleOfNoun   // behind a preposition, of a noun
)

// frame is the role with its words; governor is -1 for none.
type frame struct {
	role     role
	prep     string
	governor int  // token
	tree     bool // read off a tree
	headline bool // alone in a tree, and no dateline
}

// use tells how a toponym that stands in the frame f is used.
func (w *Worker) use(m *mention, e entry, f frame) entente.PlaceUse {
	if e.kind == kindDemonym {
		return entente.UseDemonym
	}
	switch f.role {
	case rolePossessor:
		if m.ownS {
			break
		}
		if e.kind == kindFeature || w.isPlaceName(f.governor) || e.kind != kindCountry && w.isGround(f.governor) {
			return entente.UseLiteral
		}
		return entente.UseMetonymic
	case roleModifier:
		if m.generic == 0 {
			return w.modifies(m, e, f.governor)
		}
	}
	if m.holds || m.generic > 0 || m.division && e.kind != kindCountry || e.kind == kindFeature || e.kind == kindArea {
		return entente.UseLiteral
	}
	f.headline = f.tree && !w.dateline(m)
	if w.acts(f, e) {
		return entente.UseMetonymic
	}
	return entente.UseLiteral
}

// modifies judges a name before a noun: "the Paris accord" qualifies, "Panama
// bishops" belong to a state, and "the Tumen estuary" is ground.
func (w *Worker) modifies(m *mention, e entry, noun int) entente.PlaceUse {
	switch {
	case m.entity == entente.NORP && e.kind == kindCountry:
		return entente.UseDemonym
	case w.governorIs(noun, land) || w.isPlaceName(noun):
		return entente.UseLiteral
	case e.kind == kindCountry && !w.isGround(noun) && !w.governorIs(noun, affairs):
		return entente.UseMetonymic
	}
	return entente.UseModifier
}

// acts reports whether a name in the frame f stands for a government or people:
// what acts, owns, receives, is asked or blamed.
func (w *Worker) acts(f frame, e entry) bool {
	party := e.kind == kindCountry || e.kind == kindCapital || e.kind == kindRegion || e.kind == kindAdmin1
	switch f.role {
	case roleNone:
		return f.headline && (e.kind == kindCountry || e.kind == kindCapital)
	case roleSubject:
		return (party || e.kind == kindQuarter || e.kind < kindAdmin1) && !w.governorIs(f.governor, stateVerbs)
	case rolePatient:
		return party && w.governorIs(f.governor, speechVerbs)
	case roleReceiver:
		return true
	case roleObject:
		if w.governorIs(f.governor, groundVerbs) {
			return false
		}
		return party || w.governorIs(f.governor, speechVerbs)
	case roleOfVerb:
		return w.actsBehindVerb(f, e, party)
	case roleOfNoun:
		return w.actsBehindNoun(f, e, party)
	}
	return false
}

// actsBehindVerb judges "sold to Eritrea", "flew to Eritrea".
func (w *Worker) actsBehindVerb(f frame, e entry, party bool) bool {
	switch f.prep {
	case "with", "by", "against", "between", "among", "than", "like", "unlike", "including", "versus", "besides":
		return true
	case "to":
		if e.kind != kindCountry {
			return party && w.governorIs(f.governor, giveVerbs)
		}
		return !w.governorIs(f.governor, moveVerbs) && !w.governorIs(f.governor, groundVerbs)
	case "from":
		return party && w.governorIs(f.governor, takeVerbs)
	case "for":
		return party && !w.governorIs(f.governor, moveVerbs)
	case "of", "on", "upon":
		return party && !w.governorIs(f.governor, groundVerbs)
	}
	return false
}

// actsBehindNoun judges "the governor of Dornogovi", "the road to Haifa".
func (w *Worker) actsBehindNoun(f frame, e entry, party bool) bool {
	ground := w.isGround(f.governor)
	switch f.prep {
	case "with", "by", "against", "between", "among", "than", "like", "unlike", "including", "versus":
		return !ground
	case "to", "toward", "towards":
		return party && !ground && !w.governorIs(f.governor, moveNouns)
	case "from":
		return party && !ground && !w.governorIs(f.governor, moveNouns)
	case "for", "on":
		return party && !ground
	case "of":
		if ground {
			return false
		}
		if w.governorIs(f.governor, bodies) || w.isBearer(f.governor) {
			return party || e.kind == kindAdmin2
		}
		return party && e.kind != kindCapital && !w.governorIs(f.governor, moveNouns) && !w.governorIs(f.governor, attackNouns)
	}
	return false
}

// governorIs reports whether the lemma of token t, in lower case, is in set.
func (w *Worker) governorIs(t int, set map[string]bool) bool {
	if t < 0 || t >= len(w.doc.Tokens) {
		return false
	}
	x := &w.doc.Tokens[t]
	if l := x.Lemma; l != "" {
		return set[strings.ToLower(l)]
	}
	return set[strings.ToLower(x.Span.In(w.doc.Text))]
}

// isGround reports whether token t is a noun of ground, or a name of a place.
func (w *Worker) isGround(t int) bool {
	return w.governorIs(t, ground) || w.isPlaceName(t)
}

// isPlaceName reports whether token t belongs to the name of a place.
func (w *Worker) isPlaceName(t int) bool {
	return t >= 0 && t < len(w.entityAt) && w.entityAt[t] >= 0 && w.doc.Entities[w.entityAt[t]].Type == entente.LOC
}

// dateline reports whether m opens its sentence before a dash, a colon or a
// bracket: "KYIV (Wire) -".
func (w *Worker) dateline(m *mention) bool {
	if !w.list[m.first].first {
		return false
	}
	end := int(w.list[m.next-1].end)
	rest := strings.TrimLeft(w.doc.Text[end:], " ,")
	if at := dayBefore(rest); at > 0 && strings.HasPrefix(w.doc.Text[end:], ",") {
		rest = rest[at:]
		return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "(")
	}
	for _, p := range [...]string{"(", "-", "–", "—", ":"} {
		if strings.HasPrefix(rest, p) && (p != "-" || rest != w.doc.Text[end:]) {
			return true
		}
	}
	return false
}

// dayBefore returns the length of a day without its year that s begins with, and of
// the blanks behind it: "May 3 " of "May 3 - Rebels"; 0 for none.
func dayBefore(s string) int {
	month, rest, ok := strings.Cut(s[:min(len(s), maxDay)], " ")
	if !ok || len(month) < 3 || !months[strings.ToLower(strings.TrimSuffix(month, "."))] {
		return 0
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || digits > 2 {
		return 0
	}
	at := len(month) + 1 + digits
	return len(s) - len(strings.TrimLeft(s[at:], " "))
}

// maxDay bounds a day of a dateline in bytes: "September 30" and a sign behind it.
// What is behind may be a whole document without a blank.
const maxDay = 16

// months are those of datelines, in full and short.
var months = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")

// isBearer reports whether token t is a noun of persons by its ending:
// "minister", "official", "commissioner".
func (w *Worker) isBearer(t int) bool {
	if t < 0 || t >= len(w.doc.Tokens) {
		return false
	}
	if i := w.entityAt[t]; i >= 0 && w.doc.Entities[i].Type == entente.PER {
		return true
	}
	l := strings.ToLower(w.doc.Tokens[t].Lemma)
	if len(l) < 6 {
		return false
	}
	for _, s := range [...]string{"er", "or", "ist", "man", "woman", "men"} {
		if strings.HasSuffix(l, s) {
			return true
		}
	}
	return false
}
