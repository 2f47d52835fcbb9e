package coder

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// gauge is what the confidence of an event hangs on: a block for events that no
// pattern made, one for those of patterns, what the sentence is like, who the
// parties are, how the sentence tells, and the document that it stands in.
type gauge [sureFeatures]float64

// gaugeOf returns the gauge of m as an event of that root, for the weights that
// were fitted to records coded in cross-validation.
func (w *work) gaugeOf(m *match, root entente.Root) (g gauge) {
	v := m.opinion
	quality, open, place := 1.0, 0.0, 0.0
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			quality = min(quality, list[i].quality)
			if !list[i].resolved() {
				open = 1
			}
			if list[i].via == "place" {
				place = 1
			}
		}
	}
	o, lead := odds(v.p[root]), logOf(max(v.p[v.root], 1e-4))-logOf(max(v.p[v.second], 1e-4))
	alone := float64(btoi(len(m.recipients) == 0 && len(m.actors) < 2))
	private := float64(btoi(m.private))
	if m.verdict == nil {
		copy(g[learntBlock:], []float64{1, o, float64(btoi(v.root == root)), max(v.sideSum, -8), quality, place, m.p.prior, private, alone, open})
	} else {
		copy(g[:learntBlock], []float64{1, o, min(lead, 6), max(v.sideSum, -8), v.worst, quality, open, place, private,
			float64(btoi(m.second)), float64(btoi(m.sport)), alone, float64(btoi(m.private && isNobody(m)))})
	}
	w.tellGauge(g[learntBlock+patternBlock:], m, root)
	w.tellStanding(g[standingAt:], m, root)
	w.tellTelling(g[tellingAt:], m)
	w.tellSetting(g[settingAt:], m)
	return g
}

// isNobody reports whether no party of m has a sector: persons and bodies of
// whom no more is known than their name.
func isNobody(m *match) bool {
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if list[i].actor.Sector != entente.SectorNone {
				return false
			}
		}
	}
	return true
}

// tellGauge fills the block on the sentence, the trigger and the root.
func (w *work) tellGauge(g []float64, m *match, root entente.Root) {
	x, l := &w.x, w.l
	i := m.trigger
	how := x.listed(x.t.words[x.lemma[i]], i)[root]
	idle := x.listed(x.t.idle[x.lemma[i]], i)[entente.RootNone]
	copy(g, []float64{float64(min(l.public, 3)), float64(min(l.evoking, 8)), float64(min(l.last-l.first, 60)) / 10,
		float64(btoi(how&(listedPlain|listedParts) != 0)), float64(btoi(how&listedParts != 0)), float64(btoi(idle&(listedPlain|listedParts) != 0)),
		float64(btoi(m.p.kind == triggerNoun)), float64(btoi(m.p.kind == triggerAdj)), float64(btoi(x.t.mind.knows(x.lemma[i])))})
	g[toldBlock-roots+int(root)] = 1
}

// The lengths of the blocks of a gauge.
const (
	learntBlock  = 13
	patternBlock = 10
	toldBlock    = 9 + roots
	standingAt   = learntBlock + patternBlock + toldBlock
	tellingAt    = standingAt + standingBlock
	settingAt    = tellingAt + tellingBlock
	// sureFeatures is the number of weights of a confidence; they are kept as
	// integers in units of 1/sureScale.
	sureFeatures = settingAt + settingBlock
	sureScale    = 4096
)

// keep keeps the gauge of an event for training.
func (w *work) keep(m *match, root entente.Root) {
	if w.weigh {
		w.gauges = append(w.gauges, w.gaugeOf(m, root))
	}
}

// sureness returns the probability that the root of m is right, and that root
// and countries are, by the learnt decision.
func (w *work) sureness(m *match, root entente.Root) (ofRoot, ofRecord float64) {
	g := w.gaugeOf(m, root)
	mind := w.x.t.mind
	return Confidence(mind.sureRoot, g[:]), Confidence(mind.sure, g[:])
}

// rootFloor returns the probability of its root under which m is not written. A
// pattern keeps its word in a report on states and their acts, unless nobody on
// either side holds public power and persons act. Who asks for records that are less
// sure than usual gets less sure roots as well.
func (w *work) rootFloor(m *match) float64 {
	if (m.verdict == nil || m.vouched) && w.set.isPolitical() && !(m.private && w.x.arePersons(m.actors)) {
		return 0
	}
	return leastRoot * min(1, w.least/UsualLeast)
}

func odds(p float64) float64 { return logOf(max(p, 1e-4)) - logOf(max(1-p, 1e-4)) }

// confideLearnt sets the confidence of e by the learnt decision.
func (w *work) confideLearnt(e *entente.Event, m *match) {
	c := &e.Confidences
	c.Root, e.Confidence = w.sureness(m, e.Root)
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

// explainLearnt says which features, or the network as a whole, spoke most for
// the root of e against the reading that came second, how probable both are, and
// how sure the sides.
func (w *work) explainLearnt(e *entente.Event, m *match) {
	v, mind := m.opinion, w.x.t.mind
	second := v.second
	if e.Root != v.root {
		second = v.root
	}
	e.Why.RunnerUp = fmt.Sprintf("%s %.2f", nameOrNone(second), v.p[second])
	e.Why.Notes = append(e.Why.Notes, fmt.Sprintf("%s %.2f against %s", e.Root, v.p[e.Root], e.Why.RunnerUp))
	if by := w.bySetting(m); by != 0 {
		e.Why.Notes = append(e.Why.Notes, fmt.Sprintf("sentence and document move the odds by %+.2f", by))
	}
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
	var scores [model.MaxClasses]int32
	w.l.addNetwork(m.trigger, f.keys, &scores)
	if d := scores[e.Root] - scores[second]; d != 0 {
		list = append(list, reason{"network", d})
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
