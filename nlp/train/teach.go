package train

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/entente-news/entente/internal/neural"
	"github.com/entente-news/entente/nlp/internal/net"
)

// Several networks, trained with other seeds, err in other places; what they say
// together is better than what each says alone. The small network that is kept
// learns from the treebanks and from their joint distributions (Hinton, Vinyals
// and Dean 2015; for parsers Kuncoro et al. 2016, "Distilling an ensemble of
// greedy dependency parsers into one MST parser"), on the sentences of the
// treebanks and on news without trees.

// teach sets the soft targets of sentences to the mean of the teachers'
// distributions. Silver sentences get the teachers' trees as well.
func teach(teachers []*core, list []*tree) {
	const size = 24
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b *tree) int { return len(b.forms) - len(a.forms) })
	next := make(chan []*tree)
	var wait sync.WaitGroup
	for range trainers {
		wait.Go(func() {
			tapes := make([]*neural.Tape, len(teachers))
			for i := range tapes {
				tapes[i] = neural.NewTape(1)
			}
			for batch := range next {
				teachBatch(teachers, tapes, batch)
			}
		})
	}
	for i := 0; i < len(sorted); i += size {
		next <- sorted[i:min(i+size, len(sorted))]
	}
	close(next)
	wait.Wait()
}

func teachBatch(teachers []*core, tapes []*neural.Tape, batch []*tree) {
	passes := make([]pass, len(teachers))
	share := 1 / float32(len(teachers))
	for i, c := range teachers {
		tapes[i].Reset(1)
		passes[i] = c.read(tapes[i], batch, rand.New(rand.NewPCG(1, 1))) //nolint:gosec // not used
	}
	o := passes[0].order
	at := make([]int32, o.Rows())
	for s, b := range batch {
		n := len(b.forms)
		b.soft = &soft{arcs: make([]float32, n*(n+1)), tags: make([]float32, n*teachers[0].tags), labels: make([]float32, n*teachers[0].labs)}
		for i := range teachers {
			scores := tapes[i].Scores(passes[i].arcs, s)
			for w := range n {
				addSoftmax(b.soft.arcs[w*(n+1):(w+1)*(n+1)], scores[w*(n+1):(w+1)*(n+1)], share)
				addSoftmax(b.soft.tags[w*teachers[0].tags:(w+1)*teachers[0].tags], passes[i].tag.Row(o.Row(s, w)), share)
			}
		}
		if b.silver {
			b.heads = bestTree(b.soft.arcs, n)
		}
		for w, h := range b.heads {
			at[o.Row(s, w)] = int32(o.Row(s, int(max(0, h))))
		}
	}
	for i, c := range teachers {
		rel := c.relations(tapes[i], passes[i], at)
		for s, b := range batch {
			for w := range b.forms {
				addSoftmax(b.soft.labels[w*c.labs:(w+1)*c.labs], rel.Row(o.Row(s, w)), share)
			}
		}
	}
	for _, b := range batch {
		if b.silver {
			b.settle(teachers[0])
		}
	}
}

// settle sets tags and relations of a silver sentence to the likeliest.
func (b *tree) settle(c *core) {
	for w := range b.forms {
		b.tags[w] = int32(argmax(b.soft.tags[w*c.tags : (w+1)*c.tags]))
		b.labels[w] = int32(argmax(b.soft.labels[w*c.labs : (w+1)*c.labs]))
		if b.heads[w] < 0 {
			b.labels[w] = -1
		}
	}
}

func addSoftmax(to, scores []float32, share float32) {
	p := make([]float32, len(scores))
	neural.Softmax(p, scores)
	for j, v := range p {
		to[j] += v * share
	}
}

// bestTree returns the likeliest tree under n rows of n+1 probabilities of heads.
func bestTree(arcs []float32, n int) []int32 {
	scores := make([]int32, len(arcs))
	for i, p := range arcs {
		scores[i] = int32(math.Round(1000 * math.Log(math.Max(float64(p), 1e-12))))
	}
	heads := make([]int32, n)
	net.Tree(scores, n+1, n, heads)
	return heads
}
