package timex

import entente "github.com/entente-news/entente"

// weekdayPattern is the value of a weekday of an unknown week.
func weekdayPattern(wd int) string {
	if wd == 0 {
		wd = 7
	}
	return "XXXX-WXX-" + string(rune('0'+wd))
}

// weekday reads "Thursday", "Thursday, May 16, 2024", "Mondays".
func (w *Worker) weekday(i int) (found, bool) {
	it := w.items[i]
	wd := int(it.val)
	if f, ok := w.plurals(i); ok {
		return f, true
	}
	if f, ok := w.weekdayDate(i); ok {
		return f, true
	}
	if f, ok := w.numbered(i, wd); ok {
		return f, true
	}
	if it.flag&fAbbr != 0 && (w.at(i-1) != cPrep && w.at(i-1) != cAnd && w.at(i-1) != cTo || it.end-it.start < 3 || w.spells(i, "sun")) {
		return found{}, false
	}
	f := found{first: i, next: w.afterAbbr(i), unit: uDay}
	if it.flag&fAbbr == 0 {
		f.next = i + 1
	}
	if !w.dct.Known() {
		f.value, f.why = weekdayPattern(wd), "weekday, and the document has no date"
		return f, true
	}
	if monday, next, ok := w.weekOf(f.next); ok {
		f.next = next
		return f.on(monday+entente.Day((wd+6)%7), "weekday of the named week"), true
	}
	if w.at(f.next) == cPart && w.items[f.next].flag&fPlural == 0 {
		if monday, next, ok := w.weekOf(f.next + 1); ok {
			f.typ, f.part, f.next = entente.TimeTime, parts[w.items[f.next].val], next
			return f.on(monday+entente.Day((wd+6)%7), "weekday of the named week"), true
		}
	}
	if w.follows(i) && w.refU == uDay {
		return f.on(onWeekday(w.ref+1, wd, 1), "weekday after the day last mentioned"), true
	}
	if w.direction(i, f.next) > 0 {
		return f.byTense().on(onWeekday(w.dct, wd, 1), "such weekday from the document's day on"), true
	}
	return f.byTense().on(onWeekday(w.dct, wd, -1), "last such weekday up to the document's day"), true
}

// weekdayDate reads the date in figures or words that follows a weekday.
func (w *Worker) weekdayDate(i int) (found, bool) {
	j := w.afterAbbr(i)
	for w.isMark(j, ',') || w.isMark(j, '(') || w.at(j) == cThe || w.spells(j, "on") && w.at(j-1) == cMark {
		j++
	}
	var f found
	ok := false
	switch w.at(j) {
	case cMonth:
		f, ok = w.monthFirst(j)
	case cNumber, cOrdinal:
		if f, ok = w.iso(j); ok {
			break
		}
		if f, ok = w.slashed(j); ok {
			break
		}
		if f, ok = w.monthSlashDay(j); ok {
			break
		}
		f, ok = w.dayFirst(j)
	}
	if !ok || f.unit != uDay {
		return found{}, false
	}
	f.first = i
	return f, true
}

// narrowed reads "early March", "mid-2023", "late Thursday", "the end of the
// year", "early hours of Monday".
func (w *Worker) narrowed(i int) (found, bool) {
	third := int(w.at(i) - cEarly)
	j, bare := i+1, true
	if w.isMark(j, '-') {
		j++
	}
	if w.spells(j, "hours") || w.at(j) == cPart {
		return w.narrowedPart(i, j)
	}
	for w.at(j) == cOf || w.spells(j, "in") || w.spells(j, "on") || w.at(j) == cThe {
		j, bare = j+1, false
	}
	noun := w.spells(i, "end") || w.spells(i, "start") || w.spells(i, "beginning") || w.spells(i, "middle") || w.spells(i, "close")
	if noun && bare {
		return found{}, false
	}
	f, ok := w.theOrPoint(j)
	if !ok || f.typ == entente.TimeDuration || f.typ == entente.TimeSet {
		return found{}, false
	}
	f.first = i
	if f.unit <= uDay {
		if !f.clock.set {
			f.typ = entente.TimeTime
		}
		return f, true
	}
	if f.known && f.from.Known() {
		f = f.third(third)
	}
	return f, true
}

// theOrPoint reads a point, or the unit of "the end of the year".
func (w *Worker) theOrPoint(j int) (found, bool) {
	if w.at(j) == cUnit && w.at(j-1) == cThe {
		return w.theUnit(j)
	}
	if u := unit(w.items[min(j, len(w.items)-1)].val); w.at(j) == cUnit && w.at(j-1) == cOf && (u == uYear || u == uMonth || u == uQuarter) && w.text[w.items[j].end-1] != 's' && w.dct.Known() { //nolint:gosec // a unit
		from, to := u.span(w.dct)
		f := found{first: j, next: j + 1, unit: u}
		return f.between(from, to, "unit that holds the document's day"), true // "by end of year"
	}
	return w.point(j)
}

// third narrows f to its first, middle or last third; months are cut after the
// 10th and the 20th.
func (f found) third(k int) found {
	if f.value == "" && f.unit == uNone {
		return f
	}
	n := f.to - f.from + 1
	a, b := f.from+n/3, f.from+2*n/3
	if f.unit == uMonth {
		a, b = f.from+10, f.from+20
	}
	g := f
	g.narrow = true
	switch k {
	case 0:
		g.to = a - 1
	case 1:
		g.from, g.to = a, b-1
	default:
		g.from = b
	}
	g.value = f.plain()
	return g
}

// plain is the value of the whole of f, before it is narrowed.
func (f found) plain() string {
	var w Worker
	return w.value(f)
}

// narrowedPart reads "early hours of Monday", "late afternoon", "mid-morning",
// "the middle of the night".
func (w *Worker) narrowedPart(i, j int) (found, bool) {
	f := found{first: i, next: j + 1, unit: uDay, typ: entente.TimeTime, part: "MO", why: "part of a day that the text does not name"}
	if w.at(j) == cPart {
		if w.items[j].flag&fPlural != 0 || w.items[j].val > 5 {
			return found{}, false
		}
		f.part = parts[w.items[j].val]
		return w.ofDay(f, w.at(i-1) == cPrep || w.at(i-2) == cPrep)
	}
	return w.ofDay(f, true)
}

// ofDay gives a part of the day its day: the one that follows, else the day
// last mentioned if alone is set.
func (w *Worker) ofDay(f found, alone bool) (found, bool) {
	j := f.next
	for w.at(j) == cOf || w.spells(j, "on") || w.isMark(j, ',') {
		j++
	}
	if w.at(j) == cThe && w.at(j+1) == cPart {
		f.part = parts[w.items[j+1].val]
		f.next = j + 2
	} else if w.at(j) == cDay || w.at(j) == cWeekday || w.at(j) == cMonth || w.at(j) == cNumber || w.at(j) == cOrdinal || w.at(j) == cThe && w.at(j+1) == cOrdinal {
		if w.at(j) == cThe {
			j++
		}
		if g, ok := w.point(j); ok && g.unit == uDay && g.typ == entente.TimeDate {
			g.first, g.typ, g.part, g.value = f.first, f.typ, f.part, ""
			return g, true
		}
	}
	if !alone || !w.ref.Known() || w.refU != uDay {
		return f, alone
	}
	return f.on(w.ref, "part of the day last mentioned"), true
}

// partAlone reads "at noon", "at dawn", "in the morning", "morning of May 5".
func (w *Worker) partAlone(i int) (found, bool) {
	it := w.items[i]
	if it.flag&fPlural != 0 {
		return w.plurals(i)
	}
	f := found{first: i, next: i + 1, unit: uDay, typ: entente.TimeTime, part: parts[it.val], why: "part of a day that the text does not name"}
	sharp := it.val >= 6
	prep := i - 1
	if w.at(prep) == cThe {
		prep--
	}
	alone := w.at(prep) == cPrep && (sharp || prep < i-1 && (w.spells(prep, "in") || w.spells(prep, "during")) || w.spells(prep, "at")) ||
		sharp && (w.at(prep) == cApprox || w.at(prep) == cUntil || w.at(prep) == cBy || w.at(prep) == cEarlier || w.at(prep) == cLater)
	if alone && w.named(i+1) {
		return found{}, false
	}
	g, ok := w.ofDay(f, alone)
	if ok && g.next == f.next && !alone {
		return found{}, false
	}
	return g, ok
}

// sooner reads "earlier this month", "later on Thursday", "earlier in May".
func (w *Worker) sooner(i int) (found, bool) {
	if w.spells(i, "before") || w.spells(i, "after") || w.spells(i, "prior") {
		return found{}, false
	}
	j, in := i+1, false
	for w.spells(j, "in") || w.spells(j, "on") || w.at(j) == cThe {
		j, in = j+1, true
	}
	f, ok := w.theOrPoint(j)
	if w.at(j) == cUnit && in && w.dct.Known() && w.items[j].flag&fPlural == 0 {
		u := unit(w.items[j].val) //nolint:gosec // a unit
		if u >= uDay {
			f = found{next: j + 1, unit: u}
			f.from, f.to = u.span(w.dct)
			f, ok = f.between(f.from, f.to, "unit that holds the document's day"), true
		}
	}
	if !ok || f.typ == entente.TimeDuration || f.typ == entente.TimeSet {
		return found{}, false
	}
	f.first = i
	if !f.known || f.unit <= uDay || f.from > w.dct || f.to < w.dct {
		return f, true
	}
	f.value, f.narrow = f.plain(), true
	if w.at(i) == cEarlier {
		f.to, f.why = w.dct, "up to the document's day"
	} else {
		f.from, f.why = w.dct, "from the document's day on"
	}
	return f, true
}

// approximate reads "about two years ago", "more than three weeks", "around 5
// p.m.".
func (w *Worker) approximate(i int) (found, bool) {
	j := i + 1
	if w.at(i) == cMore {
		if w.at(j) != cThan {
			return found{}, false
		}
		j++
	}
	switch w.at(j) {
	case cA, cFew, cCouple, cHalf:
		return w.duration(j)
	case cPart:
		return w.partAlone(j)
	case cThe:
		return w.the(j)
	case cNumber, cOrdinal:
		if w.at(i) == cMore {
			return w.duration(j)
		}
		if f, ok := w.clockFirst(j); ok {
			return f, true
		}
	}
	return w.point(j)
}
