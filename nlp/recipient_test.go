package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecipients(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ tree, want string }{
		"told that": {
			"They/they/PRON/PRP 2 nsubj, told/tell/VERB/VBD 0 root, reporters/reporter/NOUN/NNS 2 obj, talks/talk/NOUN/NNS 5 nsubj, failed/fail/VERB/VBD 2 ccomp",
			"2 nsubj, 0 root, 2 iobj, 5 nsubj, 2 ccomp",
		},
		"asked to": {
			"They/they/PRON/PRP 2 nsubj, asked/ask/VERB/VBD 0 root, Kenya/Kenya/PROPN/NNP 2 obj, to/to/PART/TO 5 mark, help/help/VERB/VB 2 xcomp",
			"2 nsubj, 0 root, 2 iobj, 5 mark, 2 xcomp",
		},
		"alone, a person":   {"Tell/tell/VERB/VB 0 root, them/they/PRON/PRP 1 obj", "0 root, 1 iobj"},
		"alone, a thing":    {"Tell/tell/VERB/VB 0 root, stories/story/NOUN/NNS 1 obj", ""},
		"alone, any":        {"Notify/notify/VERB/VB 0 root, agents/agent/NOUN/NNS 1 obj", "0 root, 1 iobj"},
		"an object of none": {"Watch/watch/VERB/VB 0 root, them/they/PRON/PRP 1 iobj", "0 root, 1 obj"},
		"something given":   {"Give/give/VERB/VB 0 root, them/they/PRON/PRP 1 iobj, way/way/NOUN/NN 1 obl:unmarked", "0 root, 1 iobj, 1 obj"},
		"what is made so":   {"Make/make/VERB/VB 0 root, them/they/PRON/PRP 1 obj, leave/leave/VERB/VB 1 xcomp", ""},
		"forced to":         {"Force/force/VERB/VB 0 root, them/they/PRON/PRP 1 obj, to/to/PART/TO 4 mark, leave/leave/VERB/VB 1 xcomp", ""},
		"two objects":       {"Tell/tell/VERB/VB 0 root, them/they/PRON/PRP 1 iobj, stories/story/NOUN/NNS 1 obj", ""},
		"what comes before": {"whom/who/PRON/WP 3 obj, they/they/PRON/PRP 3 nsubj, warned/warn/VERB/VBD 0 root", ""},
	}
	for name, tt := range tests {
		before, d := treeOf(t, tt.tree)
		recipients(d, &d.Sentences[0])
		want := tt.want
		if want == "" {
			want = before
		}
		if diff := cmp.Diff(want, relationsOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
