package name

import (
	"slices"
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a sentence with its tagger's classes and its names, which must be
// in order and apart.
type Example struct {
	Words []*word.Info
	Tags  []uint8
	Names []Span
}

// Settings of training.
type Settings struct {
	Epochs  int
	Runs    int // perceptrons that are trained on differently ordered examples and added up
	Seed    uint64
	Weights int      // weights kept, 0: all
	Lists   []string // lower-case words of well-known names, a list each, at most eight
	Log     func(format string, args ...any)
}

// Train makes a name finder and puts it in f. The result depends on the
// examples, the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	words := lists{}
	for i, l := range set.Lists {
		for w := range strings.FieldsSeq(l) {
			words[uint32(word.New(w).Norm)] |= 1 << i //nolint:gosec // a part of the hash
		}
	}
	gold := make([][]uint8, len(examples))
	for i, e := range examples {
		gold[i] = make([]uint8, len(e.Words))
		for _, n := range e.Names {
			for k := n.First; k < n.Last; k++ {
				gold[i][k] = inside(n.Type)
			}
			gold[i][n.First] = begin(n.Type)
		}
	}
	runs := make([]*model.Perceptron, max(1, set.Runs))
	finished := make(chan int)
	for r := range runs {
		go func() {
			l := &learner{perceptron: model.NewPerceptron(classes), lists: words}
			l.train(examples, gold, set, r)
			runs[r] = l.perceptron
			finished <- r
		}()
	}
	for range runs {
		<-finished
	}
	f.AddTable("name.weights", classes, model.Merge(runs, set.Weights))
	words.add(f)
}

func (l lists) add(f *model.File) {
	keys := make([]uint32, 0, len(l))
	for k := range l {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	values := make([]byte, len(keys))
	for i, k := range keys {
		values[i] = l[k]
	}
	f.AddUint32s("name.lists.keys", keys)
	f.AddBytes("name.lists.values", values)
}

type learner struct {
	perceptron *model.Perceptron
	lists      lists
}

// train runs through the examples in an order of its own.
func (l *learner) train(examples []Example, gold [][]uint8, set Settings, run int) {
	rand := model.NewRand(set.Seed*1000 + uint64(run)) //nolint:gosec // small
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range set.Epochs {
		rand.Shuffle(order)
		wrong, all := 0, 0
		for _, i := range order {
			wrong += l.sentence(examples[i], gold[i])
			all += len(gold[i])
		}
		set.Log("names run %d epoch %d: %d of %d words wrong", run, epoch, wrong, all)
	}
}

// sentence learns from one sentence and returns how many words it got wrong.
func (l *learner) sentence(e Example, gold []uint8) int {
	wrong := 0
	marks := make([]uint8, 0, len(gold))
	var keys [templates]uint32
	var scores [model.MaxClasses]int32
	for i := range e.Words {
		k := l.lists.features(e.Words, e.Tags, marks, i, &keys)
		clear(scores[:classes])
		l.perceptron.Score(k, &scores)
		l.perceptron.Tick()
		c := best(e.Words[i], &scores, marks)
		if c != gold[i] {
			wrong++
			l.perceptron.Update(k, int(gold[i]), 1)
			l.perceptron.Update(k, int(c), -1)
		}
		marks = append(marks, c)
	}
	return wrong
}
