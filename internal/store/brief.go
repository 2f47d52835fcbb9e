package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What briefs ask for, each in one query that an index answers.

// Happenings returns the merged events of a filter in the order of
// [Archive.MergedEvents], without the texts of their reports.
func (a *Archive) Happenings(ctx context.Context, f entente.EventFilter) ([]*entente.Merged, error) {
	w := mergedWhere(&f)
	rows, err := a.read.QueryContext(ctx, "SELECT e.record FROM merged e"+w.String()+" ORDER BY ifnull(e.day_from, e.day_to), e.published, e.id"+w.page(f.Limit, f.Offset), w.args...)
	if err != nil {
		return nil, fmt.Errorf("list merged events: %w", err)
	}
	return collect(rows, a.scanMerged)
}

func (a *Archive) scanMerged(r *sql.Rows) (*entente.Merged, error) {
	var blob sql.RawBytes
	if err := r.Scan(&blob); err != nil {
		return nil, err
	}
	m := &entente.Merged{}
	return m, a.blobs.unpack(blob, m)
}

// Bounds of [Archive.Earlier].
const (
	fewEvents  = 2000 // of a pair, up to which all are looked at
	manyEvents = 5000 // of both parties, from which those without a day are not looked for
)

// undated finds the events between two parties that are not of one day: the
// parties stand on two sides, or there is one side, as of a meeting.
const undated = `SELECT p.merged FROM merged_parties p CROSS JOIN merged_parties q ON q.party = ?2 AND q.merged = p.merged
	CROSS JOIN merged e ON e.id = p.merged WHERE p.party = ?1 AND e.root = ?3 AND e.day_to < ?4 AND e.day_from IS NOT e.day_to AND
	(p.side <> q.side OR NOT EXISTS (SELECT 1 FROM merged_parties r WHERE r.merged = e.id AND r.side <> p.side)) LIMIT ?5`

// Earlier returns what happened between two parties, of one root and told as
// done, that was over before a day: the newest first, up to limit. whole is false
// when there may be more that it has not looked at.
func (a *Archive) Earlier(ctx context.Context, root entente.Root, pair [2]string, before entente.Day, limit int) (out []*entente.Merged, whole bool, err error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	w := earlier{tx, root, pair, before, limit + 1}
	ids, whole, err := w.dated(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	more, all, err := w.undated(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if ids = append(ids, more...); len(ids) == 0 {
		return nil, whole && all, nil
	}
	rows, err := w.query(ctx, "record", ids)
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if out, err = collect(rows, a.scanMerged); err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if len(out) > limit {
		return out[:limit], false, nil
	}
	return out, whole && all, nil
}

// earlier is what [Archive.Earlier] looks for.
type earlier struct {
	tx     *sql.Tx
	root   entente.Root
	pair   [2]string
	before entente.Day
	limit  int // at which nothing more is looked for
}

// query asks for a column of those of some merged events that are such, the newest first.
func (w *earlier) query(ctx context.Context, column string, ids []string) (*sql.Rows, error) {
	args := make([]any, 0, len(ids)+3)
	for _, id := range ids {
		args = append(args, id)
	}
	args = append(args, w.root.String(), int64(w.before), w.limit)
	// The plus keeps the planner from reading all events of the root instead of a few by id.
	return w.tx.QueryContext(ctx, "SELECT "+column+" FROM merged WHERE id IN (?"+strings.Repeat(",?", len(ids)-1)+
		") AND +root = ? AND status IN ('actual', 'historical') AND day_to < ? ORDER BY day_to DESC, published DESC, id LIMIT ?", args...)
}

// names reads a column of ids.
func names(rows *sql.Rows) ([]string, error) {
	return collect(rows, func(r *sql.Rows) (string, error) {
		var id string
		return id, r.Scan(&id)
	})
}

// dated returns the ids of the newest such events of one day, and whether there are no
// others: those of the last months first, in steps of a few, until there are enough.
func (w *earlier) dated(ctx context.Context) (out []string, whole bool, err error) {
	looked := 0
	for _, span := range []entente.Days{{From: w.before - lately, To: w.before - 1}, {From: entente.NoDay, To: w.before - lately - 1}} {
		events, all, err := earlierDated(ctx, w.tx, w.root, w.pair, span)
		if err != nil {
			return nil, false, err
		}
		slices.SortStableFunc(events, func(x, y pairEvent) int { return cmp.Compare(y.day, x.day) })
		for len(events) > 0 && len(out) < w.limit {
			var ids []string
			n := min(len(events), earlierStep)
			for n < min(len(events), fewEvents) && events[n].day == events[n-1].day {
				n++
			}
			for k := range events[:n] {
				ids = append(ids, events[k].id)
			}
			events = events[n:]
			rows, err := w.query(ctx, "id", ids)
			if err != nil {
				return nil, false, err
			}
			found, err := names(rows)
			if err != nil {
				return nil, false, err
			}
			out = append(out, found...)
			looked += n
		}
		if len(out) >= w.limit || !all || looked >= fewEvents {
			return out, false, nil
		}
	}
	return out, true, nil
}

// undated returns the ids of what may be such an event and is of no one day, and
// whether that is all.
func (w *earlier) undated(ctx context.Context) (ids []string, whole bool, err error) {
	rare, n := w.pair, [2]int{}
	for i, p := range w.pair {
		if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM merged_parties WHERE party = ? LIMIT ?)", p, manyEvents).Scan(&n[i]); err != nil {
			return nil, false, err
		}
	}
	if n[1] < n[0] {
		rare = [2]string{w.pair[1], w.pair[0]}
	}
	if min(n[0], n[1]) >= manyEvents {
		return nil, false, nil
	}
	rows, err := w.tx.QueryContext(ctx, undated, rare[0], rare[1], w.root.String(), int64(w.before), fewEvents)
	if err != nil {
		return nil, false, err
	}
	ids, err = names(rows)
	slices.Sort(ids)
	return slices.Compact(ids), len(ids) < fewEvents, err
}

// earlierStep is how many events of one day are looked up at once, and more of the
// same day, fewEvents at most: a statement has no room for all of a great archive.
const earlierStep = 64

// lately is how many days back earlier events are looked for first: a pair that is
// often in the news has enough of them.
const lately = 400

// earlierDated returns the events of one day of a pair in a span, of the quad class
// of a root, the newest month first, until there are enough.
func earlierDated(ctx context.Context, tx *sql.Tx, root entente.Root, pair [2]string, span entente.Days) (out []pairEvent, whole bool, err error) {
	key, _ := keyOf(pair[0], pair[1])
	bundles, err := readBundles(ctx, tx, []pairKey{key}, span, false)
	if err != nil {
		return nil, false, err
	}
	for i := len(bundles) - 1; i >= 0; i-- {
		if len(out) >= fewEvents {
			return out, false, nil
		}
		b, err := openBundle(bundles[i].blob, bundles[i].first)
		if err != nil {
			return nil, false, err
		}
		events, err := b.all()
		if err != nil {
			return nil, false, err
		}
		for k := range events {
			if d := events[k].day; d <= span.To && (!span.From.Known() || d >= span.From) && events[k].quad == root.Quad() {
				out = append(out, events[k])
			}
		}
	}
	return out, true, nil
}

// Reported returns the stories of which a report was published on one of some
// days, those with the most reports of their own first, then the newest.
func (a *Archive) Reported(ctx context.Context, days entente.Days, limit int) ([]entente.StoryRow, error) {
	if !days.From.Known() && !days.To.Known() {
		return a.Stories(ctx, entente.StoryFilter{Days: days, Limit: limit})
	}
	w := where{}
	w.days("x.day", "x.day", days)
	q := "SELECT " + storyColumns + storyTables + " WHERE s.id IN (SELECT y.story FROM documents x JOIN members y ON y.doc = x.id" + w.String() +
		") GROUP BY s.id ORDER BY count(m.doc) - sum(m.duplicate_of <> '') DESC, s.day_to DESC, s.id" + w.page(limit, 0)
	rows, err := a.read.QueryContext(ctx, q, w.args...)
	if err != nil {
		return nil, fmt.Errorf("list the stories of some days: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.StoryRow, error) { return scanStory(r) })
}

// besideStories bounds the stories of a few days that [Archive.Beside] lists.
const besideStories = 40

// Beside returns the stories that have an event and that a story is tied to, or
// that ended in its days or the day before or after, with their ids and
// headlines alone: those tied first, then by id.
func (a *Archive) Beside(ctx context.Context, s *entente.Story) ([]entente.Story, error) {
	const has = " AND EXISTS (SELECT 1 FROM members m JOIN events e ON e.doc = m.doc WHERE m.story = s.id)"
	rows, err := a.read.QueryContext(ctx, `SELECT s.id, s.title FROM story_links l JOIN stories s ON s.id = iif(l.story = ?1, l.other, l.story)
		WHERE (l.story = ?1 OR l.other = ?1)`+has+" GROUP BY s.id ORDER BY max(l.score) DESC, s.id", s.ID)
	if err != nil {
		return nil, fmt.Errorf("list the stories beside %s: %w", s.ID, err)
	}
	scan := func(r *sql.Rows) (entente.Story, error) {
		var x entente.Story
		return x, r.Scan(&x.ID, &x.Title)
	}
	out, err := collect(rows, scan)
	if err != nil || !s.From.Known() || !s.To.Known() {
		return out, err
	}
	rows, err = a.read.QueryContext(ctx, "SELECT s.id, s.title FROM stories s WHERE s.day_to BETWEEN ? AND ?"+has+" ORDER BY s.id LIMIT ?",
		int64(s.From-1), int64(s.To+1), besideStories)
	if err != nil {
		return nil, fmt.Errorf("list the stories beside %s: %w", s.ID, err)
	}
	more, err := collect(rows, scan)
	tied := map[string]bool{s.ID: true}
	for i := range out {
		tied[out[i].ID] = true
	}
	for i := range more {
		if !tied[more[i].ID] {
			out = append(out, more[i])
		}
	}
	return out, err
}
