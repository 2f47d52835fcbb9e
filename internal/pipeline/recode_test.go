package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// coding is a stage that codes an event of a root at the first word; documents
// whose text begins with "broken" fail.
func coding(root entente.Root, extra bool) Stage {
	return Stage{Name: "coding", Gives: entente.LayerEvents, New: func() Annotator {
		return AnnotatorFunc(func(_ context.Context, d *entente.Document) error {
			if strings.HasPrefix(d.Text, "broken") {
				return errors.New("broken")
			}
			e := entente.Event{ID: d.ID + "-1", Root: root, Trigger: entente.Span{End: 3}, Actors: []entente.Actor{{Country: "KEN"}},
				When: entente.When{From: entente.NoDay, To: entente.NoDay}}
			d.Events = []entente.Event{e}
			if extra {
				e.ID, e.Trigger = d.ID+"-2", entente.Span{Start: 4, End: 7}
				d.Events = append(d.Events, e)
			}
			return nil
		})
	}}
}

func TestRecode(t *testing.T) {
	t.Parallel()
	a := archive(t)
	docs := reports(150) // several batches
	docs[7].Text = "broken " + docs[7].Text
	for _, d := range docs {
		if d == docs[7] {
			continue
		}
		if err := coding(entente.RootAid, false).New().Annotate(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	ingest(t, a, docs, 0)
	run := func(root entente.Root, name string, dry bool) (RecodeCounts, []Change) {
		t.Helper()
		var seen []Change
		failed := 0
		r := Recoding{Archive: a, Stages: []Stage{coding(root, root == entente.RootConsult)}, Workers: 3, Run: name, Dry: dry,
			Each:   func(c Change) error { seen = append(seen, c); return nil },
			Failed: func(*entente.Document, error) error { failed++; return nil }}
		c, err := r.Do(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if c.Failed != failed {
			t.Errorf("%d failed, %d were told", c.Failed, failed)
		}
		return c, seen
	}

	c, seen := run(entente.RootConsult, "run2", true)
	if c.Documents != 150 || c.Failed != 1 || c.Changed != 149 || c.Came != 149 || c.Same != 0 || c.Fields["event"] != 149 || len(seen) != 298 {
		t.Fatalf("compared: %+v, %d told", c, len(seen))
	}
	if n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays(), Root: entente.RootConsult}); err != nil || n != 0 {
		t.Fatalf("a comparison wrote %d events, %v", n, err)
	}
	if c, _ := run(entente.RootConsult, "run2", false); c.Changed != 149 {
		t.Errorf("coded again: %+v", c)
	}
	if n, err := a.CountEvents(t.Context(), entente.EventFilter{Days: entente.AllDays(), Root: entente.RootConsult}); err != nil || n != 298 {
		t.Errorf("%d events, %v", n, err)
	}
	if c, _ := run(entente.RootConsult, "run2", false); c.Fresh != 149 || c.Failed != 1 || c.Changed+c.Came+c.Gone != 0 {
		t.Errorf("coded a third time: %+v", c)
	}
	c, seen = run(entente.RootAid, "run3", false)
	if c.Gone != 149 || c.Changed != 149 || seen[0].New == nil || seen[1].New != nil {
		t.Errorf("coded back: %+v", c)
	}
	if got := places(t, a); len(got) != 150 {
		t.Errorf("%d documents are in stories", len(got))
	}
	if d, err := a.Document(t.Context(), docs[7].ID, entente.DepthLayers); err != nil || !strings.HasPrefix(d.Text, "broken") {
		t.Errorf("what cannot be coded: %v", err)
	}
}

func TestRecodeEndsOnError(t *testing.T) {
	t.Parallel()
	a := archive(t)
	d := reports(1)
	if err := coding(entente.RootAid, false).New().Annotate(t.Context(), d[0]); err != nil {
		t.Fatal(err)
	}
	ingest(t, a, d, 0)
	full := errors.New("full")
	r := Recoding{Archive: a, Stages: []Stage{coding(entente.RootConsult, false)}, Workers: 1, Run: "r", Each: func(Change) error { return full }}
	if _, err := r.Do(t.Context()); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}
