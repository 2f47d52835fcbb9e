package actor

import (
	"unicode"

	"github.com/entente-news/entente"
)

// survey fills w.info[s] and counts the states that sentence s speaks of.
func (w *Worker) survey(s int) {
	first, end := w.bounds(s)
	in := &w.info[s]
	w.sentence = s
	*in = sentenceInfo{sole: -1, named: -1, locale: -1, skip: first, subject: end}
	in.title = w.headline(first, end)
	in.bare = end-first > 2 && end-first <= maxHeadline && w.d.Tokens[end-1].UPOS != entente.PUNCT
	w.datelineAt(s, first, end)
	for i := first; i < end; i++ {
		t := &w.d.Tokens[i]
		if in.subject == end && (t.UPOS == entente.VERB || t.UPOS == entente.AUX) {
			in.subject = i
		}
		m := &w.marks[i]
		w.unionState(i, in)
		if m.entry == 0 || i < in.skip {
			continue
		}
		e := &w.t.entries[m.entry-1]
		rd, one := w.onlyOfTheDay(e)
		if e.need == needNever || !one {
			continue
		}
		state := w.stateOf(rd)
		if state < 0 || w.trapped(i, end, sense{ok: true, reading: rd, end: int(m.end)}) {
			continue
		}
		if (e.need == needNothing || len(e.readings) > 1 && rd.form&formCapital != 0 || rd.form&formName != 0 && e.need == needCare && e.words > 1) && !e.town {
			if w.evidence[state] == 0 {
				w.touched = append(w.touched, state)
			}
			w.evidence[state]++
		}
		if (e.need == needEvidence || e.town) && w.evidence[state] == 0 {
			continue
		}
		in.sole = only(in.sole, state)
		w.sole = only(w.sole, state)
		if rd.form&(formName|formCapital) != 0 {
			in.named, w.named = only(in.named, state), only(w.named, state)
		}
		if rd.form&(formName|formCapital) != 0 && rd.party == state && w.standsIn(i) && !w.modifies(int(m.end), end) {
			in.locale = only(in.locale, state)
		}
	}
}

// maxHeadline bounds the tokens of a headline.
const maxHeadline = 24

// unionState counts a state of the United States at token i as a mention of
// their country, for what is inferred.
func (w *Worker) unionState(i int, in *sentenceInfo) {
	if !w.marks[i].capital || !w.t.us[w.text(i)] || w.entityType(i) == entente.PER {
		return
	}
	if (w.is(i, i+1, "york") || w.is(i, i+1, "jersey")) && !w.is(i-1, i, "new") {
		return
	}
	w.union = true
	usa, ok := w.t.codes["USA"]
	if !ok {
		return
	}
	in.sole, in.named = only(in.sole, usa), only(in.named, usa)
	w.sole, w.named = only(w.sole, usa), only(w.named, usa)
	if w.standsIn(i) || w.is(i-1, i, "new") && w.standsIn(i-1) {
		in.locale = only(in.locale, usa)
	}
}

// only returns the one state of a set that state joins: -2 once two differ.
func only(have, state int32) int32 {
	if have == -1 || have == state {
		return state
	}
	return -2
}

// stateOf returns the state that a reading belongs to, -1 for none.
func (w *Worker) stateOf(r reading) int32 {
	if r.party >= 0 {
		return w.t.parties[r.party].state
	}
	return w.t.persons[r.person].offices[0].state
}

// headline reports whether a sentence has no full stop and at least three in
// four of its words of four letters or more begin with a capital, so that
// capitals tell nothing.
func (w *Worker) headline(first, end int) bool {
	if end > first && oneOf(w.text(end-1), ".", "!", "?", "\"", "”") {
		return false
	}
	long, capitals := 0, 0
	for i := first; i < end; i++ {
		if w.d.Tokens[i].Span.Len() < 4 || w.upos(i, end) == entente.PUNCT {
			continue
		}
		long++
		if w.marks[i].capital {
			capitals++
		}
	}
	return long >= 4 && capitals*4 >= long*3
}

// datelineAt recognises "NAIROBI, Kenya (Agency) — " and takes its country;
// the words of a dateline name no actor.
func (w *Worker) datelineAt(s, first, end int) {
	if first >= end || !w.isDateline(first, end) && (!allCapitals(w.text(first)) || w.d.Tokens[first].Span.Len() < 3) {
		return
	}
	for i := first + 1; i < min(end, first+14); i++ {
		if w.is(i, end, "(") && w.is(i+2, end, ")") && w.marks[i+1].capital {
			w.info[s].skip = i + 3
			w.takeDateline(first, i)
			if i+3 < end && !oneOf(w.text(i+3), "-", "—", "–", "--", "―", ":") {
				return
			}
		}
		switch w.text(i) {
		case ":":
			if w.isDateline(first, end) {
				w.info[s].skip = end
				w.takeDateline(first, i)
			}
			return
		case "-", "—", "–", "--", "―":
			prev := w.text(i - 1)
			if w.glued(i-1, i) && w.glued(i, min(i+1, end-1)) || prev != ")" && !allCapitals(prev) && !w.marks[i-1].capital && w.upos(i-1, end) != entente.NUM {
				return
			}
			w.info[s].skip = i + 1
			w.takeDateline(first, i)
			return
		}
		if u := w.upos(i, end); u == entente.VERB || u == entente.AUX || u == entente.PRON {
			return
		}
	}
}

// isDateline reports whether the sentence is a dateline and nothing else, as the
// splitter cuts them off: it ends in a dash or a colon and has names and numbers
// alone, but in brackets. A person before a colon is who speaks next.
func (w *Worker) isDateline(first, end int) bool {
	if end-first < 2 || end-first > 16 || !w.marks[first].capital || !oneOf(w.text(end-1), "-", "—", "–", "--", "―", ":") {
		return false
	}
	depth := 0
	for i := first; i < end; i++ {
		switch {
		case w.is(i, end, "("):
			depth++
		case w.is(i, end, ")"):
			depth--
		case depth > 0 || w.is(i, end, "of") || w.is(i, end, "and"):
		case w.entityBegins(i) == entente.PER:
			return false
		default:
			switch w.upos(i, end) {
			case entente.PROPN, entente.NUM, entente.PUNCT, entente.SYM, entente.X:
			default:
				return false
			}
		}
	}
	return true
}

// takeDateline sets the country of the dateline to that of the first name in
// tokens [first, end) that no American town has, unless an earlier dateline gave one.
func (w *Worker) takeDateline(first, end int) {
	for j := first; j < end; j++ {
		if e := w.marks[j].entry; e != 0 && w.dateline < 0 && !w.t.entries[e-1].town {
			rd, one := w.onlyOfTheDay(&w.t.entries[e-1])
			if !one {
				rd = w.t.entries[e-1].readings[0]
			}
			w.dateline = w.stateOf(rd)
		}
	}
}

// glued reports whether token i touches token j = i+1.
func (w *Worker) glued(i, j int) bool {
	return j < len(w.d.Tokens) && w.d.Tokens[i].Span.End == w.d.Tokens[j].Span.Start
}

// allCapitals reports whether s has letters and all of them are capitals.
func allCapitals(s string) bool {
	letters := false
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
		i += n
	}
	return letters
}

// locative reports whether the phrase that begins at token i stands after a
// preposition of place, an article in between or not.
func (w *Worker) locative(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch u := w.d.Tokens[j].UPOS; {
		case u == entente.DET || u == entente.ADJ:
			continue
		case u == entente.ADP || u == entente.SCONJ:
			return isPlacePreposition(w.text(j))
		}
		return false
	}
	return false
}

// standsIn reports whether the phrase that begins at token i says where
// something happens, not where it goes.
func (w *Worker) standsIn(i int) bool {
	if !w.locative(i) {
		return false
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		if u := w.d.Tokens[j].UPOS; u == entente.ADP || u == entente.SCONJ {
			return oneOf(w.text(j), "in", "at", "near", "outside", "inside", "across", "around", "throughout", "within")
		}
	}
	return false
}

func isPlacePreposition(s string) bool {
	for _, p := range [...]string{"in", "at", "near", "to", "from", "outside", "inside", "around", "toward", "towards", "into", "across", "through", "via",
		"within", "throughout", "above", "beyond"} {
		if equalFold(s, p) {
			return true
		}
	}
	return false
}

// sense is choose, not ok as well where the surroundings make the name part
// of another one.
func (w *Worker) sense(i, end int) sense {
	s := w.choose(i, end)
	if s.ok && w.trapped(i, end, s) {
		return sense{}
	}
	return s
}

// choose picks the reading of the name at token i, not ok when there is none.
func (w *Worker) choose(i, end int) sense {
	m := &w.marks[i]
	if m.entry == 0 || int(m.end) > end {
		return sense{}
	}
	e := &w.t.entries[m.entry-1]
	s := sense{end: int(m.end)}
	best, bestScore, rivals := -1, int32(-1), 0
	dated := w.anyStateOfTheDay(e)
	for k := range e.readings {
		score := w.score(e, &e.readings[k], i)
		if score < 0 || dated && w.goneOrToCome(&e.readings[k]) {
			continue
		}
		if best >= 0 && score == bestScore && w.t.readingCountry(e.readings[k]) != w.t.readingCountry(e.readings[best]) {
			rivals++
		}
		if score > bestScore {
			best, bestScore, rivals = k, score, 0
		}
	}
	if best < 0 {
		return sense{}
	}
	s.reading, s.ok = e.readings[best], true
	state := w.stateOf(s.reading)
	s.ambiguous = rivals > 0 || e.need == needCare && (state < 0 && len(e.readings) > 1 || state >= 0 && w.evidence[state] == 0)
	return s
}

// onlyOfTheDay returns the only reading of e, or the only one that is a state
// of the document's day where all are states: Moscow in 1990.
func (w *Worker) onlyOfTheDay(e *entry) (reading, bool) {
	if len(e.readings) == 1 {
		return e.readings[0], true
	}
	found := -1
	for k := range e.readings {
		r := &e.readings[k]
		if r.party < 0 || w.t.parties[r.party].sort != sortState {
			return reading{}, false
		}
		if w.current(r) > 0 {
			if found >= 0 {
				return reading{}, false
			}
			found = k
		}
	}
	if found < 0 {
		return reading{}, false
	}
	return e.readings[found], true
}

// anyStateOfTheDay reports whether a reading of e is a state that there was on
// the document's day, so that those of other times are not meant: Belgrade in
// 1991 is Yugoslavia's.
func (w *Worker) anyStateOfTheDay(e *entry) bool {
	if len(e.readings) < 2 {
		return false
	}
	for k := range e.readings {
		if r := &e.readings[k]; r.party >= 0 && w.t.parties[r.party].sort == sortState && w.current(r) > 0 {
			return true
		}
	}
	return false
}

// goneOrToCome reports whether a reading is a state that there was not on the
// document's day.
func (w *Worker) goneOrToCome(r *reading) bool {
	return r.party >= 0 && w.t.parties[r.party].sort == sortState && w.current(r) == 0
}

// score rates a reading in this document: negative when it cannot be meant.
func (w *Worker) score(e *entry, r *reading, i int) int32 {
	if e.need == needNever || r.form&formThe != 0 && !w.is(i-1, i, "the") {
		return -1
	}
	if r.form&formPeople != 0 && !w.asPeople(i, int(w.marks[i].end)) {
		return -1
	}
	state := w.stateOf(*r)
	score := int32(1)
	if e.mostly > 0 && e.mostly == r.party+1 {
		score++
	}
	if state >= 0 {
		ev := w.evidence[state]
		if e.need == needEvidence && ev == 0 {
			return -1
		}
		score += 4 * min(ev, 1<<20)
	} else if e.need == needEvidence && (i == w.d.Sentences[w.sentence].First || len(e.readings) == 1 && !allCapitals(e.name)) {
		return -1
	}
	return score + w.current(r)
}

// current returns 2 when a reading holds on the document's day: a person in
// office, a party that exists; else 0. Without a day it is the latest.
func (w *Worker) current(r *reading) int32 {
	day := w.day
	if !day.Known() {
		day = maxDay - 1
	}
	if r.person >= 0 {
		if w.t.persons[r.person].holdsAny(day) {
			return 2
		}
		return 0
	}
	if p := &w.t.parties[r.party]; p.from <= day && day <= p.to {
		return 2
	}
	return 0
}
