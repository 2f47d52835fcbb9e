package segment

import (
	"strings"

	"github.com/entente-news/entente/nlp/internal/word"
)

// context is a paragraph while its sentences are being found.
type context struct {
	text   string
	tokens []Token
	words  []*word.Info
	facts  []fact // of each word
	style  uint64 // of the whole paragraph
	titled bool   // the paragraph is a headline in title case
	parens int    // open brackets since the start of the sentence
	quotes bool   // an odd number of double quotation marks since the start
	verb   bool   // a verb since the start
	before uint64 // how the sentence before ended, 0: there is none
}

func newContext(text string, tokens []Token, cache *word.Cache, words *[]*word.Info) *context {
	*words = (*words)[:0]
	for _, t := range tokens {
		*words = append(*words, cache.Get(text[t.Start:t.End]))
	}
	return &context{text: text, tokens: tokens, words: *words}
}

// fact is what is known of a word.
type fact struct {
	norm  uint64 // its normal form, one for all addresses and one for all lines of the same mark
	entry uint64 // what the lexicon has of it
	verb  bool
	grown bool // begins with a capital, which it seldom does within sentences
}

// learnt gives the context what training has learnt of words. The slice is
// there to be used again.
func (c *context) learnt(lex lexicon, facts *[]fact) {
	*facts = (*facts)[:0]
	for _, w := range c.words {
		*facts = append(*facts, lex.fact(w))
	}
	c.facts = *facts
	c.style = c.styleOf()
	c.titled = c.isTitled()
}

// restart begins a sentence behind token i, which began at start.
func (c *context) restart(start, i int) {
	c.parens, c.quotes, c.verb = 0, false, false
	c.before = 1 + c.kind(i)
	if i-start < 4 {
		c.before += kinds
	}
}

// kinds is the number of kinds of tokens behind which a sentence can end.
const kinds = 3

// kind returns whether token i is a mark (1), has a full stop (2) or neither.
func (c *context) kind(i int) uint64 {
	switch w := c.words[i]; {
	case w.Flags&word.Symbol != 0:
		return 1
	case ends(w):
		return 2
	}
	return 0
}

// pass notes the brackets, quotation marks and verbs of token i.
func (c *context) pass(i int) {
	c.verb = c.verb || c.facts[i].verb
	switch c.words[i].Lower {
	case "(", "[", "{":
		c.parens++
	case ")", "]", "}":
		c.parens = max(0, c.parens-1)
	case "\"", "''":
		c.quotes = !c.quotes
	}
}

// longestGreeting is the number of tokens, comma included, that a sentence which
// ends in a comma may have: "Dear all,", "Best regards,".
const longestGreeting = 5

// candidate reports whether the sentence that begins at start may end after
// token i: behind a mark, or behind any word before one that may begin a
// sentence. The second kind has no mark at all: headings, greetings,
// signatures, lists. In a headline in title case only full stops, question and
// exclamation marks count, since any of its words could begin a sentence.
func (c *context) candidate(start, i int) bool {
	w, n := c.words[i], c.words[i+1]
	if w.Flags&word.Symbol == 0 {
		if ends(w) {
			return true
		}
		return !c.titled && (n.Flags&(word.Capital|word.Digit|word.Symbol) != 0 && !within(n) || isAddress(w.Form))
	}
	switch w.Lower {
	case ".", "!", "?":
		return true
	case "•", "·", "▪", "●", "◦", "-", "–", "—":
		if i == start {
			return false // a bullet
		}
	case "$", "%", "(", "[", "{", "#", "&", "+", "@", "£", "€":
		return false
	case ",":
		return !c.titled && n.Flags&word.Capital != 0 && i-start < longestGreeting
	case "\"", "''", "'", "``":
		return i > start && (!c.titled || strings.ContainsAny(c.words[i-1].Form, ".!?"))
	}
	return !c.titled || strings.ContainsAny(w.Form, ".!?…")
}

// ends reports whether w is a word with a full stop of its own.
func ends(w *word.Info) bool {
	return w.Flags&word.Symbol == 0 && w.Form[len(w.Form)-1] == '.' && len(w.Form) > 1
}

// within reports whether w is a mark that no sentence begins with.
func within(w *word.Info) bool {
	switch w.Lower {
	case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "'s", "/":
		return true
	}
	return false
}

// article reports whether a word is an article within a sentence.
func article(form string) bool { return form == "a" || form == "an" || form == "the" }

// inside reports whether the full stop at i stands within a number or an address that
// space has got into: "The 5. 9-magnitude quake", "Agency. com".
func (c *context) inside(i int) bool {
	if i == 0 {
		return false
	}
	switch c.words[i+1].Form {
	case "com", "org", "net", "gov", "edu":
		return true
	}
	number, next := c.words[i-1].Form, c.words[i+1].Form
	if !short(next) || len(number) > 4 || !digit(number[0]) || !digit(number[len(number)-1]) {
		return false
	}
	if len(number) == 4 && number >= "1900" && number < "2100" {
		return false // a year
	}
	return i < 2 || !months[c.words[i-2].Lower]
}

// months are the names that stand before a day.
var months = set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.")

// short reports whether a word is a number of one or two digits.
func short(form string) bool {
	for i := range len(form) {
		if !digit(form[i]) {
			return false
		}
	}
	return len(form) > 0 && len(form) <= 2
}

// forbidden reports whether what stands at i rules out the end of a sentence: a
// title before a name, a clitic or closing mark that follows at once.
func (c *context) forbidden(i int) bool {
	w := c.words[i]
	if n := len(w.Form); n > 1 && w.Form[n-1] == '.' && titles[w.Form[:n-1]] {
		switch w.Form {
		case "St.":
			return !c.facts[i+1].grown // a saint, or a street and a new sentence
		case "Del.":
			return i == 0 || c.words[i-1].Form != "," // a delegate, or Delaware behind its town
		}
		return true
	}
	if w.Form == "." && i > 0 && article(c.words[i-1].Form) && c.words[i+1].Flags&word.Digit != 0 {
		return true // "a. 38 calibre revolver"
	}
	if w.Form == "." && i > 0 && (c.words[i-1].Form == "p" || c.words[i-1].Form == "a") && (c.words[i+1].Form == "m" || c.words[i+1].Form == "m.") {
		return true // "at 8 p. m."
	}
	if w.Form == "." && c.inside(i) {
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
