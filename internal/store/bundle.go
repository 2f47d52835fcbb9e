package store

import (
	"encoding/binary"
	"encoding/hex"
	"math"

	entente "github.com/entente-news/entente"
)

// bundle reads a blob of events, one after the other. It holds the event that was
// read last, but for its id and its outlets, of which it has the number.
type bundle struct {
	pairEvent
	set     int        // number of its outlets in sets
	sets    [][]string // of outlets
	rest    []byte
	left    int    // events that are still to be read
	raw     []byte // the id as it stands
	hex     bool   // whether raw is the eight bytes of 16 digits
	damaged bool
	// Where sums are read: rows of sums come before events, and sum and told are
	// those of the row that was read last, of which pairEvent has day and members.
	first  entente.Day
	shapes []sumShape
	rows   int                 // that are still to be read
	sum    entente.RelationSum // without events for an event
	told   []int32             // sets of outlets, an event each
	steady []bool              // by set: an outlet tells it that was read throughout
}

// leastEvent is how many bytes an event takes at least.
const leastEvent = 20

// openBundle reads the tables of a blob, of events or of sums; first is the first day of its month.
func openBundle(blob []byte, first entente.Day) (*bundle, error) {
	switch {
	case len(blob) > 0 && blob[0] == sumVersion:
		return openSums(blob, first)
	case len(blob) == 0 || blob[0] != bundleVersion:
		return nil, errBlob
	}
	b := &bundle{rest: blob[1:]}
	b.day = first
	if err := b.readOutlets(); err != nil {
		return nil, err
	}
	if b.left = b.count(); b.damaged || b.left > len(b.rest)/leastEvent {
		return nil, errBlob
	}
	return b, nil
}

// readOutlets reads the sets of outlets that tell events.
func (b *bundle) readOutlets() error {
	names := make([]string, b.count())
	for i := range names {
		names[i] = string(b.take(b.count()))
	}
	b.sets = make([][]string, b.count())
	for i := range b.sets {
		set := make([]string, b.count())
		for k := range set {
			n := b.uvarint()
			if n >= uint64(len(names)) {
				return errBlob
			}
			set[k] = names[n]
		}
		b.sets[i] = set
	}
	if b.damaged {
		return errBlob
	}
	return nil
}

// next reads an event, or a row of sums, and says whether there was one.
func (b *bundle) next() (bool, error) {
	if b.rows > 0 {
		return true, b.nextSum()
	}
	if b.shapes != nil {
		if len(b.rest) == 0 {
			return false, nil
		}
		if b.rest[0] != bundleVersion {
			return false, errBlob
		}
		rest, err := openBundle(b.rest, b.first)
		if err != nil {
			return false, err
		}
		*b = *rest
	}
	if b.left == 0 {
		return false, nil
	}
	b.left--
	b.day += entente.Day(b.uvarint() & math.MaxInt16) //nolint:gosec // 15 bits
	n := b.count()
	if b.hex = n == 0; b.hex {
		n = 8
	}
	b.raw = b.take(n)
	flags := b.take(1)[0]
	b.quad = entente.Quad(flags & 7)
	b.claim, b.sample = flags&eventClaim > 0, flags&eventSample > 0
	if flags&eventTenths > 0 {
		b.score = float64(b.varint()) / 10
	} else {
		b.score = b.float()
	}
	b.confidence = b.float()
	set := b.uvarint()
	if set >= uint64(len(b.sets)) {
		return false, errBlob
	}
	b.set = int(set) //nolint:gosec // checked
	b.story = binary.LittleEndian.Uint32(b.take(4))
	if flags&eventSimple > 0 {
		b.readSimple(flags&eventBack > 0)
	} else {
		b.readMembers()
	}
	if b.damaged {
		return false, errBlob
	}
	return true, nil
}

func (b *bundle) readSimple(back bool) {
	b.pairs, b.total, b.forward, b.back = 1, 1, 1, 0
	if back {
		b.forward, b.back = 0, 1
	}
	two := b.take(2)
	b.members = append(b.members[:0], memberPair{entente.Sector(two[0]), entente.Sector(two[1]), back, 1})
}

func (b *bundle) readMembers() {
	for _, n := range []*int{&b.pairs, &b.forward, &b.back, &b.total} {
		*n = int(b.uvarint() & math.MaxInt32) //nolint:gosec // 31 bits
	}
	b.members = b.members[:0]
	for range b.count() {
		m := b.take(3)
		b.members = append(b.members, memberPair{entente.Sector(m[0]), entente.Sector(m[1]), m[2] > 0, int(b.uvarint() & math.MaxInt32)}) //nolint:gosec // 31 bits
	}
}

// name is the id of the event that was read last.
func (b *bundle) name() string {
	if b.hex {
		var out [17]byte
		out[0] = 'm'
		hex.Encode(out[1:], b.raw)
		return string(out[:])
	}
	return string(b.raw)
}

// all reads all events of a blob that holds no sums.
func (b *bundle) all() ([]pairEvent, error) {
	if b.shapes != nil {
		return nil, errBlob
	}
	out := make([]pairEvent, 0, b.left)
	for {
		ok, err := b.next()
		if !ok {
			return out, err
		}
		t := b.pairEvent
		t.id, t.outlets, t.members = b.name(), b.sets[b.set], append([]memberPair(nil), b.members...)
		out = append(out, t)
	}
}

func (b *bundle) uvarint() uint64 {
	if len(b.rest) > 0 && b.rest[0] < 0x80 {
		v := uint64(b.rest[0])
		b.rest = b.rest[1:]
		return v
	}
	v, n := binary.Uvarint(b.rest)
	return v * b.advance(n)
}

func (b *bundle) varint() int64 {
	v, n := binary.Varint(b.rest)
	return v * int64(b.advance(n)) //nolint:gosec // 0 or 1
}

// advance goes on by n bytes and returns 1, or 0 where a number is damaged.
func (b *bundle) advance(n int) uint64 {
	if n <= 0 {
		b.damaged, b.rest = true, nil
		return 0
	}
	b.rest = b.rest[n:]
	return 1
}

func (b *bundle) float() float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b.take(8))) }

// count reads the number of things that take a byte or more each.
func (b *bundle) count() int {
	n := b.uvarint()
	if n > uint64(len(b.rest)) {
		b.damaged, b.rest = true, nil
		return 0
	}
	return int(n) //nolint:gosec // bounded by what is left
}

// nothing stands for what a damaged blob lacks.
var nothing [8]byte

func (b *bundle) take(n int) []byte {
	if n > len(b.rest) {
		b.damaged, b.rest = true, nil
		return nothing[:min(n, len(nothing))]
	}
	out := b.rest[:n]
	b.rest = b.rest[n:]
	return out
}
