package cli

import (
	"context"
	"fmt"
	"io"
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
// each time three weeks later: some 10,000 documents.
const rounds = 108

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

// BenchmarkBriefs writes the brief of a story and of a day on an archive of some
// 10,000 documents, the gate included.
func BenchmarkBriefs(b *testing.B) {
	ctx := context.Background()
	a := &App{Stdin: nil, Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Models: models.FS, Data: data.FS}
	dir := b.TempDir()
	small := filepath.Join(dir, "small.db")
	a.Stdin = demo.Open()
	if code := a.Run(ctx, []string{"add", "-", "--archive", small}); code != 0 {
		b.Fatalf("add the sample: %d", code)
	}
	from, err := store.Open(ctx, small)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close() //nolint:errcheck // a temporary archive
	arc, err := store.Open(ctx, filepath.Join(dir, "large.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer arc.Close() //nolint:errcheck // a temporary archive
	rows, err := from.Stories(ctx, entente.StoryFilter{Days: entente.AllDays()})
	if err != nil {
		b.Fatal(err)
	}
	outlets, err := pipeline.LoadOutlets(data.FS, demo.Outlets())
	if err != nil {
		b.Fatal(err)
	}
	type member struct {
		d      *entente.Document
		place  entente.Assignment
		origin entente.Provenance
	}
	var members []member
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
			members = append(members, member{d, entente.Assignment{Doc: m.Doc, Story: row.Story.ID, DuplicateOf: m.DuplicateOf}, outlets.Provenance(d)})
		}
	}
	for round := range rounds {
		at := func(id string) string {
			if id == "" {
				return ""
			}
			return fmt.Sprintf("%s-%d", id, round)
		}
		var entries []store.Entry
		for _, m := range members {
			place := entente.Assignment{Doc: at(m.place.Doc), Story: at(m.place.Story), DuplicateOf: at(m.place.DuplicateOf)}
			entries = append(entries, store.Entry{Doc: again(m.d, round), Features: []byte{1}, Place: place, Origin: m.origin})
		}
		if err := arc.Put(ctx, entries); err != nil {
			b.Fatal(err)
		}
	}
	w, err := a.briefer(ctx, arc)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d documents", rounds*len(members))
	b.Run("story", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Story(ctx, fmt.Sprintf("%s-%d", rows[0].Story.ID, rounds/2)); err != nil {
				b.Fatal(err)
			}
		}
	})
	day := entente.NewDay(2024, 5, 16) + 21*rounds/2
	b.Run("day", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Day(ctx, day); err != nil {
				b.Fatal(err)
			}
		}
	})
	free := brief.New(arc, brief.Options{Since: entente.NoDay})
	b.Run("story without the gate", func(b *testing.B) {
		for b.Loop() {
			if _, err := free.Story(ctx, fmt.Sprintf("%s-%d", rows[0].Story.ID, rounds/2)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
