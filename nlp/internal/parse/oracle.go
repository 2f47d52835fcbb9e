package parse

// gold is the tree of a sentence, for training.
type gold struct {
	head     []int32 // -1: the root
	label    []uint8 // none for the root
	children [][]int32
}

func newGold(head []int32, label []uint8) *gold {
	g := &gold{head: head, label: label, children: make([][]int32, len(head))}
	for i, h := range head {
		if h >= 0 {
			g.children[h] = append(g.children[h], int32(i)) //nolint:gosec // sentences are short
		}
	}
	return g
}

// costs is the number of gold arcs that each kind of transition puts out of
// reach (Goldberg and Nivre 2012, section 4).
type costs struct{ shift, reduce, left, right int }

// costs returns the costs in s; those of transitions that are not allowed mean
// nothing. Stack and buffer must not be empty.
func (s *state) costs(g *gold) costs {
	top, b := s.stack[len(s.stack)-1], s.front()
	var c costs
	lost := s.childrenInBuffer(g, top)
	waiting := s.childrenOnStack(g, b)
	c.reduce = lost
	c.left = lost
	if h := g.head[top]; h != b && (h < 0 || s.inBuffer(h)) {
		c.left++
	}
	c.shift, c.right = waiting, waiting
	h := g.head[b]
	if h >= 0 && s.onStack(h) {
		c.shift++
		if h != top {
			c.right++
		}
	} else if h < 0 || s.inBuffer(h) {
		c.right++
	}
	return c
}

func (s *state) inBuffer(i int32) bool {
	return int(i) >= s.next || s.again && i == s.unshift
}

func (s *state) onStack(i int32) bool {
	for _, k := range s.stack {
		if k == i {
			return true
		}
	}
	return false
}

func (s *state) childrenInBuffer(g *gold, i int32) int {
	n := 0
	for _, c := range g.children[i] {
		if s.inBuffer(c) {
			n++
		}
	}
	return n
}

// childrenOnStack counts the gold children of i that wait on the stack without
// a head.
func (s *state) childrenOnStack(g *gold, i int32) int {
	n := 0
	for _, c := range g.children[i] {
		if c != i && s.head[c] < 0 && s.onStack(c) {
			n++
		}
	}
	return n
}

// best returns, among the allowed transitions that lose least, the one with the
// highest score, and whether class pred is one of them. An arc is given the
// dependent's gold label.
func (s *state) best(g *gold, legal moves, n int, scores []int32, pred int) (class int, right bool) {
	c := s.costs(g)
	top, b := s.stack[len(s.stack)-1], s.front()
	type option struct{ class, cost int }
	var options [4]option
	k := 0
	add := func(class, cost int) { options[k] = option{class, cost}; k++ }
	if legal&mayShift != 0 {
		add(shift, c.shift)
	}
	if legal&mayReduce != 0 {
		add(reduce, c.reduce)
	}
	if l := g.label[top]; legal&mayLeft != 0 && l != none {
		add(firstArc+int(l), c.left)
	}
	if l := g.label[b]; legal&mayRight != 0 && l != none {
		add(firstArc+n+int(l), c.right)
	}
	if k == 0 {
		return pred, true // an earlier mistake leaves only arcs of the root
	}
	least := options[0].cost
	for _, o := range options[1:k] {
		least = min(least, o.cost)
	}
	class = -1
	for _, o := range options[:k] {
		if o.cost != least {
			continue
		}
		if o.class == pred {
			right = true
		}
		if class < 0 || scores[o.class] > scores[class] {
			class = o.class
		}
	}
	return class, right
}
