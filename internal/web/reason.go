package web

import (
	"strings"

	entente "github.com/entente-news/entente"
)

// reason is one step of the answer to: why was this coded?
type reason struct {
	Head  string
	Text  string
	Code  string   // shown as code: a rule, a path
	Place string   // where the rule stands: file:line
	Notes []string // one a line
	Terms []term   // terms of Code explained
}

type term struct{ Name, Text string }

// reasons tells in the order of the work how the event came about.
func (s *server) reasons(row entente.EventRow) []reason {
	e, d := row.Event, row.Doc
	var out []reason
	act := quote(e.Trigger.In(d.Text))
	slots, notes := splitNotes(e.Why.Notes)
	weighed, notes := splitWeights(notes)
	if learnt, ok := strings.CutPrefix(e.Why.Rule, "learnt: "); ok {
		out = append(out, reason{Head: "The pattern", Text: "No line of the pattern files fits " + act + "; what was learnt from annotated sentences took it for " + e.Root.String() + ".",
			Place: e.Why.Pattern, Code: learnt})
	} else if e.Why.Rule != "" || e.Why.Pattern != "" {
		text := " matched this line of the pattern files, which codes " + e.Root.String() + "."
		if turned(notes) {
			text = " matched this line of the pattern files; how it is told, below, makes it " + e.Root.String() + "."
		}
		out = append(out, reason{Head: "The pattern", Text: act + text,
			Place: e.Why.Pattern, Code: e.Why.Rule, Terms: ruleTerms(e.Why.Rule)})
	}
	if len(weighed) > 0 {
		out = append(out, reason{Head: "What weighed", Text: "The features that spoke most for this reading (+) or against it (−), beside the reading that came second, in logarithms of odds.", Notes: weighed})
	}
	if e.Why.Path != "" || len(slots) > 0 {
		out = append(out, reason{Head: "The grammar", Text: "The parties hang on " + act + " in the sentence’s tree by this path.",
			Code: e.Why.Path, Terms: relationTerms(e.Why.Path), Notes: slots})
	}
	if n := s.partyNotes(row); len(n) > 0 {
		out = append(out, reason{Head: "The parties", Text: "Who the words stand for, and by which entry of the tables.", Notes: n})
	}
	out = append(out, whenReason(e, d))
	if e.Where != nil {
		r := reason{Head: "The place", Text: quote(e.Where.Span.In(d.Text)) + " is used as a place."}
		if e.Where.Why != "" {
			r.Notes = []string{e.Where.Why}
		}
		out = append(out, r)
	}
	out = append(out, reason{Head: "How it is told", Text: s.told(row), Notes: notes})
	if e.Why.RunnerUp != "" {
		out = append(out, reason{Head: "What came second", Text: "The next best reading of the same words was:", Code: e.Why.RunnerUp})
	}
	return out
}

// turned reports whether the notes say that the event counts under another
// root than that of its pattern: announced, or refused.
func turned(notes []string) bool {
	for _, n := range notes {
		if strings.HasPrefix(n, "announced:") || strings.HasSuffix(n, ": a refusal") {
			return true
		}
	}
	return false
}

// splitNotes tells the notes on how the parties were found from the others.
func splitNotes(all []string) (slots, others []string) {
	for _, n := range all {
		if strings.HasPrefix(n, "actor by ") || strings.HasPrefix(n, "recipient by ") {
			slots = append(slots, foundGloss(n))
		} else {
			others = append(others, n)
		}
	}
	return slots, others
}

// splitWeights tells the notes on what the learnt decision weighed from the
// others.
func splitWeights(all []string) (weights, others []string) {
	for _, n := range all {
		if strings.Contains(n, " weighs ") || strings.Contains(n, " against ") && strings.ContainsAny(n[:1], "ACMPRST") {
			weights = append(weights, n)
		} else {
			others = append(others, n)
		}
	}
	return weights, others
}

// partyNotes says of each party which words named it and how they were read.
func (s *server) partyNotes(row entente.EventRow) []string {
	e, d := row.Event, row.Doc
	var out []string
	add := func(kind string, a entente.Actor) {
		words := a.Span.In(d.Text)
		note := kind + ": "
		if words != "" {
			note += quote(words) + " is "
		} else {
			note += "not named in the sentence; "
		}
		note += s.named(a)
		if why := mentionWhy(d, a.Span); why != "" {
			note += " – " + why
		}
		out = append(out, note)
	}
	for _, a := range e.Actors {
		add("actor", a)
	}
	for _, a := range e.Recipients {
		add("recipient", a)
	}
	if e.Attribution != nil && !e.Attribution.Speaker.Span.IsEmpty() {
		add("speaker", e.Attribution.Speaker)
	}
	return out
}

// mentionWhy returns why the mention at s was read as it was; s may be a part
// of it or hold it.
func mentionWhy(d *entente.Document, s entente.Span) string {
	if s.IsEmpty() {
		return ""
	}
	why := ""
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Actor.Span == s {
			return m.Why
		}
		if why == "" && m.Actor.Span.Overlaps(s) {
			why = m.Why
		}
	}
	return why
}

func whenReason(e *entente.Event, d *entente.Document) reason {
	r := reason{Head: "The day"}
	words := quote(e.When.Span.In(d.Text))
	switch {
	case e.When.Unresolved:
		r.Text = words + " tells when, but it could not be turned into a day; no day is made up."
	case e.When.Basis == entente.WhenText:
		r.Text = words + " is " + dayRange(e.When.From, e.When.To) + "."
		if d.Day().Known() {
			r.Text = words + ", read on " + dayText(d.Day()) + ", is " + dayRange(e.When.From, e.When.To) + "."
		}
		for i := range d.Dates {
			if d.Dates[i].Span == e.When.Span && d.Dates[i].Why != "" {
				r.Notes = []string{d.Dates[i].Why}
			}
		}
	case e.When.Basis == entente.WhenDocument:
		r.Text = "The sentence does not say when, so the event stands on the day of the report, " + dayRange(e.When.From, e.When.To) + "."
	default:
		r.Text = "Nothing says when; no day is made up."
	}
	return r
}

// told says on whose word and how surely the event is told.
func (s *server) told(row entente.EventRow) string {
	e := row.Event
	t := "Told as " + statusGloss(e.Status)
	if at := e.Attribution; at != nil {
		who := s.actorFact("", "", row.Doc, at.Speaker).Value
		if who == "" {
			who = "somebody unnamed"
		}
		t += ", on the word of " + who
		if cue := at.Cue.In(row.Doc.Text); cue != "" {
			t += " (" + quote(cue) + ")"
		}
		if at.Interested {
			t += ", itself a party to it"
		}
	} else {
		t += ", in the outlet’s own voice"
	}
	if e.Aspect == entente.AspectOngoing {
		t += "; it goes on rather than happens"
	}
	return t + "."
}

// relationTerms explains the dependency relations of a path such as
// "putin <nsubj arrive beijing <obl".
func relationTerms(path string) []term {
	var out []term
	seen := map[string]bool{}
	for _, f := range strings.Fields(path) {
		name := strings.Trim(f, "<>")
		if name == f || seen[name] {
			continue
		}
		seen[name] = true
		rel, err := entente.ParseDeprel(name)
		if err != nil {
			continue
		}
		if g := relationGloss(rel); g != "" {
			out = append(out, term{name, g})
		}
	}
	return out
}
