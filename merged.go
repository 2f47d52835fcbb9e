package entente

import "time"

// Merged is one happening as all reports of it tell it: the events of several
// documents that are taken for the same. What the reports say differently is
// kept as differences and never averaged.
type Merged struct {
	ID         string   // "m" and the id of the earliest event in it
	Story      string   // of the earliest telling
	Stories    []string // of all tellings, in the order of their first
	Root       Root
	Mode       Mode
	Contexts   []EventContext
	Score      float64 // PLOVER scale, [-10, 10]
	CAMEO      string
	Actors     []Actor // without spans: Tellings say where each stands
	Recipients []Actor
	When       When   // without a span
	Where      *Place // without a span; the most exact one given; nil when no report says
	Status     Status
	Aspect     Aspect
	// Magnitudes are the numbers on which all reports that give them agree,
	// without spans, one a kind.
	Magnitudes []Magnitude
	// Interested is set when nobody but a party to the event tells it.
	Interested  bool
	Tellings    []Telling // by time of publication, undated last, then by document and place
	Reports     int       // documents
	Copies      int       // near-copies among them
	Independent int       // sources that do not rest on each other, as far as can be told
	Differences []Difference
	Confidence  float64 // that of the surest telling: probability that root and both countries are right, [0,1]
	Sample      bool
}

// Telling is one event of one document as part of a [Merged].
type Telling struct {
	Event       string // id
	Doc         string
	Story       string // id of the document's story
	Outlet      string
	URL         string
	Published   time.Time // zero when unknown
	DateOnly    bool
	Sentence    Span
	Trigger     Span
	CopyOf      string   // id of the earliest near-copy, "" when it is none
	Owner       string   // of the outlet, "" when unknown
	Credits     []string // agencies on whose word the document or the sentence rests
	Group       int      // tellings of one group rest on one source; from 0, in the order of their first
	Actors      []Actor
	Recipients  []Actor
	When        When
	Where       *Place
	Attribution *Attribution
	Magnitudes  []Magnitude
	Confidence  float64
	Run         string // what coded it
}

// Difference is one thing that tellings say differently.
type Difference struct {
	Field    string // killed, injured, displaced, arrested, troops, participants, amount, actor, place
	Versions []Variant
}

// Variant is one of several answers, with the events that give it.
type Variant struct {
	Value     string     // codes of actors, name of a place; "" for a number
	Magnitude *Magnitude // without a span; nil when it is no number
	Events    []string   // ids, in the order of tellings
	Groups    int        // independent sources that give it
}

// Provenance is where a report comes from, beside its outlet.
type Provenance struct {
	Owner   string   // of the outlet, "" when unknown
	Credits []Credit // in order of the text
}

// Credit names an agency on whose word a report rests.
type Credit struct {
	Agency string // its name in the table of outlets, or as the text has it
	Span   Span   // the words that say so; empty when metadata does
	Whole  bool   // the report as a whole rests on it, not only the sentence
}

// Claim is what merging compares of one event: the event without its
// explanation, and the words of its sentence. Lists are hashes, ascending.
type Claim struct {
	Event    Event
	Sentence Span
	Lemma    string   // of the trigger
	Words    []uint32 // the telling words of the sentence
	Near     []uint32 `json:",omitempty"` // those that hang on the trigger, or that it hangs on
	Names    []uint32 `json:",omitempty"` // those that are names, of no party
	Numbers  []uint32 `json:",omitempty"` // those near the trigger that are numbers
	Time     uint32   `json:",omitempty"` // the words that say when; 0 for none
	Quoted   bool     `json:",omitempty"` // the trigger stands in direct speech
	Perfect  bool     `json:",omitempty"` // the trigger is told as what has been done
	Main     bool     `json:",omitempty"` // the trigger is what its sentence says, or what somebody says in it
}

// MergedRow is a merged event from an archive.
type MergedRow struct {
	Merged *Merged
	Texts  map[string]string // text of each telling's document, by id
}

// StoryLink ties a story to another.
type StoryLink struct {
	Type  string // follows, part_of, related
	Story string // id of the other
	Title string // of the other
	Back  bool   // the other is the one that follows, or is part of, this one
	Score float64
}
