package nlp

import "github.com/entente-news/entente"

// What a verb takes beside its object is learnt from the treebanks verb by verb,
// and little of it is seen often. Three classes of English verbs take a noun that
// says what somebody is, where a verb of giving takes what somebody gets: those
// of naming and of holding for something ("declared himself president"), their
// passives ("a storm named Isabel"), and those of being and becoming ("remains
// president"); Huddleston and Pullum 2002, chapter 4, 5.3. In the training
// parts of the treebanks such a noun is no object in 181 of 189 cases.

// complements corrects the relations under such verbs.
func complements(d *entente.Document, s *entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.UPOS != entente.VERB {
			continue
		}
		switch t.Lemma {
		case "call", "name", "consider", "declare", "proclaim", "deem", "dub", "label", "brand", "term", "nickname", "rename", "designate", "appoint", "elect", "crown":
			naming(d, s, i)
		case "remain", "become", "seem":
			if k := dependent(d, s, i, entente.Obj); k > i {
				d.Tokens[k].Deprel = entente.Xcomp
			}
		}
	}
}

// naming corrects the relations under a verb of naming. A second object is what
// the first is called, and so is the only one of a passive.
func naming(d *entente.Document, s *entente.Sentence, verb int) {
	object := dependent(d, s, verb, entente.Obj)
	if object < verb {
		return
	}
	if k := dependent(d, s, verb, entente.Iobj); k >= 0 {
		d.Tokens[k].Deprel, d.Tokens[object].Deprel = entente.Obj, entente.Xcomp
		return
	}
	t, o := &d.Tokens[verb], &d.Tokens[object]
	passive := t.XPOS == "VBN" && t.Deprel == entente.Acl || dependent(d, s, verb, entente.NsubjPass) >= 0
	if passive && (o.UPOS == entente.NOUN || o.UPOS == entente.PROPN) {
		o.Deprel = entente.Xcomp
	}
}

// dependent returns the first dependent of a token with that relation, -1 for
// none.
func dependent(d *entente.Document, s *entente.Sentence, head int, r entente.Deprel) int {
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; int(t.Head) == head && t.Deprel == r {
			return i
		}
	}
	return -1
}
