package story

import "math"

// Postings are the lists of cells that hold a term, by which a document finds
// the cells that are like it.
const (
	maxPosting = maxVisits      // cells of one list: more would not be looked at
	full       = math.MinInt32  // marks a term of more cells, of which none is kept
	rareAgain  = maxPosting / 2 // documents below which such a term gets a list again, of the cells to come
)

// term is what is known of one term: how many documents in memory hold it, and
// which cells.
type term struct {
	hash    uint32
	seen    uint32 // documents in memory that hold it; 0 marks an empty slot
	posting int32  // 0 for no cell, n for cell n, -n for list n, or full
	prior   int32  // unseen documents that are supposed to hold it
}

// termTable is a hash table of terms with open addressing. Slots lie in the
// order of hashes, as far as collisions allow (the upper bits of the product of
// hash and size tell the slot), so that the terms of a document or a cell, which
// are sorted by hash, are found in one sweep through memory.
type termTable struct {
	slots []term
	used  int
	lists [][]int32 // of postings; the first is none
	free  []int32   // lists that are not in use
}

const minSlots = 1 << 10

func newTermTable() termTable {
	return termTable{slots: make([]term, minSlots), lists: make([][]int32, 1)}
}

// home is the slot at which the search for a hash begins.
func (t *termTable) home(h uint32) int {
	return int(uint64(h) * uint64(len(t.slots)) >> 32) //nolint:gosec // below len(slots)
}

// find returns the slot of a term, -1 when no document in memory holds it. The
// slot stays valid until terms are counted in or out.
func (t *termTable) find(h uint32) int {
	for i := t.home(h); ; {
		s := &t.slots[i]
		if s.seen == 0 {
			return -1
		}
		if s.hash == h {
			return i
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
}

// room makes sure that n terms can be counted in without moving slots.
func (t *termTable) room(n int) {
	if (t.used+n)*8 <= len(t.slots)*7 {
		return
	}
	old := t.slots
	t.slots = make([]term, max((t.used+n)*3/2, minSlots))
	for i := range old {
		if old[i].seen == 0 {
			continue
		}
		k := t.home(old[i].hash)
		for t.slots[k].seen != 0 {
			if k++; k == len(t.slots) {
				k = 0
			}
		}
		t.slots[k] = old[i]
	}
}

// countIn counts one more document with a term and returns its slot. Room must
// have been made.
func (t *termTable) countIn(h uint32) int {
	for i := t.home(h); ; {
		s := &t.slots[i]
		if s.seen == 0 {
			*s = term{hash: h, seen: 1, prior: int32(priorOf(h))} //nolint:gosec // small
			t.used++
			return i
		}
		if s.hash == h {
			s.seen++
			return i
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
}

// countOut counts one document less with a term. Slots may move.
func (t *termTable) countOut(h uint32) {
	i := t.find(h)
	if i < 0 {
		return
	}
	t.lower(i)
}

// lower counts one document less with the term in slot i.
func (t *termTable) lower(i int) {
	s := &t.slots[i]
	if s.seen > 1 {
		s.seen--
		if s.posting == full && s.seen < rareAgain {
			s.posting = 0
		}
		return
	}
	if s.posting < 0 && s.posting != full {
		t.release(-s.posting)
	}
	t.used--
	t.close(i)
}

// leave takes a cell away from those of a term, and counts one document less
// with it.
func (t *termTable) leave(h uint32, x int32) {
	if i := t.find(h); i >= 0 {
		t.unpostAt(&t.slots[i], x)
		t.lower(i)
	}
}

// close empties slot i and moves back what was behind it for want of room.
func (t *termTable) close(i int) {
	n := len(t.slots)
	for j := i; ; {
		if j++; j == n {
			j = 0
		}
		if t.slots[j].seen == 0 {
			t.slots[i] = term{}
			return
		}
		if displaced(i, j, t.home(t.slots[j].hash)) {
			t.slots[i] = t.slots[j]
			i = j
		}
	}
}

// cells returns the cells of a term, the oldest first; false where they are too
// many. The slice is valid until postings change; one is held in buf.
func (t *termTable) cells(s *term, buf *[1]int32) ([]int32, bool) {
	switch {
	case s.posting > 0:
		buf[0] = s.posting
		return buf[:], true
	case s.posting == full:
		return nil, false
	case s.posting < 0:
		return t.lists[-s.posting], true
	default:
		return nil, true
	}
}

// post adds a cell to those of a term, unless they are too many to be looked at.
func (t *termTable) post(s *term, x int32) {
	switch {
	case s.posting == full:
	case s.posting == 0:
		s.posting = x
	case s.posting > 0:
		l := t.list()
		t.lists[l] = append(t.lists[l][:0], s.posting, x)
		s.posting = -l
	default:
		list := t.lists[-s.posting]
		if len(list) == maxPosting {
			t.release(-s.posting)
			s.posting = full
		} else {
			t.lists[-s.posting] = append(list, x)
		}
	}
}

// unpost takes a cell away from those of a term.
func (t *termTable) unpost(h uint32, x int32) {
	if i := t.find(h); i >= 0 {
		t.unpostAt(&t.slots[i], x)
	}
}

func (t *termTable) unpostAt(s *term, x int32) {
	if s.posting == x {
		s.posting = 0
	}
	if s.posting >= 0 || s.posting == full {
		return
	}
	l := -s.posting
	list := t.lists[l]
	for i, y := range list {
		if y == x {
			copy(list[i:], list[i+1:])
			list = list[:len(list)-1]
			break
		}
	}
	t.lists[l] = list
	switch len(list) {
	case 0:
		s.posting = 0
		t.release(l)
	case 1:
		s.posting = list[0]
		t.release(l)
	}
}

// repost puts y in the place of x.
func (t *termTable) repost(h uint32, x, y int32) {
	i := t.find(h)
	if i < 0 {
		return
	}
	s := &t.slots[i]
	if s.posting == x {
		s.posting = y
	}
	if s.posting >= 0 || s.posting == full {
		return
	}
	for i, z := range t.lists[-s.posting] {
		if z == x {
			t.lists[-s.posting][i] = y
			return
		}
	}
}

// maxSpare bounds the memory that an unused list keeps, in cells.
const maxSpare = 16

func (t *termTable) list() int32 {
	if n := len(t.free); n > 0 {
		l := t.free[n-1]
		t.free = t.free[:n-1]
		return l
	}
	t.lists = append(t.lists, nil)
	return int32(len(t.lists) - 1) //nolint:gosec // bounded by the terms in memory
}

func (t *termTable) release(l int32) {
	if cap(t.lists[l]) > maxSpare {
		t.lists[l] = nil
	} else {
		t.lists[l] = t.lists[l][:0]
	}
	t.free = append(t.free, l)
}
