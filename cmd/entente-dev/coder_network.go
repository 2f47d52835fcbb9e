package main

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/neural"
)

// The settings of the network; docs/adr/0021 says how they were chosen.
const (
	netSeed     = 1
	netSeeds    = 2    // networks of which the mean is kept
	netEpochs   = 6    // passes over the examples
	netBatch    = 32   // examples a step
	netRate     = 2e-3 // of Adam, falling to nothing
	netAverage  = 0.999
	netRank     = 24   // columns of an embedding
	netHidden   = 64   // numbers of the hidden layer
	netFeatures = 9000 // features at most, the commonest
	netLeast    = 30   // examples that a feature must stand in
	wordDecay   = 1    // of the weights of words, times the rate, a step: they learn by heart else
	dropFeature = 0.2  // chance that a feature is dropped
	dropPlace   = 0.05
	dropTrigger = 0.3 // chance that all that tells the trigger's word is
	dropHidden  = 0.3
	drawnInNet  = 3 // what a word of the drawn part counts
)

// What the linear scorers and the network count in their sum.
const (
	linearShare  = 0.5
	networkShare = 0.5
)

// lesson is an example for a network.
type lesson struct {
	keys   []uint32
	own    []bool // of each key: whether it hangs on the word itself
	words  [][]int8
	class  uint8
	weight float32
	rows   []int32 // of the embeddings
	ownRow []bool
}

// netShape is what networks of one kind have in common.
type netShape struct{ places, dims, classes int }

// learnNetwork learns networks from several seeds, at the same time, and returns
// their mean. The same lessons give the same weights on machines of one kind.
func learnNetwork(lessons []lesson, shape netShape, seed uint64) *decision.Weights {
	keys := keysOf(lessons)
	list := make([]*decision.Weights, netSeeds)
	var wg sync.WaitGroup
	for k := range list {
		wg.Go(func() {
			list[k] = newNetwork(keys, shape, seed+uint64(k)).learn(lessons) //nolint:gosec // a handful
		})
	}
	wg.Wait()
	return decision.Mean(list)
}

// keysOf numbers the features that enough lessons have, and notes their numbers
// in the lessons.
func keysOf(lessons []lesson) []uint32 {
	seen := map[uint32]int{}
	for i := range lessons {
		for _, k := range lessons[i].keys {
			seen[k]++
		}
	}
	var keys []uint32
	for k, n := range seen {
		if n >= netLeast {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b uint32) int { return cmp.Or(seen[b]-seen[a], cmp.Compare(a, b)) })
	keys = keys[:min(len(keys), netFeatures)]
	slices.Sort(keys)
	for i := range lessons {
		e := &lessons[i]
		for k, key := range e.keys {
			if r, ok := slices.BinarySearch(keys, key); ok {
				e.rows, e.ownRow = append(e.rows, int32(r)), append(e.ownRow, e.own[k]) //nolint:gosec // far below 2^31
			}
		}
	}
	return keys
}

// network is a network in training.
type network struct {
	shape               netShape
	keys                []uint32
	rng                 *model.Rand
	embeddings, in, inB *neural.Param
	out, outB           *neural.Param
}

func newNetwork(keys []uint32, shape netShape, seed uint64) *network {
	n := &network{shape: shape, keys: keys, rng: model.NewRand(seed)}
	param := func(name string, rows, cols int, size float64) *neural.Param {
		p := &neural.Param{Name: name, Rows: rows, Cols: cols, W: make([]float32, rows*cols)}
		for i := range p.W {
			p.W[i] = float32((2*n.draw() - 1) * size)
		}
		return p
	}
	n.embeddings = param("embeddings", len(keys), netRank, 0.02)
	n.embeddings.Sparse = true
	n.in = param("in", netRank+shape.places*shape.dims, netHidden, 0.0125)
	for i := range netRank * netHidden {
		n.in.W[i] = float32((2*n.draw() - 1) * math.Sqrt(6/float64(netRank+netHidden)))
	}
	n.inB = param("in bias", 1, netHidden, 0)
	n.out = param("out", netHidden, shape.classes, math.Sqrt(6/float64(netHidden+shape.classes)))
	n.outB = param("out bias", 1, shape.classes, 0)
	return n
}

// draw returns a number in [0,1).
func (n *network) draw() float64 { return float64(n.rng.Uint64()>>11) / (1 << 53) }

// learn makes the passes and returns the running average of the weights.
func (n *network) learn(lessons []lesson) *decision.Weights {
	opt := neural.NewAdam([]*neural.Param{n.embeddings, n.in, n.inB, n.out, n.outB})
	opt.Decay = netAverage
	tape := neural.NewTape(n.rng.Uint64())
	tape.Train = true
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	steps, step := netEpochs*(len(lessons)/netBatch), 0
	batch := make([]*lesson, netBatch)
	classes := make([]int32, netBatch)
	for range netEpochs {
		n.rng.Shuffle(order)
		for at := 0; at+netBatch <= len(order); at += netBatch {
			for i := range batch {
				batch[i] = &lessons[order[at+i]]
				classes[i] = int32(batch[i].class)
			}
			tape.Reset(n.rng.Uint64())
			scores := n.forward(tape, batch)
			neural.CrossEntropy(scores, neural.Target{Class: classes}, 1.0/netBatch)
			for i, e := range batch {
				for j := range scores.Cols {
					scores.G[i*scores.Cols+j] *= e.weight
				}
			}
			tape.Backward()
			rate := netRate * (1 - float64(step)/float64(steps))
			opt.Update([]*neural.Tape{tape}, float32(rate))
			for i := netRank * netHidden; i < len(n.in.W); i++ {
				n.in.W[i] *= float32(1 - wordDecay*rate)
			}
			step++
		}
	}
	opt.Average()
	return &decision.Weights{Keys: n.keys, Rank: netRank, Places: n.shape.places, Dims: n.shape.dims, Hidden: netHidden, Classes: n.shape.classes,
		Embeddings: n.embeddings.W, In: n.in.W, InBias: n.inB.W, Out: n.out.W, OutBias: n.outB.W}
}

// forward scores a batch with part of what it shows dropped: single features,
// words, and all that hangs on the word itself. What is left of the features
// counts as much as all of them.
func (n *network) forward(t *neural.Tape, batch []*lesson) *neural.Tensor {
	rows, by, group := make([][]int32, len(batch)), make([]float32, len(batch)), make([]int32, len(batch))
	words := t.New(len(batch), n.shape.places*n.shape.dims)
	for i, e := range batch {
		group[i] = int32(i) //nolint:gosec // a batch is small
		blind := n.draw() < dropTrigger
		for k, r := range e.rows {
			if (!blind || !e.ownRow[k]) && n.draw() >= dropFeature {
				rows[i] = append(rows[i], r)
			}
		}
		by[i] = float32(len(e.rows)) / float32(max(1, len(rows[i])))
		row := words.Row(i)
		for p, v := range e.words {
			if v == nil || n.draw() < dropPlace {
				continue
			}
			for j, x := range v {
				row[p*n.shape.dims+j] = float32(x)
			}
		}
	}
	sum := t.Scale(t.Lookup(n.embeddings, rows), by)
	hidden := t.Leaky(t.Linear(t.Concat(sum, words), n.in, n.inB))
	return t.Linear(t.Dropout(hidden, dropHidden, group), n.out, n.outB)
}

// networkOf learns the network of triggers, with its share of the sum.
func networkOf(all *lessons) *decision.Weights {
	var list []lesson
	for i, e := range all.triggers {
		s := &all.sights[i]
		if !s.Candidate && e.Class == 0 {
			continue
		}
		l := lesson{keys: e.Keys, own: s.TellsWord, words: s.Words, class: e.Class, weight: 1}
		if all.drawn[i] {
			l.weight = drawnInNet
		}
		list = append(list, l)
	}
	w := learnNetwork(list, netShape{coder.SightPlaces, coder.SightVectors, coder.Roots}, netSeed)
	for _, out := range [2][]float32{w.Out, w.OutBias} {
		for i := range out {
			out[i] *= networkShare
		}
	}
	return w
}
