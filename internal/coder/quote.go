package coder

import (
	"strings"

	"github.com/entente-news/entente"
)

// quotes adds the reported speech and the stances of sentence s.
func (x *tree) quotes(s int) {
	d := x.d
	sent := &d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if x.pos[i] != entente.VERB || !x.t.class("say")[x.lemma[i]] || x.isPassive(i) {
			continue
		}
		sub, _ := x.surfaceSubject(i)
		if sub < 0 {
			continue
		}
		ps := x.parties(nil, sub, true)
		if len(ps) == 0 || !ps[0].resolved() {
			continue
		}
		content := x.content(i)
		if content.IsEmpty() {
			continue
		}
		q := entente.Quote{Span: sent.Span, Speaker: ps[0].actor, Cue: d.Tokens[i].Span, Content: content}
		q.Direct = strings.ContainsAny(content.In(d.Text), "\"“”") || x.inQuotes(content)
		d.Quotes = append(d.Quotes, q)
	}
	x.positions(s)
}

// content returns what the saying verb at i says.
func (x *tree) content(i int) entente.Span {
	if c := x.child(i, entente.Ccomp); c >= 0 {
		return x.span(c)
	}
	if x.rel(i) == entente.Parataxis {
		if h := x.head(i); h >= 0 {
			span := x.span(h)
			own := x.span(i)
			switch {
			case own.Start <= span.Start && own.End < span.End:
				span.Start = own.End
			case own.End >= span.End && own.Start > span.Start:
				span.End = own.Start
			}
			text := span.In(x.d.Text)
			span.Start += len(text) - len(strings.TrimLeft(text, " ,"))
			span.End -= len(text) - len(strings.TrimRight(text, " ,"))
			return span
		}
	}
	return entente.Span{}
}

// inQuotes reports whether a quotation mark stands right before s.
func (x *tree) inQuotes(s entente.Span) bool {
	before := x.d.Text[max(0, s.Start-3):s.Start]
	return strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "“")
}

// positions adds the stances that sentence s says an actor holds: "maintains a
// neutral stance", "seeks negotiations", "opposes the plan".
func (x *tree) positions(s int) {
	d := x.d
	sent := &d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if x.pos[i] != entente.VERB {
			continue
		}
		o := x.object(i)
		if o < 0 || !x.isNominal(o) {
			continue
		}
		var stance string
		switch {
		case x.t.class("hold_stance")[x.lemma[i]] && x.t.class("stance")[x.lemma[o]]:
			stance = x.span(o).In(d.Text)
		case x.t.class("stance_verb")[x.lemma[i]] && x.mention[o] < 0:
			stance = x.lemma[i]
		default:
			continue
		}
		sub, _ := x.subject(i)
		ps := x.parties(nil, sub, true)
		if len(ps) == 0 || !ps[0].resolved() {
			continue
		}
		d.Positions = append(d.Positions, entente.Position{Holder: ps[0].actor, Topic: x.span(o), Stance: stance, Span: x.span(i)})
	}
}
