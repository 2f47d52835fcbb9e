package parse

// moves is a set of transitions that a configuration allows.
type moves uint8

const (
	mayShift moves = 1 << iota
	mayReduce
	mayLeft
	mayRight
)

// state is a configuration: a stack, the buffer from next on, and the arcs made
// so far. Index n of the arrays by token stands for a missing node.
type state struct {
	tokens  []Token // n+1, the last one missing
	n       int
	next    int // first word of the buffer
	again   bool
	unshift int32 // the word put back, when again
	stack   []int32
	head    []int32
	label   []uint8
	left    [][2]int32 // leftmost child, then the one to its right
	right   [][2]int32 // rightmost child, then the one to its left
	valL    []uint8
	valR    []uint8
	setL    []uint64 // labels of the left children, as bits
	setR    []uint64
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

func (s *state) reset(tokens []Token) {
	n := len(tokens)
	s.n, s.next, s.again = n, 0, false
	s.tokens = append(append(s.tokens[:0], tokens...), Token{Word: 1, Lemma: 1, Tag: none, UPOS: none})
	s.stack = s.stack[:0]
	s.head, s.label = grow(s.head, n+1), grow(s.label, n+1)
	s.left, s.right = grow(s.left, n+1), grow(s.right, n+1)
	s.valL, s.valR = grow(s.valL, n+1), grow(s.valR, n+1)
	s.setL, s.setR = grow(s.setL, n+1), grow(s.setR, n+1)
	clear(s.valL)
	clear(s.valR)
	clear(s.setL)
	clear(s.setR)
	nil2 := [2]int32{int32(n), int32(n)} //nolint:gosec // sentences are cut far below 2^31
	for i := range s.head {
		s.head[i], s.label[i] = -1, none
		s.left[i], s.right[i] = nil2, nil2
	}
}

// front returns the first word of the buffer, n if it is empty.
func (s *state) front() int32 {
	if s.again {
		return s.unshift
	}
	return int32(s.next) //nolint:gosec // sentences are cut far below 2^31
}

func (s *state) empty() bool { return !s.again && s.next >= s.n }

// done reports whether the tree is complete. With an empty buffer it first
// takes finished words off the stack and puts a second word without a head back
// on the buffer.
func (s *state) done() bool {
	if !s.empty() {
		return false
	}
	for len(s.stack) > 1 {
		top := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if s.head[top] < 0 {
			s.again, s.unshift = true, top
			return false
		}
	}
	// The bottom of the stack has no head: a head would lie left of it on the
	// stack, or would have taken it off.
	return true
}

// legal returns the allowed transitions; there is always one. A word that was
// put back is never shifted unless the stack is empty.
func (s *state) legal() moves {
	if len(s.stack) == 0 {
		return mayShift
	}
	var m moves
	if s.head[s.stack[len(s.stack)-1]] >= 0 {
		m |= mayReduce
	} else {
		m |= mayLeft
	}
	if !s.again {
		m |= mayShift
	}
	return m | mayRight
}

// apply makes a transition that legal allows, with n labels.
func (s *state) apply(class, n int) {
	b := s.front()
	top := len(s.stack) - 1
	switch {
	case class == shift:
		s.push(b)
	case class == reduce:
		s.stack = s.stack[:top]
	case class < firstArc+n:
		s.arc(b, s.stack[top], uint8(class-firstArc)) //nolint:gosec // labels are below 128
		s.stack = s.stack[:top]
	default:
		s.arc(s.stack[top], b, uint8(class-firstArc-n)) //nolint:gosec // labels are below 128
		s.push(b)
	}
}

func (s *state) push(b int32) {
	s.stack = append(s.stack, b)
	if s.again {
		s.again = false
		return
	}
	s.next++
}

func (s *state) arc(head, dep int32, label uint8) {
	s.head[dep], s.label[dep] = head, label
	bit := uint64(1) << (label & 63)
	if dep < head {
		s.left[head] = insertChild(s.left[head], dep, dep < s.left[head][0] || s.valL[head] == 0)
		s.valL[head] = min(s.valL[head]+1, 200)
		s.setL[head] |= bit
		return
	}
	s.right[head] = insertChild(s.right[head], dep, dep > s.right[head][0] || s.valR[head] == 0)
	s.valR[head] = min(s.valR[head]+1, 200)
	s.setR[head] |= bit
}

// insertChild puts a child before the outermost one, or behind it.
func insertChild(c [2]int32, dep int32, outermost bool) [2]int32 {
	if outermost {
		return [2]int32{dep, c[0]}
	}
	return [2]int32{c[0], dep}
}
