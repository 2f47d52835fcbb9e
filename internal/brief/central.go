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
	pointsQuote  = 200 // of a quotation that does
	pointsBond   = 100 // of the fact that the most sentences are like
	pointsTied   = 80  // of the quotation that the most sentences are like
	pointsFirst  = 20  // of a quotation that opens its report
	leastLead    = 20  // per cent of what the best quotation holds, from which what two sources tell leads before it; half of that for four
	leastShared  = 23  // per cent of the most below which nothing is quoted
	leastFresh   = 50  // per cent of what a sentence holds of it that the brief must not hold yet, for it to be quoted
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
	ids    map[string]int // by concept: its number, for those that count
	weight []int          // by number
	most   int            // of one sentence
	ties   map[*entente.Sentence]int
	tied   int  // the most of them
	alone  bool // there is one report
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
	out := &common{ids: map[string]int{}, most: 1, tied: 1, alone: len(docs) == 1}
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
	out.ties = ties(m.docs)
	for _, n := range out.ties {
		out.tied = max(out.tied, n)
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
func (c *common) cover(text string, covered []bool) {
	for _, i := range c.numbers(concepts(text)) {
		covered[i] = true
	}
}

// quotations are the sentences of reports that may be quoted as facts of their
// own kind: what happened, in the words of one report.
func (m *material) quotations(p *plan) []*fact {
	var out []*fact
	for _, d := range m.docs[:min(len(m.docs), centralDocs)] {
		for k := range d.Sentences[:min(len(d.Sentences), quotedSents)] {
			text, ok := quotable(d, k, maxLead-3)
			if !ok || !alone(d, k, text, p.last, p.shared) {
				continue
			}
			e := &entente.Event{Sentence: k, Trigger: d.Sentences[k].Span, Status: entente.Actual, When: entente.When{From: entente.NoDay, To: entente.NoDay}}
			out = append(out, &fact{reports: []report{{d, e}}, names: p.names, plan: p, verbatim: text, score: 0})
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

// worth is the points of a fact for what it would add to what the brief says of
// what the reports have in common; false for a quotation that adds too little.
func (p *plan) worth(f *fact, covered []bool) (int, bool) {
	if p.shared == nil || f.mute {
		return 0, true
	}
	if f.gist == nil {
		s, ok := f.once(false)
		if !ok && f.verbatim != "" {
			s, ok = f.once(true)
			f.leadOnly = ok
		}
		f.from = s.from
		f.gist = p.shared.numbers(concepts(s.core))
		if !ok {
			f.mute, f.from = true, f.reports[0]
			return 0, f.verbatim == ""
		}
	}
	share := p.share(f, covered)
	r := f.from
	tied := 0
	if r.ev.Sentence >= 0 && r.ev.Sentence < len(r.doc.Sentences) {
		tied = p.shared.ties[&r.doc.Sentences[r.ev.Sentence]]
	}
	if f.verbatim == "" {
		return share*pointsShared/100 + tied*pointsBond/p.shared.tied, true
	}
	first := 0
	if r.ev.Sentence == 0 {
		first = pointsFirst
	}
	fresh := 100 * p.shared.gain(f.gist, covered) / max(p.shared.gain(f.gist, nil), 1)
	return share*pointsQuote/100 + tied*pointsTied/p.shared.tied + first, share >= leastShared && fresh >= leastFresh
}

// share is what a fact adds of what the reports have in common, in per cent of the
// most that a sentence has; 0 before it is known.
func (p *plan) share(f *fact, covered []bool) int {
	if p.shared == nil {
		return 0
	}
	return 100 * p.shared.gain(f.gist, covered) / p.shared.most
}
