package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// TestKeeper asks about drafts: each is judged once, when it would stand, and a
// draft that is written later is judged by itself.
func TestKeeper(t *testing.T) {
	t.Parallel()
	judged := 0
	k := newKeeper(func(list []Draft) [][]string {
		out := make([][]string, len(list))
		for i, d := range list {
			if judged++; strings.HasSuffix(d.Text, "shorter.") {
				out[i] = []string{"it says less"}
			}
		}
		return out
	})
	r := report{&entente.Document{ID: "a"}, &entente.Event{}}
	whole, ok := k.passes("A draft that is whole.", r)
	if !ok || judged != 0 || !k.settle(whole) || judged != 1 || !k.settle(whole) || judged != 1 {
		t.Fatalf("a whole draft: %v, judged %d times", ok, judged)
	}
	cut, ok := k.passes("A draft that is shorter.", r)
	if !ok || k.settle(whole, cut) || judged != 2 || k.dropped != 1 {
		t.Errorf("a shorter one: %v, %d judged, %d dropped", ok, judged, k.dropped)
	}
	if _, ok := k.passes("A draft that is shorter.", r); ok {
		t.Error("what was refused passes")
	}
	if key, ok := newKeeper(nil).passes("Anything.", r); !ok || key != "" || !newKeeper(nil).settle(key) {
		t.Error("without a gate something is refused")
	}
}
