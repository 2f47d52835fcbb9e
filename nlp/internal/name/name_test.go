package name

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

func infos(text string) []*word.Info {
	var out []*word.Info
	for f := range strings.FieldsSeq(text) {
		out = append(out, word.New(f))
	}
	return out
}

func TestClasses(t *testing.T) {
	t.Parallel()
	for _, k := range []entente.EntityType{entente.PER, entente.ORG, entente.LOC, entente.NORP} {
		b, i := begin(k), inside(k)
		if typeOf(b) != k || typeOf(i) != k || !isBegin(b) || isBegin(i) || b >= classes || i >= classes {
			t.Errorf("classes of %v are %d and %d", k, b, i)
		}
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	examples := []Example{
		{Words: infos("Iran warned Israel ."), Names: []Span{{0, 1, entente.LOC}, {2, 3, entente.LOC}}},
		{Words: infos("President Hassan Rouhani met the Arab League in Cairo ."), Names: []Span{{1, 3, entente.PER}, {5, 7, entente.ORG}, {8, 9, entente.LOC}}},
		{Words: infos("Iraqi troops left ."), Names: []Span{{0, 1, entente.NORP}}},
		{Words: infos("The minister said no .")},
	}
	for i := range examples {
		examples[i].Tags = make([]uint8, len(examples[i].Words))
	}
	f := &model.File{}
	Train(f, examples, Settings{Epochs: 10, Runs: 2, Seed: 1, Lists: []string{"Iran Israel", "Hassan"}, Log: func(string, ...any) {}})
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	finder := NewFinder(m)
	for _, e := range examples {
		if diff := cmp.Diff(e.Names, finder.Find(e.Words, e.Tags, nil)); diff != "" {
			t.Errorf("names of %q (-want +got):\n%s", e.Words[0].Form, diff)
		}
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]bool{"minister": true, "of": false, "Iran": false, "al": false, "iPhone": false, "7": false, "—": false, "été": false} {
		if got := plain(word.New(form)); got != want {
			t.Errorf("plain(%q) = %v", form, got)
		}
	}
}
