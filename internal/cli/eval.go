package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/internal/eval"
)

// evalFlags are the flags of entente eval.
type evalFlags struct {
	gold, seed, corpus, predictions string
	markdown, written               bool
	workers                         int
}

func (a *App) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{Use: "eval [LAYER…]", Short: "Score the layers on gold data and print one table",
		Long: `Score the layers on gold data and print one table. The gold folder holds the
folders parse, places, dates, extract, stories, events and corpus, each with
the scorer whose measures are used here. Layers: parse, names, places, dates,
extract, stories, copies, merged, events, pairs, seed, corpus, quotes,
actors, gate, briefs, support, speed (only when named).`,
		Example: "  entente eval --gold gold --predictions out\n  ENTENTE_GOLD=gold entente eval speed"}
	c.Flags().StringVar(&f.gold, "gold", "", "folder of gold data (default $ENTENTE_GOLD)")
	c.Flags().StringVar(&f.seed, "seed", "", "folder with brief.txt and expected.json (default seed beside the gold folder)")
	c.Flags().StringVar(&f.corpus, "corpus", filepath.Join("data", "corpus", "events"), "folder of the annotated corpus")
	c.Flags().StringVar(&f.predictions, "predictions", "", "keep predictions in this folder, in the scorers' shapes")
	c.Flags().BoolVar(&f.written, "written", false, "score actors on the written and the drawn part of the corpus too, from which their rules were learnt")
	c.Flags().BoolVar(&f.markdown, "markdown", false, "print a Markdown table")
	c.Flags().IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "documents read at a time")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := f.complete(a.Getenv); err != nil {
			return err
		}
		if f.predictions == "" {
			dir, err := os.MkdirTemp("", "entente-eval-")
			if err != nil {
				return &entente.Error{Code: entente.ErrUnavailable, Op: "make a folder for predictions", Err: err}
			}
			defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
			f.predictions = dir
		}
		r, err := a.runner(&f)
		if err != nil {
			return err
		}
		rows, err := r.Run(c.Context(), args...)
		if entente.ErrorCode(err) == entente.ErrUnsupported {
			return usagef("%w", err)
		}
		if perr := a.printRows(rows, f.markdown); err == nil {
			err = perr
		}
		return err
	}
	return c
}

// complete checks the flags and fills in what others tell.
func (f *evalFlags) complete(getenv func(string) string) error {
	if f.gold == "" {
		f.gold = getenv("ENTENTE_GOLD")
	}
	if f.gold == "" {
		return usagef("give the folder of gold data by --gold or ENTENTE_GOLD")
	}
	if f.workers < 1 {
		return usagef("--workers must be at least 1")
	}
	if _, err := os.Stat(f.gold); err != nil {
		return &entente.Error{Code: entente.ErrNotFound, Op: "open the gold data", Err: err}
	}
	if f.seed == "" {
		f.seed = filepath.Join(filepath.Dir(filepath.Clean(f.gold)), "seed")
	}
	return nil
}

// runner returns what scores the folders of f, as far as they are there.
func (a *App) runner(f *evalFlags) (*eval.Runner, error) {
	t, err := a.tools()
	if err != nil {
		return nil, err
	}
	r := &eval.Runner{Tools: t, Gold: os.DirFS(f.gold), GoldDir: f.gold, Own: a.Data, Sample: demo.Open, Predictions: f.predictions, Written: f.written, Workers: f.workers}
	if _, err := os.Stat(filepath.Join(f.seed, "expected.json")); err == nil {
		r.Seed = os.DirFS(f.seed)
	}
	if _, err := os.Stat(f.corpus); err == nil {
		r.Corpus = os.DirFS(f.corpus)
		r.Project = os.DirFS(filepath.Dir(filepath.Clean(f.corpus)))
	}
	return r, nil
}

func (a *App) printRows(rows []eval.Row, markdown bool) error {
	if !markdown {
		t := newTable(a.Stdout, "LAYER", "DATA", "MEASURE", "VALUE", "NOTE")
		for _, r := range rows {
			t.row(r.Layer, r.Data, r.Measure, r.Value, r.Note)
		}
		return t.flush()
	}
	var b strings.Builder
	b.WriteString("| layer | data | measure | value | note |\n|---|---|---|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Layer, r.Data, r.Measure, r.Value, r.Note)
	}
	_, err := fmt.Fprint(a.Stdout, b.String())
	return err
}
