package store

import (
	"context"
	"database/sql"
	"fmt"
	"sort"

	entente "github.com/entente-news/entente"
)

// Ties are what a story is tied to now: its former links to stories that are
// remembered are replaced. Story of a link is the other; Back tells that the
// other is the one that follows this one or is part of it.
type Ties struct {
	Story string
	Links []entente.StoryLink
}

// headlineScore is the score of a link that a report makes by naming the
// other's headline. It stays when stories change.
const headlineScore = 1

// related is the type of links that do not make a chain.
const related = "related"

// putTies writes the links of a batch, and returns the stories whose chains
// changed.
func putTies(ctx context.Context, tx *sql.Tx, b *Batch) ([]string, error) {
	changed := map[string]bool{}
	for _, t := range b.Ties {
		if err := loosen(ctx, tx, t.Story, b.Remembers, changed); err != nil {
			return nil, fmt.Errorf("replace the links of story %s: %w", t.Story, err)
		}
	}
	for _, t := range b.Ties {
		for _, l := range t.Links {
			if err := tie(ctx, tx, t.Story, l, changed); err != nil {
				return nil, fmt.Errorf("link story %s to %s: %w", t.Story, l.Story, err)
			}
		}
	}
	out := make([]string, 0, len(changed))
	for s := range changed {
		out = append(out, s)
	}
	sort.Strings(out)
	return out, nil
}

// loosen takes out the links of a story to stories that are remembered, which
// are told anew, and to stories that are gone.
func loosen(ctx context.Context, tx *sql.Tx, story string, remembers func(string) bool, changed map[string]bool) error {
	type link struct{ story, kind, other string }
	rows, err := tx.QueryContext(ctx, `SELECT story, type, other FROM story_links WHERE (story = ?1 OR other = ?1) AND score < ?2
		ORDER BY story, type, other`, story, headlineScore)
	if err != nil {
		return err
	}
	old, err := collect(rows, func(r *sql.Rows) (link, error) {
		var l link
		err := r.Scan(&l.story, &l.kind, &l.other)
		return l, err
	})
	if err != nil {
		return err
	}
	for _, l := range old {
		far := l.other
		if far == story {
			far = l.story
		}
		var there bool
		if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM stories WHERE id = ?)", far).Scan(&there); err != nil {
			return err
		}
		if there && (remembers == nil || !remembers(far)) {
			continue
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM story_links WHERE story = ? AND type = ? AND other = ?", l.story, l.kind, l.other); err != nil {
			return err
		}
		if l.kind != related {
			changed[l.story], changed[l.other] = true, true
		}
	}
	return nil
}

// tie writes one link. One that would make a chain of more than maxChain
// stories makes the two related.
func tie(ctx context.Context, tx *sql.Tx, story string, l entente.StoryLink, changed map[string]bool) error {
	from, to := story, l.Story
	if l.Back {
		from, to = to, from
	}
	var there int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM stories WHERE id IN (?, ?)", from, to).Scan(&there); err != nil || there < 2 {
		return err // one of them is gone, or they are one
	}
	kind := l.Type
	if kind != related {
		a, err := chainOf(ctx, tx, from)
		if err != nil {
			return err
		}
		b, err := chainOf(ctx, tx, to)
		if err != nil {
			return err
		}
		if a[0] != b[0] && len(a)+len(b) > maxChain {
			kind = related
		}
	}
	if kind == related && from > to {
		from, to = to, from
	}
	if kind != related {
		changed[from], changed[to] = true, true
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO story_links (story, type, other, score) VALUES (?,?,?,?)
		ON CONFLICT DO UPDATE SET score = max(score, excluded.score)`, from, kind, to, l.Score)
	return err
}

// StoryLinks returns what a story is tied to, and what is tied to it: what it
// follows and is part of first, then by score and id. The id of a story that
// became part of another gives the links of that one.
func (a *Archive) StoryLinks(ctx context.Context, id string) ([]entente.StoryLink, error) {
	id, err := a.present(ctx, id)
	if err != nil {
		return nil, err
	}
	rows, err := a.read.QueryContext(ctx, `SELECT l.type, s.id, s.title, l.other = ?1 AND l.type <> 'related', l.score FROM story_links l
		JOIN stories s ON s.id = iif(l.story = ?1, l.other, l.story) WHERE l.story = ?1 OR l.other = ?1
		ORDER BY l.type = 'related', l.type, l.score DESC, s.id`, id)
	if err != nil {
		return nil, fmt.Errorf("list the links of story %s: %w", id, err)
	}
	return collect(rows, func(r *sql.Rows) (entente.StoryLink, error) {
		var l entente.StoryLink
		err := r.Scan(&l.Type, &l.Story, &l.Title, &l.Back, &l.Score)
		return l, err
	})
}

// trace notes which documents went from story to story: what became part of
// what, and what was parted from what.
func (t touchedStories) trace(ctx context.Context, tx *sql.Tx, moved map[[2]string]int) error {
	pairs := make([][2]string, 0, len(moved))
	for p := range moved {
		pairs = append(pairs, p)
	}
	sort.Slice(pairs, func(i, j int) bool { return pairs[i][0]+"\x00"+pairs[i][1] < pairs[j][0]+"\x00"+pairs[j][1] })
	for _, p := range pairs {
		_, err := tx.ExecContext(ctx, `INSERT INTO story_trace (type, story, other, documents)
			SELECT iif(EXISTS (SELECT 1 FROM stories WHERE id = ?1), 'split', 'merge'), ?1, ?2, ?3`, p[0], p[1], moved[p])
		if err != nil {
			return fmt.Errorf("leave a trace of story %s: %w", p[0], err)
		}
	}
	return nil
}

// StoryTrace returns what a story took in and gave away, the oldest first: Type
// merge (all of the other came to it, Back when it went to the other itself) or
// split (some documents went from it or, with Back, from the other), Score the
// number of documents.
func (a *Archive) StoryTrace(ctx context.Context, id string) ([]entente.StoryLink, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT t.type, iif(t.story = ?1, t.other, t.story), ifnull((SELECT title FROM stories s WHERE s.id =
		iif(t.story = ?1, t.other, t.story)), ''), iif(t.type = 'merge', t.story = ?1, t.other = ?1), t.documents FROM story_trace t
		WHERE t.story = ?1 OR t.other = ?1 ORDER BY t.n`, id)
	if err != nil {
		return nil, fmt.Errorf("trace story %s: %w", id, err)
	}
	return collect(rows, func(r *sql.Rows) (entente.StoryLink, error) {
		var l entente.StoryLink
		err := r.Scan(&l.Type, &l.Story, &l.Title, &l.Back, &l.Score)
		return l, err
	})
}
