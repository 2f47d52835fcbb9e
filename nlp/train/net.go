package train

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/neural"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Shape is the size of a network and how it is trained.
type Shape struct {
	Word, Sub  int // columns of the tables of words and of parts
	Buckets    int // rows of the table of parts, a power of two
	Outer      int // columns of vectors of words that were learnt elsewhere
	Hidden     int // of each direction of a recurrent layer
	Layers     int
	TagLayer   int // whose outputs the tags are read from
	Arc, Label int // columns of the scorers of heads and of relations
	Epochs     int
	Batch      int     // words of a batch
	Rate       float32 // of Adam, at its highest
	DropIn     float32 // share of dropped columns of what the first layer reads
	Drop       float32 // of what the layers give
	DropWord   float32 // share of known words that are taken for unknown ones
	Share      float32 // what the teachers' distributions weigh beside the treebank
	Polish     int     // epochs behind the others, from a third of the rate on
}

// tree is a sentence as the network sees it in training.
type tree struct {
	forms  []*word.Info
	rows   []int32   // of the table of words
	parts  [][]int32 // rows of the table of parts
	tags   []int32   // -1: not known
	heads  []int32   // place of the head, -1 for the root
	labels []int32   // -1 for the root and where not known
	soft   *soft     // what teachers say, nil for nothing
	silver bool      // the trees are the teachers' own
}

// soft holds distributions over tags, heads and relations.
type soft struct{ tags, arcs, labels []float32 }

// core is the network in floats.
type core struct {
	shape      Shape
	counts     []int // occurrences by row of the table of words
	vectors    net.Vectors
	word, sub  *neural.Param
	lstm       [][2]neural.LSTMParams
	tag        [2]*neural.Param
	arcDep     [2]*neural.Param
	arcHead    [2]*neural.Param
	arc        [2]*neural.Param
	arcRoot    *neural.Param
	labDep     [2]*neural.Param
	labHead    [2]*neural.Param
	lab        [2]*neural.Param
	tags, labs int
	params     []*neural.Param
}

// maker makes params with random weights.
type maker struct {
	r      *rand.Rand
	params []*neural.Param
}

func (m *maker) add(name string, rows, cols int) *neural.Param {
	p := &neural.Param{Name: name, Rows: rows, Cols: cols, W: make([]float32, rows*cols)}
	m.params = append(m.params, p)
	return p
}

// table makes a table of vectors with that standard deviation.
func (m *maker) table(name string, rows, cols int, deviation float64) *neural.Param {
	p := m.add(name, rows, cols)
	p.Sparse = true
	for i := range p.W {
		p.W[i] = float32(m.r.NormFloat64() * deviation)
	}
	return p
}

// matrix makes a matrix with the range of Glorot and Bengio (2010).
func (m *maker) matrix(name string, rows, cols int) *neural.Param {
	p := m.add(name, rows, cols)
	a := math.Sqrt(6 / float64(rows+cols))
	for i := range p.W {
		p.W[i] = float32((2*m.r.Float64() - 1) * a)
	}
	return p
}

// affine makes a matrix and a row of biases.
func (m *maker) affine(name string, rows, cols int) [2]*neural.Param {
	return [2]*neural.Param{m.matrix(name, rows, cols), m.add(name+".bias", 1, cols)}
}

func (m *maker) lstm(name string, in, hidden int) neural.LSTMParams {
	p := neural.LSTMParams{Input: m.matrix(name+".in", in, 4*hidden), Recurrent: m.matrix(name+".rec", hidden, 4*hidden), Bias: m.add(name+".bias", 1, 4*hidden)}
	for j := hidden; j < 2*hidden; j++ {
		p.Bias.W[j] = 1 // remember at first
	}
	return p
}

func newMaker(seed uint64) *maker {
	return &maker{r: rand.New(rand.NewPCG(seed, 77))} //nolint:gosec // no secrets
}

// newCore returns a network with random weights for the words and classes of v.
func newCore(s Shape, v *inventory, seed uint64) *core {
	m := newMaker(seed)
	c := &core{shape: s, counts: v.counts, tags: len(v.tags), labs: len(v.labels)}
	c.word, c.sub = m.table("word", len(v.hashes)+1, s.Word, 0.3), m.table("sub", s.Buckets, s.Sub, 0.15)
	in := s.Word + s.Sub + s.Outer
	for l := range s.Layers {
		var both [2]neural.LSTMParams
		for d := range both {
			both[d] = m.lstm(fmt.Sprintf("lstm%d%c", l, "fb"[d]), in, s.Hidden)
		}
		c.lstm = append(c.lstm, both)
		in = 2 * s.Hidden
	}
	c.tag = m.affine("tag", in, c.tags)
	c.arcDep, c.arcHead, c.arc = m.affine("arc.dep", in, s.Arc), m.affine("arc.head", in, s.Arc), m.affine("arc", s.Arc, s.Arc)
	c.arcRoot = m.matrix("arc.root", 1, s.Arc)
	c.labDep, c.labHead, c.lab = m.affine("label.dep", in, s.Label), m.affine("label.head", in, s.Label), m.affine("label", s.Label, c.labs)
	c.params = m.params
	return c
}

// pass is one run of a network over a batch.
type pass struct {
	order   *kernel.Order
	tag     *neural.Tensor
	arcs    neural.Arcs
	labDep  *neural.Tensor
	labHead *neural.Tensor
}

// read runs the network over a batch, whose sentences go from long to short, up
// to the scorers.
func (c *core) read(t *neural.Tape, batch []*tree, r *rand.Rand) pass {
	lens := make([]int, len(batch))
	for i, b := range batch {
		lens[i] = len(b.forms)
	}
	o := kernel.NewOrder(lens)
	words, parts, flat := make([][]int32, o.Rows()), make([][]int32, o.Rows()), make([]int32, o.Rows())
	for i := range words {
		b := batch[o.Group[i]]
		w := b.rows[o.Place[i]]
		if t.Train && w != net.UnknownRow && r.Float32() < c.shape.DropWord+0.25/(float32(c.counts[w])+0.25) {
			w = net.UnknownRow
		}
		flat[i] = w
		words[i], parts[i] = flat[i:i+1], b.parts[o.Place[i]]
	}
	inputs := []*neural.Tensor{t.Lookup(c.word, words), t.Lookup(c.sub, parts)}
	if c.shape.Outer > 0 {
		inputs = append(inputs, c.outer(t, o, batch))
	}
	x := t.Dropout(t.Concat(inputs...), c.shape.DropIn, o.Group)
	p := pass{order: o}
	for l := range c.lstm {
		x = t.Concat(t.LSTM(x, o, c.lstm[l][0], false), t.LSTM(x, o, c.lstm[l][1], true))
		x = t.Dropout(x, c.shape.Drop, o.Group)
		if l == c.shape.TagLayer {
			p.tag = t.Linear(x, c.tag[0], c.tag[1])
		}
	}
	drop := func(x *neural.Tensor) *neural.Tensor { return t.Dropout(t.Leaky(x), c.shape.Drop, o.Group) }
	dep, head := drop(t.Linear(x, c.arcDep[0], c.arcDep[1])), drop(t.Linear(x, c.arcHead[0], c.arcHead[1]))
	p.arcs = neural.Arcs{Dep: t.Linear(dep, c.arc[0], c.arc[1]), Head: head, Root: c.arcRoot, Order: o}
	p.labDep, p.labHead = t.Linear(x, c.labDep[0], c.labDep[1]), t.Linear(x, c.labHead[0], c.labHead[1])
	return p
}

// outer lays out the vectors of words that were learnt elsewhere.
func (c *core) outer(t *neural.Tape, o *kernel.Order, batch []*tree) *neural.Tensor {
	x := t.New(o.Rows(), c.shape.Outer)
	list := make([]int16, c.shape.Outer)
	for i := range o.Rows() {
		net.Read(c.vectors, batch[o.Group[i]].forms[o.Place[i]], list)
		activations(x.Row(i), list)
	}
	return x
}

// relations returns the scores of relations for the given heads, a row number
// for each row.
func (c *core) relations(t *neural.Tape, p pass, heads []int32) *neural.Tensor {
	pair := t.Leaky(t.Add(p.labDep, t.Gather(p.labHead, heads)))
	return t.Linear(t.Dropout(pair, c.shape.Drop, p.order.Group), c.lab[0], c.lab[1])
}

// sums counts what a network gets right.
type sums struct {
	words, tags, heads, labels int
	loss                       float64
}

func (s *sums) add(o sums) {
	s.words += o.words
	s.tags += o.tags
	s.heads += o.heads
	s.labels += o.labels
	s.loss += o.loss
}

func (s *sums) String() string {
	n := float64(max(1, s.words)) / 100
	return fmt.Sprintf("loss %.3f, tags %.2f, heads %.2f, relations %.2f", s.loss/n/100, float64(s.tags)/n, float64(s.heads)/n, float64(s.labels)/n)
}

// step runs a batch forward and back, with gradients for the sum of the losses
// times scale.
func (c *core) step(t *neural.Tape, batch []*tree, seed uint64, scale float32) sums {
	t.Reset(seed)
	p := c.read(t, batch, rand.New(rand.NewPCG(seed, 5))) //nolint:gosec // no secrets
	o, n := p.order, p.order.Rows()
	heads, at := make([]int32, n), make([]int32, n)
	tags, labels := neural.Target{Class: make([]int32, n), Share: c.shape.Share}, neural.Target{Class: make([]int32, n), Share: c.shape.Share}
	for i := range n {
		b, k := batch[o.Group[i]], o.Place[i]
		tags.Class[i], heads[i], labels.Class[i] = b.tags[k], b.heads[k], b.labels[k]
		at[i] = int32(o.Row(int(o.Group[i]), int(max(0, heads[i]))))
	}
	arcs := c.distributions(batch, o, &tags, &labels)
	s := sums{words: n}
	s.loss += neural.CrossEntropy(p.tag, tags, scale)
	loss, guess := t.ArcLoss(p.arcs, heads, arcs, c.shape.Share, scale)
	rel := c.relations(t, p, at)
	s.loss += loss + neural.CrossEntropy(rel, labels, scale)
	for i := range n {
		b, k := batch[o.Group[i]], o.Place[i]
		if guess[i] == b.heads[k] {
			s.heads++
		}
		if argmax(p.tag.Row(i)) == int(b.tags[k]) {
			s.tags++
		}
		if b.labels[k] < 0 || argmax(rel.Row(i)) == int(b.labels[k]) {
			s.labels++
		}
	}
	t.Backward()
	return s
}

// distributions lays out what teachers say of a batch in the order of its rows.
// Of sentences that have no tree but the teachers' own, it is all that counts.
func (c *core) distributions(batch []*tree, o *kernel.Order, tags, labels *neural.Target) [][]float32 {
	some := false
	for _, b := range batch {
		some = some || b.soft != nil
	}
	if !some {
		return nil
	}
	arcs := make([][]float32, len(batch))
	tags.Soft, labels.Soft = make([]float32, o.Rows()*c.tags), make([]float32, o.Rows()*c.labs)
	for s, b := range batch {
		if b.soft == nil {
			continue
		}
		arcs[s] = b.soft.arcs
		for k := range b.forms {
			r := o.Row(s, k)
			copy(tags.Soft[r*c.tags:(r+1)*c.tags], b.soft.tags[k*c.tags:])
			if b.labels[k] >= 0 {
				copy(labels.Soft[r*c.labs:(r+1)*c.labs], b.soft.labels[k*c.labs:])
			}
		}
	}
	return arcs
}

func argmax(row []float32) int {
	at := 0
	for i, v := range row {
		if v > row[at] {
			at = i
		}
	}
	return at
}
