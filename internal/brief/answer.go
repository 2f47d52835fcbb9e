package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What a party denies shares its words with what is said of it, so that a brief which
// has the one has no place for the other. It is told in a few words behind it:
// nobody's claim stands without the denial that the reports have.

// denialVerbs are the verbs of one, by lemma, in the past.
var denialVerbs = map[string]string{"deny": "denied", "dismiss": "dismissed", "refute": "refuted", "reject": "rejected"}

// leastDenied is the per cent of content words that a claim and its denial share.
const leastDenied = 50

// Bounds of denials.
const (
	mostAnswers = 2  // in a brief
	wordsAnswer = 12 // in one
)

// answered chooses and writes facts, and what was denied of them, in at most budget
// words.
func (p *plan) answered(budget int) *entente.Brief {
	answers := p.answers()
	for room := budget; ; {
		b := &entente.Brief{}
		p.write(b, room)
		p.answer(b.Sections, answers, mostAnswers)
		over := words(b.Sections) - budget
		if over <= 0 || room < budget {
			return b
		}
		room -= over
	}
}

// answeredByStory writes the facts of several stories into b, and one denial of each
// story that has one, in at most budget words.
func (p *plan) answeredByStory(b *entente.Brief, stories []*plan, budget int) {
	var with []*plan
	for _, x := range stories {
		if len(x.answers()) > 0 && len(with) < mostAnswers {
			with = append(with, x)
		}
	}
	p.write(b, budget-len(with)*wordsAnswer)
	for _, x := range with {
		x.answer(b.Sections, x.answers(), 1)
	}
}

// answers are the facts that deny something, in the words of a main verb.
func (p *plan) answers() []*fact {
	var out []*fact
	for _, f := range p.facts {
		e := f.ev()
		t := tokenOf(f.reports[0].doc, e.Trigger)
		if e.Root == entente.RootReject && e.Status == entente.Actual && t != nil && denialVerbs[t.Lemma] != "" && t.UPOS == entente.VERB && t.XPOS != "VBG" &&
			(t.Head < 0 || t.Deprel.Universal() == entente.Conj) && f.anchor == nil {
			out = append(out, f)
		}
	}
	return out
}

// answer puts behind each sentence of a claim what was denied of it, where the brief
// has not told it otherwise, up to so many.
func (p *plan) answer(sections []entente.BriefSection, answers []*fact, left int) {
	for _, f := range answers {
		if left == 0 {
			return
		}
		r := f.reports[0]
		said := content(r.span().In(r.doc.Text))
		at, of, best := -1, -1, leastDenied-1
		for i := range sections {
			for k := range sections[i].Sentences {
				s := &sections[i].Sentences[k]
				src := s.Sources[0]
				if slices.ContainsFunc(s.Sources, func(x entente.BriefSource) bool { return x.Doc == r.doc.ID && x.Span == r.span() }) {
					best = 101 // it stands there itself
				} else if n := shared(said, content(s.Text)); src.Doc != r.doc.ID && n > best && p.claims(src) {
					at, of, best = i, k, n
				} else if src.Doc == r.doc.ID && best < 100 && follows(r.doc, src.Span, r.ev.Sentence) && p.claims(src) {
					at, of, best = i, k, 100 // the report itself sets it behind the claim
				}
			}
		}
		if best > 100 || at < 0 {
			continue
		}
		if s, ok := f.denied(); ok {
			sections[at].Sentences = slices.Insert(sections[at].Sentences, of+1, s)
			left--
		}
	}
}

// follows reports whether sentence k of a report stands right behind the one at span.
func follows(d *entente.Document, span entente.Span, k int) bool {
	return k > 0 && k <= len(d.Sentences) && d.Sentences[k-1].Span == span
}

// claims reports whether a source is told on somebody's word: what is denied is a
// claim, not what an outlet reports in its own.
func (p *plan) claims(src entente.BriefSource) bool {
	for _, d := range p.of.docs {
		if d.ID != src.Doc {
			continue
		}
		return slices.ContainsFunc(d.Events, func(e entente.Event) bool {
			return e.Sentence >= 0 && e.Sentence < len(d.Sentences) && d.Sentences[e.Sentence].Span == src.Span && (e.Attribution != nil || e.Root == entente.RootAccuse)
		})
	}
	return false
}

// denied writes a denial behind what it denies.
func (f *fact) denied() (entente.BriefSentence, bool) {
	r := f.reports[0]
	c := &clause{d: r.doc, e: r.ev, names: f.names, known: f.names.all, fresh: map[string]bool{}}
	who, ok := c.call(r.ev.Actors)
	if !ok {
		return entente.BriefSentence{}, false
	}
	verb := denialVerbs[tokenOf(r.doc, r.ev.Trigger).Lemma]
	key, ok := f.plan.gate.passes(who+" "+verb+".", r)
	if !ok || !f.plan.gate.settle(key) {
		return entente.BriefSentence{}, false
	}
	day := ""
	if d := r.doc.Day(); d.Known() {
		day = ", " + d.Time().Format("2 January")
	}
	text := capital(who) + " " + verb + " that" + credited(r.doc, day) + "."
	return entente.BriefSentence{Text: text, Kind: "composed", Sources: f.sources(r)}, len(strings.Fields(text)) <= wordsAnswer
}
