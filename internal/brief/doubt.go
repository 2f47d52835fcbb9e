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

// addressDay is the day in an address, NoDay where there is none: /2013/09/09/,
// 2013-09-09, august_8_2008.
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
	for i := 0; i+2 < len(parts); i++ {
		if y, ok := number(parts[i], 1990, 2099); ok {
			m, is := number(parts[i+1], 1, 12)
			day, also := number(parts[i+2], 1, 31)
			if is && also && len(parts[i+1]) == 2 && len(parts[i+2]) == 2 {
				return entente.DayOf(time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC))
			}
		}
		day, ok := number(parts[i+1], 1, 31)
		y, is := number(parts[i+2], 1990, 2099)
		if !ok || !is {
			continue
		}
		for m := time.January; m <= time.December; m++ {
			if parts[i] == strings.ToLower(m.String()) {
				return entente.DayOf(time.Date(y, m, day, 0, 0, 0, 0, time.UTC))
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
	earlier := false
	for i := range d.Dates {
		x := &d.Dates[i]
		if x.Type == entente.TimeDuration {
			continue
		}
		if s.Span.Contains(x.Span) {
			return false
		}
		if before.Span.Contains(x.Span) {
			earlier = earlier || longAgo(d, x)
		}
	}
	return earlier
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
	return strings.Contains(low, " regime ")
}
