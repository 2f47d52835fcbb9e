package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What the reports of a story have in common tells what it is about, with events
// or without: a word or a pair of words counts by the number of reports that have
// it near their head, and a sentence by what it holds of them that the brief does
// not hold yet (D. Gillick and B. Favre, A scalable global model for
// summarization, 2009). All terms are integers.

const (
	centralDocs  = 20 // reports that are looked at, the earliest
	centralSents = 12 // sentences of each
	quotedSents  = 20 // sentences of each that may be quoted
	headSents    = 2  // that count twice
)

// Weights of choosing, in the points of facts.
const (
	pointsShared = 50  // of a fact that holds the most of what is shared
	pointsQuote  = 300 // of a quotation that does
	pointsBond   = 50  // of the fact that the most sentences are like
	pointsCoded  = 70  // that a coded event has before a quotation: its record says who did what
	pointsTied   = 200 // of the quotation that the most sentences are like
	pointsFirst  = 20  // of a quotation that opens its report
	leastLead    = 20  // per cent of what the best quotation holds, from which what two sources tell leads before it; half of that for four
	leastShared  = 15  // per cent of the most below which nothing is quoted
	leastFresh   = 50  // per cent of the content words of a sentence that the brief must not hold yet, for it to be quoted
)

// concepts are the words of a text that mean something, and the pairs of them
// that stand together, in order, each once.
func concepts(s string) []string {
	var out []string
	last := ""
	for _, w := range strings.FieldsFunc(strings.ToLower(s), between) {
		if len(w) < 2 || slices.Contains(plainWords, w) {
			continue
		}
		w = w[:min(len(w), 6)]
		out = append(out, w)
		if last != "" {
			out = append(out, last+" "+w)
		}
		last = w
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// common is what the reports of a story have in common.
type common struct {
	ids    map[string]int            // by concept: its number, for those that count
	weight []int                     // by number
	most   int                       // of one sentence
	at     map[*entente.Sentence]int // numbers of sentences
	like   []set                     // by number: the sentences that are like it
	tied   int                       // the most of them
	alone  bool                      // there is one report
	title  string                    // headline of the story
}

func (m *material) common() *common {
	docs := m.docs[:min(len(m.docs), centralDocs)]
	count := map[string]int{}
	var texts [][]string
	for _, d := range docs {
		seen := map[string]int{}
		for k := range d.Sentences[:min(len(d.Sentences), centralSents)] {
			list := concepts(d.Sentences[k].Span.In(d.Text))
			texts = append(texts, list)
			if d.InRelated(d.Sentences[k].Span) {
				continue
			}
			for _, c := range list {
				n := 1
				if k < headSents {
					n = 2
				}
				seen[c] = max(seen[c], n)
			}
		}
		for c, n := range seen { // a sum
			count[c] += n
		}
	}
	out := &common{ids: map[string]int{}, most: 1, tied: 1, alone: len(docs) == 1, title: m.title}
	for c, n := range count { // the numbers differ from run to run, what they stand for does not
		if strings.Contains(c, " ") {
			n *= 2 // a pair says more than a word
		}
		if len(docs) > 1 && n <= 2 {
			continue
		}
		out.ids[c] = len(out.weight)
		out.weight = append(out.weight, n)
	}
	out.at, out.like = ties(m.docs)
	for _, s := range out.like {
		out.tied = max(out.tied, s.beyond(nil))
	}
	for _, list := range texts {
		out.most = max(out.most, out.gain(out.numbers(list), nil))
	}
	return out
}

// has reports whether several reports have a word near their heads.
func (c *common) has(word string) bool {
	if c == nil || c.alone {
		return false
	}
	_, ok := c.ids[word[:min(len(word), 6)]]
	return ok
}

// numbers are the numbers of those concepts that count.
func (c *common) numbers(list []string) []int {
	out := []int{}
	for _, x := range list {
		if i, ok := c.ids[x]; ok {
			out = append(out, i)
		}
	}
	return out
}

// gain is what some concepts add to those that are covered.
func (c *common) gain(list []int, covered []bool) int {
	n := 0
	for _, i := range list {
		if covered == nil || !covered[i] {
			n += c.weight[i]
		}
	}
	return n
}

// cover notes that a text is told.
func (c *common) cover(text string, told []bool) {
	for _, i := range c.numbers(concepts(text)) {
		told[i] = true
	}
}

// quotations are the sentences of reports that may be quoted as facts of their
// own kind: what happened, in the words of one report.
func (m *material) quotations(p *plan) []*fact {
	var out []*fact
	for _, d := range m.docs[:min(len(m.docs), centralDocs)] {
		for k := range d.Sentences[:min(len(d.Sentences), quotedSents)] {
			text, ok := quotable(d, k, maxLead-3)
			if !ok || !alone(d, k, text, p.last, p.shared) || m.runInto(d, k) {
				continue
			}
			e := &entente.Event{Sentence: k, Trigger: d.Sentences[k].Span, Status: entente.Actual, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
			out = append(out, &fact{reports: []report{{d, e}}, names: p.names, plan: p, verbatim: text, coming: p.coming(d, k)})
		}
	}
	return out
}

// centre finds what the reports of a story have in common, and what of them may be
// quoted.
func (p *plan) centre() {
	p.shared = p.of.common()
	p.quotes = p.of.quotations(p)
}

// covered is what a brief that is being chosen holds of what the reports have in
// common.
type covered struct {
	concepts []bool          // by number
	near     set             // sentences that are like one that is told
	words    map[string]bool // content words
}

func (p *plan) covers() *covered {
	if p.shared == nil {
		return nil
	}
	return &covered{make([]bool, len(p.shared.weight)), newSet(len(p.shared.like)), map[string]bool{}}
}

// tell notes that a sentence is told.
func (c *covered) tell(s *sentence, content map[string]bool, p *common) {
	p.cover(s.core, c.concepts)
	if i, ok := p.number(s.from); ok {
		c.near.join(p.like[i])
		c.near.add(i)
	}
	for w := range content { // a set
		c.words[w] = true
	}
}

// fresh is how many of a hundred content words are not told yet.
func (c *covered) fresh(words map[string]bool) int {
	n := 0
	for w := range words { // a sum
		if !c.words[w] {
			n++
		}
	}
	return 100 * n / max(len(words), 1)
}

// number is that of the sentence that a report tells something in.
func (c *common) number(r report) (int, bool) {
	if r.doc == nil || r.ev.Sentence < 0 || r.ev.Sentence >= len(r.doc.Sentences) {
		return 0, false
	}
	i, ok := c.at[&r.doc.Sentences[r.ev.Sentence]]
	return i, ok
}

// worth is the points of a fact for what it would add to what the brief says of
// what the reports have in common; false for a quotation that adds too little, or is
// of something else.
func (p *plan) worth(f *fact, c *covered) (int, bool) {
	if p.shared == nil || f.mute {
		return 0, true
	}
	if f.gist == nil {
		s, ok := f.once(false)
		if !ok && f.verbatim != "" {
			s, ok = f.once(true)
			f.leadOnly = ok
		}
		f.from, f.words = s.from, content(s.core)
		f.gist = p.shared.numbers(concepts(s.core))
		if !ok {
			f.mute, f.from = true, f.reports[0]
			return 0, f.verbatim == ""
		}
	}
	share, tied := p.share(f, c), 0
	if i, ok := p.shared.number(f.from); ok {
		tied = p.shared.like[i].beyond(c.near)
	}
	if f.verbatim == "" {
		near := p.shared.alone || p.share(f, nil) >= leastShared || !p.foreign(f.ev())
		return share*pointsShared/100 + tied*pointsBond/p.shared.tied, near
	}
	first := 0
	if f.from.ev.Sentence == 0 {
		first = pointsFirst
	}
	return share*pointsQuote/100 + tied*pointsTied/p.shared.tied + first - pointsCoded,
		p.share(f, nil) >= leastShared && c.fresh(f.words) >= leastFresh
}

// share is what a fact adds of what the reports have in common, in per cent of the
// most that a sentence has; 0 before it is known. Nil covers nothing.
func (p *plan) share(f *fact, c *covered) int {
	if p.shared == nil {
		return 0
	}
	var told []bool
	if c != nil {
		told = c.concepts
	}
	return 100 * p.shared.gain(f.gist, told) / p.shared.most
}
