package train

import (
	"strings"

	"github.com/entente-news/entente/nlp/conllu"
)

// The treebanks hold little edited news. A small grammar of our own makes
// sentences in its manner with their trees, so that tagger, lemmatiser and
// parser meet the verbs of politics in the past tense ("warplanes struck
// targets"), office holders with their titles, and what officials said. Labels
// follow the English Web Treebank.

// node is a word with its dependents on either side.
type node struct {
	form, lemma, upos, xpos string
	rel                     string
	left, right             []*node
	glue                    bool // no space before it
	at                      int  // 1-based place in the sentence, once laid out
}

// generated returns n sentences with their trees, fixed by seed.
func generated(n int, seed uint64) []*conllu.Sentence {
	g := newGrammar(seed)
	out := make([]*conllu.Sentence, 0, n)
	for range n {
		s := &conllu.Sentence{Comments: []string{"# newpar"}}
		root := g.sentence()
		root.rel = "root"
		layOut(root, s)
		setHeads(root, 0, s)
		if w := &s.Words[0]; w.Form != "" && w.Form[0] >= 'a' && w.Form[0] <= 'z' {
			w.Form = strings.ToUpper(w.Form[:1]) + w.Form[1:]
		}
		out = append(out, s)
	}
	return out
}

// layOut appends the words under a node in order.
func layOut(n *node, s *conllu.Sentence) {
	for _, c := range n.left {
		layOut(c, s)
	}
	if n.glue && len(s.Words) > 0 {
		s.Words[len(s.Words)-1].Misc = "SpaceAfter=No"
	}
	s.Words = append(s.Words, conllu.Word{
		Form: n.form, Lemma: n.lemma, UPOS: n.upos, XPOS: n.xpos, Feats: "_", Deprel: n.rel, Deps: "_", Misc: "_",
	})
	n.at = len(s.Words)
	for _, c := range n.right {
		layOut(c, s)
	}
}

func setHeads(n *node, head int, s *conllu.Sentence) {
	s.Words[n.at-1].Head = head
	for _, c := range n.left {
		setHeads(c, n.at, s)
	}
	for _, c := range n.right {
		setHeads(c, n.at, s)
	}
}

// as sets the relation of a node.
func (n *node) as(rel string) *node { n.rel = rel; return n }

// before and after add dependents, in the order of the text.
func (n *node) before(c ...*node) *node { n.left = append(c, n.left...); return n }
func (n *node) after(c ...*node) *node  { n.right = append(n.right, c...); return n }

func leaf(form, lemma, upos, xpos, rel string) *node {
	return &node{form: form, lemma: lemma, upos: upos, xpos: xpos, rel: rel}
}

func mark(form string) *node {
	return &node{form: form, lemma: form, upos: "PUNCT", xpos: form, rel: "punct", glue: true}
}

// verb is a verb with its forms.
type verb struct{ base, third, past, participle, ing string }

// parseVerb reads "base" for a regular verb or "base past participle".
func parseVerb(s string) verb {
	f := strings.Fields(s)
	b := f[0]
	v := verb{base: b, third: b + "s", past: b + "ed", ing: b + "ing"}
	last := b[len(b)-1]
	switch {
	case strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch") || strings.HasSuffix(b, "ss"):
		v.third = b + "es"
	case last == 'e':
		v.past, v.ing = b+"d", b[:len(b)-1]+"ing"
	case last == 'y' && !strings.ContainsRune("aeiou", rune(b[len(b)-2])):
		v.past, v.third = b[:len(b)-1]+"ied", b[:len(b)-1]+"ies"
	}
	v.participle = v.past
	if len(f) > 1 {
		v.past, v.participle = f[1], f[1]
	}
	if len(f) > 2 {
		v.participle = f[2]
	}
	if len(f) > 3 {
		v.ing = f[3]
	}
	return v
}

func (v verb) did(rel string) *node   { return leaf(v.past, v.base, "VERB", "VBD", rel) }
func (v verb) do(rel string) *node    { return leaf(v.base, v.base, "VERB", "VB", rel) }
func (v verb) done(rel string) *node  { return leaf(v.participle, v.base, "VERB", "VBN", rel) }
func (v verb) doing(rel string) *node { return leaf(v.ing, v.base, "VERB", "VBG", rel) }
