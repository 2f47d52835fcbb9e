package entente

// Verdict is what a reader says of an event that was coded.
type Verdict uint8

// The verdicts.
const (
	MarkedRight Verdict = iota // read and found right
	MarkedWrong                // no such event: left out everywhere
	MarkedFixed                // an event, but other than it was coded
)

// String returns the verdict's name on the wire.
func (v Verdict) String() string { return nameOf(int(v), []string{"right", "wrong", "fixed"}) }

// ParseVerdict returns the verdict with that name.
func ParseVerdict(s string) (Verdict, error) {
	i, err := parseName("verdict", s, []string{"right", "wrong", "fixed"})
	return Verdict(i), err
}

// EventMark is a reader's word on one event. It belongs to the event's id, which
// neither root nor version changes, so it outlives recoding; it holds as long
// as the trigger stands where it stood.
type EventMark struct {
	Event   string // id
	Doc     string // id of its document
	Trigger string // the trigger's words when it was marked
	Verdict Verdict
	Fix     Fix    // what is right, for MarkedFixed
	Note    string // why
	By      string // who
	At      string // when, RFC 3339
}

// Fix says what is right in place of what was coded. Fields that are nil stay
// as they were coded.
type Fix struct {
	Root       *Root    `json:",omitempty"`
	Mode       *Mode    `json:",omitempty"` // of a new root without a mode: none
	Actors     *[]Actor `json:",omitempty"`
	Recipients *[]Actor `json:",omitempty"` // an empty list: nobody
	Status     *Status  `json:",omitempty"`
	Aspect     *Aspect  `json:",omitempty"`
	Days       *Days    `json:",omitempty"` // NoDay on both sides: not told
}

// Empty reports whether f changes nothing.
func (f Fix) Empty() bool { return f == Fix{} }
