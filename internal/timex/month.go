package timex

import entente "github.com/entente-news/entente"

// monthFirst reads "May 16", "May 16, 2024", "May 16-17", "May 2024", "May".
func (w *Worker) monthFirst(i int) (found, bool) {
	if w.spells(i+1, "day") {
		if f, ok := w.holiday(i); ok {
			return f, true
		}
	}
	m, j := int(w.items[i].val), w.afterAbbr(i)
	k := j
	if w.isMark(k, ',') || w.at(k) == cOf || w.spells(k, "in") || (w.isMark(k, '-') || w.isMark(k, '/')) && w.adjacent(k) {
		k++
	}
	if y, n := w.yearOf(k); n > 0 && (n == 1 || k > j) {
		if d, ok := w.short(k + 2); ok && w.isMark(k+1, '-') && w.isMark(k-1, '-') && isDate(y, m, d) { // "Sep-2020-23"
			f := found{first: i, next: k + 3, unit: uDay}
			return w.days(f, y, m, [2]int{d, 0})
		}
		f := found{first: i, next: k + n, unit: uMonth, explicit: true}
		return f.between(dayOf(y, m, 1), monthEnd(y, m), "month and year"), true
	}
	if (w.isMark(j, '/') || w.isMark(j, '-')) && w.adjacent(j) && w.adjacent(j+1) && w.dayNumber(j+1) {
		j++
	}
	if w.isMark(j, ',') && w.at(j+1) == cOrdinal {
		j++
	}
	if w.spells(j, "the") && w.at(j+1) == cOrdinal {
		j++
	}
	if _, ok := w.dayAt(j); ok && !w.clockAhead(j) && w.at(j+1) != cUnit && (w.items[j].class == cOrdinal || w.items[j].kind == kNumber || !w.counts(j+1)) {
		return w.monthDay(i, m, j)
	}
	return w.monthAlone(i, m)
}

// monthDay reads the day, a second day and the year behind a month.
func (w *Worker) monthDay(i, m, j int) (found, bool) {
	d1, _ := w.dayAt(j)
	f := found{first: i, next: j + 1, unit: uDay}
	d2, k := 0, j+1
	if l := w.dayLink(k); l > k {
		if d, ok := w.dayAt(l); ok && d > d1 && w.at(l+1) != cMonth && !w.clockAhead(l) && w.at(l+1) != cUnit && !w.counts(l+1) && (w.at(k) != cAnd || w.items[l].kind == kNumber) {
			d2, k = d, l+1
			f.next = k
		}
	}
	if w.isMark(k, ',') || w.at(k) == cOf || w.isMark(k, '-') && w.adjacent(k) || w.spells(k, "in") && w.isYear(k+1) {
		k++
	}
	if y, n := w.yearOf(k); n > 0 {
		f.next = k + n
		return w.days(f, y, m, [2]int{d1, d2})
	}
	if k == f.next && !w.isMark(k, ':') {
		if c, next, ok := w.readClock(k); ok && c.hasSec && w.isYear(next) { // "Oct 26 15:50:06 2016"
			f.next, f.clock, f.typ = next+1, c, entente.TimeTime
			return w.days(f, int(w.items[next].val), m, [2]int{d1, 0})
		}
	}
	return w.yearless(f, m, [2]int{d1, d2})
}

// monthAlone resolves a month without day and year.
func (w *Worker) monthAlone(i, m int) (found, bool) {
	it := w.items[i]
	f := found{first: i, next: w.afterAbbr(i), unit: uMonth}
	governed := w.governsMonth(i)
	if it.flag&(fAmbig|fAbbr) != 0 && !governed || w.named(i+1) && !governed {
		return found{}, false
	}
	if it.flag&fAbbr == 0 {
		f.next = i + 1
	}
	if g, ok := w.yearAhead(f.next); ok {
		y := split(g.from).year
		if m > split(g.from).month {
			y--
		}
		return f.between(dayOf(y, m, 1), monthEnd(y, m), "month of the year behind"), true
	}
	if w.habit(f.first, f.next) {
		f.value, f.why = pattern(m, 0), "every year, by a word of habit beside it"
		return f, true
	}
	if w.endsRange(i) {
		s := split(w.ref)
		if m < s.month {
			s.year++
		}
		return f.between(dayOf(s.year, m, 1), monthEnd(s.year, m), "month after the one before"), true
	}
	if y, ok := w.narrated(f, m, 15); ok {
		f.told = true
		return f.between(dayOf(y, m, 1), monthEnd(y, m), "month of the year that the text tells of"), true
	}
	if !w.dct.Known() {
		f.value, f.why = pattern(m, 0), "no year, and the document has no date"
		return f, true
	}
	now := split(w.dct)
	y, dir := now.year, w.direction(f.first, f.next)
	if dir > 0 && m < now.month {
		y++
	} else if dir <= 0 && m > now.month && (dir < 0 || m > now.month+3) {
		y--
	}
	return f.byTense().between(dayOf(y, m, 1), monthEnd(y, m), "month nearest to the document's day"), true
}

// governsMonth reports whether the words about the month at i leave no doubt
// that it is one, and not a name or a verb of the same spelling.
func (w *Worker) governsMonth(i int) bool {
	switch w.at(i - 1) {
	case cPrep, cSince, cUntil, cBy, cTo, cOf, cEarly, cMid, cLate, cBetween, cEarlier, cLater:
		return true
	case cMark:
		if w.isMark(i-1, '-') && w.at(i-2) >= cEarly && w.at(i-2) <= cLate {
			return true
		}
	}
	if w.at(i-1) == cThe && w.items[i].flag&fAbbr == 0 && w.counts(i+1) {
		return true // "the May fire"
	}
	if k := w.afterAbbr(i); (w.at(k) == cTo || w.isMark(k, '-')) && w.at(k+1) == cMonth {
		return true
	}
	return (w.at(i-1) == cTo || w.isMark(i-1, '-')) && (w.at(i-2) == cMonth || w.isYear(i-2))
}

// endsRange reports whether the month at i ends an interval that a date in full
// opens: "from November 2018 to February".
func (w *Worker) endsRange(i int) bool {
	return w.follows(i) && w.told != 0 && w.toldAt == w.sent && w.refU <= uMonth && split(w.ref).year == w.told
}

// follows reports whether "to" or the like joins what stands at i to the date
// last mentioned.
func (w *Worker) follows(i int) bool {
	n := len(w.doc.Dates)
	return n > 0 && i > 1 && (w.at(i-1) == cTo || w.at(i-1) == cUntil || w.isMark(i-1, '-')) && w.ref.Known() && w.refAt == w.sent &&
		w.doc.Dates[n-1].Span.End == int(w.items[i-2].end)
}

// named reports whether a capitalised word that is no part of a date stands at
// i, so that the word before it is likely the name of a person or a thing.
func (w *Worker) named(i int) bool {
	return i < len(w.items) && w.items[i].kind == kWord && w.items[i].flag&fCap != 0 && w.items[i].class == cNone
}

// narrated returns the year that the text tells of when it was spoken of not
// long before and lies well before the document's: a narrative stays in it.
func (w *Worker) narrated(f found, m, d int) (int, bool) {
	if w.told == 0 || w.sent-w.toldAt > narrativeSentences {
		return 0, false
	}
	if !w.dct.Known() {
		return w.told, w.clauseTense(f.first, f.next) <= 0
	}
	now := split(w.dct).year
	switch dir := w.clauseTense(f.first, f.next); {
	case w.told > now: // told as past: the document's date is not the text's
		return w.told, dir < 0
	case w.told >= now-1, w.told > now-longAgo && w.sent > w.toldAt && w.isNear(m, d):
		return 0, false
	default:
		return w.told, dir <= 0
	}
}

// longAgo is after how many years a text that tells of a year no longer mixes
// it with the days around its own.
const longAgo = 50

// narrativeSentences is for how many sentences a year stays that of the
// narrative without being spoken of.
const narrativeSentences = 6

// nearDays is how near to the document's day a date without a year is likely
// told from there, whatever year the sentences before were in.
const nearDays = 45

// isNear reports whether a month and day of some year lie that near.
func (w *Worker) isNear(m, d int) bool {
	if !w.dct.Known() {
		return false
	}
	y := split(w.dct).year
	for c := y - 1; c <= y+1; c++ {
		if distance(dayOf(c, m, d), w.dct) <= nearDays {
			return true
		}
	}
	return false
}
