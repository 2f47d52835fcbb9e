package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Span is a half-open interval of Unicode code points of a record's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Record is one annotated sentence or report. The keys and their order are
// those of the program's records as far as they apply.
type Record struct {
	ID     string   `json:"id"`
	Drawn  *Origin  `json:"drawn,omitempty"` // of a sentence that was drawn, not written
	Date   *string  `json:"date"`            // day of publication; null when there is none
	Tags   []string `json:"tags"`            // constructions it was written for
	Region string   `json:"region"`
	Decade *int     `json:"decade,omitempty"` // first year
	Title  *string  `json:"title"`
	Text   *string  `json:"text"` // null in records that ship without their text

	Sentences []Span   `json:"sentences"`
	Entities  []Entity `json:"entities"`
	Dates     []Date   `json:"dates"`
	Events    []Event  `json:"events"`
	None      []None   `json:"none"`
}

// Origin is where a drawn sentence stands in its document. SHA256 is that of
// its bytes in UTF-8, Pick how it was chosen: likely, random, or empty where
// all were chosen alike.
type Origin struct {
	Doc    string `json:"doc"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	SHA256 string `json:"sha256"`
	Pick   string `json:"pick,omitempty"`
}

// Entity is a name. Country and Use are null where they do not apply.
type Entity struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Type    string  `json:"type"` // PER, ORG, LOC, NORP
	Country *string `json:"country"`
	Use     *string `json:"use"` // literal, metonymic, modifier, demonym
}

// Date is a time expression: TIMEX3 value and type, and the inclusive interval
// of days, where it has one.
type Date struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Value string  `json:"value"`
	Mod   *string `json:"mod,omitempty"` // START, MID, END, APPROX
	Type  string  `json:"type"`          // DATE, TIME, DURATION, SET
	From  *string `json:"from"`
	To    *string `json:"to"`

	precision string
}

// None says that a sentence has no event, and of what kind it is.
type None struct {
	Sentence int    `json:"sentence"`
	Kind     string `json:"kind"`
}

// Text is some words of the text; Text is null in records without text.
type Text struct {
	Text  *string `json:"text"`
	Start int     `json:"start"`
	End   int     `json:"end"`
}

// Member is one of an event's actors or recipients. A member that an ellipsis
// gives has no words: start and end are zero.
type Member struct {
	Text
	Name       *string `json:"name"`
	Country    *string `json:"country"`
	Sector     *string `json:"sector"`
	Org        *string `json:"org"`
	Group      *string `json:"group"`
	Inferred   bool    `json:"inferred"`
	Unresolved bool    `json:"unresolved,omitempty"`
}

// When is the time of an event.
type When struct {
	Text       *string `json:"text"`
	Start      *int    `json:"start"`
	End        *int    `json:"end"`
	From       *string `json:"from"`
	To         *string `json:"to"`
	Precision  *string `json:"precision"`
	Basis      string  `json:"basis"` // text, document
	Unresolved bool    `json:"unresolved,omitempty"`
}

// Where is the place of an event.
type Where struct {
	Text
	Country *string `json:"country"`
}

// Attribution is on whose word an event is told.
type Attribution struct {
	Speaker    Member `json:"speaker"`
	Cue        Text   `json:"cue"`
	Venue      *Text  `json:"venue"`
	Interested bool   `json:"interested"`
}

// Size is a number that an event carries. A side that the text leaves open is
// null.
type Size struct {
	Text
	Low      *int64  `json:"low"`
	High     *int64  `json:"high"`
	Best     *int64  `json:"best"`
	Currency *string `json:"currency,omitempty"`
}

// Magnitude holds an event's numbers by kind.
type Magnitude struct {
	Killed       *Size `json:"killed,omitempty"`
	Injured      *Size `json:"injured,omitempty"`
	Displaced    *Size `json:"displaced,omitempty"`
	Arrested     *Size `json:"arrested,omitempty"`
	Troops       *Size `json:"troops,omitempty"`
	Participants *Size `json:"participants,omitempty"`
	Amount       *Size `json:"amount,omitempty"`
}

// slot returns the field of a kind, nil for an unknown one.
func (m *Magnitude) slot(kind string) **Size {
	switch kind {
	case "killed":
		return &m.Killed
	case "injured":
		return &m.Injured
	case "displaced":
		return &m.Displaced
	case "arrested":
		return &m.Arrested
	case "troops":
		return &m.Troops
	case "participants":
		return &m.Participants
	case "amount":
		return &m.Amount
	}
	return nil
}

// Each calls visit with the numbers that are told.
func (m *Magnitude) Each(visit func(kind string, s *Size)) {
	for _, kind := range [...]string{"killed", "injured", "displaced", "arrested", "troops", "participants", "amount"} {
		if s := *m.slot(kind); s != nil {
			visit(kind, s)
		}
	}
}

// Link ties an event to another of the block, by number.
type Link struct {
	Type  string `json:"type"`
	Event int    `json:"event"`
	Cue   Text   `json:"cue"`
}

// Event is one event. N numbers the events of the block from 1.
type Event struct {
	N           int          `json:"n"`
	Sentence    int          `json:"sentence"`
	Event       string       `json:"event"`
	Mode        *string      `json:"mode"`
	Contexts    []string     `json:"contexts"`
	Quad        int          `json:"quad"`
	Score       float64      `json:"score"`
	CAMEO       *string      `json:"cameo"`
	Actor       []Member     `json:"actor"`
	Recipient   []Member     `json:"recipient"`
	Trigger     Text         `json:"trigger"`
	When        *When        `json:"when"`
	Where       *Where       `json:"where"`
	About       *Text        `json:"about"`
	Status      string       `json:"status"`
	Aspect      string       `json:"aspect"`
	Attribution *Attribution `json:"attribution"`
	Magnitude   Magnitude    `json:"magnitude"`
	Links       []Link       `json:"links"`
	SameAs      *int         `json:"same_as"`
}

// maxRecordBytes bounds a line of JSON.
const maxRecordBytes = 1 << 20

// ReadJSON reads records in JSON Lines. Unknown keys are errors.
func ReadJSON(name string, r io.Reader) ([]Record, error) {
	in := bufio.NewReader(r)
	r = in
	if first, err := in.Peek(len(gzipMagic)); err == nil && string(first) == gzipMagic {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", name, err)
		}
		r = z
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxRecordBytes)
	var out []Record
	line := 1
	for ; sc.Scan(); line++ {
		dec := json.NewDecoder(bytes.NewReader(sc.Bytes()))
		dec.DisallowUnknownFields()
		var rec Record
		if err := dec.Decode(&rec); err != nil {
			return nil, fmt.Errorf("read record: %w", Problem{File: name, Line: line, Cause: err.Error()})
		}
		out = append(out, rec)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read record: %w", Problem{File: name, Line: line, Cause: err.Error()})
	}
	return out, nil
}

// gzipMagic begins a packed file.
const gzipMagic = "\x1f\x8b"

// WriteJSON writes records in JSON Lines, the same bytes for the same records.
func WriteJSON(w io.Writer, records []Record) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range records {
		if err := enc.Encode(&records[i]); err != nil {
			return fmt.Errorf("write record %s: %w", records[i].ID, err)
		}
	}
	return nil
}

// runes is the record's text by code points, nil when it ships without.
func (r *Record) runes() []rune {
	if r.Text == nil {
		return nil
	}
	return []rune(*r.Text)
}

// heldOut and report tell the parts of the corpus by id.
func (r *Record) heldOut() bool { return strings.HasPrefix(r.ID, "h-") }
func (r *Record) report() bool {
	return strings.HasPrefix(strings.TrimPrefix(r.ID, "h-"), "r-")
}

// value returns what a pointer points to, the zero value for nil.
func value[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}

// optional returns nil for the empty string.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
