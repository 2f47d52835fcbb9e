package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	entente "github.com/entente-news/entente"
)

// readChanges are documents more or fewer within a transaction: by month, outlet
// and day of the month from 0.
type readChanges map[int]map[string]*[31]int

func (c readChanges) add(outlet string, day entente.Day, n int) {
	if !day.Known() {
		return
	}
	month := monthOf(day)
	if c[month] == nil {
		c[month] = map[string]*[31]int{}
	}
	if c[month][outlet] == nil {
		c[month][outlet] = &[31]int{}
	}
	c[month][outlet][day-firstOf(month)] += n
}

// write brings the months up to date.
func (c readChanges) write(ctx context.Context, tx *sql.Tx) error {
	months := make([]int, 0, len(c))
	for m := range c {
		months = append(months, m)
	}
	slices.Sort(months)
	for _, m := range months {
		if err := c.writeMonth(ctx, tx, m); err != nil {
			return fmt.Errorf("note what was read: %w", err)
		}
	}
	return nil
}

func (c readChanges) writeMonth(ctx context.Context, tx *sql.Tx, month int) error {
	var old []byte
	err := tx.QueryRowContext(ctx, "SELECT days FROM read_months WHERE month = ?", month).Scan(&old)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	default:
		_, rows, err := openMonth(old)
		if err != nil {
			return err
		}
		for i := range rows {
			if err := rows[i].each(func(d, n int) { c.add(string(rows[i].outlet), firstOf(month)+entente.Day(d), n) }); err != nil { //nolint:gosec // a day of a month
				return err
			}
		}
	}
	list := make([]outletMonth, 0, len(c[month]))
	for outlet, n := range c[month] {
		if *n != [31]int{} {
			list = append(list, outletMonth{outlet, *n})
		}
	}
	if len(list) == 0 {
		_, err = tx.ExecContext(ctx, "DELETE FROM read_months WHERE month = ?", month)
		return err
	}
	slices.SortFunc(list, func(x, y outletMonth) int { return cmp.Compare(x.outlet, y.outlet) })
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO read_months (month, days) VALUES (?,?)", month, packMonth(list))
	return err
}

// rebuildReads writes all months anew from the coverage.
func rebuildReads(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "SELECT day, source, documents FROM coverage")
	if err != nil {
		return err
	}
	c := readChanges{}
	if _, err := collect(rows, func(r *sql.Rows) (struct{}, error) {
		var day entente.Day
		var outlet string
		var n int
		err := r.Scan(&day, &outlet, &n)
		c.add(outlet, day, n)
		return struct{}{}, err
	}); err != nil {
		return err
	}
	return c.write(ctx, tx)
}
