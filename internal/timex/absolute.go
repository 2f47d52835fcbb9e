package timex

import (
	"strconv"

	entente "github.com/entente-news/entente"
)

// yearText writes a year with four digits.
func yearText(y int) string {
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

// isYear reports whether item i has the shape of a year.
func (w *Worker) isYear(i int) bool {
	if i < 0 || i >= len(w.items) {
		return false
	}
	it := w.items[i]
	if it.kind != kNumber || it.digits != 4 || it.flag&(fComma|fOrdinal) != 0 || it.val < 1000 || it.val > 2199 {
		return false
	}
	return !(w.isMark(i+1, ':') && w.adjacent(i+1) && w.adjacent(i+2) && w.at(i+2) == cNumber)
}

// numeric reads what opens with a number.
func (w *Worker) numeric(i int) (found, bool) {
	if f, ok := w.era(i); ok {
		return f, true
	}
	if f, ok := w.iso(i); ok {
		return f, true
	}
	if f, ok := w.clockFirst(i); ok {
		return f, true
	}
	if f, ok := w.figures(i); ok {
		return f, true
	}
	if f, ok := w.dayFirst(i); ok {
		return f, true
	}
	if f, ok := w.ordinal(i); ok {
		return f, true
	}
	if f, ok := w.duration(i); ok {
		return f, true
	}
	return w.year(i)
}

// number returns the value of number i, at most two digits long.
func (w *Worker) short(i int) (int, bool) {
	if i < 0 || i >= len(w.items) {
		return 0, false
	}
	it := w.items[i]
	return int(it.val), it.kind == kNumber && it.digits <= 2
}

// dayAt returns the day of a month that item i numbers: in figures, or as an
// ordinal in words; a cardinal in words only from thirteen on.
func (w *Worker) dayAt(i int) (int, bool) {
	if d, ok := w.short(i); ok {
		return d, d >= 1 && d <= 31
	}
	if i < 0 || i >= len(w.items) || w.items[i].kind != kWord {
		return 0, false
	}
	it := w.items[i]
	switch it.class {
	case cOrdinal:
		return int(it.val), it.val >= 1 && it.val <= 31
	case cNumber:
		return int(it.val), it.val >= 13 && it.val <= 31
	}
	return 0, false
}

// dayFirst reads "16 May", "16th of May 2024", "16-17 May", "16 and 17 May".
func (w *Worker) dayFirst(i int) (found, bool) {
	d1, ok := w.dayAt(i)
	if !ok {
		return found{}, false
	}
	j, d2 := i+1, 0
	if k := w.dayLink(j); k > j {
		if d, ok := w.dayAt(k); ok && d > d1 {
			d2, j = d, k+1
		}
	}
	if w.spells(j, "day") && w.at(j+1) == cOf {
		j++
	}
	if w.at(j) == cOf && w.at(j+1) == cMonth {
		j++
	}
	if (w.isMark(j, '-') || w.isMark(j, '/')) && w.adjacent(j) {
		j++
	}
	if w.at(j) != cMonth {
		return found{}, false
	}
	m := int(w.items[j].val)
	f := found{first: i, next: w.afterAbbr(j), unit: uDay}
	k := f.next
	if w.isMark(k, ',') || (w.isMark(k, '-') || w.isMark(k, '/')) && w.adjacent(k) && w.adjacent(k+1) || w.at(k) == cOf || w.spells(k, "in") && w.isYear(k+1) {
		k++
	}
	if y, n := w.yearOf(k); n > 0 {
		f.next = k + n
		return w.days(f, y, m, [2]int{d1, d2})
	}
	return w.yearless(f, m, [2]int{d1, d2})
}

// dayLink returns the item after the word that joins two days of one month,
// j where there is none.
func (w *Worker) dayLink(j int) int {
	switch {
	case w.isMark(j, '-'), w.at(j) == cAnd, w.at(j) == cTo, w.at(j) == cUntil:
		if w.at(j+1) == cThe {
			return j + 2
		}
		return j + 1
	}
	return j
}

// yearOf returns the year at item i behind a month and day, and the number of
// its items: 2024, '24, and three figures after a day ("30 September 420").
func (w *Worker) yearOf(i int) (year, n int) {
	switch {
	case w.isYear(i):
		return int(w.items[i].val), 1
	case w.isMark(i, '\'') && w.numberAt(i+1) && w.items[i+1].digits == 2 && w.adjacent(i+1):
		return w.century(int(w.items[i+1].val)), 2
	case w.at(i-1) == cOf && w.numberAt(i) && w.items[i].digits == 2 && w.items[i].val > 31:
		return w.century(int(w.items[i].val)), 1 // "April of 87"
	case w.numberAt(i) && w.items[i].digits == 3 && w.items[i].flag&fOrdinal == 0 && (w.at(i-1) == cMonth && w.dayNumber(i-2) || w.at(i-1) == cOf) && w.at(i+1) == cMark && !w.isMark(i+1, '-'):
		return int(w.items[i].val), 1
	}
	return 0, 0
}

// century completes a year of two figures: the one nearest before the year
// five years after the document's.
func (w *Worker) century(v int) int {
	y := 2000 + v
	if w.dct.Known() && y > split(w.dct).year+5 || !w.dct.Known() && v > 50 {
		y -= 100
	}
	return y
}

// afterAbbr returns the item after the word at j and its full stop, if it is
// an abbreviation with one.
func (w *Worker) afterAbbr(j int) int {
	if w.isMark(j+1, '.') && w.adjacent(j+1) && (w.items[j].flag&fAbbr != 0 || w.items[j].end-w.items[j].start == 3 && j+2 < len(w.items) && w.items[j+2].kind == kNumber) {
		return j + 2
	}
	return j + 1
}

// days resolves f to one day or, with a second number, to a run of days.
func (w *Worker) days(f found, y, m int, d [2]int) (found, bool) {
	if !isDate(y, m, d[0]) {
		return found{}, false
	}
	f.explicit = true
	f = f.on(dayOf(y, m, d[0]), "date in full")
	return f.run(y, m, d[1])
}

// run makes f an interval up to day last of the month, if that is not 0.
func (f found) run(y, m, last int) (found, bool) {
	if last == 0 {
		return f, true
	}
	if !isDate(y, m, last) {
		return found{}, false
	}
	f.to, f.narrow = dayOf(y, m, last), true
	f.value = f.from.String() + "/" + f.to.String()
	return f, true
}

// yearless resolves day and month without a year.
func (w *Worker) yearless(f found, m int, d [2]int) (found, bool) {
	if d[0] > 31 || !isDate(2000, m, d[0]) {
		return found{}, false
	}
	if g, ok := w.yearAhead(f.next); ok {
		s := split(g.from)
		if m > s.month || m == s.month && g.unit == uDay && d[0] > s.day {
			s.year--
		}
		return w.days(f, s.year, m, d)
	}
	if y, ok := w.narrated(f, m, d[0]); ok && isDate(y, m, d[0]) {
		f.told = true
		return f.on(dayOf(y, m, d[0]), "day of the year that the text tells of").run(y, m, d[1])
	}
	if !w.dct.Known() {
		f.value, f.why = pattern(m, d[0]), "no year, and the document has no date"
		if d[1] > 0 {
			f.value += "/" + pattern(m, d[1])
		}
		return f, true
	}
	y := split(w.dct).year
	dir := w.direction(f.first, f.next)
	best, cost := entente.NoDay, entente.Day(1<<30)
	for c := y - 1; c <= y+1; c++ {
		if !isDate(c, m, d[0]) {
			continue
		}
		if k := w.cost(dayOf(c, m, d[0]), dir); k < cost {
			best, cost = dayOf(c, m, d[0]), k
		}
	}
	if best == entente.NoDay {
		return found{}, false
	}
	return f.byTense().on(best, "day nearest to the document's").run(split(best).year, m, d[1])
}

// wrongSide is what a date on the side that the tense speaks against counts
// more, in days: news that leaves out the year rarely speaks of a day more
// than half a year away.
const wrongSide = 180

// cost is the distance of d from the document's day, more on the wrong side.
func (w *Worker) cost(d entente.Day, dir int) entente.Day {
	k := distance(d, w.dct)
	if !side(d, w.dct, dir) {
		k += wrongSide
	}
	return k
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
	governed := false
	switch w.at(i - 1) {
	case cPrep, cSince, cUntil, cBy, cTo, cOf, cEarly, cMid, cLate, cBetween, cEarlier, cLater:
		governed = true
	case cMark:
		governed = w.isMark(i-1, '-') && w.at(i-2) >= cEarly && w.at(i-2) <= cLate
	}
	if w.at(i-1) == cThe && it.flag&fAbbr == 0 && w.counts(i+1) {
		governed = true // "the May fire"
	}
	k := w.afterAbbr(i)
	if (w.at(k) == cTo || w.isMark(k, '-')) && w.at(k+1) == cMonth {
		governed = true
	}
	if (w.at(i-1) == cTo || w.isMark(i-1, '-')) && (w.at(i-2) == cMonth || w.isYear(i-2)) {
		governed = true
	}
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

// endsRange reports whether the month at i ends an interval that a date in full
// opens: "from November 2018 to February".
func (w *Worker) endsRange(i int) bool {
	n := len(w.doc.Dates)
	return n > 0 && i > 1 && (w.at(i-1) == cTo || w.at(i-1) == cUntil || w.isMark(i-1, '-')) && w.told != 0 && w.toldAt == w.sent &&
		w.refU <= uMonth && w.ref.Known() && split(w.ref).year == w.told && w.doc.Dates[n-1].Span.End == int(w.items[i-2].end)
}

// named reports whether a capitalised word that is no part of a date stands at
// i, so that the word before it is likely the name of a person or a thing.
func (w *Worker) named(i int) bool {
	return i < len(w.items) && w.items[i].kind == kWord && w.items[i].flag&fCap != 0 && w.items[i].class == cNone
}

// year reads a bare year where it can be one, and "2014-16".
func (w *Worker) year(i int) (found, bool) {
	if y := w.olderYear(i); y > 0 {
		f := found{first: i, next: i + 1, unit: uYear, explicit: true}
		return f.between(dayOf(y, 1, 1), dayOf(y, 12, 31), "year, in a text that tells of such years"), true
	}
	if !w.isYear(i) || !w.yearHere(i) {
		if w.items[i].kind == kNumber && w.items[i].digits == 4 && w.decadeEnd(i+1) > 0 {
			return w.decade(i, int(w.items[i].val), w.decadeEnd(i+1))
		}
		return found{}, false
	}
	if n := w.decadeEnd(i + 1); n > 0 {
		return w.decade(i, int(w.items[i].val), n)
	}
	y := int(w.items[i].val)
	f := found{first: i, next: i + 1, unit: uYear, explicit: true}
	f = f.between(dayOf(y, 1, 1), dayOf(y, 12, 31), "year")
	if (w.isMark(i+1, '-') || w.isMark(i+1, '/')) && w.adjacent(i+1) && w.adjacent(i+2) {
		if s, ok := w.short(i + 2); ok && w.items[i+2].digits == 2 && s == (y+1)%100 || ok && w.isMark(i+1, '-') && s > y%100 && w.items[i+2].digits == 2 && !w.isMark(i+3, '-') {
			last := y/100*100 + s
			f.next, f.to, f.narrow = i+3, dayOf(last, 12, 31), true
			f.value = yearText(y) + "/" + yearText(last)
		}
	}
	return f, true
}

// olderYear returns the year of three figures at i, 0 for none: a text that told
// of a year before 1000 goes on with such years.
func (w *Worker) olderYear(i int) int {
	it := w.items[i]
	if w.told == 0 || w.told >= 1000 || !w.numberAt(i) || it.digits != 3 || it.flag&(fComma|fOrdinal) != 0 || it.val < 100 || w.counts(i+1) || w.at(i+1) == cUnit {
		return 0
	}
	switch w.at(i - 1) {
	case cPrep, cApprox, cSince, cUntil, cBy, cTo, cBetween, cOf, cAnd, cEarlier, cLater:
		return int(it.val)
	case cMark:
		if w.isMark(i-1, '-') || w.isMark(i-1, '(') {
			return int(it.val)
		}
	}
	return 0
}

// chained reports whether the number at i is one of three or more that hyphens
// join.
func (w *Worker) chained(i int) bool {
	n := 1
	for j := i; w.isMark(j-1, '-') && w.adjacent(j) && w.adjacent(j-1) && w.numberAt(j-2) && n < 3; j -= 2 {
		n++
	}
	for j := i; w.isMark(j+1, '-') && w.adjacent(j+1) && w.adjacent(j+2) && w.numberAt(j+2) && n < 3; j += 2 {
		n++
	}
	return n >= 3
}

// yearHere reports whether the number at i can be a year where it stands.
func (w *Worker) yearHere(i int) bool {
	v := w.items[i].val
	if i > 0 && w.adjacent(i) && w.items[i-1].kind == kMark {
		switch w.items[i-1].val {
		case '-', '/', '(', '[', '\'', '"', '~', '=':
		default:
			return false
		}
	}
	if w.chained(i) {
		return false // of a telephone number
	}
	if w.isMark(i+1, '.') && w.adjacent(i+1) && w.adjacent(i+2) && i+2 < len(w.items) || w.isMark(i+1, '%') {
		return false
	}
	switch w.at(i + 1) {
	case cCounted, cUnit, cAm, cHours, cZone:
		return false
	}
	switch w.at(i - 1) {
	case cPrep, cSince, cUntil, cBy, cTo, cBetween, cOf, cEarly, cMid, cLate, cThe, cA, cAnd, cThis, cMonth, cSeason, cFiscal, cEarlier, cLater:
		return v >= 1000 && (v >= 1600 || w.at(i-1) != cThe && w.at(i-1) != cA && w.at(i-1) != cAnd)
	case cMore, cThan, cApprox, cFew:
		return false
	case cMark:
		return v >= 1300 && (!w.isMark(i-1, '.') || i > 1 && w.items[i-2].kind == kWord && w.items[i-2].end-w.items[i-2].start <= 3)
	}
	return v >= 1900 && v <= 2060 && !w.lowerPlural(i+1)
}

// counts reports whether a lower-case word that is no part of the grammar
// stands at i: what a number may count.
func (w *Worker) counts(i int) bool {
	return i < len(w.items) && w.items[i].kind == kWord && w.items[i].flag&fCap == 0 && (w.items[i].class == cNone || w.items[i].class == cCounted)
}

// lowerPlural reports whether a lower-case word in -s stands at i: what a
// number counts.
func (w *Worker) lowerPlural(i int) bool {
	if i >= len(w.items) || w.items[i].kind != kWord || w.items[i].flag&fCap != 0 || w.items[i].class != cNone {
		return false
	}
	s := w.text[w.items[i].start:w.items[i].end]
	return len(s) > 3 && s[len(s)-1] == 's'
}
