package parse

import (
	"sort"

	"github.com/entente-news/entente/internal/model"
)

// Example is a sentence with its tree, for training.
type Example struct {
	Tokens []Token
	Heads  []int32  // -1: the root
	Labels []string // the root's is not looked at
}

// Settings of training.
type Settings struct {
	Epochs  int
	Runs    int // perceptrons that are trained on differently ordered examples and added up
	Seed    uint64
	Weights int // weights kept, 0: all
	Log     func(format string, args ...any)
}

// explore is the chance, in per cent, of following the model's own transition
// instead of the best one, from the second epoch on (Goldberg and Nivre 2012
// use 90).
const explore = 90

// Train makes a parser and puts it in f. The result depends on the examples,
// the settings and nothing else.
func Train(f *model.File, examples []Example, set Settings) {
	labels, ids := inventory(examples)
	golds := make([]*gold, len(examples))
	for i, e := range examples {
		golds[i] = projective(e, ids)
	}
	runs := make([]*model.Perceptron, set.Runs)
	finished := make(chan int)
	for r := range runs {
		go func() {
			t := &trainer{
				examples: examples, golds: golds, labels: len(labels),
				learn: model.NewPerceptron(firstArc + 2*len(labels)), rand: model.NewRand(set.Seed*1000 + uint64(r)), //nolint:gosec // small
			}
			for epoch := range set.Epochs {
				wrong, all := t.epoch(epoch)
				set.Log("parser run %d epoch %d: %d of %d transitions wrong", r, epoch, wrong, all)
			}
			runs[r] = t.learn
			finished <- r
		}()
	}
	for range runs {
		<-finished
	}
	f.AddStrings("parse.labels", labels)
	f.AddTable("parse.weights", firstArc+2*len(labels), model.Merge(runs, set.Weights))
}

// inventory returns the labels, most frequent first.
func inventory(examples []Example) ([]string, map[string]uint8) {
	counts := map[string]int{}
	for _, e := range examples {
		for i, l := range e.Labels {
			if e.Heads[i] >= 0 {
				counts[l]++
			}
		}
	}
	labels := make([]string, 0, len(counts))
	for l := range counts {
		labels = append(labels, l)
	}
	sort.Slice(labels, func(i, j int) bool {
		if counts[labels[i]] != counts[labels[j]] {
			return counts[labels[i]] > counts[labels[j]]
		}
		return labels[i] < labels[j]
	})
	labels = labels[:min(len(labels), (model.MaxClasses-firstArc)/2)]
	ids := make(map[string]uint8, len(labels))
	for i, l := range labels {
		ids[l] = uint8(i) //nolint:gosec // at most 127
	}
	return labels, ids
}

// projective returns the tree of an example with crossing arcs lifted to the
// head's head, shortest first (Nivre and Nilsson 2005), labels kept.
func projective(e Example, ids map[string]uint8) *gold {
	head := append([]int32(nil), e.Heads...)
	label := make([]uint8, len(head))
	for i, l := range e.Labels {
		label[i] = none
		if head[i] >= 0 {
			label[i] = ids[l]
		}
	}
	for {
		worst, size := -1, 0
		for i := range head {
			if !crosses(head, i) {
				continue
			}
			d := int(head[i]) - i
			d = max(d, -d)
			if worst < 0 || d < size {
				worst, size = i, d
			}
		}
		if worst < 0 {
			return newGold(head, label)
		}
		head[worst] = head[head[worst]]
	}
}

// crosses reports whether a word between i and its head is not below that head,
// where the head's own head exists to be lifted to.
func crosses(head []int32, i int) bool {
	h := int(head[i])
	if h < 0 || head[h] < 0 {
		return false
	}
	lo, hi := min(i, h), max(i, h)
	for k := lo + 1; k < hi; k++ {
		at := k
		for at >= 0 && at != h {
			at = int(head[at])
		}
		if at != h {
			return true
		}
	}
	return false
}

type trainer struct {
	examples []Example
	golds    []*gold
	labels   int
	learn    *model.Perceptron
	rand     *model.Rand
	state    state
	keys     [templates]uint32
}

func (t *trainer) epoch(epoch int) (wrong, all int) {
	order := make([]int, len(t.examples))
	for i := range order {
		order[i] = i
	}
	t.rand.Shuffle(order)
	for _, i := range order {
		w, a := t.sentence(t.examples[i].Tokens, t.golds[i], epoch)
		wrong, all = wrong+w, all+a
	}
	return wrong, all
}

func (t *trainer) sentence(tokens []Token, g *gold, epoch int) (wrong, all int) {
	s := &t.state
	s.reset(tokens)
	n := t.labels
	var scores [model.MaxClasses]int32
	for !s.done() {
		legal := s.legal()
		if legal == mayShift {
			s.apply(shift, n)
			continue
		}
		if legal == mayReduce {
			s.apply(reduce, n)
			continue
		}
		keys := s.features(&t.keys)
		clear(scores[:firstArc+2*n])
		t.learn.Score(keys, &scores)
		pred := bestLegal(&scores, legal, n)
		want, right := s.best(g, legal, n, scores[:], pred)
		t.learn.Tick()
		all++
		if !right {
			wrong++
			t.learn.Update(keys, want, 1)
			t.learn.Update(keys, pred, -1)
		}
		if epoch == 0 || t.rand.Intn(100) >= explore {
			pred = want
		}
		s.apply(pred, n)
	}
	return wrong, all
}
