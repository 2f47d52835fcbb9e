package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/model"
)

// How the register is learnt.
const (
	registerRounds = 6
	registerRate   = 0.2
	registerDecay  = 1e-4
	registerLeast  = 4    // sentences that a word must stand in
	registerWords  = 2000 // that weigh most are kept
	registerDrawn  = 3    // a real sentence counts as so many
)

// told is a sentence of the corpus by its words, and whether it tells an event.
type told struct {
	keys   []uint32
	event  bool
	weight float64
}

// coderRegister learns which words go with sentences that tell events, and puts
// them into the weight file.
func coderRegister(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("register", flag.ContinueOnError)
	data := fs.String("data", "data", "folder of the tables and the corpus")
	gold := fs.String("gold", "", "folder of gold data, with the texts of the drawn part")
	file := fs.String("file", "models/events.bin", "weight file to change")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	list, err := toldSentences(*data, *gold)
	if err != nil {
		return err
	}
	weights, bias := learnRegister(list)
	b, err := os.ReadFile(*file)
	if err != nil {
		return fmt.Errorf("open the learnt decision: %w", err)
	}
	if b, err = coder.WithRegister(b, weights, bias); err != nil {
		return err
	}
	if err := os.WriteFile(*file, b, 0o644); err != nil { //nolint:gosec // a public file
		return fmt.Errorf("write the learnt decision: %w", err)
	}
	_, err = fmt.Fprintf(out, "%d sentences, %d words, %d bytes\n", len(list), len(weights), len(b))
	return err //nolint:wrapcheck // of the terminal
}

// toldSentences reads the sentences of the written and the drawn part.
func toldSentences(data, gold string) ([]told, error) {
	records, written, err := learntFrom(data, gold)
	if err != nil {
		return nil, err
	}
	var out []told
	for i, rec := range records {
		weight := 1.0
		if i >= written {
			weight = registerDrawn
		}
		d, err := documentOf(&rec)
		if err != nil {
			return nil, err
		}
		out = append(out, sentencesOf(&rec, d, weight)...)
	}
	return out, nil
}

// sentencesOf returns the sentences of a record.
func sentencesOf(rec *corpus.Record, d *entente.Document, weight float64) []told {
	tells := make([]bool, len(rec.Sentences))
	for _, e := range rec.Events {
		tells[e.Sentence] = true
	}
	var out []told
	text := []rune(d.Text)
	for i, s := range rec.Sentences {
		if keys := coder.RegisterKeys(string(text[s.Start:s.End]), nil); len(keys) > 0 {
			out = append(out, told{keys, tells[i], weight})
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
