package brief

import (
	"cmp"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// chosen is a fact that has its place.
type chosen struct {
	f    *fact
	in   section
	lead bool
	text map[string]bool // content words of what is told
	key  string          // of its draft at the gate
	rank int             // in the order of choosing
}

// write chooses facts by rank until the budget is spent, brings them into the
// order of reading, and writes them into b. Names in full cost more words than
// choosing knows, so it may take a second, tighter choice; and what is cut shorter
// for them is another draft, which the gate has to let pass as well.
func (p *plan) write(b *entente.Brief, budget int) {
	for try := budget; try > 0; {
		sections, keys := p.sections(p.passing(try))
		if !p.gate.settle(keys...) {
			continue // what was refused is written otherwise, or left out
		}
		over := words(sections) - budget
		if over <= 0 {
			b.Sections = append(b.Sections, sections...)
			return
		}
		try -= over
	}
}

// passing chooses facts whose sentences the gate lets pass. Only what would stand
// in the brief is shown to it, all at once; what it refuses is chosen anew.
func (p *plan) passing(budget int) []chosen {
	for {
		picked := p.choose(budget)
		var keys []string
		for _, c := range picked {
			keys = append(keys, c.key)
		}
		if p.gate.settle(keys...) {
			return picked
		}
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

// sections writes chosen facts in the order of reading, and returns the keys of
// their drafts at the gate.
func (p *plan) sections(picked []chosen) (out []entente.BriefSection, keys []string) {
	slices.SortStableFunc(picked, p.order)
	known := map[string]bool{}
	texts := slices.Clone(p.texts)
	for _, c := range picked {
		if name := heads[c.in].name; len(out) == 0 || out[len(out)-1].Head != name {
			c.f.plan.day = entente.NoDay
		}
		before := c.f.plan.day
		s, ok := c.f.write(known, c.lead)
		if !ok || slices.ContainsFunc(texts, func(t string) bool { return alike(t, s.core) > 50 }) {
			c.f.plan.day = before
			continue
		}
		texts, keys = append(texts, s.core), append(keys, s.key)
		for name := range s.fresh { // a set
			known[name] = true
		}
		if name := heads[c.in].name; len(out) == 0 || out[len(out)-1].Head != name {
			out = append(out, entente.BriefSection{Head: name})
		}
		cur := &out[len(out)-1]
		cur.Sentences = append(cur.Sentences, entente.BriefSentence{Text: s.text, Kind: s.kind, Sources: append(c.f.sources(s.from), s.introduced(c.f.names)...)})
	}
	return out, keys
}

// order is the order of reading: by head, the lead first, then what counts most
// first, or by story where there are several.
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
	return cmp.Compare(x.rank, y.rank)
}

// tellsOf returns the ids of what a fact tells: its events and what the archive
// takes them for, or the events of the main verbs of a sentence that is quoted.
func (f *fact) tellsOf() []string {
	var out []string
	add := func(id string) {
		out = append(out, id)
		if f.plan.of != nil && f.plan.of.merged[id].merged != "" {
			out = append(out, f.plan.of.merged[id].merged)
		}
	}
	if f.verbatim == "" {
		for _, r := range f.reports {
			add(r.ev.ID)
		}
		return out
	}
	d := f.reports[0].doc
	for i := range d.Events {
		e := &d.Events[i]
		if e.Sentence != f.reports[0].ev.Sentence {
			continue
		}
		if t := tokenOf(d, e.Trigger); t != nil && (t.Head < 0 || t.Deprel == entente.Conj && d.Tokens[t.Head].Head < 0) {
			add(e.ID)
		}
	}
	return out
}

// mostOfOne is how many sentences of one report are quoted for what the reports
// have in common.
const mostOfOne = 2

// shortest is how many words are left when nothing more is looked for.
const shortest = 8

// choose picks facts by rank. What repeats root and parties of something
// chosen ranks lower each time, so that a brief does not dwell. A sentence that
// shares more than half of its content words with one that stands already is
// left out.
func (p *plan) choose(budget int) []chosen {
	var out []chosen
	var count [none]int
	repeats, voices, covered := map[string]int{}, map[string]bool{}, map[string]bool{}
	left := slices.Concat(p.facts, p.quotes)
	told, from := map[string]bool{}, map[*entente.Document]int{}
	spent, led := 0, false
	for len(left) > 0 && budget-spent >= shortest {
		at := p.best(left, out, repeats, voices, covered)
		if at < 0 {
			break
		}
		f := left[at]
		left = slices.Delete(left, at, at+1)
		in := f.plan.place(f)
		if in == none || !p.many && count[in] >= heads[in].most {
			continue
		}
		lead := in == happened && !led
		ids := f.tellsOf()
		if slices.ContainsFunc(ids, func(id string) bool { return p.told[id] || told[id] }) || f.verbatim != "" && from[f.reports[0].doc] == mostOfOne {
			continue
		}
		s, ok := f.once(lead)
		n := len(strings.Fields(s.text))
		if !ok || spent+n > budget {
			continue
		}
		text := content(s.core)
		if slices.ContainsFunc(out, func(c chosen) bool { return shared(c.text, text) > 50 }) || p.stands(text) ||
			f.anchor != nil && !slices.ContainsFunc(out, func(c chosen) bool { return c.f == f.anchor }) {
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
		for _, c := range concepts(s.core) {
			covered[c] = true
		}
		for _, id := range ids {
			told[id] = true
		}
		if f.verbatim != "" {
			from[f.reports[0].doc]++
		}
		out = append(out, chosen{f, in, lead, text, s.key, len(out)})
	}
	return out
}

// stands reports whether another part of the brief shares more than half of the
// content words.
func (p *plan) stands(text map[string]bool) bool {
	return slices.ContainsFunc(p.texts, func(t string) bool { return shared(content(t), text) > 50 })
}

// draft is what a fact is in words, while nothing more is refused at the gate.
type draft struct {
	s       sentence
	ok      bool
	refused int
}

// once writes a fact with every person by the short name, or says again what it
// wrote.
func (f *fact) once(lead bool) (sentence, bool) {
	i := 0
	if lead {
		i = 1
	}
	refused := 0
	if f.plan.gate != nil {
		refused = f.plan.gate.dropped
	}
	if d := f.drafts[i]; d != nil && d.refused == refused {
		return d.s, d.ok
	}
	f.plan.day = entente.NoDay
	s, ok := f.write(f.names.all, lead)
	f.drafts[i] = &draft{s, ok, refused}
	return s, ok
}

// best returns the index of the fact to choose next.
func (p *plan) best(left []*fact, out []chosen, repeats map[string]int, voices, covered map[string]bool) int {
	var count [none]int
	for _, c := range out {
		count[c.in]++
	}
	// One report in its words does not lead where several tell of something.
	wait := count[happened] == 0 && slices.ContainsFunc(left, func(f *fact) bool {
		if f.verbatim != "" || f.independent() < 2 || f.plan.place(f) != happened {
			return false
		}
		w, ok := p.worth(f, covered)
		return ok && w >= leastLead*pointsShared/100
	})
	at, most := -1, -1<<30
	for i, f := range left {
		w, ok := p.worth(f, covered)
		if !ok || wait && f.verbatim != "" {
			continue
		}
		n := f.score + w
		if f.verbatim == "" {
			n -= 16 * min(repeats[f.key()], 4)
		}
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
