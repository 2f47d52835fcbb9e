package coder

import (
	"sort"

	"github.com/entente-news/entente"
)

// when returns the time of the event of m: the expression nearest to the
// trigger in its clause; else, for a deed told as a fact, the day of the
// document; else nothing.
func (x *tree) when(m *match, f *fact) entente.When {
	d := x.d
	if k := x.dateOf(m, f); k >= 0 {
		w := x.whenBy(k)
		f.note("time from the text")
		x.past(&w, f)
		return w
	}
	today := f.aspect == entente.AspectEvent && f.status == entente.Actual && x.isNarrative(m)
	if today && d.Day().Known() {
		f.note("time from the day of the document")
	}
	return x.reportDay(today)
}

// whenBy returns the time that date expression k tells.
func (x *tree) whenBy(k int) entente.When {
	t := &x.d.Dates[k]
	w := entente.When{Span: t.Span, From: t.From, To: t.To, Precision: t.Precision, Basis: entente.WhenText}
	if !t.From.Known() && !t.To.Known() {
		w.From, w.To, w.Unresolved = entente.NoDay, entente.NoDay, true
	}
	return w
}

// reportDay returns the day of the document when today is set, else no time.
func (x *tree) reportDay(today bool) entente.When {
	day := x.d.Day()
	if !today || !day.Known() {
		return entente.When{From: entente.NoDay, To: entente.NoDay}
	}
	return entente.When{From: day, To: day, Precision: entente.PrecisionDay, Basis: entente.WhenDocument}
}

// historicalDays is the age in days beyond which an event of the text is
// background: half a year.
const historicalDays = 183

// past marks an event as historical when the text dates it long before the
// document.
func (x *tree) past(w *entente.When, f *fact) {
	day := x.d.Day()
	if day.Known() && w.To.Known() && day-w.To > historicalDays {
		f.raise(entente.Historical, "long before the document")
	}
}

// isNarrative reports whether the trigger's verb tells what has just happened,
// so that the day of the document is its day. A noun alone does not: "the
// attack" may be of any day.
func (x *tree) isNarrative(m *match) bool {
	v := m.trigger
	if m.p.kind == triggerNoun {
		if v = m.support; v < 0 {
			if h := x.head(m.trigger); h >= 0 && x.rel(m.trigger) == entente.Nsubj && x.t.class("begin")[x.lemma[h]] {
				v = h
			} else {
				return false
			}
		}
	}
	if h := x.head(v); x.rel(v) == entente.AclRelcl || x.rel(v) == entente.Acl && h >= 0 && x.head(h) >= 0 {
		return false
	}
	for _, c := range x.children(v) {
		if x.rel(int(c)) == entente.Aux && x.lemma[c] == "have" && x.tag[c] == "VBD" {
			return false // past perfect: before what is told
		}
	}
	return true
}

// dateOf returns the index of the date expression of the trigger's clause, -1
// for none. Of several the one that hangs nearest wins.
func (x *tree) dateOf(m *match, f *fact) int {
	d := x.d
	tok := d.Tokens[m.trigger]
	s := x.sentenceOf(m.trigger)
	if s < 0 {
		return -1
	}
	best, bestCost := -1, 1<<30
	lo := x.firstDate(s)
	for k := lo; k < len(d.Dates) && k < lo+maxDates && d.Dates[k].Span.Start < d.Sentences[s].Span.End; k++ {
		t := &d.Dates[k]
		if t.Type == entente.TimeDuration {
			continue
		}
		i := x.tokenAt(s, t.Span.Start)
		steps, ok := x.reaches(i, t.Span, m)
		if !ok {
			continue
		}
		if t.Type == entente.TimeSet { // "every year"
			f.aspect = entente.AspectOngoing
			f.note("a habit: " + t.Span.In(d.Text))
			continue
		}
		dist := t.Span.Start - tok.Span.End
		if dist < 0 {
			dist = tok.Span.Start - t.Span.End
		}
		if cost := steps*1000 + dist; cost < bestCost {
			best, bestCost = k, cost
		}
	}
	return best
}

// maxDates bounds the date expressions looked at for one event.
const maxDates = 16

// firstDate returns the index of the first date that ends in sentence s or behind.
func (x *tree) firstDate(s int) int {
	return sort.Search(len(x.d.Dates), func(k int) bool { return x.d.Dates[k].Span.End > x.d.Sentences[s].Span.Start })
}

// sentenceOf returns the index of the sentence of token i.
func (x *tree) sentenceOf(i int) int {
	lo, hi := 0, len(x.d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if x.d.Sentences[mid].Last <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(x.d.Sentences) && x.d.Sentences[lo].First <= i {
		return lo
	}
	return -1
}

// tokenAt returns the token of sentence s at byte offset at.
func (x *tree) tokenAt(s, at int) int {
	lo, hi := x.d.Sentences[s].First, x.d.Sentences[s].Last
	for lo < hi {
		mid := (lo + hi) / 2
		if x.d.Tokens[mid].Span.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, x.d.Sentences[s].Last-1)
}

// reaches reports whether the expression at token i belongs to the clause of m
// and how many phrases lie between.
func (x *tree) reaches(i int, span entente.Span, m *match) (int, bool) {
	steps := 0
	for range maxClimb {
		if i == m.trigger || i == m.support {
			return steps, true
		}
		h := x.head(i)
		if h < 0 {
			// A date under the verb that reports or carries the event.
			return 0, false
		}
		if !x.d.Tokens[i].Span.Overlaps(span) {
			if x.pos[i] == entente.VERB && x.rel(i) != entente.Xcomp {
				return x.fromAbove(i, steps, m)
			}
			steps++
		}
		i = h
	}
	return 0, false
}

// fromAbove reports whether the verb at v, on which the date hangs, carries the
// trigger of m as its subject, object or complement, or is one clause with it.
func (x *tree) fromAbove(v, steps int, m *match) (int, bool) {
	at := m.trigger
	for n := range 4 {
		h := x.head(at)
		if h < 0 {
			return 0, false
		}
		switch x.rel(at) {
		case entente.Obj, entente.Nsubj, entente.NsubjPass, entente.Xcomp, entente.Obl, entente.Nmod:
		case entente.Conj:
			if !x.sharesTime(at, v) {
				return 0, false
			}
		default:
			return 0, false
		}
		if h == v {
			return steps + n + 1, true
		}
		at = h
	}
	return 0, false
}

// sharesTime reports whether the conjunct at i has no subject of its own, so
// that a date on the first verb is its date too.
func (x *tree) sharesTime(i, v int) bool { return x.ownSubject(i) < 0 && v < i }

// where returns the literal place of the clause of m, nil for none.
func (x *tree) where(m *match) *entente.Place {
	best, bestRank := -1, 0
	try := func(k, rank int) {
		if p := x.literal(k); p >= 0 && rank > bestRank && !x.afterTopic(m, k) {
			best, bestRank = p, rank
		}
	}
	for _, v := range [2]int{m.trigger, m.support} {
		if v < 0 {
			continue
		}
		x.wherePhrases(v, 0, try)
	}
	if o := x.object(m.trigger); o >= 0 && m.p.kind == triggerVerb {
		try(o, 4)
		if m.p.root == entente.RootAssault {
			x.within(o, 4, try) // "attacked Yemen's Saada governorate"
		}
		x.wherePhrases(o, 1, try)
	}
	if m.p.root == entente.RootAssault && m.p.kind == triggerNoun {
		for _, k := range x.ownPrep(nil, m.trigger, "of") {
			x.within(k, 4, try) // "the bombardment of Syria's Daraa province"
		}
	}
	// "is in China, meeting …": the clause above says where.
	for v := m.trigger; bestRank == 0 && m.p.kind == triggerVerb && x.sharesPlace(v); {
		v = x.head(v)
		if x.hasCase(v, "in") {
			try(v, 3)
		}
		x.wherePhrases(v, 0, try)
	}
	if best < 0 {
		return nil
	}
	p := x.d.Places[best]
	return &p
}

// afterTopic reports whether the phrase of place at k stands behind what the
// words of m are about, and so tells where that was: "concern over arrests in
// Chad".
func (x *tree) afterTopic(m *match, k int) bool {
	if !speaks(m.root) || x.preposition(k) != "in" {
		return false
	}
	if h := x.head(k); h != m.trigger {
		return h >= 0 && x.head(h) == m.trigger && x.rel(h) == entente.Obl && x.isTopic(h) && !x.hasCase(h, "for")
	}
	topic := false
	for _, c := range x.children(m.trigger) {
		switch {
		case int(c) >= k:
			return topic
		case x.rel(int(c)) == entente.Obl && (x.hasCase(int(c), "over") || x.hasCase(int(c), "about") || x.hasCase(int(c), "into")):
			topic = true
		case x.pos[c] == entente.PUNCT:
			topic = false
		}
	}
	return topic
}

// sharesPlace reports whether the clause of v takes its place from the clause
// above.
func (x *tree) sharesPlace(v int) bool {
	if x.head(v) < 0 || x.ownSubject(v) >= 0 {
		return false
	}
	switch x.rel(v) {
	case entente.Advcl, entente.Xcomp, entente.Conj:
		return true
	}
	return false
}

// wherePhrases tries the phrases of place of i. Deeper phrases count less.
func (x *tree) wherePhrases(i, depth int, try func(k, rank int)) {
	for _, c := range x.children(i) {
		k := int(c)
		switch x.rel(k) {
		case entente.Obl, entente.Nmod, entente.OblUnmarked:
			switch x.preposition(k) {
			case "in", "at", "near", "inside", "outside", "across", "on", "around", "over":
				try(k, 6-depth*2)
				x.within(k, 5-depth*2, try)
			case "to", "into", "toward", "towards":
				try(k, 5-depth*2)
			case "from", "of", "for", "with":
				if depth < 2 && x.pos[k] == entente.NOUN && x.mention[k] < 0 {
					x.wherePhrases(k, depth+1, try)
				}
			}
		case entente.Obj:
			if depth == 0 {
				x.wherePhrases(k, 1, try)
			}
		case entente.Nsubj:
			if x.isOblique(k) && x.hasCase(k, "in") {
				try(k, 3-depth)
			}
		case entente.Advmod, entente.Appos:
			try(k, 2-depth)
		}
	}
}

// within tries the place that a noun of place belongs to: "Ukraine's Kharkiv
// region", "the port of Odesa". The most exact wins.
func (x *tree) within(k, rank int, try func(k, rank int)) {
	for _, c := range x.children(k) {
		switch x.rel(int(c)) {
		case entente.Compound, entente.NmodDesc, entente.Flat, entente.Appos:
			try(int(c), rank)
		case entente.Nmod, entente.NmodPoss, entente.Amod:
			try(int(c), rank-1)
		}
	}
}

// literal returns the index of the literal place at token k, -1 for none.
func (x *tree) literal(k int) int {
	p := int(x.place[k])
	if p < 0 || x.d.Places[p].Use != entente.UseLiteral || x.d.Places[p].Unresolved {
		return -1
	}
	return p
}
