package coder

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// emit makes the event of m in sentence s and adds it to the document.
func (w *work) emit(s int, m *match) {
	x := &w.x
	d := x.d
	if x.isTrend(m) {
		return
	}
	f := x.factOf(m)
	root, mode := m.root, m.mode
	if m.verdict == nil {
		if !w.resolveFuture(m, &f, &root, &mode) {
			return
		}
	} else if f.refused && root == entente.RootReject {
		f.status = entente.Actual
	}
	if m.opinion != nil {
		if p, q := w.sureness(m, root); p < w.rootFloor(m) || q < w.least {
			return
		}
	}
	if x.amend(m); len(m.actors) == 0 {
		return
	}
	e := entente.Event{Sentence: s, Root: root, Mode: mode, CAMEO: m.p.cameo, Trigger: d.Tokens[m.trigger].Span}
	if root != m.p.root {
		e.CAMEO = plover.CAMEOClass(root)
	}
	w.detail(&e, m, &f)
	x.stands(m, &e)
	x.host(m, &e)
	e.Actors, e.Recipients = x.actorsOf(m.actors), x.actorsOf(m.recipients)
	if plover.NeedsRecipient(e.Root) && len(e.Recipients) == 0 && len(e.Actors) < 2 {
		return
	}
	e.Score = plover.Score(e.Root, e.Mode)
	if !w.bare {
		e.ID = w.id(e.Trigger)
	}
	if m.opinion != nil {
		w.confideLearnt(&e, m)
	} else if w.confide(&e, m, &f); e.Confidence < w.least {
		return
	}
	if !w.bare {
		w.explain(&e, m, &f)
	}
	m.event = len(d.Events)
	d.Events = append(d.Events, e)
	w.keep(m, root)
	if m.verdict == nil {
		w.accuse(s, m, &f, &e)
	}
}

// accuse adds the accusation that lies in what a party reports of its opponent:
// "Ukraine said Russian troops had shelled …" is ACCUSE beside the event, unless
// the saying verb gave it already.
func (w *work) accuse(s int, m *match, f *fact, e *entente.Event) {
	x := &w.x
	if e.Attribution == nil || !e.Attribution.Interested || e.Root.Quad() != entente.MaterialConflict || e.Status == entente.Negated ||
		x.used[f.cue] || x.pos[f.cue] != entente.VERB || x.form(f.cue) == "according" || len(m.recipients) == 0 {
		return
	}
	speaker := e.Attribution.Speaker
	for i := range m.actors {
		if m.actors[i].actor.Party() == speaker.Party() {
			return
		}
	}
	x.used[f.cue] = true
	a := entente.Event{Sentence: s, Root: entente.RootAccuse, Mode: x.t.allege, CAMEO: "112", Trigger: x.d.Tokens[f.cue].Span,
		Actors: []entente.Actor{speaker}, Recipients: e.Actors, Contexts: e.Contexts, About: x.span(m.trigger),
		Confidence: e.Confidence * 0.9, Confidences: e.Confidences, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
	if day := x.d.Day(); day.Known() {
		a.When = entente.When{From: day, To: day, Precision: entente.PrecisionDay, Basis: entente.WhenDocument}
	}
	a.Score = plover.Score(a.Root, a.Mode)
	a.ID = w.id(a.Trigger)
	a.Why = entente.Explanation{Pattern: e.Why.Pattern, Rule: e.Why.Rule, Path: e.Why.Path,
		Notes: []string{"what a party reports of its opponent is an accusation as well"}}
	x.d.Events = append(x.d.Events, a)
	w.keep(m, entente.RootAccuse)
}

// resolveFuture turns what is only announced into the root that says so, and a
// refusal to come into REJECT. It reports whether there is an event at all.
func (w *work) resolveFuture(m *match, f *fact, root *entente.Root, mode *entente.Mode) bool {
	x := &w.x
	if m.p.future && f.would && m.root == entente.RootAgree && f.status != entente.Negated {
		f.status = entente.Actual // "would be glad to": readiness is told, not doubted
	}
	if f.refused && !m.p.future {
		switch root.Quad() {
		case entente.VerbalCooperation, entente.MaterialCooperation:
			*mode = plover.RequestMode(*root)
			*root, f.status = entente.RootReject, entente.Actual
			f.note("will not: a refusal")
			return true
		}
		return true
	}
	if f.status == entente.Future && x.promises(m, f) {
		f.note("an own word for later: a promise")
		*root, *mode = entente.RootAgree, entente.ModeNone
		return true
	}
	if f.status == entente.Future && !m.p.future {
		next := plover.Future(*root)
		if next == *root {
			return true
		}
		if next == entente.RootThreaten {
			*mode = plover.ThreatMode(*root, *mode)
		} else {
			*mode = entente.ModeNone
		}
		f.note("announced: " + root.String() + " to come counts as " + next.String())
		*root = next
	}
	return true
}

// promises reports whether the actor of m says itself that it will yield.
func (x *tree) promises(m *match, f *fact) bool {
	if m.root != entente.RootRetreat && m.root != entente.RootConcede || f.speaker < 0 || m.p.future {
		return false
	}
	for _, p := range x.parties(nil, f.speaker, true) {
		if p.resolved() && p.actor.Party() == m.actors[0].actor.Party() {
			return true
		}
	}
	return false
}

// stands makes a sanction of a burden that is only mentioned as in force: what
// is imposed, widened or extended is coercion, what stands is not ("has sanctions
// on", "the sanctions on … hurt trade").
func (x *tree) stands(m *match, e *entente.Event) {
	if e.Root != entente.RootCoerce || e.Aspect != entente.AspectOngoing || m.p.kind != triggerNoun || !x.t.class("STANDING")[x.lemma[m.trigger]] {
		return
	}
	e.Root, e.Mode, e.CAMEO = entente.RootSanction, entente.ModeNone, "163"
	e.Why.Notes = append(e.Why.Notes, "in force, not imposed: a sanction that stands")
}

// host makes the visitor of a meeting actor and the host recipient, when the
// place tells who the host is.
func (x *tree) host(m *match, e *entente.Event) {
	if e.Root != entente.RootConsult || e.Where == nil || e.Where.Country == "" || e.Mode == x.t.phone {
		return
	}
	if m.p.reciprocal && len(m.actors) >= 2 {
		var hosts, guests []party
		for _, p := range m.actors {
			if p.actor.Country == e.Where.Country {
				hosts = append(hosts, p)
			} else {
				guests = append(guests, p)
			}
		}
		if len(hosts) == 0 || len(guests) == 0 {
			return
		}
		m.actors, m.recipients = guests, hosts
	}
	if e.Mode == entente.ModeNone && len(m.recipients) > 0 && len(m.actors) > 0 &&
		m.recipients[0].actor.Country == e.Where.Country && m.actors[0].actor.Country != e.Where.Country && m.p.kind == triggerVerb {
		e.Mode, e.CAMEO = x.t.visit, "042"
	}
}

// actorsOf returns the members of in as they stand in a record.
func (x *tree) actorsOf(in []party) []entente.Actor {
	out := make([]entente.Actor, 0, len(in))
	for i := range in {
		out = append(out, in[i].actor)
	}
	return out
}

// id returns 16 hex digits of the FNV-1a hash (Fowler, Noll and Vo, 1991) of
// document, trigger and ordinal.
func (w *work) id(trigger entente.Span) string {
	if w.serial == nil {
		w.serial = map[entente.Span]int{}
	}
	n := w.serial[trigger]
	w.serial[trigger] = n + 1
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d\x00%d\x00%d", w.x.d.ID, trigger.Start, trigger.End, n) // a hash never fails
	return fmt.Sprintf("%016x", h.Sum64())
}

// attribution returns on whose word the event is told, nil for the outlet's.
func (x *tree) attribution(f *fact, m *match) *entente.Attribution {
	if f.cue < 0 || f.speaker < 0 || f.cue == m.trigger {
		return nil // who does the saying of the trigger is its actor
	}
	if x.isAsideDenial(m, f.cue) {
		return nil
	}
	a := &entente.Attribution{Cue: x.d.Tokens[f.cue].Span}
	a.Speaker.Span = x.d.Tokens[f.speaker].Span
	ps := x.parties(nil, f.speaker, true)
	if len(ps) > 0 {
		a.Speaker = ps[0].actor
	} else if x.t.class("writing")[x.lemma[f.speaker]] {
		return nil // a paper of nobody's
	}
	if f.status == entente.Actual && x.isOwnWord(m, a.Speaker.Party()) {
		return nil
	}
	if party := a.Speaker.Party(); party != "" {
		for _, list := range [][]string{partiesOf(m.actors), partiesOf(m.recipients)} {
			for _, p := range list {
				a.Interested = a.Interested || p == party
			}
		}
	}
	a.Venue = x.venue(f.cue)
	return a
}

// isOwnWord reports whether m is a speech act that its speaker, of that party,
// performs in quoted words: "We deplore the raid", the ministry said.
func (x *tree) isOwnWord(m *match, party string) bool {
	if m.root.Quad() != entente.VerbalCooperation && m.root.Quad() != entente.VerbalConflict || party == "" || len(m.actors) == 0 {
		return false
	}
	a := &m.actors[0]
	if x.pos[a.head] != entente.PRON || a.actor.Party() != party {
		return false
	}
	switch x.lemma[a.head] {
	case "we", "i", "us":
		return true
	}
	return false
}

// partiesOf returns the codes of the members of in.
func partiesOf(in []party) []string {
	out := make([]string, 0, len(in))
	for i := range in {
		out = append(out, in[i].actor.Party())
	}
	return out
}

// isParty reports whether token k is where a party of m stands.
func (x *tree) isParty(m *match, k int) bool {
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if list[i].token == k || list[i].head == k {
				return true
			}
		}
	}
	return false
}

// explain fills in why the event was coded.
func (w *work) explain(e *entente.Event, m *match, f *fact) {
	x := &w.x
	if e.Why.Pattern = m.p.file; m.p.line > 0 {
		e.Why.Pattern = fmt.Sprintf("%s:%d", m.p.file, m.p.line)
	}
	e.Why.Rule = m.p.text
	var b strings.Builder
	if len(m.actors) > 0 {
		fmt.Fprintf(&b, "%s ", x.path(m.actors[0].head, m.trigger))
	}
	b.WriteString(x.lemma[m.trigger])
	if len(m.recipients) > 0 {
		fmt.Fprintf(&b, " %s", x.path(m.recipients[0].head, m.trigger))
	}
	e.Why.Path = b.String()
	e.Why.Notes = append(e.Why.Notes, f.notes...)
	e.Why.Notes = append(e.Why.Notes, "actor by "+m.how)
	for _, p := range m.recipients {
		e.Why.Notes = append(e.Why.Notes, "recipient by "+p.via)
	}
	if m.opinion != nil {
		w.explainLearnt(e, m)
	}
	if m.verdict == nil && m.runnerUp != nil {
		e.Why.RunnerUp = fmt.Sprintf("%v (%s:%d)", m.runnerUp.root, m.runnerUp.file, m.runnerUp.line)
	}
}

// path writes the relations from token i up to trigger t, or i's own relation
// when t is not above it.
func (x *tree) path(i, t int) string {
	var b strings.Builder
	b.WriteString(x.lemma[i])
	for range 6 {
		if i == t || i < 0 {
			break
		}
		b.WriteString(" <" + x.rel(i).String())
		if i = x.head(i); i >= 0 && i != t {
			b.WriteString(" " + x.lemma[i])
		}
	}
	return b.String()
}
