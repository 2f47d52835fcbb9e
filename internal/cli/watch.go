package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/alert"
	"github.com/entente-news/entente/internal/store"
)

// watchFlags are what a watch has beyond the filter of events.
type watchFlags struct {
	places, contexts []string
	words            string
	atLeast, within  int
	turns, past      bool
	webhook, secret  string
	private          bool
}

func (a *App) watchCommand() *cobra.Command {
	c := &cobra.Command{Use: "watch", Short: "Keep searches and be told what they find", Args: cobra.NoArgs,
		Long: `Keep searches and be told what they find: each event once, or only when there
are enough of them, and where a relation turns. "watch check" looks at what was
added since and prints it; run it after add, or with --every. Alerts are posted
to an address as well, signed and tried again, and stand in an Atom feed. What
was told stands in the archive: a restart tells nothing twice.`,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.watchAdd(), a.watchList(), a.watchRemove(), a.watchCheck(), a.watchFeed())
	for _, x := range c.Commands() {
		wrapArgs(x)
	}
	return c
}

func (f *watchFlags) add(c *cobra.Command) {
	fl := c.Flags()
	fl.StringSliceVar(&f.places, "place", nil, "countries of the event's place, e.g. SDN")
	fl.StringSliceVar(&f.contexts, "context", nil, "PLOVER contexts, e.g. migration")
	fl.StringVar(&f.words, "words", "", "words that stand in the document")
	fl.IntVar(&f.atLeast, "at-least", 1, "tell only when there are so many events")
	fl.IntVar(&f.within, "within", 7, "within so many days, for --at-least")
	fl.BoolVar(&f.turns, "turns", false, "turning points of the relation of --pair, too")
	fl.StringVar(&f.webhook, "webhook", "", "address to post alerts to")
	fl.StringVar(&f.secret, "secret", "", "signs what is posted (HMAC-SHA256)")
	fl.BoolVar(&f.private, "private", false, "the address may be on this machine or its network")
	fl.BoolVar(&f.past, "past", false, "begin with what the archive holds already")
}

// watch makes the watch of a filter.
func (f *watchFlags) watch(name string, filter entente.EventFilter) (entente.Watch, error) {
	filter.Limit, filter.Days = 0, entente.AllDays()
	w := entente.Watch{Name: name, Events: filter, Words: f.words, AtLeast: f.atLeast, Within: f.within, Turns: f.turns, Webhook: f.webhook,
		Secret: f.secret, Private: f.private, Created: time.Now().UTC(), Cursor: -1, Armed: true}
	if f.past {
		w.Cursor = 0
	}
	w.Places = f.places
	for _, s := range f.contexts {
		k, err := entente.ParseContext(s)
		if err != nil {
			return w, usagef("--context: %w", err)
		}
		w.Contexts = append(w.Contexts, k)
	}
	switch {
	case f.atLeast < 1 || f.within < 1:
		return w, usagef("--at-least and --within must be at least 1")
	case f.turns && len(filter.Between[0]) == 0:
		return w, usagef("--turns needs --pair A,B")
	case f.secret != "" && f.webhook == "":
		return w, usagef("--secret goes with --webhook")
	}
	if f.webhook != "" {
		if err := alert.CheckURL(f.webhook); err != nil {
			return w, usagef("--webhook: %w", err)
		}
	}
	return w, nil
}

func (a *App) watchAdd() *cobra.Command {
	var ef eventFlags
	var wf watchFlags
	c := &cobra.Command{Use: "add NAME", Short: "Keep a search", Args: cobra.ExactArgs(1),
		Example: `  entente watch add sudan --place SDN --event ASSAULT --at-least 5 --within 3
  entente watch add moscow-beijing --pair Russia,China --turns
  entente watch add cholera --words cholera --webhook https://hooks.example/x --secret s3`}
	ef.add(c, 0)
	wf.add(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		filter, err := ef.filter(a)
		if err != nil {
			return err
		}
		if wf.places, err = a.countries(wf.places); err != nil {
			return err
		}
		w, err := wf.watch(args[0], filter)
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), ef.archive, func(arc *store.Archive) error { return arc.SaveWatch(c.Context(), w) })
	}
	return c
}

func (a *App) watchList() *cobra.Command {
	var archive string
	c := &cobra.Command{Use: "list", Short: "List kept searches", Args: cobra.NoArgs}
	archiveFlag(c, &archive)
	c.RunE = func(c *cobra.Command, _ []string) error {
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			ws, err := arc.Watches(c.Context())
			if err != nil {
				return err
			}
			a.nothing(len(ws), false, "nothing is watched: entente watch add NAME …")
			t := newTable(a.Stdout, "NAME", "WATCHES", "TELLS", "POSTS TO")
			for i := range ws {
				t.row(ws[i].Name, watchCell(&ws[i]), tellsCell(&ws[i]), ws[i].Webhook)
			}
			return t.flush()
		})
	}
	return c
}

func archiveFlag(c *cobra.Command, archive *string) {
	c.Flags().StringVar(archive, "archive", "", "archive file (default $ENTENTE_ARCHIVE, then the user's data folder)")
}

// watchCell says what a watch matches.
func watchCell(w *entente.Watch) string {
	var parts []string
	side := func(name string, ps []entente.Party) {
		if len(ps) > 0 {
			parts = append(parts, name+" "+strings.Join(partyCodes(ps), "|"))
		}
	}
	side("actor", w.Events.Actor)
	side("recipient", w.Events.Recipient)
	side("party", w.Events.Party)
	side("between", w.Events.Between[0])
	if n := len(parts); len(w.Events.Between[1]) > 0 {
		side("and", w.Events.Between[1])
		parts = append(parts[:n-1], parts[n-1]+" "+parts[n])
	}
	if w.Events.Root != entente.RootNone {
		parts = append(parts, w.Events.Root.String())
	}
	if len(w.Places) > 0 {
		parts = append(parts, "in "+strings.Join(w.Places, "|"))
	}
	for _, k := range w.Contexts {
		parts = append(parts, "context "+k.String())
	}
	if w.Words != "" {
		parts = append(parts, strconv.Quote(w.Words))
	}
	if len(parts) == 0 {
		return "all events"
	}
	return strings.Join(parts, ", ")
}

func tellsCell(w *entente.Watch) string {
	s := "each event"
	switch {
	case onlyWords(w):
		s = "each document"
	case w.AtLeast > 1:
		s = fmt.Sprintf("%d events within %d days", w.AtLeast, w.Within)
	}
	if w.Turns {
		s += ", turning points"
	}
	return s
}

// onlyWords says whether a watch asks for words and for nothing of events.
func onlyWords(w *entente.Watch) bool {
	e := &w.Events
	return w.Words != "" && len(w.Places)+len(w.Contexts)+len(e.Actor)+len(e.Recipient)+len(e.Party)+len(e.Between[0])+len(e.Status) == 0 &&
		e.Root == entente.RootNone && e.Story == "" && e.Doc == "" && e.MinConfidence == 0
}

func (a *App) watchRemove() *cobra.Command {
	var archive string
	c := &cobra.Command{Use: "remove NAME", Short: "Forget a kept search", Args: cobra.ExactArgs(1)}
	archiveFlag(c, &archive)
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			return wrongID(arc.RemoveWatch(c.Context(), args[0]), "entente watch list lists them")
		})
	}
	return c
}

func (a *App) watchFeed() *cobra.Command {
	var archive, output, site string
	var limit int
	c := &cobra.Command{Use: "feed [NAME]", Short: "Write what was told as an Atom feed", Args: cobra.MaximumNArgs(1)}
	archiveFlag(c, &archive)
	c.Flags().StringVarP(&output, "output", "o", "-", "file to write, - is standard output")
	c.Flags().StringVar(&site, "site", "", "address of the page on the archive, for links")
	c.Flags().IntVar(&limit, "limit", 100, "at most this many")
	c.RunE = func(c *cobra.Command, args []string) error {
		if limit < 1 {
			return usagef("--limit must be at least 1")
		}
		name := strings.Join(args, "")
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			list, err := arc.Alerts(c.Context(), name, limit)
			if err != nil {
				return wrongID(err, "entente watch list lists them")
			}
			return a.toFile(output, func(w io.Writer) error { return alert.Feed(w, name, strings.TrimSuffix(site, "/"), list) })
		})
	}
	return c
}

func (a *App) watchCheck() *cobra.Command {
	var archive string
	var asJSON bool
	var every time.Duration
	c := &cobra.Command{Use: "check", Short: "Look at what was added, print and post what the watches tell", Args: cobra.NoArgs,
		Example: "  entente add news/ && entente watch check\n  entente watch check --every 5m --json"}
	archiveFlag(c, &archive)
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line, for programs")
	c.Flags().DurationVar(&every, "every", 0, "go on looking, after so long each time")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if every < 0 || every > 0 && every < time.Second {
			return usagef("--every must be a second or more")
		}
		return a.withArchive(c.Context(), archive, func(arc *store.Archive) error {
			t := &teller{app: a, arc: arc, poster: alert.NewPoster(), json: asJSON}
			for {
				if err := t.round(c.Context(), time.Now().UTC()); err != nil || every == 0 {
					return err
				}
				select {
				case <-c.Context().Done():
					return c.Context().Err()
				case <-time.After(every):
				}
			}
		})
	}
	return c
}

// saveSearch keeps a search that was made, under a name.
func (a *App) saveSearch(ctx context.Context, arc *store.Archive, name string, filter entente.EventFilter, words string) error {
	f := watchFlags{words: words, atLeast: 1, within: 7}
	w, err := f.watch(name, filter)
	if err != nil {
		return err
	}
	if err := arc.SaveWatch(ctx, w); err != nil {
		return err
	}
	a.say("kept as the watch %s; what it finds from now on: entente watch check", name)
	return nil
}
