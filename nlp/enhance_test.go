package nlp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/nlp"
	"github.com/entente-news/entente/nlp/conllu"
)

// treeOf reads "form/UPOS/head/relation" words.
func treeOf(t *testing.T, text string) *conllu.Sentence {
	t.Helper()
	s := &conllu.Sentence{}
	for w := range strings.FieldsSeq(text) {
		p := strings.Split(w, "/")
		word := conllu.Word{Form: p[0], Lemma: strings.ToLower(p[0]), UPOS: p[1], XPOS: "_", Deprel: p[3]}
		if p[3] == "acl" || p[3] == "root" && strings.HasSuffix(p[0], "ed") {
			word.XPOS = "VBN"
		}
		if _, err := fmt.Sscan(p[2], &word.Head); err != nil {
			t.Fatal(err)
		}
		s.Words = append(s.Words, word)
	}
	if err := s.CheckTree(); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

func TestEnhance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, tree, want string }{
		{"coordinated subject", "Chad/PROPN/4/nsubj and/CCONJ/3/cc Niger/PROPN/1/conj met/VERB/0/root", "nsubj(met, Niger)"},
		{"coordinated object", "She/PRON/2/nsubj met/VERB/0/root Chad/PROPN/2/obj and/CCONJ/5/cc Niger/PROPN/3/conj", "obj(met, Niger)"},
		{"shared subject", "Troops/NOUN/2/nsubj entered/VERB/0/root and/CCONJ/4/cc left/VERB/2/conj", "nsubj(left, Troops)"},
		{"subject of one's own", "Troops/NOUN/2/nsubj entered/VERB/0/root and/CCONJ/5/cc rebels/NOUN/5/nsubj left/VERB/2/conj", ""},
		{"shared by a passive", "Troops/NOUN/2/nsubj left/VERB/0/root and/CCONJ/5/cc were/AUX/5/aux:pass thanked/VERB/2/conj", "nsubj:pass(thanked, Troops)"},
		{"subject controls", "Chad/PROPN/2/nsubj agreed/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp", "nsubj(leave, Chad)"},
		{"object controls", "Chad/PROPN/2/nsubj asked/VERB/0/root Mali/PROPN/2/obj to/PART/5/mark leave/VERB/2/xcomp", "nsubj(leave, Mali)"},
		{"relative subject", "men/NOUN/0/root who/PRON/3/nsubj left/VERB/1/acl:relcl", "nsubj(left, men)"},
		{"relative object", "towns/NOUN/0/root that/PRON/4/obj rebels/NOUN/4/nsubj hold/VERB/1/acl:relcl", "obj(hold, towns)"},
		{"relative without a pronoun", "towns/NOUN/0/root rebels/NOUN/3/nsubj hold/VERB/1/acl:relcl", "obj(hold, towns)"},
		{"agent", "Chad/PROPN/3/nsubj:pass was/AUX/3/aux:pass attacked/VERB/0/root by/ADP/5/case Niger/PROPN/3/obl", "obl:agent(attacked, Niger)"},
		{"no agent", "Chad/PROPN/2/nsubj stopped/VERB/0/root by/ADP/4/case Niger/PROPN/2/obl", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := nlp.FromConllu([]*conllu.Sentence{treeOf(t, c.tree)})
			var got []string
			for _, a := range nlp.Enhance(d, 0, nil) {
				got = append(got, fmt.Sprintf("%s(%s, %s)", a.Deprel, d.Tokens[a.Head].Span.In(d.Text), d.Tokens[a.Dependent].Span.In(d.Text)))
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("arcs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEnhanceUnparsed(t *testing.T) {
	t.Parallel()
	d := nlp.FromConllu([]*conllu.Sentence{{Words: []conllu.Word{{Form: "a", Head: -1}, {Form: "b", Head: -1}}}})
	if got := nlp.Enhance(d, 0, nil); got != nil {
		t.Errorf("arcs %v of a sentence without a tree", got)
	}
}

func ExampleEnhance() {
	words := "Chad/PROPN/2/nsubj agreed/VERB/0/root to/PART/4/mark leave/VERB/2/xcomp"
	s := &conllu.Sentence{}
	for w := range strings.FieldsSeq(words) {
		p := strings.Split(w, "/")
		word := conllu.Word{Form: p[0], Lemma: p[0], UPOS: p[1], XPOS: "_", Deprel: p[3]}
		fmt.Sscan(p[2], &word.Head)
		s.Words = append(s.Words, word)
	}
	d := nlp.FromConllu([]*conllu.Sentence{s})
	for _, a := range nlp.Enhance(d, 0, nil) {
		fmt.Println(a.Deprel, d.Tokens[a.Head].Span.In(d.Text), d.Tokens[a.Dependent].Span.In(d.Text))
	}
	// Output: nsubj leave Chad
}
