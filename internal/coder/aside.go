package coder

import (
	"github.com/entente-news/entente"
)

// On whose word: sources that the way from the trigger to the root does not
// meet. The saying clause may stand beside the report, with a comma between,
// wherever the tree has hung it ("…, said its secretary"); and who blames
// somebody for a deed tells of that deed.

// isSaying reports whether the verb at i says something.
func (x *tree) isSaying(i int) bool {
	l := x.lemma[i]
	return x.t.class("say")[l] || x.t.class("say_more")[l]
}

// beside looks for the saying clause beside the report of the trigger at t.
func (x *tree) beside(f *fact, t int) {
	s := x.sentenceOf(t)
	if s < 0 {
		return
	}
	sent := &x.d.Sentences[s]
	for v := t + 1; v < sent.Last && v < t+maxAside; v++ {
		switch x.lemma[v] {
		case ";", ":":
			return
		}
		if x.pos[v] != entente.VERB || !x.isSaying(v) || x.child(v, entente.Ccomp) > v || x.child(v, entente.Obj) > v && x.child(v, entente.Iobj) < 0 && x.lemma[v] != "tell" {
			continue
		}
		if x.child(v, entente.AuxPass) >= 0 && x.oblBy(v) < 0 {
			continue // who was told is not who tells
		}
		subject, first := x.sayer(v, t, sent)
		if subject < 0 || !x.isSetOff(first, t) {
			continue
		}
		f.cue, f.speaker, f.charge = v, subject, x.t.class("charge")[x.lemma[v]]
		f.note("on the word of who stands beside")
		return
	}
}

// according sets who stands after "according to" in the sentence of the trigger at t,
// wherever the tree has hung it; a semicolon parts what is told from it.
func (x *tree) according(f *fact, t int) {
	s := x.sentenceOf(t)
	if s < 0 {
		return
	}
	sent := &x.d.Sentences[s]
	source := -1
	for i := max(sent.First, t-maxAside); i+2 < sent.Last && i < t+maxAside; i++ {
		if x.lemma[i] == ";" {
			if i >= t {
				break
			}
			source = -1
		}
		if x.form(i) == "according" && x.form(i+1) == "to" && (source < 0 || i > t) {
			if k := x.nounBehind(i+2, sent.Last); k >= 0 {
				source = k
			}
		}
	}
	if source >= 0 {
		f.cue, f.speaker = source, source
		f.note("on the word of who stands after according to")
	}
}

// nounBehind returns the head of the noun phrase that begins at token i, -1 for
// none.
func (x *tree) nounBehind(i, last int) int {
	const most = 6
	for k := i; k < min(last, i+most); k++ {
		switch {
		case x.isNominal(k) && (k+1 >= last || (!x.isNominal(k+1) || x.pos[k+1] == entente.PRON) && x.form(k+1) != "'s" && x.form(k+1) != "’s"):
			return k
		case x.pos[k] == entente.PUNCT, x.pos[k] == entente.VERB && x.tag[k] != "VBN" && x.tag[k] != "VBG":
			return -1
		}
	}
	return -1
}

// maxAside bounds how far behind a trigger its saying clause may stand.
const maxAside = 40

// sayer returns the subject of the saying verb at v and the first token of the
// saying clause; -1 for none. The noun right behind counts where the verb comes
// first.
func (x *tree) sayer(v, t int, sent *entente.Sentence) (subject, first int) {
	if s := x.ownSubject(v); s > t {
		first = min(s, v)
		for _, c := range x.children(s) {
			if int(c) < first && int(c) > t && x.rel(int(c)) != entente.Punct {
				first = min(first, int(c))
				for _, g := range x.children(int(c)) {
					if int(g) > t {
						first = min(first, int(g))
					}
				}
			}
		}
		return s, first
	}
	for k := v + 1; k < min(sent.Last, v+7); k++ {
		if x.isNominal(k) && (k+1 >= sent.Last || !x.isNominal(k+1) || x.lemma[k+1] == "'s") {
			return k, v
		}
		if x.pos[k] == entente.PUNCT || x.pos[k] == entente.ADP || x.pos[k] == entente.SCONJ || x.pos[k] == entente.VERB {
			break
		}
	}
	return -1, -1
}

// isSetOff reports whether a comma or quotation mark stands right before token i
// and behind the trigger at t.
func (x *tree) isSetOff(i, t int) bool {
	if i-1 <= t {
		return false
	}
	switch x.form(i - 1) {
	case ",", "\"", "”", "'", "’", "»", "—", "–":
		return true
	}
	return false
}

// blamed sets who blames somebody for what token v tells: "lambasted the
// ministry for withholding wages", "blamed lorry owners for a blockade".
func (x *tree) blamed(f *fact, v, h int) {
	if f.cue >= 0 || x.pos[h] != entente.VERB || !x.t.class("blame_for")[x.lemma[h]] {
		return
	}
	of := false
	for _, c := range x.children(v) {
		if r := x.rel(int(c)); r == entente.Case || r == entente.Mark {
			switch x.lemma[c] {
			case "for", "of", "on":
				of = true
			}
		}
	}
	if !of {
		return
	}
	if s, _ := x.subject(h); s >= 0 {
		f.cue, f.speaker, f.charge = h, s, true
		f.note("on the word of who blames")
	}
}
