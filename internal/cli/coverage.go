package cli

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/demo"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/store"
)

func (a *App) coverageCommand() *cobra.Command {
	var f lookFlags
	var output string
	c := &cobra.Command{Use: "coverage", Short: "Show what was read: by outlet, country, language and day", Args: cobra.NoArgs,
		Long: `Show what was read, and what of it gave no document and why. A series is worth
what its coverage is worth: gaps are listed by outlet. -o writes every outlet,
language and day as CSV.`,
		Example: "  entente coverage\n  entente coverage --from 2024-05-01 -o coverage.csv"}
	f.add(c, 0)
	c.Flags().StringVarP(&output, "output", "o", "", "write coverage.csv to this file, - is standard output")
	c.RunE = func(c *cobra.Command, _ []string) error {
		days, err := f.days()
		if err != nil {
			return err
		}
		places, err := pipeline.LoadPlaces(a.Models, a.Data)
		if err != nil {
			return &entente.Error{Code: entente.ErrUnavailable, Op: "load the table of outlets", Err: err}
		}
		return a.withArchive(c.Context(), f.archive, func(arc *store.Archive) error {
			read, err := arc.Coverage(c.Context(), days)
			if err != nil {
				return err
			}
			dropped, err := arc.Dropped(c.Context(), days)
			if err != nil {
				return err
			}
			if output != "" {
				return a.toFile(output, func(w io.Writer) error { return writeCoverage(w, read, dropped, homeOf(places.Home)) })
			}
			a.nothing(len(read), false, "nothing with a date was read")
			return a.printCoverage(read, dropped, homeOf(places.Home))
		})
	}
	return c
}

// homeOf adds the invented outlets of the sample news to those whose country is
// known.
func homeOf(known func(outlet string) string) func(outlet string) string {
	return func(outlet string) string {
		if c := demo.Home(outlet); c != "" {
			return c
		}
		return known(outlet)
	}
}

// writeCoverage writes a row for each day, outlet and language, and one for
// each cause on a day.
func writeCoverage(w io.Writer, read []entente.Coverage, dropped []entente.Dropped, home func(string) string) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"day", "outlet", "country", "lang", "read", "extracted", "without_event", "dropped", "why"}); err != nil {
		return fmt.Errorf("write the head: %w", err)
	}
	for _, c := range read {
		n := strconv.Itoa(c.Documents)
		if err := out.Write([]string{c.Day.String(), c.Outlet, home(c.Outlet), c.Lang, n, n, strconv.Itoa(c.Silent), "0", ""}); err != nil {
			return fmt.Errorf("write the coverage: %w", err)
		}
	}
	for _, d := range dropped {
		n := strconv.Itoa(d.Number)
		if err := out.Write([]string{d.Day.String(), d.Outlet, home(d.Outlet), "", n, "0", "0", n, d.Why}); err != nil {
			return fmt.Errorf("write the coverage: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// outletSum is what was read of one outlet.
type outletSum struct {
	name                    string
	langs                   []string
	first, last, lastSeen   entente.Day
	documents, silent, days int
	gap                     int // longest, in days
	gapFrom                 entente.Day
}

func (a *App) printCoverage(read []entente.Coverage, dropped []entente.Dropped, home func(string) string) error {
	sums := map[string]*outletSum{}
	for _, c := range read {
		s := sums[c.Outlet]
		if s == nil {
			s = &outletSum{name: c.Outlet, first: c.Day, lastSeen: c.Day, days: 1}
			sums[c.Outlet] = s
		}
		s.documents += c.Documents
		s.silent += c.Silent
		s.last = c.Day
		if c.Day != s.lastSeen {
			s.days++
			if gap := int(c.Day-s.lastSeen) - 1; gap > s.gap {
				s.gap, s.gapFrom = gap, s.lastSeen+1
			}
			s.lastSeen = c.Day
		}
		if !slices.Contains(s.langs, c.Lang) {
			s.langs = append(s.langs, c.Lang)
		}
	}
	list := make([]*outletSum, 0, len(sums))
	for _, s := range sums { // sorted below
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].documents != list[j].documents {
			return list[i].documents > list[j].documents
		}
		return list[i].name < list[j].name
	})
	t := newTable(a.Stdout, "OUTLET", "COUNTRY", "LANG", "DOCUMENTS", "WITHOUT EVENT", "DAYS", "FIRST", "LAST", "LONGEST GAP")
	for _, s := range list {
		gap := "-"
		if s.gap > 0 {
			gap = fmt.Sprintf("%d days from %s", s.gap, s.gapFrom)
		}
		t.row(s.name, home(s.name), strings.Join(s.langs, " "), strconv.Itoa(s.documents), strconv.Itoa(s.silent), strconv.Itoa(s.days), s.first.String(), s.last.String(), gap)
	}
	if err := t.flush(); err != nil {
		return err
	}
	why := map[string]int{}
	for _, d := range dropped {
		why[d.Why] += d.Number
	}
	causes := make([]string, 0, len(why))
	for k := range why { // sorted below
		causes = append(causes, k)
	}
	sort.Strings(causes)
	for _, k := range causes {
		if _, err := fmt.Fprintf(a.Stdout, "dropped: %s %d\n", k, why[k]); err != nil {
			return err
		}
	}
	return nil
}
