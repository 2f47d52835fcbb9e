package story_test

import (
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// TestNamesAloneJoinNothing gives two reports of one county, which share the names
// of its offices and roads and hardly a word, and a third on the happening of the
// first.
func TestNamesAloneJoinNothing(t *testing.T) {
	t.Parallel()
	const crash = `A motorcycle struck a parked lorry on Quarry Avenue in Elmford on Sunday, killing its rider and injuring a passenger, said
Elmford Police Department officer Dana Whitlow. The rider skidded across wet gravel behind the brewery, witnesses told Whitlow. The passenger
was flown by helicopter to Saint Bruno Hospital with broken ribs. Speed is thought to have caused the wreck on Quarry Avenue, where drivers
complain of missing lights since the brewery closed its gate near Marrow Creek.`
	const body = `A fisherman found human remains beneath a bridge off Quarry Avenue in Elmford, Elmford Police Department officer Dana Whitlow
announced. Detectives ask whoever recognises a green jacket to telephone them. An autopsy will follow at Saint Bruno Hospital next week. Nobody
has been reported lost from Marrow Creek during winter, according to Whitlow, and investigators suspect neither robbery nor quarrel.`
	const again = `Police in Elmford named the rider who died when a motorcycle struck a parked lorry on Quarry Avenue. The passenger, flown by
helicopter to Saint Bruno Hospital, has broken ribs and will recover, officer Dana Whitlow of the Elmford Police Department said. The rider had
skidded across wet gravel behind the brewery. Neighbours near Marrow Creek laid flowers at the brewery gate and asked for lights.`
	c := story.New(story.Defaults())
	place := func(id, text string) string {
		return c.Add(story.Extract(&entente.Document{ID: id, Text: text, Published: entente.NewDay(2024, 5, 16).Time(), DateOnly: true})).Story
	}
	first := place("a", crash)
	if place("b", body) == first {
		t.Error("two reports of one county are one story")
	}
	if place("c", again) != first {
		t.Error("two reports of one crash are two stories")
	}
}
