package coder_test

import (
	"fmt"
	"testing/fstest"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
)

// One pattern, one sentence with its tree and its actors: one event.
func ExampleCoder_Code() {
	c, err := coder.New(fstest.MapFS{"consult.pat": {Data: []byte("[CONSULT mode=visit cameo=042]\nverb visit : A=subj R=obj foreign\n")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	at := func(start, end int) entente.Span { return entente.Span{Start: start, End: end} }
	d := &entente.Document{
		ID:   "d1",
		Text: "Kenya was visited by Japan",
		Tokens: []entente.Token{
			{Span: at(0, 5), Lemma: "Kenya", XPOS: "NNP", UPOS: entente.PROPN, Deprel: entente.NsubjPass, Head: 2},
			{Span: at(6, 9), Lemma: "be", XPOS: "VBD", UPOS: entente.AUX, Deprel: entente.AuxPass, Head: 2},
			{Span: at(10, 17), Lemma: "visit", XPOS: "VBN", UPOS: entente.VERB, Deprel: entente.DeprelRoot, Head: -1},
			{Span: at(18, 20), Lemma: "by", XPOS: "IN", UPOS: entente.ADP, Deprel: entente.Case, Head: 4},
			{Span: at(21, 26), Lemma: "Japan", XPOS: "NNP", UPOS: entente.PROPN, Deprel: entente.OblAgent, Head: 2},
		},
		Sentences: []entente.Sentence{{Span: at(0, 26), Last: 5, Parsed: true}},
		Mentions: []entente.Mention{
			{Actor: entente.Actor{Span: at(0, 5), Country: "KEN"}, First: 0, Last: 1, Head: 0},
			{Actor: entente.Actor{Span: at(21, 26), Country: "JPN"}, First: 4, Last: 5, Head: 4},
		},
	}
	c.Code(d)
	for _, e := range d.Events {
		fmt.Println(e.Actors[0].Country, e.Root, e.Mode, e.Recipients[0].Country, e.Why.Pattern)
	}
	// Output: JPN CONSULT visit KEN consult.pat:2
}
