package timex

import entente "github.com/entente-news/entente"

// readClock reads a time of day at i: 10:30, 10:30:05, 10.30am, 5 p.m., 5pm,
// 0440 GMT. It returns the item after it.
func (w *Worker) readClock(i int) (clock, int, bool) {
	h, ok := w.short(i)
	if i >= len(w.items) || w.items[i].kind != kNumber || w.items[i].flag&(fOrdinal|fComma) != 0 {
		return clock{}, i, false
	}
	c := clock{set: true, hour: h}
	j := i + 1
	switch {
	case !ok:
		return w.fourDigits(i)
	case w.isMark(j, ':') && w.adjacent(j) && w.adjacent(j+1):
		m, ok := w.short(j + 1)
		if !ok || m > 59 || w.items[j+1].digits != 2 {
			return clock{}, i, false
		}
		c.min, c.hasMin, j = m, true, j+2
		if s, ok := w.short(j + 1); ok && w.isMark(j, ':') && w.adjacent(j+1) && s <= 59 {
			c.sec, c.hasSec, j = s, true, j+2
		}
	case w.isMark(j, '.') && w.adjacent(j):
		m, ok := w.short(j + 1)
		if ok && m <= 59 && w.items[j+1].digits == 2 && w.amPm(j+2) > 0 {
			c.min, c.hasMin, j = m, true, j+2
		}
	}
	n := w.amPm(j)
	if n == 0 && !c.hasMin {
		return clock{}, i, false
	}
	if n > 0 {
		if c.hour > 12 && !c.hasMin || c.hour > 23 {
			return clock{}, i, false
		}
		if c.hour <= 12 {
			c.hour = c.hour%12 + int(w.items[j].val)
		}
		j += n
	}
	if c.hour > 24 {
		return clock{}, i, false
	}
	j = w.zone(&c, j)
	return c, j, true
}

// fourDigits reads "0440 GMT" and "0910 hours".
func (w *Worker) fourDigits(i int) (clock, int, bool) {
	it := w.items[i]
	c := clock{set: true, hour: int(it.val / 100), min: int(it.val % 100), hasMin: true}
	if it.digits != 4 || c.hour > 23 || c.min > 59 {
		return clock{}, i, false
	}
	if w.spells(i+1, "hours") || w.spells(i+1, "hrs") {
		return c, w.zone(&c, i+2), true
	}
	if w.at(i+1) != cZone {
		return clock{}, i, false
	}
	return c, w.zone(&c, i+1), true
}

// amPm returns the number of items that am or pm takes at i: "am", "p.m.",
// "p. m"; 0 for none. The value of item i is 0 or 12.
func (w *Worker) amPm(i int) int {
	if i >= len(w.items) {
		return 0
	}
	if w.at(i) == cAm && w.items[i].end-w.items[i].start == 2 {
		return 1
	}
	if !w.spells(i, "p") && !w.spells(i, "a") {
		return 0
	}
	if !w.isMark(i+1, '.') || !w.spells(i+2, "m") {
		if w.spells(i, "p") && w.adjacent(i) {
			return 1
		}
		return 0
	}
	if w.spells(i, "p") {
		w.items[i].val = 12
	} else {
		w.items[i].val = 0
	}
	if w.isMark(i+3, '.') && w.adjacent(i+3) {
		return 4
	}
	return 3
}

// zone reads a time zone at j, in brackets or not.
func (w *Worker) zone(c *clock, j int) int {
	for w.at(j) == cZone {
		c.zone, c.hasZone = int16(w.items[j].val), true //nolint:gosec // minutes of a day
		j++
		if h, ok := w.short(j + 1); ok && h <= 14 && c.zone == 0 && w.adjacent(j) && w.adjacent(j+1) && (w.isMark(j, '+') || w.isMark(j, '-')) {
			c.zone = int16(h * 60) //nolint:gosec // minutes of a day
			if w.isMark(j, '-') {
				c.zone = -c.zone
			}
			j += 2
			if w.isMark(j, ':') && w.adjacent(j+1) && w.at(j+1) == cNumber {
				j += 2
			}
		}
	}
	return j
}

// clockAhead reports whether a time of day stands at i.
func (w *Worker) clockAhead(i int) bool {
	_, _, ok := w.readClock(i)
	return ok
}

// clockFirst reads a time of day and the day that follows it: "8:30 p.m.
// Thursday", "12:45, Wednesday, 12 June 2013", "09:30 this morning".
func (w *Worker) clockFirst(i int) (found, bool) {
	f, ok := w.clockAlone(i)
	if !ok {
		return found{}, false
	}
	j := f.next
	for w.isMark(j, ',') || w.spells(j, "on") || w.isMark(j, '|') || w.isMark(j, '-') || w.isMark(j, '(') {
		j++
	}
	switch w.at(j) {
	case cDay, cWeekday, cMonth, cNumber, cOrdinal, cThis, cLast:
		if w.clockAhead(j) {
			return f, true
		}
		g, ok := w.point(j)
		if ok && g.unit == uDay && g.known && !g.clock.set {
			g = w.daypart(g)
			g.first, g.typ, g.clock, g.value, g.part = i, entente.TimeTime, f.clock, "", ""
			return g, true
		}
	}
	return f, true
}

// clockAlone reads a time of day and gives it the day last mentioned, the
// document's when that lies further back than the sentence before.
func (w *Worker) clockAlone(i int) (found, bool) {
	c, next, ok := w.readClock(i)
	if !ok {
		return found{}, false
	}
	f := found{first: i, next: next, unit: uDay, typ: entente.TimeTime, clock: c}
	switch {
	case w.refAt >= 0 && w.refU == uDay && w.sent-w.refAt <= 1:
		return f.on(w.ref, "time on the day last mentioned"), true
	case w.dct.Known():
		return f.on(w.dct, "time on the document's day"), true
	}
	f.why = "time of an unknown day"
	return f, true
}

// extend adds to a day what may follow it: a part of the day, a time of day, a
// date in brackets.
func (w *Worker) extend(f found) found {
	if f.unit != uDay || f.clock.set || f.floating {
		return f
	}
	f = w.daypart(f)
	f = w.bracketed(f)
	return w.timed(f)
}

// daypart adds "morning", "night" and the like to a day.
func (w *Worker) daypart(f found) found {
	j := f.next
	if f.part != "" || f.from != f.to {
		return f
	}
	if w.at(j) != cPart || w.items[j].flag&fPlural != 0 || w.isMark(j-1, '.') {
		return f
	}
	if f.known && !(f.value == "") {
		return f
	}
	f.typ, f.part, f.next = entente.TimeTime, parts[w.items[j].val], j+1
	if !f.known && f.value != "" {
		f.value += partValue(f.part)
	}
	return f
}

// bracketed takes the date in brackets behind a relative day as its value:
// "today (20 October 2011)".
func (w *Worker) bracketed(f found) found {
	if !w.isMark(f.next, '(') || f.part != "" || f.explicit {
		return f
	}
	g, ok := w.point(f.next + 1)
	if !ok || g.unit != uDay || !w.isMark(g.next, ')') || !g.known {
		return f
	}
	g.first, g.next = f.first, g.next+1
	return g
}

// timed adds a time of day behind a date: "June 9, 2021 at 6:40 PM".
func (w *Worker) timed(f found) found {
	if f.part != "" || f.from != f.to || !f.known || f.value != "" {
		return f
	}
	j := f.next
	for n := 0; n < 2; n++ {
		if w.isMark(j, ',') || w.at(j) == cApprox || w.isMark(j, '@') || w.isMark(j, '|') || w.isMark(j, '-') || w.spells(j, "at") || w.spells(j, "t") {
			j++
		}
	}
	c, next, ok := w.readClock(j)
	if !ok {
		return f
	}
	f.typ, f.clock, f.next = entente.TimeTime, c, next
	return f
}
