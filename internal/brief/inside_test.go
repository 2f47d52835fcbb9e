package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

func TestDue(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		text    string
		subject int
		want    string
	}{
		{"Kenya's foreign minister will visit Uganda", 3, "Kenya's foreign minister was due to visit Uganda"},
		{"the two sides will meet", 3, "the two sides were due to meet"},
		{"Kenya and Uganda are to hold talks", 3, "Kenya and Uganda were due to hold talks"},
		{"Kenya is to host talks", 1, "Kenya was due to host talks"},
		{"Kenya will not attend", 1, ""},
		{"Kenya plans to attend", 1, ""},
		{"Kenya will say that it will go", 1, ""},
		{"Kenya will", 1, ""},
	} {
		got, ok := due(sentence{text: x.text, subject: x.subject})
		if ok != (x.want != "") || ok && got != x.want {
			t.Errorf("%q is due as %q, %v, want %q", x.text, got, ok, x.want)
		}
	}
}

func TestReasonName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"because of the offensive": "the reason", "because it rained": "the reason", "in response to the tariffs": "what it answers",
		"amid the offensive": "", "after the vote": "", "becausehow": "", "": "",
	} {
		if got := reasonName(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestSources(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	m.tie("a", "b")
	m.tie("c", "d")
	m.tie("outlet X", "d")
	if m.source("a") != m.source("b") || m.source("c") != m.source("outlet X") || m.source("a") == m.source("c") {
		t.Errorf("sources %v", m.sources)
	}
	m.tie("b", "d")
	if m.source("a") != m.source("outlet X") {
		t.Errorf("sources %v", m.sources)
	}
}

func TestIndependent(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	doc := func(id, outlet string) report {
		return report{&entente.Document{ID: id, Publisher: outlet}, &entente.Event{ID: "e" + id}}
	}
	a, b, c := doc("a", "X"), doc("b", "Y"), doc("c", "X")
	f := func(rs ...report) *fact { return &fact{reports: rs, plan: &plan{of: m}} }
	if n := f(a, b, c).independent(); n != 2 {
		t.Errorf("without a word of the archive, by outlet: %d sources", n)
	}
	m.tie("a", "outlet X")
	m.tie("c", "outlet X")
	if n := f(a, b, c).independent(); n != 2 {
		t.Errorf("of two outlets: %d sources", n)
	}
	m.merged["ea"], m.merged["eb"], m.merged["ec"] = told{"m1", 0}, told{"m1", 0}, told{"m1", 0}
	if n := f(a, b, c).independent(); n != 1 {
		t.Errorf("merged, of one source: %d sources", n)
	}
}

func TestInSentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"President Ann Smith resigned.":           true,
		"“I resign,” said President Ann Smith":    false,
		"President Ann Smith said, “I resign.”":   true,
		"President Ann Smith said, ‘I resign.’":   true,
		"President Ann Smith said, \"I resign.\"": true,
		"President Ann Smith Resigns":             false,
	} {
		d := &entente.Document{Text: text, Sentences: []entente.Sentence{{Span: entente.Span{End: len(text)}}}}
		at := strings.Index(text, "President")
		if got := inSentence(d, entente.Span{Start: at, End: at + len("President Ann Smith")}); got != want {
			t.Errorf("%s: %v", text, got)
		}
		if d.Title = text; inSentence(d, entente.Span{Start: at, End: at + len("President")}) {
			t.Errorf("%s: in a title", text)
		}
	}
}
