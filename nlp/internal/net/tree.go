package net

// Tree sets heads to the tree with one root that has the highest sum of scores:
// n rows of n+1, which lie ld apart, column 0 for the root and column h for word
// h-1. A head is the index of a word, -1 for the root.
func Tree(scores []int32, ld, n int, heads []int32) {
	new(treeMaker).tree(scores, ld, n, heads)
}

// treeMaker turns scores of heads into the tree with the highest sum.
//
// Where every word's best head makes a tree with one root, that is it. Elsewhere
// the maximum spanning tree is found by the algorithm of Chu and Liu (1965) and
// Edmonds (1967), as given by McDonald et al. (2005, "Non-projective dependency
// parsing using spanning tree algorithms"): cycles of best heads are contracted
// to one node and undone in turn. Every arc from the artificial root first loses
// more than all other arcs together can win, so that there is exactly one. A
// contraction costs the square of the length; there are less than its number of
// words, and nearly always none.
type treeMaker struct {
	mark  []int32
	score []int64 // by head and dependent, nodes 0 (the root) to n
	head  []int32 // the words that an arc between nodes of the moment stands for
	dep   []int32
	alive []bool
	found []int32 // head of each word, -1 until it is known
	owner []int32 // for each word the node that it is in at the moment
}

// tree sets heads, one a word, from n rows of n+1 scores: column 0 for the root,
// column h for word h-1. A head is the index of a word, -1 for the root.
func (t *treeMaker) tree(scores []int32, ld, n int, heads []int32) {
	roots := 0
	for w := range n {
		row := scores[w*ld:][:n+1]
		b := 0
		for h := 1; h <= n; h++ {
			if h != w+1 && row[h] > row[b] {
				b = h
			}
		}
		heads[w] = int32(b - 1)
		if b == 0 {
			roots++
		}
	}
	if roots == 1 && t.acyclic(heads[:n]) {
		return
	}
	t.span(scores, ld, n)
	for w := range n {
		heads[w] = t.found[w+1] - 1
	}
}

// acyclic reports whether every word leads to the root.
func (t *treeMaker) acyclic(heads []int32) bool {
	t.mark = zeros(t.mark, len(heads))
	for w := range heads {
		at, round := int32(w), int32(w+1)
		for at >= 0 && t.mark[at] == 0 {
			t.mark[at] = round
			at = heads[at]
		}
		if at >= 0 && t.mark[at] == round {
			return false
		}
	}
	return true
}

// span finds the best tree with one root; found holds each node's head.
func (t *treeMaker) span(scores []int32, ld, n int) {
	size := n + 1
	t.score, t.head, t.dep = grow(t.score, size*size), grow(t.head, size*size), grow(t.dep, size*size)
	t.alive, t.found, t.owner = grow(t.alive, size), grow(t.found, size), grow(t.owner, size)
	low := int64(0)
	for w := range n {
		for _, v := range scores[w*ld:][:size] {
			low = max(low, int64(v), -int64(v))
		}
	}
	for d := range size {
		t.alive[d], t.owner[d], t.found[d] = true, int32(d), -1
		for h := range size {
			at := h*size + d
			t.head[at], t.dep[at] = int32(h), int32(d)
			if d > 0 {
				t.score[at] = int64(scores[(d-1)*ld+h])
				if h == 0 {
					t.score[at] -= 2*low*int64(size) + 1
				}
			}
		}
	}
	t.contract(size)
}

// contract finds the arcs of the nodes that are alive, and recurses on a cycle.
func (t *treeMaker) contract(size int) {
	best := make([]int32, size) // rare, and gone at once
	for d := 1; d < size; d++ {
		if !t.alive[d] {
			continue
		}
		b := int32(-1)
		for h := range size {
			if t.alive[h] && h != d && (b < 0 || t.score[h*size+d] > t.score[int(b)*size+d]) {
				b = int32(h)
			}
		}
		best[d] = b
	}
	ring := t.ring(best, size)
	if ring == nil {
		for d := 1; d < size; d++ {
			if t.alive[d] {
				at := int(best[d])*size + d
				t.found[t.dep[at]] = t.head[at]
			}
		}
		return
	}
	before := append([]int32(nil), t.owner...)
	t.merge(ring, best, size)
	t.contract(size)
	t.open(ring, best, before, size)
}

// ring returns the nodes of a cycle of best heads, nil if there is none.
func (t *treeMaker) ring(best []int32, size int) []int32 {
	seen := make([]int32, size)
	for d := 1; d < size; d++ {
		if !t.alive[d] {
			continue
		}
		at := int32(d)
		for at != 0 && seen[at] == 0 {
			seen[at] = int32(d)
			at = best[at]
		}
		if at == 0 || seen[at] != int32(d) {
			continue
		}
		ring := []int32{at}
		for next := best[at]; next != at; next = best[next] {
			ring = append(ring, next)
		}
		return ring
	}
	return nil
}

// merge makes one node of a ring, named by its first.
func (t *treeMaker) merge(ring, best []int32, size int) {
	rep := int(ring[0])
	in := make([]bool, size)
	weight := int64(0)
	for _, r := range ring {
		in[r] = true
		weight += t.score[int(best[r])*size+int(r)]
	}
	for x := range size {
		if !t.alive[x] || in[x] {
			continue
		}
		out, into := -1, -1
		var intoScore int64
		for _, r := range ring {
			from, to := int(r)*size+x, x*size+int(r)
			if out < 0 || t.score[from] > t.score[out] {
				out = from
			}
			if s := weight + t.score[to] - t.score[int(best[r])*size+int(r)]; into < 0 || s > intoScore {
				into, intoScore = to, s
			}
		}
		from, to := rep*size+x, x*size+rep
		if x > 0 {
			t.score[from], t.head[from], t.dep[from] = t.score[out], t.head[out], t.dep[out]
		}
		t.score[to], t.head[to], t.dep[to] = intoScore, t.head[into], t.dep[into]
	}
	for _, r := range ring[1:] {
		t.alive[r] = false
	}
	for w, o := range t.owner {
		if in[o] {
			t.owner[w] = int32(rep)
		}
	}
}

// open gives the nodes of a ring their heads: that within it, except where the
// arc from outside came in. owner is as it was before the ring was merged.
func (t *treeMaker) open(ring, best, owner []int32, size int) {
	in := map[int32]bool{}
	for _, r := range ring {
		in[r] = true
	}
	entry := int32(-1)
	for w, o := range owner {
		if in[o] && t.found[w] >= 0 {
			entry = o
		}
	}
	for _, r := range ring {
		if r != entry {
			at := int(best[r])*size + int(r)
			t.found[t.dep[at]] = t.head[at]
		}
	}
}
