package train

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/linear"
	"github.com/entente-news/entente/nlp/internal/net"
)

// The linear model of parts of speech learns from the treebanks, and only from words
// on which a network can err: rare forms and those of several parts of speech. It
// is trained twice, the second time with the features alone that counted most.

// LinearShape is the size of the linear model and how it is trained.
type LinearShape struct {
	Rows     int     // features that are kept
	Least    int     // times that a feature must occur
	Epochs   int     // of each training
	Rate     float32 // of AdaGrad (Duchi, Hazan and Singer 2011), at its highest
	Decay    float32 // of the weights
	DropForm float32 // share of words whose own form is not seen
	DropWide float32 // share of words of which a third of the other features is not seen
	Step     float32 // what a unit of a weight is worth
	Weight   float32 // of what the model says beside the network
	Lead     float32 // of the network's best part of speech, from which on it is not asked
}

// linearWord is a word as the linear model sees it.
type linearWord struct {
	rows    []int32 // of its features, -1 for one that is too rare
	vectors [linear.Around][]int8
	class   int
}

type linearModel struct {
	shape   LinearShape
	words   []linearWord
	keys    []uint32 // by row
	counts  []int32
	rows    map[uint32]int32
	dead    []bool
	weights []float32 // Classes for each row
	squares []float32
	vectors []float32 // Classes for each component
	fine    []float32
	p       [linear.Classes]float32
	rand    *rand.Rand
}

// linear adds the linear model to the file.
func (t *trainer) linear(trees []*conllu.Sentence, lists *net.Lists) {
	s := t.set.Linear
	if s.Rows == 0 {
		return
	}
	m := &linearModel{shape: s, rows: map[uint32]int32{}}
	m.gather(t, trees, lists)
	t.set.Log("linear: %d words, %d features", len(m.words), len(m.keys))
	m.fit(t.set.Seed)
	m.prune()
	t.set.Log("linear: loss %.4f with %d features", m.fit(t.set.Seed), s.Rows)
	m.save(t.file)
}

// sure is the share of one part of speech among the uses of a form from which on
// it is taken for settled, often the number of uses that say so.
const (
	sure  = 0.99
	often = 10
)

// gather takes the words that are learnt from, and the features that occur in
// them.
func (m *linearModel) gather(t *trainer, trees []*conllu.Sentence, lists *net.Lists) {
	uses := map[uint64]*[linear.Classes]int{}
	for _, s := range trees {
		for i := range s.Words {
			raw := t.info(s.Words[i].Form).Raw
			if uses[raw] == nil {
				uses[raw] = &[linear.Classes]int{}
			}
			uses[raw][classOf(s.Words[i].UPOS)]++
		}
	}
	found := map[uint32]int32{}
	var keys [][]uint32
	for _, s := range trees {
		words := t.infos(forms(s))
		sentence := linear.NewSentence(words, lists, t.vectors)
		for i, w := range words {
			if settled(uses[w.Raw]) {
				continue
			}
			list := sentence.Append(nil, i)
			for _, k := range list {
				found[k]++
			}
			keys = append(keys, list)
			x := linearWord{class: classOf(s.Words[i].UPOS)}
			for d := range x.vectors {
				x.vectors[d] = sentence.Vector(i + d - 1)
			}
			m.words = append(m.words, x)
		}
	}
	for i, list := range keys {
		m.words[i].rows = make([]int32, len(list))
		for k, key := range list {
			m.words[i].rows[k] = m.row(key, found[key])
		}
	}
	m.dead = make([]bool, len(m.keys))
}

// row returns the row of a feature, -1 if it is too rare.
func (m *linearModel) row(key uint32, count int32) int32 {
	if int(count) < m.shape.Least {
		return -1
	}
	r, ok := m.rows[key]
	if !ok {
		r = int32(len(m.keys)) //nolint:gosec // some hundred thousand
		m.rows[key], m.keys, m.counts = r, append(m.keys, key), append(m.counts, count)
	}
	return r
}

func settled(uses *[linear.Classes]int) bool {
	all, most := 0, 0
	for _, n := range uses {
		all, most = all+n, max(most, n)
	}
	return all >= often && float64(most) >= sure*float64(all)
}

func classOf(upos string) int {
	u, err := entente.ParseUPOS(upos)
	if err != nil {
		u = entente.X
	}
	return linear.Class(u)
}

// fit trains the weights from zero on and returns the last epoch's loss.
func (m *linearModel) fit(seed uint64) float64 {
	m.weights, m.squares = make([]float32, linear.Classes*len(m.keys)), make([]float32, linear.Classes*len(m.keys))
	m.vectors = make([]float32, linear.Around*lexical.Dims*linear.Classes)
	m.fine = make([]float32, len(m.vectors))
	for i := range m.fine {
		m.fine[i] = 1
	}
	m.rand = rand.New(rand.NewPCG(seed, 7)) //nolint:gosec // no secrets
	loss := 0.0
	for e := range m.shape.Epochs {
		loss = 0
		rate := m.shape.Rate * (1 - float32(e)/float32(m.shape.Epochs))
		for _, i := range m.rand.Perm(len(m.words)) {
			loss += m.step(&m.words[i], rate)
		}
	}
	return loss / float64(max(1, len(m.words)))
}

// step learns from one word.
func (m *linearModel) step(x *linearWord, rate float32) float64 {
	form, wide := m.rand.Float32() < m.shape.DropForm, m.rand.Float32() < m.shape.DropWide
	third := m.rand.IntN(3)
	seen := func(k int) bool {
		r := x.rows[k]
		return r >= 0 && !m.dead[r] && !(form && linear.Own(k)) && !(wide && !linear.Own(k) && k%3 == third)
	}
	clear(m.p[:])
	for k, r := range x.rows {
		if seen(k) {
			for c, w := range m.weights[int(r)*linear.Classes:][:linear.Classes] {
				m.p[c] += w
			}
		}
	}
	m.eachComponent(x, func(at int, v float32) {
		for c, w := range m.vectors[at : at+linear.Classes] {
			m.p[c] += w * v
		}
	})
	softmax(m.p[:])
	loss := -math.Log(float64(m.p[x.class]) + 1e-9)
	m.p[x.class]--
	most := math.MaxInt8 * m.shape.Step
	for k, r := range x.rows {
		if !seen(k) {
			continue
		}
		at := int(r) * linear.Classes
		w, g := m.weights[at:at+linear.Classes], m.squares[at:at+linear.Classes]
		for c, d := range m.p {
			d += m.shape.Decay * w[c]
			g[c] += d * d
			w[c] = min(most, max(-most, w[c]-rate*d/(float32(math.Sqrt(float64(g[c])))+0.5)))
		}
	}
	m.eachComponent(x, func(at int, v float32) {
		w, g := m.vectors[at:at+linear.Classes], m.fine[at:at+linear.Classes]
		for c, d := range m.p {
			d *= v
			g[c] += d * d
			w[c] -= rate * d / float32(math.Sqrt(float64(g[c])))
		}
	})
	return loss
}

// eachComponent calls f for the components of the vectors of a word and of its
// neighbours, in eighths, with the place of their weights.
func (m *linearModel) eachComponent(x *linearWord, f func(at int, v float32)) {
	for d, list := range x.vectors {
		for j, v := range list {
			if v != 0 {
				f((d*lexical.Dims+j)*linear.Classes, float32(v)/8)
			}
		}
	}
}

func softmax(p []float32) {
	top, sum := slices.Max(p), float32(0)
	for i, v := range p {
		p[i] = float32(math.Exp(float64(v - top)))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// prune drops all features but those whose weights differ most, and that occur most.
func (m *linearModel) prune() {
	type worth struct {
		row   int
		value float64
	}
	list := make([]worth, len(m.keys))
	for r := range m.keys {
		w := m.weights[r*linear.Classes:][:linear.Classes]
		list[r] = worth{r, float64(slices.Max(w)-slices.Min(w)) * math.Sqrt(float64(m.counts[r]))}
	}
	slices.SortStableFunc(list, func(a, b worth) int { return cmp.Compare(b.value, a.value) })
	for i, x := range list {
		m.dead[x.row] = i >= m.shape.Rows
	}
}

// save writes the weights as integers.
func (m *linearModel) save(f *model.File) {
	var rows []linear.Row
	for r, key := range m.keys {
		if m.dead[r] {
			continue
		}
		row := linear.Row{Key: key}
		for c := range row.Weights {
			row.Weights[c] = rounded(m.weights[r*linear.Classes+c] / m.shape.Step)
		}
		rows = append(rows, row)
	}
	unit := m.shape.Step / linear.Fine
	vectors := make([]int8, len(m.vectors))
	for i, w := range m.vectors {
		vectors[i] = rounded(w / 8 / unit)
	}
	point := float32(int(1) << net.Point)
	linear.Save(f, rows, vectors, uint32(m.shape.Weight*unit*point*(1<<16)), uint32(m.shape.Lead*point))
}

func rounded(v float32) int8 {
	return int8(math.Round(min(math.MaxInt8, max(-math.MaxInt8, float64(v)))))
}
