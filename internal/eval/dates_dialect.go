package eval

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/timex"
)

// The dialect of the recognizers' specification differs from TIMEX3 in this:
//
//   - What no word fixes stays open, whatever the document's date: Thursday
//     is XXXX-WXX-4, 2 May XXXX-05-02, 3 pm T15. Our reading without the date
//     gives that, unless a word points ("last", "next", "ago").
//   - Intervals are written (first, end, length), the end outside: "from A to
//     B", quarters, decades, and lengths next to the document's day.
//   - "Two weeks ago" is a day, not a week; an unknown number is three.

var (
	pointing  = regexp.MustCompile(`\b(last|next|past|previous|following|coming|upcoming|this|today|tomorrow|yesterday|tonight|ago|now|later|earlier|day the|(?:of|in) (?:the|this|next|last) (?:week|month|year))\b`)
	counting  = regexp.MustCompile(`^(?:in |about |just |exactly )?(.+?) (ago|from now|from today|back)$|^in (.+)$`)
	unknown   = regexp.MustCompile(`^P(T?)X`)
	lengths   = regexp.MustCompile(`^P(\d+)([QWYMD])$`)
	shortUnit = regexp.MustCompile(`(hour|hr|minute|min|second|sec)s?( ago| from now)?$`)
	isLink    = regexp.MustCompile(`^\s*(to|-|–|~|until|till|through|thru)\s*(the\s+)?$`)
	isAnd     = regexp.MustCompile(`^\s*(and|-|to|through|until)\s*(the\s+)?$`)
	isBetween = regexp.MustCompile(`(?i)\bbetween\s*(the\s+)?$`)
)

// atom is an expression on its way into the dialect.
type atom struct {
	t    Timex
	span entente.Span
	from entente.Day
	to   entente.Day
}

func dialect(r *reading) []Timex {
	var atoms []atom
	for i := range r.dates {
		e := &r.dates[i]
		a := atom{t: r.timex(e), span: e.Span, from: e.From, to: e.To}
		a.t.Value = r.alone(e)
		if n := len(atoms); n > 0 && r.joined(atoms[n-1].span, e.Span) {
			if v, ok := r.pair(atoms[n-1], a); ok {
				atoms[n-1].t.End, atoms[n-1].t.Value, atoms[n-1].span.End = a.t.End, v, e.Span.End
				continue
			}
		}
		atoms = append(atoms, a)
	}
	out := make([]Timex, len(atoms))
	for i, a := range atoms {
		out[i] = a.t
		out[i].Value = finish(a)
	}
	return out
}

// alone is the value of e in the dialect, before intervals are written out.
func (r *reading) alone(e *entente.TimeExpr) string {
	said := strings.ToLower(e.Span.In(r.d.Text))
	v, bare := e.Value, r.bare[e.Span]
	switch {
	case e.Type == entente.TimeDuration && (e.From.Known() || e.To.Known()) || e.Type == entente.TimeDuration && r.after(e, "within"):
		return r.stretch(e, said)
	case e.Type == entente.TimeDuration && r.after(e, "in") && !strings.HasPrefix(said, "the ") && !r.d.Published.IsZero() && strings.HasPrefix(v, "PT"):
		return r.soon(v)
	case e.Type == entente.TimeDuration:
		return ofLength(v)
	case e.Type == entente.TimeSet:
		return hours(strings.ReplaceAll(ofLength(v), "XXXX-XX-XX", ""), said)
	case v == "PRESENT_REF":
		return v
	}
	if e.Type == entente.TimeDate && r.after(e, "in") {
		said = "in " + said
	}
	if e.Type == entente.TimeTime && len(v) == len(momentLayout) && shortUnit.MatchString(said) && (r.after(e, "in") || strings.HasSuffix(said, " ago") || strings.HasSuffix(said, "from now")) {
		return v + ":00"
	}
	if m := counting.FindStringSubmatch(said); m != nil && e.Type == entente.TimeDate && r.d.Day().Known() {
		if day, ok := counted(r.d.Day(), m[1]+m[3], m[2] == "ago" || m[2] == "back"); ok {
			return day.String()
		}
	}
	if strings.Contains(bare, "X") && (!pointing.MatchString(said) || strings.HasPrefix(bare, "XXXX-XX-XXT") && strings.Contains(said, "past")) {
		v = bare
	}
	v = strings.ReplaceAll(v, "XXXX-XX-XX", "")
	return hours(v, said)
}

// after reports whether a word stands before e.
func (r *reading) after(e *entente.TimeExpr, word string) bool {
	before := strings.TrimRight(strings.ToLower(r.d.Text[:e.Span.Start]), " ")
	return before == word || strings.HasSuffix(before, " "+word)
}

// soon is the moment that a length of hours or minutes leads to.
func (r *reading) soon(v string) string {
	d, ok := clockOf(v)
	if !ok {
		return v
	}
	return r.d.Published.Add(d).Format(secondLayout)
}

// secondLayout is a value with seconds, which the dialect gives to moments that
// are counted.
const secondLayout = "2006-01-02T15:04:05"

// clockOf reads a length of hours, minutes or seconds.
func clockOf(v string) (time.Duration, bool) {
	d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(v, "PT")))
	return d, err == nil && strings.HasPrefix(v, "PT")
}

// hours drops the minutes that the text does not write.
func hours(v, said string) string {
	if a, b, ok := strings.Cut(v, "/"); ok && strings.Contains(v, "T") {
		return hours(a, said) + "/" + hours(b, said)
	}
	if i := strings.IndexByte(v, 'T'); i >= 0 && strings.HasSuffix(v, ":00") && len(v)-i == len("T15:00") {
		h := v[i+1 : i+3]
		n, _ := strconv.Atoi(h)
		for _, s := range []string{h, strconv.Itoa(n), strconv.Itoa((n+11)%12 + 1)} {
			for _, m := range []string{":00", ".00", "00"} {
				if strings.Contains(said, s+m) {
					return v
				}
			}
		}
		return v[:len(v)-3]
	}
	return v
}

// ofLength writes a length without quarters and unknown numbers.
func ofLength(v string) string {
	v = unknown.ReplaceAllString(v, "P${1}3")
	if m := lengths.FindStringSubmatch(v); m != nil && m[2] == "Q" {
		n, _ := strconv.Atoi(m[1])
		return fmt.Sprintf("P%dM", 3*n)
	}
	return v
}

// stretch writes a length next to the document's day as an interval: one that
// is past ends with that day, one to come begins with the day after.
func (r *reading) stretch(e *entente.TimeExpr, said string) string {
	v := ofLength(e.Value)
	m := lengths.FindStringSubmatch(v)
	day := r.d.Day()
	if d, ok := clockOf(v); ok && day.Known() {
		return fmt.Sprintf("(%s,%s,%s)", r.d.Published.Format(secondLayout), r.d.Published.Add(d).Format(secondLayout), v)
	}
	if m == nil || !day.Known() {
		return v
	}
	n, _ := strconv.Atoi(m[1])
	within := r.after(e, "within")
	ahead := within || e.From.Known() && e.From >= day
	step := 1
	switch {
	case strings.Contains(said, "quarter"): // whole quarters and decades of the calendar
		t := day.Time()
		day = entente.NewDay(t.Year(), time.Month((int(t.Month())-1)/3*3+1), 1)
		step = 3
	case strings.Contains(said, "decade"):
		day = entente.NewDay(day.Time().Year()/10*10, 1, 1)
		step = 10
	case ahead && !within:
		day++
	}
	if step > 1 && ahead {
		day = moved(day, step, m[2][0])
	}
	if !ahead {
		n = -n
	}
	end := moved(day, n, m[2][0])
	if n < 0 {
		day, end = end, day
	}
	return fmt.Sprintf("(%s,%s,%s)", day, end, v)
}

// moved moves a day by n units of a TIMEX3 length.
func moved(d entente.Day, n int, unit byte) entente.Day {
	t := d.Time()
	switch unit {
	case 'D':
		return entente.DayOf(t.AddDate(0, 0, n))
	case 'W':
		return entente.DayOf(t.AddDate(0, 0, 7*n))
	case 'M':
		return entente.DayOf(t.AddDate(0, n, 0))
	}
	return entente.DayOf(t.AddDate(n, 0, 0))
}

// counted counts the length that the words tell from a day.
func counted(d entente.Day, words string, back bool) (entente.Day, bool) {
	doc := entente.Document{Text: "for " + words}
	timex.Annotate(&doc)
	if len(doc.Dates) != 1 || doc.Dates[0].Type != entente.TimeDuration {
		return d, false
	}
	v := strings.TrimPrefix(ofLength(doc.Dates[0].Value), "P")
	for v != "" {
		i := strings.IndexAny(v, "DWMY")
		if i < 1 {
			return d, false
		}
		n, err := strconv.Atoi(v[:i])
		if err != nil {
			return d, false
		}
		if back {
			n = -n
		}
		d, v = moved(d, n, v[i]), v[i+1:]
	}
	return d, true
}

// joined reports whether words between two expressions make one interval of
// them.
func (r *reading) joined(a, b entente.Span) bool {
	between := strings.ToLower(r.d.Text[a.End:b.Start])
	if isLink.MatchString(between) {
		return true
	}
	return isAnd.MatchString(between) && isBetween.MatchString(r.d.Text[:a.Start])
}

// pair writes the interval between two points.
func (r *reading) pair(a, b atom) (string, bool) {
	if a.t.Type == "DURATION" || b.t.Type == "DURATION" || a.t.Type == "SET" || strings.ContainsAny(a.t.Value+b.t.Value, "(/") || a.t.Value == "" || b.t.Value == "" {
		return "", false
	}
	x, y := r.edge(a), r.edge(b)
	if a.t.Value != "PRESENT_REF" && b.t.Value != "PRESENT_REF" {
		x, y = completed(x, y)
	}
	if !strings.Contains(x, "X") && strings.HasPrefix(y, "XXXX-WXX-") && b.to.Known() {
		y = b.to.String()
	}
	unit := unitOf(a.t.Value, b.t.Value)
	if a.t.Value == "PRESENT_REF" || b.t.Value == "PRESENT_REF" {
		unit = unitOf(x, y)
	}
	if unit == 'Y' && (x != a.t.Value || y != b.t.Value) {
		unit = 'M'
	}
	p, q := opened(x), opened(y)
	if unit == 'D' && strings.HasPrefix(p, "XXXX") != strings.HasPrefix(q, "XXXX") && a.from.Known() && b.from.Known() {
		return fmt.Sprintf("(%s,%s,P%dD)", p, q, b.to-a.from), true
	}
	return fmt.Sprintf("(%s,%s,%s)", p, q, lengthOf(p, q, unit)), true
}

// edge is the value that an end of an interval begins at: "the end of March"
// is the first of April, "the middle of 2007" its second half.
func (r *reading) edge(a atom) string {
	said, v := strings.ToLower(a.span.In(r.d.Text)), a.t.Value
	if v == "PRESENT_REF" {
		return r.d.Day().String()
	}
	if len(v) != 4 && len(v) != 7 || len(v) == 7 && v[5] > '1' {
		return v
	}
	switch {
	case strings.Contains(said, "end of"):
		if len(v) == 4 {
			return month(v, 13)
		}
		m, _ := strconv.Atoi(v[5:])
		return month(v[:4], m+1)
	case strings.Contains(said, "middle of") && len(v) == 4:
		return v + "-07-02"
	case strings.Contains(said, "middle of"):
		return v + "-16"
	case strings.Contains(said, "start of"), strings.Contains(said, "beginning of"):
		return opened(v)
	}
	return v
}

// unitOf is the unit that the dialect counts an interval in: the smaller one of
// its ends.
func unitOf(x, y string) byte {
	switch {
	case hasClock(x) && hasClock(y):
		return 'T'
	case len(x) == 4 && len(y) == 4:
		return 'Y'
	case len(x) <= 7 && len(y) <= 7:
		return 'M'
	}
	return 'D'
}

// finish writes intervals of the calendar in the dialect.
func finish(a atom) string {
	v := a.t.Value
	switch {
	case strings.HasPrefix(v, "("):
		return v
	case strings.Contains(v, "/"):
		x, y, _ := strings.Cut(v, "/")
		return between(x, y)
	case len(v) == 7 && (v[5] == 'Q' || v[5] == 'H'):
		n, m := int(v[6]-'0'), 3
		if v[5] == 'H' {
			m = 6
		}
		return fmt.Sprintf("(%s,%s,P%dM)", month(v[:4], m*(n-1)+1), month(v[:4], m*n+1), m)
	case strings.HasSuffix(v, "X") && len(v) == 4 && v[0] != 'X':
		y, _ := strconv.Atoi(strings.ReplaceAll(v, "X", "0"))
		n := 10
		if v[2] == 'X' {
			n = 100
		}
		return fmt.Sprintf("(%04d-01-01,%04d-01-01,P%dY)", y, y+n, n)
	}
	return v
}

// month writes the first of a month that may overflow into the year after.
func month(year string, m int) string {
	if m > 12 {
		m -= 12
		if y, err := strconv.Atoi(year); err == nil {
			year = fmt.Sprintf("%04d", y+1)
		}
	}
	return fmt.Sprintf("%s-%02d-01", year, m)
}

// hasClock reports whether a value has a time of day in figures.
func hasClock(v string) bool {
	i := strings.IndexByte(v, 'T')
	return i >= 0 && i+1 < len(v) && v[i+1] >= '0' && v[i+1] <= '9'
}

// between writes the interval from x to y. What x leaves open it takes from y.
func between(x, y string) string {
	x, y = completed(x, y)
	p, q := opened(x), opened(y)
	return fmt.Sprintf("(%s,%s,%s)", p, q, lengthOf(p, q, unitOf(x, y)))
}

// completed completes two ends of an interval from one another: the year that
// only the second names, the day that only one names.
func completed(x, y string) (string, string) {
	if strings.HasPrefix(x, "XXXX-") && len(y) >= 4 && y[0] != 'X' && y[0] != 'T' && len(x) >= 7 && len(y) >= 7 {
		year := y[:4]
		if x[4:] > y[4:] {
			n, _ := strconv.Atoi(year)
			year = fmt.Sprintf("%04d", n-1)
		}
		x = year + x[4:]
	}
	if strings.HasPrefix(x, "T") && !strings.HasPrefix(y, "T") && hasClock(y) {
		x = y[:strings.IndexByte(y, 'T')] + x
	}
	if strings.HasPrefix(y, "T") && !strings.HasPrefix(x, "T") && hasClock(x) {
		y = x[:strings.IndexByte(x, 'T')] + y
	}
	return x, y
}

// opened is the first day of a value.
func opened(v string) string {
	switch {
	case len(v) == 4:
		return v + "-01-01"
	case len(v) == 7 && v[5] == 'Q':
		return month(v[:4], 3*int(v[6]-'1')+1)
	case len(v) == 7 && v[4] == '-':
		return v + "-01"
	}
	return v
}

// lengthOf writes the length of an interval in the unit of its ends.
func lengthOf(x, y string, unit byte) string {
	layout := time.DateOnly
	a, b := someYear(x), someYear(y)
	if unit == 'T' {
		a, b, layout = moment(x), moment(y), momentLayout
	}
	p, err1 := time.Parse(layout, a)
	q, err2 := time.Parse(layout, b)
	if err1 != nil || err2 != nil {
		return "P?"
	}
	if q.Before(p) && unit == 'T' {
		q = q.Add(24 * time.Hour)
	} else if q.Before(p) {
		q = q.AddDate(1, 0, 0)
	}
	months := 12*(q.Year()-p.Year()) + int(q.Month()-p.Month())
	switch unit {
	case 'T':
		return clockLength(q.Sub(p))
	case 'Y':
		return fmt.Sprintf("P%dY", q.Year()-p.Year())
	case 'M':
		return fmt.Sprintf("P%dM", months)
	}
	return fmt.Sprintf("P%dD", int(q.Sub(p).Hours())/24)
}

func clockLength(d time.Duration) string {
	h, m := int(d.Hours()), int(d.Minutes())%60
	s := "PT"
	if h > 0 {
		s += strconv.Itoa(h) + "H"
	}
	if m > 0 {
		s += strconv.Itoa(m) + "M"
	}
	return s
}

// someYear puts the year 2018, which is no leap year, for an open one.
func someYear(v string) string {
	if strings.HasPrefix(v, "XXXX-") {
		return "2018" + v[4:]
	}
	return v
}

// moment puts a day for an open one, and minutes for none.
func moment(v string) string {
	day, clock, ok := strings.Cut(v, "T")
	if !ok {
		return v
	}
	clock = "T" + clock
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		day = "2018-01-01"
	}
	if len(clock) == len("T15") {
		clock += ":00"
	}
	return day + clock
}
