package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClausal(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ tree, want string }{
		"a clause without a verb": {
			"know/know/VERB/VB 0 root, what/what/PRON/WP 1 obj, it/it/PRON/PRP 2 nsubj, is/be/AUX/VBZ 2 cop",
			"0 root, 1 ccomp, 2 nsubj, 2 cop",
		},
		"an object with a clause": {"know/know/VERB/VB 0 root, what/what/PRON/WP 1 obj, happened/happen/VERB/VBD 2 acl:relcl", ""},
		"what is meant": {
			"means/mean/VERB/VBZ 0 root, leaving/leave/VERB/VBG 1 xcomp, town/town/NOUN/NN 2 obj",
			"0 root, 1 ccomp, 2 obj",
		},
		"hard to do": {
			"Peace/peace/NOUN/NN 3 nsubj, is/be/AUX/VBZ 3 cop, hard/hard/ADJ/JJ 0 root, to/to/PART/TO 5 mark, make/make/VERB/VB 3 csubj",
			"3 nsubj, 3 cop, 0 root, 5 mark, 3 ccomp",
		},
		"it is hard": {"It/it/PRON/PRP 3 expl, is/be/AUX/VBZ 3 cop, hard/hard/ADJ/JJ 0 root, to/to/PART/TO 5 mark, leave/leave/VERB/VB 3 csubj", ""},
		"eager to do": {
			"They/they/PRON/PRP 3 nsubj, are/be/AUX/VBP 3 cop, eager/eager/ADJ/JJ 0 root, to/to/PART/TO 5 mark, leave/leave/VERB/VB 3 xcomp", "",
		},
		"told that": {
			"told/tell/VERB/VBD 0 root, reporters/reporter/NOUN/NNS 1 iobj, that/that/SCONJ/IN 5 mark, talks/talk/NOUN/NNS 5 nsubj, failed/fail/VERB/VBD 2 acl",
			"0 root, 1 iobj, 5 mark, 5 nsubj, 1 ccomp",
		},
		"heard news that": {
			"heard/hear/VERB/VBD 0 root, news/news/NOUN/NN 1 obj, that/that/SCONJ/IN 5 mark, talks/talk/NOUN/NNS 5 nsubj, failed/fail/VERB/VBD 2 acl", "",
		},
	}
	for name, tt := range tests {
		before, d := treeOf(t, tt.tree)
		clausal(d, &d.Sentences[0])
		want := tt.want
		if want == "" {
			want = before
		}
		if diff := cmp.Diff(want, relationsOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
