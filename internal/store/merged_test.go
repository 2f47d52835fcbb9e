package store_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// place puts a report into a story of the archive.
func place(t *testing.T, a *store.Archive, story string, d *entente.Document, moves ...entente.Assignment) {
	t.Helper()
	entries := []store.Entry{{Doc: d, Place: entente.Assignment{Doc: d.ID, Story: story}, Features: []byte{1}}}
	if err := a.Put(t.Context(), entries, moves...); err != nil {
		t.Fatal(err)
	}
}

// outlet makes a report of one event by an outlet of its own.
func outlet(id string, day int) *entente.Document {
	d := report(id, day, "RUS", "CHN", entente.RootConsult, 4)
	d.Publisher = "outlet " + id
	return d
}

func merged(t *testing.T, a *store.Archive) []entente.MergedRow {
	t.Helper()
	rows, err := a.MergedEvents(t.Context(), entente.EventFilter{Days: entente.AllDays()})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestMergedFollowsReports(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("b", 16))
	place(t, a, "s1", outlet("c", 16))
	rows := merged(t, a)
	if len(rows) != 1 || rows[0].Merged.ID != "meb" || rows[0].Merged.Independent != 2 {
		t.Fatalf("after two reports: %d happenings, first %+v", len(rows), rows[0].Merged)
	}
	place(t, a, "s1", outlet("a", 16)) // as early, and before them by id
	rows = merged(t, a)
	if len(rows) != 1 || rows[0].Merged.ID != "mea" || rows[0].Merged.Reports != 3 {
		t.Fatalf("after a late one: %d happenings, first %+v", len(rows), rows[0].Merged)
	}
	for _, id := range []string{"mea", "meb", "ec"} {
		if row, err := a.Merged(t.Context(), id); err != nil || row.Merged.ID != "mea" || row.Texts["c"] == "" {
			t.Errorf("Merged(%s) = %+v, %v, want mea with its texts", id, row.Merged, err)
		}
	}
	if _, err := a.Merged(t.Context(), "mno"); entente.ErrorCode(err) != entente.ErrNotFound {
		t.Errorf("a missing one: %v, want not_found", err)
	}
}

func TestMergedFollowsMoves(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("a", 16))
	place(t, a, "s2", outlet("b", 16))
	if n := len(merged(t, a)); n != 2 {
		t.Fatalf("%d happenings in two stories, want 2", n)
	}
	place(t, a, "s1", outlet("c", 20), entente.Assignment{Doc: "b", Story: "s1"})
	rows := merged(t, a)
	if len(rows) != 2 || rows[0].Merged.Reports != 2 {
		t.Errorf("after the stories became one: %d happenings, first of %d reports, want 2 and 2", len(rows), rows[0].Merged.Reports)
	}
	place(t, a, "s1", outlet("d", 20), entente.Assignment{Doc: "b", Story: "s2"})
	if n := len(merged(t, a)); n != 3 {
		t.Errorf("after they were parted again: %d happenings, want 3", n)
	}
}

func TestMergedFollowsRevisions(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("a", 16))
	d := outlet("a", 16)
	d.Text += " It was revised."
	d.Events[0].Root = entente.RootAgree
	place(t, a, "s1", d)
	rows := merged(t, a)
	if len(rows) != 1 || rows[0].Merged.Root != entente.RootAgree {
		t.Errorf("after a revision: %d happenings, want the new one alone", len(rows))
	}
}

func TestMergedFilters(t *testing.T) {
	t.Parallel()
	a := open(t)
	place(t, a, "s1", outlet("a", 16))
	place(t, a, "s1", outlet("b", 16))
	place(t, a, "s2", report("c", 18, "USA", "CHN", entente.RootSanction, -6))
	rus, usa := []entente.Party{{Code: "RUS"}}, []entente.Party{{Code: "USA"}}
	tests := []struct {
		name string
		f    entente.EventFilter
		want int
	}{
		{"all", entente.EventFilter{}, 2},
		{"actor", entente.EventFilter{Actor: rus}, 1},
		{"recipient", entente.EventFilter{Recipient: rus}, 0},
		{"root", entente.EventFilter{Root: entente.RootSanction}, 1},
		{"doc", entente.EventFilter{Doc: "b"}, 1},
		{"story", entente.EventFilter{Story: "s2"}, 1},
		{"series", entente.EventFilter{Series: true}, 2},
		{"between", entente.EventFilter{Between: [2][]entente.Party{usa, {{Code: "CHN"}}}}, 1},
		{"days", entente.EventFilter{Days: entente.Days{From: entente.NewDay(2024, 5, 17), To: entente.NoDay}}, 1},
	}
	for _, tc := range tests {
		if tc.f.Days == (entente.Days{}) {
			tc.f.Days = entente.AllDays()
		}
		rows, err := a.MergedEvents(t.Context(), tc.f)
		if err != nil {
			t.Fatal(err)
		}
		n, err := a.CountMerged(t.Context(), tc.f)
		if err != nil || n != len(rows) || n != tc.want {
			t.Errorf("%s: %d rows, CountMerged = %d, %v, want %d", tc.name, len(rows), n, err, tc.want)
		}
	}
}
