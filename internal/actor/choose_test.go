package actor

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
)

func TestSignNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for s := range NumSigns() {
		kind, value := SignName(Sign(s))
		if name := kind + "\t" + value; kind == "" || value == "" || seen[name] {
			t.Errorf("sign %d is called %q, as another or nothing is", s, name)
		} else {
			seen[name] = true
		}
	}
	if kind, _ := SignName(Sign(NumSigns())); kind != "" {
		t.Errorf("a sign that is none is called %q", kind)
	}
}

func TestWeightErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, rows, want string }{
		{"whose.tsv", header(whoseHeader) + "nearest\taround\t5\n", "whose.tsv:2: read actor table: no such sign"},
		{"whose.tsv", header(whoseHeader) + "nearest\tbefore\t99999\n", "whose.tsv:2: read actor table: no such sign"},
		{"signposts.tsv", header(signpostsHeader) + "one two three four five\tKEN\n", "signposts.tsv:2: read actor table: want one to four words"},
		{"signposts.tsv", header(signpostsHeader) + "matatu\tXYZ\n", `signposts.tsv:2: read actor table: unknown country "XYZ"`},
	} {
		if _, _, err := Load(tables(t, c.file, c.rows)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

// weighted is a table with some weights.
func weighted(tb testing.TB, rows string) *Table {
	tb.Helper()
	fsys := tables(tb, "whose.tsv", header(whoseHeader)+strings.ReplaceAll(rows, "; ", "\n")+"\n")
	fsys["signposts.tsv"] = tables(tb, "signposts.tsv", header(signpostsHeader)+"Zemstvo\tRUS\nhigh stakes\tKEN\nBoda-boda Riders' Union\tKEN\n")["signposts.tsv"]
	table, _, err := Load(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

func TestChooseCountry(t *testing.T) {
	t.Parallel()
	places := map[string]string{"Mombasa": "KEN", "Tula": "RUS", "Lyon": "FRA"}
	const two = "Dredgers/NNS:dredger left/VBD Tula/PROPN for/ADP Lyon/PROPN ./."
	for _, c := range []struct {
		name, weights, want, candidates string
		sure                            uint8
		ambiguous                       bool
		lines                           []string
	}{
		{"far ahead", "nearest\tbehind\t400", "RUS", "", 93, false, []string{two}},
		{"just ahead", "nearest\tbehind\t40", "RUS", "RUS FRA", 46, true, []string{two}},
		{"ahead", "nearest\tbehind\t160", "RUS", "RUS FRA", 76, false, []string{two}},
		{"none of them", "open\tseveral\t400", "", "", 93, false, []string{two}},
		{"where it happens", "told of as\tbehind, ground\t400", "KEN", "", 93, false,
			[]string{"Tula/PROPN slept/VBD ./.", "Dredgers/NNS:dredger left/VBD Lyon/PROPN in/ADP Mombasa/PROPN ./."}},
		{"the sentence before", "only one of the sentence before\tnone\t400", "FRA", "", 93, false,
			[]string{"It/PRON rained/VBD in/ADP Tula/PROPN ./.", "It/PRON rained/VBD in/ADP Lyon/PROPN ./.", "Dredgers/NNS:dredger slept/VBD ./."}},
		{"where most happens", "where most happens\tnone\t400", "FRA", "", 93, false,
			[]string{"It/PRON rained/VBD in/ADP Tula/PROPN ./.", "It/PRON rained/VBD in/ADP Lyon/PROPN ./.", "It/PRON rained/VBD in/ADP Lyon/PROPN ./.",
				"It/PRON slept/VBD ./.", "Dredgers/NNS:dredger slept/VBD ./."}},
		{"another of the noun", "another of the noun\tbefore, elsewhere\t400", "RUS", "", 93, false,
			[]string{"Russian/ADJ dredgers/NNS:dredger slept/VBD in/ADP Lyon/PROPN ./.", "Dredgers/NNS:dredger slept/VBD ./."}},
		{"words that point to it", "words alone point to it\tanother, once\t400", "RUS", "", 93, false, []string{"Dredgers/NNS:dredger booed/VBD the/DET Zemstvo/PROPN ./."}},
		{"several words", "words alone point to it\tanother, once\t400", "KEN", "", 93, false, []string{"Dredgers/NNS:dredger saw/VBD high/ADJ stakes/NNS:stake ./."}},
		{"a word of several tokens", "words alone point to it\tanother, once\t400", "KEN", "", 93, false,
			[]string{"Dredgers/NNS:dredger booed/VBD the/DET Boda/PROPN -/PUNCT boda/PROPN Riders/PROPN '/PART Union/PROPN ./."}},
		{"the same of one token", "words alone point to it\tanother, once\t400", "KEN", "", 93, false,
			[]string{"Dredgers/NNS:dredger booed/VBD the/DET Boda-boda/PROPN Riders'/PROPN Union/PROPN ./."}},
		{"its beginning", "words alone point to it\tanother, once\t400", "", "", 93, false, []string{"Dredgers/NNS:dredger booed/VBD the/DET Boda/PROPN ./."}},
		{"a word of several alone", "words alone point to it\tanother, once\t400", "", "", 93, false, []string{"Dredgers/NNS:dredger saw/VBD high/ADJ tides/NNS:tide ./."}},
		{"what the phrase says goes first", "nearest\tbehind\t400", "KEN", "", 100, false, []string{"Dredgers/NNS:dredger of/ADP Mombasa/PROPN left/VBD Tula/PROPN ./."}},
		{"nearest of three kinds, by determiner", "first of the sentence\tthe\t400", "FRA", "", 93, false,
			[]string{"From/ADP Lyon/PROPN the/DET dredgers/NNS:dredger left/VBD Tula/PROPN for/ADP Mombasa/PROPN ./."}},
	} {
		d := settled(t, weighted(t, c.weights), places, c.lines...)
		var m *entente.Mention
		for i := range d.Mentions {
			if x := &d.Mentions[i]; strings.EqualFold(d.Tokens[x.Head].Lemma, "dredger") {
				m = x
			}
		}
		if m == nil {
			t.Errorf("%s: no dredgers", c.name)
			continue
		}
		var got []string
		for _, r := range m.Candidates {
			got = append(got, r.Actor.Country)
		}
		if s := strings.Join(got, " "); m.Actor.Country != c.want || s != c.candidates || m.Confidence != c.sure || m.Ambiguous != c.ambiguous {
			t.Errorf("%s: %q, candidates %q, confidence %d, ambiguous %v (%s)", c.name, m.Actor.Country, s, m.Confidence, m.Ambiguous, m.Why)
		}
	}
}

func TestGuessless(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"states.tsv:1; place phrase of the sentence; agents.tsv:2", "agents.tsv:2"},
		{"states.tsv:1; dateline", ""},
		{"agents.tsv:2", "agents.tsv:2"},
	} {
		if got := guessless(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}
