package actor

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
)

// settled annotates tagged sentences, marks words as places of a country, and
// settles.
func settled(tb testing.TB, table *Table, places map[string]string, lines ...string) *entente.Document {
	tb.Helper()
	d := documentOf(tb, lines)
	for i := range d.Tokens {
		if c := places[d.Tokens[i].Span.In(d.Text)]; c != "" {
			d.Places = append(d.Places, entente.Place{Span: d.Tokens[i].Span, Country: c, Name: d.Tokens[i].Span.In(d.Text)})
		}
	}
	d.Layers |= entente.LayerPlaces
	w := table.NewWorker()
	w.Annotate(d)
	w.Settle(d)
	checkMentions(tb, d)
	return d
}

func TestSettle(t *testing.T) {
	t.Parallel()
	table := testTable(t)
	places := map[string]string{"Mombasa": "KEN", "Kisumu": "KEN", "Tula": "RUS", "Lyon": "FRA"}
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"owner", "dredgers KEN stated", []string{"Mombasa/PROPN +'s/PART dredgers/NNS:dredger struck/VBD ./."}},
		{"of", "dredgers KEN stated", []string{"The/DET dredgers/NNS:dredger of/ADP Mombasa/PROPN struck/VBD ./."}},
		{"place phrase", "dredgers KEN inferred", []string{"Dredgers/NNS:dredger in/ADP the/DET old/ADJ Mombasa/PROPN struck/VBD ./."}},
		{"the sentence's place", "dredgers KEN inferred", []string{"In/ADP Kisumu/PROPN ,/, dredgers/NNS:dredger struck/VBD ./."}},
		{"two countries stay open", "dredgers - stated", []string{"Dredgers/NNS:dredger struck/VBD near/ADP Tula/PROPN and/CCONJ in/ADP Lyon/PROPN ./."}},
		{"where the report begins", "dredgers KEN inferred", []string{"It/PRON rained/VBD in/ADP Kisumu/PROPN ./.", "Dredgers/NNS:dredger struck/VBD ./."}},
		{"joined", "russian troops RUS stated; dredgers RUS stated", []string{"Russian/ADJ troops/NNS:troop and/CCONJ dredgers/NNS:dredger left/VBD Lyon/PROPN ./."}},
		{"of both countries", "dredgers - stated", []string{"Dredgers/NNS:dredger from/ADP the/DET two/NUM countries/NNS:country met/VBD in/ADP Lyon/PROPN ./."}},
		{"a town that acts", "Lyon FRA stated", []string{"Lyon/PROPN agreed/VBD ./."}},
		{"a town that acts in a relative clause", "Lyon FRA stated", []string{"Lyon/PROPN ,/, which/PRON agreed/VBD ,/, slept/VBD ./."}},
		{"a town that is acted on in one", "", []string{"Lyon/PROPN ,/, which/PRON rain/NOUN flooded/VBD ,/, slept/VBD ./."}},
		{"a town that will act, in a title", "Lyon FRA stated", []string{"Lyon/PROPN to/PART cut/VERB fares/NNS:fare"}},
		{"a town that only locates", "", []string{"It/PRON rained/VBD in/ADP Lyon/PROPN ./."}},
		{"foreigners are of elsewhere", "dredgers - stated", []string{"Foreign/ADJ dredgers/NNS:dredger struck/VBD in/ADP Lyon/PROPN ./."}},
	} {
		d := settled(t, table, places, c.lines...)
		var got []string
		for i := range d.Mentions {
			a := &d.Mentions[i].Actor
			country, how := a.Country, "stated"
			if country == "" {
				country = "-"
			}
			if a.Inferred {
				how = "inferred"
			}
			got = append(got, strings.ToLower(d.Mentions[i].Actor.Span.In(d.Text))+" "+country+" "+how)
		}
		want := strings.ToLower(c.want)
		for i := range got {
			got[i] = strings.ToLower(got[i])
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestSettleFollowsTheAntecedent(t *testing.T) {
	t.Parallel()
	d := settled(t, testTable(t), map[string]string{"Mombasa": "KEN"}, "Mombasa/PROPN +'s/PART dredgers/NNS:dredger said/VBD they/PRON would/AUX strike/VERB ./.")
	last := d.Mentions[len(d.Mentions)-1]
	if last.Kind != entente.MentionPronoun || last.Actor.Country != "KEN" || last.Antecedent.In(d.Text) != "dredgers" {
		t.Errorf("%+v", last)
	}
}

func TestNamesStayOpen(t *testing.T) {
	t.Parallel()
	table, _, err := Load(os.DirFS("../../data/actors"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line, country, candidates string
		confidence                uint8
	}{
		{"Korea/PROPN agreed/VBD ./.", "", "PRK KOR", 50},
		{"Korea/PROPN agreed/VBD in/ADP Seoul/PROPN ./.", "KOR", "", 100},
		{"Congolese/ADJ troops/NNS:troop left/VBD ./.", "COD", "COD COG", 57},
		{"Congolese/ADJ troops/NNS:troop left/VBD Brazzaville/PROPN ./.", "COG", "", 100},
		{"Georgia/PROPN agreed/VBD ./.", "GEO", "GEO USA", 60},
		{"Kenya/PROPN agreed/VBD ./.", "KEN", "", 100},
		{"Korean/ADJ troops/NNS:troop left/VBD ./.", "KOR", "KOR PRK", 57},
		{"Serb/ADJ gunners/NNS:gunner left/VBD Sarajevo/PROPN ./.", "BIH", "", 100},
		{"Serb/ADJ gunners/NNS:gunner left/VBD Belgrade/PROPN ./.", "SRB", "", 100},
	} {
		d := documentOf(t, []string{c.line})
		table.NewWorker().Annotate(d)
		m := d.Mentions[0]
		var got []string
		for _, r := range m.Candidates {
			got = append(got, r.Actor.Country)
		}
		if m.Actor.Country != c.country || strings.Join(got, " ") != c.candidates || m.Confidence != c.confidence {
			t.Errorf("%s: country %q, candidates %v, confidence %d (%s)", c.line, m.Actor.Country, got, m.Confidence, m.Why)
		}
	}
}

func TestEndingErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ row, want string }{
		{"er\tLAB\tperson\ner\tLAB\tperson\n", `endings.tsv:3: read actor table: the ending "er" is empty`},
		{"er\tXYZ\tperson\n", `endings.tsv:2: read actor table: unknown sector "XYZ"`},
		{"er\tLAB\toffice\n", `endings.tsv:2: read actor table: unknown kind "office"`},
		{strings.Repeat("e", maxEnding+1) + "\tLAB\tperson\n", "endings.tsv:2: read actor table: the ending"},
	} {
		if _, _, err := Load(tables(t, "endings.tsv", header(endingsHeader)+c.row)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}
