package gate

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// How a draft is held to its sources
//
// Every predicate of the draft, a verb, a predicate with a copula or a noun, is
// looked for among the predicates of the cited sentences by its lemma. One of
// those that have it must agree with the draft in its profile: polarity, tense
// and modals, the verbs that it hangs on (plan, refuse, fail), conditions,
// hedges, the one on whose word it is told, and who stands in its roles. A word
// with a meaning of its own that no source has, a name, a number with another
// value or another bound, a date with other days are faults by themselves.
//
// Roles are compared by the identity that the actor layer gives a mention, else
// by the lemma of its head, passive and active alike. Everything is linear in
// the words but for the comparison of predicates of one lemma, of which a
// sentence has few.

// Code says what kind of thing a draft has wrong.
type Code string

// The codes.
const (
	Word      Code = "word"      // a word with a meaning that no source has
	Name      Code = "name"      // somebody or something that no source names
	Number    Code = "number"    // another number
	Bound     Code = "bound"     // another bound: at least, about, up to
	Date      Code = "date"      // other days
	Negation  Code = "negation"  // done for not done, or the other way round
	Modality  Code = "modality"  // another tense, modal or governing verb
	Condition Code = "condition" // an "if" more or less
	Hedge     Code = "hedge"     // an "alleged" more or less
	Speaker   Code = "speaker"   // on another's word, or on nobody's
	Role      Code = "role"      // somebody else acts, or is acted on
	Quote     Code = "quote"     // words in quotation marks that no source has
)

// Fault is a thing that a draft says and its sources do not.
type Fault struct {
	Code  Code
	Words string // of the draft, or of the source where the draft leaves them out
}

// String writes the fault for people.
func (f Fault) String() string { return string(f.Code) + ": " + f.Words }

// Source is one cited sentence of a document with all layers up to trees,
// actors, dates and numbers.
type Source struct {
	Doc      *entente.Document
	Sentence int
}

// Check returns the faults of a draft, nil for a draft that says what its
// sources say. The draft is an annotated document of one sentence or more,
// dated like its sources, so that its words for days mean the same.
func Check(draft *entente.Document, sources []Source) []Fault {
	var ss []*side
	for _, s := range sources {
		if x := newSide(s.Doc, s.Sentence); x != nil {
			ss = append(ss, x)
		}
	}
	var out []Fault
	for i := range draft.Sentences {
		if d := newSide(draft, i); d != nil {
			out = append(out, check(d, ss)...)
		} else {
			out = append(out, Fault{Word, "no tree"})
		}
	}
	return slices.Compact(out)
}

func check(d *side, ss []*side) []Fault {
	out := d.quotes(ss)
	out = append(out, d.numbers(ss)...)
	out = append(out, d.dates(ss)...)
	out = append(out, d.words(ss)...)
	return append(out, d.predicates(ss)...)
}

// side is one sentence with what is asked of it again and again.
type side struct {
	d           *entente.Document
	first, last int // tokens
	span        entente.Span
	kids        [][]int
	who         [][]*entente.Actor // by token, the actors that a mention or an event names by it
	date        []int              // by token, index of the date that covers it, -1
	own         bool               // it says "by its own account"
}

// newSide returns nil for a sentence without a tree.
func newSide(d *entente.Document, sentence int) *side {
	if sentence < 0 || sentence >= len(d.Sentences) {
		return nil
	}
	s := &d.Sentences[sentence]
	if !s.Parsed || s.First < 0 || s.Last > len(d.Tokens) || s.First >= s.Last {
		return nil
	}
	n := s.Last - s.First
	x := &side{d: d, first: s.First, last: s.Last, span: s.Span, kids: make([][]int, n), who: make([][]*entente.Actor, n), date: make([]int, n)}
	for i := range n {
		x.date[i] = -1
		if h := int(d.Tokens[s.First+i].Head) - s.First; h >= 0 && h < n {
			x.kids[h] = append(x.kids[h], i)
		}
	}
	x.identify()
	text := strings.ToLower(s.Span.In(d.Text))
	x.own = strings.Contains(text, "by its own account") || strings.Contains(text, "by their own account")
	for k := range d.Dates {
		for i := range n {
			if d.Dates[k].Span.Overlaps(d.Tokens[s.First+i].Span) {
				x.date[i] = k
			}
		}
	}
	return x
}

// identify notes whom the tokens name: by the mentions, and by the members of
// the events that the sentence tells, who may stand there as pronouns.
func (x *side) identify() {
	d := x.d
	name := func(span entente.Span, a *entente.Actor) {
		if span.IsEmpty() || a.Party() == "" && a.Name == "" {
			return
		}
		for i := range x.len() {
			if span.Overlaps(x.tok(i).Span) {
				x.who[i] = append(x.who[i], a)
			}
		}
	}
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Last <= x.first || m.First >= x.last {
			continue
		}
		name(m.Actor.Span, &m.Actor)
		for j := range m.Members {
			name(m.Actor.Span, &m.Members[j])
		}
	}
	for k := range d.Events {
		e := &d.Events[k]
		for _, list := range [2][]entente.Actor{e.Actors, e.Recipients} {
			for j := range list {
				name(list[j].Span, &list[j])
			}
		}
		if e.Attribution != nil {
			name(e.Attribution.Speaker.Span, &e.Attribution.Speaker)
		}
	}
}

func (x *side) len() int                  { return x.last - x.first }
func (x *side) tok(i int) *entente.Token  { return &x.d.Tokens[x.first+i] }
func (x *side) rel(i int) entente.Deprel  { return x.tok(i).Deprel }
func (x *side) base(i int) entente.Deprel { return x.tok(i).Deprel.Universal() }
func (x *side) lemma(i int) string        { return strings.ToLower(x.tok(i).Lemma) }
func (x *side) form(i int) string         { return strings.ToLower(x.tok(i).Span.In(x.d.Text)) }

// head is the head of token i within the sentence, -1 for its root.
func (x *side) head(i int) int {
	h := int(x.tok(i).Head) - x.first
	if h < 0 || h >= x.len() {
		return -1
	}
	return h
}

// phrase is the words of a token and its modifiers, for messages.
func (x *side) phrase(i int) string {
	lo, hi := i, i
	for _, k := range x.kids[i] {
		switch x.base(k) {
		case entente.Det, entente.Amod, entente.Compound, entente.Flat, entente.Nummod, entente.Advmod, entente.Case:
			lo, hi = min(lo, k), max(hi, k)
		}
	}
	return entente.Span{Start: x.tok(lo).Span.Start, End: x.tok(hi).Span.End}.In(x.d.Text)
}
