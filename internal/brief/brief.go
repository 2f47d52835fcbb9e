// Package brief writes short accounts from the records of an archive: of a
// story, of a day or a span of days, of what passes between two parties, of an
// actor. Nothing is invented: a sentence is a clause of a report, cut to its
// core and with names and dates made plain, or a template over the record of an
// event; each carries the documents, the characters and the events that it
// rests on.
//
// It does not code, cluster or rank the news of the world; it says in order
// what the archive holds.
package brief

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// Archive is what briefs are written from.
type Archive interface {
	Reports
	Records
}

// Reports are the documents of an archive and its stories.
type Reports interface {
	// Document returns a document to the given depth.
	Document(ctx context.Context, id string, depth entente.Depth) (*entente.Document, error)
	// Story returns a story with its members in (date, id) order.
	Story(ctx context.Context, id string) (entente.StoryRow, error)
	// Reported returns the stories with a report of one of some days, those with
	// the most reports of their own first.
	Reported(ctx context.Context, days entente.Days, limit int) ([]entente.StoryRow, error)
	// Beside returns id and headline of the stories that a story is tied to or
	// that ended in its days, those tied first.
	Beside(ctx context.Context, s *entente.Story) ([]entente.Story, error)
	// Stats counts what was published within a span of days.
	Stats(ctx context.Context, span entente.Days) (entente.Stats, error)
}

// Records are the events of an archive and what its reader wants to see.
type Records interface {
	// Events returns events with their documents.
	Events(ctx context.Context, f entente.EventFilter) ([]entente.EventRow, error)
	// Happenings returns what happened, as all reports of it tell it.
	Happenings(ctx context.Context, f entente.EventFilter) ([]*entente.Merged, error)
	// Earlier returns the newest happenings of a root between two parties that
	// were over before a day, up to limit; whole is false when there may be more.
	Earlier(ctx context.Context, root entente.Root, pair [2]string, before entente.Day, limit int) (list []*entente.Merged, whole bool, err error)
	// Watches returns the searches that the reader keeps.
	Watches(ctx context.Context) ([]entente.Watch, error)
}

// Budgets of words and bounds of what is read.
const (
	StoryWords = 250 // of a brief of one story, a pair or an actor, by default
	DayWords   = 700 // of a brief of a day or a span of days, by default

	maxDocuments  = 60 // independent reports read of one story, the newest
	maxDayReports = 12 // of one story in a brief of days
	maxStories    = 12 // in a brief of days
	maxEvents     = 400
)

// Options are the settings of a [Writer]. The zero value is good.
type Options struct {
	Words   int                        // budget of words; 0 is [StoryWords] or [DayWords]
	Version string                     // of the program, for the footer
	Since   entente.Day                // tell what is new since the end of this day; 0 and NoDay leave it out, [SinceLast] takes the last day but one that has reports
	Home    func(outlet string) string // the country of an outlet by name, "" unknown; nil counts no countries
	Known   func(form string) bool     // whether a form in lower case is a word; nil takes every form for one
	Check   Check                      // the gate that every sentence of a report has to pass; nil lets all pass
}

// Writer writes briefs. It is safe for concurrent use when its archive is.
type Writer struct {
	archive Archive
	opt     Options
}

// material is what a brief is written from, empty.
func (w *Writer) material() *material {
	m := newMaterial()
	m.known = w.opt.Known
	return m
}

// New returns a writer on an archive.
func New(a Archive, opt Options) *Writer { return &Writer{a, opt} }

// Story writes the brief of one story. A missing one is an error with code
// not_found.
func (w *Writer) Story(ctx context.Context, id string) (*entente.Brief, error) {
	row, err := w.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	m := w.material()
	if err := m.read(ctx, w.archive, &row.Story, entente.AllDays(), maxDocuments); err != nil {
		return nil, err
	}
	b := &entente.Brief{Title: row.Story.Title, Scope: "the story " + row.Story.ID, From: row.Story.From, To: row.Story.To}
	p := m.plan(b.Title, entente.Days{From: b.From, To: b.To}, newKeeper(w.opt.Check))
	if b.Sections, err = w.compose(ctx, p, &row.Story); err != nil {
		return nil, err
	}
	m.headlines(b)
	if err := w.neighbours(ctx, b, &row.Story, p); err != nil {
		return nil, err
	}
	m.close(b, w.opt)
	b.Footer.Dropped = p.gate.dropped
	return b, nil
}

// compose writes the sections of a brief of one story: what is computed first,
// then facts by rank within the words that are left.
func (w *Writer) compose(ctx context.Context, p *plan, s *entente.Story) ([]entente.BriefSection, error) {
	budget := w.words(StoryWords)
	tail := unknown([]*material{p.of}, budget/3)
	news, err := w.news(ctx, s, entente.Days{From: s.From, To: s.To}, budget/2)
	if err != nil {
		return nil, err
	}
	p.tell(news)
	why, err := w.why(ctx, p, budget/5)
	if err != nil {
		return nil, err
	}
	said := voices(p, budget/4)
	left := budget - words(tail) - words(news) - words(said)
	for _, x := range why {
		left -= len(strings.Fields(x.s.Text))
	}
	p.centre()
	facts := p.answered(left)
	opening := p.openings(facts.Sections, left)
	if len(facts.Sections) > 0 && facts.Sections[0].Head == heads[happened].name { // the lead is a fact
		return arrange(facts.Sections, opening, news, explained(why, facts.Sections), said, tail), nil
	}
	return arrange(opening, facts.Sections, news, explained(why, facts.Sections), said, tail), nil
}

// voices are the sentences on who is not heard, and on words that judge.
func voices(p *plan, budget int) []entente.BriefSection {
	var out []entente.BriefSection
	add := func(head string, list []entente.BriefSentence) {
		for _, s := range list {
			if n := len(strings.Fields(s.Text)); n <= budget {
				budget -= n
				out = append(out, entente.BriefSection{Head: head, Sentences: []entente.BriefSentence{s}})
			}
		}
	}
	add(heads[says].name, p.naming())
	add(heads[says].name, p.judging())
	add(unknownHead, p.unheard())
	return out
}

// tell notes what stands in a brief already, so that it is not told again.
func (p *plan) tell(sections []entente.BriefSection) {
	for _, sec := range sections {
		for _, s := range sec.Sentences {
			p.texts = append(p.texts, s.Text)
			for _, src := range s.Sources {
				if src.Event != "" {
					p.told[src.Event] = true
				}
			}
		}
	}
}

// StorySince writes the brief of one story with what is new since the end of a
// day; NoDay stands for [SinceLast].
func (w *Writer) StorySince(ctx context.Context, id string, since entente.Day) (*entente.Brief, error) {
	opt := w.opt
	if opt.Since = since; !since.Known() {
		opt.Since = SinceLast
	}
	return New(w.archive, opt).Story(ctx, id)
}

// Day writes the brief of one day.
func (w *Writer) Day(ctx context.Context, day entente.Day) (*entente.Brief, error) {
	return w.Span(ctx, entente.Days{From: day, To: day})
}

// Span writes the brief of a span of days: the stories of the span by the
// number of independent reports, each with what counts most in it. Either side
// of the span may be open.
func (w *Writer) Span(ctx context.Context, days entente.Days) (*entente.Brief, error) {
	stats, err := w.archive.Stats(ctx, days)
	if err != nil {
		return nil, err
	}
	days = known(days, stats.Days)
	b := &entente.Brief{Title: "Brief of " + spanText(days), Scope: spanText(days), From: days.From, To: days.To}
	gate := newKeeper(w.opt.Check)
	parts, err := w.parts(ctx, days, gate)
	if err != nil {
		return nil, err
	}
	var plans []*plan
	var all []*material
	var openings []entente.BriefSection
	m := w.material()
	for _, x := range parts {
		plans, all = append(plans, x.p), append(all, x.m)
		m.add(x.m)
		if first := x.opening(); first != nil {
			openings = append(openings, *first)
		} else if x.p.silent() {
			b.Related = append(b.Related, entente.BriefRelated{Story: x.row.Story.ID, Title: x.row.Story.Title})
		}
	}
	tail := unknown(all, w.words(DayWords)/3)
	openings = openings[:min(len(openings), 3)]
	for len(openings) > 0 && words(openings) > w.words(DayWords)/4 {
		openings = openings[:len(openings)-1]
	}
	joined := join(plans, gate)
	joined.tell(openings)
	joined.answeredByStory(b, plans, w.words(DayWords)-words(tail)-words(openings))
	b.Sections = arrange(withOpenings(b.Sections, openings), tail)
	m.close(b, w.opt)
	b.Footer.Documents, b.Footer.Copies, b.Footer.NoEvent = stats.Documents, stats.Copies, stats.WithoutEvent
	b.Footer.Newest, b.Sample = stats.Newest, stats.Sample && stats.Documents > 0
	b.Footer.OtherLanguage, b.Footer.Undated = stats.OtherLanguage, stats.Undated
	if len(parts) > 1 {
		b.Footer.Rule = rankRule
	}
	b.Footer.Dropped = gate.dropped
	return b, nil
}

// Pair writes the brief of what passed between the parties a and b, given by
// code, in a span of days.
func (w *Writer) Pair(ctx context.Context, a, b []string, days entente.Days) (*entente.Brief, error) {
	pa, err := parties(a)
	if err != nil {
		return nil, err
	}
	pb, err := parties(b)
	if err != nil {
		return nil, err
	}
	f := entente.EventFilter{Days: days, Between: [2][]entente.Party{pa, pb}, FirstOnly: true, NewestFirst: true, Limit: maxEvents}
	return w.events(ctx, f, a, b)
}

// Actor writes the brief of what the parties of the codes did and met with in
// a span of days.
func (w *Writer) Actor(ctx context.Context, codes []string, days entente.Days) (*entente.Brief, error) {
	ps, err := parties(codes)
	if err != nil {
		return nil, err
	}
	f := entente.EventFilter{Days: days, Party: ps, FirstOnly: true, NewestFirst: true, Limit: maxEvents}
	return w.events(ctx, f, codes, nil)
}

// events writes a brief of the events of a filter.
func (w *Writer) events(ctx context.Context, f entente.EventFilter, a, b []string) (*entente.Brief, error) {
	rows, err := w.archive.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	m := w.material()
	m.only = map[string]bool{}
	copied := map[string]string{}
	days := entente.Days{From: entente.NoDay, To: entente.NoDay}
	heads, err := w.heads(ctx, rows)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		m.only[r.Event.ID] = true
		head := heads[r.Doc.ID]
		if head != "" && copied[r.Doc.ID] == "" {
			copied[r.Doc.ID] = head
			m.copies[head]++
		}
		if head != "" || m.have[r.Doc.ID] || len(m.docs) >= maxDocuments {
			continue
		}
		d, err := w.archive.Document(ctx, r.Doc.ID, entente.DepthFull)
		if err != nil {
			return nil, fmt.Errorf("read the sources of the brief: %w", err)
		}
		m.take(d)
		days = stretch(days, d.Day())
	}
	slices.SortStableFunc(m.docs, func(x, y *entente.Document) int {
		if c := x.Published.Compare(y.Published); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	})
	span := known(f.Days, days)
	if err := m.readMerged(ctx, w.archive, entente.EventFilter{Days: f.Days, Party: f.Party, Between: f.Between, Limit: maxEvents}); err != nil {
		return nil, err
	}
	p := m.plan("", span, newKeeper(w.opt.Check))
	title := strings.Join(m.call(a), ", ")
	if b != nil {
		title += " and " + strings.Join(m.call(b), ", ")
	}
	out := &entente.Brief{Title: title, Scope: title + ", " + spanText(span), From: span.From, To: span.To}
	p.write(out, w.words(StoryWords))
	m.close(out, w.opt)
	out.Footer.Dropped = p.gate.dropped
	return out, nil
}

// heads returns, for those documents of rows that are near-copies of another
// document of rows, which one they copy.
func (w *Writer) heads(ctx context.Context, rows []entente.EventRow) (map[string]string, error) {
	here, done, out := map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, r := range rows {
		here[r.Doc.ID] = true
	}
	for _, r := range rows {
		if r.Story == "" || done[r.Story] {
			continue
		}
		done[r.Story] = true
		row, err := w.archive.Story(ctx, r.Story)
		if err != nil {
			return nil, err
		}
		for _, x := range row.Story.Members {
			if x.DuplicateOf != "" && here[x.Doc] && here[x.DuplicateOf] {
				out[x.Doc] = x.DuplicateOf
			}
		}
	}
	return out, nil
}

func (w *Writer) words(usual int) int {
	if w.opt.Words > 0 {
		return w.opt.Words
	}
	return usual
}

// neighbours lists the stories around s that name one of its parties.
func (w *Writer) neighbours(ctx context.Context, b *entente.Brief, s *entente.Story, p *plan) error {
	const most = 4
	if !s.From.Known() || len(p.main) == 0 {
		return nil
	}
	list, err := w.archive.Beside(ctx, s)
	if err != nil {
		return err
	}
	n := 0
	for i := range list {
		x := &list[i]
		if x.ID == s.ID || n == most || !p.names.mentions(x.Title, p.main) {
			continue
		}
		b.Related = append(b.Related, entente.BriefRelated{Story: x.ID, Title: x.Title})
		n++
	}
	return nil
}

// errNoParty says that a pair or an actor was asked for without a code.
var errNoParty = errors.New("no party is given")

// parties reads codes such as RUS, RUS:MIL, NATO.
func parties(codes []string) ([]entente.Party, error) {
	out := make([]entente.Party, 0, len(codes))
	for _, c := range codes {
		base, sector, _ := strings.Cut(c, ":")
		s, err := entente.ParseSector(sector)
		if err != nil {
			return nil, &entente.Error{Code: entente.ErrInvalid, Op: "read the party " + c, Err: err}
		}
		out = append(out, entente.Party{Code: base, Sector: s})
	}
	if len(out) == 0 {
		return nil, &entente.Error{Code: entente.ErrInvalid, Op: "write a brief", Err: errNoParty}
	}
	return out, nil
}

// known closes the open sides of days with those of other.
func known(days, other entente.Days) entente.Days {
	if !days.From.Known() {
		days.From = other.From
	}
	if !days.To.Known() {
		days.To = other.To
	}
	return days
}

// stretch makes span hold d.
func stretch(span entente.Days, d entente.Day) entente.Days {
	if !d.Known() {
		return span
	}
	if !span.From.Known() || d < span.From {
		span.From = d
	}
	if !span.To.Known() || d > span.To {
		span.To = d
	}
	return span
}
