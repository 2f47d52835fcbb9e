package nlp

import "github.com/entente-news/entente"

// Clauses that stand for what is known, meant or told are few in the treebanks,
// and their relations are told by grammar in four cases:
//
//   - A noun or pronoun that has a copula and a subject is a clause, never an
//     object ("know what it is"): 675 to 1 in the training parts.
//   - What means doing something means a clause: 6 of 6.
//   - What somebody else finds hard to do is no subject if the adjective has one
//     ("the pet is easy to care for", where the pet is the object of caring;
//     Huddleston and Pullum 2002, chapter 14, 6.3): EWT has a clausal complement
//     in 15 of 21 cases. With "it" it is the subject.
//   - What follows "that" behind somebody who is told is what is told: 59 of 60.

// hardTo are the adjectives of the third.
var hardTo = wordSet("easy hard difficult impossible tough simple")

// tales are what is told, never to whom: a clause behind one says what it holds.
var tales = wordSet("truth story lie news tale secret")

// clausal corrects the relations of clauses.
func clausal(d *entente.Document, s *entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if int(t.Head) < s.First {
			continue
		}
		head := &d.Tokens[t.Head]
		switch t.Deprel {
		case entente.Obj:
			if dependent(d, s, i, entente.Cop) >= 0 && dependent(d, s, i, entente.Nsubj) >= 0 {
				t.Deprel = entente.Ccomp
			}
		case entente.Xcomp, entente.Csubj:
			if head.Lemma == "mean" && t.XPOS == "VBG" || isHardTo(d, s, i) {
				t.Deprel = entente.Ccomp
			}
		case entente.Acl:
			told(d, s, i)
		}
	}
}

// isHardTo reports whether a word is an infinitive behind an adjective of
// hardness that has no "it" as its subject.
func isHardTo(d *entente.Document, s *entente.Sentence, i int) bool {
	at := int(d.Tokens[i].Head)
	head := &d.Tokens[at]
	mark := dependent(d, s, i, entente.Mark)
	if at > i || head.UPOS != entente.ADJ || !hardTo[head.Lemma] || head.Deprel == entente.Amod || mark < 0 || d.Tokens[mark].Lemma != "to" {
		return false
	}
	for _, r := range []entente.Deprel{entente.Nsubj, entente.Expl} {
		if k := dependent(d, s, at, r); k >= 0 && d.Tokens[k].Lemma == "it" {
			return false
		}
	}
	return true
}

// told hangs a clause with "that" on the verb of telling whose object it hangs
// on.
func told(d *entente.Document, s *entente.Sentence, i int) {
	t := &d.Tokens[i]
	mark, object := dependent(d, s, i, entente.Mark), &d.Tokens[t.Head]
	if mark < 0 || d.Tokens[mark].Lemma != "that" || int(object.Head) < s.First || object.Head > t.Head {
		return
	}
	if object.Deprel != entente.Obj && object.Deprel != entente.Iobj {
		return
	}
	verb := &d.Tokens[object.Head]
	if verb.UPOS == entente.VERB && toldThat[verb.Lemma] && !tales[object.Lemma] && dependent(d, s, int(object.Head), entente.Ccomp) < 0 {
		t.Head, t.Deprel = object.Head, entente.Ccomp
	}
}
