package main

import (
	"fmt"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
)

// sureness are the weights of confidence, of whole records and of roots.
type sureness struct{ record, root []float64 }

// part is a part of what is coded in cross-validation. Drawn sentences are coded
// twice: in their articles, as news is read, and alone.
type part struct {
	name         string
	recs         []corpus.Record
	docs         []*entente.Document
	at           []*entente.Event
	gauges       [][]float64
	right, roots []bool
	share        float64 // what one of its events counts for the confidence
}

// scored are the parts by name.
type scored struct {
	parts map[string]*part
	why   tally // nil: not wanted
}

// inArticle is what the name of a part ends in that was coded in its articles.
const inArticle = ", in their articles"

// partOf names the part of a record.
func partOf(a *annotated) string {
	switch {
	case a.use == toWeigh:
		return "natural, 2nd draw"
	case a.use == toMeasure:
		return "natural"
	case isDrawn(a.rec):
		return "drawn"
	case strings.HasPrefix(a.rec.ID, "r-"):
		return "reports"
	}
	return "sentences"
}

// shareOf is what an event of a counts for the confidence.
func shareOf(a *annotated) float64 {
	share := 1.0
	switch {
	case a.use == toMeasure:
		return 0
	case a.use == toWeigh:
		share = mixedSure
	case isDrawn(a.rec):
		share = drawnSure
	}
	if a.whole != nil {
		return share / 2 // it is coded twice
	}
	return share
}

// score codes each fold of the data by what the others teach, prints the figures,
// and returns the weights of confidence.
func (r *coderRun) score(list []annotated) (*sureness, error) {
	all := scored{parts: map[string]*part{}, why: r.why}
	for f := range coderFolds {
		b, err := r.learn(some(list, func(a *annotated) bool { return a.use == toLearn && fold(a.rec.ID, coderFolds) != f }), nil, false)
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
	s := all.fit()
	for _, name := range sortedNames(all.parts) {
		p := all.parts[name]
		for i, e := range p.at {
			e.Confidence, e.Confidences.Root = coder.Confidence(s.record, p.gauges[i]), coder.Confidence(s.root, p.gauges[i])
		}
		if err := r.table(p); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// fit fits the weights of confidence to the parts.
func (o *scored) fit() *sureness {
	var rows [][]float64
	var right, roots []bool
	var shares []float64
	for _, name := range sortedNames(o.parts) {
		p := o.parts[name]
		if p.share == 0 {
			continue
		}
		rows, right, roots = append(rows, p.gauges...), append(right, p.right...), append(roots, p.roots...)
		for range p.gauges {
			shares = append(shares, p.share)
		}
	}
	return &sureness{record: model.FitWeighted(rows, right, shares, surePenalty), root: model.FitWeighted(rows, roots, shares, surePenalty)}
}

// add codes a with c.
func (o *scored) add(c *coder.Coder, a *annotated) {
	name := partOf(a)
	if a.whole != nil {
		o.code(name+inArticle, c, a, a.whole)
	}
	found := o.code(name, c, a, nil)
	if o.why != nil && a.use == toLearn {
		o.why.add(c, a, found)
	}
}

// code codes a, standing in whole, into a part.
func (o *scored) code(name string, c *coder.Coder, a *annotated, whole *entente.Document) []*corpus.Event {
	p := o.parts[name]
	if p == nil {
		p = &part{name: name, share: shareOf(a)}
		o.parts[name] = p
	}
	d := *a.doc
	p.gauges = append(p.gauges, c.Weigh(&d, whole)...)
	roots, records := eval.RightEvents(a.rec, &d)
	for i := range d.Events {
		p.at = append(p.at, &d.Events[i])
	}
	p.right, p.roots = append(p.right, records...), append(p.roots, roots...)
	p.recs, p.docs = append(p.recs, *a.rec), append(p.docs, &d)
	return eval.Found(&d)
}

// table prints the figures of a part at several thresholds of the root's
// probability.
func (r *coderRun) table(p *part) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s, %d records\n\n| root at least | root P / R / F1 | triple P / R / F1 | with sectors | false alarms %% | calibration error, skill |\n|---|---|---|---|---|---|\n", p.name, len(p.recs))
	for _, least := range []float64{0, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8} {
		cut := make([]*entente.Document, len(p.docs))
		for i, d := range p.docs {
			e := *d
			e.Events = nil
			for k := range d.Events {
				if d.Events[k].Confidences.Root >= least {
					e.Events = append(e.Events, d.Events[k])
				}
			}
			cut[i] = &e
		}
		s := eval.ScoreCoded(p.recs, cut)
		c := eval.Calibrate(s.Judged)
		prf := func(p eval.PRF) string { return fmt.Sprintf("%.1f / %.1f / %.1f", 100*p.P, 100*p.R, 100*p.F) }
		fmt.Fprintf(&b, "| %.2f | %s | %s | %.1f | %.1f of %d | %.3f (%.3f to %.3f), %.2f |\n", least, prf(s.Root), prf(s.Triple), 100*s.Sector.F,
			100*float64(s.FalseAlarms)/float64(max(1, s.Quiet)), s.Quiet, c.Error, c.Low, c.High, c.Skill)
	}
	_, err := fmt.Fprint(r.out, b.String())
	return err
}

// sortedNames returns the names of parts in order.
func sortedNames(parts map[string]*part) []string {
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
