package story_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// TestFirstReports adds the first reports of an archive, of a sentence or two:
// what every one of them has is rare so far, and a word in common is chance.
func TestFirstReports(t *testing.T) {
	t.Parallel()
	c := story.New(story.Defaults())
	place := map[string]string{}
	for i, r := range []struct{ id, title, text string }{
		{"charge", "Ferry dispute", "Ardenia's transport minister accused Belmark on Monday of blocking ferries on the Danube. Belmark rejected the charge and said that its river police had closed the crossing after a fire."},
		{"reply", "Ferries resume", "Belmark reopened the Danube crossing to ferries on Tuesday. Ardenia thanked its neighbour, and the two governments will meet on Friday."},
		{"cup", "Cup final", "The striker attacked from the left and the keeper let the ball go, but the home side lost 2-1."},
		{"envoys", "Expulsion", "Corvia expelled two diplomats of Delland."},
		{"rain", "Weather", "Heavy rain is expected in the north over the weekend, with winds of 60 km/h on the coast."},
	} {
		d := &entente.Document{ID: r.id, Title: r.title, Text: r.text, Lang: "en", DateOnly: true, DateBasis: entente.DateMetadata, Published: entente.NewDay(2025, 6, 2+i).Time()}
		a := c.Add(story.Extract(d))
		place[a.Doc] = a.Story
		for _, a := range c.Changes() {
			place[a.Doc] = a.Story
		}
	}
	if place["charge"] != place["reply"] {
		t.Error("the dispute is two stories")
	}
	seen := map[string]string{}
	for _, id := range []string{"charge", "cup", "envoys", "rain"} {
		if other := seen[place[id]]; other != "" {
			t.Errorf("%s and %s are one story", other, id)
		}
		seen[place[id]] = id
	}
}
