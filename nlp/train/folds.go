package train

import (
	"fmt"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/segment"
)

// FoldScore counts names of persons, organisations and places over folds.
type FoldScore struct{ Hits, Given, Gold int }

// F1 returns the harmonic mean of precision and recall, in percent.
func (s FoldScore) F1() float64 {
	if s.Given+s.Gold == 0 {
		return 0
	}
	return 200 * float64(s.Hits) / float64(s.Given+s.Gold)
}

// Folds measures the full name finder on the sentences of c.Folded, of which
// every n-th is held out in turn: the finder is trained anew on the others and
// on all other names, on the network of a trained weight file. Only the first
// folds are measured if only is above 0.
func Folds(c *Corpus, weights []byte, set Settings, n, only int) (FoldScore, error) {
	var total FoldScore
	f, err := model.Decode(weights)
	if err != nil {
		return total, err
	}
	below, err := net.Load(f, "full", c.Vectors)
	if err != nil {
		return total, err
	}
	splitter, err := segment.Load(f)
	if err != nil {
		return total, err
	}
	set.Keep = "" // of other data
	t := newTrainer(c, set)
	t.lists = c.lists()
	rest := c.unfolded(splitter)
	if only <= 0 {
		only = n
	}
	for k := range min(n, only) {
		learn, held := slices.Clone(rest), []Named(nil)
		for i, s := range c.Folded {
			if i%n == k {
				held = append(held, s)
			} else {
				learn = append(learn, s)
			}
		}
		file := &model.File{}
		t.lists.Save(file)
		if err := t.trainNames(file, "names", below, set.Names, varied(learn, c.Lists, set.Seed)); err != nil {
			return total, err
		}
		names, err := net.LoadNames(file, "names", below, t.lists)
		if err != nil {
			return total, err
		}
		s := t.scoreNames(below, names, held)
		set.Log("fold %d: F1 %.1f", k+1, s.F1())
		total.Hits, total.Given, total.Gold = total.Hits+s.Hits, total.Given+s.Given, total.Gold+s.Gold
	}
	return total, nil
}

func (t *trainer) scoreNames(below *net.Network, names *net.Names, held []Named) FoldScore {
	var s FoldScore
	batch, finder := net.NewBatch(below), net.NewNameBatch(names)
	for _, h := range held {
		words, marks := t.infos(h.Words), make([]uint8, len(h.Words))
		batch.Begin(words, []int{len(words)})
		finder.Find(batch, words, marks)
		got := spansOf(marks)
		for _, g := range h.Spans {
			if g.Type != entente.NORP {
				s.Gold++
				if slices.Contains(got, g) {
					s.Hits++
				}
			}
		}
		for _, g := range got {
			if g.Type != entente.NORP {
				s.Given++
			}
		}
	}
	return s
}

func spansOf(marks []uint8) []Span {
	var out []Span
	for i := 0; i < len(marks); i++ {
		if marks[i] == net.Outside {
			continue
		}
		s := Span{First: i, Last: i + 1, Type: net.TypeOf(marks[i])}
		for s.Last < len(marks) && marks[s.Last] == net.Inside(s.Type) {
			s.Last++
		}
		out = append(out, s)
		i = s.Last - 1
	}
	return out
}

// String says the score in words.
func (s FoldScore) String() string {
	return fmt.Sprintf("F1 %.1f (P %.1f, R %.1f) of %d names", s.F1(), 100*float64(s.Hits)/float64(max(1, s.Given)), 100*float64(s.Hits)/float64(max(1, s.Gold)), s.Gold)
}
