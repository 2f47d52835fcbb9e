package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
)

// triggerKind is the part of speech of a pattern's trigger.
type triggerKind uint8

const (
	triggerVerb triggerKind = iota // a verb, with its voice undone
	triggerNoun                    // a noun that names a happening
	triggerAdj                     // a predicative adjective: "is ready to"
)

// slotKind is a place in the trigger's clause where a party may stand.
type slotKind uint8

const (
	slotPrep     slotKind = iota // a prepositional phrase; slot.prep says which
	slotSubj                     // who does it, with voice, control and sharing undone
	slotObj                      // whom it is done to, likewise
	slotIobj                     // "gave Ukraine tanks"
	slotPoss                     // "Russia's attack"
	slotMod                      // "the Russian attack", "US-China talks"
	slotSup                      // the subject of the support verb: "X launched an attack"
	slotComp                     // the recipient of the complement: "agreed to meet X"
	slotSubj2                    // the subject of the complement: "demanded that X leave"
	slotPred                     // what the object is called: "called him a liar"
	slotSufferer                 // the subject of the verb that endures the happening: "X faces sanctions"
	slotPlace                    // a literal place of the clause, read as its country
)

// slot is one such place.
type slot struct {
	kind slotKind
	prep string
}

// compKind is the form of clause that a pattern asks for.
type compKind uint8

const (
	compAny    compKind = iota // nothing is asked
	compInf                    // "to V"
	compClause                 // "that S", with or without the word
	compGerund                 // "V-ing", with or without a preposition
	compNone                   // there must be no clause
)

// autoMode says that a pattern's mode follows from what its complement means.
type autoMode uint8

const (
	modeFixed   autoMode = iota
	modeRequest          // by what is asked for or refused
	modeThreat           // by what is threatened
)

// cond is a dependent that must, or must not, be there.
type cond struct {
	slot  slot
	class map[string]bool // lemmas, one of which it must have; nil for any
	not   bool
}

// pattern is one line of a pattern file and one alternative of it.
type pattern struct {
	kind       triggerKind
	lemmas     []string
	prt        string // particle, "" for none
	prep       string // the preposition before a noun, "" for any
	actor      []slot
	recipient  []slot
	optional   bool // the recipient may be missing
	reciprocal bool // all members are actors
	comp       compKind
	compClass  map[string]bool // lemmas of the complement's head
	compRoots  []entente.Root  // the complement must itself mean one of these
	conds      []cond
	who, whom  []entente.Sector // sectors that the sides may have, SectorNone for a bare state; nil for any
	direct     bool             // the recipient must stand in its slot itself, not as a modifier there
	compAux    map[string]bool  // auxiliaries, one of which the complement must have
	compNot    map[string]bool  // lemmas that the complement's head must not have
	foreign    bool             // the sides must be of different countries
	need       map[string]bool  // a lemma that must stand somewhere in the trigger's clause

	root    entente.Root
	mode    entente.Mode
	auto    autoMode
	cameo   string
	prior   float64 // measured share of right records, [0,1]
	ongoing bool
	guard   bool // not in documents on sport
	future  bool // the root already means what is to come: keep it

	file string
	line int
	text string // the rule as written
	rank int    // more specific patterns are tried first
	id   int    // order of reading
}

// specificity is a measure of how much a pattern asks for.
func (p *pattern) specificity() int {
	n := 0
	for _, c := range p.conds {
		switch {
		case c.not:
			n++
		case c.class != nil:
			n += 8
		default:
			n += 4
		}
	}
	if p.prt != "" || p.prep != "" {
		n += 6
	}
	if p.comp != compAny {
		n += 5
	}
	if p.compClass != nil || p.compRoots != nil {
		n += 6
	}
	if p.compAux != nil {
		n += 6
	}
	if p.need != nil {
		n += 6
	}
	if len(p.recipient) > 0 && !p.optional {
		n += 2
	}
	if p.who != nil {
		n += 2
	}
	if p.whom != nil {
		n += 2
	}
	if p.foreign {
		n++
	}
	if p.direct {
		n++
	}
	return n
}

// table holds everything that the pattern files say.
type table struct {
	byLemma  [3]map[string][]*pattern // by trigger kind
	classes  map[string]map[string]bool
	all      []*pattern
	contexts []contextRow
	gate     map[string]bool           // lemmas of all triggers
	words    map[string][]word         // what a lemma may evoke
	idle     map[string][]word         // what looks like an act and is none
	nouns    map[string]entente.Sector // nouns that were parties in training
	mind     *mind                     // nil: the patterns alone decide
	lexical  *lexical.Table            // vectors of words; nil where mind has no network
	byWord   map[string][]entente.EventContext

	visit, phone, allege entente.Mode

	weapons    map[entente.Mode]map[string]bool // words that tell the weapon of a mode
	classesOf  map[string][]uint64              // hashes of the names of a lemma's classes
	classNames map[string][]string
	learnt     *learnt // nil without weights
}

// contextRow ties a lemma to a context.
type contextRow struct {
	lemma   string
	context entente.EventContext
}

// contextOf returns the topics that lemma l speaks of.
func (t *table) contextOf(l string) []entente.EventContext { return t.byWord[l] }

// class returns the words of a class that the program itself uses.
func (t *table) class(name string) map[string]bool { return t.classes[name] }
