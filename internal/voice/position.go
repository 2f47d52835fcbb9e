package voice

import (
	"sort"
	"strings"

	"github.com/entente-news/entente"
)

// positions adds the stances that the parsed sentences say somebody holds.
func (v *view) positions() {
	for s := range v.d.Sentences {
		sent := &v.d.Sentences[s]
		if !sent.Parsed || v.d.InRelated(sent.Span) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			switch v.pos(i) {
			case entente.VERB:
				if v.isState(i) {
					v.predicate(i)
				} else {
					v.verbPosition(i)
				}
			case entente.ADJ, entente.ADP, entente.ADV, entente.NOUN:
				v.predicate(i)
			}
		}
	}
}

// verbPosition reads "opposes the plan", "calls for talks", "maintains a neutral
// stance on the war", "expressed readiness to talk".
func (v *view) verbPosition(i int) {
	l := v.lemma(i)
	o := v.child(i, entente.Obj)
	switch {
	case v.hasTrend(i):
		v.hold(i, "trend", v.topicBehind(i, o))
	case o >= 0 && v.r.is("hold verb", l) && v.r.is("line noun", v.lemma(o)):
		if stance := v.attitude(o); stance != "" {
			v.hold(i, stance, v.topicOf(o, i))
		}
	case o >= 0 && v.r.is("carry verb", l) && v.r.stance[stanceNoun][v.lemma(o)] != "":
		if !v.isNegated(i) {
			v.hold(i, v.r.stance[stanceNoun][v.lemma(o)], v.topicOf(o, i))
		}
	case v.r.stance[stanceVerb][l] != "":
		v.plainPosition(i, l, o)
	}
}

// plainPosition reads a verb of stance with its object, clause or phrase.
func (v *view) plainPosition(i int, l string, o int) {
	stance := v.r.stance[stanceVerb][l]
	switch v.d.Tokens[i].XPOS {
	case "VBN":
		if v.child(i, entente.AuxPass, entente.NsubjPass) >= 0 || v.child(i, entente.Aux) < 0 && v.rel(i) != entente.Conj {
			return
		}
	}
	if o >= 0 && v.r.is("claim noun", v.lemma(o)) {
		return // see claimOf
	}
	topic := entente.Span{}
	switch l {
	case "call":
		if topic = v.after(i, "for"); topic.IsEmpty() {
			return
		}
	case "object":
		if topic = v.after(i, "to"); topic.IsEmpty() {
			return
		}
	case "disapprove":
		topic = v.after(i, "of")
	case "want", "urge", "seek", "demand":
		if c := v.child(i, entente.Ccomp, entente.Xcomp); c >= 0 {
			topic = v.phrase(c, -1)
			if o >= 0 && o < c { // "urged both sides to talk"
				topic.Start = min(topic.Start, v.phrase(o, -1).Start)
			}
		}
	}
	if topic.IsEmpty() && o >= 0 {
		if l == "back" && v.mention[o] < 0 && v.pos(o) == entente.PRON {
			return
		}
		topic = v.phrase(o, -1)
	}
	if topic.IsEmpty() {
		return
	}
	if v.isNegated(i) {
		switch stance {
		case "support":
			stance = "oppose"
		default:
			return
		}
	}
	v.hold(i, stance, topic)
}

// isState reports whether the participle at i is said like an adjective: "is
// divided over", "remains opposed to".
func (v *view) isState(i int) bool {
	if v.d.Tokens[i].XPOS != "VBN" || v.r.stance[stanceAdj][strings.ToLower(v.form(i))] == "" {
		return false
	}
	return v.child(i, entente.Cop, entente.AuxPass) >= 0 && v.child(i, entente.OblAgent) < 0 || v.rel(i) == entente.Xcomp
}

// predicate reads "is ready to talk", "is against the plan", "remains neutral on
// the war", "is in favour of a truce".
func (v *view) predicate(i int) {
	cop := v.child(i, entente.Cop, entente.AuxPass)
	verb := i
	if cop < 0 {
		h := v.head(i)
		if h < 0 || v.rel(i) != entente.Xcomp {
			return
		}
		switch v.lemma(h) {
		case "remain", "stay", "stand", "seem", "become", "declare":
		default:
			return
		}
		verb = h
	}
	l := v.lemma(i)
	stance := ""
	topic := entente.Span{}
	switch {
	case v.pos(i) == entente.ADJ || v.pos(i) == entente.VERB:
		if v.pos(i) == entente.VERB {
			l = strings.ToLower(v.form(i))
		}
		if stance = v.r.stance[stanceAdj][l]; stance == "" {
			return
		}
		topic = v.topicOf(i, verb)
		if stance == "ready" && l == "open" && !v.hasChildPhrase(i, "to") || stance == "oppose" && topic.IsEmpty() {
			return
		}
	case v.hasChild(i, "against") && v.pos(i) == entente.NOUN: // "is against the plan"
		stance, topic = "oppose", v.behind(i)
	case v.hasChild(i, "in") && (l == "favour" || l == "favor"):
		stance, topic = "support", v.after(i, "of")
	}
	if stance == "" {
		return
	}
	if v.isNegated(i) {
		switch stance {
		case "ready":
			stance = "unwilling"
		case "support":
			stance = "oppose"
		default:
			return
		}
	}
	v.hold(verb, stance, topic)
}

// hold adds a position of the subject of the verb at i.
func (v *view) hold(i int, stance string, topic entente.Span) {
	s := v.subject(i)
	if s < 0 && v.isState(i) {
		s = v.child(i, entente.NsubjPass)
	}
	if s < 0 || !v.isNominal(s) || v.isAny(s) {
		return
	}
	holder := v.actorAt(s)
	if v.mention[s] < 0 && holder.Party() == "" {
		return
	}
	if stance != "trend" {
		topic = v.extend(i, topic)
	}
	span := entente.Span{Start: min(holder.Span.Start, v.d.Tokens[i].Span.Start), End: max(holder.Span.End, v.d.Tokens[i].Span.End, topic.End)}
	if len(holder.Span.In(v.d.Text)) == 0 {
		return
	}
	v.d.Positions = append(v.d.Positions, entente.Position{Holder: holder, Topic: topic, Stance: stance, Span: span})
}

// behind returns the phrase of the noun at i from behind its preposition on,
// without what stands before that.
func (v *view) behind(i int) entente.Span {
	s := v.phrase(i, -1)
	if m := v.child(i, entente.Case); m >= 0 && m < i {
		s.Start = v.d.Tokens[m+1].Span.Start
	}
	return s
}

// extend adds to a topic the phrase right behind it that the tree has hung on
// the verb: "a ban on mercury in gold mining". Times and what stands behind a
// comma are left out.
func (v *view) extend(i int, topic entente.Span) entente.Span {
	if topic.IsEmpty() {
		return topic
	}
	for _, c := range v.children(i) {
		k := int(c)
		m := v.child(k, entente.Case)
		if v.rel(k) != entente.Obl || m < 0 || v.d.Tokens[m].Span.Start != topic.End+1 || v.isDated(k) {
			continue
		}
		switch v.lemma(m) {
		case "in", "on", "into", "of", "with", "between", "for", "at":
			topic.End = v.phrase(k, -1).End
		}
	}
	return topic
}

// isDated reports whether a date expression covers token i.
func (v *view) isDated(i int) bool {
	at := v.d.Tokens[i].Span
	k := sort.Search(len(v.d.Dates), func(k int) bool { return v.d.Dates[k].Span.End > at.Start })
	return k < len(v.d.Dates) && v.d.Dates[k].Span.Overlaps(at)
}

// attitude returns the adjective that says what a stance is, by its class where
// it has one.
func (v *view) attitude(o int) string {
	for _, c := range v.children(o) {
		if k := int(c); v.rel(k) == entente.Amod || v.rel(k) == entente.Compound {
			if s := v.r.stance[stanceAdj][v.lemma(k)]; s != "" {
				return s
			}
			if v.pos(k) == entente.ADJ {
				return v.lemma(k)
			}
		}
	}
	return ""
}

// topicOf returns what the noun or adjective at i is about: its clause, or its
// phrase behind a preposition of topic; else such a phrase of the verb.
func (v *view) topicOf(i, verb int) entente.Span {
	for _, at := range [...]int{i, verb} {
		if c := v.child(at, entente.Acl, entente.Xcomp, entente.Ccomp, entente.Advcl); c >= 0 && c > i && c != verb {
			return v.strip(c)
		}
		for _, prep := range [...]string{"on", "over", "about", "for", "to", "towards", "toward", "with", "at", "in", "regarding", "of"} {
			if s := v.after(at, prep); !s.IsEmpty() && s.Start > v.d.Tokens[i].Span.Start {
				return s
			}
		}
	}
	return entente.Span{}
}

// strip returns the clause at c without its "to" or "that".
func (v *view) strip(c int) entente.Span {
	s := v.phrase(c, -1)
	for _, k := range v.children(c) {
		if v.rel(int(k)) == entente.Mark && v.d.Tokens[k].Span.Start == s.Start && int(k) < c {
			s.Start = v.d.Tokens[k+1].Span.Start
		}
	}
	return s
}

// after returns the phrase of i behind the preposition, without it.
func (v *view) after(i int, prep string) entente.Span {
	for _, c := range v.children(i) {
		k := int(c)
		switch v.rel(k) {
		case entente.Obl, entente.Nmod, entente.Advcl, entente.Acl:
			if m := v.child(k, entente.Case, entente.Mark); m >= 0 && v.lemma(m) == prep {
				return v.bare(k)
			}
		}
	}
	return entente.Span{}
}

// bare returns the phrase at k behind its preposition.
func (v *view) bare(k int) entente.Span {
	s := v.phrase(k, -1)
	if m := v.child(k, entente.Case, entente.Mark); m >= 0 && m < k && v.d.Tokens[m].Span.Start <= s.Start {
		s.Start = v.d.Tokens[m+1].Span.Start
	}
	return s
}

// hasChildPhrase reports whether i has a phrase or clause that begins with the
// word.
func (v *view) hasChildPhrase(i int, word string) bool {
	for _, c := range v.children(i) {
		if v.hasChild(int(c), word) {
			return true
		}
	}
	return false
}

// hasTrend reports whether an adverb makes the clause of i a trend.
func (v *view) hasTrend(i int) bool {
	for _, c := range v.children(i) {
		if v.rel(int(c)) == entente.Advmod && v.r.is("trend adverb", v.lemma(int(c))) {
			return true
		}
	}
	return false
}

// topicBehind returns what a trend is towards: the object or the first phrase.
func (v *view) topicBehind(i, o int) entente.Span {
	if o >= 0 {
		return v.phrase(o, -1)
	}
	if k := v.child(i, entente.Obl, entente.Xcomp); k >= 0 {
		return v.bare(k)
	}
	return entente.Span{}
}

// Gate reports whether sentence s of d may hold indirect speech or a position
// that needs a tree: a word of the lists, and a mention or pronoun.
func (r *Reader) Gate(d *entente.Document, s int) bool {
	sent := &d.Sentences[s]
	word := false
	for i := sent.First; i < sent.Last; i++ {
		switch d.Tokens[i].UPOS {
		case entente.VERB, entente.ADJ, entente.ADV, entente.NOUN:
			word = word || r.cues[d.Tokens[i].Lemma]
		case entente.ADP:
			f := d.Tokens[i].Span.In(d.Text)
			word = word || strings.EqualFold(f, "according") || f == "against"
		}
	}
	return word
}
