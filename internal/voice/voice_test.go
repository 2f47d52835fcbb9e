package voice

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/nlp"
)

// tools reads a text as the program does.
var tools = sync.OnceValues(func() (func(*entente.Document), error) {
	m, err := nlp.Open(os.DirFS("../../models"))
	if err != nil {
		return nil, err
	}
	table, _, err := actor.Load(os.DirFS("../../data/actors"))
	if err != nil {
		return nil, err
	}
	r, err := New(os.DirFS("../../data/voice"))
	if err != nil {
		return nil, err
	}
	return func(d *entente.Document) {
		w := m.NewWorker()
		w.Tokenize(d)
		w.TagAndName(d)
		table.NewWorker().Annotate(d)
		w.Parse(d, func(i int) bool { return r.Gate(d, i) })
		r.Annotate(d)
	}, nil
})

func read(t *testing.T, text string) *entente.Document {
	t.Helper()
	annotate, err := tools()
	if err != nil {
		t.Fatal(err)
	}
	d := &entente.Document{ID: "t", Text: text, Lang: "en"}
	annotate(d)
	return d
}

// show writes what was found as lines.
func show(d *entente.Document) []string {
	var out []string
	for _, q := range d.Quotes {
		how := "indirect"
		if q.Direct {
			how = "direct"
		}
		line := q.Speaker.Party() + " " + q.Cue.In(d.Text) + " " + how + ": " + q.Content.In(d.Text)
		if q.Claim != "" {
			line += " (" + q.Claim
			if q.Of != nil {
				line += " " + q.Of.Party()
			}
			line += ")"
		}
		out = append(out, line)
	}
	for _, p := range d.Positions {
		out = append(out, p.Holder.Party()+" "+p.Stance+": "+p.Topic.In(d.Text))
	}
	for _, w := range d.Wording {
		holder := "outlet"
		if w.Holder != nil {
			holder = w.Holder.Party()
		}
		out = append(out, holder+" "+w.Class+": "+w.Span.In(d.Text))
	}
	return out
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"direct, over sentences", `"We stay," Norway's premier said on Monday. "It is our fish."`,
			[]string{"NOR said direct: We stay,", "NOR said direct: It is our fish."}},
		{"inverted", `“The bridge is gone,” said the Kenyan minister.`, []string{"KEN said direct: The bridge is gone,"}},
		{"broken off", `“If they come,” Chad's president said, “we go.”`,
			[]string{"TCD said direct: If they come,", "TCD said direct: we go."}},
		{"before", "Peru's envoy replied: “Not today.”", []string{"PER replied direct: Not today."}},
		{"called", "Malta's premier called the plan “a joke”.", []string{"MLT called direct: a joke"}},
		{"indirect", "Ghana's army said that two soldiers had died.", []string{"GHA said indirect: two soldiers had died"}},
		{"behind", "The talks have failed, Oman's foreign ministry said.", []string{"OMN said indirect: The talks have failed"}},
		{"mixed", "Cyprus said the offer was “no offer” at all.", []string{"CYP said indirect: the offer was “no offer” at all"}},
		{"according to", "According to Tonga's police, the boat sank.", []string{"TON According to indirect: the boat sank"}},
		{"a name is no quotation", "The ship “Aurora” left Havana.", nil},
		{"claim repeated", "Hungary echoed Russia's claims about the strike.",
			[]string{"HUN echoed indirect: Russia's claims about the strike (repeats RUS)"}},
		{"claim denied", "Rwanda denied Congo's accusation.", []string{"RWA denied indirect: Congo's accusation (denies COD)"}},
		{"stance", "Switzerland maintains a neutral stance on the war.", []string{"CHE neutral: the war"}},
		{"readiness", "Iran expressed readiness to admit inspectors.", []string{"IRN ready: admit inspectors"}},
		{"against", "Ghana is against a new tax.", []string{"GHA oppose: a new tax"}},
		{"denied support", "Bolivia does not support the embargo.", []string{"BOL oppose: the embargo"}},
		{"trend", "Egypt has increasingly turned to China for weapons.", []string{"EGY trend: China"}},
		{"judging words", "“A brutal regime,” Chile's premier said. The puppet government fell.",
			[]string{"CHL said direct: A brutal regime,", "CHL cruelty: brutal", "CHL legitimacy: regime", "outlet legitimacy: puppet"}},
		{"nobody", "“Go home” stood on the wall.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if d := cmp.Diff(c.want, show(read(t, c.text))); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestSpans checks that all that is found lies within the text.
func TestSpans(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("“A “b” ‘c, Norway's premier said: Iran \"opposes\" it, he said. According to\n\nSpain: “x.\n“y” she told Fiji. ", 20)
	d := read(t, text)
	whole := entente.Span{End: len(text)}
	for _, q := range d.Quotes {
		for _, s := range []entente.Span{q.Span, q.Cue, q.Content, q.Speaker.Span} {
			if s.IsEmpty() || !whole.Contains(s) {
				t.Fatalf("%+v: %v lies outside", q, s)
			}
		}
	}
	if len(d.Quotes) == 0 {
		t.Error("nothing was found")
	}
}

func TestNewErrors(t *testing.T) {
	t.Parallel()
	good := fstest.MapFS{"cues.txt": {Data: []byte("say verb: say")}, "stances.txt": {Data: []byte("")}, "loaded.txt": {Data: []byte("x: y")}}
	if _, err := New(good); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"cues.txt": "say verb say", "stances.txt": "support: back", "loaded.txt": "a b: c"} {
		bad := fstest.MapFS{}
		for k, v := range good {
			bad[k] = v
		}
		bad[name] = &fstest.MapFile{Data: []byte("# fine\n" + data)}
		_, err := New(bad)
		if !errors.Is(err, ErrSyntax) || !strings.Contains(err.Error(), name+":2") {
			t.Errorf("%s: %v, want an error of line 2", name, err)
		}
	}
}
