package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/export"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/wire"
)

func (a *App) exportCommand() *cobra.Command {
	var f eventFlags
	var format, unit, output string
	var documents bool
	c := &cobra.Command{Use: "export", Short: "Write the archive's events to a file", Args: cobra.NoArgs,
		Long: `Write the archive's events in the shape that another tool reads:

  jsonl      the records that code prints
  csv        flat rows, several members of a side joined by ";"
  parquet    the same rows with their types
  plover     JSON lines as the PLOVER manual has them
  gdelt      the columns of GDELT 2.0's export files, without a head
  icews      the columns of the ICEWS files
  polecat    the columns of the POLECAT files

What we do not measure stays empty. With --unit dyad, a row of csv and parquet
is an ordered pair of parties and its weight; the rows of an event sum to one.
Identifiers and codes are text. --documents writes the texts that offsets point
into instead.`,
		Example: `  entente export --format parquet -o events.parquet
  entente export --format csv --unit dyad --pair Russia,China -o dyads.csv
  entente export --documents -o documents.jsonl`}
	f.add(c, 0)
	c.Flags().StringVar(&format, "format", "jsonl", "jsonl, "+strings.Join(export.Formats(), ", "))
	c.Flags().StringVar(&unit, "unit", "event", "what a row of csv and parquet is: event or dyad")
	c.Flags().StringVarP(&output, "output", "o", "-", "file to write, - is standard output")
	c.Flags().BoolVar(&documents, "documents", false, "write the documents' texts as JSON lines")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if format != "jsonl" && !slices.Contains(export.Formats(), format) {
			return usagef("--format: %q is none of jsonl, %s", format, strings.Join(export.Formats(), ", "))
		}
		if !slices.Contains(export.Units(), unit) || unit != "event" && format != "csv" && format != "parquet" {
			return usagef("--unit is event, or with csv and parquet dyad")
		}
		if f.merged && format != "jsonl" && format != "csv" && format != "parquet" {
			return usagef("--merged goes with --format jsonl, csv or parquet")
		}
		filter, err := f.filter(a)
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			return a.toFile(output, func(w io.Writer) error {
				if documents {
					return exportDocuments(w, arc.EachDocument(c.Context(), filter.Days), f.noText)
				}
				if f.merged {
					return a.exportMerged(w, arc.EachMerged(c.Context(), filter), export.Options{Format: format, Unit: unit, NoText: f.noText})
				}
				rows := arc.EachEvent(c.Context(), filter)
				if format == "jsonl" {
					return a.writeEvents(w, rows, wire.Options{NoText: f.noText, Explain: f.explain})
				}
				return a.exportEvents(w, rows, export.Options{Format: format, Unit: unit, NoText: f.noText})
			})
		})
	}
	return c
}

// exportMerged writes merged events.
func (a *App) exportMerged(w io.Writer, rows iter.Seq2[entente.MergedRow, error], opt export.Options) error {
	if opt.Format == "jsonl" {
		return writeMerged(w, rows, wire.Options{NoText: opt.NoText})
	}
	var err error
	if opt.Codes, err = a.codes(); err != nil {
		return err
	}
	return export.WriteMerged(w, rows, opt)
}

// exportEvents writes events in one of the formats of package export.
func (a *App) exportEvents(w io.Writer, rows iter.Seq2[entente.EventRow, error], opt export.Options) error {
	var err error
	if opt.Codes, err = a.codes(); err != nil {
		return err
	}
	count, err := export.Write(w, rows, opt)
	if err == nil && count.Undated > 0 {
		a.say("%d of %d events have no day and are left out, since %s asks for one", count.Undated, count.Events, opt.Format)
	}
	return err
}

// codes reads what other data sets call states.
func (a *App) codes() (*export.Codes, error) {
	dir, err := fs.Sub(a.Data, "codes")
	if err == nil {
		var c *export.Codes
		if c, err = export.LoadCodes(dir); err == nil {
			return c, nil
		}
	}
	return nil, &entente.Error{Code: entente.ErrUnavailable, Op: "load the codes of states", Err: err}
}

// documentLine is a document as it may be read again.
type documentLine struct {
	ID     string  `json:"id"`
	URL    *string `json:"url"`
	Source *string `json:"source"`
	Title  *string `json:"title"`
	Date   *string `json:"date"`
	Lang   *string `json:"lang"`
	Text   *string `json:"text"`
	Sample bool    `json:"sample,omitempty"`
}

// exportDocuments writes documents, whose text is what offsets point into.
func exportDocuments(w io.Writer, docs func(func(*entente.Document, error) bool), noText bool) error {
	out := wire.NewWriter(w)
	for d, err := range docs {
		if err != nil {
			return err
		}
		x := wire.ExtractedOf(d)
		line := documentLine{ID: d.ID, URL: x.URL, Source: x.Source, Title: x.Title, Date: x.Date, Lang: x.Lang, Sample: d.Sample}
		if noText {
			line.Title = nil
		} else {
			line.Text = &d.Text
		}
		if err := out.Write(line); err != nil {
			return errors.Join(fmt.Errorf("write document %s", d.ID), err)
		}
	}
	return nil
}
