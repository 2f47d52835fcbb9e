package nlp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// TestHeadline gives trees as the network reads headlines, "form/UPOS head
// relation" for each word, and what they become.
func TestHeadline(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ tree, want string }{
		"two names": {
			"Xi/PROPN 0 root, ,/PUNCT 3 punct, Putin/PROPN 1 appos, to/PART 5 mark, meet/VERB 1 acl, in/ADP 7 case, Astana/PROPN 5 obl",
			"5 nsubj, 3 punct, 1 conj, 5 mark, 0 root, 7 case, 5 obl",
		},
		"an office": {
			"UN/PROPN 2 compound, envoy/NOUN 0 root, not/PART 5 advmod, to/PART 5 mark, meet/VERB 2 acl, rebels/NOUN 5 obj",
			"2 compound, 5 nsubj, 5 advmod, 5 mark, 0 root, 5 obj",
		},
		"what hangs behind the verb": {
			"Oslo/PROPN 0 root, to/PART 3 mark, host/VERB 1 acl, talks/NOUN 3 obj, :/PUNCT 6 punct, minister/NOUN 1 parataxis",
			"3 nsubj, 3 mark, 0 root, 3 obj, 6 punct, 3 parataxis",
		},
		"a noun with an infinitive of its own": {"Plan/NOUN 0 root, to/PART 3 mark, meet/VERB 1 acl", ""},
		"an article":                           {"The/DET 2 det, Briton/PROPN 0 root, to/PART 4 mark, watch/VERB 2 acl", ""},
		"an ordinal":                           {"First/ADJ 2 amod, Briton/PROPN 0 root, to/PART 4 mark, win/VERB 2 acl", ""},
		"a full stop":                          {"Oslo/PROPN 0 root, to/PART 3 mark, act/VERB 1 acl, ./PUNCT 1 punct", ""},
		"a title in capitals":                  {"Places/PROPN 0 root, to/PART 3 mark, Visit/VERB 1 acl", ""},
		"a place before the infinitive":        {"Xi/PROPN 0 root, in/ADP 3 case, Oslo/PROPN 1 nmod, to/PART 5 mark, sign/VERB 1 acl", ""},
		"to blame":                             {"Oslo/PROPN 0 root, to/PART 3 mark, blame/VERB 1 acl", ""},
		"a participle":                         {"Oslo/PROPN 0 root, hit/VERB 1 acl, by/ADP 4 case, storm/NOUN 2 obl", ""},
		"a finite verb":                        {"Oslo/PROPN 4 nsubj, to/PART 3 mark, act/VERB 1 acl, says/VERB 0 root", ""},
	}
	for name, tt := range tests {
		before, d := treeOf(t, tt.tree)
		headline(d, &d.Sentences[0])
		want := tt.want
		if want == "" {
			want = before
		}
		if diff := cmp.Diff(want, relationsOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// treeOf makes a document of a sentence written "form/UPOS head relation, …" or
// "form/lemma/UPOS/XPOS head relation, …", and returns its heads and relations.
func treeOf(t *testing.T, tree string) (string, *entente.Document) {
	t.Helper()
	s := &conllu.Sentence{}
	for w := range strings.SplitSeq(tree, ", ") {
		k := conllu.Word{Lemma: "_", XPOS: "_"}
		word, rest, _ := strings.Cut(w, " ")
		switch f := strings.Split(word, "/"); len(f) {
		case 2:
			k.Form, k.UPOS = f[0], f[1]
		case 4:
			k.Form, k.Lemma, k.UPOS, k.XPOS = f[0], f[1], f[2], f[3]
		default:
			t.Fatalf("%q is no word", word)
		}
		if _, err := fmt.Sscan(rest, &k.Head, &k.Deprel); err != nil {
			t.Fatal(err)
		}
		s.Words = append(s.Words, k)
	}
	d := FromConllu([]*conllu.Sentence{s})
	return relationsOf(d), d
}

// relationsOf returns "head relation, …" of a document of one sentence.
func relationsOf(d *entente.Document) string {
	var out []string
	for _, w := range ToConllu(d, 0).Words {
		out = append(out, fmt.Sprint(w.Head, " ", w.Deprel))
	}
	return strings.Join(out, ", ")
}
