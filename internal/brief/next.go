package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// What was to come: plans with a day. One whose day is past is told as a plan
// that nothing here says was carried out, or not at all; "will" never stands
// for a day that is over.

// dueDays bounds how exactly a plan has to be dated to be called overdue.
const dueDays = 7

// lapse notes the plans whose day is past without a report of what was planned.
func (p *plan) lapse() {
	for _, f := range p.facts {
		e := f.ev()
		w := e.When
		if e.Status != entente.Future || e.Aspect != entente.AspectEvent || w.Basis != entente.WhenText || !w.From.Known() || !w.To.Known() ||
			w.To-w.From >= dueDays || !p.last.Known() || w.To >= p.last {
			continue
		}
		day := f.first()
		f.lapsed = day.Known() && day <= w.From && !p.happened(f)
	}
}

// coming reports whether a sentence says what will be on a day that lies ahead.
func (p *plan) coming(d *entente.Document, k int) bool {
	s := &d.Sentences[k]
	if !p.last.Known() || !ahead(d, s, p.last) {
		return false
	}
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		if !strings.EqualFold(d.Tokens[i].Span.In(d.Text), "will") {
			continue
		}
		if s.Parsed && d.Tokens[i].Head >= 0 && ofMain(d, int(d.Tokens[i].Head)) || !s.Parsed && d.Tokens[i].UPOS == entente.AUX && onlyVerb(d, s, i) {
			return true
		}
	}
	return false
}

// happened reports whether anything in the reports may be what f planned.
func (p *plan) happened(f *fact) bool {
	return slices.ContainsFunc(p.facts, func(g *fact) bool {
		s := g.ev().Status
		return (s == entente.Actual || s == entente.Historical) && announces(f.ev().Root, g.ev().Root) && overlap(f.ev().Actors, g.ev().Actors) &&
			(len(f.ev().Recipients) == 0 || overlap(slices.Concat(g.ev().Actors, g.ev().Recipients), f.ev().Recipients))
	})
}

// dropped reports whether a report says that what f planned was given up: a later
// sentence, of that report or of one after it, in which a party of the plan stands and
// a verb of dropping has for its object what the plan names.
func (p *plan) dropped(f *fact) bool {
	if f.given == unknownYet {
		f.given = kept
		if p.of != nil && p.givenUp(f) {
			f.given = givenUp
		}
	}
	return f.given == givenUp
}

// fate is what became of a plan, as far as it was looked for.
type fate uint8

const (
	unknownYet fate = iota
	kept
	givenUp
)

func (p *plan) givenUp(f *fact) bool {
	r := f.reports[0]
	named := lemmas(r.doc, r.ev.Sentence)
	parties := codesOf(f.ev())
	for i := range r.doc.Mentions {
		if x := &r.doc.Mentions[i].Actor; r.span().Contains(x.Span) {
			parties = append(parties, x.Party())
		}
	}
	for _, d := range p.of.docs {
		if d != r.doc && !newer(d, r.doc) && d.Day() <= r.doc.Day() {
			continue
		}
		for k := range d.Sentences {
			if d == r.doc && k <= r.ev.Sentence || !drops(d, k, named) {
				continue
			}
			s := d.Sentences[k].Span
			if slices.ContainsFunc(d.Mentions, func(m entente.Mention) bool {
				return s.Contains(m.Actor.Span) && m.Actor.Party() != "" && slices.Contains(parties, m.Actor.Party())
			}) {
				return true
			}
		}
	}
	return false
}

// lemmas are those of the verbs and nouns of a sentence.
func lemmas(d *entente.Document, k int) map[string]bool {
	out := map[string]bool{}
	if k >= 0 && k < len(d.Sentences) {
		for i := max(d.Sentences[k].First, 0); i < min(d.Sentences[k].Last, len(d.Tokens)); i++ {
			if t := &d.Tokens[i]; t.UPOS == entente.NOUN || t.UPOS == entente.VERB {
				out[t.Lemma] = true
			}
		}
	}
	return out
}

// drops reports whether a verb of dropping a plan has one of some words for its object,
// or for its subject in the passive.
func drops(d *entente.Document, k int, named map[string]bool) bool {
	s := &d.Sentences[k]
	for i := max(s.First, 0); i < min(s.Last, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		if t.Head < 0 || !named[t.Lemma] || t.Deprel != entente.Obj && t.Deprel != entente.NsubjPass {
			continue
		}
		switch d.Tokens[t.Head].Lemma {
		case "cancel", "drop", "scrap", "shelve", "postpone", "suspend", "abandon", "call":
			if d.Tokens[t.Head].Lemma != "call" || off(d, s, int(t.Head)) {
				return true
			}
		}
	}
	return false
}

// off reports whether "off" goes with a verb.
func off(d *entente.Document, s *entente.Sentence, verb int) bool {
	return slices.ContainsFunc(d.Tokens[max(s.First, 0):min(s.Last, len(d.Tokens))], func(t entente.Token) bool {
		return int(t.Head) == verb && strings.EqualFold(t.Span.In(d.Text), "off")
	})
}

// due turns a clause about a plan into one about a plan whose day is past:
// "will visit Uganda" becomes "was due to visit Uganda".
func due(s sentence) (string, bool) {
	words := strings.Fields(s.text)
	if s.subject <= 0 || s.subject+1 >= len(words) || slices.Contains(words[s.subject:], "not") {
		return "", false
	}
	rest := words[s.subject+1:]
	switch w := words[s.subject]; {
	case w == "will":
	case (w == "is" || w == "are") && rest[0] == "to":
		rest = rest[1:]
	default:
		return "", false
	}
	subject := strings.Join(words[:s.subject], " ")
	was := " was due to "
	last := words[s.subject-1]
	if words[s.subject] == "are" || strings.Contains(subject, " and ") || !isUpper(last) && strings.HasSuffix(last, "s") {
		was = " were due to "
	}
	text := subject + was + strings.Join(rest, " ")
	return text, !strings.Contains(text, " will ")
}

// writeDue writes a plan whose day is past.
func (f *fact) writeDue(known map[string]bool) (sentence, bool) {
	for _, r := range f.tellers() {
		before, after, ok := f.frame(r, known, false)
		if !ok || before == "" {
			continue
		}
		if r.ev.Attribution == nil || sameActor(r.ev.Actors, r.ev.Attribution.Speaker) {
			after = "" // its own plan
		}
		s, ok := cut(r, f.names, known, maxSentence-10)
		kind := "tightened"
		if !ok || s.said {
			s, ok = compose(r, f.names, known)
			kind = "composed"
		}
		if !ok {
			continue
		}
		if s.key, ok = f.plan.gate.passes(before+" "+s.plain+after+".", r); !ok {
			continue
		}
		text, ok := due(s)
		if !ok {
			continue
		}
		s.core, s.kind = s.plain, kind
		s.text = capital(text) + " " + strings.ToLower(before[:1]) + before[1:] + after + "; no report here" + f.support(r, isDated) + "."
		if len(strings.Fields(s.text)) > maxSentence {
			continue
		}
		return s, true
	}
	return sentence{}, false
}

// stale reports whether a clause says "will" of a day that is over.
func (f *fact) stale(text string, r report) bool {
	if f.plan == nil || !strings.Contains(" "+text+" ", " will ") {
		return false
	}
	if _, to := daysOf(r); r.ev.When.Basis == entente.WhenText && to.Known() {
		return to < f.plan.last
	}
	return r.doc.Day() < f.plan.last && f.plan.happened(f)
}
