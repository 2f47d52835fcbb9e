package cli

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/wire"
	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
)

// outputFlags are what the commands that print records share.
type outputFlags struct {
	header, noText, explain bool
	fast                    bool
	least                   string // confidence as given, "" for the usual
}

func (f *outputFlags) add(c *cobra.Command) {
	c.Flags().BoolVar(&f.header, "header", false, "begin with a line that spells out the run")
	c.Flags().BoolVar(&f.noText, "no-text", false, "leave publishers' words out")
	c.Flags().BoolVar(&f.explain, "explain", false, "add why")
	fastFlag(c, &f.fast)
}

func fastFlag(c *cobra.Command, fast *bool) {
	c.Flags().BoolVar(fast, "fast", false, "read with a smaller network: faster, and less right")
}

// choices are the options of a run that change its records.
func (f *outputFlags) choices(in *inputFlags) []string {
	list := in.choices()
	if f.fast {
		list = append(list, "fast=true")
	}
	if f.least != "" {
		list = append(list, "min-confidence="+f.least)
	}
	return list
}

func (a *App) codeCommand() *cobra.Command {
	var in inputFlags
	var out outputFlags
	var all, pairs bool
	var least float64
	c := &cobra.Command{Use: "code [FILE…]", Short: "Code documents into events, one JSON object a line",
		Long: `Code documents into PLOVER events, one JSON object a line, in input order.
Files, folders or - (standard input, the default) hold plain text, JSON Lines,
CSV, TSV or HTML pages, gzipped or not. Actual, future and historical events are
written; --all adds hypothetical and negated ones. Each has a confidence, the
probability that its root and the countries of both sides are right; those under
--min-confidence are left out; below the usual one, sentences and roots are
weighed that are not otherwise. docs/evaluation/events.md shows what a higher
or lower one costs.

With --pairs, each line of the input names two actors of a sentence, and the
relation between them is printed: {"id", "sentence", "source", "target"}, either
of which may be null, or "marked_sentence" with <s>…</s> and <t>…</t>, which wins.
Pairs are read with the smaller network, --fast or not: it does as well there.`,
		Example: `  entente code --date 2024-05-16 report.txt
  entente code news.jsonl.gz > events.jsonl
  zcat news.jsonl.gz | entente code --explain | head
  echo '{"id": "1", "marked_sentence": "<s>Oslo</s> thanked <t>Cairo</t>."}' | entente code --pairs`}
	in.add(c)
	in.dropsExtra(c)
	out.add(c)
	c.Flags().Float64Var(&least, "min-confidence", coder.UsualLeast, "leave out events below this confidence, 0 to 1")
	c.Flags().BoolVar(&all, "all", false, "hypothetical and negated events too")
	c.Flags().BoolVar(&pairs, "pairs", false, "print the relation between two given actors, line by line")
	c.RunE = func(c *cobra.Command, args []string) error {
		if _, err := in.options(a); err != nil {
			return err
		}
		t, err := a.tools()
		if err != nil {
			return err
		}
		if least < 0 || least > 1 {
			return usagef("--min-confidence must be between 0 and 1")
		}
		if least != coder.UsualLeast {
			t.Coder.AtLeast(least)
			out.least = strconv.FormatFloat(least, 'g', -1, 64)
		}
		if pairs {
			return a.codePairs(c, &in, &out, t, args)
		}
		return a.records(c, reading{in: &in, args: args, stages: t.Stages(pipeline.Plan{Want: entente.LayerEvents, Fast: out.fast})}, &out, t,
			func(w *wire.Writer, d *entente.Document, opt wire.Options) error { return writeEvents(w, d, opt, all) })
	}
	return c
}

// writeEvents writes the events of d, those that did not and may not happen only if
// all are wanted. What is written names no event that is not.
func writeEvents(w *wire.Writer, d *entente.Document, opt wire.Options, all bool) error {
	list := wire.Events(d, opt)
	held := map[string]bool{}
	for i := range list {
		if s := list[i].Status; !all && (s == entente.Hypothetical.String() || s == entente.Negated.String()) {
			held[list[i].ID] = true
		}
	}
	for _, e := range list {
		if held[e.ID] {
			continue
		}
		e.Links = slices.DeleteFunc(e.Links, func(l wire.Link) bool { return held[l.Event] })
		if e.SameAs != nil && held[*e.SameAs] {
			e.SameAs = nil
		}
		if err := w.Write(e); err != nil {
			return err
		}
	}
	return nil
}

// reading is documents and the stages that they go through.
type reading struct {
	in     *inputFlags
	args   []string
	stages []pipeline.Stage
	docs   iter.Seq2[*entente.Document, error] // nil: what args name
}

// records reads documents and writes what write makes of each, under the name
// of the run.
func (a *App) records(c *cobra.Command, r reading, out *outputFlags, t *pipeline.Tools,
	write func(*wire.Writer, *entente.Document, wire.Options) error) error {
	choices := out.choices(r.in)
	opt := wire.Options{Run: t.Run(choices...), NoText: out.noText, Explain: out.explain}
	var header *wire.Run
	if t.OwnPlaces != "" {
		choices = append(choices, "places="+t.OwnPlaces)
	}
	if out.header {
		header = &wire.Run{Type: "run", Schema: wire.Schema, Run: opt.Run, Version: entente.Version(), Command: c.Name(),
			Tables: t.Checksum(), Options: choices}
	}
	return a.write(c, r, header, func(w *wire.Writer, d *entente.Document) error { return write(w, d, opt) })
}

// write reads documents and writes the header, if any, and what write makes of
// each document.
func (a *App) write(c *cobra.Command, r reading, header *wire.Run,
	write func(*wire.Writer, *entente.Document) error) error {
	buf := bufio.NewWriterSize(a.Stdout, 1<<16)
	w := wire.NewWriter(buf)
	if header != nil {
		if err := w.Write(header); err != nil {
			return err
		}
	}
	err := a.stream(c.Context(), r, func(d *entente.Document) error {
		if err := write(w, d); err != nil {
			return err
		}
		if r.in.live(r.args) {
			return buf.Flush() // who types a text wants to see its events
		}
		return nil
	})
	if ferr := buf.Flush(); ferr != nil {
		return ferr
	}
	return err
}

// live reports whether input may come from a person or a running program.
func (f *inputFlags) live(args []string) bool {
	return len(args) == 0 || (len(args) == 1 && args[0] == "-")
}

var layerNames = map[string]entente.Layer{
	"tokens": entente.LayerTokens, "tags": entente.LayerTokens | entente.LayerTags,
	"trees":    entente.LayerTokens | entente.LayerTags | entente.LayerTrees,
	"entities": entente.LayerNames, "actors": entente.LayerActors, "places": entente.LayerPlaces, "dates": entente.LayerDates,
	"events": entente.LayerEvents, "quotes": entente.LayerQuotes, "positions": entente.LayerPositions,
}

func (a *App) annotateCommand() *cobra.Command {
	var in inputFlags
	var out outputFlags
	var layers []string
	c := &cobra.Command{Use: "annotate [FILE…]", Short: "Print every layer of each document",
		Example: `  entente annotate --layers entities,dates report.txt
  entente annotate --explain report.txt`}
	in.add(c)
	out.add(c)
	c.Flags().StringSliceVar(&layers, "layers", nil,
		"tokens, tags, trees, entities, actors, places, dates, events, quotes, positions (default all)")
	c.RunE = func(c *cobra.Command, args []string) error {
		show := entente.Layer(0)
		for _, l := range layers {
			bits, ok := layerNames[l]
			if !ok {
				return usagef("--layers: there is no layer %q", l)
			}
			show |= bits
		}
		if len(layers) == 0 {
			for _, bits := range layerNames { // a union: the order does not matter
				show |= bits
			}
		}
		if _, err := in.options(a); err != nil {
			return err
		}
		t, err := a.tools()
		if err != nil {
			return err
		}
		plan := pipeline.Plan{Want: show, AllTrees: show.Has(entente.LayerTrees), Fast: out.fast}
		return a.records(c, reading{in: &in, args: args, stages: t.Stages(plan)}, &out, t, func(w *wire.Writer, d *entente.Document, opt wire.Options) error {
			return w.Write(wire.DocumentOf(d, show, opt))
		})
	}
	return c
}

func (a *App) extractCommand() *cobra.Command {
	var in inputFlags
	c := &cobra.Command{Use: "extract [FILE…]", Short: "Turn pages into text and metadata",
		Example: "  entente extract page.html saved-pages/ > pages.jsonl"}
	in.add(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.write(c, reading{in: &in, args: args, stages: []pipeline.Stage{pipeline.ExtractStage()}}, nil,
			func(w *wire.Writer, d *entente.Document) error { return w.Write(wire.ExtractedOf(d)) })
	}
	return c
}

func (a *App) parseCommand() *cobra.Command {
	var in inputFlags
	var tokenized, fast bool
	c := &cobra.Command{Use: "parse [FILE…]", Short: "Print Universal Dependencies as CoNLL-U",
		Long: `Print words, tags, lemmas and trees of Universal Dependencies as CoNLL-U. The column
of the enhanced graph holds, beside the arc of the tree, the arcs that coding
needs: subjects that coordinated and open clauses share, what relative clauses
refer to, and the agents of passives.`,
		Example: `  echo "The envoys met in Geneva." | entente parse
  entente parse --tokenized words.conllu`}
	in.add(c)
	in.dropsExtra(c)
	c.Flags().BoolVar(&tokenized, "tokenized", false, "read CoNLL-U and keep its sentences and words")
	fastFlag(c, &fast)
	c.RunE = func(c *cobra.Command, args []string) error {
		if tokenized {
			return a.parseTokenized(args, fast, in.errors)
		}
		t, err := a.tools()
		if err != nil {
			return err
		}
		w := conllu.NewWriter(a.Stdout)
		err = a.stream(c.Context(), reading{in: &in, args: args, stages: t.Stages(pipeline.Plan{Want: entente.LayerTrees, AllTrees: true, Fast: fast})}, func(d *entente.Document) error {
			for i := range d.Sentences {
				s := nlp.ToConllu(d, i)
				if i == 0 {
					s.Comments = append([]string{"# newdoc id = " + printable(d.ID)}, s.Comments...)
				}
				if err := w.Write(s); err != nil {
					return err
				}
			}
			return nil
		})
		if ferr := w.Flush(); ferr != nil {
			return ferr
		}
		return err
	}
	return c
}

// parseTokenized tags and parses the words of CoNLL-U files.
func (a *App) parseTokenized(args []string, fast bool, errorsFile string) error {
	m, err := nlp.Open(a.Models)
	if err != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "load the language model", Err: err}
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	w, worker := conllu.NewWriter(a.Stdout), m.NewWorker()
	if fast {
		worker = m.NewFastWorker()
	}
	rep, err := a.newReporter(errorsFile, args)
	if err != nil {
		return err
	}
	for _, name := range args {
		err := a.eachSentence(name, func(s *conllu.Sentence) error {
			d := nlp.FromConllu([]*conllu.Sentence{s})
			worker.Tag(d)
			worker.Parse(d, nil)
			for i, x := range nlp.ToConllu(d, 0).Words {
				w := &s.Words[i]
				w.UPOS, w.XPOS, w.Lemma, w.Deprel, w.Head, w.Deps = x.UPOS, x.XPOS, x.Lemma, x.Deprel, x.Head, x.Deps
			}
			return w.Write(s)
		})
		var input *entente.Error
		if errors.As(err, &input) {
			err = rep.fail(entente.Origin{File: name}, input)
		}
		if err != nil {
			return rep.close(err)
		}
	}
	return rep.close(w.Flush())
}

// eachSentence reads the sentences of a CoNLL-U file, gzipped or not. What is
// wrong with the file is an [entente.Error]; errors of f are returned as they are.
func (a *App) eachSentence(name string, f func(*conllu.Sentence) error) error {
	in, err := a.openInput(name)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // read only
	r := conllu.NewReader(in)
	for {
		s, err := r.Read()
		if errors.Is(err, io.EOF) || (err == nil && s == nil) {
			return nil
		}
		if err != nil {
			return &entente.Error{Code: entente.ErrInvalid, Op: "read CoNLL-U", Where: filepath.ToSlash(name), Err: err}
		}
		if err := f(s); err != nil {
			return err
		}
	}
}
