package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

// lookFlags are what the commands that look into an archive share.
type lookFlags struct {
	archive  string
	json     bool
	from, to string
	limit    int
}

func (f *lookFlags) add(c *cobra.Command, limit int) {
	c.Flags().StringVar(&f.archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	c.Flags().StringVar(&f.from, "from", "", "first day, YYYY-MM-DD")
	c.Flags().StringVar(&f.to, "to", "", "last day, YYYY-MM-DD")
	if limit > 0 {
		c.Flags().BoolVar(&f.json, "json", false, "one JSON object a line, for programs")
		c.Flags().IntVar(&f.limit, "limit", limit, "at most this many; 0 is no limit")
	}
}

// nothing tells a person that an empty table is the whole answer.
func (a *App) nothing(rows int, asJSON bool, what string) {
	if rows == 0 && !asJSON {
		a.say("%s", what)
	}
}

func (f *lookFlags) days() (entente.Days, error) {
	d := entente.AllDays()
	var err error
	if f.limit < 0 {
		return d, usagef("--limit must not be negative")
	}
	if f.from != "" {
		if d.From, err = entente.ParseDay(f.from); err != nil {
			return d, usagef("--from: %w", err)
		}
	}
	if f.to != "" {
		if d.To, err = entente.ParseDay(f.to); err != nil {
			return d, usagef("--to: %w", err)
		}
	}
	if d.From.Known() && d.To.Known() && d.To < d.From {
		return d, usagef("--to %s is before --from %s", f.to, f.from)
	}
	return d, nil
}

// withArchive opens the archive that must exist, calls f, and closes it.
func (a *App) withArchive(ctx context.Context, flag string, f func(*store.Archive) error) error {
	path, err := a.archivePath(flag)
	if err != nil {
		return err
	}
	arc, err := store.OpenExisting(ctx, path)
	if err != nil {
		return err
	}
	if err := f(arc); err != nil {
		_ = arc.Close() // the first error is the one to tell
		return damaged(err, path)
	}
	return arc.Close()
}

// damaged adds what to do to an error that a damaged archive gave.
func damaged(err error, path string) error {
	if !store.Damaged(err) {
		return err
	}
	return &entente.Error{Code: entente.ErrInvalid, Op: "read the archive", Where: path, Err: err,
		Hint: "it is damaged: restore a copy, or read the documents again into a new one"}
}

func (a *App) storiesCommand() *cobra.Command {
	var f lookFlags
	c := &cobra.Command{Use: "stories [ID]", Short: "List the stories of the archive, or the reports of one", Args: cobra.MaximumNArgs(1),
		Example: `  entente stories --from 2024-05-13 --to 2024-05-19
  entente stories s0123456789ab --json`}
	f.add(c, 40)
	c.RunE = func(c *cobra.Command, args []string) error {
		days, err := f.days()
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			if len(args) == 1 {
				return a.oneStory(c.Context(), arc, args[0], f.json)
			}
			rows, err := arc.Stories(c.Context(), entente.StoryFilter{Days: days, Limit: f.limit})
			if err != nil {
				return err
			}
			a.nothing(len(rows), f.json, "no story touches these days")
			return a.printStories(rows, f.json)
		})
	}
	return c
}

func (a *App) printStories(rows []entente.StoryRow, asJSON bool) error {
	if asJSON {
		w := wire.NewWriter(a.Stdout)
		for _, r := range rows {
			if err := w.Write(wire.StoryOf(r)); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(a.Stdout, "STORY", "FROM", "TO", "REPORTS", "COPIES", "OUTLETS", "EVENTS", "TITLE")
	for _, r := range rows {
		t.row(r.Story.ID, r.Story.From.String(), r.Story.To.String(), strconv.Itoa(r.Reports), strconv.Itoa(r.Copies),
			strconv.Itoa(r.Outlets), strconv.Itoa(r.Events), shorten(r.Story.Title, 70))
	}
	return t.flush()
}

func (a *App) oneStory(ctx context.Context, arc *store.Archive, id string, asJSON bool) error {
	row, err := arc.Story(ctx, id)
	if err != nil {
		return wrongID(err, "entente stories lists them")
	}
	if asJSON {
		links, err := arc.StoryLinks(ctx, id)
		if err != nil {
			return err
		}
		record := wire.StoryOf(row)
		record.Links = wire.TiesOf(links)
		return wire.NewWriter(a.Stdout).Write(record)
	}
	docs, err := arc.Documents(ctx, entente.DocumentFilter{Days: entente.AllDays(), Story: row.Story.ID}, entente.DepthMeta)
	if err != nil {
		return err
	}
	copies := map[string]string{}
	for _, m := range row.Story.Members {
		copies[m.Doc] = m.DuplicateOf
	}
	t := newTable(a.Stdout, "DATE", "OUTLET", "DOCUMENT", "COPY OF", "TITLE")
	for _, d := range docs {
		t.row(d.Day().String(), d.Publisher, d.ID, copies[d.ID], shorten(d.Title, 70))
	}
	return t.flush()
}

func (a *App) searchCommand() *cobra.Command {
	var f lookFlags
	var save string
	c := &cobra.Command{Use: "search QUERY…", Short: "Find documents by their words",
		Long: "Find documents that hold all the words; words in quotation marks must stand together.",
		Example: `  entente search Beijing visit
  entente search '"joint exercise"' --from 2024-05-01`,
		Args: cobra.MinimumNArgs(1)}
	f.add(c, 20)
	c.Flags().StringVar(&save, "save", "", "keep this search as a watch of that name")
	c.RunE = func(c *cobra.Command, args []string) error {
		days, err := f.days()
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			if save != "" {
				if err := a.saveSearch(c.Context(), arc, save, entente.EventFilter{}, strings.ReplaceAll(strings.Join(args, " "), `"`, "")); err != nil {
					return err
				}
			}
			hits, err := arc.Search(c.Context(), strings.Join(args, " "), days, f.limit)
			if err != nil {
				return err
			}
			a.nothing(len(hits), f.json, "no document holds all these words")
			return a.printHits(hits, f.json)
		})
	}
	return c
}

func (a *App) printHits(hits []entente.Hit, asJSON bool) error {
	if asJSON {
		w := wire.NewWriter(a.Stdout)
		for _, h := range hits {
			if err := w.Write(wire.HitOf(h)); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(a.Stdout, "DATE", "OUTLET", "DOCUMENT", "EVENTS", "TITLE", "TEXT")
	for _, h := range hits {
		r := wire.HitOf(h)
		t.row(h.Doc.Day().String(), h.Doc.Publisher, h.Doc.ID, strconv.Itoa(h.Events), shorten(h.Doc.Title, 40), shorten(r.Snippet, 80))
	}
	return t.flush()
}

func (a *App) relationsCommand() *cobra.Command {
	var f lookFlags
	var by string
	var directed bool
	c := &cobra.Command{Use: "relations [A B]", Short: "Show what happened between two actors over time, or who met most",
		Long: `Show what happened between two actors, period by period: the number of events
by class and the mean PLOVER score (-10 to 10). Actors are given by name or code
(Russia, RUS, NATO). Only actual events of one known day are counted, once a
document; what a party alleges of its opponent is left out. Without actors, the
pairs with the most events are listed.`,
		Example: `  entente relations
  entente relations Russia China --by week
  entente relations RUS NATO --directed --json`,
		Args: cobra.MatchAll(cobra.MaximumNArgs(2), func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return fmt.Errorf("two actors are needed, one was given")
			}
			return nil
		})}
	f.add(c, 40)
	c.Flags().StringVar(&by, "by", "day", "day, week or month")
	c.Flags().BoolVar(&directed, "directed", false, "only what A did to B")
	c.RunE = func(c *cobra.Command, args []string) error {
		days, err := f.days()
		if err != nil {
			return err
		}
		period, err := entente.ParsePeriod(by)
		if err != nil {
			return usagef("--by: %w", err)
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			if len(args) == 0 {
				return a.topDyads(c.Context(), arc, days, f)
			}
			pa, err := a.parties(args[0])
			if err != nil {
				return err
			}
			pb, err := a.parties(args[1])
			if err != nil {
				return err
			}
			points, err := arc.Relation(c.Context(), entente.RelationFilter{A: partyCodes(pa), B: partyCodes(pb), Days: days, Period: period,
				Directed: directed})
			if err != nil {
				return err
			}
			stats, err := arc.Stats(c.Context(), entente.AllDays())
			if err != nil {
				return err
			}
			if f.json {
				return writePoints(a.Stdout, pa[0].Code, pb[0].Code, points, stats.Sample)
			}
			return a.printRelation(points)
		})
	}
	return c
}

func (a *App) topDyads(ctx context.Context, arc *store.Archive, days entente.Days, f lookFlags) error {
	ds, err := arc.TopDyads(ctx, days, f.limit)
	if err != nil {
		return err
	}
	a.nothing(len(ds), f.json, "no two actors met on a known day")
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
	t := newTable(a.Stdout, "FROM", "TO", "REPORTS", "EVENTS", "WORDS+", "DEEDS+", "WORDS-", "DEEDS-", "MEAN SCORE")
	for _, p := range points {
		if p.Documents == 0 {
			t.row(p.From.String(), p.To.String(), "0", "-", "-", "-", "-", "-", "-")
			continue
		}
		mean := "-"
		if m, ok := p.Mean(); ok {
			mean = fmt.Sprintf("%+.1f", m)
		}
		t.row(p.From.String(), p.To.String(), strconv.Itoa(p.Documents), strconv.Itoa(p.Events), strconv.Itoa(p.Quads[1]),
			strconv.Itoa(p.Quads[2]), strconv.Itoa(p.Quads[3]), strconv.Itoa(p.Quads[4]), mean)
	}
	return t.flush()
}

func partyCodes(ps []entente.Party) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Code
	}
	return out
}
