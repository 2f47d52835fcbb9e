package timex

import "fmt"

// era reads years that an era goes with: "AD 842", "347 AD", "400 BC", "5000
// BCE", "c. 347", "the year 71". Years before the era have the TIMEX2 value
// BC0400 and no interval: days are counted from the year 1 on.
func (w *Worker) era(i int) (found, bool) {
	j := i
	lead := w.at(j) == cEra
	if lead {
		j++
	}
	if !w.numberAt(j) || w.items[j].flag&(fComma|fOrdinal) != 0 || w.items[j].digits > 4 || w.items[j].val < 1 {
		return found{}, false
	}
	y := int(w.items[j].val)
	f := found{first: i, next: j + 1, unit: uYear, explicit: true}
	switch {
	case lead && w.spells(i, "ad"):
	case lead:
		return found{}, false
	case w.at(j+1) == cEra:
		f.next++
		if w.items[j+1].val < 0 {
			f.explicit = false
			f.value, f.why = fmt.Sprintf("BC%04d", y), "year before the era"
			return f, true
		}
	case w.spells(i-1, "year") && w.items[j].digits < 4 && (w.spells(i-2, "the") || w.spells(i-2, "in")),
		w.items[j].digits == 3 && w.isMark(i-1, '.') && (w.spells(i-2, "c") || w.spells(i-2, "ca")):
	default:
		return found{}, false
	}
	return f.between(dayOf(y, 1, 1), dayOf(y, 12, 31), "year of the era"), true
}
