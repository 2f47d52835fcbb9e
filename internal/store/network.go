package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	entente "github.com/entente-news/entente"
)

const (
	networkQuery     = "SELECT month, first, second, events FROM bundles WHERE month BETWEEN ? AND ? ORDER BY month, first, second"
	networkSumsQuery = "SELECT pairs FROM network_sums WHERE month BETWEEN ? AND ? ORDER BY month, part"
)

// TopDyads returns the unordered pairs of parties with the most events in a
// span of days; limit 0 is no limit. Months that lie within the span are added up
// from their sums, and of others the events are read.
func (a *Archive) TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error) {
	tx, err := a.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	n := network{at: map[string]int{}, span: span}
	from, to := monthSpan(span)
	whole := wholeMonths(span)
	if whole[0] > whole[1] {
		err = n.addEvents(ctx, tx, from, to)
	} else {
		err = n.addSums(ctx, tx, whole)
		if err == nil && from < whole[0] {
			err = n.addEvents(ctx, tx, from, from)
		}
		if err == nil && to > whole[1] {
			err = n.addEvents(ctx, tx, to, to)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	out := n.pairs
	slices.SortFunc(out, func(x, y entente.DyadCount) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	for i := range out {
		if d := &out[i]; d.Weight > 0 {
			d.Score = (d.Kind - d.Hostile) / d.Weight
		}
	}
	return out, nil
}

// network adds up pairs. Sums are exact, so that their order does not matter.
type network struct {
	span  entente.Days
	pairs []entente.DyadCount
	at    map[string]int
	key   []byte
}

func (n *network) add(s *pairSum) {
	if s.events == 0 {
		return
	}
	n.key = append(append(append(n.key[:0], s.first...), 0), s.second...)
	i, ok := n.at[string(n.key)]
	if !ok {
		i = len(n.pairs)
		n.at[string(n.key)] = i
		n.pairs = append(n.pairs, entente.DyadCount{A: string(s.first), B: string(s.second)})
	}
	d := &n.pairs[i]
	d.Events += s.events
	d.Weight += s.weight
	d.Kind += s.kind
	d.Hostile += s.hostile
	d.Sample = d.Sample || s.sample
}

func (n *network) addSums(ctx context.Context, tx *sql.Tx, months [2]int) error {
	rows, err := tx.QueryContext(ctx, networkSumsQuery, months[0], months[1])
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	for rows.Next() {
		var blob sql.RawBytes
		if err := rows.Scan(&blob); err != nil {
			return err
		}
		if err := walkPairs(blob, n.add); err != nil {
			return err
		}
	}
	return rows.Err()
}

// addEvents counts the events of the asked days in some months.
func (n *network) addEvents(ctx context.Context, tx *sql.Tx, from, to int) error {
	rows, err := tx.QueryContext(ctx, networkQuery, from, to)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	for rows.Next() {
		var month int
		var first, second, blob sql.RawBytes
		if err := rows.Scan(&month, &first, &second, &blob); err != nil {
			return err
		}
		s := pairSum{first: first, second: second}
		if err := s.addBundle(blob, firstOf(month), n.span); err != nil {
			return fmt.Errorf("bundle of %s and %s: %w", first, second, err)
		}
		n.add(&s)
	}
	return rows.Err()
}

// addBundle counts the events of a bundle within a span.
func (s *pairSum) addBundle(blob []byte, first entente.Day, span entente.Days) error {
	b, err := openBundle(blob, first)
	if err != nil {
		return err
	}
	for {
		ok, err := b.next()
		if !ok || err != nil {
			return err
		}
		if !(span.From.Known() && b.day < span.From || span.To.Known() && b.day > span.To) {
			s.add(&b.pairEvent)
		}
	}
}
