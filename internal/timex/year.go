package timex

import (
	"fmt"
	"strconv"
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

// era reads years that an era goes with: "AD 842", "347 AD", "400 BC", "5000
// BCE", "c. 347", "the year 71". Years before the era have the TIMEX2 value
// BC0400 and no interval: days are counted from the year 1 on.
func (w *Worker) era(i int) (found, bool) {
	j := i
	lead := w.at(j) == cEra
	if lead {
		j++
	}
	if !w.numberAt(j) || w.items[j].flag&(fComma|fOrdinal) != 0 || w.items[j].digits > 4 || w.items[j].val < 1 {
		return found{}, false
	}
	y := int(w.items[j].val)
	f := found{first: i, next: j + 1, unit: uYear, explicit: true}
	switch {
	case lead && w.spells(i, "ad"):
	case lead:
		return found{}, false
	case w.at(j+1) == cEra:
		f.next++
		if w.items[j+1].val < 0 {
			f.explicit = false
			f.value, f.why = fmt.Sprintf("BC%04d", y), "year before the era"
			return f, true
		}
	case w.spells(i-1, "year") && w.items[j].digits < 4 && (w.spells(i-2, "the") || w.spells(i-2, "in")),
		w.items[j].digits == 3 && w.isMark(i-1, '.') && (w.spells(i-2, "c") || w.spells(i-2, "ca")):
	default:
		return found{}, false
	}
	return f.between(dayOf(y, 1, 1), dayOf(y, 12, 31), "year of the era"), true
}
