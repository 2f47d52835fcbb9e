package brief

import (
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// When a report was published is sometimes wrong: an archive gives the day on which a
// page was taken. An address often has the day as well.

// doubtDays is how far the day in an address may be from the day of a report.
const doubtDays = 31

// sure returns a report as a brief reads it: without its day where the address gives
// another one by more than a month.
func sure(d *entente.Document) *entente.Document {
	day := addressDay(d.URL)
	if !day.Known() || !d.Day().Known() || day-d.Day() <= doubtDays && d.Day()-day <= doubtDays {
		return d
	}
	out := *d
	out.Published = time.Time{}
	return &out
}

// disputed reports whether the address of a report gives another day than the report
// has: what it calls today may be either.
func disputed(d *entente.Document) bool {
	day := d.Day()
	if at := addressDay(d.URL); at.Known() {
		return at != day // also where the report has none, or lost it
	}
	if !day.Known() {
		return false
	}
	near, same := false, false
	for _, at := range shortDays(d.URL) {
		near = near || at-day <= doubtDays && day-at <= doubtDays
		same = same || at == day
	}
	return near && !same
}

// shortDays are the days that six digits at the head of a part of an address may mean:
// 031309, 130309, 090313. They may be a number of the page as well.
func shortDays(url string) (out []entente.Day) {
	for _, part := range strings.FieldsFunc(url, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) {
		if digits(part) != 6 {
			continue
		}
		a, b, c := two(part), two(part[2:]), two(part[4:])
		for _, x := range [][3]int{{c, a, b}, {c, b, a}, {a, b, c}} {
			if day, ok := calendar(2000+x[0], x[1], x[2]); ok {
				out = append(out, day)
			}
		}
	}
	return out
}

// digits counts the digits at the head of a text.
func digits(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

// two is the number of two digits at the head of a text.
func two(s string) int { return 10*int(s[0]-'0') + int(s[1]-'0') }

// calendar is a day by its numbers, if there is one.
func calendar(year, month, day int) (entente.Day, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return entente.DayOf(t), month >= 1 && month <= 12 && t.Day() == day && t.Month() == time.Month(month)
}

// monthOf is the number of a month by its name or the first three letters, 0 for none.
func monthOf(w string) int {
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); w == name || w == name[:3] {
			return int(m)
		}
	}
	return 0
}

// addressDay is the day in an address, NoDay where there is none: /2013/09/09/,
// 2013-09-09, 20130909, august_8_2008, sep-09-2013, /2013/sep/09/.
func addressDay(url string) entente.Day {
	parts := strings.FieldsFunc(strings.ToLower(url), func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'z') })
	number := func(s string, low, high int) (n int, ok bool) {
		if len(s) == 0 || len(s) > 4 {
			return 0, false
		}
		for i := range len(s) {
			if !digit(s[i]) {
				return 0, false
			}
			n = 10*n + int(s[i]-'0')
		}
		return n, n >= low && n <= high
	}
	for _, part := range parts {
		if digits(part) == 8 && (part[0] == '2' && part[1] == '0' || part[0] == '1' && part[1] == '9') {
			if day, ok := calendar(100*two(part)+two(part[2:]), two(part[4:]), two(part[6:])); ok {
				return day
			}
		}
	}
	for i := 0; i+2 < len(parts); i++ {
		if y, ok := number(parts[i], 1990, 2099); ok {
			m, is := number(parts[i+1], 1, 12)
			if is = is && len(parts[i+1]) == 2; !is {
				m = monthOf(parts[i+1])
			}
			d, also := number(parts[i+2], 1, 31)
			if day, ok := calendar(y, m, d); ok && also && len(parts[i+2]) == 2 {
				return day
			}
		}
		y, is := number(parts[i+2], 1990, 2099)
		if !is {
			continue
		}
		for _, x := range [2][2]string{{parts[i], parts[i+1]}, {parts[i+1], parts[i]}} {
			d, also := number(x[1], 1, 31)
			if day, ok := calendar(y, monthOf(x[0]), d); ok && also {
				return day
			}
		}
	}
	return entente.NoDay
}

// inherits reports whether a sentence in the past without a day of its own stands right
// behind one of an earlier time, which it goes on with: "In May this year … The
// authorities set up a quarantine".
func inherits(d *entente.Document, k int) bool {
	if k == 0 || dayLine(d, k-1) {
		return false
	}
	s, before := &d.Sentences[k], &d.Sentences[k-1]
	past := false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		past = past || d.Tokens[i].XPOS == "VBD"
	}
	if !past || strings.ContainsRune(d.Text[before.Span.End:s.Span.Start], '\n') && k == 1 {
		return false
	}
	for i := range d.Dates {
		if x := &d.Dates[i]; x.Type != entente.TimeDuration && s.Span.Contains(x.Span) {
			return false
		}
	}
	return !strings.ContainsRune(d.Text[before.Span.End:s.Span.Start], '\n') && since(d, k-1) || timed(d, k-1) == longPast
}

// since reports whether a sentence, or those above it in its paragraph that it goes on
// with, tell of an earlier time: "In February … Three weeks later … Sanctions followed".
func since(d *entente.Document, k int) bool {
	const far = 4
	for i := k; i >= 0 && i > k-far; i-- {
		switch timed(d, i) {
		case longPast:
			return true
		case lately:
			return false
		}
		if i == 0 || strings.ContainsRune(d.Text[d.Sentences[i-1].Span.End:d.Sentences[i].Span.Start], '\n') {
			return false
		}
	}
	return false
}

// When a sentence is of, by its own words.
const (
	timeless = iota
	lately
	longPast
)

// timed says whether the words of a sentence for a time mean one well before the report.
func timed(d *entente.Document, k int) int {
	out := timeless
	for i := range d.Dates {
		x := &d.Dates[i]
		if x.Type == entente.TimeDuration || !d.Sentences[k].Span.Contains(x.Span) {
			continue
		}
		if longAgo(d, x) {
			return longPast
		}
		if low := strings.ToLower(x.Span.In(d.Text)); !strings.Contains(low, "later") && !strings.Contains(low, "after") {
			out = lately
		}
	}
	return out
}

// longAgo reports whether words for a time mean one well before the report.
func longAgo(d *entente.Document, x *entente.TimeExpr) bool {
	if d.Day().Known() {
		return x.To.Known() && x.To < d.Day()-doubtDays
	}
	low := strings.ToLower(x.Span.In(d.Text))
	if strings.Contains(low, "this year") || strings.Contains(low, "last year") || strings.Contains(low, "years ago") {
		return true
	}
	words := strings.Fields(low)
	return len(words) > 0 && len(words) < 3 && fourDigits(words[len(words)-1]) // a year, a month of one
}

// fourDigits reports whether a word is a number of four digits, as a year is.
func fourDigits(w string) bool {
	return len(w) == 4 && digit(w[0]) && digit(w[1]) && digit(w[2]) && digit(w[3])
}

// loaded reports whether a word that judges stands in a text outside quotation marks.
func loaded(r report, text string) bool {
	var b strings.Builder
	open := false
	for _, c := range text {
		switch {
		case c == '“':
			open = true
		case c == '”':
			open = false
		case !open:
			b.WriteRune(c)
		}
	}
	low := " " + strings.ToLower(b.String()) + " "
	for i := range r.doc.Wording {
		w := &r.doc.Wording[i]
		if r.span().Contains(w.Span) && w.Class != "praise" && strings.Contains(low, " "+strings.ToLower(squeeze(w.Span.In(r.doc.Text)))) {
			return true
		}
	}
	return false
}
