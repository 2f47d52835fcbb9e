package brief

import (
	"testing"

	entente "github.com/entente-news/entente"
)

func TestRank(t *testing.T) {
	t.Parallel()
	from := entente.NewDay(2024, 5, 16)
	days := entente.Days{From: from, To: from}
	one := func(story entente.Day, outlets ...string) *part {
		x := &part{m: newMaterial(), row: entente.StoryRow{Story: entente.Story{From: story}}}
		for _, o := range outlets {
			x.m.take(&entente.Document{ID: o, Publisher: o, Events: []entente.Event{{Root: entente.RootAid, Actors: []entente.Actor{{Country: "KEN"}}, Recipients: []entente.Actor{{Country: "UGA"}}}}})
		}
		return x
	}
	watch := func(f entente.EventFilter) []entente.Watch { return []entente.Watch{{Events: f}} }
	old := from - 1
	tied := one(old, "a", "b")
	tied.m.tie("a", "b")
	for name, x := range map[string]struct {
		p       *part
		watches []entente.Watch
		want    int
	}{
		"one report":                {one(old, "a"), nil, 10},
		"two":                       {one(old, "a", "b"), nil, 20},
		"two of one source":         {tied, nil, 10},
		"begun that day":            {one(from, "a"), nil, 25},
		"a watched party":           {one(old, "a"), watch(entente.EventFilter{Party: []entente.Party{{Code: "UGA"}}}), 30},
		"a watched pair":            {one(old, "a"), watch(entente.EventFilter{Between: [2][]entente.Party{{{Code: "UGA"}}, {{Code: "KEN"}}}}), 30},
		"another actor":             {one(old, "a"), watch(entente.EventFilter{Actor: []entente.Party{{Code: "UGA"}}}), 10},
		"a watch of words has none": {one(old, "a"), watch(entente.EventFilter{}), 10},
		"eleven reports":            {one(old, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"), nil, 100},
	} {
		if got := x.p.rank(days, x.watches); got != x.want {
			t.Errorf("%s: %d points, want %d", name, got, x.want)
		}
	}
}

func TestArrange(t *testing.T) {
	t.Parallel()
	sec := func(head string, texts ...string) entente.BriefSection {
		s := entente.BriefSection{Head: head}
		for _, x := range texts {
			s.Sentences = append(s.Sentences, entente.BriefSentence{Text: x})
		}
		return s
	}
	got := arrange([]entente.BriefSection{sec("Not known", "a"), sec("Background"), sec("What happened", "b")}, []entente.BriefSection{sec("Why now", "c"), sec("What happened", "d")})
	if len(got) != 3 || got[0].Head != "What happened" || len(got[0].Sentences) != 2 || got[1].Head != "Why now" || got[2].Head != "Not known" {
		t.Errorf("arranged as %v", got)
	}
}
