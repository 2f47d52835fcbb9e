package timex

import (
	"fmt"
	"strconv"
	"time"

	entente "github.com/entente-news/entente"
)

// seasons are the TIMEX3 codes of the seasons.
var seasons = [...]string{"SP", "SU", "FA", "WI"}

// value writes the TIMEX3 value of f.
func (w *Worker) value(f found) string {
	if f.value != "" {
		return f.value
	}
	if !f.known {
		return w.floatingTime(f)
	}
	if f.till.set {
		return f.clock.value(f.from) + "/" + f.till.value(f.from+later(f.clock, f.till))
	}
	if f.clock.set {
		return f.clock.value(f.from)
	}
	d := split(f.from)
	switch f.unit {
	case uWeekend:
		y, n := f.from.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d-WE", y, n)
	case uWeek:
		y, n := f.from.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, n)
	case uMonth:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	case uQuarter:
		return fmt.Sprintf("%04d-Q%d", d.year, (d.month+2)/3)
	case uHalf:
		return fmt.Sprintf("%04d-H%d", d.year, (d.month+5)/6)
	case uYear:
		return fmt.Sprintf("%04d", d.year)
	case uDecade:
		return fmt.Sprintf("%03dX", d.year/10)
	case uCentury:
		return fmt.Sprintf("%02dXX", d.year/100)
	}
	if f.part != "" {
		return f.from.String() + partValue(f.part)
	}
	return f.from.String()
}

// partValue is the ending of a value for a part of the day.
func partValue(part string) string {
	if part[0] == 'T' {
		return part
	}
	return "T" + part
}

// floatingTime is the value of a time of day on an unknown day.
func (w *Worker) floatingTime(f found) string {
	switch {
	case f.till.set:
		return "XXXX-XX-XX" + f.clock.time() + "/XXXX-XX-XX" + f.till.time()
	case f.clock.set:
		return "XXXX-XX-XX" + f.clock.time()
	case f.part != "" && f.typ == entente.TimeTime:
		return "XXXX-XX-XX" + partValue(f.part)
	}
	return ""
}

// pattern is the value of a month and day of an unknown year.
func pattern(month, day int) string {
	if day == 0 {
		return fmt.Sprintf("XXXX-%02d", month)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", month, day)
}

// clock is a time of day.
type clock struct {
	set            bool
	hour, min, sec int
	hasMin, hasSec bool
	zone           int16
	hasZone        bool
	half           bool // am or pm was said
}

// later returns 1 when the second time of day is one of the day after.
func later(c, d clock) entente.Day {
	if d.hour*60+d.min < c.hour*60+c.min {
		return 1
	}
	return 0
}

// time writes T15:04.
func (c clock) time() string {
	switch {
	case c.hasSec:
		return fmt.Sprintf("T%02d:%02d:%02d", c.hour, c.min, c.sec)
	default:
		return fmt.Sprintf("T%02d:%02d", c.hour, c.min)
	}
}

// value writes the moment on day d, in UTC when the zone is known.
func (c clock) value(d entente.Day) string {
	if !c.hasZone {
		return d.String() + c.time()
	}
	m := c.hour*60 + c.min - c.east(d)
	for m < 0 {
		m, d = m+1440, d-1
	}
	for m >= 1440 {
		m, d = m-1440, d+1
	}
	c.hour, c.min = m/60, m%60
	return d.String() + c.time() + "Z"
}

// east returns the minutes east of UTC of c's zone on day d.
func (c clock) east(d entente.Day) int {
	if c.zone < zoneEast {
		return int(c.zone)
	}
	m := -300 - 60*int(c.zone-zoneEast)
	if summerTime(d) {
		m += 60
	}
	return m
}

// number writes n without an exponent.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// length writes the TIMEX3 value of n units; n < 0 is an unknown number.
func length(n float64, u unit) string {
	num := "X"
	if n >= 0 {
		num = number(n)
	}
	switch u {
	case uSecond:
		return "PT" + num + "S"
	case uMinute:
		return "PT" + num + "M"
	case uHour:
		return "PT" + num + "H"
	case uDay:
		return "P" + num + "D"
	case uWeekend:
		return "P" + num + "WE"
	case uWeek:
		return "P" + num + "W"
	case uFortnight:
		if n >= 0 {
			num = number(2 * n)
		}
		return "P" + num + "W"
	case uMonth:
		return "P" + num + "M"
	case uQuarter:
		return "P" + num + "Q"
	case uDecade:
		if n >= 0 {
			num = number(10 * n)
		} else {
			num = "X0"
		}
		return "P" + num + "Y"
	case uCentury:
		if n >= 0 {
			num = number(100 * n)
		} else {
			num = "X00"
		}
		return "P" + num + "Y"
	}
	return "P" + num + "Y"
}

// span returns the first and last day of the unit that holds d.
func (u unit) span(d entente.Day) (from, to entente.Day) {
	s := split(d)
	switch u {
	case uWeek:
		return weekStart(d), weekStart(d) + 6
	case uWeekend:
		return weekStart(d) + 5, weekStart(d) + 6
	case uMonth:
		return dayOf(s.year, s.month, 1), monthEnd(s.year, s.month)
	case uQuarter:
		q := (s.month-1)/3*3 + 1
		return dayOf(s.year, q, 1), monthEnd(s.year, q+2)
	case uHalf:
		h := (s.month-1)/6*6 + 1
		return dayOf(s.year, h, 1), monthEnd(s.year, h+5)
	case uYear:
		return dayOf(s.year, 1, 1), dayOf(s.year, 12, 31)
	case uDecade:
		y := s.year / 10 * 10
		return dayOf(y, 1, 1), dayOf(y+9, 12, 31)
	case uCentury:
		y := s.year / 100 * 100
		return dayOf(y, 1, 1), dayOf(y+99, 12, 31)
	}
	return d, d
}

// shift moves d by n units.
func (u unit) shift(d entente.Day, n int) entente.Day {
	switch u {
	case uDay:
		return d + entente.Day(n)
	case uWeek, uWeekend:
		return d + entente.Day(7*n)
	case uFortnight:
		return d + entente.Day(14*n)
	case uMonth:
		return addMonths(d, n)
	case uQuarter:
		return addMonths(d, 3*n)
	case uHalf:
		return addMonths(d, 6*n)
	case uYear:
		return addMonths(d, 12*n)
	case uDecade:
		return addMonths(d, 120*n)
	case uCentury:
		return addMonths(d, 1200*n)
	}
	return d
}

// moment returns the document's moment moved by n units shorter than a day,
// as a value; "" when the document has no time of day.
func (w *Worker) moment(u unit, n int) string {
	if w.doc.DateOnly || w.doc.Published.IsZero() {
		return ""
	}
	step := map[unit]time.Duration{uSecond: time.Second, uMinute: time.Minute, uHour: time.Hour}[u]
	return w.doc.Published.Add(time.Duration(n) * step).Format("2006-01-02T15:04")
}
