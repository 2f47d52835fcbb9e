package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Where few events were found in a story, its brief quotes what the openings of
// the reports have most in common. A quotation is true of its outlet, whatever
// it is about.

const (
	maxQuoted    = 28 // words of the longest sentence that is quoted as a whole
	minQuoted    = 5
	openingDocs  = 20 // reports that are looked at, the earliest
	openingSents = 3  // sentences of each that may be quoted
	commonSents  = 6  // sentences of each that others are compared with
	mostOpenings = 4
	commonWords  = 40 // per cent of content words that two sentences share to count as alike
)

// quoted is a sentence of a report in quotation marks, with the outlet.
func quoted(d *entente.Document, sentence int) (string, bool) {
	text, ok := quotable(d, sentence, maxQuoted)
	day := ""
	if d.Day().Known() {
		day = ", " + d.Day().Time().Format("2 January")
	}
	text, sure := dayed(d, sentence, text)
	return "“" + text + "”" + credited(d, day) + ".", ok && sure
}

// opener is a sentence that may be quoted.
type opener struct {
	doc   *entente.Document
	sent  int
	text  string
	score int
	next  bool // of a day that lies ahead
}

// openers are the quotable sentences at the heads of reports, those first of
// which most other reports have one like it, and which say what the headline of
// the story says.
func (m *material) openers() []opener {
	docs := m.docs[:min(len(m.docs), openingDocs)]
	title := content(m.title)
	heads := make([][]map[string]bool, len(docs))
	for i, d := range docs {
		for k := range d.Sentences[:min(len(d.Sentences), commonSents)] {
			heads[i] = append(heads[i], content(d.Sentences[k].Span.In(d.Text)))
		}
	}
	var out []opener
	last := entente.NoDay
	for _, d := range m.docs {
		last = max(last, d.Day())
	}
	for i, d := range docs {
		for k := range d.Sentences[:min(len(d.Sentences), openingSents)] {
			text, ok := quotable(d, k, maxQuoted)
			if !ok || !alone(d, k, text, last, nil) || m.runInto(d, k) {
				continue
			}
			x := opener{d, k, text, shared(heads[i][k], title)/10 - 2*k, (&plan{last: last}).coming(d, k)}
			for j := range docs {
				if j != i && slices.ContainsFunc(heads[j], func(h map[string]bool) bool { return shared(heads[i][k], h) >= commonWords }) {
					x.score += openingSents
				}
			}
			if contested(d, k) {
				x.score -= pointsContested
			}
			if (k == 0 || x.score > 0 || len(docs) == 1) && !m.outdated(d, k) {
				out = append(out, x)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b opener) int { return b.score - a.score })
	return out
}

// openings quotes up to most sentences of reports in at most budget words, none
// of which is said by the texts given, or stale. The first has the day in front
// when it opens the brief.
func (m *material) openings(most, budget int, lead bool, said []string, stale func(opener) bool) []entente.BriefSection {
	sec, later := entente.BriefSection{Head: heads[happened].name}, entente.BriefSection{Head: heads[next].name}
	for _, x := range m.openers() {
		if len(sec.Sentences)+len(later.Sentences) == most {
			break
		}
		text, ok := quoted(x.doc, x.sent)
		if !ok {
			continue
		}
		if lead && len(sec.Sentences) == 0 && x.doc.Day().Known() {
			said, _ := dayed(x.doc, x.sent, x.text)
			text = "As reported on " + dayText(x.doc.Day()) + ", “" + said + "”" + credited(x.doc, "") + "."
		}
		n := len(strings.Fields(text))
		if n > budget || n > maxLead || n > maxSentence && (!lead || len(sec.Sentences) > 0) || slices.ContainsFunc(said, func(s string) bool { return alike(s, x.text) > 50 }) || stale != nil && stale(x) {
			continue
		}
		budget -= n
		said = append(said, x.text)
		to := &sec
		if x.next && (!lead || len(sec.Sentences) > 0) {
			to = &later
		}
		to.Sentences = append(to.Sentences, entente.BriefSentence{Text: text, Kind: "quoted",
			Sources: []entente.BriefSource{{Doc: x.doc.ID, Publisher: x.doc.Publisher, Span: x.doc.Sentences[x.sent].Span}}})
	}
	return slices.DeleteFunc([]entente.BriefSection{sec, later}, func(s entente.BriefSection) bool { return len(s.Sentences) == 0 })
}

// openings quotes what the reports open with: as the lead of a brief whose facts
// have none, and as more where the facts fill less than a third of it.
func (p *plan) openings(sections []entente.BriefSection, budget int) []entente.BriefSection {
	lead := len(sections) == 0 || sections[0].Head != heads[happened].name
	most := 0
	if lead {
		most = 1
	}
	spent := words(sections)
	if spent < budget/3 {
		most = mostOpenings
	}
	if most == 0 {
		return nil
	}
	said := slices.Clone(p.texts)
	for _, sec := range sections {
		for _, s := range sec.Sentences {
			said = append(said, s.Text)
		}
	}
	stale := p.stale(said)
	return p.of.openings(most, budget-spent, lead, said, func(x opener) bool {
		e := &entente.Event{Sentence: x.sent, Trigger: x.doc.Sentences[x.sent].Span}
		if p.coming(x.doc, x.sent) && p.dropped(&fact{reports: []report{{x.doc, e}}}) {
			return true
		}
		return stale != nil && stale(x.text)
	})
}

// stale returns what reports whether more than half of what a text holds of what the reports
// have in common is told already; nil for one report. A text that it lets pass is
// taken to be told.
func (p *plan) stale(said []string) func(string) bool {
	if p.shared == nil || p.shared.alone {
		return nil
	}
	covered := make([]bool, len(p.shared.weight))
	for _, t := range said {
		p.shared.cover(t, covered)
	}
	return func(text string) bool {
		list := p.shared.numbers(concepts(text))
		if 100*p.shared.gain(list, covered) < leastFresh*p.shared.gain(list, nil) {
			return true
		}
		p.shared.cover(text, covered)
		return false
	}
}

// silent reports whether no fact of a plan has a place in a brief.
func (p *plan) silent() bool {
	return p.last.Known() && !slices.ContainsFunc(p.facts, func(f *fact) bool { return p.place(f) != none })
}

// opening is what a story of a day opens with where several reports tell it and no
// deed in it is told by several sources: the sentence that would lead its own brief.
func (x *part) opening() *entente.BriefSection {
	p := x.p
	if x.row.Reports < 2 || slices.ContainsFunc(p.facts, func(f *fact) bool { return p.place(f) == happened && f.independent() > 1 }) {
		return nil
	}
	q := &plan{of: x.m, told: map[string]bool{}, names: p.names, main: p.main, days: p.days, last: p.last, gate: p.gate}
	q.centre()
	var b entente.Brief
	q.write(&b, maxSentence) // it may not be the lead of the day
	for _, sec := range b.Sections {
		if sec.Head == heads[happened].name {
			sec.Sentences = sec.Sentences[:1]
			return &sec
		}
	}
	return nil
}

// withOpenings adds quoted openings to what happened.
func withOpenings(sections, openings []entente.BriefSection) []entente.BriefSection {
	for i := len(openings) - 1; i >= 0; i-- {
		if len(sections) == 0 || sections[0].Head != openings[i].Head {
			sections = slices.Insert(sections, 0, entente.BriefSection{Head: openings[i].Head})
		}
		sections[0].Sentences = append(sections[0].Sentences, openings[i].Sentences...)
	}
	return sections
}
