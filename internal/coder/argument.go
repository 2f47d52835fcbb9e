package coder

import (
	"github.com/entente-news/entente"
)

// supportVerb returns the verb that does no more than carry noun n as its
// object ("launch an attack", "talks were held"), -1 for none.
func (x *tree) supportVerb(n int) int {
	h := x.head(n)
	if h < 0 || x.pos[h] != entente.VERB {
		return -1
	}
	switch x.rel(n) {
	case entente.Obj, entente.NsubjPass:
		if x.t.class("support")[x.lemma[h]] {
			return h
		}
	case entente.Obl:
		if x.t.class("support_oblique")[x.lemma[h]] || x.t.class("support_with")[x.lemma[h]] && x.hasCase(n, "with") {
			return h
		}
	case entente.Conj: // "held talks and signed a deal": not a support of n
	}
	return -1
}

// supportSubject returns the subject of the verb that supports noun n, -1 for
// none.
func (x *tree) supportSubject(n int) int {
	for range 3 { // "held talks and a press conference"
		if x.rel(n) != entente.Conj {
			break
		}
		h := x.head(n)
		if h < 0 || !x.isNominal(h) {
			break
		}
		n = h
	}
	if h := x.supportVerb(n); h >= 0 {
		s, _ := x.subject(h)
		return s
	}
	for _, c := range x.children(n) { // "talks held by X"
		if k := int(c); x.rel(k) == entente.Acl && x.tag[k] == "VBN" && x.t.class("support")[x.lemma[k]] {
			return x.oblBy(k)
		}
	}
	return -1
}

// sufferer returns who endures the happening of noun n: the subject of "faces
// sanctions", "is under attack", through at most three phrases.
func (x *tree) sufferer(n int) int {
	if x.hasCase(n, "under") && x.ownSubject(n) >= 0 {
		return x.ownSubject(n)
	}
	for range 3 {
		h := x.head(n)
		if h < 0 {
			return -1
		}
		switch x.rel(n) {
		case entente.Obj, entente.Obl, entente.OblAgent:
			if (x.pos[h] == entente.VERB || x.pos[h] == entente.ADJ) && x.t.class("suffer")[x.lemma[h]] {
				s, _ := x.surfaceSubject(h)
				return s
			}
			return -1
		case entente.Nmod, entente.Conj:
		default:
			return -1
		}
		n = h
	}
	return -1
}

// complement returns the clause that trigger i takes in the given form, -1 for
// none.
func (x *tree) complement(i int, form compKind) int {
	for _, c := range x.children(i) {
		k := int(c)
		switch x.rel(k) {
		case entente.Xcomp, entente.Ccomp, entente.Advcl, entente.Acl, entente.Obl, entente.Nmod, entente.Obj, entente.Csubj:
			if x.compForm(i, k) == form {
				return k
			}
		}
	}
	if form == compClause { // "reiterated its demand that S"
		if o := x.child(i, entente.Obj); o >= 0 && x.pos[i] == entente.VERB {
			for _, k := range x.children(o) {
				if r := x.rel(int(k)); (r == entente.Acl || r == entente.Ccomp || r == entente.AclRelcl) && x.child(int(k), entente.Mark) >= 0 && x.ownSubject(int(k)) >= 0 {
					return int(k)
				}
			}
		}
	}
	if form == compInf { // "call on X to V" with the clause on X
		for _, c := range x.children(i) {
			if r := x.rel(int(c)); r != entente.Obj && r != entente.Obl && r != entente.Iobj {
				continue
			}
			for _, k := range x.children(int(c)) {
				if r := x.rel(int(k)); (r == entente.Acl || r == entente.Advcl || r == entente.Xcomp) && x.compForm(i, int(k)) == compInf {
					return int(k)
				}
			}
		}
	}
	return -1
}

// compForm returns the form of clause k under trigger i, compNone when it is no
// complement.
func (x *tree) compForm(i, k int) compKind {
	rel := x.rel(k)
	to := false
	for _, c := range x.children(k) {
		if r := x.rel(int(c)); (r == entente.Mark || r == entente.Aux) && x.lemma[c] == "to" {
			to = true
		}
	}
	switch {
	case to && (x.tag[k] == "VB" || x.pos[k] == entente.VERB || x.child(k, entente.Cop) >= 0 || x.child(k, entente.AuxPass) >= 0):
		if rel == entente.Obj || rel == entente.Nmod || k < i {
			return compNone
		}
		return compInf
	case x.tag[k] == "VBG" && rel != entente.Ccomp && x.pos[k] == entente.VERB:
		if rel == entente.Advcl && x.child(k, entente.Mark) < 0 || rel == entente.Csubj {
			return compNone
		}
		return compGerund
	case rel == entente.Ccomp, rel == entente.Acl && x.child(k, entente.Mark) >= 0 && x.ownSubject(k) >= 0:
		return compClause
	}
	return compNone
}
