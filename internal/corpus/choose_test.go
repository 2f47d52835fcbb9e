package corpus

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestChoice(t *testing.T) {
	t.Parallel()
	in := articles(10)
	for i := range in {
		in[i].Licence = []string{"open", "closed"}[i%2]
	}
	c := Choice{
		Seed: 1, N: 20, Share: 50, PerArticle: 2, Sources: []string{"dated-a", "undated:open"}, Exclude: map[string]bool{"dated-a-3": true},
		Likely: func(s string) bool { return strings.Contains(s, "1 of ") || strings.Contains(s, "2 of ") },
	}
	drawn, err := c.Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	picks, sources, docs := map[string]int{}, map[string]int{}, map[string]int{}
	for _, d := range drawn {
		picks[d.Pick]++
		sources[d.Source]++
		docs[d.Pick+d.Doc]++
		if d.Doc == "dated-a-3" || docs[d.Pick+d.Doc] > c.PerArticle || d.Source == "undated" && strings.HasSuffix(d.Doc, "1") {
			t.Errorf("drawn from %s", d.Doc)
		}
		if d.Pick == PickLikely && !c.Likely(d.Text()) || !strings.HasPrefix(d.ID, drawnPrefix) {
			t.Errorf("%s %s: %s", d.ID, d.Pick, d.Text())
		}
	}
	if picks[PickLikely] != 10 || picks[PickRandom] != 10 || len(sources) != 2 {
		t.Errorf("%v of %v", picks, sources)
	}
	var list bytes.Buffer
	if err := WriteDrawn(&list, drawn); err != nil {
		t.Fatal(err)
	}
	back, err := ReadDrawn("list", &list)
	if err != nil || back[0].Pick != drawn[0].Pick || back[0].Span != drawn[0].Span {
		t.Errorf("%+v, %v", back[0], err)
	}
	slices.Reverse(in)
	if again, err := c.Draw(in); err != nil || !slices.Equal(again, drawn) {
		t.Errorf("the order of the articles changes the sample: %v", err)
	}
	for _, d := range drawn {
		c.Known = append(c.Known, Record{ID: d.ID, Drawn: &Origin{Doc: d.Doc, Start: d.Start}})
	}
	c.Known[3].ID = "d-0700"
	c.N, c.Share = 5, 100
	more, err := c.Draw(in)
	if err != nil || len(more) != 5 || more[0].ID != "d-0701" {
		t.Fatal(more, err)
	}
	for _, m := range more {
		if m.Pick != PickLikely || slices.ContainsFunc(drawn, func(d Drawn) bool { return d.Doc == m.Doc && d.Start == m.Start }) {
			t.Errorf("drawn again, or at random: %+v", m)
		}
	}
	c.N = 100
	if _, err := c.Draw(in); err == nil {
		t.Error("more sentences than there are are drawn")
	}
}

func TestReadLikely(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"lexicon/triggers.txt":     {Data: []byte("# words\nACCUSE verb: condemn hit+out\nASSAULT noun: raid u-turn\n")},
		"actors/states.tsv":        {Data: []byte("code\tname\tnames\tadjectives\tpeople\tcapital\nGBR\tUnited Kingdom\tUK\tBritish\tBritons\tLondon\n")},
		"actors/organisations.tsv": {Data: []byte("id\tcountry\tsector\torg\tname\tnames\nigo-who\tIGO\t\tWHO\tWorld Health Organization\tWHO\n")},
	}
	likely, err := ReadLikely(fsys, false)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]bool{
		"The United Kingdom condemned it.":              true,
		"Raids on Britons went on.":                     true,
		"They condemned the World Health Organization.": true,
		"The WHO has a hall.":                           false,
		"They condemned those who came.":                false,
		"The united kingdom of ants condemns nobody.":   false,
	} {
		if likely(s) != want {
			t.Errorf("%q: want %v", s, want)
		}
	}
	if _, err := ReadLikely(fsys, true); err == nil {
		t.Error("the table of nouns is missing, and nobody says so")
	}
	fsys["actors/agents.tsv"] = &fstest.MapFile{Data: []byte("noun\tsector\nminister\tGOV\n")}
	if likely, err = ReadLikely(fsys, true); err != nil || !likely("The ministers condemned it.") || likely("The ministers rested.") {
		t.Errorf("a noun and a trigger do not do, or a noun does alone: %v", err)
	}
	delete(fsys, "actors/states.tsv")
	if _, err := ReadLikely(fsys, false); err == nil {
		t.Error("a table is missing, and nobody says so")
	}
}
