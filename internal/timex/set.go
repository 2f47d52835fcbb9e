package timex

import entente "github.com/entente-news/entente"

// repeated reads "every Monday", "each year", "daily", "every day at 7 p.m.".
func (w *Worker) repeated(i int) (found, bool) {
	f := found{first: i, next: i + 1, typ: entente.TimeSet, floating: true, why: "repeated"}
	if w.at(i) == cOften {
		if w.items[i].flag&fSpace != 0 && i > 0 && w.named(i-1) && !w.counts(i+1) && w.at(i+1) != cMark {
			return found{}, false // "an Ojibwe weekly and"
		}
		f.value = length(1, unit(w.items[i].val)) //nolint:gosec // a unit
		return f, true
	}
	j, n := i+1, 1.0
	if w.at(j) == cNumber {
		n, j = float64(w.items[j].val), j+1
	} else if w.spells(j, "other") || w.spells(j, "second") {
		n, j = 2, j+1
	}
	f.next = j + 1
	switch w.at(j) {
	case cUnit:
		f.value = length(n, unit(w.items[j].val)) //nolint:gosec // a unit
		if n == 1 && w.isUnit(j, uWeekend) {
			f.value = "XXXX-WXX-WE"
		}
	case cWeekday:
		f.value = weekdayPattern(int(w.items[j].val))
		if w.at(j+1) == cPart && w.items[j+1].flag&fPlural == 0 {
			f.value, f.next = f.value+partValue(parts[w.items[j+1].val]), j+2
		}
	case cMonth:
		f.value = pattern(int(w.items[j].val), 0)
	case cSeason:
		f.value = "XXXX-" + seasons[w.items[j].val]
	case cPart:
		f.value = "XXXX-XX-XX" + partValue(parts[w.items[j].val])
	default:
		return found{}, false
	}
	if w.spells(i, "per") {
		return f, w.at(j) == cUnit
	}
	return w.setClock(f), true
}

// setClock adds the time of day behind a set of days.
func (w *Worker) setClock(f found) found {
	j := f.next
	if !w.spells(j, "at") && !w.spells(j, "around") || f.value == "" || f.value != "P1D" && f.value[0] != 'X' {
		return f
	}
	c, next, ok := w.readClock(j + 1)
	if !ok {
		return f
	}
	f.next = next
	return f.atClock(c)
}

// rate reads "once a week" and "three times a day", which open at the number of
// times.
func (w *Worker) rate(i int) (found, bool) {
	j := i + 1
	switch {
	case w.spells(i, "once"), w.spells(i, "twice"):
	case w.at(i) == cNumber && w.spells(j, "times"), w.spells(i, "several") && w.spells(j, "times"):
		j++
	default:
		return found{}, false
	}
	if w.at(j) != cA && !w.spells(j, "per") && !w.spells(j, "every") && !w.spells(j, "each") || w.at(j+1) != cUnit {
		return found{}, false
	}
	f := found{first: i, next: j + 2, typ: entente.TimeSet, floating: true, why: "so often in a time"}
	f.value = length(1, unit(w.items[j+1].val)) //nolint:gosec // a unit
	return f, true
}

// plurals reads "Mondays", "Friday mornings" and "in the mornings".
func (w *Worker) plurals(i int) (found, bool) {
	f := found{first: i, next: i + 1, typ: entente.TimeSet, floating: true, why: "every such time"}
	switch {
	case w.at(i) == cWeekday && w.at(i+1) == cPart && w.items[i+1].flag&fPlural != 0:
		f.next = i + 2
		f.value = weekdayPattern(int(w.items[i].val)) + partValue(parts[w.items[i+1].val])
	case w.at(i) == cWeekday && w.items[i].flag&fPlural != 0:
		f.why = "every such weekday"
		f.value = weekdayPattern(int(w.items[i].val))
	case w.at(i) == cPart && w.items[i].flag&fPlural != 0 && w.at(i-1) == cThe && w.spells(i-2, "in"):
		f.value = "XXXX-XX-XX" + partValue(parts[w.items[i].val])
	default:
		return found{}, false
	}
	return w.setClock(f), true
}
