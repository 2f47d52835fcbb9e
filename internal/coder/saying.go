package coder

import (
	"fmt"

	"github.com/entente-news/entente"
)

// On whose word an event is told is chosen: each way in which its sentence may say
// it is an option of a conditional logit, and that the outlet tells it itself is one
// more. What the rules find is an option among them.

// saying is a word that may say on whose word an event is told, and who speaks.
type saying struct {
	cue, speaker int
	kind         string // how the two stand together
}

// speakerLead is how much less than nobody a saying may weigh, chosen by folds.
const speakerLead = 150

// maxSayings bounds the sayings of a sentence that are compared.
const maxSayings = 12

// sayings returns the sayings around the trigger of m that may bear it, in text
// order, what the rules have found last where it is none of them.
func (x *tree) sayings(out []saying, m *match, f *fact) []saying {
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return out
	}
	sent := &x.d.Sentences[s]
	lo, hi := max(sent.First, m.trigger-maxAside), min(sent.Last, m.trigger+maxAside)
	for i := lo; i < hi && len(out) < maxSayings; i++ {
		if i == m.trigger {
			continue // who does the saying of the trigger is its actor
		}
		if c, ok := x.sayingAt(i, m.trigger, sent); ok && c.speaker != m.trigger {
			out = append(out, c)
		} else if !ok && x.isSaying(i) {
			out = x.setOff(out, i, sent)
		}
	}
	out = x.headed(out, m, sent)
	if f.cue < 0 || f.speaker < 0 || f.cue == m.trigger {
		return out
	}
	for k := range out {
		if out[k].speaker == f.speaker && (out[k].cue == f.cue || out[k].kind == "according") {
			return out
		}
	}
	return append(out, saying{f.cue, f.speaker, "rule"})
}

// sayingAt returns the saying whose word is token i.
func (x *tree) sayingAt(i, trigger int, sent *entente.Sentence) (saying, bool) {
	switch {
	case x.form(i) == "according" && i+2 < sent.Last && x.form(i+1) == "to":
		k := x.nounBehind(i+2, sent.Last)
		return saying{i, k, "according"}, k >= 0
	case x.pos[i] == entente.VERB && (x.lemma[i] == "cite" || x.lemma[i] == "quote") && !x.isPassive(i):
		if o := x.child(i, entente.Obj); o > i {
			return saying{i, o, "cited"}, true
		}
	case x.pos[i] == entente.VERB:
		return x.verbSaying(i, trigger, sent)
	case x.pos[i] == entente.NOUN && x.t.class("account")[x.lemma[i]]:
		return x.accountAt(i)
	}
	return saying{}, false
}

// accountAt returns the saying of the noun at i: whose account it is, or the account
// itself where a clause tells what it says.
func (x *tree) accountAt(i int) (saying, bool) {
	if p := x.child(i, entente.NmodPoss); p >= 0 {
		return saying{i, p, "account"}, true
	}
	content := false
	for _, c := range x.children(i) {
		k := int(c)
		switch x.rel(k) {
		case entente.Nmod:
			if k > i && (x.hasCase(k, "by") || x.hasCase(k, "from") || x.hasCase(k, "of")) {
				return saying{i, k, "account"}, true
			}
		case entente.Acl, entente.Ccomp, entente.AclRelcl:
			content = content || x.isContent(k, i)
		}
	}
	return saying{i, i, "account itself"}, content
}

// setOff adds the sayings of the saying word at i that has no subject in its tree:
// of the phrase between it and the comma before, "…, traders in the port report", and
// of the phrase that one describes, "…, an envoy, Anna Berg, said".
func (x *tree) setOff(out []saying, i int, sent *entente.Sentence) []saying {
	const most = 14
	if i+1 < sent.Last && x.pos[i] != entente.VERB && x.pos[i+1] != entente.PUNCT && x.pos[i+1] != entente.ADP {
		return out // a noun among others
	}
	found := 0
	for k := i - 1; k >= sent.First && i-k <= most && found < 2 && len(out) < maxSayings; k-- {
		switch x.form(k) {
		case ",", "\"", "”", "—", "–", ";":
		default:
			continue
		}
		if n := x.nounBehind(k+1, i); n >= 0 {
			out = append(out, saying{i, n, "set off"})
			found++
		}
	}
	return out
}

// verbSaying returns the saying of the verb at i: who does what it says, or the noun
// right behind it.
func (x *tree) verbSaying(i, trigger int, sent *entente.Sentence) (saying, bool) {
	if x.isPassive(i) {
		k := x.oblBy(i)
		return saying{i, k, "agent"}, k >= 0
	}
	if k, how := x.surfaceSubject(i); k >= sent.First && k < sent.Last {
		return saying{i, k, how}, true
	}
	if !x.isSaying(i) {
		return saying{}, false
	}
	k, _ := x.sayer(i, min(trigger, i-1), sent)
	return saying{i, k, "behind"}, k >= 0
}

// headed adds the name that stands before the colon or behind the mark of a headline
// or a line of dialogue: "Army: rebels hit depot", "Rebels hit depot - army".
func (x *tree) headed(out []saying, m *match, sent *entente.Sentence) []saying {
	const most = 6
	for i := sent.First; i < sent.Last; i++ {
		switch x.form(i) {
		case ":", "-", "–", "—", "|":
		default:
			continue
		}
		if i < m.trigger && i-sent.First <= most && x.form(i) == ":" {
			if k := x.nounBehind(sent.First, i+1); k >= 0 && k == i-1 {
				out = append(out, saying{i, k, "before colon"})
			}
		}
		if i > m.trigger && sent.Last-i <= most {
			if k := x.nounBehind(i+1, sent.Last); k >= 0 && (k == sent.Last-1 || k == sent.Last-2 && x.pos[k+1] == entente.PUNCT) {
				out = append(out, saying{i, k, "behind mark"})
			}
		}
	}
	return out
}

// learntSaying returns the saying that weighs most, a cue of -1 where none does, and
// notes why.
func (w *work) learntSaying(m *match, root entente.Root, f *fact) saying {
	none := saying{cue: -1, speaker: -1}
	w.told = w.x.sayings(w.told[:0], m, f)
	if len(w.told) == 0 {
		return none
	}
	best, lead := w.heaviest(taskSpeaker, len(w.told), speakerLead, w.speakerKeys(m, root, f))
	if best < 0 {
		return none
	}
	c := w.told[best]
	why := w.reasons(taskSpeaker, func(g *features) { w.sayingKeys(g, m, root, f, best) })
	w.grounds = append(w.grounds, fmt.Sprintf("on the word of %q by %q, %+.2f against nobody: %s", w.x.form(c.speaker), w.x.form(c.cue), lead, why))
	return c
}

// speakerKeys returns what adds the features of saying k of the event of m, of the
// outlet's own word where k is -1.
func (w *work) speakerKeys(m *match, root entente.Root, f *fact) func(g *features, k int) {
	return func(g *features, k int) {
		if k < 0 {
			w.untoldKeys(g, m, root, f)
		} else {
			w.sayingKeys(g, m, root, f, k)
		}
	}
}
