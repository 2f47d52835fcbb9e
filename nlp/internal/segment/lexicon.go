package segment

import (
	"sort"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// lexicon is what is known of words: by a part of the hash of the form in lower
// case, the part of speech that it mostly has and how it is written within
// sentences.
type lexicon map[uint32]uint8

// The low bits of an entry are the part of speech, the others the case.
const (
	posBits = 5
	posMask = 1<<posBits - 1
)

// How a word is written within sentences.
const (
	onlyFirst     = iota // it was seen at the beginning of sentences alone
	writtenSmall         // nearly always in lower case
	mostlySmall          //
	writtenEither        //
	writtenLarge         // mostly with a capital
)

// fact returns what is known of a word, with the case in which it is written
// here.
func (l lexicon) fact(w *word.Info) fact {
	entry, known := l[uint32(w.Norm)] //nolint:gosec // a part of the hash
	f := fact{norm: w.Norm, entry: w.Kind | 1<<63}
	switch {
	case known:
		f.entry = uint64(entry) << 2
		if w.Flags&word.Capital != 0 {
			f.entry |= 1
		}
		if w.Flags&word.AllCaps != 0 {
			f.entry |= 2
		}
		written := entry >> posBits
		f.grown = f.entry&1 != 0 && (written == writtenSmall || written == mostlySmall)
		f.verb = entry&posMask == posVerb || entry&posMask == posAux
	case isAddress(w.Form):
		f.entry = addressKey
	case w.Flags&word.Letter == 0:
		f.entry = w.Shape | 1<<63
	}
	if len(w.Form) > 3 {
		switch {
		case w.Flags&word.Symbol != 0:
			f.norm = w.Shape
		case f.entry == addressKey:
			f.norm = addressKey
		}
	}
	return f
}

// addressKey stands for every address.
const addressKey = 1 << 20

func isAddress(form string) bool { return len(form) > 4 && address(form, 0, len(form)) == len(form) }

// Numbers of parts of speech in a lexicon.
const (
	posOther = iota + 1
	posVerb
	posAux
	posNoun
	posName
	posAdjective
	posAdverb
	posPronoun
	posDeterminer
	posPreposition
	posConjunction
	posInterjection
	posNumber
	posMark
	posSymbol
	posParticle
	posSubordinator
)

var posNumbers = map[string]uint8{
	"VERB": posVerb, "AUX": posAux, "NOUN": posNoun, "PROPN": posName, "ADJ": posAdjective, "ADV": posAdverb, "PRON": posPronoun,
	"DET": posDeterminer, "ADP": posPreposition, "CCONJ": posConjunction, "INTJ": posInterjection, "NUM": posNumber,
	"PUNCT": posMark, "SYM": posSymbol, "PART": posParticle, "SCONJ": posSubordinator,
}

// lexiconSeen is how often a word is seen for the lexicon to have it. Rarer ones
// must look in training as unknown ones do later.
const lexiconSeen = 3

type wordCount struct {
	all, within, small int // occurrences; those within sentences; those of these in lower case
	tags               [posMask + 1]int
}

// makeLexicon counts the words of the examples.
func makeLexicon(examples []Example) lexicon {
	counts := map[uint32]*wordCount{}
	for _, e := range examples {
		for _, t := range e.Words {
			w := word.New(t.Form)
			key := uint32(w.Norm) //nolint:gosec // a part of the hash
			c := counts[key]
			if c == nil {
				c = &wordCount{}
				counts[key] = c
			}
			c.all++
			c.tags[max(posOther, posNumbers[t.UPOS])]++
			if !t.First && w.Flags&word.Letter != 0 {
				c.within++
				if w.Flags&word.Capital == 0 {
					c.small++
				}
			}
		}
	}
	lex := lexicon{}
	for key, c := range counts {
		if c.all >= lexiconSeen {
			lex[key] = c.entry()
		}
	}
	return lex
}

func (c *wordCount) entry() uint8 {
	best := uint8(posOther)
	for p, n := range c.tags {
		if n > c.tags[best] {
			best = uint8(p) //nolint:gosec // at most posMask
		}
	}
	written := uint8(onlyFirst)
	switch share := 100 * c.small / max(1, c.within); {
	case c.within == 0:
	case share >= 97:
		written = writtenSmall
	case share >= 70:
		written = mostlySmall
	case share >= 15:
		written = writtenEither
	default:
		written = writtenLarge
	}
	return written<<posBits | best
}

func (l lexicon) add(f *model.File) {
	keys := make([]uint32, 0, len(l))
	for k := range l {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	values := make([]byte, len(keys))
	for i, k := range keys {
		values[i] = l[k]
	}
	f.AddUint32s("segment.words", keys)
	f.AddBytes("segment.entries", values)
}

func loadLexicon(f *model.File) (lexicon, error) {
	keys, err := f.Uint32s("segment.words")
	if err != nil {
		return nil, err
	}
	values, err := f.Bytes("segment.entries")
	if err != nil {
		return nil, err
	}
	if len(keys) != len(values) {
		return nil, model.ErrDamaged
	}
	l := make(lexicon, len(keys))
	for i, k := range keys {
		l[k] = values[i]
	}
	return l, nil
}
