package store_test

import (
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
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

// TestUpgradeOfVersion5 opens an archive that a program of version 5 wrote, which
// had a row for each pair of an event, and expects the relation that it printed.
func TestUpgradeOfVersion5(t *testing.T) {
	t.Parallel()
	packed, err := os.Open("testdata/v5.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close() //nolint:errcheck // read only
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	for _, by := range []entente.Period{entente.ByDay, entente.ByMonth} {
		f := entente.RelationFilter{A: side("RUS", 0), B: side("CHN", 0), Days: entente.AllDays(), Period: by}
		if n := checkRelation(t, a, f); n != 4 {
			t.Errorf("%d events between Russia and China, want %d", n, 4)
		}
	}
	checkNetwork(t, a, entente.AllDays())
	points := relationOf(t, a, entente.RelationFilter{A: side("RUS", 0), B: side("CHN", 0), Days: entente.AllDays(), Period: entente.ByMonth})
	if p := points[0]; p.Documents != 4 || p.Events != 4 || p.Weight != 4 {
		t.Errorf("the month: %+v", p)
	}
}

// TestUpgradeOfVersion6 takes the sums out of an archive and opens it again.
func TestUpgradeOfVersion6(t *testing.T) {
	t.Parallel()
	a := open(t)
	h := &history{t: t, a: a, rng: rand.New(rand.NewPCG(7, 9)), day: entente.NewDay(2024, 6, 1)} //nolint:gosec // a fixed life
	for range 6 {
		h.put(2)
	}
	if err := store.Downgrade6(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	b, err := store.Open(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	h.a = b
	n := 0
	for range 12 {
		n += checkRelation(t, b, h.filter())
	}
	checkNetwork(t, b, entente.AllDays())
	checkStats(t, b)
	if st, err := b.Stats(t.Context(), entente.AllDays()); err != nil || n == 0 || st.Documents == 0 {
		t.Errorf("%d events of relations, %+v, %v", n, st, err)
	}
}
