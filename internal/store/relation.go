package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// Relation returns the series between two parties: one point a period from the
// first event to the last, or over the asked days, those without events
// included. What counts are merged events that are told as facts of one known
// day. Those that nobody but a party tells are counted by themselves, as Claims.
func (a *Archive) Relation(ctx context.Context, f entente.RelationFilter) ([]entente.RelationPoint, error) {
	events, err := a.RelationEvents(ctx, f)
	if err != nil {
		return nil, err
	}
	from, to := f.Days.From, f.Days.To
	if len(events) > 0 {
		if !from.Known() {
			from = events[0].Day
		}
		if !to.Known() {
			to = events[len(events)-1].Day
		}
	}
	points, steady, err := a.points(ctx, f.Period, from, to)
	if err != nil {
		return nil, err
	}
	for i := range events {
		e := &events[i]
		k := sort.Search(len(points), func(i int) bool { return points[i].To >= e.Day })
		if k < len(points) {
			points[k].Add(e, slices.ContainsFunc(e.Outlets, func(o string) bool { return steady[o] }))
		}
	}
	return points, nil
}

// RelationEvents returns the events of which a relation is made, claims of a
// party included, by day and id. With AsOf only what the archive held at the end
// of that day counts, merged as it was merged then.
func (a *Archive) RelationEvents(ctx context.Context, f entente.RelationFilter) ([]entente.RelationEvent, error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	var out []entente.RelationEvent
	if f.AsOf > 0 {
		out, err = a.relationAsOf(ctx, tx, &f)
	} else {
		out, err = relationNow(ctx, tx, &f)
	}
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	slices.SortFunc(out, func(x, y entente.RelationEvent) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID))
	})
	return out, nil
}

// toldAsFact is what a series counts, claims of a party included.
const toldAsFact = "e.status = 'actual' AND e.day_from IS NOT NULL AND e.day_from = e.day_to"

// partySet selects rows of merged_parties by parties.
func partySet(column string, ps []entente.Party) (string, []any) {
	cond, args := "(", []any{}
	for i, p := range ps {
		if i > 0 {
			cond += " OR "
		}
		cond += column + ".party = ?"
		args = append(args, p.Code)
		if p.Sector != entente.SectorNone {
			cond += " AND " + column + ".sector = ?"
			args = append(args, p.Sector.String())
		}
	}
	return cond + ")", args
}

// relationNow reads a relation from the indexes: that of dyads where two states
// or organisations are asked for as such, else that of parties, which knows
// sectors and coalitions.
func relationNow(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter) ([]entente.RelationEvent, error) {
	whole := func(ps []entente.Party) bool {
		return !slices.ContainsFunc(ps, func(p entente.Party) bool { return p.Sector != entente.SectorNone })
	}
	if whole(f.A) && whole(f.B) {
		out, err := relationOfDyads(ctx, tx, f)
		if err != nil || len(out) > 0 {
			return out, err
		}
	}
	return relationOfParties(ctx, tx, f)
}

// relationOfDyads reads the events of whole states and organisations.
func relationOfDyads(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter) ([]entente.RelationEvent, error) {
	at := map[string]int{}
	told := map[string][]string{} // lists of outlets, of which there are few
	var out []entente.RelationEvent
	read := func(x, y string, back bool) error {
		w := where{}
		w.add("y.actor = ?", x)
		w.add("y.recipient = ?", y)
		w.add("y.day IS NOT NULL")
		w.days("y.day", "y.day", f.Days)
		rows, err := tx.QueryContext(ctx, "SELECT y.merged, y.weight, y.day, y.quad, y.score, y.confidence, y.claim, y.sample, y.outlets FROM merged_dyads y"+w.String(), w.args...)
		if err != nil {
			return err
		}
		defer rows.Close() //nolint:errcheck // the error is that of rows.Err
		for rows.Next() {
			var e entente.RelationEvent
			var weight float64
			var outlets string
			if err := rows.Scan(&e.ID, &weight, &e.Day, &e.Quad, &e.Score, &e.Confidence, &e.Claim, &e.Sample, &outlets); err != nil {
				return err
			}
			i, ok := at[e.ID]
			if !ok {
				list, ok := told[outlets]
				if !ok {
					list = strings.Split(outlets, "\n")
					told[outlets] = list
				}
				e.Outlets = list
				i = len(out)
				at[e.ID] = i
				out = append(out, e)
			}
			if back {
				out[i].Back += weight
			} else {
				out[i].Forward += weight
			}
		}
		return rows.Err()
	}
	for _, x := range f.A {
		for _, y := range f.B {
			if err := read(x.Code, y.Code, false); err != nil {
				return nil, err
			}
			if !f.Directed {
				if err := read(y.Code, x.Code, true); err != nil {
					return nil, err
				}
			}
		}
	}
	return out, nil
}

// addOutlets adds the outlets that tell events.
func addOutlets(ctx context.Context, tx *sql.Tx, events []entente.RelationEvent) error {
	q, err := tx.PrepareContext(ctx, "SELECT DISTINCT d.source FROM tellings t JOIN documents d ON d.id = t.doc WHERE t.merged = ? ORDER BY d.source")
	if err != nil {
		return err
	}
	defer q.Close() //nolint:errcheck // read only
	for i := range events {
		rows, err := q.QueryContext(ctx, events[i].ID)
		if err != nil {
			return err
		}
		if events[i].Outlets, err = collect(rows, func(r *sql.Rows) (string, error) {
			var s string
			return s, r.Scan(&s)
		}); err != nil {
			return err
		}
	}
	return nil
}

// relationOfParties reads events by the parties that stand in them.
func relationOfParties(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter) ([]entente.RelationEvent, error) {
	condA, argsA := partySet("p", f.A)
	condB, argsB := partySet("p", f.B)
	w := where{}
	w.add("e.id IN (SELECT p.merged FROM merged_parties p WHERE "+condA+")", argsA...)
	w.add("e.id IN (SELECT p.merged FROM merged_parties p WHERE "+condB+")", argsB...)
	w.add(toldAsFact)
	w.days("e.day_from", "e.day_to", f.Days)
	rows, err := tx.QueryContext(ctx, `SELECT e.id, e.day_from, e.quad, e.score, e.confidence, e.interested, e.sample FROM merged e`+w.String(), w.args...)
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, func(r *sql.Rows) (entente.RelationEvent, error) {
		var e entente.RelationEvent
		err := r.Scan(&e.ID, &e.Day, &e.Quad, &e.Score, &e.Confidence, &e.Claim, &e.Sample)
		return e, err
	})
	if err != nil {
		return nil, err
	}
	parties, err := tx.PrepareContext(ctx, "SELECT side, party, sector FROM merged_parties WHERE merged = ? AND inferred = 0")
	if err != nil {
		return nil, err
	}
	defer parties.Close() //nolint:errcheck // read only
	out := list[:0]
	for _, e := range list {
		sides, err := sidesOf(ctx, parties, e.ID)
		if err != nil {
			return nil, err
		}
		if e.Forward, e.Back = shares(sides, f); e.Forward+e.Back == 0 {
			continue
		}
		out = append(out, e)
	}
	return out, addOutlets(ctx, tx, out)
}

func sidesOf(ctx context.Context, q *sql.Stmt, id string) ([2][]entente.Party, error) {
	var out [2][]entente.Party
	rows, err := q.QueryContext(ctx, id)
	if err != nil {
		return out, err
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	for rows.Next() {
		var side int
		var p entente.Party
		var sector string
		if err := rows.Scan(&side, &p.Code, &sector); err != nil {
			return out, err
		}
		if p.Sector, err = entente.ParseSector(sector); err != nil {
			return out, err
		}
		out[side] = append(out[side], p)
	}
	return out, rows.Err()
}

// shares returns the shares of an event that lie between A and B, acting and
// acted on: of k actors and m recipients each pair has 1/(k·m), of n members of
// a reciprocal event each ordered pair 1/(n·(n-1)).
func shares(sides [2][]entente.Party, f *entente.RelationFilter) (forward, back float64) {
	actors, recipients := sides[0], sides[1]
	reciprocal := len(recipients) == 0
	if reciprocal {
		recipients = actors
	}
	total := len(actors) * len(recipients)
	if reciprocal {
		total -= len(actors)
	}
	for i, x := range actors {
		for k, y := range recipients {
			if reciprocal && i == k {
				continue
			}
			if holds(f.A, x) && holds(f.B, y) {
				forward++
			} else if holds(f.B, x) && holds(f.A, y) {
				back++
			}
		}
	}
	if total == 0 {
		return 0, 0
	}
	forward, back = forward/float64(total), back/float64(total)
	if f.Directed {
		back = 0
	}
	return forward, back
}

func holds(ps []entente.Party, p entente.Party) bool {
	return slices.ContainsFunc(ps, func(q entente.Party) bool {
		return q.Code == p.Code && (q.Sector == entente.SectorNone || q.Sector == p.Sector)
	})
}

// relationAsOf merges what the archive held at the end of a day: the chains of
// stories that hold events of the relation now.
func (a *Archive) relationAsOf(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter) ([]entente.RelationEvent, error) {
	condA, argsA := partySet("p", f.A)
	condB, argsB := partySet("p", f.B)
	stories, err := column(ctx, tx, `SELECT DISTINCT m.story FROM members m JOIN events e ON e.doc = m.doc
		WHERE e.id IN (SELECT p.event FROM parties p WHERE `+condA+") AND e.id IN (SELECT p.event FROM parties p WHERE "+condB+") ORDER BY 1",
		append(argsA, argsB...)...)
	if err != nil {
		return nil, err
	}
	added, err := tx.PrepareContext(ctx, "SELECT ifnull(added, 0) FROM documents WHERE id = ?")
	if err != nil {
		return nil, err
	}
	defer added.Close() //nolint:errcheck // read only
	seen := map[string]bool{}
	var out []entente.RelationEvent
	for _, s := range stories {
		if seen[s] {
			continue
		}
		chain, err := chainOf(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		var reports []merge.Report
		for _, c := range chain {
			seen[c] = true
			all, err := a.reportsOf(ctx, tx, c)
			if err != nil {
				return nil, err
			}
			for _, r := range all {
				var day entente.Day
				if err := added.QueryRowContext(ctx, r.Doc).Scan(&day); err != nil {
					return nil, err
				}
				if day <= f.AsOf {
					reports = append(reports, r)
				}
			}
		}
		for _, m := range merge.Events(reports) {
			if e, ok := relationEvent(&m, f); ok {
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// relationEvent is a merged event as one of a relation, if it is one.
func relationEvent(m *entente.Merged, f *entente.RelationFilter) (entente.RelationEvent, bool) {
	if m.Status != entente.Actual || !m.When.OnDay() || f.Days.From.Known() && m.When.From < f.Days.From || f.Days.To.Known() && m.When.From > f.Days.To {
		return entente.RelationEvent{}, false
	}
	var sides [2][]entente.Party
	for side, list := range [2][]entente.Actor{m.Actors, m.Recipients} {
		for i := range list {
			if p := list[i].Party(); p != "" && !list[i].Inferred {
				sides[side] = append(sides[side], entente.Party{Code: p, Sector: list[i].Sector})
			}
		}
	}
	e := entente.RelationEvent{ID: m.ID, Day: m.When.From, Quad: m.Root.Quad(), Score: m.Score, Confidence: m.Confidence, Claim: m.Interested, Sample: m.Sample}
	e.Forward, e.Back = shares(sides, f)
	e.Outlets = outletsOf(m)
	return e, e.Forward+e.Back > 0
}

// maxPoints bounds a series: 100 years of days.
const maxPoints = 36525

// steadyGap is the longest time, in days, without a report of an outlet that is
// read throughout a span; for longer periods it is two of them.
const steadyGap = 7

// points returns the empty series over [from, to] with the number of documents
// and outlets that the archive holds in each period, and the outlets that were
// read throughout.
func (a *Archive) points(ctx context.Context, period entente.Period, from, to entente.Day) ([]entente.RelationPoint, map[string]bool, error) {
	out := []entente.RelationPoint{}
	if !from.Known() || !to.Known() {
		return out, nil, nil
	}
	for d := from; d <= to; {
		if len(out) == maxPoints {
			return nil, nil, &entente.Error{Code: entente.ErrLimit, Op: "read a relation", Err: fmt.Errorf("more than %d points", maxPoints),
				Hint: "ask for fewer days or a longer period"}
		}
		first, last := period.Bounds(d)
		out = append(out, entente.RelationPoint{From: first, To: last})
		d = last + 1
	}
	if len(out) == 0 {
		return out, nil, nil
	}
	cells, err := a.readDays(ctx, entente.Days{From: out[0].From, To: out[len(out)-1].To})
	if err != nil {
		return nil, nil, err
	}
	steady := steadyOutlets(cells, out)
	was := make([]string, len(out)) // the outlet counted last: cells come outlet by outlet
	for _, c := range cells {
		i := sort.Search(len(out), func(i int) bool { return out[i].To >= c.day })
		p := &out[i]
		p.Documents += c.documents
		if steady[c.outlet] {
			p.SteadyDocuments += c.documents
		}
		if was[i] != "\x00"+c.outlet {
			p.Outlets++
			was[i] = "\x00" + c.outlet
		}
	}
	return out, steady, nil
}

// readDay is what was read of an outlet on one day.
type readDay struct {
	outlet    string
	day       entente.Day
	documents int
}

// readDays returns what was read by outlet and day.
func (a *Archive) readDays(ctx context.Context, span entente.Days) ([]readDay, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT source, day, sum(documents) FROM coverage WHERE day BETWEEN ? AND ? GROUP BY source, day ORDER BY source, day",
		int64(span.From), int64(span.To))
	if err != nil {
		return nil, fmt.Errorf("count documents by day: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (readDay, error) {
		var c readDay
		err := r.Scan(&c.outlet, &c.day, &c.documents)
		return c, err
	})
}

// steadyOutlets are the outlets without a long gap over a series.
func steadyOutlets(cells []readDay, series []entente.RelationPoint) map[string]bool {
	first, last := series[0].From, series[len(series)-1].To
	gap := max(steadyGap, 2*(series[0].To-first+1))
	out := map[string]bool{}
	for i := 0; i < len(cells); {
		k, ok := i, cells[i].day-first <= gap
		for ; k < len(cells) && cells[k].outlet == cells[i].outlet; k++ {
			ok = ok && (k == i || cells[k].day-cells[k-1].day <= gap)
		}
		out[cells[i].outlet] = ok && last-cells[k-1].day <= gap
		i = k
	}
	return out
}

// TopDyads returns the unordered pairs of parties with the most events in a
// span of days; limit 0 is no limit.
func (a *Archive) TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error) {
	w := where{conds: []string{"claim = 0 AND day IS NOT NULL"}}
	w.days("day", "day", span)
	if limit <= 0 {
		limit = -1
	}
	w.args = append(w.args, limit)
	rows, err := a.read.QueryContext(ctx, `SELECT min(actor, recipient) AS a, max(actor, recipient) AS b, count(DISTINCT merged) AS n,
		sum(weight), sum(weight * max(score, 0)), sum(weight * max(-score, 0)), max(sample) FROM merged_dyads`+w.String()+
		" GROUP BY a, b ORDER BY n DESC, a, b LIMIT ?", w.args...)
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.DyadCount, error) {
		var d entente.DyadCount
		err := r.Scan(&d.A, &d.B, &d.Events, &d.Weight, &d.Kind, &d.Hostile, &d.Sample)
		if d.Weight > 0 {
			d.Score = (d.Kind - d.Hostile) / d.Weight
		}
		return d, err
	})
}
