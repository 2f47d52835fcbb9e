package coder

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// gauge returns what the confidence of m as an event of that root hangs on, for
// the weights that were fitted to records coded in cross-validation.
func (m *match) gauge(root entente.Root) [sureFeatures]float64 {
	v := m.opinion
	quality, open, place := 1.0, 0.0, 0.0
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			quality = min(quality, list[i].quality)
			if !list[i].resolved() {
				open = 1
			}
			if list[i].via == "place" || list[i].via == "country of the story" {
				place = 1
			}
		}
	}
	o := odds(v.p[root])
	if m.verdict != nil {
		return [sureFeatures]float64{1, o, max(v.sideSum, -8), v.worst, quality, open, place}
	}
	return [sureFeatures]float64{0, 0, 0, 0, 0, 0, 0, 1, o, max(v.sideSum, -8), quality, place, m.p.prior}
}

// keep keeps the gauge of an event for training.
func (w *work) keep(m *match, root entente.Root) {
	if w.weigh {
		w.gauges = append(w.gauges, m.gauge(root))
	}
}

// confidence returns the probability that root and countries of m are right,
// by the learnt decision.
func (w *work) confidence(m *match, root entente.Root) float64 {
	g := m.gauge(root)
	p := Confidence(w.x.t.mind.sure, g[:])
	if m.verdict != nil && !w.weigh {
		p = logistic(odds(p) + inNews)
	}
	return p
}

// inNews is what the logarithm of the odds of an event that no pattern made
// changes by in news: of the sentences that it was learnt from two of three tell
// an event, of news of all kinds one in ten. Half of the difference in odds is
// taken; all of it would leave next to none.
const inNews = -1.4

func odds(p float64) float64 { return logOf(max(p, 1e-4)) - logOf(max(1-p, 1e-4)) }

// confideLearnt sets the confidence of e by the learnt decision.
func (w *work) confideLearnt(e *entente.Event, m *match) {
	e.Confidence = w.confidence(m, e.Root)
	c := &e.Confidences
	c.Root = m.opinion.p[e.Root]
	c.Actor, c.Recipient = min(1, worst(m.actors)), 1
	if len(m.recipients) > 0 {
		c.Recipient = worst(m.recipients)
	}
	c.When = whenConfidence(&e.When)
	c.Where = whereConfidence(e.Where)
}

// logistic returns 1/(1+e^-x).
func logistic(x float64) float64 {
	if x < 0 {
		t := exp(x)
		return t / (1 + t)
	}
	return 1 / (1 + exp(-x))
}

// maxReasons bounds the features that an explanation names.
const maxReasons = 6

// explainLearnt says which features spoke most for the root of e against the
// reading that came second, how probable both are, and how sure the sides.
func (w *work) explainLearnt(e *entente.Event, m *match) {
	v, mind := m.opinion, w.x.t.mind
	second := v.second
	if e.Root != v.root {
		second = v.root
	}
	e.Why.RunnerUp = fmt.Sprintf("%s %.2f", nameOrNone(second), v.p[second])
	e.Why.Notes = append(e.Why.Notes, fmt.Sprintf("%s %.2f against %s", e.Root, v.p[e.Root], e.Why.RunnerUp))
	f := &features{named: true}
	w.l.f = f
	w.l.trigger(m.trigger)
	w.l.f = &w.f
	type reason struct {
		name   string
		weight int32
	}
	var list []reason
	for i, k := range f.keys {
		var scores [model.MaxClasses]int32
		mind.trigger.Score([]uint32{k}, &scores)
		if d := scores[e.Root] - scores[second]; d != 0 {
			list = append(list, reason{f.names[i], d})
		}
	}
	slices.SortStableFunc(list, func(a, b reason) int { return cmp.Compare(abs(b.weight), abs(a.weight)) })
	for _, r := range list[:min(len(list), maxReasons)] {
		e.Why.Notes = append(e.Why.Notes, fmt.Sprintf("%s weighs %+.2f", r.name, float64(r.weight)/mind.unit))
	}
}

func abs(x int32) int32 {
	if x < 0 {
		return -x
	}
	return x
}

// nameOrNone returns the name of a root, "no event" for none.
func nameOrNone(r entente.Root) string {
	if r == entente.RootNone {
		return "no event"
	}
	return r.String()
}
