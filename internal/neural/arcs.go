package neural

import "github.com/entente-news/entente/internal/kernel"

// Arcs scores every word of a sentence as the head of every other, as the
// product of the word's row of dep and the head's row of head, with the row of
// root as the head of the sentence's root (Dozat and Manning 2017, "Deep
// biaffine attention for neural dependency parsing"; the bilinear map is applied
// to dep before).
type Arcs struct {
	Dep, Head *Tensor
	Root      *Param
	Order     *kernel.Order
}

// self is the score of a word as its own head.
const self = -1e9

// Scores returns, for sentence s of n words, n rows of n+1 scores: column 0 is
// the root, column h word h-1.
func (t *Tape) Scores(a Arcs, s int) []float32 {
	n := a.Order.Lens[s]
	dep, head := t.sentence(a, s)
	flipped, scores := t.scratch(len(head)), t.scratch(n*(n+1))
	kernel.Transpose(flipped, head, n+1, a.Dep.Cols)
	t.f.Mul(scores, dep, flipped, n, n+1, a.Dep.Cols, false)
	for w := range n {
		scores[w*(n+1)+w+1] = self
	}
	return scores
}

// sentence returns the rows of dep and head of one sentence, the latter with the
// root's before them.
func (t *Tape) sentence(a Arcs, s int) (dep, head []float32) {
	n, d := a.Order.Lens[s], a.Dep.Cols
	dep, head = t.scratch(n*d), t.scratch((n+1)*d)
	copy(head, a.Root.W)
	for w := range n {
		r := a.Order.Row(s, w)
		copy(dep[w*d:], a.Dep.Row(r))
		copy(head[(w+1)*d:], a.Head.Row(r))
	}
	return dep, head
}

// ArcLoss adds the derivatives of scale times the cross entropies of the scores.
// heads gives each row's head as a place in its sentence, -1 for the root; soft
// gives for a sentence its rows of distributions, or nil, and share what they
// weigh. It returns the loss and for each row the head that scores best.
func (t *Tape) ArcLoss(a Arcs, heads []int32, soft [][]float32, share, scale float32) (loss float64, guess []int32) {
	d, o := a.Dep.Cols, a.Order
	root := t.grad(a.Root).g
	guess = make([]int32, o.Rows())
	for s, n := range o.Lens {
		if n == 0 {
			continue
		}
		scores, g := t.Scores(a, s), t.buffer(n*(n+1))
		row := newRow(n + 1)
		for w := range n {
			var q []float32
			if soft != nil && soft[s] != nil {
				q = soft[s][w*(n+1) : (w+1)*(n+1)]
			}
			r := o.Row(s, w)
			line := scores[w*(n+1) : (w+1)*(n+1)]
			row.target(heads[r]+1, q, share)
			loss += row.loss(line, g[w*(n+1):(w+1)*(n+1)], scale)
			guess[r] = int32(best(line) - 1) //nolint:gosec // words of a sentence fit
		}
		dep, head := t.sentence(a, s)
		ddep, dhead, flipped := t.scratch(n*d), t.scratch((n+1)*d), t.scratch(len(g))
		t.f.Mul(ddep, g, head, n, d, n+1, false)
		kernel.Transpose(flipped, g, n, n+1)
		t.f.Mul(dhead, flipped, dep, n+1, d, n, false)
		add(root, dhead[:d])
		for w := range n {
			r := o.Row(s, w)
			add(a.Dep.G[r*d:(r+1)*d], ddep[w*d:(w+1)*d])
			add(a.Head.G[r*d:(r+1)*d], dhead[(w+1)*d:(w+2)*d])
		}
	}
	return loss, guess
}

func add(to, from []float32) {
	for i, v := range from {
		to[i] += v
	}
}

func best(row []float32) int {
	at := 0
	for i, v := range row {
		if v > row[at] {
			at = i
		}
	}
	return at
}

// Add returns the sum of two tensors of one size.
func (t *Tape) Add(x, y *Tensor) *Tensor {
	out := t.raw(x.Rows, x.Cols)
	for i, v := range x.V {
		out.V[i] = v + y.V[i]
	}
	t.back = append(t.back, func() {
		add(x.G, out.G)
		add(y.G, out.G)
	})
	return out
}
