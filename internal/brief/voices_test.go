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

// tellingOf takes in a document of one sentence, a word a token, in which words 1 and 3 are
// the deed and whom it was done to.
func tellingOf(id, outlet, text string, group int, m *material) {
	d := &entente.Document{ID: id, Publisher: outlet, Text: text, Published: entente.NewDay(2024, 6, 5).Time()}
	at := 0
	for i, w := range strings.Fields(strings.TrimSuffix(text, ".")) {
		t := entente.Token{Span: entente.Span{Start: at, End: at + len(w)}, Lemma: strings.TrimSuffix(w, "ed"), UPOS: entente.NOUN, Head: 1}
		switch i {
		case 0:
			t.UPOS = entente.PROPN
		case 1:
			t.UPOS, t.Head = entente.VERB, -1
		case 3:
			if strings.ToLower(w) != w {
				t.UPOS = entente.PROPN
			}
		}
		d.Tokens = append(d.Tokens, t)
		at += len(w) + 1
	}
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(text)}, Last: len(d.Tokens)}}
	whom := entente.Actor{Country: "UGA", Span: d.Tokens[3].Span}
	if d.Tokens[3].UPOS == entente.PROPN {
		whom.Name = whom.Span.In(text)
	}
	d.Events = []entente.Event{{ID: "e" + id, Root: entente.RootAssault, Trigger: d.Tokens[1].Span, Recipients: []entente.Actor{whom},
		Actors: []entente.Actor{{Name: "Kenya", Country: "KEN", Span: d.Tokens[0].Span}},
		When:   entente.When{From: entente.NewDay(2024, 6, 5), To: entente.NewDay(2024, 6, 5), Basis: entente.WhenText}}}
	m.merged["e"+id] = told{"m1", group}
	m.take(d)
}

func TestNaming(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		a, b  string
		group int // of the second
		want  string
	}{
		"deeds":              {"Kenya attacked at Uganda.", "Kenya raided near Uganda.", 1, "Of one event, Gazette writes “attacked”, Courier writes “raided”."},
		"one word":           {"Kenya attacked at Uganda.", "Kenya attacked near Uganda.", 1, ""},
		"one source":         {"Kenya attacked at Uganda.", "Kenya raided near Uganda.", 0, ""},
		"parties":            {"Kenya attacked the rebels.", "Kenya attacked some militants.", 1, "Of one event, Gazette writes “rebels”, Courier writes “militants”."},
		"perhaps two events": {"Kenya attacked the rebels.", "Kenya raided some militants.", 1, ""},
	} {
		m := newMaterial()
		tellingOf("a", "Gazette", x.a, 0, m)
		tellingOf("b", "Courier", x.b, x.group, m)
		got := ""
		for _, s := range m.plan("", entente.AllDays(), nil).naming() {
			got += s.Text
			if len(s.Sources) != 2 || s.Kind != "computed" {
				t.Errorf("%s: %s with the sources %v", name, s.Kind, s.Sources)
			}
		}
		if got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}
