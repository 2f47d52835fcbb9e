package coder

import (
	"fmt"
	"io/fs"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/plover"
)

// Which mode an event has, and what it is about, is learnt from the annotated
// corpus: the words that decide are too many for a list. Two sparse linear
// scorers on integers do it. The first gives each mode of the root a score, and
// the best wins; the second gives each of the 37 contexts a score, and those
// above zero count, three at most. Both are averaged perceptrons with a margin
// (Collins, 2002; Crammer and Singer, 2003), means of several runs over
// differently ordered examples.

// DetailFile is the file of the weights.
const DetailFile = "detail.bin"

// Sections of the file.
const (
	modeSection    = "mode"
	contextSection = "context"
)

// learnt holds the weights.
type learnt struct {
	mode, context *model.Linear
	modes         [][]entente.Mode // by root, ModeNone first
}

// nContexts is one more than the highest context.
const nContexts = 38

// LoadDetail reads the weights for modes and contexts of fsys. Without them a
// mode is that of the pattern, and contexts are those whose words stand in the
// sentence.
func (c *Coder) LoadDetail(fsys fs.FS) error {
	b, err := fs.ReadFile(fsys, DetailFile)
	if err != nil {
		return fmt.Errorf("read the weights of modes and contexts: %w", err)
	}
	f, err := model.Decode(b)
	if err != nil {
		return fmt.Errorf("read %s: %w", DetailFile, err)
	}
	return c.UseDetail(f)
}

// UseDetail takes the weights of f. It must not be called while c codes.
func (c *Coder) UseDetail(f *model.File) (err error) {
	l := &learnt{modes: modesOf()}
	if l.mode, err = f.Table(modeSection); err != nil {
		return fmt.Errorf("read %s: %w", DetailFile, err)
	}
	if l.context, err = f.Table(contextSection); err != nil {
		return fmt.Errorf("read %s: %w", DetailFile, err)
	}
	c.t.learnt = l
	return nil
}

// modesOf returns the modes that each root may take, ModeNone first.
func modesOf() [][]entente.Mode {
	out := make([][]entente.Mode, entente.RootAssault+1)
	for _, r := range entente.Roots() {
		out[r] = append([]entente.Mode{entente.ModeNone}, plover.Modes(r)...)
	}
	return out
}

// modeBy returns the best mode of root by the scores.
func modeBy(modes []entente.Mode, scores *[model.MaxClasses]int32) entente.Mode {
	best := modes[0]
	for _, m := range modes[1:] {
		if scores[m] > scores[best] {
			best = m
		}
	}
	return best
}

// learntMode returns the mode of m under root by the weights.
func (w *work) learntMode(m *match, root entente.Root) entente.Mode {
	l := w.x.t.learnt
	modes := l.modes[root]
	if len(modes) < 2 {
		return entente.ModeNone
	}
	var scores [model.MaxClasses]int32
	l.mode.Score(w.featuresOf(m, root), &scores)
	return modeBy(modes, &scores)
}

// learntContexts returns the contexts of m by the weights, in the order of the
// codes.
func (w *work) learntContexts(m *match, root entente.Root) []entente.EventContext {
	var scores [model.MaxClasses]int32
	w.x.t.learnt.context.Score(w.topicFeatures(m, root), &scores)
	return contextsBy(&scores)
}

// contextsBy returns the contexts whose score is above zero, at most
// maxContexts, the highest.
func contextsBy(scores *[model.MaxClasses]int32) []entente.EventContext {
	var out []entente.EventContext
	for c := 1; c < nContexts; c++ {
		if scores[c] > 0 {
			out = append(out, entente.EventContext(c)) //nolint:gosec // below 38
		}
	}
	slices.SortStableFunc(out, func(a, b entente.EventContext) int { return int(scores[b]) - int(scores[a]) })
	out = out[:min(len(out), maxContexts)]
	slices.Sort(out)
	return out
}
