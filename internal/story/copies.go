package story

import (
	"cmp"
	"slices"
)

// Bounds of the search for copies.
const (
	maxCopyList  = 64 // latest documents looked at under one shingle
	maxCopyTests = 16 // documents compared in full
	minCopyHits  = 2  // shingles that two documents must share among those of the index
)

// copyIndex finds documents in memory that share the wording of one, by the
// smallest hashes of their shingles: two sets that overlap by a half share a
// quarter of these and more.
//
// The documents under one shingle are a chain of nodes, the latest first. Nodes
// lie in a ring in the order of coming, and documents leave in that order, so
// that a node is known to be gone by its age alone, and one that leaves is
// unhooked only where it is the last of its chain.
type copyIndex struct {
	slots  []copySlot // a hash table with open addressing; the upper bits of a hash tell where
	used   int
	nodes  []copyNode // node n is at n modulo the size, a power of two
	next   uint32     // number of the next node
	live   uint32     // nodes of documents in memory
	serial uint32     // of the next document
	mark   int
	seen   []*placed
}

type copySlot struct {
	hash uint32
	head uint32 // number of the latest node
	full bool
}

type copyNode struct {
	doc  uint32 // serial number
	next uint32 // number of the node before in its chain; its own for none
}

func indexed(k *Sketch) []uint32 { return k.Hashes[:min(len(k.Hashes), sketchIndex)] }

func newCopyIndex() copyIndex {
	return copyIndex{slots: make([]copySlot, 1<<10), nodes: make([]copyNode, 1<<10)}
}

// alive reports whether a node belongs to a document in memory.
func (x *copyIndex) alive(n uint32) bool { return x.next-n-1 < x.live }

// home is the slot at which the search for a hash begins. The hashes are the
// smallest of many, so that they are spread first, by a multiplication.
func (x *copyIndex) home(h uint32) int {
	return int(uint64(h*0x9e3779b1) * uint64(len(x.slots)) >> 32) //nolint:gosec // below len(slots)
}

// find returns the slot of a hash, or the empty one where it would go.
func (x *copyIndex) find(h uint32) int {
	i := x.home(h)
	for x.slots[i].full && x.slots[i].hash != h {
		if i++; i == len(x.slots) {
			i = 0
		}
	}
	return i
}

// search returns the document that k copies most closely, nil for none; the
// earliest of several like ones. queue are the documents in memory.
func (x *copyIndex) search(k *Sketch, queue []*placed) *placed {
	x.mark++
	x.seen = x.seen[:0]
	first := x.serial - uint32(len(queue)) //nolint:gosec // serial numbers wrap
	for _, h := range indexed(k) {
		s := &x.slots[x.find(h)]
		if !s.full {
			continue
		}
		n := s.head
		for range maxCopyList {
			node := &x.nodes[n&uint32(len(x.nodes)-1)] //nolint:gosec // a mask
			p := queue[node.doc-first]
			if p.mark != x.mark {
				p.mark, p.hits = x.mark, 0
				x.seen = append(x.seen, p)
			}
			p.hits++
			if node.next == n || !x.alive(node.next) {
				break
			}
			n = node.next
		}
	}
	seen := slices.DeleteFunc(x.seen, func(p *placed) bool { return p.hits < minCopyHits })
	slices.SortFunc(seen, func(a, b *placed) int {
		return cmp.Or(b.hits-a.hits, cmp.Compare(a.serial-first, b.serial-first))
	})
	var best *placed
	most := 0
	for _, p := range seen[:min(len(seen), maxCopyTests)] {
		if share, ok := nearCopy(k, &p.sketch); ok && share > most {
			best, most = p, share
		}
	}
	return best
}

// add takes in the next document of the queue.
func (x *copyIndex) add(p *placed) {
	p.serial = x.serial
	x.serial++
	hashes := indexed(&p.sketch)
	x.room(len(hashes))
	for _, h := range hashes {
		n := x.next
		before := n
		s := &x.slots[x.find(h)]
		if s.full {
			before = s.head
		} else {
			x.used++
		}
		*s = copySlot{hash: h, head: n, full: true}
		x.nodes[n&uint32(len(x.nodes)-1)] = copyNode{doc: p.serial, next: before} //nolint:gosec // a mask
		x.next++
		x.live++
	}
}

// remove lets the first document of the queue go.
func (x *copyIndex) remove(p *placed) {
	hashes := indexed(&p.sketch)
	n := x.next - x.live
	for _, h := range hashes {
		if i := x.find(h); x.slots[i].full && x.slots[i].head == n {
			x.close(i)
		}
		n++
	}
	x.live -= uint32(len(hashes)) //nolint:gosec // at most sketchIndex
}

// close empties slot i and moves back what was behind it for want of room.
func (x *copyIndex) close(i int) {
	x.used--
	for j := i; ; {
		if j++; j == len(x.slots) {
			j = 0
		}
		if !x.slots[j].full {
			x.slots[i] = copySlot{}
			return
		}
		if displaced(i, j, x.home(x.slots[j].hash)) {
			x.slots[i] = x.slots[j]
			i = j
		}
	}
}

// displaced reports whether what lies in slot j and would begin its search at
// home is found in the empty slot i (D. Knuth, The Art of Computer Programming,
// volume 3, algorithm 6.4 R).
func displaced(i, j, home int) bool {
	if i <= j {
		return home <= i || home > j
	}
	return home <= i && home > j
}

// room makes sure that n nodes can be added.
func (x *copyIndex) room(n int) {
	if int(x.live)+n > len(x.nodes) {
		old := x.nodes
		x.nodes = make([]copyNode, 2*len(old))
		for i := x.next - x.live; i != x.next; i++ {
			x.nodes[i&uint32(len(x.nodes)-1)] = old[i&uint32(len(old)-1)] //nolint:gosec // masks
		}
	}
	if (x.used+n)*4 > len(x.slots)*3 {
		old := x.slots
		x.slots = make([]copySlot, 2*len(old))
		for _, s := range old {
			if s.full {
				x.slots[x.find(s.hash)] = s
			}
		}
	}
}
