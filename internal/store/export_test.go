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
	for _, q := range []string{"DROP INDEX events_listed", "DROP INDEX events_root", "ALTER TABLE events DROP COLUMN listed", "DROP INDEX events_first", "DROP INDEX events_long",
		"CREATE INDEX events_day ON events (day_from)", "DROP TRIGGER coverage_ai", "DROP TRIGGER coverage_ad", "DROP TRIGGER coverage_au"} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	for _, table := range []string{"claims", "provenance", "merged", "tellings", "merged_parties", "bundles", "read_months", "story_links", "story_trace", "marks", "watches", "alerts", "coverage", "dropped"} {
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
