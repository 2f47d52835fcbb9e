package timex

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// governed opens or bounds the interval of e by the preposition before it.
func (w *Worker) governed(f found, e *entente.TimeExpr) {
	if f.floating || !f.from.Known() || w.isMark(f.next, '\'') {
		return
	}
	g := f.first - 1
	for g >= 0 && (w.items[g].class == cThe || w.items[g].class == cApprox) {
		g--
	}
	if g < 0 {
		return
	}
	switch w.items[g].class {
	case cSince:
		if w.spells(g, "since") {
			e.To, e.Precision, e.Why = entente.NoDay, entente.PrecisionSpan, e.Why+"; \"since\" opens it to the right"
		}
	case cUntil, cBy:
		e.From, e.Precision, e.Why = entente.NoDay, entente.PrecisionSpan, e.Why+"; \"until\" or \"by\" opens it to the left"
	case cEarlier:
		if w.spells(g, "before") {
			e.From, e.To, e.Precision, e.Why = entente.NoDay, f.from-1, entente.PrecisionSpan, e.Why+"; \"before\" opens it to the left"
			if f.narrow { // "before the end of the year"
				e.To = f.to
			}
		}
	case cLater:
		if w.spells(g, "after") && f.unit > uDay {
			e.From, e.To, e.Precision, e.Why = f.to+1, entente.NoDay, entente.PrecisionSpan, e.Why+"; \"after\" opens it to the right"
		}
	}
	w.joined(f, e)
}

// joined gives both ends of "from A to B", "between A and B" and "A - B" the
// whole interval.
func (w *Worker) joined(f found, e *entente.TimeExpr) {
	n := len(w.doc.Dates)
	g := f.first - 1
	for g >= 0 && w.items[g].class == cThe {
		g--
	}
	if n == 0 || g < 1 {
		return
	}
	prev := &w.doc.Dates[n-1]
	if prev.Span.End != int(w.items[g-1].end) || prev.Type == entente.TimeDuration || prev.Type == entente.TimeSet {
		return
	}
	opener := w.before(g-1, prev.Span.Start)
	join := w.items[g]
	linked := join.class == cTo || w.isMark(g, '-') || w.spells(g, "until") || w.spells(g, "through")
	if opener >= 0 && w.items[opener].class == cBetween {
		linked = linked || join.class == cAnd
	}
	if !linked {
		return
	}
	from := prev.From
	if from > f.to || !from.Known() {
		return
	}
	prev.To, prev.Precision, prev.Why = f.to, entente.PrecisionSpan, prev.Why+"; first end of an interval"
	e.From, e.To, e.Precision, e.Why = from, f.to, entente.PrecisionSpan, e.Why+"; last end of an interval"
}

// before returns the last item up to i that ends before a byte, articles
// skipped; -1 for none.
func (w *Worker) before(i, start int) int {
	for ; i >= 0; i-- {
		if int(w.items[i].end) <= start && w.items[i].class != cThe {
			return i
		}
	}
	return -1
}

// reason says why f is what it is: the rule that read it; the day that it was
// counted from, where the rule names one; the word whose tense decided, where
// tense did.
func (w *Worker) reason(f found) string {
	anchor := ""
	switch {
	case !f.known:
	case strings.Contains(f.why, "last mentioned"):
		anchor = w.ref.String()
	case strings.Contains(f.why, "the document's"):
		anchor = w.dct.String()
	}
	if anchor == "" && !f.tense {
		return f.why
	}
	var b strings.Builder
	b.Grow(len(f.why) + 64)
	b.WriteString(f.why)
	if anchor != "" {
		b.WriteString(" (" + anchor + ")")
	}
	if f.tense {
		w.cue = -1
		dir := w.direction(f.first, f.next)
		said := [...]string{"; past", "; no tense", "; future"}[dir+1]
		if w.term(f.first) {
			said = "; a term"
		}
		b.WriteString(said)
		if dir != 0 && w.cue >= 0 && w.cue < len(w.items) {
			b.WriteString(", by \"" + w.text[w.items[w.cue].start:w.items[w.cue].end] + "\"")
		}
	}
	return b.String()
}
