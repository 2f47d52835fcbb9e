package entente

// States are what the network of the language core held of the words of parsed
// sentences when it read their trees. They are evidence for the events of the same
// pass and no layer: they are written nowhere, and what is read from layers has none.
// A nil *States holds none.
type States struct {
	width int
	at    []int32 // by token: one more than its row, 0 for none
	rows  []int8
}

// maxStates bounds the tokens of a document that have a state: those before.
const maxStates = 1 << 14

// NewStates returns empty states of so many tokens, width numbers each.
func NewStates(tokens, width int) *States {
	return &States{width: width, at: make([]int32, min(tokens, maxStates))}
}

// Width returns how many numbers a state has.
func (s *States) Width() int {
	if s == nil {
		return 0
	}
	return s.width
}

// Row returns the state of a token, from -128 to 127; nil for none.
func (s *States) Row(token int) []int8 {
	if s == nil || token < 0 || token >= len(s.at) || s.at[token] == 0 {
		return nil
	}
	return s.rows[(int(s.at[token])-1)*s.width:][:s.width:s.width]
}

// Add makes room for the state of a token and returns it, to be filled before the
// next call; nil for a token that has none, being too far behind.
func (s *States) Add(token int) []int8 {
	if s == nil || token < 0 || token >= len(s.at) {
		return nil
	}
	if s.at[token] == 0 {
		n := len(s.rows) / max(1, s.width)
		s.rows = append(s.rows, make([]int8, s.width)...)
		s.at[token] = int32(n + 1) //nolint:gosec // at most maxStates
	}
	return s.Row(token)
}
