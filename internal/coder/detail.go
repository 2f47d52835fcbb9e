package coder

import (
	"fmt"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// Given is an event of which trigger, root and parties are known, from an
// annotator or another program.
type Given struct {
	Trigger    entente.Span
	Root       entente.Root
	Actors     []entente.Span // where the members stand; empty spans are left out
	Recipients []entente.Span
}

// Detail returns the given events with all that the text says of them beside:
// status, aspect, mode, contexts, attribution, time, place, numbers and topic.
// d needs the layers that [Coder.Code] needs, with every sentence parsed. An
// event whose trigger is no token of a sentence has root and trigger alone.
func (c *Coder) Detail(d *entente.Document, given []Given) []entente.Event {
	w := c.take()
	defer c.giveBack(w)
	w.x.load(d, c.t)
	out := make([]entente.Event, len(given))
	for i := range given {
		out[i] = entente.Event{Root: given[i].Root, Trigger: given[i].Trigger, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
		m := w.x.given(&given[i])
		if m == nil {
			continue
		}
		f := w.x.factOf(m)
		e := &out[i]
		e.Sentence = w.x.sentenceOf(m.trigger)
		e.Status, e.Aspect = f.status, f.aspect
		e.Actors, e.Recipients = w.x.actorsOf(m.actors), w.x.actorsOf(m.recipients)
		w.topical = false
		w.detail(e, m, &f)
		e.Score = plover.Score(e.Root, e.Mode)
	}
	return out
}

// detail fills in what follows from the trigger's words once the root of e is
// settled.
func (w *work) detail(e *entente.Event, m *match, f *fact) {
	x := &w.x
	e.When = x.when(m, f)
	e.Status, e.Aspect = f.status, f.aspect
	e.Where = x.where(m)
	e.About = x.about(m)
	e.Attribution = x.attribution(f, m)
	if x.t.learnt != nil {
		w.learntDetail(e, m, f)
		return
	}
	e.Magnitudes = x.magnitudes(m)
	if !w.topical {
		w.topics, w.topical = w.contextsOf(&x.d.Sentences[e.Sentence]), true
	}
	e.Contexts = w.topics
}

// learntDay returns the time of m: that of a date expression, or the day of the
// report if today says that it is its day.
func (w *work) learntDay(m *match, root entente.Root, when *entente.When, today bool) entente.When {
	if k := w.learntDate(m, root, when); k >= 0 {
		return w.x.whenBy(k)
	}
	return w.x.reportDay(today)
}

// learntDetail settles by weights what the rules have proposed.
func (w *work) learntDetail(e *entente.Event, m *match, f *fact) {
	x := &w.x
	if !m.tellsMode(e.Root) {
		if e.Mode = w.learntMode(m, e.Root); e.Mode != entente.ModeNone {
			f.note("mode " + e.Mode.String() + " by its words")
		}
	}
	e.CAMEO = plover.CAMEO(e.Root, e.Mode, e.CAMEO)
	if !w.bare {
		e.Contexts = w.learntContexts(m, e.Root)
		e.Magnitudes = w.learntSizes(m, e.Root, e.Mode)
	}
	w.grounds = w.grounds[:0]
	e.Where = w.placeOf(e, m)
	told := saying{f.cue, f.speaker, ""}
	if !w.bare {
		told = w.learntSaying(m, e.Root, f)
	}
	status, aspect, today := w.learntFact(m, e.Root, f, &e.When)
	if status != f.status {
		f.note("told as " + status.String() + ", by all that stands around it, though the rules say " + f.status.String())
	}
	if f.aspect == entente.AspectOngoing {
		aspect = f.aspect // a standing state must never make an event of the day
	}
	if aspect != f.aspect {
		f.note("as " + aspect.String() + ", by all that stands around it")
	}
	if m.p.future && f.would && e.Root == entente.RootAgree && f.status == entente.Actual {
		status = entente.Actual // "would be glad to" is told, not doubted
	}
	f.status, f.aspect = status, aspect
	e.Status, e.Aspect = status, aspect
	if !w.bare {
		e.When = w.learntDay(m, e.Root, &e.When, today && aspect == entente.AspectEvent)
	}
	f.notes = append(f.notes, w.grounds...)
	if f.cue != told.cue || f.speaker != told.speaker {
		f.cue, f.speaker = told.cue, told.speaker
		e.Attribution = x.attribution(f, m)
	}
	if a := e.Attribution; a != nil {
		scores := x.t.learnt.scoresOf(taskInterest, w.speakerFeatures(m, e.Root, a))
		a.Interested = scores[1] > scores[0]
	}
}

// placeOf returns the place of e by the learnt choice. Where that gives none, a place
// that the act itself needs stands as the rules read it: whom a visit goes to, what
// an attack strikes.
func (w *work) placeOf(e *entente.Event, m *match) *entente.Place {
	rule := e.Where
	p := w.learntPlace(m, e.Root, rule)
	if p == nil && rule != nil && (e.Root == entente.RootAssault || e.Mode == w.x.t.visit) {
		w.grounds = append(w.grounds, fmt.Sprintf("at %q, which the act itself needs", rule.Span.In(w.x.d.Text)))
		return rule
	}
	return p
}

// isTrend reports whether an adverb makes a trend of what m tells
// ("increasingly turned to"): a claim about two sides, kept as a position, and
// no event.
func (x *tree) isTrend(m *match) bool {
	return x.hasLemma(m.trigger, entente.Advmod, x.t.class("trend"))
}

// tellsMode reports whether the pattern of m says the mode of an event of root.
func (m *match) tellsMode(root entente.Root) bool {
	return m.p.auto == modeFixed && m.mode != entente.ModeNone && root == m.p.root
}

// given makes a match of g; nil when its trigger is no token.
func (x *tree) given(g *Given) *match {
	i := x.tokenOf(g.Trigger)
	if i < 0 {
		return nil
	}
	m := &match{p: &pattern{root: g.Root}, trigger: i, comp: -1, root: g.Root, support: -1, event: -1}
	if kind, ok := x.kindOf(i); ok {
		m.p.kind = kind
	}
	if m.p.kind == triggerNoun {
		m.support = x.supportVerb(i)
	} else {
		for _, form := range [...]compKind{compInf, compClause, compGerund} {
			if m.comp = x.complement(i, form); m.comp >= 0 {
				break
			}
		}
	}
	m.actors, m.recipients = x.givenSide(g.Actors), x.givenSide(g.Recipients)
	return m
}

// givenSide makes members of spans.
func (x *tree) givenSide(in []entente.Span) []party {
	var out []party
	for _, s := range in {
		i := x.tokenOf(s)
		if i < 0 {
			continue
		}
		p := party{actor: entente.Actor{Span: s}, token: i, mention: int(x.mention[i]), quality: 1, via: "given", head: i}
		if ps := x.oneParty(nil, i, false); len(ps) > 0 {
			p.actor = ps[0].actor
		}
		out = append(out, p)
	}
	return out
}

// tokenOf returns the token in s that the others of s hang on; -1 for none.
func (x *tree) tokenOf(s entente.Span) int {
	lo, hi := 0, len(x.d.Tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; x.d.Tokens[mid].Span.End <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for i := lo; i < len(x.d.Tokens) && x.d.Tokens[i].Span.Start < s.End; i++ {
		if h := x.head(i); h < 0 || !x.d.Tokens[h].Span.Overlaps(s) {
			return i
		}
	}
	return -1
}
