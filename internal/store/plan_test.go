package store

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// plan returns the steps by which SQLite answers a query.
func plan(t *testing.T, a *Archive, q string, args ...any) string {
	t.Helper()
	rows, err := a.read.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+q, args...)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	steps, err := collect(rows, func(r *sql.Rows) (string, error) {
		var id, parent, unused int
		var s string
		err := r.Scan(&id, &parent, &unused, &s)
		return s, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(steps, "\n")
}

// scans reports whether a plan reads a whole table: the recursions of a query go
// over their own rows.
func scans(plan string) bool {
	for line := range strings.Lines(plan) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "SCAN") && line != "SCAN m" && line != "SCAN s" && line != "SCAN CONSTANT ROW" {
			return true
		}
	}
	return false
}

// TestPlans checks that what is asked with a filter is answered along an index,
// and that the newest events of all are not sorted to be found.
func TestPlans(t *testing.T) {
	t.Parallel()
	a, err := Open(t.Context(), filepath.Join(t.TempDir(), "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	all, month := entente.AllDays(), entente.Days{From: 19000, To: 19030}
	rus, chn := []entente.Party{{Code: "RUS"}}, []entente.Party{{Code: "CHN", Sector: entente.GOV}}
	for _, c := range []struct {
		name  string
		f     entente.EventFilter
		index string
	}{
		{"newest", entente.EventFilter{Days: all, NewestFirst: true, Limit: 40}, "events_listed"},
		{"oldest", entente.EventFilter{Days: all, Limit: 40}, "events_listed"},
		{"month", entente.EventFilter{Days: month}, "events_first"},
		{"long ones of the month", entente.EventFilter{Days: month}, "events_long"},
		{"from", entente.EventFilter{Days: entente.Days{From: 19000, To: entente.NoDay}}, "events_first"},
		{"to", entente.EventFilter{Days: entente.Days{From: entente.NoDay, To: 19000}}, "events_first"},
		{"pair", entente.EventFilter{Days: all, Between: [2][]entente.Party{rus, chn}}, "parties_party"},
		{"actor", entente.EventFilter{Days: all, Actor: rus}, "parties_party"},
		{"roots", entente.EventFilter{Days: all, Root: entente.RootAid}, "events_root"},
		{"root", entente.EventFilter{Days: all, Root: entente.RootAid, NewestFirst: true}, "events_root"},
		{"document", entente.EventFilter{Days: all, Doc: "x"}, "events_doc"},
		{"story", entente.EventFilter{Days: all, Story: "x"}, "members_story"},
		{"watch", entente.EventFilter{Days: all, AfterDoc: 17, Party: rus}, "parties_party"},
		{"watch of all", entente.EventFilter{Days: all, AfterDoc: 17}, "INTEGER PRIMARY KEY (rowid>?)"},
	} {
		q, args := eventQuery(&c.f)
		got := plan(t, a, q, args...)
		if c.f.Limit == 0 && scans(got) || !strings.Contains(got, c.index) || c.f.Limit > 0 && strings.Contains(got, "FOR ORDER BY") {
			t.Errorf("%s: want %s, got\n%s", c.name, c.index, got)
		}
		w := mergedWhere(&c.f)
		index := strings.NewReplacer("events_doc", "tellings_doc", "events_listed", "merged_first", "events_", "merged_", "parties_", "merged_parties_").Replace(c.index)
		got = plan(t, a, "SELECT e.record FROM merged e"+w.String()+mergedOrder(&c.f), w.args...)
		if c.f.Limit == 0 && scans(got) || !strings.Contains(got, index) {
			t.Errorf("merged, %s: want %s, got\n%s", c.name, index, got)
		}
	}
	for _, c := range []struct {
		name, query string
		args        []any
	}{
		{"relation", bundlesQuery, []any{1, 2, "a", "b", 1, 2}},
		{"network", networkQuery, []any{1, 2}},
		{"network of years", networkSumsQuery, []any{1, 2}},
		{"presence", presenceQuery, nil},
		{"newest", newestQuery, nil},
		{"coverage", "SELECT day, source, lang, documents, silent FROM coverage WHERE day >= ? AND day <= ? ORDER BY day, source, lang", []any{1, 2}},
		{"stories", "SELECT " + storyColumns + storyTables + " WHERE s.day_to >= ? AND s.day_from <= ? GROUP BY s.id", []any{1, 2}},
		{"stats", statsQuery + " WHERE d.day >= ? AND d.day <= ?", []any{1, 2}},
		{"search", searchQuery, []any{"a"}},
	} {
		got := plan(t, a, c.query, c.args...)
		if c.name == "search" {
			got = strings.Replace(got, "SCAN fts VIRTUAL TABLE", "", 1)
		}
		if scans(got) {
			t.Errorf("%s:\n%s", c.name, got)
		}
	}
}
