package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

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
		if len(words) < 5 || len(words) > 22 || needsContext(words[0]) || !strings.HasSuffix(text, ".") || strings.ContainsAny(text, "\"“”") {
			continue
		}
		f := fact{reports: []report{{doc: d, ev: &entente.Event{Trigger: span}}}, copies: m.copies[d.ID]}
		s := entente.BriefSentence{
			Text: "“" + strings.TrimSuffix(text, ".") + "”" + f.support(f.reports[0], false) + ".", Kind: "quoted",
			Sources: []entente.BriefSource{{Doc: d.ID, Publisher: d.Publisher, Span: span}},
		}
		return []entente.BriefSection{{Head: heads[happened].name, Sentences: []entente.BriefSentence{s}}}
	}
	return nil
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
