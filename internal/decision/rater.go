package decision

import (
	"fmt"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
)

// Numbers in [Rater.config], by place.
const (
	atWidth       = iota // numbers of a state
	atColumns            // numbers that a state is projected to
	atRaterHidden        // numbers of the hidden layer
	atKinds              // kinds of options
	raterConfigs
)

// Limits of a rater that is read.
const (
	maxWidth   = 1 << 12
	maxColumns = 256
	maxKinds   = 16
)

// parts is how many blocks of columns the hidden layer reads: what is there, whom it
// stands beside, their product, who acts, and the product with that.
const parts = 5

// Rater rates the options of a choice by the states that a network held of their
// words, beside those of the word that the choice is about and of a third, by a
// layer of their projections and of the products of these. Products tell what
// sums cannot: that two words belong to one another. It is read-only and may be
// shared by goroutines.
type Rater struct {
	config            [raterConfigs]int
	option, about     *kernel.Matrix // projections: of options and of the third word, of the word that it is about
	optionTo, aboutTo kernel.Outputs
	hidden            []*kernel.Matrix // by kind of option
	hiddenTo          []kernel.Outputs
	last              *kernel.Matrix
	lastTo            kernel.Outputs
}

// Option is one of a choice: its kind and the state of its word, nil for none.
type Option struct {
	Kind  int
	State []int8
}

// RaterScratch is the memory of one goroutine.
type RaterScratch struct {
	sums            []int32
	state, in, mid  []int16
	row, word, also []int16
}

// Width returns how many numbers a state has.
func (r *Rater) Width() int { return r.config[atWidth] }

// Kinds returns the number of kinds of options.
func (r *Rater) Kinds() int { return r.config[atKinds] }

// Rate adds what each option is worth to scores. about is the state of the word that
// the choice is about, also that of the third word; nil for none.
func (r *Rater) Rate(s *RaterScratch, about, also []int8, options []Option, scores []int32) {
	k := r.config[atColumns]
	s.sums = zeros(s.sums, max(r.option.Panels(), r.hidden[0].Panels(), r.last.Panels()))
	s.word, s.also, s.row = zeros(s.word, k), zeros(s.also, k), zeros(s.row, k)
	s.in, s.mid = zeros(s.in, r.hidden[0].In), zeros(s.mid, r.last.In)
	r.project(s, s.word, r.about, &r.aboutTo, about)
	r.project(s, s.also, r.option, &r.optionTo, also)
	for i, o := range options {
		r.project(s, s.row, r.option, &r.optionTo, o.State)
		copy(s.in, s.row)
		copy(s.in[k:], s.word)
		products(s.in[2*k:], s.row, s.word)
		copy(s.in[3*k:], s.also)
		products(s.in[4*k:], s.row, s.also)
		h := r.hidden[o.Kind]
		r.apply(s, s.mid[:h.Out], h, &r.hiddenTo[o.Kind], s.in, true)
		clear(s.sums)
		r.last.Mul(s.sums, r.last.Panels(), s.mid, r.last.In, 1)
		scores[i] += r.lastTo.Value(s.sums[0], 0)
	}
}

// project sets out to the projection of a state, zeros for none.
func (r *Rater) project(s *RaterScratch, out []int16, m *kernel.Matrix, to *kernel.Outputs, state []int8) {
	clear(out)
	if len(state) != r.config[atWidth] {
		return
	}
	s.state = zeros(s.state, m.In)
	for i, v := range state {
		s.state[i] = int16(v)
	}
	r.apply(s, out, m, to, s.state, false)
}

// apply sets out to what a layer gives for in.
func (r *Rater) apply(s *RaterScratch, out []int16, m *kernel.Matrix, to *kernel.Outputs, in []int16, leaky bool) {
	clear(s.sums)
	m.Mul(s.sums, m.Panels(), in, m.In, 1)
	to.Values(out, s.sums, leaky)
}

// products sets out to the products of x and y, as far as these go.
func products(out, x, y []int16) {
	for i := range x {
		out[i] = int16(max(-1<<15, min(1<<15-1, (int32(x[i])*int32(y[i]))>>hiddenPoint))) //nolint:gosec // cut off
	}
}

// ReadRater reads the rater whose sections begin with name. Errors wrap those of
// package model.
func ReadRater(f *model.File, name string) (*Rater, error) {
	r := reader{f: f, name: name}
	n := &Rater{}
	config := r.numbers(".config", raterConfigs)
	if r.err != nil {
		return nil, r.err
	}
	for i, limit := range [raterConfigs]uint32{maxWidth, maxColumns, maxHidden, maxKinds} {
		if config[i] == 0 || config[i] > limit {
			return nil, r.damaged(".config")
		}
		n.config[i] = int(config[i])
	}
	k, hidden := n.config[atColumns], n.config[atRaterHidden]
	n.option, n.optionTo = r.layer(".option", k, n.config[atWidth])
	n.about, n.aboutTo = r.layer(".about", k, n.config[atWidth])
	for kind := range n.config[atKinds] {
		m, to := r.layer(fmt.Sprintf(".hidden%d", kind), hidden, parts*k)
		n.hidden, n.hiddenTo = append(n.hidden, m), append(n.hiddenTo, to)
	}
	n.last, n.lastTo = r.layer(".last", 1, hidden)
	return n, r.err
}

// RaterWeights are those of a rater as training gives them, each layer input after
// input.
type RaterWeights struct {
	Width, Columns, Hidden, Kinds int
	Option, About                 []float32   // Columns for each number of a state in steps of 1/128
	In, InBias                    [][]float32 // by kind: Hidden for each of five times Columns; Hidden
	Out                           []float32   // Hidden
}

// Add appends the sections of the rater, as integers, to f; unit is what a logarithm
// of odds is worth in its scores.
func (w *RaterWeights) Add(f *model.File, name string, unit float64) {
	f.AddUint32s(name+".config", []uint32{uint32(w.Width), uint32(w.Columns), uint32(w.Hidden), uint32(w.Kinds)}) //nolint:gosec // small
	addLayer(f, name+".option", times(w.Option, 1), make([]float32, w.Columns), 1<<hiddenPoint)
	addLayer(f, name+".about", times(w.About, 1), make([]float32, w.Columns), 1<<hiddenPoint)
	for kind := range w.Kinds {
		addLayer(f, fmt.Sprintf("%s.hidden%d", name, kind), times(w.In[kind], 1.0/(1<<hiddenPoint)), w.InBias[kind], 1<<hiddenPoint)
	}
	addLayer(f, name+".last", times(w.Out, 1.0/(1<<hiddenPoint)), []float32{0}, unit)
}

// times returns the numbers of list times by.
func times(list []float32, by float64) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = float64(v) * by
	}
	return out
}
