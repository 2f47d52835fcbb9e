package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/pipeline"
)

// ownTable returns the path of the user's own table of actors, "" for none;
// asked is set where the user named it, so that it has to be there.
func (a *App) ownTable() (path string, asked bool) {
	for _, p := range []string{a.actors, a.Getenv("ENTENTE_ACTORS")} {
		if p == "none" {
			return "", false
		}
		if p != "" {
			return p, true
		}
	}
	if folder := a.dataFolder(); folder != "" {
		return filepath.Join(folder, "actors.tsv"), false
	}
	return "", false
}

// ownActors reads the user's own table of actors, where there is one.
func (a *App) ownActors() ([]actor.Own, error) {
	path, asked := a.ownTable()
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		if !asked && errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "read your own table of actors", Err: err,
			Hint: "--actors none goes without"}
	}
	return []actor.Own{{Name: filepath.Base(path), Data: b}}, nil
}

// warnOfActors says what loading met that concerns the user's own table.
func (a *App) warnOfActors(warnings []entente.Warning) {
	for _, w := range warnings {
		if w.Code == "overlapping_offices" {
			a.say("warning: %s", printable(w.Message))
		}
	}
}

func (a *App) actorsCommand() *cobra.Command {
	c := &cobra.Command{Use: "actors", Short: "Look up actors, and keep a table of your own", Args: cobra.NoArgs,
		Long: `Look up how a name is read, and keep a table of actors of your own that wins
over the tables of the program: a plain text file that an editor or a
spreadsheet opens. Every command that codes uses it.`,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	for _, sub := range []*cobra.Command{a.actorsLookupCommand(), a.actorsImportCommand(), a.actorsCheckCommand()} {
		wrapArgs(sub)
		c.AddCommand(sub)
	}
	return c
}

func (a *App) actorsCheckCommand() *cobra.Command {
	c := &cobra.Command{Use: "check", Short: "Check your own table of actors, by file and line", Args: cobra.NoArgs,
		Example: "  entente actors check --actors desk.tsv"}
	c.RunE = func(*cobra.Command, []string) error {
		own, err := a.ownActors()
		if err != nil {
			return err
		}
		t, warnings, err := pipeline.LoadActors(a.Data, own...)
		if err != nil {
			return err
		}
		a.warnOfActors(warnings)
		_, err = fmt.Fprintf(a.Stdout, "%d rows of your own; the tables hold together\n", t.Stats().Own)
		return err
	}
	return c
}

// actorReading is one thing that a name may stand for.
type actorReading struct {
	Type     string         `json:"type"`
	Query    string         `json:"query"`
	On       *string        `json:"on"`
	Code     string         `json:"code"`
	Name     string         `json:"name"`
	Country  *string        `json:"country"`
	Sector   *string        `json:"sector"`
	Org      *string        `json:"org"`
	Group    *string        `json:"group"`
	Role     *string        `json:"role"`
	Wikidata *string        `json:"wikidata"`
	Kind     string         `json:"kind"`
	Former   bool           `json:"former"`
	From     *string        `json:"from"`
	To       *string        `json:"to"`
	Row      string         `json:"row"`
	Source   *string        `json:"source"`
	Why      *string        `json:"why"`
	Offices  []officeRecord `json:"offices"`
}

// officeRecord is one holding of an office.
type officeRecord struct {
	Role    string  `json:"role"`
	Country string  `json:"country"`
	Sector  *string `json:"sector"`
	Org     *string `json:"org"`
	From    *string `json:"from"`
	To      *string `json:"to"`
	Held    bool    `json:"held"`
	Row     string  `json:"row"`
	Source  *string `json:"source"`
}

func (a *App) actorsLookupCommand() *cobra.Command {
	var on string
	var asJSON bool
	c := &cobra.Command{Use: "lookup NAME", Short: "Show how a name is read, and why", Args: cobra.MinimumNArgs(1),
		Long: `Show everything that a name may stand for, the likeliest first: the row of the
tables, where it comes from, the office of the day, and what else has to be
said. A name that may stand for several is kept open in texts unless they
decide.`,
		Example: "  entente actors lookup Putin --on 2009-05-01\n  entente actors lookup Korea --json"}
	c.Flags().StringVar(&on, "on", "", "the day, YYYY-MM-DD (default the latest)")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line, for programs")
	c.RunE = func(_ *cobra.Command, args []string) error {
		day := entente.NoDay
		if on != "" {
			var err error
			if day, err = entente.ParseDay(on); err != nil {
				return usagef("--on: %w", err)
			}
		}
		d, err := a.directory()
		if err != nil {
			return err
		}
		query := strings.Join(args, " ")
		list := d.table.Lookup(query, day)
		if asJSON {
			return a.writeReadings(query, day, list)
		}
		if len(list) == 0 {
			a.say("no actor of the tables is called %s", printable(query))
			return nil
		}
		return a.tableReadings(day, list)
	}
	return c
}

// writeReadings prints a reading a line for programs.
func (a *App) writeReadings(query string, on entente.Day, list []actor.Candidate) error {
	enc := json.NewEncoder(a.Stdout)
	enc.SetEscapeHTML(false)
	for i := range list {
		c := &list[i]
		r := actorReading{Type: "reading", Query: query, On: strOrNil(on.String()), Code: c.Code(), Name: c.Actor.Name, Country: strOrNil(c.Actor.Country),
			Sector: strOrNil(c.Actor.Sector.String()), Org: strOrNil(c.Actor.Org), Group: strOrNil(c.Actor.Group), Role: strOrNil(c.Actor.Role),
			Wikidata: strOrNil(c.Actor.Wikidata), Kind: c.Kind.String(), Former: c.Former, From: strOrNil(c.From.String()), To: strOrNil(c.To.String()),
			Row: c.Source, Source: strOrNil(c.Credit), Why: strOrNil(c.Note), Offices: []officeRecord{}}
		for _, o := range c.Offices {
			r.Offices = append(r.Offices, officeRecord{Role: o.Role, Country: o.Country, Sector: strOrNil(o.Sector), Org: strOrNil(o.Org),
				From: strOrNil(o.From.String()), To: strOrNil(o.To.String()), Held: holds(o, on), Row: o.Source, Source: strOrNil(o.Credit)})
		}
		if err := enc.Encode(&r); err != nil {
			return err
		}
	}
	return nil
}

// tableReadings prints readings for people, and the offices of persons.
func (a *App) tableReadings(on entente.Day, list []actor.Candidate) error {
	t := newTable(a.Stdout, "CODE", "NAME", "AS", "OFFICE", "SINCE", "UNTIL", "ROW", "SOURCE", "WHY")
	for i := range list {
		c := &list[i]
		role := c.Actor.Role
		if c.Former {
			role = "former"
		}
		t.row(dash(c.Code()), c.Actor.Name, c.Kind.String(), dash(role), dash(c.From.String()), dash(c.To.String()), c.Source, dash(c.Credit), dash(c.Note))
		for _, o := range c.Offices {
			if len(c.Offices) > 1 {
				held := "at another time"
				if holds(o, on) {
					held = "held"
				}
				t.row("", "", "", o.Role+" of "+o.Country, dash(o.From.String()), dash(o.To.String()), o.Source, dash(o.Credit), held)
			}
		}
	}
	return t.flush()
}

// holds reports whether an office is held on a day; an unknown one is after
// all others.
func holds(o actor.Office, on entente.Day) bool {
	if !on.Known() {
		return !o.To.Known()
	}
	return (!o.From.Known() || o.From <= on) && (!o.To.Known() || on <= o.To)
}

func strOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
