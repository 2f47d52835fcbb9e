package timex

import entente "github.com/entente-news/entente"

// readTimes reads a time of day or two that make an interval: "9 a.m. to
// 5 p.m.", "between 2 and 4 p.m.", "19:00 - 21:00", "4:00 to 7 o'clock". A bare
// hour counts only beside a time that says what it is.
func (w *Worker) readTimes(i int) (c, till clock, next int, ok bool) {
	c, next, ok = w.readClock(i)
	if !ok {
		return w.bareFirst(i)
	}
	j, linked := w.link(i, next)
	if !linked {
		return c, till, next, true
	}
	if d, k, ok := w.readClock(j); ok && !(d.half && c.hasMin && !c.half && c.hour > 12) {
		c, d = sameHalf(c, d)
		return c, d, k, true
	}
	h, ok := w.short(j)
	if !ok || h < 1 || h > 12 || w.fraction(j+1) || !w.spells(i-1, "from") && !w.spells(i-1, "between") && w.at(j+1) != cDay {
		return c, till, next, true
	}
	c, d := sameHalf(c, clock{set: true, hour: h})
	return c, d, j + 1, true
}

// bareFirst reads an interval whose first hour is bare: "5 to 6 p.m.".
func (w *Worker) bareFirst(i int) (c, till clock, next int, ok bool) {
	if i < 0 || i >= len(w.items) || w.at(i) != cNumber || w.items[i].val < 1 || w.items[i].val > 12 || w.items[i].flag&(fOrdinal|fComma) != 0 {
		return c, till, i, false
	}
	c = clock{set: true, hour: int(w.items[i].val)}
	j := i + 1
	if m, ok := w.short(j + 1); ok && w.isMark(j, '.') && w.adjacent(j) && w.items[j+1].digits == 2 && m < 60 {
		c.min, c.hasMin, j = m, true, j+2 // "9.30-4.30pm"
	}
	k, linked := w.link(i, j)
	if !linked {
		return c, till, i, false
	}
	d, next, ok := w.readClock(k)
	if !ok || !d.half && !w.spells(i-1, "from") && !w.spells(i-1, "between") {
		return c, till, i, false
	}
	c, d = sameHalf(c, d)
	return c, d, next, true
}

// link returns the item after the word that joins the time at first, which
// ends before item j, to a second one.
func (w *Worker) link(first, j int) (int, bool) {
	switch {
	case w.at(j) == cTo, w.isMark(j, '-'), w.isMark(j, '~'), w.spells(j, "until"), w.spells(j, "till"), w.spells(j, "through"):
		return j + 1, true
	case w.spells(j, "and") && w.spells(first-1, "between"):
		return j + 1, true
	}
	return j, false
}

// fraction reports whether what follows an hour makes it another number.
func (w *Worker) fraction(j int) bool {
	return (w.isMark(j, '.') || w.isMark(j, ':') || w.isMark(j, ',')) && w.adjacent(j) && w.adjacent(j+1) && w.numberAt(j+1) || w.isMark(j, '%')
}

// sameHalf gives a time without am and pm the half of the day of the other, so
// that the interval is not longer than need be.
func sameHalf(c, d clock) (clock, clock) {
	switch {
	case d.half && !c.half && c.hour <= 12:
		c.half = true
		if c.hour %= 12; d.hour >= 12 && (c.hour+12)*60+c.min < d.hour*60+d.min {
			c.hour += 12
		}
	case c.half && !d.half && d.hour <= 12:
		d.half = true
		if d.hour %= 12; d.hour*60+d.min <= c.hour*60+c.min {
			d.hour += 12
		}
	}
	if d.hasZone && !c.hasZone {
		c.zone, c.hasZone = d.zone, true
	}
	return c, d
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
	if w.at(j) == cEarly && w.at(j+1) == cPart && !w.spells(j, "start") {
		j++
	}
	if w.at(j) != cPart || w.items[j].flag&fPlural != 0 || w.isMark(j-1, '.') && w.items[j].flag&fCap != 0 {
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
// "today (20 October 2011)", "this morning (July 21)".
func (w *Worker) bracketed(f found) found {
	if w.isMark(f.next, ',') && f.known && !f.explicit && w.at(f.first) == cDay {
		if g, ok := w.point(f.next + 1); ok && g.unit == uDay && g.known && g.from == f.from && g.from == g.to && g.typ == entente.TimeDate && g.value == "" {
			f.next, f.explicit = g.next, g.explicit
		}
		return f
	}
	if !w.isMark(f.next, '(') && !w.isMark(f.next, '[') || f.explicit {
		return f
	}
	g, ok := w.point(f.next + 1)
	if !ok || g.unit != uDay || !w.isMark(g.next, ')') && !w.isMark(g.next, ']') || !g.known && f.known {
		return f
	}
	g.first, g.next = f.first, g.next+1
	if f.part != "" && g.typ == entente.TimeDate && g.value == "" {
		g.typ, g.part = f.typ, f.part
	}
	return g
}

// timed adds a time of day behind a date: "June 9, 2021 at 6:40 PM", "Friday
// morning, around 1:30 a.m.", "tomorrow at 6".
func (w *Worker) timed(f found) found {
	if f.from != f.to || f.typ == entente.TimeTime && f.part == "" || f.known && f.value != "" {
		return f
	}
	if f.part != "" && f.part[0] == 'T' {
		return f
	}
	j, at := w.timeLead(f.next)
	c, till, next, ok := w.readTimes(j)
	if !ok && at {
		c, next, ok = w.bareHour(j)
	}
	if !ok {
		return f
	}
	if g, same := w.point(next); same && g.unit == uDay && g.from == f.from && f.part != "" && g.typ == entente.TimeDate && w.adjacentDay(next) {
		next = g.next
	}
	f.typ, f.clock, f.till, f.next = entente.TimeTime, c, till, next
	return f.withClock()
}

// adjacentDay reports whether the day named at i may close what opened with
// it.
func (w *Worker) adjacentDay(i int) bool { return w.at(i) == cWeekday }

// timeLead skips what may stand between a date and its time of day, and
// reports whether "at" or the like was there.
func (w *Worker) timeLead(j int) (int, bool) {
	at := false
	for n := 0; n < 4; n++ {
		switch {
		case w.spells(j, "at") || w.spells(j, "around") || w.spells(j, "about") || w.spells(j, "from") || w.spells(j, "between"):
			at = true
			j++
		case w.isMark(j, ','), w.at(j) == cApprox, w.isMark(j, '@'), w.isMark(j, '|'), w.isMark(j, '-'), w.spells(j, "t"), w.isMark(j, '.') && w.spells(j+1, "at"),
			w.spells(j, "last") && w.spells(j+1, "updated"), w.spells(j, "updated"), w.spells(j, "published"):
			j++
		case (w.spells(j, "after") || w.spells(j, "before") || w.spells(j, "by")) && w.clockAhead(j+1):
			j++
		default:
			return j, at
		}
	}
	return j, at
}

// bareHour reads the hour of "tomorrow at 6", which nothing may follow that it
// could count.
func (w *Worker) bareHour(i int) (clock, int, bool) {
	if i >= len(w.items) || w.at(i) != cNumber || w.items[i].val < 1 || w.items[i].val > 12 || w.items[i].flag&(fOrdinal|fComma) != 0 {
		return clock{}, i, false
	}
	if m, ok := w.short(i + 2); ok && w.isMark(i+1, '.') && w.adjacent(i+1) && w.adjacent(i+2) && w.items[i+2].digits == 2 && m < 60 && (w.at(i+3) == cMark || i+3 >= len(w.items)) && !w.isMark(i+3, '%') {
		return clock{set: true, hour: int(w.items[i].val), min: m, hasMin: true}, i + 3, true
	}
	if w.fraction(i+1) || w.isMark(i+1, '-') || w.isMark(i+1, '$') {
		return clock{}, i, false
	}
	switch w.at(i + 1) {
	case cMark, cAnd, cPrep:
	default:
		if i+1 < len(w.items) {
			return clock{}, i, false
		}
	}
	return clock{set: true, hour: int(w.items[i].val)}, i + 1, true
}
