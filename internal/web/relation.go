package web

import (
	"context"
	"net/http"
	"net/url"

	entente "github.com/entente-news/entente"
)

// relationReader is what the record between two actors reads.
type relationReader interface {
	Relation(ctx context.Context, f entente.RelationFilter) ([]entente.RelationPoint, error)
	TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error)
	CountMerged(ctx context.Context, f entente.EventFilter) (int, error)
}

const (
	dyadsOnPage  = 40
	eventsOfPair = 120
	daysAsDays   = 92  // a series of more days is shown by week
	daysAsWeeks  = 800 // one of more days by month
	maxBars      = 430 // more periods than this are asked for by longer ones
)

type relationData struct {
	A, B, By   string // as asked
	Days       entente.Days
	NameA      string
	NameB      string
	Period     entente.Period
	Points     []entente.RelationPoint // those with events
	Silent     int                     // periods with reports and no event
	Uncovered  int                     // periods without a report
	Chart      chart
	Rows       []eventGroup
	Brief      *citedBrief
	Dyads      []entente.DyadCount
	Events     int
	Quads      [5]int
	Mean       float64
	HasMean    bool
	NotCounted int // events between the two that the series leaves out
	More       string
}

func (s *server) relations(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	d := relationData{A: q.Get("a"), B: q.Get("b"), By: q.Get("by")}
	var err error
	if d.Days, err = days(q); err != nil {
		return view{}, err
	}
	if d.By != "" {
		if d.Period, err = entente.ParsePeriod(d.By); err != nil {
			return view{}, err
		}
	}
	if d.A == "" || d.B == "" {
		d.Dyads, err = s.Archive.TopDyads(ctx, d.Days, dyadsOnPage)
		return view{"relations", "Relations", d}, err
	}
	pa, err := s.parties(d.A)
	if err != nil {
		return view{}, err
	}
	pb, err := s.parties(d.B)
	if err != nil {
		return view{}, err
	}
	d.NameA, d.NameB = s.PartyName(pa[0].Code), s.PartyName(pb[0].Code)
	if err := s.series(ctx, &d, pa, pb); err != nil {
		return view{}, err
	}
	f := entente.EventFilter{Days: d.Days, Between: [2][]entente.Party{pa, pb}, FirstOnly: true, NewestFirst: true, Limit: eventsOfPair}
	rows, err := s.Archive.Events(ctx, f)
	if err != nil {
		return view{}, err
	}
	d.Rows = groupEvents(rows)
	all, err := s.Archive.CountEvents(ctx, f)
	if err != nil {
		return view{}, err
	}
	happenings, err := s.Archive.CountMerged(ctx, f)
	if err != nil {
		return view{}, err
	}
	d.NotCounted = max(0, happenings-d.Events)
	if all > len(rows) {
		d.More = "/events?" + pairQuery(d).Encode()
	}
	b, err := s.Brief.Pair(ctx, partyCodes(pa), partyCodes(pb), d.Days)
	if err != nil {
		return view{}, err
	}
	cited, err := s.cite(ctx, b, nil)
	d.Brief = &cited
	return view{"relations", d.NameA + " and " + d.NameB, d}, err
}

// series reads the series of the pair, by a period that fits a page when none
// was asked for, and draws it.
func (s *server) series(ctx context.Context, d *relationData, a, b []entente.Party) error {
	f := entente.RelationFilter{A: a, B: b, Days: d.Days, Period: d.Period}
	points, err := s.Archive.Relation(ctx, f)
	if err != nil {
		return err
	}
	if d.By == "" && len(points) > daysAsDays {
		f.Period = entente.ByWeek
		if len(points) > daysAsWeeks {
			f.Period = entente.ByMonth
		}
		if points, err = s.Archive.Relation(ctx, f); err != nil {
			return err
		}
		d.Period = f.Period
	}
	var weight, sum float64
	for _, p := range points {
		d.Events += p.Events
		weight += p.Weight
		sum += p.ScoreSum
		for i, n := range p.Quads {
			d.Quads[i] += n
		}
		switch {
		case p.Events > 0:
			d.Points = append(d.Points, p)
		case p.Documents > 0:
			d.Silent++
		default:
			d.Uncovered++
		}
	}
	if weight > 0 {
		d.Mean, d.HasMean = sum/weight, true
	}
	d.Chart = newChart(points[max(0, len(points)-maxBars):], url.Values{"a": {d.A}, "b": {d.B}})
	return nil
}

// pairQuery is the query for all events between the two.
func pairQuery(d relationData) url.Values {
	q := url.Values{"a": {d.A}, "b": {d.B}}
	if d.Days.From.Known() {
		q.Set("from", d.Days.From.String())
	}
	if d.Days.To.Known() {
		q.Set("to", d.Days.To.String())
	}
	return q
}

func partyCodes(ps []entente.Party) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Code
	}
	return out
}
