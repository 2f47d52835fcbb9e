package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/entente-news/entente"
)

// The shapes of TIMEX3 values (Pustejovsky et al., 2003) that the format
// knows.
var (
	timexDay      = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)
	timexClock    = regexp.MustCompile(`^(MO|MI|AF|EV|NI|DT|\d\d(:\d\d(:\d\d)?)?)Z?$`)
	timexWeek     = regexp.MustCompile(`^(\d{4})-W(\d\d)(-WE|-[1-7])?$`)
	timexMonth    = regexp.MustCompile(`^(\d{4})-(\d\d)$`)
	timexPart     = regexp.MustCompile(`^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)$`)
	timexYears    = regexp.MustCompile(`^(\d{2,4})$`)
	timexDuration = regexp.MustCompile(`^P(T?(\d+(\.\d+)?|X+)(Y|Q|M|W|D|H|S|WE|DE|CE))+(T(\d+|X+)[HMS])*$`)
	timexOpen     = regexp.MustCompile(`^[\dX]{2,4}(-(W?[\dX]{2}|[QH][\dX]|SP|SU|FA|AU|WI)(-[\dX]{1,2}|-WE)?)?(T(MO|MI|AF|EV|NI|DT|[\dX:]+))?$`)
)

// interval is an inclusive interval of days with its precision.
type interval struct {
	from, to  entente.Day
	precision string
}

// newDate reads a typed value.
func newDate(span Span, typed string) (Date, error) {
	d := Date{Start: span.Start, End: span.End, Type: "DATE"}
	if set, ok := strings.CutPrefix(typed, "SET "); ok {
		d.Type, d.Value = "SET", set
		if !timexDuration.MatchString(set) && !timexOpen.MatchString(set) {
			return d, fmt.Errorf("bad value of a set %q", typed)
		}
		return d, nil
	}
	v, mod, _ := strings.Cut(typed, " ")
	if mod != "" && !listed("START MID END APPROX", mod) {
		return d, fmt.Errorf("bad value %q: behind the blank stands START, MID, END or APPROX", typed)
	}
	d.Value, d.Mod = v, optional(mod)
	switch {
	case timexDuration.MatchString(v):
		d.Type = "DURATION"
		return d, nil
	case listed("PAST_REF PRESENT_REF FUTURE_REF", v):
		return d, nil
	}
	if strings.Contains(v, "T") {
		d.Type = "TIME"
	}
	iv, err := intervalOf(v)
	if err != nil {
		return d, err
	}
	if iv.precision == "" {
		return d, nil
	}
	iv = iv.third(mod)
	d.From, d.To, d.precision = optional(iv.from.String()), optional(iv.to.String()), iv.precision
	return d, nil
}

// intervalOf returns the days of a value; the zero interval for one with
// unknown parts.
func intervalOf(v string) (interval, error) {
	bad := fmt.Errorf("bad value %q of a time", v)
	date, clock, timed := strings.Cut(v, "T")
	if timed && timexDay.MatchString(date) {
		if !timexClock.MatchString(clock) {
			return interval{}, bad
		}
		v = date
	}
	switch {
	case timexDay.MatchString(v):
		d, err := entente.ParseDay(v)
		if err != nil {
			return interval{}, fmt.Errorf("bad value of a time: %w", err)
		}
		return interval{d, d, "day"}, nil
	case timexWeek.MatchString(v):
		return weekOf(timexWeek.FindStringSubmatch(v))
	case timexMonth.MatchString(v):
		m := timexMonth.FindStringSubmatch(v)
		month := number(m[2])
		if month < 1 || month > 12 {
			return interval{}, bad
		}
		return months(number(m[1]), month, 1, "month"), nil
	case timexPart.MatchString(v):
		m := timexPart.FindStringSubmatch(v)
		return partOf(number(m[1]), m[2]), nil
	case timexYears.MatchString(v):
		switch y := number(v); len(v) {
		case 4:
			return months(y, 1, 12, "year"), nil
		case 3:
			return months(10*y, 1, 120, "decade"), nil
		default:
			return months(100*y, 1, 1200, "span"), nil
		}
	case timexOpen.MatchString(v) && strings.Contains(v, "X"):
		return interval{}, nil
	}
	return interval{}, bad
}

// partOf returns a quarter, half or season of a year. Seasons are those of the
// north, of whole months; winter begins in December.
func partOf(year int, part string) interval {
	switch part {
	case "SP":
		return months(year, 3, 3, "span")
	case "SU":
		return months(year, 6, 3, "span")
	case "FA", "AU":
		return months(year, 9, 3, "span")
	case "WI":
		return months(year, 12, 3, "span")
	case "H1", "H2":
		return months(year, 6*number(part[1:])-5, 6, "span")
	default:
		return months(year, 3*number(part[1:])-2, 3, "quarter")
	}
}

// weekOf returns a week of ISO 8601, its weekend or one of its days.
func weekOf(m []string) (interval, error) {
	y, n := number(m[1]), number(m[2])
	fourth := entente.NewDay(y, time.January, 4)                                       // always in the first week
	monday := fourth - entente.Day((int(fourth.Weekday())+6)%7) + entente.Day(7*(n-1)) //nolint:gosec // two digits
	if wy, wn := monday.Time().ISOWeek(); wy != y || wn != n {
		return interval{}, fmt.Errorf("bad value of a time: the year %d has no week %d", y, n)
	}
	switch m[3] {
	case "":
		return interval{monday, monday + 6, "week"}, nil
	case "-WE":
		return interval{monday + 5, monday + 6, "span"}, nil
	}
	d := monday + entente.Day(number(m[3][1:])-1) //nolint:gosec // one digit
	return interval{d, d, "day"}, nil
}

// months returns the interval of n months.
func months(year, month, n int, precision string) interval {
	return interval{entente.NewDay(year, time.Month(month), 1), entente.NewDay(year, time.Month(month+n), 0), precision}
}

// third narrows an interval to its first, middle or last third; a month is cut
// after the 10th and the 20th. A day stays.
func (iv interval) third(mod string) interval {
	if iv.precision == "day" || !listed("START MID END", mod) {
		return iv
	}
	n := iv.to - iv.from + 1
	a, b := iv.from+n/3, iv.from+2*n/3
	if iv.precision == "month" {
		a, b = iv.from+10, iv.from+20
	}
	switch mod {
	case "START":
		iv.to = a - 1
	case "MID":
		iv.from, iv.to = a, b-1
	default:
		iv.from = b
	}
	iv.precision = "span"
	return iv
}

// number reads digits that a pattern has matched.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
