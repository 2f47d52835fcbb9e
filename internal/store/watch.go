package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	entente "github.com/entente-news/entente"
)

// How an alert stands to being posted.
const (
	postNone = iota
	postWaits
	postDone
	postGivenUp
)

// SaveWatch keeps a search under its name, in place of another of that name. It
// looks at documents that come from now on; w.Cursor 0 begins with the first
// one of the archive, -1 behind the last.
func (a *Archive) SaveWatch(ctx context.Context, w entente.Watch) error {
	err := a.update(ctx, func(tx *sql.Tx) error {
		if w.Cursor < 0 {
			if err := tx.QueryRowContext(ctx, "SELECT ifnull(max(seq), 0) FROM documents").Scan(&w.Cursor); err != nil {
				return err
			}
		}
		b, err := json.Marshal(w)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO watches (name, watch, cursor, armed) VALUES (?,?,?,1)", w.Name, string(b), w.Cursor)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep the watch %s: %w", w.Name, err)
	}
	return nil
}

// RemoveWatch forgets a kept search; what it told stays. An unknown name is an
// error with code not_found.
func (a *Archive) RemoveWatch(ctx context.Context, name string) error {
	return a.update(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "DELETE FROM watches WHERE name = ?", name)
		if err != nil {
			return fmt.Errorf("remove the watch %s: %w", name, err)
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, &entente.Error{Code: entente.ErrNotFound, Op: "remove the watch", Where: name, Err: errors.New("there is none of that name")})
		}
		return nil
	})
}

// Watches returns the kept searches by name.
func (a *Archive) Watches(ctx context.Context) ([]entente.Watch, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT watch, cursor, armed FROM watches ORDER BY name")
	if err != nil {
		return nil, fmt.Errorf("list watches: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.Watch, error) {
		var w entente.Watch
		var text string
		var cursor int64
		var armed bool
		if err := r.Scan(&text, &cursor, &armed); err != nil {
			return w, err
		}
		if err := json.Unmarshal([]byte(text), &w); err != nil {
			return w, fmt.Errorf("read a watch: %w", err)
		}
		w.Cursor, w.Armed = cursor, armed
		return w, nil
	})
}

// LastDocument returns the place of the document that came last, 0 in an empty
// archive.
func (a *Archive) LastDocument(ctx context.Context) (int64, error) {
	var n int64
	if err := a.read.QueryRowContext(ctx, "SELECT ifnull(max(seq), 0) FROM documents").Scan(&n); err != nil {
		return 0, fmt.Errorf("find the last document: %w", err)
	}
	return n, nil
}

// Found keeps what a watch found and how far it has looked, in one transaction.
// An alert that is there already, told or not, stays as it is.
func (a *Archive) Found(ctx context.Context, w entente.Watch, alerts []entente.Alert) error {
	err := a.update(ctx, func(tx *sql.Tx) error {
		post := postNone
		if w.Webhook != "" {
			post = postWaits
		}
		for i := range alerts {
			b, err := json.Marshal(alerts[i])
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO alerts (id, watch, at, alert, post) VALUES (?,?,?,?,?)", alerts[i].ID, alerts[i].Watch,
				stamp(alerts[i].At), string(b), post); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, "UPDATE watches SET cursor = ?, armed = ? WHERE name = ?", w.Cursor, w.Armed, w.Name)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep what the watch %s found: %w", w.Name, err)
	}
	return nil
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// PendingAlert is an alert that waits to be posted.
type PendingAlert struct {
	entente.Alert
	Attempts int // so far
}

// Alerts returns what was told, newest first, of one watch or of all for "".
func (a *Archive) Alerts(ctx context.Context, watch string, limit int) ([]entente.Alert, error) {
	list, err := a.alerts(ctx, "WHERE ?1 = '' OR watch = ?1 ORDER BY at DESC, id LIMIT ?2", watch, limit)
	if err != nil || len(list) > 0 || watch == "" {
		return list, err
	}
	var there bool
	if err := a.read.QueryRowContext(ctx, "SELECT count(*) > 0 FROM watches WHERE name = ?", watch).Scan(&there); err != nil {
		return nil, fmt.Errorf("list alerts: %w", err)
	}
	if !there {
		return nil, &entente.Error{Code: entente.ErrNotFound, Op: "list alerts", Where: watch, Err: errors.New("there is no watch of that name")}
	}
	return list, nil
}

// Unprinted returns the alerts that were not printed yet, oldest first.
func (a *Archive) Unprinted(ctx context.Context) ([]entente.Alert, error) {
	return a.alerts(ctx, "WHERE printed = 0 ORDER BY at, id")
}

func (a *Archive) alerts(ctx context.Context, rest string, args ...any) ([]entente.Alert, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT alert FROM alerts "+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("list alerts: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (entente.Alert, error) {
		var al entente.Alert
		var text string
		if err := r.Scan(&text); err != nil {
			return al, err
		}
		return al, json.Unmarshal([]byte(text), &al)
	})
}

// Waiting returns the alerts that are due to be posted, oldest first.
func (a *Archive) Waiting(ctx context.Context, now time.Time) ([]PendingAlert, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT alert, attempts FROM alerts WHERE post = ? AND next <= ? ORDER BY at, id", postWaits, stamp(now))
	if err != nil {
		return nil, fmt.Errorf("list alerts to post: %w", err)
	}
	return collect(rows, func(r *sql.Rows) (PendingAlert, error) {
		var p PendingAlert
		var text string
		if err := r.Scan(&text, &p.Attempts); err != nil {
			return p, err
		}
		return p, json.Unmarshal([]byte(text), &p.Alert)
	})
}

// Printed notes that an alert was printed.
func (a *Archive) Printed(ctx context.Context, id string) error {
	return a.noteAlert(ctx, "UPDATE alerts SET printed = 1 WHERE id = ?", id)
}

// Posted notes that an alert was posted.
func (a *Archive) Posted(ctx context.Context, id string) error {
	return a.noteAlert(ctx, fmt.Sprintf("UPDATE alerts SET post = %d, attempts = attempts + 1, error = '' WHERE id = ?", postDone), id)
}

// NotPosted notes a failed attempt: when to try again, or that it was the last.
func (a *Archive) NotPosted(ctx context.Context, id, why string, next time.Time, last bool) error {
	state := postWaits
	if last {
		state = postGivenUp
	}
	return a.noteAlert(ctx, "UPDATE alerts SET post = ?, attempts = attempts + 1, error = ?, next = ? WHERE id = ?", state, why, stamp(next), id)
}

func (a *Archive) noteAlert(ctx context.Context, query string, args ...any) error {
	return a.update(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return fmt.Errorf("note what became of an alert: %w", err)
		}
		return nil
	})
}
