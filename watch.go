package entente

import "time"

// Watch is a search that is kept: what it matches from now on is told, once
// each. Its zero conditions match everything.
type Watch struct {
	Name     string
	Events   EventFilter    // without days and limit
	Places   []string       // countries of the event's place; none is any
	Contexts []EventContext // one of these; none is any
	Words    string         // all of them stand in the document
	AtLeast  int            // events within Within days before one alert; 0 and 1 are each event
	Within   int            // days
	Turns    bool           // turning points of the relation Events.Between as well
	Webhook  string         // address to post alerts to, "" for none
	Secret   string         // that signs what is posted
	Private  bool           // whether the address may be one of this machine or its network
	Created  time.Time
	Cursor   int64 // place of the last document that was looked at
	Armed    bool  // a threshold tells again when it was not reached in between
}

// AlertKind is what an alert tells of.
type AlertKind uint8

// The kinds.
const (
	AlertEvent     AlertKind = iota // one event
	AlertThreshold                  // as many events as were asked for
	AlertTurn                       // a turning point
	AlertDocument                   // a document with the words
)

// String returns the kind's name on the wire.
func (k AlertKind) String() string {
	return nameOf(int(k), []string{"event", "threshold", "turn", "document"})
}

// ParseAlertKind returns the kind with that name.
func ParseAlertKind(s string) (AlertKind, error) {
	i, err := parseName("kind of alert", s, []string{"event", "threshold", "turn", "document"})
	return AlertKind(i), err
}

// Alert is one thing that a watch tells. Its ID is a hash of watch and what it
// tells of: the same thing is the same alert.
type Alert struct {
	ID     string // 16 hex digits
	Watch  string
	Kind   AlertKind
	At     time.Time // when it was found
	Day    Day       // of what it tells of; NoDay
	Title  string    // one line, made of codes and numbers, and of words of the news
	Events []string  // ids, the first ones of many
	Docs   []string  // ids
}
