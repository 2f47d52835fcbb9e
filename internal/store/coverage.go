package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	entente "github.com/entente-news/entente"
)

// presenceQuery goes from outlet to outlet and to both ends of each in the index.
const presenceQuery = `WITH RECURSIVE s (source) AS (SELECT min(source) FROM coverage
	UNION ALL SELECT (SELECT min(source) FROM coverage WHERE source > s.source) FROM s WHERE s.source IS NOT NULL)
	SELECT source, (SELECT min(day) FROM coverage WHERE source = s.source), (SELECT max(day) FROM coverage WHERE source = s.source)
	FROM s WHERE source IS NOT NULL`

// Presence returns the first and the last day of each outlet.
func (a *Archive) Presence(ctx context.Context) (map[string]entente.Days, error) {
	rows, err := a.read.QueryContext(ctx, presenceQuery)
	if err != nil {
		return nil, fmt.Errorf("list outlets: %w", err)
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	out := map[string]entente.Days{}
	for rows.Next() {
		var name string
		var d entente.Days
		if err := rows.Scan(&name, &d.From, &d.To); err != nil {
			return nil, fmt.Errorf("list outlets: %w", err)
		}
		out[name] = d
	}
	return out, rows.Err()
}

// Coverage returns what was read of each outlet and language on each day of
// publication within span, by day, outlet and language.
func (a *Archive) Coverage(ctx context.Context, span entente.Days) ([]entente.Coverage, error) {
	w := where{}
	w.days("day", "day", span)
	rows, err := a.read.QueryContext(ctx, "SELECT day, source, lang, documents, silent FROM coverage"+w.String()+" ORDER BY day, source, lang", w.args...)
	if err != nil {
		return nil, fmt.Errorf("list the coverage: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.Coverage, error) {
		var c entente.Coverage
		err := r.Scan(&c.Day, &c.Outlet, &c.Lang, &c.Documents, &c.Silent)
		return c, err
	})
}

// Dropped returns what was read on the days of span and gave no document, by
// day, outlet and cause.
func (a *Archive) Dropped(ctx context.Context, span entente.Days) ([]entente.Dropped, error) {
	w := where{}
	w.days("day", "day", span)
	rows, err := a.read.QueryContext(ctx, "SELECT day, source, why, number FROM dropped"+w.String()+" ORDER BY day, source, why", w.args...)
	if err != nil {
		return nil, fmt.Errorf("list what was dropped: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.Dropped, error) {
		var d entente.Dropped
		err := r.Scan(&d.Day, &d.Outlet, &d.Why, &d.Number)
		return d, err
	})
}

// Drop notes inputs that gave no document.
func (a *Archive) Drop(ctx context.Context, ds []entente.Dropped) error {
	if len(ds) == 0 {
		return nil
	}
	err := a.update(ctx, func(tx *sql.Tx) error {
		for _, d := range ds {
			if _, err := tx.ExecContext(ctx, `INSERT INTO dropped (day, source, why, number) VALUES (?,?,?,?)
				ON CONFLICT DO UPDATE SET number = number + excluded.number`, int64(d.Day), d.Outlet, d.Why, d.Number); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("note what was dropped: %w", err)
	}
	return nil
}

// newestQuery reads one day of documents: the dates of all others are smaller.
// Without a dated document there is nothing to be read.
const newestQuery = "SELECT ifnull(max(published), '') FROM documents WHERE day = (SELECT max(day) FROM documents)"

// Newest returns the time of the newest document's publication, zero for an
// archive without dates.
func (a *Archive) Newest(ctx context.Context) (time.Time, error) {
	var s string
	if err := a.read.QueryRowContext(ctx, newestQuery).Scan(&s); err != nil {
		return time.Time{}, fmt.Errorf("find the newest document: %w", err)
	}
	var d entente.Document
	if err := setPublished(&d, s); err != nil {
		return time.Time{}, err
	}
	return d.Published, nil
}
