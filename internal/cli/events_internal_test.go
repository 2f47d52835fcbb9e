package cli

import (
	"bytes"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

// TestHeldEventsAreNotNamed writes an event that points at two others, of which
// one is written only if all are.
func TestHeldEventsAreNotNamed(t *testing.T) {
	t.Parallel()
	const actual, held = "00000000000000aa", "00000000000000bb"
	doc := func() *entente.Document {
		e := func(id string, s entente.Status, same string, to ...string) entente.Event {
			out := entente.Event{ID: id, Root: entente.RootAccuse, Status: s, SameAs: same, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
			for _, x := range to {
				out.Links = append(out.Links, entente.Link{Event: x})
			}
			return out
		}
		return &entente.Document{ID: "d", Text: "It may be so.", Sentences: []entente.Sentence{{Span: entente.Span{End: 13}}}, Layers: entente.LayerEvents,
			Events: []entente.Event{e(held, entente.Hypothetical, ""), e(actual, entente.Actual, ""), e("00000000000000cc", entente.Actual, held, held, actual)}}
	}
	for all, want := range map[bool][2]int{true: {3, 3}, false: {2, 0}} {
		var b bytes.Buffer
		if err := writeEvents(wire.NewWriter(&b), doc(), wire.Options{}, all); err != nil {
			t.Fatal(err)
		}
		if got := [2]int{strings.Count(b.String(), "\n"), strings.Count(b.String(), held)}; got != want || strings.Count(b.String(), actual) != 2 {
			t.Errorf("all %v: %d events that name the held one %d times, want %v:\n%s", all, got[0], got[1], want, b.String())
		}
	}
}
