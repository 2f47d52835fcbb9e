package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sort"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/relation"
)

// Relation returns the series between two parties: one point a period from the
// first event to the last, or over the asked days, those without events
// included. Only what a series counts enters: first mentions of actual events
// of one known day that no opponent alleges.
func (a *Archive) Relation(ctx context.Context, f entente.RelationFilter) ([]entente.RelationPoint, error) {
	hits, err := a.relationHits(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	from, to := f.Days.From, f.Days.To
	if len(hits) > 0 {
		if !from.Known() {
			from = hits[0].day
		}
		if !to.Known() {
			to = hits[len(hits)-1].day
		}
	}
	points, err := a.points(ctx, f.Period, from, to)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		i := sort.Search(len(points), func(i int) bool { return points[i].To >= h.day })
		if i == len(points) || h.quad < 1 || h.quad > 4 {
			continue
		}
		p := &points[i]
		p.Sample = p.Sample || h.sample
		p.Events++
		p.Quads[h.quad]++
		p.Weight += h.weight
		p.ScoreSum += float64(h.weight * h.score)
	}
	return points, nil
}

// relationHit is one event between two parties.
type relationHit struct {
	day    entente.Day
	quad   int
	score  float64
	weight float64 // its share that lies between the two
	sample bool
}

// relationHits returns the events of a relation by day.
func (a *Archive) relationHits(ctx context.Context, f entente.RelationFilter) ([]relationHit, error) {
	w := where{}
	pair := func(x, y []string) string {
		for _, s := range append(append([]string{}, x...), y...) {
			w.args = append(w.args, s)
		}
		return "(y.actor IN " + marks(len(x)) + " AND y.recipient IN " + marks(len(y)) + ")"
	}
	cond := pair(f.A, f.B)
	if !f.Directed {
		cond = "(" + cond + " OR " + pair(f.B, f.A) + ")"
	}
	w.conds = append(w.conds, cond, seriesCondition)
	w.days("e.day_from", "e.day_to", f.Days)
	rows, err := a.read.QueryContext(ctx, `SELECT e.day_from, e.quad, e.score, sum(y.weight),
		(SELECT d.sample FROM documents d WHERE d.id = e.doc) FROM dyads y JOIN events e ON e.id = y.event`+
		w.String()+" GROUP BY e.id ORDER BY e.day_from, e.id", w.args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *sql.Rows) (relationHit, error) {
		var h relationHit
		err := r.Scan(&h.day, &h.quad, &h.score, &h.weight, &h.sample)
		return h, err
	})
}

// maxPoints bounds a series: 100 years of days.
const maxPoints = 36525

// points returns the empty series over [from, to] with the number of documents
// that the archive holds in each period.
func (a *Archive) points(ctx context.Context, period entente.Period, from, to entente.Day) ([]entente.RelationPoint, error) {
	out := []entente.RelationPoint{}
	if !from.Known() || !to.Known() {
		return out, nil
	}
	for d := from; d <= to; {
		if len(out) == maxPoints {
			return nil, &entente.Error{Code: entente.ErrLimit, Op: "read a relation", Err: fmt.Errorf("more than %d points", maxPoints),
				Hint: "ask for fewer days or a longer period"}
		}
		first, last := period.Bounds(d)
		out = append(out, entente.RelationPoint{From: first, To: last})
		d = last + 1
	}
	if len(out) == 0 {
		return out, nil
	}
	rows, err := a.read.QueryContext(ctx, "SELECT day, count(*) FROM documents WHERE day BETWEEN ? AND ? GROUP BY day",
		int64(out[0].From), int64(out[len(out)-1].To))
	if err != nil {
		return nil, fmt.Errorf("count documents by day: %w", err)
	}
	days, err := collect(rows, func(r *sql.Rows) ([2]int64, error) {
		var x [2]int64
		err := r.Scan(&x[0], &x[1])
		return x, err
	})
	for _, x := range days {
		i := sort.Search(len(out), func(i int) bool { return int64(out[i].To) >= x[0] })
		if i < len(out) {
			out[i].Documents += int(x[1])
		}
	}
	return out, err
}

func marks(n int) string {
	s := "("
	for i := range n {
		if i > 0 {
			s += ","
		}
		s += "?"
	}
	return s + ")"
}

// TopDyads returns the unordered pairs of parties with the most events in a
// span of days; limit 0 is no limit.
func (a *Archive) TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error) {
	w := where{conds: []string{seriesCondition}}
	w.days("e.day_from", "e.day_to", span)
	if limit <= 0 {
		limit = -1
	}
	w.args = append(w.args, limit)
	rows, err := a.read.QueryContext(ctx, `SELECT min(y.actor, y.recipient) AS a, max(y.actor, y.recipient) AS b, count(DISTINCT e.id) AS n,
		sum(y.weight * e.score) / sum(y.weight), max((SELECT d.sample FROM documents d WHERE d.id = e.doc))
		FROM dyads y JOIN events e ON e.id = y.event`+w.String()+
		" GROUP BY a, b ORDER BY n DESC, a, b LIMIT ?", w.args...)
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.DyadCount, error) {
		var d entente.DyadCount
		err := r.Scan(&d.A, &d.B, &d.Events, &d.Score, &d.Sample)
		return d, err
	})
}

// Stats returns what the archive holds of documents published within span.
func (a *Archive) Stats(ctx context.Context, span entente.Days) (entente.Stats, error) {
	s := entente.Stats{}
	w := where{}
	w.days("d.day", "d.day", span)
	var first, last sql.NullInt64
	var sample sql.NullBool
	err := a.read.QueryRowContext(ctx, `SELECT count(*), ifnull(sum(d.day IS NULL), 0), ifnull(sum(d.lang <> 'en'), 0),
		ifnull(sum(d.events = 0), 0), ifnull(sum(m.duplicate_of <> ''), 0), ifnull(sum(d.events), 0), count(DISTINCT m.story),
		count(DISTINCT d.source), min(d.day), max(d.day), ifnull(max(d.published), ''), min(d.sample)
		FROM documents d LEFT JOIN members m ON m.doc = d.id`+w.String(), w.args...).
		Scan(&s.Documents, &s.Undated, &s.OtherLanguage, &s.WithoutEvent, &s.Copies, &s.Events, &s.Stories, &s.Outlets, &first, &last,
			&s.Newest, &sample)
	if err != nil {
		return s, fmt.Errorf("count the archive: %w", err)
	}
	s.Days, s.Sample = entente.Days{From: dayOf(first), To: dayOf(last)}, sample.Bool
	return s, nil
}

// Newest returns the time of the newest document's publication, zero for an
// archive without dates.
func (a *Archive) Newest(ctx context.Context) (time.Time, error) {
	var s string
	if err := a.read.QueryRowContext(ctx, "SELECT ifnull(max(published), '') FROM documents").Scan(&s); err != nil {
		return time.Time{}, fmt.Errorf("find the newest document: %w", err)
	}
	var d entente.Document
	if err := setPublished(&d, s); err != nil {
		return time.Time{}, err
	}
	return d.Published, nil
}

// Tones returns what turning points are read from: the events between two
// parties, either way, by day, and the days on which each outlet was read.
func (a *Archive) Tones(ctx context.Context, x, y []string) ([]relation.Event, map[string]relation.Presence, error) {
	w := where{}
	for _, s := range slices.Concat(x, y, y, x) {
		w.args = append(w.args, s)
	}
	w.conds = append(w.conds, "(y.actor IN "+marks(len(x))+" AND y.recipient IN "+marks(len(y))+" OR y.actor IN "+marks(len(y))+
		" AND y.recipient IN "+marks(len(x))+")", seriesCondition)
	rows, err := a.read.QueryContext(ctx, `SELECT e.id, e.day_from, e.score, sum(y.weight), (SELECT d.source FROM documents d WHERE d.id = e.doc)
		FROM dyads y JOIN events e ON e.id = y.event`+w.String()+" GROUP BY e.id ORDER BY e.day_from, e.id", w.args...)
	if err != nil {
		return nil, nil, fmt.Errorf("read the tones of a relation: %w", err)
	}
	events, err := collect(rows, func(r *sql.Rows) (relation.Event, error) {
		var e relation.Event
		var outlet string
		err := r.Scan(&e.ID, &e.Day, &e.Score, &e.Weight, &outlet)
		e.Outlets = []string{outlet}
		return e, err
	})
	if err != nil {
		return nil, nil, err
	}
	outlets, err := a.presence(ctx)
	return events, outlets, err
}

// presence returns the first and the last day of each outlet.
func (a *Archive) presence(ctx context.Context) (map[string]relation.Presence, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT source, min(day), max(day) FROM documents WHERE day IS NOT NULL GROUP BY source")
	if err != nil {
		return nil, fmt.Errorf("list outlets: %w", err)
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	out := map[string]relation.Presence{}
	for rows.Next() {
		var name string
		var p relation.Presence
		if err := rows.Scan(&name, &p.First, &p.Last); err != nil {
			return nil, fmt.Errorf("list outlets: %w", err)
		}
		out[name] = p
	}
	return out, rows.Err()
}
