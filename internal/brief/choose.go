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
	doc  *entente.Document
}

// atOnce is how many sentences of a head are brought into the order of time, those
// that count most, then as many again: a reader who stops early has read the most,
// and what he has read runs from the earlier to the later.
const atOnce = 4

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
	p.dated = !slices.ContainsFunc(picked, func(c chosen) bool { return c.in == happened && !c.doc.Day().Known() })
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
	if x.in == happened && p.dated {
		if c := cmp.Or(cmp.Compare(x.rank/atOnce, y.rank/atOnce), cmp.Compare(x.doc.Day(), y.doc.Day())); c != 0 {
			return c
		}
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

// choice is a brief that is being chosen.
type choice struct {
	out     []chosen
	left    []*option
	count   [none]int
	repeats map[string]int
	voices  map[string]bool
	covered *covered
	told    map[string]bool
	from    map[*entente.Document]int
	texts   []map[string]bool // content words of what stands in other parts
	spent   int
	led     bool
}

// option is a fact that may be chosen, with what does not change while others are.
type option struct {
	f     *fact
	in    section
	key   string
	voice string
}

func (p *plan) options() *choice {
	c := &choice{repeats: map[string]int{}, voices: map[string]bool{}, told: map[string]bool{}, from: map[*entente.Document]int{}}
	c.covered = p.covers()
	for _, list := range [2][]*fact{p.facts, p.quotes} {
		for _, f := range list {
			if in := f.plan.place(f); in != none && !f.outdated() {
				c.left = append(c.left, &option{f, in, f.key(), partyKey(f.ev().Actors)})
			}
		}
	}
	for _, t := range p.texts {
		c.texts = append(c.texts, content(t))
	}
	return c
}

// choose picks facts by rank. What repeats root and parties of something
// chosen ranks lower each time, so that a brief does not dwell. A sentence that
// shares more than half of its content words with one that stands already is
// left out.
func (p *plan) choose(budget int) []chosen {
	c := p.options()
	for len(c.left) > 0 && budget-c.spent >= shortest {
		at := p.best(c)
		if at < 0 {
			break
		}
		o := c.left[at]
		c.left = slices.Delete(c.left, at, at+1)
		p.take(c, o, budget)
	}
	return c.out
}

// take chooses a fact unless something stands against it.
func (p *plan) take(c *choice, o *option, budget int) {
	f, in := o.f, o.in
	if !p.many && c.count[in] >= heads[in].most {
		return
	}
	lead := in == happened && !c.led
	ids := f.tellsOf()
	if slices.ContainsFunc(ids, func(id string) bool { return p.told[id] || c.told[id] }) || f.verbatim != "" && c.from[f.reports[0].doc] == mostOfOne {
		return
	}
	s, ok := f.once(lead)
	n := len(strings.Fields(s.text))
	if !ok || c.spent+n > budget {
		return
	}
	text := content(s.core)
	if slices.ContainsFunc(c.out, func(x chosen) bool { return shared(x.text, text) > 50 }) || slices.ContainsFunc(c.texts, func(t map[string]bool) bool { return shared(t, text) > 50 }) ||
		f.anchor != nil && !c.holds(f.anchor) {
		return
	}
	if s.said && in != next && f.anchor == nil {
		if in = says; !p.many && c.count[in] >= heads[in].most {
			return
		}
		lead = false
	}
	if f.coming && !lead {
		in = next // it is chosen for what it holds, and stands where it belongs
	}
	c.led = c.led || lead
	c.spent += n
	c.count[in]++
	c.repeats[o.key]++
	if in == says {
		c.voices[o.voice] = true
	}
	if p.shared != nil {
		c.covered.tell(&s, text, p.shared)
	}
	for _, id := range ids {
		c.told[id] = true
	}
	if f.verbatim != "" {
		c.from[f.reports[0].doc]++
	}
	c.out = append(c.out, chosen{f, in, lead, text, s.key, len(c.out), s.from.doc})
}

// holds reports whether a fact is chosen.
func (c *choice) holds(f *fact) bool {
	return slices.ContainsFunc(c.out, func(x chosen) bool { return x.f == f })
}

// draft is what a fact is in words, while the gate does not refuse it.
type draft struct {
	s  sentence
	ok bool
}

// once writes a fact with every person by the short name, or says again what it
// wrote.
func (f *fact) once(lead bool) (sentence, bool) {
	i := 0
	if lead {
		i = 1
	}
	if d := f.drafts[i]; d != nil && !f.plan.gate.refused(d.s.key) {
		return d.s, d.ok
	}
	f.plan.day = entente.NoDay
	s, ok := f.write(f.names.all, lead)
	f.drafts[i] = &draft{s, ok}
	return s, ok
}

// best returns the index of the fact to choose next, -1 for none.
func (p *plan) best(c *choice) int {
	wait := c.count[happened] == 0 && p.corroborated(c)
	at, most := -1, -1<<30
	for i, o := range c.left {
		f := o.f
		w, ok := p.worth(f, c.covered)
		if !ok || wait && f.verbatim != "" || f.leadOnly && c.led {
			continue
		}
		n := f.score + w
		if f.verbatim == "" {
			n -= 16 * min(c.repeats[o.key], 4)
		}
		if !p.many {
			if c.count[o.in] == 0 {
				n += 25 // a section that would stay empty
				if o.in == happened {
					n += f.leads()
				}
			} else if o.in == says && !c.voices[o.voice] {
				n += 12 // one who has not been heard
			}
		}
		if f.anchor != nil { // right after what it follows, or never
			n = -1 << 29
			if c.holds(f.anchor) {
				n = 1 << 29
			}
		}
		if n > most {
			at, most = i, n
		}
	}
	return at
}

// corroborated reports whether a fact that several sources tell is left to lead, and
// is near what the story is about, or of both its main parties: then one report in
// its words does not lead.
func (p *plan) corroborated(c *choice) bool {
	bar := 0
	for _, o := range c.left {
		if _, ok := p.worth(o.f, c.covered); ok && o.f.verbatim != "" {
			bar = max(bar, p.share(o.f, c.covered))
		}
	}
	return slices.ContainsFunc(c.left, func(o *option) bool {
		if o.f.verbatim != "" || o.in != happened || o.f.independent() < 2 {
			return false
		}
		_, ok := p.worth(o.f, c.covered)
		return ok && !o.f.mute && (p.whole(o.f.ev()) || 50*p.share(o.f, c.covered)*min(o.f.independent(), 6) >= leastLead*bar)
	})
}

// dated reports whether a report of a fact gives its day.
func (f *fact) dated() bool {
	return slices.ContainsFunc(f.reports, func(r report) bool { return r.ev.When.OnDay() && r.ev.When.Basis == entente.WhenText })
}

// key names what a brief should not dwell on.
func (f *fact) key() string {
	return f.ev().Root.String() + " " + partyKey(f.ev().Actors, f.ev().Recipients)
}
