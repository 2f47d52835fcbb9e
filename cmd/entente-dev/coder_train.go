package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
)

// The settings of training; docs/adr/0012 says how they were chosen.
const (
	coderFolds  = 3
	penalty     = 1e-4
	rounds      = 32
	leastSeen   = 3 // examples that a feature must stand in
	leastNoun   = 2 // times that a noun must be a party
	cellsOfRoot = 22000
	cellsOfRole = 8000
	cellsOfPair = 45000
	dictWeight  = 0.3 // what a row of the dictionary counts
)

// train learns from the whole written part and writes model and card.
func (r *coderRun) train(dir string) error {
	list, err := r.read(r.written())
	if err != nil {
		return err
	}
	sure, err := r.score(list)
	if err != nil {
		return err
	}
	b, err := r.learn(list, sure, true)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, coder.ModelName), b, 0o644); err != nil { //nolint:gosec // a public file
		return fmt.Errorf("write the model: %w", err)
	}
	sum := sha256.Sum256(b)
	_, err = fmt.Fprintf(r.out, "%s: %d bytes, SHA-256 %s\n", coder.ModelName, len(b), hex.EncodeToString(sum[:]))
	return err
}

// learn makes the weight file of records; pairs says whether that of pairs is
// wanted too.
func (r *coderRun) learn(list []annotated, sure []float64, pairs bool) ([]byte, error) {
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
	each(len(list), func(i int) { taught[i] = c.Teach(list[i].doc, list[i].gold) })
	var triggers, roles []model.Example
	for i := range taught {
		triggers, roles = append(triggers, taught[i].Triggers...), append(roles, taught[i].Roles...)
	}
	f := &model.File{}
	f.AddTable("trigger", coder.Roots, rowsOf(triggers, coder.Roots, cellsOfRoot))
	f.AddTable("role", coder.Sides, rowsOf(roles, coder.Sides, cellsOfRole))
	if pairs {
		rows, err := r.dictionaryRows()
		if err != nil {
			return nil, err
		}
		own := make([][]model.Example, len(list))
		each(len(list), func(i int) { own[i] = c.TeachPairs(list[i].doc, list[i].gold) })
		f.AddTable("pair", coder.Roots, rowsOf(append(slices.Concat(own...), rows...), coder.Roots, cellsOfPair))
	} else {
		f.AddTable("pair", coder.Roots, nil)
	}
	f.AddStrings("nouns", known)
	coder.AddSure(f, sure)
	return f.Encode(), nil
}

// rowsOf trains on examples, keeps the features that weigh most, and trains
// anew on these.
func rowsOf(examples []model.Example, classes, cells int) []model.Row {
	o := model.SoftmaxOptions{Classes: classes, L2: penalty, Rounds: rounds, Least: leastSeen}
	rows, _ := model.TrainSoftmax(examples, o).Rows(coder.Unit, 127, cells)
	return rows
}

// score codes each fold of the written part by what the others teach, prints
// the figures, and returns the weights of confidence.
func (r *coderRun) score(list []annotated) ([]float64, error) {
	var gauges [][]float64
	var right []bool
	var recs []corpus.Record
	var docs []*entente.Document
	var at []*entente.Event
	for f := range coderFolds {
		b, err := r.learn(some(list, func(a *annotated) bool { return fold(a.rec.ID, coderFolds) != f }), nil, false)
		if err != nil {
			return nil, err
		}
		c, err := r.coder(b)
		if err != nil {
			return nil, err
		}
		for _, a := range some(list, func(a *annotated) bool { return fold(a.rec.ID, coderFolds) == f }) {
			d := *a.doc
			of := c.Weigh(&d)
			for i, ok := range eval.RightEvents(a.rec, &d) {
				gauges, right, at = append(gauges, of[i]), append(right, ok), append(at, &d.Events[i])
			}
			recs, docs = append(recs, *a.rec), append(docs, &d)
		}
	}
	sure := model.FitLogistic(gauges, right)
	for i, e := range at {
		e.Confidence = coder.Confidence(sure, gauges[i])
	}
	return sure, r.table(recs, docs)
}

// table prints the figures of the folds at several thresholds.
func (r *coderRun) table(recs []corpus.Record, docs []*entente.Document) error {
	var b strings.Builder
	b.WriteString("| at least | root P / R / F1 | triple P / R / F1 | with sectors | false alarms % | calibration error, skill |\n|---|---|---|---|---|---|\n")
	for _, least := range []float64{0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7} {
		cut := make([]*entente.Document, len(docs))
		for i, d := range docs {
			e := *d
			e.Events = nil
			for k := range d.Events {
				if d.Events[k].Confidence >= least {
					e.Events = append(e.Events, d.Events[k])
				}
			}
			cut[i] = &e
		}
		s := eval.ScoreCoded(recs, cut)
		c := eval.Calibrate(s.Judged)
		prf := func(p eval.PRF) string { return fmt.Sprintf("%.1f / %.1f / %.1f", 100*p.P, 100*p.R, 100*p.F) }
		fmt.Fprintf(&b, "| %.2f | %s | %s | %.1f | %.1f | %.3f, %.2f |\n", least, prf(s.Root), prf(s.Triple), 100*s.Sector.F,
			100*float64(s.FalseAlarms)/float64(max(1, s.Quiet)), c.Error, c.Skill)
	}
	_, err := fmt.Fprint(r.out, b.String())
	return err
}
