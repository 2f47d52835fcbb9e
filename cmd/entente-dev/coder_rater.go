package main

import (
	"math"
	"slices"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/neural"
)

// The settings of the rater of states; docs/adr/0037 says how they were chosen.
const (
	rateSeed    = 3
	rateColumns = 32
	rateHidden  = 32
	rateEpochs  = 4
	rateBatch   = 16 // choices a step
	rateRate    = 1e-3
	rateDecay   = 1 // of all weights, times the rate, a step
	rateDrop    = 0.3
	rateDropIn  = 0.1
	rateFolds   = 3        // in which the features' scores of what is learnt from are made
	stateStep   = 1.0 / 50 // what a step of a state is taken for
	rateParts   = 5
)

// contest is a choice with its states, and what the features make of its options
// that were learnt from others.
type contest struct {
	choice *model.Choice
	seen   *coder.Seen
	linear []float32
}

// contests returns the choices that have states. of is the document of each, by which
// they fall into folds: what the features say of a choice that they were learnt from
// would leave nothing to learn.
func contests(choices []model.Choice, seen []coder.Seen, of []int, cells int) []contest {
	var out []contest
	for f := range rateFolds {
		var train []model.Choice
		for i := range choices {
			if of[i]%rateFolds != f {
				train = append(train, choices[i])
			}
		}
		t := linearOf(model.TrainRanker(train, comparing(penaltyOfSide), coder.Unit, cells))
		for i := range choices {
			if of[i]%rateFolds != f || seen[i].About == nil {
				continue
			}
			c := contest{choice: &choices[i], seen: &seen[i]}
			for _, keys := range choices[i].Options {
				sum := int32(0)
				for _, k := range keys {
					sum += t[k]
				}
				c.linear = append(c.linear, float32(sum)/coder.Unit)
			}
			out = append(out, c)
		}
	}
	return out
}

// linearOf returns the weights of rows of one class by key.
func linearOf(rows []model.Row) map[uint32]int32 {
	out := make(map[uint32]int32, len(rows))
	for _, r := range rows {
		out[r.Key] = r.Cells[0].Weight
	}
	return out
}

// rater is a rater in training.
type rater struct {
	width         int
	rng           *model.Rand
	option, about *neural.Param
	in, bias, out *neural.Param
	params        []*neural.Param
}

func newRater(width int) *rater {
	r := &rater{width: width, rng: model.NewRand(rateSeed)}
	param := func(name string, rows, cols int, size float64) *neural.Param {
		p := &neural.Param{Name: name, Rows: rows, Cols: cols, W: make([]float32, rows*cols)}
		for i := range p.W {
			p.W[i] = float32((2*float64(r.rng.Uint64()>>11)/(1<<53) - 1) * size)
		}
		r.params = append(r.params, p)
		return p
	}
	row := rateParts*rateColumns + 1
	r.option = param("option", width, rateColumns, math.Sqrt(6/float64(width+rateColumns)))
	r.about = param("about", width, rateColumns, math.Sqrt(6/float64(width+rateColumns)))
	r.in = param("in", coder.RaterKinds*row, rateHidden, math.Sqrt(6/float64(row+rateHidden)))
	r.bias = param("bias", 1, rateHidden, 0)
	r.out = param("out", rateHidden, 1, 0.1)
	return r
}

// raterOf learns the rater of states; nil where there are none.
func raterOf(all *lessons) *decision.RaterWeights {
	list := slices.Concat(contests(all.who, all.sawWho, all.whoOf, cellsOfWho), contests(all.whom, all.sawWhom, all.whomOf, cellsOfWhom))
	if len(list) < rateBatch {
		return nil
	}
	r := newRater(len(list[0].seen.About))
	r.learn(list)
	return r.weights()
}

// learn makes the passes and takes the running average of the weights.
func (r *rater) learn(list []contest) {
	opt := neural.NewAdam(r.params)
	opt.Decay = netAverage
	tape := neural.NewTape(r.rng.Uint64())
	tape.Train = true
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	steps, step := rateEpochs*(len(list)/rateBatch), 0
	batch := make([]contest, rateBatch)
	for range rateEpochs {
		r.rng.Shuffle(order)
		for at := 0; at+rateBatch <= len(list); at += rateBatch {
			for i := range batch {
				batch[i] = list[order[at+i]]
			}
			tape.Reset(r.rng.Uint64())
			compareAll(batch, r.forward(tape, batch))
			tape.Backward()
			rate := rateRate * (1 - float64(step)/float64(steps))
			opt.Update([]*neural.Tape{tape}, float32(rate))
			for _, p := range r.params {
				for i := range p.W {
					p.W[i] *= float32(1 - rateDecay*rate)
				}
			}
			step++
		}
	}
	opt.Average()
}

// forward rates the options of a batch, one behind the other.
func (r *rater) forward(t *neural.Tape, batch []contest) *neural.Tensor {
	n := 0
	for i := range batch {
		n += len(batch[i].linear)
	}
	states, triggers := t.Fixed(n+len(batch), r.width), t.Fixed(len(batch), r.width)
	put := func(to []float32, state []int8) {
		for j, v := range state {
			to[j] = float32(v) * stateStep
		}
	}
	row := int32(-1)
	fill := func(state []int8) int32 {
		row++
		put(states.Row(int(row)), state)
		return row
	}
	var options, about, also, group []int32
	var kinds []uint8
	for i := range batch {
		s := batch[i].seen
		put(triggers.Row(i), s.About)
		third := fill(s.Also)
		var last []int8
		for _, o := range s.Options {
			if last == nil || o.State == nil || &last[0] != &o.State[0] { // a phrase is two options
				fill(o.State)
			}
			last = o.State
			options, about, also = append(options, row), append(about, int32(i)), append(also, third) //nolint:gosec // a batch is small
			kinds, group = append(kinds, uint8(o.Kind)), append(group, int32(i))                      //nolint:gosec // as above
		}
	}
	states.Rows = int(row) + 1
	states.V, states.G = states.V[:states.Rows*r.width], states.G[:states.Rows*r.width]
	left, right := t.Linear(states, r.option, nil), t.Linear(triggers, r.about, nil)
	x, y, z := t.Gather(left, options), t.Gather(right, about), t.Gather(left, also)
	one := t.Fixed(n, 1)
	for i := range one.V {
		one.V[i] = 1
	}
	all := t.Blocks(t.Concat(x, y, t.Times(x, y), z, t.Times(x, z), one), kinds, coder.RaterKinds)
	hidden := t.Leaky(t.Linear(t.Dropout(all, rateDropIn, group), r.in, r.bias))
	return t.Linear(t.Dropout(hidden, rateDrop, group), r.out, nil)
}

// compareAll sets the derivatives of scores, which are added to what the features say:
// of the conditional logit, as model.TrainRanker has it.
func compareAll(batch []contest, scores *neural.Tensor) {
	at := 0
	for i := range batch {
		c := &batch[i]
		p := make([]float64, len(c.linear))
		top, right := math.Inf(-1), 0.0
		for k, v := range c.linear {
			p[k] = float64(v + scores.V[at+k])
			if top = max(top, p[k]); c.choice.Right[k] {
				right++
			}
		}
		sum := 0.0
		for k := range p {
			p[k] = math.Exp(p[k] - top)
			sum += p[k]
		}
		for k := range p {
			g := p[k] / sum
			if c.choice.Right[k] {
				g -= 1 / right
			}
			scores.G[at+k] = float32(g * c.choice.Weight / rateBatch)
		}
		at += len(p)
	}
}

// weights returns what was learnt.
func (r *rater) weights() *decision.RaterWeights {
	w := &decision.RaterWeights{Width: r.width, Columns: rateColumns, Hidden: rateHidden, Kinds: coder.RaterKinds, Out: r.out.W}
	for _, p := range []*neural.Param{r.option, r.about} {
		scaled := make([]float32, len(p.W))
		for i, v := range p.W {
			scaled[i] = v * stateStep
		}
		if w.Option == nil {
			w.Option = scaled
		} else {
			w.About = scaled
		}
	}
	size := rateParts * rateColumns * rateHidden
	for kind := range coder.RaterKinds {
		block := r.in.W[kind*(size+rateHidden):]
		bias := slices.Clone(r.bias.W)
		for i, v := range block[size : size+rateHidden] {
			bias[i] += v
		}
		w.In, w.InBias = append(w.In, block[:size]), append(w.InBias, bias)
	}
	return w
}
