package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// fact is one row of an event's record.
type fact struct {
	Name  string
	Value string
	Gloss string // what the value means
	Code  string // as it stands in records
	Link  string
	Mark  string // the class under which the sentence shows it
}

type eventData struct {
	Row      entente.EventRow
	Sentence []segment
	Legend   []legendEntry
	Before   string
	After    string
	Facts    []fact
	Reasons  []reason
	Bars     []confidenceBar
	Others   []entente.EventRow // of the same sentence
	Dyad     *partyPair         // the first parties of both sides
	Sayings  []saying           // quotations of the sentence
	Stances  []saying           // positions of the sentence
	Merged   *mergedView        // the happening that the event is a telling of; nil when it is none
	Mark     []fact             // a reader's word on it
}

type confidenceBar struct {
	Name  string
	Width int // percent
}

func (s *server) event(r *http.Request) (view, error) {
	id := r.PathValue("id")
	merged, err := s.mergedOf(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	if merged != nil && strings.HasPrefix(id, "m") { // the page of a happening is that of its surest telling
		id = merged.Best.Event.ID
	}
	row, err := s.Archive.Event(r.Context(), id)
	if err != nil {
		return view{}, err
	}
	e, d := row.Event, row.Doc
	data := eventData{Row: row, Facts: s.facts(row), Reasons: s.reasons(row), Dyad: dyadOf(e), Merged: merged, Mark: s.markFacts(e.Mark)}
	if e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
		data.Sentence = segments(d.Text, d.Sentences[e.Sentence].Span, eventMarks(e))
		data.Legend = legend(data.Sentence)
		data.Sayings, data.Stances = s.sayingsOf(d, d.Sentences[e.Sentence].Span), s.positionsOf(d, d.Sentences[e.Sentence].Span)
		if e.Sentence > 0 {
			data.Before = d.Sentences[e.Sentence-1].Span.In(d.Text)
		}
		if e.Sentence+1 < len(d.Sentences) {
			data.After = d.Sentences[e.Sentence+1].Span.In(d.Text)
		}
	}
	c := e.Confidences
	for _, x := range []struct {
		name  string
		value float64
	}{{"whole record", e.Confidence}, {"event", c.Root}, {"actor", c.Actor}, {"recipient", c.Recipient}, {"when", c.When}, {"where", c.Where}} {
		if x.value > 0 {
			data.Bars = append(data.Bars, confidenceBar{x.name, percent(x.value)})
		}
	}
	for i := range d.Events {
		if o := &d.Events[i]; o.ID != e.ID && o.Sentence == e.Sentence {
			data.Others = append(data.Others, entente.EventRow{Doc: d, Event: o, Story: row.Story})
		}
	}
	return view{"event", s.eventTitle(row), data}, nil
}

// dyadOf returns the first party that acts and the first other party, which
// receives or acts with it; nil when there is but one.
func dyadOf(e *entente.Event) *partyPair {
	first := ""
	for _, side := range [][]entente.Actor{e.Actors, e.Recipients} {
		for i := range side {
			switch p := side[i].Party(); {
			case p == "" || p == first:
			case first == "":
				first = p
			case len(e.Recipients) == 0 || &side[0] == &e.Recipients[0]:
				return &partyPair{A: first, B: p}
			}
		}
	}
	return nil
}

// percent rounds a share to whole percents.
func percent(x float64) int { return int(min(1, max(0, x))*100 + 0.5) }

// partyLabel is one member of a side as a list shows it.
type partyLabel struct {
	Name   string
	Sector string // in words, "" for a state or its government
}

// members names the members of one side, each party and sector once.
func (s *server) members(d *entente.Document, as []entente.Actor) []partyLabel {
	var out []partyLabel
next:
	for i := range as {
		l := partyLabel{Name: s.PartyName(as[i].Party())}
		if l.Name == "" {
			l.Name = as[i].Name
		}
		if l.Name == "" && d != nil {
			l.Name = strings.TrimSpace(as[i].Span.In(d.Text))
		}
		if l.Name == "" {
			l.Name = "somebody"
		}
		if sec := as[i].Sector; sec != entente.SectorNone && sec != entente.GOV && !entente.IsSupranational(as[i].Country) {
			l.Sector = sectorGloss(sec)
		}
		for _, o := range out {
			if o == l {
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

// sideText is members in one line.
func (s *server) sideText(d *entente.Document, as []entente.Actor) string {
	var out []string
	for _, l := range s.members(d, as) {
		if l.Sector != "" {
			l.Name += " (" + l.Sector + ")"
		}
		out = append(out, l.Name)
	}
	return strings.Join(out, ", ")
}

// eventTitle says an event in a line: Russia: CONSULT (visit) → China.
func (s *server) eventTitle(r entente.EventRow) string {
	e := r.Event
	t := e.Root.String()
	if e.Mode != entente.ModeNone {
		t += " (" + e.Mode.String() + ")"
	}
	if a := s.sideText(r.Doc, e.Actors); a != "" {
		t = a + ": " + t
	}
	if b := s.sideText(r.Doc, e.Recipients); b != "" {
		t += " → " + b
	}
	return t
}

func (s *server) facts(row entente.EventRow) []fact {
	e := row.Event
	fs := []fact{{Name: "Event", Value: e.Root.String(), Gloss: rootGloss(e.Root), Mark: "trigger", Link: "/events?event=" + e.Root.String()}}
	add := func(f fact) {
		if f.Value != "" {
			fs = append(fs, f)
		}
	}
	add(fact{Name: "Mode", Value: e.Mode.String()})
	add(fact{Name: "Class", Value: e.Root.Quad().String(), Gloss: "score " + scoreText(e.Score) + " on PLOVER’s scale from −10 to +10"})
	for _, a := range e.Actors {
		add(s.actorFact("Actor", "actor", row.Doc, a))
	}
	for _, a := range e.Recipients {
		add(s.actorFact("Recipient", "recipient", row.Doc, a))
	}
	add(whenFact(e.When))
	if p := e.Where; p != nil {
		add(s.placeFact(p, row.Doc))
	}
	add(fact{Name: "Status", Value: e.Status.String(), Gloss: "told as " + statusGloss(e.Status)})
	if e.Aspect == entente.AspectOngoing {
		add(fact{Name: "Aspect", Value: "ongoing", Gloss: "a standing state; it makes no new event on the day of the report"})
	}
	add(s.attributionFact(e.Attribution, row.Doc))
	for _, m := range e.Magnitudes {
		add(fact{Name: capital(m.Kind), Value: magnitudeText(m), Mark: "number"})
	}
	add(fact{Name: "About", Value: e.About.In(row.Doc.Text), Mark: "about"})
	var cs []string
	for _, c := range e.Contexts {
		cs = append(cs, strings.ReplaceAll(c.String(), "_", " "))
	}
	add(fact{Name: "Contexts", Value: strings.Join(cs, ", ")})
	add(fact{Name: "CAMEO", Value: e.CAMEO, Gloss: "the nearest code of the older scheme"})
	for _, l := range e.Links {
		add(fact{Name: capital(l.Type), Value: "another event of this report", Gloss: quote(l.Cue.In(row.Doc.Text)), Link: eventLink(l.Event)})
	}
	if e.SameAs != "" {
		add(fact{Name: "Repeats", Value: e.SameAs, Gloss: "first told earlier in the same report", Link: eventLink(e.SameAs)})
	}
	add(fact{Name: "Id", Code: e.ID, Value: " "})
	add(fact{Name: "Coded by", Code: row.Run, Value: strings.Repeat(" ", min(1, len(row.Run)))})
	return fs
}

func (s *server) actorFact(name, class string, d *entente.Document, a entente.Actor) fact {
	var parts []string
	party := s.PartyName(a.Party())
	for _, p := range []string{a.Name, a.Role, party} {
		if p != "" && (len(parts) == 0 || parts[0] != p) {
			parts = append(parts, p)
		}
	}
	f := fact{Name: name, Value: strings.Join(parts, ", "), Code: a.Code(), Mark: class}
	if f.Value == "" {
		f.Value = a.Span.In(d.Text)
		f.Gloss = "not resolved to a party"
	}
	if a.Sector != entente.SectorNone {
		f.Gloss = sectorGloss(a.Sector)
	}
	if a.Inferred {
		f.Gloss = strings.TrimPrefix(f.Gloss+"; given only by the topic, so no series counts it", "; ")
	}
	if p := a.Party(); p != "" {
		f.Link = partyLink(p)
	}
	return f
}

func (s *server) placeFact(p *entente.Place, d *entente.Document) fact {
	f := fact{Name: "Where", Value: p.Name, Mark: "where"}
	if f.Value == "" {
		f.Value, f.Gloss = p.Span.In(d.Text), "named, but not resolved"
	}
	if p.Country != "" {
		if c := s.PartyName(p.Country); c != f.Value {
			f.Value += ", " + c
		}
	}
	if p.HasPoint {
		f.Gloss = fmt.Sprintf("%.2f, %.2f", p.Lat, p.Lon)
	}
	if p.GeoNames != 0 {
		f.Code = "GeoNames " + strconv.Itoa(p.GeoNames)
	}
	return f
}

func (s *server) attributionFact(at *entente.Attribution, d *entente.Document) fact {
	if at == nil {
		return fact{Name: "On whose word", Value: "the outlet’s own"}
	}
	f := s.actorFact("On whose word", "speaker", d, at.Speaker)
	if f.Value == "" {
		f.Value, f.Gloss = "somebody unnamed", ""
	}
	if at.Interested {
		f.Gloss = "a party to the event, so series leave it out"
	}
	if v := at.Venue.In(d.Text); v != "" {
		f.Value += ", " + v
	}
	return f
}

func whenFact(w entente.When) fact {
	f := fact{Name: "When", Value: dayRange(w.From, w.To), Mark: "when"}
	switch {
	case w.Unresolved:
		f.Value, f.Gloss = "told, but not resolved", "such events enter no series"
	case f.Value == "":
		f.Value, f.Gloss, f.Mark = "not known", "nothing says when, and no day is made up", ""
	case w.Basis == entente.WhenDocument:
		f.Gloss, f.Mark = "the day of the report", ""
	case w.Basis == entente.WhenText:
		f.Gloss = "from the text, to the " + w.Precision.String()
	}
	return f
}

func magnitudeText(m entente.Magnitude) string {
	out := number(m.Low) + " to " + number(m.High)
	if m.OpenHigh {
		out = number(m.Low) + " or more"
	} else if m.OpenLow {
		out = "up to " + number(m.High)
	} else if m.Low == m.High {
		out = number(m.Low)
	} else if m.HasBest {
		out += ", best " + number(m.Best)
	}
	if m.Currency != "" {
		out += " " + m.Currency
	}
	return out
}
