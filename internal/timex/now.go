package timex

import entente "github.com/entente-news/entente"

// today reads yesterday, today, tomorrow, tonight, overnight and now.
func (w *Worker) today(i int) (found, bool) {
	it := w.items[i]
	f := found{first: i, next: i + 1, unit: uDay, why: "relative, and the document has no date"}
	n := 0
	switch it.class {
	case cTonight:
		f.typ, f.part = entente.TimeTime, "NI"
	case cOvernight:
		f.typ, f.part = entente.TimeTime, "NI"
		if w.dct.Known() {
			f.value = (w.dct - 1).String() + "TNI"
			f = f.between(w.dct-1, w.dct, "the night up to the document's day")
		}
		return f, w.direction(i, i+1) <= 0
	case cNow:
		f.value, f.why = "PRESENT_REF", "the document's day"
		if !w.spells(i-1, "right") && !w.atNow(i) {
			return found{}, false
		}
	default:
		n = int(it.val)
	}
	if w.dct.Known() {
		f = f.on(w.dct+entente.Day(n), "counted from the document's day")
	}
	return f, true
}

// atNow reports whether "now" stands for the day: "until now", "as of now".
func (w *Worker) atNow(i int) bool {
	switch w.at(i - 1) {
	case cUntil, cBy, cOf, cSince, cBetween:
		return true
	}
	if w.spells(i-1, "and") && w.between(i-2) {
		return true
	}
	return i+1 >= len(w.items) || w.isMark(i+1, '.') || w.isMark(i+1, '?') || w.isMark(i+1, '!')
}

// between reports whether "between" stands a few words before item i.
func (w *Worker) between(i int) bool {
	for k := 0; k < 4 && i-k >= 0; k++ {
		if w.at(i-k) == cBetween {
			return true
		}
	}
	return false
}

// present reads "at present" and "at the moment".
func (w *Worker) present(i int) (found, bool) {
	j := i + 1
	if w.at(j) == cThe {
		j++
	}
	switch {
	case j == i+1 && w.spells(j, "present"):
	case j == i+2 && (w.spells(j, "moment") || w.spells(j, "present") && w.spells(j+1, "time")):
		if w.spells(j, "present") {
			j++
		}
		if w.at(j+1) == cOf || w.counts(j+1) || w.spells(j+1, "when") {
			return found{}, false
		}
	default:
		return found{}, false
	}
	f := found{first: i, next: j + 1, unit: uDay, value: "PRESENT_REF", why: "the document's day"}
	if w.dct.Known() {
		f = f.on(w.dct, "the document's day")
	}
	return f, true
}
