package brief

import (
	"cmp"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// section is a head of a brief.
type section int

// The heads in their order; none is for facts that are left out.
const (
	happened section = iota
	says
	meanwhile
	background
	next
	none
)

// The heads that are not chosen from facts.
const (
	newHead     = "What is new"
	whyHead     = "Why now"
	unknownHead = "Not known"
)

// readingOrder is the order of the heads in every brief.
var readingOrder = []string{"What happened", newHead, whyHead, "Who says what", "Meanwhile", "Background", "What next", unknownHead}

// arrange brings sections into the order of reading, those of one head into
// one, and leaves out empty ones.
func arrange(parts ...[]entente.BriefSection) []entente.BriefSection {
	var out []entente.BriefSection
	for _, head := range readingOrder {
		sec := entente.BriefSection{Head: head}
		for _, part := range parts {
			for _, s := range part {
				if s.Head == head {
					sec.Sentences = append(sec.Sentences, s.Sentences...)
				}
			}
		}
		if len(sec.Sentences) > 0 {
			out = append(out, sec)
		}
	}
	return out
}

// heads are the names of the sections and how many sentences each may hold in
// a brief of one story.
var heads = [none]struct {
	name string
	most int
}{{"What happened", 7}, {"Who says what", 7}, {"Meanwhile", 3}, {"Background", 5}, {"What next", 3}}

// plan is the facts of a brief in order of rank.
type plan struct {
	facts []*fact
	names *names
	main  []string // codes of the two parties that the facts are about
	days  entente.Days
	last  entente.Day // day of the newest document
	many  bool        // several stories
	of    *material

	told  map[string]bool // events that carry a sentence already
	texts []string        // sentences that stand already

	quotes []*fact     // of one story
	shared *common     // nil where several stories are told
	day    entente.Day // of the report that was given last in a section
	gate   *keeper     // of all stories of a brief
	dated  bool        // all that is told of what happened has a day
}

// plan reads the facts of the material and ranks them.
func (m *material) plan(title string, days entente.Days, gate *keeper) *plan {
	p := &plan{of: m, told: map[string]bool{}, facts: m.merge(), names: newNames(m.docs), days: days, last: entente.NoDay, gate: gate}
	for _, d := range m.docs {
		p.last = max(p.last, d.Day())
		p.days = stretch(p.days, d.Day())
	}
	p.main = mainParties(p.facts)
	for _, f := range p.facts {
		f.names, f.plan = p.names, p
		r := f.tellers()[0]
		f.score = p.rank(f) + alike(title, r.span().In(r.doc.Text))/3
	}
	p.lapse()
	if f := p.toll(m.docs); f != nil {
		p.facts = append(p.facts, f)
	}
	slices.SortStableFunc(p.facts, func(a, b *fact) int { return b.score - a.score })
	return p
}

// toll returns the newest number of those who left their homes, told in the
// sentence after one that carries a fact; nil when there is none.
func (p *plan) toll(docs []*entente.Document) *fact {
	for i := len(docs) - 1; i >= 0; i-- {
		d := docs[i]
		for _, x := range figures(d) {
			if x.class != 'm' || !d.Sentences[x.sent].Parsed {
				continue
			}
			for _, f := range p.facts {
				for _, r := range f.reports {
					if r.doc == d && r.ev.Sentence == x.sent-1 && p.place(f) != none && p.place(f) != says {
						e := &entente.Event{Sentence: x.sent, Trigger: x.verb, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
						return &fact{reports: []report{{d, e}}, names: p.names, plan: p, anchor: f, score: f.score - 1}
					}
				}
			}
		}
	}
	return nil
}

// mainParties returns the two parties that stand in the most reports.
func mainParties(facts []*fact) []string {
	count := map[string]int{}
	var codes []string
	for _, f := range facts {
		for _, c := range codesOf(f.ev()) {
			if count[c] == 0 {
				codes = append(codes, c)
			}
			count[c] += len(f.reports)
		}
	}
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return codes[:min(2, len(codes))]
}

// rank is how much a fact counts: by independent reports, by how near it is to
// what the story is about, by how exactly it is known, by its place in the
// reports. All terms are integers.
func (p *plan) rank(f *fact) int {
	n := 12*min(f.independent(), 6) + 2*min(len(f.reports)+f.copies-f.independent(), 3)
	e := f.tellers()[0].ev
	codes := codesOf(e)
	hits := 0
	for _, c := range p.main {
		if slices.Contains(codes, c) {
			hits++
		}
	}
	n += []int{0, 6, 18}[hits]
	if len(e.Recipients) > 0 || len(e.Actors) > 1 {
		n += 6
	}
	if e.When.OnDay() && e.When.Basis == entente.WhenText {
		n += 8
	}
	if e.Where != nil {
		n += 3
	}
	first := 9
	for _, r := range f.reports {
		first = min(first, r.ev.Sentence)
	}
	n += 10 - min(first, 10)
	return n + int(e.Confidence*10)
}

// place returns the section of a fact.
func (p *plan) place(f *fact) section {
	if f.anchor != nil {
		return p.place(f.anchor)
	}
	if f.verbatim != "" {
		if f.coming && p.dropped(f) {
			return none
		}
		return happened
	}
	r := f.tellers()[0]
	e := r.ev
	from, to := e.When.From, e.When.To
	if !to.Known() {
		to = from
	}
	early := to.Known() && p.days.From.Known() && to < p.days.From-1
	switch e.Status {
	case entente.Future:
		if t := tokenOf(r.doc, r.ev.Trigger); t != nil && t.XPOS == "VBD" || p.dropped(f) {
			return none // its day is that of the week before, or nothing will come of it
		}
		if f.lapsed || from.Known() && p.last.Known() && from > p.last {
			return next
		}
		return none
	case entente.Historical:
		return background
	case entente.Actual:
		if t := tokenOf(r.doc, r.ev.Trigger); t != nil && t.XPOS == "VB" && r.ev.Sentence < len(r.doc.Sentences) && p.coming(r.doc, r.ev.Sentence) {
			return next
		}
	default:
		return none
	}
	switch {
	case early || e.When.Unresolved:
		return background
	case e.Aspect == entente.AspectOngoing && p.central(e):
		return background
	case e.Aspect == entente.AspectOngoing:
		return meanwhile
	case spoken(e):
		return says
	case e.When.Basis != entente.WhenText && (r.present() || len(f.reports) == 1 && !p.central(e)):
		return background
	case p.foreign(e):
		return meanwhile
	}
	return happened
}

// spoken reports whether an event is words rather than deeds: claims, demands,
// praise; what two sides agree on or sign together is a deed.
func spoken(e *entente.Event) bool {
	if a := e.Attribution; a != nil && (a.Interested || sameActor(e.Actors, a.Speaker)) {
		return true
	}
	switch e.Root {
	case entente.RootAccuse, entente.RootReject, entente.RootRequest, entente.RootThreaten, entente.RootConcede:
		return true
	case entente.RootSupport, entente.RootAgree:
		return len(e.Actors) < 2
	}
	return false
}

// foreign reports whether neither main party stands in an event.
func (p *plan) foreign(e *entente.Event) bool {
	codes := codesOf(e)
	return !slices.ContainsFunc(p.main, func(c string) bool { return slices.Contains(codes, c) })
}

// central reports whether all parties of an event are main ones.
func (p *plan) central(e *entente.Event) bool {
	for _, c := range codesOf(e) {
		if !slices.Contains(p.main, c) {
			return false
		}
	}
	return true
}

// whole reports whether both main parties stand in an event.
func (p *plan) whole(e *entente.Event) bool {
	codes := codesOf(e)
	return len(p.main) > 1 && !slices.ContainsFunc(p.main, func(c string) bool { return !slices.Contains(codes, c) })
}

// present reports whether the verb of a telling stands in the present tense: a
// habit or a state rather than an event, when it is of deeds.
func (r report) present() bool {
	for i := range r.doc.Tokens {
		if t := &r.doc.Tokens[i]; t.Span.Overlaps(r.ev.Trigger) {
			return t.XPOS == "VBZ" || t.XPOS == "VBP"
		}
	}
	return false
}

// join puts the facts of several stories into one plan, the stories in the
// order given: the first facts of all before the second ones of any.
//
// What two stories tell stands under the first of them.
func join(plans []*plan, gate *keeper) *plan {
	out := &plan{many: true, told: map[string]bool{}, gate: gate}
	under := map[string]int{} // by happening: the story, from 1
	for i, p := range plans {
		kept := 0
		for _, f := range p.facts {
			if p.place(f) == none || kept == 6 || f.elsewhere(under, i+1) {
				continue
			}
			f.story = i
			f.score = 10_000 - 400*kept - 100*i + min(f.score, 99)
			kept++
			out.facts = append(out.facts, f)
			out.days, out.last = p.days, p.last
		}
	}
	slices.SortStableFunc(out.facts, func(a, b *fact) int { return b.score - a.score })
	return out
}

// elsewhere reports whether a fact stands under another story than the one of
// that number, and notes that it stands under this one if not.
func (f *fact) elsewhere(under map[string]int, story int) bool {
	var ids []string
	for _, r := range f.reports {
		ids = append(ids, r.ev.ID)
		if f.plan.of != nil && f.plan.of.merged[r.ev.ID].merged != "" {
			ids = append(ids, f.plan.of.merged[r.ev.ID].merged)
		}
	}
	if slices.ContainsFunc(ids, func(id string) bool { return under[id] != 0 && under[id] != story }) {
		return true
	}
	for _, id := range ids {
		under[id] = story
	}
	return false
}
