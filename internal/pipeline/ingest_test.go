package pipeline

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// reports are n reports of n/5 happenings, one happening a day, in the order of
// a stream. Those of one happening share their names and subjects.
func reports(n int) []*entente.Document {
	syllables := []string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "da"}
	word := func(k int) string { return syllables[k%11] + syllables[k/11%11] + syllables[k/121%11] + "r" }
	out := make([]*entente.Document, n)
	for i := range out {
		happening := i / 5
		day := entente.NewDay(2024, 5, 1) + entente.Day(happening)
		var b strings.Builder
		for k := range 12 {
			fmt.Fprintf(&b, "The %s near %s was %s. ", word(40*happening+k), word(40*happening+12+k), word((97*i+31*k)%1331)+"en")
		}
		out[i] = &entente.Document{ID: fmt.Sprintf("d%03d", i), Title: word(40*happening) + " " + word(40*happening+12), Text: b.String(),
			Lang: Language, Layers: entente.LayerText, Published: day.Time(), DateOnly: true, DateBasis: entente.DateMetadata}
	}
	return out
}

// places returns the story of each document of an archive.
func places(t *testing.T, a *store.Archive) map[string]string {
	t.Helper()
	out := map[string]string{}
	for p, err := range a.Placed(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		out[p.Place.Doc] = p.Place.Story
	}
	return out
}

func archive(t *testing.T) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return a
}

func ingest(t *testing.T, a *store.Archive, docs []*entente.Document, restored int) Counts {
	t.Helper()
	told := 0
	g, err := newIngest(t.Context(), a, Coding{Run: "run"}, restored, func(o Outcome) error {
		if want := docs[told].ID; o.ID != want {
			t.Errorf("outcome %d is of %s, want %s", told, o.ID, want)
		}
		told++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := g.Take(t.Context(), Result{Doc: d}); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if told != len(docs) {
		t.Errorf("%d outcomes of %d documents", told, len(docs))
	}
	return g.Counts()
}

// TestResume checks that an ingest in two runs gives the stories of one, and
// that a run that takes up only the last documents leaves the others alone.
func TestResume(t *testing.T) {
	t.Parallel()
	docs := reports(150)
	whole := archive(t)
	if c := ingest(t, whole, docs, maxRestored); c.Added != 150 || c.Read != 150 {
		t.Errorf("counts %+v", c)
	}
	want := places(t, whole)
	stories := map[string]bool{}
	for _, s := range want {
		stories[s] = true
	}
	if len(want) != 150 || len(stories) < 10 || len(stories) > 60 {
		t.Fatalf("%d documents in %d stories, want 150 in about 30", len(want), len(stories))
	}
	for _, restored := range []int{maxRestored, 40} {
		a := archive(t)
		ingest(t, a, docs[:97], restored)
		before := places(t, a)
		if c := ingest(t, a, docs[90:], restored); c.Same != 7 || c.Added != 53 {
			t.Errorf("restored %d: counts %+v, want 7 the same and 53 added", restored, c)
		}
		got := places(t, a)
		if restored == maxRestored {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("two runs differ from one (-one +two):\n%s", diff)
			}
			continue
		}
		for _, d := range docs[:97-40/2] {
			if got[d.ID] != before[d.ID] {
				t.Errorf("restored %d: %s went from %s to %s", restored, d.ID, before[d.ID], got[d.ID])
			}
		}
		if len(got) != 150 {
			t.Errorf("restored %d: %d documents", restored, len(got))
		}
	}
}

// TestTwoRunsAtOnce checks that two runs that ingest in turn into one archive
// see each other's documents: the stories are those of one run.
func TestTwoRunsAtOnce(t *testing.T) {
	t.Parallel()
	docs := reports(256)
	whole := archive(t)
	ingest(t, whole, docs, maxRestored)
	both := archive(t)
	other, err := store.Open(t.Context(), both.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	var runs []*Ingest
	for _, a := range []*store.Archive{both, other} {
		g, err := NewIngest(t.Context(), a, Coding{Run: "run"}, func(Outcome) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		runs = append(runs, g)
	}
	for i, d := range docs {
		if err := runs[i/batchSize%2].Take(t.Context(), Result{Doc: d}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(places(t, whole), places(t, both)); diff != "" {
		t.Errorf("two runs at once differ from one (-one +two):\n%s", diff)
	}
}
