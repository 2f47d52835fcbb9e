package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// Reading is what the patterns say of two given parties: an event between them
// and how directly it links them.
type Reading struct {
	Event entente.Event // its actors and recipients carry placeholder countries
	Tier  Tier
}

// Tier is how an event links two given parties, best first.
type Tier uint8

// The tiers.
const (
	TierBoth     Tier = iota // the source is actor and the target recipient, or both are members
	TierActor                // the source is actor, the recipient is not given
	TierOther                // the source is actor of an event with another recipient
	TierReverse              // the target is actor and the source recipient
	TierSentence             // an event of the sentence that has neither
)

// Placeholders for the parties of a pair: ISO 3166 leaves these codes to users.
const (
	sourceCode = "QAA"
	targetCode = "QZZ"
)

// Pair codes d as if the spans source and target, either of which may be empty,
// were mentions of two parties of their own, and returns the events found, the
// one that links them most directly first: their roots, sides, status and places,
// without ids, topics, numbers, days and explanations. What the tables say of the two does
// not count, so that "a source" and "a recipient" do as well as names do. It
// needs the same layers as [Coder.Code] and leaves d as it is.
func (c *Coder) Pair(d *entente.Document, source, target entente.Span) []Reading {
	e := *d
	e.Events, e.Quotes, e.Positions, e.Related = nil, nil, nil, nil
	e.Mentions = nil
	sourceActor, targetActor := headActor(d, source), headActor(d, target)
	for _, m := range d.Mentions {
		if m.Kind == entente.MentionPronoun && len(m.Members) == 0 { // "it" for the source
			switch {
			case sourceActor != "" && m.Actor.Code() == sourceActor:
				m.Actor.Country, m.Actor.Org, m.Actor.Group = sourceCode, "", ""
			case targetActor != "" && m.Actor.Code() == targetActor:
				m.Actor.Country, m.Actor.Org, m.Actor.Group = targetCode, "", ""
			}
		}
		if !m.Actor.Span.Overlaps(source) && !m.Actor.Span.Overlaps(target) {
			e.Mentions = append(e.Mentions, m)
		}
	}
	e.Mentions = placeholder(e.Mentions, d, source, sourceCode)
	e.Mentions = placeholder(e.Mentions, d, target, targetCode)
	slices.SortStableFunc(e.Mentions, func(a, b entente.Mention) int { return a.First - b.First })
	c.patternsOnly(&e)
	out := make([]Reading, 0, len(e.Events))
	for i := range e.Events {
		out = append(out, Reading{e.Events[i], tierOf(&e.Events[i])})
	}
	slices.SortStableFunc(out, func(a, b Reading) int {
		if a.Tier != b.Tier {
			return int(a.Tier) - int(b.Tier)
		}
		return rankStatus(&a.Event) - rankStatus(&b.Event)
	})
	return out
}

// headActor returns the code of the last mention in span, "" for none.
func headActor(d *entente.Document, span entente.Span) string {
	code := ""
	for i := range d.Mentions {
		if a := &d.Mentions[i].Actor; a.Span.Overlaps(span) && a.Code() != "" {
			code = a.Code()
		}
	}
	return code
}

// rankStatus puts events that are told as facts before others.
func rankStatus(e *entente.Event) int {
	switch e.Status {
	case entente.Negated, entente.Hypothetical:
		return 1
	default:
		return 0
	}
}

// tierOf returns how e links the two placeholders.
func tierOf(e *entente.Event) Tier {
	has := func(list []entente.Actor, code string) bool {
		return slices.ContainsFunc(list, func(a entente.Actor) bool { return a.Country == code })
	}
	as, at := has(e.Actors, sourceCode), has(e.Actors, targetCode)
	rs, rt := has(e.Recipients, sourceCode), has(e.Recipients, targetCode)
	switch {
	case as && (rt || at):
		return TierBoth
	case as && len(e.Recipients) == 0:
		return TierActor
	case as:
		return TierOther
	case at && rs:
		if e.Root == entente.RootConsult { // the source is the host
			return TierBoth
		}
		return TierReverse
	default:
		return TierSentence
	}
}

// placeholder appends a mention for span with the given code. Its sector is
// that of the mention that the tables find at its head.
func placeholder(list []entente.Mention, d *entente.Document, span entente.Span, code string) []entente.Mention {
	if span.IsEmpty() {
		return list
	}
	first, last := -1, -1
	for i := range d.Tokens {
		if d.Tokens[i].Span.Overlaps(span) {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	if first < 0 {
		return list
	}
	head := first
	for i := first; i < last; i++ {
		if h := int(d.Tokens[i].Head); (h < first || h >= last) && d.Tokens[i].UPOS != entente.PUNCT {
			head = i
			break
		}
	}
	m := entente.Mention{Actor: entente.Actor{Span: span, Country: code}, First: first, Last: last, Head: head}
	for k := range d.Mentions {
		if d.Mentions[k].First <= head && head < d.Mentions[k].Last {
			m.Actor.Sector, m.Kind = d.Mentions[k].Actor.Sector, d.Mentions[k].Kind
			if m.Kind == entente.MentionPronoun {
				m.Kind = entente.MentionName
			}
		}
	}
	return append(list, m)
}

// patternsOnly codes d by the patterns alone.
func (c *Coder) patternsOnly(d *entente.Document) {
	w := c.take()
	defer c.giveBack(w)
	t := *c.t
	t.mind = nil
	w.least, w.bare = 0, true
	w.code(d, &t)
}

// Relation is what links two given parties: the likeliest root and the
// probability of each.
type Relation struct {
	Root   entente.Root
	Scores [Roots]float64 // by root; that of RootNone is 0
}

// Relate returns the relation of the spans source and target, either of which
// may be empty, by the learnt decision, for which the readings of [Coder.Pair]
// and what the words between the two trigger are evidence. It needs the same layers. Without a learnt decision the root is
// that of the first reading, and a score is that reading's confidence. Of two
// empty spans nothing is said.
func (c *Coder) Relate(d *entente.Document, source, target entente.Span) Relation {
	var r Relation
	if c.t.mind == nil {
		for _, reading := range c.Pair(d, source, target) {
			e := &reading.Event
			if r.Root == entente.RootNone {
				r.Root = e.Root
			}
			if r.Scores[e.Root] == 0 { // the most direct comes first
				r.Scores[e.Root] = e.Confidence
			}
		}
		return r
	}
	if len(d.Tokens) == 0 || source.IsEmpty() && target.IsEmpty() {
		return r // of nobody to nobody
	}
	var scores [model.MaxClasses]int32
	var told [Roots]float64
	keys, best := c.pairKeys(d, source, target, nil, &told)
	c.t.mind.pair.Score(keys, &scores)
	for k, p := range told {
		scores[k] += int32(float64(trust*logOf(max(p, leastPath))) * c.t.mind.unit)
	}
	if best != nil {
		scores[best.Event.Root] += int32(lean[best.Tier] * c.t.mind.unit)
	}
	scores[0] = scores[model.Best(&scores, roots)] - 1<<16 // no relation is no class
	shares(&scores, roots, temper*c.t.mind.unit, r.Scores[:])
	r.Root = likeliest(&r.Scores)
	r.Scores[0] = 0
	return r
}

// lean is how much the most direct reading of the patterns counts beyond what
// was learnt, by its tier, in logarithms of odds: the annotated corpus has rarer
// words than news, so that patterns are worth less there.
var lean = [...]float64{TierBoth: 2, TierActor: 1.5, TierOther: 0.5, TierReverse: 0.5, TierSentence: 0}

// trust is how much the triggers on the way from one party to the other count: they
// have the network and its vectors, which know words that no pair was learnt from.
// leastPath is the probability under which they say nothing. Words, patterns and
// triggers tell much the same, so that their sum is surer than it should be: of
// marked pairs that are learnt from nowhere, probabilities were as often right as
// they say after division by temper.
const (
	trust     = 0.75
	leastPath = 1e-3
	temper    = 2
)

// likeliest returns the root with the highest probability. CONCEDE and RETREAT,
// yielding in words and in deeds, stand together against the others first.
func likeliest(p *[Roots]float64) entente.Root {
	yield := p[entente.RootConcede] + p[entente.RootRetreat]
	best, top := entente.RootRetreat, yield
	if p[entente.RootConcede] > p[entente.RootRetreat] {
		best = entente.RootConcede
	}
	for _, r := range entente.Roots() {
		if r != entente.RootConcede && r != entente.RootRetreat && p[r] > top {
			best, top = r, p[r]
		}
	}
	return best
}
