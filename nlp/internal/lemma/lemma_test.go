package lemma

import (
	"testing"
	"unicode/utf8"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// The classes of the tests, and the parts of speech that they belong to.
const (
	past = iota
	participle
	noun
	proper
	adjective
	unseen // a tag of verbs that no example has
)

var groups = []byte{past: 0, participle: 0, noun: 1, proper: 2, adjective: 3, unseen: 0}

func learnt(t testing.TB) *Model {
	t.Helper()
	var examples []Example
	for class, pairs := range [][][2]string{
		past: {
			{"walked", "walk"}, {"talked", "talk"}, {"carried", "carry"}, {"married", "marry"}, {"went", "go"}, {"raced", "race"}, {"placed", "place"},
			{"planned", "plan"}, {"stopped", "stop"}, {"shipped", "ship"}, {"stepped", "step"}, {"GAVE", "give"}, {"Said", "say"},
		},
		participle: {{"gone", "go"}, {"given", "give"}, {"taken", "take"}},
		noun: {
			{"towns", "town"}, {"raids", "raid"}, {"cities", "city"}, {"treaties", "treaty"}, {"men", "man"}, {"series", "series"}, {"vote", "vote"},
			{"“", "\""}, {"good", "good"}, {"Talks", "talk"}, {"TALKS", "talk"},
		},
		proper: {
			{"Cairo", "Cairo"}, {"Iraqis", "Iraqi"}, {"Kenyans", "Kenyan"}, {"NATO", "NATO"}, {"Iran", "Iran"}, {"al", "al"}, {"Sept.", "September"},
			{"LONDON", "London"}, {"BERLIN", "Berlin"}, {"EU", "EU"},
		},
		adjective: {{"Russian", "Russian"}, {"Syrian", "Syrian"}, {"Iranian", "Iranian"}, {"Good", "good"}, {"new", "new"}, {"so", "so"}},
	} {
		for _, p := range pairs {
			examples = append(examples, Example{Word: word.New(p[0]), Class: uint8(class), Lemma: p[1]}) //nolint:gosec // a few
		}
	}
	f := &model.File{}
	Train(f, examples, groups)
	f, err := model.Decode(f.Encode())
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLemma(t *testing.T) {
	t.Parallel()
	m := learnt(t)
	tests := []struct {
		form  string
		class uint8
		want  string
	}{
		{"Walked", past, "walk"}, {"went", past, "go"}, {"tarried", past, "tarry"}, {"traced", past, "trace"}, {"balked", past, "balk"},
		{"WALKED", past, "walk"}, {"dropped", past, "drop"}, {"went", unseen, "go"}, {"underwent", past, "undergo"},
		{"outgone", participle, "outgo"}, {"resolved", past, "resolve"}, {"recycled", past, "recycle"},
		{"counties", noun, "county"}, {"men", noun, "man"}, {"12,000", noun, "12000"}, {"7,5", noun, "7.5"}, {"—", noun, "—"}, {"”", noun, "\""},
		{"series", noun, "series"}, {"GDP", noun, "GDP"}, {"VHS", noun, "VHS"}, {"CITIES", noun, "city"}, {"Raids", noun, "raid"},
		{"Cairo", proper, "Cairo"}, {"Iraqis", proper, "Iraqi"}, {"iraqis", proper, "Iraqi"}, {"CAIRO", proper, "Cairo"}, {"NATO", proper, "NATO"},
		{"nato", proper, "NATO"}, {"IRAN", proper, "Iran"}, {"al", proper, "al"}, {"Sept.", proper, "September"}, {"MADRID", proper, "Madrid"},
		{"Syrian", adjective, "Syrian"}, {"New", adjective, "new"}, {"goooood", adjective, "good"}, {"soooo", adjective, "so"}, {"III", proper, "III"},
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

func TestDamaged(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"lemma.exceptions", "lemma.rules", "lemma.cases"} {
		f := &model.File{}
		f.AddBytes("lemma.groups", nil)
		f.AddUint32s("lemma.known", nil)
		for _, n := range []string{"lemma.exceptions", "lemma.rules", "lemma.cases"} {
			var list []string
			if n == name {
				list = []string{"AA\t"}
			}
			f.AddStrings(n, list)
		}
		if _, err := Load(f); err == nil {
			t.Errorf("a damaged section %s is taken for good", name)
		}
	}
}

func FuzzLemma(f *testing.F) {
	m := learnt(f)
	for _, s := range []string{"went", "İstanbul", "ǅ", "\xff", "É", "1,", ",", "soooo", "don’t", "ß", "ΑΘΉΝΑ"} {
		f.Add(s, uint8(noun))
		f.Add(s, uint8(200))
	}
	f.Fuzz(func(t *testing.T, form string, class uint8) {
		if form == "" {
			return
		}
		a, _ := m.Lemma(word.New(form), class)
		b, _ := m.Lemma(word.New(form), class)
		if a == "" || a != b || utf8.ValidString(form) && !utf8.ValidString(a) {
			t.Errorf("lemma of %q under %d = %q, then %q", form, class, a, b)
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	m := learnt(b)
	forms := []string{"went", "towns", "NATO", "unrecycled", "Walked"}
	for i := range b.N {
		m.Lemma(word.New(forms[i%len(forms)]), uint8(i%5)) //nolint:gosec // small
	}
}
