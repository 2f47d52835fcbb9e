package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// A clause is told in words of ours only where what is left out is set off from
// it: a phrase between commas, a further clause, the words for the day. What a
// writer did not set off, such as a relative clause that says which man is meant
// or an end that says how, belongs to what is said, and then the sentence is
// quoted whole or left out.

// entire reports whether the tokens that stay of a clause are a whole: those of
// the subject, none when it is taken from elsewhere, and those from the verb on.
func (c *clause) entire(subject, rest []int) bool {
	s := &c.d.Sentences[c.e.Sentence]
	if len(rest) == 0 {
		return false
	}
	kept := map[int]bool{}
	for _, i := range slices.Concat(subject, rest) {
		kept[i] = true
	}
	first, last := rest[0], rest[len(rest)-1]
	for _, i := range subject {
		first = min(first, i)
	}
	for i := first; i <= last; i++ {
		if !kept[i] && !c.spare(kept, i, first, last) {
			return false
		}
	}
	if first > s.First && c.bare(kept, first-1) {
		return false
	}
	return c.ends(kept, last, s.Last) && !c.tornName(kept, s) && !c.governed(kept, first, s) && !c.undated(kept)
}

// bare reports whether token i, right before what stays, says which one its noun is, and
// went: the Asad regime.
func (c *clause) bare(kept map[int]bool, i int) bool {
	t := &c.d.Tokens[i]
	switch t.Deprel.Universal() {
	case entente.Amod, entente.Compound, entente.Nmod, entente.Nummod, entente.Flat:
		return t.Head >= 0 && kept[int(t.Head)]
	}
	return false
}

// loses reports whether a verb among those that stay has lost what completes it: an
// object that it shares with a further verb ("to synchronise and enhance their
// efforts"), or what somebody is cited or described as.
func (c *clause) loses(kept []int) bool {
	last, stop := kept[len(kept)-1], c.d.Sentences[c.e.Sentence].Last
	if last != c.verb && last+2 < stop && c.d.Tokens[last+1].UPOS == entente.CCONJ && c.d.Tokens[last+2].UPOS == entente.VERB {
		if further := &c.d.Tokens[last+2]; c.d.Tokens[last].UPOS == entente.VERB || further.XPOS == "VB" && c.d.Tokens[c.verb].XPOS != "VB" {
			return true // an infinitive that is taken for a noun as well
		}
	}
	switch c.d.Tokens[c.verb].Lemma {
	case "cite", "quote", "describe", "regard", "portray", "depict", "characterise", "characterize", "denounce", "dismiss":
		return slices.ContainsFunc(c.kids[c.verb], func(k int) bool {
			return !slices.Contains(kept, k) && slices.ContainsFunc(c.kids[k], func(j int) bool { return strings.EqualFold(c.form(j), "as") })
		})
	}
	return false
}

// tornName reports whether a name was cut in two.
func (c *clause) tornName(kept map[int]bool, s *entente.Sentence) bool {
	name := func(i int) bool {
		return c.d.Tokens[i].UPOS == entente.PROPN && !slices.ContainsFunc(c.d.Dates, func(x entente.TimeExpr) bool { return c.covers(x.Span, i) })
	}
	for i := s.First; i+1 < s.Last; i++ {
		if kept[i] != kept[i+1] && name(i) && name(i+1) {
			return true
		}
	}
	return false
}

// spare reports whether token i, between the first and the last that stay, may
// go without a change of what is said.
func (c *clause) spare(kept map[int]bool, i, from, to int) bool {
	t := &c.d.Tokens[i]
	if t.UPOS == entente.PUNCT || t.Deprel == entente.Cc && !kept[int(t.Head)] {
		return true
	}
	if t.Deprel == entente.Aux && c.past(i) {
		return true
	}
	top := c.top(kept, i)
	if top < 0 {
		return false
	}
	if h := int(c.d.Tokens[top].Head); h >= 0 && c.dated(h, top) {
		return c.ofDay(i) && (t.Deprel != entente.Case || !kept[i+1]) // a preposition does not go without its noun
	}
	switch d := c.d.Tokens[top].Deprel.Universal(); d {
	case entente.Advmod:
		return joining(strings.ToLower(c.form(top)))
	case entente.Acl, entente.Appos, entente.Advcl, entente.Parataxis:
		if c.loose(kept, top) {
			return true
		}
		a, b := c.extent(top)
		return a > from && c.comma(a-1) && b < to && c.comma(b+1) && !c.limits(a, b)
	}
	return false
}

// ofDay reports whether token i is a word for the day, or only ties one on.
func (c *clause) ofDay(i int) bool {
	t := &c.d.Tokens[i]
	return t.Deprel == entente.Case || t.Deprel == entente.Det || slices.ContainsFunc(c.d.Dates, func(x entente.TimeExpr) bool { return x.Span.Overlaps(t.Span) })
}

// top is the highest token above i that does not stay and hangs on one that
// stays; -1 when there is none.
func (c *clause) top(kept map[int]bool, i int) int {
	for range 100 {
		h := int(c.d.Tokens[i].Head)
		if h < 0 {
			return -1
		}
		if kept[h] {
			return i
		}
		i = h
	}
	return -1
}

// comma reports whether token i sets something off.
func (c *clause) comma(i int) bool {
	switch c.form(i) {
	case ",", ";", ":", "—", "–", "-", "--", "(", ")", ".":
		return true
	}
	return false
}

// limits reports whether the words from a to b take something back, or make it
// hang on something.
func (c *clause) limits(a, b int) bool {
	for i := a; i <= b; i++ {
		switch strings.ToLower(c.form(i)) {
		case "if", "unless", "except", "not", "n't", "without", "whether", "provided", "until", "nor", "or", "according", "reportedly", "allegedly":
			return true
		}
	}
	return false
}

// ends reports whether a clause may end behind its last token: what follows in
// its sentence is nothing, the day, or a part that is set off or joined on to the
// verb itself.
func (c *clause) ends(kept map[int]bool, last, stop int) bool {
	i := last + 1
	if i < stop && tensed(&c.d.Tokens[i]) {
		return false // what seems to be the end is the subject of another clause
	}
	for i < stop && !c.quotes(i) {
		top := c.top(kept, i)
		if c.d.Tokens[i].UPOS == entente.PUNCT || top < 0 {
			break
		}
		h := int(c.d.Tokens[top].Head)
		t := &c.d.Tokens[top]
		if c.dated(h, top) && !c.ofDay(i) {
			return false
		}
		if c.dated(h, top) || t.Deprel == entente.Advmod && joining(strings.ToLower(c.form(top))) {
			_, b := c.extent(top)
			i = max(b, i) + 1
			continue
		}
		if c.loose(kept, top) {
			return !c.limits(i, stop-1)
		}
		if h != c.verb || t.Deprel.Universal() != entente.Conj && (t.Deprel != entente.Advcl || !c.later(top)) {
			return false
		}
		return !c.limits(i, stop-1)
	}
	if i >= stop {
		return true
	}
	if c.quotes(i) || c.limits(i, stop-1) {
		return false
	}
	if c.d.Tokens[i].UPOS != entente.PUNCT { // it hangs on something above the clause
		return c.d.Tokens[i].UPOS == entente.CCONJ || c.d.Tokens[i].UPOS == entente.SCONJ || c.e.Attribution != nil
	}
	if stop-i > 1 && stop-i <= 3 && c.form(i) == "," { // the end of a list without "and", as in a headline
		return false
	}
	if i+1 < stop { // the members of a list belong together
		if top := c.top(kept, i+1); top >= 0 && int(c.d.Tokens[top].Head) != c.verb && c.d.Tokens[top].Deprel.Universal() == entente.Conj {
			return false
		}
	}
	return true
}

// tensed reports whether a token is a verb, or an auxiliary, with a tense.
func tensed(t *entente.Token) bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return t.UPOS == entente.VERB || t.UPOS == entente.AUX
	}
	return false
}

// loose reports whether a part that nothing sets off may go none the less: what
// says more of "a" thing, and a further verb joined to one that has its object.
func (c *clause) loose(kept map[int]bool, k int) bool {
	h := int(c.d.Tokens[k].Head)
	switch c.d.Tokens[k].Deprel.Universal() {
	case entente.Acl:
		return c.finite(k) && slices.ContainsFunc(c.kids[h], func(j int) bool {
			w := strings.ToLower(c.form(j))
			return c.d.Tokens[j].Deprel == entente.Det && (w == "a" || w == "an")
		})
	case entente.Conj:
		return c.d.Tokens[h].UPOS == entente.VERB && h != c.verb && slices.ContainsFunc(c.kids[h], func(j int) bool {
			d := c.d.Tokens[j].Deprel.Universal()
			return kept[j] && j > h && (d == entente.Obj || d == entente.Ccomp || d == entente.Xcomp)
		})
	}
	return false
}

// quotes reports whether token i is a quotation mark.
func (c *clause) quotes(i int) bool { return strings.ContainsAny(c.form(i), "\"“”«»") }

// later reports whether an adverbial clause only tells what else happened when.
func (c *clause) later(k int) bool {
	for _, j := range c.kids[k] {
		switch strings.ToLower(c.form(j)) {
		case "after", "when", "while", "as", "because", "although", "though", "since", "before":
			return true
		}
	}
	return false
}

// governed reports whether a clause hangs on words that were left out and that
// say on whose word, or under what, it holds, or what was said.
func (c *clause) governed(kept map[int]bool, first int, s *entente.Sentence) bool {
	if i := first - 2; i > s.First && c.form(i+1) == "," && c.d.Tokens[i].UPOS == entente.PROPN && c.d.Tokens[first].UPOS == entente.PROPN {
		return true // "the church in Wasilla, Alaska was attacked"
	}
	if speaks(c.d, s.First, first) && c.e.Attribution == nil {
		return true
	}
	for i := s.First; i < first; i++ {
		switch strings.ToLower(c.form(i)) {
		case "if", "unless", "according", "reportedly", "allegedly", "whether", "until", "except":
			return true
		}
	}
	if c.e.Attribution != nil {
		return false
	}
	for i, n := c.verb, 0; i >= 0 && n < 100; i, n = int(c.d.Tokens[i].Head), n+1 {
		if t := &c.d.Tokens[i]; t.Deprel == entente.Ccomp && t.Head >= 0 && !kept[int(t.Head)] {
			return true
		}
	}
	return slices.ContainsFunc(c.kids[c.verb], func(k int) bool {
		return !kept[k] && c.d.Tokens[k].Deprel.Universal() == entente.Parataxis
	})
}

// undated reports whether the words for a day or a year hang on the clause and
// went, while the sentence has no date of its own to say the same.
func (c *clause) undated(kept map[int]bool) bool {
	if (report{c.d, c.e}).when() != "" {
		return false
	}
	s := c.d.Sentences[c.e.Sentence].Span
	for i := range c.d.Dates {
		x := &c.d.Dates[i]
		if !s.Contains(x.Span) || x.Type != entente.TimeDate {
			continue
		}
		k := c.tokenAt(x.Span.Start)
		if k < 0 || kept[k] {
			continue
		}
		if x.Span.Overlaps(c.e.When.Span) {
			return true
		}
		if top := c.top(kept, k); top >= 0 && int(c.d.Tokens[top].Head) == c.verb && (!x.To.Known() || x.To < c.d.Day()-7) {
			return true
		}
	}
	return false
}
