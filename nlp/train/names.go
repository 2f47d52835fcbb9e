package train

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/neural"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// The name finder stands on a network that is trained and stays as it is: it
// reads what the layer of the tags gives, beside a table of its own for parts of
// words and lists of well-known names, and learns from sentences that have no
// trees.

// NameShape is the size of a name finder and how it is trained.
type NameShape struct {
	Own, Buckets, Hidden int
	Outer                int // columns of vectors of words that were learnt elsewhere
	Epochs, Batch        int
	Rate, Drop           float32
	DropWord             float32 // share of forms that it must know by their parts
	Outside              float32 // is added to what speaks for no name
	Chain                bool    // whether marks are learnt as a chain
}

// example is a sentence with marks, as the finder sees it.
type example struct {
	below, outer []int16
	loose, exact [][]int32
	marks        []int32
}

type finder struct {
	shape NameShape
	below int
	own   *neural.Param
	lstm  [2]neural.LSTMParams
	marks [2]*neural.Param
	moves *neural.Param // what speaks for a mark behind another
	m     *maker
}

func newFinder(s NameShape, below int, seed uint64) *finder {
	m := newMaker(seed)
	f := &finder{shape: s, below: below, m: m}
	f.own = m.table("own", s.Buckets, s.Own, 0.15)
	for d := range f.lstm {
		f.lstm[d] = m.lstm(fmt.Sprintf("lstm%d", d), below+s.Own+s.Outer, s.Hidden)
	}
	f.marks = m.affine("marks", 2*s.Hidden, net.Marks)
	f.moves = m.add("moves", net.Marks, net.Marks)
	return f
}

// trainNames adds the name finder for a network to file.
func (t *trainer) trainNames(file *model.File, name string, below *net.Network, s NameShape, named []Named) error {
	if t.vectors == nil {
		s.Outer = 0
	}
	f, kept := newFinder(s, 2*below.Hidden, t.set.Seed), name
	if t.from != nil {
		kept += " further"
		if err := f.load(t.from, name); err != nil {
			return err
		}
		f.marks[1].W[net.Outside] -= s.Outside // export adds it
		s.Epochs, s.Rate = t.set.NamesFurther, s.Rate/2
		f.shape = s
	}
	found, err := restore(t.set.Keep, kept, f.m.params)
	if err != nil {
		return err
	}
	if !found {
		job[*example]{
			params: f.m.params, examples: t.nameExamples(below, s, named), size: func(e *example) int { return len(e.marks) }, run: f.step,
			shape: Shape{Epochs: s.Epochs, Batch: s.Batch, Rate: s.Rate}, seed: t.set.Seed,
			log: func(epoch int, sum sums) {
				t.set.Log("%s: epoch %d: loss %.3f, marks %.2f", name, epoch, sum.loss/float64(sum.words), 100*float64(sum.tags)/float64(sum.words))
			},
		}.fit()
		if err := keep(t.set.Keep, kept, f.m.params); err != nil {
			return err
		}
	}
	f.export(file, name)
	return nil
}

func (t *trainer) nameExamples(below *net.Network, shape NameShape, named []Named) []*example {
	const together = 32
	out := make([]*example, 0, len(named))
	b := net.NewBatch(below)
	for i := 0; i < len(named); i += together {
		part := named[i:min(i+together, len(named))]
		var words []*word.Info
		var ends []int
		for _, n := range part {
			words = append(words, t.infos(n.Words)...)
			ends = append(ends, len(words))
		}
		b.Begin(words, ends)
		at := 0
		for s, n := range part {
			var codes [net.NameSets][]uint8
			for set := range codes {
				codes[set] = make([]uint8, len(n.Words))
				t.lists.Names[set].Mark(words[at:at+len(n.Words)], codes[set])
			}
			e := &example{marks: n.marks(), outer: make([]int16, len(n.Words)*shape.Outer)}
			for k := range n.Words {
				net.Read(t.vectors, words[at], e.outer[k*shape.Outer:(k+1)*shape.Outer])
				e.below = append(e.below, b.Below(s, k)...)
				w := words[at]
				loose, exact := net.NameRows(w, t.lists.Of(w), shape.Buckets, nil, nil)
				for set := range codes {
					if c := codes[set][k]; c > 0 {
						loose = append(loose, net.SetRow(set, c, shape.Buckets))
					}
				}
				e.loose, e.exact = append(e.loose, loose), append(e.exact, exact)
				at++
			}
			if len(e.marks) > 0 {
				out = append(out, e)
			}
		}
	}
	return out
}

// marks returns the mark of each word.
func (n *Named) marks() []int32 {
	out := make([]int32, len(n.Words))
	for _, s := range n.Spans {
		for k := s.First; k < s.Last; k++ {
			out[k] = int32(net.Inside(s.Type))
		}
		out[s.First] = int32(net.Begin(s.Type))
	}
	return out
}

// step runs a batch forward and back.
func (f *finder) step(t *neural.Tape, batch []*example, seed uint64, scale float32) sums {
	t.Reset(seed)
	r := rand.New(rand.NewPCG(seed, 5)) //nolint:gosec // no secrets
	lens := make([]int, len(batch))
	for i, e := range batch {
		lens[i] = len(e.marks)
	}
	o := kernel.NewOrder(lens)
	rows, marks := make([][]int32, o.Rows()), neural.Target{Class: make([]int32, o.Rows())}
	below, outer := t.Fixed(o.Rows(), f.below), t.New(o.Rows(), f.shape.Outer)
	for i := range rows {
		e, k := batch[o.Group[i]], int(o.Place[i])
		rows[i] = e.loose[k]
		if r.Float32() >= f.shape.DropWord {
			rows[i] = append(e.exact[k : k+1 : k+1][0][:len(e.exact[k]):len(e.exact[k])], e.loose[k]...)
		}
		marks.Class[i] = e.marks[k]
		activations(below.Row(i), e.below[k*f.below:])
		activations(outer.Row(i), e.outer[k*f.shape.Outer:])
	}
	x := t.Dropout(t.Concat(below, t.Lookup(f.own, rows), outer), f.shape.Drop, o.Group)
	x = t.Concat(t.LSTM(x, o, f.lstm[0], false), t.LSTM(x, o, f.lstm[1], true))
	scores := t.Linear(t.Dropout(x, f.shape.Drop, o.Group), f.marks[0], f.marks[1])
	s := sums{words: o.Rows()}
	if f.shape.Chain {
		s.loss = t.Chains(scores, sequences(o, lens), marks.Class, neural.Moves{Weights: f.moves, Allowed: net.May}, scale)
	} else {
		s.loss = neural.CrossEntropy(scores, marks, scale)
	}
	for i, y := range marks.Class {
		if argmax(scores.Row(i)) == int(y) {
			s.tags++
		}
	}
	t.Backward()
	return s
}

// sequences returns the rows of each sentence, in the order of its words.
func sequences(o *kernel.Order, lens []int) [][]int32 {
	out := make([][]int32, len(lens))
	for i, n := range lens {
		for k := range n {
			out[i] = append(out[i], int32(o.Row(i, k))) //nolint:gosec // indices fit
		}
	}
	return out
}

// activations sets numbers to the first of fixed-point ones.
func activations(to []float32, from []int16) {
	for i := range to {
		to[i] = float32(from[i]) / (1 << net.Point)
	}
}

func (f *finder) export(file *model.File, name string) {
	c := net.NameConfig{Below: f.below, Own: f.shape.Own, Buckets: f.shape.Buckets, Hidden: f.shape.Hidden, Outer: f.shape.Outer}
	file.AddUint32s(name+".config", c.Numbers())
	exportTable(file, name+".own", f.own)
	for d := range f.lstm {
		exportLSTM(file, name+net.LayerName(0, d), f.lstm[d])
	}
	marks := *f.marks[1]
	marks.W = slices.Clone(marks.W)
	marks.W[net.Outside] += f.shape.Outside
	exportDense(file, name+".marks", [2]*neural.Param{f.marks[0], &marks}, net.Point, net.Point)
	if f.shape.Chain {
		file.AddUint32s(name+".moves", fixed(f.moves.W, net.Point))
	}
}
