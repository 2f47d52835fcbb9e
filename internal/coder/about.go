package coder

import (
	"github.com/entente-news/entente"
)

// topicPreps are the prepositions before what an event is about, likeliest
// first; those of the second list only behind a noun that names the event.
var (
	topicPreps     = [...]string{"on", "over", "about", "for", "against", "at"}
	nounTopicPreps = [...]string{"of", "to", "in"}
)

// about returns what m is about: its complement; else its object, where that is
// no party; else the phrase behind a preposition of topic. Acts of violence and
// of coercion are about nothing: what they hit is their recipient; nor is a meeting
// about itself.
func (x *tree) about(m *match) entente.Span {
	if m.comp >= 0 {
		if m.root == entente.RootConsult && x.isOnlyMeeting(m.comp) {
			return entente.Span{}
		}
		return x.span(m.comp)
	}
	switch m.root {
	case entente.RootAssault, entente.RootCoerce:
		return entente.Span{}
	case entente.RootConsult, entente.RootProtest:
		return x.topicPhrase(m)
	}
	if m.p.kind == triggerVerb {
		if o := x.object(m.trigger); o >= 0 && x.isNominal(o) && x.pos[o] != entente.PRON && !x.isParty(m, o) && !x.isTemporal(o) &&
			(x.mention[o] < 0 || x.d.Mentions[x.mention[o]].Kind == entente.MentionNoun) {
			return x.beforeClause(x.topicSpan(o), m.trigger, o)
		}
	}
	if s := x.topicPhrase(m); !s.IsEmpty() {
		return s
	}
	if m.p.kind == triggerNoun {
		if c := x.child(m.trigger, entente.Acl); c >= 0 && c > m.trigger {
			return x.span(c)
		}
	}
	return entente.Span{}
}

// beforeClause returns span s of the noun at o, without the relative clause in which
// the trigger at v tells what is done to it: in "a charge that Minsk rejects" that is
// the charge.
func (x *tree) beforeClause(s entente.Span, v, o int) entente.Span {
	if x.relativeHead(v) != o || v < o {
		return s
	}
	first, k := x.span(v).Start, v
	for k > o+1 && x.d.Tokens[k-1].Span.Start >= first {
		k--
	}
	for k--; k > o && x.pos[k] == entente.PUNCT; k-- {
	}
	s.End = min(s.End, x.d.Tokens[k].Span.End)
	return s
}

// topicPhrase returns the phrase of the trigger behind a preposition of topic.
func (x *tree) topicPhrase(m *match) entente.Span {
	var buf [8]int
	try := func(prep string) entente.Span {
		for _, k := range x.prepArgs(buf[:0], m.trigger, m.p.kind, prep) {
			if m.root == entente.RootConsult && prep == "for" && x.isOnlyMeeting(k) {
				continue
			}
			if (x.pos[k] == entente.NOUN || x.tag[k] == "VBG") && !x.isParty(m, k) && !x.isTemporal(k) && x.place[k] < 0 {
				return x.topicSpan(k)
			}
		}
		return entente.Span{}
	}
	for _, prep := range topicPreps {
		if s := try(prep); !s.IsEmpty() {
			return s
		}
	}
	if m.p.kind != triggerNoun {
		return entente.Span{}
	}
	for _, prep := range nounTopicPreps {
		if s := try(prep); !s.IsEmpty() {
			return s
		}
	}
	return entente.Span{}
}

// topicSpan returns the phrase at k without its preposition, article and what
// hangs on it behind a comma.
func (x *tree) topicSpan(k int) entente.Span {
	s := x.span(k)
	for _, c := range x.children(k) {
		i := int(c)
		span := x.d.Tokens[i].Span
		switch x.rel(i) {
		case entente.Case, entente.Det, entente.Mark:
			if i < k && span.Start <= s.Start+1 && i+1 < len(x.lemma) {
				s.Start = max(s.Start, x.d.Tokens[i+1].Span.Start)
			}
		case entente.Punct:
			if i > k && x.lemma[i] == "," {
				s.End = min(s.End, span.Start)
			}
		}
	}
	return s
}

// venue returns where something was said: "in an interview with …", "told
// state radio", "wrote on his page".
func (x *tree) venue(v int) entente.Span {
	if o := x.child(v, entente.Obj); o >= 0 && x.t.class("venue")[x.lemma[o]] && x.lemma[v] == "tell" {
		return x.topicSpan(o)
	}
	for _, c := range x.children(v) {
		k := int(c)
		if (x.rel(k) == entente.Obl || x.rel(k) == entente.Iobj) && x.t.class("venue")[x.lemma[k]] {
			return x.topicSpan(k)
		}
	}
	return entente.Span{}
}
