package actor

import "github.com/entente-news/entente"

// cueKind is a kind of word that tells in which role the bearers of a noun act.
type cueKind uint8

const (
	cueTables cueKind = iota
	cueNoun
	cueHead
	cueRow
	cueOwner
	cueOwnerNoun
	cueOwnerTables
	cueOwnerSector
	cueCompound
	cueCompoundSector
	cuePossessor
	cuePossessorNoun
	cuePlural
	cuePerson
	cueFormer
	cueModifier
	cueModifierSector
	cueNumber
	cueDeterminer
	cueBefore
	cueVerbBefore
	cueBehind
	cueComplement
	cueComplementSector
	cueVerbBehind
	cueSentence
	numCueKinds
)

// cueNames are the kinds as sectors.tsv has them.
var cueNames = [numCueKinds]string{
	cueTables:           "by the tables",
	cueNoun:             "noun",
	cueHead:             "head",
	cueRow:              "sector of its row",
	cueOwner:            "owner",
	cueOwnerNoun:        "owner, noun",
	cueOwnerTables:      "owner, by the tables",
	cueOwnerSector:      "sector of the owner",
	cueCompound:         "noun before it",
	cueCompoundSector:   "sector of the noun before it",
	cuePossessor:        "possessor",
	cuePossessorNoun:    "possessor, noun",
	cuePlural:           "plural",
	cuePerson:           "before a name",
	cueFormer:           "former",
	cueModifier:         "modifier",
	cueModifierSector:   "sector of a modifier",
	cueNumber:           "with a number",
	cueDeterminer:       "determiner",
	cueBefore:           "word before",
	cueVerbBefore:       "verb before",
	cueBehind:           "word behind",
	cueComplement:       "complement",
	cueComplementSector: "sector of the complement",
	cueVerbBehind:       "verb behind",
	cueSentence:         "beside it",
}

// cue is a word, or two, that tells of a role.
type cue struct {
	kind cueKind
	a, b string
}

// value returns the words of a cue as sectors.tsv has them.
func (c cue) value() string {
	if c.b == "" {
		return c.a
	}
	return c.a + ", " + c.b
}

// The reach of cues, in tokens.
const (
	modifiersReach = 5
	verbReach      = 8
	complementEnd  = 6
	besideReach    = 40
)

// cuesOf lists what tells of the role of p's noun, whose sector the tables and
// rules give as s and whose owner is o, nil for none. The list is good until the
// next call and holds nothing twice.
func (w *Worker) cuesOf(p *phrase, o *party, s entente.Sector) []cue {
	w.cues = w.cues[:0]
	n := &w.t.agents[p.noun]
	by := sectorName(s)
	w.cue(cueTables, by, "")
	w.cue(cueNoun, n.noun, "")
	w.cue(cueHead, w.d.Tokens[w.headOf(p.nounAt, p.nounEnd)].Lemma, "")
	w.cue(cueRow, sectorName(n.sector), "")
	owner := ownerKind(p, o)
	w.cue(cueOwner, owner, "")
	w.cue(cueOwnerNoun, owner, n.noun)
	w.cue(cueOwnerTables, owner, by)
	if o != nil && o.sector != entente.SectorNone {
		w.cue(cueOwnerSector, o.sector.String(), "")
	}
	if p.inherit >= 0 {
		w.cue(cueCompound, w.t.agents[p.inherit].noun, "")
		w.cue(cueCompoundSector, sectorName(w.t.agents[p.inherit].sector), "")
	}
	if p.whose != entente.SectorNone {
		w.cue(cuePossessor, p.whose.String(), "")
		w.cue(cuePossessorNoun, p.whose.String(), n.noun)
	}
	for k, yes := range [...]bool{n.plural, p.person >= 0, p.former} {
		if yes {
			w.cue(cuePlural+cueKind(k), "yes", "") //nolint:gosec // three of them
		}
	}
	first, end := w.bounds(w.sentence)
	w.cueModifiers(p, first)
	w.cueBeforeIt(p, first)
	last := w.lastOf(p)
	w.cueBehindIt(last, end)
	for i := max(first, p.first-besideReach); i < min(end, last+besideReach); i++ {
		if a := w.marks[i].noun; a != 0 && (i < p.first || i >= last) {
			w.cue(cueSentence, sectorName(w.t.agents[a-1].sector), "")
		}
	}
	return w.cues
}

// cue adds one, once.
func (w *Worker) cue(kind cueKind, a, b string) {
	c := cue{kind, a, b}
	for k := len(w.cues) - 1; k >= 0 && w.cues[k].kind == kind; k-- {
		if w.cues[k] == c {
			return
		}
	}
	w.cues = append(w.cues, c)
}

// ownerKind returns what kind of owner p has: one that is told or inferred.
func ownerKind(p *phrase, o *party) string {
	switch {
	case o == nil:
		return "none"
	case p.nowners == 0:
		return "inferred"
	case p.owners[0].reading.form&formPeople != 0:
		return "people"
	}
	switch o.sort {
	case sortBody:
		return "body"
	case sortOrg, sortGroup:
		return "organisation"
	case sortRegion:
		return "region"
	case sortState:
	}
	return "state"
}

// cueModifiers adds the words between p's determiner and its noun.
func (w *Worker) cueModifiers(p *phrase, first int) {
	for i := p.nounAt - 1; i >= max(first, p.nounAt-modifiersReach); i-- {
		t := &w.d.Tokens[i]
		switch t.UPOS {
		case entente.ADJ, entente.NOUN, entente.PROPN:
			if w.marks[i].entry != 0 {
				continue
			}
			w.cue(cueModifier, t.Lemma, "")
			if a := w.marks[i].noun; a != 0 {
				w.cue(cueModifierSector, sectorName(w.t.agents[a-1].sector), "")
			}
		case entente.VERB:
			if !isParticiple(t) || i == first {
				return
			}
			w.cue(cueModifier, t.Lemma, "")
		case entente.NUM:
			w.cue(cueNumber, "yes", "")
		case entente.DET:
			w.cue(cueDeterminer, t.Lemma, "")
			return
		case entente.PUNCT, entente.PART, entente.ADV:
		default:
			return
		}
	}
}

// cueBeforeIt adds the word before the whole noun phrase and the verb before it.
func (w *Worker) cueBeforeIt(p *phrase, first int) {
	b := p.first - 1
	for b >= first && b > p.first-modifiersReach {
		if u := w.d.Tokens[b].UPOS; u != entente.DET && u != entente.ADJ && u != entente.NUM && u != entente.NOUN {
			break
		}
		b--
	}
	if b >= first {
		w.cue(cueBefore, w.d.Tokens[b].Lemma, "")
	}
	for i := b; i >= max(first, b-verbReach+1); i-- {
		if w.d.Tokens[i].UPOS == entente.VERB {
			w.cue(cueVerbBefore, w.d.Tokens[i].Lemma, "")
			return
		}
	}
}

// cueBehindIt adds the word at token k behind the phrase, what a preposition there
// joins to it, and the verb behind it.
func (w *Worker) cueBehindIt(k, end int) {
	if k >= end {
		return
	}
	w.cue(cueBehind, w.d.Tokens[k].Lemma, "")
	if u := w.d.Tokens[k].UPOS; u == entente.ADP || u == entente.SCONJ {
		w.cueComplement(k+1, min(end, k+complementEnd))
	}
	for i := k; i < min(end, k+verbReach); i++ {
		if w.d.Tokens[i].UPOS == entente.VERB {
			w.cue(cueVerbBehind, w.d.Tokens[i].Lemma, "")
			return
		}
	}
}

// cueComplement adds the noun of tokens [k, end) behind a preposition.
func (w *Worker) cueComplement(k, end int) {
	for i := k; i < end; i++ {
		switch t := &w.d.Tokens[i]; t.UPOS {
		case entente.NOUN:
			if a := w.marks[i].noun; a != 0 {
				w.cue(cueComplementSector, sectorName(w.t.agents[a-1].sector), "")
			}
			if w.upos(i+1, len(w.d.Tokens)) != entente.NOUN {
				w.cue(cueComplement, t.Lemma, "")
				return
			}
		case entente.PROPN, entente.VERB, entente.PUNCT:
			return
		}
	}
}
