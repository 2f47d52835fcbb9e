package corpus

import (
	"encoding/json"
	"fmt"
	"io"
)

// ploverEntity is an entity of the PLOVER manual (draft 0.8, 2021).
type ploverEntity struct {
	Code       *string `json:"code"`
	Sector     *string `json:"sector,omitempty"`
	EntityText *string `json:"entity_text"`
	EntityName *string `json:"entity_name,omitempty"`
	Identifier *string `json:"identifier_text,omitempty"` // of a body or group
	Group      *string `json:"group,omitempty"`           // ours: a coalition; PLOVER drops it
}

// ploverSize holds the magnitudes that PLOVER names. An open side counts the
// number that is told.
type ploverSize struct {
	Dead     *int64 `json:"dead,omitempty"`
	Injured  *int64 `json:"injured,omitempty"`
	Arrested *int64 `json:"arrested,omitempty"`
	Size     *int64 `json:"size,omitempty"`
}

// ploverPlace is a location; only what the corpus knows.
type ploverPlace struct {
	Place   *string `json:"extracted_place"`
	Country *string `json:"country_code"`
}

// ploverLink ties related events.
type ploverLink struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

// ploverEvent is one event with the field names of the PLOVER manual. Status,
// aspect and attribution are ours.
type ploverEvent struct {
	ID        string         `json:"id"`
	Date      *string        `json:"date"`
	EndDate   *string        `json:"enddate,omitempty"`
	Actor     []ploverEntity `json:"actor"`
	Recipient []ploverEntity `json:"recipient,omitempty"`
	Event     []string       `json:"event"`
	Mode      []string       `json:"mode,omitempty"`
	Context   []string       `json:"context,omitempty"`
	EventLoc  *ploverPlace   `json:"event_loc,omitempty"`
	EventText *string        `json:"event_text"`
	Quad      int            `json:"quad_code"`
	Scale     float64        `json:"event_scale"`
	Size      *ploverSize    `json:"size,omitempty"`
	Link      []ploverLink   `json:"link,omitempty"`
	Sequence  int            `json:"sequence"`
	Start     int            `json:"start"`
	End       int            `json:"end"`
	Text      *string        `json:"text"`
	Published *string        `json:"date_published"`
	Status    string         `json:"status"`
	Aspect    string         `json:"aspect"`
	SaidBy    *ploverEntity  `json:"attributed_to,omitempty"`
}

// WritePLOVER writes one object an event, in JSON Lines. PLOVER requires a
// date: where the text gives none, it is null.
func WritePLOVER(w io.Writer, records []Record) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range records {
		for k := range records[i].Events {
			if err := enc.Encode(ploverOf(&records[i], &records[i].Events[k])); err != nil {
				return fmt.Errorf("write events of %s: %w", records[i].ID, err)
			}
		}
	}
	return nil
}

func ploverID(rec *Record, n int) string { return fmt.Sprintf("%s-e%d", rec.ID, n) }

func ploverOf(rec *Record, e *Event) ploverEvent {
	s := rec.Sentences[e.Sentence]
	out := ploverEvent{ID: ploverID(rec, e.N), Actor: ploverEntities(e.Actor), Recipient: ploverEntities(e.Recipient),
		Event: []string{e.Event}, Context: e.Contexts, EventText: e.Trigger.Text, Quad: e.Quad, Scale: e.Score, Sequence: e.Sentence + 1,
		Start: s.Start, End: s.End, Published: rec.Date, Status: e.Status, Aspect: e.Aspect}
	if text := rec.runes(); text != nil && s.End <= len(text) {
		words := string(text[s.Start:s.End])
		out.Text = &words
	}
	if e.Mode != nil {
		out.Mode = []string{*e.Mode}
	}
	if e.When != nil {
		out.Date = e.When.From
		if value(e.When.To) != value(e.When.From) {
			out.EndDate = e.When.To
		}
	}
	if e.Where != nil {
		out.EventLoc = &ploverPlace{e.Where.Text.Text, e.Where.Country}
	}
	m := e.Magnitude
	size := ploverSize{Dead: told(m.Killed), Injured: told(m.Injured), Arrested: told(m.Arrested), Size: told(m.Participants)}
	if size != (ploverSize{}) {
		out.Size = &size
	}
	for _, l := range e.Links {
		out.Link = append(out.Link, ploverLink{l.Type, ploverID(rec, l.Event)})
	}
	if e.SameAs != nil {
		out.Link = append(out.Link, ploverLink{"same", ploverID(rec, *e.SameAs)})
	}
	if e.Attribution != nil {
		out.SaidBy = &ploverEntities([]Member{e.Attribution.Speaker})[0]
	}
	return out
}

func ploverEntities(ms []Member) []ploverEntity {
	var out []ploverEntity
	for _, m := range ms {
		out = append(out, ploverEntity{m.Country, m.Sector, m.Text.Text, m.Name, m.Org, m.Group})
	}
	return out
}

// told is the number of a magnitude, the known side of an open one.
func told(s *Size) *int64 {
	switch {
	case s == nil:
		return nil
	case s.Best != nil:
		return s.Best
	case s.Low != nil:
		return s.Low
	}
	return s.High
}
