package corpus

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/entente-news/entente"
)

// when reads the time of an event. An actual event has the day of the document
// when nothing is typed.
func (x *eventReader) when(s string) {
	if s == "" {
		if x.ev.Status == "actual" && x.ev.Aspect == "event" && x.b.rec.Date != nil {
			s = "doc"
		} else {
			s = "none"
		}
	}
	day := "day"
	switch s {
	case "none":
		return
	case "doc":
		if x.b.rec.Date == nil {
			x.fail("W: doc, and the block has no date")
			return
		}
		x.ev.When = &When{From: x.b.rec.Date, To: x.b.rec.Date, Precision: &day, Basis: "document"}
		return
	}
	span, typed := s, ""
	if at := strings.LastIndex(s, "="); at >= 0 {
		span, typed = s[:at], s[at+1:]
	}
	ref := newReference(span)
	t, sent := x.locate(ref)
	if sent == nil {
		return
	}
	w := &When{Text: t.Text, Start: &t.Start, End: &t.End, Basis: "text"}
	x.ev.When = w
	if strings.HasPrefix(typed, "?/") && listed(precisionList, typed[2:]) {
		typed = "?" // how exactly an unknown time is known says nothing
	}
	switch typed {
	case "?":
		w.Unresolved = true
	case "":
		d := sent.dateAt(ref)
		if d == nil {
			x.fail("W: %s is no time mark; type its days behind =", ref.quoted())
			return
		}
		if d.From == nil {
			x.fail("W: %s has no days of its own (%s); type them behind =, or =?", ref.quoted(), d.Value)
			return
		}
		start, end := sent.offset+d.Start, sent.offset+d.End
		w.Start, w.End = &start, &end
		w.From, w.To, w.Precision = d.From, d.To, optional(d.precision)
	default:
		x.typedDays(w, typed)
	}
}

// dateAt returns the time mark that a reference means: the one at that place,
// else the first with the same words.
func (s *sentence) dateAt(ref reference) *Date {
	at, _ := s.find(ref.words, ref.nth)
	for i, d := range s.dates {
		if (Span{d.Start, d.End}) == at {
			return &s.dates[i]
		}
	}
	for i, d := range s.dates {
		if s.words(Span{d.Start, d.End}) == ref.words {
			return &s.dates[i]
		}
	}
	return nil
}

var whenForm = regexp.MustCompile(`^(?:(\d{4}(?:-\d\d(?:-\d\d)?)?)|(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)(?:/([a-z]+))?$`)

// typedDays reads an interval that is typed behind the expression.
func (x *eventReader) typedDays(w *When, typed string) {
	m := whenForm.FindStringSubmatch(typed)
	if m == nil || m[4] != "" && !listed(precisionList, m[4]) || m[1]+m[2]+m[3] == "" {
		x.fail("bad days %q", typed)
		return
	}
	precision := "span"
	if m[1] != "" {
		iv, err := intervalOf(m[1])
		if err != nil {
			x.fail("bad days %q: %v", typed, err)
			return
		}
		m[2], m[3], precision = iv.from.String(), iv.to.String(), iv.precision
	}
	for _, d := range m[2:4] {
		if _, err := entente.ParseDay(d); err != nil && d != "" {
			x.fail("bad day %q", d)
		}
	}
	if m[2] != "" && m[3] != "" && m[2] > m[3] {
		x.fail("days %q end before they begin", typed)
	}
	if m[4] != "" {
		precision = m[4]
	}
	w.From, w.To, w.Precision = optional(m[2]), optional(m[3]), &precision
}

// where reads the place, which is a mark of literal use.
func (x *eventReader) where(s string) {
	if s == "" {
		return
	}
	ref := newReference(s)
	t, sent := x.locate(ref)
	if sent == nil {
		return
	}
	var found *Entity
	for i, e := range sent.entities {
		at := Span{e.Start, e.End}
		exact := at.Start+sent.offset == t.Start && at.End+sent.offset == t.End
		if e.Type == "LOC" && value(e.Use) == "literal" && (exact || found == nil && sent.words(at) == ref.words) {
			found = &sent.entities[i]
		}
	}
	if found == nil {
		x.fail("L: %s is no place of literal use", ref.quoted())
		return
	}
	x.ev.Where = &Where{Text: Text{t.Text, sent.offset + found.Start, sent.offset + found.End}, Country: found.Country}
}

var sizeForm = regexp.MustCompile(`^([a-z]+)=(\d{1,15}|\d{0,15}\.\.\d{0,15})(?: ([A-Z]{3}))? \((.+)\)$`)

// magnitude reads the numbers of an event.
func (x *eventReader) magnitude(s string) {
	if s == "" {
		return
	}
	for part := range strings.SplitSeq(s, "; ") {
		m := sizeForm.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || m[2] == ".." || !listed(sizeList, m[1]) {
			x.fail("bad number %q: write kind=number (words)", part)
			continue
		}
		slot := x.ev.Magnitude.slot(m[1])
		if *slot != nil {
			x.fail("kind %s twice", m[1])
			continue
		}
		if (m[3] != "") != (m[1] == "amount") {
			x.fail("an amount has a currency, and nothing else has: %q", part)
		}
		size := &Size{Text: x.span(m[4]), Currency: optional(m[3])}
		low, high, open := strings.Cut(m[2], "..")
		if !open {
			size.Best, high = whole64(low), low
		}
		size.Low, size.High = whole64(low), whole64(high)
		if low != "" && high != "" && *size.Low > *size.High {
			x.fail("numbers of %q end before they begin", part)
		}
		*slot = size
	}
}

// whole64 reads digits, nil for none.
func whole64(s string) *int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return nil
	}
	return &n
}
