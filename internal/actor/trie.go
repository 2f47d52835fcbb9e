package actor

// trie finds the longest sequence of pieces that is a name.
type trie struct {
	edges map[uint64]int32 // node<<32 | piece -> node
	leaf  []int32          // node -> 1 + index of the first entry, 0 for none
}

// newTrie returns an empty trie with room for about n nodes.
func newTrie(n int) *trie {
	return &trie{edges: make(map[uint64]int32, n), leaf: append(make([]int32, 0, n+1), 0)}
}

// step returns the node that piece leads to from node, or 0.
func (t *trie) step(node, piece int32) int32 {
	return t.edges[uint64(uint32(node))<<32|uint64(uint32(piece))]
}

// add returns the node of the sequence of pieces, making it if need be.
func (t *trie) add(pieces []int32) int32 {
	node := int32(0)
	for _, p := range pieces {
		next := t.step(node, p)
		if next == 0 {
			next = int32(len(t.leaf))
			t.leaf = append(t.leaf, 0)
			t.edges[uint64(uint32(node))<<32|uint64(uint32(p))] = next
		}
		node = next
	}
	return node
}

// lexicon numbers the pieces that occur in the tables.
type lexicon struct {
	fold *folder
	ids  map[string]int32
	out  []int32 // scratch of pieces
	buf  []byte  // the same
}

// pieces returns the numbers of the pieces of name, adding new ones. They are
// good until the next call.
func (l *lexicon) pieces(name string) []int32 {
	l.out = l.out[:0]
	for i := 0; ; {
		start, end := nextPiece(name, i)
		if start == end {
			return l.out
		}
		l.buf = l.fold.appendFolded(l.buf[:0], name[start:end])
		id, ok := l.ids[string(l.buf)]
		if !ok {
			id = int32(len(l.ids))
			l.ids[string(l.buf)] = id
		}
		l.out = append(l.out, id)
		i = end
	}
}

// find returns the numbers of the pieces of name without adding any; ok is
// false when one is unknown.
func (l *lexicon) find(name string) (out []int32, ok bool) {
	var buf []byte
	for i := 0; ; {
		start, end := nextPiece(name, i)
		if start == end {
			return out, len(out) > 0
		}
		buf = l.fold.appendFolded(buf[:0], name[start:end])
		id, known := l.ids[string(buf)]
		if !known {
			return nil, false
		}
		out = append(out, id)
		i = end
	}
}
