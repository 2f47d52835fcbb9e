package brief

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// A clause of a report becomes a sentence of a brief when it can stand alone.
// The verb that carries the event keeps its subject, objects, complements and
// the modifiers that tell where and with whom; relative clauses, appositions,
// coordinated and adverbial clauses and everything that joins it to its context
// go. Parties get their names, pronouns that cannot be resolved make the clause
// useless, and the words for the day are left out, because the sentence opens
// with the date. It is the oldest way of compressing sentences (H. Jing,
// Sentence reduction for automatic text summarization, 2000); what is new here
// is only that the record tells which clause to keep.

// clause is the tree of one sentence on its way to be cut.
type clause struct {
	d      *entente.Document
	e      *entente.Event
	names  *names
	known  map[string]bool // persons introduced earlier in the brief
	fresh  map[string]bool // persons introduced by this sentence
	kids   map[int][]int
	verb   int
	stands string // what the sentence already says: the subject
	said   bool   // the verb is one of saying or wanting above the event
	head   []int  // the tokens of the subject, none where another clause has it
}

// cut returns the clause of r as words without the full stop, of at most limit
// words, and false when it cannot stand alone.
func cut(r report, n *names, known map[string]bool, limit int) (out sentence, ok bool) {
	c := &clause{d: r.doc, e: r.ev, names: n, known: known}
	if !c.grow() {
		return sentence{}, false
	}
	c.fresh = map[string]bool{}
	subject, rest, ok := c.words()
	text := tidy(lowerArticle(subject) + " " + rest)
	if first, _, _ := strings.Cut(text, " "); !ok || len(strings.Fields(text)) > limit || c.twice(text) || needsContext(first) {
		return sentence{}, false
	}
	out = sentence{text: text, plain: text, subject: len(strings.Fields(subject)), fresh: c.fresh, said: c.said, from: r}
	if len(c.fresh) > 0 {
		c.known, c.fresh, c.stands = n.all, map[string]bool{}, ""
		if subject, rest, ok = c.words(); ok {
			out.plain = tidy(lowerArticle(subject) + " " + rest)
		}
	}
	return out, true
}

// grow finds the verb of the event and checks that it can carry a sentence.
func (c *clause) grow() bool {
	if c.e.Sentence < 0 || c.e.Sentence >= len(c.d.Sentences) {
		return false
	}
	s := &c.d.Sentences[c.e.Sentence]
	if !s.Parsed || s.First < 0 || s.Last > len(c.d.Tokens) || s.First == s.Last {
		return false
	}
	if last := &c.d.Tokens[s.Last-1]; last.UPOS != entente.PUNCT || c.headed(s) {
		return false // a headline or a fragment
	}
	c.kids = map[int][]int{}
	c.verb = -1
	for i := s.First; i < s.Last; i++ {
		t := &c.d.Tokens[i]
		if t.Head >= 0 {
			c.kids[int(t.Head)] = append(c.kids[int(t.Head)], i)
		}
		if c.verb < 0 && t.Span.Overlaps(c.e.Trigger) {
			c.verb = i
		}
	}
	for range 3 {
		if c.verb < 0 {
			return false
		}
		inner := c.d.Tokens[c.verb].Deprel == entente.Ccomp && c.e.Attribution == nil // wanted or said by whom only the outer verb tells
		if c.finite(c.verb) && !inner {
			return c.plain(c.verb)
		}
		switch t := &c.d.Tokens[c.verb]; t.Deprel.Universal() {
		case entente.Ccomp:
			c.verb, c.said = int(t.Head), true
		case entente.Nsubj, entente.Obj, entente.Compound, entente.Amod, entente.Xcomp, entente.Nmod:
			c.verb = int(t.Head)
		default:
			return false
		}
	}
	return false
}

// headed reports whether a sentence is a headline, runs on from one into its report, or
// has somebody's words in quotation marks, which a clause cut from it could take for
// the report's.
func (c *clause) headed(s *entente.Sentence) bool {
	text := squeeze(s.Span.In(c.d.Text))
	return strings.ContainsAny(text, "\"“”«»") || runOn(text) || strings.TrimRight(text, ". ") == strings.TrimRight(squeeze(c.d.Title), ". ")
}

// finite reports whether token v is a verb, or a predicate with a copula, that
// has a tense.
func (c *clause) finite(v int) bool {
	tensed := func(i int) bool {
		switch c.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
		return false
	}
	if c.d.Tokens[v].UPOS == entente.VERB && tensed(v) {
		return true
	}
	// "The two sides agreed to …", read as sides that were agreed.
	if t := &c.d.Tokens[v]; t.XPOS == "VBN" && t.Deprel == entente.Acl && t.Head >= 0 && c.d.Tokens[t.Head].Deprel == entente.DeprelRoot {
		return slices.ContainsFunc(c.e.Actors, func(x entente.Actor) bool { return c.covers(x.Span, int(t.Head)) })
	}
	for _, k := range c.kids[v] {
		switch c.d.Tokens[k].Deprel.Universal() {
		case entente.Aux, entente.Cop:
			if tensed(k) {
				return true
			}
		}
	}
	return false
}

func (c *clause) form(i int) string { return c.d.Tokens[i].Span.In(c.d.Text) }

// words puts the clause together: subject, verb and what follows it. What stood
// before the subject is left out; with a modifier between subject and verb it is no
// whole.
func (c *clause) words() (subject, rest string, ok bool) {
	at, _ := c.subjectAt()
	if subject, ok = c.subject(); !ok {
		return "", "", false
	}
	var keep []int
	for _, k := range c.kids[c.verb] {
		if !c.keeps(c.verb, k) {
			continue
		}
		switch d := c.d.Tokens[k].Deprel.Universal(); {
		case k < at && c.needed(k):
			return "", "", false
		case k < at || c.past(k):
		case k < c.verb && (d == entente.Obl || d == entente.Advcl):
			return "", "", false
		default:
			keep = c.collect(k, keep)
		}
	}
	keep = append(keep, c.verb)
	slices.Sort(keep)
	if c.said && !c.holdsTrigger(keep) || c.empty(keep) || c.doubtful(slices.Concat(keep, c.subjectTokens(at))) {
		return "", "", false
	}
	if wordy(c.e.Root) && len(keep) < 2 { // agreed, and nothing more
		return "", "", false
	}
	if !c.entire(c.head, keep) || c.loses(keep) {
		return "", "", false
	}
	c.stands = subject
	if c.torn(keep) || c.shares(keep) || c.adjective(keep) {
		return "", "", false
	}
	rest, ok = c.line(keep)
	return subject, rest, ok && rest != ""
}

// past reports whether k is the auxiliary of a pluperfect whose participle has
// the form of the past tense: the sentence opens with a date, and "had signed"
// becomes "signed".
func (c *clause) past(k int) bool {
	v := &c.d.Tokens[c.verb]
	if c.d.Tokens[k].Deprel != entente.Aux || strings.ToLower(c.form(k)) != "had" || v.XPOS != "VBN" {
		return false
	}
	for _, j := range c.kids[c.verb] {
		if j != k && c.d.Tokens[j].Deprel.Universal() == entente.Aux {
			return false
		}
	}
	switch f := strings.ToLower(c.form(c.verb)); f {
	case "met", "said", "made", "held", "sent", "told", "built", "brought", "found", "won", "lost", "left", "led", "kept", "paid", "sold", "called":
		return true
	default:
		return strings.HasSuffix(f, "ed")
	}
}

// subjectAt returns the token of the subject, -1 for none, and whether the
// clause is passive.
func (c *clause) subjectAt() (at int, passive bool) {
	at = -1
	for _, k := range c.kids[c.verb] {
		switch c.d.Tokens[k].Deprel {
		case entente.Nsubj, entente.NsubjPass:
			at = k
			passive = c.d.Tokens[k].Deprel == entente.NsubjPass
		case entente.AuxPass:
			passive = true
		}
	}
	return at, passive
}

// subject returns the words of the subject: parties by name where it is one.
func (c *clause) subject() (string, bool) {
	at, passive := c.subjectAt()
	for _, k := range c.kids[c.verb] {
		switch c.d.Tokens[k].Deprel {
		case entente.Csubj, entente.CsubjPass, entente.Expl:
			return "", false
		}
	}
	party := c.e.Actors
	if passive {
		party = c.e.Recipients
	}
	if t := &c.d.Tokens[c.verb]; at >= 0 && !c.relative(at) && t.Deprel.Universal() == entente.Acl {
		return "", false // the noun before the clause is its object
	}
	if at < 0 || c.relative(at) {
		if c.said || c.d.Tokens[c.verb].Deprel.Universal() == entente.Xcomp {
			return "", false
		}
		party = slices.DeleteFunc(slices.Clone(party), func(x entente.Actor) bool {
			return x.Span.Start > c.d.Tokens[c.verb].Span.Start
		})
		if !c.inherits(party, at) {
			return "", false
		}
		return c.call(party)
	}
	keep := c.collect(at, nil)
	slices.Sort(keep)
	c.head = keep
	if i := keep[0]; i > c.d.Sentences[c.e.Sentence].First && c.d.Tokens[i].UPOS == entente.PROPN && c.d.Tokens[i-1].UPOS == entente.PROPN && c.cutName(i) {
		return "", false // a name that was cut
	}
	return c.subjectAs(at, keep)
}

// subjectAs returns the words of a subject whose head is token at: the parties in it
// by name, or the kept tokens as they stand.
func (c *clause) subjectAs(at int, keep []int) (string, bool) {
	var inside []entente.Actor
	for _, x := range slices.Concat(c.e.Actors, c.e.Recipients) {
		if !x.Inferred && c.covers(x.Span, at) {
			inside = append(inside, x)
		}
	}
	if len(inside) > 1 {
		c.head = c.subjectTokens(at)
		return c.call(inside)
	}
	if len(inside) == 1 && !c.hasConj(at) {
		x := inside[0]
		text := x.Span.In(c.d.Text)
		if isPerson(c.d, x) || strings.ToLower(text) == text && c.spans(x.Span, keep) {
			if isPerson(c.d, x) {
				c.head = c.subtree(at, nil)
				slices.Sort(c.head)
			}
			return c.call(inside)
		}
	}
	if len(inside) == 1 && len(keep) > 1 && c.hasConj(at) {
		var all []entente.Actor
		for _, x := range slices.Concat(c.e.Actors, c.e.Recipients) {
			if slices.ContainsFunc(keep, func(i int) bool { return x.Span.Contains(c.d.Tokens[i].Span) }) {
				all = append(all, x)
			}
		}
		if len(all) > 1 {
			return c.call(all)
		}
	}
	return c.line(keep)
}

// spans reports whether a span holds all tokens but an article.
func (c *clause) spans(s entente.Span, tokens []int) bool {
	return !slices.ContainsFunc(tokens, func(i int) bool { return !c.covers(s, i) && c.d.Tokens[i].UPOS != entente.DET })
}

// subtree appends all tokens of the subtree of i.
func (c *clause) subtree(i int, out []int) []int {
	return c.below(i, out, func(int, int) bool { return true })
}

// below appends i and the tokens below it, from parent to child, as long as keep lets
// them pass. A tree is no deeper than it has tokens; each is visited once.
func (c *clause) below(i int, out []int, keep func(parent, child int) bool) []int {
	from := len(out)
	out = append(out, i)
	for n := from; n < len(out); n++ {
		for _, k := range c.kids[out[n]] {
			if keep(out[n], k) && len(out)-from < len(c.d.Tokens) {
				out = append(out, k)
			}
		}
	}
	return out
}

// inherits reports whether a verb without a subject of its own has one of the
// parties for it: the name before its relative clause, the subject of the verb
// that it is joined to.
func (c *clause) inherits(party []entente.Actor, relative int) bool {
	c.head = nil
	at := int(c.d.Tokens[c.verb].Head)
	if relative < 0 {
		v := c.verb
		for n := 0; n < 3 && c.d.Tokens[v].Deprel == entente.Conj; n++ {
			if v = int(c.d.Tokens[v].Head); v < 0 {
				return false
			}
			if at = c.subjectOf(v); at >= 0 {
				break
			}
			at = -1
		}
		if v == c.verb {
			return false
		}
	}
	return at >= 0 && slices.ContainsFunc(party, func(x entente.Actor) bool {
		return c.covers(x.Span, at) && (relative < 0 || isUpper(squeeze(x.Span.In(c.d.Text))))
	})
}

// subjectOf returns the token of the subject of a verb, -1 for none.
func (c *clause) subjectOf(v int) int {
	for _, k := range c.kids[v] {
		if d := c.d.Tokens[k].Deprel; (d == entente.Nsubj || d == entente.NsubjPass) && !c.relative(k) {
			return k
		}
	}
	return -1
}

func (c *clause) hasConj(i int) bool {
	return slices.ContainsFunc(c.kids[i], func(k int) bool { return c.d.Tokens[k].Deprel == entente.Conj })
}

func (c *clause) relative(i int) bool {
	x := c.d.Tokens[i].XPOS
	return x == "WP" || x == "WDT"
}

func (c *clause) covers(s entente.Span, i int) bool { return s.Contains(c.d.Tokens[i].Span) }

// call names parties in the order in which they stand.
func (c *clause) call(party []entente.Actor) (string, bool) {
	var out []string
	for _, x := range party {
		if i := c.tokenAt(x.Span.Start); i >= 0 && c.d.Tokens[i].UPOS == entente.PRON {
			if speaking(strings.ToLower(c.form(i))) || c.ambiguous(i, &x) {
				return "", false
			}
		}
		s, ok := c.names.refer(c.d, x, c.known, c.fresh)
		if !ok || c.partOf(x) {
			return "", false
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return list(out), len(out) > 0
}

// cutName reports whether the words that begin at token i, within a name, are
// none of a person, whose title may stand before.
func (c *clause) cutName(i int) bool {
	m := c.mention(i)
	return m == nil || !isPerson(c.d, m.Actor)
}

// partOf reports whether the words for a party are a part of what it is called:
// parties of "pro-independence parties", Fargo of "Wells Fargo", El of "El Heraldo".
func (c *clause) partOf(x entente.Actor) bool {
	i := c.tokenAt(x.Span.Start)
	if i < 0 || isPerson(c.d, x) {
		return false
	}
	if i > c.d.Sentences[c.e.Sentence].First && c.d.Tokens[i-1].UPOS == entente.PROPN && !isPossessive(c.form(i-1)) && !dated(c.d, i-1) {
		return true
	}
	end := i
	for ; i < len(c.d.Tokens) && x.Span.Contains(c.d.Tokens[i].Span); i++ {
		end = i
		for _, k := range c.kids[i] {
			d := c.d.Tokens[k].Deprel.Universal()
			if (d == entente.Amod || d == entente.Compound) && !x.Span.Contains(c.d.Tokens[k].Span) {
				return true
			}
		}
	}
	next := end + 1
	return next < c.d.Sentences[c.e.Sentence].Last && c.d.Tokens[end].UPOS == entente.PROPN && c.d.Tokens[next].UPOS == entente.PROPN && !dated(c.d, next)
}

// tokenAt returns the token that begins at a place of the text, -1 for none.
func (c *clause) tokenAt(start int) int {
	i, ok := slices.BinarySearchFunc(c.d.Tokens, start, func(t entente.Token, at int) int { return t.Span.Start - at })
	if !ok {
		return -1
	}
	return i
}

// keeps reports whether child k of the clause's verb stays.
func (c *clause) keeps(v, k int) bool {
	if c.dated(v, k) && !c.punishment(k) || c.venue(k) {
		return false
	}
	t := &c.d.Tokens[k]
	switch t.Deprel {
	case entente.Nsubj, entente.NsubjPass, entente.NsubjOuter:
		return v != c.verb
	case entente.Obj, entente.Iobj, entente.Xcomp, entente.Ccomp, entente.Aux, entente.AuxPass, entente.Cop, entente.CompoundPrt, entente.Obl,
		entente.OblAgent, entente.Expl, entente.Case, entente.Det, entente.DetPredet, entente.Amod, entente.Compound, entente.Nmod, entente.NmodPoss, entente.NmodDesc,
		entente.Nummod, entente.Flat, entente.FlatName, entente.Fixed, entente.FlatForeign, entente.Goeswith, entente.AdvmodEmph:
		return true
	case entente.Advmod:
		return !joining(strings.ToLower(c.form(k))) && c.d.Tokens[k].XPOS != "WRB"
	case entente.Mark:
		return v != c.verb
	case entente.Advcl:
		return k > v && (c.complement(k) || t.XPOS == "VBG" && k <= v+2)
	case entente.Acl:
		return k > v && c.complement(k)
	case entente.Appos: // "actor Jason Beghe": without a comma the name belongs to the noun
		return t.UPOS == entente.PROPN && k == v+1
	case entente.Conj:
		return c.d.Tokens[v].UPOS != entente.VERB && v != c.verb && c.d.Tokens[k].UPOS != entente.VERB
	case entente.Cc:
		return c.d.Tokens[v].UPOS != entente.VERB && v != c.verb
	case entente.Punct:
		return strings.Trim(c.form(k), "-–%$€£") == "" || v != c.verb && c.form(k) == "," && c.d.Tokens[v].UPOS != entente.VERB && c.d.Tokens[v].Deprel == entente.Conj
	}
	return t.Deprel == entente.OblUnmarked && v != c.verb || t.Deprel == entente.NmodUnmarked
}

// collect appends the tokens of the subtree of i that stay.
func (c *clause) collect(i int, out []int) []int { return c.below(i, out, c.keeps) }
