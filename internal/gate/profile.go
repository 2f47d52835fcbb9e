package gate

import (
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
)

// profile is how one predicate is told.
type profile struct {
	at       int
	negated  bool
	future   bool
	modals   string   // of possibility and duty, in order
	governor string   // lemma of the verb or noun whose complement it is, and how
	ifs      bool     // on a condition, or in one
	hedges   []string // in order
	speaker  []int    // heads of those on whose word it is told; nil for the outlet's
	says     bool
	actors   []int // heads
	patients []int
}

var (
	negators = set("not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "without", "hardly", "barely", "scarcely", "cannot")
	hedges   = set("allegedly", "reportedly", "apparently", "purportedly", "supposedly", "possibly", "probably", "likely", "perhaps", "maybe", "alleged",
		"suspected", "purported", "supposed", "so-called", "apparent", "reported", "presumably", "seemingly", "presumed", "unconfirmed", "claimed")
	modals  = set("may", "might", "can", "could", "would", "should", "must", "ought", "need")
	ifs     = set("if", "unless", "whether", "provided", "lest")
	sayings = set("say", "tell", "claim", "report", "announce", "state", "declare", "confirm", "allege", "add", "argue", "insist", "maintain", "note",
		"acknowledge", "admit", "believe", "think", "assert", "warn", "reveal", "disclose", "explain", "stress", "underline", "write", "repeat", "reiterate",
		"suggest", "deny", "predict", "testify", "contend", "complain", "recall", "estimate", "hear", "know", "understand", "tweet", "post", "emphasise", "emphasize",
		"hint", "indicate", "assure", "reason", "recount", "caution", "concede", "inform", "remark", "comment", "observe", "conclude", "attest", "relate",
		"reply", "answer", "respond", "guess", "joke", "lament", "quip", "hold", "charge", "vow", "pledge", "promise", "brief", "swear", "caution")
)

// predicate says whether token i asserts something: a verb, or what stands with
// a copula.
func (x *side) predicate(i int) bool {
	t := x.tok(i)
	if t.UPOS == entente.VERB && t.Deprel != entente.Amod && t.Deprel != entente.Case && t.Deprel != entente.Compound {
		return true
	}
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Cop })
}

// profileOf reads the profile of predicate i.
func (x *side) profileOf(i int) profile {
	p := profile{at: i}
	for _, k := range x.kids[i] {
		x.modifier(&p, k)
	}
	for _, k := range x.arguments(i) {
		for _, j := range x.kids[k] {
			if f := x.form(j); negators[f] && (x.base(j) == entente.Det || x.base(j) == entente.Cc || x.base(j) == entente.Advmod) {
				p.negated = true
			} else if hedges[f] {
				p.hedges = append(p.hedges, f)
			}
		}
		p.negated = p.negated || negators[x.form(k)]
	}
	x.hang(&p, i)
	if x.own && !p.says {
		p.says, p.speaker = true, x.subjects(i)
	}
	if v := x.closing(); v >= 0 && !p.says && v != i && !sayings[x.lemma(i)] {
		p.says = true
		p.speaker = x.subjects(v)
	}
	p.actors, p.patients = x.roles(i)
	slices.Sort(p.hedges)
	p.hedges = slices.Compact(p.hedges)
	return p
}

// closing is the verb of a speaker who stands at the end of the sentence, as in
// "…, wardens say", whatever the tree makes of it; -1 where there is none.
func (x *side) closing() int {
	comma := -1
	for i := x.len() - 1; i > 0 && i > x.len()-12; i-- {
		if x.form(i) == "," {
			comma = i
			break
		}
	}
	if comma < 0 {
		return -1
	}
	for i := comma + 1; i < x.len(); i++ {
		t := x.tok(i)
		if t.UPOS != entente.VERB || !sayings[x.lemma(i)] || t.XPOS == "VBG" || t.XPOS == "VBN" || x.base(i) == entente.Acl || x.base(i) == entente.Advcl {
			continue
		}
		if slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Nsubj && k > comma }) {
			return i
		}
	}
	return -1
}

// modifier reads what one dependent says of its predicate.
func (x *side) modifier(p *profile, k int) {
	f := x.form(k)
	switch {
	case negators[f]:
		p.negated = !p.negated // two negations are none
	case hedges[f]:
		p.hedges = append(p.hedges, f)
	case ifs[f]:
		p.ifs = true
	case f == "will" || f == "'ll" || f == "shall":
		p.future = true
	case modals[f]:
		p.modals += f + " "
	}
	switch x.base(k) {
	case entente.Advcl:
		p.ifs = p.ifs || x.marked(k)
	case entente.Parataxis:
		if sayings[x.lemma(k)] {
			p.says = true
			p.ifs = p.ifs || x.conditional(k)
			p.speaker = append(p.speaker, x.subjects(k)...)
		}
	case entente.Obl:
		if x.accordingTo(k) {
			p.says = true
			p.speaker = append(p.speaker, k)
		}
	}
}

// marked says whether a clause begins with if or a word like it.
func (x *side) marked(k int) bool {
	return slices.ContainsFunc(x.kids[k], func(j int) bool { return ifs[x.form(j)] })
}

// conditional says whether a clause with if hangs on a verb.
func (x *side) conditional(i int) bool {
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Advcl && x.marked(k) })
}

// accordingTo says whether an oblique names the one on whose word it is.
func (x *side) accordingTo(k int) bool {
	return slices.ContainsFunc(x.kids[k], func(j int) bool { return x.form(j) == "according" }) || x.form(k) == "according"
}

// hang reads what predicate i hangs on: the verb whose complement it is, or the
// one who says it. What is coordinated hangs where the first of them hangs.
func (x *side) hang(p *profile, i int) {
	for range x.len() {
		h := x.head(i)
		if h < 0 {
			return
		}
		switch x.base(i) {
		case entente.Conj:
			for _, k := range x.kids[h] { // modals and the like are shared
				if f := x.form(k); x.base(k) == entente.Aux && p.modals == "" && !p.future && !x.ownAux(p.at) {
					p.future = f == "will"
					if modals[f] {
						p.modals = f + " "
					}
				} else if x.base(k) == entente.Parataxis && sayings[x.lemma(k)] {
					p.says = true
					p.speaker = append(p.speaker, x.subjects(k)...)
				}
			}
			i = h
			continue
		case entente.Ccomp, entente.Parataxis:
			if sayings[x.lemma(h)] {
				p.says = true
				p.ifs = p.ifs || x.conditional(h)
				p.speaker = append(p.speaker, x.subjects(h)...)
				p.negated = p.negated != x.direct(h)
				return
			}
			p.governor = x.lemma(h)
			p.negated = p.negated != x.direct(h)
		case entente.Xcomp, entente.Csubj:
			p.governor = x.lemma(h)
			if x.direct(h) {
				p.negated = !p.negated
			}
			if f := x.futureOf(h); f {
				p.future = true
			}
		case entente.Acl, entente.Advcl: // which of the two is the parser's guess
			if x.infinitive(i) {
				p.governor = "to"
			}
		}
		return
	}
}

// direct says whether a word is itself negated.
func (x *side) direct(i int) bool {
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return negators[x.form(k)] })
}

func (x *side) futureOf(i int) bool {
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return x.form(k) == "will" })
}

func (x *side) ownAux(i int) bool {
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Aux })
}

func (x *side) infinitive(i int) bool {
	return slices.ContainsFunc(x.kids[i], func(k int) bool { return x.form(k) == "to" && x.base(k) == entente.Mark })
}

// arguments are the subjects and objects of a predicate, whose own negation and
// hedges are its.
func (x *side) arguments(i int) []int {
	var out []int
	for _, k := range x.kids[i] {
		switch x.base(k) {
		case entente.Nsubj, entente.Obj, entente.Iobj:
			out = append(out, k)
		}
	}
	return out
}

// subjects are the heads of the subjects of a verb, those that it shares with
// the verb it is coordinated with or hangs on as a participle included.
func (x *side) subjects(i int) []int {
	for range x.len() {
		var out []int
		for _, k := range x.kids[i] {
			if x.rel(k) == entente.Nsubj || x.rel(k) == entente.NsubjOuter {
				out = append(out, x.members(k)...)
			}
		}
		h := x.head(i)
		if len(out) > 0 || h < 0 {
			return out
		}
		switch x.base(i) {
		case entente.Conj, entente.Xcomp, entente.Advcl:
			i = h
		default:
			return nil
		}
	}
	return nil
}

// members are the heads that are coordinated with a noun, itself first.
func (x *side) members(i int) []int {
	out := []int{i}
	for _, k := range x.kids[i] {
		if x.base(k) == entente.Conj {
			out = append(out, k)
		}
	}
	return out
}

// roles are the heads of those who act and of those who are acted on, passive
// and active alike.
func (x *side) roles(i int) (actors, patients []int) {
	passive := false
	for _, k := range x.kids[i] {
		switch x.rel(k) {
		case entente.NsubjPass:
			patients = append(patients, x.members(k)...)
			passive = true
		case entente.OblAgent:
			actors = append(actors, x.members(k)...)
		case entente.Obj, entente.Iobj:
			patients = append(patients, x.members(k)...)
		}
	}
	if h := x.head(i); h >= 0 && x.base(i) == entente.Acl {
		switch {
		case x.tok(i).XPOS == "VBN":
			return actors, append(patients, h)
		case x.tok(i).XPOS == "VBG" || x.rel(i) == entente.AclRelcl:
			return append(actors, h), patients
		}
	}
	if !passive {
		actors = append(actors, x.subjects(i)...)
	}
	return actors, patients
}

// predicates checks the profile of each predicate of the draft.
func (x *side) predicates(ss []*side) []Fault {
	var out []Fault
	for i := range x.len() {
		if x.predicate(i) && !x.isFrame(i) {
			out = append(out, x.compare(i, ss)...)
			continue
		}
		switch x.tok(i).UPOS {
		case entente.NOUN, entente.PROPN, entente.ADJ, entente.VERB, entente.NUM, entente.ADV:
			if !x.isFrame(i) {
				out = append(out, x.compareWord(i, ss)...)
			}
		}
		if x.head(i) < 0 && !x.predicate(i) && !slices.ContainsFunc(ss, func(s *side) bool { return s.verbless(x.lemma(i)) }) {
			out = append(out, Fault{Role, "no verb"})
		}
	}
	return out
}

// isFrame says whether a predicate only says on whose word the rest is: its
// complement carries it as its speaker.
func (x *side) isFrame(i int) bool {
	return sayings[x.lemma(i)] && (x.base(i) == entente.Parataxis ||
		slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Ccomp || x.base(k) == entente.Parataxis }))
}

// compare holds one predicate to those of its lemma in the sources, and returns
// the faults against the one that is nearest.
func (x *side) compare(i int, ss []*side) []Fault {
	p := x.profileOf(i)
	var best []Fault
	found := false
	for _, s := range ss {
		for j := range s.len() {
			if s.lemma(j) != x.lemma(i) || !s.predicate(j) {
				continue
			}
			fs := x.faults(&p, s, s.profileOf(j))
			if len(fs) == 0 {
				return nil
			}
			if !found || len(fs) < len(best) {
				best, found = fs, true
			}
		}
	}
	return best // of a predicate that no source has, words has told
}

// faults compares two profiles.
func (x *side) faults(p *profile, s *side, q profile) []Fault {
	var out []Fault
	add := func(c Code, bad bool) {
		if bad {
			out = append(out, Fault{c, x.phrase(p.at)})
		}
	}
	add(Negation, p.negated != q.negated)
	add(Modality, p.future != q.future || p.modals != q.modals || p.governor != q.governor)
	add(Condition, p.ifs != q.ifs)
	add(Hedge, !slices.Equal(p.hedges, q.hedges))
	add(Speaker, p.says != q.says || p.says && !x.match(p.speaker, s, q.speaker))
	add(Role, x.explicit(p.at) && !x.match(p.actors, s, q.actors) || !x.match(p.patients, s, q.patients))
	return out
}

// explicit says whether a predicate has a subject or an agent of its own, or
// shares that of the clause it is coordinated with: whoever else acts is the
// parser's guess.
func (x *side) explicit(i int) bool {
	for range x.len() {
		if slices.ContainsFunc(x.kids[i], func(k int) bool { return x.base(k) == entente.Nsubj || x.rel(k) == entente.OblAgent }) {
			return true
		}
		if x.base(i) != entente.Conj || x.head(i) < 0 {
			return false
		}
		i = x.head(i)
	}
	return false
}

// match says whether each of some heads is one of those of a source; none of
// the draft's own matches anything.
func (x *side) match(ours []int, s *side, theirs []int) bool {
	if len(theirs) == 0 {
		return true
	}
	return !slices.ContainsFunc(ours, func(i int) bool {
		return !slices.ContainsFunc(theirs, func(j int) bool { return x.same(i, s, j) })
	})
}

// same says whether two heads stand for one: by the actor layer, where both are
// mentions, else by their lemma.
func (x *side) same(i int, s *side, j int) bool {
	return x.lemma(i) == s.lemma(j) || x.names(i, s.who[j])
}

// verbless says whether the root of a sentence is that word and asserts nothing:
// a headline, or what the tagger took for a noun.
func (x *side) verbless(lemma string) bool {
	for i := range x.len() {
		if x.head(i) < 0 {
			return x.lemma(i) == lemma && !x.predicate(i)
		}
	}
	return false
}

// compareWord asks that a word which asserts nothing by itself keeps a hedge
// or a negation that it has wherever a source has it, and gets none that it has
// nowhere. A word that the sources have as a verb alone must be told there as
// it stands: not denied, planned or supposed.
func (x *side) compareWord(i int, ss []*side) []Fault {
	mine := x.hedgesOf(i)
	found, verb, plain := false, false, false
	for _, s := range ss {
		for j := range s.len() {
			if s.lemma(j) != x.lemma(i) {
				continue
			}
			if s.predicate(j) {
				verb = true
				p := s.profileOf(j)
				plain = plain || !p.negated && !p.future && p.modals == "" && !p.ifs && len(p.hedges) == 0
				continue
			}
			if found = true; s.hedgesOf(j) == mine {
				return nil
			}
		}
	}
	switch {
	case found:
		return []Fault{{Hedge, x.phrase(i)}}
	case verb && !plain:
		return []Fault{{Modality, x.phrase(i)}}
	}
	return nil
}

// hedgesOf lists the hedges and negations that stand at a word.
func (x *side) hedgesOf(i int) string {
	var out []string
	for _, k := range x.kids[i] {
		if f := x.form(k); hedges[f] || negators[f] || f == "former" || f == "ex" || f == "possible" || f == "planned" || f == "proposed" {
			out = append(out, f)
		}
	}
	return strings.Join(out, " ")
}
