package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	entente "github.com/entente-news/entente"
)

const networkQuery = "SELECT month, first, second, events FROM bundles WHERE month BETWEEN ? AND ? ORDER BY month, first, second"

// TopDyads returns the unordered pairs of parties with the most events in a
// span of days; limit 0 is no limit.
func (a *Archive) TopDyads(ctx context.Context, span entente.Days, limit int) ([]entente.DyadCount, error) {
	from, to := monthSpan(span)
	rows, err := a.read.QueryContext(ctx, networkQuery, from, to)
	if err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
	defer rows.Close() //nolint:errcheck // the error is that of rows.Err
	at := map[pairKey]int{}
	var out []entente.DyadCount
	for rows.Next() {
		var month int
		var k pairKey
		var blob sql.RawBytes
		if err := rows.Scan(&month, &k.first, &k.second, &blob); err != nil {
			return nil, fmt.Errorf("list dyads: %w", err)
		}
		d := entente.DyadCount{A: k.first, B: k.second}
		i, known := at[k]
		if known {
			d = out[i]
		}
		if err := addBundle(&d, blob, firstOf(month), span); err != nil {
			return nil, fmt.Errorf("list dyads: bundle of %s and %s: %w", k.first, k.second, err)
		}
		switch {
		case known:
			out[i] = d
		case d.Events > 0:
			at[k] = len(out)
			out = append(out, d)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list dyads: %w", err)
	}
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

// addBundle counts the events of a bundle that count between states and
// organisations as wholes.
func addBundle(d *entente.DyadCount, blob []byte, first entente.Day, span entente.Days) error {
	b, err := openBundle(blob, first)
	if err != nil {
		return err
	}
	for {
		ok, err := b.next()
		if !ok {
			return err
		}
		if b.claim || b.pairs == 0 || span.From.Known() && b.day < span.From || span.To.Known() && b.day > span.To {
			continue
		}
		w := float64(b.forward+b.back) / float64(b.pairs)
		d.Events++
		d.Weight += w
		d.Kind += float64(w * max(b.score, 0))
		d.Hostile += float64(w * max(-b.score, 0))
		d.Sample = d.Sample || b.sample
	}
}
