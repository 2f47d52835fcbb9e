package timex

import "fmt"

// decadeEnd returns the number of items that the "s" of a decade takes at i:
// "1990s", "1990's"; 0 when there is none.
func (w *Worker) decadeEnd(i int) int {
	if w.spells(i, "s") && (w.adjacent(i) || w.items[i-1].val%10 == 0 && w.items[i].flag&fCap == 0) {
		return 1
	}
	if w.isMark(i, '\'') && w.adjacent(i) && w.spells(i+1, "s") && w.adjacent(i+1) && w.items[i-1].val%10 == 0 {
		return 2
	}
	return 0
}

// decade resolves the decade of year y.
func (w *Worker) decade(i, y, ending int) (found, bool) {
	if y < 1000 || y > 2190 || y%10 != 0 {
		return found{}, false
	}
	f := found{first: i, next: i + 1 + ending, unit: uDecade}
	if y%100 == 0 && y < 2000 && (w.at(i-1) < cEarly || w.at(i-1) > cLate) {
		f.unit = uCentury
	}
	from, to := f.unit.span(dayOf(y, 1, 1))
	return f.between(from, to, "decade or century"), true
}

// decadeWord reads "nineties", of the last century that had them.
func (w *Worker) decadeWord(i int) (found, bool) {
	if w.at(i-1) != cThe && w.at(i-1) != cEarly && w.at(i-1) != cMid && w.at(i-1) != cLate && !w.isMark(i-1, '-') {
		return found{}, false
	}
	if w.at(i-2) == cPrep && w.spells(i-1, "his") {
		return found{}, false
	}
	return w.decade(i, 1900+int(w.items[i].val), 0)
}

// shortYear reads "'90s" and "'68".
func (w *Worker) shortYear(i int) (found, bool) {
	v, ok := w.short(i + 1)
	if !w.isMark(i, '\'') || !ok || w.items[i+1].digits != 2 || !w.adjacent(i+1) || i > 0 && w.adjacent(i) {
		return found{}, false
	}
	if n := w.decadeEnd(i + 2); n > 0 {
		f, ok := w.decade(i+1, 1900+v, n)
		f.first = i
		return f, ok
	}
	switch w.at(i - 1) {
	case cPrep, cSince, cUntil, cBy, cMonth:
	default:
		return found{}, false
	}
	y := w.century(v)
	f := found{first: i, next: i + 2, unit: uYear, explicit: true}
	return f.between(dayOf(y, 1, 1), dayOf(y, 12, 31), "year of two figures"), true
}

// ordinal reads "21st century", "first quarter", "second half of 2023", "first
// Monday of May", "third week of May".
func (w *Worker) ordinal(i int) (found, bool) {
	it := w.items[i]
	if it.class != cOrdinal || it.val < 1 || it.val > 31 {
		return found{}, false
	}
	n, j := int(it.val), i+1
	if w.isMark(j, '-') {
		j++
	}
	if f, ok := w.weekInside(i, j, n); ok {
		return f, true
	}
	switch {
	case w.at(j) == cCentury:
		f := found{first: i, next: j + 1, unit: uCentury}
		y := 100 * (n - 1)
		if w.at(f.next) == cEra && w.items[f.next].val < 0 {
			f.next++
			f.value, f.why = fmt.Sprintf("BC%02dXX", n-1), "century before the era"
			return f, true
		}
		if y == 0 {
			return found{}, false
		}
		return f.between(dayOf(y, 1, 1), dayOf(y+99, 12, 31), "century"), true
	case w.isUnit(j, uQuarter) && n <= 4:
		return w.portion(found{first: i, next: j + 1, unit: uQuarter}, n)
	case w.at(j) == cHalf && n <= 2:
		return w.portion(found{first: i, next: j + 1, unit: uHalf}, n)
	case w.at(j) == cWeekday && (w.at(j+1) == cOf || w.at(j+1) == cPrep) && n <= 5:
		if c := w.at(j + 2); c != cMonth && c != cNext && c != cLast && c != cThis {
			return found{}, false
		}
		m, ok := w.point(j + 2)
		if !ok || m.unit != uMonth || !m.known {
			return found{}, false
		}
		s := split(m.from)
		d := nthWeekday(s.year, s.month, int(w.items[j].val), n)
		f := found{first: i, next: m.next, unit: uDay}
		return f.on(d, "weekday of a month"), d <= m.to
	}
	return found{}, false
}

func (w *Worker) isUnit(i int, u unit) bool {
	return w.at(i) == cUnit && unit(w.items[i].val) == u //nolint:gosec // a unit
}

// portion resolves the n-th quarter or half of the year that follows, or of
// the year that makes it the last one begun before the document's day.
func (w *Worker) portion(f found, n int) (found, bool) {
	months := 3
	if f.unit == uHalf {
		months = 6
	}
	y, j := 0, f.next
	if w.at(j) == cOf || w.at(j) == cPrep || w.isMark(j, ',') {
		j++
	}
	if w.at(j) == cThe {
		j++
	}
	if w.at(j) == cFiscal {
		j++
	}
	switch {
	case w.isYear(j):
		y, f.next, f.explicit = int(w.items[j].val), j+1, true
	case (w.at(j) == cLast || w.at(j) == cThis || w.at(j) == cNext) && w.isUnit(j+1, uYear) && w.dct.Known():
		y, f.next = split(w.dct).year+w.step(j), j+2
	case f.unit == uHalf && j > f.next:
		return found{}, false // "the first half of the match"
	case !w.dct.Known():
		f.value = fmt.Sprintf("XXXX-%c%d", "QH"[months/6], n)
		f.why = "no year, and the document has no date"
		return f, true
	default:
		now := split(w.dct)
		y = now.year
		if (n-1)*months+1 > now.month && w.direction(f.first, f.next) <= 0 {
			y--
		}
	}
	m := (n-1)*months + 1
	return f.between(dayOf(y, m, 1), monthEnd(y, m+months-1), "part of a year"), true
}

// quarterSign reads "Q1 2024" and "Q1".
func (w *Worker) quarterSign(i int) (found, bool) {
	n, ok := w.short(i + 1)
	if !ok || n < 1 || n > 4 || !w.adjacent(i+1) {
		return found{}, false
	}
	return w.portion(found{first: i, next: i + 2, unit: uQuarter}, n)
}

// fiscal reads "fiscal 2023" and "fiscal year 2023-24".
func (w *Worker) fiscal(i int) (found, bool) {
	j := i + 1
	if w.isUnit(j, uYear) {
		j++
	}
	if !w.isYear(j) {
		return found{}, false
	}
	f, ok := w.year(j)
	f.first, f.why = i, "fiscal year, its days those of the calendar year"
	if f.value == "" {
		f.value = "FY" + yearText(split(f.from).year)
	}
	return f, ok
}

// season reads "spring 2020", "the summer of 2020", "summer".
func (w *Worker) season(i int) (found, bool) {
	it := w.items[i]
	s, j := int(it.val), i+1
	if w.at(j) == cOf || w.isMark(j, ',') {
		j++
	}
	f := found{first: i, next: i + 1, unit: uSeason}
	if w.isYear(j) {
		f.next, f.explicit = j+1, true
		return f.inSeason(int(w.items[j].val), s, "season of a year"), true
	}
	if it.flag&fPlural != 0 && it.flag&fCap == 0 {
		f.value, f.why = "XXXX-"+seasons[s], "every year"
		return f, w.at(i-1) == cPrep || w.at(i-1) == cThe && w.at(i-2) == cPrep
	}
	if it.flag&(fAmbig|fPlural) != 0 || it.flag&fCap != 0 && i > 0 {
		return found{}, false
	}
	switch w.at(i - 1) {
	case cThe:
		if s == 0 && (w.at(i-2) != cPrep && w.at(i-2) != cSince && w.at(i-2) != cUntil && w.at(i-2) != cBy && w.at(i-2) != cOf || w.spells(i-2, "on") || w.spells(i-2, "at") || w.spells(i-2, "over")) {
			return found{}, false // a source of water
		}
	case cPrep, cSince, cUntil, cBy, cEarly, cMid, cLate:
	default:
		return found{}, false
	}
	if s == 0 && (w.spells(i+1, "at") || w.spells(i+1, "above") || w.spells(i+1, "below") || w.spells(i+1, "tide") || w.spells(i+1, "water")) {
		return found{}, false
	}
	if w.habit(f.first, f.next) || w.generic(f.first, f.next) {
		f.value, f.why = "XXXX-"+seasons[s], "every year: the clause tells what is so at any time"
		return f, true
	}
	if !w.dct.Known() {
		f.value, f.why = "XXXX-"+seasons[s], "no year, and the document has no date"
		return f, true
	}
	y := split(w.dct).year
	from, to := seasonOf(y, s)
	switch dir := w.direction(f.first, f.next); {
	case dir <= 0 && from > w.dct:
		y--
	case dir > 0 && to < w.dct:
		y++
	}
	return f.byTense().inSeason(y, s, "season nearest to the document's day"), true
}
