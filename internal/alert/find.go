package alert

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// shown is how many events an alert names.
const shown = 20

// New makes an alert; key says what it tells of.
func New(w *entente.Watch, kind entente.AlertKind, key string, at time.Time) entente.Alert {
	sum := sha256.Sum256([]byte(w.Name + "\x00" + kind.String() + "\x00" + key))
	return entente.Alert{ID: hex.EncodeToString(sum[:8]), Watch: w.Name, Kind: kind, At: at, Day: entente.NoDay}
}

// Matches says whether an event is one that a watch asks for beyond what the
// archive's filter can.
func Matches(w *entente.Watch, r entente.EventRow) bool {
	e := r.Event
	if len(w.Places) > 0 && (e.Where == nil || !slices.Contains(w.Places, e.Where.Country)) {
		return false
	}
	if len(w.Contexts) > 0 && !slices.ContainsFunc(w.Contexts, func(c entente.EventContext) bool { return slices.Contains(e.Contexts, c) }) {
		return false
	}
	return Holds(w.Words, r.Doc)
}

// Holds says whether a document holds all words, letters alike.
func Holds(words string, d *entente.Document) bool {
	text := strings.ToLower(d.Title + "\n" + d.Text)
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// OfEvents makes one alert for each event.
func OfEvents(w *entente.Watch, rows []entente.EventRow, at time.Time) []entente.Alert {
	var out []entente.Alert
	for _, r := range rows {
		a := New(w, entente.AlertEvent, r.Event.ID, at)
		a.Day, a.Title = r.Event.When.From, title(r)
		a.Events, a.Docs = []string{r.Event.ID}, []string{r.Doc.ID}
		out = append(out, a)
	}
	return out
}

// OfThreshold makes an alert when enough of the events of the days before the
// newest one are there, and says whether the watch is armed afterwards: it
// tells once, and again when the number was below in between.
func OfThreshold(w *entente.Watch, rows []entente.EventRow, at time.Time) (alerts []entente.Alert, armed bool) {
	last := entente.NoDay
	for _, r := range rows {
		if d := r.Event.When.From; d.Known() && (!last.Known() || d > last) {
			last = d
		}
	}
	if !last.Known() {
		return nil, true
	}
	first := last - entente.Day(max(w.Within, 1)) + 1 //nolint:gosec // days
	var in []entente.EventRow
	for _, r := range rows {
		if r.Event.When.From >= first {
			in = append(in, r)
		}
	}
	if len(in) < w.AtLeast {
		return nil, true
	}
	if !w.Armed {
		return nil, false
	}
	a := New(w, entente.AlertThreshold, fmt.Sprintf("%s %s %d", first, last, len(in)), at)
	a.Day, a.Title = last, fmt.Sprintf("%d events from %s to %s", len(in), first, last)
	for _, r := range in[:min(len(in), shown)] {
		a.Events = append(a.Events, r.Event.ID)
		if !slices.Contains(a.Docs, r.Doc.ID) {
			a.Docs = append(a.Docs, r.Doc.ID)
		}
	}
	return []entente.Alert{a}, false
}

// OfDocuments makes one alert for each document that holds the words.
func OfDocuments(w *entente.Watch, docs []*entente.Document, at time.Time) []entente.Alert {
	var out []entente.Alert
	for _, d := range docs {
		if !Holds(w.Words, d) {
			continue
		}
		a := New(w, entente.AlertDocument, d.ID, at)
		a.Day, a.Title, a.Docs = d.Day(), d.Publisher+": "+d.Title, []string{d.ID}
		out = append(out, a)
	}
	return out
}

// Turn is a day from which on a relation has another tone, with the mean scores
// before and after it and the events that made it.
type Turn struct {
	Day           entente.Day
	Before, After float64
	Events        []string
}

// OfTurn makes the alert of a turning point. A turn that more reports move by
// less than a month is the same: what is known of it stands for it.
func OfTurn(w *entente.Watch, t Turn, known []entente.Alert, at time.Time) (entente.Alert, bool) {
	day, events := t.Day, t.Events
	for _, k := range known {
		if k.Kind == entente.AlertTurn && k.Day.Known() && day-k.Day < turnSame && k.Day-day < turnSame {
			return entente.Alert{}, false
		}
	}
	a := New(w, entente.AlertTurn, day.String(), at)
	a.Day, a.Title = day, fmt.Sprintf("the tone turns on %s, from %+.1f to %+.1f", day, t.Before, t.After)
	a.Events = events[:min(len(events), shown)]
	return a, true
}

// turnSame is how near two turns are one, in days.
const turnSame = 31

// title is one line on an event.
func title(r entente.EventRow) string {
	side := func(as []entente.Actor) string {
		var out []string
		for i := range as {
			if c := as[i].Code(); c != "" {
				out = append(out, c)
			}
		}
		return strings.Join(out, "+")
	}
	e := r.Event
	parts := []string{side(e.Actors), e.Root.String()}
	if m := e.Mode.String(); m != "" {
		parts[1] += ":" + m
	}
	if to := side(e.Recipients); to != "" {
		parts = append(parts, to)
	}
	s := strings.Join(parts, " ")
	if e.Status != entente.Actual {
		s += " (" + e.Status.String() + ")"
	}
	if i := e.Sentence; i >= 0 && i < len(r.Doc.Sentences) {
		s += ": " + r.Doc.Sentences[i].Span.In(r.Doc.Text)
	}
	return s
}
