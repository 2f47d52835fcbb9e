package extract

import (
	"strings"
	"time"
)

// pageLayouts are the layouts of dates in metadata. Only dates that cannot be
// misread are taken; the rest is left to the library.
var pageLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 GMT", "Mon Jan 2 15:04:05 MST 2006",
	"January 2, 2006 15:04", "Jan 2, 2006 3:04 PM", "20060102150405", "20060102T150405Z",
}

var pageDays = []string{"2006-01-02", "2006/01/02", "2006/1/2", "20060102", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "2.1.2006", "Mon, 2 Jan 2006", "Monday, January 2, 2006"}

// pageTime reads a date of metadata, in its own offset.
func pageTime(s string) (t time.Time, dateOnly, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 45 {
		return time.Time{}, false, false
	}
	for _, l := range pageDays {
		if t, err := time.ParseInLocation(l, s, time.UTC); err == nil {
			return t, true, plausible(t)
		}
	}
	for _, l := range pageLayouts {
		if t, err := time.ParseInLocation(l, s, time.UTC); err == nil {
			if _, off := t.Zone(); off == 0 {
				t = t.UTC()
			}
			return t, false, plausible(t)
		}
	}
	return time.Time{}, false, false
}

// plausible reports whether a page may have been published at t.
func plausible(t time.Time) bool { return t.After(minDate) && t.Before(maxDate) }
