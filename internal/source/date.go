package source

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ErrTime is wrapped by the errors of [ParseTime].
var ErrTime = errors.New("not a date that can be read")

// The years that a document may be from. Newspapers begin in 1605; what lies
// far ahead is a mistake of whoever wrote it.
const (
	minYear = 1600
	maxYear = 2199
)

// timeLayouts are the layouts with a time of day; those without an offset are
// UTC.
var timeLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04",
	"2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999 Z07:00", "2006-01-02 15:04:05.999999999 -0700", "2006-01-02 15:04:05.999999999 MST",
	"2006-01-02 15:04:05.999999999", "2006-01-02 15:04", "2006-01-02 15:04 MST", "2006/01/02 15:04:05", "2006/01/02 15:04", "2006.01.02 15:04:05",
	"20060102T150405Z", "20060102T150405Z0700", "20060102150405", "20060102T150405",
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006 15:04 MST",
	"Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 Jan 06 15:04:05 MST", "Monday, 02-Jan-06 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006 15:04 MST", "2 Jan 06 15:04 MST", "2 Jan 06 15:04 -0700",
	"2 Jan 2006 3:04 PM", "2 Jan 2006 3:04 PM MST", "Jan 2 2006 15:04:05", "Jan 2 2006 15:04", "Jan 2 2006 15:04 MST", "Jan 2 2006 3:04 PM", "Jan 2 2006 3:04 PM MST", "Jan 2 2006 3:04:05 PM",
	"Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 -0700 2006", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 2006 15:04:05 GMT-0700", "Jan 2 15:04:05 MST 2006",
	"2.1.2006 15:04:05", "2.1.2006 15:04",
}

// dayLayouts are the layouts of a date alone.
var dayLayouts = []string{
	"2006-01-02", "2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "20060102", "2006-01-02Z07:00",
	"2 Jan 2006", "Jan 2 2006", "2006 Jan 2", "Mon 2 Jan 2006", "Mon Jan 2 2006", "2-Jan-2006", "2-Jan-06", "2.1.2006", "02-01-2006",
}

var (
	ordinal   = regexp.MustCompile(`\b(\d{1,2})(st|nd|rd|th)\b`)
	longMonth = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b\.?`)
	longDay   = regexp.MustCompile(`(?i)\b(mon|tue|wed|thu|fri|sat|sun)(day|sday|s|nesday|rsday|rs|r|urday)?\b\.?,?`)
	slashed   = regexp.MustCompile(`^(\d{1,2})[/](\d{1,2})[/](\d{4})\b(.*)$`)
	zoneTail  = regexp.MustCompile(`\s*\(.*\)$|\[[A-Za-z_/]+\]$`)
	clockHalf = regexp.MustCompile(`(?i)\b(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap])\.?m\.?(?:\s|$)`)
)

// zoneOffsets are the offsets of the zone abbreviations of RFC 822 and of the
// commonest ones of European news, in minutes. An abbreviation that is not
// here leaves the time in UTC.
var zoneOffsets = map[string]int{"UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
	"PST": -480, "PDT": -420, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "BST": 60, "WET": 0, "WEST": 60, "MSK": 180, "JST": 540, "KST": 540, "IST": 330}

// ParseTime reads the date of publication of a document: RFC 3339, ISO 8601,
// RFC 822, 1123 and 850, the usual ways of spelling a date in English, seconds
// or milliseconds since 1970, and what tables hold ("16.05.2024",
// "5/16/2024"). It keeps the offset that s names; without one the time is UTC.
// dateOnly says that s holds no time of day. A date with both numbers under 13
// and slashes may be day or month first, and is refused, as are years outside
// 1600 to 2199: no date is ever guessed. Its error wraps [ErrTime].
func ParseTime(s string) (t time.Time, dateOnly bool, err error) {
	fail := func() (time.Time, bool, error) {
		return time.Time{}, false, fmt.Errorf("%q: %w", s[:min(len(s), 60)], ErrTime)
	}
	if len(s) > 100 {
		return fail()
	}
	v := tidyTime(s)
	t, dateOnly, ok := parseLayouts(v)
	if !ok {
		t, ok = parseEpoch(v)
	}
	if !ok {
		t, dateOnly, ok = parseSlashed(v)
	}
	if !ok || t.Year() < minYear || t.Year() > maxYear {
		return fail()
	}
	return t, dateOnly, nil
}

// tidyTime brings the spellings of months, days and clocks into those that the
// layouts use.
func tidyTime(s string) string {
	v := strings.Join(strings.Fields(s), " ")
	if i := strings.IndexAny(v, "0123456789"); i > 0 && strings.HasSuffix(strings.TrimSpace(v[:i]), ":") {
		v = v[i:] // "Published: 16 May 2024"
	}
	if strings.IndexFunc(v, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }) < 0 {
		return v
	}
	v = zoneTail.ReplaceAllString(v, "")
	v = ordinal.ReplaceAllString(v, "$1")
	v = clockHalf.ReplaceAllStringFunc(v, func(m string) string {
		p := clockHalf.FindStringSubmatch(m)
		return p[1] + " " + strings.ToUpper(p[2]) + "M "
	})
	if !strings.Contains(v, "T") || !strings.Contains(v, ":") || strings.Contains(v, " ") {
		v = longMonth.ReplaceAllStringFunc(v, shortName)
		v = longDay.ReplaceAllStringFunc(v, func(m string) string {
			if strings.HasSuffix(m, ",") {
				return shortName(m) + ","
			}
			return shortName(m)
		})
		v = strings.ReplaceAll(v, " at ", " ")
		v = strings.ReplaceAll(v, " of ", " ")
		if i := strings.LastIndexByte(v, ','); i > 3 {
			v = v[:4] + strings.ReplaceAll(v[4:], ",", " ")
		}
	}
	return strings.Join(strings.Fields(v), " ")
}

// shortName returns the three letters of a month or a day, capitalised.
func shortName(m string) string {
	return strings.ToUpper(m[:1]) + strings.ToLower(m[1:3])
}

func parseLayouts(v string) (t time.Time, dateOnly, ok bool) {
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, v); err == nil {
			return t, true, true
		}
	}
	alone := v
	if len(v) > 5 && v[3] == ',' {
		alone = strings.TrimSpace(v[4:])
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, alone); err == nil {
			return t, true, true
		}
	}
	for _, layout := range timeLayouts {
		for _, u := range [2]string{v, alone} {
			if t, err := time.ParseInLocation(layout, u, time.UTC); err == nil {
				return zoned(t), false, true
			}
		}
	}
	return time.Time{}, false, false
}

// zoned gives a time whose zone was only an abbreviation its offset; Go knows
// that of no abbreviation but UTC.
func zoned(t time.Time) time.Time {
	name, off := t.Zone()
	minutes := zoneOffsets[name]
	if off != 0 || minutes == 0 {
		if off == 0 {
			return t.UTC()
		}
		return t
	}
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	return wall.Add(-time.Duration(minutes) * time.Minute).In(time.FixedZone("", minutes*60))
}

// parseEpoch reads seconds or milliseconds since 1970, from 1990 to 2100.
func parseEpoch(v string) (time.Time, bool) {
	if whole, frac, found := strings.Cut(v, "."); found && len(frac) < 10 {
		v = whole
	}
	n, err := strconv.ParseInt(v, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	if n > 1e11 {
		n /= 1000
	}
	if n < 631152000 || n > 4102444800 {
		return time.Time{}, false
	}
	return time.Unix(n, 0).UTC(), true
}

// parseSlashed reads 16/05/2024 and 5/16/2024 where one number can only be the
// day.
func parseSlashed(v string) (t time.Time, dateOnly, ok bool) {
	m := slashed.FindStringSubmatch(v)
	if m == nil {
		return time.Time{}, false, false
	}
	a, _ := strconv.Atoi(m[1]) // one or two digits
	b, _ := strconv.Atoi(m[2])
	switch {
	case a > 12 && b <= 12 || a == b:
		a, b = b, a
	case b > 12 && a <= 12:
	default:
		return time.Time{}, false, false
	}
	return parseISO(fmt.Sprintf("%s-%02d-%02d%s", m[3], a, b, m[4]))
}

func parseISO(v string) (t time.Time, dateOnly, ok bool) {
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02 3:04 PM", "2006-01-02 3:04:05 PM"} {
		if t, err := time.Parse(layout, strings.TrimSpace(v)); err == nil {
			return t, !strings.Contains(layout, ":"), true
		}
	}
	return time.Time{}, false, false
}
