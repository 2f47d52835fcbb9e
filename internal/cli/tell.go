package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/relation"
	"github.com/entente-news/entente/internal/store"
)

// teller finds what watches match, prints and posts it.
type teller struct {
	app    *App
	arc    *store.Archive
	poster *alert.Poster
	json   bool
}

// alertLine is an alert for programs, and the body that is posted.
type alertLine struct {
	Type   string   `json:"type"`
	ID     string   `json:"id"`
	Watch  string   `json:"watch"`
	Kind   string   `json:"kind"`
	At     string   `json:"at"`
	Day    *string  `json:"day"`
	Title  string   `json:"title"`
	Events []string `json:"events"`
	Docs   []string `json:"docs"`
}

func lineOf(x *entente.Alert) alertLine {
	l := alertLine{Type: "alert", ID: x.ID, Watch: x.Watch, Kind: x.Kind.String(), At: x.At.UTC().Format(time.RFC3339), Title: x.Title,
		Events: append([]string{}, x.Events...), Docs: append([]string{}, x.Docs...)}
	if d := x.Day.String(); d != "" {
		l.Day = &d
	}
	return l
}

// round looks once at all watches. What was found is kept before it is told, so
// that whatever is cut short is told the next time.
func (t *teller) round(ctx context.Context, now time.Time) error {
	ws, err := t.arc.Watches(ctx)
	if err != nil {
		return err
	}
	last, err := t.arc.LastDocument(ctx)
	if err != nil {
		return err
	}
	for _, w := range ws {
		found, err := t.find(ctx, &w, now)
		if err != nil {
			return err
		}
		w.Cursor = last
		if err := t.arc.Found(ctx, w, found); err != nil {
			return err
		}
	}
	if err := t.print(ctx); err != nil {
		return err
	}
	return t.post(ctx, ws, now)
}

func (t *teller) find(ctx context.Context, w *entente.Watch, now time.Time) ([]entente.Alert, error) {
	if last, err := t.arc.LastDocument(ctx); err != nil || last <= w.Cursor {
		return nil, err
	}
	if onlyWords(w) {
		docs, err := t.arc.CodedAfter(ctx, w.Cursor, maxNewDocuments)
		if err != nil {
			return nil, err
		}
		list := make([]*entente.Document, len(docs))
		for i := range docs {
			list[i] = docs[i].Document
		}
		return alert.OfDocuments(w, list, now), nil
	}
	filter := w.Events
	filter.AfterDoc, filter.FirstOnly, filter.Limit = w.Cursor, true, 0
	if w.AtLeast > 1 {
		filter.AfterDoc = 0
	}
	var rows []entente.EventRow
	for r, err := range t.arc.EachEvent(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if alert.Matches(w, r) {
			rows = append(rows, r)
		}
	}
	var out []entente.Alert
	if w.AtLeast > 1 {
		out, w.Armed = alert.OfThreshold(w, rows, now)
	} else {
		out = alert.OfEvents(w, rows, now)
	}
	if !w.Turns {
		return out, nil
	}
	turns, err := t.turns(ctx, w, now)
	return append(out, turns...), err
}

// maxNewDocuments bounds what one round reads for a watch of words.
const maxNewDocuments = 100_000

// turns finds new turning points of the relation that a watch is of.
func (t *teller) turns(ctx context.Context, w *entente.Watch, now time.Time) ([]entente.Alert, error) {
	turns, err := turnsOf(ctx, t.arc, entente.RelationFilter{A: w.Events.Between[0], B: w.Events.Between[1], Days: entente.AllDays()})
	if err != nil {
		return nil, err
	}
	known, err := t.arc.Alerts(ctx, w.Name, maxKnownTurns)
	if err != nil {
		return nil, err
	}
	var out []entente.Alert
	for _, turn := range turns {
		if x, ok := alert.OfTurn(w, alert.Turn{Day: turn.Day, Before: turn.Before, After: turn.After, Events: turn.Events}, known, now); ok {
			out = append(out, x)
		}
	}
	return out, nil
}

const maxKnownTurns = 10_000

// turnsOf returns the turning points of a relation.
func turnsOf(ctx context.Context, arc *store.Archive, f entente.RelationFilter) ([]relation.Turn, error) {
	list, err := arc.RelationEvents(ctx, f)
	if err != nil {
		return nil, err
	}
	return turnsIn(ctx, arc, list)
}

// turnsIn finds the turning points of a relation that was read.
func turnsIn(ctx context.Context, arc *store.Archive, list []entente.RelationEvent) ([]relation.Turn, error) {
	outlets, err := arc.Presence(ctx)
	if err != nil {
		return nil, err
	}
	events := make([]relation.Event, 0, len(list))
	for _, e := range list {
		if !e.Claim {
			events = append(events, relation.Event{ID: e.ID, Day: e.Day, Score: e.Score, Weight: e.Forward + e.Back, Story: e.Story, Outlets: e.Outlets})
		}
	}
	return relation.Turns(events, outlets), nil
}

// print prints what was not printed yet. An alert counts as printed once its
// line is out.
func (t *teller) print(ctx context.Context) error {
	list, err := t.arc.Unprinted(ctx)
	if err != nil {
		return err
	}
	for i := range list {
		x := &list[i]
		line := []byte(printable(fmt.Sprintf("%s  %s  %s  %s", x.At.UTC().Format("2006-01-02 15:04"), x.Watch, x.Kind, x.Title)))
		if t.json {
			if line, err = json.Marshal(lineOf(x)); err != nil {
				return fmt.Errorf("encode alert %s: %w", x.ID, err)
			}
		}
		if _, err := t.app.Stdout.Write(append(line, '\n')); err != nil {
			return err
		}
		if err := t.arc.Printed(ctx, x.ID); err != nil {
			return err
		}
	}
	return nil
}

// post posts what is due. What fails is tried again by a later round, up to ten
// times.
func (t *teller) post(ctx context.Context, ws []entente.Watch, now time.Time) error {
	of := map[string]*entente.Watch{}
	for i := range ws {
		of[ws[i].Name] = &ws[i]
	}
	due, err := t.arc.Waiting(ctx, now)
	if err != nil {
		return err
	}
	failed := 0
	for i := range due {
		x, w := &due[i].Alert, of[due[i].Watch]
		if w == nil || w.Webhook == "" {
			if err := t.arc.NotPosted(ctx, x.ID, "nobody is there to post it to", now, true); err != nil {
				return err
			}
			continue
		}
		body, err := json.Marshal(lineOf(x))
		if err != nil {
			return fmt.Errorf("encode alert %s: %w", x.ID, err)
		}
		perr := t.poster.Post(ctx, alert.Letter{To: w.Webhook, Secret: w.Secret, ID: x.ID, Private: w.Private, At: now, Body: body})
		if perr == nil {
			err = t.arc.Posted(ctx, x.ID)
		} else if ctx.Err() == nil {
			failed++
			next, again := alert.Next(due[i].Attempts+1, now)
			t.app.say("%s", printable(perr.Error()))
			err = t.arc.NotPosted(ctx, x.ID, perr.Error(), next, !again)
		}
		if err != nil {
			return err
		}
	}
	if failed > 0 {
		return errSomeFailed
	}
	return nil
}
