package lemma

import (
	"testing"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

func TestLemma(t *testing.T) {
	t.Parallel()
	const past, noun, proper = 0, 1, 2
	var examples []Example
	for class, pairs := range [][][2]string{
		{{"walked", "walk"}, {"talked", "talk"}, {"carried", "carry"}, {"married", "marry"}, {"went", "go"}, {"raced", "race"}, {"placed", "place"}},
		{{"towns", "town"}, {"raids", "raid"}, {"cities", "city"}, {"treaties", "treaty"}, {"men", "man"}},
		{{"Cairo", "Cairo"}, {"Iraqis", "Iraqi"}, {"Kenyans", "Kenyan"}},
	} {
		for _, p := range pairs {
			examples = append(examples, Example{Word: word.New(p[0]), Class: uint8(class), Lemma: p[1]})
		}
	}
	f := &model.File{}
	Train(f, examples, func(c uint8) bool { return c == proper })
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		form  string
		class uint8
		want  string
	}{
		{"Walked", past, "walk"}, {"went", past, "go"}, {"tarried", past, "tarry"}, {"traced", past, "trace"}, {"balked", past, "balk"},
		{"counties", noun, "county"}, {"men", noun, "man"}, {"12,000", noun, "12000"}, {"GDP", noun, "GDP"}, {"—", noun, "—"},
		{"Cairo", proper, "Cairo"}, {"Iraqis", proper, "Iraqi"},
	}
	for _, tt := range tests {
		w := word.New(tt.form)
		for range 2 { // the second time from what the word remembers
			got, hash := m.Lemma(w, tt.class)
			if got != tt.want || hash != model.HashString(tt.want) {
				t.Errorf("lemma of %q under %d = %q, want %q", tt.form, tt.class, got, tt.want)
			}
		}
	}
}
