package story_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/story"
)

// sample reads the sample news, in (date, order).
func sample(t *testing.T) []*entente.Document {
	t.Helper()
	f, err := os.Open("../demo/sample.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // read only
	var out []*entente.Document
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var r struct{ ID, Title, Text, Date string }
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		d := &entente.Document{ID: r.ID, Title: r.Title, Text: r.Text}
		if r.Date != "" {
			layout := time.RFC3339
			if len(r.Date) == len(time.DateOnly) {
				layout = time.DateOnly
			}
			if d.Published, err = time.Parse(layout, r.Date); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, d)
	}
	return out
}

type plan struct {
	Stories    map[string][]string `json:"stories"`
	NearCopies [][]string          `json:"near_copies"`
}

func samplePlan(t *testing.T) plan {
	t.Helper()
	b, err := os.ReadFile("../demo/testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	var p plan
	if err := json.Unmarshal(b, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// place runs documents through a clusterer.
func place(docs []*entente.Document) map[string]entente.Assignment {
	c := story.New(story.Defaults())
	out := map[string]entente.Assignment{}
	for _, d := range docs {
		a := c.Add(story.Extract(d))
		out[a.Doc] = a
		for _, a := range c.Changes() {
			out[a.Doc] = a
		}
	}
	return out
}

func TestSampleCopies(t *testing.T) {
	t.Parallel()
	var got [][]string
	for id, a := range place(sample(t)) {
		if a.DuplicateOf != "" {
			got = append(got, []string{a.DuplicateOf, id})
		}
	}
	slices.SortFunc(got, func(a, b []string) int { return slices.Compare(a, b) })
	want := samplePlan(t).NearCopies
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("near-copies of the sample news (-want +got):\n%s", diff)
	}
}

func TestSampleStories(t *testing.T) {
	t.Parallel()
	places := place(sample(t))
	gold := map[string]string{}
	for name, docs := range samplePlan(t).Stories {
		for _, d := range docs {
			gold[d] = name
		}
	}
	for id := range places {
		if gold[id] == "" {
			gold[id] = id // a report of its own
		}
	}
	p, r := bcubed(gold, places)
	f := 2 * p * r / (p + r)
	t.Logf("B-cubed precision %.3f, recall %.3f, F1 %.3f", p, r, f)
	if f < 0.88 {
		t.Errorf("B-cubed F1 of the sample news = %.3f, want at least 0.88", f)
	}
}

// bcubed returns B-cubed precision and recall (Bagga and Baldwin, 1998).
func bcubed(gold map[string]string, got map[string]entente.Assignment) (precision, recall float64) {
	for x, gx := range gold {
		both, same, all := 0, 0, 0
		for y, gy := range gold {
			g, s := gx == gy, got[x].Story == got[y].Story
			if g && s {
				both++
			}
			if s {
				same++
			}
			if g {
				all++
			}
		}
		precision += float64(both) / float64(same)
		recall += float64(both) / float64(all)
	}
	n := float64(len(gold))
	return precision / n, recall / n
}
