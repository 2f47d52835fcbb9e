package store

import (
	"context"
	"fmt"
)

// Limit makes a look like one on a disk that holds so many pages.
func Limit(ctx context.Context, a *Archive, pages int) error {
	_, err := a.write.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	return err
}

// Downgrade makes a an archive of version 1.
func Downgrade(ctx context.Context, a *Archive) error {
	for _, q := range []string{"DROP TRIGGER coverage_ai", "DROP TRIGGER coverage_ad", "DROP TRIGGER coverage_au"} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	for _, table := range []string{"claims", "provenance", "merged", "tellings", "merged_parties", "merged_dyads", "story_links", "story_trace", "marks", "watches", "alerts", "coverage", "dropped"} {
		if _, err := a.write.ExecContext(ctx, "DROP TABLE "+table); err != nil {
			return err
		}
	}
	for _, q := range []string{"ALTER TABLE documents DROP COLUMN added"} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	if _, err := a.write.ExecContext(ctx, "ALTER TABLE stories DROP COLUMN independent"); err != nil {
		return err
	}
	_, err := a.write.ExecContext(ctx, "PRAGMA user_version = 1")
	return err
}

// FillDyads writes n merged events of one dyad each into the table that
// relations read, without reports behind them, numbered from first.
func FillDyads(ctx context.Context, a *Archive, n, first int, next func() (actor, recipient string, day int)) error {
	tx, err := a.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // committed below
	q, err := tx.PrepareContext(ctx, `INSERT INTO merged_dyads (actor, recipient, merged, weight, day, quad, score, confidence, claim, sample, outlets)
		VALUES (?,?,?,1,?,?,?,0.8,0,0,?)`)
	if err != nil {
		return err
	}
	defer q.Close() //nolint:errcheck // the transaction ends it
	for i := first; i < first+n; i++ {
		actor, recipient, day := next()
		if _, err := q.ExecContext(ctx, actor, recipient, fmt.Sprintf("m%015x", uint64(i)*0x9e3779b97f4a7c15>>4), day, 1+i%4, float64(i%19)-9, fmt.Sprintf("outlet%d.example", i%40)); err != nil {
			return err
		}
	}
	return tx.Commit()
}
