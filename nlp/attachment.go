package nlp

import "github.com/entente-news/entente"

// Two verbs of a sentence are one chain for the reader by their forms, where the
// network goes by nearness:
//
//   - A verb with a tense and no subject of its own goes on with a verb that has
//     a tense, not with an infinitive or a participle ("urged them to wait and
//     offered help": the one who urged offers). In the treebanks' training parts
//     1,061 such conjuncts hang on a verb with a tense and 8 on an infinitive.
//   - A participle of saying behind a comma says why somebody told another to do
//     something ("ordered the envoy to leave, accusing Paris"): its subject is
//     the one who tells, never the one who is told.

// sayings are the verbs of the second, by lemma.
var sayings = wordSet(`accuse add admit allege announce argue assert blame call charge
	cite claim complain condemn confirm criticise criticize declare demand denounce
	deny describe explain insist label note pledge predict promise quote reject
	repeat reply say state stress suggest swear tell threaten urge vow warn write`)

// attachments hangs conjuncts and participles on the verbs that they go on with.
func attachments(d *entente.Document, s *entente.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		h := int(t.Head)
		if h < s.First || h > i || t.UPOS != entente.VERB || !isBare(d, s, h) {
			continue
		}
		switch t.Deprel {
		case entente.Conj:
			if hasTense(d, s, i) && dependent(d, s, i, entente.Nsubj) < 0 && dependent(d, s, i, entente.NsubjPass) < 0 {
				lift(d, s, i)
			}
		case entente.Advcl:
			if sayings[t.Lemma] && t.XPOS == "VBG" && isApart(d, s, i) && isOfObject(d, s, h) {
				lift(d, s, i)
			}
		}
	}
}

// lift hangs a word on the nearest verb with a tense above its head, if there is
// one before it.
func lift(d *entente.Document, s *entente.Sentence, i int) {
	for h := int(d.Tokens[i].Head); h >= s.First; h = int(d.Tokens[h].Head) {
		if h < i && d.Tokens[h].UPOS == entente.VERB && hasTense(d, s, h) {
			d.Tokens[i].Head = int32(h)
			return
		}
	}
}

// hasTense reports whether a verb is finite, by itself or by an auxiliary.
func hasTense(d *entente.Document, s *entente.Sentence, i int) bool {
	if isFinite(d.Tokens[i].XPOS) {
		return true
	}
	for k := s.First; k < s.Last; k++ {
		t := &d.Tokens[k]
		if int(t.Head) == i && (t.Deprel == entente.Aux || t.Deprel == entente.AuxPass || t.Deprel == entente.Cop) && isFinite(t.XPOS) {
			return true
		}
	}
	return false
}

// isFinite reports whether a Penn tag is one of a verb with a tense.
func isFinite(tag string) bool {
	return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD"
}

// isBare reports whether a word is an infinitive with "to", or a participle in
// -ing without a tense.
func isBare(d *entente.Document, s *entente.Sentence, i int) bool {
	switch d.Tokens[i].XPOS {
	case "VB":
		mark := dependent(d, s, i, entente.Mark)
		return mark >= 0 && d.Tokens[mark].Lemma == "to"
	case "VBG":
		return !hasTense(d, s, i)
	}
	return false
}

// isApart reports whether a comma stands before a clause, which nothing
// introduces.
func isApart(d *entente.Document, s *entente.Sentence, i int) bool {
	first := i
	for k := s.First; k < s.Last; k++ {
		t := &d.Tokens[k]
		if int(t.Head) != i || t.Deprel == entente.Punct {
			continue
		}
		if t.Deprel == entente.Mark || t.Deprel == entente.Nsubj {
			return false
		}
		first = min(first, k)
	}
	return first > s.First && d.Tokens[first-1].XPOS == ","
}

// isOfObject reports whether an infinitive is what the object of its verb is to
// do.
func isOfObject(d *entente.Document, s *entente.Sentence, i int) bool {
	h := int(d.Tokens[i].Head)
	if d.Tokens[i].Deprel != entente.Xcomp || h < s.First {
		return false
	}
	return dependent(d, s, h, entente.Obj) >= 0 || dependent(d, s, h, entente.Iobj) >= 0
}
