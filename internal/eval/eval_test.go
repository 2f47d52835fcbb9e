package eval_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/internal/eval"
)

const fixture = "testdata/fixture"

// want reads what the scorer that comes with the data prints for the fixture.
func want(t *testing.T, name string) map[string]any {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(fixture, name+".scores.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// get walks into nested objects.
func get(t *testing.T, m map[string]any, path ...string) float64 {
	t.Helper()
	var v any = m
	for _, p := range path {
		o, ok := v.(map[string]any)
		if !ok {
			t.Fatalf("no %v", path)
		}
		v = o[p]
	}
	f, ok := v.(float64)
	if !ok {
		t.Fatalf("%v is %v", path, v)
	}
	return f
}

func read[T any](t *testing.T, name string) []T {
	t.Helper()
	out, err := eval.ReadJSONL[T](os.DirFS(fixture), name)
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return out
}

// same expects equality to the last digit that the scorer prints.
func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func samePRF(t *testing.T, m map[string]any, got eval.PRF, path ...string) {
	t.Helper()
	for k, v := range map[string]float64{"p": got.P, "r": got.R, "f1": got.F} {
		same(t, path[len(path)-1]+"."+k, v, get(t, m, append(append([]string{}, path...), k)...))
	}
}

// near expects equality up to the last bits of a float that is printed whole.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-12 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func TestStories(t *testing.T) {
	t.Parallel()
	m := want(t, "stories")
	s, err := eval.ScoreStories(read[eval.Cluster](t, "stories.gold.jsonl"), read[eval.Cluster](t, "stories.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	samePRF(t, m, s.BCubed, "bcubed")
	samePRF(t, m, s.Pairwise, "pairwise")
	same(t, "homogeneity", s.Homogeneity, get(t, m, "homogeneity"))
	same(t, "completeness", s.Completeness, get(t, m, "completeness"))
	same(t, "v", s.V, get(t, m, "v_measure"))
	same(t, "ari", s.ARI, get(t, m, "ari"))
	same(t, "missing", float64(s.Missing), get(t, m, "missing_predictions"))
	same(t, "exact", float64(s.Exact), get(t, m, "clusters_exact"))
}

func TestDates(t *testing.T) {
	t.Parallel()
	m := want(t, "dates")
	s, err := eval.ScoreDates(read[eval.TimexDoc](t, "dates.gold.jsonl"), read[eval.TimexDoc](t, "dates.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	samePRF(t, m, s.Strict, "strict")
	samePRF(t, m, s.Relaxed, "relaxed")
	samePRF(t, m, s.Type, "type")
	samePRF(t, m, s.Value, "value")
	same(t, "found", s.ValueOfFound, get(t, m, "value_accuracy_of_found"))
	same(t, "gold", float64(s.Gold), get(t, m, "gold"))
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	m := want(t, "places")["own"].(map[string]any)
	s, err := eval.ScorePlaces(read[eval.ToponymDoc](t, "places.gold.jsonl"), read[eval.ToponymDoc](t, "places.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	samePRF(t, m, s.Exact, "recognition_exact")
	samePRF(t, m, s.Overlap, "recognition_overlap")
	for what, v := range map[string]float64{"gold_with_coordinates": float64(s.GoldPoints), "resolved": float64(s.Resolved),
		"acc161_of_resolved": s.Acc161OfResolved, "acc161_of_all_gold": s.Acc161OfAll, "mean_km": s.MeanKm, "median_km": s.MedianKm,
		"auc_error_lower_is_better": s.AUC} {
		same(t, what, v, get(t, m, "resolution", what))
	}
	same(t, "country", s.CountryOfGiven, get(t, m, "country", "acc_of_given"))
	same(t, "country of all", s.CountryOfAll, get(t, m, "country", "acc_of_all_gold"))
	same(t, "id", s.IDOfGiven, get(t, m, "geonameid", "acc_of_given"))
	same(t, "id of all", s.IDOfAll, get(t, m, "geonameid", "acc_of_all_gold"))
}

func TestExtract(t *testing.T) {
	t.Parallel()
	m := want(t, "extract")
	s, err := eval.ScoreExtract(read[eval.Page](t, "extract.gold.jsonl"), read[eval.Extraction](t, "extract.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for what, v := range map[string]float64{"precision": s.Body.P, "recall": s.Body.R, "f1": s.Body.F1, "accuracy": s.Body.Accuracy,
		"f1_empty_counts_zero": s.Body.F1EmptyZero} {
		same(t, what, v, get(t, m, "body", what))
	}
	for what, x := range map[string]eval.SnippetScore{"snippets": s.Snippets, "snippets_en": s.SnippetsEN} {
		same(t, what+" p", x.P, get(t, m, what, "precision"))
		same(t, what+" r", x.R, get(t, m, what, "recall"))
		same(t, what+" f1", x.F1, get(t, m, what, "f1"))
		same(t, what+" accuracy", x.Accuracy, get(t, m, what, "accuracy"))
	}
	for _, f := range []string{"title", "date", "author"} {
		same(t, f+" given", float64(s.Fields[f].Given), get(t, m, f, "given"))
		same(t, f+" right", float64(s.Fields[f].Right), get(t, m, f, "right"))
		same(t, f+" precision", s.Fields[f].P, get(t, m, f, "precision"))
		same(t, f+" recall", s.Fields[f].R, get(t, m, f, "recall"))
	}
}

func nearPRF(t *testing.T, m map[string]any, got eval.PRF, path ...string) {
	t.Helper()
	for k, v := range map[string]float64{"p": got.P, "r": got.R, "f1": got.F} {
		near(t, path[len(path)-1]+"."+k, v, get(t, m, append(append([]string{}, path...), k)...))
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	m := want(t, "events")
	s, err := eval.ScoreEvents(read[eval.CodedDoc](t, "events.gold.jsonl"), read[eval.CodedDoc](t, "events.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	nearPRF(t, m, s.RootBag, "root_multiset")
	nearPRF(t, m, s.RootSet, "root_set")
	nearPRF(t, m, s.Triples, "triple")
	nearPRF(t, m, s.TriplesBySectors, "triple_sector")
	per := m["per_root_set"].(map[string]any)
	if len(per) != len(s.PerRoot) {
		t.Errorf("%d roots, want %d", len(s.PerRoot), len(per))
	}
	for r, x := range s.PerRoot {
		nearPRF(t, m, x.PRF, "per_root_set", r)
	}
}

func TestPairs(t *testing.T) {
	t.Parallel()
	m := want(t, "pairs")
	s, err := eval.ScorePairs(read[eval.Pair](t, "pairs.gold.jsonl"), read[eval.Pair](t, "pairs.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]eval.Classified{"root": s.Root, "quad": s.Quad, "binary": s.Binary} {
		near(t, what+" accuracy", c.Accuracy, get(t, m, what, "accuracy"))
		near(t, what+" macro-F1", c.MacroF1, get(t, m, what, "macro_f1"))
	}
	for r, x := range s.Root.PerClass {
		nearPRF(t, m, x.PRF, "root", "per_class", r)
	}
	same(t, "missing", float64(s.Missing), get(t, m, "missing"))
}

func TestParse(t *testing.T) {
	t.Parallel()
	m := want(t, "parse")
	dir := os.DirFS(fixture)
	s, err := eval.ScoreParse(dir, "parse.gold.conllu", dir, "parse.pred.conllu")
	if err != nil {
		t.Fatal(err)
	}
	for what, x := range map[string]eval.PRF{"tokens": s.Tokens, "sentences": s.Sentences, "words": s.Words, "upos": s.UPOS, "xpos": s.XPOS,
		"lemma": s.Lemma, "uas": s.UAS, "las": s.LAS} {
		samePRF(t, m, x, what)
	}
	rel := m["relations"].(map[string]any)
	if len(rel) != len(s.Relations) {
		t.Errorf("%d relations, want %d", len(s.Relations), len(rel))
	}
	for r, x := range s.Relations {
		samePRF(t, m, x.PRF, "relations", r)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	dir := os.DirFS(fixture)
	g, err := eval.ReadIOB(dir, "names.gold.iob2")
	if err != nil {
		t.Fatal(err)
	}
	p, err := eval.ReadIOB(dir, "names.pred.iob2")
	if err != nil {
		t.Fatal(err)
	}
	byTags, err := eval.ScoreIOB(g, p)
	if err != nil {
		t.Fatal(err)
	}
	bySpans, err := eval.ScoreNameSpans(read[eval.NameDoc](t, "spans.gold.jsonl"), read[eval.NameDoc](t, "spans.pred.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]eval.NameScore{"names": byTags, "spans": bySpans} {
		m := want(t, name)
		samePRF(t, m, s.All, "all")
		samePRF(t, m, s.Untyped, "untyped")
		for ty, x := range s.ByType {
			samePRF(t, m, x.PRF, ty)
		}
	}
}

func TestSeed(t *testing.T) {
	t.Parallel()
	want := eval.SeedExpected{
		Must: []eval.SeedEvent{
			{Actor: []string{"A"}, Event: "CONSULT", Recipient: []string{"B"}, Mode: "visit", When: json.RawMessage(`"2024-05-16"`)},
			{Actor: []string{"A", "B"}, Event: "COOPERATE", Aspect: "ongoing", When: json.RawMessage(`null`)},
			{Actor: []string{"C"}, Event: "REQUEST|AGREE", Recipient: []string{"A"}, MayLackTarget: true, From: "C asks"},
		},
		May:     []eval.SeedEvent{{Actor: []string{"B"}, Event: "SUPPORT", Recipient: []string{"A"}}},
		Related: []string{"One", "Two"},
	}
	found := []eval.SeedFound{
		{Actor: []string{"A"}, Recipient: []string{"B"}, Event: "CONSULT", Mode: "visit", From: "2024-05-16"},
		{Actor: []string{"A"}, Recipient: []string{"B"}, Event: "CONSULT"}, // a repeat of a triple costs nothing
		{Actor: []string{"B"}, Recipient: []string{"A"}, Event: "COOPERATE", Aspect: "ongoing"},
		{Actor: []string{"B"}, Recipient: []string{"A"}, Event: "SUPPORT"},
		{Actor: []string{"B"}, Recipient: []string{"A"}, Event: "SUPPORT", Related: true},
		{Actor: []string{"X"}, Event: "ASSAULT"},
	}
	got := eval.ScoreSeed(want, found, []string{"One", "Wrong"})
	wantScore := eval.SeedScore{Must: 3, Found: 2, FalseAlarms: 2, MissedFrom: []string{"REQUEST|AGREE: C asks"},
		False: []eval.SeedFound{found[4], found[5]}, RelatedWanted: 2, RelatedRight: 1}
	if diff := cmp.Diff(wantScore, got); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
}
