package net

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Phrases is a set of names of one or more words, which may be wrong about a name that it
// does not hold, never about one that it holds (Bloom 1970). It is read-only and
// may be shared; an empty one holds no names.
type Phrases []byte

// probes is the number of bits by which a name is known, phraseBits that of bits
// for each name, phraseBytes the least size of a set.
const (
	probes      = 6
	phraseBits  = 9
	phraseBytes = 128
)

// maxPhrase is the number of words that a name in the set has at most.
const maxPhrase = 4

// NewPhrases returns the set of names, each given by its words; those with more
// than four are left out.
func NewPhrases(names [][]*word.Info) Phrases {
	if len(names) == 0 {
		return nil
	}
	t := make(Phrases, max(phraseBytes, (len(names)*phraseBits+7)/8))
	for _, n := range names {
		h, count := uint64(0), 0
		for _, w := range n {
			if !joins(w) {
				h, count = further(h, w), count+1
			}
		}
		if count == 0 || count > maxPhrase {
			continue
		}
		for i := range uint64(probes) {
			bit := t.bit(h, i)
			t[bit/8] |= 1 << (bit % 8)
		}
	}
	return t
}

// further adds a word to the hash of those before it.
func further(h uint64, w *word.Info) uint64 { return model.Mix(h*31 + w.Norm) }

// joins reports whether a word is the hyphen of a name, which is passed over.
func joins(w *word.Info) bool { return w.Form == "-" || w.Form == "–" }

func (t Phrases) bit(h, i uint64) uint64 {
	return model.Mix(h+i*0x9e3779b97f4a7c15) % (uint64(len(t)) * 8)
}

func (t Phrases) has(h uint64) bool {
	for i := range uint64(probes) {
		if bit := t.bit(h, i); t[bit/8]>>(bit%8)&1 == 0 {
			return false
		}
	}
	return true
}

// Places of a word in a name.
const (
	noName = iota
	nameBegins
	nameGoesOn
	nameEnds
	nameAlone
)

// nameLow is added for a name that begins in lower case, Codes is the number of
// places, that of no name included.
const (
	nameLow = nameAlone
	Codes   = nameAlone + nameLow + 1
)

// Mark sets for each word of a sentence where in a name of the set it stands, 0
// for nowhere: the longest name from the left on.
func (t Phrases) Mark(words []*word.Info, out []uint8) {
	clear(out)
	if len(t) == 0 {
		return
	}
	for i := 0; i < len(words); {
		n := t.longest(words[i:])
		for k := range n {
			code := uint8(nameGoesOn)
			switch {
			case n == 1:
				code = nameAlone
			case k == 0:
				code = nameBegins
			case k == n-1:
				code = nameEnds
			}
			if words[i].Flags&word.Capital == 0 {
				code += nameLow
			}
			out[i+k] = code
		}
		i += max(1, n)
	}
}

// longest returns the number of words of the longest name that begins words.
func (t Phrases) longest(words []*word.Info) int {
	best, count, h := 0, 0, uint64(0)
	for i, w := range words {
		if joins(w) {
			continue
		}
		if count++; count > maxPhrase || w.Flags&word.Letter == 0 {
			break
		}
		if h = further(h, w); len(w.Lower) > 2 && t.has(h) {
			best = i + 1
		}
	}
	return best
}
