package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/text"
	"github.com/entente-news/entente/internal/wire"
)

// briefFlags say what a brief is about.
type briefFlags struct {
	archive, story, pair, actor string
	on, from, to, since, now    string
	format                      string
	compare                     string
	words                       int
	llm                         llmFlags
}

func (f *briefFlags) add(c *cobra.Command) {
	fl := c.Flags()
	fl.StringVar(&f.archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
	fl.StringVar(&f.story, "story", "", "id of a story")
	fl.StringVar(&f.pair, "pair", "", "A,B: what passed between two actors")
	fl.StringVar(&f.actor, "actor", "", "what an actor did and met")
	fl.StringVar(&f.on, "on", "", "a day, YYYY-MM-DD")
	fl.StringVar(&f.from, "from", "", "first day, YYYY-MM-DD")
	fl.StringVar(&f.to, "to", "", "last day, YYYY-MM-DD")
	fl.StringVar(&f.since, "since", "", "how far back from the newest document, e.g. 24h or 7d")
	fl.StringVar(&f.now, "now", "", "count --since back from this time (RFC 3339) or day")
	fl.StringVar(&f.format, "format", "text", "text, markdown, html or json")
	fl.StringVar(&f.compare, "compare", "", "of a story: tell what is new since the end of a day, YYYY-MM-DD, or since the last one with reports: last")
	f.llm.add(fl)
	fl.IntVar(&f.words, "words", 0, "most words (default 250 a story, 700 a day)")
}

func (a *App) briefCommand() *cobra.Command {
	var f briefFlags
	c := &cobra.Command{Use: "brief", Short: "Write a brief, each sentence with its sources", Args: cobra.NoArgs,
		Long: `Write a brief of a story, an actor, two actors, a day or a span of days; every
sentence carries its sources. With nothing given, it is of the last day that
the archive holds.`,
		Example: `  entente brief
  entente brief --on 2024-05-16 --format markdown
  entente brief --pair Russia,China --since 7d`}
	f.add(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := f.check(); err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			b, err := a.writeBrief(c.Context(), arc, &f)
			if err != nil {
				return err
			}
			return a.printBrief(c.Context(), arc, b, f.format)
		})
	}
	return c
}

func (f *briefFlags) check() error {
	subjects := 0
	for _, s := range []string{f.story, f.pair, f.actor} {
		if s != "" {
			subjects++
		}
	}
	switch {
	case subjects > 1:
		return usagef("a brief is of a story, a pair or an actor, not of several")
	case f.on != "" && (f.from != "" || f.to != "" || f.since != ""), f.since != "" && (f.from != "" || f.to != ""):
		return usagef("give --on, or --from and --to, or --since")
	case f.now != "" && f.since == "":
		return usagef("--now goes with --since")
	case f.compare != "" && f.story == "":
		return usagef("--compare goes with --story")
	case f.story != "" && (f.on != "" || f.from != "" || f.to != "" || f.since != ""):
		return usagef("a brief of a story is of all its days: --on, --from, --to and --since do not go with --story")
	case f.llm.url == "" && (f.llm.model != "" || f.llm.private):
		return usagef("--llm-model and --llm-private go with --llm")
	case f.words < 0:
		return usagef("--words must not be negative")
	}
	switch f.format {
	case "text", "markdown", "html", "json":
		return nil
	}
	return usagef("--format: %q is not text, markdown, html or json", f.format)
}

// span returns the days that a brief is of, and whether any were asked for.
func (a *App) span(ctx context.Context, arc *store.Archive, f *briefFlags) (entente.Days, bool, error) {
	if f.since != "" {
		return a.sinceSpan(ctx, arc, f)
	}
	if f.on != "" {
		day, err := entente.ParseDay(f.on)
		if err != nil {
			err = usagef("--on: %w", err)
		}
		return entente.Days{From: day, To: day}, true, err
	}
	look := lookFlags{from: f.from, to: f.to}
	days, err := look.days()
	return days, f.from != "" || f.to != "", err
}

// sinceSpan counts back from the newest document, or from --now.
func (a *App) sinceSpan(ctx context.Context, arc *store.Archive, f *briefFlags) (entente.Days, bool, error) {
	back, err := parseBack(f.since)
	if err != nil {
		return entente.AllDays(), true, usagef("--since: %w", err)
	}
	end, err := arc.Newest(ctx)
	if err != nil {
		return entente.AllDays(), true, err
	}
	if f.now != "" {
		if end, err = time.Parse(time.RFC3339, f.now); err != nil {
			day, derr := entente.ParseDay(f.now)
			if derr != nil {
				return entente.AllDays(), true, usagef("--now: %q is neither a time nor a day", f.now)
			}
			end = day.Time()
		}
	}
	if end.IsZero() {
		return entente.AllDays(), true, errUndated
	}
	return entente.Days{From: entente.DayOf(end.Add(-back)), To: entente.DayOf(end)}, true, nil
}

// errUndated is what a brief of a day says of an archive without dates.
var errUndated = &entente.Error{Code: entente.ErrNotFound, Op: "find the last day", Err: errors.New("no document of the archive has a date"),
	Hint: "ask for a story: entente stories"}

// parseBack reads 24h, 90m, or days as 7d.
func parseBack(s string) (time.Duration, error) {
	if n, ok := strings.CutSuffix(s, "d"); ok {
		var days int
		if _, err := fmt.Sscanf(n, "%d", &days); err != nil || days <= 0 || days > 36525 || fmt.Sprint(days) != n {
			return 0, fmt.Errorf("%q is no number of days", s)
		}
		return time.Duration(days) * 24 * time.Hour, nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return 0, fmt.Errorf("%q is no length of time such as 24h or 7d", s)
	}
	return d, nil
}

// writeBrief writes the brief that f asks for, in our words or, where a language
// model was named, in its.
func (a *App) writeBrief(ctx context.Context, arc *store.Archive, f *briefFlags) (*entente.Brief, error) {
	opt, err := a.briefOptions(ctx)
	if err != nil {
		return nil, err
	}
	opt.Words, opt.Since = f.words, entente.NoDay
	if f.compare == "last" {
		opt.Since = brief.SinceLast
	} else if f.compare != "" {
		if opt.Since, err = entente.ParseDay(f.compare); err != nil {
			return nil, usagef("--compare: %w", err)
		}
	}
	w := brief.New(arc, opt)
	b, err := a.draft(ctx, arc, w, f)
	if err != nil || f.llm.url == "" {
		return b, err
	}
	return b, a.reword(ctx, w, b, &f.llm)
}

// draft writes a brief in our words.
func (a *App) draft(ctx context.Context, arc *store.Archive, w *brief.Writer, f *briefFlags) (*entente.Brief, error) {
	days, asked, err := a.span(ctx, arc, f)
	if err != nil {
		return nil, err
	}
	switch {
	case f.story != "":
		b, err := w.Story(ctx, f.story)
		return b, wrongID(err, "entente stories lists them")
	case f.pair != "":
		x, y, ok := strings.Cut(f.pair, ",")
		if !ok {
			return nil, usagef("--pair wants two actors, A,B")
		}
		px, err := a.parties(x)
		if err != nil {
			return nil, err
		}
		py, err := a.parties(y)
		if err != nil {
			return nil, err
		}
		return w.Pair(ctx, partyCodes(px), partyCodes(py), days)
	case f.actor != "":
		ps, err := a.parties(f.actor)
		if err != nil {
			return nil, err
		}
		return w.Actor(ctx, partyCodes(ps), days)
	case asked:
		return w.Span(ctx, days)
	}
	stats, err := arc.Stats(ctx, entente.AllDays())
	if err != nil {
		return nil, err
	}
	if !stats.Days.To.Known() {
		return nil, errUndated
	}
	a.say("no day was given: this is the last one that the archive holds, %s", stats.Days.To)
	return w.Day(ctx, stats.Days.To)
}

func (a *App) printBrief(ctx context.Context, arc *store.Archive, b *entente.Brief, format string) error {
	switch format {
	case "markdown":
		return a.plain(func(w io.Writer) error { return brief.Markdown(w, b) })
	case "html":
		return brief.HTML(a.Stdout, b)
	case "json":
		indexes := map[string]*text.Index{}
		for _, sec := range b.Sections {
			for _, sen := range sec.Sentences {
				for _, src := range sen.Sources {
					if indexes[src.Doc] != nil {
						continue
					}
					d, err := arc.Document(ctx, src.Doc, entente.DepthLayers)
					if err != nil {
						return err
					}
					indexes[src.Doc] = text.NewIndex(d.Text)
				}
			}
		}
		return wire.NewWriter(a.Stdout).Write(wire.BriefOf(b, indexes))
	default:
		return a.plain(func(w io.Writer) error { return brief.Text(w, b) })
	}
}

// briefer returns the writer that the pages use.
func (a *App) briefer(ctx context.Context, arc *store.Archive) (*brief.Writer, error) {
	opt, err := a.briefOptions(ctx)
	return brief.New(arc, opt), err
}

// briefOptions are the options of all briefs: the gate that holds sentences to
// their sources, and where outlets are at home.
func (a *App) briefOptions(ctx context.Context) (brief.Options, error) {
	t, err := a.tools()
	if err != nil {
		return brief.Options{}, err
	}
	d, err := a.directory()
	if err != nil {
		return brief.Options{}, err
	}
	home := homeOf(t.Places.Home)
	check, err := t.Gate(ctx)
	return brief.Options{Version: entente.Version(), Known: t.Knows, Check: check, Home: func(outlet string) string {
		if c := home(outlet); c != "" {
			return d.name(c)
		}
		return ""
	}}, err
}

// printLargest prints the brief of the story with the most independent
// reports.
func (a *App) printLargest(ctx context.Context, arc *store.Archive) error {
	rows, err := arc.Stories(ctx, entente.StoryFilter{Days: entente.AllDays(), Limit: 1})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return &entente.Error{Code: entente.ErrInternal, Op: "write the brief", Err: io.ErrUnexpectedEOF}
	}
	w, err := a.briefer(ctx, arc)
	if err != nil {
		return err
	}
	b, err := w.Story(ctx, rows[0].Story.ID)
	if err != nil {
		return err
	}
	return a.plain(func(w io.Writer) error { return brief.Text(w, b) })
}
