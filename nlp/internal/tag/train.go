package tag

import (
	"sort"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Example is a sentence with its tags, each as "UPOS XPOS".
type Example struct {
	Words []*word.Info
	Tags  []string
}

// Settings of training.
type Settings struct {
	Epochs  int
	Runs    int // perceptrons that are trained on differently ordered examples and added up
	Seed    uint64
	Weights int // weights kept, 0: all
	Log     func(format string, args ...any)
}

// A form has one fixed tag when it was seen fixedSeen times or more and had
// that tag all but one time in fixedRare. A tag belongs to a form's set when it
// makes up a twentieth or more of its setSeen or more occurrences.
const (
	fixedSeen = 40
	fixedRare = 400
	setSeen   = 4
	setShare  = 20
	maxSets   = 250
)

// Train makes a tagger and puts it in f. The result depends on the examples,
// the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	classes, ids := inventory(examples)
	gold := make([][]uint8, len(examples))
	for i, e := range examples {
		for _, t := range e.Tags {
			gold[i] = append(gold[i], ids[t])
		}
	}
	lex := buildLexicon(examples, gold, len(classes))
	runs := make([]*model.Perceptron, max(1, set.Runs))
	finished := make(chan int)
	for r := range runs {
		go func() {
			l := &learner{perceptron: model.NewPerceptron(len(classes)), lexicon: &lex, classes: len(classes)}
			l.train(examples, gold, set, r)
			runs[r] = l.perceptron
			finished <- r
		}()
	}
	for range runs {
		<-finished
	}
	f.AddStrings("tag.classes", classes)
	f.AddTable("tag.weights", len(classes), model.Merge(runs, set.Weights))
	addMap(f, "tag.sets", lex.sets)
	addMap(f, "tag.fixed", lex.fixed)
}

type learner struct {
	perceptron *model.Perceptron
	lexicon    *lexicon
	classes    int
	keys       [templates]uint32
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
			wrong += l.sentence(examples[i].Words, gold[i])
			all += len(gold[i])
		}
		set.Log("tagger run %d epoch %d: %d of %d words wrong", run, epoch, wrong, all)
	}
}

// sentence learns from one sentence and returns how many words it got wrong.
func (l *learner) sentence(words []*word.Info, gold []uint8) int {
	wrong := 0
	classes := make([]uint8, len(words))
	var scores [model.MaxClasses]int32
	for i := range words {
		if c, ok := l.lexicon.only(words[i]); ok {
			classes[i] = c
			continue
		}
		k := features(l.lexicon, words, classes, i, &l.keys)
		clear(scores[:l.classes])
		l.perceptron.Score(k, &scores)
		l.perceptron.Tick()
		c := uint8(model.Best(&scores, l.classes)) //nolint:gosec // at most 255
		if c != gold[i] {
			wrong++
			l.perceptron.Update(k, int(gold[i]), 1)
			l.perceptron.Update(k, int(c), -1)
		}
		classes[i] = c
	}
	return wrong
}

func inventory(examples []Example) ([]string, map[string]uint8) {
	counts := map[string]int{}
	for _, e := range examples {
		for _, t := range e.Tags {
			counts[t]++
		}
	}
	classes := make([]string, 0, len(counts))
	for c := range counts {
		classes = append(classes, c)
	}
	sort.Slice(classes, func(i, j int) bool {
		if counts[classes[i]] != counts[classes[j]] {
			return counts[classes[i]] > counts[classes[j]]
		}
		return classes[i] < classes[j]
	})
	classes = classes[:min(len(classes), model.MaxClasses-2)]
	ids := make(map[string]uint8, len(classes))
	for i, c := range classes {
		ids[c] = uint8(i) //nolint:gosec // at most 254
	}
	return classes, ids
}

func buildLexicon(examples []Example, gold [][]uint8, classes int) lexicon {
	norm, raw := map[uint32][]int{}, map[uint32][]int{}
	count := func(m map[uint32][]int, key uint64, c uint8) {
		k := uint32(key) //nolint:gosec // a part of the hash
		if m[k] == nil {
			m[k] = make([]int, classes)
		}
		m[k][c]++
	}
	for i, e := range examples {
		for j, w := range e.Words {
			count(norm, w.Norm, gold[i][j])
			count(raw, w.Raw, gold[i][j])
		}
	}
	lex := lexicon{sets: tagSets(norm), fixed: map[uint32]uint8{}}
	for k, row := range raw {
		total, best := 0, 0
		for c, n := range row {
			total += n
			if n > row[best] {
				best = c
			}
		}
		if total >= fixedSeen && (total-row[best])*fixedRare <= total {
			lex.fixed[k] = uint8(best) //nolint:gosec // at most 254
		}
	}
	return lex
}

// tagSets numbers the sets of tags that forms have, most frequent set first;
// forms with rarer sets than maxSets have none, like rare forms.
func tagSets(norm map[uint32][]int) map[uint32]uint8 {
	names := map[uint32]string{}
	counts := map[string]int{}
	for k, row := range norm {
		total := 0
		for _, n := range row {
			total += n
		}
		if total < setSeen {
			continue
		}
		var name []byte
		for c, n := range row {
			if n*setShare >= total && n > 0 {
				name = append(name, byte(c))
			}
		}
		names[k] = string(name)
		counts[string(name)]++
	}
	list := make([]string, 0, len(counts))
	for s := range counts {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if counts[list[i]] != counts[list[j]] {
			return counts[list[i]] > counts[list[j]]
		}
		return list[i] < list[j]
	})
	ids := map[string]uint8{}
	for i, s := range list[:min(len(list), maxSets)] {
		ids[s] = uint8(i + 1) //nolint:gosec // at most 251
	}
	out := map[uint32]uint8{}
	for k, s := range names {
		if id := ids[s]; id != 0 {
			out[k] = id
		}
	}
	return out
}

func addMap(f *model.File, name string, m map[uint32]uint8) {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	values := make([]byte, len(keys))
	for i, k := range keys {
		values[i] = m[k]
	}
	f.AddUint32s(name+".keys", keys)
	f.AddBytes(name+".values", values)
}
