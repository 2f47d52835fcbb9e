package timex

import entente "github.com/entente-news/entente"

// openers are the classes that can open a time expression.
var openers = [cEra + 1]bool{cMonth: true, cWeekday: true, cNumber: true, cOrdinal: true, cUnit: true, cPart: true, cLast: true, cNext: true,
	cThis: true, cSame: true, cEarlier: true, cLater: true, cDay: true, cTonight: true, cOvernight: true, cNow: true, cThe: true, cA: true,
	cEarly: true, cMid: true, cLate: true, cEvery: true, cOften: true, cSeason: true, cFiscal: true, cApprox: true, cMore: true, cFew: true,
	cCouple: true, cHalf: true, cDecade: true, cHoliday: true, cQ: true, cTimes: true, cAll: true, cEra: true}

// opens reports whether it can open a time expression.
func (it *item) opens() bool {
	switch it.class {
	case cMark:
		return it.val == '\''
	case cPrep:
		return it.val == 1 // "at present"
	}
	return int(it.class) < len(openers) && openers[it.class]
}

// expression reads the time expression that opens at item i.
func (w *Worker) expression(i int) (found, bool) {
	f, ok := w.opening(i)
	if !ok || f.skip {
		return f, ok
	}
	f.first = i
	if f.typ == entente.TimeDuration || f.typ == entente.TimeSet {
		return f, true
	}
	return w.extend(f), true
}

// opening picks the rules by the class of the first item.
func (w *Worker) opening(i int) (found, bool) {
	switch w.items[i].class {
	case cThe:
		return w.the(i)
	case cEarly, cMid, cLate:
		return w.narrowed(i)
	case cEarlier, cLater:
		return w.sooner(i)
	case cApprox, cMore:
		return w.approximate(i)
	case cEvery, cOften:
		return w.repeated(i)
	case cTimes:
		return w.rate(i)
	case cPrep:
		if w.spells(i, "at") {
			return w.present(i)
		}
		return found{}, false
	case cAll:
		if w.at(i+1) == cUnit && unit(w.items[i+1].val) >= uDay && w.items[i+1].flag&fPlural == 0 && w.text[w.items[i+1].end-1] != 's' { //nolint:gosec // a unit
			u := unit(w.items[i+1].val) //nolint:gosec // a unit
			return found{first: i, next: i + 2, typ: entente.TimeDuration, unit: u, floating: true, value: length(1, u), why: "length of time"}, true
		}
		return found{}, false
	case cHoliday:
		return w.holiday(i)
	case cPart:
		return w.partAlone(i)
	case cUnit:
		if f, ok := w.numberedWeek(i); ok {
			return f, true
		}
		return w.duration(i)
	case cA, cFew, cCouple, cHalf:
		if (w.at(i) == cHalf || w.at(i) == cA) && w.clockAhead(i) {
			return w.clockFirst(i)
		}
		return w.duration(i)
	}
	if f, ok := w.rate(i); ok {
		return f, true
	}
	if f, ok := w.point(i); ok {
		return f, true
	}
	switch w.items[i].class {
	case cNumber, cOrdinal:
		return w.duration(i)
	}
	return found{}, false
}

// point reads a date or a time of day: what "early" or "the end of" may stand
// before.
func (w *Worker) point(i int) (found, bool) {
	switch w.at(i) {
	case cNumber, cOrdinal:
		return w.numeric(i)
	case cEra:
		return w.era(i)
	case cMonth:
		return w.monthFirst(i)
	case cWeekday:
		return w.weekday(i)
	case cLast, cNext, cThis, cSame:
		return w.deictic(i)
	case cDay, cTonight, cOvernight, cNow:
		return w.today(i)
	case cSeason:
		return w.season(i)
	case cDecade:
		return w.decadeWord(i)
	case cFiscal:
		return w.fiscal(i)
	case cQ:
		return w.quarterSign(i)
	case cHoliday:
		return w.holiday(i)
	case cMark:
		return w.shortYear(i)
	}
	return found{}, false
}

// the reads what may follow a definite article.
func (w *Worker) the(i int) (found, bool) {
	j := i + 1
	switch w.at(j) {
	case cEarly, cMid, cLate:
		return w.narrowed(j)
	case cUnit:
		return w.theUnit(j)
	case cSeason, cPart, cHoliday:
		return w.opening(j)
	case cApprox, cFew, cHalf, cA, cThe, cNone, cOften, cEvery, cEarlier, cLater:
		return found{}, false
	case cOrdinal:
		if f, ok := w.dayOfMonth(i); ok {
			return f, true
		}
	}
	if f, ok := w.point(j); ok {
		if w.at(j) == cLast || w.at(j) == cNext {
			f = w.theSpan(j, f)
		}
		return f, true
	}
	if w.at(j) == cNumber {
		return w.duration(j)
	}
	return found{}, false
}

// theSpan makes "the past week" and "the next month" a length of time that
// ends or begins on the document's day; "the next day" and what looks back to
// a day in the text stay dates.
func (w *Worker) theSpan(j int, f found) found {
	u := unit(w.items[f.next-1].val) //nolint:gosec // a unit
	if f.next != j+2 || w.at(f.next-1) != cUnit || f.typ == entente.TimeDuration || w.anaphoric(j) || u == uDay || u == uWeekend {
		return f
	}
	if !w.spells(j, "last") && !w.spells(j, "past") && !w.spells(j, "next") {
		return f
	}
	return w.stretch(f, 1, u, w.at(j) == cNext)
}

// stretch is a length of n units that touches the document's day.
func (w *Worker) stretch(f found, n int, u unit, ahead bool) found {
	f.typ, f.floating, f.known, f.unit = entente.TimeDuration, true, false, u
	f.value = length(float64(n), u)
	f.why = "length of time next to the document's day"
	switch {
	case !w.dct.Known() || n <= 0 || n > 1000 || u < uDay:
	case ahead:
		f.from, f.to, f.known, f.narrow = w.dct, u.shift(w.dct, n), true, true
	default:
		f.from, f.to, f.known, f.narrow = u.shift(w.dct, -n), w.dct, true, true
	}
	return f
}

// theUnit reads "the weekend", "the day before", "the week" that ends.
func (w *Worker) theUnit(j int) (found, bool) {
	it := w.items[j]
	u := unit(it.val) //nolint:gosec // a unit
	f := found{first: j - 1, next: j + 1, unit: u}
	switch {
	case u == uWeekend:
		return w.weekend(f), true
	case w.tail(j+1) && u >= uDay:
		dir := -1
		if w.at(j+1) == cLater {
			dir = 1
		}
		f.next++
		return w.moved(f, dir, u, true), true
	case u >= uDay && w.items[j].flag&fPlural == 0 && (w.spells(j+1, "before") || w.spells(j+1, "after")):
		return w.fromDate(f, 1, u)
	case w.cueOf(j-1) && u >= uDay:
		from, to := u.span(w.dct)
		if !w.dct.Known() {
			return found{}, false
		}
		return f.between(from, to, "unit that holds the document's day"), true
	}
	return found{}, false
}

// cueOf reports whether "end of", "middle of" and the like stand before item i.
func (w *Worker) cueOf(i int) bool {
	return w.at(i-1) == cOf && (w.at(i-2) == cEarly || w.at(i-2) == cMid || w.at(i-2) == cLate)
}

// tail reports whether item i is "before", "earlier", "after" or "later" that
// stands alone, so that it points back into the text.
func (w *Worker) tail(i int) bool {
	switch w.at(i) {
	case cEarlier, cLater:
	default:
		return false
	}
	if !w.spells(i, "before") && !w.spells(i, "after") && !w.spells(i, "prior") {
		return true
	}
	switch w.at(i + 1) {
	case cMark, cFuture, cPast, cAnd, cPrep:
		return true
	}
	return i+1 >= len(w.items)
}

// moved resolves f to the unit n units from the day last mentioned (or from
// the document's day when back is false).
func (w *Worker) moved(f found, n int, u unit, back bool) found {
	anchor, why := w.dct, "counted from the document's day"
	if back {
		anchor, why = w.ref, "counted from the day last mentioned"
	}
	f.unit = u
	switch {
	case !anchor.Known():
		f.why = "relative, and the document has no date"
		return f
	case back && w.refAt < 0:
		f.why = "points to a day that the text does not name"
		return f
	}
	d := u.shift(anchor, n)
	if u == uFortnight {
		f.unit = uDay
	}
	if u == uDecade || u == uCentury {
		f.unit = uYear
	}
	from, to := f.unit.span(d)
	return f.between(from, to, why)
}

// weekend resolves "the weekend" by the tense of its clause.
func (w *Worker) weekend(f found) found {
	f.unit = uWeekend
	if !w.dct.Known() {
		f.why = "relative, and the document has no date"
		return f
	}
	sat := onWeekday(w.dct, 6, -1)
	why := "weekend before the document's day"
	if w.direction(f.first, f.next) > 0 {
		sat, why = weekStart(w.dct)+5, "weekend of the document's week"
	}
	return f.byTense().between(sat, sat+1, why)
}
