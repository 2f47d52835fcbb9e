package nlp

import (
	"strings"

	"github.com/entente-news/entente"
)

// Headlines write "to" with a verb for the future and a comma for "and": "Xi,
// Putin to meet in Astana". The treebanks have few of them, so that the network
// takes the verb for a clause that belongs to the noun. A name has no such
// clause, nor has the holder of an office, unless something before it calls for
// one ("the first Briton to win").

func isStop(form string) bool { return form == "." || form == "!" || form == "?" }

// headlineWords is the length up to which a sentence is taken for a headline.
const headlineWords = 30

// headline makes the infinitive the root of a sentence that is nothing but a
// name, or an office without an article, with an infinitive, and the noun its
// subject. It keeps a tree a tree.
func headline(d *entente.Document, s *entente.Sentence) {
	if s.Last-s.First > headlineWords || s.Last-s.First < 3 || isStop(d.Tokens[s.Last-1].Span.In(d.Text)) {
		return
	}
	root, verb := -1, -1
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Head < 0 {
			root = i
		}
	}
	if root < 0 || !isActor(d, &d.Tokens[root]) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; int(t.Head) == root && verb < 0 && i > root && t.UPOS == entente.VERB && isClause(t.Deprel) && isVerb(t.Span.In(d.Text)) {
			verb = i
		}
	}
	if verb < 0 || !marked(d, s, root, verb) || !bare(d, s, root, verb) {
		return
	}
	reroot(d, s, root, verb)
}

// isClause reports whether a relation is one under which the network puts the
// infinitive of a headline.
func isClause(r entente.Deprel) bool {
	switch r {
	case entente.Acl, entente.Advcl, entente.Xcomp, entente.Parataxis, entente.AclRelcl:
		return true
	}
	return false
}

// isVerb reports whether an infinitive says what somebody will do. It is written
// small: in titles in capitals common nouns are taken for names ("Places To
// Visit"). Those who are "to blame" do nothing.
func isVerb(form string) bool { return form[0] >= 'a' && form[0] <= 'z' && form != "blame" }

// isActor reports whether a noun acts and has no infinitive of its own: a name,
// or one of those who are in office or in arms.
func isActor(d *entente.Document, t *entente.Token) bool {
	switch t.UPOS {
	case entente.PROPN:
		return true
	case entente.NOUN:
		return offices[strings.ToLower(t.Span.In(d.Text))]
	}
	return false
}

var offices = officeWords()

func officeWords() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`president presidents premier premiers chancellor minister ministers pm pms fm mp mps leader leaders envoy envoys
		ambassador ambassadors diplomat diplomats official officials spokesman spokeswoman chief chiefs king queen prince pope governor mayor senator senators
		lawmaker lawmakers general commander commanders secretary delegation delegations troops soldiers army navy police government cabinet parliament court
		ministry military rebels militants negotiators mediators inspectors monitors peacekeepers`) {
		out[w] = true
	}
	return out
}

// marked reports whether "to" stands before the verb as its mark, with nothing
// but adverbs between the two.
func marked(d *entente.Document, s *entente.Sentence, root, verb int) bool {
	for i := verb - 1; i > root; i-- {
		t := &d.Tokens[i]
		if int(t.Head) != verb {
			return false
		}
		if t.Deprel == entente.Mark {
			return strings.EqualFold(t.Span.In(d.Text), "to")
		}
		if t.Deprel != entente.Advmod {
			return false
		}
	}
	return false
}

// bare reports whether the noun has no article, no verb and nothing that calls
// for an infinitive, and whether all that stands between it and the infinitive
// are further names behind commas.
func bare(d *entente.Document, s *entente.Sentence, root, verb int) bool {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if i != root && i < verb && (t.UPOS == entente.VERB || t.UPOS == entente.AUX) {
			return false
		}
		if int(t.Head) != root || i == verb {
			continue
		}
		switch t.Deprel {
		case entente.Det, entente.Nsubj, entente.NsubjPass, entente.Cop, entente.Expl, entente.Csubj, entente.Case, entente.Mark, entente.Vocative:
			return false
		case entente.Amod:
			if t.UPOS != entente.PROPN && calling[strings.ToLower(t.Span.In(d.Text))] {
				return false
			}
		case entente.Nmod, entente.Obl, entente.Acl:
			if i > root && i < verb {
				return false
			}
		}
	}
	return true
}

var calling = map[string]bool{"first": true, "second": true, "third": true, "last": true, "latest": true, "next": true, "only": true, "youngest": true, "oldest": true}

// reroot makes verb the root, the noun its subject, names in apposition to the
// noun its conjuncts, and hangs on the verb what hung on the noun behind it.
func reroot(d *entente.Document, s *entente.Sentence, root, verb int) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if int(t.Head) != root || i == verb {
			continue
		}
		switch {
		case i > verb:
			t.Head = int32(verb) //nolint:gosec // indices of tokens fit
		case i > root && t.Deprel == entente.Appos && t.UPOS == entente.PROPN:
			t.Deprel = entente.Conj
		}
	}
	v, n := &d.Tokens[verb], &d.Tokens[root]
	v.Head, v.Deprel = -1, entente.DeprelRoot
	n.Head, n.Deprel = int32(verb), entente.Nsubj //nolint:gosec // indices of tokens fit
}
