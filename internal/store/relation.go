package store

import (
	"context"
	"database/sql"
	"fmt"
	"sort"
	"time"

	entente "github.com/entente-news/entente"
)

// Period is the length of a point of a series.
type Period uint8

// The periods. Weeks begin on Monday.
const (
	ByDay Period = iota
	ByWeek
	ByMonth
)

// ParsePeriod reads day, week or month.
func ParsePeriod(s string) (Period, error) {
	for i, n := range []string{"day", "week", "month"} {
		if s == n {
			return Period(i), nil
		}
	}
	return 0, &entente.Error{Code: entente.ErrInvalid, Op: "read the period", Err: fmt.Errorf("%q is not day, week or month", s)}
}

// start returns the first day of the period that holds d, and its last.
func (p Period) bounds(d entente.Day) (first, last entente.Day) {
	t := d.Time()
	switch p {
	case ByWeek:
		back := (int(t.Weekday()) + 6) % 7
		first = d - entente.Day(back) //nolint:gosec // 0..6
		return first, first + 6
	case ByMonth:
		y, m, _ := t.Date()
		return entente.NewDay(y, m, 1), entente.NewDay(y, m+1, 1) - 1
	default:
		return d, d
	}
}

// RelationFilter selects the events between two parties.
type RelationFilter struct {
	A, B     []string // codes of parties
	From, To entente.Day
	Period   Period
	Directed bool // only A → B
}

// Relation returns the series between two parties: one point a period from the
// first event to the last, or over the asked days, those without events
// included. Only what a series counts enters: first mentions of actual events
// of one known day that no opponent alleges.
func (a *Archive) Relation(ctx context.Context, f RelationFilter) ([]entente.RelationPoint, error) {
	w := where{}
	pair := func(x, y []string) string {
		c := "(y.actor IN " + marks(len(x)) + " AND y.recipient IN " + marks(len(y)) + ")"
		for _, s := range x {
			w.args = append(w.args, s)
		}
		for _, s := range y {
			w.args = append(w.args, s)
		}
		return c
	}
	cond := pair(f.A, f.B)
	if !f.Directed {
		cond = "(" + cond + " OR " + pair(f.B, f.A) + ")"
	}
	w.conds = append(w.conds, cond, seriesCondition)
	w.days("e.day_from", "e.day_to", f.From, f.To)
	rows, err := a.read.QueryContext(ctx, "SELECT e.id, e.day_from, e.quad, e.score, sum(y.weight) FROM dyads y JOIN events e ON e.id = y.event"+
		w.String()+" GROUP BY e.id ORDER BY e.day_from, e.id", w.args...)
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	type hit struct {
		day    entente.Day
		quad   int
		score  float64
		weight float64
	}
	hits, err := collect(rows, func(r *sql.Rows) (hit, error) {
		var h hit
		var id string
		return h, r.Scan(&id, &h.day, &h.quad, &h.score, &h.weight)
	})
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	from, to := f.From, f.To
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
		p.Events++
		p.Quads[h.quad]++
		p.Weight += h.weight
		p.ScoreSum += float64(h.weight * h.score)
	}
	return points, nil
}

// maxPoints bounds a series: 100 years of days.
const maxPoints = 36525

// points returns the empty series over [from, to] with the number of documents
// that the archive holds in each period.
func (a *Archive) points(ctx context.Context, period Period, from, to entente.Day) ([]entente.RelationPoint, error) {
	out := []entente.RelationPoint{}
	if !from.Known() || !to.Known() {
		return out, nil
	}
	for d := from; d <= to; {
		if len(out) == maxPoints {
			return nil, &entente.Error{Code: entente.ErrLimit, Op: "read a relation", Err: fmt.Errorf("more than %d points", maxPoints),
				Hint: "ask for fewer days or a longer period"}
		}
		first, last := period.bounds(d)
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
		return x, r.Scan(&x[0], &x[1])
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

// DyadCount is how often two parties meet in the archive's series.
type DyadCount struct {
	A, B   string // A < B
	Events int
	Score  float64 // weighted mean, [-10, 10]
}

// TopDyads returns the unordered pairs of parties with the most events in a
// span of days.
func (a *Archive) TopDyads(ctx context.Context, from, to entente.Day, limit int) ([]DyadCount, error) {
	w := where{conds: []string{seriesCondition}}
	w.days("e.day_from", "e.day_to", from, to)
	w.args = append(w.args, max(1, limit))
	rows, err := a.read.QueryContext(ctx, `SELECT min(y.actor, y.recipient) AS a, max(y.actor, y.recipient) AS b, count(DISTINCT e.id) AS n,
		sum(y.weight * e.score) / sum(y.weight) FROM dyads y JOIN events e ON e.id = y.event`+w.String()+
		" GROUP BY a, b ORDER BY n DESC, a, b LIMIT ?", w.args...)
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (DyadCount, error) {
		var d DyadCount
		return d, r.Scan(&d.A, &d.B, &d.Events, &d.Score)
	})
}

// Stats is what an archive holds.
type Stats struct {
	Documents, Undated, OtherLanguage, WithoutEvent, Copies int
	Events, Stories, Outlets                                int
	From, To                                                entente.Day
	Newest                                                  string // date of the newest document, as stored
	Sample                                                  bool   // every document is a sample
	Counters                                                map[string]int
}

// Stats returns what the archive holds of documents published in [from, to];
// NoDay is open.
func (a *Archive) Stats(ctx context.Context, from, to entente.Day) (Stats, error) {
	s := Stats{Counters: map[string]int{}}
	w := where{}
	w.days("d.day", "d.day", from, to)
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
	s.From, s.To, s.Sample = dayOf(first), dayOf(last), sample.Bool
	rows, err := a.read.QueryContext(ctx, "SELECT name, count FROM counters")
	if err != nil {
		return s, fmt.Errorf("read counters: %w", err)
	}
	type counter struct {
		name string
		n    int
	}
	counters, err := collect(rows, func(r *sql.Rows) (counter, error) {
		var c counter
		return c, r.Scan(&c.name, &c.n)
	})
	for _, c := range counters {
		s.Counters[c.name] = c.n
	}
	return s, err
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
