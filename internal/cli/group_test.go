package cli_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/wire"
	"github.com/entente-news/entente/models"
)

// TestGroups checks that small documents which are read together are read as
// each is by itself. The documents are the paragraphs of the sample.
func TestGroups(t *testing.T) {
	t.Parallel()
	tools, err := pipeline.Load(models.FS, data.FS)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := func(yield func(*entente.Document, error) bool) {
		for d, err := range source.Documents([]string{"../demo/sample.jsonl"}, source.Options{}) {
			if err != nil {
				yield(nil, err)
				return
			}
			for i, p := range strings.Split(d.Text, "\n\n") {
				one := *d
				one.ID, one.Text = d.ID+strconv.Itoa(i), p
				if !yield(&one, nil) {
					return
				}
			}
		}
	}
	line, err := pipeline.New(1, tools.Stages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerQuotes})...)
	if err != nil {
		t.Fatal(err)
	}
	var alone, together bytes.Buffer
	write := func(out *bytes.Buffer, d *entente.Document) {
		w := wire.NewWriter(out)
		if err := w.Write(wire.DocumentOf(d, entente.LayerTokens|entente.LayerTags|entente.LayerNames|entente.LayerActors|entente.LayerTrees|entente.LayerEvents, wire.Options{})); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for d, err := range paragraphs {
		if err != nil {
			t.Fatal(err)
		}
		if err := line.One(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		write(&alone, d)
		n++
	}
	err = line.Run(t.Context(), paragraphs, func(r pipeline.Result) error {
		if r.Err == nil {
			write(&together, r.Doc)
		}
		return r.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 50 {
		t.Errorf("%d paragraphs are too few to be grouped", n)
	}
	if diff := cmp.Diff(alone.String(), together.String()); diff != "" {
		t.Errorf("read together (-alone +together):\n%s", diff)
	}
}
