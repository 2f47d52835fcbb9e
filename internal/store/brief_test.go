package store_test

import (
	"path/filepath"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// The readers of briefs on an archive without anything: nothing is found, and
// that there is no more is known.
func TestBriefReadersOfNothing(t *testing.T) {
	t.Parallel()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // a temporary archive
	list, whole, err := a.Earlier(t.Context(), entente.RootConsult, [2]string{"RUS", "CHN"}, entente.NewDay(2024, 5, 16), 3)
	if err != nil || len(list) > 0 || !whole {
		t.Errorf("earlier: %v, whole %v, %v", list, whole, err)
	}
	day := entente.NewDay(2024, 5, 16)
	if rows, err := a.Reported(t.Context(), entente.Days{From: day, To: day}, 5); err != nil || len(rows) > 0 {
		t.Errorf("reported: %v, %v", rows, err)
	}
	if rows, err := a.Beside(t.Context(), &entente.Story{ID: "s", From: day, To: day}); err != nil || len(rows) > 0 {
		t.Errorf("beside: %v, %v", rows, err)
	}
	if rows, err := a.Happenings(t.Context(), entente.EventFilter{Days: entente.AllDays()}); err != nil || len(rows) > 0 {
		t.Errorf("happenings: %v, %v", rows, err)
	}
}
