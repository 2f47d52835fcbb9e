package eval

import (
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func copySource() []*entente.Document {
	para := "The two ministers met on Tuesday in the capital and agreed to open the border crossing for trucks before the end of the month"
	d := &entente.Document{ID: "a", Title: "Ministers meet", Text: strings.Repeat(para+"\n", 8)}
	other := &entente.Document{ID: "b", Text: "quince walnut saffron lantern harbour velvet"}
	return []*entente.Document{d, other}
}

func TestCopierRepeats(t *testing.T) {
	t.Parallel()
	docs := copySource()
	one := NewCopier(7, docs[1:]).Copy(docs[0], "c", editAt(0.2))
	two := NewCopier(7, docs[1:]).Copy(docs[0], "c", editAt(0.2))
	if one.Text != two.Text || one.Title != two.Title {
		t.Error("the same seed gives two copies")
	}
	if three := NewCopier(8, docs[1:]).Copy(docs[0], "c", editAt(0.2)); three.Text == one.Text {
		t.Error("another seed gives the same copy")
	}
}

func TestCopierChangesWhatItSays(t *testing.T) {
	t.Parallel()
	docs := copySource()
	words, foreign := strings.Fields(docs[0].Text), strings.Fields(docs[1].Text)
	for _, level := range copyLevels {
		c := NewCopier(3, docs[1:])
		kept := strings.Fields(c.Copy(docs[0], "c", CopyEdit{Words: level}).Text)
		fresh := 0
		for _, w := range kept {
			if slices.Contains(foreign, w) {
				fresh++
			}
		}
		gone := len(words) + fresh - len(kept) // deleted and replaced words have left
		edits := max(fresh, gone)
		if want := int(float64(len(words)) * level); edits < want*6/10 || edits > want+8 {
			t.Errorf("at %.2f: %d of %d words are new and %d have gone, want about %d edits", level, fresh, len(words), gone, want)
		}
		if title := c.Copy(docs[0], "d", editAt(level)).Title; title == docs[0].Title {
			t.Errorf("at %.2f: the headline is unchanged", level)
		}
	}
}
