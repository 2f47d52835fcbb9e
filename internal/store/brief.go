package store

import (
	"context"
	"database/sql"
	"fmt"
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

// earlierDyads is how many happenings of a pair [Archive.Earlier] looks at: the
// newest of one day, and as many of those that have no day of their own.
const earlierDyads = 300

// Earlier returns what happened between two parties, of one root and told as
// done, that was over before a day: the newest first, up to limit. whole is false
// when there may be more that it has not looked at.
func (a *Archive) Earlier(ctx context.Context, root entente.Root, pair [2]string, before entente.Day, limit int) (out []*entente.Merged, whole bool, err error) {
	const of = `SELECT merged FROM merged_dyads WHERE ((actor = ?1 AND recipient = ?2) OR (actor = ?2 AND recipient = ?1)) AND quad = ?3 AND `
	var ids []string
	whole = true
	for _, half := range []string{"day < ?4 ORDER BY day DESC, merged", "day IS NULL AND ?4 IS NOT NULL ORDER BY merged"} {
		rows, err := a.read.QueryContext(ctx, of+half+" LIMIT ?5", pair[0], pair[1], root.Quad(), int64(before), earlierDyads)
		if err != nil {
			return nil, false, fmt.Errorf("look for earlier events: %w", err)
		}
		list, err := collect(rows, func(r *sql.Rows) (string, error) {
			var id string
			return id, r.Scan(&id)
		})
		if err != nil {
			return nil, false, fmt.Errorf("look for earlier events: %w", err)
		}
		ids, whole = append(ids, list...), whole && len(list) < earlierDyads
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
