package store_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// TestUpgrade takes the tables of version 2 out of an archive and opens it
// again.
func TestUpgrade(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("a", 16))
	place(t, a, "s1", outlet("b", 16))
	want := merged(t, a)
	if err := store.Downgrade(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b, err := store.Open(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	got := merged(t, b)
	if len(got) != len(want) || got[0].Merged.ID != want[0].Merged.ID || got[0].Merged.Reports != 2 {
		t.Errorf("%d happenings after the upgrade, want %d: %+v", len(got), len(want), got)
	}
	if n, err := b.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()}); err != nil || n != 2 {
		t.Errorf("%d events after the upgrade, %v, want 2", n, err)
	}
}
