package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// The sentence that opens a brief says who did what and when, so that it can be
// read alone: its day stands in it, in square brackets where the report has a
// weekday.

// writeQuote writes a sentence of a report in quotation marks, with the outlet.
func (f *fact) writeQuote(lead bool) (sentence, bool) {
	r := f.tellers()[0]
	if lead {
		if s, ok := f.writeDated(r); ok {
			return s, true
		}
	}
	by, limit := f.quoteCredit(r, lead), maxSentence
	if lead {
		limit = maxLead
	}
	said, ok := quotable(r.doc, r.ev.Sentence, limit-len(strings.Fields(by)))
	if f.verbatim == "" {
		ok = ok && alone(r.doc, r.ev.Sentence, said, f.plan.last, f.plan.shared)
	}
	text, sure := dayed(r.doc, r.ev.Sentence, said)
	if len(strings.Fields(text))+len(strings.Fields(by)) > limit {
		return sentence{}, false
	}
	return sentence{text: "“" + text + "”" + by + ".", core: said, kind: "quoted", from: r}, ok && sure
}

// dayed gives behind today, tomorrow and the like the day that is meant: a reader does
// not know when it was written. Where the report has no date, it says so. It fails
// where the words cannot be told apart.
func dayed(d *entente.Document, k int, said string) (string, bool) {
	if !slices.ContainsFunc(strings.Fields(said), func(w string) bool { return relativeDay(strings.Trim(w, ".,;:’”\"'")) }) || k >= 0 && k < len(d.Sentences) && !ownDay(d, &d.Sentences[k]) {
		return said, true
	}
	if k < 0 || k >= len(d.Sentences) || disputed(d) {
		return said, false
	}
	for i := range d.Dates {
		x := &d.Dates[i]
		words := squeeze(x.Span.In(d.Text))
		if !d.Sentences[k].Span.Contains(x.Span) || !slices.ContainsFunc(strings.Fields(words), relativeDay) || x.Span.Start > d.Sentences[k].Span.Start && isUpper(words) {
			continue
		}
		day := "undated"
		if d.Day().Known() {
			day = dayText(x.From)
		}
		if d.Day().Known() && (!x.From.Known() || x.From != x.To) || strings.Count(said, words) != 1 {
			return said, false
		}
		at := strings.Index(said, words) + len(words)
		if rest := said[at:]; strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’") || strings.HasPrefix(rest, "-") {
			return said, false
		}
		const near = 6
		if next := strings.FieldsFunc(said[at:], func(r rune) bool { return strings.ContainsRune(" ,()[]", r) }); slices.ContainsFunc(next[:min(len(next), near)], month) {
			return said, true // the day stands in the next words
		}
		return said[:at] + " [" + day + "]" + said[at:], true
	}
	return said, false
}

// ownDay reports whether one of those words stands in a sentence as itself, and not as
// a part of a name: "Trees for Tomorrow".
func ownDay(d *entente.Document, s *entente.Sentence) bool {
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if w := d.Tokens[i].Span.In(d.Text); relativeDay(w) && (i == s.First || !isUpper(w)) {
			return true
		}
	}
	return false
}

// relativeDay reports whether a word is a day that only the day of writing tells.
func relativeDay(w string) bool {
	switch strings.ToLower(w) {
	case "today", "yesterday", "tomorrow", "tonight":
		return true
	}
	return false
}

// writeDated writes the lead as a quotation in which its day stands.
func (f *fact) writeDated(r report) (sentence, bool) {
	by := credited(r.doc, "")
	if f.verbatim == "" {
		by = f.support(r, isQuoted|isDated)
	}
	said, ok := quotable(r.doc, r.ev.Sentence, maxLead-len(strings.Fields(by)))
	if !ok || f.verbatim == "" && !alone(r.doc, r.ev.Sentence, said, f.plan.last, f.plan.shared) {
		return sentence{}, false
	}
	text, ok := withDay(r.doc, r.ev.Sentence, said)
	if !ok || len(strings.Fields(text))+len(strings.Fields(by)) > maxLead {
		return sentence{}, false
	}
	if d := r.doc.Day(); d.Known() {
		f.plan.day = d
	}
	return sentence{text: "“" + text + "”" + by + ".", core: said, kind: "quoted", from: r}, true
}

// withDay returns what is quoted of a sentence with its day: as it is where the words
// for a day have a year, else with the day in brackets behind the first words for
// one. It fails where none can be resolved.
func withDay(d *entente.Document, k int, said string) (string, bool) {
	words, day, ok := dayIn(d, k)
	if !ok || strings.Count(said, words) != 1 || !absolute(words) && (!past(d, k) || disputed(d)) {
		return "", false
	}
	if strings.Contains(words, day.Time().Format("2006")) {
		return said, true
	}
	at := strings.Index(said, words) + len(words)
	if rest := said[at:]; isPossessive(words) || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’") || strings.HasPrefix(rest, "-") {
		return "", false
	}
	added := dayText(day)
	if absolute(words) {
		added = day.Time().Format("2006")
	}
	return said[:at] + " [" + added + "]" + said[at:], true
}

// past reports whether a sentence has a verb in the past or says what will be: of a
// headline in the present nothing tells which Saturday it means.
func past(d *entente.Document, k int) bool {
	s := &d.Sentences[k]
	return slices.ContainsFunc(d.Tokens[max(s.First, 0):max(min(s.Last, len(d.Tokens)), s.First, 0)], func(t entente.Token) bool {
		return t.XPOS == "VBD" || t.XPOS == "MD"
	})
}

// dayIn returns the first words of a sentence for one day that is known, and the
// day.
func dayIn(d *entente.Document, k int) (string, entente.Day, bool) {
	if k < 0 || k >= len(d.Sentences) {
		return "", 0, false
	}
	for i := range d.Dates {
		x := &d.Dates[i]
		if x.Type != entente.TimeDate && x.Type != entente.TimeTime || !d.Sentences[k].Span.Contains(x.Span) || !x.From.Known() || x.From != x.To {
			continue
		}
		if relativeDay(x.Span.In(d.Text)) && !ownDay(d, &d.Sentences[k]) {
			continue
		}
		if words := squeeze(x.Span.In(d.Text)); absolute(words) && !(report{doc: d}).far(x.Span, x.From, x.To) || ofReport(words) && !unsure(d, x) {
			return words, x.From, true
		}
	}
	return "", 0, false
}

// unsure reports whether a day of the week may mean another week than that which it
// was given: one ahead of a report that tells of it in the past, or one six days back,
// which may be tomorrow's name where the report was dated in another zone.
func unsure(d *entente.Document, x *entente.TimeExpr) bool {
	if !slices.ContainsFunc(strings.Fields(x.Span.In(d.Text)), func(w string) bool { return slices.Contains(weekdays, w) }) {
		return false
	}
	const six = 6
	switch day := d.Day(); {
	case !day.Known() || x.From == day-six:
		return true
	case x.From <= day:
		return false
	}
	k := slices.IndexFunc(d.Sentences, func(s entente.Sentence) bool { return s.Span.Contains(x.Span) })
	return k < 0 || !coming(d, &d.Sentences[k])
}

// coming reports whether a sentence has a verb of what will be and none in the past.
func coming(d *entente.Document, s *entente.Sentence) bool {
	will, was := false, false
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		will = will || d.Tokens[i].XPOS == "MD" || d.Tokens[i].XPOS == "VBZ" || d.Tokens[i].XPOS == "VBP"
		was = was || d.Tokens[i].XPOS == "VBD"
	}
	return will && !was
}

// ofReport reports whether words give a day that the day of the report makes sure: a
// day of the week, yesterday.
func ofReport(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		return relativeDay(w) || slices.Contains(weekdays, w)
	})
}

// quoteCredit names who is quoted, and that nobody else reports an event.
func (f *fact) quoteCredit(r report, lead bool) string {
	d := r.doc.Day()
	switch {
	case lead && d.Known():
		f.plan.day = d
		return " (" + credit(r.doc) + ", reported on " + dayText(d) + ")"
	case lead:
		return credited(r.doc, "")
	case f.verbatim == "":
		return f.support(r, isQuoted)
	}
	return credited(r.doc, f.day(r, false))
}

// leads is how well a fact opens a brief: one that several sources of their own
// report stands before a like one that a single report tells, one that says who,
// whom, where and when before one that does not.
func (f *fact) leads() int {
	n := 0
	if f.verbatim != "" {
		return f.opens()
	}
	if f.independent() > 1 {
		n += 24 + 6*min(f.independent(), 4)
	}
	if f.dated() {
		n += 12
	}
	if e := f.ev(); len(e.Recipients) > 0 || len(e.Actors) > 1 {
		n += 8
	}
	if f.ev().Where != nil {
		n += 6
	}
	return n
}

// pointsContested is what a sentence of a charge or a denial loses as a lead: it leads
// where nothing else does.
const pointsContested = 150

// contested reports whether a sentence is of what one side says of another, or of its
// answer, or has words that judge.
func contested(d *entente.Document, k int) bool {
	if slices.ContainsFunc(d.Wording, func(w entente.Wording) bool { return w.Class != "praise" && d.Sentences[k].Span.Contains(w.Span) }) {
		return true
	}
	return slices.ContainsFunc(d.Events, func(e entente.Event) bool {
		if e.Sentence != k {
			return false
		}
		if a := e.Attribution; a != nil {
			return a.Interested && !overlap(e.Actors, []entente.Actor{a.Speaker})
		}
		return e.Root == entente.RootReject && denying(report{d, &e})
	})
}

// opens is leads for a sentence that is quoted: what its words say of who, where
// and when, and whether it tells an event that several sources report.
func (f *fact) opens() int {
	r, n := f.reports[0], 0
	d, s := r.doc, &r.doc.Sentences[r.ev.Sentence]
	if _, _, ok := dayIn(d, r.ev.Sentence); ok {
		n += 12
	}
	for i := range d.Places {
		if p := &d.Places[i]; p.Use == entente.UseLiteral && s.Span.Contains(p.Span) {
			n += 6
			break
		}
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if t := &d.Tokens[i]; t.UPOS == entente.PROPN && (t.Deprel.Universal() == entente.Nsubj || !s.Parsed) {
			n += 8
			break
		}
	}
	most := 0
	for i := range d.Events {
		if e := &d.Events[i]; e.Sentence == r.ev.Sentence && f.plan.of != nil {
			most = max(most, f.plan.of.groups[f.plan.of.merged[e.ID].merged])
		}
	}
	if most > 1 {
		n += 10 * min(most, 4)
	}
	if contested(d, r.ev.Sentence) {
		n -= pointsContested
	}
	text := s.Span.In(d.Text)
	if f.plan.shared != nil && f.plan.shared.alone && len(content(text)) > len(content(d.Title))+1 { // no headline within the text
		n += pointsHeadline * alike(d.Title, text) / 100
	}
	return n
}

// pointsHeadline is what the sentence of a single report that has all words of its
// headline gains as a lead.
const pointsHeadline = 100
