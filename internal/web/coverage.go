package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// coverageReader is what was read, and what of it gave no document.
type coverageReader interface {
	Coverage(ctx context.Context, span entente.Days) ([]entente.Coverage, error)
	Dropped(ctx context.Context, span entente.Days) ([]entente.Dropped, error)
}

const (
	stripCells     = 130 // most periods of an outlet's strip
	outletsOnPage  = 200
	openDays       = 31 // rows by day that stand unfolded
	daysOnPage     = 400
	stripCellWidth = 6
)

type coverageData struct {
	Days      entente.Days // as asked
	Span      entente.Days // that the strips show
	Period    entente.Period
	Total     readSum
	Outlets   []*outletRow
	Cut       int // outlets that are not shown
	Countries []readSum
	Langs     []readSum
	ByDay     []dayRow
	DayCut    int
	CSV       string // address of the table as a file, "" when there is none
}

// Fold reports whether the table by day is long.
func (d coverageData) Fold() bool { return len(d.ByDay) > openDays }

// readSum is what was read under one name.
type readSum struct {
	Name            string
	Read, Kept      int // inputs, and documents made of them
	Silent, Dropped int // documents without event, inputs that gave none
	Causes          []cause
	Outlets         int
}

// cause is why inputs gave no document.
type cause struct {
	Why    string
	Number int
}

// outletRow is what was read of an outlet.
type outletRow struct {
	readSum
	Country string
	Langs   []string
	Days    int // with documents
	Missing int // days without, between the first and the last
	Gap     entente.Days
	GapDays int // of the longest gap
	First   entente.Day
	Last    entente.Day
	Strip   []bar
	Width   int
}

// dayRow is what was read on a day, or a run of days without a report.
type dayRow struct {
	readSum
	Days entente.Days
	Gap  int // days; 0 for a day with reports
}

func (r *readSum) keep(c *entente.Coverage) {
	r.Read += c.Documents
	r.Kept += c.Documents
	r.Silent += c.Silent
}

func (r *readSum) drop(d *entente.Dropped) {
	r.Read += d.Number
	r.Dropped += d.Number
	i := slices.IndexFunc(r.Causes, func(c cause) bool { return c.Why == d.Why })
	if i < 0 {
		i = len(r.Causes)
		r.Causes = append(r.Causes, cause{Why: d.Why})
	}
	r.Causes[i].Number += d.Number
}

// WhyText lists the causes, the most frequent first.
func (r readSum) WhyText() string {
	cs := slices.Clone(r.Causes)
	slices.SortFunc(cs, func(a, b cause) int { return cmp.Or(cmp.Compare(b.Number, a.Number), cmp.Compare(a.Why, b.Why)) })
	parts := make([]string, len(cs))
	for i, c := range cs {
		parts[i] = strconv.Itoa(c.Number) + " " + strings.ReplaceAll(c.Why, "_", " ")
	}
	return strings.Join(parts, ", ")
}

func (s *server) readCoverage(r *http.Request) (span entente.Days, read []entente.Coverage, dropped []entente.Dropped, err error) {
	if span, err = days(r.URL.Query()); err != nil {
		return span, nil, nil, err
	}
	if read, err = s.Archive.Coverage(r.Context(), span); err != nil {
		return span, nil, nil, err
	}
	dropped, err = s.Archive.Dropped(r.Context(), span)
	return span, read, dropped, err
}

func (s *server) coverageCSV(r *http.Request) ([]byte, error) {
	if s.CoverageCSV == nil {
		return nil, &entente.Error{Code: entente.ErrNotFound, Op: "write the coverage", Err: errors.New("it is not served as a file here")}
	}
	_, read, dropped, err := s.readCoverage(r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = s.CoverageCSV(&b, read, dropped)
	return b.Bytes(), err
}

func (s *server) coverage(r *http.Request) (view, error) {
	span, read, dropped, err := s.readCoverage(r)
	if err != nil {
		return view{}, err
	}
	d := coverageData{Days: span, Span: spanOf(span, read)}
	if s.CoverageCSV != nil {
		d.CSV = strings.TrimSuffix("/coverage.csv?"+spanQuery(span), "?")
	}
	outlets, countries, langs := newSums(), newSums(), newSums()
	rows := map[string]*outletRow{}
	for i := range read {
		c := &read[i]
		d.Total.keep(c)
		o := outlets.of(c.Outlet)
		o.keep(c)
		countries.of(s.Home(c.Outlet)).keep(c)
		langs.of(c.Lang).keep(c)
		row := rows[c.Outlet]
		if row == nil {
			row = &outletRow{}
			rows[c.Outlet] = row
		}
		row.see(c)
	}
	for i := range dropped {
		x := &dropped[i]
		d.Total.drop(x)
		outlets.of(x.Outlet).drop(x)
		countries.of(s.Home(x.Outlet)).drop(x)
	}
	for _, o := range outlets.sorted() {
		row := rows[o.Name]
		if row == nil {
			row = &outletRow{}
		}
		row.readSum, row.Country = o, s.PartyName(s.Home(o.Name))
		d.Outlets = append(d.Outlets, row)
	}
	d.Total.Outlets = len(rows)
	d.Cut = max(0, len(d.Outlets)-outletsOnPage)
	d.Outlets = d.Outlets[:len(d.Outlets)-d.Cut]
	for _, c := range countries.sorted() {
		c.Name = s.PartyName(c.Name)
		d.Countries = append(d.Countries, c)
	}
	d.Langs = langs.sorted()
	d.byDay(read, dropped)
	d.strips(read)
	return view{"coverage", "Coverage", d}, nil
}

// see notes a day of an outlet; days come in order.
func (o *outletRow) see(c *entente.Coverage) {
	if !slices.Contains(o.Langs, c.Lang) {
		o.Langs = append(o.Langs, c.Lang)
	}
	switch {
	case o.Days == 0:
		o.First = c.Day
	case c.Day == o.Last:
		return
	default:
		if gap := int(c.Day-o.Last) - 1; gap > 0 {
			o.Missing += gap
			if gap > o.GapDays {
				o.GapDays, o.Gap = gap, entente.Days{From: o.Last + 1, To: c.Day - 1}
			}
		}
	}
	o.Days++
	o.Last = c.Day
}

// spanOf is the span that strips show: the asked days, closed by what was read.
func spanOf(asked entente.Days, read []entente.Coverage) entente.Days {
	out := asked
	if len(read) > 0 {
		if !out.From.Known() {
			out.From = read[0].Day
		}
		if !out.To.Known() {
			out.To = read[len(read)-1].Day
		}
	}
	return out
}

// sums are sums by name.
type sums struct {
	at   map[string]int
	list []readSum
}

func newSums() *sums { return &sums{at: map[string]int{}} }

func (s *sums) of(name string) *readSum {
	i, ok := s.at[name]
	if !ok {
		i = len(s.list)
		s.at[name] = i
		s.list = append(s.list, readSum{Name: name})
	}
	return &s.list[i]
}

// sorted returns the sums, those of which most was read first.
func (s *sums) sorted() []readSum {
	slices.SortFunc(s.list, func(a, b readSum) int { return cmp.Or(cmp.Compare(b.Read, a.Read), cmp.Compare(a.Name, b.Name)) })
	return s.list
}

// byDay sums by day, the newest first; days without a report between two with
// some are one row.
func (d *coverageData) byDay(read []entente.Coverage, dropped []entente.Dropped) {
	by := map[entente.Day]*dayRow{}
	of := func(day entente.Day) *dayRow {
		if by[day] == nil {
			by[day] = &dayRow{Days: entente.Days{From: day, To: day}}
		}
		return by[day]
	}
	seen := map[string]bool{}
	for i := range read {
		c := &read[i]
		row := of(c.Day)
		row.keep(c)
		if key := c.Day.String() + c.Outlet; !seen[key] {
			seen[key] = true
			row.Outlets++
		}
	}
	for i := range dropped {
		of(dropped[i].Day).drop(&dropped[i])
	}
	list := make([]entente.Day, 0, len(by))
	for day := range by { // sorted below
		list = append(list, day)
	}
	slices.Sort(list)
	slices.Reverse(list)
	for i, day := range list {
		if i > 0 && list[i-1]-day > 1 {
			d.ByDay = append(d.ByDay, dayRow{Days: entente.Days{From: day + 1, To: list[i-1] - 1}, Gap: int(list[i-1]-day) - 1})
		}
		d.ByDay = append(d.ByDay, *by[day])
	}
	d.DayCut = max(0, len(d.ByDay)-daysOnPage)
	d.ByDay = d.ByDay[:len(d.ByDay)-d.DayCut]
}

// strips draws a strip of periods for each outlet: full where it was read,
// hollow where it was not.
func (d *coverageData) strips(read []entente.Coverage) {
	if !d.Span.From.Known() || !d.Span.To.Known() || d.Span.To < d.Span.From {
		return
	}
	var cells []entente.Days
	for d.Period = entente.ByDay; ; d.Period++ {
		cells = cellsOf(d.Period, d.Span)
		if len(cells) <= stripCells || d.Period == entente.ByMonth {
			break
		}
	}
	cells = cells[max(0, len(cells)-stripCells):]
	counts := map[string][]int{}
	for _, o := range d.Outlets {
		counts[o.Name] = make([]int, len(cells))
	}
	most := 1
	for _, c := range read {
		row, ok := counts[c.Outlet]
		i, _ := slices.BinarySearchFunc(cells, c.Day, func(x entente.Days, day entente.Day) int { return cmp.Compare(x.To, day) })
		if ok && i < len(cells) && cells[i].From <= c.Day {
			row[i] += c.Documents
			most = max(most, row[i])
		}
	}
	for _, o := range d.Outlets {
		o.Width, o.Strip = stripCellWidth*len(cells), stripOf(cells, counts[o.Name], most)
	}
}

// stripOf draws runs of equal shade, in four shades, and gaps.
func stripOf(cells []entente.Days, counts []int, most int) []bar {
	var out []bar
	for i := 0; i < len(cells); {
		shade := shadeOf(counts[i], most)
		from, sum := i, 0
		for ; i < len(cells) && shadeOf(counts[i], most) == shade; i++ {
			sum += counts[i]
		}
		text := ": no report"
		if sum > 0 {
			text = ": " + count(sum, "report", "reports")
		}
		out = append(out, bar{X: strconv.Itoa(stripCellWidth * from), W: strconv.Itoa(stripCellWidth * (i - from)), Class: shade,
			Title: dayRange(cells[from].From, cells[i-1].To) + text})
	}
	return out
}

func shadeOf(n, most int) string {
	if n == 0 {
		return "gap"
	}
	return "read" + strconv.Itoa(1+3*(n-1)/most)
}

// cellsOf cuts a span into periods, one more than a strip holds at most.
func cellsOf(p entente.Period, span entente.Days) []entente.Days {
	var out []entente.Days
	limit := stripCells + 1
	if p == entente.ByMonth {
		limit = 12 * 200
	}
	for day := span.From; day <= span.To && len(out) < limit; {
		first, last := p.Bounds(day)
		out = append(out, entente.Days{From: first, To: last})
		day = last + 1
	}
	return out
}
