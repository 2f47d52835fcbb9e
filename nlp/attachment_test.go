package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAttachments(t *testing.T) {
	t.Parallel()
	const urged = "Rome/Rome/PROPN/NNP 2 nsubj, urged/urge/VERB/VBD 0 root, both/both/DET/DT 2 obj, to/to/PART/TO 5 mark, wait/wait/VERB/VB 2 xcomp, "
	tests := map[string]struct{ tree, want string }{
		"a verb with a tense behind an infinitive": {
			urged + "and/and/CCONJ/CC 7 cc, offered/offer/VERB/VBD 5 conj, help/help/NOUN/NN 7 obj",
			"2 nsubj, 0 root, 2 obj, 5 mark, 2 xcomp, 7 cc, 2 conj, 7 obj",
		},
		"one with an auxiliary": {
			urged + "and/and/CCONJ/CC 8 cc, was/be/AUX/VBD 8 aux:pass, praised/praise/VERB/VBN 5 conj",
			"2 nsubj, 0 root, 2 obj, 5 mark, 2 xcomp, 8 cc, 8 aux:pass, 2 conj",
		},
		"a second infinitive":    {urged + "and/and/CCONJ/CC 7 cc, listen/listen/VERB/VB 5 conj", ""},
		"a clause of its own":    {urged + "and/and/CCONJ/CC 8 cc, they/they/PRON/PRP 8 nsubj, agreed/agree/VERB/VBD 5 conj", ""},
		"behind a verb of tense": {"Rome/Rome/PROPN/NNP 2 nsubj, waited/wait/VERB/VBD 0 root, and/and/CCONJ/CC 4 cc, left/leave/VERB/VBD 2 conj", ""},
		"what was said of whom one told": {
			urged + "–/–/PUNCT/: 7 punct, accusing/accuse/VERB/VBG 5 advcl, them/they/PRON/PRP 7 obj",
			"2 nsubj, 0 root, 2 obj, 5 mark, 2 xcomp, 7 punct, 2 advcl, 7 obj",
		},
		"what they are to do besides": {urged + "–/–/PUNCT/: 7 punct, using/use/VERB/VBG 5 advcl, boats/boat/NOUN/NNS 7 obj", ""},
		"without a comma":             {urged + "saying/say/VERB/VBG 5 advcl, so/so/ADV/RB 6 advmod", ""},
		"what the subject itself wants": {
			"Rome/Rome/PROPN/NNP 2 nsubj, wants/want/VERB/VBZ 0 root, to/to/PART/TO 4 mark, wait/wait/VERB/VB 2 xcomp, –/–/PUNCT/: 6 punct, saying/say/VERB/VBG 4 advcl", "",
		},
	}
	for name, tt := range tests {
		before, d := treeOf(t, tt.tree)
		for i := range d.Tokens {
			if d.Tokens[i].XPOS == ":" { // a comma parts the words of a tree here
				d.Tokens[i].XPOS = ","
			}
		}
		attachments(d, &d.Sentences[0])
		want := tt.want
		if want == "" {
			want = before
		}
		if diff := cmp.Diff(want, relationsOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
