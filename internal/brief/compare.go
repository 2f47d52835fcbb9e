package brief

import (
	"context"
	"fmt"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What is new since a day: what the reports after it tell that those up to it
// did not. A happening that both tell is no change, in whatever words.

// change is one difference between two days.
type change struct {
	kind string
	text string
	from []entente.BriefSource
}

// The kinds of changes, in the order in which they are told.
const (
	changeDone    = "Planned, now done"
	changeFigure  = "Changed figure"
	changeCorrect = "Corrected"
	changeDenied  = "Denied"
	changeNew     = "New"
)

// news writes what changed since the end of a day, in at most budget words, and
// says so where nothing did.
func (p *plan) news(m *material, since entente.Day, budget int) entente.BriefSection {
	var all []change
	known := map[string]bool{}
	all = append(all, p.done(since, known)...)
	all = append(all, m.changedFigures(since)...)
	all = append(all, m.corrections(since)...)
	all = append(all, p.denials(since)...)
	all = append(all, p.fresh(since, known, all)...)
	sec := entente.BriefSection{Head: newHead}
	for _, c := range all {
		text := c.kind + ": " + c.text
		n := len(strings.Fields(text))
		if n > budget {
			continue
		}
		budget -= n
		sec.Sentences = append(sec.Sentences, entente.BriefSentence{Text: text, Kind: "computed", Sources: c.from})
	}
	if len(all) == 0 {
		sec.Sentences = append(sec.Sentences, entente.BriefSentence{Text: "No change since " + dayText(since) + ".", Kind: "computed"})
	}
	return sec
}

// SinceLast asks what is new since the last day but one that has reports.
const SinceLast entente.Day = 1

// news is the section on what is new in a story, none when it was not asked
// for. Copies are read as well: a later version of a report is mostly the old
// one, and the rest of it is the news.
func (w *Writer) news(ctx context.Context, s *entente.Story, days entente.Days, budget int) ([]entente.BriefSection, error) {
	since := w.opt.Since
	if since <= 0 {
		return nil, nil
	}
	all := *s
	all.Members = slices.Clone(s.Members)
	for i := range all.Members {
		all.Members[i].DuplicateOf = ""
	}
	m := w.material()
	if err := m.read(ctx, w.archive, &all, entente.AllDays(), maxDocuments); err != nil {
		return nil, err
	}
	if since == SinceLast {
		last := entente.NoDay
		since = entente.NoDay
		for _, d := range m.docs { // in order of days
			if day := d.Day(); day.Known() && day != last {
				since, last = last, day
			}
		}
	}
	if since <= 0 {
		return nil, nil
	}
	return []entente.BriefSection{m.plan(s.Title, days, newKeeper(w.opt.Check)).news(m, since, budget)}, nil
}

// first is the day of a fact's earliest report, NoDay when none is dated.
func (f *fact) first() entente.Day {
	out := entente.NoDay
	for _, r := range f.reports {
		if d := r.doc.Day(); d.Known() && (!out.Known() || d < out) {
			out = d
		}
	}
	return out
}

// after reports whether all reports of a fact are of days after since.
func (f *fact) after(since entente.Day) bool { return f.first().Known() && f.first() > since }

// parties is who stands on which side, without their sectors.
func (f *fact) parties() string {
	e := f.ev()
	if e.Root == entente.RootConsult { // a visit is a meeting of the same
		return partyKey(e.Actors, e.Recipients)
	}
	return partyKey(e.Actors) + ">" + partyKey(e.Recipients)
}

// tell writes a fact as one sentence: in the words of a brief, else quoted.
func (f *fact) tell(known map[string]bool) (string, []entente.BriefSource, bool) {
	for {
		s, ok := f.write(known, false)
		if !ok {
			break
		}
		if !f.plan.gate.settle(s.key) {
			continue
		}
		for name := range s.fresh { // a set
			known[name] = true
		}
		return s.text, f.sources(s.from), true
	}
	for _, r := range f.tellers() {
		if text, ok := quoted(r.doc, r.ev.Sentence); ok {
			return text, f.sources(r), true
		}
	}
	return "", nil, false
}

// done are facts that were plans up to the day.
func (p *plan) done(since entente.Day, known map[string]bool) []change {
	var out []change
	for _, f := range p.facts {
		if plan := p.planned(f, since); plan != nil {
			if text, src, ok := f.tell(known); ok {
				out = append(out, change{changeDone, strings.TrimSuffix(text, ".") + "; it had been announced by " + dayText(plan.first()) + ".", src})
			}
		}
	}
	return out
}

// planned returns the plan that a fact carries out, told up to the day.
func (p *plan) planned(f *fact, since entente.Day) *fact {
	if !f.after(since) || f.ev().Status != entente.Actual || f.ev().Aspect != entente.AspectEvent {
		return nil
	}
	for _, g := range p.facts {
		if g.ev().Status == entente.Future && announces(g.ev().Root, f.ev().Root) && sameParties(f, g) && g.first().Known() && g.first() <= since {
			return g
		}
	}
	return nil
}

// announces reports whether an event to come of one root is the plan of an
// event of another: PLOVER codes plans of cooperation as agreements and plans
// of conflict as threats.
func announces(plan, deed entente.Root) bool {
	switch deed {
	case entente.RootConsult, entente.RootSupport, entente.RootCooperate, entente.RootAid:
		return plan == deed || plan == entente.RootAgree
	case entente.RootRetreat:
		return plan == deed || plan == entente.RootAgree || plan == entente.RootConcede
	case entente.RootSanction, entente.RootCoerce, entente.RootAssault, entente.RootMobilize, entente.RootProtest:
		return plan == deed || plan == entente.RootThreaten
	}
	return plan == deed
}

// sameParties reports whether the same parties stand in two facts, on the same
// sides where the first is not one of both.
func sameParties(f, g *fact) bool {
	x, y := f.ev(), g.ev()
	if x.Root == entente.RootConsult || x.Root == entente.RootCooperate {
		return partyKey(x.Actors, x.Recipients) == partyKey(y.Actors, y.Recipients)
	}
	return partyKey(x.Actors) == partyKey(y.Actors) && partyKey(x.Recipients) == partyKey(y.Recipients)
}

// changedFigures are numbers of people that newer reports give otherwise.
func (m *material) changedFigures(since entente.Day) []change {
	var all []figure
	for _, d := range m.docs {
		all = append(all, figures(d)...)
	}
	var out []change
	told := map[byte]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		x := &all[i]
		if x.doc.Day() <= since || !x.doc.Day().Known() || told[x.class] || corrects(x.doc, x.sent) {
			continue
		}
		var old *figure
		for j := range all {
			if y := &all[j]; y.class == x.class && y.doc.Day().Known() && y.doc.Day() <= since && sameThing(x, y) {
				old = y // the newest of them
			}
		}
		if old == nil {
			continue
		}
		told[x.class] = true
		if old.value == x.value && old.text == x.text {
			continue
		}
		text := fmt.Sprintf("%s people %s (%s, %s); before, %s (%s, %s).", capital(x.text), x.kind, outlet(x.doc), x.doc.Day().Time().Format("2 January"),
			old.text, outlet(old.doc), old.doc.Day().Time().Format("2 January"))
		out = append(out, change{changeFigure, text, []entente.BriefSource{{Doc: x.doc.ID, Publisher: x.doc.Publisher, Span: x.doc.Sentences[x.sent].Span},
			{Doc: old.doc.ID, Publisher: old.doc.Publisher, Span: old.doc.Sentences[old.sent].Span}}})
	}
	return out
}

// corrects reports whether a sentence takes back what an outlet had said.
func corrects(d *entente.Document, sentence int) bool {
	if sentence < 0 || sentence >= len(d.Sentences) {
		return false
	}
	text := " " + strings.ToLower(squeeze(d.Sentences[sentence].Span.In(d.Text))) + " "
	for _, cue := range []string{" correction:", " corrects ", " corrected an earlier", " corrected its earlier", " in an earlier report", " an earlier report said", " retracted ", " wrongly reported", " this corrects"} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// corrections quotes the sentences that take back what was reported.
func (m *material) corrections(since entente.Day) []change {
	var out []change
	for _, d := range m.docs {
		if !d.Day().Known() || d.Day() <= since {
			continue
		}
		for i := range d.Sentences {
			if text, ok := quoted(d, i); ok && corrects(d, i) && !d.InRelated(d.Sentences[i].Span) {
				out = append(out, change{changeCorrect, text, []entente.BriefSource{{Doc: d.ID, Publisher: d.Publisher, Span: d.Sentences[i].Span}}})
			}
		}
	}
	return out
}

// denials are newer facts that take back an older one: a party rejects what it
// was accused of, or the same act is said not to have happened.
func (p *plan) denials(since entente.Day) []change {
	var out []change
	for _, f := range p.facts {
		if !p.denial(f, since) {
			continue
		}
		for _, r := range f.tellers() {
			if text, ok := quoted(r.doc, r.ev.Sentence); ok {
				out = append(out, change{changeDenied, text, f.sources(r)})
				break
			}
		}
	}
	return out
}

func (p *plan) denial(f *fact, since entente.Day) bool {
	if !f.after(since) {
		return false
	}
	e := f.ev()
	return slices.ContainsFunc(p.facts, func(g *fact) bool {
		if !g.first().Known() || g.first() > since {
			return false
		}
		o := g.ev()
		switch {
		case e.Status == entente.Negated:
			return o.Root == e.Root && o.Status == entente.Actual && partyKey(o.Actors) == partyKey(e.Actors)
		case e.Root == entente.RootReject && denying(f.reports[0]):
			return o.Root == entente.RootAccuse && overlap(o.Recipients, e.Actors) || o.Attribution != nil && o.Attribution.Interested && overlap(o.Actors, e.Actors)
		}
		return false
	})
}

// denying reports whether a rejection is one of a charge.
func denying(r report) bool {
	low := strings.ToLower(r.span().In(r.doc.Text))
	return strings.Contains(low, "den") || strings.Contains(low, "accusation") || strings.Contains(low, "charge") || strings.Contains(low, "claim") || strings.Contains(low, "allegation")
}

func overlap(as, bs []entente.Actor) bool {
	return slices.ContainsFunc(as, func(a entente.Actor) bool {
		return a.Party() != "" && slices.ContainsFunc(bs, func(b entente.Actor) bool { return a.Party() == b.Party() })
	})
}

// fresh are facts of which nothing was told up to the day, by rank; what stands
// among the changes already is not told again.
func (p *plan) fresh(since entente.Day, known map[string]bool, told []change) []change {
	var out []change
	for _, f := range p.facts {
		if !f.after(since) || p.place(f) == none || f.ev().Status == entente.Historical || p.planned(f, since) != nil || p.denial(f, since) || f.anchor != nil {
			continue
		}
		if slices.ContainsFunc(f.reports, func(r report) bool { return corrects(r.doc, r.ev.Sentence) }) || p.earlier(f, since) {
			continue
		}
		text, src, ok := f.tell(known)
		if !ok || slices.ContainsFunc(append(told, out...), func(c change) bool {
			return c.from[0].Doc == src[0].Doc && c.from[0].Span == src[0].Span || alike(c.text, text) > 50
		}) {
			continue
		}
		out = append(out, change{changeNew, text, src})
	}
	return out
}

// repeated is the share of content words, in per cent, over which a sentence
// says what another one said.
const repeated = 60

// earlier reports whether reports up to the day told the same of the same
// parties, as far as root and days go: then it is no news.
func (p *plan) earlier(f *fact, since entente.Day) bool {
	return slices.ContainsFunc(p.facts, func(g *fact) bool {
		if g == f || !g.first().Known() || g.first() > since || g.ev().Root != f.ev().Root || g.ev().Status != f.ev().Status {
			return false
		}
		if g.parties() == f.parties() && touch(g.reports[0], f.reports[0]) {
			return true
		}
		// Without a day of its own, the same said again is the same.
		x, y := f.reports[0], g.reports[0]
		return x.ev.When.Basis != entente.WhenText && partyKey(x.ev.Actors) == partyKey(y.ev.Actors) &&
			alike(x.span().In(x.doc.Text), y.span().In(y.doc.Text)) > repeated
	})
}
