package wire

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// Actor is one member of an event's actors or recipients.
type Actor struct {
	Text     *string `json:"text"`
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Name     *string `json:"name"`
	Country  *string `json:"country"`
	Sector   *string `json:"sector"`
	Org      *string `json:"org"`
	Group    *string `json:"group"`
	Role     *string `json:"role"`
	Wikidata *string `json:"wikidata"`
	Inferred bool    `json:"inferred"`
}

// When is the time of an event.
type When struct {
	Text       *string `json:"text"`
	Start      *int    `json:"start"`
	End        *int    `json:"end"`
	From       *string `json:"from"`
	To         *string `json:"to"`
	Precision  *string `json:"precision"`
	Basis      string  `json:"basis"`
	Unresolved bool    `json:"unresolved,omitempty"`
}

// Where is the place of an event.
type Where struct {
	Text       *string `json:"text"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Name       *string `json:"name"`
	Country    *string `json:"country"`
	Admin1     *string `json:"admin1"`
	Lat        *Number `json:"lat"`
	Lon        *Number `json:"lon"`
	GeoNames   *int    `json:"geonames"`
	Precision  *string `json:"precision"`
	Unresolved bool    `json:"unresolved,omitempty"`
	// ClaimedBy and Candidates are as in [Place].
	ClaimedBy  []string         `json:"claimed_by,omitempty"`
	Candidates []PlaceCandidate `json:"candidates,omitempty"`
}

// Attribution is on whose word an event is told.
type Attribution struct {
	Speaker    Actor `json:"speaker"`
	Cue        Text  `json:"cue"`
	Venue      *Text `json:"venue"`
	Interested bool  `json:"interested"`
}

// Size is a number that an event carries.
type Size struct {
	Text     *string `json:"text"`
	Low      *int64  `json:"low"`
	High     *int64  `json:"high"`
	Best     *int64  `json:"best"`
	Currency *string `json:"currency,omitempty"`
}

// Magnitude holds an event's numbers by kind; absent kinds are left out.
type Magnitude struct {
	Killed       *Size `json:"killed,omitempty"`
	Injured      *Size `json:"injured,omitempty"`
	Displaced    *Size `json:"displaced,omitempty"`
	Arrested     *Size `json:"arrested,omitempty"`
	Troops       *Size `json:"troops,omitempty"`
	Participants *Size `json:"participants,omitempty"`
	Amount       *Size `json:"amount,omitempty"`
}

// Link ties an event to another of the same document.
type Link struct {
	Type  string `json:"type"`
	Event string `json:"event"`
	Cue   Text   `json:"cue"`
}

// Confidences are the parts of an event's confidence.
type Confidences struct {
	Root      Number `json:"root"`
	Actor     Number `json:"actor"`
	Recipient Number `json:"recipient"`
	When      Number `json:"when"`
	Where     Number `json:"where"`
}

// Explanation is why an event was coded.
type Explanation struct {
	Pattern  string   `json:"pattern"`
	Rule     string   `json:"rule"`
	Path     string   `json:"path"`
	Notes    []string `json:"notes"`
	RunnerUp *string  `json:"runner_up"`
}

// Event is one event record.
type Event struct {
	Type          string       `json:"type"`
	ID            string       `json:"id"`
	Run           string       `json:"run"`
	Doc           string       `json:"doc"`
	URL           *string      `json:"url"`
	Source        *string      `json:"source"`
	Published     *string      `json:"published"`
	Sentence      int          `json:"sentence"`
	SentenceStart int          `json:"sentence_start"`
	Text          *string      `json:"text"`
	Event         string       `json:"event"`
	Mode          *string      `json:"mode"`
	Contexts      []string     `json:"contexts"`
	Quad          int          `json:"quad"`
	Score         Number       `json:"score"`
	CAMEO         *string      `json:"cameo"`
	Actor         []Actor      `json:"actor"`
	Recipient     []Actor      `json:"recipient"`
	Trigger       Text         `json:"trigger"`
	When          *When        `json:"when"`
	Where         *Where       `json:"where"`
	About         *Text        `json:"about"`
	Status        string       `json:"status"`
	Aspect        string       `json:"aspect"`
	Attribution   *Attribution `json:"attribution"`
	Magnitude     Magnitude    `json:"magnitude"`
	Links         []Link       `json:"links"`
	SameAs        *string      `json:"same_as"`
	Confidence    Number       `json:"confidence"`
	Confidences   Confidences  `json:"confidences"`
	Sample        bool         `json:"sample,omitempty"`
	Story         *string      `json:"story,omitempty"`
	Mark          *Mark        `json:"mark,omitempty"`
	Explain       *Explanation `json:"explain,omitempty"`
}

// Mark is what a reader said of an event.
type Mark struct {
	Verdict string  `json:"verdict"` // right, fixed; wrong events are left out
	By      *string `json:"by"`
	At      string  `json:"at"`
	Note    *string `json:"note"`
}

// view holds what the conversions of one document share.
type view struct {
	d   *entente.Document
	ix  *text.Index
	opt Options
}

func (v *view) words(s entente.Span) *string {
	if v.opt.NoText {
		return nil
	}
	return str(s.In(v.d.Text))
}

func (v *view) span(s entente.Span) Text {
	return Text{Text: v.words(s), Start: v.ix.Rune(s.Start), End: v.ix.Rune(s.End)}
}

func (v *view) optional(s entente.Span) *Text {
	if s.IsEmpty() {
		return nil
	}
	t := v.span(s)
	return &t
}

func (v *view) actor(a entente.Actor) Actor {
	return Actor{Text: v.words(a.Span), Start: v.ix.Rune(a.Span.Start), End: v.ix.Rune(a.Span.End), Name: str(a.Name),
		Country: str(a.Country), Sector: str(a.Sector.String()), Org: str(a.Org), Group: str(a.Group), Role: str(a.Role),
		Wikidata: str(a.Wikidata), Inferred: a.Inferred}
}

func (v *view) actors(as []entente.Actor) []Actor {
	out := make([]Actor, len(as))
	for i := range as {
		out[i] = v.actor(as[i])
	}
	return out
}

func (v *view) when(w entente.When) *When {
	if w.Basis == entente.WhenNone && w.Span.IsEmpty() {
		return nil
	}
	out := &When{From: day(w.From), To: day(w.To), Precision: str(w.Precision.String()), Basis: w.Basis.String(), Unresolved: w.Unresolved}
	if !w.Span.IsEmpty() {
		t := v.span(w.Span)
		out.Text, out.Start, out.End = t.Text, &t.Start, &t.End
	}
	return out
}

func (v *view) where(p *entente.Place) *Where {
	if p == nil {
		return nil
	}
	t := v.span(p.Span)
	out := &Where{Text: t.Text, Start: t.Start, End: t.End, Name: str(p.Name), Country: str(p.Country), Admin1: str(p.Admin1),
		Precision: str(p.Precision), Unresolved: p.Unresolved, ClaimedBy: p.ClaimedBy, Candidates: v.placeCandidates(p)}
	if p.HasPoint {
		out.Lat, out.Lon = num(p.Lat), num(p.Lon)
	}
	if p.GeoNames != 0 {
		id := p.GeoNames
		out.GeoNames = &id
	}
	return out
}

func (v *view) magnitude(ms []entente.Magnitude) Magnitude {
	var out Magnitude
	slots := map[string]**Size{"killed": &out.Killed, "injured": &out.Injured, "displaced": &out.Displaced, "arrested": &out.Arrested,
		"troops": &out.Troops, "participants": &out.Participants, "amount": &out.Amount}
	for i := range ms {
		m := &ms[i]
		slot := slots[m.Kind]
		if slot == nil || *slot != nil {
			continue
		}
		s := &Size{Text: v.words(m.Span), Low: end(m.Low, !m.OpenLow), High: end(m.High, !m.OpenHigh), Best: end(m.Best, m.HasBest),
			Currency: str(m.Currency)}
		*slot = s
	}
	return out
}

// end returns one end of an interval, nil where the text does not tell it.
func end(n int64, told bool) *int64 {
	if !told {
		return nil
	}
	return &n
}

func (v *view) attribution(a *entente.Attribution) *Attribution {
	if a == nil {
		return nil
	}
	return &Attribution{Speaker: v.actor(a.Speaker), Cue: v.span(a.Cue), Venue: v.optional(a.Venue), Interested: a.Interested}
}

func (v *view) event(e *entente.Event) Event {
	d := v.d
	out := Event{Type: "event", ID: e.ID, Run: v.opt.Run, Doc: d.ID, URL: str(d.URL), Source: str(d.Publisher), Published: day(d.Day()),
		Sentence: e.Sentence, Event: e.Root.String(), Mode: str(e.Mode.String()), Contexts: []string{}, Quad: int(e.Root.Quad()),
		Score: Number(e.Score), CAMEO: str(e.CAMEO), Actor: v.actors(e.Actors), Recipient: v.actors(e.Recipients),
		Trigger: v.span(e.Trigger), When: v.when(e.When), Where: v.where(e.Where), About: v.optional(e.About),
		Status: e.Status.String(), Aspect: e.Aspect.String(), Attribution: v.attribution(e.Attribution),
		Magnitude: v.magnitude(e.Magnitudes), Links: []Link{}, SameAs: str(e.SameAs), Confidence: Number(e.Confidence),
		Confidences: Confidences{Root: Number(e.Confidences.Root), Actor: Number(e.Confidences.Actor),
			Recipient: Number(e.Confidences.Recipient), When: Number(e.Confidences.When), Where: Number(e.Confidences.Where)},
		Sample: d.Sample}
	if e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
		s := d.Sentences[e.Sentence].Span
		out.SentenceStart, out.Text = v.ix.Rune(s.Start), v.words(s)
	}
	for _, c := range e.Contexts {
		out.Contexts = append(out.Contexts, c.String())
	}
	for _, l := range e.Links {
		out.Links = append(out.Links, Link{Type: l.Type, Event: l.Event, Cue: v.span(l.Cue)})
	}
	if m := e.Mark; m != nil {
		out.Mark = &Mark{Verdict: m.Verdict.String(), By: str(m.By), At: m.At, Note: str(m.Note)}
	}
	if v.opt.Explain {
		out.Explain = explanation(e.Why)
		if v.opt.NoText {
			out.Explain.Path = "" // it is spelt in words of the text
		}
	}
	return out
}

func explanation(w entente.Explanation) *Explanation {
	notes := w.Notes
	if notes == nil {
		notes = []string{}
	}
	return &Explanation{Pattern: w.Pattern, Rule: w.Rule, Path: w.Path, Notes: notes, RunnerUp: str(w.RunnerUp)}
}

// Events returns the records of d's events.
func Events(d *entente.Document, opt Options) []Event {
	if len(d.Events) == 0 {
		return []Event{}
	}
	v := &view{d: d, ix: text.NewIndex(d.Text), opt: opt}
	out := make([]Event, len(d.Events))
	for i := range d.Events {
		out[i] = v.event(&d.Events[i])
	}
	return out
}
