package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// parsed returns a document of sentences written as form/lemma/POS/head/deprel, where the head
// is the number of a word of its sentence from 1 on, 0 for none; a line is a sentence.
func parsed(t *testing.T, title string, lines ...string) *entente.Document {
	t.Helper()
	d := &entente.Document{Title: title}
	for _, line := range lines {
		s := entente.Sentence{Span: entente.Span{Start: len(d.Text)}, First: len(d.Tokens), Parsed: true}
		for _, w := range strings.Fields(line) {
			p := strings.Split(w, "/")
			pos, xpos, _ := strings.Cut(p[2], ".")
			upos, err := entente.ParseUPOS(pos)
			if err != nil {
				t.Fatal(err)
			}
			rel, err := entente.ParseDeprel(p[4])
			if err != nil {
				t.Fatal(err)
			}
			head := -1
			for _, c := range p[3] {
				head = max(head, 0)*10 + int(c-'0')
			}
			if head--; head >= 0 {
				head += s.First
			}
			at := len(d.Text)
			d.Text += p[0] + " "
			d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(p[0])}, Lemma: p[1], UPOS: upos, XPOS: xpos, Head: int32(head), Deprel: rel}) //nolint:gosec // small
		}
		s.Last, s.Span.End = len(d.Tokens), len(d.Text)
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func TestUnspecific(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		title string
		line  string
		want  bool
	}{
		{"Seat belts", "The/the/DET/2/det rate/rate/NOUN/3/nsubj rose/rise/VERB.VBD/0/root ././PUNCT/3/punct", true},
		{"Jobless rate", "The/the/DET/2/det rate/rate/NOUN/3/nsubj rose/rise/VERB.VBD/0/root ././PUNCT/3/punct", false},
		{"Seat belts", "The/the/DET/3/det crime/crime/NOUN/3/compound rate/rate/NOUN/4/nsubj rose/rise/VERB.VBD/0/root", false},
		{"Seat belts", "The/the/DET/3/det Essex/Essex/PROPN/3/compound rate/rate/NOUN/4/nsubj rose/rise/VERB.VBD/0/root", true},
		{"Seat belts", "The/the/DET/2/det rate/rate/NOUN/5/nsubj last/last/ADJ/4/amod year/year/NOUN/2/nmod:unmarked rose/rise/VERB.VBD/0/root", true},
		{"Polio", "Only/only/ADV/2/advmod 186/186/NUM/3/nummod cases/case/NOUN/5/nsubj:pass were/be/AUX.VBD/5/aux:pass reported/report/VERB.VBN/0/root", true},
		{"Polio", "186/186/NUM/2/nummod cases/case/NOUN/5/nsubj:pass of/of/ADP/4/case polio/polio/NOUN/2/nmod rose/rise/VERB.VBD/0/root", false},
		{"Polio", "The/the/DET/3/det new/new/ADJ/3/amod level/level/NOUN/4/nsubj fell/fall/VERB.VBD/0/root", true},
		{"Polio", "The/the/DET/3/det fatal/fatal/ADJ/3/amod case/case/NOUN/4/nsubj ended/end/VERB.VBD/0/root", false},
		{"Woman dead", "Anna/Anna/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass found/find/VERB.VBN/0/root ././PUNCT/3/punct", true},
		{"Woman lost", "Anna/Anna/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass found/find/VERB.VBN/0/root in/in/ADP/5/case Kent/Kent/PROPN/3/obl", false},
		{"Woman dead", "Anna/Anna/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass found/find/VERB.VBN/0/root in/in/ADP/5/case Kent/Kent/PROPN/3/obl", true},
		{"Woman dead", "Anna/Anna/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass found/find/VERB.VBN/0/root guilty/guilty/ADJ/3/xcomp", false},
		{"Leader dead", "Anna/Anna/PROPN/3/nsubj:pass was/be/AUX.VBD/3/aux:pass seen/see/VERB.VBN/0/root as/as/ADP/5/case heir/heir/NOUN/3/obl", false},
	} {
		d := parsed(t, x.title, x.line)
		if got := unspecific(d, 0, &common{alone: true, title: x.title}); got != x.want {
			t.Errorf("%s: %q: %v, want %v", x.title, x.line, got, x.want)
		}
	}
}

func TestSerial(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Shiloh ponders change, Part III.": true, "A town and its river (Part 2)": true, "Part 4": true, "The river — Part 2": true, "Q&A: the new tax": true, "In pictures: the flood": true, "The long road (continued)": true,
		"The minister played his part.": false, "Fighting near the town continued.": false, "The team took part two years ago.": false, "He read part 2 of the law.": false, "Talks continued in Vienna on Monday after a night of rain in town.": false,
	} {
		if got := serial(text); got != want {
			t.Errorf("serial(%q) = %v", text, got)
		}
	}
}

func TestOvertaken(t *testing.T) {
	t.Parallel()
	lead := "Rex/Rex/PROPN/2/nsubj won/win/VERB.VBD/0/root"
	for line, want := range map[string]bool{
		"Rex/Rex/PROPN/4/nsubj did/do/AUX.VBD/4/aux not/not/PART/4/advmod qualify/qualify/VERB.VB/0/root": true,
		"Bob/Bob/PROPN/4/nsubj did/do/AUX.VBD/4/aux not/not/PART/4/advmod qualify/qualify/VERB.VB/0/root": false,
		"Rex/Rex/PROPN/2/nsubj failed/fail/VERB.VBD/0/root":                                               true,
		"Rex/Rex/PROPN/2/nsubj ran/run/VERB.VBD/0/root":                                                   false,
	} {
		if got := overtaken(parsed(t, "", lead, line), 1, &common{alone: true}); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
