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

// Bounds of [Archive.Earlier]: the happenings of a pair that it looks through, all
// of them where there are few, else the newest of the days before.
const (
	fewDyads     = 2000
	newestDyads  = 100
	earlierDays  = 400
	earlierDyads = `SELECT merged, ifnull(day, -1000000) FROM merged_dyads WHERE ((actor = ?1 AND recipient = ?2) OR (actor = ?2 AND recipient = ?1)) AND `
)

// Earlier returns what happened between two parties, of one root and told as
// done, that was over before a day: the newest first, up to limit. whole is false
// when there may be more that it has not looked at.
func (a *Archive) Earlier(ctx context.Context, root entente.Root, pair [2]string, before entente.Day, limit int) (out []*entente.Merged, whole bool, err error) {
	ids, err := a.pairIDs(ctx, earlierDyads+"quad = ?3 AND (day IS NULL OR day < ?4) LIMIT ?5", pair[0], pair[1], root.Quad(), int64(before), fewDyads+1)
	if whole = len(ids) <= fewDyads; !whole && err == nil {
		ids, err = a.pairIDs(ctx, earlierDyads+`claim = 0 AND day IS NOT NULL AND day < ?4 AND day > ?4 - ?5 AND quad = ?3
			ORDER BY day DESC, merged LIMIT ?6`, pair[0], pair[1], root.Quad(), int64(before), earlierDays, newestDyads)
	}
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if len(ids) == 0 {
		return nil, whole, nil
	}
	args := make([]any, 0, len(ids)+3)
	for _, id := range ids {
		args = append(args, id)
	}
	args = append(args, root.String(), int64(before), limit+1)
	rows, err := a.read.QueryContext(ctx, "SELECT record FROM merged WHERE id IN (?"+strings.Repeat(",?", len(ids)-1)+
		") AND root = ? AND status IN ('actual', 'historical') AND day_to < ? ORDER BY day_to DESC, published DESC, id LIMIT ?", args...)
	if err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if out, err = collect(rows, a.scanMerged); err != nil {
		return nil, false, fmt.Errorf("look for earlier events: %w", err)
	}
	if len(out) > limit {
		out, whole = out[:limit], false
	}
	return out, whole, nil
}

// pairIDs reads ids and days of happenings, the newest first, those without a day
// last and at least as many of them.
func (a *Archive) pairIDs(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := a.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	type dated struct {
		id  string
		day int64
	}
	list, err := collect(rows, func(r *sql.Rows) (dated, error) {
		var d dated
		return d, r.Scan(&d.id, &d.day)
	})
	slices.SortFunc(list, func(x, y dated) int { return cmp.Or(cmp.Compare(y.day, x.day), strings.Compare(x.id, y.id)) })
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].id
	}
	return slices.Compact(out), err
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
