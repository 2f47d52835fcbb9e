package actor

import (
	"io/fs"

	"github.com/entente-news/entente"
)

// A form is the way in which a name is used.
type form uint8

const (
	formName form = 1 << iota
	formAdjective
	formDemonym
	formCapital
	formThe    // the name is used with the article only
	formPeople // a people of the state, without a state of its own
)

// A sort is the kind of thing that a party is.
type sort uint8

const (
	sortState sort = iota
	sortBody
	sortOrg
	sortGroup
	sortRegion
)

// party is a state, a body, an organisation, a group or a region.
type party struct {
	sort     sort
	id       string
	name     string
	country  string
	state    int32 // index of the state among Table.parties, -1 when of no state
	sector   entente.Sector
	org      string
	group    string
	wikidata string
	from, to entente.Day
	why      string // file:line
	source   string // where the row has it from
}

// office is one holding of one office.
type office struct {
	country  string
	state    int32
	sector   entente.Sector
	role     string
	org      string
	from, to entente.Day
	why      string // file:line
	source   string // where the row has it from
	own      bool   // of a table of the user's own
}

// person is somebody with the offices held, in the order of the table.
type person struct {
	name     string
	wikidata string
	surname  string // folded last word of the name
	bare     bool   // the surname alone is among the names
	offices  []office
}

// reading is one thing that a name may stand for: a party or a person.
type reading struct {
	party  int32 // index, -1 for a person
	person int32 // index, -1 for a party
	form   form
}

// entry is a name as written, with what it may stand for.
type entry struct {
	name     string
	readings []reading
	next     int32 // 1 + index of the next entry with the same folded form, 0 for none
	words    uint8 // pieces, at most 255
	need     need
	town     bool  // a town or state of the United States has the name too
	own      bool  // the readings are of the user's own tables
	mostly   int32 // 1 + the party that ambiguous.tsv says it mostly is
}

// need says what a name of ambiguous.tsv asks of its context.
type need uint8

const (
	needNothing  need = iota
	needCare          // other readings exist: marked unless the document speaks of the country
	needEvidence      // holds only where the document speaks of the country
	needNever         // never an actor by itself
)

// agentKind is the kind of an agent noun.
type agentKind uint8

const (
	agentPerson agentKind = iota
	agentBody
	agentOffice
	agentMateriel
	agentPlace // a town, a region: stands for its state, without a sector
)

// agent is a common noun that names an actor or a part of one.
type agent struct {
	noun   string
	sector entente.Sector
	kind   agentKind
	role   string
	plural bool // the noun as entered is a plural
	proper bool // written with a capital
	weak   bool // takes the sector of a noun before it: "police chief"
	why    string
}

// officeRef points at an office of a person.
type officeRef struct{ person, office int32 }

// officeKey is what "the president of France" names.
type officeKey struct{ country, role string }

// Table holds the actor tables. It is read-only once loaded and may be shared
// by goroutines.
type Table struct {
	lex       lexicon
	names     *trie
	entries   []entry
	nouns     *trie
	agents    []agent
	parties   []party
	persons   []person
	codes     map[string]int32       // state's code -> party
	iso2      map[string]string      // code of two letters -> of three
	ids       map[string]int32       // org's code or region's group -> party
	people    map[string]int32       // name -> person
	surnames  map[string][]officeRef // folded surname -> a person's index with office 0
	offices   map[officeKey][]officeRef
	needs     map[string]need
	towns     map[string]bool
	notes     map[string]note  // by name: its row of ambiguous.tsv
	endings   map[string]int32 // ending -> 1 + agent, singular; 0 for no people
	us        usPlaces
	signposts map[string][]signpost
	weights   []int32        // by sign: what it weighs; nil without whose.tsv
	sectors   *sectorWeights // nil without sectors.tsv
	ownRows   int
}

// note is what ambiguous.tsv says of a name.
type note struct{ reading, needs, why string }

// Load reads the tables of fsys (states.tsv, bodies.tsv, organisations.tsv,
// groups.tsv, peoples.tsv, people.tsv, agents.tsv with more nouns in nouns-*.tsv, endings.tsv,
// regions.tsv, whose.tsv, sectors.tsv, signposts.tsv and ambiguous.tsv at its top). states.tsv must be there; another table that is missing counts as
// empty and gives a warning. Errors carry file and line, all of them at once
// up to a limit: unknown codes, sectors and kinds, bad dates, from after to,
// doubles, names without a letter. Warnings are for names
// that several parties share and ambiguous.tsv does not list, and for offices
// that two hold at a time by the user's own rows.
//
// Tables of the user's own win: a row takes the place of the program's with
// the same code, id, group, noun or name of ambiguous.tsv; a holding of an
// office takes the place of the same person's in the same office at a time
// that overlaps; a name that they give stands for what they say alone; and on a
// day for which they name the holder of an office, it is that one.
func Load(fsys fs.FS, own ...Own) (*Table, []entente.Warning, error) {
	b := newBuilder()
	b.readOwn(own)
	b.ambiguous(fsys)
	if ok := b.states(fsys); !ok {
		return nil, nil, &entente.Error{Code: entente.ErrNotFound, Op: "read actor tables", Where: "states.tsv", Err: fs.ErrNotExist,
			Hint: "the folder of actor tables holds states.tsv and its companions"}
	}
	b.bodies(fsys)
	b.organisations(fsys, "organisations.tsv", sortOrg)
	b.organisations(fsys, "groups.tsv", sortGroup)
	b.regions(fsys)
	b.peoples(fsys)
	b.weights(fsys)
	b.sectorWeights(fsys)
	b.signposts(fsys)
	b.persons(fsys)
	b.agents(fsys)
	b.endings(fsys)
	if err := b.problems.err(); err != nil {
		return nil, b.warnings, err
	}
	b.finish()
	return b.t, b.warnings, nil
}

// Stats are the sizes of a table.
type Stats struct {
	States, Bodies, Organisations, Groups, Regions int
	Persons, Offices, AgentNouns, Names            int
	Own                                            int // rows of the user's own tables
}

// Stats returns how much t holds.
func (t *Table) Stats() Stats {
	s := Stats{Persons: len(t.persons), AgentNouns: len(t.agents), Names: len(t.entries), Own: t.ownRows}
	for i := range t.parties {
		switch t.parties[i].sort {
		case sortState:
			s.States++
		case sortBody:
			s.Bodies++
		case sortOrg:
			s.Organisations++
		case sortGroup:
			s.Groups++
		case sortRegion:
			s.Regions++
		}
	}
	for i := range t.persons {
		s.Offices += len(t.persons[i].offices)
	}
	return s
}
