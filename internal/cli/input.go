package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
)

// inputFlags are what the commands that read documents share.
type inputFlags struct {
	code    string // lang as an ISO 639 code, set by options
	format  string
	maxDoc  int64
	columns []string
	keep    bool
	mtime   bool
	date    string
	workers int
	errors  string
	lang    string

	args        []string  // what add reads
	outputs     []string  // and writes
	outlets     string    // a table of the user's, of add alone
	moreOutlets io.Reader // the sample's
}

func (f *inputFlags) add(c *cobra.Command) {
	fl := c.Flags()
	fl.StringVar(&f.format, "format", "", "text, jsonl, csv, tsv or html (default: by content)")
	fl.Int64Var(&f.maxDoc, "max-doc", source.DefaultMaxDoc, "most bytes of one document, after decompression")
	fl.StringSliceVar(&f.columns, "map", nil, "columns of a table, e.g. text=Body,date=Published")
	fl.BoolVar(&f.keep, "keep", false, "carry unknown fields along under extra")
	fl.BoolVar(&f.mtime, "date-from-mtime", false, "date documents without a date by their file's time")
	fl.StringVar(&f.date, "date", "", "date of documents without one, YYYY-MM-DD")
	fl.StringVar(&f.lang, "lang", "", "language of documents without one, e.g. en")
	fl.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "documents read at a time")
	fl.StringVar(&f.errors, "errors", "", "write errors and warnings to this file, one JSON object a line")
}

// dropsExtra hides the flag that keeps unknown fields where no record shows
// them.
func (f *inputFlags) dropsExtra(c *cobra.Command) {
	c.Flags().Lookup("keep").Hidden = true
}

func (f *inputFlags) options(a *App) (source.Options, error) {
	o := source.Options{Writes: a.writes(append(f.outputs, f.errors)), MaxDoc: f.maxDoc, Keep: f.keep, DateFromMtime: f.mtime, Stdin: a.in, Columns: map[string]string{}}
	switch {
	case f.maxDoc <= 0:
		return o, usagef("--max-doc must be above 0")
	case f.workers < 1:
		return o, usagef("--workers must be at least 1")
	}
	var err error
	if f.format != "" {
		if o.Format, err = source.ParseFormat(f.format); err != nil {
			return o, usagef("--format: %w", err)
		}
	}
	for _, m := range f.columns {
		field, column, ok := strings.Cut(m, "=")
		if !ok || !slices.Contains(source.Fields(), field) || column == "" {
			return o, usagef("--map: %q is not field=Column with a field of %s", m, strings.Join(source.Fields(), ", "))
		}
		o.Columns[field] = column
	}
	if f.lang != "" {
		if f.code = source.LangCode(f.lang); f.code == "" {
			return o, usagef("--lang: %q is no language code such as en", f.lang)
		}
	}
	if f.date != "" {
		day, err := entente.ParseDay(f.date)
		if err != nil {
			return o, usagef("--date: %w", err)
		}
		o.Date, o.DateOnly = day.Time(), true
	}
	return o, nil
}

// choices spells out the options that what is read depends on, for the name of
// the run. Defaults are left out.
func (f *inputFlags) choices() []string {
	out := []string{}
	say := func(name, value string) {
		if value != "" {
			out = append(out, name+"="+value)
		}
	}
	say("date", f.date)
	if f.mtime {
		say("date-from-mtime", "true")
	}
	say("format", f.format)
	say("lang", f.code)
	say("map", strings.Join(f.columns, ","))
	if f.maxDoc != source.DefaultMaxDoc && f.maxDoc != 0 {
		say("max-doc", strconv.FormatInt(f.maxDoc, 10))
	}
	return out
}

// tools loads models and tables, with the user's own places and actors.
func (a *App) tools() (*pipeline.Tools, error) {
	places, err := a.ownPlaces()
	if err != nil {
		return nil, err
	}
	actors, err := a.ownActors()
	if err != nil {
		return nil, err
	}
	t, err := pipeline.Load(a.Models, a.Data, pipeline.WithPlaces(places), pipeline.WithActors(actors...))
	if err == nil && len(actors) > 0 {
		a.warnOfActors(t.Warnings)
	}
	return t, err
}

// stream reads documents, annotates them by the stages, and calls emit with
// those that succeeded, in input order.
func (a *App) stream(ctx context.Context, in reading, emit func(*entente.Document) error) error {
	opt, err := in.in.options(a)
	if err != nil {
		return err
	}
	p, err := pipeline.New(in.in.workers, in.in.stages(in.stages)...)
	if err != nil {
		return err
	}
	rep, err := a.newReporter(in.in.errors, in.args)
	if err != nil {
		return err
	}
	docs := in.docs
	if docs == nil {
		docs = source.Documents(in.args, opt)
	}
	bar := a.newProgress()
	err = p.Run(ctx, docs, func(r pipeline.Result) error {
		bar.step()
		if r.Err != nil {
			bar.end()
			o := entente.Origin{}
			if r.Doc != nil {
				o = r.Doc.Origin
			}
			return rep.fail(o, r.Err)
		}
		if err := rep.warn(r.Doc); err != nil {
			return err
		}
		return emit(r.Doc)
	})
	bar.end()
	if err == nil && bar.n == 0 {
		a.say("nothing to read: no file in %s", printable(strings.Join(in.args, ", ")))
	}
	return rep.close(err)
}

// stages puts the language that the user gives before the stages that ask for
// it.
func (f *inputFlags) stages(stages []pipeline.Stage) []pipeline.Stage {
	if f.code == "" {
		return stages
	}
	code := f.code
	lang := pipeline.Stage{Name: "lang", New: func() pipeline.Annotator {
		return pipeline.AnnotatorFunc(func(_ context.Context, d *entente.Document) error {
			if d.Lang == "" {
				d.Lang = code
			}
			return nil
		})
	}}
	return append([]pipeline.Stage{lang}, stages...)
}

// originOf returns o or, when nothing is known of it, the place that err names.
func originOf(o entente.Origin, err error) entente.Origin {
	var e *entente.Error
	if o.File == "" && errors.As(err, &e) {
		o.File, o.Line = splitWhere(e.Where)
	}
	return o
}

// progress shows on a terminal how many documents are done.
type progress struct {
	w     io.Writer // nil: silent
	n     int
	shown time.Time
}

func (a *App) newProgress() *progress {
	if !a.Terminal {
		return &progress{}
	}
	return &progress{w: a.Stderr}
}

func (p *progress) step() {
	p.n++
	if p.w == nil || time.Since(p.shown) < 200*time.Millisecond {
		return
	}
	p.shown = time.Now()
	fmt.Fprintf(p.w, "\r%d documents", p.n) //nolint:errcheck // decoration
}

func (p *progress) end() {
	if p.w != nil && !p.shown.IsZero() {
		fmt.Fprint(p.w, "\r\033[K") //nolint:errcheck // decoration
	}
}
