package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestDayLine(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{ // each by itself
		"2013-09-26": true, "26 September 2013": true, "Sept. 26, 2013": false, "Thursday, 26 Sep 2013, 14:05 GMT": true, "Sunday": false,
		"125 seats": false, "Claim": false,
	} {
		if got := dayLine(sentences(line), 0); got != want {
			t.Errorf("dayLine(%q) = %v, want %v", line, got, want)
		}
	}
	d := sentences("Claim|2013-09-26|The parliament met on Monday in the capital.")
	if !afterHeading(d, 2) {
		t.Error("a line with the day hides the heading before it")
	}
	if d = sentences("The ministers of both countries meet in the capital|2013-09-26|The parliament met on Monday in the capital."); afterHeading(d, 2) {
		t.Error("a line with the day is taken for a heading")
	}
}

// TestTies holds what is counted of sentences that are like each other: those like
// one that is told do not count again.
func TestTies(t *testing.T) {
	t.Parallel()
	d := sentences("The volcano erupted near the harbour.|The volcano erupted near the harbour again.|The harbour was shut.|Ministers met in Lima.|Prices of wheat fell.|A film won three prizes.|The team lost a match.|Snow fell on the hills.")
	at, like := ties([]*entente.Document{d})
	first, second, third := at[&d.Sentences[0]], at[&d.Sentences[1]], at[&d.Sentences[2]]
	if n := like[first].beyond(nil); n < 2 {
		t.Fatalf("the first sentence is like %d others, want two", n)
	}
	near := newSet(len(like))
	near.join(like[second])
	near.add(second)
	if n := like[first].beyond(near); n != 0 {
		t.Errorf("with the second told, the first is like %d that are not, want none", n)
	}
	if n := like[third].beyond(near); n != 0 {
		t.Errorf("with the second told, the third is like %d that are not, want none", n)
	}
	if n := like[at[&d.Sentences[3]]].beyond(nil); n != 0 {
		t.Errorf("a sentence that shares no word is like %d others", n)
	}
}

func TestCredited(t *testing.T) {
	t.Parallel()
	known, unknown := &entente.Document{Publisher: "Courier"}, &entente.Document{ID: "x"}
	for _, x := range []struct {
		d          *entente.Document
		more, want string
	}{{known, "", " (Courier)"}, {known, ", 3 May", " (Courier, 3 May)"}, {unknown, "", ""}, {unknown, ", 3 May", " (a report, 3 May)"}} {
		if got := credited(x.d, x.more); got != x.want {
			t.Errorf("credited(%q, %q) = %q, want %q", x.d.Publisher, x.more, got, x.want)
		}
	}
}

// TestNames holds which words of ours can be understood alone.
func TestNames(t *testing.T) {
	t.Parallel()
	d := sentences("Clashes with the police continued. Kenya closed its ports. The governor met Otieno.")
	for _, w := range []struct {
		word string
		pos  entente.UPOS
	}{{"Clashes", entente.NOUN}, {"Kenya", entente.PROPN}} {
		at := strings.Index(d.Text, w.word)
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(w.word)}, UPOS: w.pos})
	}
	r := report{d, &entente.Event{}}
	for text, want := range map[string]bool{ // each by itself
		"Clashes with the police continued": false, "Kenya closed its ports": true, "The governor met Otieno": true, "the army left": false, "": false,
	} {
		if got := r.names(text); got != want {
			t.Errorf("names(%q) = %v, want %v", text, got, want)
		}
	}
}

// TestAgree counts two tellings of a deed together when their sentences tell one.
func TestAgree(t *testing.T) {
	t.Parallel()
	tell := func(text string) report {
		d := sentences(text)
		side := func(name string) []entente.Actor {
			at := strings.Index(text, name)
			return []entente.Actor{{Span: entente.Span{Start: at, End: at + len(name)}, Name: name, Country: name}}
		}
		return report{d, &entente.Event{Root: entente.RootAssault, Actors: side("Kenya"), Recipients: side("Somalia")}}
	}
	a := tell("Kenya shelled a harbour of Somalia on Monday and sank two boats.")
	if b := tell("On Monday Kenya shelled the harbour and sank boats of Somalia."); !agree(a, b) {
		t.Error("two tellings of one deed are counted apart")
	}
	if b := tell("Kenya bombed a market in the north, a minister of Somalia told the press in the capital."); agree(a, b) {
		t.Error("tellings of two deeds are counted together")
	}
}
