package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// marksColumn selects the marks of a document as one JSON array.
const marksColumn = `(SELECT json_group_array(json_object('Event', event, 'Doc', doc, 'Trigger', trigger, 'Verdict', verdict,
	'Fix', json(fix), 'Note', note, 'By', by, 'At', at)) FROM (SELECT * FROM marks WHERE doc = documents.id ORDER BY event))`

// markRow is a mark as the archive keeps it.
type markRow struct {
	Event, Doc, Trigger, Verdict string
	Fix                          entente.Fix
	Note, By, At                 string
}

func (r markRow) mark() (entente.EventMark, error) {
	v, err := entente.ParseVerdict(r.Verdict)
	if err != nil {
		return entente.EventMark{}, fmt.Errorf("mark of event %s: %w", r.Event, err)
	}
	return entente.EventMark{Event: r.Event, Doc: r.Doc, Trigger: r.Trigger, Verdict: v, Fix: r.Fix, Note: r.Note, By: r.By, At: r.At}, nil
}

// Mark keeps a reader's word on an event, in place of an earlier one, and
// brings the indexes up to date. Event, verdict and time have to be given; the
// document and the trigger are those of the archive. An event that is not
// there, or that its mark already took out, is judged all the same as long as
// it was coded. An unknown one is an error with code not_found.
func (a *Archive) Mark(ctx context.Context, m entente.EventMark) error {
	return a.judge(ctx, m.Event, func(tx *sql.Tx, d *entente.Document, e *entente.Event) error {
		if e == nil {
			return noEvent(m.Event, "the present version does not code it")
		}
		fix, err := json.Marshal(m.Fix)
		if err != nil {
			return fmt.Errorf("encode what is right: %w", err)
		}
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO marks (event, doc, trigger, verdict, fix, note, by, at) VALUES (?,?,?,?,?,?,?,?)`,
			m.Event, d.ID, e.Trigger.In(d.Text), m.Verdict.String(), string(fix), m.Note, m.By, m.At)
		return err
	})
}

// Unmark takes a reader's word on an event back. One that was not marked is an
// error with code not_found.
func (a *Archive) Unmark(ctx context.Context, event string) error {
	return a.judge(ctx, event, func(tx *sql.Tx, _ *entente.Document, _ *entente.Event) error {
		res, err := tx.ExecContext(ctx, "DELETE FROM marks WHERE event = ?", event)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, noEvent(event, "it is not marked"))
		}
		return nil
	})
}

// noEvent says why an event is not to be found.
func (a *Archive) noEvent(ctx context.Context, id string) error {
	why := "there is none with this id"
	var verdict string
	switch err := a.read.QueryRowContext(ctx, "SELECT verdict FROM marks WHERE event = ?", id).Scan(&verdict); {
	case err == nil && verdict == entente.MarkedWrong.String():
		why = "it is marked as wrong"
	case err == nil:
		why = "it is marked, and the present version does not code it"
	case !errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("look up the mark of event %s: %w", id, err)
	}
	return &entente.Error{Code: entente.ErrNotFound, Op: "look up event", Where: id, Err: errors.New(why)}
}

func noEvent(id, why string) error {
	return &entente.Error{Code: entente.ErrNotFound, Op: "mark event", Where: id, Err: errors.New(why)}
}

// judge calls f with an event as it was coded, nil where the present version
// does not code it, in a transaction, and then writes the index rows of its
// document anew.
func (a *Archive) judge(ctx context.Context, event string, f func(*sql.Tx, *entente.Document, *entente.Event) error) error {
	err := a.update(ctx, func(tx *sql.Tx) error {
		var doc string
		err := tx.QueryRowContext(ctx, "SELECT doc FROM events WHERE id = ?1 UNION SELECT doc FROM marks WHERE event = ?1", event).Scan(&doc)
		if errors.Is(err, sql.ErrNoRows) {
			return noEvent(event, "there is none with this id")
		}
		if err != nil {
			return err
		}
		coded, err := a.coded(ctx, tx, doc)
		if err != nil {
			return err
		}
		if err := f(tx, coded, findEvent(coded, event)); err != nil {
			return err
		}
		return a.reindex(ctx, tx, coded)
	})
	if err != nil {
		return fmt.Errorf("judge event %s: %w", event, err)
	}
	return nil
}

// coded reads a document as it was coded, without the marks.
func (a *Archive) coded(ctx context.Context, tx *sql.Tx, doc string) (*entente.Document, error) {
	d := &entente.Document{}
	var blob, tokens []byte
	if err := tx.QueryRowContext(ctx, "SELECT id, text, layers, tokens FROM documents WHERE id = ?", doc).Scan(&d.ID, &d.Text, &blob, &tokens); err != nil {
		return nil, fmt.Errorf("read document %s: %w", doc, err)
	}
	var l layers
	var w words
	if err := errors.Join(a.blobs.unpack(blob, &l), a.blobs.unpack(tokens, &w)); err != nil {
		return nil, fmt.Errorf("document %s: %w", doc, err)
	}
	l.into(d)
	return d, w.into(d)
}

// reindex writes the rows of documents' events anew, as their marks want them,
// and merges the events of their stories again.
func (a *Archive) reindex(ctx context.Context, tx *sql.Tx, coded ...*entente.Document) error {
	var stories []string
	for _, d := range coded {
		if err := dropEvents(ctx, tx, d.ID); err != nil {
			return err
		}
		if err := a.indexEvents(ctx, tx, d); err != nil {
			return err
		}
		in, err := column(ctx, tx, "SELECT story FROM members WHERE doc = ?", d.ID)
		if err != nil {
			return fmt.Errorf("find the story of document %s: %w", d.ID, err)
		}
		stories = append(stories, in...)
	}
	return a.remerge(ctx, tx, stories)
}

// indexEvents writes the rows of a coded document's events as its marks want
// them, their number, and what merging compares. The document itself stays as
// it is.
func (a *Archive) indexEvents(ctx context.Context, tx *sql.Tx, coded *entente.Document) error {
	var marks string
	if err := tx.QueryRowContext(ctx, "SELECT "+marksColumn+" FROM documents WHERE id = ?", coded.ID).Scan(&marks); err != nil {
		return fmt.Errorf("read the marks: %w", err)
	}
	d := *coded
	d.Events = append([]entente.Event(nil), coded.Events...)
	if err := applyMarks(&d, marks); err != nil {
		return err
	}
	for i := range d.Events {
		if err := putEvent(ctx, tx, &d, &d.Events[i]); err != nil {
			return fmt.Errorf("event %s: %w", d.Events[i].ID, err)
		}
	}
	if _, err := tx.ExecContext(ctx, "UPDATE documents SET events = ? WHERE id = ?", len(d.Events), d.ID); err != nil {
		return err
	}
	return a.putClaims(ctx, tx, &d)
}

// dropEvents takes a document's events out of the indexes.
func dropEvents(ctx context.Context, tx *sql.Tx, doc string) error {
	for _, q := range []string{
		"DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE doc = ?)",
		"DELETE FROM dyads WHERE event IN (SELECT id FROM events WHERE doc = ?)",
		"DELETE FROM events WHERE doc = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, doc); err != nil {
			return fmt.Errorf("take events out of the index: %w", err)
		}
	}
	return nil
}

// Marks returns all marks, by time and event.
func (a *Archive) Marks(ctx context.Context) ([]entente.EventMark, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT event, doc, trigger, verdict, fix, note, by, at FROM marks ORDER BY at, event")
	if err != nil {
		return nil, fmt.Errorf("list marks: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.EventMark, error) {
		var m markRow
		var fix string
		if err := r.Scan(&m.Event, &m.Doc, &m.Trigger, &m.Verdict, &fix, &m.Note, &m.By, &m.At); err != nil {
			return entente.EventMark{}, err
		}
		if err := json.Unmarshal([]byte(fix), &m.Fix); err != nil {
			return entente.EventMark{}, fmt.Errorf("mark of event %s: %w", m.Event, err)
		}
		return m.mark()
	})
}

// applyMarks makes a document's events those that its readers want: wrong ones
// are left out, with the links to them, and fixed ones changed. A mark whose
// trigger has moved is of another text and has no effect.
func applyMarks(d *entente.Document, packed string) error {
	if packed == "" || packed == "[]" {
		return nil
	}
	var rows []markRow
	if err := json.Unmarshal([]byte(packed), &rows); err != nil {
		return fmt.Errorf("read the marks of document %s: %w", d.ID, err)
	}
	marks := make(map[string]*entente.EventMark, len(rows))
	for _, r := range rows {
		m, err := r.mark()
		if err != nil {
			return err
		}
		marks[m.Event] = &m
	}
	kept := make([]entente.Event, 0, len(d.Events))
	gone := map[string]bool{}
	for i := range d.Events {
		e := d.Events[i]
		m := marks[e.ID]
		if m != nil && m.Trigger != e.Trigger.In(d.Text) {
			m = nil
		}
		switch {
		case m == nil:
		case m.Verdict == entente.MarkedWrong:
			gone[e.ID] = true
			continue
		default:
			e.Mark = m
			applyFix(&e, &m.Fix)
		}
		kept = append(kept, e)
	}
	d.Events = withoutLinks(kept, gone)
	return nil
}

// withoutLinks takes out what leads to events that are gone.
func withoutLinks(events []entente.Event, gone map[string]bool) []entente.Event {
	if len(gone) == 0 {
		return events
	}
	for i := range events {
		e := &events[i]
		if gone[e.SameAs] {
			e.SameAs = ""
		}
		var links []entente.Link
		for _, l := range e.Links {
			if !gone[l.Event] {
				links = append(links, l)
			}
		}
		e.Links = links
	}
	return events
}

// applyFix changes an event as a reader wants it. Score and CAMEO class follow
// the root.
func applyFix(e *entente.Event, f *entente.Fix) {
	if f.Root != nil && *f.Root != e.Root {
		e.Root, e.Mode = *f.Root, entente.ModeNone
		e.CAMEO = plover.CAMEOClass(e.Root)
	}
	if f.Mode != nil {
		e.Mode = *f.Mode
	}
	if f.Root != nil || f.Mode != nil {
		e.Score = plover.Score(e.Root, e.Mode)
	}
	if f.Actors != nil {
		e.Actors = fixedSide(e.Actors, *f.Actors)
	}
	if f.Recipients != nil {
		e.Recipients = fixedSide(e.Recipients, *f.Recipients)
	}
	if f.Status != nil {
		e.Status = *f.Status
	}
	if f.Aspect != nil {
		e.Aspect = *f.Aspect
	}
	if f.Days != nil {
		e.When = entente.When{From: f.Days.From, To: f.Days.To, Span: e.When.Span, Basis: e.When.Basis, Precision: entente.PrecisionSpan}
		switch {
		case !f.Days.From.Known() && !f.Days.To.Known():
			e.When = entente.When{From: entente.NoDay, To: entente.NoDay}
		case e.When.OnDay():
			e.When.Precision = entente.PrecisionDay
		}
		if e.When.Basis == entente.WhenNone && e.When.Precision != entente.PrecisionNone {
			e.When.Basis = entente.WhenText
		}
	}
}

// fixedSide is a side with the actors that a reader gave. A member that the
// coder read the same way keeps its words; another one has none.
func fixedSide(was, want []entente.Actor) []entente.Actor {
	out := make([]entente.Actor, 0, len(want))
	for _, w := range want {
		for i := range was {
			if was[i].Party() == w.Party() {
				sector := w.Sector
				w = was[i]
				w.Sector, w.Inferred = sector, false
				break
			}
		}
		out = append(out, w)
	}
	return out
}
