package wire_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

var update = flag.Bool("update", false, "rewrite golden files")

// visit is a document with one event in which every field is set.
func visit() *entente.Document {
	text := "À propos. Ruritania's envoy visited Zenda on Thursday, a spokesman said."
	at := func(s string) entente.Span {
		i := strings.Index(text, s)
		return entente.Span{Start: i, End: i + len(s)}
	}
	day := entente.NewDay(2024, 5, 16)
	d := &entente.Document{ID: "d<1>", URL: "https://gazette.example/1", Publisher: "The Gazette", Title: "Envoy & visit", Lang: "en", Text: text,
		Published: day.Time(), DateOnly: true, DateBasis: entente.DateMetadata, Sample: true,
		Layers:    entente.LayerText | entente.LayerTokens | entente.LayerTags | entente.LayerNames | entente.LayerActors | entente.LayerPlaces | entente.LayerDates | entente.LayerTrees | entente.LayerEvents | entente.LayerQuotes | entente.LayerPositions,
		Sentences: []entente.Sentence{{Span: at("À propos.")}, {Span: entente.Span{Start: at("Ruritania").Start, End: len(text)}, First: 0, Last: 2, Parsed: true}},
		Tokens: []entente.Token{{Span: at("envoy"), Lemma: "envoy", UPOS: entente.NOUN, Deprel: entente.Nsubj, Head: 1},
			{Span: at("visited"), Lemma: "visit", UPOS: entente.VERB, Deprel: entente.DeprelRoot, Head: -1}},
		Entities: []entente.Entity{{Span: at("Zenda"), Type: entente.LOC}},
		Mentions: []entente.Mention{{Actor: entente.Actor{Span: at("Ruritania's envoy"), Country: "RUR", Sector: entente.GOV}, Kind: entente.MentionNoun, Why: "a row"}},
		Dates:    []entente.TimeExpr{{Span: at("Thursday"), Value: "2024-05-16", From: day, To: day}},
		Places: []entente.Place{{Span: at("Zenda"), Name: "Zenda", Country: "RUR", Lat: 1.23456, Lon: -2, HasPoint: true, GeoNames: 7, Precision: "city",
			Confidence: 0.65, ClaimedBy: []string{"GRA"}, Candidates: []entente.Candidate{{Name: "Zenda", Country: "RUR", Lat: 1.23456, Lon: -2, GeoNames: 7, Points: 120},
				{Name: "Zenda", Admin1: "Kansas", Country: "USA", Lat: 37.4, Lon: -98.3, Points: 90}}}},
		Related: []entente.Related{{Title: "Other", Span: at("À propos.")}},
		Quotes:  []entente.Quote{{Span: at("a spokesman said"), Cue: at("said"), Content: at("Ruritania's envoy visited Zenda on Thursday")}},
	}
	mode, err := entente.ParseMode("visit")
	if err != nil {
		panic(err)
	}
	ctx, err := entente.ParseContext("diplomatic")
	if err != nil {
		panic(err)
	}
	d.Events = []entente.Event{{ID: "00ff00ff00ff00ff", Sentence: 1, Root: entente.RootConsult, Mode: mode, Contexts: []entente.EventContext{ctx}, Score: 4, CAMEO: "042",
		Actors:     []entente.Actor{{Span: at("Ruritania's envoy"), Name: "Ruritania", Country: "RUR", Sector: entente.GOV, Role: "envoy", Wikidata: "Q1"}},
		Recipients: []entente.Actor{{Span: at("Zenda"), Org: "ZEN", Country: "IGO", Inferred: true}},
		Trigger:    at("visited"), When: entente.When{Span: at("Thursday"), From: day, To: day, Precision: entente.PrecisionDay, Basis: entente.WhenText},
		Where: &d.Places[0], About: at("propos"), Status: entente.Actual, Attribution: &entente.Attribution{Speaker: entente.Actor{Span: at("a spokesman")}, Cue: at("said")},
		Magnitudes: []entente.Magnitude{{Kind: "participants", Span: at("a"), Low: 24, High: 99}, {Kind: "amount", Span: at("a"), Low: 5, High: 5, Best: 5, HasBest: true, Currency: "EUR"}},
		Links:      []entente.Link{{Type: "result", Event: "11", Cue: at("on")}}, SameAs: "22", Confidence: 0.93336, Confidences: entente.Confidences{Root: 0.97},
		Why: entente.Explanation{Pattern: "consult.pat:3", Rule: "visit", Path: "envoy <nsubj visit", RunnerUp: "AGREE"}}}
	return d
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites):\n%s", name, diff)
	}
}

func TestRecords(t *testing.T) {
	t.Parallel()
	all := entente.Layer(math.MaxUint16)
	tests := []struct {
		name string
		make func(d *entente.Document) any
	}{
		{"event.json", func(d *entente.Document) any { return wire.Events(d, wire.Options{Run: "0.1.0-abc", Explain: true})[0] }},
		{"event_no_text.json", func(d *entente.Document) any { return wire.Events(d, wire.Options{NoText: true})[0] }},
		{"document.json", func(d *entente.Document) any { return wire.DocumentOf(d, all, wire.Options{Explain: true}) }},
		{"document_bare.json", func(d *entente.Document) any { return wire.DocumentOf(&entente.Document{ID: "x"}, all, wire.Options{}) }},
		{"extracted.json", func(d *entente.Document) any { return wire.ExtractedOf(d) }},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			b, err := wire.Marshal(tc.make(visit()))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, tc.name, b)
		})
	}
}

// TestNoText checks that no word of the publisher is left in a record without
// text.
func TestNoText(t *testing.T) {
	t.Parallel()
	d := visit()
	for _, v := range []any{wire.Events(d, wire.Options{NoText: true, Run: "r"})[0], wire.DocumentOf(d, entente.Layer(math.MaxUint16), wire.Options{NoText: true})} {
		b, err := wire.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"visited", "propos", "spokesman", "Thursday"} {
			if bytes.Contains(b, []byte(word)) {
				t.Errorf("%q is left in %s", word, b)
			}
		}
	}
}

// TestListsAreNeverNull looks for null where a list belongs.
func TestListsAreNeverNull(t *testing.T) {
	t.Parallel()
	d := &entente.Document{ID: "x", Text: "a", Layers: entente.Layer(math.MaxUint16), Events: []entente.Event{{Where: nil}}}
	b, err := wire.Marshal(wire.DocumentOf(d, entente.Layer(math.MaxUint16), wire.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"related", "sentences", "tokens", "entities", "mentions", "places", "dates", "quotes", "positions", "events"} {
		if _, ok := m[k].([]any); !ok {
			t.Errorf("%s is %v, want a list", k, m[k])
		}
	}
	e := m["events"].([]any)[0].(map[string]any)
	for _, k := range []string{"contexts", "actor", "recipient", "links"} {
		if _, ok := e[k].([]any); !ok {
			t.Errorf("event's %s is %v, want a list", k, e[k])
		}
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	tests := map[float64]string{0: "0", 4: "4", 0.93336: "0.9334", -0.00001: "0", 1e9: "1000000000", 0.1: "0.1", -7.5: "-7.5"}
	for f, want := range tests {
		b, err := wire.Number(f).MarshalJSON()
		if err != nil || string(b) != want {
			t.Errorf("%v is written %s (%v), want %s", f, b, err, want)
		}
	}
	if _, err := wire.Number(math.NaN()).MarshalJSON(); err == nil {
		t.Error("NaN has a JSON form")
	}
}

func BenchmarkEvents(b *testing.B) {
	d := visit()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.Marshal(wire.Events(d, wire.Options{})[0]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestShares reads the six shares of an event of two and three members back, and
// sums them to what the period says.
func TestShares(t *testing.T) {
	t.Parallel()
	var p entente.RelationPoint
	sum := 0.0
	for range 6 {
		e := entente.RelationEvent{Quad: 1, Forward: entente.Share(1, 6)}
		p.Add(&e, false)
		b, err := wire.Marshal(wire.RelationEventOf("KEN", "UGA", &e))
		if err != nil {
			t.Fatal(err)
		}
		var line struct{ Forward float64 }
		if err := json.Unmarshal(b, &line); err != nil {
			t.Fatal(err)
		}
		sum += line.Forward
	}
	b, err := wire.Marshal(wire.RelationPointOf("KEN", "UGA", p, false))
	if err != nil {
		t.Fatal(err)
	}
	var line struct{ Weight, Forward, Back float64 }
	if err := json.Unmarshal(b, &line); err != nil {
		t.Fatal(err)
	}
	if math.Abs(sum-1) > 1e-8 || line.Weight != sum || line.Forward != sum || line.Back != 0 {
		t.Errorf("shares sum to %v, the period has %+v", sum, line)
	}
	for _, bad := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := wire.Share(bad).MarshalJSON(); err == nil {
			t.Errorf("%v has a form", bad)
		}
	}
}

func TestMergedRecord(t *testing.T) {
	t.Parallel()
	d := visit()
	e := &d.Events[0]
	dead := func(n int64) *entente.Magnitude {
		return &entente.Magnitude{Kind: "killed", Low: n, High: n, Best: n, HasBest: true}
	}
	m := &entente.Merged{ID: "m" + e.ID, Story: "s1", Stories: []string{"s1", "s2"}, Root: e.Root, Mode: e.Mode, Contexts: e.Contexts, Score: e.Score,
		CAMEO: e.CAMEO, Actors: e.Actors, Recipients: e.Recipients, When: e.When, Where: e.Where, Status: e.Status, Aspect: e.Aspect,
		Magnitudes: e.Magnitudes, Reports: 2, Copies: 1, Independent: 1, Confidence: e.Confidence, Sample: true,
		Tellings: []entente.Telling{{Event: e.ID, Doc: d.ID, Story: "s1", Outlet: d.Publisher, URL: d.URL, Published: d.Published, DateOnly: true,
			Sentence: d.Sentences[1].Span, Trigger: e.Trigger, CopyOf: "d0", Owner: "Zenda Press", Credits: []string{"Reuters"}, Actors: e.Actors,
			Recipients: e.Recipients, When: e.When, Where: e.Where, Attribution: e.Attribution, Magnitudes: e.Magnitudes, Confidence: e.Confidence, Run: "r"}},
		Differences: []entente.Difference{{Field: "killed", Versions: []entente.Variant{{Magnitude: dead(3), Events: []string{e.ID}, Groups: 1},
			{Magnitude: dead(5), Events: []string{"11"}, Groups: 1}}}, {Field: "actor", Versions: []entente.Variant{{Value: "RUR", Events: []string{e.ID}, Groups: 1}}}}}
	var buf bytes.Buffer
	row := entente.MergedRow{Merged: m, Texts: map[string]string{d.ID: d.Text}}
	if err := wire.NewWriter(&buf).Write(wire.MergedOf(row, wire.Options{})); err != nil {
		t.Fatal(err)
	}
	golden(t, "merged.json", buf.Bytes())
	buf.Reset()
	if err := wire.NewWriter(&buf).Write(wire.MergedOf(row, wire.Options{NoText: true})); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(buf.Bytes(), []byte("envoy visited")) || bytes.Contains(buf.Bytes(), []byte("Thursday")) {
		t.Errorf("publishers' words are left in: %s", buf.Bytes())
	}
}
