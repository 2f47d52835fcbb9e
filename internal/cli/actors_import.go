package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/roster"
)

// importFlags are the options of an import.
type importFlags struct {
	table, format, source string
	columns, countries    []string
	since                 int
	all, dry              bool
}

// importer takes rows of lists into the user's own table.
type importer struct {
	f                          *importFlags
	app                        *App
	known                      *actor.Table
	table                      *roster.Table
	added, had, inOurs, warned int
}

// maxSaid bounds how many lines that were left out are told one by one.
const maxSaid = 20

func (a *App) actorsImportCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{Use: "import FILE…", Short: "Take lists of actors into your own table", Args: cobra.MinimumNArgs(1),
		Long: `Take lists of actors into your own table: dictionaries of PETRARCH and TABARI,
tables with a header (CSV, TSV), dumps of Wikidata in JSON; gzip and bzip2 are
undone, - is standard input. The format is told by the beginning of a list.

Rows are added to the end of your table, and nothing that stands in it is
changed. Names that the program's tables have already are left out, since your
own rows would take their place; --all takes them too. Lines that cannot be used
are told and left out, and the exit status is 1.`,
		Example: `  entente actors import desk.csv
  entente actors import --map name=Person,country=State --table desk.tsv people.csv
  entente actors import --since 2015 --country KEN,UGA wikidata.json.bz2`}
	c.Flags().StringVar(&f.table, "table", "", "your own table (default as --actors)")
	c.Flags().StringVar(&f.format, "format", "", "petrarch, csv or wikidata (default: by content)")
	c.Flags().StringVar(&f.source, "source", "", "what the rows' last column says (default the file's name)")
	c.Flags().StringSliceVar(&f.columns, "map", nil, "columns of a table, e.g. name=Person,country=State; fields: "+strings.Join(roster.Fields(), ", "))
	c.Flags().StringSliceVar(&f.countries, "country", nil, "only actors of these countries, as codes")
	c.Flags().IntVar(&f.since, "since", 0, "leave out offices that ended before this year")
	c.Flags().BoolVar(&f.all, "all", false, "names that the program's tables have, too")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "print the new table instead of writing it")
	c.RunE = func(c *cobra.Command, args []string) error {
		path := f.table
		if path == "" {
			if path, _ = a.ownTable(); path == "" {
				return usagef("no place for your own table is known: give --table FILE")
			}
		}
		known, _, err := pipeline.LoadActors(a.Data)
		if err != nil {
			return err
		}
		table, err := roster.OpenTable(path, actor.Header)
		if err != nil {
			return err
		}
		im := &importer{f: &f, app: a, known: known, table: table}
		for _, name := range args {
			if err := im.read(c.Context(), name); err != nil {
				return err
			}
		}
		return im.finish(path)
	}
	return c
}

// read takes one list.
func (im *importer) read(ctx context.Context, name string) error {
	ours := roster.Context{Country: im.country, Source: im.f.source, Since: im.f.since, Columns: map[string]string{}}
	for _, m := range im.f.columns {
		field, column, ok := strings.Cut(m, "=")
		if !ok || !slices.Contains(roster.Fields(), field) || column == "" {
			return usagef("--map: %q is not field=Column with a field of %s", m, strings.Join(roster.Fields(), ", "))
		}
		ours.Columns[field] = column
	}
	var r io.Reader = im.app.in
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return &entente.Error{Code: entente.ErrUnavailable, Op: "open the list", Err: err}
		}
		defer file.Close() //nolint:errcheck // read only
		r = file
	}
	base := name[strings.LastIndexAny(name, `/\`)+1:]
	if ours.Source == "" {
		ours.Source = base
	}
	return roster.Read(ctx, roster.List{Reader: r, Name: base, Format: roster.Format(im.f.format)}, ours, roster.Sink{Row: im.take, Warn: im.warn})
}

// country returns the code of a country by code or name.
func (im *importer) country(name string) string { return im.known.Country(name) }

// warn tells what was left out, the first ones one by one.
func (im *importer) warn(where, message string) {
	if im.warned++; im.warned <= maxSaid {
		im.app.say("%s: %s", printable(where), printable(message))
	}
}

// take adds a row, unless the program's tables have its name.
func (im *importer) take(r roster.Row) error {
	if r.Table != roster.Agents && len(im.f.countries) > 0 && !slices.Contains(im.f.countries, r.Country()) {
		return nil
	}
	if !im.f.all {
		if im.ours(r) {
			im.inOurs++
			return nil
		}
		r.KeepNames(func(name string) bool { return !im.known.HasName(name) })
	}
	added, err := im.table.Add(r)
	switch {
	case err != nil:
		return err
	case added:
		im.added++
	default:
		im.had++
	}
	return nil
}

// ours reports whether the program's tables have the name of a row.
func (im *importer) ours(r roster.Row) bool {
	if r.Table == roster.Agents {
		return im.known.HasNoun(r.Cells[0])
	}
	return im.known.HasName(r.Name())
}

// finish checks the new table as a whole, writes it and says what was done.
func (im *importer) finish(path string) error {
	if im.warned > maxSaid {
		im.app.say("and %d more lines that were left out", im.warned-maxSaid)
	}
	_, warnings, err := pipeline.LoadActors(im.app.Data, actor.Own{Name: path[strings.LastIndexAny(path, `/\`)+1:], Data: im.table.Bytes()})
	if err != nil {
		return fmt.Errorf("check the new table, which was not written: %w", err)
	}
	im.app.warnOfActors(warnings)
	if im.f.dry {
		_, err = im.app.Stdout.Write(im.table.Bytes())
	} else if err = im.table.Write(path); err == nil {
		_, err = fmt.Fprintf(im.app.Stdout, "%s: %d rows added, %d already there, %d in the program's tables, %d lines left out\n",
			printable(path), im.added, im.had, im.inOurs, im.warned)
	}
	if err == nil && im.warned > 0 {
		return errSomeFailed
	}
	return err
}
