package linear

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Places of the features of the form itself, which training drops now and then, so
// that the others are learnt from rare words too.
const (
	formFirst = 1
	formLast  = 2
)

// Own reports whether a feature, by its place in what Append appends, is the form
// itself.
func Own(place int) bool { return place >= formFirst && place <= formLast }

// keyMask are the bits by which a feature is known.
const keyMask = 1<<22 - 1

// Sentence is what features are made of: the words of a sentence, and how many of
// them have capitals.
type Sentence struct {
	words    []*word.Info
	lists    *net.Lists
	vectors  net.Vectors
	capitals uint64 // share of the words behind the first, in quarters and one, 0 for none
}

// NewSentence returns the sentence of some words. Vectors may be nil.
func NewSentence(words []*word.Info, lists *net.Lists, vectors net.Vectors) Sentence {
	s := Sentence{words: words, lists: lists, vectors: vectors}
	all, capitals := 0, 0
	for i, w := range words {
		if i == 0 || w.Flags&word.Letter == 0 {
			continue
		}
		all++
		if w.Flags&word.Capital != 0 {
			capitals++
		}
	}
	if all > 0 {
		s.capitals = uint64(4*capitals/all) + 1 //nolint:gosec // not negative
	}
	return s
}

// none stands for the words before the first and behind the last.
var none = word.New("")

func (s *Sentence) at(i int) *word.Info {
	if i < 0 || i >= len(s.words) {
		return none
	}
	return s.words[i]
}

// Vector returns the components of the vector of word i, nil where it has none.
func (s *Sentence) Vector(i int) []int8 {
	if s.vectors == nil || i < 0 || i >= len(s.words) {
		return nil
	}
	return s.vectors.Find(s.words[i].Lower)
}

// Append appends the keys of the features of word i, always as many: of its form
// and letters, how it is written, and of the forms around it.
func (s *Sentence) Append(out []uint32, i int) []uint32 {
	a := adder{out: out}
	w := s.at(i)
	first := bit(i == 0)
	known := bit(s.Vector(i) != nil)
	a.add(0)
	a.add(w.Norm) // formFirst
	a.add(w.Raw)  // formLast
	big := uint64(w.Flags & (word.Capital | word.AllCaps))
	for _, h := range w.Suffix {
		a.add(h)
		a.add(h*31 + big*8 + first)
	}
	for _, h := range w.Prefix {
		a.add(h)
	}
	a.add(w.Shape)
	a.add(w.Shape + first + 2*known)
	a.add(uint64(w.Flags)*64 + s.capitals*4 + first*2 + known)
	a.add(uint64(s.lists.Of(w))*2 + uint64(w.Flags&word.Capital))
	s.around(&a, i)
	return a.out
}

// around adds the features of the words around word i.
func (s *Sentence) around(a *adder, i int) {
	w, before, behind := s.at(i), s.at(i-1), s.at(i+1)
	two, far := s.at(i-2).Norm, s.at(i+2).Norm
	a.add(before.Norm)
	a.add(behind.Norm)
	a.add(two)
	a.add(far)
	a.add(before.Norm*31 + w.Norm)
	a.add(behind.Norm*31 + w.Norm)
	a.add(before.Norm*31 + behind.Norm)
	a.add(before.Norm*31 + two)
	a.add(behind.Norm*31 + far)
	for _, o := range [...]*word.Info{before, behind} {
		a.add(o.Suffix[2])
		a.add(o.Shape)
		a.add(uint64(s.lists.Of(o)))
		a.add(o.Suffix[1]*31 + w.Suffix[1])
		a.add(o.Shape*31 + w.Shape)
	}
}

// adder numbers the features, so that like hashes of several kinds differ.
type adder struct {
	out  []uint32
	kind uint64
}

func (a *adder) add(h uint64) {
	a.out = append(a.out, uint32(model.Mix(h*31+a.kind*0x9e3779b97f4a7c15)>>20)&keyMask)
	a.kind++
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
