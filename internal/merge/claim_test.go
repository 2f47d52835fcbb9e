package merge

import (
	"testing"

	entente "github.com/entente-news/entente"
)

func TestTimeKey(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"May 3", "3 May 2024", true},
		{"Sept. 9", "the 9th of September", true},
		{"May 3", "May 4", false},
		{"3 decades", "3 December", false},
		{"on 9 second marches", "9 March", false},
		{"Friday", "friday", true},
		{"Friday", "Saturday", false},
		{"", "May 3", false},
		{"März 3", "Mar 3", false},
	} {
		if got := timeKey(tc.a) == timeKey(tc.b); got != tc.same {
			t.Errorf("%q and %q have one key: %v, want %v", tc.a, tc.b, got, tc.same)
		}
	}
}

// TestGuessedHolder has an office without a name in a text without a day: whoever
// holds it today is not who is meant.
func TestGuessedHolder(t *testing.T) {
	t.Parallel()
	holder := entente.Actor{Country: "GBR", Sector: entente.GOV, Name: "Edith Marlowe", Role: "foreign minister", Wikidata: "Q1"}
	for _, tc := range []struct{ name, text, want string }{
		{"an office", "The Foreign Secretary condemned the attack.", ""},
		{"an office and a name", "The Foreign Secretary, Ms Marlowe, condemned the attack.", "Edith Marlowe"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			d := &entente.Document{ID: "d", Text: tc.text, Events: []entente.Event{{ID: "e", Root: entente.RootAccuse, Actors: []entente.Actor{holder},
				When: entente.When{From: entente.NoDay, To: entente.NoDay}}}}
			if got := Claims(d)[0].Event.Actors[0].Name; got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
			if d.Events[0].Actors[0].Name == "" {
				t.Error("the document's own event was changed")
			}
		})
	}
}
