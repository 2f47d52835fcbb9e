package coder

import (
	"github.com/entente-news/entente"
)

// speakerOf returns the token of who is meant by the pronoun at np where it is the
// subject of what somebody says: the speaker, if number and kind agree ("Canberra
// said it stood by Manila"); -1 where it is no such pronoun.
func (x *tree) speakerOf(np int) int {
	if x.pos[np] != entente.PRON || x.rel(np) != entente.Nsubj && x.rel(np) != entente.NsubjPass {
		return -1
	}
	v := x.head(np)
	for n := 0; n < 2 && v >= 0 && x.rel(v) == entente.Conj; n++ {
		v = x.head(v)
	}
	if v < 0 || x.rel(v) != entente.Ccomp {
		return -1
	}
	h := x.head(v)
	if h < 0 || h > np || !x.isSaying(h) {
		return -1
	}
	s := x.ownSubject(h)
	if s < 0 || s > h || x.mention[s] < 0 || !x.strong(int(x.mention[s])) || !x.agrees(np, s) {
		return -1
	}
	return s
}

// agrees reports whether the pronoun at np may stand for the mention at s.
func (x *tree) agrees(np, s int) bool {
	m := &x.d.Mentions[x.mention[s]]
	plural := x.tag[s] == "NNS" || x.tag[s] == "NNPS" || len(m.Members) > 0 || x.child(s, entente.Conj) >= 0
	person := x.isPerson(int(x.mention[s])) || x.entity[s] >= 0 && x.d.Entities[x.entity[s]].Type == entente.PER
	switch x.lemma[np] {
	case "it":
		return !person && !plural && m.Kind != entente.MentionPronoun && m.Kind != entente.MentionDemonym
	case "they":
		return plural
	case "he", "she":
		return person && !plural
	}
	return false
}
