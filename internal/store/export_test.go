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
