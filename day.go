package entente

import (
	"errors"
	"fmt"
	"time"
)

// Day is a civil date in the proleptic Gregorian calendar, counted in days
// from 1970-01-01. Days compare and subtract as integers. NoDay means unknown.
type Day int32

// NoDay is the Day of something whose date is not known. It is smaller than
// every real day.
const NoDay Day = -1 << 31

// ErrDay is wrapped by the errors of [ParseDay].
var ErrDay = errors.New("not a date of the form YYYY-MM-DD between the years 1 and 9999")

// DayOf returns the civil date of t in t's own location.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return NewDay(y, m, d)
}

// NewDay returns the day of the given date; month and day may overflow as in
// [time.Date].
func NewDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400) //nolint:gosec // years 1..9999 fit
}

// ParseDay reads a date of the form YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 || t.Year() > 9999 {
		return NoDay, fmt.Errorf("%q: %w", s, ErrDay)
	}
	return DayOf(t), nil
}

// Time returns midnight UTC at the start of d; for NoDay the zero time.
func (d Day) Time() time.Time {
	if d == NoDay {
		return time.Time{}
	}
	return time.Unix(int64(d)*86400, 0).UTC()
}

// Known reports whether d is a real day.
func (d Day) Known() bool { return d != NoDay }

// Weekday returns the day of the week of d, which must be known.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// String returns d as YYYY-MM-DD, or "" for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}
