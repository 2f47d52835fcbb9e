package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a clause must and must not be in order to stand alone.

// plain reports whether the clause of v is an assertion that does not hang on
// a condition or a question.
func (c *clause) plain(v int) bool {
	for _, k := range c.kids[v] {
		t := &c.d.Tokens[k]
		switch t.Deprel.Universal() {
		case entente.Mark:
			switch strings.ToLower(c.form(k)) {
			case "if", "whether", "unless", "until", "till", "lest", "before", "than":
				return false
			}
		case entente.Advmod:
			if strings.ToLower(c.form(k)) == "where" {
				return false // the place would be lost
			}
		case entente.Advcl:
			for _, j := range c.kids[k] {
				if w := strings.ToLower(c.form(j)); c.d.Tokens[j].Deprel == entente.Mark && (w == "if" || w == "unless") {
					return false
				}
			}
		}
	}
	return c.e.Status != entente.Hypothetical && c.e.Status != entente.Negated && !c.denies(v)
}

// denies reports whether something at verb v takes the assertion back in a way
// that would be lost or stand alone: neither, nor, hardly.
func (c *clause) denies(v int) bool {
	return slices.ContainsFunc(c.kids[v], func(k int) bool {
		switch strings.ToLower(c.form(k)) {
		case "neither", "nor", "hardly", "barely", "nearly", "almost", "allegedly", "reportedly":
			return true
		}
		return false
	})
}

// twice reports whether a person is named twice: a doubtful reading.
func (c *clause) twice(text string) bool {
	return slices.ContainsFunc(slices.Concat(c.e.Actors, c.e.Recipients), func(x entente.Actor) bool {
		return isPerson(c.d, x) && strings.Count(text, c.names.short(x)) > 1
	})
}

// subjectTokens returns the tokens of the subject, all of them.
func (c *clause) subjectTokens(at int) []int {
	if at < 0 {
		return nil
	}
	out := []int{at}
	for n := 0; n < len(out); n++ {
		if d := c.d.Tokens[out[n]].Deprel.Universal(); n == 0 || d != entente.Acl && d != entente.Appos {
			out = append(out, c.kids[out[n]]...)
		}
	}
	return out
}

// doubtful reports whether the words of a clause hold the one on whose word it
// is told, who should stand outside, or a question word that nothing answers.
func (c *clause) doubtful(words []int) bool {
	a := c.e.Attribution
	if a != nil && slices.ContainsFunc(c.e.Actors, func(x entente.Actor) bool { return x.Span == a.Speaker.Span }) {
		return true // one mention cannot be both who says and who does
	}
	return slices.ContainsFunc(words, func(i int) bool {
		t := &c.d.Tokens[i]
		if a != nil && !c.said && a.Speaker.Span.Overlaps(t.Span) {
			return true
		}
		return t.XPOS == "WP" && t.Head != int32(c.verb) || t.XPOS == "WDT" && t.Deprel == entente.Det
	})
}

// empty reports whether a verb of saying has lost what is said.
func (c *clause) empty(keep []int) bool {
	switch c.d.Tokens[c.verb].Lemma {
	case "ask", "urge", "tell", "invite", "encourage", "order", "lament": // somebody to do something
		return !slices.ContainsFunc(keep, func(i int) bool {
			d := c.d.Tokens[i].Deprel.Universal()
			return int(c.d.Tokens[i].Head) == c.verb && (d == entente.Xcomp || d == entente.Ccomp || d == entente.Advcl || d == entente.Obl && i > c.verb)
		})
	case "say", "claim", "state", "allege", "call", "describe", "warn", "insist":
	default:
		return false
	}
	return !slices.ContainsFunc(keep, func(i int) bool {
		t := &c.d.Tokens[i]
		switch t.Deprel.Universal() {
		case entente.Ccomp, entente.Obj, entente.Xcomp:
			return int(t.Head) == c.verb
		}
		return int(t.Head) == c.verb && i > c.verb && c.needed(i)
	})
}

// holdsTrigger reports whether the words of the event itself are among keep.
func (c *clause) holdsTrigger(keep []int) bool {
	return slices.ContainsFunc(keep, func(i int) bool { return c.d.Tokens[i].Span.Overlaps(c.e.Trigger) })
}

// torn reports whether a second verb was cut out of the middle of what stays:
// the parser has hung what follows on the wrong word.
func (c *clause) torn(keep []int) bool {
	for _, i := range keep {
		for _, k := range c.kids[i] {
			if c.d.Tokens[k].Deprel == entente.Conj && c.d.Tokens[k].UPOS == entente.VERB && i != c.verb && k < keep[len(keep)-1] {
				return true
			}
		}
	}
	return false
}

// adjective reports whether an adjective with an article of its own is among the
// words: its noun was hung elsewhere. "The" makes a noun of one, "a" does not.
func (c *clause) adjective(keep []int) bool {
	return slices.ContainsFunc(keep, func(i int) bool {
		return c.d.Tokens[i].UPOS == entente.ADJ && slices.ContainsFunc(c.kids[i], func(k int) bool {
			w := strings.ToLower(c.form(k))
			return w == "a" || w == "an"
		})
	})
}

// shares reports whether a verb without an object is coordinated with one that
// has it, so that the object may belong to both: shot and killed a man.
func (c *clause) shares(keep []int) bool {
	has := func(v int) bool {
		return slices.ContainsFunc(c.kids[v], func(k int) bool {
			switch c.d.Tokens[k].Deprel.Universal() {
			case entente.Obj, entente.Ccomp, entente.Xcomp, entente.Obl:
				return true
			}
			return false
		})
	}
	if slices.ContainsFunc(keep, func(i int) bool { return i > c.verb }) || has(c.verb) {
		return false
	}
	return slices.ContainsFunc(c.kids[c.verb], func(k int) bool { return c.d.Tokens[k].Deprel == entente.Conj && has(k) })
}

// complement reports whether an adverbial clause completes its verb: accused
// of doing, ready to do.
func (c *clause) complement(k int) bool {
	for _, j := range c.kids[k] {
		if c.d.Tokens[j].Deprel == entente.Mark {
			switch strings.ToLower(c.form(j)) {
			case "of", "to", "from", "against", "into":
				return true
			}
		}
	}
	return false
}

// joining reports whether an adverb only ties a clause to those around it.
func joining(w string) bool {
	switch w {
	case "also", "again", "meanwhile", "then", "therefore", "however", "instead", "too", "thus", "moreover", "earlier", "later", "afterwards", "still",
		"there", "here", "so", "finally", "now", "yesterday", "today", "ago", "already", "hence", "thereby", "otherwise", "likewise", "even", "meantime":
		return true
	}
	return false
}

// dated reports whether the subtree of k tells when: the sentence's date says
// it, or it says nothing without its context.
func (c *clause) dated(v, k int) bool {
	if v != c.verb && !slices.ContainsFunc(c.kids[k], func(j int) bool { return c.d.Tokens[j].Deprel == entente.Case }) {
		return false // a part of a word such as 71-year-old
	}
	if d := c.d.Tokens[k].Deprel.Universal(); d != entente.Obl && d != entente.Advmod && d != entente.Nmod {
		return false
	}
	t := c.d.Tokens[k].Span
	if c.e.When.Span.Overlaps(t) {
		return true
	}
	for i := range c.d.Dates {
		if x := &c.d.Dates[i]; x.Span.Overlaps(t) {
			return !absolute(x.Span.In(c.d.Text))
		}
	}
	return false
}

// venue reports whether the subtree of k tells where something was said rather
// than what: in an interview, in a letter. A parser hangs it on the nearest
// verb, which may be that of what is said.
func (c *clause) venue(k int) bool {
	if d := c.d.Tokens[k].Deprel.Universal(); c.e.Attribution == nil || d != entente.Obl && d != entente.Nmod {
		return false
	}
	switch strings.ToLower(c.form(k)) {
	case "interview", "statement", "speech", "letter", "message", "article", "address", "post", "briefing", "telegram", "call", "remarks", "video":
		return true
	}
	return false
}

// needed reports whether k carries a party or the topic of the event, or is a
// negation.
func (c *clause) needed(k int) bool {
	t := c.d.Tokens[k].Span
	for _, x := range slices.Concat(c.e.Actors, c.e.Recipients) {
		if x.Span.Contains(t) {
			return true
		}
	}
	w := strings.ToLower(c.form(k))
	return w == "not" || w == "never" || w == "n't" || c.punishment(k)
}

// punishment reports whether k says to what somebody is sentenced: without it
// the rest of the phrase hangs in the air.
func (c *clause) punishment(k int) bool {
	if h := c.d.Tokens[k].Head; h < 0 || c.d.Tokens[h].Lemma != "sentence" && c.d.Tokens[h].Lemma != "condemn" {
		return false
	}
	return slices.ContainsFunc(c.kids[k], func(j int) bool { return c.d.Tokens[j].Deprel == entente.Case && strings.EqualFold(c.form(j), "to") })
}

// absolute reports whether words for a time can be understood without knowing
// when they were written: a day or a month with its name and a number.
func absolute(s string) bool {
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for _, m := range []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"} {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}
