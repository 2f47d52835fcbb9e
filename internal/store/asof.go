package store

import (
	"context"
	"database/sql"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
)

// bundlesAsOf merges what the archive held at the end of a day, in the chains of
// stories that hold events of the relation now, and bundles what they are to the given
// pairs.
func (a *Archive) bundlesAsOf(ctx context.Context, tx *sql.Tx, f *entente.RelationFilter, keys []pairKey) ([]pairBundle, error) {
	condA, argsA := partySet("p", f.A)
	condB, argsB := partySet("p", f.B)
	stories, err := column(ctx, tx, `SELECT DISTINCT m.story FROM members m JOIN events e ON e.doc = m.doc
		WHERE e.id IN (SELECT p.event FROM parties p WHERE `+condA+") AND e.id IN (SELECT p.event FROM parties p WHERE "+condB+") ORDER BY 1",
		append(argsA, argsB...)...)
	if err != nil {
		return nil, err
	}
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
			all, err := a.reportsOf(ctx, tx, c)
			if err != nil {
				return nil, err
			}
			if reports, err = addedBy(ctx, tx, reports, all, f.AsOf); err != nil {
				return nil, err
			}
		}
		for _, m := range merge.Events(reports) {
			changes.add(&m)
		}
	}
	return changes.bundles(keys)
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
		blob, err := c[k].apply(nil, firstOf(k.month))
		if err != nil {
			return nil, err
		}
		out = append(out, pairBundle{pairKey: k.pairKey, first: firstOf(k.month), blob: blob})
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
