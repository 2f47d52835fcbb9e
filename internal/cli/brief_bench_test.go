package cli

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/models"
)

// rounds is how often the sample news stands in the archive of the benchmark,
// each time three weeks later: 108 are some 10,000 documents, 1053 some 100,000.
var rounds = flag.Int("rounds", 108, "how often the sample news stands in the archive of the benchmark of briefs")

// kept is an archive of the benchmark that stays, so that making it is paid once.
var kept = flag.String("kept", "", "keep the archive of the benchmark of briefs in this file, and use what is there")

// again is a document and its events, moved by some days.
func again(d *entente.Document, round int) *entente.Document {
	out := *d
	shift := entente.Day(21 * round) //nolint:gosec // small
	out.ID = fmt.Sprintf("%s-%d", d.ID, round)
	out.URL = ""
	if !d.Published.IsZero() {
		out.Published = d.Published.AddDate(0, 0, 21*round)
	}
	move := func(x entente.Day) entente.Day {
		if !x.Known() {
			return x
		}
		return x + shift
	}
	out.Events = append([]entente.Event(nil), d.Events...)
	for i := range out.Events {
		e := &out.Events[i]
		e.ID = fmt.Sprintf("%s%04d", e.ID[:12], round)
		if e.SameAs != "" {
			e.SameAs = fmt.Sprintf("%s%04d", e.SameAs[:12], round)
		}
		e.Links = nil
		e.When.From, e.When.To = move(e.When.From), move(e.When.To)
	}
	return &out
}

// filled returns the archive of the benchmark, its rounds and the story of the
// sample with the most reports.
func filled(b *testing.B, a *App) (*store.Archive, string) {
	b.Helper()
	ctx := b.Context()
	small := filepath.Join(b.TempDir(), "small.db")
	a.Stdin = demo.Open()
	if code := a.Run(ctx, []string{"add", "-", "--archive", small}); code != 0 {
		b.Fatalf("add the sample: %d", code)
	}
	from, err := store.Open(ctx, small)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close() //nolint:errcheck // a temporary archive
	path := *kept
	if path == "" {
		path = filepath.Join(b.TempDir(), "large.db")
	}
	_, missing := os.Stat(path)
	arc, err := store.Open(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { arc.Close() }) //nolint:errcheck,gosec // an archive of a benchmark
	rows, err := from.Stories(ctx, entente.StoryFilter{Days: entente.AllDays()})
	if err != nil {
		b.Fatal(err)
	}
	if missing != nil {
		fill(b, arc, from, rows)
	}
	return arc, rows[0].Story.ID
}

// fill puts the stories of one archive into another, again and again.
func fill(b *testing.B, arc, from *store.Archive, rows []entente.StoryRow) {
	b.Helper()
	ctx := b.Context()
	outlets, err := pipeline.LoadOutlets(data.FS, demo.Outlets())
	if err != nil {
		b.Fatal(err)
	}
	var members []store.Entry
	for i := range rows {
		row, err := from.Story(ctx, rows[i].Story.ID)
		if err != nil {
			b.Fatal(err)
		}
		for _, m := range row.Story.Members {
			d, err := from.Document(ctx, m.Doc, entente.DepthFull)
			if err != nil {
				b.Fatal(err)
			}
			members = append(members, store.Entry{Doc: d, Place: entente.Assignment{Doc: m.Doc, Story: row.Story.ID, DuplicateOf: m.DuplicateOf}, Origin: outlets.Provenance(d)})
		}
	}
	for round := range *rounds {
		at := func(id string) string {
			if id == "" {
				return ""
			}
			return fmt.Sprintf("%s-%d", id, round)
		}
		var entries []store.Entry
		for _, m := range members {
			place := entente.Assignment{Doc: at(m.Place.Doc), Story: at(m.Place.Story), DuplicateOf: at(m.Place.DuplicateOf)}
			entries = append(entries, store.Entry{Doc: again(m.Doc, round), Features: []byte{1}, Place: place, Origin: m.Origin})
		}
		if err := arc.Put(ctx, entries); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBriefs writes the brief of a story and of a day from the middle of an
// archive of many documents, with the gate and without.
func BenchmarkBriefs(b *testing.B) {
	ctx := b.Context()
	a := &App{Stdin: nil, Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
	arc, largest := filled(b, a)
	w, err := a.briefer(ctx, arc)
	if err != nil {
		b.Fatal(err)
	}
	middle := *rounds / 2
	story := fmt.Sprintf("%s-%d", largest, middle)
	day := entente.NewDay(2024, 5, 16) + entente.Day(21*middle) //nolint:gosec // small
	free := brief.New(arc, brief.Options{Since: entente.NoDay})
	for _, x := range []struct {
		name  string
		write func() error
	}{
		{"story", func() error { _, err := w.Story(ctx, story); return err }},
		{"day", func() error { _, err := w.Day(ctx, day); return err }},
		{"story without the gate", func() error { _, err := free.Story(ctx, story); return err }},
		{"day without the gate", func() error { _, err := free.Day(ctx, day); return err }},
	} {
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				if err := x.write(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
