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

// MaxWords is the number of tokens beyond which a sentence is cut: at its last
// semicolon, colon, dash or comma among these, else after the last of them.
const MaxWords = 200

// Model finds the ends of sentences. It is read-only and may be shared.
type Model struct {
	linear *model.Linear
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
	return &Model{linear}, nil
}

// Splitter holds the scratch memory of one worker.
type Splitter struct {
	model  *Model
	cache  *word.Cache
	cutter tokenizer
	words  []*word.Info
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
	start := c.dateline()
	if start > 0 {
		s.ends = append(s.ends, first+start)
	}
	for i := start; i < len(c.tokens); i++ {
		last := i == len(c.tokens)-1
		if !last && (!c.candidate(i) || c.forbidden(i) || !s.splits(c, start, i)) {
			c.pass(i)
			continue
		}
		s.cut(c.tokens, first, start, i+1)
		start = i + 1
		c.restart()
	}
}

func (s *Splitter) splits(c *context, start, i int) bool {
	var scores [model.MaxClasses]int32
	s.model.linear.Score(c.features(start, i, &s.keys), &scores)
	return scores[1] > scores[0]
}

// cut appends the ends of tokens[start:end], in pieces of at most MaxWords.
func (s *Splitter) cut(tokens []Token, first, start, end int) {
	for end-start > MaxWords {
		at := start + MaxWords
		for k := at; k > start+MaxWords/2; k-- {
			t := tokens[k-1]
			if t.End-t.Start == 1 && pauses(s.cutter.text[t.Start]) {
				at = k
				break
			}
		}
		s.ends = append(s.ends, first+at)
		start = at
	}
	s.ends = append(s.ends, first+end)
}

func pauses(c byte) bool { return c == ';' || c == ':' || c == ',' || c == '-' }
