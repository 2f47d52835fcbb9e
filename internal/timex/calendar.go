package timex

import (
	"time"

	entente "github.com/entente-news/entente"
)

// date is a day taken apart.
type date struct{ year, month, day int }

// split takes a known day apart.
func split(d entente.Day) date {
	y, m, dd := d.Time().Date()
	return date{y, int(m), dd}
}

// dayOf returns the day of a date whose month may overflow.
func dayOf(y, m, d int) entente.Day { return entente.NewDay(y, time.Month(m), d) }

// monthEnd returns the last day of a month that may overflow.
func monthEnd(y, m int) entente.Day { return dayOf(y, m+1, 1) - 1 }

// daysIn returns the number of days of a month 1..12.
func daysIn(y, m int) int { return int(dayOf(y, m+1, 1) - dayOf(y, m, 1)) }

// isDate reports whether y-m-d stands in the calendar.
func isDate(y, m, d int) bool {
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

// weekday returns 0 for Sunday to 6 for Saturday.
func weekday(d entente.Day) int { return int(((d+4)%7 + 7) % 7) }

// weekStart returns the Monday of d's ISO week.
func weekStart(d entente.Day) entente.Day { return d - entente.Day((weekday(d)+6)%7) }

// onWeekday returns the day of that weekday in the direction from d: the
// nearest at or before d for dir < 0, at or after d for dir > 0.
func onWeekday(d entente.Day, wd, dir int) entente.Day {
	back := entente.Day((weekday(d) - wd + 7) % 7)
	if dir > 0 {
		return d + (7-back)%7
	}
	return d - back
}

// addMonths moves d by n months and keeps the day within the month.
func addMonths(d entente.Day, n int) entente.Day {
	s := split(d)
	first := split(dayOf(s.year, s.month+n, 1))
	return dayOf(first.year, first.month, min(s.day, daysIn(first.year, first.month)))
}

// easter returns Easter Sunday of a year in the Gregorian calendar (the
// anonymous algorithm, Nature 1876).
func easter(y int) entente.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

// nthWeekday returns the n-th weekday of a month, the last for n < 0.
func nthWeekday(y, m, wd, n int) entente.Day {
	if n < 0 {
		return onWeekday(monthEnd(y, m), wd, -1)
	}
	return onWeekday(dayOf(y, m, 1), wd, 1) + entente.Day(7*(n-1))
}

// summerTime reports whether the United States keep summer time on d (since
// 2007: second Sunday of March to first Sunday of November).
func summerTime(d entente.Day) bool {
	y := split(d).year
	return d >= nthWeekday(y, 3, 0, 2) && d < nthWeekday(y, 11, 0, 1)
}
