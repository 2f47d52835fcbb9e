package timex

import entente "github.com/entente-news/entente"

// deictic reads last, next, this, the same and that with what follows.
func (w *Worker) deictic(i int) (found, bool) {
	j := i + 1
	f := found{first: i, next: j + 1}
	switch w.at(j) {
	case cUnit:
		return w.deicticUnit(i, f)
	case cWeekday:
		return w.deicticWeekday(i, f)
	case cMonth:
		return w.deicticMonth(i, f)
	case cSeason:
		return w.deicticSeason(i, f)
	case cPart:
		return w.deicticPart(i, f)
	case cHoliday:
		h, ok := w.holiday(j)
		h.first = i
		return h, ok
	case cFiscal:
		if w.isUnit(j+1, uYear) {
			f.next++
			g, ok := w.deicticUnit(i, f)
			if ok && g.known && g.typ == entente.TimeDate {
				g.value = "FY" + yearText(split(g.from).year)
			}
			return g, ok
		}
	case cNumber, cFew, cCouple, cA:
		return w.deicticLength(i)
	case cEarly, cMid, cLate:
	}
	return found{}, false
}

// step is -1, 0 or 1 for last, this and next.
func (w *Worker) step(i int) int {
	switch w.at(i) {
	case cLast:
		return -1
	case cNext:
		return 1
	}
	return 0
}

// anaphoric reports whether the word at i points at the day last mentioned.
func (w *Worker) anaphoric(i int) bool {
	for _, s := range [...]string{"following", "previous", "preceding", "subsequent", "same", "that"} {
		if w.spells(i, s) {
			return true
		}
	}
	return false
}

// deicticUnit reads "last week", "this year", "the following day", "that day".
func (w *Worker) deicticUnit(i int, f found) (found, bool) {
	it := w.items[f.next-1]
	u, n := unit(it.val), w.step(i) //nolint:gosec // a unit
	if u == uQuarter && w.at(f.next) == cOf && w.at(f.next+1) == cA && w.isUnit(f.next+2, uHour) {
		f.next += 3
		f.typ, f.floating, f.value, f.why = entente.TimeDuration, true, length(15, uMinute), "length of time"
		return f, true
	}
	plural := w.text[it.end-1] == 's'
	switch {
	case plural && n != 0 && w.at(i-1) == cThe:
		g := w.stretch(f, 0, u, n > 0)
		g.value = length(-1, u)
		return g, u >= uDay
	case plural || u < uDay:
		return found{}, false
	case w.spells(i, "that") && !w.thatUnit(i, f.next):
		return found{}, false
	case u == uWeekend:
		return w.deicticWeekend(n, f), true
	case u == uDay && n == -1 && w.spells(i, "last"), u == uDay && n == -1 && w.spells(i, "past"):
		return found{}, false
	}
	if n < 0 && w.spells(i, "last") {
		if g, ok := w.weekInside(i, i+1, -1); ok {
			return g, true
		}
	}
	if u == uDay && n == 0 && w.spells(i-1, "to") { // "to this day"
		f.value, f.why = "PRESENT_REF", "to this day"
		return f, true
	}
	back := w.anaphoric(i) || u == uDay && n != 0
	f = w.moved(f, n, u, back)
	if g, ok := w.inWeek(f); ok {
		return g, true
	}
	return f, true
}

// thatUnit reports whether "that" before a unit is a determiner: after a
// preposition or "later", or with a mark behind.
func (w *Worker) thatUnit(i, next int) bool {
	switch w.at(i - 1) {
	case cPrep, cSince, cUntil, cBy, cOf, cLater, cEarlier, cMark:
		return true
	}
	switch w.at(next) {
	case cMark, cPast, cFuture, cIs:
		return true
	}
	return next >= len(w.items) || i == 0
}

// deicticWeekend reads last, this and next weekend.
func (w *Worker) deicticWeekend(n int, f found) found {
	f.unit = uWeekend
	switch {
	case !w.dct.Known():
		f.why = "relative, and the document has no date"
		return f
	case n == 0:
		g := w.weekend(f)
		if w.direction(f.first, f.next) == 0 {
			sat := weekStart(w.dct) + 5
			return f.between(sat, sat+1, "weekend of the document's week")
		}
		return g
	case n < 0:
		sat := onWeekday(w.dct-2, 6, -1)
		return f.between(sat, sat+1, "weekend before the document's day")
	}
	sat := weekStart(w.dct) + 12
	if weekday(w.dct) >= 1 && weekday(w.dct) <= 3 {
		sat = weekStart(w.dct) + 5
	}
	return f.between(sat, sat+1, "weekend after the document's day")
}

// deicticWeekday reads "last Friday", "this Monday", "next Tuesday".
func (w *Worker) deicticWeekday(i int, f found) (found, bool) {
	wd, n := int(w.items[i+1].val), w.step(i)
	f.unit = uDay
	if !w.dct.Known() {
		f.value, f.why = weekdayPattern(wd), "relative, and the document has no date"
		return f, true
	}
	switch {
	case n > 0 && w.at(i-1) == cThe && w.spells(i, "next"):
		return f.on(onWeekday(w.ref+1, wd, 1), "weekday after the day last mentioned"), true
	case w.anaphoric(i) && n < 0:
		return f.on(onWeekday(w.ref-1, wd, -1), "weekday before the day last mentioned"), true
	case w.anaphoric(i) && n > 0:
		return f.on(onWeekday(w.ref+1, wd, 1), "weekday after the day last mentioned"), true
	case n < 0:
		d := onWeekday(w.dct-1, wd, -1)
		if weekStart(d) == weekStart(w.dct) && w.spells(i, "last") {
			return f.on(d-7, "weekday of the week before: this week's would be named without \"last\""), true
		}
		return f.on(d, "last such weekday before the document's day"), true
	case n > 0:
		d := onWeekday(w.dct+1, wd, 1)
		if d-w.dct <= soon && weekStart(d) == weekStart(w.dct) && w.spells(i, "next") {
			return f.on(d+7, "weekday of the week after: this week's would be named without \"next\""), true
		}
		return f.on(d, "next such weekday after the document's day"), true
	}
	d := weekStart(w.dct) + entente.Day((wd+6)%7)
	if dir := w.direction(f.first, f.next); dir < 0 && d > w.dct {
		d -= 7
	} else if dir >= 0 && d < w.dct && dir > 0 {
		d += 7
	}
	return f.byTense().on(d, "weekday of the document's week"), true
}

// soon is how many days ahead a weekday is told without "next", or as
// "tomorrow".
const soon = 2

// deicticMonth reads "last May", "next September", "this June".
func (w *Worker) deicticMonth(i int, f found) (found, bool) {
	m, n := int(w.items[i+1].val), w.step(i)
	f.unit = uMonth
	if !w.dct.Known() {
		f.value, f.why = pattern(m, 0), "relative, and the document has no date"
		return f, true
	}
	now := split(w.dct)
	y := now.year
	switch {
	case n < 0 && m >= now.month:
		y--
	case n > 0 && m <= now.month:
		y++
	}
	return f.between(dayOf(y, m, 1), monthEnd(y, m), "month next to the document's"), true
}

// deicticSeason reads "last summer", "this winter", "next spring".
func (w *Worker) deicticSeason(i int, f found) (found, bool) {
	s, n := int(w.items[i+1].val), w.step(i)
	if w.items[i+1].flag&fPlural != 0 {
		return found{}, false
	}
	f.unit = uSeason
	if !w.dct.Known() {
		f.value, f.why = "XXXX-"+seasons[s], "relative, and the document has no date"
		return f, true
	}
	y := split(w.dct).year
	from, to := seasonOf(y, s)
	switch {
	case n < 0 && to >= w.dct:
		y--
	case n > 0 && from <= w.dct:
		y++
	case n == 0 && s == 3 && split(w.dct).month <= 3:
		y--
	}
	return f.inSeason(y, s, "season next to the document's day"), true
}

// seasonOf returns the months of a season in the north: spring is March to
// May, winter December to February of the year after.
func seasonOf(y, s int) (from, to entente.Day) {
	m := 3 + 3*s
	return dayOf(y, m, 1), monthEnd(y, m+2)
}

// inSeason resolves f to a season.
func (f found) inSeason(y, s int, why string) found {
	f.unit = uSeason
	from, to := seasonOf(y, s)
	f = f.between(from, to, why)
	f.value = yearText(y) + "-" + seasons[s]
	return f
}

// deicticPart reads "last night", "this morning", "that evening".
func (w *Worker) deicticPart(i int, f found) (found, bool) {
	n := w.step(i)
	it := w.items[i+1]
	if n < 0 && !w.spells(i, "last") && !w.spells(i, "previous") || it.flag&fPlural != 0 || it.val > 5 {
		return found{}, false
	}
	if w.spells(i, "that") && !w.thatUnit(i, f.next) {
		return found{}, false
	}
	f.typ, f.part = entente.TimeTime, parts[it.val]
	return w.moved(f, n, uDay, w.anaphoric(i) || n > 0), true
}

// deicticLength reads "the past three years", "next few days".
func (w *Worker) deicticLength(i int) (found, bool) {
	q, ok := w.quantity(i + 1)
	if !ok || w.at(q.next) != cUnit {
		return found{}, false
	}
	if w.step(i) == 0 && !w.spells(i, "this") {
		return found{}, false
	}
	u := unit(w.items[q.next].val) //nolint:gosec // a unit
	f := found{first: i, next: q.next + 1}
	n := 0
	if q.n == float64(int(q.n)) {
		n = int(q.n)
	}
	g := w.stretch(f, n, u, w.step(i) > 0)
	g.value = length(q.n, u)
	if w.at(g.next) == cOf || w.anaphoric(i) && w.refAt >= 0 {
		g.known = false
	}
	return g, true
}
