package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestNested(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{ // each by itself
		"The mayor called the vote a \"farce\" on Monday.":        "The mayor called the vote a ‘farce’ on Monday.",
		"The mayor called the vote a “farce” on Monday.":          "The mayor called the vote a ‘farce’ on Monday.",
		"The mayor met the council.":                              "The mayor met the council.",
		"The mayor called the vote a \"farce on Monday.":          "", // one mark alone
		"\"The vote was a farce,\" the mayor said.":               "", // another's words first
		"He said \"the vote was a farce and a shame for us all\"": "", // mostly another's
		"'The vote was lost,' said the mayor.":                    "",
		"(A. Smith / News) A car stands on Main Street.":          "",
		"By A. Smith | The street will be closed.":                "",
	} {
		got, ok := nested(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("nested(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestAfterDateline(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"CAIRO (Lantern) - Talks ended.":         "Talks ended.",
		"Goose Creek — A man was hit by a car.":  "A man was hit by a car.",
		"The mayor — a lawyer — met the union.":  "The mayor — a lawyer — met the union.",
		"Kenya's parliament met - and adjourned": "Kenya's parliament met - and adjourned",
	} {
		if got := afterDateline(text); got != want {
			t.Errorf("afterDateline(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"TEGA CAY  Fire crews came.": "Fire crews came.", "Fire crews  came.": "Fire crews  came.", "AB  x": "AB  x"} {
		if got := afterCapitals(text); got != want {
			t.Errorf("afterCapitals(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestQuotableCountsItsOwnWords quotes six words behind a dateline of two.
func TestQuotableCountsItsOwnWords(t *testing.T) {
	t.Parallel()
	d := sentences("KYIV (Lantern) - The army took the village today.")
	if got, ok := quotable(d, 0, 6); !ok || got != "The army took the village today" {
		t.Errorf("quotable = %q, %v, want what stands behind the dateline", got, ok)
	}
	if got, ok := quotable(d, 0, 5); ok {
		t.Errorf("quotable = %q in five words, want nothing", got)
	}
}

// sentences is a document of sentences, parted by bars, without trees.
func sentences(text string) *entente.Document {
	d := &entente.Document{ID: "d"}
	for _, s := range strings.Split(text, "|") {
		from := len(d.Text)
		d.Text += s
		d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: from, End: len(d.Text)}})
		d.Text += " "
	}
	return d
}

func TestStandsAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want bool
	}{
		{"KYIV (Lantern) -|Russia's army took the village.", true},
		{"Claim|The minister owns a bank.", false},
		{"Reacting to the report, the envoy said:|The regime has killed thousands.", false},
		{"The market opened at 9 a.m.|Sunday and closed at noon.", false},
		{"Police say that at 9 p. m.|Sunday was quiet.", false},
		{"The market opened.|Nobody knows how long Rte.A.|61 stays closed.", false},
		{"The market opened.|Later, the council met.", false},
		{"The market opened.|On the same day, the council met.", false},
		{"The market opened.|That's up almost half.", false},
		{"The market opened.|The council met on Monday.", true},
		{"The market opened.|The council met Rt.", false},
		{"The market opened.|click here The council met on Monday.", false},
	} {
		d := sentences(c.text)
		k := 1
		if got := complete(d, k, strings.Fields(d.Sentences[k].Span.In(d.Text))); got != c.want {
			t.Errorf("complete(%q) = %v, want %v", c.text, got, c.want)
		}
	}
	if !broken(sentences("Nobody knows how long Rte.A.|61 stays closed."), 0) || broken(sentences("The plant stands in Islip, N.Y.|It was shut."), 0) {
		t.Error("a sentence that ends in an abbreviation before a number is broken, one that ends in N.Y. is none")
	}
}

func TestOfReport(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]bool{"Monday": true, "early Tuesday": true, "yesterday": true, "the dawn": false, "3:30 p.m.": false, "last year": false} {
		if got := ofReport(words); got != want {
			t.Errorf("ofReport(%q) = %v, want %v", words, got, want)
		}
	}
}
