package corpus

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/plover"
)

// checker collects what is wrong with one record.
type checker struct {
	rec    *Record
	text   []rune
	length int
	causes []string
}

// Validate says what is wrong with a record: unknown codes, offsets that do
// not give the words that stand beside them, triggers outside of their
// sentence, links to nothing. Nil for a sound record.
func Validate(rec *Record) []string {
	c := &checker{rec: rec, text: rec.runes()}
	c.frame()
	c.marks()
	for i := range rec.Events {
		c.event(i)
	}
	c.coverage()
	return c.causes
}

func (c *checker) fail(format string, args ...any) {
	c.causes = append(c.causes, fmt.Sprintf(format, args...))
}

// frame checks what belongs to the record as a whole.
func (c *checker) frame() {
	rec := c.rec
	if !idForm.MatchString(rec.ID) {
		c.fail("bad id %q", rec.ID)
	}
	if rec.Date != nil {
		if _, err := entente.ParseDay(*rec.Date); err != nil {
			c.fail("bad date %q", *rec.Date)
		}
	}
	for _, t := range rec.Tags {
		if !listed(tagList, t) {
			c.fail("unknown tag %q", t)
		}
	}
	if len(rec.Tags) == 0 || !listed(regionList, rec.Region) {
		c.fail("no tag, or unknown region %q", rec.Region)
	}
	if rec.Text == nil && rec.Drawn == nil {
		c.fail("no text")
	}
	next := 0
	for i, s := range rec.Sentences {
		if s.Start != next || s.End <= s.Start {
			c.fail("sentence %d does not follow the one before", i)
		}
		next = s.End + 1
	}
	c.length = next - 1
	if rec.Text != nil && c.length != utf8.RuneCountInString(*rec.Text) {
		c.fail("the sentences do not cover the text")
	}
	if rec.Drawn != nil && c.length != rec.Drawn.End-rec.Drawn.Start {
		c.fail("the sentence is not as long as the one that was drawn")
	}
}

// marks checks names and times, which do not overlap.
func (c *checker) marks() {
	var all []Span
	for _, e := range c.rec.Entities {
		all = append(all, Span{e.Start, e.End})
		if !listed("PER ORG LOC NORP", e.Type) || e.Use != nil && !listed(useList, *e.Use) ||
			(e.Use == nil) != (e.Type == "PER" || e.Type == "ORG") {
			c.fail("name at %d of unknown type or use", e.Start)
		}
		if e.Country != nil && !listed(countryList, *e.Country) {
			c.fail("unknown country %q of a name", *e.Country)
		}
	}
	for _, d := range c.rec.Dates {
		all = append(all, Span{d.Start, d.End})
		if !listed("DATE TIME DURATION SET", d.Type) || d.Value == "" {
			c.fail("time at %d of unknown type or without value", d.Start)
		}
		c.days("time", d.From, d.To)
	}
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	end := 0
	for _, s := range all {
		if s.Start < end || s.End <= s.Start || s.End > c.length {
			c.fail("mark at %d overlaps another or lies outside", s.Start)
		}
		end = max(end, s.End)
	}
}

// days checks an interval.
func (c *checker) days(what string, from, to *string) {
	for _, d := range []*string{from, to} {
		if d == nil {
			continue
		}
		if _, err := entente.ParseDay(*d); err != nil {
			c.fail("bad day %q of a %s", *d, what)
		}
	}
	if from != nil && to != nil && *from > *to {
		c.fail("a %s ends before it begins", what)
	}
}

// words checks that offsets lie in the text and give the words beside them.
func (c *checker) words(what string, t Text) {
	if t.Start < 0 || t.End <= t.Start || t.End > c.length {
		c.fail("%s lies outside of the text", what)
		return
	}
	if c.text == nil {
		if t.Text != nil {
			c.fail("%s has words in a record without text", what)
		}
		return
	}
	if t.Text == nil || t.End > len(c.text) || string(c.text[t.Start:t.End]) != *t.Text {
		c.fail("the offsets of %s do not give its words", what)
	}
}

// coverage checks that every sentence has events or a kind of none, never
// both.
func (c *checker) coverage() {
	n := len(c.rec.Sentences)
	events, none := make([]int, n), make([]int, n)
	for _, e := range c.rec.Events {
		if e.Sentence >= 0 && e.Sentence < n {
			events[e.Sentence]++
		}
	}
	for _, x := range c.rec.None {
		if !listed(noneList, x.Kind) {
			c.fail("unknown kind of no event %q", x.Kind)
		}
		if x.Sentence < 0 || x.Sentence >= n {
			c.fail("no sentence %d", x.Sentence)
			continue
		}
		none[x.Sentence]++
	}
	for i := range n {
		if none[i] > 1 || (none[i] > 0) == (events[i] > 0) {
			c.fail("sentence %d has to have either events or one kind of none", i+1)
		}
	}
}

// event checks one event.
func (c *checker) event(i int) {
	e := &c.rec.Events[i]
	if e.N != i+1 || e.Sentence < 0 || e.Sentence >= len(c.rec.Sentences) {
		c.fail("event %d is numbered %d or belongs to no sentence", i+1, e.N)
		return
	}
	what := fmt.Sprintf("event %d: ", e.N)
	c.codes(what, e)
	s := c.rec.Sentences[e.Sentence]
	c.words(what+"the trigger", e.Trigger)
	if e.Trigger.Start < s.Start || e.Trigger.End > s.End {
		c.fail("%sthe trigger stands outside of the sentence", what)
	}
	for _, other := range c.rec.Events[:i] {
		if other.Trigger.Start == e.Trigger.Start && other.Sentence == e.Sentence {
			c.fail("%sits trigger is that of event %d", what, other.N)
		}
	}
	if len(e.Actor) == 0 {
		c.fail("%sno actor", what)
	}
	for _, m := range slices.Concat(e.Actor, e.Recipient) {
		c.member(what+"a member", m)
		if m.End > 0 && !m.Inferred && (m.Start < s.Start || m.End > s.End) {
			c.fail("%sa member stands outside of the sentence and is not marked as inferred", what)
		}
	}
	c.details(what, e)
}

// codes checks root, mode, contexts, status, aspect.
func (c *checker) codes(what string, e *Event) {
	root, err := entente.ParseRoot(e.Event)
	if err != nil || root == entente.RootNone {
		c.fail("%sunknown root %q", what, e.Event)
		return
	}
	mode, err := entente.ParseMode(value(e.Mode))
	if err != nil || !plover.HasMode(root, mode) {
		c.fail("%s%s has no mode %q", what, e.Event, value(e.Mode))
	}
	if plover.NeedsRecipient(root) && len(e.Recipient) == 0 && len(e.Actor) < 2 {
		c.fail("%s%s needs a recipient or two actors", what, e.Event)
	}
	if e.Quad != int(root.Quad()) {
		c.fail("%sthe class of %s is %d", what, e.Event, root.Quad())
	}
	for _, x := range e.Contexts {
		if _, err := entente.ParseContext(x); err != nil || x == "" {
			c.fail("%sunknown context %q", what, x)
		}
	}
	if !listed(statusList, e.Status) || e.Aspect != "event" && e.Aspect != "ongoing" {
		c.fail("%sunknown status %q or aspect %q", what, e.Status, e.Aspect)
	}
}

// member checks an actor, recipient or speaker.
func (c *checker) member(what string, m Member) {
	if m.Start != 0 || m.End != 0 {
		c.words(what, m.Text)
	}
	if m.Country != nil && !entente.IsSupranational(*m.Country) && !listed(countryList, *m.Country) {
		c.fail("%s of unknown country %q", what, *m.Country)
	}
	if m.Group != nil && !listed(groupList, *m.Group) {
		c.fail("%s of unknown coalition %q", what, *m.Group)
	}
	if _, err := entente.ParseSector(value(m.Sector)); err != nil {
		c.fail("%s of unknown sector %q", what, *m.Sector)
	}
}

// details checks time, place, topic, attribution, numbers and links.
func (c *checker) details(what string, e *Event) {
	if w := e.When; w != nil {
		c.days(what+"time", w.From, w.To)
		switch {
		case w.Start != nil && w.End != nil:
			c.words(what+"the time", Text{w.Text, *w.Start, *w.End})
		case w.Basis != "document":
			c.fail("%sa time without words", what)
		}
		if w.Precision != nil && !listed(precisionList, *w.Precision) {
			c.fail("%sunknown precision %q", what, *w.Precision)
		}
	}
	if e.Where != nil {
		c.words(what+"the place", e.Where.Text)
	}
	if e.About != nil {
		c.words(what+"the topic", *e.About)
	}
	if a := e.Attribution; a != nil {
		c.member(what+"the speaker", a.Speaker)
		c.words(what+"the cue", a.Cue)
		if a.Venue != nil {
			c.words(what+"the venue", *a.Venue)
		}
	}
	for _, kind := range strings.Fields(sizeList) {
		if s := *e.Magnitude.slot(kind); s != nil {
			c.words(what+"a number", s.Text)
		}
	}
	for _, l := range e.Links {
		if l.Event < 1 || l.Event > len(c.rec.Events) || l.Event == e.N || !listed(linkList, l.Type) {
			c.fail("%slink to event %d, which is itself or none of the %d", what, l.Event, len(c.rec.Events))
		}
		c.words(what+"the cue of a link", l.Cue)
	}
	if e.SameAs != nil && (*e.SameAs < 1 || *e.SameAs >= e.N) {
		c.fail("%sthe same as event %d, which is no earlier one", what, *e.SameAs)
	}
}
