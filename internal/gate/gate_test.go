package gate_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/gate"
	"github.com/entente-news/entente/internal/pipeline"
)

// reader annotates texts by the real pipeline, as of 16 May 2024, a Thursday.
var reader = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	t, err := pipeline.Load(os.DirFS("../../models"), os.DirFS("../../data"))
	if err != nil {
		return nil, err
	}
	return pipeline.New(1, t.Stages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerDates | entente.LayerTrees | entente.LayerNames, AllTrees: true})...)
})

var reading sync.Mutex

func read(t testing.TB, text string) *entente.Document {
	t.Helper()
	p, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	day := entente.NewDay(2024, 5, 16)
	d := &entente.Document{ID: "d", Text: text, Lang: "en", Published: day.Time(), DateOnly: true, DateBasis: entente.DateFlag}
	reading.Lock()
	defer reading.Unlock()
	if err := p.One(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

func check(t testing.TB, draft string, sources ...string) []gate.Fault {
	t.Helper()
	var ss []gate.Source
	for _, s := range sources {
		d := read(t, s)
		for i := range d.Sentences {
			ss = append(ss, gate.Source{Doc: d, Sentence: i})
		}
	}
	return gate.Check(read(t, draft), ss)
}

func TestGate(t *testing.T) {
	t.Parallel()
	const (
		visit  = "Russian President Vladimir Putin arrived in Beijing on Thursday for talks with Chinese leader Xi Jinping."
		strike = "At least three soldiers were allegedly killed by Kenyan police in Nairobi, a spokesman said."
		plan   = "Peru plans to send engineers to Haiti if the rains stop."
		denial = "Oslo did not recall its ambassador, the minister said on Monday."
	)
	for _, c := range []struct {
		draft, source string
		want          []gate.Code // nil: it passes
	}{
		{visit, visit, nil},
		{"Vladimir Putin arrived in Beijing on 16 May 2024 for talks with Xi Jinping.", visit, nil},
		{"Russia's president arrived in Beijing for talks.", visit, nil},
		{"Xi Jinping arrived in Beijing for talks with Vladimir Putin.", visit, []gate.Code{gate.Role}},
		{"Vladimir Putin arrived in Minsk for talks with Xi Jinping.", visit, []gate.Code{gate.Name}},
		{"Vladimir Putin arrived in Beijing on 17 May 2024.", visit, []gate.Code{gate.Date}},
		{"Vladimir Putin will arrive in Beijing.", visit, []gate.Code{gate.Modality}},
		{"Vladimir Putin did not arrive in Beijing.", visit, []gate.Code{gate.Negation}},
		{"Vladimir Putin angrily arrived in Beijing.", visit, []gate.Code{gate.Word}},
		{"Vladimir Putin arrived in Beijing to buy weapons.", visit, []gate.Code{gate.Word}},

		{strike, strike, nil},
		{"A spokesman said that at least three soldiers were allegedly killed by Kenyan police.", strike, nil},
		{"At least three soldiers were allegedly killed by Kenyan police.", strike, []gate.Code{gate.Speaker}},
		{"Three soldiers were allegedly killed by Kenyan police, a spokesman said.", strike, []gate.Code{gate.Bound}},
		{"At least four soldiers were allegedly killed by Kenyan police, a spokesman said.", strike, []gate.Code{gate.Number}},
		{"At least three soldiers were killed by Kenyan police, a spokesman said.", strike, []gate.Code{gate.Hedge}},

		{plan, plan, nil},
		{"Peru will send engineers to Haiti if the rains stop.", plan, []gate.Code{gate.Modality}},
		{"Peru plans to send engineers to Haiti.", plan, []gate.Code{gate.Condition}},

		{denial, denial, nil},
		{"Oslo recalled its ambassador, the minister said on Monday.", denial, []gate.Code{gate.Negation}},
		{"Oslo did not recall its ambassador, the king said on Monday.", denial, []gate.Code{gate.Word}},

		{"The envoy called the vote \"a farce from start to end\".", "The envoy called the vote “a farce from start to end”, and left.", nil},
		{"The envoy called the vote \"a farce from end to end\".", "The envoy called the vote “a farce from start to end”, and left.", []gate.Code{gate.Quote}},
	} {
		var got []gate.Code
		fs := check(t, c.draft, c.source)
		for _, f := range fs {
			got = append(got, f.Code)
		}
		if c.want == nil && got != nil {
			t.Errorf("%q says what %q says, and has the faults %v", c.draft, c.source, fs)
		}
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%q for %q has the faults %v, and none of %s", c.draft, c.source, fs, w)
			}
		}
	}
}

// A draft may join what two sources say, and what neither says is a fault.
func TestSeveralSources(t *testing.T) {
	t.Parallel()
	a, b := "Kenya arrested two poachers on Monday.", "Uganda released five sailors on Tuesday."
	if fs := check(t, "Kenya arrested two poachers, and Uganda released five sailors.", a, b); fs != nil {
		t.Errorf("both are told: %v", fs)
	}
	if fs := check(t, "Uganda arrested two poachers.", a, b); fs == nil {
		t.Error("Uganda arrested nobody")
	}
	if fs := check(t, "Kenya arrested two poachers."); fs == nil {
		t.Error("without a source anything passes")
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("Kenya did not arrest two poachers, \"it said.", "Kenya said it may arrest at least two.")
	f.Fuzz(func(t *testing.T, draft, source string) {
		if len(draft)+len(source) > 400 || !strings.ContainsAny(draft, "abcdefghijklmnopqrstuvwxyz") {
			return
		}
		for _, x := range check(t, draft, source) {
			if x.Code == "" {
				t.Error("a fault without a code")
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	src := read(b, "Russian President Vladimir Putin arrived in Beijing on Thursday for talks with Chinese leader Xi Jinping, the Kremlin said.")
	ss := []gate.Source{{Doc: src, Sentence: 0}}
	b.ReportAllocs()
	for b.Loop() {
		gate.Check(src, ss)
	}
}
