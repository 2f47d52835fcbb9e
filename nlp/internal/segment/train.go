package segment

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a paragraph with the byte offsets at which its sentences end.
type Example struct {
	Text string
	Ends map[int]bool
}

// Settings of training.
type Settings struct {
	Epochs  int
	Seed    uint64
	Weights int // weights kept, 0: all
	Log     func(format string, args ...any)
}

// Train makes a splitter and puts it in f. The result depends on the examples,
// the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	learn := model.NewPerceptron(2)
	rand := model.NewRand(set.Seed)
	cache := word.NewCache()
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range set.Epochs {
		rand.Shuffle(order)
		wrong, all := 0, 0
		for _, i := range order {
			w, a := learnParagraph(learn, cache, examples[i])
			wrong, all = wrong+w, all+a
		}
		set.Log("splitter epoch %d: %d of %d places wrong", epoch, wrong, all)
	}
	f.AddTable("segment.weights", 2, model.Merge([]*model.Perceptron{learn}, set.Weights))
}

func learnParagraph(learn *model.Perceptron, cache *word.Cache, e Example) (wrong, all int) {
	cutter := tokenizer{text: e.Text}
	cutter.paragraph(0, len(e.Text))
	var words []*word.Info
	c := newContext(e.Text, cutter.tokens, cache, &words)
	var keys [templates]uint32
	start := 0
	for i := range c.tokens[:max(0, len(c.tokens)-1)] {
		ends := e.Ends[c.tokens[i].End]
		if c.candidate(i) && !c.forbidden(i) {
			var scores [model.MaxClasses]int32
			k := c.features(start, i, &keys)
			learn.Score(k, &scores)
			learn.Tick()
			all++
			want, got := 0, 0
			if ends {
				want = 1
			}
			if scores[1] > scores[0] {
				got = 1
			}
			if want != got {
				wrong++
				learn.Update(k, want, 1)
				learn.Update(k, got, -1)
			}
		}
		if ends {
			start = i + 1
			c.restart()
		} else {
			c.pass(i)
		}
	}
	return wrong, all
}
