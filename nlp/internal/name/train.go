package name

import (
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
	Seed    uint64
	Weights int // weights kept, 0: all
	Log     func(format string, args ...any)
}

// Train makes a name finder and puts it in f. The result depends on the
// examples, the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	learn := model.NewPerceptron(classes)
	rand := model.NewRand(set.Seed)
	gold := make([][]uint8, len(examples))
	order := make([]int, len(examples))
	for i, e := range examples {
		order[i] = i
		gold[i] = make([]uint8, len(e.Words))
		for _, n := range e.Names {
			for k := n.First; k < n.Last; k++ {
				gold[i][k] = inside(n.Type)
			}
			gold[i][n.First] = begin(n.Type)
		}
	}
	for epoch := range set.Epochs {
		rand.Shuffle(order)
		wrong, all := 0, 0
		for _, i := range order {
			wrong += learnSentence(learn, examples[i], gold[i])
			all += len(gold[i])
		}
		set.Log("names epoch %d: %d of %d words wrong", epoch, wrong, all)
	}
	f.AddTable("name.weights", classes, model.Merge([]*model.Perceptron{learn}, set.Weights))
}

func learnSentence(learn *model.Perceptron, e Example, gold []uint8) int {
	wrong := 0
	marks := make([]uint8, 0, len(gold))
	var keys [templates]uint32
	var scores [model.MaxClasses]int32
	for i := range e.Words {
		k := features(e.Words, e.Tags, marks, i, &keys)
		clear(scores[:classes])
		learn.Score(k, &scores)
		learn.Tick()
		c := best(&scores, marks)
		if c != gold[i] {
			wrong++
			learn.Update(k, int(gold[i]), 1)
			learn.Update(k, int(c), -1)
		}
		marks = append(marks, c)
	}
	return wrong
}
