package nlp

import (
	"strings"

	"github.com/entente-news/entente"
)

// Arc is a relation between two tokens that the tree does not hold, in the sense
// of the enhanced graphs of Universal Dependencies (Schuster and Manning 2016,
// "Enhanced English Universal Dependencies").
type Arc struct {
	Head, Dependent int32 // indices of Document.Tokens
	Deprel          entente.Deprel
}

// Enhance appends to out the arcs that go beyond the tree of a parsed sentence,
// in the order of dependents and heads:
//
//   - conjuncts take the head of the first one: in "A and B met", B is a subject
//     of "met" too;
//   - predicates that are coordinated share a subject that stands before the
//     first of them: in "A came and left", A is the subject of "left" too, unless
//     it has one of its own;
//   - the open complement of a verb has the object of that verb as its subject,
//     or its subject where there is no object: "asked B to leave", "agreed to
//     leave";
//   - what a relative clause stands behind has the part in it that its pronoun
//     has, and the pronoun refers to it; without a pronoun, it is the subject of a
//     clause that has none, else the object of one that has none;
//   - the "by" phrase of a passive is its agent, also where the tree has a plain
//     oblique.
//
// A sentence that is not parsed gives nothing. Time grows with the square of the
// length of the sentence.
func Enhance(d *entente.Document, sentence int, out []Arc) []Arc {
	s := &d.Sentences[sentence]
	if !s.Parsed {
		return out
	}
	e := enhancer{d: d, s: s, out: out, start: len(out)}
	e.conjuncts()
	e.subjects()
	e.complements()
	e.relatives()
	e.agents()
	e.sort()
	return e.out
}

type enhancer struct {
	d     *entente.Document
	s     *entente.Sentence
	out   []Arc
	start int
}

func (e *enhancer) token(i int32) *entente.Token { return &e.d.Tokens[i] }

// add adds an arc that neither the tree nor the list has.
func (e *enhancer) add(head, dependent int32, r entente.Deprel) {
	if head == dependent {
		return
	}
	if t := e.token(dependent); t.Head == head && t.Deprel == r {
		return
	}
	for _, a := range e.out[e.start:] {
		if a.Head == head && a.Dependent == dependent && a.Deprel == r {
			return
		}
	}
	e.out = append(e.out, Arc{head, dependent, r})
}

// each calls f for the tokens of the sentence, in order.
func (e *enhancer) each(f func(i int32, t *entente.Token)) {
	for i := e.s.First; i < e.s.Last; i++ {
		f(int32(i), &e.d.Tokens[i])
	}
}

// child returns the first dependent of head with one of the relations, -1 for
// none.
func (e *enhancer) child(head int32, relations ...entente.Deprel) int32 {
	for i := e.s.First; i < e.s.Last; i++ {
		t := &e.d.Tokens[i]
		if t.Head != head {
			continue
		}
		for _, r := range relations {
			if t.Deprel == r {
				return int32(i)
			}
		}
	}
	return -1
}

// subject returns the subject of a predicate, in the tree or as found so far.
func (e *enhancer) subject(head int32) int32 {
	if i := e.child(head, entente.Nsubj, entente.NsubjPass, entente.NsubjOuter); i >= 0 {
		return i
	}
	for _, a := range e.out[e.start:] {
		if a.Head == head && (a.Deprel == entente.Nsubj || a.Deprel == entente.NsubjPass) {
			return a.Dependent
		}
	}
	return -1
}

// role returns how a subject is one of a predicate.
func (e *enhancer) role(predicate int32) entente.Deprel {
	if e.child(predicate, entente.AuxPass) >= 0 {
		return entente.NsubjPass
	}
	return entente.Nsubj
}

// conjuncts hands on the head of a first conjunct, but not the head of a
// predicate, whose conjuncts are clauses of their own, except a relative one.
func (e *enhancer) conjuncts() {
	e.each(func(i int32, t *entente.Token) {
		if t.Deprel != entente.Conj || t.Head < 0 {
			return
		}
		first := e.token(t.Head)
		for first.Deprel == entente.Conj && first.Head >= 0 {
			first = e.token(first.Head)
		}
		if first.Head >= 0 && handedOn(first.Deprel) {
			e.add(first.Head, i, first.Deprel)
		}
	})
}

func handedOn(r entente.Deprel) bool {
	switch r.Universal() {
	case entente.DeprelRoot, entente.Conj, entente.Punct, entente.Parataxis, entente.List, entente.Discourse, entente.Reparandum, entente.Dep:
		return false
	}
	return true
}

// subjects shares a subject among coordinated predicates.
func (e *enhancer) subjects() {
	e.each(func(i int32, t *entente.Token) {
		if t.Deprel != entente.Conj || t.Head < 0 || !predicate(t) || e.child(i, entente.Nsubj, entente.NsubjPass, entente.Csubj, entente.CsubjPass, entente.Expl, entente.Mark) >= 0 {
			return
		}
		if s := e.child(t.Head, entente.Nsubj, entente.NsubjPass); s >= 0 && s < t.Head && predicate(e.token(t.Head)) {
			e.add(i, s, e.role(i))
			e.each(func(k int32, c *entente.Token) {
				if c.Deprel == entente.Conj && c.Head == s {
					e.add(i, k, e.role(i))
				}
			})
		}
	})
}

// predicate reports whether a token can have a subject by its part of speech.
func predicate(t *entente.Token) bool {
	return t.UPOS == entente.VERB || t.UPOS == entente.AUX || t.UPOS == entente.ADJ
}

// complements gives open complements their subjects, outer before inner.
func (e *enhancer) complements() {
	e.each(func(i int32, t *entente.Token) {
		if t.Deprel != entente.Xcomp || t.Head < 0 {
			return
		}
		s := e.child(t.Head, entente.Obj, entente.Iobj)
		if s < 0 {
			s = e.subject(t.Head)
		}
		if s >= 0 {
			e.add(i, s, e.role(i))
		}
	})
}

// relatives gives the noun before a relative clause its part in it.
func (e *enhancer) relatives() {
	e.each(func(i int32, t *entente.Token) {
		if t.Deprel != entente.AclRelcl || t.Head < 0 {
			return
		}
		if p := e.pronoun(i); p >= 0 {
			if r := e.token(p); r.Head >= 0 {
				e.add(r.Head, t.Head, r.Deprel)
			}
			return
		}
		switch {
		case e.child(i, entente.Nsubj, entente.NsubjPass, entente.Csubj, entente.Expl) < 0:
			e.add(i, t.Head, e.role(i))
		case t.UPOS == entente.VERB && e.child(i, entente.Obj, entente.Ccomp, entente.AuxPass) < 0:
			e.add(i, t.Head, entente.Obj)
		}
	})
}

// pronoun returns the relative pronoun of the clause of a predicate: one at most
// two arcs below it.
func (e *enhancer) pronoun(clause int32) int32 {
	found := int32(-1)
	e.each(func(i int32, t *entente.Token) {
		if found >= 0 || i >= clause && t.UPOS != entente.PRON || t.Head < 0 || !relative(t) {
			return
		}
		if t.Head == clause || e.token(t.Head).Head == clause {
			found = i
		}
	})
	return found
}

func relative(t *entente.Token) bool {
	switch strings.ToLower(t.Lemma) {
	case "who", "which", "whom":
		return true
	case "that":
		return t.UPOS == entente.PRON
	}
	return false
}

// agents finds the agents of passives that the tree has as plain obliques.
func (e *enhancer) agents() {
	e.each(func(i int32, t *entente.Token) {
		if t.Deprel != entente.Obl || t.Head < 0 || e.token(t.Head).XPOS != "VBN" {
			return
		}
		c := e.child(i, entente.Case)
		if c >= 0 && e.token(c).Lemma == "by" && (e.child(t.Head, entente.AuxPass) >= 0 || e.token(t.Head).Deprel == entente.Acl) {
			e.add(t.Head, i, entente.OblAgent)
		}
	})
}

// sort puts the new arcs in the order of dependents and heads; there are few.
func (e *enhancer) sort() {
	list := e.out[e.start:]
	for i := range list {
		for k := i; k > 0 && (list[k].Dependent < list[k-1].Dependent || list[k].Dependent == list[k-1].Dependent && list[k].Head < list[k-1].Head); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}
