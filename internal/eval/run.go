package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
)

// Row is one figure of a report.
type Row struct {
	Layer   string
	Data    string
	Measure string
	Value   string
	Note    string
}

// Runner runs the layers over gold data and scores them.
type Runner struct {
	Tools *pipeline.Tools
	// Gold holds the folders of gold data: parse, places, dates, extract,
	// stories, events, corpus. A folder that is missing is left out.
	Gold fs.FS
	// GoldDir is the path of Gold, for what is read by name.
	GoldDir string
	// Seed holds brief.txt and expected.json; nil leaves it out.
	Seed fs.FS
	// Sample opens the sample news, a document a line; nil leaves it out.
	Sample func() io.Reader
	// Own holds briefs/references.jsonl, corpus/seed_paraphrases.json and corpus/quotes.jsonl.
	Own fs.FS
	// Corpus holds heldout.jsonl, natural.jsonl and natural2.jsonl of the annotated
	// corpus; nil leaves it out.
	Corpus fs.FS
	// Project is the project's folder data/corpus, which holds that of Corpus as
	// events; nil leaves out what needs it.
	Project fs.FS
	// Predictions is a folder to which predictions are written in the shapes
	// of the gold data's scorers.
	Predictions string
	// Written scores actors on the written and drawn parts of the corpus too, from which
	// the rules were learnt.
	Written bool
	Workers int

	rows []Row
}

// layers in the order of the report.
func (r *Runner) layers() []layer {
	return []layer{{"parse", r.parse}, {"names", r.names}, {"places", r.places}, {"dates", r.dates}, {"extract", r.extract},
		{"stories", r.stories}, {"copies", r.copies}, {"merged", r.merged}, {"events", r.events}, {"pairs", r.pairs}, {"seed", r.seed},
		{"corpus", r.corpus}, {"quotes", r.quotes}, {"actors", r.actors}, {"gate", r.gate}, {"briefs", r.briefs}, {"support", r.support}, {"speed", r.speed}}
}

type layer struct {
	name string
	run  func(context.Context) error
}

// Run scores the named layers, all but speed when none is named, and returns
// the figures.
func (r *Runner) Run(ctx context.Context, names ...string) ([]Row, error) {
	want := map[string]bool{}
	for _, n := range names {
		if !slices.ContainsFunc(r.layers(), func(l layer) bool { return l.name == n }) {
			return nil, &entente.Error{Code: entente.ErrUnsupported, Op: "evaluate", Err: fmt.Errorf("there is no layer %q", n)}
		}
		want[n] = true
	}
	for _, l := range r.layers() {
		if (len(names) == 0 && l.name == "speed") || (len(names) > 0 && !want[l.name]) {
			continue
		}
		err := l.run(ctx)
		if errors.Is(err, fs.ErrNotExist) && len(names) == 0 {
			r.add(l.name, "-", "-", "-", "no gold data")
			continue
		}
		if err != nil {
			return r.rows, fmt.Errorf("evaluate %s: %w", l.name, err)
		}
	}
	return r.rows, nil
}

func (r *Runner) add(layer, data, measure, value, note string) {
	r.rows = append(r.rows, Row{layer, data, measure, value, note})
}

// annotate runs the stages of a plan over documents, in order, and returns
// those that came through.
func (r *Runner) annotate(ctx context.Context, stages []pipeline.Stage, docs []*entente.Document) error {
	p, err := pipeline.New(r.Workers, stages...)
	if err != nil {
		return err
	}
	seq := func(yield func(*entente.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	return p.Run(ctx, seq, func(res pipeline.Result) error { return res.Err })
}

// textStages are the stages of a plan for documents whose text and language
// are given: the extraction is left out.
func (r *Runner) textStages(p pipeline.Plan) []pipeline.Stage {
	return r.Tools.TextStages(p)
}

// given makes a document of a text in English with the date s, if it is one.
func given(id, text, s string) *entente.Document {
	d := &entente.Document{ID: id, Text: text, Lang: pipeline.Language}
	if len(s) >= len(time.DateOnly) {
		if day, err := entente.ParseDay(s[:len(time.DateOnly)]); err == nil {
			d.Published, d.DateOnly, d.DateBasis = day.Time(), true, entente.DateMetadata
		}
	}
	return d
}

// predict writes predictions as JSON lines.
func predict[T any](r *Runner, name string, list []T) error {
	f, err := r.create(name)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for i := range list {
		if err := enc.Encode(list[i]); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}

func (r *Runner) create(name string) (*os.File, error) {
	path := filepath.Join(r.Predictions, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("write predictions: %w", err)
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("write predictions: %w", err)
	}
	return f, nil
}

func f1(x float64) string { return fmt.Sprintf("%.1f", x) }
func f3(x float64) string { return fmt.Sprintf("%.3f", x) }

// prfNote writes precision and recall beside an F1.
func prfNote(p PRF, scale float64) string {
	return fmt.Sprintf("P %.1f, R %.1f", p.P*scale, p.R*scale)
}
