package brief

import (
	"fmt"
	"slices"
	"strings"
	"time"

	entente "github.com/entente-news/entente"
)

// dayText returns "16 May 2024".
func dayText(d entente.Day) string { return d.Time().Format("2 January 2006") }

// spanText returns "16 May 2024", "14 to 16 May 2024", "30 April to 2 May
// 2024", or words for an open span.
func spanText(days entente.Days) string {
	from, to := days.From, days.To
	switch {
	case !from.Known() && !to.Known():
		return "all days"
	case !from.Known():
		return "the days up to " + dayText(to)
	case !to.Known():
		return "the days from " + dayText(from)
	case from == to:
		return dayText(from)
	}
	a, b := from.Time(), to.Time()
	switch {
	case a.Year() != b.Year():
		return dayText(from) + " to " + dayText(to)
	case a.Month() != b.Month():
		return a.Format("2 January") + " to " + dayText(to)
	default:
		return fmt.Sprintf("%d to %s", a.Day(), dayText(to))
	}
}

// when is whenText for the event of a report, "" too where the words for the day
// stand in another sentence, or in another clause than what tells the event.
func (r report) when() string {
	w := r.ev.When
	if !r.span().Contains(w.Span) || w.Span.IsEmpty() {
		return ""
	}
	at, verb := tokenIndex(r.doc, w.Span), tokenIndex(r.doc, r.ev.Trigger)
	if at < 0 || verb < 0 {
		return ""
	}
	a, b := clauseOf(r.doc, at), clauseOf(r.doc, verb)
	if a != b && (at > verb || r.doc.Tokens[b].Deprel != entente.Conj || int(r.doc.Tokens[b].Head) != a) {
		return ""
	}
	if last := at + 1; at > 0 && last < len(r.doc.Tokens) && r.doc.Tokens[at-1].UPOS == entente.NOUN && at-1 != verb && strings.EqualFold(r.doc.Tokens[last].Span.In(r.doc.Text), "of") {
		return ""
	}
	if r.ofNoun(at, verb, a) {
		return ""
	}
	for i := range r.doc.Dates { // two days in one clause: one is of something else
		x := &r.doc.Dates[i]
		if x.Type != entente.TimeDate && x.Type != entente.TimeTime || x.Span.Overlaps(w.Span) || !r.span().Contains(x.Span) || x.From == w.From && x.To == w.To {
			continue
		}
		if k := tokenIndex(r.doc, x.Span); k >= 0 && clauseOf(r.doc, k) == a {
			return ""
		}
	}
	if !absolute(squeeze(w.Span.In(r.doc.Text))) && disputed(r.doc) {
		return ""
	}
	if r.far(w.Span, w.From, w.To) || slices.ContainsFunc(r.doc.Dates, func(x entente.TimeExpr) bool { return x.Span == w.Span && unsure(r.doc, &x) }) {
		return ""
	}
	return whenText(w)
}

// far reports whether a month without a year means, as it was resolved, one that
// the day of the report does not give: a month alone is the last one or the next.
func (r report) far(at entente.Span, from, to entente.Day) bool {
	const year = 366
	words := strings.Fields(at.In(r.doc.Text))
	if !from.Known() || !slices.ContainsFunc(words, month) || slices.ContainsFunc(words, func(x string) bool { return strings.Contains(x, from.Time().Format("2006")) }) {
		return false
	}
	d := r.doc.Day()
	return !d.Known() || to < d-year || from > d+year
}

// ofNoun reports whether the words for a day, of which token at is the first, hang
// on a noun below the verb and the head of their clause: "the death Sunday of".
func (r report) ofNoun(at, verb, head int) bool {
	h := at
	for range 100 {
		t := &r.doc.Tokens[h]
		if t.Head < 0 || h == verb || h == head {
			return false
		}
		if t.UPOS == entente.NOUN && !r.ev.When.Span.Overlaps(t.Span) {
			return true
		}
		h = int(t.Head)
	}
	return false
}

// clauseOf returns the token that heads the clause of token i.
func clauseOf(d *entente.Document, i int) int {
	for range 100 {
		t := &d.Tokens[i]
		switch t.Deprel.Universal() {
		case entente.DeprelRoot, entente.Ccomp, entente.Advcl, entente.Acl, entente.Parataxis, entente.Csubj:
			return i
		case entente.Conj:
			if t.UPOS == entente.VERB || t.UPOS == entente.AUX || predicate(d, i) {
				return i
			}
		}
		if t.Head < 0 {
			return i
		}
		i = int(t.Head)
	}
	return i
}

// predicate reports whether a noun or an adjective has a subject or a copula.
func predicate(d *entente.Document, i int) bool {
	const near = 20
	return slices.ContainsFunc(d.Tokens[max(i-near, 0):i], func(t entente.Token) bool {
		return int(t.Head) == i && (t.Deprel == entente.Cop || t.Deprel.Universal() == entente.Nsubj)
	})
}

// whenText returns the time of an event as words at the head of a sentence, ""
// when the text does not give it: "On 16 May 2024", "In March 2023", "In
// 2022", "Between 10 and 12 May 2024".
func whenText(w entente.When) string {
	if w.Basis != entente.WhenText || !w.From.Known() || !w.To.Known() {
		return ""
	}
	switch {
	case w.From == w.To:
		return "On " + dayText(w.From)
	case w.Precision == entente.PrecisionMonth:
		return "In " + w.From.Time().Format("January 2006")
	case w.Precision == entente.PrecisionYear:
		return "In " + w.From.Time().Format("2006")
	case w.To-w.From < 40:
		return "Between " + betweenText(w.From, w.To)
	}
	return ""
}

func betweenText(from, to entente.Day) string {
	a, b := from.Time(), to.Time()
	if a.Year() == b.Year() && a.Month() == b.Month() {
		return fmt.Sprintf("%d and %s", a.Day(), dayText(to))
	}
	return a.Format("2 January") + " and " + dayText(to)
}

var weekdays = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// month reports whether a word is the name of a month, or its first three letters.
func month(w string) bool {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); strings.EqualFold(name, w) || strings.EqualFold(name[:3], w) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
