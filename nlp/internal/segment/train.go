package segment

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a paragraph with the byte offsets at which its sentences end.
type Example struct {
	Text  string
	Ends  map[int]bool
	Words []Word
}

// Word is a word of an example with its part of speech. First says that it
// begins a sentence.
type Word struct {
	Form, UPOS string
	First      bool
}

// Settings of training.
type Settings struct {
	Epochs  int
	Runs    int // perceptrons that are trained on differently ordered examples and added up
	Seed    uint64
	Weights int // weights kept, 0: all
	Log     func(format string, args ...any)
}

// leastLead is the lead of the right class up to which the perceptron goes on
// learning. A margin makes up for there being few examples.
const leastLead = 20

// Train makes a splitter and puts it in f. The result depends on the examples,
// the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	lex := makeLexicon(examples)
	runs := make([]*model.Perceptron, max(1, set.Runs))
	for r := range runs {
		runs[r] = set.run(examples, lex, r)
	}
	lex.add(f)
	f.AddTable("segment.weights", 2, model.Merge(runs, set.Weights))
}

// run trains one perceptron, on the examples in an order of its own.
func (set *Settings) run(examples []Example, lex lexicon, r int) *model.Perceptron {
	learn := model.NewPerceptron(2)
	rand := model.NewRand(set.Seed + uint64(r)) //nolint:gosec // small
	cache := word.NewCache()
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range set.Epochs {
		rand.Shuffle(order)
		wrong, all := 0, 0
		for _, i := range order {
			w, a := learnParagraph(learn, cache, lex, examples[i])
			wrong, all = wrong+w, all+a
		}
		set.Log("splitter run %d epoch %d: %d of %d places wrong", r, epoch, wrong, all)
	}
	return learn
}

func learnParagraph(learn *model.Perceptron, cache *word.Cache, lex lexicon, e Example) (wrong, all int) {
	cutter := tokenizer{text: e.Text}
	cutter.paragraph(0, len(e.Text))
	var words []*word.Info
	c := newContext(e.Text, cutter.tokens, cache, &words)
	var facts []fact
	c.learnt(lex, &facts)
	var keys [templates]uint32
	start := 0
	for i := range c.tokens[:max(0, len(c.tokens)-1)] {
		ends := e.Ends[c.tokens[i].End]
		if c.candidate(start, i) && !c.forbidden(i) {
			var scores [model.MaxClasses]int32
			k := c.features(start, i, &keys)
			learn.Score(k, &scores)
			learn.Tick()
			all++
			want := 0
			if ends {
				want = 1
			}
			lead := scores[want] - scores[1-want]
			if lead < 0 || lead == 0 && want == 1 {
				wrong++
			}
			if lead < leastLead {
				learn.Update(k, want, 1)
				learn.Update(k, 1-want, -1)
			}
		}
		if ends {
			c.restart(start, i)
			start = i + 1
		} else {
			c.pass(i)
		}
	}
	return wrong, all
}
