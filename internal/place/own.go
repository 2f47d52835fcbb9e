package place

import (
	"fmt"
	"io"
)

// A table of the user's, which [Import] writes, adds places to ours. The rule
// between the two:
//
//   - An entry with the GeoNames id of one of ours stands for it.
//   - A row that the user wrote wins over every other reading of its names,
//     unless the text itself settles the name by the place behind it ("Paris,
//     Texas").
//   - All other entries are readings like ours, and are weighed alike.

// ownBase is the first reference of the user's entries, and of their divisions
// that are none of ours.
const ownBase = 1 << 24

// ownPoints put a row of the user's before any other reading.
const ownPoints = 1000

// own is the user's table.
type own struct {
	p     *packed
	admin []uint32        // by entry that is a first-order division: ours, or ownBase and more
	ids   map[uint32]bool // GeoNames ids
}

// WithOwn reads a table of the user's. Errors wrap [ErrFormat].
func WithOwn(r io.Reader) Option {
	return func(g *Gazetteer) error {
		data, err := io.ReadAll(io.LimitReader(r, maxOwn))
		if err != nil {
			return fmt.Errorf("read the user's places: %w", err)
		}
		p, err := unpack(data, magicOwn, maxOwn)
		if err != nil {
			return fmt.Errorf("unpack the user's places: %w", err)
		}
		p.prepare()
		for i, n := range p.wordLimits {
			g.p.wordLimits[i] = max(g.p.wordLimits[i], n)
		}
		g.own = &own{p: p, ids: make(map[uint32]bool, len(p.id))}
		for i := range p.kind {
			if id := p.id[i]; id != 0 {
				g.own.ids[id] = true
			}
			if kind(p.kind[i]) != kindAdmin1 {
				continue
			}
			e := g.ownEntry(i)
			a, ok := g.division(e.country, e.name)
			if !ok {
				a = ownBase + uint32(i) //nolint:gosec // bounded by maxEntries
			}
			for len(g.own.admin) <= i {
				g.own.admin = append(g.own.admin, noAdmin)
			}
			g.own.admin[i] = a
		}
		return nil
	}
}

// ownEntry returns the i-th entry of the user's table.
func (g *Gazetteer) ownEntry(i int) entry {
	e := g.column(g.own.p, i)
	e.own = g.own.p.flags[i]&flagOwn != 0
	switch a := e.admin1; {
	case a == noAdmin:
	case int(a) < len(g.own.admin):
		e.admin1 = g.own.admin[a]
	default:
		e.admin1 = noAdmin
	}
	return e
}

// collectOwn appends the readings of a key in the user's table, and takes away
// those of ours, from the from-th reading on, that they stand for. With written
// only rows that the user wrote count.
func (w *Worker) collectOwn(from int, key []byte, written bool) {
	o := w.g.own
	if o == nil {
		return
	}
	n := len(w.refs)
	for _, i := range o.p.find(key) {
		if written && o.p.flags[i]&flagOwn == 0 {
			continue
		}
		if kind(o.p.kind[i]) == kindAdmin1 && o.admin[i] < ownBase {
			continue // ours has it
		}
		w.refs = append(w.refs, ownBase+int32(i)) //nolint:gosec // bounded by maxEntries
	}
	if len(w.refs) == n {
		return
	}
	kept := from
	for k, ref := range w.refs[from:] {
		if from+k < n {
			if id := w.g.entry(ref).id; id != 0 && o.ids[uint32(id)] { //nolint:gosec // ids fit
				continue
			}
		}
		w.refs[kept] = ref
		kept++
	}
	w.refs = w.refs[:kept]
}

// IsOwn reports whether data opens like a table that [Import] wrote.
func IsOwn(data []byte) bool {
	return len(data) > len(magicOwn) && string(data[:len(magicOwn)]) == magicOwn
}
