package store

import (
	"encoding/binary"
	"strings"

	entente "github.com/entente-news/entente"
)

// sumVersion is the first byte of the sums of a pair in a month.
const sumVersion = 0x81

// leastSummed is how many events a bundle has that gets sums: fewer are read as
// quickly one by one.
const leastSummed = 256

const maxScore = 100 // of what can be summed exactly

// Steps in which sums are written as whole numbers; see [entente.RelationSum].
const (
	sumStep    = 1 << 30
	squareStep = 1 << 26
)

// summable reports whether t can be summed with others: all of it lies between
// the two parties, so that no other bundle has a part of it, and its shares are
// ones, halves or quarters, so that a sum of parts is exactly the part of the sum.
func (t *pairEvent) summable() bool {
	n := 0
	for _, m := range t.members {
		n += m.count
	}
	whole := func(parts, all int) bool { return parts == all && (all == 0 || all == 1 || all == 2 || all == 4) }
	onScale := t.score >= -maxScore && t.score <= maxScore && t.confidence >= 0 && t.confidence <= 1
	return onScale && whole(t.forward+t.back, t.pairs) && whole(n, t.total)
}

// shape is who takes part in t and how, as written.
func (t *pairEvent) shape(out []byte) []byte {
	out = append(out, bit(t.simple(), eventSimple)|bit(t.back > 0, eventBack))
	return t.appendMembers(out)
}

// sumKey is what events that are summed have in common.
type sumKey struct {
	day           entente.Day
	shape         int
	claim, sample bool
}

type sumGroup struct {
	sumKey
	sum  entente.RelationSum
	sets []int // of outlets, an event each
}

// packSums writes what the events of a pair in a month sum to, by day, and those
// that cannot be summed one by one.
func packSums(events []pairEvent, first entente.Day) []byte {
	var rest []pairEvent
	var groups []*sumGroup
	var shapes []string
	at, shapeAt := map[sumKey]*sumGroup{}, map[string]int{}
	out, sets := appendOutlets([]byte{sumVersion}, events)
	var buf []byte
	for i := range events {
		t := &events[i]
		if !t.summable() {
			rest = append(rest, *t)
			continue
		}
		buf = t.shape(buf[:0])
		n, ok := shapeAt[string(buf)]
		if !ok {
			n = len(shapes)
			shapes = append(shapes, string(buf))
			shapeAt[shapes[n]] = n
		}
		k := sumKey{t.day, n, t.claim, t.sample}
		g := at[k]
		if g == nil {
			g = &sumGroup{sumKey: k}
			at[k] = g
			groups = append(groups, g) // by day, as events are
		}
		g.sum.Add(t.quad, t.score, t.confidence)
		g.sets = append(g.sets, sets.at[strings.Join(t.outlets, "\n")])
	}
	out = binary.AppendUvarint(out, uint64(len(shapes)))
	for _, s := range shapes {
		out = append(out, s...)
	}
	out = binary.AppendUvarint(out, uint64(len(groups)))
	day := first
	for _, g := range groups {
		out = g.append(out, int(g.day-day))
		day = g.day
	}
	if len(rest) > 0 {
		out = append(out, packBundle(rest, first)...)
	}
	return out
}

// append writes a row of sums.
func (g *sumGroup) append(out []byte, days int) []byte {
	head := uint64(g.shape)<<2 | uint64(bit(g.claim, 2)) | uint64(bit(g.sample, 1)) //nolint:gosec // an index
	for _, n := range []uint64{uint64(days), head, uint64(g.sum.Events)} {          //nolint:gosec // sorted by day; a count
		out = binary.AppendUvarint(out, n)
	}
	for _, n := range g.sum.Quads[1:] {
		out = binary.AppendUvarint(out, uint64(n)) //nolint:gosec // a count
	}
	for _, x := range []float64{g.sum.Score * sumStep, g.sum.Square * squareStep, g.sum.Sure * sumStep, g.sum.SureScore * sumStep} {
		out = binary.AppendVarint(out, int64(x))
	}
	for _, s := range g.sets {
		out = binary.AppendUvarint(out, uint64(s)) //nolint:gosec // an index
	}
	return out
}

// sumShape is one way of taking part.
type sumShape struct {
	pairs, forward, back, total int
	members                     []memberPair
}

// openSums reads the tables of sums. The rows come by [bundle.next], which sets
// sum; what cannot be summed follows as events.
func openSums(blob []byte, first entente.Day) (*bundle, error) {
	b := &bundle{rest: blob[1:], first: first}
	b.day = first
	if err := b.readOutlets(); err != nil {
		return nil, err
	}
	b.shapes = make([]sumShape, b.count())
	for i := range b.shapes {
		flags := b.take(1)[0]
		b.members = nil // the next are read into memory of their own
		if flags&eventSimple > 0 {
			b.readSimple(flags&eventBack > 0)
		} else {
			b.readMembers()
		}
		b.shapes[i] = sumShape{b.pairs, b.forward, b.back, b.total, b.members}
	}
	if b.rows = b.count(); b.damaged {
		return nil, errBlob
	}
	return b, nil
}

// nextSum reads a row of sums.
func (b *bundle) nextSum() error {
	b.rows--
	b.day += entente.Day(b.uvarint() & 0x7fff) //nolint:gosec // 15 bits
	head := b.uvarint()
	n := b.count() // each event has a set of outlets
	if head>>2 >= uint64(len(b.shapes)) || n == 0 {
		return errBlob
	}
	s := &b.shapes[head>>2]
	b.pairs, b.forward, b.back, b.total, b.members = s.pairs, s.forward, s.back, s.total, s.members
	b.sum = entente.RelationSum{Events: n, Claim: head&2 > 0, Sample: head&1 > 0}
	for i := range b.sum.Quads[1:] {
		b.sum.Quads[i+1] = int(b.uvarint() & 0x7fffffff) //nolint:gosec // 31 bits
	}
	b.sum.Score, b.sum.Square = float64(b.varint())/sumStep, float64(b.varint())/squareStep
	b.sum.Sure, b.sum.SureScore = float64(b.varint())/sumStep, float64(b.varint())/sumStep
	b.told = b.told[:0]
	for range n {
		set := b.uvarint()
		if set >= uint64(len(b.sets)) {
			return errBlob
		}
		b.told = append(b.told, int32(set)) //nolint:gosec // checked
	}
	if b.damaged {
		return errBlob
	}
	return nil
}
