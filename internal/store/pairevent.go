package store

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// A pairEvent is what one merged event is to one unordered pair of parties. Those of
// a pair within a month stand in one blob, a bundle, by day and id, so that a
// relation of many events is read in a few rows; docs/format/archive.md gives the
// bytes. Bundles repeat what merged events say and are kept in step by
// [bundleChanges].
type pairEvent struct {
	id         string
	day        entente.Day
	quad       entente.Quad
	score      float64
	confidence float64
	claim      bool
	sample     bool
	story      uint32   // a hash of its id
	outlets    []string // that tell it, sorted, each once
	// of states and organisations as wholes: of pairs ordered pairs of the event,
	// those of this pair; pairs is 0 where one of the two is no whole party
	pairs         int
	forward, back int // the first of the pair acts, the second acts; 0 or 1
	// of sectors: of total pairs of members, those of this pair
	total   int
	members []memberPair
}

// memberPair counts pairs of members of an event by their sectors.
type memberPair struct {
	first, second entente.Sector // of the members of the first and the second party of the pair
	back          bool           // the second acts
	count         int
}

// pairKey names two parties, first <= second.
type pairKey struct{ first, second string }

// keyOf returns the key of two parties, and whether they change places in it.
func keyOf(x, y string) (k pairKey, swapped bool) {
	if x > y {
		return pairKey{y, x}, true
	}
	return pairKey{x, y}, false
}

// monthOf counts months: twelve times the year and the month from 0.
func monthOf(d entente.Day) int {
	t := d.Time()
	return t.Year()*12 + int(t.Month()) - 1
}

// firstOf is the first day of a month.
func firstOf(month int) entente.Day {
	return entente.NewDay(month/12, time.Month(month%12+1), 1)
}

// bundleVersion is the first byte of every bundle.
const bundleVersion = 2

// Bits of an event's flags; the lowest three are the class.
const (
	eventClaim  = 1 << 3
	eventSample = 1 << 4
	eventTenths = 1 << 5 // the score is a whole number of tenths
	eventSimple = 1 << 6 // one actor, one recipient, both wholes
	eventBack   = 1 << 7 // the second acts
)

// packBundle writes the events of one pair in one month, sorted by day and id.
func packBundle(events []pairEvent, first entente.Day) []byte {
	out, sets := appendOutlets([]byte{bundleVersion}, events)
	out = binary.AppendUvarint(out, uint64(len(events)))
	day := first
	for i := range events {
		t := &events[i]
		out = binary.AppendUvarint(out, uint64(t.day-day)) //nolint:gosec // sorted by day
		day = t.day
		out = t.append(out, sets.at[strings.Join(t.outlets, "\n")])
	}
	return out
}

// appendOutlets writes the outlets that tell events, and the sets of them.
func appendOutlets(out []byte, events []pairEvent) ([]byte, outletSets) {
	names, sets := outletTables(events)
	out = binary.AppendUvarint(out, uint64(len(names)))
	for _, n := range names {
		out = appendText(out, n)
	}
	out = binary.AppendUvarint(out, uint64(len(sets.list)))
	for _, s := range sets.list {
		out = binary.AppendUvarint(out, uint64(len(s)))
		for _, o := range s {
			i, _ := slices.BinarySearch(names, o)
			out = binary.AppendUvarint(out, uint64(i)) //nolint:gosec // an index
		}
	}
	return out, sets
}

// outletSets numbers the sets of outlets that tell events.
type outletSets struct {
	list [][]string
	at   map[string]int
}

func outletTables(events []pairEvent) ([]string, outletSets) {
	var names []string
	sets := outletSets{at: map[string]int{}}
	for i := range events {
		key := strings.Join(events[i].outlets, "\n")
		if _, ok := sets.at[key]; !ok {
			sets.at[key] = len(sets.list)
			sets.list = append(sets.list, events[i].outlets)
			names = append(names, events[i].outlets...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), sets
}

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// append writes an event without its day.
func (t *pairEvent) append(out []byte, set int) []byte {
	tenths := math.Round(t.score * 10)
	exact := math.Abs(tenths) < 1000 && tenths/10 == t.score
	flags := byte(t.quad)&7 | bit(t.claim, eventClaim) | bit(t.sample, eventSample) | bit(exact, eventTenths) | bit(t.simple(), eventSimple) | bit(t.back > 0, eventBack)
	out = append(appendID(out, t.id), flags)
	if exact {
		out = binary.AppendVarint(out, int64(tenths))
	} else {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(t.score))
	}
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(t.confidence))
	out = binary.AppendUvarint(out, uint64(set)) //nolint:gosec // an index
	out = binary.LittleEndian.AppendUint32(out, t.story)
	return t.appendMembers(out)
}

// appendMembers writes who takes part in an event.
func (t *pairEvent) appendMembers(out []byte) []byte {
	if t.simple() {
		return append(out, byte(t.members[0].first), byte(t.members[0].second))
	}
	for _, n := range []int{t.pairs, t.forward, t.back, t.total, len(t.members)} {
		out = binary.AppendUvarint(out, uint64(n)) //nolint:gosec // counts
	}
	for _, m := range t.members {
		out = append(out, byte(m.first), byte(m.second), bit(m.back, 1))
		out = binary.AppendUvarint(out, uint64(m.count)) //nolint:gosec // a count
	}
	return out
}

// simple says whether one whole party acts on another and nobody else is in it.
func (t *pairEvent) simple() bool {
	return t.pairs == 1 && t.total == 1 && t.forward+t.back == 1 && len(t.members) == 1 && t.members[0].count == 1 && t.members[0].back == (t.back == 1)
}

func bit(on bool, b byte) byte {
	if on {
		return b
	}
	return 0
}

// appendID writes an id: 0 and eight bytes for "m" and 16 hex digits, else its
// length and its bytes.
func appendID(out []byte, id string) []byte {
	if len(id) == 17 && id[0] == 'm' && strings.ToLower(id) == id {
		if b, err := hex.DecodeString(id[1:]); err == nil {
			return append(append(out, 0), b...)
		}
	}
	return appendText(out, id)
}
