package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	entente "github.com/entente-news/entente"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func codes(t testing.TB) *Codes {
	t.Helper()
	c, err := LoadCodes(os.DirFS("../../data/codes"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// rows are a visit with a place, a number and a recipient of two members, a
// meeting of two without a day, and an appeal to nobody.
func rows() []entente.EventRow {
	text := "Kenya's president\tvisited Juba and \"Addis Ababa\" on 2 May, a spokesman said. Chad and Niger met. Oslo appealed."
	at := func(s string) entente.Span {
		i := strings.Index(text, s)
		return entente.Span{Start: i, End: i + len(s)}
	}
	day := entente.NewDay(2024, 5, 2)
	mode, _ := entente.ParseMode("visit")
	d := &entente.Document{ID: "d1", URL: "https://gazette.example/1", Publisher: "The Gazette", Title: "A visit", Lang: "en", Text: text,
		Published: day.Time() /* midnight */, DateOnly: true, Sample: true, Sentences: []entente.Sentence{{Span: at("Kenya's president\tvisited Juba and \"Addis Ababa\" on 2 May, a spokesman said.")},
			{Span: at("Chad and Niger met.")}, {Span: at("Oslo appealed.")}}}
	place := &entente.Place{Span: at("Juba"), Name: "Juba", Country: "SSD", Admin1: "Central Equatoria", Lat: 4.85165, Lon: 31.58247, HasPoint: true,
		GeoNames: 373303, Precision: "city"}
	visit := entente.Event{ID: "00ff00ff00ff00ff", Root: entente.RootConsult, Mode: mode, Score: 4, CAMEO: "042", Trigger: at("visited"), Where: place,
		Actors:     []entente.Actor{{Span: at("Kenya's president"), Name: "William Ruto", Country: "KEN", Sector: entente.GOV, Role: "head of state", Wikidata: "Q1"}},
		Recipients: []entente.Actor{{Span: at("Juba"), Country: "SSD"}, {Span: at("Addis Ababa"), Country: "IGO", Org: "AU", Inferred: true}},
		When:       entente.When{Span: at("2 May"), From: day, To: day + 1, Precision: entente.PrecisionSpan, Basis: entente.WhenText}, Confidence: 0.93336,
		Attribution: &entente.Attribution{Speaker: entente.Actor{Country: "KEN", Sector: entente.GOV}, Interested: true},
		Magnitudes:  []entente.Magnitude{{Kind: "killed", Low: 3, High: 3, Best: 3, HasBest: true}}}
	none := entente.When{From: entente.NoDay, To: entente.NoDay}
	met := entente.Event{ID: "11ff00ff00ff00ff", Sentence: 1, Root: entente.RootConsult, CAMEO: "04", Trigger: at("met"), When: none,
		Actors: []entente.Actor{{Span: at("Chad"), Country: "TCD"}, {Span: at("Niger"), Country: "NER"}}}
	appeal := entente.Event{ID: "22ff00ff00ff00ff", Sentence: 2, Root: entente.RootRequest, CAMEO: "10", Trigger: at("appealed"), Status: entente.Future,
		Actors: []entente.Actor{{Span: at("Oslo"), Country: "NOR", Sector: entente.GOV}}, When: entente.When{From: day, To: day, Precision: entente.PrecisionDay}}
	d.Events = []entente.Event{visit, met, appeal}
	out := make([]entente.EventRow, len(d.Events))
	for i := range d.Events {
		out[i] = entente.EventRow{Doc: d, Event: &d.Events[i], Story: "s1", Run: "0.1.0-abc"}
	}
	return out
}

func seq(rs []entente.EventRow) iter.Seq2[entente.EventRow, error] {
	return func(yield func(entente.EventRow, error) bool) {
		for _, r := range rs {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func write(t *testing.T, opt Options) (string, Count) {
	t.Helper()
	opt.Codes = codes(t)
	var b bytes.Buffer
	c, err := Write(&b, seq(rows()), opt)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), c
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, opt := range []Options{{Format: "csv", Unit: "event"}, {Format: "csv", Unit: "dyad"}, {Format: "plover", Unit: "event"},
		{Format: "gdelt", Unit: "event"}, {Format: "icews", Unit: "event"}, {Format: "polecat", Unit: "event"}} {
		name := filepath.Join("testdata", opt.Format+"-"+opt.Unit+".golden")
		got, _ := write(t, opt)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestShapes(t *testing.T) {
	t.Parallel()
	for format, n := range map[string]int{"gdelt": 61, "icews": 20, "polecat": 40} {
		got, count := write(t, Options{Format: format, Unit: "event"})
		for line := range strings.Lines(got) {
			if fields := strings.Count(line, "\t") + 1; fields != n {
				t.Errorf("%s has %d columns in %q, want %d", format, fields, line, n)
			}
		}
		if count.Undated != 1 || count.Events != 3 {
			t.Errorf("%s: %+v", format, count)
		}
	}
	got, _ := write(t, Options{Format: "plover", Unit: "event"})
	for line := range strings.Lines(got) {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
	for _, format := range Formats() {
		if got, _ := write(t, Options{Format: format, Unit: "event", NoText: true}); strings.Contains(got, "Kenya's president") || strings.Contains(got, "visited") {
			t.Errorf("%s without text has words of the publisher", format)
		}
	}
}

// The rows of an event by dyad weigh one together, in CSV as in Parquet, and
// both formats say the same.
func TestParquet(t *testing.T) {
	t.Parallel()
	raw, _ := write(t, Options{Format: "parquet", Unit: "dyad"})
	dyads, err := parquet.Read[Dyad](strings.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	weight := map[string]float64{}
	for _, d := range dyads {
		weight[d.ID] += d.Weight
	}
	if len(weight) != 2 || weight["00ff00ff00ff00ff"] != 1 || weight["11ff00ff00ff00ff"] != 1 {
		t.Errorf("weights %v", weight)
	}

	raw, _ = write(t, Options{Format: "parquet", Unit: "event"})
	events, err := parquet.Read[Event](strings.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	flat, _ := write(t, Options{Format: "csv", Unit: "event"})
	records, err := csv.NewReader(strings.NewReader(flat)).ReadAll()
	if err != nil || len(records) != 4 || len(events) != 3 {
		t.Fatalf("%d events in Parquet, %d lines of CSV, %v", len(events), len(records), err)
	}
	at := func(name string) int { return slices.Index(records[0], name) }
	for i, e := range events {
		if e.ID != records[i+1][at("id")] || e.ActorCountry != records[i+1][at("actor_country")] || decimal(e.Confidence) != records[i+1][at("confidence")] {
			t.Errorf("event %d: %+v and %v", i, e, records[i+1])
		}
	}
	if events[1].From != nil || *events[0].Lat != 4.85165 || events[0].ActorCOW != "501" {
		t.Errorf("types: %+v", events[0])
	}
}

func TestCodes(t *testing.T) {
	t.Parallel()
	c := codes(t)
	if c.COW("DEU") != "255" || c.GW("DEU") != "260" || c.FIPS("DEU") != "GM" || c.COW("PSE") != "" {
		t.Error("codes of states are wrong")
	}
	for code, want := range map[string]float64{"042": 1.9, "0421": 1.9, "190": -10, "1822": -9, "182": -9.5, "08": 5, "0874": 10} {
		if got, ok := c.Goldstein(code); !ok || got != want {
			t.Errorf("Goldstein of %s is %v", code, got)
		}
	}
	if _, ok := c.Goldstein(""); ok {
		t.Error("no code has a value")
	}
	for text, want := range map[string]string{"#\nhead\nA\tB\n": "states.tsv:3: 4 fields", "h\nAAA\tx\t1\tF\n": `states.tsv:2: "x" is no state number`,
		"h\nAAA\t1\t1\tF\nAAA\t1\t1\tF\n": "states.tsv:3: AAA stands here twice"} {
		if _, err := LoadCodes(fstest.MapFS{"states.tsv": {Data: []byte(text)}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := Write(&bytes.Buffer{}, seq(nil), Options{Format: "xls", Unit: "event"}); entente.ErrorCode(err) != entente.ErrInvalid {
		t.Errorf("an unknown format: %v", err)
	}
}

func BenchmarkCSV(b *testing.B) {
	rs, c := rows(), codes(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(&bytes.Buffer{}, seq(rs), Options{Format: "csv", Unit: "event", Codes: c}); err != nil {
			b.Fatal(err)
		}
	}
}

// The rows of a happening by dyad weigh one together, and say whether a relation
// counts them.
func TestMergedDyads(t *testing.T) {
	t.Parallel()
	day := entente.NewDay(2024, 5, 2)
	meeting := &entente.Merged{ID: "m1", Story: "s1", Root: entente.RootConsult, Score: 2.5, Reports: 3, Independent: 2, When: entente.When{From: day, To: day},
		Actors: []entente.Actor{{Country: "KEN"}, {Country: "SSD"}, {Country: "IGO", Org: "AU"}}}
	claim := &entente.Merged{ID: "m2", Root: entente.RootAssault, Interested: true, When: entente.When{From: day, To: day},
		Actors: []entente.Actor{{Country: "KEN"}}, Recipients: []entente.Actor{{Country: "SSD"}, {Group: "WEST"}}}
	var b bytes.Buffer
	err := WriteMerged(&b, func(yield func(entente.MergedRow, error) bool) {
		_ = yield(entente.MergedRow{Merged: meeting}, nil) && yield(entente.MergedRow{Merged: claim}, nil)
	}, Options{Format: "csv", Unit: "dyad", Codes: codes(t)})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	weight := map[string]float64{}
	for _, r := range rows[1:] {
		w, err := strconv.ParseFloat(at(r, "weight"), 64)
		if err != nil {
			t.Fatal(err)
		}
		weight[at(r, "id")] += w
		if at(r, "series") != strconv.FormatBool(at(r, "id") == "m1") {
			t.Errorf("whether a relation counts it: %v", r)
		}
	}
	if len(rows) != 8 || math.Abs(weight["m1"]-1) > 1e-12 || weight["m2"] != 1 {
		t.Errorf("%d rows that weigh %v", len(rows)-1, weight)
	}
}
