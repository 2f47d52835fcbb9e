package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	entente "github.com/entente-news/entente"
)

const storyColumns = `s.id, s.title, s.day_from, s.day_to, s.sample, s.independent, count(m.doc), sum(m.duplicate_of <> ''), count(DISTINCT d.source),
	(SELECT count(*) FROM events e JOIN members x ON x.doc = e.doc WHERE x.story = s.id AND e.repeated = 0)`

// storyTables are joined from stories on, not from all documents.
const storyTables = " FROM stories s CROSS JOIN members m ON m.story = s.id CROSS JOIN documents d ON d.id = m.doc"

func scanStory(r scanner) (entente.StoryRow, error) {
	var x entente.StoryRow
	var from, to sql.NullInt64
	err := r.Scan(&x.Story.ID, &x.Story.Title, &from, &to, &x.Story.Sample, &x.Independent, &x.Reports, &x.Copies, &x.Outlets, &x.Events)
	x.Story.From, x.Story.To = dayOf(from), dayOf(to)
	return x, err
}

func dayOf(n sql.NullInt64) entente.Day {
	if !n.Valid {
		return entente.NoDay
	}
	return entente.Day(n.Int64) //nolint:gosec // written from a Day
}

// Stories returns the stories of a filter, those with the most independent
// reports first, then the newest.
func (a *Archive) Stories(ctx context.Context, f entente.StoryFilter) ([]entente.StoryRow, error) {
	w := where{}
	w.days("s.day_from", "s.day_to", f.Days)
	q := "SELECT " + storyColumns + storyTables + w.String() +
		" GROUP BY s.id ORDER BY count(m.doc) - sum(m.duplicate_of <> '') DESC, s.day_to DESC, s.id" + w.page(f.Limit, f.Offset)
	rows, err := a.read.QueryContext(ctx, q, w.args...)
	if err != nil {
		return nil, fmt.Errorf("list stories: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.StoryRow, error) { return scanStory(r) })
}

// Story returns one story with its members in (date, id) order; a missing one
// is an error with code not_found. The id of a story that became part of
// another gives that one.
func (a *Archive) Story(ctx context.Context, id string) (entente.StoryRow, error) {
	id, err := a.present(ctx, id)
	if err != nil {
		return entente.StoryRow{}, err
	}
	row := a.read.QueryRowContext(ctx, "SELECT "+storyColumns+storyTables+" WHERE s.id = ? GROUP BY s.id", id)
	x, err := scanStory(row)
	if errors.Is(err, sql.ErrNoRows) {
		return x, &entente.Error{Code: entente.ErrNotFound, Op: "look up story", Where: id, Err: errors.New("there is none with this id")}
	}
	if err != nil {
		return x, fmt.Errorf("look up story %s: %w", id, err)
	}
	rows, err := a.read.QueryContext(ctx, `SELECT m.doc, m.duplicate_of FROM members m JOIN documents d ON d.id = m.doc
		WHERE m.story = ? ORDER BY d.day, d.published, d.id`, id)
	if err != nil {
		return x, fmt.Errorf("list the reports of story %s: %w", id, err)
	}
	x.Story.Members, err = collect(rows, func(r *sql.Rows) (entente.Member, error) {
		var m entente.Member
		err := r.Scan(&m.Doc, &m.DuplicateOf)
		return m, err
	})
	return x, err
}

// Provenance returns where the reports of a story come from, by document id.
func (a *Archive) Provenance(ctx context.Context, story string) (map[string]entente.Provenance, error) {
	story, err := a.present(ctx, story)
	if err != nil {
		return nil, err
	}
	rows, err := a.read.QueryContext(ctx, "SELECT p.doc, p.owner, p.credits FROM provenance p JOIN members m ON m.doc = p.doc WHERE m.story = ?", story)
	if err != nil {
		return nil, fmt.Errorf("list where the reports of story %s come from: %w", story, err)
	}
	out := map[string]entente.Provenance{}
	_, err = collect(rows, func(r *sql.Rows) (struct{}, error) {
		var doc, credits string
		var p entente.Provenance
		if err := r.Scan(&doc, &p.Owner, &credits); err != nil {
			return struct{}{}, err
		}
		err := json.Unmarshal([]byte(credits), &p.Credits)
		out[doc] = p
		return struct{}{}, err
	})
	return out, err
}

// Placed is where clustering has put a document, for taking up the work again.
type Placed struct {
	Seq      int64 // row number: rises in the order in which documents were added
	Place    entente.Assignment
	Features []byte
}

// CountPlaced returns how many documents are placed.
func (a *Archive) CountPlaced(ctx context.Context) (int, error) {
	var n int
	if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM members").Scan(&n); err != nil {
		return 0, fmt.Errorf("count placed documents: %w", err)
	}
	return n, nil
}

// Placed yields the placed documents in the order in which they were added,
// without the first skip of them. An error ends it. It takes one connection
// until the loop ends.
func (a *Archive) Placed(ctx context.Context, skip int) iter.Seq2[Placed, error] {
	return placed(ctx, a.read, " ORDER BY d.seq LIMIT -1 OFFSET ?", max(0, skip)) // CROSS keeps the order of the joins: by seq, nothing is sorted
}

// placedAfter yields the documents placed behind a row number.
func placedAfter(ctx context.Context, tx *sql.Tx, seq int64) iter.Seq2[Placed, error] {
	return placed(ctx, tx, " WHERE d.seq > ? ORDER BY d.seq", seq)
}

// lister is a database or a transaction.
type lister interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func placed(ctx context.Context, q lister, which string, args ...any) iter.Seq2[Placed, error] {
	return func(yield func(Placed, error) bool) {
		fail := func(err error) { yield(Placed{}, fmt.Errorf("list placed documents: %w", err)) }
		rows, err := q.QueryContext(ctx, `SELECT d.seq, m.doc, m.story, m.duplicate_of, f.features FROM documents d
			CROSS JOIN members m ON m.doc = d.id CROSS JOIN features f ON f.doc = d.id`+which, args...)
		if err != nil {
			fail(err)
			return
		}
		defer rows.Close() //nolint:errcheck // the error is that of rows.Err
		for rows.Next() {
			var p Placed
			if err := rows.Scan(&p.Seq, &p.Place.Doc, &p.Place.Story, &p.Place.DuplicateOf, &p.Features); err != nil {
				fail(err)
				return
			}
			if !yield(p, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			fail(err)
		}
	}
}
