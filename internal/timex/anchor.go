package timex

import entente "github.com/entente-news/entente"

// fromDate reads the date that a length is counted from: "three weeks from
// tomorrow", "two days before Christmas", "a day after Monday's vote". A length
// of days and weeks from a day is a day.
func (w *Worker) fromDate(f found, n float64, u unit) (found, bool) {
	j, dir := f.next, 1
	switch {
	case w.spells(j, "before") || w.spells(j, "prior") && w.spells(j+1, "to"):
		dir = -1
	case w.spells(j, "after"), w.spells(j, "from"), w.spells(j, "following"):
	default:
		return f, false
	}
	if n <= 0 || n > 5000 || n != float64(int(n)) || u < uDay || w.ahead || w.spells(f.first-1, "for") {
		return f, false
	}
	if w.spells(j, "prior") {
		j++
	}
	g, ok := w.lookahead(j + 1)
	if !ok || !g.known || !g.from.Known() || g.clock.set || g.floating || g.typ != entente.TimeDate || g.unit != uDay && u < g.unit {
		return f, false
	}
	f.typ, f.floating, f.value, f.next, f.unit = entente.TimeDate, false, "", g.next, u
	anchor := g.from
	if dir > 0 {
		anchor = g.to
	}
	d := u.shift(anchor, dir*int(n))
	if split(d).year < 1 {
		return f, false
	}
	if u <= uFortnight && g.from == g.to {
		f.unit = uDay
	}
	if u >= uDecade {
		f.unit = uYear
	}
	from, to := f.unit.span(d)
	return f.between(from, to, "counted from the date named"), true
}

// lookahead reads a point at i, behind an article or not, without looking
// ahead again: what stands further on is read once.
func (w *Worker) lookahead(i int) (found, bool) {
	if w.ahead {
		return found{}, false
	}
	w.ahead = true
	if w.at(i) == cThe {
		i++
	}
	f, ok := w.point(i)
	w.ahead = false
	return f, ok
}

// yearAhead returns the year that the second end of an interval names for the
// first, which ends before item i: "from May to October 2020".
func (w *Worker) yearAhead(i int) (found, bool) {
	if w.at(i) != cTo && !w.isMark(i, '-') && w.at(i) != cUntil && w.at(i) != cAnd || w.at(i) == cAnd && !w.spells(i, "and") {
		return found{}, false
	}
	g, ok := w.lookahead(i + 1)
	return g, ok && g.explicit && g.known && (g.unit == uDay || g.unit == uMonth)
}

// dayOfMonth reads "the 4th" and "the 21st of this month": a day of the month
// last spoken of, or of the document's.
func (w *Worker) dayOfMonth(i int) (found, bool) {
	j := i + 1
	d, ok := w.dayAt(j)
	if !ok || w.at(j) != cOrdinal {
		return found{}, false
	}
	f := found{first: i, next: j + 1, unit: uDay}
	k := j + 1
	if w.spells(k, "day") {
		k++
	}
	if w.at(k) == cOf {
		k++
	}
	if k > j+1 || w.at(k) == cThis {
		switch {
		case w.at(k) == cThe && w.isUnit(k+1, uMonth):
			return w.monthsDay(f, k+2, 0, d)
		case (w.at(k) == cThis || w.at(k) == cNext || w.at(k) == cLast) && w.isUnit(k+1, uMonth):
			return w.monthsDay(f, k+2, w.step(k), d)
		}
	}
	switch w.at(i - 1) {
	case cPrep, cBy, cUntil, cSince:
	default:
		return found{}, false
	}
	if w.spells(i-1, "in") || w.spells(i-1, "at") || w.spells(i-1, "for") || w.spells(i-1, "into") || w.spells(i-1, "over") || w.items[j].kind == kWord && d < 13 {
		return found{}, false
	}
	switch w.at(j + 1) {
	case cMark, cAnd, cBetween, cPrep:
	default:
		if j+1 < len(w.items) {
			return found{}, false
		}
	}
	return w.monthsDay(f, j+1, 0, d)
}

// monthsDay resolves day d of the document's month, moved by step months.
func (w *Worker) monthsDay(f found, next, step, d int) (found, bool) {
	f.next = next
	if !w.dct.Known() {
		if step == 0 {
			f.value = "XXXX-XX-" + twoDigits(d)
		}
		f.why = "day of a month that is not named"
		return f, true
	}
	s := split(addMonths(w.dct, step))
	if w.refAt >= 0 && w.refU <= uMonth && step == 0 && w.ref.Known() {
		s = split(w.ref)
	}
	if !isDate(s.year, s.month, d) {
		return found{}, false
	}
	return f.on(dayOf(s.year, s.month, d), "day of the month at hand"), true
}

func twoDigits(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) } //nolint:gosec // digits

// numbered reads the day of the month behind a weekday: "Friday the 26th",
// "Monday 21". The day must fit the weekday within two months.
func (w *Worker) numbered(i, wd int) (found, bool) {
	j := w.afterAbbr(i)
	the := w.at(j) == cThe
	if the {
		j++
	}
	d, ok := w.dayAt(j)
	if !ok || w.at(j) == cNumber && (the || w.items[j].kind == kWord) || w.counts(j+1) || w.at(j+1) == cUnit || w.fraction(j+1) || w.at(j+1) == cOf || w.clockAhead(j) || w.at(j+1) == cMonth || w.isMark(j+1, '-') || w.isMark(j+1, '/') {
		return found{}, false
	}
	f := found{first: i, next: j + 1, unit: uDay}
	if !w.dct.Known() {
		f.value, f.why = weekdayPattern(wd), "weekday, and the document has no date"
		return f, true
	}
	s := split(w.dct)
	best := entente.NoDay
	for m := -2; m <= 2; m++ {
		first := split(dayOf(s.year, s.month+m, 1))
		if !isDate(first.year, first.month, d) {
			continue
		}
		if c := dayOf(first.year, first.month, d); weekday(c) == wd && (best == entente.NoDay || distance(c, w.dct) < distance(best, w.dct)) {
			best = c
		}
	}
	if best == entente.NoDay {
		return found{}, false
	}
	return f.on(best, "weekday and day of the month"), true
}
