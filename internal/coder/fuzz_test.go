package coder_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
)

// FuzzPatterns feeds arbitrary text to the reader of pattern files: it must
// give a coder or an error, and a coder that it gives must code.
func FuzzPatterns(f *testing.F) {
	f.Add("[CONSULT mode=visit cameo=042]\nverb visit : A=subj R=obj foreign\n")
	f.Add("class X = a b @Y\nclass Y = c\n[AGREE]\nverb agree+on : A=subj R?=with/comp comp=inf~meet/AID need=@X obj=@Y !by=*\n")
	f.Add("[context military]\ntank army\n[ASSAULT]\nnoun attack : A=poss/by/sup R=on guard who=MIL/none\n")
	f.Add("[AGREE\n]")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := coder.New(fstest.MapFS{"f.pat": {Data: []byte(text)}})
		if err != nil {
			return
		}
		d := randomDocument([]byte("visited agreed attack"), 12)
		c.Code(d)
		checkSpans(t, d)
	})
}

// FuzzTrees codes sentences whose trees, tags and mentions are arbitrary: no
// tree may make the coder panic, loop or point outside the text, the gate must not
// refuse a sentence that gives an event, and a quiet one gives none.
func FuzzTrees(f *testing.F) {
	f.Add([]byte("\x01\x02\x03\x04\x05\x06\x07\x08\x09"), uint8(9))
	f.Add([]byte(strings.Repeat("\x00\xff\x10", 30)), uint8(40))
	c := shipped(f)
	f.Fuzz(func(t *testing.T, seed []byte, n uint8) {
		d := randomDocument(seed, int(n%80)+1)
		c.Code(d)
		checkSpans(t, d)
		all := len(d.Events)
		if all > 0 && !c.Gate(d, 0) {
			t.Errorf("the gate refuses a sentence with %d events", all)
		}
		c.SiftExamples(d) // looks at all words, also those of a sieve that stops early
		c.Sift(d)
		if c.Code(d); d.Sentences[0].Quiet && len(d.Events) > 0 || !d.Sentences[0].Quiet && len(d.Events) != all {
			t.Errorf("%d of %d events where quiet is %v", len(d.Events), all, d.Sentences[0].Quiet)
		}
	})
}

// fuzzWords are lemmas that patterns know, so that arbitrary trees reach their
// conditions.
var fuzzWords = [...]string{"attack", "agree", "talk", "say", "to", "with", "of", "russia", "refuse", "sanction", "impose", "on", "meet", "country",
	"two", "not", "will", "by", "hold", "exercise", "joint", "troops", "who", "aid", "provide", "and", "if", "continue", "its", "release"}

// randomDocument makes a document of n tokens out of seed.
func randomDocument(seed []byte, n int) *entente.Document {
	at := 0
	next := func(mod int) int {
		if len(seed) == 0 {
			return 0
		}
		b := int(seed[at%len(seed)]) + at
		at++
		return b % mod
	}
	d := &entente.Document{ID: "f", Published: time.Date(2024, 5, 16, 0, 0, 0, 0, time.UTC)}
	tags := [...]string{"VB", "VBD", "VBN", "VBG", "VBZ", "NN", "NNS", "NNP", "JJ", "IN", "PRP$", "CD"}
	for i := range n {
		w := fuzzWords[next(len(fuzzWords))]
		start := len(d.Text)
		d.Text += w + " "
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: start, End: start + len(w)}, Lemma: w, XPOS: tags[next(len(tags))],
			UPOS: entente.UPOS(next(18)), Deprel: entente.Deprel(next(int(entente.Xcomp) + 2)), Head: int32(next(n+2) - 1)})
		if next(4) == 0 {
			d.Mentions = append(d.Mentions, entente.Mention{First: i, Last: i + 1, Head: i, Kind: entente.MentionKind(next(6)),
				Actor: entente.Actor{Span: d.Tokens[i].Span, Country: []string{"RUS", "UKR", "", "IGO"}[next(4)], Sector: entente.Sector(next(25))}})
		}
		if next(7) == 0 {
			d.Places = append(d.Places, entente.Place{Span: d.Tokens[i].Span, Country: "UKR", Precision: "city"})
		}
	}
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(d.Text)}, Last: n, Parsed: true}}
	return d
}

// TestDeepTrees codes a sentence of one chain of 20,000 verbs and one of as
// many children under one verb: the work must stay linear.
func TestDeepTrees(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	const n = 20000
	for _, shape := range []string{"chain", "fan", "conjuncts"} {
		d := &entente.Document{ID: shape}
		var b strings.Builder
		for i := range n {
			start := b.Len()
			b.WriteString("attack ")
			k := entente.Token{Span: entente.Span{Start: start, End: start + 6}, Lemma: "attack", XPOS: "VBD", UPOS: entente.VERB, Deprel: entente.Xcomp}
			switch shape {
			case "chain":
				k.Head = int32(i) - 1
			case "fan":
				k.Head, k.Deprel = 0, entente.Obj
			case "conjuncts":
				k.Head, k.Deprel = 0, entente.Conj
			}
			if i == 0 {
				k.Head = -1
			}
			d.Tokens = append(d.Tokens, k)
			d.Mentions = append(d.Mentions, entente.Mention{First: i, Last: i + 1, Head: i, Actor: entente.Actor{Span: k.Span, Country: "RUS"}})
		}
		d.Text = b.String()
		d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(d.Text)}, Last: n, Parsed: true}}
		c.Code(d) // with work that is not linear this takes minutes
		checkSpans(t, d)
	}
}
