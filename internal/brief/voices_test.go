package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// reported is a document of one sentence in which Kenya helps Uganda.
func reported(id, outlet, text string) *entente.Document {
	d := &entente.Document{ID: id, Publisher: outlet, Text: text, Sentences: []entente.Sentence{{Span: entente.Span{End: len(text)}}}}
	side := func(name, code string) []entente.Actor {
		at := strings.Index(text, name)
		return []entente.Actor{{Name: name, Country: code, Wikidata: "Q1", Span: entente.Span{Start: at, End: at + len(name)}}}
	}
	d.Published = entente.NewDay(2024, 6, 5).Time()
	d.Events = []entente.Event{{ID: "e" + id, Root: entente.RootAid, Confidence: 0.9, Actors: side("Kenya", "KEN"), Recipients: side("Uganda", "UGA"),
		When: entente.When{From: entente.NewDay(2024, 6, 5), To: entente.NewDay(2024, 6, 5), Basis: entente.WhenText}}}
	return d
}

func TestUnheard(t *testing.T) {
	t.Parallel()
	write := func(change func(m *material)) string {
		m := newMaterial()
		for _, x := range []string{"Gazette", "Courier"} {
			m.take(reported(x, x, "Kenya gave food to Uganda."))
		}
		change(m)
		p := m.plan("", entente.AllDays(), nil)
		var out []string
		for _, s := range p.unheard() {
			if len(s.Sources) == 0 || s.Kind != "computed" {
				t.Errorf("%q has the sources %v and is %s", s.Text, s.Sources, s.Kind)
			}
			out = append(out, s.Text)
		}
		return strings.Join(out, " ")
	}
	for name, x := range map[string]struct {
		change func(m *material)
		want   string
	}{
		"nobody speaks": {func(*material) {}, "No words of Kenya or Uganda are in these reports."},
		"one is quoted": {func(m *material) {
			m.docs[0].Quotes = []entente.Quote{{Speaker: entente.Actor{Country: "UGA"}}}
		}, "No words of Kenya are in these reports."},
		"on the word of one": {func(m *material) {
			m.docs[1].Events[0].Attribution = &entente.Attribution{Speaker: entente.Actor{Country: "KEN"}}
		}, "No words of Uganda are in these reports."},
		"both, in a near-copy":     {func(m *material) { m.heard["KEN"], m.heard["UGA"] = true, true }, ""},
		"one report is not enough": {func(m *material) { m.docs = m.docs[:1] }, ""},
	} {
		if got := write(x.change); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}

func TestJudging(t *testing.T) {
	t.Parallel()
	m := newMaterial()
	const text = "Kenya gave food to the brutal Uganda."
	d := reported("a", "Gazette", text)
	at := strings.Index(text, "brutal")
	d.Wording = []entente.Wording{{Span: entente.Span{Start: at, End: at + 6}, Class: "cruelty"}}
	m.take(d)
	p := m.plan("", entente.AllDays(), nil)
	if got := p.judging(); got != nil {
		t.Errorf("one outlet alone is compared: %v", got)
	}
	m.take(reported("b", "Courier", "Kenya gave food to Uganda."))
	p = m.plan("", entente.AllDays(), nil)
	if got := p.judging(); len(got) != 1 || !strings.Contains(got[0].Text, "“brutal” (Gazette)") {
		t.Errorf("compared: %v", got)
	}
	d.Wording[0].Holder = &entente.Actor{Country: "KEN"}
	if got := p.judging(); got != nil {
		t.Errorf("the word of a speaker is the outlet's: %v", got)
	}
}
