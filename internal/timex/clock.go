package timex

import entente "github.com/entente-news/entente"

// readClock reads a time of day at i: 10:30, 10:30:05, 10.30am, 5 p.m., 5pm,
// 0440 GMT, nine thirty a.m., seven o'clock, 8 in the evening, half past
// seven. It returns the item after it.
func (w *Worker) readClock(i int) (clock, int, bool) {
	if c, j, ok := w.spoken(i); ok {
		return c, w.zone(&c, j), true
	}
	if i < 0 || i >= len(w.items) || w.items[i].class != cNumber || w.items[i].flag&(fOrdinal|fComma) != 0 {
		return clock{}, i, false
	}
	if w.items[i].kind == kNumber && w.items[i].digits > 2 {
		return w.fourDigits(i)
	}
	if w.items[i].val > 24 {
		return clock{}, i, false
	}
	c := clock{set: true, hour: int(w.items[i].val)}
	j := w.minutes(i, &c)
	n := w.amPm(j)
	half, part := w.partBehind(j)
	o := w.oclock(j)
	switch {
	case n == 0 && half == 0 && o == 0 && !c.hasMin:
		return clock{}, i, false
	case n == 0 && half == 0 && o == 0 && w.items[i].kind == kWord && !w.leadsClock(i-1):
		return clock{}, i, false
	case n > 0:
		if c.hour > 12 && !c.hasMin || c.hour > 23 {
			return clock{}, i, false
		}
		if c.hour <= 12 {
			c.hour = c.hour%12 + int(w.items[j].val)
		}
		c.half = true
		j += n
	case o > 0:
		j += o
		if half, part = w.partBehind(j); half > 0 {
			c.inPart(part)
			j += half
		}
	case half > 0:
		c.inPart(part)
		j += half
	}
	if c.hour > 24 {
		return clock{}, i, false
	}
	return c, w.zone(&c, j), true
}

// leadsClock reports whether item i stands before a time of day in words.
func (w *Worker) leadsClock(i int) bool {
	return w.spells(i, "at") || w.spells(i, "from") || w.spells(i, "between") || w.at(i) == cTo || w.at(i) == cOrdinal
}

// minutes reads the minutes and seconds behind the hour at i.
func (w *Worker) minutes(i int, c *clock) int {
	j := i + 1
	switch {
	case w.items[i].kind == kWord:
		if w.isMark(j, '-') && w.adjacent(j) && w.adjacent(j+1) {
			j++
		}
		if w.at(j) == cNumber && w.items[j].kind == kWord && w.items[j].val >= 10 && w.items[j].val < 60 && c.hour <= 12 {
			c.min, c.hasMin = int(w.items[j].val), true
			return j + 1
		}
		return i + 1
	case w.isMark(j, ':') && w.adjacent(j) && w.adjacent(j+1):
		m, ok := w.short(j + 1)
		if !ok || m > 59 || w.items[j+1].digits != 2 {
			return j
		}
		c.min, c.hasMin, j = m, true, j+2
		if s, ok := w.short(j + 1); ok && w.isMark(j, ':') && w.adjacent(j+1) && s <= 59 {
			c.sec, c.hasSec, j = s, true, j+2
		}
	case w.isMark(j, '.') && w.adjacent(j):
		m, ok := w.short(j + 1)
		if ok && m <= 59 && w.items[j+1].digits == 2 && w.amPm(j+2) > 0 {
			c.min, c.hasMin, j = m, true, j+2
		} else if w.amPm(j+1) > 0 && w.adjacent(j+1) { // "9.am"
			j++
		}
	case w.at(j) == cPart && w.items[j].val >= 6 && c.hour == 12 && w.items[j].val <= 7:
		c.hasMin, c.hour = true, 24-12*int(7-w.items[j].val)
		c.hour %= 24
		j++
	}
	return j
}

// spoken reads "half past seven", "quarter to nine", "20 minutes past eight".
func (w *Worker) spoken(i int) (clock, int, bool) {
	m, j, minutes := 0, i, false
	if w.at(j) == cA || w.at(j) == cThe {
		j++
	}
	switch {
	case w.at(j) == cHalf:
		m, j = 30, j+1
	case w.isUnit(j, uQuarter):
		m, j, minutes = 15, j+1, true
	case w.at(j) == cNumber && w.items[j].val >= 1 && w.items[j].val <= 59:
		m, j = int(w.items[j].val), j+1
		if minutes = w.isUnit(j, uMinute); minutes {
			j++
		}
	default:
		return clock{}, i, false
	}
	to := w.at(j) == cTo && minutes
	if !to && !w.spells(j, "past") || j+1 >= len(w.items) || w.at(j+1) != cNumber || w.items[j+1].val > 12 || w.items[j+1].flag&fOrdinal != 0 {
		return clock{}, i, false
	}
	c := clock{set: true, hour: int(w.items[j+1].val), min: m, hasMin: true}
	j += 2
	o := w.oclock(j)
	j += o
	n := w.amPm(j)
	half, part := w.partBehind(j)
	switch {
	case n > 0:
		c.hour, c.half = c.hour%12+int(w.items[j].val), true
		j += n
	case half > 0:
		c.inPart(part)
		j += half
	}
	if to {
		c.hour, c.min = (c.hour+23)%24, 60-m
	}
	return c, j, true
}

// oclock returns the number of items that "o'clock" takes at j, 0 for none.
func (w *Worker) oclock(j int) int {
	switch {
	case w.spells(j, "oclock"):
		return 1
	case w.spells(j, "o") && w.isMark(j+1, '\'') && w.spells(j+2, "clock"):
		return 3
	}
	return 0
}

// partBehind returns the number of items of "in the evening" or "at night" at
// j and the part of the day that they name.
func (w *Worker) partBehind(j int) (int, int32) {
	switch {
	case w.spells(j, "in") && w.at(j+1) == cThe && w.at(j+2) == cPart && w.items[j+2].val <= 4 && w.items[j+2].flag&fPlural == 0:
		return 3, w.items[j+2].val
	case w.spells(j, "at") && w.spells(j+1, "night"):
		return 2, 4
	}
	return 0, 0
}

// inPart moves a time on a face of twelve hours into a part of the day.
func (c *clock) inPart(part int32) {
	c.half = true
	if c.hour > 12 {
		return
	}
	switch c.hour %= 12; {
	case part == 2, part == 3, part == 4 && c.hour >= 5:
		c.hour += 12
	}
}

// fourDigits reads "0440 GMT", "0910 hours" and "1140 a.m.".
func (w *Worker) fourDigits(i int) (clock, int, bool) {
	it := w.items[i]
	c := clock{set: true, hour: int(it.val / 100), min: int(it.val % 100), hasMin: true}
	if it.digits != 4 && it.digits != 3 || c.hour > 23 || c.min > 59 {
		return clock{}, i, false
	}
	if n := w.amPm(i + 1); n > 0 && c.hour >= 1 && c.hour <= 12 {
		c.hour, c.half = c.hour%12+int(w.items[i+1].val), true
		return c, w.zone(&c, i+1+n), true
	}
	if it.digits != 4 {
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
	n := 0
	switch {
	case w.isMark(i+1, '.') && w.spells(i+2, "m"):
		n = 3
		if w.isMark(i+3, '.') {
			n = 4
		}
	case w.spells(i+1, "m"):
		n = 2
	case w.spells(i, "p") && w.adjacent(i), w.adjacent(i) && w.clockBefore(i-1):
		n = 1
	default:
		return 0
	}
	w.items[i].val = 0
	if w.spells(i, "p") {
		w.items[i].val = 12
	}
	return n
}

// clockBefore reports whether the number at i is likely an hour: "at 9a",
// "9:00a".
func (w *Worker) clockBefore(i int) bool {
	return w.spells(i-1, "at") || w.isMark(i-1, ':') && w.adjacent(i)
}

// zone reads a time zone at j, in brackets or not, and "local time", which
// tells none.
func (w *Worker) zone(c *clock, j int) int {
	if w.spells(j+1, "time") && w.items[j].kind == kWord && w.at(j) != cZone && (w.items[j].flag&fCap != 0 || w.spells(j, "local") || w.spells(j, "eastern")) {
		return j + 2
	}
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

// clockFirst reads a time of day, or an interval between two, and the day that
// follows it: "8:30 p.m. Thursday", "12:45, Wednesday, 12 June 2013", "09:30
// this morning", "from 5 to 6 p.m. on April 22".
func (w *Worker) clockFirst(i int) (found, bool) {
	f, ok := w.clockAlone(i)
	if !ok {
		return found{}, false
	}
	j := f.next
	for w.isMark(j, ',') || w.spells(j, "on") || w.isMark(j, '|') || w.isMark(j, '-') || w.isMark(j, '(') || w.at(j) == cOf || w.spells(j, "uk") {
		j++
	}
	switch w.at(j) {
	case cDay, cTonight, cWeekday, cMonth, cNumber, cOrdinal, cThis, cLast, cNext:
		if w.clockAhead(j) {
			return f, true
		}
		g, ok := w.point(j)
		if !ok || g.unit != uDay || g.clock.set || g.from != g.to {
			return f, true
		}
		g = w.daypart(g)
		g.first, g.typ, g.clock, g.till = i, entente.TimeTime, f.clock, f.till
		return g.withClock(), true
	case cEvery, cOften:
		if w.at(j) == cOften && unit(w.items[j].val) != uDay { //nolint:gosec // a unit
			return f, true
		}
		if g, ok := w.repeated(j); ok && w.at(j+1) != cPart {
			g.first = i
			return g.atClock(f.clock), true
		}
	}
	return f, true
}

// withClock gives a day its time of day.
func (f found) withClock() found {
	if f.part != "" && !f.clock.half && !f.clock.hasZone {
		for k, p := range parts[:5] {
			if p == f.part && p != "" {
				f.clock.inPart(int32(k)) //nolint:gosec // a small table
				if f.till.set && !f.till.half {
					f.till.inPart(int32(k)) //nolint:gosec // as above
				}
			}
		}
	}
	f.part = ""
	switch {
	case !f.known && f.value != "":
		day := cutPart(f.value)
		f.value = day + f.clock.time()
		if f.till.set {
			f.value += "/" + day + f.till.time()
		}
	case f.known:
		f.value = ""
	}
	return f
}

// cutPart takes the part of the day off an open value.
func cutPart(v string) string {
	for i := range v {
		if v[i] == 'T' {
			return v[:i]
		}
	}
	return v
}

// atClock makes a set of days one of moments.
func (f found) atClock(c clock) found {
	if f.value == "P1D" {
		f.value = "XXXX-XX-XX"
	}
	if f.value != "" && f.value[0] == 'X' {
		f.value = cutPart(f.value) + c.time()
	}
	return f
}

// clockAlone reads a time of day and gives it the day last mentioned, the
// document's when that lies further back than the sentence before.
func (w *Worker) clockAlone(i int) (found, bool) {
	c, till, next, ok := w.readTimes(i)
	if !ok {
		return found{}, false
	}
	f := found{first: i, next: next, unit: uDay, typ: entente.TimeTime, clock: c, till: till}
	switch {
	case w.refAt >= 0 && w.refU == uDay && w.sent-w.refAt <= 1:
		return f.on(w.ref, "time on the day last mentioned"), true
	case w.dct.Known():
		return f.on(w.dct, "time on the document's day"), true
	}
	f.why = "time of an unknown day"
	return f, true
}
