package coder

import (
	"fmt"
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Most sentences that hold a party and a word that may evoke an event tell none, and
// a tree is dear. A sieve looks at the words, tags and mentions of a sentence, at
// how the document sounds, and gives each word that may be a trigger a score; a
// sentence whose best word stays under a floor is marked quiet. Quiet sentences give
// no event, whether they have a tree or not: so the sieve is part of the decision,
// and no shortcut past it.

// SieveName is the section of the weight file with the sieve, which it may lack.
const SieveName = "sieve"

// sieve holds the weights; the zero value lets everything through.
type sieve struct {
	weights []int8 // by the key of a feature, see place
	floor   int32  // score under which a word is no trigger
}

// sieveHead is the number of bytes of the section before the weights.
const sieveHead = 4

// readSieve reads the sieve of a weight file, which may lack it.
func readSieve(f *model.File) (s sieve, err error) {
	if !slices.Contains(f.Names(), SieveName) {
		return s, nil
	}
	b, err := f.Bytes(SieveName)
	if err != nil {
		return s, err //nolint:wrapcheck // names the section
	}
	if len(b) <= sieveHead {
		return s, fmt.Errorf("section %q: %w", SieveName, model.ErrDamaged)
	}
	s.floor = int32(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24) //nolint:gosec // two's complement
	for _, w := range b[sieveHead:] {
		s.weights = append(s.weights, int8(w)) //nolint:gosec // two's complement
	}
	return s, nil
}

// AddSieve appends a sieve to a weight file.
func AddSieve(f *model.File, weights []int8, floor int32) {
	u := uint32(floor) //nolint:gosec // two's complement
	b := []byte{byte(u), byte(u >> 8), byte(u >> 16), byte(u >> 24)}
	for _, w := range weights {
		b = append(b, byte(w)) //nolint:gosec // two's complement
	}
	f.AddBytes(SieveName, b)
}

// SievePlace is where, among n, the weight of a feature with this key lies. Features
// that meet there share it, in training as later.
func SievePlace(key uint32, n int) int { return int(uint64(key) * uint64(n) >> 32) } //nolint:gosec // below n

// score returns the sum of the weights of features.
func (s *sieve) score(keys []uint32) (sum int32) {
	for _, k := range keys {
		sum += int32(s.weights[SievePlace(k, len(s.weights))])
	}
	return sum
}

// Sift marks the sentences of d that tell no event quiet: those that [Coder.Gate]
// refuses, and those that the sieve holds back. It needs tokens, tags and mentions
// as the actors' worker gives them, and no tree. Whoever asks for records that are
// less sure than usual has no sieve, and patterns alone mark nothing.
func (c *Coder) Sift(d *entente.Document) {
	mind := c.t.mind
	for s := range d.Sentences {
		d.Sentences[s].Quiet = mind != nil && !c.t.gates(d, s)
	}
	if mind == nil || mind.sieve.weights == nil || c.least < UsualLeast {
		return
	}
	w := c.take()
	defer c.giveBack(w)
	v := &mind.sieve
	w.sift(d, c.t, func(s int, shared []uint32) bool {
		d.Sentences[s].Quiet = true
		w.sifter.base = v.score(shared)
		return true
	}, func(s, _ int, keys []uint32) bool {
		d.Sentences[s].Quiet = w.sifter.base+v.score(keys) < v.floor
		return d.Sentences[s].Quiet
	})
}

// Sifted is a word as the sieve sees it.
type Sifted struct {
	Sentence, Token int
	Shared, Own     []uint32 // keys of the features of its sentence and of itself
}

// SiftExamples returns the words of d that the sieve looks at, none where patterns
// alone decide. Its needs are those of [Coder.Sift].
func (c *Coder) SiftExamples(d *entente.Document) (out []Sifted) {
	if c.t.mind == nil {
		return nil
	}
	w := c.take()
	defer c.giveBack(w)
	var of []uint32
	w.sift(d, c.t, func(s int, shared []uint32) bool {
		of = slices.Clone(shared)
		return c.t.gates(d, s)
	}, func(s, i int, keys []uint32) bool {
		out = append(out, Sifted{s, i, of, slices.Clone(keys)})
		return true
	})
	return out
}

// sift calls sentence for each sentence of d that is not quiet, with the keys
// of its features, and then word for its words that may be triggers, with theirs,
// until one of them returns false. There is a learnt decision.
func (w *work) sift(d *entente.Document, t *table, sentence func(s int, shared []uint32) bool, word func(s, i int, keys []uint32) bool) {
	w.settingOf(d, d, t)
	f := &w.sifter
	f.load(d, t, &w.set)
	for s := range d.Sentences {
		if d.Sentences[s].Quiet {
			continue
		}
		f.begin(s)
		if !sentence(s, f.shared) {
			continue
		}
		for i := f.sent.First; i < f.sent.Last; i++ {
			if f.known[i] && !word(s, i, f.word(i)) {
				break
			}
		}
	}
}
