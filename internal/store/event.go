package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"math"

	entente "github.com/entente-news/entente"
)

func eventWhere(f *entente.EventFilter) where {
	w := where{}
	w.touches(f.Days)
	side := func(ps []entente.Party, side string) {
		if len(ps) == 0 {
			return
		}
		cond := "e.id IN (SELECT event FROM parties WHERE " + side + "("
		var args []any
		for i, p := range ps {
			if i > 0 {
				cond += " OR "
			}
			cond += "party = ?"
			args = append(args, p.Code)
			if p.Sector != entente.SectorNone {
				cond += " AND sector = ?"
				args = append(args, p.Sector.String())
			}
		}
		w.add(cond+"))", args...)
	}
	side(f.Actor, "side = 0 AND ")
	side(f.Recipient, "side = 1 AND ")
	side(f.Party, "")
	side(f.Between[0], "")
	side(f.Between[1], "")
	if f.Root != entente.RootNone {
		w.add("e.root = ?", f.Root.String())
	}
	if len(f.Status) > 0 {
		cond, args := "", []any{}
		for i, s := range f.Status {
			if i > 0 {
				cond += ","
			}
			cond += "?"
			args = append(args, s.String())
		}
		w.add("e.status IN ("+cond+")", args...)
	}
	w.documents(f)
	if f.MinConfidence > 0 {
		w.add("e.confidence >= ?", f.MinConfidence)
	}
	if f.FirstOnly {
		w.add("e.repeated = 0")
	}
	if f.Series {
		w.add(seriesCondition)
	}
	return w
}

// aMonth is how many days an event may last that is found by a range of days.
const aMonth = 31

// touches asks that the days of an event touch a span. Events that last longer
// than a month have an index of their own, which the words of the condition have
// to fit.
func (w *where) touches(span entente.Days) {
	const first, last = "ifnull(e.day_from, e.day_to)", "ifnull(e.day_to, e.day_from)"
	from, to := int64(span.From), int64(span.To)
	switch {
	case span.From.Known():
		if !span.To.Known() {
			to = math.MaxInt32
		}
		w.add("("+first+" BETWEEN ? AND ? OR e.day_to - e.day_from > 31 AND "+first+" <= ?)", from-aMonth, to, to)
		w.add("+"+last+" >= ?", from)
	case span.To.Known():
		w.add(first+" <= ?", to)
	}
}

// documents asks for the documents of events.
func (w *where) documents(f *entente.EventFilter) {
	if f.Doc != "" {
		w.add("e.doc = ?", f.Doc)
	}
	if f.Story != "" {
		w.add("e.doc IN (SELECT doc FROM members WHERE story = ?)", f.Story)
	}
	if f.AfterDoc > 0 {
		w.add("e.doc IN (SELECT id FROM documents WHERE seq > ?)", f.AfterDoc)
	}
}

// seriesCondition is what counts in a series by default: first mentions of
// actual events of one known day that are not merely alleged by an opponent.
const seriesCondition = "e.status = 'actual' AND e.repeated = 0 AND e.interested = 0 AND e.day_from IS NOT NULL AND e.day_from = e.day_to"

// Events returns the events of a filter by day and place in the text. They and
// their documents are all in memory: [Archive.EachEvent] is for many.
func (a *Archive) Events(ctx context.Context, f entente.EventFilter) ([]entente.EventRow, error) {
	out := []entente.EventRow{}
	for row, err := range a.eachEvent(ctx, f, 0) {
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// cachedDocuments is how many documents an iteration over events holds. Events
// of a document on one day stand together; few have events on other days.
const cachedDocuments = 256

// EachEvent yields the events of a filter by day and place in the text, as of
// one moment, with few documents in memory; the documents of far apart rows are
// not shared. An error ends it. It takes one connection until the loop ends.
func (a *Archive) EachEvent(ctx context.Context, f entente.EventFilter) iter.Seq2[entente.EventRow, error] {
	return a.eachEvent(ctx, f, cachedDocuments)
}

// eachEvent holds up to keep documents, all with 0.
func (a *Archive) eachEvent(ctx context.Context, f entente.EventFilter, keep int) iter.Seq2[entente.EventRow, error] {
	return func(yield func(entente.EventRow, error) bool) {
		if err := a.walkEvents(ctx, &f, keep, func(r entente.EventRow) bool { return yield(r, nil) }); err != nil {
			yield(entente.EventRow{}, err)
		}
	}
}

// walkEvents calls yield with each event until it returns false.
func (a *Archive) walkEvents(ctx context.Context, f *entente.EventFilter, keep int, yield func(entente.EventRow) bool) error {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("list events: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	q, args := eventQuery(f)
	rows, err := tx.QueryContext(ctx, q, args...)
	if err != nil {
		return fmt.Errorf("list events: %w", err)
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	docs := map[string]*entente.Document{}
	var held []string
	for rows.Next() {
		var id, doc string
		row := entente.EventRow{}
		if err := rows.Scan(&id, &doc, &row.Story, &row.Run); err != nil {
			return fmt.Errorf("list events: %w", err)
		}
		if row.Doc = docs[doc]; row.Doc == nil {
			if row.Doc, err = a.document(ctx, tx, doc, entente.DepthLayers); err != nil {
				return err
			}
			docs[doc], held = row.Doc, append(held, doc)
			if keep > 0 && len(held) > keep {
				delete(docs, held[0])
				held = held[1:]
			}
		}
		if row.Event = findEvent(row.Doc, id); row.Event == nil {
			return fmt.Errorf("event %s: %w", id, errBlob)
		}
		if !yield(row) {
			return nil
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("list events: %w", err)
	}
	return nil
}

// eventQuery selects event, document, story and run of the events of f.
func eventQuery(f *entente.EventFilter) (string, []any) {
	w := eventWhere(f)
	order := " ORDER BY e.listed, d.published, d.id, e.position, e.id"
	if f.NewestFirst {
		order = " ORDER BY e.listed DESC, d.published DESC, d.id, e.position, e.id"
	}
	q := "SELECT e.id, e.doc, ifnull(m.story, ''), d.run FROM events e" + along(f) + " JOIN documents d ON d.id = e.doc LEFT JOIN members m ON m.doc = e.doc" +
		w.String() + order + w.page(f.Limit, f.Offset)
	return q, w.args
}

// along makes a list that no filter narrows much go along the index of its order:
// then only as many events are read as are asked for. SQLite would sort them all.
func along(f *entente.EventFilter) string {
	parties := len(f.Actor) + len(f.Recipient) + len(f.Party) + len(f.Between[0]) + len(f.Between[1])
	switch {
	case f.Days != entente.AllDays() || parties > 0 || f.Doc != "" || f.Story != "" || f.AfterDoc > 0:
		return ""
	case f.Root != entente.RootNone:
		return " INDEXED BY events_root CROSS"
	default:
		return " INDEXED BY events_listed CROSS"
	}
}

func findEvent(d *entente.Document, id string) *entente.Event {
	for i := range d.Events {
		if d.Events[i].ID == id {
			return &d.Events[i]
		}
	}
	return nil
}

// CountEvents returns how many events a filter selects, whatever its limit.
func (a *Archive) CountEvents(ctx context.Context, f entente.EventFilter) (int, error) {
	w := eventWhere(&f)
	var n int
	err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM events e"+w.String(), w.args...).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count events: %w", err)
	}
	return n, nil
}

// Event returns one event by id; a missing one is an error with code
// not_found.
func (a *Archive) Event(ctx context.Context, id string) (entente.EventRow, error) {
	var doc, story, run string
	err := a.read.QueryRowContext(ctx, `SELECT e.doc, ifnull(m.story, ''), d.run FROM events e JOIN documents d ON d.id = e.doc
		LEFT JOIN members m ON m.doc = e.doc WHERE e.id = ?`, id).Scan(&doc, &story, &run)
	if errors.Is(err, sql.ErrNoRows) {
		return entente.EventRow{}, a.noEvent(ctx, id)
	}
	if err != nil {
		return entente.EventRow{}, fmt.Errorf("look up event %s: %w", id, err)
	}
	d, err := a.Document(ctx, doc, entente.DepthLayers)
	if err != nil {
		return entente.EventRow{}, err
	}
	e := findEvent(d, id)
	if e == nil {
		return entente.EventRow{}, fmt.Errorf("event %s: %w", id, errBlob)
	}
	return entente.EventRow{Doc: d, Event: e, Story: story, Run: run}, nil
}

// EventIDs returns the ids of the events of a filter, in no order of meaning.
func (a *Archive) EventIDs(ctx context.Context, f entente.EventFilter) ([]string, error) {
	w := eventWhere(&f)
	rows, err := a.read.QueryContext(ctx, "SELECT e.id FROM events e"+w.String()+" ORDER BY e.id"+w.page(f.Limit, f.Offset), w.args...)
	if err != nil {
		return nil, fmt.Errorf("list events: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (string, error) {
		var id string
		return id, r.Scan(&id)
	})
}
