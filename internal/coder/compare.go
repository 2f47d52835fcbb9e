package coder

import (
	"math"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/plover"
)

// Who acts on whom is chosen by comparing the phrases of a sentence with one
// another, and with nobody: by conditional logits. A side that is decided for each
// phrase alone leaves a third of the recipients out, each of which is unlikely by
// itself and yet the likeliest.

// secondParty is the probability from which a further phrase takes part beside the
// likeliest.
const secondParty = 0.4

// compare chooses the sides of v: first who acts, then who else takes part, and on
// which side. It reports false where nobody acts, or nobody is acted on though the
// root needs somebody.
func (l *look) compare(i int, v *verdict) bool {
	v.sides = make([]side, len(l.phrases))
	if len(l.phrases) == 0 {
		return false
	}
	mind := l.x.t.mind
	alone := l.actorOptions(i, v.root)
	ps := l.chances(mind.who, alone)
	actor := topmost(ps[:len(l.phrases)])
	if ps[actor] < leastActor {
		return false
	}
	v.sides[actor] = sideActor
	v.worst, v.sideSum = ps[actor], logOf(ps[actor])
	n := 2 * len(l.phrases)
	ps = l.chances(mind.whom, l.otherOptions(i, v.root, actor, alone))
	best := topmost(ps[:len(ps)-1])
	sum := ps[len(ps)-1]
	must := plover.NeedsRecipient(v.root) && len(l.phrases[actor].members) < 2
	switch {
	case best >= n && ps[best] > sum:
		sum = ps[best]
		v.carried = &l.earlier[best-n]
	case ps[best] > sum && best < n || must && ps[best] >= leastOther && best < n:
		sum = 0
		for k := range n {
			if k == best || ps[k] >= secondParty && v.sides[k/2] == sideNone {
				v.sides[k/2] = [...]side{sideRecipient, sideActor}[k%2]
				sum += ps[k]
			}
		}
	case must:
		return false
	}
	v.assigned = true
	v.worst, v.sideSum = min(v.worst, sum), v.sideSum+logOf(min(1, sum))
	return true
}

// actorOptions returns the features of each phrase as who does the act of trigger
// i, and of nobody.
func (l *look) actorOptions(i int, root entente.Root) [][]uint32 {
	out := make([][]uint32, 0, len(l.phrases)+1)
	for k := range l.phrases {
		out = append(out, l.alone(i, root, k))
	}
	return append(out, l.nobody(i, root, -1))
}

// otherOptions returns the features of each phrase as who else takes part in the
// act of trigger i beside the phrase acting: as recipient, as one more actor; then
// of the parties of the sentences before, and those of nobody. The phrase acting has
// none. What the phrases are by themselves is in alone.
func (l *look) otherOptions(i int, root entente.Root, acting int, alone [][]uint32) [][]uint32 {
	out := make([][]uint32, 0, 2*len(l.phrases)+1)
	for k := range l.phrases {
		if k == acting {
			out = append(out, nil, nil)
			continue
		}
		keys := l.beside(i, root, k, acting, alone[k])
		out = append(out, keys, companion(keys))
	}
	for k := range l.earlier {
		out = append(out, l.carried(i, root, &l.earlier[k], acting))
	}
	return append(out, l.nobody(i, root, acting))
}

// chances returns the probability of each option by t, 0 of one without features.
func (l *look) chances(t *model.Linear, options [][]uint32) []float64 {
	scores := make([]int32, len(options))
	top := int32(math.MinInt32)
	for k, keys := range options {
		if keys != nil {
			scores[k] = scoreOf(t, keys)
			top = max(top, scores[k])
		}
	}
	out, sum := make([]float64, len(options)), 0.0
	for k, keys := range options {
		if keys != nil {
			out[k] = exp(float64(scores[k]-top) / l.x.t.mind.unit)
			sum += out[k]
		}
	}
	for k := range out {
		out[k] /= sum
	}
	return out
}

// scoreOf returns the score of a scorer of one class.
func scoreOf(t *model.Linear, keys []uint32) int32 {
	var s [model.MaxClasses]int32
	t.Score(keys, &s)
	return s[0]
}

// topmost returns the index of the highest of ps, the first among equals.
func topmost(ps []float64) int {
	best := 0
	for k := range ps {
		if ps[k] > ps[best] {
			best = k
		}
	}
	return best
}
