package main

import (
	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/model"
)

// kernels are the ways in which marked pairs are compared, that of the features of
// pairs first. Plain leaves out what the patterns read and what was learnt on that.
func (m *markedSet) kernels(in []bool, plain bool) []square {
	sets := func(of func(s *coder.PairSight) []uint64) square {
		list := make([][]uint64, len(m.sights))
		for i := range m.sights {
			list[i] = of(&m.sights[i])
		}
		return setKernel(list, in)
	}
	out := []square{
		sets(func(s *coder.PairSight) []uint64 {
			if plain {
				return wide(s.Plain)
			}
			return wide(s.Keys)
		}),
		sets(func(s *coder.PairSight) []uint64 { return wordGrams(s.Masked) }),
		sets(func(s *coder.PairSight) []uint64 { return letterGrams(s.Forms) }),
		m.overParts(func(p coder.PairPart) square {
			return nearKernel(m.each(func(s *coder.PairSight) []float64 { return s.Words[p][:] }), in)
		}),
	}
	if plain {
		return out
	}
	return append(out,
		shareKernel(m.each(func(s *coder.PairSight) []float64 { return ofRoots(&s.Relation) })),
		m.overParts(func(p coder.PairPart) square {
			return shareKernel(m.each(func(s *coder.PairSight) []float64 { return ofRoots(&s.Triggers[p]) }))
		}))
}

// each returns what of makes of every pair.
func (m *markedSet) each(of func(s *coder.PairSight) []float64) [][]float64 {
	out := make([][]float64, len(m.sights))
	for i := range m.sights {
		out[i] = of(&m.sights[i])
	}
	return out
}

// overParts returns the mean of kernels over the parts of sentences.
func (m *markedSet) overParts(of func(p coder.PairPart) square) square {
	out := newSquare(len(m.sights))
	for p := range coder.PairParts {
		out.add(of(p), 1/float64(coder.PairParts))
	}
	return out
}

// ofRoots returns the numbers of roots, YIELD in one as the marked pairs have it.
func ofRoots(p *[coder.Roots]float64) []float64 {
	var out []float64
	for _, r := range entente.Roots() {
		switch r { //nolint:exhaustive // two stand together
		case entente.RootConcede:
		case entente.RootRetreat:
			out = append(out, p[entente.RootConcede]+p[r])
		default:
			out = append(out, p[r])
		}
	}
	return out
}

func wide(keys []uint32) []uint64 {
	out := make([]uint64, len(keys))
	for i, k := range keys {
		out[i] = uint64(k)
	}
	return out
}

// wordGrams returns hashes of one to four words in sequence.
func wordGrams(words []string) (out []uint64) {
	for i := range words {
		gram := ""
		for _, w := range words[i:min(i+4, len(words))] {
			gram += w + " "
			out = append(out, model.HashString(gram))
		}
	}
	return out
}

// letterGrams returns hashes of three to five letters in sequence, with the ends of
// words.
func letterGrams(words []string) (out []uint64) {
	for _, w := range words {
		w = "^" + w + "$"
		for n := 3; n <= 5; n++ {
			for i := 0; i+n <= len(w); i++ {
				out = append(out, model.HashString(w[i:i+n]))
			}
		}
	}
	return out
}
