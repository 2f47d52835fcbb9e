package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"

	entente "github.com/entente-news/entente"
)

// The network of a month stands in sixteen blobs of sums, so that a network of
// many years is added up from some thousand rows, and a batch of events rewrites
// only those that it touches. docs/format/archive.md gives the bytes.

const (
	networkVersion = 1
	networkParts   = 16
	networkStep    = 1 << 32 // in which sums are written as whole numbers
)

// pairSum is what a pair has in a network of one month.
type pairSum struct {
	first, second []byte
	events        int
	weight        float64
	kind, hostile float64
	sample        bool
}

// sumPair sums the events that count between the two as wholes.
func sumPair(events []pairEvent) (s pairSum) {
	for i := range events {
		s.add(&events[i])
	}
	return s
}

// add counts an event, unless it is a claim or of members alone.
func (s *pairSum) add(t *pairEvent) {
	if t.claim || t.pairs == 0 {
		return
	}
	w := entente.Share(t.forward, t.pairs) + entente.Share(t.back, t.pairs)
	s.events++
	s.weight += w
	p := entente.RelationPoint{}
	p.Add(&entente.RelationEvent{Score: t.score, Forward: w}, false)
	if t.score > 0 {
		s.kind += p.ScoreSum
	} else {
		s.hostile -= p.ScoreSum
	}
	s.sample = s.sample || t.sample
}

// networkChanges are pairs whose sums change: by month and part.
type networkChanges map[[2]int]map[pairKey]pairSum

// put notes what a pair has in a month now.
func (c networkChanges) put(k bundleKey, events []pairEvent) {
	at := [2]int{k.month, k.part()}
	if c[at] == nil {
		c[at] = map[pairKey]pairSum{}
	}
	s := sumPair(events)
	s.first, s.second = []byte(k.first), []byte(k.second)
	c[at][k.pairKey] = s
}

// part is the part of the network in which a pair stands.
func (k pairKey) part() int {
	h := hashOf(k.first + "\n" + k.second)
	return int((h ^ h>>16) % networkParts)
}

// hashOf is FNV-1a (Fowler, Noll and Vo, 1991).
func hashOf(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s)) //nolint:errcheck // a hash takes everything
	return h.Sum32()
}

// write brings the sums up to date.
func (c networkChanges) write(ctx context.Context, tx *sql.Tx) error {
	keys := make([][2]int, 0, len(c))
	for k := range c {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) })
	for _, k := range keys {
		var old []byte
		if err := tx.QueryRowContext(ctx, "SELECT pairs FROM network_sums WHERE month = ? AND part = ?", k[0], k[1]).Scan(&old); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		fresh, err := mergePairs(old, c[k])
		if err != nil {
			return err
		}
		if fresh == nil {
			_, err = tx.ExecContext(ctx, "DELETE FROM network_sums WHERE month = ? AND part = ?", k[0], k[1])
		} else {
			_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO network_sums (month, part, pairs) VALUES (?,?,?)", k[0], k[1], fresh)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// mergePairs puts pairs in place of those that a blob has, nil for a blob without
// any; a pair without events goes.
func mergePairs(old []byte, changed map[pairKey]pairSum) ([]byte, error) {
	var list []pairSum
	if old != nil {
		if err := walkPairs(old, func(s *pairSum) {
			if _, ok := changed[pairKey{string(s.first), string(s.second)}]; !ok {
				list = append(list, *s)
			}
		}); err != nil {
			return nil, err
		}
	}
	for _, s := range changed { // sorted below
		if s.events > 0 {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	slices.SortFunc(list, func(x, y pairSum) int {
		return cmp.Or(slices.Compare(x.first, y.first), slices.Compare(x.second, y.second))
	})
	return packPairs(list), nil
}

func packPairs(list []pairSum) []byte {
	out := binary.AppendUvarint([]byte{networkVersion}, uint64(len(list)))
	for i := range list {
		s := &list[i]
		out = appendText(appendText(out, string(s.first)), string(s.second))
		out = binary.AppendUvarint(out, uint64(s.events)<<1|uint64(bit(s.sample, 1))) //nolint:gosec // a count
		for _, x := range []float64{s.weight, s.kind, s.hostile} {
			out = binary.AppendUvarint(out, uint64(x*networkStep)) // none is below nought
		}
	}
	return out
}

// walkPairs calls visit with each pair of a blob. Its names are only valid as long
// as the blob.
func walkPairs(blob []byte, visit func(*pairSum)) error {
	if len(blob) == 0 || blob[0] != networkVersion {
		return errBlob
	}
	b := bundle{rest: blob[1:]}
	var s pairSum
	for range b.count() {
		s.first, s.second = b.take(b.count()), b.take(b.count())
		n := b.uvarint()
		s.events, s.sample = int(n>>1&0x7fffffff), n&1 > 0 //nolint:gosec // 31 bits
		s.weight, s.kind, s.hostile = float64(b.uvarint())/networkStep, float64(b.uvarint())/networkStep, float64(b.uvarint())/networkStep
		if b.damaged {
			return errBlob
		}
		visit(&s)
	}
	if b.damaged {
		return errBlob
	}
	return nil
}
