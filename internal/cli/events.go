package cli

import (
	"context"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// eventFlags select events.
type eventFlags struct {
	lookFlags
	actor, recipient, party []string
	pair                    string
	root, doc, story        string
	status                  []string
	minConfidence           float64
	all, noText, explain    bool
	merged                  bool
}

func (f *eventFlags) add(c *cobra.Command, limit int) {
	f.lookFlags.add(c, limit)
	fl := c.Flags()
	fl.StringSliceVar(&f.actor, "actor", nil, "who acts: a name or a code such as RUS, RUS:MIL, NATO")
	fl.StringSliceVar(&f.recipient, "recipient", nil, "who is acted on")
	fl.StringSliceVar(&f.party, "party", nil, "who takes part on either side")
	fl.StringVar(&f.pair, "pair", "", "A,B: both take part")
	fl.StringVar(&f.root, "event", "", "PLOVER root, e.g. CONSULT")
	fl.StringSliceVar(&f.status, "status", nil, "actual, future, hypothetical, negated, historical (default all)")
	fl.StringVar(&f.doc, "doc", "", "id of a document")
	fl.StringVar(&f.story, "story", "", "id of a story")
	fl.Float64Var(&f.minConfidence, "min-confidence", 0, "leave out events below this confidence, 0 to 1")
	fl.BoolVar(&f.all, "all", false, "repeated mentions within a document too")
	fl.BoolVar(&f.noText, "no-text", false, "leave publishers' words out")
	fl.BoolVar(&f.merged, "merged", false, "what happened, one row a happening, instead of each report's mention of it")
	fl.BoolVar(&f.explain, "explain", false, "add why each event was coded (JSON)")
}

func (f *eventFlags) filter(a *App) (entente.EventFilter, error) {
	if f.minConfidence < 0 || f.minConfidence > 1 {
		return entente.EventFilter{}, usagef("--min-confidence must be between 0 and 1")
	}
	out := entente.EventFilter{Doc: f.doc, Story: f.story, MinConfidence: f.minConfidence, FirstOnly: !f.all, Limit: f.limit}
	var err error
	if out.Days, err = f.days(); err != nil {
		return out, err
	}
	if f.root != "" {
		if out.Root, err = entente.ParseRoot(strings.ToUpper(f.root)); err != nil {
			return out, usagef("--event: %w", err)
		}
	}
	for _, s := range f.status {
		st, err := entente.ParseStatus(s)
		if err != nil {
			return out, usagef("--status: %w", err)
		}
		out.Status = append(out.Status, st)
	}
	pair := strings.Split(f.pair, ",")
	if f.pair != "" && len(pair) != 2 {
		return out, usagef("--pair wants two actors, A,B")
	}
	if f.pair != "" {
		if out.Between[0], err = a.parties(pair[0]); err != nil {
			return out, err
		}
		if out.Between[1], err = a.parties(pair[1]); err != nil {
			return out, err
		}
	}
	for _, x := range []struct {
		in  []string
		out *[]entente.Party
	}{{f.actor, &out.Actor}, {f.recipient, &out.Recipient}, {f.party, &out.Party}} {
		for _, q := range x.in {
			ps, err := a.parties(q)
			if err != nil {
				return out, err
			}
			*x.out = append(*x.out, ps...)
		}
	}
	return out, nil
}

func (a *App) eventsCommand() *cobra.Command {
	var f eventFlags
	var save string
	c := &cobra.Command{Use: "events [ID]", Short: "List the events of the archive, or show one", Args: cobra.MaximumNArgs(1),
		Example: `  entente events --actor Russia --recipient Ukraine --event ASSAULT
  entente events --pair China,USA --from 2024-05-01 --json`}
	f.add(c, 100)
	c.Flags().StringVar(&save, "save", "", "keep this search as a watch of that name")
	c.RunE = func(c *cobra.Command, args []string) error {
		filter, err := f.filter(a)
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			if save != "" {
				if err := a.saveSearch(c.Context(), arc, save, filter, ""); err != nil {
					return err
				}
			}
			if f.merged {
				return a.listMerged(c.Context(), arc, &f, filter, args)
			}
			rows, err := selectEvents(c.Context(), arc, filter, args)
			if err != nil {
				return err
			}
			if f.json || len(args) == 1 {
				return a.writeEvents(a.Stdout, eachOf(rows), wire.Options{NoText: f.noText, Explain: f.explain || len(args) == 1})
			}
			a.some(len(rows), &f.lookFlags, "no event is like this")
			return a.tableEvents(rows)
		})
	}
	return c
}

func selectEvents(ctx context.Context, arc *store.Archive, filter entente.EventFilter, args []string) ([]entente.EventRow, error) {
	if len(args) == 1 {
		row, err := arc.Event(ctx, args[0])
		return []entente.EventRow{row}, wrongID(err, "entente events lists them")
	}
	return arc.Events(ctx, filter)
}

// eachOf yields rows that are there already.
func eachOf(rows []entente.EventRow) iter.Seq2[entente.EventRow, error] {
	return func(yield func(entente.EventRow, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (a *App) writeEvents(w io.Writer, rows iter.Seq2[entente.EventRow, error], opt wire.Options) error {
	out := wire.NewWriter(w)
	for r, err := range rows {
		if err != nil {
			return err
		}
		opt.Run = r.Run
		if err := out.Write(wire.EventOf(r, opt)); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) tableEvents(rows []entente.EventRow) error {
	t := newTable(a.Stdout, "DAY", "ACTOR", "EVENT", "RECIPIENT", "STATUS", "CONF", "OUTLET", "ID", "WORDS")
	for _, r := range rows {
		e := r.Event
		kind := e.Root.String()
		if e.Mode != entente.ModeNone {
			kind += ":" + e.Mode.String()
		}
		status := e.Status.String()
		if e.Aspect == entente.AspectOngoing {
			status += ", ongoing"
		}
		words := ""
		if e.Sentence >= 0 && e.Sentence < len(r.Doc.Sentences) {
			words = r.Doc.Sentences[e.Sentence].Span.In(r.Doc.Text)
		}
		t.row(dayCell(e.When), codes(e.Actors), kind, codes(e.Recipients), status, strconv.FormatFloat(e.Confidence, 'f', 2, 64),
			r.Doc.Publisher, e.ID, shorten(words, 90))
	}
	return t.flush()
}
