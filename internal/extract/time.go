package extract

import (
	"regexp"
	"strconv"
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

// monthNames are the beginnings of the months' names in the languages of the
// larger European presses, longest first where one begins another.
var monthNames = [12][]string{
	{"jan", "jän", "gen", "ene", "sty", "led", "jaan", "ocak"}, {"feb", "fév", "fev", "lut", "úno", "şub"}, {"mar", "mär", "mrz", "maa", "břez"},
	{"apr", "avr", "abr", "kwi", "dub", "nis"}, {"may", "mai", "mag", "mei", "maj", "kvě"}, {"jun", "juin", "giu", "cze", "čer", "haz"}, {"jul", "juil", "lug", "lip", "tem"},
	{"aug", "août", "aoû", "ago", "sie", "srp", "ağu"}, {"sep", "set", "wrz", "zář", "eyl"}, {"oct", "okt", "out", "ott", "paź", "říj", "eki"}, {"nov", "lis", "kas"}, {"dec", "dez", "déc", "dic", "gru", "pro", "ara"},
}

// shownDates are dates as pages show them to readers.
var (
	shownNumeric = regexp.MustCompile(`(?:^|\D)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?:\D|$)`)
	shownISO     = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)-(\d\d)-(\d\d)(?:\D|$)`)
	shownNamed   = regexp.MustCompile(`(?:^|\D)(\d{1,2})(?:\.|st|nd|rd|th|er)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?:\D|$)`)
	shownMonth   = regexp.MustCompile(`(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?:\D|$)`)
)

// loneDate is a line that holds a date and little else.
var loneDate = regexp.MustCompile(`(?i)^(?:[\p{L} ]{2,25}[,:] ?|\p{L}+ vom |on )?(?:\p{L}{2,10}\.?,? )?(?:\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:[ ,|·-]+(?:at |um )?\d{1,2}[:.]\d\d(?: ?uhr| ?[ap]m)?)?[ |·,.-]*$`)

// shownDate finds a full date in a short text of a page. Dates with slashes
// are left alone: whether day or month comes first depends on the country.
func shownDate(s string) (time.Time, bool) {
	s = strings.ToLower(s)
	try := func(y, m, d string) (time.Time, bool) {
		t, err := time.Parse("2006-1-2", y+"-"+strings.TrimPrefix(m, "0")+"-"+strings.TrimPrefix(d, "0"))
		return t, err == nil && plausible(t)
	}
	if g := shownISO.FindStringSubmatch(s); g != nil {
		return try(g[1], g[2], g[3])
	}
	if g := shownNumeric.FindStringSubmatch(s); g != nil {
		return try(g[3], g[2], g[1])
	}
	if g := shownNamed.FindStringSubmatch(s); g != nil {
		if m := monthOf(g[2]); m > 0 {
			return try(g[3], strconv.Itoa(m), g[1])
		}
	}
	if g := shownMonth.FindStringSubmatch(s); g != nil {
		if m := monthOf(g[1]); m > 0 {
			return try(g[3], strconv.Itoa(m), g[2])
		}
	}
	return time.Time{}, false
}

// monthOf returns the number of the month that a word names, 0 for none.
func monthOf(word string) int {
	for i, names := range monthNames {
		for _, n := range names {
			if strings.HasPrefix(word, n) {
				return i + 1
			}
		}
	}
	return 0
}
