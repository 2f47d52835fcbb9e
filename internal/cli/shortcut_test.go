package cli_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/data"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/wire"
	"github.com/entente-news/entente/models"
)

// TestShortcut checks that parsing only the sentences which may hold an event
// gives the events that parsing all of them gives, with both networks, and those
// that an archive gets, for which more sentences are parsed.
func TestShortcut(t *testing.T) {
	t.Parallel()
	tools, err := pipeline.Load(models.FS, data.FS)
	if err != nil {
		t.Fatal(err)
	}
	code := func(p pipeline.Plan) (string, int) {
		line, err := pipeline.New(2, tools.Stages(p)...)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w, parsed := wire.NewWriter(&out), 0
		err = line.Run(t.Context(), source.Documents([]string{"../demo/sample.jsonl"}, source.Options{}), func(r pipeline.Result) error {
			if r.Err != nil {
				return r.Err
			}
			for i := range r.Doc.Sentences {
				if r.Doc.Sentences[i].Parsed {
					parsed++
				}
			}
			for _, e := range wire.Events(r.Doc, wire.Options{Explain: true}) {
				if err := w.Write(e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return out.String(), parsed
	}
	for _, fast := range []bool{false, true} {
		short, some := code(pipeline.Plan{Want: entente.LayerEvents, Fast: fast})
		long, all := code(pipeline.Plan{Want: entente.LayerEvents, Fast: fast, AllTrees: true})
		if some >= all {
			t.Errorf("fast %v: %d of %d sentences are parsed: no shortcut", fast, some, all)
		}
		if diff := cmp.Diff(long, short); diff != "" {
			t.Errorf("fast %v: events (-all trees +shortcut):\n%s", fast, diff)
		}
		kept, more := code(pipeline.Plan{Want: entente.LayerEvents | entente.LayerQuotes | entente.LayerPositions, Fast: fast})
		if more <= some {
			t.Errorf("fast %v: %d sentences are parsed for an archive, %d without: both ways are one", fast, more, some)
		}
		if diff := cmp.Diff(long, kept); diff != "" {
			t.Errorf("fast %v: events (-all trees +archive):\n%s", fast, diff)
		}
	}
}
