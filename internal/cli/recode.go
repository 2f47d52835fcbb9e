package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// changeLine is one difference between two codings, for programs.
type changeLine struct {
	Type   string      `json:"type"`
	Change string      `json:"change"` // gone, new, changed
	Doc    string      `json:"doc"`
	Fields []string    `json:"fields"`
	Old    *wire.Event `json:"old"`
	New    *wire.Event `json:"new"`
}

func (a *App) recodeCommand() *cobra.Command {
	var archive string
	var dry, all, asJSON bool
	var examples, workers int
	c := &cobra.Command{Use: "recode", Short: "Code the archive again with this version, and say what changed", Args: cobra.NoArgs,
		Long: `Code the documents of the archive again with this version's models, tables and
patterns, and report which events are new, gone or read differently, with
examples. Documents that this version coded already are passed over, so that an
interrupted run goes on where it stopped. Texts, dates, stories and your marks
stay. --dry only compares.`,
		Example: `  entente recode --dry --examples 20
  entente recode --json > changes.jsonl`}
	c.Flags().StringVar(&archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	c.Flags().BoolVar(&dry, "dry", false, "compare, and leave the archive as it is")
	c.Flags().BoolVar(&all, "all", false, "documents that this version coded too")
	c.Flags().BoolVar(&asJSON, "json", false, "print every difference as a JSON object a line")
	c.Flags().IntVar(&examples, "examples", 5, "differences of each kind to show")
	c.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "documents read at a time")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if workers < 1 || examples < 0 {
			return usagef("--workers must be at least 1, and --examples not negative")
		}
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			t, err := a.tools()
			if err != nil {
				return err
			}
			shown := changes{examples: examples, kept: map[string][]pipeline.Change{}}
			r := pipeline.Recoding{Archive: arc, Stages: t.Stages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerQuotes | entente.LayerPositions})[1:], Workers: workers, Run: t.Run(), All: all, Dry: dry,
				Each: shown.keep}
			if asJSON {
				r.Each = a.writeChange
			}
			return a.recode(c.Context(), &r, &shown, asJSON)
		})
	}
	return c
}

func (a *App) recode(ctx context.Context, r *pipeline.Recoding, shown *changes, asJSON bool) error {
	bar := a.newProgress()
	r.Failed = func(d *entente.Document, err error) error {
		bar.end()
		a.say("%s: %s", printable(d.ID), printable(err.Error()))
		return nil
	}
	counts, err := r.Do(ctx)
	bar.end()
	if err != nil {
		return err
	}
	if !asJSON {
		if err := a.printRecoded(&counts, shown); err != nil {
			return err
		}
	}
	if counts.Failed > 0 {
		return errSomeFailed
	}
	return nil
}

// changes keeps the first differences of each kind, to be shown.
type changes struct {
	examples int
	kept     map[string][]pipeline.Change
}

// changeKinds are what may become of an event, in the order in which it is told.
var changeKinds = []string{"changed", "gone", "new"}

func kindOf(c pipeline.Change) string {
	switch {
	case c.Old == nil:
		return "new"
	case c.New == nil:
		return "gone"
	}
	return "changed"
}

func (s *changes) keep(c pipeline.Change) error {
	if k := kindOf(c); len(s.kept[k]) < s.examples {
		s.kept[k] = append(s.kept[k], c)
	}
	return nil
}

func (a *App) writeChange(c pipeline.Change) error {
	line := changeLine{Type: "change", Change: kindOf(c), Doc: c.Doc.ID, Fields: c.Fields}
	if line.Fields == nil {
		line.Fields = []string{}
	}
	record := func(e *entente.Event) *wire.Event {
		if e == nil {
			return nil
		}
		w := wire.EventOf(entente.EventRow{Doc: c.Doc, Event: e}, wire.Options{})
		return &w
	}
	line.Old, line.New = record(c.Old), record(c.New)
	b, err := json.Marshal(line)
	if err != nil {
		return fmt.Errorf("encode a change: %w", err)
	}
	_, err = a.Stdout.Write(append(b, '\n'))
	return err
}

func (a *App) printRecoded(c *pipeline.RecodeCounts, shown *changes) error {
	_, err := fmt.Fprintf(a.Stdout, `documents       %d
  coded again   %d
  this version  %d
  failed        %d
events
  as before     %d
  changed       %d
  gone          %d
  new           %d
`, c.Documents, c.Documents-c.Fresh-c.Failed, c.Fresh, c.Failed, c.Same, c.Changed, c.Gone, c.Came)
	if err != nil {
		return err
	}
	t := newTable(a.Stdout, "ROOT", "BEFORE", "NOW")
	for _, r := range entente.Roots() {
		if c.Before[r]+c.After[r] > 0 {
			t.row(r.String(), strconv.Itoa(c.Before[r]), strconv.Itoa(c.After[r]))
		}
	}
	if err := t.flush(); err != nil {
		return err
	}
	for _, k := range changeKinds {
		for _, ch := range shown.kept[k] {
			if _, err := fmt.Fprintf(a.Stdout, "\n%s  %s\n  %s\n", k, strings.Join(ch.Fields, ", "), changeCell(ch)); err != nil {
				return err
			}
		}
	}
	return nil
}

// changeCell shows both readings and the sentence.
func changeCell(c pipeline.Change) string {
	short := func(e *entente.Event) string {
		if e == nil {
			return "nothing"
		}
		s := strings.TrimSpace(codes(e.Actors) + " " + e.Root.String() + ":" + e.Mode.String() + " " + codes(e.Recipients) + " " + e.Status.String())
		return strings.Replace(s, ": ", " ", 1) + " " + dayCell(e.When)
	}
	e := c.New
	if e == nil {
		e = c.Old
	}
	sentence := ""
	for _, s := range c.Doc.Sentences {
		if s.Span.Start <= e.Trigger.Start && e.Trigger.Start < s.Span.End {
			sentence = s.Span.In(c.Doc.Text)
		}
	}
	return printable(short(c.Old)+" → "+short(c.New)) + "\n  " + printable(c.Doc.ID+": "+shorten(sentence, 200))
}
