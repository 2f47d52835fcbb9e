package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// The settings of the choices of speakers and places, chosen by folds over the
// corpus that is learnt from.
const (
	choiceL2      = 3e-4 // penalty, per choice
	choiceRounds  = 80
	choiceLeast   = 2   // options in which a feature must stand
	keptOfChoices = 9e3 // weights of each
	drawnWeight   = 4   // of a choice out of real news, against 1
)

// choices adds what compares the answers with one another: on whose word, and where.
func (s *study) choices(f *fact) {
	w, x := s.w, &s.w.x
	w.told = x.sayings(w.told[:0], s.m, f)
	c := s.choose(taskSpeaker, len(w.told), w.speakerKeys(s.m, s.root, f))
	if s.a.Speaker.IsEmpty() {
		c.Right[len(w.told)] = true
	} else {
		for k := range w.told {
			c.Right[k] = s.isSpeaker(&w.told[k], true)
		}
		for k := 0; k < len(w.told) && !slices.Contains(c.Right, true); k++ {
			c.Right[k] = s.isSpeaker(&w.told[k], false)
		}
	}
	rule := x.where(s.m)
	w.near = x.locales(w.near[:0], s.m)
	c = s.choose(taskPlace, len(w.near), w.placeKeys(s.m, s.root, rule))
	for k := range w.near {
		c.Right[k] = x.d.Places[w.near[k].place].Span.Overlaps(s.a.Where)
	}
	c.Right[len(w.near)] = s.a.Where.IsEmpty()
}

// choose adds the features of each of n options and of none to the choice of t.
func (s *study) choose(t task, n int, keys func(g *features, k int)) *model.Choice {
	c := &model.Choice{Weight: 1, Right: make([]bool, n+1)}
	if s.a.Drawn {
		c.Weight = drawnWeight
	}
	for k := range n + 1 {
		s.w.f.reset()
		if k == n {
			k = -1
		}
		keys(&s.w.f, k)
		c.Options = append(c.Options, slices.Clone(s.w.f.keys))
	}
	s.out = append(s.out, &Lesson{task: t, choice: c, root: s.root})
	return c
}

// isSpeaker reports whether c is what an annotator gives: who speaks, and the word
// that says so where it is given and wanted.
func (s *study) isSpeaker(c *saying, cue bool) bool {
	x := &s.w.x
	if cue && !s.a.Cue.IsEmpty() && !x.d.Tokens[c.cue].Span.Overlaps(s.a.Cue) {
		return false
	}
	span := x.d.Tokens[c.speaker].Span
	if n := x.mention[c.speaker]; n >= 0 {
		span = x.d.Mentions[n].Actor.Span
	}
	if span.Overlaps(s.a.Speaker) {
		return true
	}
	for n, k := 0, x.tokenOf(s.a.Speaker); k >= 0 && n < 3; n, k = n+1, x.head(k) {
		if k == c.speaker {
			return true
		}
		if r := x.rel(k); r != entente.Appos && r != entente.Flat && r != entente.NmodDesc {
			break
		}
	}
	return false
}

// rank learns the choices among lessons; where there is nothing to choose, or the
// right answer is none of the options, there is nothing to learn.
func rank(lessons []*Lesson) []model.Row {
	var list []model.Choice
	for _, l := range lessons {
		if len(l.choice.Options) > 1 && slices.Contains(l.choice.Right, true) {
			list = append(list, *l.choice)
		}
	}
	return model.TrainRanker(list, model.RankerOptions{L2: choiceL2, Rounds: choiceRounds, Least: choiceLeast}, weightScale, keptOfChoices)
}
