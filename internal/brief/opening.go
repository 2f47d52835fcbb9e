package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// maxOpening is the longest sentence, in words, that opens a brief as a
// quotation.
const maxOpening = 24

// opening quotes the first sentence of the earliest report that has one short
// enough to stand alone: what a brief says of a story in which no event was
// found. It is empty when there is none.
func (m *material) opening() []entente.BriefSection {
	for _, d := range m.docs {
		if len(d.Sentences) == 0 || d.InRelated(d.Sentences[0].Span) {
			continue
		}
		span := d.Sentences[0].Span
		text := afterDateline(squeeze(span.In(d.Text)))
		words := strings.Fields(text)
		if len(words) < 5 || len(words) > maxOpening || needsContext(words[0]) || !strings.HasSuffix(text, ".") || slices.Contains(words, "will") || strings.ContainsAny(text, "\"“”") {
			continue
		}
		f := fact{reports: []report{{doc: d, ev: &entente.Event{Trigger: span}}}, copies: m.copies[d.ID]}
		before := ""
		if d.Day().Known() {
			before = "As reported on " + dayText(d.Day()) + ", "
		}
		s := entente.BriefSentence{
			Text: before + "“" + strings.TrimSuffix(text, ".") + "”" + f.support(f.reports[0], before != "") + ".", Kind: "quoted",
			Sources: []entente.BriefSource{{Doc: d.ID, Publisher: d.Publisher, Span: span}},
		}
		return []entente.BriefSection{{Head: heads[happened].name, Sentences: []entente.BriefSentence{s}}}
	}
	return nil
}

// opening quotes the opening of the earliest report as the lead of a brief whose
// facts have none, in at most budget words, unless they tell it already.
func (p *plan) opening(sections []entente.BriefSection, budget int) []entente.BriefSection {
	out := p.of.opening()
	if out == nil || len(sections) > 0 && words(out) > budget {
		return nil
	}
	s := &out[0].Sentences[0]
	for _, sec := range sections {
		if slices.ContainsFunc(sec.Sentences, func(x entente.BriefSentence) bool { return alike(x.Text, s.Text) > 50 }) {
			return nil
		}
	}
	if slices.ContainsFunc(p.texts, func(t string) bool { return alike(t, s.Text) > 50 }) {
		return nil
	}
	return out
}

// silent reports whether no fact of a plan has a place in a brief.
func (p *plan) silent() bool {
	return len(p.last.String()) > 0 && !slices.ContainsFunc(p.facts, func(f *fact) bool { return p.place(f) != none })
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

// afterDateline cuts "CAIRO (Lantern) - " off the head of a report.
func afterDateline(s string) string {
	for _, dash := range []string{" — ", " – ", " - "} {
		if before, after, ok := strings.Cut(s, dash); ok && len(before) < 60 && strings.ToUpper(before[:min(3, len(before))]) == before[:min(3, len(before))] {
			return after
		}
	}
	return s
}
