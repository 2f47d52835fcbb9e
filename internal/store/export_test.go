package store

import (
	"context"
	"fmt"

	entente "github.com/entente-news/entente"
)

// Limit makes a look like one on a disk that holds so many pages.
func Limit(ctx context.Context, a *Archive, pages int) error {
	_, err := a.write.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	return err
}

// Downgrade makes a an archive of version 1.
func Downgrade(ctx context.Context, a *Archive) error {
	for _, q := range []string{"DROP INDEX events_listed", "DROP INDEX events_root", "ALTER TABLE events DROP COLUMN listed", "DROP INDEX events_first", "DROP INDEX events_long",
		"CREATE INDEX events_day ON events (day_from)", "DROP TRIGGER coverage_ai", "DROP TRIGGER coverage_ad", "DROP TRIGGER coverage_au",
		"DROP TRIGGER counts_ai", "DROP TRIGGER counts_ad", "DROP TRIGGER counts_au", "DROP TRIGGER counts_mi", "DROP TRIGGER counts_md", "DROP TRIGGER counts_mu"} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	for _, table := range []string{"claims", "provenance", "merged", "tellings", "merged_parties", "bundles", "read_months", "pair_sums", "network_sums", "counts", "story_links", "story_trace", "marks", "watches", "alerts", "coverage", "dropped"} {
		if _, err := a.write.ExecContext(ctx, "DROP TABLE "+table); err != nil {
			return err
		}
	}
	for _, q := range []string{"DROP INDEX documents_added", "ALTER TABLE documents DROP COLUMN added"} {
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

// MergeAsOf makes a merge again what it answers as of a day, whatever came since.
func MergeAsOf(a *Archive) { a.late = -1 }

// CountSums counts the months of a pair that have sums.
func CountSums(ctx context.Context, a *Archive) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM pair_sums").Scan(&n)
	return n, err
}

// SumFrom makes a keep sums of months of a pair with so many events.
func SumFrom(a *Archive, events int) { a.summed = events }

// PlainStats counts the whole archive from its documents.
func PlainStats(ctx context.Context, a *Archive) (entente.Stats, error) {
	return a.stats(ctx, statsQuery)
}

// Downgrade6 makes a an archive of version 6, without sums.
func Downgrade6(ctx context.Context, a *Archive) error {
	for _, q := range []string{"DROP INDEX documents_added", "DROP TRIGGER counts_ai", "DROP TRIGGER counts_ad", "DROP TRIGGER counts_au", "DROP TRIGGER counts_mi",
		"DROP TRIGGER counts_md", "DROP TRIGGER counts_mu", "DROP TABLE counts", "DROP TABLE pair_sums", "DROP TABLE network_sums", "PRAGMA user_version = 6"} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}
