package timex

import entente "github.com/entente-news/entente"

// holiday is a day that has a name. A rule is a fixed date (month, day), an
// n-th weekday of a month (nth != 0, weekday in day), or days from Easter
// (month 0, day the distance).
type holiday struct {
	words           []string // lower case, without marks
	month, day, nth int
}

// holidays are the named days that news of several countries use, the longest
// name first where two begin alike. Names that several countries keep on
// different days (Independence Day, Mother's Day) are not in the table.
var holidays = []holiday{
	{[]string{"new", "year", "s", "eve"}, 12, 31, 0},
	{[]string{"new", "year", "s", "day"}, 1, 1, 0},
	{[]string{"new", "year", "s"}, 1, 1, 0},
	{[]string{"new", "years", "eve"}, 12, 31, 0},
	{[]string{"new", "years", "day"}, 1, 1, 0},
	{[]string{"christmas", "eve"}, 12, 24, 0},
	{[]string{"christmas", "day"}, 12, 25, 0},
	{[]string{"christmas"}, 12, 25, 0},
	{[]string{"boxing", "day"}, 12, 26, 0},
	{[]string{"valentine", "s", "day"}, 2, 14, 0},
	{[]string{"st", "patrick", "s", "day"}, 3, 17, 0},
	{[]string{"international", "women", "s", "day"}, 3, 8, 0},
	{[]string{"women", "s", "day"}, 3, 8, 0},
	{[]string{"earth", "day"}, 4, 22, 0},
	{[]string{"may", "day"}, 5, 1, 0},
	{[]string{"victory", "day"}, 5, 9, 0},
	{[]string{"bastille", "day"}, 7, 14, 0},
	{[]string{"halloween"}, 10, 31, 0},
	{[]string{"armistice", "day"}, 11, 11, 0},
	{[]string{"veterans", "day"}, 11, 11, 0},
	{[]string{"good", "friday"}, 0, -2, 0},
	{[]string{"palm", "sunday"}, 0, -7, 0},
	{[]string{"ash", "wednesday"}, 0, -46, 0},
	{[]string{"easter", "sunday"}, 0, 0, 0},
	{[]string{"easter", "monday"}, 0, 1, 0},
	{[]string{"easter"}, 0, 0, 0},
	{[]string{"martin", "luther", "king", "day"}, 1, 1, 3},
	{[]string{"presidents", "day"}, 2, 1, 3},
	{[]string{"memorial", "day"}, 5, 1, -1},
	{[]string{"juneteenth"}, 6, 19, 0},
	{[]string{"labor", "day"}, 9, 1, 1},
	{[]string{"columbus", "day"}, 10, 1, 2},
	{[]string{"black", "friday"}, 11, 4, 4},
	{[]string{"thanksgiving", "day"}, 11, 4, 4},
	{[]string{"thanksgiving"}, 11, 4, 4},
}

// in returns the day of h in a year.
func (h *holiday) in(y int) entente.Day {
	switch {
	case h.month == 0:
		return easter(y) + entente.Day(h.day)
	case h.words[0] == "black": // the day after Thanksgiving
		return nthWeekday(y, h.month, h.day, h.nth) + 1
	case h.nth != 0:
		return nthWeekday(y, h.month, h.day, h.nth)
	}
	return dayOf(y, h.month, h.day)
}

// holiday reads the name of a holiday at i.
func (w *Worker) holiday(i int) (found, bool) {
	if w.items[i].flag&fCap == 0 && (w.at(i) != cHoliday || w.spells(i, "new")) {
		return found{}, false
	}
	for k := range holidays {
		h := &holidays[k]
		n := w.words(i, h.words)
		if n == 0 {
			continue
		}
		f := found{first: i, next: i + n, unit: uDay}
		return w.holidayYear(f, h), true
	}
	return found{}, false
}

// holidayYear finds the year of a holiday, given or nearest.
func (w *Worker) holidayYear(f found, h *holiday) found {
	j := f.next
	if w.isMark(j, ',') {
		j++
	}
	if w.isYear(j) {
		f.next = j + 1
		return f.on(h.in(int(w.items[j].val)), "holiday with its year")
	}
	if !w.dct.Known() {
		f.why = "holiday, the document has no date"
		if h.month > 0 && h.nth == 0 {
			f.value = pattern(h.month, h.day)
		}
		return f
	}
	y := split(w.dct).year
	dir := w.direction(f.first, f.next)
	if s := w.step(f.first - 1); s != 0 && !w.anaphoric(f.first-1) {
		dir = s
	}
	best := h.in(y)
	for _, c := range [...]entente.Day{h.in(y - 1), h.in(y + 1)} {
		if better(c, best, w.dct, dir) {
			best = c
		}
	}
	return f.byTense().on(best, "holiday nearest to the document's day")
}

// better reports whether day c fits dir better than best: on the right side
// of ref first, then nearer.
func better(c, best, ref entente.Day, dir int) bool {
	cs, bs := side(c, ref, dir), side(best, ref, dir)
	if cs != bs {
		return cs
	}
	return distance(c, ref) < distance(best, ref)
}

// side reports whether d lies on the side of ref that dir asks for.
func side(d, ref entente.Day, dir int) bool {
	return dir == 0 || dir < 0 && d <= ref || dir > 0 && d >= ref
}

func distance(a, b entente.Day) entente.Day {
	if a > b {
		return a - b
	}
	return b - a
}

// words returns the number of items at i that spell the given words, marks of
// possession between them included; 0 when they do not.
func (w *Worker) words(i int, words []string) int {
	j := i
	for k, word := range words {
		if k > 0 && w.isMark(j, '\'') {
			j++
		}
		if j >= len(w.items) || w.items[j].kind != kWord || !w.spells(j, word) {
			return 0
		}
		j++
	}
	return j - i
}
