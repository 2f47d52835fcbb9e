package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/model"
)

// The settings of training; docs/adr/0012 says how they were chosen.
const (
	coderFolds    = 3
	penalty       = 1e-4 // of pairs
	penaltyOfRoot = 4e-4
	penaltyOfSide = 1.2e-3 // a choice
	penaltyOfLand = 4e-3
	rounds        = 32
	roundsOfSide  = 40
	leastSeen     = 3 // examples that a feature must stand in
	leastOfRoot   = 2 // the same, of triggers
	leastNoun     = 2 // times that a noun must be a party
	cellsOfRoot   = 0 // all
	cellsOfWho    = 5000
	cellsOfWhom   = 8500
	cellsOfLand   = 2500
	cellsOfPair   = 38000
	maxWeight     = 1 << 15
	dictWeight    = 0.3 // what a row of the dictionary counts
	drawnSides    = 2   // what a choice of the drawn part counts, alone and in its article
	drawnWeight   = 4   // what a word of the drawn part counts: its sentences are few, and news
	drawnSure     = 4   // the same, of its events, for the confidence
	mixedSure     = 8   // of events of mixed news, which confidence is fitted to
	surePenalty   = 20  // of the weights of confidence
)

// train learns from all and writes the model.
func (r *coderRun) train(dir string) error {
	list, err := r.read()
	if err != nil {
		return err
	}
	sure, err := r.score(list)
	if err != nil {
		return err
	}
	b, err := r.learn(learnt(list), sure, true)
	if err != nil {
		return err
	}
	if b, err = r.withSieve(b); err != nil {
		return err
	}
	return r.save(dir, b)
}

// save writes the model.
func (r *coderRun) save(dir string, b []byte) error {
	if err := os.WriteFile(filepath.Join(dir, coder.ModelName), b, 0o644); err != nil { //nolint:gosec // a public file
		return fmt.Errorf("write the model: %w", err)
	}
	sum := sha256.Sum256(b)
	_, err := fmt.Fprintf(r.out, "%s: %d bytes, SHA-256 %s\n", coder.ModelName, len(b), hex.EncodeToString(sum[:]))
	return err
}

// learn makes the weight file of records; pairs says whether that of pairs is
// wanted too.
func (r *coderRun) learn(list []annotated, sure *sureness, pairs bool) ([]byte, error) {
	c, err := r.coder(nil)
	if err != nil {
		return nil, err
	}
	nouns := coder.NounCount{}
	for i := range list {
		nouns.Count(c, list[i].doc, list[i].gold)
	}
	known := nouns.Nouns(leastNoun)
	if err := c.SetNouns(known); err != nil {
		return nil, err
	}
	taught := make([]coder.Taught, len(list))
	each(len(list), func(i int) {
		taught[i] = c.Teach(list[i].doc, list[i].gold)
		if list[i].whole != nil && len(list[i].there) > 0 { // twice: alone and in its article
			taught[i].Add(c.TeachSides(list[i].whole, list[i].there))
		}
	})
	all := gather(list, taught)
	f := &model.File{}
	f.AddTable("trigger", coder.Roots, rowsOf(all.triggers, options(coder.Roots, leastOfRoot, penaltyOfRoot), linearShare*coder.Unit, cellsOfRoot))
	f.AddTable("who", 1, model.TrainRanker(all.who, comparing(penaltyOfSide), coder.Unit, cellsOfWho))
	f.AddTable("whom", 1, model.TrainRanker(all.whom, comparing(penaltyOfSide), coder.Unit, cellsOfWhom))
	f.AddTable("whose", 1, model.TrainRanker(all.whose, comparing(penaltyOfLand), coder.Unit, cellsOfLand))
	networkOf(&all).Add(f, coder.NetworkName, coder.Unit)
	if pairs {
		rows, err := r.dictionaryRows()
		if err != nil {
			return nil, err
		}
		own := make([][]model.Example, len(list))
		each(len(list), func(i int) { own[i] = c.TeachPairs(list[i].doc, list[i].gold) })
		f.AddTable("pair", coder.Roots, rowsOf(append(slices.Concat(own...), rows...), pairOptions(), coder.Unit, cellsOfPair))
	} else {
		f.AddTable("pair", coder.Roots, nil)
	}
	f.AddStrings("nouns", known)
	addRegister(f, c, list)
	if sure == nil {
		sure = &sureness{}
	}
	coder.AddSure(f, sure.record, sure.root)
	return f.Encode(), nil
}

// lessons are the examples of all documents.
type lessons struct {
	triggers         []model.Example
	sights           []coder.Sight // of the triggers
	drawn            []bool        // of the triggers
	who, whom, whose []model.Choice
}

// gather joins what documents teach. Words of the drawn part weigh more.
func gather(list []annotated, taught []coder.Taught) (all lessons) {
	for i := range taught {
		t, drawn := &taught[i], isDrawn(list[i].rec)
		for k := range t.Triggers {
			if drawn {
				t.Triggers[k].Weight = drawnWeight
			}
			all.drawn = append(all.drawn, drawn)
		}
		all.triggers, all.sights = append(all.triggers, t.Triggers...), append(all.sights, t.Sights...)
		for _, c := range []*[]model.Choice{&t.Who, &t.Whom, &t.Whose} {
			for k := range *c {
				if drawn {
					(*c)[k].Weight *= drawnSides
				}
			}
		}
		all.who, all.whom, all.whose = append(all.who, t.Who...), append(all.whom, t.Whom...), append(all.whose, t.Whose...)
	}
	return all
}

// isDrawn reports whether a record is of the drawn part.
func isDrawn(rec *corpus.Record) bool { return strings.HasPrefix(rec.ID, "d-") }

func options(classes, least int, l2 float64) model.SoftmaxOptions {
	return model.SoftmaxOptions{Classes: classes, L2: l2, Rounds: rounds, Least: least}
}

func comparing(l2 float64) model.RankerOptions {
	return model.RankerOptions{L2: l2, Rounds: roundsOfSide, Least: leastSeen}
}

// rowsOf trains on examples and keeps the weights that are largest, times scale.
func rowsOf(examples []model.Example, o model.SoftmaxOptions, scale float64, cells int) []model.Row {
	rows, bias := model.TrainSoftmax(examples, o).Rows(scale, maxWeight, cells)
	return withBias(rows, bias)
}

// withBias adds the biases of the classes to the feature that every example has.
func withBias(rows []model.Row, bias []int32) []model.Row {
	key := coder.BiasKey()
	i := slices.IndexFunc(rows, func(r model.Row) bool { return r.Key == key })
	if i < 0 {
		i = len(rows)
		rows = append(rows, model.Row{Key: key})
	}
	own := map[uint8]int32{}
	for _, c := range rows[i].Cells {
		own[c.Class] = c.Weight
	}
	rows[i].Cells = nil
	for k, b := range bias {
		c := uint8(k) //nolint:gosec // a handful of classes
		rows[i].Cells = append(rows[i].Cells, model.Cell{Class: c, Weight: b + own[c]})
	}
	return rows
}

func pairOptions() model.SoftmaxOptions { return options(coder.Roots, leastSeen, penalty) }
