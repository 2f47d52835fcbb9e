package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	entente "github.com/entente-news/entente"
)

// The coverage of a month stands in one blob beside its rows in coverage: a
// series of twenty years is told what was read on each day by 240 rows instead
// of a million. docs/format/archive.md gives the bytes.

// readVersion is the first byte of a month's blob.
const readVersion = 1

// outletMonth is what was read of an outlet in a month.
type outletMonth struct {
	outlet    string
	documents [31]int
}

func packMonth(list []outletMonth) []byte {
	out := binary.AppendUvarint([]byte{readVersion}, uint64(len(list)))
	for i := range list {
		out = appendText(out, list[i].outlet)
		mask := uint64(0)
		for d, n := range list[i].documents {
			if n > 0 {
				mask |= 1 << d
			}
		}
		out = binary.AppendUvarint(out, mask)
		for _, n := range list[i].documents {
			if n > 0 {
				out = binary.AppendUvarint(out, uint64(n)) //nolint:gosec // positive
			}
		}
	}
	return out
}

// walkMonth calls visit for each outlet of a month with the days, bit by bit from
// the first, on which it has documents, and their numbers. The name and the
// numbers are only valid within the call.
func walkMonth(blob []byte, visit func(outlet []byte, days uint64, documents []int)) error {
	if len(blob) == 0 || blob[0] != readVersion {
		return errBlob
	}
	b := bundle{rest: blob[1:]}
	var numbers [31]int
	for range b.count() {
		name := b.take(b.count())
		mask := b.uvarint() & (1<<31 - 1)
		n := bits.OnesCount64(mask)
		for i := range n {
			numbers[i] = int(b.uvarint() & (1<<31 - 1)) //nolint:gosec // 31 bits
		}
		if b.damaged {
			return errBlob
		}
		visit(name, mask, numbers[:n])
	}
	if b.damaged {
		return errBlob
	}
	return nil
}

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
		if err := walkMonth(old, func(outlet []byte, days uint64, documents []int) {
			for _, n := range documents {
				d := bits.TrailingZeros64(days)
				days &= days - 1
				c.add(string(outlet), firstOf(month)+entente.Day(d), n) //nolint:gosec // a day of a month
			}
		}); err != nil {
			return err
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

// readMonth is the blob of a month.
type readMonth struct {
	first entente.Day
	blob  []byte
}

// readMonths returns the months that touch a span of known days.
func readMonths(ctx context.Context, q lister, span entente.Days) ([]readMonth, error) {
	rows, err := q.QueryContext(ctx, "SELECT month, days FROM read_months WHERE month BETWEEN ? AND ? ORDER BY month", monthOf(span.From), monthOf(span.To))
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *sql.Rows) (readMonth, error) {
		var m readMonth
		var month int
		err := r.Scan(&month, &m.blob)
		m.first = firstOf(month)
		return m, err
	})
}

// reading is how an outlet was read over a series.
type reading struct {
	seen  bool
	last  entente.Day // with a document
	gap   bool        // too long a time without one
	point int         // that was counted last, from 1
}

// fillReads counts documents and outlets into the points of a series, and returns
// the outlets that were read throughout.
func fillReads(months []readMonth, points []entente.RelationPoint) (map[string]bool, error) {
	first, last := points[0].From, points[len(points)-1].To
	gap := max(steadyGap, 2*(points[0].To-first+1))
	outlets := map[string]*reading{}
	var list []*reading // of the outlets in the order of the blobs
	for _, m := range months {
		if err := walkMonth(m.blob, func(name []byte, days uint64, _ []int) {
			o := outlets[string(name)]
			if o == nil {
				o = &reading{last: first}
				outlets[string(name)] = o
			}
			list = append(list, o)
			for ; days > 0; days &= days - 1 {
				day := m.first + entente.Day(bits.TrailingZeros64(days)) //nolint:gosec // a day of a month
				if day < first || day > last {
					continue
				}
				o.gap = o.gap || day-o.last > gap
				o.last, o.seen = day, true
			}
		}); err != nil {
			return nil, err
		}
	}
	steady := map[string]bool{}
	for name, o := range outlets {
		o.gap = o.gap || !o.seen || last-o.last > gap
		steady[name] = !o.gap
	}
	return steady, countReads(months, points, list)
}

func countReads(months []readMonth, points []entente.RelationPoint, list []*reading) error {
	first, last := points[0].From, points[len(points)-1].To
	start := 0 // the first point that touches the month
	for _, m := range months {
		for start < len(points)-1 && points[start].To < m.first {
			start++
		}
		if err := walkMonth(m.blob, func(_ []byte, days uint64, documents []int) {
			o, i := list[0], start
			list = list[1:]
			for _, n := range documents {
				day := m.first + entente.Day(bits.TrailingZeros64(days)) //nolint:gosec // a day of a month
				days &= days - 1
				if day < first || day > last {
					continue
				}
				for points[i].To < day {
					i++
				}
				p := &points[i]
				p.Documents += n
				if !o.gap {
					p.SteadyDocuments += n
				}
				if o.point != i+1 {
					p.Outlets++
					o.point = i + 1
				}
			}
		}); err != nil {
			return err
		}
	}
	return nil
}
