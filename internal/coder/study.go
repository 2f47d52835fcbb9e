package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Lesson is one annotated event as the learnt parts see it, with the right
// answers.
type Lesson struct {
	Root     entente.Root
	Mode     entente.Mode
	Contexts []entente.EventContext
	modeKeys []uint32
	topics   []uint32
}

// Lessons returns what can be learnt from the given events of d; an event whose
// trigger is no token gives none. Mode and Contexts are for the caller to fill
// in, by the index into given.
func (c *Coder) Lessons(d *entente.Document, given []Given) map[int]*Lesson {
	w := c.scratch.Get().(*work) //nolint:forcetypeassert // the pool holds nothing else
	defer c.scratch.Put(w)
	w.x.load(d, c.t)
	defer w.release()
	out := map[int]*Lesson{}
	for i := range given {
		if m := w.x.given(&given[i]); m != nil {
			r := given[i].Root
			out[i] = &Lesson{Root: r, modeKeys: slices.Clone(w.featuresOf(m, r)), topics: slices.Clone(w.topicFeatures(m, r))}
		}
	}
	return out
}

// What the training does; chosen by folds over the corpus that is learnt from.
const (
	studyRuns     = 5
	studyEpochs   = 8
	modeMargin    = 40
	contextMargin = 30
	presentStep   = 2     // of a context that is there, against 1 of one that is not
	keptWeights   = 250e3 // of each scorer
)

// Teach learns modes and contexts from lessons and returns the file of the
// weights. The same lessons and seed give the same bytes.
func Teach(lessons []*Lesson, seed uint64) *model.File {
	var modes, contexts []*model.Perceptron
	all := modesOf()
	for run := range uint64(studyRuns) {
		rng := model.NewRand(seed + run)
		a, b := model.NewPerceptron(int(entente.RootAssault)+64), model.NewPerceptron(nContexts)
		order := make([]int, len(lessons))
		for i := range order {
			order[i] = i
		}
		for range studyEpochs {
			rng.Shuffle(order)
			for _, i := range order {
				a.Tick()
				b.Tick()
				teachMode(a, lessons[i], all)
				teachContexts(b, lessons[i])
			}
		}
		modes, contexts = append(modes, a), append(contexts, b)
	}
	f := &model.File{}
	f.AddTable(modeSection, int(entente.RootAssault)+64, model.Merge(modes, keptWeights))
	f.AddTable(contextSection, nContexts, model.Merge(contexts, keptWeights))
	return f
}

// teachMode corrects p where the right mode does not lead by the margin.
func teachMode(p *model.Perceptron, l *Lesson, all [][]entente.Mode) {
	modes := all[l.Root]
	if len(modes) < 2 {
		return
	}
	var scores [model.MaxClasses]int32
	p.Score(l.modeKeys, &scores)
	rival, found := entente.ModeNone, false
	for _, m := range modes {
		if m != l.Mode && (!found || scores[m] > scores[rival]) {
			rival, found = m, true
		}
	}
	if scores[l.Mode]-scores[rival] < modeMargin {
		p.Update(l.modeKeys, int(l.Mode), 1)
		p.Update(l.modeKeys, int(rival), -1)
	}
}

// teachContexts corrects p for every context on the wrong side of the margin.
func teachContexts(p *model.Perceptron, l *Lesson) {
	var scores [model.MaxClasses]int32
	p.Score(l.topics, &scores)
	for c := 1; c < nContexts; c++ {
		switch there := slices.Contains(l.Contexts, entente.EventContext(c)); { //nolint:gosec // below 38
		case there && scores[c] < contextMargin:
			p.Update(l.topics, c, presentStep)
		case !there && scores[c] > -contextMargin:
			p.Update(l.topics, c, -1)
		}
	}
}
