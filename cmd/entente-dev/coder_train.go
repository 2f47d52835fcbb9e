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
	coderFolds    = 3
	penalty       = 1e-4 // of pairs
	penaltyOfRoot = 4e-4
	penaltyOfRole = 4e-4
	rounds        = 32
	leastSeen     = 3 // examples that a feature must stand in
	leastOfRoot   = 2 // the same, of triggers
	leastNoun     = 2 // times that a noun must be a party
	cellsOfRoot   = 80000
	cellsOfRole   = 22000
	cellsOfPair   = 45000
	maxWeight     = 1 << 15
	dictWeight    = 0.3 // what a row of the dictionary counts
	drawnWeight   = 4   // what a word of the drawn part counts: its sentences are few, and news
	drawnSure     = 4   // the same, of its events, for the confidence
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
	b, err := r.learn(list, sure, true)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, coder.ModelName), b, 0o644); err != nil { //nolint:gosec // a public file
		return fmt.Errorf("write the model: %w", err)
	}
	sum := sha256.Sum256(b)
	_, err = fmt.Fprintf(r.out, "%s: %d bytes, SHA-256 %s; without the register, which coder register adds\n", coder.ModelName, len(b), hex.EncodeToString(sum[:]))
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
	each(len(list), func(i int) { taught[i] = c.Teach(list[i].doc, list[i].gold) })
	all := gather(list, taught)
	f := &model.File{}
	f.AddTable("trigger", coder.Roots, rowsOf(all.triggers, options(coder.Roots, leastOfRoot, penaltyOfRoot), linearShare*coder.Unit, cellsOfRoot))
	f.AddTable("role", coder.Sides, rowsOf(all.roles, options(coder.Sides, leastSeen, penaltyOfRole), coder.Unit, cellsOfRole))
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
	if sure == nil {
		sure = &sureness{}
	}
	coder.AddSure(f, sure.record, sure.root)
	return f.Encode(), nil
}

// lessons are the examples of all documents.
type lessons struct {
	triggers, roles []model.Example
	sights          []coder.Sight // of the triggers
	drawn           []bool        // of the triggers
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
		all.triggers, all.roles = append(all.triggers, t.Triggers...), append(all.roles, t.Roles...)
		all.sights = append(all.sights, t.Sights...)
	}
	return all
}

// isDrawn reports whether a record is of the drawn part.
func isDrawn(rec *corpus.Record) bool { return strings.HasPrefix(rec.ID, "d-") }

func options(classes, least int, l2 float64) model.SoftmaxOptions {
	return model.SoftmaxOptions{Classes: classes, L2: l2, Rounds: rounds, Least: least}
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

// sureness are the weights of confidence, of whole records and of roots.
type sureness struct{ record, root []float64 }

// coded are the documents of a fold with what their confidence hangs on.
type coded struct {
	recs               []corpus.Record
	docs               []*entente.Document
	at                 []*entente.Event
	gauges             [][]float64
	right, roots       []bool
	fit                [][]float64
	fitRight, fitRoots []bool
	why                tally // nil: not wanted
}

// score codes each fold of the training data by what the others teach, prints
// the figures, and returns the weights of confidence.
func (r *coderRun) score(list []annotated) (*sureness, error) {
	all := coded{why: r.why}
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
			all.add(c, &a)
		}
	}
	s := &sureness{record: model.FitLogistic(all.fit, all.fitRight), root: model.FitLogistic(all.fit, all.fitRoots)}
	for i, e := range all.at {
		e.Confidence, e.Confidences.Root = coder.Confidence(s.record, all.gauges[i]), coder.Confidence(s.root, all.gauges[i])
	}
	for _, part := range parts {
		if err := r.table(part, &all); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// add codes a with c.
func (o *coded) add(c *coder.Coder, a *annotated) {
	d := *a.doc
	of := c.Weigh(&d)
	roots, records := eval.RightEvents(a.rec, &d)
	for i := range d.Events {
		o.gauges, o.at = append(o.gauges, of[i]), append(o.at, &d.Events[i])
	}
	o.right, o.roots = append(o.right, records...), append(o.roots, roots...)
	times := 1
	if isDrawn(a.rec) {
		times = drawnSure
	}
	for range times {
		o.fit = append(o.fit, of...)
		o.fitRight, o.fitRoots = append(o.fitRight, records...), append(o.fitRoots, roots...)
	}
	o.recs, o.docs = append(o.recs, *a.rec), append(o.docs, &d)
	if o.why != nil {
		o.why.add(c, a, eval.Found(&d))
	}
}

// parts are the parts of the training data by the beginnings of their ids.
var parts = [...]string{"", "w-", "r-", "d-"}

// table prints the figures of a part at several thresholds of the root's
// probability.
func (r *coderRun) table(part string, all *coded) error {
	var b strings.Builder
	var recs []corpus.Record
	var docs []*entente.Document
	for i := range all.recs {
		if strings.HasPrefix(all.recs[i].ID, part) {
			recs, docs = append(recs, all.recs[i]), append(docs, all.docs[i])
		}
	}
	if len(recs) == 0 {
		return nil
	}
	fmt.Fprintf(&b, "\n%d records %q\n\n| root at least | root P / R / F1 | triple P / R / F1 | with sectors | false alarms %% | calibration error, skill |\n|---|---|---|---|---|---|\n", len(recs), part)
	for _, least := range []float64{0, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8} {
		cut := make([]*entente.Document, len(docs))
		for i, d := range docs {
			e := *d
			e.Events = nil
			for k := range d.Events {
				if d.Events[k].Confidences.Root >= least {
					e.Events = append(e.Events, d.Events[k])
				}
			}
			cut[i] = &e
		}
		s := eval.ScoreCoded(recs, cut)
		c := eval.Calibrate(s.Judged)
		prf := func(p eval.PRF) string { return fmt.Sprintf("%.1f / %.1f / %.1f", 100*p.P, 100*p.R, 100*p.F) }
		fmt.Fprintf(&b, "| %.2f | %s | %s | %.1f | %.1f of %d | %.3f, %.2f |\n", least, prf(s.Root), prf(s.Triple), 100*s.Sector.F,
			100*float64(s.FalseAlarms)/float64(max(1, s.Quiet)), s.Quiet, c.Error, c.Skill)
	}
	_, err := fmt.Fprint(r.out, b.String())
	return err
}
