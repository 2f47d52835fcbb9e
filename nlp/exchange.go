package nlp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// FromConllu makes a document of sentences in CoNLL-U: its text is put together
// from the words, a line a sentence, and its tokens are the words. Tags, lemmas
// and trees are taken over where they are given and known; a sentence whose
// heads make no tree stays unparsed.
//
// A word that a multiword token does not spell ("du" for "de" and "le") gets a
// share of the token's bytes.
func FromConllu(list []*conllu.Sentence) *entente.Document {
	d := &entente.Document{}
	var b strings.Builder
	for _, s := range list {
		addSentence(d, &b, s)
	}
	d.Text = b.String()
	d.Layers |= entente.LayerText | entente.LayerTokens
	return d
}

func addSentence(d *entente.Document, b *strings.Builder, s *conllu.Sentence) {
	if len(s.Words) == 0 {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	first := len(d.Tokens)
	next := 0
	for i := 0; i < len(s.Words); i++ {
		if next < len(s.Multis) && s.Multis[next].First == i+1 {
			m := &s.Multis[next]
			addMulti(d, b, s, m)
			i = m.Last - 1
			next++
		} else {
			addWord(d, &s.Words[i], b.Len(), b.Len()+len(s.Words[i].Form))
			b.WriteString(s.Words[i].Form)
		}
		if i+1 < len(s.Words) && s.SpaceAfter(i) {
			b.WriteByte(' ')
		}
	}
	sent := entente.Sentence{First: first, Last: len(d.Tokens)}
	sent.Span = entente.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[sent.Last-1].Span.End}
	sent.Parsed = s.CheckTree() == nil
	for i := range s.Words {
		t := &d.Tokens[first+i]
		t.Head = -1
		if sent.Parsed {
			t.Deprel, _ = entente.ParseDeprel(s.Words[i].Deprel) // an unknown one is none
			if h := s.Words[i].Head; h > 0 {
				t.Head = int32(first + h - 1) //nolint:gosec // indices of tokens fit
			}
		}
	}
	d.Sentences = append(d.Sentences, sent)
}

func addWord(d *entente.Document, w *conllu.Word, start, end int) {
	t := entente.Token{Span: entente.Span{Start: start, End: end}}
	t.UPOS, _ = entente.ParseUPOS(w.UPOS) // an unknown one is none
	if w.XPOS != "_" {
		t.XPOS = w.XPOS
	}
	if w.Lemma != "_" || w.Form == "_" {
		t.Lemma = w.Lemma
	}
	d.Tokens = append(d.Tokens, t)
}

// addMulti appends the words of a multiword token, sharing out its bytes.
func addMulti(d *entente.Document, b *strings.Builder, s *conllu.Sentence, m *conllu.Multi) {
	start, form := b.Len(), m.Form
	b.WriteString(form)
	at := 0
	for i := m.First - 1; i < m.Last; i++ {
		end := len(form)
		if i < m.Last-1 {
			end = share(form, at, s.Words[i].Form, m.Last-1-i)
		}
		addWord(d, &s.Words[i], start+at, start+end)
		at = end
	}
}

// share returns where the part of form that begins at at ends: after word if it
// spells that, else after one rune, but so that the parts behind get a byte
// each where there are enough, and never within a rune. at is the start of one.
func share(form string, at int, word string, behind int) int {
	end := at
	if strings.HasPrefix(form[at:], word) {
		end = at + len(word)
	} else {
		for i := range form[at:] {
			if i > 0 {
				end = at + i
				break
			}
		}
	}
	end = max(at, min(end, len(form)-behind))
	for end < len(form) && !utf8.RuneStart(form[end]) {
		end--
	}
	return end
}

// ToConllu returns sentence i of d in CoNLL-U: contractions as multiword
// tokens, SpaceAfter from the text, heads only if the sentence is parsed, and then
// the arcs of [Enhance] beside those of the tree in the column of the enhanced
// graph.
func ToConllu(d *entente.Document, i int) *conllu.Sentence {
	s := &d.Sentences[i]
	out := &conllu.Sentence{Comments: []string{"# text = " + oneLine(s.Span.In(d.Text))}}
	for k := s.First; k < s.Last; k++ {
		t := &d.Tokens[k]
		w := conllu.Word{Form: oneLine(t.Span.In(d.Text)), Lemma: t.Lemma, UPOS: t.UPOS.String(), XPOS: t.XPOS, Head: -1}
		if s.Parsed {
			w.Head = 0
			if t.Head >= 0 {
				w.Head = int(t.Head) - s.First + 1
			}
			w.Deprel = t.Deprel.String()
		}
		if !spaceBehind(d, k) {
			w.Misc = "SpaceAfter=No"
		}
		out.Words = append(out.Words, w)
	}
	if s.Parsed {
		enhanced(d, i, out)
	}
	joinParts(d, s, out)
	return out
}

// enhanced sets the column of the enhanced graph: the arc of the tree and those
// of Enhance, in the order of their heads.
func enhanced(d *entente.Document, i int, out *conllu.Sentence) {
	s := &d.Sentences[i]
	type arc struct {
		head int
		name string
	}
	arcs := make([][]arc, len(out.Words))
	for k := range out.Words {
		arcs[k] = []arc{{out.Words[k].Head, out.Words[k].Deprel}}
	}
	for _, a := range Enhance(d, i, nil) {
		k := int(a.Dependent) - s.First
		arcs[k] = append(arcs[k], arc{int(a.Head) - s.First + 1, a.Deprel.String()})
	}
	for k, list := range arcs {
		slices.SortStableFunc(list, func(a, b arc) int { return cmp.Or(cmp.Compare(a.head, b.head), cmp.Compare(a.name, b.name)) })
		var b strings.Builder
		for n, a := range list {
			if n > 0 {
				b.WriteByte('|')
			}
			fmt.Fprintf(&b, "%d:%s", a.head, a.name)
		}
		out.Words[k].Deps = b.String()
	}
}

func spaceBehind(d *entente.Document, k int) bool {
	return k+1 >= len(d.Tokens) || d.Tokens[k+1].Span.Start > d.Tokens[k].Span.End
}

// joinParts makes multiword tokens of words that are written together with a
// clitic behind them.
func joinParts(d *entente.Document, s *entente.Sentence, out *conllu.Sentence) {
	for k := s.First + 1; k < s.Last; k++ {
		if !IsClitic(d, k) {
			continue
		}
		first, last := k-s.First, k-s.First+1
		if n := len(out.Multis); n > 0 && out.Multis[n-1].Last == first {
			first = out.Multis[n-1].First
			out.Multis = out.Multis[:n-1]
		}
		start := d.Tokens[s.First+first-1].Span.Start
		m := conllu.Multi{First: first, Last: last, Form: d.Text[start:d.Tokens[k].Span.End]}
		m.Misc = out.Words[last-1].Misc
		for i := first - 1; i < last; i++ {
			out.Words[i].Misc = ""
		}
		out.Multis = append(out.Multis, m)
	}
}

// IsClitic reports whether token k of d is the later part of a contraction or a
// possessive, written onto the word before: "n't", "'s", the "not" of "cannot".
func IsClitic(d *entente.Document, k int) bool {
	if k == 0 || d.Tokens[k-1].Span.End != d.Tokens[k].Span.Start {
		return false
	}
	before := d.Tokens[k-1].Span.In(d.Text)
	form := strings.ReplaceAll(strings.ToLower(d.Tokens[k].Span.In(d.Text)), "’", "'")
	if before == "" || form == "" || !letterOrDigit(before[len(before)-1]) {
		return false
	}
	switch form {
	case "n't", "'s", "'re", "'ve", "'ll", "'d", "'m":
		return true
	case "'":
		return d.Tokens[k].XPOS == "POS"
	}
	return letterOrDigit(form[0]) && !digits(before)
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func digits(s string) bool {
	return s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
