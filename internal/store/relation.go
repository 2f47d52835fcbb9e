package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sort"

	entente "github.com/entente-news/entente"
)

// Relation returns the series between two parties: one point a period from the
// first event to the last, or over the asked days, those without events
// included. What counts are merged events that are told as facts of one known
// day. Those that nobody but a party tells are counted by themselves, as Claims.
func (a *Archive) Relation(ctx context.Context, f entente.RelationFilter) ([]entente.RelationPoint, error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	r, err := a.relation(ctx, tx, &f, true)
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	span, err := r.span()
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	points, steady, err := emptyPoints(ctx, tx, f.Period, span)
	if err != nil || len(points) == 0 {
		return points, err
	}
	at := 0
	err = r.each(steady, func(day entente.Day, sum *entente.RelationSum, s shares, told int) {
		if day < points[at].From || day > points[at].To {
			at = sort.Search(len(points), func(i int) bool { return points[i].To >= day })
		}
		points[at].AddSum(sum, entente.Share(s.forward, s.total), entente.Share(s.back, s.total), told)
	})
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	return points, nil
}

// RelationEvents returns the events of which a relation is made, claims of a
// party included, by day and id. With AsOf only what the archive held at the end
// of that day counts, merged as it was merged then.
func (a *Archive) RelationEvents(ctx context.Context, f entente.RelationFilter) ([]entente.RelationEvent, error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	r, err := a.relation(ctx, tx, &f, false)
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	out, err := r.all()
	if err != nil {
		return nil, fmt.Errorf("read a relation: %w", err)
	}
	return out, nil
}

// maxPoints bounds a series: 100 years of days.
const maxPoints = 36525

// steadyGap is the longest time, in days, without a report of an outlet that is
// read throughout a span; for longer periods it is two of them.
const steadyGap = 7

// emptyPoints returns the series over a span without events, with the number of
// documents and outlets that the archive holds in each period, and the outlets
// that were read throughout.
func emptyPoints(ctx context.Context, tx *sql.Tx, period entente.Period, span entente.Days) ([]entente.RelationPoint, map[string]bool, error) {
	out := []entente.RelationPoint{}
	if !span.From.Known() || !span.To.Known() {
		return out, nil, nil
	}
	first, last := period.Bounds(span.From)
	out = slices.Grow(out, max(0, min(maxPoints, int(span.To-span.From)/int(last-first+1)+2)))
	for d := span.From; d <= span.To; {
		if len(out) == maxPoints {
			return nil, nil, &entente.Error{Code: entente.ErrLimit, Op: "read a relation", Err: fmt.Errorf("more than %d points", maxPoints),
				Hint: "ask for fewer days or a longer period"}
		}
		first, last := period.Bounds(d)
		out = append(out, entente.RelationPoint{From: first, To: last})
		d = last + 1
	}
	if len(out) == 0 {
		return out, nil, nil
	}
	months, err := readMonths(ctx, tx, entente.Days{From: out[0].From, To: out[len(out)-1].To})
	if err != nil {
		return nil, nil, fmt.Errorf("count documents by day: %w", err)
	}
	steady, err := fillReads(months, out)
	if err != nil {
		return nil, nil, fmt.Errorf("count documents by day: %w", err)
	}
	return out, steady, nil
}
