package eval

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// The program prints TIMEX3 values and an interval of days. Two gold sets
// write the same things in another way, and the functions below rewrite ours:
// general rules, stated in docs/evaluation/dates.md, that see the document,
// its date and our own reading, never the gold annotation.

// momentLayout is a TIMEX3 value with a time of day.
const momentLayout = "2006-01-02T15:04"

var (
	clockInText = regexp.MustCompile(`(\d{1,2})\s?[:.]\s?(\d\d)`)
	fullDate    = regexp.MustCompile(`\d{4}|\d{1,2}/\d{1,2}/\d{2}`)
	summerZone  = regexp.MustCompile(`\b([ECMP]DT|AKDT|BST|CEST|EEST)\b`)
	mixedZone   = regexp.MustCompile(`\b[EP]T\b`)
)

// timeML rewrites for EventStoryLine, which gives times of day in UTC and
// takes summer time for standard time. The publication line, set against the
// document's date, tells how far the document's clocks are from UTC.
func timeML(r *reading) []Timex {
	out := []Timex{}
	shift, known := r.shift()
	for i := range r.dates {
		e := &r.dates[i]
		t := r.timex(e)
		if local, ok := r.local(e); ok {
			switch {
			case known:
				t.Value = local.Add(shift).Format(momentLayout)
				if strings.HasSuffix(r.dct, "Z") {
					t.Value += "Z"
				}
			case strings.HasSuffix(e.Value, "Z") && r.summer(e):
				if at, err := time.Parse(momentLayout, e.Value[:len(momentLayout)]); err == nil {
					t.Value = at.Add(time.Hour).Format(momentLayout) + "Z"
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// shift returns what the document's clocks lack to UTC, by the first time with
// a full date that lies a whole number of quarters of an hour, at most 14
// hours, from the document's moment.
func (r *reading) shift() (time.Duration, bool) {
	if r.d.DateOnly || r.d.Published.IsZero() {
		return 0, false
	}
	for i := range r.dates {
		e := &r.dates[i]
		local, ok := r.local(e)
		if !ok || !fullDate.MatchString(e.Span.In(r.d.Text)) {
			continue
		}
		by := r.d.Published.Sub(local)
		if by.Abs() <= 14*time.Hour && by%(15*time.Minute) == 0 {
			return by, true
		}
	}
	return 0, false
}

// local returns the time of day of e as the text tells it.
func (r *reading) local(e *entente.TimeExpr) (time.Time, bool) {
	if len(e.Value) < len(momentLayout) {
		return time.Time{}, false
	}
	at, err := time.Parse(momentLayout, e.Value[:len(momentLayout)])
	if err != nil || !strings.HasSuffix(e.Value, "Z") {
		return at, err == nil
	}
	said := e.Span.In(r.d.Text)
	m := clockInText.FindStringSubmatch(said)
	if m == nil || !e.From.Known() {
		return at, false
	}
	h, _ := strconv.Atoi(m[1])
	n, _ := strconv.Atoi(m[2])
	switch low := strings.ToLower(strings.Join(strings.Fields(said), "")); {
	case strings.Contains(low, m[2]+"p") && h < 12:
		h += 12
	case strings.Contains(low, m[2]+"a") && h == 12:
		h = 0
	}
	return e.From.Time().Add(time.Duration(h)*time.Hour + time.Duration(n)*time.Minute), true
}

// summer reports whether the zone of e is one of summer time.
func (r *reading) summer(e *entente.TimeExpr) bool {
	said := e.Span.In(r.d.Text)
	if summerZone.MatchString(said) {
		return true
	}
	m := e.From.Time().Month()
	return mixedZone.MatchString(said) && m >= time.April && m <= time.October
}

// tei rewrites for GUM, whose TEI attributes know points (when) and intervals
// (from, to, notBefore, notAfter) of the calendar, and no lengths, sets, parts
// of the day or weeks.
func tei(r *reading) []Timex {
	out := []Timex{}
	for i := range r.dates {
		e := &r.dates[i]
		t := r.timex(e)
		t.Type = "DATE"
		v := e.Value
		switch {
		case (v == "PAST_REF") && e.To.Known() || e.Type == entente.TimeDuration && e.To.Known() && strings.HasPrefix(v, "PX"):
			t.Value = "../" + e.To.String()
		case e.Type == entente.TimeSet || e.Type == entente.TimeDuration && !e.To.Known():
			continue
		case e.Type == entente.TimeDuration:
			t.Value = e.From.String() + "/" + e.To.String()
		case len(v) == 7 && v[4] == '-' && (v[5:] == "SP" || v[5:] == "SU" || v[5:] == "FA" || v[5:] == "WI"):
			t.Value = seasonOf(v)
		case strings.HasPrefix(v, "XXXX-"):
			t.Value = "--" + strings.TrimPrefix(v, "XXXX-")
		case strings.HasPrefix(v, "BC"):
			t.Value = "-" + strings.TrimLeft(v[2:], "0")
		case e.Type == entente.TimeTime && len(v) > 10:
			t.Value = v[:10]
			if e.From.Known() {
				t.Value = e.From.String()
			}
		case strings.HasSuffix(v, "X"): // decades and centuries
			t.Value = wholeOf(v)
		case strings.Contains(v, "-W") || strings.Contains(v, "-Q") || strings.Contains(v, "-H"):
			from, to := e.From, e.To
			if !from.Known() && len(v) == len("2024-W20") { // "until last week"
				from = to - 6
			}
			if from.Known() && to.Known() {
				t.Value = from.String() + "/" + to.String()
			}
		}
		out = append(out, t)
	}
	return out
}

// wholeOf writes 199X and 19XX as an interval.
func wholeOf(v string) string {
	from, to := strings.ReplaceAll(v, "X", "0"), strings.ReplaceAll(v, "X", "9")
	return from + "-01-01/" + to + "-12-31"
}

// seasonOf writes 2012-SU as GUM does: from the month that the season begins
// in to the one that it ends in.
func seasonOf(v string) string {
	from, to := "03", "06"
	switch v[5:] {
	case "SU":
		from, to = "06", "09"
	case "FA":
		from, to = "09", "12"
	case "WI":
		from, to = "12", "03"
	}
	y, err := strconv.Atoi(v[:4])
	if err != nil {
		return "--" + from + "/--" + to
	}
	if to < from {
		return fmt.Sprintf("%04d-%s/%04d-%s", y, from, y+1, to)
	}
	return fmt.Sprintf("%04d-%s/%04d-%s", y, from, y, to)
}
