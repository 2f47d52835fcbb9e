package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/pipeline"
)

// How the sieve is learnt; docs/adr/0034 says what the floor was chosen by.
const (
	sievePlaces = 11000
	sieveRounds = 6
	sieveRate   = 0.02
	sieveDecay  = 1e-5
	sieveDrawn  = 3   // what a word of an article counts beside one of the written part
	sieveEvent  = 5   // what the trigger of an event counts beside another word
	sieveUnit   = 16  // of the weights
	sieveFloor  = -59 // score under which a word is no trigger: -3.7 in logarithms of odds
)

// sifted is a word as an example of the sieve: where its weights lie, and whether
// the coder reads an event from it.
type sifted struct {
	places []int32
	event  bool
	weight float64
}

// sieve learns the sieve of a weight file anew.
func (r *coderRun) sieve(dir string) error {
	name := filepath.Join(dir, coder.ModelName)
	b, err := os.ReadFile(name) //nolint:gosec // the user's own file
	if err != nil {
		return fmt.Errorf("read the model: %w", err)
	}
	if b, err = r.withSieve(b); err != nil {
		return err
	}
	return r.save(dir, b)
}

// withSieve returns weight file b with a sieve, which learns from what b itself
// reads as events in the texts that b was learnt from, and in the whole articles of
// the drawn part.
func (r *coderRun) withSieve(b []byte) ([]byte, error) {
	c, err := r.coder(b)
	if err != nil {
		return nil, err
	}
	docs, err := r.sieveTexts()
	if err != nil {
		return nil, err
	}
	list, err := r.siftAll(c, docs)
	if err != nil {
		return nil, err
	}
	old, err := model.Decode(b)
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	f := &model.File{}
	f.Take(old, func(name string) bool { return name != coder.SieveName })
	coder.AddSieve(f, learnSieve(list), sieveFloor)
	return f.Encode(), nil
}

// sieveTexts returns the texts to learn from.
func (r *coderRun) sieveTexts() ([]*entente.Document, error) {
	records, err := learntFrom(r.data, r.gold)
	if err != nil {
		return nil, err
	}
	list, err := annotatedOf(records, toLearn)
	if err != nil {
		return nil, err
	}
	docs := docsOf(list)
	if r.gold == "" {
		return docs, nil
	}
	drawn := map[string]bool{}
	for i := range records {
		if d := records[i].Drawn; d != nil {
			drawn[d.Doc] = true
		}
	}
	articles, err := readNews(r.gold)
	for i := range articles {
		if a := &articles[i]; drawn[a.ID] {
			docs = append(docs, &entente.Document{ID: articlePrefix + a.ID, Title: a.Title, Text: a.Text, Lang: pipeline.Language, Layers: entente.LayerText})
		}
	}
	return docs, err
}

// articlePrefix begins the ids of articles among the texts.
const articlePrefix = "article "

// siftAll reads docs and returns their words as examples, in order.
func (r *coderRun) siftAll(c *coder.Coder, docs []*entente.Document) ([]sifted, error) {
	var mu sync.Mutex
	words := map[*entente.Document][]coder.Sifted{}
	// The sieve sees mentions before places settle what they left open.
	look := pipeline.Stage{Name: "look", Needs: entente.LayerActors, New: func() pipeline.Annotator {
		return pipeline.AnnotatorFunc(func(_ context.Context, d *entente.Document) error {
			list := c.SiftExamples(d)
			mu.Lock()
			defer mu.Unlock()
			words[d] = list
			return nil
		})
	}}
	stages := r.tools.TextStages(pipeline.Plan{Want: entente.LayerActors | entente.LayerDates | entente.LayerTrees, AllTrees: true})
	var out []sifted
	err := through(docs, slices.Insert(stages, 2, look), func(d *entente.Document) error {
		mu.Lock()
		list := words[d]
		delete(words, d)
		mu.Unlock()
		c.Code(d)
		out = append(out, siftedOf(d, list)...)
		*d = entente.Document{}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = errors.New("there is no word to learn a sieve from")
	}
	return out, err
}

// siftedOf makes examples of the words of coded document d.
func siftedOf(d *entente.Document, list []coder.Sifted) []sifted {
	weight := 1.0
	if strings.HasPrefix(d.ID, articlePrefix) {
		weight = sieveDrawn
	}
	out := make([]sifted, 0, len(list))
	for _, w := range list {
		x := sifted{weight: weight}
		for _, keys := range [2][]uint32{w.Shared, w.Own} {
			for _, k := range keys {
				x.places = append(x.places, int32(coder.SievePlace(k, sievePlaces))) //nolint:gosec // few
			}
		}
		for i := range d.Events {
			if e := &d.Events[i]; e.Sentence == w.Sentence && e.Trigger.Overlaps(d.Tokens[w.Token].Span) {
				x.event = true
			}
		}
		if x.event {
			x.weight *= sieveEvent
		}
		out = append(out, x)
	}
	return out
}

// learnSieve fits a logistic regression by steps that shrink where a weight has
// moved much (Duchi, Hazan and Singer, 2011), and returns the mean of the weights
// of the later rounds.
func learnSieve(list []sifted) []int8 {
	var w, moved, mean [sievePlaces]float64
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	rng := model.NewRand(1)
	for round := range sieveRounds {
		rng.Shuffle(order)
		for _, i := range order {
			x := &list[i]
			z, y := 0.0, 0.0
			for _, k := range x.places {
				z += w[k]
			}
			if x.event {
				y = 1
			}
			by := (1/(1+math.Exp(-z)) - y) * x.weight
			if math.Abs(by) < 1e-4 {
				continue
			}
			for _, k := range x.places {
				d := by + float64(sieveDecay*w[k])
				moved[k] += float64(d * d)
				w[k] -= float64(sieveRate*d) / (1e-3 + math.Sqrt(moved[k]))
			}
		}
		if round < sieveRounds/2 {
			continue
		}
		for k := range w {
			mean[k] += w[k] / float64(sieveRounds-sieveRounds/2)
		}
	}
	out := make([]int8, sievePlaces)
	for k, v := range mean {
		out[k] = int8(max(-127, min(127, math.Round(float64(v*sieveUnit)))))
	}
	return out
}
