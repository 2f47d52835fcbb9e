package wire

import entente "github.com/entente-news/entente"

// RelationEvent is one happening of a relation with its shares.
type RelationEvent struct {
	Type       string   `json:"type"`
	A          string   `json:"a"`
	B          string   `json:"b"`
	Event      string   `json:"event"` // id of the merged event
	Day        string   `json:"day"`
	Quad       int      `json:"quad"`
	Score      Number   `json:"score"`
	Forward    Share    `json:"forward"` // share in which a acts on b
	Back       Share    `json:"back"`
	Confidence Number   `json:"confidence"`
	Claim      bool     `json:"claim"` // nobody but a party tells it
	Outlets    []string `json:"outlets"`
	Sample     bool     `json:"sample,omitempty"`
}

// RelationEventOf returns the record of an event between a and b.
func RelationEventOf(a, b string, e *entente.RelationEvent) RelationEvent {
	return RelationEvent{Type: "relation_event", A: a, B: b, Event: e.ID, Day: e.Day.String(), Quad: int(e.Quad), Score: Number(e.Score), Forward: Share(e.Forward),
		Back: Share(e.Back), Confidence: Number(e.Confidence), Claim: e.Claim, Outlets: append([]string{}, e.Outlets...), Sample: e.Sample}
}

// Turn is a day from which on a relation has another tone.
type Turn struct {
	Type   string   `json:"type"`
	A      string   `json:"a"`
	B      string   `json:"b"`
	Day    string   `json:"day"`
	Before Number   `json:"before"` // mean scores
	After  Number   `json:"after"`
	Events []string `json:"events"` // ids of those that made it
}

// TurnOf returns the record of a turning point; means are those before and
// after it.
func TurnOf(a, b string, day entente.Day, means [2]float64, events []string) Turn {
	return Turn{Type: "turn", A: a, B: b, Day: day.String(), Before: Number(means[0]), After: Number(means[1]), Events: append([]string{}, events...)}
}

// Bloc is a group of parties that stand together.
type Bloc struct {
	Type       string   `json:"type"`
	Parties    []string `json:"parties"`
	MeanWithin Number   `json:"mean_within"`
	MeanOthers Number   `json:"mean_others"`
}
