package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/model"
)

// How the register is learnt.
const (
	registerRounds  = 6
	registerRate    = 0.2
	registerDecay   = 1e-4
	registerLeast   = 4    // sentences that a word must stand in
	registerWords   = 2000 // that weigh most are kept
	registerDrawn   = 3    // a real sentence counts as so many
	registerPenalty = 5    // of the weights of vectors
)

// told is a sentence of the corpus by its words and by their mean vector, and
// whether it tells an event.
type told struct {
	keys   []uint32
	mean   []float64 // nil for none
	event  bool
	weight float64
}

// addRegister learns which words go with sentences that tell events, and adds them
// to a weight file.
func addRegister(f *model.File, c *coder.Coder, list []annotated) {
	var sentences []told
	for i := range list {
		sentences = append(sentences, sentencesOf(c, &list[i])...)
	}
	weights, bias := learnRegister(sentences)
	var rows [][]float64
	var truths []bool
	var shares []float64
	for _, s := range sentences {
		if s.mean != nil {
			rows, truths, shares = append(rows, s.mean), append(truths, s.event), append(shares, s.weight)
		}
	}
	coder.AddRegister(f, weights, bias, model.FitWeighted(rows, truths, shares, registerPenalty))
}

// sentencesOf returns the sentences of a record.
func sentencesOf(c *coder.Coder, a *annotated) []told {
	tells := make([]bool, len(a.rec.Sentences))
	for _, e := range a.rec.Events {
		tells[e.Sentence] = true
	}
	weight := 1.0
	if isDrawn(a.rec) {
		weight = registerDrawn
	}
	var out []told
	text := []rune(a.doc.Text)
	for i, s := range a.rec.Sentences {
		t := told{keys: coder.RegisterKeys(string(text[s.Start:s.End]), nil), event: tells[i], weight: weight}
		if len(a.doc.Sentences) == len(a.rec.Sentences) {
			t.mean = c.ContentMean(a.doc, i)
		}
		if len(t.keys) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// learnRegister fits a logistic regression by stochastic gradient descent; the
// words of a sentence share the square root of their number.
func learnRegister(list []told) (map[uint32]float64, float64) {
	count := map[uint32]int{}
	for _, s := range list {
		for _, k := range s.keys {
			count[k]++
		}
	}
	weights, bias := map[uint32]float64{}, 0.0
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	rng := model.NewRand(1)
	for round := range registerRounds {
		rng.Shuffle(order)
		rate := registerRate / float64(1+round)
		for _, i := range order {
			s := list[i]
			share := 1 / math.Sqrt(float64(len(s.keys)))
			z := bias
			for _, k := range s.keys {
				z += weights[k] * share
			}
			y := 0.0
			if s.event {
				y = 1
			}
			step := (y - 1/(1+math.Exp(-z))) * s.weight * rate
			bias += step
			for _, k := range s.keys {
				if count[k] >= registerLeast {
					weights[k] += step*share - rate*registerDecay*weights[k]
				}
			}
		}
	}
	keys := make([]uint32, 0, len(weights))
	for k := range weights {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(math.Abs(weights[b]), math.Abs(weights[a])), cmp.Compare(a, b))
	})
	for _, k := range keys[min(len(keys), registerWords):] {
		delete(weights, k)
	}
	return weights, bias
}
