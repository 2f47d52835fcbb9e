package timex

import entente "github.com/entente-news/entente"

// weekOf reads the week that stands behind a weekday, "Tuesday of next week",
// and returns its Monday.
func (w *Worker) weekOf(j int) (monday entente.Day, next int, ok bool) {
	if w.at(j) == cOf || w.isMark(j, ',') {
		j++
	}
	if (w.at(j) == cLast || w.at(j) == cNext || w.at(j) == cThis) && !w.spells(j, "following") && w.isUnit(j+1, uWeek) && w.dct.Known() {
		return weekStart(w.dct) + entente.Day(7*w.step(j)), j + 2, true
	}
	return 0, j, false
}

// inWeek reads the weekday behind a week: "next week Monday", "next week on
// Tuesday".
func (w *Worker) inWeek(f found) (found, bool) {
	j := f.next
	if w.spells(j, "on") || w.isMark(j, '-') {
		j++
	}
	if f.unit != uWeek || !f.known || w.at(j) != cWeekday || w.items[j].flag&fPlural != 0 {
		return f, false
	}
	wd := int(w.items[j].val)
	f.unit, f.next = uDay, w.afterAbbr(j)
	return f.on(weekStart(f.from)+entente.Day((wd+6)%7), "weekday of the named week"), true
}

// weekInside reads "first week of 2019", "last week of July", "third week of
// next month". n counts from 1, -1 is the last.
func (w *Worker) weekInside(first, j, n int) (found, bool) {
	if !w.isUnit(j, uWeek) || w.at(j+1) != cOf || w.ahead {
		return found{}, false
	}
	g, ok := w.lookahead(j + 2)
	if !ok || g.unit != uMonth && g.unit != uYear || g.typ != entente.TimeDate {
		return found{}, false
	}
	f := found{first: first, next: g.next, unit: uWeek, explicit: g.explicit}
	if !g.known || !g.from.Known() {
		f.why = "week of a time that is not known"
		return f, true
	}
	from := g.from + entente.Day(7*(n-1))
	switch {
	case g.unit == uYear && n > 0:
		from = weekStart(dayOf(split(g.from).year, 1, 4)) + entente.Day(7*(n-1))
	case g.unit == uYear:
		from = weekStart(dayOf(split(g.from).year, 12, 28))
	case n < 0:
		from = g.to - 6
	}
	if from > g.to {
		return found{}, false
	}
	f = f.between(from, from+6, "week of a month or year")
	if g.unit == uMonth {
		f.narrow = true // it need not begin on a Monday
	}
	return f, true
}

// numberedWeek reads "week 27 of last year".
func (w *Worker) numberedWeek(i int) (found, bool) {
	n, ok := w.short(i + 1)
	if !ok || !w.spells(i, "week") || n < 1 || n > 53 {
		return found{}, false
	}
	j := i + 2
	y := 0
	switch {
	case w.at(j) == cOf && w.isYear(j+1):
		y, j = int(w.items[j+1].val), j+2
	case w.at(j) == cOf && w.at(j+1) == cLast && w.isUnit(j+2, uYear) && w.dct.Known():
		y, j = split(w.dct).year-1, j+3
	default:
		return found{}, false
	}
	f := found{first: i, next: j, unit: uWeek}
	from := weekStart(dayOf(y, 1, 4)) + entente.Day(7*(n-1))
	return f.between(from, from+6, "week of a year"), true
}
