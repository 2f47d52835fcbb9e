// Package segment cuts text into paragraphs, sentences and words in the way of
// the English treebanks of Universal Dependencies: contractions and possessives
// are words of their own, and so are most hyphens.
//
// Words are cut by rules. Where a sentence ends is decided by a linear scorer
// at every mark that may end one, within paragraphs; a paragraph always ends
// its last sentence, and a dateline at its beginning is one by itself.
package segment

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// MaxWords is the number of tokens beyond which a sentence is cut, so that no
// stage behind meets one of any length. It is cut in the second half of these
// many tokens: behind the last semicolon, colon or dash there, else behind the
// last comma, else before the last conjunction, else after MaxWords tokens, but
// never before the later part of a contraction. The longest sentence of the
// treebanks has 159.
const MaxWords = 200

// Model finds the ends of sentences. It is read-only and may be shared.
type Model struct {
	linear *model.Linear
	lex    lexicon
}

// Load returns the splitter in a weight file.
func Load(f *model.File) (*Model, error) {
	linear, err := f.Table("segment.weights")
	if err != nil {
		return nil, err
	}
	if linear.Classes() != 2 {
		return nil, model.ErrDamaged
	}
	lex, err := loadLexicon(f)
	if err != nil {
		return nil, err
	}
	return &Model{linear, lex}, nil
}

// Splitter holds the scratch memory of one worker.
type Splitter struct {
	model  *Model
	cache  *word.Cache
	cutter tokenizer
	words  []*word.Info
	facts  []fact
	ends   []int
	keys   [templates]uint32
	blocks []Block
}

// NewSplitter returns a splitter that shares the worker's cache of forms.
func NewSplitter(m *Model, cache *word.Cache) *Splitter {
	return &Splitter{model: m, cache: cache}
}

// Split returns the tokens of text and for each sentence the index after its
// last token. The slices are valid until the next call. Text without a visible
// character gives none.
func (s *Splitter) Split(text string) (tokens []Token, ends []int) {
	s.cutter.text, s.cutter.tokens = text, s.cutter.tokens[:0]
	s.ends = s.ends[:0]
	s.blocks = Paragraphs(text, s.blocks[:0])
	for _, b := range s.blocks {
		first := len(s.cutter.tokens)
		s.cutter.paragraph(b.Start, b.End)
		s.sentences(first)
	}
	return s.cutter.tokens, s.ends
}

// sentences finds the ends within the paragraph whose tokens begin at first.
func (s *Splitter) sentences(first int) {
	c := newContext(s.cutter.text, s.cutter.tokens[first:], s.cache, &s.words)
	c.learnt(s.model.lex, &s.facts)
	start := c.dateline()
	if start > 0 {
		s.ends = append(s.ends, first+start)
	}
	for i := start; i < len(c.tokens); i++ {
		last := i == len(c.tokens)-1
		if !last && (!c.candidate(start, i) || c.forbidden(i) || !s.splits(c, start, i)) {
			c.pass(i)
			continue
		}
		s.cut(c, first, start, i+1)
		c.restart(start, i)
		start = i + 1
	}
}

func (s *Splitter) splits(c *context, start, i int) bool {
	var scores [model.MaxClasses]int32
	s.model.linear.Score(c.features(start, i, &s.keys), &scores)
	return scores[1] > scores[0]
}

// cut appends the ends of tokens[start:end], in pieces of at most MaxWords.
func (s *Splitter) cut(c *context, first, start, end int) {
	for end-start > MaxWords {
		start = c.pause(start)
		s.ends = append(s.ends, first+start)
	}
	s.ends = append(s.ends, first+end)
}

// pause returns the index after the first piece of a sentence that begins at
// start and is longer than MaxWords.
func (c *context) pause(start int) int {
	at, best := start+MaxWords, noPause
	for at > start+1 && c.tokens[at].Joined {
		at--
	}
	for k := at; k > start+MaxWords/2; k-- {
		if c.tokens[k].Joined {
			continue
		}
		p := pauseBehind(c.words[k-1].Form)
		if p == noPause && conjunction(c.words[k].Lower) {
			p = beforeConjunction
		}
		if p > best {
			at, best = k, p
		}
	}
	return at
}

// How well a long sentence can be cut at a place, the better the greater.
const (
	noPause = iota
	beforeConjunction
	behindComma
	behindMark
)

func pauseBehind(form string) int {
	switch form {
	case ";", ":", "-", "--", "—", "–":
		return behindMark
	case ",":
		return behindComma
	}
	return noPause
}

func conjunction(lower string) bool {
	switch lower {
	case "and", "or", "but", "nor", "while", "because":
		return true
	}
	return false
}
