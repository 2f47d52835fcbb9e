package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sort"

	entente "github.com/entente-news/entente"
)

// touchedStories are the stories whose documents changed within a transaction,
// each with the story that a document went to, "" when it was taken out.
type touchedStories map[string]string

// ids returns the touched stories in order.
func (t touchedStories) ids() []string {
	out := make([]string, 0, len(t))
	for id := range t {
		out = append(out, id)
	}
	sort.Strings(out)
	return out
}

// leave notes that document id is about to leave its story, and returns that
// story, "" when it is in none.
func (t touchedStories) leave(ctx context.Context, tx *sql.Tx, id string) (string, error) {
	var story string
	err := tx.QueryRowContext(ctx, "SELECT story FROM members WHERE doc = ?", id).Scan(&story)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("look up its story: %w", err)
	}
	if _, seen := t[story]; !seen {
		t[story] = ""
	}
	return story, nil
}

func putMember(ctx context.Context, tx *sql.Tx, e *Entry, touched touchedStories) error {
	if e.Place.Story == "" {
		return nil
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO members (doc, story, duplicate_of) VALUES (?,?,?)",
		e.Doc.ID, e.Place.Story, e.Place.DuplicateOf)
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO features (doc, features) VALUES (?,?)", e.Doc.ID, e.Features)
	}
	if err != nil {
		return fmt.Errorf("place it in story %s: %w", e.Place.Story, err)
	}
	touched[e.Place.Story] = e.Place.Story
	return nil
}

// move gives a document that is in the archive another place, and returns the
// story that it was in, "" for none.
func move(ctx context.Context, tx *sql.Tx, m entente.Assignment, touched touchedStories) (from string, err error) {
	if from, err = touched.leave(ctx, tx, m.Doc); err != nil || from == "" {
		return "", err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE members SET story = ?, duplicate_of = ? WHERE doc = ?", m.Story, m.DuplicateOf, m.Doc); err != nil {
		return "", err
	}
	touched[from], touched[m.Story] = m.Story, m.Story
	return from, nil
}

// firstLine is the first line with words of a document, cut to 120 characters.
const firstLine = `trim(substr(ltrim(f.text, char(9, 10, 13, 32)), 1,
	min(120, instr(ltrim(f.text, char(9, 10, 13, 32)) || char(10), char(10)) - 1)), char(9, 13, 32))`

// refresh writes the rows of the touched stories anew from their documents. A
// story's title is that of its earliest document, or the beginning of its first
// line.
func (t touchedStories) refresh(ctx context.Context, tx *sql.Tx) error {
	for _, id := range t.ids() {
		if _, err := tx.ExecContext(ctx, "DELETE FROM stories WHERE id = ?", id); err != nil {
			return fmt.Errorf("write story %s: %w", id, err)
		}
		res, err := tx.ExecContext(ctx, `INSERT INTO stories (id, title, day_from, day_to, sample)
			SELECT m.story,
				(SELECT iif(f.title <> '', f.title, `+firstLine+`) FROM documents f JOIN members g ON g.doc = f.id
				 WHERE g.story = m.story ORDER BY f.day IS NULL, f.day, f.published, f.id LIMIT 1),
				min(d.day), max(d.day), min(d.sample)
			FROM members m JOIN documents d ON d.id = m.doc WHERE m.story = ? GROUP BY m.story`, id)
		if err != nil {
			return fmt.Errorf("write story %s: %w", id, err)
		}
		n, err := res.RowsAffected()
		if err != nil {
			return fmt.Errorf("write story %s: %w", id, err)
		}
		if to := t[id]; n == 0 && to != "" && to != id {
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO moved (story, now) VALUES (?, ?)", id, to); err != nil {
				return fmt.Errorf("leave a trace of story %s: %w", id, err)
			}
		}
	}
	return nil
}

// present returns the id that a story goes by now.
func (a *Archive) present(ctx context.Context, id string) (string, error) {
	for range 100 { // merges of merges; the bound keeps a damaged table from a loop
		var now string
		err := a.read.QueryRowContext(ctx, "SELECT now FROM moved WHERE story = ? AND NOT EXISTS (SELECT 1 FROM stories WHERE id = ?1)", id).Scan(&now)
		if errors.Is(err, sql.ErrNoRows) {
			return id, nil
		}
		if err != nil {
			return "", fmt.Errorf("follow story %s: %w", id, err)
		}
		id = now
	}
	return id, nil
}
