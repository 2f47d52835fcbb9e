// Package parse is a dependency parser: the arc-eager transition system with a
// linear scorer.
//
// Problem: give every word of a sentence a head and a relation so that they
// make a tree with one root, in linear time.
//
// Method: Nivre (2008), "Algorithms for deterministic incremental dependency
// parsing", section 4: a stack, a buffer, and the transitions shift, reduce,
// left-arc and right-arc. No artificial root is on the stack; what stays
// without a head is the root. Where several words stay, the last is put back on
// the buffer and must take or give an arc (the unshift of Nivre and
// Fernández-González 2014), so that there is always exactly one root. Features
// are those of Zhang and Nivre (2011) with lemmas and what lies between stack
// and buffer; training uses the dynamic oracle of Goldberg and Nivre (2012).
//
// Every word is shifted or right-attached once, reduced or left-attached once,
// and unshifted at most once: at most 5n transitions for n words.
package parse

import "github.com/entente-news/entente/internal/model"

// Token is what the parser looks at.
type Token struct {
	Word  uint64 // hash of the normal form
	Lemma uint64 // hash of the lemma
	Tag   uint8  // class of the tagger: part of speech with its Penn tag
	UPOS  uint8
	Kind  Kind
}

// Kind says what a token does to a stretch of words that it lies in.
type Kind uint8

// The kinds, as bits.
const (
	KindComma Kind = 1 << iota
	KindVerb
	KindCconj
	KindQuote
	KindColon
	KindWh
	KindNoun
	KindAdp
)

// The classes of transitions. A left-arc with label l is class firstArc+l, a
// right-arc firstArc+labels+l.
const (
	shift = iota
	reduce
	firstArc
)

// none marks a missing node's tag or label.
const none = 255

// Model scores transitions. It is read-only and may be shared.
type Model struct {
	labels []string
	linear *model.Linear
}

// Labels returns the relations that the parser gives, without root.
func (m *Model) Labels() []string { return m.labels }

// Load returns the parser in a weight file.
func Load(f *model.File) (*Model, error) {
	labels, err := f.Strings("parse.labels")
	if err != nil {
		return nil, err
	}
	linear, err := f.Table("parse.weights")
	if err != nil {
		return nil, err
	}
	if linear.Classes() != firstArc+2*len(labels) {
		return nil, model.ErrDamaged
	}
	return &Model{labels, linear}, nil
}

// Parser holds the scratch memory of one worker.
type Parser struct {
	model *Model
	state state
	keys  [templates]uint32
}

// NewParser returns a parser with its own scratch memory.
func NewParser(m *Model) *Parser { return &Parser{model: m} }

// Parse returns the head of each token, -1 for the root, and the index of its
// label in Labels, which means nothing for the root. The slices are valid until
// the next call. No tokens give empty slices.
func (p *Parser) Parse(tokens []Token) (heads []int32, labels []uint8) {
	s := &p.state
	s.reset(tokens)
	n := len(p.model.labels)
	var scores [model.MaxClasses]int32
	for !s.done() {
		legal := s.legal()
		if legal == mayShift {
			s.apply(shift, n)
			continue
		}
		if legal == mayReduce {
			s.apply(reduce, n)
			continue
		}
		keys := s.features(&p.keys)
		clear(scores[:firstArc+2*n])
		p.model.linear.Score(keys, &scores)
		s.apply(bestLegal(&scores, legal, n), n)
	}
	return s.head[:len(tokens)], s.label[:len(tokens)]
}

// bestLegal returns the allowed class with the highest score, the lowest on a
// tie. At least one transition must be allowed.
func bestLegal(scores *[model.MaxClasses]int32, legal moves, n int) int {
	best := -1
	try := func(from, to int) {
		for c := from; c < to; c++ {
			if best < 0 || scores[c] > scores[best] {
				best = c
			}
		}
	}
	if legal&mayShift != 0 {
		try(shift, shift+1)
	}
	if legal&mayReduce != 0 {
		try(reduce, reduce+1)
	}
	if legal&mayLeft != 0 {
		try(firstArc, firstArc+n)
	}
	if legal&mayRight != 0 {
		try(firstArc+n, firstArc+2*n)
	}
	return best
}
