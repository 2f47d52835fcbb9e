package store_test

import (
	"testing"

	entente "github.com/entente-news/entente"
)

// TestEarlier asks what two parties did before a day: newest first, what is of no
// one day among it, and nothing of another root, pair or later day.
func TestEarlier(t *testing.T) {
	t.Parallel()
	a := open(t)
	month := report("u1", 20, "RUS", "CHN", entente.RootConsult, 4)
	month.Events[0].When = entente.When{From: entente.NewDay(2024, 5, 3), To: entente.NewDay(2024, 5, 9)}
	put(t, a, report("x1", 2, "RUS", "CHN", entente.RootConsult, 4), report("x2", 12, "CHN", "RUS", entente.RootConsult, 4), month,
		report("x3", 5, "RUS", "CHN", entente.RootAid, 7), report("x4", 6, "RUS", "USA", entente.RootConsult, 4), report("x5", 17, "RUS", "CHN", entente.RootConsult, 4))
	list, whole, err := a.Earlier(t.Context(), entente.RootConsult, [2]string{"RUS", "CHN"}, entente.NewDay(2024, 5, 17), 5)
	if err != nil || !whole {
		t.Fatalf("whole %v, %v", whole, err)
	}
	var docs []string
	for _, m := range list {
		docs = append(docs, m.Tellings[0].Doc)
	}
	if got := len(docs); got != 3 || docs[0] != "x2" || docs[1] != "u1" || docs[2] != "x1" {
		t.Errorf("earlier: %v, want x2, u1, x1", docs)
	}
	if list, whole, err = a.Earlier(t.Context(), entente.RootConsult, [2]string{"CHN", "RUS"}, entente.NewDay(2024, 5, 17), 1); err != nil || whole || len(list) != 1 || list[0].Tellings[0].Doc != "x2" {
		t.Errorf("the newest alone: %d, whole %v, %v", len(list), whole, err)
	}
}
