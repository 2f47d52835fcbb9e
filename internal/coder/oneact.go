package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// One act may be told by two words. The codebook keeps the noun beside a verb that
// only says that it was done ("lodged a complaint", "were placed on alert"), and
// the verb that says no to what is not done ("denied shelling the town").

// leastTold is how probable the root of a word must be for another to give way to
// it.
const leastTold = 0.5

// oneAct drops from w.matches what tells the act of another match once more.
func (w *work) oneAct() {
	drop := map[*match]bool{}
	for _, m := range w.matches {
		q := w.at[w.x.head(m.trigger)]
		switch {
		case q == nil || w.x.pos[q.trigger] != entente.VERB:
		case w.x.isOnlyDone(q, m):
			if len(m.recipients) == 0 {
				m.recipients = without(slices.Clone(q.recipients), m.actors)
			}
			m.vouched = m.vouched || q.verdict == nil && q.root == m.root
			drop[q] = true
		case w.x.isRefused(q, m):
			drop[m] = true
		}
	}
	w.matches = slices.DeleteFunc(w.matches, func(m *match) bool { return drop[m] })
}

// isOnlyDone reports whether the verb of q says no more than that the act of the
// noun of m is done, by the same party: it is of the same root or a light one, and
// the noun is its object, or its phrase ("entered talks").
func (x *tree) isOnlyDone(q, m *match) bool {
	if m.p.kind != triggerNoun || x.pos[m.trigger] == entente.VERB || !isLikely(m) {
		return false
	}
	light := x.t.class("light")[x.lemma[q.trigger]]
	if q.root != m.root && !light {
		return false
	}
	switch x.rel(m.trigger) {
	case entente.Obj, entente.NsubjPass:
	case entente.Obl:
		prep := x.preposition(m.trigger)
		if !light && !x.t.class("support_oblique")[x.lemma[q.trigger]] || prep != "in" && prep != "into" && prep != "on" && prep != "under" {
			return false
		}
	default:
		return false
	}
	with := append(partiesOf(q.actors), partiesOf(q.recipients)...)
	return !slices.ContainsFunc(partiesOf(m.actors), func(p string) bool { return !slices.Contains(with, p) })
}

// isRefused reports whether the act of m is what the word of q says no to: "denied
// that its troops had crossed", "ruled out talking". A denial tells of no act.
func (x *tree) isRefused(q, m *match) bool {
	if q.root != entente.RootReject || !isLikely(q) {
		return false
	}
	switch x.rel(m.trigger) {
	case entente.Xcomp:
		return true
	case entente.Ccomp:
		return x.t.class("deny")[x.lemma[q.trigger]]
	}
	return false
}

// isLikely reports whether m is of its root more likely than not; what a pattern
// made is where nothing was learnt.
func isLikely(m *match) bool { return m.opinion == nil || m.opinion.p[m.root] >= leastTold }
