package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	entente "github.com/entente-news/entente"
)

func eventWhere(f *entente.EventFilter) where {
	w := where{}
	w.days("ifnull(e.day_from, e.day_to)", "ifnull(e.day_to, e.day_from)", f.Days)
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
	if f.Doc != "" {
		w.add("e.doc = ?", f.Doc)
	}
	if f.Story != "" {
		w.add("e.doc IN (SELECT doc FROM members WHERE story = ?)", f.Story)
	}
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

// seriesCondition is what counts in a series by default: first mentions of
// actual events of one known day that are not merely alleged by an opponent.
const seriesCondition = "e.status = 'actual' AND e.repeated = 0 AND e.interested = 0 AND e.day_from IS NOT NULL AND e.day_from = e.day_to"

// Events returns the events of a filter by day and place in the text.
func (a *Archive) Events(ctx context.Context, f entente.EventFilter) ([]entente.EventRow, error) {
	w := eventWhere(&f)
	order := " ORDER BY ifnull(e.day_from, d.day), d.published, d.id, e.position, e.id"
	if f.NewestFirst {
		order = " ORDER BY ifnull(e.day_from, d.day) DESC, d.published DESC, d.id, e.position, e.id"
	}
	q := "SELECT e.id, e.doc, ifnull(m.story, ''), d.run FROM events e JOIN documents d ON d.id = e.doc LEFT JOIN members m ON m.doc = e.doc" +
		w.String() + order + w.page(f.Limit, f.Offset)
	rows, err := a.read.QueryContext(ctx, q, w.args...)
	if err != nil {
		return nil, fmt.Errorf("list events: %w", err)
	}
	refs, err := collect(rows, func(r *sql.Rows) ([4]string, error) {
		var x [4]string
		err := r.Scan(&x[0], &x[1], &x[2], &x[3])
		return x, err
	})
	if err != nil {
		return nil, fmt.Errorf("list events: %w", err)
	}
	docs := map[string]*entente.Document{}
	out := make([]entente.EventRow, 0, len(refs))
	for _, ref := range refs {
		d := docs[ref[1]]
		if d == nil {
			if d, err = a.Document(ctx, ref[1], entente.DepthLayers); err != nil {
				return nil, err
			}
			docs[ref[1]] = d
		}
		if e := findEvent(d, ref[0]); e != nil {
			out = append(out, entente.EventRow{Doc: d, Event: e, Story: ref[2], Run: ref[3]})
		}
	}
	return out, nil
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
		return entente.EventRow{}, &entente.Error{Code: entente.ErrNotFound, Op: "look up event", Where: id, Err: errors.New("there is none with this id")}
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
