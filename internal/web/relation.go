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
	RelationEvents(ctx context.Context, f entente.RelationFilter) ([]entente.RelationEvent, error)
	TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error)
	CountMerged(ctx context.Context, f entente.EventFilter) (int, error)
}

const (
	dyadsOnPage  = 40
	eventsOfPair = 120
	daysAsDays   = 92  // a series of more days is shown by week
	daysAsWeeks  = 800 // one of more days by month
	maxBars      = 430 // more periods than this are asked for by longer ones
	openNumbers  = 40  // rows of numbers that stand unfolded
)

// relationQuery is what a page on two actors was asked for.
type relationQuery struct {
	A, B, By     string // as asked
	NameA, NameB string
	Days         entente.Days
	Directed     bool
	AsOf         entente.Day // NoDay is now
	filter       entente.RelationFilter
}

type relationData struct {
	relationQuery
	Period     entente.Period
	Rows       []numberRow           // periods with events or claims, and gaps
	Total      entente.RelationPoint // sums over all periods
	Silent     int                   // periods with reports and no event
	Uncovered  int                   // periods without a report
	Cut        int                   // periods that the chart leaves out
	Chart      chart
	Panels     panels
	Turns      []turnView
	Told       []eventGroup
	Brief      *citedBrief
	Dyads      []entente.DyadCount
	NotCounted int // happenings between the two that the series leaves out
	More       string
	AllLink    string // events behind the whole series
	ClaimLink  string
}

// Folded reports whether the table of numbers is long.
func (d relationData) Folded() bool { return len(d.Rows) > openNumbers }

// numberRow is one period of a series as a table shows it, or a run of periods
// without reports.
type numberRow struct {
	entente.RelationPoint
	Gap             bool
	Link, ClaimLink string
}

// turnView is a turning point with the events that made it.
type turnView struct {
	Turn
	Views []mergedView
}

// relationQuery reads the parameters of pages on two actors. Without both of
// them it leaves the names empty.
func (s *server) relationQuery(q url.Values) (relationQuery, error) {
	d := relationQuery{A: q.Get("a"), B: q.Get("b"), By: q.Get("by"), Directed: asked(q, "directed"), AsOf: entente.NoDay}
	var err error
	if d.Days, err = days(q); err != nil {
		return d, err
	}
	if d.By != "" {
		if d.filter.Period, err = entente.ParsePeriod(d.By); err != nil {
			return d, err
		}
	}
	if v := q.Get("as-of"); v != "" {
		if d.AsOf, err = entente.ParseDay(v); err != nil {
			return d, invalid("as-of", err)
		}
	}
	d.filter.Days, d.filter.Directed, d.filter.AsOf = d.Days, d.Directed, d.AsOf
	if d.A == "" || d.B == "" {
		return d, nil
	}
	if d.filter.A, err = s.parties(d.A); err != nil {
		return d, err
	}
	if d.filter.B, err = s.parties(d.B); err != nil {
		return d, err
	}
	d.NameA, d.NameB = s.partyTitle(d.filter.A[0]), s.partyTitle(d.filter.B[0])
	return d, nil
}

// partyTitle names a party, with its sector where one was asked for.
func (s *server) partyTitle(p entente.Party) string {
	name := s.PartyName(p.Code)
	if p.Sector != entente.SectorNone {
		name += " (" + sectorGloss(p.Sector) + ")"
	}
	return name
}

// values is the query that asks for the same, without days and period.
func (d *relationQuery) values() url.Values {
	q := url.Values{"a": {d.A}, "b": {d.B}}
	if d.Directed {
		q.Set("directed", "1")
	}
	if d.AsOf.Known() {
		q.Set("as-of", d.AsOf.String())
	}
	return q
}

// pointLink is the address of the events behind a piece of the series: of some
// days, and of what a kind of events, "" for all that count.
func (d *relationQuery) pointLink(days entente.Days, kind string) string {
	q := d.values()
	if from := max(days.From, d.Days.From); from.Known() {
		q.Set("from", from.String())
	}
	if to := days.To; to.Known() || d.Days.To.Known() {
		if !to.Known() || d.Days.To.Known() && d.Days.To < to {
			to = d.Days.To
		}
		q.Set("to", to.String())
	}
	if kind != "" {
		q.Set("kind", kind)
	}
	return "/relations/events?" + q.Encode()
}

func (s *server) relations(r *http.Request) (view, error) {
	ctx := r.Context()
	asked, err := s.relationQuery(r.URL.Query())
	if err != nil {
		return view{}, err
	}
	d := relationData{relationQuery: asked, Period: asked.filter.Period}
	if d.A == "" || d.B == "" {
		d.Dyads, err = s.Archive.TopDyads(ctx, d.Days, dyadsOnPage)
		return view{"relations", "Relations", d}, err
	}
	if err := s.series(ctx, &d); err != nil {
		return view{}, err
	}
	if err := s.tellings(ctx, &d); err != nil {
		return view{}, err
	}
	b, err := s.Brief.Pair(ctx, partyCodes(d.filter.A), partyCodes(d.filter.B), d.Days)
	if err != nil {
		return view{}, err
	}
	cited, err := s.cite(ctx, b)
	d.Brief = &cited
	return view{"relations", d.NameA + " and " + d.NameB, d}, err
}

// tellings lists the events between the two as reports tell them.
func (s *server) tellings(ctx context.Context, d *relationData) error {
	f := entente.EventFilter{Days: d.Days, Between: [2][]entente.Party{d.filter.A, d.filter.B}, FirstOnly: true, NewestFirst: true, Limit: eventsOfPair}
	rows, err := s.Archive.Events(ctx, f)
	if err != nil {
		return err
	}
	d.Told = groupEvents(rows)
	all, err := s.Archive.CountEvents(ctx, f)
	if err != nil {
		return err
	}
	if all > len(rows) {
		d.More = "/events?" + pairQuery(d).Encode()
	}
	if d.Directed || d.AsOf.Known() {
		return nil // what is not counted would be another matter
	}
	happenings, err := s.Archive.CountMerged(ctx, f)
	d.NotCounted = max(0, happenings-d.Total.Events-d.Total.Claims)
	return err
}

// series reads the series of the pair, by a period that fits a page when none
// was asked for, and draws it.
func (s *server) series(ctx context.Context, d *relationData) error {
	events, err := s.Archive.RelationEvents(ctx, d.filter)
	if err != nil {
		return err
	}
	if d.By == "" {
		d.filter.Period = periodFor(d.Days, events)
		d.Period = d.filter.Period
	}
	points, err := s.Archive.Relation(ctx, d.filter)
	if err != nil {
		return err
	}
	d.sum(points)
	if s.Turns != nil && len(events) > 0 {
		if err := s.turns(ctx, d, events); err != nil {
			return err
		}
	}
	d.Cut = max(0, len(points)-maxBars)
	shown := points[d.Cut:]
	d.Chart, d.Panels = newChart(shown, &d.relationQuery), newPanels(shown, &d.relationQuery)
	d.Chart.Turns = turnMarks(shown, d.Turns)
	d.Panels.Turns = d.Chart.Turns
	all := entente.AllDays()
	d.AllLink, d.ClaimLink = d.pointLink(all, ""), d.pointLink(all, kindClaims)
	return nil
}

// periodFor is the period by which a series fits a page.
func periodFor(span entente.Days, events []entente.RelationEvent) entente.Period {
	if len(events) > 0 {
		if !span.From.Known() {
			span.From = events[0].Day
		}
		if !span.To.Known() {
			span.To = events[len(events)-1].Day
		}
	}
	n := int64(0)
	if span.From.Known() && span.To.Known() {
		n = int64(span.To) - int64(span.From) + 1
	}
	switch {
	case n > daysAsWeeks:
		return entente.ByMonth
	case n > daysAsDays:
		return entente.ByWeek
	}
	return entente.ByDay
}

// sum fills in the rows of the table and the totals.
func (d *relationData) sum(points []entente.RelationPoint) {
	d.Total.From, d.Total.To = entente.NoDay, entente.NoDay
	if len(points) > 0 {
		d.Total.From, d.Total.To = points[0].From, points[len(points)-1].To
	}
	for _, p := range points {
		d.Total = plus(d.Total, p)
		switch {
		case p.Events > 0 || p.Claims > 0:
			span := entente.Days{From: p.From, To: p.To}
			d.Rows = append(d.Rows, numberRow{RelationPoint: p, Link: d.pointLink(span, ""), ClaimLink: d.pointLink(span, kindClaims)})
		case p.Documents > 0:
			d.Silent++
		default:
			d.Uncovered++
			if n := len(d.Rows); n > 0 && d.Rows[n-1].Gap && d.Rows[n-1].To == p.From-1 {
				d.Rows[n-1].To = p.To
			} else {
				d.Rows = append(d.Rows, numberRow{RelationPoint: p, Gap: true})
			}
		}
	}
}

// plus adds the counts of q to p.
func plus(p, q entente.RelationPoint) entente.RelationPoint {
	p.Events += q.Events
	for i, n := range q.Quads {
		p.Quads[i] += n
	}
	p.Weight += q.Weight
	p.ScoreSum += q.ScoreSum
	p.SquareSum += q.SquareSum
	p.Claims += q.Claims
	p.ClaimWeight += q.ClaimWeight
	p.ClaimScore += q.ClaimScore
	p.Documents += q.Documents
	p.SteadyDocuments += q.SteadyDocuments
	p.SteadyEvents += q.SteadyEvents
	return p
}

// turns finds the turning points and reads the events that made them.
func (s *server) turns(ctx context.Context, d *relationData, events []entente.RelationEvent) error {
	list, err := s.Turns(ctx, events)
	if err != nil {
		return err
	}
	for _, t := range list {
		v := turnView{Turn: t}
		for _, id := range t.Events {
			row, err := s.Archive.Merged(ctx, id)
			if entente.ErrorCode(err) == entente.ErrNotFound { // as of another day it was there
				continue
			}
			if err != nil {
				return err
			}
			v.Views = append(v.Views, s.mergedView(row))
		}
		d.Turns = append(d.Turns, v)
	}
	return nil
}

// pairQuery is the query for all events between the two.
func pairQuery(d *relationData) url.Values {
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
		out[i] = p.String()
	}
	return out
}
