package coder

import (
	"fmt"
	"io/fs"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/plover"
)

// Which mode an event has, what it is about and which of the places, dates and
// numbers around it are its own is learnt from the annotated corpus: the words
// that decide are too many for a list, and the trees too often a little wrong
// for rules alone. Sparse linear scorers on integers do it, one a question; the
// highest score wins, and of contexts those above zero count. They are logistic
// regressions and averaged perceptrons; see study.go.

// DetailFile is the file of the weights.
const DetailFile = "detail.bin"

// task is a question that is answered by weights.
type task uint8

const (
	taskMode task = iota
	taskContext
	taskStatus
	taskAspect
	taskReport // whether the day of the report is the event's
	taskWhen
	taskSize
	taskInterest
	taskSpeaker // which saying of the sentence
	taskPlace   // which place
	nTasks
)

// taskRows are the sections of the file and their numbers of classes.
var taskRows = [nTasks]struct {
	name    string
	classes int
}{
	{"mode", 64}, {"context", nContexts}, {"status", 5}, {"aspect", 2}, {"report", 2}, {"when", 2},
	{"size", len(sizeKinds)}, {"interest", 2}, {"speaker", 1}, {"place", 1},
}

// DetailSections returns the names of the sections of the weights, in their order.
func DetailSections() []string {
	var out []string
	for _, row := range taskRows {
		out = append(out, row.name)
	}
	return out
}

// nContexts is one more than the highest context.
const nContexts = 38

// learnt holds the weights.
type learnt struct {
	tables [nTasks]*model.Linear
	modes  [][]entente.Mode // by root, ModeNone first
}

// LoadDetail reads the weights of fsys. Without them the rules decide alone: a
// mode is that of the pattern, and contexts are those whose words stand in the
// sentence. It must not be called while c codes.
func (c *Coder) LoadDetail(fsys fs.FS) error {
	b, err := fs.ReadFile(fsys, DetailFile)
	if err != nil {
		return fmt.Errorf("read the weights of details: %w", err)
	}
	f, err := model.Decode(b)
	if err != nil {
		return fmt.Errorf("read %s: %w", DetailFile, err)
	}
	return c.UseDetail(f)
}

// UseDetail takes the weights of f. It must not be called while c codes.
func (c *Coder) UseDetail(f *model.File) error {
	l := &learnt{modes: modesOf()}
	for t, row := range taskRows {
		table, err := f.Table(row.name)
		if err != nil {
			return fmt.Errorf("read %s: %w", DetailFile, err)
		}
		if table.Classes() != row.classes {
			return fmt.Errorf("read %s: %d classes of %s, want %d: %w", DetailFile, table.Classes(), row.name, row.classes, model.ErrSection)
		}
		l.tables[t] = table
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

// learntMode returns the mode of m under root.
func (w *work) learntMode(m *match, root entente.Root) entente.Mode {
	l := w.x.t.learnt
	modes := l.modes[root]
	if len(modes) < 2 {
		return entente.ModeNone
	}
	scores := l.scoresOf(taskMode, w.featuresOf(m, root))
	best := modes[0]
	for _, m := range modes[1:] {
		if scores[m] > scores[best] {
			best = m
		}
	}
	if class, ok := w.x.t.weapons[best]; ok && !w.tells(m, class) {
		return entente.ModeNone
	}
	return best
}

// weaponClasses names, by mode, the words that tell the weapon of an assault.
// Where none of them stands in the sentence no weapon is told: forces that
// "attacked the town and killed three" may have done it with anything.
var weaponClasses = map[string]string{"primitive": "mode_primitive", "firearms": "mode_firearms", "explosives": "mode_explosives",
	"suicide-attack": "mode_suicide", "aerial": "mode_aerial", "drone": "mode_drone", "heavy-weapons": "mode_heavy",
	"crowd-control": "mode_crowd", "unconventional": "mode_unconventional"}

// indexWeapons fills weapons from weaponClasses.
func (t *table) indexWeapons() error {
	t.weapons = make(map[entente.Mode]map[string]bool, len(weaponClasses))
	for name, class := range weaponClasses {
		mode, err := entente.ParseMode(name)
		if err != nil {
			return err
		}
		t.weapons[mode] = t.class(class)
	}
	return nil
}

// tells reports whether a word of class stands in the sentence of m.
func (w *work) tells(m *match, class map[string]bool) bool {
	s := w.x.sentenceOf(m.trigger)
	if s < 0 {
		return false
	}
	for i := w.x.d.Sentences[s].First; i < w.x.d.Sentences[s].Last; i++ {
		if class[w.x.lemma[i]] {
			return true
		}
	}
	return false
}

// learntContexts returns the contexts of m, at most maxContexts, in the order
// of the codes.
func (w *work) learntContexts(m *match, root entente.Root) []entente.EventContext {
	scores := w.x.t.learnt.scoresOf(taskContext, w.topicFeatures(m, root))
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

// learntFact settles status and aspect of m and reports whether the day of the
// report is its day where the text gives none.
func (w *work) learntFact(m *match, root entente.Root, f *fact, when *entente.When) (status entente.Status, aspect entente.Aspect, today bool) {
	l := w.x.t.learnt
	keys := w.factFeatures(m, root, f, when)
	scores := l.scoresOf(taskStatus, keys)
	status = entente.Status(model.Best(&scores, taskRows[taskStatus].classes)) //nolint:gosec // below 5
	scores = l.scoresOf(taskAspect, keys)
	aspect = entente.Aspect(model.Best(&scores, taskRows[taskAspect].classes)) //nolint:gosec // below 2
	scores = l.scoresOf(taskReport, keys)
	return status, aspect, scores[1] > scores[0]
}
