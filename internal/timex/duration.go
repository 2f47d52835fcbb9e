package timex

import entente "github.com/entente-news/entente"

// quantity is a counted amount; n < 0 is an unknown one.
type quantity struct {
	n    float64
	next int
	bare bool // an article alone
}

// quantity reads "three", "twenty-four", "2.5", "a", "a few", "a couple of",
// "half a", "two or three", "several".
func (w *Worker) quantity(i int) (quantity, bool) {
	switch w.at(i) {
	case cA:
		return w.articled(i)
	case cFew:
		j := i + 1
		if w.at(j) == cOf {
			j++
		}
		return quantity{-1, j, false}, !w.spells(i, "some") || w.at(j) == cUnit
	case cCouple:
		j := i + 1
		if w.at(j) == cOf {
			j++
		}
		return quantity{2, j, false}, true
	case cHalf:
		if w.at(i+1) == cA {
			return quantity{0.5, i + 2, false}, true
		}
	case cNumber:
		return w.counted(i)
	}
	return quantity{}, false
}

// articled reads what may follow "a".
func (w *Worker) articled(i int) (quantity, bool) {
	j := i + 1
	switch {
	case w.spells(j, "few") || w.at(j) == cCouple || w.at(j) == cHalf:
		if w.at(j) == cHalf {
			if w.isMark(j+1, '-') {
				j++
			}
			return quantity{0.5, j + 1, false}, true
		}
		return w.quantity(j)
	case w.spells(j, "dozen"):
		return quantity{12, j + 1, false}, true
	case w.at(j) == cNumber:
		return w.counted(j)
	}
	return quantity{1, j, true}, true
}

// counted reads a number in figures or words.
func (w *Worker) counted(i int) (quantity, bool) {
	it := w.items[i]
	if it.flag&fOrdinal != 0 {
		return quantity{}, false
	}
	n, j := float64(it.val), i+1
	switch {
	case it.kind == kNumber && w.isMark(j, '.') && w.adjacent(j) && w.adjacent(j+1) && w.at(j+1) == cNumber && w.items[j+1].digits == 1:
		n, j = n+float64(w.items[j+1].val)/10, j+2
	case it.kind == kWord && it.val >= 20 && it.val < 100:
		k := j
		if w.isMark(k, '-') {
			k++
		}
		if w.at(k) == cNumber && w.items[k].kind == kWord && w.items[k].val < 10 {
			n, j = n+float64(w.items[k].val), k+1
		}
	}
	if w.at(j) == cAnd && w.at(j+1) == cA && w.at(j+2) == cHalf {
		n, j = n+0.5, j+3
	}
	if w.at(j) == cTo || w.spells(j, "or") || w.isMark(j, '-') {
		if w.at(j+1) == cNumber && w.at(j+2) == cUnit && w.items[j+1].val > it.val {
			n, j = float64(w.items[j+1].val), j+2
		}
	}
	return quantity{n, j, false}, true
}

// duration reads a length of time and what makes a date of it: "three days",
// "a 90-day", "two weeks ago", "three days later", "in two years".
func (w *Worker) duration(i int) (found, bool) {
	if w.at(i) == cUnit {
		return w.bareUnit(i)
	}
	q, ok := w.quantity(i)
	if !ok {
		return found{}, false
	}
	j := q.next
	if (w.at(j) == cNext || w.at(j) == cLast) && w.at(j+1) == cUnit && !q.bare && q.n != 0 {
		f := found{first: i, next: j + 2}
		f = w.stretch(f, int(q.n), unit(w.items[j+1].val), w.at(j) == cNext) //nolint:gosec // a unit
		f.value = length(q.n, f.unit)
		return f, true
	}
	if w.isMark(j, '-') || w.at(j) == cLong || w.spells(j, "more") || w.spells(j, "full") || w.spells(j, "whole") {
		j++
	}
	u := w.countedUnit(j, q)
	if u == uNone || q.n == 1 && u == uDay && w.at(i-1) == cFuture && w.spells(i, "one") { // "may one day"
		return found{}, false
	}
	f := found{first: i, next: j + 1, typ: entente.TimeDuration, unit: u, floating: true, value: length(q.n, u), why: "length of time"}
	if u == uQuarter && w.at(j+1) == cOf && w.at(j+2) == cA && w.isUnit(j+3, uHour) {
		f.next, f.unit = j+4, uMinute
		f.value = length(15*q.n, uMinute)
		return f, true
	}
	f = w.compound(f, q, u)
	f, q = w.andHalf(f, q, u)
	if w.isAge(f.next) {
		f.skip = true
		return f, true
	}
	if g, ok := w.anchored(f, q, u); ok {
		return g, true
	}
	if w.isMark(f.next, '-') && w.spells(f.next+1, "long") || w.at(f.next) == cLong {
		if w.isMark(f.next, '-') {
			f.next++
		}
		f.next++
		return f, true
	}
	return f, !q.bare || w.measured(i, f.next)
}

// countedUnit returns the unit at item j that q counts, uNone for none.
func (w *Worker) countedUnit(j int, q quantity) unit {
	switch {
	case w.at(j) == cUnit:
		return unit(w.items[j].val) //nolint:gosec // a unit
	case w.at(j) == cCentury:
		return uCentury
	case w.spells(j, "second") && !(q.bare && w.counts(j+1)): // but "a second season"
		return uSecond
	case w.at(j) == cPart && w.items[j].val == 4 && !q.bare:
		return uDay
	}
	return uNone
}

// andHalf adds the half of "an hour and a half".
func (w *Worker) andHalf(f found, q quantity, u unit) (found, quantity) {
	if !w.spells(f.next, "and") || q.n <= 0 {
		return f, q
	}
	j := f.next + 1
	if w.at(j) == cA {
		j++
	}
	if w.at(j) == cHalf && w.at(j+1) != cA {
		q.n, f.next = q.n+0.5, j+1
		f.value = length(q.n, u)
	}
	return f, q
}

// measured reports whether "a day" is a length and no rate: it follows a
// preposition, or a number word leads to it.
func (w *Worker) measured(i, next int) bool {
	switch w.at(next) {
	case cEarlier, cLater:
		return true
	case cNone, cMark, cPrep, cOf, cAnd:
	default:
		return false
	}
	for _, s := range [...]string{"for", "within", "after", "in", "than", "nearly", "almost", "about", "least", "over", "around"} {
		if w.spells(i-1, s) {
			return true
		}
	}
	return false
}

// compound adds a shorter unit: "1hr 4 mins", "nine years and 10 months".
func (w *Worker) compound(f found, q quantity, u unit) found {
	j := f.next
	if w.at(j) == cAnd {
		j++
	}
	if w.at(j) != cNumber || w.at(j+1) != cUnit || q.n < 0 {
		return f
	}
	v := unit(w.items[j+1].val) //nolint:gosec // a unit
	r, ok := w.counted(j)
	if !ok || v >= u || r.next != j+1 {
		return f
	}
	a, b := length(q.n, u), length(r.n, v)
	if a[:2] == "PT" && b[:2] == "PT" {
		b = b[2:]
	} else {
		b = b[1:]
	}
	f.value, f.next = a+b, j+2
	return f
}

// isAge reports whether "old" follows at j, with or without hyphens.
func (w *Worker) isAge(j int) bool {
	if w.isMark(j, '-') {
		j++
	}
	return w.spells(j, "old") || w.spells(j, "olds")
}

// bareUnit reads "days later", "hours ago", "for weeks".
func (w *Worker) bareUnit(i int) (found, bool) {
	it := w.items[i]
	if w.text[it.end-1] != 's' {
		return found{}, false
	}
	u := unit(it.val) //nolint:gosec // a unit
	f := found{first: i, next: i + 1, typ: entente.TimeDuration, unit: u, floating: true, value: length(-1, u), why: "length of time"}
	if g, ok := w.anchored(f, quantity{n: -1}, u); ok {
		return g, true
	}
	return f, w.spells(i-1, "for") || w.spells(i-1, "within") || w.spells(i+1, "after") || w.spells(i+1, "before")
}

// anchored makes a date of a length that "ago", "later", "earlier", "before",
// "from now" or a leading "in" anchors.
func (w *Worker) anchored(f found, q quantity, u unit) (found, bool) {
	j := f.next
	if w.at(j) == cAgo {
		f.next++
		return w.counting(f, q, u, -1), true
	}
	if w.spells(j, "from") && w.at(j+1) == cNow {
		f.next += 2
		return w.counting(f, q, u, 1), true
	}
	if g, ok := w.fromDate(f, q.n, u); ok {
		return g, true
	}
	if w.tail(j) {
		f.next++
		back := -1
		if w.at(j) == cLater {
			back = 1
		}
		return w.fromMention(f, q, u, back), true
	}
	if w.spells(f.first-1, "in") && q.n > 0 && !q.bare && w.direction(f.first-1, f.next) > 0 {
		g := w.counting(f, q, u, 1)
		return g, true
	}
	return f, false
}

// counting counts q units from the document's day.
func (w *Worker) counting(f found, q quantity, u unit, dir int) found {
	f.typ, f.floating, f.value = entente.TimeDate, false, ""
	switch {
	case q.n < 0 || u == uSecond:
		f.value = map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[dir]
		f.why = "an unknown time from the document's day"
		if w.dct.Known() && dir < 0 {
			f.from, f.to, f.known, f.narrow = entente.NoDay, w.dct, true, true
		} else if w.dct.Known() {
			f.from, f.to, f.known, f.narrow = w.dct, entente.NoDay, true, true
		}
		return f
	case u < uDay:
		f.typ, f.unit = entente.TimeTime, uDay
		f.value = w.moment(u, dir*int(q.n))
		if w.dct.Known() {
			f = f.on(w.dct, "counted from the document's moment")
			if f.value == "" {
				f.value = w.dct.String() + "TXX"
			} else if d, err := entente.ParseDay(f.value[:10]); err == nil {
				f.from, f.to = d, d
			}
		}
		return f
	}
	if q.n != float64(int(q.n)) {
		if q.n < 1 {
			f.unit = uNone
		}
		switch u {
		case uYear:
			return w.moved(f, dir*int(q.n*12), uMonth, false)
		case uDecade:
			return w.moved(f, dir*int(q.n*10), uYear, false)
		}
	}
	if q.n > 5000 {
		f.typ, f.floating, f.value = entente.TimeDuration, true, length(q.n, u)
		return f
	}
	if w.dct.Known() && u >= uYear && split(u.shift(w.dct, dir*int(q.n))).year < 1 {
		f.value, f.why = "PAST_REF", "before the calendar"
		return f
	}
	return w.moved(f, dir*int(q.n), u, false)
}

// fromMention counts q units from the day last mentioned. Without a number, or
// without such a day, the length alone is known.
func (w *Worker) fromMention(f found, q quantity, u unit, dir int) found {
	if q.n < 0 || u < uDay || w.refAt < 0 || q.n > 5000 || w.refU > u && w.refU > uWeek {
		f.why = "length of time from an event of the text"
		return f
	}
	f.typ, f.floating, f.value = entente.TimeDate, false, ""
	return w.moved(f, dir*int(q.n), u, true)
}
