package corpus

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// Doubts says what in a sound record is against a rule of the codebook that a
// program can see: an annotator should look again. They are no errors, since
// a text may have its reasons.
func Doubts(rec *Record) []string {
	var out []string
	text := rec.runes()
	for _, d := range rec.Dates {
		if text != nil && d.End <= len(text) {
			if s := dateDoubt(string(text[d.Start:d.End]), d); s != "" {
				out = append(out, s)
			}
		}
	}
	out = append(out, unmarkedDays(rec, text)...)
	tagged := slices.Contains(rec.Tags, "none")
	if rec.Drawn == nil && !fromNews(rec.ID) && tagged == (len(rec.Events) > 0) {
		out = append(out, "the tag none and the events do not go together")
	}
	for i := range rec.Events {
		for _, s := range eventDoubts(rec, &rec.Events[i]) {
			out = append(out, fmt.Sprintf("event %d: %s", i+1, s))
		}
	}
	return out
}

// dateDoubt compares the weekday or month that is named with the value.
func dateDoubt(words string, d Date) string {
	from, err := entente.ParseDay(value(d.From))
	if err != nil {
		return ""
	}
	to, err := entente.ParseDay(value(d.To))
	if err != nil {
		return ""
	}
	for w := range strings.FieldsFuncSeq(words, func(r rune) bool { return !wordRune(r) }) {
		for day := time.Sunday; day <= time.Saturday; day++ {
			if w == day.String() && from == to && from.Weekday() != day {
				return fmt.Sprintf("%q is %s, a %s", words, d.Value, from.Weekday())
			}
		}
		for m := time.January; m <= time.December; m++ {
			if w == m.String() && to-from < 31 && from.Time().Month() != m && to.Time().Month() != m {
				return fmt.Sprintf("%q is %s", words, d.Value)
			}
		}
	}
	return ""
}

// unmarkedDays finds weekdays that stand in no mark.
func unmarkedDays(rec *Record, text []rune) []string {
	var out []string
	plain := string(text)
	for day := time.Sunday; day <= time.Saturday; day++ {
		for n := 1; ; n++ {
			at, ok := findWhole(plain, day.String(), 0, n)
			if !ok {
				break
			}
			start := utf8.RuneCountInString(plain[:at])
			if !rec.marked(start) {
				out = append(out, fmt.Sprintf("%s at %d stands in no mark", day, start))
			}
		}
	}
	return out
}

// marked says whether a code point stands in a name or time.
func (r *Record) marked(at int) bool {
	for _, d := range r.Dates {
		if d.Start <= at && at < d.End {
			return true
		}
	}
	for _, e := range r.Entities {
		if e.Start <= at && at < e.End {
			return true
		}
	}
	return false
}

// eventDoubts compares root, status and time of an event.
func eventDoubts(rec *Record, e *Event) []string {
	var out []string
	root, err := entente.ParseRoot(e.Event)
	if err != nil {
		return nil
	}
	if to := plover.Future(root); e.Status == "future" && to != root {
		out = append(out, fmt.Sprintf("an act to come of %s counts as %s", root, to))
	}
	if s := e.SameAs; s != nil && rec.Events[*s-1].Event != e.Event {
		out = append(out, fmt.Sprintf("it repeats event %d, which is %s", *s, rec.Events[*s-1].Event))
	}
	published, err := entente.ParseDay(value(rec.Date))
	if err != nil || e.When == nil || e.When.Basis != "text" {
		return out
	}
	const year = 366
	if to, err := entente.ParseDay(value(e.When.To)); err == nil {
		switch {
		case e.Status == "future" && to < published:
			out = append(out, "an act to come on a day that is gone")
		case e.Status == "actual" && e.Aspect == "event" && to < published-year:
			out = append(out, "an actual act of more than a year ago, not historical")
		}
	}
	if from, err := entente.ParseDay(value(e.When.From)); err == nil {
		switch {
		case e.Status == "actual" && from > published:
			out = append(out, "an actual act on a day that is still to come")
		case e.Status == "historical" && from > published-365:
			out = append(out, "a historical act of less than a year ago")
		}
	}
	return out
}
