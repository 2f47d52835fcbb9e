package place

import (
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// frame reads the role of a name off the tree, or off the words around it.
func (w *Worker) frame(m *mention) frame {
	if w.list[m.next-1].possessive && !m.ownS {
		return frame{role: rolePossessor, governor: w.owned(m)}
	}
	t := w.headOf(m)
	if t < 0 || w.doc.Tokens[t].Deprel == entente.DeprelNone || w.isQuiet(t) {
		return w.surface(m)
	}
	f := w.clause(t)
	f.tree = true
	return f
}

// headOf returns the token of m that hangs on a token outside of it, -1 for
// none.
func (w *Worker) headOf(m *mention) int {
	first, last := w.list[m.first].token, w.list[m.next-1].token
	if first < 0 || last < first || w.isQuiet(int(last)) {
		return int(last)
	}
	for t := last; t >= first; t-- {
		if h := w.doc.Tokens[t].Head; h < first || h > last {
			return int(t)
		}
	}
	return int(last)
}

// isQuiet reports whether token t stands in a sentence of which no event is read.
// Whether such a sentence has a tree hangs on what else is wanted of the document,
// so its tree does not count.
func (w *Worker) isQuiet(t int) bool {
	list := w.doc.Sentences
	s := sort.Search(len(list), func(i int) bool { return list[i].Last > t })
	return s < len(list) && list[s].Quiet
}

// maxUp bounds the steps from a member of a list or an apposition to its head.
const maxUp = 6

// clause reads the role of token t off the tree. Members of a list stand where
// the first one stands.
func (w *Worker) clause(t int) frame {
	toks := w.doc.Tokens
	for range maxUp {
		x := &toks[t]
		h := int(x.Head)
		prep := w.caseOf(t)
		if h < 0 || h >= len(toks) {
			if prep != "" { // "is in China"
				return frame{role: roleOfVerb, prep: prep, governor: -1}
			}
			return frame{governor: -1}
		}
		switch x.Deprel {
		case entente.Conj, entente.Appos, entente.Flat, entente.FlatName, entente.NmodDesc, entente.List:
			if prep != "" && toks[h].UPOS != entente.PROPN {
				return frame{role: roleOfNoun, prep: prep, governor: h}
			}
			if x.Deprel == entente.NmodDesc && toks[h].UPOS == entente.NOUN && h > t {
				return frame{role: roleModifier, governor: h}
			}
			if toks[h].UPOS == entente.VERB {
				return frame{role: roleSubject, governor: h}
			}
			t = h
			continue
		case entente.Compound, entente.Amod:
			if h > t {
				return frame{role: roleModifier, governor: h}
			}
		case entente.NmodPoss:
			return frame{role: rolePossessor, governor: h}
		case entente.Nsubj, entente.NsubjOuter:
			return frame{role: roleSubject, governor: h}
		case entente.NsubjPass:
			return frame{role: rolePatient, governor: h}
		case entente.Obj:
			return frame{role: roleObject, governor: h}
		case entente.Iobj:
			return frame{role: roleReceiver, governor: h}
		}
		if prep == "" {
			return frame{governor: -1}
		}
		if toks[h].UPOS == entente.VERB || toks[h].UPOS == entente.AUX {
			return frame{role: roleOfVerb, prep: prep, governor: h}
		}
		return frame{role: roleOfNoun, prep: prep, governor: h}
	}
	return frame{governor: -1}
}

// caseOf returns the preposition that hangs on token t, "" for none.
func (w *Worker) caseOf(t int) string {
	const far = 8
	for k := t - 1; k >= 0 && k >= t-far; k-- {
		if x := &w.doc.Tokens[k]; int(x.Head) == t && x.Deprel == entente.Case {
			return strings.ToLower(x.Span.In(w.doc.Text))
		}
	}
	return ""
}

// owned returns the token of the noun that a possessor owns: the last one of
// the nouns behind it.
func (w *Worker) owned(m *mention) int {
	if t := w.headOf(m); t >= 0 && w.doc.Tokens[t].Deprel == entente.NmodPoss && !w.isQuiet(t) {
		return int(w.doc.Tokens[t].Head)
	}
	return w.nounBehind(m.next)
}

// nounBehind returns the token of the last noun of the phrase that begins at
// word i, -1 for none.
func (w *Worker) nounBehind(i int) int {
	found := -1
	for k := i; k < len(w.list) && k < i+6 && (k == i || w.linked(k)); k++ {
		switch w.upos(k) {
		case entente.NOUN, entente.PROPN:
			found = int(w.list[k].token)
		case entente.ADJ, entente.NUM, entente.ADV:
			if found >= 0 {
				return found
			}
		default:
			return found
		}
		if w.list[k].possessive {
			break
		}
	}
	return found
}

// surface reads the role of a name off the words around it.
func (w *Worker) surface(m *mention) frame {
	if m.generic == 0 && w.linked(m.next) && !moments[w.keyText(m.next)] {
		u := w.upos(m.next)
		if u == entente.NOUN || u == entente.PROPN && !w.inMention(m.next) {
			return frame{role: roleModifier, governor: w.nounBehind(m.next)}
		}
	}
	k := m.first - 1
	for k >= 0 && k >= m.first-4 && w.list[k+1].before == gapBlank && (direction[w.keyText(k)] && !w.is(k, "of") || w.upos(k) == entente.DET || w.upos(k) == entente.ADJ) {
		k--
	}
	if k >= 0 && w.list[k+1].before == gapBlank {
		switch w.upos(k) {
		case entente.ADP:
			f := frame{role: roleOfVerb, prep: w.keyText(k), governor: -1}
			if k > 0 && w.list[k].before == gapBlank && w.list[k-1].token >= 0 {
				f.governor = int(w.list[k-1].token)
				if u := w.upos(k - 1); u == entente.NOUN || u == entente.PROPN {
					f.role = roleOfNoun
				}
			}
			return f
		case entente.VERB:
			return frame{role: roleObject, governor: int(w.list[k].token)}
		}
	}
	if m.next < len(w.list) && w.list[m.next].before == gapBlank {
		switch w.upos(m.next) {
		case entente.VERB, entente.AUX:
			return frame{role: roleSubject, governor: int(w.list[m.next].token)}
		}
	}
	return frame{governor: -1}
}

// roleNames say for readers how a name stands in its clause.
var roleNames = [...]string{"alone", "owner of", "before", "subject of", "subject of the passive", "object of", "receiver of", "behind", "behind"}

// append writes the frame for readers: `behind "in" of "fire"`.
func (f frame) append(b []byte, w *Worker) []byte {
	b = append(b, roleNames[f.role]...)
	if f.prep != "" {
		b = append(append(append(b, ` "`...), f.prep...), '"')
	}
	if f.governor >= 0 && f.governor < len(w.doc.Tokens) {
		if f.prep != "" {
			b = append(b, " of"...)
		}
		b = append(append(append(b, ` "`...), w.doc.Tokens[f.governor].Span.In(w.doc.Text)...), '"')
	}
	return b
}
