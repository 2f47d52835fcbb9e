package eval

import (
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/plover"
)

// codedEvent is an event as the coder gave it, in the terms of the corpus.
type codedEvent struct {
	corpus.Event
	Confidence float64
	Printed    bool // its status is one that `code` writes
}

// CodingScore is how well records of the annotated corpus were coded.
//
// Events are paired as the corpus pairs those of two annotators: by triggers
// that overlap, else by root and actors. What follows the root is measured on
// pairs of one root. Parts in [0,1].
type CodingScore struct {
	Records, Gold, Found int

	Trigger  PRF // paired at all
	Root     PRF
	Triple   PRF // root and the countries, bodies or coalitions of both sides
	Sector   PRF // the same with sectors
	Domestic PRF // triples with sectors within one country
	PerRoot  map[string]PRF

	Mode, Status Classified // over pairs of one root
	Speaker      PRF        // speaker's words overlap, or its code is the same
	SpeakerPairs PRF        // the same over pairs of one root alone
	Interested   tally      // of speakers found
	Day, Country tally      // right of pairs; country of those where either side has one
	Magnitude    tally      // right of gold numbers
	Contexts     PRF
	About        PRF // topics overlap

	Quiet       int // sentences without event
	FalseAlarms int // of them, those with an event that is written
	Judged      []Judged
}

// Judged is one written event: how sure the coder was, and whether root and
// countries of both sides are right.
type Judged struct {
	Record     string
	Confidence float64
	Right      bool
}

// coding counts towards a CodingScore.
type coding struct {
	out                                        CodingScore
	trigger, root, triple, sector, domestic    tally
	speaker, spoken, contexts, about           tally
	perRoot                                    map[string]*tally
	goldMode, predMode, goldStatus, predStatus []string
}

// scoreCoding scores the events of each record; found[i] are those of gold[i].
func scoreCoding(gold []corpus.Record, found [][]codedEvent) CodingScore {
	c := coding{perRoot: map[string]*tally{}}
	c.out.Records = len(gold)
	for i := range gold {
		c.record(&gold[i], found[i])
	}
	o := &c.out
	o.Trigger, o.Root, o.Triple = c.trigger.score(), c.root.score(), c.triple.score()
	o.Sector, o.Domestic = c.sector.score(), c.domestic.score()
	o.SpeakerPairs = c.spoken.score()
	o.Speaker, o.Contexts, o.About = c.speaker.score(), c.contexts.score(), c.about.score()
	o.Mode, o.Status = classify(c.goldMode, c.predMode), classify(c.goldStatus, c.predStatus)
	o.PerRoot = map[string]PRF{}
	for _, k := range keys(c.perRoot) {
		o.PerRoot[k] = c.perRoot[k].score()
	}
	return c.out
}

func (c *coding) record(rec *corpus.Record, found []codedEvent) {
	gold, pred := make([]*corpus.Event, len(rec.Events)), make([]*corpus.Event, len(found))
	for i := range rec.Events {
		gold[i] = &rec.Events[i]
		c.count(gold[i], 0, 1)
	}
	for i := range found {
		pred[i] = &found[i].Event
		c.count(pred[i], 1, 0)
	}
	c.out.Gold += len(gold)
	c.out.Found += len(pred)
	right := make([]bool, len(found))
	for _, p := range corpus.Align(gold, pred) {
		if p.A < 0 || p.B < 0 {
			continue
		}
		g, f := gold[p.A], pred[p.B]
		c.trigger.tp++
		if g.Event != f.Event {
			continue
		}
		right[p.B] = c.sides(g, f)
		c.details(g, f)
	}
	for i := range found {
		if found[i].Printed {
			c.out.Judged = append(c.out.Judged, Judged{rec.ID, found[i].Confidence, right[i]})
		}
	}
	c.alarms(rec, found)
}

// count adds an event to the sums of those that were found or should be.
func (c *coding) count(e *corpus.Event, sys, gold int) {
	for _, t := range []*tally{&c.trigger, &c.root, &c.triple, &c.sector} {
		t.add(0, sys, gold)
	}
	if domestic(e) {
		c.domestic.add(0, sys, gold)
	}
	if c.perRoot[e.Event] == nil {
		c.perRoot[e.Event] = &tally{}
	}
	c.perRoot[e.Event].add(0, sys, gold)
	if e.Attribution != nil {
		c.speaker.add(0, sys, gold)
	}
}

// sides compares the parties of two events of one root, and says whether the
// countries are right.
func (c *coding) sides(g, f *corpus.Event) bool {
	c.root.tp++
	c.perRoot[g.Event].tp++
	if sideOf(g.Actor, false) != sideOf(f.Actor, false) || sideOf(g.Recipient, false) != sideOf(f.Recipient, false) {
		return false
	}
	c.triple.tp++
	if sideOf(g.Actor, true) == sideOf(f.Actor, true) && sideOf(g.Recipient, true) == sideOf(f.Recipient, true) {
		c.sector.tp++
		c.domestic.tp += btoi(domestic(g) && domestic(f))
	}
	return true
}

// details compares what hangs on two events of one root.
func (c *coding) details(g, f *corpus.Event) {
	if r, err := entente.ParseRoot(g.Event); err == nil && len(plover.Modes(r)) > 0 {
		c.goldMode, c.predMode = append(c.goldMode, g.Event+"/"+orNone(g.Mode)), append(c.predMode, g.Event+"/"+orNone(f.Mode))
	}
	c.goldStatus, c.predStatus = append(c.goldStatus, g.Status), append(c.predStatus, f.Status)
	c.spoken.add(0, btoi(f.Attribution != nil), btoi(g.Attribution != nil))
	if a, b := g.Attribution, f.Attribution; a != nil && b != nil && (overlap(a.Speaker.Text, b.Speaker.Text) ||
		sideOf([]corpus.Member{a.Speaker}, true) == sideOf([]corpus.Member{b.Speaker}, true)) {
		c.speaker.tp++
		c.spoken.tp++
		c.out.Interested.add(btoi(a.Interested == b.Interested), 1, 1)
	}
	c.out.Day.add(btoi(corpus.Days(g.When) == corpus.Days(f.When)), 1, 1)
	if g.Where != nil || f.Where != nil {
		same := g.Where != nil && f.Where != nil && orNone(g.Where.Country) == orNone(f.Where.Country)
		c.out.Country.add(btoi(same), 1, 1)
	}
	gs, fs := sizesOf(&g.Magnitude), sizesOf(&f.Magnitude)
	for i := range gs {
		if gs[i] != nil {
			c.out.Magnitude.add(btoi(sameSize(gs[i], fs[i])), 1, 1)
		}
	}
	for _, x := range g.Contexts {
		c.contexts.tp += btoi(slices.Contains(f.Contexts, x))
	}
	c.contexts.add(0, len(f.Contexts), len(g.Contexts))
	both := g.About != nil && f.About != nil && overlap(*g.About, *f.About)
	c.about.add(btoi(both), btoi(f.About != nil), btoi(g.About != nil))
}

// alarms counts the sentences without event, and those of them in which one
// was written.
func (c *coding) alarms(rec *corpus.Record, found []codedEvent) {
	for k, s := range rec.Sentences {
		if slices.ContainsFunc(rec.Events, func(e corpus.Event) bool { return e.Sentence == k }) {
			continue
		}
		c.out.Quiet++
		if slices.ContainsFunc(found, func(e codedEvent) bool {
			return e.Printed && e.Trigger.Start >= s.Start && e.Trigger.Start < s.End
		}) {
			c.out.FalseAlarms++
		}
	}
}

// sideOf is the set of the members' countries, or of what stands in place of
// one, with or without sectors; "none" when there are no members. A body of a
// state is its state's.
func sideOf(ms []corpus.Member, sectors bool) string {
	if len(ms) == 0 {
		return "none"
	}
	var out []string
	for _, m := range ms {
		code := orNone(m.Country)
		switch {
		case m.Group != nil && m.Country == nil:
			code = "*" + *m.Group
		case entente.IsSupranational(code):
			code += ":" + orNone(m.Org)
		}
		if sectors {
			code += ":" + orNone(m.Sector)
		}
		out = append(out, code)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// domestic says whether an event has two sides, or several members, and all of
// one country.
func domestic(e *corpus.Event) bool {
	all := slices.Concat(e.Actor, e.Recipient)
	if len(all) < 2 {
		return false
	}
	first := orNone(all[0].Country)
	return first != "-" && !entente.IsSupranational(first) &&
		!slices.ContainsFunc(all, func(m corpus.Member) bool { return orNone(m.Country) != first })
}

func sizesOf(m *corpus.Magnitude) []*corpus.Size {
	return []*corpus.Size{m.Killed, m.Injured, m.Displaced, m.Arrested, m.Troops, m.Participants, m.Amount}
}

func sameSize(a, b *corpus.Size) bool {
	same := func(x, y *int64) bool { return x == y || x != nil && y != nil && *x == *y }
	return b != nil && same(a.Low, b.Low) && same(a.High, b.High) && same(a.Best, b.Best) && orNone(a.Currency) == orNone(b.Currency)
}

func overlap(a, b corpus.Text) bool { return a.Start < b.End && b.Start < a.End }

// orNone is the string that p points to, "-" for none.
func orNone(p *string) string {
	if p == nil || *p == "" {
		return "-"
	}
	return *p
}

// rootsNote lists the F1 of roots.
func (s *CodingScore) rootsNote() string {
	var b strings.Builder
	for i, k := range keys(s.PerRoot) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(k + " " + strconv.FormatFloat(100*s.PerRoot[k].F, 'f', 1, 64))
	}
	return b.String()
}
