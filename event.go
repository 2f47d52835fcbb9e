package entente

// Status is whether an event is told as a fact.
type Status uint8

// The statuses.
const (
	Actual       Status = iota
	Future              // will happen, is planned
	Hypothetical        // if, may, would
	Negated             // did not happen
	Historical          // told as background of an earlier time
)

// String returns the status' name on the wire.
func (s Status) String() string {
	return nameOf(int(s), []string{"actual", "future", "hypothetical", "negated", "historical"})
}

// ParseStatus returns the status with that name.
func ParseStatus(s string) (Status, error) {
	i, err := parseName("status", s, []string{"actual", "future", "hypothetical", "negated", "historical"})
	return Status(i), err
}

// Aspect tells a happening from a standing state.
type Aspect uint8

// The aspects. An ongoing event makes no new event on the day of the report.
const (
	AspectEvent Aspect = iota
	AspectOngoing
)

// String returns the aspect's name on the wire.
func (a Aspect) String() string { return nameOf(int(a), []string{"event", "ongoing"}) }

// Attribution is on whose word something is told.
type Attribution struct {
	Speaker    Actor
	Cue        Span // the saying verb
	Venue      Span // "in an interview with …"; empty when not told
	Interested bool // the speaker is a party to the event
}

// Magnitude is a number that an event carries.
type Magnitude struct {
	Kind      string // killed, injured, displaced, arrested, troops, participants, amount
	Span      Span
	Low, High int64
	Best      int64
	HasBest   bool
	OpenLow   bool   // "up to 30": no lower end is told, and Low is High
	OpenHigh  bool   // "at least 12": no upper end is told, and High is Low
	Currency  string // ISO 4217, for amounts
}

// Link ties an event to another of the same document, where a cue says so.
type Link struct {
	Type  string // result, reason, purpose, response, concurrent
	Event string // id
	Cue   Span
}

// Confidences are the parts of an event's confidence, each in [0,1].
type Confidences struct {
	Root, Actor, Recipient, When, Where float64
}

// Explanation is why an event was coded.
type Explanation struct {
	Pattern  string   // file:line of the pattern that matched
	Rule     string   // the pattern as written
	Path     string   // the dependency path from actor over trigger to recipient
	Notes    []string // what set status, aspect, time, place, one fact each
	RunnerUp string   // the reading that came second, "" if none
}

// Event is one PLOVER event read from one clause of one document.
type Event struct {
	ID          string // 16 hex digits of a hash of document, trigger span and ordinal
	Sentence    int    // index in Document.Sentences
	Root        Root
	Mode        Mode
	Contexts    []EventContext
	Score       float64 // PLOVER scale, [-10, 10]
	CAMEO       string  // as deep as decided
	Actors      []Actor
	Recipients  []Actor
	Trigger     Span
	When        When
	Where       *Place // nil when the text does not say
	About       Span   // topic, plan, demand; empty when not told
	Sense       []byte `json:",omitempty"` // what an act of speech or a gift is about, as a direction in the space of word vectors, for merging; nil when not known
	Status      Status
	Aspect      Aspect
	Attribution *Attribution // nil when told in the outlet's own voice
	Magnitudes  []Magnitude
	Links       []Link
	SameAs      string  // id of the first mention in the document; "" when this is it
	Confidence  float64 // probability that root and both countries are right, [0,1]
	Confidences Confidences
	Why         Explanation
	Mark        *EventMark `json:"-"` // a reader's word on it; nil when nobody judged it
}

// Quote is reported speech, or a claim of another that somebody takes up.
type Quote struct {
	Span    Span // speaker, cue and content, or the content alone where they stand in a sentence before
	Speaker Actor
	Cue     Span   // the saying verb
	Content Span   // without quotation marks
	Direct  bool   // all of Content stands in quotation marks
	Claim   string // repeats, disputes, denies: Content is a claim of another; "" otherwise
	Of      *Actor // whose claim, nil when it is not told
}

// Position is a stance that an actor is said to hold.
type Position struct {
	Holder Actor
	Topic  Span
	Stance string
	Span   Span
}

// Wording is a word that judges ("regime", "brutal").
type Wording struct {
	Span   Span
	Class  string // of the list: legitimacy, cruelty, enemy, doubt, praise
	Holder *Actor // whose word it is; nil for the outlet's own
}
