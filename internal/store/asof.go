package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// lateDocuments is how many documents may have come after a day for what was known
// at its end to be found from what is known now; with more, it is merged again.
const lateDocuments = 5000

// bundlesAsOf returns the bundles of the given pairs as the archive held them at
// the end of a day: merged from the documents that had come by then. Where few
// have come since, only the chains of stories that these are in are merged again,
// and the other bundles stand as they are.
func (a *Archive) bundlesAsOf(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter, keys []pairKey, sums bool) ([]pairBundle, error) {
	var late int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM documents WHERE added > ?1 LIMIT ?2)", f.AsOf, a.late+1).Scan(&late); err != nil {
		return nil, err
	}
	if late > a.late {
		return a.mergedAsOf(ctx, tx, f, keys)
	}
	stories, err := column(ctx, tx, "SELECT DISTINCT m.story FROM documents d CROSS JOIN members m ON m.doc = d.id WHERE d.added > ? ORDER BY 1", f.AsOf)
	if err != nil {
		return nil, err
	}
	changes, err := a.changesAsOf(ctx, tx, stories, f.AsOf, true)
	if err != nil {
		return nil, err
	}
	out, err := readBundles(ctx, tx, keys, f.Days, sums)
	if err != nil {
		return nil, err
	}
	return changes.over(ctx, tx, keys, f.Days, out)
}

// over puts changed bundles of the given pairs in place of those in a list.
func (c bundleChanges) over(ctx context.Context, tx *sql.Tx, keys []pairKey, span entente.Days, list []pairBundle) ([]pairBundle, error) {
	from, to := monthSpan(span)
	for _, k := range c.keys() {
		if !slices.Contains(keys, k.pairKey) || k.month < from || k.month > to {
			continue
		}
		var old []byte
		err := tx.QueryRowContext(ctx, "SELECT events FROM bundles WHERE month = ? AND first = ? AND second = ?", k.month, k.first, k.second).Scan(&old)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
		first := firstOf(k.month)
		events, err := c[k].apply(old, first)
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(b pairBundle) bool { return b.first == first && b.pairKey == k.pairKey })
		if len(events) > 0 {
			list = append(list, pairBundle{pairKey: k.pairKey, first: first, blob: packBundle(events, first)})
		}
	}
	slices.SortStableFunc(list, func(x, y pairBundle) int { return cmp.Compare(x.first, y.first) })
	return list, nil
}

// mergedAsOf merges what the archive held at the end of a day, in the chains of
// stories that hold events of the relation now, and bundles what they are to the given
// pairs.
func (a *Archive) mergedAsOf(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter, keys []pairKey) ([]pairBundle, error) {
	condA, argsA := partySet("p", f.A)
	condB, argsB := partySet("p", f.B)
	stories, err := column(ctx, tx, `SELECT DISTINCT m.story FROM members m JOIN events e ON e.doc = m.doc
		WHERE e.id IN (SELECT p.event FROM parties p WHERE `+condA+") AND e.id IN (SELECT p.event FROM parties p WHERE "+condB+") ORDER BY 1",
		append(argsA, argsB...)...)
	if err != nil {
		return nil, err
	}
	changes, err := a.changesAsOf(ctx, tx, stories, f.AsOf, false)
	if err != nil {
		return nil, err
	}
	return changes.bundles(keys)
}

// changesAsOf merges the chains of some stories as they were at the end of a day.
// With drop what they are now goes.
func (a *Archive) changesAsOf(ctx context.Context, tx *sql.Tx, stories []string, asOf entente.Day, drop bool) (bundleChanges, error) {
	seen, changes := map[string]bool{}, bundleChanges{}
	for _, s := range stories {
		if seen[s] {
			continue
		}
		chain, err := chainOf(ctx, tx, s)
		if err != nil {
			return nil, err
		}
		var reports []merge.Report
		for _, c := range chain {
			seen[c] = true
			if drop {
				if err := changes.drop(ctx, tx, c); err != nil {
					return nil, err
				}
			}
			all, err := a.reportsOf(ctx, tx, c)
			if err != nil {
				return nil, err
			}
			if reports, err = addedBy(ctx, tx, reports, all, asOf); err != nil {
				return nil, err
			}
		}
		for _, m := range merge.Events(reports) {
			changes.add(&m)
		}
	}
	return changes, nil
}

// addedBy appends to out the reports that the archive held at the end of a day.
func addedBy(ctx context.Context, tx *sql.Tx, out, reports []merge.Report, asOf entente.Day) ([]merge.Report, error) {
	for _, r := range reports {
		var day entente.Day
		if err := tx.QueryRowContext(ctx, "SELECT ifnull(added, 0) FROM documents WHERE id = ?", r.Doc).Scan(&day); err != nil {
			return nil, err
		}
		if day <= asOf {
			out = append(out, r)
		}
	}
	return out, nil
}

// bundles returns the bundles of the given pairs, by month.
func (c bundleChanges) bundles(keys []pairKey) ([]pairBundle, error) {
	wanted := map[pairKey]bool{}
	for _, k := range keys {
		wanted[k] = true
	}
	var out []pairBundle
	for _, k := range c.keys() {
		if !wanted[k.pairKey] {
			continue
		}
		events, err := c[k].apply(nil, firstOf(k.month))
		if err != nil {
			return nil, err
		}
		out = append(out, pairBundle{pairKey: k.pairKey, first: firstOf(k.month), blob: packBundle(events, firstOf(k.month))})
	}
	return out, nil
}

// partySet selects rows of parties by parties.
func partySet(column string, ps []entente.Party) (string, []any) {
	cond, args := "(", []any{}
	for i, p := range ps {
		if i > 0 {
			cond += " OR "
		}
		cond += column + ".party = ?"
		args = append(args, p.Code)
		if p.Sector != entente.SectorNone {
			cond += " AND " + column + ".sector = ?"
			args = append(args, p.Sector.String())
		}
	}
	return cond + ")", args
}
