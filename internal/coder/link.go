package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// Links between the events of a sentence stand only where a word says so. The
// event that the cue's phrase hangs on holds the link, that in the phrase is
// its other end: "expelled two envoys in retaliation for the arrest" is a
// response to the arrest. "Amid" is concurrent, never cause; "after" says
// nothing.

// ties are the cues, longest first where one begins another, and what they say.
var ties = [...]struct {
	words []string
	tie   string
}{
	{[]string{"in", "response", "to"}, "response"}, {[]string{"in", "retaliation", "for"}, "response"},
	{[]string{"in", "return", "for"}, "response"}, {[]string{"in", "exchange", "for"}, "response"},
	{[]string{"in", "reply", "to"}, "response"}, {[]string{"in", "answer", "to"}, "response"},
	{[]string{"in", "reprisal", "for"}, "response"}, {[]string{"in", "revenge", "for"}, "response"},
	{[]string{"at", "the", "request", "of"}, "response"}, {[]string{"in", "protest", "at"}, "reason"},
	{[]string{"in", "protest", "against"}, "reason"}, {[]string{"in", "anger", "at"}, "reason"},
	{[]string{"as", "punishment", "for"}, "reason"}, {[]string{"as", "a", "punishment", "for"}, "reason"},
	{[]string{"prompted", "by"}, "reason"}, {[]string{"because", "of"}, "reason"}, {[]string{"due", "to"}, "reason"},
	{[]string{"because"}, "reason"}, {[]string{"over"}, "reason"},
	{[]string{"leading", "to"}, "result"}, {[]string{"led", "to"}, "result"}, {[]string{"prompting"}, "result"},
	{[]string{"forcing"}, "result"}, {[]string{"triggering"}, "result"}, {[]string{"sparking"}, "result"},
	{[]string{"setting", "off"}, "result"}, {[]string{"set", "off"}, "result"},
	{[]string{"in", "order", "to"}, "purpose"}, {[]string{"so", "as", "to"}, "purpose"}, {[]string{"aimed", "at"}, "purpose"},
	{[]string{"to"}, "purpose"},
	{[]string{"while"}, "concurrent"}, {[]string{"amid"}, "concurrent"}, {[]string{"amidst"}, "concurrent"},
	{[]string{"during"}, "concurrent"}, {[]string{"as"}, "concurrent"},
}

const (
	maxLinked = 16 // events of one sentence that are looked at
	maxTied   = 12 // tokens from a cue to the event that it governs
)

// relate links the events of sentence s that a cue ties.
func (w *work) relate(s int) {
	x := &w.x
	list := w.matches[:min(len(w.matches), maxLinked)]
	n := 0
	for _, m := range list {
		if m.event >= 0 {
			n++
		}
	}
	if n < 2 {
		return
	}
	sent := &x.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		for _, c := range ties {
			if !x.hasWords(i, sent.Last, c.words) {
				continue
			}
			w.tie(list, sent, i, i+len(c.words), c.tie)
			i += len(c.words) - 1
			break
		}
	}
}

// hasWords reports whether the words stand from token i on.
func (x *tree) hasWords(i, last int, words []string) bool {
	for k, word := range words {
		if i+k >= last || !strings.EqualFold(x.d.Tokens[i+k].Span.In(x.d.Text), word) {
			return false
		}
	}
	return true
}

// tie links two events of list by the cue of tokens i to next.
func (w *work) tie(list []*match, sent *entente.Sentence, i, next int, tie string) {
	x := &w.x
	inner := x.firstOf(list, next, min(next+maxTied, sent.Last))
	if inner == nil || !x.governs(i, next, inner) {
		return
	}
	outer := x.lastOf(list, sent.First, i)
	if outer == nil || x.child(outer.trigger, entente.Parataxis) >= 0 && i == sent.First {
		outer = x.firstOf(list, inner.trigger+1, sent.Last) // the phrase stands in front
	}
	if outer == nil || outer == inner {
		return
	}
	e := &x.d.Events[outer.event]
	e.Links = append(e.Links, entente.Link{Type: tie, Event: x.d.Events[inner.event].ID,
		Cue: entente.Span{Start: x.d.Tokens[i].Span.Start, End: x.d.Tokens[next-1].Span.End}})
	e.Why.Notes = append(e.Why.Notes, "linked as "+tie+" by its cue")
}

// firstOf returns the event whose trigger stands first among tokens lo to hi.
func (x *tree) firstOf(list []*match, lo, hi int) (out *match) {
	for _, m := range list {
		if m.event >= 0 && m.trigger >= lo && m.trigger < hi && (out == nil || m.trigger < out.trigger) {
			out = m
		}
	}
	return out
}

// lastOf returns the event whose trigger stands last among tokens lo to hi.
func (x *tree) lastOf(list []*match, lo, hi int) (out *match) {
	for _, m := range list {
		if m.event >= 0 && m.trigger >= lo && m.trigger < hi && (out == nil || m.trigger > out.trigger) {
			out = m
		}
	}
	return out
}

// governs reports whether the cue of tokens i to next stands over the event of
// m: it is its case or mark, or that of what it hangs on. A cue of several
// words, or one that is a verb itself, need only stand in its clause.
func (x *tree) governs(i, next int, m *match) bool {
	if next-i > 1 || x.pos[i] == entente.VERB {
		for k := next; k < m.trigger; k++ {
			if l := x.lemma[k]; l == "," || l == ";" {
				return false
			}
		}
		return true
	}
	h := x.head(i)
	switch x.rel(i) {
	case entente.Case, entente.Mark:
	default:
		return false
	}
	at := m.trigger
	if m.support >= 0 && h == m.support {
		at = m.support
	}
	if x.lemma[i] == "over" && m.p.kind != triggerNoun || x.lemma[i] == "to" && (x.rel(at) != entente.Advcl || x.tag[at] != "VB") {
		return false
	}
	if x.lemma[i] == "as" && (x.rel(i) != entente.Mark || x.rel(at) != entente.Advcl) {
		return false
	}
	return h == at
}
