package nlp

import "github.com/entente-news/entente"

// Whom something is told or allowed is an indirect object in the treebanks, also
// where it is the only one: with a content clause ("told him that ..."), with
// the infinitive of what is to be done ("asked them to leave"), and alone under
// a few verbs. Which verbs do so is not in the grammar of the sentence; the
// lists hold those of which the training parts of the treebanks say it. There a
// noun between one of these verbs and the clause is an indirect object in 150 of
// 150 cases, between it and the infinitive in 98 of 103.
var (
	toldThat = wordSet("tell ask assure inform show advise reassure remind convince warn persuade notify promise")
	toldTo   = wordSet("ask allow tell cause convince urge persuade permit remind advise teach warn instruct trust")
	// Of these the only object is an indirect one, in 42 of 47 cases.
	toldAlone = wordSet("trust email remind notify warn")
	// Of these it is one if it is a pronoun or a name, in 49 of 54.
	toldNamed = wordSet("tell ask")
	// These may have an indirect object alone. A verb that is in no list may not.
	receivers = wordSet("pay show charge believe send write give offer teach excuse call text feed supply forgive cost owe")
	// These give something to somebody; who gives gives something.
	givers = wordSet("give offer send pay show teach bring grant hand lend cost owe")
)

// recipients corrects the relations of objects.
func recipients(d *entente.Document, s *entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].UPOS == entente.VERB {
			recipient(d, s, i)
		}
	}
}

// recipient corrects the relations of the objects of one verb.
func recipient(d *entente.Document, s *entente.Sentence, verb int) {
	lemma := d.Tokens[verb].Lemma
	object, indirect := dependent(d, s, verb, entente.Obj), dependent(d, s, verb, entente.Iobj)
	that, to := dependent(d, s, verb, entente.Ccomp), dependent(d, s, verb, entente.Xcomp)
	switch {
	case object > verb && indirect < 0:
		o := &d.Tokens[object]
		named := o.UPOS == entente.PRON || o.UPOS == entente.PROPN
		switch {
		case to > object && toldTo[lemma] && d.Tokens[to].UPOS == entente.VERB,
			to < 0 && that > object && toldThat[lemma],
			to < 0 && that < 0 && (toldAlone[lemma] || named && toldNamed[lemma]):
			o.Deprel = entente.Iobj
		}
	case indirect > verb && object < 0 && that < 0 && to < 0:
		if k := dependent(d, s, verb, entente.OblUnmarked); k > indirect && givers[lemma] {
			d.Tokens[k].Deprel = entente.Obj
			return
		}
		if !toldThat[lemma] && !toldTo[lemma] && !toldAlone[lemma] && !receivers[lemma] {
			d.Tokens[indirect].Deprel = entente.Obj
		}
	}
}
