package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// factFeatures returns the keys of m for status, aspect and whether the day of
// the report is its day: what the rules say, the verb's form, and what stands
// above it.
func (w *work) factFeatures(m *match, root entente.Root, fact *fact, when *entente.When) []uint32 {
	x := &w.x
	f := w.newFeatures(m, root)
	h := model.HashString
	f.add(ptRule, uint64(fact.status), uint64(fact.aspect))
	for _, n := range fact.notes {
		f.add(ptNote, h(n), 0)
	}
	f.flags(fact)
	at := m.trigger
	f.form(0, at)
	if m.support >= 0 {
		at = m.support
		f.form(1, at)
	}
	f.add(ftTrigger, h(x.lemma[m.trigger]), 0)
	for n, k := uint64(0), at; n < 4; n++ {
		up := x.head(k)
		if up < 0 {
			f.add(ptAbove, n, 0)
			break
		}
		f.add(ptAbove, n+10, uint64(x.rel(k)))
		f.add(ptHead, h(x.lemma[up]), uint64(x.rel(k)))
		f.add(ptHead, h(x.lemma[up]), 1000)
		for _, c := range x.t.classesOf[x.lemma[up]] {
			f.add(ptClass, c, n)
		}
		f.form(n+2, up)
		k = up
	}
	f.time(m, when)
	return w.done(f)
}

// flags adds what the rules have noted beside the status.
func (f *detailFeatures) flags(fact *fact) {
	for i, b := range [...]bool{fact.alleged, fact.charge, fact.willed, fact.refused, fact.would, fact.cue >= 0} {
		if b {
			f.add(ptRule, uint64(20+i), 0)
		}
	}
}

// form adds the form of the word at i: tag, auxiliaries, negation, marks.
func (f *detailFeatures) form(level uint64, i int) {
	x := f.x
	h := model.HashString
	f.add(ptTag, h(x.tag[i]), level)
	f.add(ptTag, h(x.tag[i]), level*100+uint64(x.rel(i))+1000)
	for _, c := range x.children(i) {
		k := int(c)
		switch x.rel(k) {
		case entente.Aux, entente.AuxPass, entente.Cop:
			f.add(ptAux, h(x.lemma[k]), level)
			f.add(ptAux, h(x.lemma[k])^h(x.tag[k]), level)
		case entente.Mark, entente.Case, entente.Cc:
			f.add(ptMark, h(x.lemma[k]), level)
		case entente.Advmod, entente.Det, entente.Amod:
			f.add(ptDet, h(x.lemma[k]), level)
		case entente.Nsubj, entente.NsubjPass, entente.Obj:
			for _, g := range x.children(k) {
				if x.rel(int(g)) == entente.Det {
					f.add(ptDet, h(x.lemma[g]), level+20)
				}
			}
			if x.pos[k] == entente.PRON {
				f.add(ptDet, h(x.lemma[k]), level+40)
			}
		}
	}
	for _, k := range [...]int{i - 1, i - 2, i - 3} {
		if k >= 0 && level < 2 {
			f.add(ptWord, h(x.lemma[k]), level*4+uint64(i-k))
			f.add(ptWord, h(x.lemma[k]), 50+level)
		}
	}
}

// time adds how far back the time of the event lies, the first words of the
// sentence, and whether it stands in quotation marks or a headline.
func (f *detailFeatures) time(m *match, when *entente.When) {
	x := f.x
	day := x.d.Day()
	switch {
	case when.Basis != entente.WhenText:
		f.add(ptAge, 0, 0)
	case when.Unresolved || !day.Known():
		f.add(ptAge, 1, 0)
	case when.To.Known() && when.To < day:
		age := uint64(day - when.To) //nolint:gosec // positive
		for n, limit := range [...]uint64{7, 31, 183, 366, 731} {
			if age > limit {
				f.add(ptAge, 10+uint64(n), 0) //nolint:gosec // a small index
			}
		}
	case when.From.Known() && when.From > day:
		f.add(ptAge, 2, 0)
	case !when.To.Known():
		f.add(ptAge, 3, 0)
	case !when.From.Known():
		f.add(ptAge, 4, 0)
	}
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return
	}
	sent := &x.d.Sentences[s]
	if !x.isProse(m.trigger) {
		f.add(ptQuote, 1, 0)
	}
	f.add(ptQuote, 5, uint64(min(s, 2))) //nolint:gosec // a small index
	quotes := 0
	old := false
	for k := sent.First; k < sent.Last; k++ {
		switch x.lemma[k] {
		case "\"", "“", "``", "''", "”":
			if k < m.trigger {
				quotes++
			}
		case "?":
			f.add(ptQuote, 2, 0)
		}
		if x.t.class("era")[x.lemma[k]] {
			f.add(ptAge, 20, model.HashString(x.lemma[k]))
			old = true
		}
	}
	if old {
		f.add(ptAge, 21, 0)
	}
	if quotes%2 == 1 {
		f.add(ptQuote, 3, 0)
	}
}

// speakerFeatures returns the keys of whether the speaker is a party to m.
func (w *work) speakerFeatures(m *match, root entente.Root, a *entente.Attribution) []uint32 {
	x := &w.x
	f := w.newFeatures(m, root)
	s := &a.Speaker
	f.add(ptParty, 10, uint64(s.Sector))
	rule := uint64(0)
	if a.Interested {
		rule = 1
	}
	f.add(ptRule, rule, uint64(s.Sector))
	for l, list := range [2][]party{m.actors, m.recipients} {
		for k := range list {
			o := &list[k].actor
			side := uint64(l) * 100
			f.add(ptParty, 20+side, uint64(o.Sector))
			f.add(ptParty, 21+side, uint64(o.Sector)*40+uint64(s.Sector))
			same := uint64(0)
			switch {
			case o.Span == s.Span || x.sameOrg(o, s):
				same = 1
			case o.Country != "" && o.Country == s.Country:
				same = 2
			case o.Country != "" && s.Country != "":
				same = 3
			case s.Country == "":
				same = 4
			}
			f.add(ptParty, 22+side, same)
			f.add(ptParty, 23+side, same*40+uint64(s.Sector))
			f.add(ptParty, 24+side, same*2000+uint64(s.Sector)*40+uint64(o.Sector))
		}
	}
	supra := uint64(0)
	if entente.IsSupranational(s.Country) {
		supra = 1
	}
	f.add(ptParty, 11, supra)
	for k := range x.lemma {
		if x.d.Tokens[k].Span.Overlaps(s.Span) {
			f.add(ptLemma, model.HashString(x.lemma[k]), 0)
		}
		if x.d.Tokens[k].Span.Start >= s.Span.End {
			break
		}
	}
	if i := x.tokenOf(a.Cue); i >= 0 {
		f.add(ptHead, model.HashString(x.lemma[i]), 0)
	}
	f.add(ftTrigger, model.HashString(x.lemma[m.trigger]), 0)
	return w.done(f)
}

// sameOrg reports whether two actors are one body of no state.
func (x *tree) sameOrg(a, b *entente.Actor) bool { return a.Org != "" && a.Org == b.Org }
