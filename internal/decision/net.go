package decision

import (
	"fmt"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
)

// Numbers in [Net.config], by place.
const (
	atRank    = iota // columns of an embedding
	atPlaces         // places whose words are seen
	atDims           // components of the vector of a word
	atFactor         // what these are multiplied by
	atHidden         // numbers of the hidden layer
	atClasses        // classes
	configs
)

// Limits of a network that is read.
const (
	maxRank    = 256
	maxPlaces  = 64
	maxDims    = 512
	maxFactor  = 1 << 8 // times any component fits in 16 bits
	maxHidden  = 1 << 10
	maxClasses = 64
)

// hiddenPoint is how many bits of a hidden number stand behind the point.
const hiddenPoint = 10

// Net scores classes. It is read-only and may be shared by goroutines.
type Net struct {
	config     [configs]int
	index      index
	embeddings []int8 // rank numbers a feature
	hidden     *kernel.Matrix
	hiddenOut  kernel.Outputs
	last       *kernel.Matrix
	lastOut    kernel.Outputs
}

// Scratch is the memory of one goroutine.
type Scratch struct {
	sums []int32
	in   []int16
	mid  []int16
}

// Places returns the number of places whose words the network sees.
func (n *Net) Places() int { return n.config[atPlaces] }

// Dims returns the number of components of the vectors that it takes.
func (n *Net) Dims() int { return n.config[atDims] }

// Classes returns the number of classes.
func (n *Net) Classes() int { return n.config[atClasses] }

// Score adds the scores of the classes to scores, of length Classes at least.
// keys are the features; words holds for each place the vector of its word, nil
// for none.
func (n *Net) Score(s *Scratch, keys []uint32, words [][]int8, scores []int32) {
	rank, dims := n.config[atRank], n.config[atDims]
	s.sums = zeros(s.sums, max(n.hidden.Panels(), n.last.Panels(), rank))
	s.in = zeros(s.in, n.hidden.In)
	for _, k := range keys {
		r, ok := n.index.find(k)
		if !ok {
			continue
		}
		row := n.embeddings[r*rank : (r+1)*rank]
		sums := s.sums[:len(row)]
		for j, v := range row {
			sums[j] += int32(v)
		}
	}
	for j, v := range s.sums[:rank] {
		s.in[j] = int16(max(-1<<15, min(1<<15-1, v))) //nolint:gosec // cut off
	}
	factor := int16(n.config[atFactor]) //nolint:gosec // at most maxFactor
	for p, v := range words[:n.config[atPlaces]] {
		at := s.in[rank+p*dims:][:dims]
		for j, x := range v[:min(len(v), dims)] {
			at[j] = int16(x) * factor
		}
	}
	clear(s.sums)
	n.hidden.Mul(s.sums, n.hidden.Panels(), s.in, n.hidden.In, 1)
	s.mid = zeros(s.mid, n.last.In)
	n.hiddenOut.Values(s.mid[:n.hidden.Out], s.sums, true)
	clear(s.sums)
	n.last.Mul(s.sums, n.last.Panels(), s.mid, n.last.In, 1)
	for c := range n.last.Out {
		scores[c] += n.lastOut.Value(s.sums[c], c)
	}
}

// zeros returns s with n zeros.
func zeros[T int16 | int32](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// index leads from the key of a feature to its row, by open addressing.
type index struct {
	shift uint8
	slots []entry
}

type entry struct{ key, row uint32 }

// newIndex returns the index of ascending keys; false if they do not ascend or
// one is zero.
func newIndex(keys []uint32) (index, bool) {
	size, shift := 16, uint8(28)
	for size < 2*len(keys) {
		size, shift = 2*size, shift-1
	}
	x := index{shift: shift, slots: make([]entry, size)}
	before := uint32(0)
	for r, k := range keys {
		if k <= before {
			return x, false
		}
		before = k
		i := k >> shift
		for x.slots[i].key != 0 {
			i = (i + 1) & uint32(size-1) //nolint:gosec // far below 2^32
		}
		x.slots[i] = entry{k, uint32(r)} //nolint:gosec // as above
	}
	return x, true
}

// find returns the row of key k.
func (x *index) find(k uint32) (row int, ok bool) {
	mask := uint32(len(x.slots) - 1) //nolint:gosec // far below 2^32
	for i := k >> x.shift; ; i = (i + 1) & mask {
		switch e := x.slots[i]; e.key {
		case k:
			return int(e.row), k != 0
		case 0:
			return 0, false
		}
	}
}

// Read reads the network whose sections begin with name. Errors wrap those of
// package model.
func Read(f *model.File, name string) (*Net, error) {
	r := reader{f: f, name: name}
	n := &Net{}
	config := r.numbers(".config", configs)
	keys := r.numbers(".keys", -1)
	if r.err != nil {
		return nil, r.err
	}
	for i, limit := range [configs]uint32{maxRank, maxPlaces, maxDims, maxFactor, maxHidden, maxClasses} {
		if config[i] == 0 || config[i] > limit {
			return nil, r.damaged(".config")
		}
		n.config[i] = int(config[i])
	}
	var ok bool
	if n.index, ok = newIndex(keys); !ok {
		return nil, r.damaged(".keys")
	}
	rank, hidden, classes := n.config[atRank], n.config[atHidden], n.config[atClasses]
	in := rank + n.config[atPlaces]*n.config[atDims]
	n.embeddings = r.weights(".embeddings", len(keys)*rank)
	n.hidden, n.hiddenOut = r.layer(".hidden", hidden, in)
	n.last, n.lastOut = r.layer(".last", classes, hidden)
	return n, r.err
}

// reader reads sections until the first error.
type reader struct {
	f    *model.File
	name string
	err  error
}

func (r *reader) damaged(section string) error {
	return fmt.Errorf("section %q: %w", r.name+section, model.ErrDamaged)
}

// numbers reads a section of n numbers, of any length if n is negative.
func (r *reader) numbers(section string, n int) []uint32 {
	if r.err != nil {
		return nil
	}
	list, err := r.f.Uint32s(r.name + section)
	if r.err = err; err == nil && n >= 0 && len(list) != n {
		r.err = r.damaged(section)
	}
	return list
}

// weights reads a section of n signed bytes.
func (r *reader) weights(section string, n int) []int8 {
	if r.err != nil {
		return nil
	}
	b, err := r.f.Bytes(r.name + section)
	if r.err = err; err == nil && len(b) != n {
		r.err = r.damaged(section)
	}
	if r.err != nil {
		return nil
	}
	out := make([]int8, n)
	for i, v := range b {
		out[i] = int8(v) //nolint:gosec // two's complement
	}
	return out
}

// layer reads a layer: weights, factors and biases.
func (r *reader) layer(section string, out, in int) (*kernel.Matrix, kernel.Outputs) {
	w := r.weights(section+".weights", out*in)
	scale, bias := r.numbers(section+".scale", out), r.numbers(section+".bias", out)
	if r.err != nil {
		return nil, kernel.Outputs{}
	}
	return kernel.Pack(w, out, in), kernel.Outputs{Scale: signed(scale), Bias: signed(bias)}
}

func signed(list []uint32) []int32 {
	out := make([]int32, len(list))
	for i, v := range list {
		out[i] = int32(v) //nolint:gosec // two's complement
	}
	return out
}
