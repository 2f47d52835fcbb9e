package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestComplements gives trees as the network reads them, "form/lemma/UPOS/XPOS
// head relation" for each word, and what they become.
func TestComplements(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ tree, want string }{
		"a name beside the object": {
			"They/they/PRON/PRP 2 nsubj, declared/declare/VERB/VBD 0 root, him/he/PRON/PRP 2 iobj, president/president/NOUN/NN 2 obj",
			"2 nsubj, 0 root, 2 obj, 2 xcomp",
		},
		"a participle": {
			"storm/storm/NOUN/NN 0 root, named/name/VERB/VBN 1 acl, Isabel/Isabel/PROPN/NNP 2 obj",
			"0 root, 1 acl, 2 xcomp",
		},
		"a passive": {
			"He/he/PRON/PRP 3 nsubj:pass, was/be/AUX/VBD 3 aux:pass, elected/elect/VERB/VBN 0 root, mayor/mayor/NOUN/NN 3 obj",
			"3 nsubj:pass, 3 aux:pass, 0 root, 3 xcomp",
		},
		"a verb of being": {
			"Oslo/Oslo/PROPN/NNP 2 nsubj, remains/remain/VERB/VBZ 0 root, capital/capital/NOUN/NN 2 obj",
			"2 nsubj, 0 root, 2 xcomp",
		},
		"what was asked for before the verb of being": {"What/what/PRON/WP 2 obj, remains/remain/VERB/VBZ 0 root", ""},
		"one object":         {"They/they/PRON/PRP 2 nsubj, called/call/VERB/VBD 0 root, witnesses/witness/NOUN/NNS 2 obj", ""},
		"a verb of giving":   {"They/they/PRON/PRP 2 nsubj, gave/give/VERB/VBD 0 root, him/he/PRON/PRP 2 iobj, hope/hope/NOUN/NN 2 obj", ""},
		"a perfect, no name": {"had/have/AUX/VBD 2 aux, called/call/VERB/VBN 0 root, elections/election/NOUN/NNS 2 obj", ""},
	}
	for name, tt := range tests {
		before, d := treeOf(t, tt.tree)
		complements(d, &d.Sentences[0])
		want := tt.want
		if want == "" {
			want = before
		}
		if diff := cmp.Diff(want, relationsOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
