package tag

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// example reads "form/UPOS/XPOS" words.
func example(text string) Example {
	var e Example
	for f := range strings.FieldsSeq(text) {
		p := strings.Split(f, "/")
		e.Words = append(e.Words, word.New(p[0]))
		e.Tags = append(e.Tags, p[1]+" "+p[2])
	}
	return e
}

func TestTag(t *testing.T) {
	t.Parallel()
	examples := []Example{
		example("The/DET/DT army/NOUN/NN left/VERB/VBD the/DET/DT city/NOUN/NN ./PUNCT/."),
		example("The/DET/DT left/NOUN/NN lost/VERB/VBD the/DET/DT vote/NOUN/NN ./PUNCT/."),
		example("They/PRON/PRP vote/VERB/VBP today/NOUN/NN ./PUNCT/."),
		example("Rebels/NOUN/NNS left/VERB/VBD ./PUNCT/."),
	}
	f := &model.File{}
	Train(f, examples, Settings{Epochs: 10, Runs: 2, Seed: 1, Log: func(string, ...any) {}})
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	tagger := NewTagger(m)
	for _, e := range examples {
		got := make([]uint8, len(e.Words))
		tagger.Tag(e.Words, got)
		for i, c := range got {
			if tag := m.UPOS(c).String() + " " + m.XPOS(c); tag != e.Tags[i] {
				t.Errorf("%s is tagged %s, want %s", e.Words[i].Form, tag, e.Tags[i])
			}
		}
	}
}

func TestClass(t *testing.T) {
	t.Parallel()
	f := &model.File{}
	Train(f, []Example{example("vote/NOUN/NN vote/VERB/VB vote/NOUN/NN votes/NOUN/NNS")}, Settings{Epochs: 1, Seed: 1, Log: func(string, ...any) {}})
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		upos  entente.UPOS
		xpos  string
		class uint8
	}{
		{entente.NOUN, "NN", 0}, {entente.NOUN, "NNS", 1}, {entente.VERB, "VB", 2}, {entente.VERB, "VBZ", 2}, {entente.PUNCT, ".", 0},
	}
	for _, tt := range tests {
		if got := m.Class(tt.upos, tt.xpos); got != tt.class {
			t.Errorf("class of %v %s = %d, want %d", tt.upos, tt.xpos, got, tt.class)
		}
		if got := m.ClassOf(tt.upos.String(), tt.xpos); got != tt.class {
			t.Errorf("class of %q %s = %d, want %d", tt.upos, tt.xpos, got, tt.class)
		}
	}
	if got := m.ClassOf("?", "?"); got != 0 {
		t.Errorf("class of an unknown tag = %d, want 0", got)
	}
}
