package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/store"
)

func (a *App) addCommand() *cobra.Command {
	var in inputFlags
	var archive, report string
	c := &cobra.Command{Use: "add FILE…", Short: "Read documents into the archive: the whole pipeline", Args: someFile,
		Long: `Read documents into the archive: text, events, stories, search. A document that
is there already costs nothing; one whose text has changed becomes a new
revision. Killed at any moment, the archive holds whole documents; run it again.`,
		Example: `  entente add news/ pages/*.html
  entente add --archive may.db --report fates.jsonl news.jsonl.gz`}
	in.add(c)
	c.Flags().StringVar(&archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	c.Flags().StringVar(&in.outlets, "outlets", "", "a table of outlets and their owners beside the one built in")
	c.Flags().StringVar(&report, "report", "", "write what became of each input to this file, one JSON object a line")
	c.RunE = func(c *cobra.Command, args []string) error {
		path, err := a.archivePath(archive)
		if err != nil {
			return err
		}
		in.args, in.outputs = args, []string{report, path, path + "-wal", path + "-shm"}
		opt, err := in.options(a)
		if err != nil {
			return err
		}
		arc, err := store.Open(c.Context(), path)
		if err != nil {
			return err
		}
		counts, err := a.ingest(c.Context(), arc, &in, report, source.Documents(args, opt))
		err = damaged(err, path)
		if cerr := arc.Close(); err == nil && cerr != nil {
			err = &entente.Error{Code: entente.ErrUnavailable, Op: "close the archive", Where: path, Err: cerr}
		}
		if counts.Read > 0 || err == nil {
			if perr := a.printCounts(counts, path); perr != nil && (err == nil || errors.Is(err, errSomeFailed)) {
				return perr
			}
		}
		return err
	}
	return c
}

// someFile asks for something to read.
func someFile(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("name files or folders to read, or - for standard input")
	}
	return nil
}

// fateLine is a line of the report of add.
type fateLine struct {
	File   string  `json:"file"`
	Line   int     `json:"line,omitempty"`
	ID     *string `json:"id"`
	Fate   string  `json:"fate"`
	Detail string  `json:"detail,omitempty"`
}

// ingest runs the whole pipeline over docs into an archive.
func (a *App) ingest(ctx context.Context, arc *store.Archive, in *inputFlags, report string,
	docs iter.Seq2[*entente.Document, error]) (pipeline.Counts, error) {
	t, err := a.tools()
	if err != nil {
		return pipeline.Counts{}, err
	}
	rep, err := a.newReporter(in.errors, in.args)
	if err != nil {
		return pipeline.Counts{}, err
	}
	outlets, err := a.outlets(in, t)
	if err != nil {
		return pipeline.Counts{}, rep.close(err)
	}
	fates, err := openFates(report, append([]string{in.errors}, in.args...))
	if err != nil {
		return pipeline.Counts{}, rep.close(err)
	}
	bar := a.newProgress()
	ing, err := pipeline.NewIngest(ctx, arc, pipeline.Coding{Run: t.Run(in.choices()...), Outlets: outlets, Today: entente.DayOf(a.now())}, func(o pipeline.Outcome) error {
		if o.Err != nil {
			bar.end()
			o.Origin = originOf(o.Origin, o.Err)
			if err := rep.fail(o.Origin, o.Err); err != nil {
				return err
			}
		}
		return fates.write(o)
	})
	if err != nil {
		return pipeline.Counts{}, rep.close(fates.close(err))
	}
	stages := t.Stages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerQuotes | entente.LayerPositions})
	stages = append(stages[:1:1], append([]pipeline.Stage{pipeline.KeyStage(arc)}, stages[1:]...)...)
	p, err := pipeline.New(in.workers, in.stages(stages)...)
	if err != nil {
		return pipeline.Counts{}, rep.close(fates.close(err))
	}
	err = p.Run(ctx, docs, func(r pipeline.Result) error {
		bar.step()
		if r.Doc != nil && r.Err == nil {
			if err := rep.warn(r.Doc); err != nil {
				return err
			}
		}
		return ing.Take(ctx, r)
	})
	if err == nil {
		err = ing.Flush(ctx)
	}
	bar.end()
	return ing.Counts(), rep.close(fates.close(err))
}

// outlets returns the table of outlets with what the user or the sample adds.
func (a *App) outlets(in *inputFlags, t *pipeline.Tools) (*merge.Outlets, error) {
	switch {
	case in.moreOutlets != nil:
		return pipeline.LoadOutlets(a.Data, in.moreOutlets)
	case in.outlets == "":
		return t.Outlets, nil
	}
	f, err := os.Open(in.outlets)
	if err != nil {
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "read the table of outlets", Where: in.outlets, Err: err}
	}
	defer f.Close() //nolint:errcheck // read only
	table, err := pipeline.LoadOutlets(a.Data, f)
	var e *entente.Error
	if errors.As(err, &e) {
		e.Where = in.outlets
	}
	return table, err
}

// fates writes the report of add; a nil file writes nothing.
type fates struct{ file *os.File }

// openFates makes the report of a run that reads inputs.
func openFates(path string, inputs []string) (*fates, error) {
	if path == "" {
		return &fates{}, nil
	}
	f, err := create(path, "create the report", inputs...)
	if err != nil {
		return nil, err
	}
	return &fates{f}, nil
}

func (f *fates) write(o pipeline.Outcome) error {
	if f.file == nil {
		return nil
	}
	line := fateLine{File: o.Origin.File, Line: o.Origin.Line, Fate: string(o.Fate), Detail: o.Detail}
	if o.ID != "" {
		line.ID = &o.ID
	}
	b, err := json.Marshal(line)
	if err == nil {
		_, err = f.file.Write(append(b, '\n'))
	}
	if err != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "write the report", Err: err}
	}
	return nil
}

func (f *fates) close(err error) error {
	if f.file == nil {
		return err
	}
	if cerr := f.file.Close(); err == nil && cerr != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "write the report", Err: cerr}
	}
	return err
}

// printCounts ends add: what was read, and what became of it.
func (a *App) printCounts(c pipeline.Counts, path string) error {
	if open := c.Read - c.Added - c.Same - c.Revised - c.NoText - c.Failed; open > 0 {
		a.say("the run ended early: what became of %d inputs is open; read them again", open)
	}
	_, err := fmt.Fprintf(a.Stdout, `read              %d
  added           %d
  already there   %d
  revised         %d
  no text         %d
  failed          %d
of those added or revised
  near-duplicates %d
  undated         %d
  other language  %d
events            %d
archive           %s
`, c.Read, c.Added, c.Same, c.Revised, c.NoText, c.Failed, c.NearDuplicates, c.Undated, c.OtherLang, c.Events, path)
	if err != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "print the counts", Err: err}
	}
	return nil
}
