package eval

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestScoreRouge(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		a, b string
		want Rouge
	}{
		{"The cat sat.", "the cat sat", Rouge{1, 1, 1}},
		{"the cat sat", "the dog sat", Rouge{2.0 / 3, 0, 2.0 / 3}},
		{"a b c d", "b a d c", Rouge{1, 0, 0.5}},
		{"a a a", "a", Rouge{0.5, 0, 0.5}}, // a word counts as often as the other has it
		{"a b", "c d", Rouge{}},
		{"", "", Rouge{}},
	} {
		if got := ScoreRouge(x.a, x.b); got != x.want {
			t.Errorf("%q against %q gives %v, want %v", x.a, x.b, got, x.want)
		}
	}
	if got := firstWords("One, two, three.", 2); got != "one two" {
		t.Errorf("the first two words are %q", got)
	}
}

// sentenced makes a document of sentences.
func sentenced(sentences ...string) *entente.Document {
	d := &entente.Document{}
	for _, s := range sentences {
		start := len(d.Text)
		d.Text += s + " "
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: start, End: start + len(s)}})
	}
	return d
}

func TestPlainSummaries(t *testing.T) {
	t.Parallel()
	docs := []*entente.Document{
		sentenced("Rain fell in the north.", "Shops were shut.", "Nobody was hurt by the flood.", "It was Monday."),
		sentenced("The flood shut shops in the north.", "The flood came after rain fell in the north on Monday."),
	}
	if got := Lead3(docs); got != "Rain fell in the north. Shops were shut. Nobody was hurt by the flood." {
		t.Errorf("lead-3 is %q", got)
	}
	for name, f := range map[string]func([]*entente.Document) string{"TextRank": TextRank, "LexRank": LexRank} {
		got := f(docs)
		if !strings.HasPrefix(got, "The flood ") || !strings.Contains(got, "It was Monday.") {
			t.Errorf("%s begins with another sentence than one of those that say most of the others: %q", name, got)
		}
		if f(nil) != "" {
			t.Errorf("%s makes something of nothing", name)
		}
	}
}
