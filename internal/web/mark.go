package web

import (
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// segment is a stretch of text with what it is part of.
type segment struct {
	Text   string
	Class  string   // classes of the style sheet; "" is plain text
	Title  string   // what it is part of, in words
	Link   string   // "" for none
	Labels []string // names of the marks that end with it
	Anchor string   // the id of the element, "" for none
}

// mark is a span to be shown.
type mark struct {
	span   entente.Span
	class  string
	title  string
	link   string
	label  string
	anchor string
}

// segments cuts text[within] at the ends of marks. A segment carries the
// classes of all marks that hold it, the first of which comes first.
func segments(text string, within entente.Span, marks []mark) []segment {
	cuts := []int{within.Start, within.End}
	for _, m := range marks {
		for _, c := range []int{m.span.Start, m.span.End} {
			if c > within.Start && c < within.End {
				cuts = append(cuts, c)
			}
		}
	}
	sort.Ints(cuts)
	var out []segment
	anchored := map[string]bool{}
	for i := range len(cuts) - 1 {
		s := entente.Span{Start: cuts[i], End: cuts[i+1]}
		words := s.In(text)
		if words == "" {
			continue
		}
		g := segment{Text: words}
		var classes, titles []string
		for _, m := range marks {
			if m.span.IsEmpty() || !m.span.Contains(s) {
				continue
			}
			classes = append(classes, m.class)
			if m.title != "" {
				titles = append(titles, m.title)
			}
			if g.Link == "" {
				g.Link = m.link
			}
			if m.label != "" && m.span.End == s.End {
				g.Labels = append(g.Labels, m.label)
			}
			if m.anchor != "" && !anchored[m.anchor] {
				g.Anchor, anchored[m.anchor] = m.anchor, true
			}
		}
		g.Class, g.Title = strings.Join(classes, " "), strings.Join(titles, "; ")
		out = append(out, g)
	}
	return out
}

// eventMarks are the spans of an event, the smallest things first.
func eventMarks(e *entente.Event) []mark {
	ms := []mark{{span: e.Trigger, class: "trigger", title: "the act: " + e.Root.String(), label: "act"}}
	add := func(s entente.Span, class, title string) {
		if !s.IsEmpty() {
			ms = append(ms, mark{span: s, class: class, title: title, label: class})
		}
	}
	for _, g := range e.Magnitudes {
		add(g.Span, "number", "number: "+g.Kind)
	}
	for _, a := range e.Actors {
		add(a.Span, "actor", "actor: "+codeOr(a))
	}
	for _, a := range e.Recipients {
		add(a.Span, "recipient", "recipient: "+codeOr(a))
	}
	add(e.When.Span, "when", "when: "+dayRange(e.When.From, e.When.To))
	if e.Where != nil {
		add(e.Where.Span, "where", "where: "+e.Where.Name)
	}
	if at := e.Attribution; at != nil {
		add(at.Speaker.Span, "speaker", "on whose word: "+codeOr(at.Speaker))
		add(at.Cue, "cue", "the word that attributes it")
		add(at.Venue, "cue", "where it was said")
	}
	add(e.About, "about", "what it is about")
	return ms
}

func codeOr(a entente.Actor) string {
	if c := a.Code(); c != "" {
		return c
	}
	return "unresolved"
}

// legendEntry explains one colour of a marked sentence.
type legendEntry struct{ Class, Name, Text string }

// legend explains the marks that stand in segs, in a fixed order.
func legend(segs []segment) []legendEntry {
	have := map[string]bool{}
	for _, g := range segs {
		for _, c := range strings.Fields(g.Class) {
			have[c] = true
		}
	}
	var out []legendEntry
	for _, l := range []legendEntry{
		{"actor", "actor", "who does it"}, {"trigger", "act", "the words that tell what is done"},
		{"recipient", "recipient", "to whom"}, {"when", "when", "the time that the text gives"},
		{"where", "where", "the place of the act"}, {"speaker", "speaker", "on whose word it is told"},
		{"cue", "cue", "the words that attribute it"}, {"number", "number", "how many or how much"},
		{"about", "about", "topic, plan or demand"}} {
		if have[l.Class] {
			out = append(out, l)
		}
	}
	return out
}
