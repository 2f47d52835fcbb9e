package kernel

// Order is the order of the rows of a batch of sentences, longest first: the
// first words of all, then the second words of those that have one, and so on.
// A step of a recurrent network is then a run of rows, and none is padding.
type Order struct {
	Lens   []int   // words of each sentence, not rising
	First  []int   // first row of each step, and the number of rows
	Group  []int32 // each row's sentence
	Place  []int32 // each row's place in its sentence
	Mirror []int32 // the row of the word at the same distance from the other end
}

// NewOrder returns the order for sentences of the given lengths.
func NewOrder(lens []int) *Order {
	o := &Order{}
	o.Reset(lens)
	return o
}

// Reset sets o to the order for sentences of the given lengths, which must not
// rise and are kept; sentences of length 0 have no rows.
func (o *Order) Reset(lens []int) {
	o.Lens, o.First, o.Group, o.Place, o.Mirror = lens, append(o.First[:0], 0), o.Group[:0], o.Place[:0], o.Mirror[:0]
	live := len(lens)
	for step := 0; ; step++ {
		for live > 0 && lens[live-1] <= step {
			live--
		}
		if live == 0 {
			break
		}
		for s := range live {
			o.Group = append(o.Group, int32(s))
			o.Place = append(o.Place, int32(step))
		}
		o.First = append(o.First, len(o.Group))
	}
	for r := range o.Group {
		s := int(o.Group[r])
		o.Mirror = append(o.Mirror, int32(o.Row(s, lens[s]-1-int(o.Place[r])))) //nolint:gosec // rows of a batch fit
	}
}

// Rows returns the number of words.
func (o *Order) Rows() int { return o.First[len(o.First)-1] }

// Steps returns the length of the longest sentence.
func (o *Order) Steps() int { return len(o.First) - 1 }

// Row returns the row of a word of a sentence.
func (o *Order) Row(sentence, word int) int { return o.First[word] + sentence }
