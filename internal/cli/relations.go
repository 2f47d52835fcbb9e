package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/relation"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// relationFlags are those of relations beyond what commands that look share.
type relationFlags struct {
	lookFlags
	by, asOf                       string
	directed, events, turns, blocs bool
}

func (a *App) relationsCommand() *cobra.Command {
	var f relationFlags
	c := &cobra.Command{Use: "relations [A B]", Short: "Show what happened between two actors over time, or who met most",
		Long: `Show what happened between two actors, period by period: happenings by class,
the mean PLOVER score (-10 to 10) with its 95 % interval, and the events per
1,000 documents. Actors are states, organisations, coalitions, or sectors of them,
by name or code (Russia, RUS, KEN:COP, NATO).

A happening counts once, whoever reports it, when it is told as a fact of one
known day; what nobody but a party tells stands in a column of its own. An event
of k actors and m recipients gives each pair 1/(k·m). A period without documents
has no numbers: no coverage is not peace. A mean of fewer than five events is
marked "thin".

--events lists the events behind the numbers with their shares, --turns the
turning points, --as-of what the archive showed at the end of a day. Without
actors, the pairs with the most events are listed, or with --blocs who stands
together, by pairs with three events or more.`,
		Example: `  entente relations
  entente relations Russia China --by week
  entente relations KEN:COP KEN:CVL --events
  entente relations RUS NATO --directed --json
  entente relations --blocs --from 2024-01-01 --to 2024-06-30`,
		Args: cobra.MatchAll(cobra.MaximumNArgs(2), func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return fmt.Errorf("two actors are needed, one was given")
			}
			return nil
		})}
	f.add(c, 40)
	fl := c.Flags()
	fl.Lookup("limit").Usage = "without actors: at most this many pairs; 0 is no limit"
	fl.StringVar(&f.by, "by", "day", "day, week or month")
	fl.BoolVar(&f.directed, "directed", false, "only what A did to B")
	fl.StringVar(&f.asOf, "as-of", "", "only what the archive held at the end of this day, YYYY-MM-DD")
	fl.BoolVar(&f.events, "events", false, "list the events that the numbers are made of, with their shares")
	fl.BoolVar(&f.turns, "turns", false, "list the turning points")
	fl.BoolVar(&f.blocs, "blocs", false, "without actors: the groups that stand together")
	c.RunE = func(c *cobra.Command, args []string) error { return a.relations(c.Context(), &f, args) }
	return c
}

func (a *App) relations(ctx context.Context, f *relationFlags, args []string) error {
	filter, err := f.filter()
	if err != nil {
		return err
	}
	if f.blocs && len(args) > 0 || len(args) == 0 && (f.events || f.turns || f.directed || f.asOf != "") {
		return usagef("--blocs goes without actors; --events, --turns, --directed and --as-of need two")
	}
	return a.withArchive(ctx, f.archive, func(arc *store.Archive) error {
		switch {
		case f.blocs:
			return a.printBlocs(ctx, arc, filter.Days, f.json)
		case len(args) == 0:
			return a.topDyads(ctx, arc, filter.Days, f.lookFlags)
		}
		if filter.A, err = a.parties(args[0]); err != nil {
			return err
		}
		if filter.B, err = a.parties(args[1]); err != nil {
			return err
		}
		if slices.Equal(filter.A, filter.B) {
			return usagef("%s and %s are one actor", args[0], args[1])
		}
		return a.relation(ctx, arc, f, filter)
	})
}

func (f *relationFlags) filter() (entente.RelationFilter, error) {
	out := entente.RelationFilter{Directed: f.directed, AsOf: entente.NoDay}
	var err error
	if out.Days, err = f.days(); err != nil {
		return out, err
	}
	if out.Period, err = entente.ParsePeriod(f.by); err != nil {
		return out, usagef("--by: %w", err)
	}
	if f.asOf != "" {
		if out.AsOf, err = entente.ParseDay(f.asOf); err != nil {
			return out, usagef("--as-of: %w", err)
		}
	}
	return out, nil
}

func (a *App) relation(ctx context.Context, arc *store.Archive, f *relationFlags, filter entente.RelationFilter) error {
	pa, pb := filter.A[0].String(), filter.B[0].String()
	switch {
	case f.turns:
		turns, err := turnsOf(ctx, arc, filter)
		if err != nil {
			return err
		}
		return a.printTurns(pa, pb, turns, f.json)
	case f.events:
		list, err := arc.RelationEvents(ctx, filter)
		if err != nil {
			return err
		}
		return a.printShares(pa, pb, list, f.json)
	}
	points, err := arc.Relation(ctx, filter)
	if err != nil {
		return err
	}
	a.nothing(len(points), f.json, "nothing between the two counts")
	if !f.json {
		return a.printRelation(points)
	}
	stats, err := arc.Stats(ctx, entente.AllDays())
	if err != nil {
		return err
	}
	return writePoints(a.Stdout, pa, pb, points, stats.Sample)
}

// writePoints writes the relation of two parties, a period a line.
func writePoints(out io.Writer, pa, pb string, points []entente.RelationPoint, sample bool) error {
	w := wire.NewWriter(out)
	for _, p := range points {
		if err := w.Write(wire.RelationPointOf(pa, pb, p, sample)); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) printRelation(points []entente.RelationPoint) error {
	t := newTable(a.Stdout, "FROM", "TO", "REPORTS", "OUTLETS", "EVENTS", "WORDS+", "DEEDS+", "WORDS-", "DEEDS-", "MEAN SCORE", "95 %", "PER 1,000", "CLAIMS")
	for _, p := range points {
		if p.Documents == 0 && p.Events == 0 {
			t.row(p.From.String(), p.To.String(), "0", "0", "-", "-", "-", "-", "-", "-", "-", "-", "-")
			continue
		}
		mean, interval, rate := "-", "-", "-"
		if m, ok := p.Mean(); ok {
			mean = fmt.Sprintf("%+.1f", m)
		}
		if low, high, ok := p.Interval(); ok {
			interval = fmt.Sprintf("%+.1f…%+.1f", low, high)
			if p.Thin() {
				interval += " thin"
			}
		}
		if r, ok := p.Rate(); ok {
			rate = strconv.FormatFloat(r, 'f', 1, 64)
		}
		t.row(p.From.String(), p.To.String(), strconv.Itoa(p.Documents), strconv.Itoa(p.Outlets), strconv.Itoa(p.Events), strconv.Itoa(p.Quads[1]),
			strconv.Itoa(p.Quads[2]), strconv.Itoa(p.Quads[3]), strconv.Itoa(p.Quads[4]), mean, interval, rate, strconv.Itoa(p.Claims))
	}
	return t.flush()
}

// printShares lists the events of a relation; their shares sum to the weights
// of its points.
func (a *App) printShares(pa, pb string, list []entente.RelationEvent, asJSON bool) error {
	a.nothing(len(list), asJSON, "nothing between the two counts")
	if asJSON {
		w := wire.NewWriter(a.Stdout)
		for i := range list {
			if err := w.Write(wire.RelationEventOf(pa, pb, &list[i])); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(a.Stdout, "DAY", "EVENT", "SCORE", "A TO B", "B TO A", "CONF", "CLAIM", "OUTLETS")
	for _, e := range list {
		claim := ""
		if e.Claim {
			claim = "claim"
		}
		t.row(e.Day.String(), e.ID, fmt.Sprintf("%+.1f", e.Score), share(e.Forward), share(e.Back), strconv.FormatFloat(e.Confidence, 'f', 2, 64), claim,
			shorten(strings.Join(e.Outlets, ", "), 60))
	}
	return t.flush()
}

func share(f float64) string {
	if f == 0 {
		return "-"
	}
	return strconv.FormatFloat(f, 'f', 3, 64)
}

func (a *App) printTurns(pa, pb string, turns []relation.Turn, asJSON bool) error {
	a.nothing(len(turns), asJSON, "the relation does not turn, as far as the events tell")
	if asJSON {
		w := wire.NewWriter(a.Stdout)
		for _, x := range turns {
			if err := w.Write(wire.TurnOf(pa, pb, x.Day, [2]float64{x.Before, x.After}, x.Events)); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(a.Stdout, "DAY", "BEFORE", "AFTER", "STRENGTH", "EVENTS THAT MADE IT")
	for _, x := range turns {
		t.row(x.Day.String(), fmt.Sprintf("%+.1f", x.Before), fmt.Sprintf("%+.1f", x.After), strconv.FormatFloat(x.Strength, 'f', 1, 64), strings.Join(x.Events, " "))
	}
	return t.flush()
}

// minTie is the fewest events between two parties that may tie or part them: one
// meeting makes no bloc.
const minTie = 3

func (a *App) printBlocs(ctx context.Context, arc *store.Archive, days entente.Days, asJSON bool) error {
	ds, err := arc.TopDyads(ctx, days, 0)
	if err != nil {
		return err
	}
	blocs := relation.Blocs(tiesOf(ds))
	a.nothing(len(blocs), asJSON, "no group stands together in these days")
	w := wire.NewWriter(a.Stdout)
	t := newTable(a.Stdout, "PARTIES", "MEAN WITHIN", "MEAN TO OTHERS")
	for _, b := range blocs {
		if asJSON {
			if err := w.Write(wire.Bloc{Type: "bloc", Parties: b.Parties, MeanWithin: wire.Number(b.MeanIn), MeanOthers: wire.Number(b.MeanOut)}); err != nil {
				return err
			}
			continue
		}
		t.row(strings.Join(b.Parties, " "), fmt.Sprintf("%+.1f", b.MeanIn), fmt.Sprintf("%+.1f", b.MeanOut))
	}
	if asJSON {
		return nil
	}
	return t.flush()
}

func (a *App) topDyads(ctx context.Context, arc *store.Archive, days entente.Days, f lookFlags) error {
	ds, err := arc.TopDyads(ctx, days, f.limit)
	if err != nil {
		return err
	}
	a.some(len(ds), &f, "no two actors met on a known day")
	if f.json {
		w := wire.NewWriter(a.Stdout)
		for _, d := range ds {
			if err := w.Write(wire.DyadOf(d)); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(a.Stdout, "A", "B", "EVENTS", "MEAN SCORE")
	for _, d := range ds {
		t.row(d.A, d.B, strconv.Itoa(d.Events), fmt.Sprintf("%+.1f", d.Score))
	}
	return t.flush()
}
