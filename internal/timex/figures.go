package timex

import entente "github.com/entente-news/entente"

// septemberEleven is the day of the attacks of 2001.
const septemberEleven entente.Day = 11576

// figures reads the dates that are written in figures.
func (w *Worker) figures(i int) (found, bool) {
	if f, ok := w.slashed(i); ok {
		return f, true
	}
	if f, ok := w.compact(i); ok {
		return f, true
	}
	if f, ok := w.yearMonth(i); ok {
		return f, true
	}
	return w.monthSlashDay(i)
}

// iso reads 2024-05-16, with a time of day behind.
func (w *Worker) iso(i int) (found, bool) {
	if !w.isYear(i) || !w.slashes(i) {
		return found{}, false
	}
	m, ok1 := w.short(i + 2)
	if w.at(i+2) == cMonth {
		m, ok1 = int(w.items[i+2].val), true
	}
	d, ok2 := w.short(i + 4)
	y := int(w.items[i].val)
	if !ok1 || !ok2 || !isDate(y, m, d) {
		return found{}, false
	}
	f := found{first: i, next: i + 5, unit: uDay, explicit: true}
	return f.on(dayOf(y, m, d), "date in full"), true
}

// slashed reads 05/16/2024, 16/05/2024, 16.05.2024 and 5-16-2024. Where both
// orders are dates, the one nearer to the document's day is taken, month first
// when that does not decide.
func (w *Worker) slashed(i int) (found, bool) {
	a, ok1 := w.short(i)
	b, ok2 := w.short(i + 2)
	if !ok1 || !ok2 || i+4 >= len(w.items) || w.items[i+4].kind != kNumber || !w.slashes(i) || w.chained(i) && w.isMark(i-1, '-') && w.isMark(i+1, '-') {
		return found{}, false
	}
	y := int(w.items[i+4].val)
	switch w.items[i+4].digits {
	case 2:
		y = w.century(y)
	case 4:
	default:
		return found{}, false
	}
	f := found{first: i, next: i + 5, unit: uDay, explicit: true}
	us, eu := isDate(y, a, b), isDate(y, b, a)
	switch {
	case us && eu:
		d, e := dayOf(y, a, b), dayOf(y, b, a)
		if w.dct.Known() && distance(e, w.dct) < distance(d, w.dct) || !w.dct.Known() && w.isMark(i+1, '.') {
			return f.on(e, "date in figures, day first"), true
		}
		return f.on(d, "date in figures, month first"), true
	case us:
		return f.on(dayOf(y, a, b), "date in figures, month first"), true
	case eu:
		return f.on(dayOf(y, b, a), "date in figures, day first"), true
	}
	return found{}, false
}

// slashes reports whether the marks of a date in figures stand at i+1 and i+3.
func (w *Worker) slashes(i int) bool {
	for _, r := range [...]rune{'/', '.', '-'} {
		if w.isMark(i+1, r) && w.isMark(i+3, r) && w.adjacent(i+1) && w.adjacent(i+3) && (r == '.' || w.adjacent(i+2) && w.adjacent(i+4)) {
			return true
		}
	}
	return false
}

// compact reads 20240516.
func (w *Worker) compact(i int) (found, bool) {
	it := w.items[i]
	y, m, d := int(it.val/10000), int(it.val/100%100), int(it.val%100)
	if it.digits != 8 || it.flag&(fComma|fOrdinal) != 0 || y < 1900 || y > 2100 || !isDate(y, m, d) {
		return found{}, false
	}
	f := found{first: i, next: i + 1, unit: uDay, explicit: true}
	return f.on(dayOf(y, m, d), "date in figures"), true
}

// yearMonth reads 2015-03 where it can be no run of years, and 2017 Q1,
// 2017-H2 and "2017 April".
func (w *Worker) yearMonth(i int) (found, bool) {
	if !w.isYear(i) || i > 0 && w.isMark(i-1, '-') && w.adjacent(i) {
		return found{}, false
	}
	j, y := i+1, int(w.items[i].val)
	hyphen := w.isMark(j, '-') && w.adjacent(j) && w.adjacent(j+1)
	if hyphen {
		j++
	}
	f := found{first: i, next: j + 1, explicit: true}
	switch {
	case w.at(j) == cQ || w.halfSign(j):
		n, ok := w.short(j + 1)
		if !ok || !w.adjacent(j+1) || n < 1 || n > 4 || w.halfSign(j) && n > 2 {
			return found{}, false
		}
		f.next, f.unit = j+2, uQuarter
		months := 3
		if w.halfSign(j) {
			f.unit, months = uHalf, 6
		}
		m := (n-1)*months + 1
		return f.between(dayOf(y, m, 1), monthEnd(y, m+months-1), "part of a year"), true
	case w.at(j) == cMonth && !w.spells(j, "may") && !w.dayNumber(j+1) && (hyphen || !w.isYear(j+1)):
		m := int(w.items[j].val)
		f.unit = uMonth
		return f.between(dayOf(y, m, 1), monthEnd(y, m), "month and year"), true
	}
	m, ok := w.short(j)
	if !hyphen || !ok || m < 1 || m > 12 || m > y%100 || w.isMark(j+1, '-') && w.adjacent(j+1) || m == (y+1)%100 {
		return found{}, false
	}
	f.unit = uMonth
	return f.between(dayOf(y, m, 1), monthEnd(y, m), "year and month in figures"), true
}

// halfSign reports whether the H of H1 or H2 stands at i.
func (w *Worker) halfSign(i int) bool {
	return w.spells(i, "h") && w.items[i].flag&fCap != 0 && w.numberAt(i+1) && w.adjacent(i+1)
}

// monthSlashDay reads 7/6 and 11/20 without a year, where a word before says
// that it is a date, and 9/11, which is a day of its own.
func (w *Worker) monthSlashDay(i int) (found, bool) {
	a, ok1 := w.short(i)
	b, ok2 := w.short(i + 2)
	if !ok1 || !ok2 || !w.isMark(i+1, '/') || !w.adjacent(i+1) || !w.adjacent(i+2) || !isDate(2000, a, b) || w.items[i].flag&fOrdinal != 0 || w.counts(i+3) && w.at(i-1) != cWeekday || w.at(i+3) == cUnit || w.at(i+3) == cOf {
		return found{}, false
	}
	if (w.isMark(i+3, '/') || w.isMark(i+3, '.')) && w.adjacent(i+3) && w.adjacent(i+4) && w.numberAt(i+4) {
		return found{}, false
	}
	f := found{first: i, next: i + 3, unit: uDay}
	dated := w.at(i-1) == cWeekday || w.spells(i-1, "on") || w.at(i-1) == cThis || w.at(i-1) == cNext || w.at(i-1) == cUntil || w.at(i-1) == cSince || w.at(i-1) == cBy ||
		w.isMark(i+3, '-') && w.numberAt(i+4) && w.isMark(i+5, '/') && w.numberAt(i+6) || w.isMark(i-1, '-') && w.isMark(i-3, '/')
	if a == 9 && b == 11 && !dated && (!w.dct.Known() || w.dct >= septemberEleven) {
		f.explicit = true
		return f.on(septemberEleven, "day known by its figures"), true
	}
	if !dated && !(b > 12 && b != 20 && b != 24 && b != 16) {
		return found{}, false
	}
	return w.yearless(f, a, [2]int{b, 0})
}
