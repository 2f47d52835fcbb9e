package segment

import (
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// context is a paragraph while its sentences are being found.
type context struct {
	text   string
	tokens []Token
	words  []*word.Info
	parens int  // open brackets since the start of the sentence
	quotes bool // an odd number of double quotation marks since the start
}

func newContext(text string, tokens []Token, cache *word.Cache, words *[]*word.Info) *context {
	*words = (*words)[:0]
	for _, t := range tokens {
		*words = append(*words, cache.Get(text[t.Start:t.End]))
	}
	return &context{text: text, tokens: tokens, words: *words}
}

func (c *context) restart() { c.parens, c.quotes = 0, false }

// pass notes the brackets and quotation marks of token i.
func (c *context) pass(i int) {
	switch c.words[i].Lower {
	case "(", "[", "{":
		c.parens++
	case ")", "]", "}":
		c.parens = max(0, c.parens-1)
	case "\"", "''":
		c.quotes = !c.quotes
	}
}

// candidate reports whether a sentence may end after token i.
func (c *context) candidate(i int) bool {
	w := c.words[i]
	if w.Flags&word.Symbol == 0 {
		return w.Form[len(w.Form)-1] == '.' && len(w.Form) > 1
	}
	switch w.Lower {
	case ",", "$", "%", "(", "[", "{", "#", "&", "+", "@", "£", "€":
		return false
	}
	return true
}

// forbidden reports whether what stands at i rules out the end of a sentence: a
// title before a name, a clitic or closing mark that follows at once.
func (c *context) forbidden(i int) bool {
	w := c.words[i]
	if n := len(w.Form); n > 1 && w.Form[n-1] == '.' && titles[w.Form[:n-1]] {
		return true
	}
	next := c.tokens[i+1]
	if next.Joined {
		return true
	}
	if next.Start == c.tokens[i].End {
		switch c.words[i+1].Form {
		case ")", "]", "}", "”", "’", ",", ";", ":", ".", "...", "?", "!":
			return true
		}
		return w.Flags&word.Hyphen != 0
	}
	return false
}

// templates is the number of features of a place between two tokens.
const templates = 24

var outside = word.New("\x00")

// features describes the place after token i of a sentence that begins at
// start.
func (c *context) features(start, i int, keys *[templates]uint32) []uint32 {
	at := func(j int) *word.Info {
		if j < 0 || j >= len(c.words) {
			return outside
		}
		return c.words[j]
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	gap := uint64(0)
	if i+1 < len(c.tokens) && c.tokens[i+1].Start > c.tokens[i].End {
		gap = 1
	}
	if c.tokens[i].Start > 0 && i > 0 && c.tokens[i].Start > c.tokens[i-1].End {
		gap |= 2
	}
	state := uint64(min(c.parens, 1)) << 2 //nolint:gosec // not negative
	if c.quotes {
		state |= 8
	}
	size := uint64(min(i-start, 6))          //nolint:gosec // not negative
	rest := uint64(min(len(c.words)-1-i, 3)) //nolint:gosec // not negative
	k := keys[:0]
	t := 0
	one := func(a uint64) { k = append(k, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { k = append(k, model.Key2(t, a, b)); t++ }
	three := func(a, b, d uint64) { k = append(k, model.Key3(t, a, b, d)); t++ }

	one(0)
	one(w.Norm)
	two(w.Norm, n1.Norm)
	two(w.Norm, n1.Kind)
	three(w.Norm, n1.Kind, gap)
	three(w.Norm, gap, state)
	two(w.Norm, size)
	three(w.Norm, size, n1.Kind)
	two(w.Norm, rest)
	three(w.Norm, rest, n1.Kind)
	two(p1.Norm, w.Norm)
	two(p1.Kind, w.Norm)
	three(p1.Kind, w.Norm, n1.Kind)
	three(p1.Shape, w.Norm, n1.Shape)
	two(p2.Norm, w.Norm)
	one(n1.Norm)
	two(n1.Norm, n1.Kind)
	two(n1.Raw, w.Kind)
	two(n1.Norm, n2.Norm)
	three(w.Norm, n1.Kind, n2.Kind)
	two(w.Norm, n2.Norm)
	three(w.Kind, w.Shape, n1.Shape)
	three(w.Norm, state, n1.Kind)
	three(p1.Norm, w.Norm, n1.Norm)
	return k
}
