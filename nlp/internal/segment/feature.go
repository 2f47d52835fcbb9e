package segment

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// templates is the number of features of a place between two tokens.
const templates = 48

var outside = word.New("\x00")

// place is what the features of the place behind a token are made of.
type place struct {
	w, p1, n1, n2, n3              *word.Info
	wn, p1n, p2n, n1n, n2n, firstn uint64 // normal forms of these, of the word before p1 and of the sentence's first
	l, lp, l1, l2, lfirst          uint64 // what the lexicon has of w, p1, n1, n2 and the sentence's first
	kind, gap, state, same, verb   uint64 // kind of w; white space on either side; brackets and quotation marks; n1 like the first; verbs
	size, rest                     uint64 // tokens since the start of the sentence, and to the end of the paragraph
}

func (c *context) at(i int) *word.Info {
	if i < 0 || i >= len(c.words) {
		return outside
	}
	return c.words[i]
}

func (c *context) fact(i int) fact {
	if i < 0 || i >= len(c.facts) {
		return fact{norm: outside.Norm, entry: outside.Kind | 1<<63}
	}
	return c.facts[i]
}

// place looks at the place after token i of a sentence that begins at start.
func (c *context) place(start, i int) place {
	p := place{w: c.at(i), p1: c.at(i - 1), n1: c.at(i + 1), n2: c.at(i + 2), n3: c.at(i + 3), kind: c.kind(i)}
	if i+1 < len(c.tokens) && c.tokens[i+1].Start > c.tokens[i].End {
		p.gap = 1
	}
	if c.tokens[i].Start > 0 && i > 0 && c.tokens[i].Start > c.tokens[i-1].End {
		p.gap |= 2
	}
	p.state = uint64(min(c.parens, 1)) << 2 //nolint:gosec // not negative
	if c.quotes {
		p.state |= 8
	}
	p.size = uint64(min(i-start, 6))          //nolint:gosec // not negative
	p.rest = uint64(min(len(c.words)-1-i, 3)) //nolint:gosec // not negative
	w, p1, n1, n2, first := c.fact(i), c.fact(i-1), c.fact(i+1), c.fact(i+2), c.facts[start]
	p.l, p.lp, p.l1, p.l2, p.lfirst = w.entry, p1.entry, n1.entry, n2.entry, first.entry
	p.wn, p.p1n, p.p2n, p.n1n, p.n2n, p.firstn = w.norm, p1.norm, c.fact(i-2).norm, n1.norm, n2.norm, first.norm
	if c.words[start].Norm == p.n1.Norm {
		p.same = 1
	}
	if c.words[start].Shape == p.n1.Shape {
		p.same |= 2
	}
	if c.verb || w.verb {
		p.verb = 1
	}
	if c.verbAhead(i + 1) {
		p.verb |= 2
	}
	return p
}

// features describes the place after token i of a sentence that begins at
// start.
//
//nolint:funlen // a list of templates
func (c *context) features(start, i int, keys *[templates]uint32) []uint32 {
	p := c.place(start, i)
	w, p1, n1, n2 := p.w, p.p1, p.n1, p.n2
	k := keys[:0]
	t := 0
	one := func(a uint64) { k = append(k, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { k = append(k, model.Key2(t, a, b)); t++ }
	three := func(a, b, d uint64) { k = append(k, model.Key3(t, a, b, d)); t++ }

	one(p.kind)
	one(p.wn)
	two(p.wn, p.n1n)
	two(p.wn, n1.Kind)
	three(p.wn, n1.Kind, p.gap)
	three(p.wn, p.gap, p.state)
	two(p.wn, p.size)
	three(p.wn, p.size, n1.Kind)
	two(p.wn, p.rest)
	three(p.wn, p.rest, n1.Kind)
	two(p.p1n, p.wn)
	two(p1.Kind, p.wn)
	three(p1.Kind, p.wn, n1.Kind)
	three(p1.Shape, p.wn, n1.Shape)
	two(p.p2n, p.wn)
	one(p.n1n)
	two(p.n1n, n1.Kind)
	two(n1.Raw, w.Kind)
	two(p.n1n, p.n2n)
	three(p.wn, n1.Kind, n2.Kind)
	two(p.wn, p.n2n)
	three(w.Kind, w.Shape, n1.Shape)
	three(p.wn, p.state, n1.Kind)
	three(p.p1n, p.wn, p.n1n)
	// What is known of the words.
	two(p.kind, p.l1)
	two(p.l, p.l1)
	three(p.l, p.l1, p.l2)
	three(p.lp, p.l, p.l1)
	two(p.wn, p.l1)
	two(p.l, p.n1n)
	three(p.l, p.l1, p.size)
	three(p.l, p.l1, p.gap|p.state)
	three(p1.Shape, w.Shape, n1.Shape)
	three(w.Shape, n1.Shape, n2.Shape)
	three(n1.Shape, n2.Shape, p.n3.Shape)
	// Verbs before and behind, the paragraph.
	three(p.kind, p.verb, p.l1)
	three(p.l, p.verb, p.l1)
	three(p.wn, p.verb, p.l1)
	three(p.verb, p.size, p.l1)
	three(p.kind, c.style, p.l1)
	three(c.style, p.verb, p.size)
	three(c.style, p.l, p.l1)
	// The sentence begun, and how the one before ended.
	three(p.kind, p.same, p.l1)
	three(c.before, p.same, n1.Kind)
	three(c.before, p.kind, p.size)
	three(p.wn, c.before, n1.Kind)
	three(p.lfirst, p.l1, p.l)
	three(p.firstn, p.size, p.n1n)
	return k
}

// lookAhead is the number of tokens in which verbAhead looks for a verb.
const lookAhead = 10

// verbAhead reports whether a verb follows before the next mark that ends
// sentences.
func (c *context) verbAhead(i int) bool {
	for k := i; k < min(i+lookAhead, len(c.words)); k++ {
		switch c.words[k].Lower {
		case ".", "!", "?":
			return false
		}
		if c.facts[k].verb {
			return true
		}
	}
	return false
}

// styleOf describes the paragraph: its length, whether it ends in a mark, and
// the share of its words that begin with a capital.
func (c *context) styleOf() uint64 {
	n := len(c.words)
	if n == 0 {
		return 0
	}
	capitals, letters := 0, 0
	for _, w := range c.words {
		if w.Flags&word.Letter != 0 {
			letters++
			if w.Flags&word.Capital != 0 {
				capitals++
			}
		}
	}
	style := uint64(0)
	for _, limit := range []int{6, 15, 40, 100} {
		if n > limit {
			style++
		}
	}
	style |= uint64(4*capitals/max(1, letters)) << 3 //nolint:gosec // not negative
	switch c.words[n-1].Lower {
	case ".", "!", "?", "\"", "...", ")":
		style |= 1 << 6
	}
	return style
}

// longestTitle is the number of tokens that a headline may have.
const longestTitle = 25

// isTitled reports whether the paragraph is a headline in title case: a third of
// its words or more have a capital that they do not have within sentences, no
// full stop ends it, and it holds no address, date or time in figures, as
// the heads of mail do.
func (c *context) isTitled() bool {
	n := len(c.words)
	if n == 0 || n > longestTitle || c.words[n-1].Form == "." {
		return false
	}
	grown, letters := 0, 0
	for i, w := range c.words {
		if c.facts[i].norm == addressKey || w.Flags&word.Digit != 0 && strings.ContainsAny(w.Form, ":/") {
			return false
		}
		if w.Flags&word.Letter != 0 {
			letters++
		}
		if i > 0 && c.facts[i].grown {
			grown++
		}
	}
	return 3*grown >= letters
}
