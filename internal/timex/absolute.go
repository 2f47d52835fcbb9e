package timex

import entente "github.com/entente-news/entente"

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
	if !ok || i > 1 && w.adjacent(i) && w.adjacent(i-1) && (w.isMark(i-1, '.') || w.isMark(i-1, ',')) && w.numberAt(i-2) {
		return found{}, false // "6,107.31 August 2019"
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
