package coder

import (
	"slices"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/plover"
)

// verdict is what the learnt decision says of one trigger.
type verdict struct {
	root    entente.Root
	p       [roots]float64 // probability of each root, and of none
	second  entente.Root
	sides   []side  // of the sentence's phrases
	sideSum float64 // sum of the logarithms of their probabilities
	worst   float64 // the least sure of the chosen sides
}

// floors under which a trigger and a party are not looked at.
const (
	leastEvent = 0.15
	leastActor = 0.12
	leastOther = 0.08
)

// look prepares sentence s: its phrases, and what the patterns make of it.
func (w *work) look(s int, f *features) *look {
	x := &w.x
	sent := &x.d.Sentences[s]
	l := &look{x: x, f: f, first: sent.First, last: sent.Last, plain: map[int]*match{}, placed: -1, places: map[int]string{}}
	w.read(s)
	l.used, l.topic = slices.Clone(x.used[sent.First:sent.Last]), slices.Clone(w.topic)
	for _, m := range w.matches {
		l.plain[m.trigger] = m
	}
	l.phrases = x.phrases(nil, sent)
	return l
}

// decide fills w.matches with the events of sentence s: those that patterns
// make, which keep their word, and those that the learnt decision adds where no
// pattern fits.
func (w *work) decide(s int) {
	x := &w.x
	l := w.look(s, &w.f)
	w.l = l
	w.matches = w.matches[:0]
	for _, i := range w.order {
		m := l.plain[i]
		if m == nil && (l.used[i-l.first] || !l.mayTrigger(i) || !l.isKnown(i)) {
			continue
		}
		v := l.judge(i, m != nil)
		if m != nil {
			m.opinion = v
			w.matches = append(w.matches, m)
			continue
		}
		if v == nil {
			continue
		}
		if m = l.match(i, v); m == nil || !x.isPolitical(m) || !w.allowed(m) || w.isSecondWord(m) {
			continue
		}
		m.verdict, m.opinion = v, v
		w.matches = append(w.matches, m)
		x.used[i] = true
	}
}

// isSecondWord reports whether the noun of m is a second word for an event above
// it, between the same parties: "visited X for talks".
func (w *work) isSecondWord(m *match) bool {
	x := &w.x
	if m.p.kind != triggerNoun {
		return false
	}
	for a, n := x.head(m.trigger), 0; a >= 0 && n < 4; a, n = x.head(a), n+1 {
		for _, q := range w.matches {
			if q.trigger != a {
				continue
			}
			with := append(partiesOf(q.actors), partiesOf(q.recipients)...)
			return !slices.ContainsFunc(append(partiesOf(m.actors), partiesOf(m.recipients)...), func(p string) bool { return !slices.Contains(with, p) })
		}
	}
	return false
}

// isKnown reports whether patterns or lexicon know the word at i as one that
// may evoke an event, or it is a verb.
func (l *look) isKnown(i int) bool {
	x := l.x
	return x.pos[i] == entente.VERB || x.t.gate[x.lemma[i]] || len(x.t.words[x.lemma[i]]) > 0
}

// judge scores token i as a trigger and the phrases of its sentence as its
// parties; nil when it is none, unless an opinion is wanted anyhow.
func (l *look) judge(i int, anyhow bool) *verdict {
	mind := l.x.t.mind
	l.f.reset()
	l.trigger(i)
	var scores [model.MaxClasses]int32
	mind.trigger.Score(l.f.keys, &scores)
	best := 1
	for c := 2; c < roots; c++ {
		if scores[c] > scores[best] {
			best = c
		}
	}
	if !anyhow && float64(scores[0]-scores[best]) > 2.5*mind.unit {
		return nil
	}
	v := &verdict{root: entente.Root(best)} //nolint:gosec // below roots
	shares(&scores, roots, mind.unit, v.p[:])
	if !anyhow && 1-v.p[0] < leastEvent {
		return nil
	}
	top := 0.0
	for c := range roots {
		if c != best && v.p[c] > top {
			v.second, top = entente.Root(c), v.p[c] //nolint:gosec // below roots
		}
	}
	if !l.assign(i, v) && !anyhow {
		return nil
	}
	return v
}

// assign chooses a side for each phrase; it reports false when there is nobody
// to act.
func (l *look) assign(i int, v *verdict) bool {
	mind := l.x.t.mind
	v.sides = make([]side, len(l.phrases))
	v.worst = 1
	ps := make([][3]float64, len(l.phrases))
	actors, others := 0, 0
	for k := range l.phrases {
		l.f.reset()
		l.role(i, v.root, &l.phrases[k])
		var scores [model.MaxClasses]int32
		mind.role.Score(l.f.keys, &scores)
		shares(&scores, 3, mind.unit, ps[k][:])
		for c := 1; c < 3; c++ {
			if ps[k][c] > ps[k][v.sides[k]] {
				v.sides[k] = side(c) //nolint:gosec // three
			}
		}
		actors += len(l.phrases[k].members) * btoi(v.sides[k] == sideActor)
		others += btoi(v.sides[k] == sideRecipient)
	}
	raise := func(to side, least float64) bool {
		best := -1
		for k := range ps {
			if v.sides[k] == sideNone && ps[k][to] >= least && (best < 0 || ps[k][to] > ps[best][to]) {
				best = k
			}
		}
		if best >= 0 {
			v.sides[best] = to
		}
		return best >= 0
	}
	if actors == 0 && !raise(sideActor, leastActor) {
		return false
	}
	if plover.NeedsRecipient(v.root) && others == 0 && actors < 2 && !raise(sideRecipient, leastOther) {
		return false
	}
	for k := range ps {
		q := ps[k][v.sides[k]]
		v.sideSum += logOf(q)
		v.worst = min(v.worst, q)
	}
	return true
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// match makes a match of the verdict on token i; nil when no side is left.
func (l *look) match(i int, v *verdict) *match {
	x := l.x
	kind, ok := x.kindOf(i)
	if !ok {
		kind = triggerVerb
	}
	m := &match{trigger: i, comp: -1, root: v.root, support: -1, event: -1, how: "learnt"}
	if q := l.plain[i]; q != nil && q.root == v.root {
		m.p, m.comp, m.mode, m.inner, m.support, m.how, m.runnerUp = q.p, q.comp, q.mode, q.inner, q.support, q.how, q.runnerUp
	} else {
		m.p = &pattern{kind: kind, root: v.root, cameo: plover.CAMEOClass(v.root), file: ModelName, guard: true, text: "learnt: " + x.lemma[i] + " as " + v.root.String()}
		m.mode = x.modeOf(i, v.root)
		if kind == triggerNoun {
			m.support = x.supportVerb(i)
		}
		if speaks(v.root) {
			for _, form := range [...]compKind{compInf, compClause, compGerund} {
				if m.comp = x.complement(i, form); m.comp >= 0 {
					break
				}
			}
		}
	}
	for k := range l.phrases {
		switch v.sides[k] {
		case sideActor:
			m.actors = append(m.actors, slices.Clone(l.phrases[k].members)...)
		case sideRecipient:
			m.recipients = append(m.recipients, slices.Clone(l.phrases[k].members)...)
		case sideNone:
		}
	}
	m.actors, m.recipients = dedupe(m.actors), dedupe(m.recipients)
	m.recipients = without(m.recipients, m.actors)
	if len(m.actors) == 0 {
		return nil
	}
	if plover.NeedsRecipient(v.root) && len(m.recipients) == 0 && len(m.actors) < 2 {
		return nil
	}
	l.home(m)
	return m
}

// modeOf returns the mode that the lexicon gives to the word at i under root:
// that of the row with the most words beside it, and of those one with a mode.
func (x *tree) modeOf(i int, root entente.Root) entente.Mode {
	list := x.t.words[x.lemma[i]]
	kind, _ := x.kindOf(i)
	mode, most := entente.ModeNone, -1
	for k := range list {
		w := &list[k]
		n := len(w.parts)
		if w.root != root || w.kind != kind || n < most || n == most && mode != entente.ModeNone || !x.spoken(w, i) {
			continue
		}
		mode, most = w.mode, n
	}
	return mode
}

// home gives parties that are known by their sector alone the country of the
// story: that of the other side, of the place, of the sentence, of the report.
func (l *look) home(m *match) {
	x := l.x
	open := func(p *party) bool { return !p.resolved() }
	if !slices.ContainsFunc(m.actors, func(p party) bool { return open(&p) }) && !slices.ContainsFunc(m.recipients, func(p party) bool { return open(&p) }) {
		return
	}
	country, via := "", ""
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if c := list[i].actor.Country; c != "" && !entente.IsSupranational(c) && country == "" {
				country, via = c, "country of the other side"
			}
		}
	}
	if country == "" {
		if at := x.placeParty(m.trigger); len(at) > 0 && !entente.IsSupranational(at[0].actor.Country) {
			country, via = at[0].actor.Country, "place"
		}
	}
	if country == "" {
		country, via = l.story(), "country of the story"
	}
	if country == "" {
		return
	}
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if p := &list[i]; open(p) && !x.isAnyone(p) {
				p.actor.Country, p.via, p.open, p.quality = country, via, false, 0.6
			}
		}
	}
}

// maxStory bounds the tokens of a sentence that are looked at for its country.
const maxStory = 160

// story returns the country that the report is about, as far as the sentence
// goes along: the one that the report names most, if the sentence names it or
// none; else the only one that the sentence names.
func (l *look) story() string {
	x := l.x
	own := ""
	several := false
	count := func(c string) {
		if c == "" || entente.IsSupranational(c) {
			return
		}
		several = several || own != "" && own != c
		own = c
	}
	main := x.mainCountry()
	for i := l.first; i < min(l.last, l.first+maxStory); i++ {
		c := ""
		if k := int(x.mention[i]); k >= 0 {
			c = x.d.Mentions[k].Actor.Country
		} else if x.place[i] >= 0 {
			c = x.countryAt(i)
		}
		if c != "" && c == main {
			return main
		}
		count(c)
	}
	if own != "" && !several {
		return own
	}
	return main
}

// mainCountry returns the country that the document names most, the earlier
// one among equals; "" for none.
func (x *tree) mainCountry() string {
	if x.mainKnown {
		return x.main
	}
	x.mainKnown, x.main = true, ""
	seen := map[string]int{}
	var order []string
	count := func(c string) {
		if c == "" || entente.IsSupranational(c) {
			return
		}
		if seen[c] == 0 {
			order = append(order, c)
		}
		seen[c]++
	}
	for i := range x.d.Mentions {
		count(x.d.Mentions[i].Actor.Country)
	}
	for i := range x.d.Places {
		if p := &x.d.Places[i]; !p.Unresolved {
			count(p.Country)
		}
	}
	for _, c := range order {
		if x.main == "" || seen[c] > seen[x.main] {
			x.main = c
		}
	}
	return x.main
}
