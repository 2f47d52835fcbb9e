package cli

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/audit"
	"github.com/entente-news/entente/internal/store"
)

func (a *App) auditCommand() *cobra.Command {
	var f eventFlags
	var n int
	var seed uint64
	var output string
	var read []string
	c := &cobra.Command{Use: "audit", Short: "Draw events to judge by hand, and read the sheet back into precision", Args: cobra.NoArgs,
		Long: `Draw events of the archive at random into a sheet (CSV) to judge by hand. Write
right, wrong or unsure into the column "verdict": right means that the root and
the parties of both sides are right. "wrong" may name the columns that are.
With --read the sheet gives precision with 95 % intervals, over all and by root,
and what the stated confidence was worth; a second sheet, of another reader who
has not seen the first, gives their agreement.

The draw depends on the seed and the events alone: the same archive gives the
same sheet, and a larger --n only adds rows. Filters are those of events.`,
		Example: `  entente audit --n 100 --seed 1 -o sheet.csv
  entente audit --n 50 --event ASSAULT --from 2024-01-01 -o assault.csv
  entente audit --read sheet.csv --read sheet-of-another.csv`}
	f.add(c, 0)
	c.Flags().IntVar(&n, "n", 100, "how many events")
	c.Flags().Uint64Var(&seed, "seed", 1, "of the draw")
	c.Flags().StringVarP(&output, "output", "o", "-", "sheet to write, - is standard output")
	c.Flags().StringArrayVar(&read, "read", nil, "a sheet to read back; twice for two readers")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if len(read) > 0 {
			return a.readSheets(read)
		}
		if n < 1 {
			return usagef("--n must be at least 1")
		}
		filter, err := f.filter(a)
		if err != nil {
			return err
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			rows, of, err := drawRows(c.Context(), arc, filter, n, seed)
			if err != nil {
				return err
			}
			a.say("%d of %d events drawn", len(rows), of)
			return a.toFile(output, func(w io.Writer) error { return audit.WriteSheet(w, rows) })
		})
	}
	return c
}

// drawRows draws n of the events of a filter, and says of how many.
func drawRows(ctx context.Context, arc *store.Archive, filter entente.EventFilter, n int, seed uint64) ([]audit.Row, int, error) {
	ids, err := arc.EventIDs(ctx, filter)
	if err != nil {
		return nil, 0, err
	}
	var out []audit.Row
	for _, id := range audit.Draw(ids, n, seed) {
		r, err := arc.Event(ctx, id)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, sheetRow(r))
	}
	return out, len(ids), nil
}

func sheetRow(r entente.EventRow) audit.Row {
	e := r.Event
	row := audit.Row{ID: e.ID, Doc: r.Doc.ID, Source: r.Doc.Publisher, Published: r.Doc.Day().String(), Trigger: e.Trigger.In(r.Doc.Text),
		Actor: codes(e.Actors), Event: e.Root.String(), Mode: e.Mode.String(), Recipient: codes(e.Recipients), When: dayCell(e.When),
		Status: e.Status.String(), Confidence: e.Confidence}
	if row.When == "-" {
		row.When = ""
	}
	if e.Aspect == entente.AspectOngoing {
		row.Status += ", ongoing"
	}
	if e.Sentence >= 0 && e.Sentence < len(r.Doc.Sentences) {
		row.Sentence = r.Doc.Sentences[e.Sentence].Span.In(r.Doc.Text)
	}
	if e.Where != nil {
		row.Where = e.Where.Name + " " + e.Where.Country
	}
	if e.Attribution != nil {
		row.Speaker = e.Attribution.Speaker.Code()
	}
	return row
}

// readSheets prints what one sheet, or two of two readers, say.
func (a *App) readSheets(names []string) error {
	if len(names) > 2 {
		return usagef("--read takes one sheet, or two of two readers")
	}
	var sheets [][]audit.Row
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return &entente.Error{Code: entente.ErrNotFound, Op: "open the sheet", Err: err}
		}
		rows, err := audit.ReadSheet(name, file)
		_ = file.Close() // read only
		if err != nil {
			return &entente.Error{Code: entente.ErrInvalid, Op: "read the sheet", Err: err}
		}
		sheets = append(sheets, rows)
	}
	for i, rows := range sheets {
		if err := a.printAudit(names[i], audit.Sum(rows)); err != nil {
			return err
		}
	}
	if len(sheets) < 2 {
		return nil
	}
	g := audit.Agree(sheets[0], sheets[1])
	kappa := "not defined"
	if !math.IsNaN(g.Kappa) {
		kappa = strconv.FormatFloat(g.Kappa, 'f', 2, 64)
	}
	_, err := fmt.Fprintf(a.Stdout, "two readers: %d events judged by both, %d alike, κ %s\n", g.Both, g.Same, kappa)
	return err
}

func (a *App) printAudit(name string, r audit.Result) error {
	if _, err := fmt.Fprintf(a.Stdout, "%s: %d events, %d judged, %d unsure, %d open\n", printable(name), r.Rows, r.All.N, r.Unsure, r.Open); err != nil {
		return err
	}
	t := newTable(a.Stdout, "", "RIGHT", "OF", "PRECISION", "95 %")
	row := func(name string, s audit.Share) {
		if s.N == 0 { // nothing was judged: that is not 0 %
			t.row(name, "0", "0", "-", "-")
			return
		}
		t.row(name, strconv.Itoa(s.Right), strconv.Itoa(s.N), percent(s.P), percent(s.Low)+" to "+percent(s.High))
	}
	row("all", r.All)
	for _, x := range r.ByRoot {
		row(x.Name, x.Share)
	}
	for _, x := range r.ByConfidence {
		row("stated confidence "+percent(x.Mean), x.Share)
	}
	if err := t.flush(); err != nil {
		return err
	}
	for _, p := range r.Parts {
		if _, err := fmt.Fprintf(a.Stdout, "wrong: %s in %d\n", p.Name, p.N); err != nil {
			return err
		}
	}
	return nil
}

func percent(f float64) string { return strconv.FormatFloat(100*f, 'f', 1, 64) + " %" }
