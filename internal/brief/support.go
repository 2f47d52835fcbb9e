package brief

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a fact rests on: the archive has decided which events of several reports
// are one, and which reports rest on one source. A brief takes its word for it.

// told is the place of an event in what the archive merged.
type told struct {
	merged string // id
	group  int    // of tellings that rest on one source
}

// readMerged notes for the events of a filter which happening they tell, and
// which documents rest on one source.
func (m *material) readMerged(ctx context.Context, a Archive, f entente.EventFilter) error {
	rows, err := a.Happenings(ctx, f)
	if err != nil {
		return fmt.Errorf("read what the reports have in common: %w", err)
	}
	for _, x := range rows {
		m.hear(x)
		if len(x.Differences) > 0 {
			m.happenings = append(m.happenings, x)
		}
		first := map[int]string{}
		for k := range x.Tellings {
			t := &x.Tellings[k]
			m.merged[t.Event] = told{x.ID, t.Group}
			if first[t.Group] == "" {
				first[t.Group] = t.Doc
			}
			m.tie(t.Doc, first[t.Group])
			m.groups[x.ID] = max(m.groups[x.ID], len(first))
			for _, name := range []string{t.Outlet, t.Owner} {
				if name != "" {
					m.tie(t.Doc, "outlet "+name)
				}
			}
		}
	}
	return nil
}

// hear notes who speaks in a happening.
func (m *material) hear(x *entente.Merged) {
	if spoken(&entente.Event{Root: x.Root, Actors: x.Actors}) {
		for i := range x.Actors {
			m.heard[x.Actors[i].Party()] = true
		}
	}
	for i := range x.Tellings {
		if a := x.Tellings[i].Attribution; a != nil {
			m.heard[a.Speaker.Party()] = true
		}
	}
}

// tie says that two documents, or a document and an outlet, are one source.
func (m *material) tie(a, b string) {
	if a, b = m.source(a), m.source(b); a != b {
		m.sources[max(a, b)] = min(a, b)
	}
}

// source is what stands for all that a document rests on one source with.
func (m *material) source(x string) string {
	for m.sources[x] != "" {
		x = m.sources[x]
	}
	return x
}

// independent counts the sources of a fact that do not rest on each other, as
// far as can be told: those that the archive counted where it has merged all
// reports of the fact, else the documents without a source in common.
func (f *fact) independent() int {
	if f.alone > 0 {
		return f.alone
	}
	f.alone = f.sourcesOf(f.reports)
	return f.alone
}

// sourcesOf counts the independent sources of some reports of a fact.
func (f *fact) sourcesOf(list []report) int {
	if f.plan == nil || f.plan.of == nil {
		return len(list)
	}
	m := f.plan.of
	groups, docs := map[int]bool{}, map[string]bool{}
	one := m.merged[list[0].ev.ID].merged
	for _, r := range list {
		t := m.merged[r.ev.ID]
		if t.merged == "" || t.merged != one {
			one = ""
		}
		groups[t.group] = true
		key := m.source(r.doc.ID)
		if key == r.doc.ID && r.doc.Publisher != "" {
			key = m.source("outlet " + r.doc.Publisher)
		}
		docs[key] = true
	}
	if one != "" {
		return len(groups)
	}
	return len(docs)
}

// agreeing returns the report that a sentence is taken from and those that tell
// the same in their words: the archive takes some for one that only have the
// kind of act and the country in common.
func (f *fact) agreeing(from report) []report {
	out := []report{from}
	for _, r := range f.reports {
		if r != from && !early(from, r) && agree(from, r) && sameNumbers(from.ev, r.ev) {
			out = append(out, r)
		}
	}
	return out
}

// early reports whether a report is older than the day on which, by another one, something
// came about: it cannot tell of it.
func early(from, r report) bool {
	w := from.ev.When
	return from.ev.Status != entente.Future && w.Basis == entente.WhenText && w.OnDay() && r.doc.Day().Known() && r.doc.Day() < w.From
}

// echoed reports whether what one report tells stands in another one as well: in a near-copy
// of it, or as a deed of its kind between its parties, which may be this one in
// other words.
func (f *fact) echoed(r report) bool {
	if f.plan == nil || f.plan.of == nil {
		return false
	}
	m := f.plan.of
	if m.copies[r.doc.ID] > 0 {
		return true
	}
	doers, others := partyKey(r.ev.Actors), partyKey(r.ev.Recipients)
	if doers == "" {
		return false
	}
	for _, d := range m.docs {
		if d != r.doc && slices.ContainsFunc(d.Events, func(e entente.Event) bool {
			return e.Root.Quad() == r.ev.Root.Quad() && partyKey(e.Actors) == doers && partyKey(e.Recipients) == others && (others != "" || e.Root == r.ev.Root)
		}) {
			return true
		}
	}
	return false
}

// sameNumbers reports whether a telling has the numbers that another one has: 400
// marchers and 600 are one march, and two reports of how many came.
func sameNumbers(from, e *entente.Event) bool {
	return !slices.ContainsFunc(from.Magnitudes, func(m entente.Magnitude) bool {
		return !slices.ContainsFunc(e.Magnitudes, func(n entente.Magnitude) bool { return n.Kind == m.Kind && n.Low == m.Low && n.High == m.High })
	})
}

// leastAlike is the per cent of content words of what two reports tell that they
// have to share where one of them does not name both sides.
const leastAlike = 60

// leastTold is the per cent of content words that the sentences of two tellings have to
// share where both name both sides of a deed: who was in the streets of one city on
// two days did not do one thing.
const leastTold = 40

// agree reports whether two tellings that the archive takes for one can be counted
// as one in a sentence.
func agree(a, b report) bool {
	if a.ev.Root != entente.RootConsult && (others(a, a.ev.Actors, b, b.ev.Actors) || others(a, a.ev.Recipients, b, b.ev.Recipients)) {
		return false
	}
	if !wordy(a.ev.Root) && a.ev.Root == b.ev.Root && a.named() && b.named() && partyKey(a.ev.Actors, a.ev.Recipients) == partyKey(b.ev.Actors, b.ev.Recipients) {
		return a.ev.Root == entente.RootConsult || alike(a.span().In(a.doc.Text), b.span().In(b.doc.Text)) >= leastTold
	}
	return alike(sideWords(a, a.ev.Actors), sideWords(b, b.ev.Actors)) > 0 && (len(a.ev.Recipients)+len(b.ev.Recipients) == 0 || alike(sideWords(a, a.ev.Recipients), sideWords(b, b.ev.Recipients)) > 0) &&
		alike(a.gist(), b.gist()) >= leastAlike
}

// sideWords are the words of a telling for one of its sides, with names.
func sideWords(r report, side []entente.Actor) string {
	s := ""
	for i := range side {
		s += " " + side[i].Span.In(r.doc.Text) + " " + side[i].Name
	}
	return s
}

// others reports whether two sides are named, and by names that have no word in
// common: the Angels, the Nationals.
func others(a report, x []entente.Actor, b report, y []entente.Actor) bool {
	words := func(r report, side []entente.Actor) (string, bool) {
		s := ""
		for i := range side {
			text := side[i].Span.In(r.doc.Text)
			if strings.ToLower(text) == text {
				return "", false
			}
			s += " " + text + " " + side[i].Name
		}
		return s, s != ""
	}
	s, ok := words(a, x)
	t, also := words(b, y)
	return ok && also && alike(s, t) == 0
}

// named reports whether a telling has two sides or more, each by a name.
func (r report) named() bool {
	all := slices.Concat(r.ev.Actors, r.ev.Recipients)
	return len(all) > 1 && !slices.ContainsFunc(all, func(x entente.Actor) bool {
		return x.Inferred || x.Name == "" && strings.ToLower(x.Span.In(r.doc.Text)) == x.Span.In(r.doc.Text)
	})
}

// gist is the words of a telling for who did what to whom.
func (r report) gist() string {
	s := core(r)
	for _, x := range r.ev.Actors {
		s += " " + x.Span.In(r.doc.Text)
	}
	return s
}

// form says what a sentence has beside its support.
type form uint8

const (
	isDated  form = 1 << iota // the day of the event
	isQuoted                  // words in quotation marks
)

func formOf(before string, quoted bool) (has form) {
	if before != "" {
		has = isDated
	}
	if quoted {
		has |= isQuoted
	}
	return has
}

// support says who reports a fact, on how many sources of their own, and when
// where the sentence does not.
func (f *fact) support(r report, has form) string {
	day := f.day(r, has&isDated != 0)
	list := f.agreeing(r)
	n := len(list)
	if n == 1 {
		if len(f.reports) > 1 || f.echoed(r) { // others tell something like it
			return credited(r.doc, day)
		}
		if r.doc.Publisher == "" {
			return " (only one report" + day + ")"
		}
		return " (only " + outlet(r.doc) + " reports" + day + ")"
	}
	by := ""
	if has&isQuoted != 0 && r.doc.Publisher != "" { // the words are one outlet's
		by = credit(r.doc) + "; "
	}
	alone := f.sourcesOf(list)
	own := ", " + strconv.Itoa(alone) + " independent"
	switch alone {
	case n:
		return fmt.Sprintf(" (%s%d independent reports%s)", by, n, day)
	case 1:
		own = " of one source"
	}
	return fmt.Sprintf(" (%s%d reports%s%s)", by, n, own, day)
}

// day is the day of a report behind a comma, "" where the sentence is dated or
// the one before gave the same.
func (f *fact) day(r report, dated bool) string {
	d := r.doc.Day()
	if dated || !d.Known() || f.plan != nil && f.plan.day == d {
		return ""
	}
	if f.plan != nil {
		f.plan.day = d
	}
	return ", " + d.Time().Format("2 January")
}
