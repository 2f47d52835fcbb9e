package coder

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/decision"
)

// The places around a trigger whose words the network sees by their vectors.
const (
	seenTrigger  = iota // the trigger itself
	seenHead            // what it hangs on
	seenAbove           // what that hangs on
	seenSubject         //
	seenObject          //
	seenOfObject        // a phrase or clause under the object
	seenByObject        // an adjective or noun before the object
	seenPhrase          // two phrases with a preposition
	_                   //
	seenClause          // a clause that it takes
	seenInClause        // the object there
	seenBefore          // two adjectives or nouns before a noun
	_                   //
	seenBehind          // two phrases or clauses behind a noun
	_                   //
	seenAdverb          // a particle or adverb
	seenConj            // what it is joined with
	seenSupport         // the verb that supports a noun
	seenAround          // two words before it and two behind
	_                   //
	_                   //
	_                   //
	seenLemma           // the lemma of the trigger
	seenPlaces
)

// placesByRelation says which places a word under the trigger may take, the
// first that is free.
var placesByRelation = map[entente.Deprel][2]int{
	entente.Nsubj: {seenSubject, seenSubject}, entente.NsubjPass: {seenSubject, seenSubject},
	entente.Obj: {seenObject, seenObject}, entente.Iobj: {seenObject, seenObject},
	entente.Obl: {seenPhrase, seenPhrase + 1}, entente.OblAgent: {seenPhrase, seenPhrase + 1},
	entente.Xcomp: {seenClause, seenClause}, entente.Ccomp: {seenClause, seenClause}, entente.Advcl: {seenClause, seenClause},
	entente.Amod: {seenBefore, seenBefore + 1}, entente.Compound: {seenBefore, seenBefore + 1},
	entente.Nmod: {seenBehind, seenBehind + 1}, entente.Acl: {seenBehind, seenBehind + 1},
	entente.CompoundPrt: {seenAdverb, seenAdverb}, entente.Advmod: {seenAdverb, seenAdverb},
	entente.Conj: {seenConj, seenConj},
}

// sightMemory is the memory of the network.
type sightMemory struct {
	words   [][]int8
	scratch decision.Scratch
}

// view returns the tokens whose words stand in each place around trigger i, -1
// for none.
func (l *look) view(i int) (at [seenLemma]int) {
	x := l.x
	for k := range at {
		at[k] = -1
	}
	at[seenTrigger] = i
	if h := x.head(i); h >= 0 {
		at[seenHead], at[seenAbove] = h, x.head(h)
	}
	for _, c := range x.children(i) {
		k := int(c)
		where, ok := placesByRelation[x.rel(k)]
		for p := where[0]; ok && p <= where[1]; p++ {
			if at[p] < 0 {
				at[p] = k
				break
			}
		}
	}
	if o := at[seenObject]; o >= 0 {
		at[seenOfObject] = x.child(o, entente.Nmod)
		at[seenByObject] = max(x.child(o, entente.Amod), x.child(o, entente.Compound))
	}
	if c := at[seenClause]; c >= 0 {
		at[seenInClause] = x.child(c, entente.Obj)
	}
	if x.pos[i] != entente.VERB {
		at[seenSupport] = x.supportVerb(i)
	}
	for k, d := range [...]int{-2, -1, 1, 2} {
		if j := i + d; j >= l.first && j < l.last && x.pos[j] != entente.PUNCT {
			at[seenAround+k] = j
		}
	}
	return at
}

// sees fills words with the vectors of the words in the places around trigger
// i, and last that of its lemma; nil for a party, a name, a date, a number and a
// word that has none.
func (l *look) sees(i int, words [][]int8) [][]int8 {
	x := l.x
	words = words[:0]
	for _, k := range l.view(i) {
		words = append(words, l.vector(k))
	}
	return append(words, x.t.lexical.Find(x.lemma[i]))
}

// vector returns the vector of the word at token k, that of its lemma if the form
// has none.
func (l *look) vector(k int) []int8 {
	x := l.x
	if k < 0 {
		return nil
	}
	if w := l.word(k); w != "" && w[0] == '<' {
		return nil
	}
	if v := x.t.lexical.Find(x.form(k)); v != nil {
		return v
	}
	return x.t.lexical.Find(x.lemma[k])
}

// tellsWord are the features that hang on which word the trigger is. Training
// drops them together now and then, so that the network learns what to make of
// a word that it has not seen.
var tellsWord = map[string]bool{"l": true, "lem": true, "suf": true, "lr": true, "lh": true, "lc": true, "lcw": true, "ls": true, "lo": true,
	"lpass": true, "lsup": true, "lposs": true, "pl": true, "lst": true, "la-1": true, "la1": true, "fam": true}
