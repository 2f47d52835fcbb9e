package timex

import (
	entente "github.com/entente-news/entente"
)

// Worker finds time expressions; it holds scratch memory and serves one
// goroutine at a time. The zero value is ready.
type Worker struct {
	items  []item
	text   string
	dct    entente.Day // the document's day
	ref    entente.Day // first day of the date last mentioned, else dct
	refTo  entente.Day // its last day
	refU   unit        // how exactly it was given
	refAt  int         // the sentence of that mention; -1 for none
	told   int         // the year that the text tells of, as last written out; 0 for none
	toldAt int         // the sentence where it was last spoken of
	sent   int         // the sentence at hand
	ahead  bool        // a rule looks ahead; no other may
	cue    int         // the item that told the tense last; -1 for none
	doc    *entente.Document
}

// Annotate fills d.Dates from the text of its sentences (of the whole text
// when it has none), in the order of the text; expressions do not overlap. It
// is a pure function of text, sentences and day of d.
func Annotate(d *entente.Document) {
	var w Worker
	w.Annotate(d)
}

// Annotate is [Annotate] with the scratch memory of w.
func (w *Worker) Annotate(d *entente.Document) {
	w.doc, w.text, w.dct = d, d.Text, d.Day()
	w.ref, w.refTo, w.refU, w.refAt = w.dct, w.dct, uDay, -1
	w.told, w.toldAt = 0, 0
	d.Dates = d.Dates[:0]
	w.sent = 0
	if len(d.Sentences) == 0 {
		w.span(entente.Span{Start: 0, End: len(d.Text)})
	}
	for i := 0; i < len(d.Sentences); i++ {
		s := d.Sentences[i].Span
		w.sent = i
		for n := 0; n < maxJoin && i+1 < len(d.Sentences) && w.goesOn(s.End, d.Sentences[i+1].Span); n++ {
			i++
			s.End = d.Sentences[i].Span.End
		}
		w.span(s)
	}
	d.Layers |= entente.LayerDates
	w.doc, w.text = nil, ""
}

// maxJoin bounds how many sentences are read as one.
const maxJoin = 4

// goesOn reports whether the sentence that ends at byte end was cut within a
// date: after "a." or "p." with an "m" to follow, or after the full stop of a
// month or weekday with a number to follow.
func (w *Worker) goesOn(end int, next entente.Span) bool {
	if end < 3 || next.Start < end || next.End > len(w.text) || next.Start+1 > next.End || w.text[end-1] != '.' {
		return false
	}
	i := end - 1
	for i > 0 && isLetter(w.text[i-1]) && end-i < 6 {
		i--
	}
	word, c := w.text[i:end-1], w.text[next.Start]
	if len(word) == 1 && (word[0]|0x20 == 'a' || word[0]|0x20 == 'p') {
		return c|0x20 == 'm' && (next.Start+1 == next.End || !isLetter(w.text[next.Start+1]))
	}
	var it item
	it.flag = fCap
	var buf [8]byte
	n := copy(buf[:], word)
	for k := range n {
		buf[k] |= 0x20
	}
	it.look(buf[:n])
	return c >= '0' && c <= '9' && (it.class == cMonth || it.class == cWeekday) && n >= 3
}

// span annotates one stretch of the text.
func (w *Worker) span(s entente.Span) {
	if s.Start < 0 || s.End > len(w.text) || s.Start >= s.End {
		return
	}
	w.items = lex(w.items[:0], w.text, s.Start, s.End)
	w.fold()
	for i := 0; i < len(w.items); {
		if !w.items[i].opens() {
			i++
			continue
		}
		f, ok := w.expression(i)
		if !ok || f.next <= i {
			i++
			continue
		}
		if !f.skip {
			w.emit(f)
		}
		i = f.next
	}
}

// found is what a rule read.
type found struct {
	first, next int // items [first, next)
	typ         entente.TimeType
	unit        unit
	from, to    entente.Day // known together or not at all, before prepositions
	known       bool
	value       string // set where the unit's own value does not do
	part        string // TIMEX3 code of a part of the day
	clock       clock
	till        clock // the last moment of an interval of times
	narrow      bool  // from and to are narrower than the unit
	floating    bool  // no point in time: a length, a set
	explicit    bool  // the year is written out
	told        bool  // its year is the one that the text tells of
	skip        bool  // read, and no time expression: an age
	tense       bool  // the tense of the clause was asked
	why         string
}

// byTense notes that the tense of the clause decided.
func (f found) byTense() found {
	f.tense = true
	return f
}

// on resolves f to a day.
func (f found) on(d entente.Day, why string) found { return f.between(d, d, why) }

// between resolves f to an interval.
func (f found) between(from, to entente.Day, why string) found {
	f.from, f.to, f.known, f.why = from, to, true, why
	return f
}

// emit writes f to the document and remembers it as a point of reference.
func (w *Worker) emit(f found) {
	e := entente.TimeExpr{
		Span: entente.Span{Start: int(w.items[f.first].start), End: int(w.items[f.next-1].end)},
		Type: f.typ, From: entente.NoDay, To: entente.NoDay, Value: w.value(f), Why: w.reason(f),
	}
	if f.known {
		e.From, e.To, e.Precision = f.from, f.to, precision(f)
		if f.from.Known() && (f.typ == entente.TimeDate || f.typ == entente.TimeTime) {
			w.ref, w.refTo, w.refU, w.refAt = f.from, f.to, f.unit, w.sent
			w.tells(f)
		}
		w.governed(f, &e)
	}
	w.doc.Dates = append(w.doc.Dates, e)
}

// tells keeps the year that the text tells of. A date that is counted from the
// document's day brings the text back to the present.
func (w *Worker) tells(f found) {
	switch {
	case f.explicit && f.unit <= uYear:
		w.told, w.toldAt = split(f.from).year, w.sent
	case f.told:
		w.toldAt = w.sent
	case w.dct.Known() && distance(f.from, w.dct) <= 7:
		w.told = 0
	}
}

// precision is how exactly f's interval is known.
func precision(f found) entente.Precision {
	if f.narrow {
		return entente.PrecisionSpan
	}
	switch f.unit {
	case uDay, uSecond, uMinute, uHour:
		if f.from == f.to {
			return entente.PrecisionDay
		}
	case uWeek:
		return entente.PrecisionWeek
	case uMonth:
		return entente.PrecisionMonth
	case uQuarter:
		return entente.PrecisionQuarter
	case uYear:
		return entente.PrecisionYear
	case uDecade:
		return entente.PrecisionDecade
	}
	return entente.PrecisionSpan
}

// at returns the class of item i, cNone outside.
func (w *Worker) at(i int) class {
	if i < 0 || i >= len(w.items) {
		return cNone
	}
	return w.items[i].class
}

// isMark reports whether item i is the mark r.
func (w *Worker) isMark(i int, r rune) bool {
	return i >= 0 && i < len(w.items) && w.items[i].kind == kMark && w.items[i].val == r
}

// spells reports whether item i is the word, in any case.
func (w *Worker) spells(i int, word string) bool {
	if i < 0 || i >= len(w.items) {
		return false
	}
	it := w.items[i]
	if int(it.end-it.start) != len(word) {
		return false
	}
	s := w.text[it.start:it.end]
	for k := range len(word) {
		c := s[k]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != word[k] {
			return false
		}
	}
	return true
}

// adjacent reports whether no white space stands before item i.
func (w *Worker) adjacent(i int) bool {
	return i >= 0 && i < len(w.items) && w.items[i].flag&fSpace == 0
}
