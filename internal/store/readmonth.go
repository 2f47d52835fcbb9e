package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math/bits"

	entente "github.com/entente-news/entente"
)

// The coverage of a month stands in one blob beside its rows in coverage: a
// series of twenty years is told what was read on each day by 240 rows instead
// of a million. docs/format/archive.md gives the bytes.

// readVersion is the first byte of a month's blob.
const readVersion = 2

// outletMonth is what was read of an outlet in a month.
type outletMonth struct {
	outlet    string
	documents [31]int
}

func packMonth(list []outletMonth) []byte {
	out := []byte{readVersion}
	for d := range 31 {
		all := 0
		for i := range list {
			all += list[i].documents[d]
		}
		out = binary.AppendUvarint(out, uint64(all)) //nolint:gosec // a count
	}
	out = binary.AppendUvarint(out, uint64(len(list)))
	var numbers []byte
	for i := range list {
		out = appendText(out, list[i].outlet)
		mask := uint64(0)
		numbers = numbers[:0]
		for d, n := range list[i].documents {
			if n > 0 {
				mask |= 1 << d
				numbers = binary.AppendUvarint(numbers, uint64(n))
			}
		}
		out = binary.AppendUvarint(out, mask)
		out = appendText(out, string(numbers))
	}
	return out
}

// readRow is what was read of an outlet in a month: the days with documents, bit
// by bit from the first, and their numbers as written.
type readRow struct {
	outlet  []byte
	days    uint64
	numbers []byte
}

// each calls visit with the days, from 0, and the number of documents of each.
func (r *readRow) each(visit func(day, n int)) error {
	b := bundle{rest: r.numbers}
	for days := r.days; days > 0; days &= days - 1 {
		visit(bits.TrailingZeros64(days), int(b.uvarint()&(1<<31-1))) //nolint:gosec // 31 bits
	}
	if b.damaged {
		return errBlob
	}
	return nil
}

// openMonth reads a month: the documents of all outlets by day, and a row an
// outlet, which is only valid as long as the blob.
func openMonth(blob []byte) (all [31]int, rows []readRow, err error) {
	if len(blob) == 0 || blob[0] != readVersion {
		return all, nil, errBlob
	}
	b := bundle{rest: blob[1:]}
	for d := range all {
		all[d] = int(b.uvarint() & (1<<31 - 1)) //nolint:gosec // 31 bits
	}
	rows = make([]readRow, b.count())
	for i := range rows {
		name := b.take(b.count())
		days := b.uvarint() & (1<<31 - 1)
		rows[i] = readRow{name, days, b.take(b.count())}
	}
	if b.damaged {
		return all, nil, errBlob
	}
	return all, rows, nil
}

// readMonth is what was read in a month.
type readMonth struct {
	first entente.Day
	all   [31]int
	rows  []readRow
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
		var blob []byte
		if err := r.Scan(&month, &blob); err != nil {
			return m, err
		}
		m.first = firstOf(month)
		m.all, m.rows, err = openMonth(blob)
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
	size := 0
	for i := range months {
		size += len(months[i].rows)
	}
	list := make([]*reading, 0, size) // of the outlets in the order of the rows
	for i := range months {
		m := &months[i]
		within := m.within(first, last)
		for k := range m.rows {
			o := outlets[string(m.rows[k].outlet)]
			if o == nil {
				o = &reading{last: first}
				outlets[string(m.rows[k].outlet)] = o
			}
			list = append(list, o)
			o.read(m.first, m.rows[k].days&within, gap)
		}
	}
	steady := map[string]bool{}
	gaps := 0
	for name, o := range outlets {
		o.gap = o.gap || !o.seen || last-o.last > gap
		steady[name] = !o.gap
		if o.gap {
			gaps++
		}
	}
	return steady, countReads(months, points, list, gaps*2 < len(outlets))
}

// within returns the days of a month that lie in a span, bit by bit.
func (m *readMonth) within(first, last entente.Day) uint64 {
	all := uint64(1<<31 - 1)
	if first > m.first {
		all &^= 1<<min(31, first-m.first) - 1
	}
	if last-m.first < 30 {
		all &= 1<<max(0, last-m.first+1) - 1
	}
	return all
}

// read notes the days of a month on which an outlet has documents.
func (o *reading) read(first entente.Day, days uint64, gap entente.Day) {
	if days == 0 {
		return
	}
	o.seen = true
	for left := days; left > 0 && !o.gap; {
		d := bits.TrailingZeros64(left)
		run := bits.TrailingZeros64(^(left >> d))
		o.gap = first+entente.Day(d)-o.last > gap //nolint:gosec // a day of a month
		o.last = first + entente.Day(d+run-1)     //nolint:gosec // as above
		left &^= (1<<run - 1) << d
	}
	o.last = first + entente.Day(63-bits.LeadingZeros64(days)) //nolint:gosec // a day of a month
}

// countReads counts documents and outlets into points. list are the outlets in
// the order of the rows. Documents of outlets that were read throughout are all
// but those of the others where these are fewer.
func countReads(months []readMonth, points []entente.RelationPoint, list []*reading, fewGaps bool) error {
	start := 0 // the first point that touches the month
	var at [31]int
	for i := range months {
		m := &months[i]
		for start < len(points)-1 && points[start].To < m.first {
			start++
		}
		for d := range at {
			at[d] = -1
		}
		for k := start; k < len(points) && points[k].From < m.first+31; k++ {
			days := m.within(points[k].From, points[k].To)
			p := &points[k]
			for left := days; left > 0; left &= left - 1 {
				d := bits.TrailingZeros64(left)
				at[d] = k
				p.Documents += m.all[d]
				if fewGaps {
					p.SteadyDocuments += m.all[d]
				}
			}
			for r := range m.rows {
				if o := list[r]; m.rows[r].days&days > 0 && o.point != k+1 {
					p.Outlets++
					o.point = k + 1
				}
			}
		}
		if err := m.countSteady(points, &at, list, fewGaps); err != nil {
			return err
		}
		list = list[len(m.rows):]
	}
	return nil
}

// countSteady counts the documents of outlets that were read throughout, or takes
// those of the others out.
func (m *readMonth) countSteady(points []entente.RelationPoint, at *[31]int, list []*reading, fewGaps bool) error {
	sign := 1
	if fewGaps {
		sign = -1
	}
	for r := range m.rows {
		if list[r].gap != fewGaps {
			continue
		}
		if err := m.rows[r].each(func(d, n int) {
			if at[d] >= 0 {
				points[at[d]].SteadyDocuments += sign * n
			}
		}); err != nil {
			return err
		}
	}
	return nil
}
