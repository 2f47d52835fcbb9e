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

	check   Check           // nil lets everything pass
	checked map[string]bool // by draft
	dropped int             // drafts that say what their sources do not
}

// plan reads the facts of the material and ranks them.
func (m *material) plan(title string, days entente.Days, check Check) *plan {
	p := &plan{of: m, told: map[string]bool{}, facts: m.merge(), names: newNames(m.docs), days: days, last: entente.NoDay, check: check, checked: map[string]bool{}}
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
	r := f.tellers()[0]
	e := r.ev
	from, to := e.When.From, e.When.To
	if !to.Known() {
		to = from
	}
	early := to.Known() && p.days.From.Known() && to < p.days.From-1
	switch e.Status {
	case entente.Future:
		if f.lapsed || from.Known() && p.last.Known() && from > p.last {
			return next
		}
		return none
	case entente.Historical:
		return background
	case entente.Actual:
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
func join(plans []*plan) *plan {
	out := &plan{many: true, told: map[string]bool{}}
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

// chosen is a fact that has its place.
type chosen struct {
	f    *fact
	in   section
	lead bool
	text string
}

// write chooses facts by rank until the budget is spent, brings them into the
// order of reading, and writes them into b. Names in full cost more words than
// choosing knows, so it may take a second, tighter choice.
func (p *plan) write(b *entente.Brief, budget int) {
	for try := budget; try > 0; {
		sections := p.sections(p.choose(try))
		over := words(sections) - budget
		if over <= 0 {
			b.Sections = append(b.Sections, sections...)
			return
		}
		try -= over
	}
}

// words counts the words of sentences.
func words(sections []entente.BriefSection) int {
	n := 0
	for _, sec := range sections {
		for _, s := range sec.Sentences {
			n += len(strings.Fields(s.Text))
		}
	}
	return n
}

// sections writes chosen facts in the order of reading.
func (p *plan) sections(picked []chosen) []entente.BriefSection {
	slices.SortStableFunc(picked, p.order)
	known := map[string]bool{}
	var out []entente.BriefSection
	texts := slices.Clone(p.texts)
	for _, c := range picked {
		s, ok := c.f.write(known, c.lead)
		if !ok || slices.ContainsFunc(texts, func(t string) bool { return alike(t, s.core) > 50 }) {
			continue
		}
		texts = append(texts, s.core)
		for name := range s.fresh { // a set
			known[name] = true
		}
		if name := heads[c.in].name; len(out) == 0 || out[len(out)-1].Head != name {
			out = append(out, entente.BriefSection{Head: name})
		}
		cur := &out[len(out)-1]
		cur.Sentences = append(cur.Sentences, entente.BriefSentence{Text: s.text, Kind: s.kind, Sources: c.f.sources(s.from)})
	}
	return out
}

// order is the order of reading: by head, the lead first, then by day, or by
// story where there are several.
func (p *plan) order(x, y chosen) int {
	if c := cmp.Compare(x.in, y.in); c != 0 {
		return c
	}
	switch {
	case x.lead:
		return -1
	case y.lead:
		return 1
	case p.many:
		return x.f.story - y.f.story
	}
	return cmp.Compare(dayOf(x.f), dayOf(y.f))
}

func dayOf(f *fact) entente.Day {
	from, _ := daysOf(f.tellers()[0])
	return from
}

// shortest is how many words are left when nothing more is looked for.
const shortest = 8

// choose picks facts by rank. What repeats root and parties of something
// chosen ranks lower each time, so that a brief does not dwell. A sentence that
// shares more than half of its content words with one that stands already is
// left out.
func (p *plan) choose(budget int) []chosen {
	var out []chosen
	var count [none]int
	repeats, voices := map[string]int{}, map[string]bool{}
	left := slices.Clone(p.facts)
	spent := 0
	led := false
	for len(left) > 0 && budget-spent >= shortest {
		at := p.best(left, out, repeats, voices)
		f := left[at]
		left = slices.Delete(left, at, at+1)
		in := f.plan.place(f)
		if in == none || !p.many && count[in] >= heads[in].most {
			continue
		}
		lead := in == happened && !led
		if slices.ContainsFunc(f.reports, func(r report) bool { return p.told[r.ev.ID] }) {
			continue
		}
		s, ok := f.write(f.names.all, lead)
		n := len(strings.Fields(s.text))
		if !ok || spent+n > budget || slices.ContainsFunc(out, func(c chosen) bool { return alike(c.text, s.core) > 50 }) ||
			slices.ContainsFunc(p.texts, func(t string) bool { return alike(t, s.core) > 50 }) {
			continue
		}
		if f.anchor != nil && !slices.ContainsFunc(out, func(c chosen) bool { return c.f == f.anchor }) {
			continue
		}
		if s.said && in != next && f.anchor == nil {
			if in = says; !p.many && count[in] >= heads[in].most {
				continue
			}
			lead = false
		}
		led = led || lead
		spent += n
		count[in]++
		repeats[f.key()]++
		if in == says {
			voices[partyKey(f.ev().Actors)] = true
		}
		out = append(out, chosen{f, in, lead, s.core})
	}
	return out
}

// best returns the index of the fact to choose next.
func (p *plan) best(left []*fact, out []chosen, repeats map[string]int, voices map[string]bool) int {
	var count [none]int
	for _, c := range out {
		count[c.in]++
	}
	at, most := 0, -1<<30
	for i, f := range left {
		n := f.score - 16*min(repeats[f.key()], 4)
		if !p.many {
			if in := f.plan.place(f); in != none && count[in] == 0 {
				n += 25 // a section that would stay empty
				if in == happened {
					n += f.leads()
				}
			} else if in == says && !voices[partyKey(f.ev().Actors)] {
				n += 12 // one who has not been heard
			}
		}
		if f.anchor != nil { // right after what it follows, or never
			n = -1 << 29
			if slices.ContainsFunc(out, func(c chosen) bool { return c.f == f.anchor }) {
				n = 1 << 29
			}
		}
		if n > most {
			at, most = i, n
		}
	}
	return at
}

// leads is how well a fact opens a brief: one that several sources of their own
// report stands before a like one that a single report tells, one that says
// whom and where before one that does not.
func (f *fact) leads() int {
	n := 0
	if f.independent() > 1 {
		n += 24 + 6*min(f.independent(), 4)
	}
	if f.dated() {
		n += 12
	}
	if e := f.ev(); len(e.Recipients) > 0 || len(e.Actors) > 1 {
		n += 8
	}
	if f.ev().Where != nil {
		n += 6
	}
	return n
}

// dated reports whether a report of a fact gives its day.
func (f *fact) dated() bool {
	return slices.ContainsFunc(f.reports, func(r report) bool { return r.ev.When.OnDay() && r.ev.When.Basis == entente.WhenText })
}

// key names what a brief should not dwell on.
func (f *fact) key() string {
	return f.ev().Root.String() + " " + partyKey(f.ev().Actors, f.ev().Recipients)
}
