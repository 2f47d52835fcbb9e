package eval

import (
	"context"
	"fmt"
	"hash/fnv"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/gate"
	"github.com/entente-news/entente/internal/pipeline"
)

// gateVerdict is one draft that was held to its source.
type gateVerdict struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"`
	Source string   `json:"source"`
	Draft  string   `json:"draft"`
	Kept   bool     `json:"kept"`
	Faults []string `json:"faults"`
}

// gate holds mutants of true sentences to the sentences that they were made
// of. The sentences are those of the held-out part of the corpus and a fifth of
// the written part.
func (r *Runner) gate(ctx context.Context) error {
	sources, err := r.gateSources()
	if err != nil {
		return err
	}
	stages := r.textStages(pipeline.Plan{Want: entente.LayerEvents | entente.LayerDates | entente.LayerTrees | entente.LayerNames, AllTrees: true})
	if err := r.annotate(ctx, stages, sources); err != nil {
		return err
	}
	var drafts []*entente.Document
	var of []int
	var kinds []string
	for i, d := range sources {
		if len(d.Sentences) != 1 || !d.Sentences[0].Parsed {
			continue
		}
		for k, m := range mutants(d) {
			draft := given(fmt.Sprintf("%s-%d", d.ID, k), m.text, "")
			draft.Published, draft.DateOnly, draft.DateBasis = d.Published, d.DateOnly, d.DateBasis
			drafts, of, kinds = append(drafts, draft), append(of, i), append(kinds, m.kind)
		}
	}
	if err := r.annotate(ctx, stages, drafts); err != nil {
		return err
	}
	byKind := map[string]*tally{}
	var out []gateVerdict
	for k, d := range drafts {
		src := sources[of[k]]
		faults := gate.Check(d, []gate.Source{{Doc: src, Sentence: 0}})
		if byKind[kinds[k]] == nil {
			byKind[kinds[k]] = &tally{}
		}
		byKind[kinds[k]].add(btoi(len(faults) > 0), 1, 1)
		v := gateVerdict{ID: d.ID, Kind: kinds[k], Source: src.Text, Draft: d.Text, Kept: len(faults) == 0, Faults: []string{}}
		for _, f := range faults {
			v.Faults = append(v.Faults, f.String())
		}
		out = append(out, v)
	}
	r.gateRows(byKind)
	return predict(r, "gate.jsonl", out)
}

// gateSources are single sentences of the corpus.
func (r *Runner) gateSources() ([]*entente.Document, error) {
	if r.Corpus == nil {
		return nil, fmt.Errorf("no folder of the annotated corpus is there")
	}
	var out []*entente.Document
	for _, part := range []string{heldOutFile, "written.jsonl.gz"} {
		records, err := r.corpusPart(part)
		if err != nil {
			return nil, err
		}
		for i := range records {
			rec := &records[i]
			h := fnv.New32a()
			h.Write([]byte(rec.ID)) //nolint:errcheck // a hash takes everything
			if len(rec.Sentences) != 1 || part == "written.jsonl.gz" && h.Sum32()%5 != 0 {
				continue
			}
			date := ""
			if rec.Date != nil {
				date = *rec.Date
			}
			out = append(out, given(rec.ID, *rec.Text, date))
		}
	}
	return out, nil
}

func (r *Runner) gateRows(byKind map[string]*tally) {
	all, rejected := 0, 0
	note := ""
	for _, k := range keys(byKind) {
		t := byKind[k]
		if k == original {
			continue
		}
		all, rejected = all+t.gold, rejected+t.tp
		if note != "" {
			note += ", "
		}
		note += fmt.Sprintf("%s %.1f (%d)", k, 100*float64(t.tp)/float64(t.gold), t.gold)
	}
	o := byKind[original]
	r.add("gate", fmt.Sprintf("%d mutants", all), "rejected, %", f1(100*float64(rejected)/float64(max(1, all))), note)
	r.add("gate", fmt.Sprintf("%d originals", o.gold), "kept, %", f1(100-100*float64(o.tp)/float64(max(1, o.gold))), "whole, or without an apposition or a relative clause")
}
