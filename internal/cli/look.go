package cli

import (
	"context"
	"strconv"
	"strings"
	"unicode"

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

// some is nothing for a list that --limit cuts: a full one may not be all.
func (a *App) some(rows int, f *lookFlags, what string) {
	a.nothing(rows, f.json, what)
	if f.limit > 0 && rows >= f.limit && !f.json {
		a.say("these are %d, and there may be more: --limit 0 lists all", rows)
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
			a.some(len(rows), &f, "no story touches these days")
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
		if !strings.ContainsFunc(strings.Join(args, " "), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return usagef("the query has no word")
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
			a.some(len(hits), &f, "no document holds all these words")
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
