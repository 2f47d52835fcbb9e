package brief

import "testing"

// TestWanting finds main verbs without what is answered, or asked.
func TestWanting(t *testing.T) {
	t.Parallel()
	const anna = "Anna/Anna/PROPN/2/nsubj "
	for line, want := range map[string]bool{
		anna + "agreed/agree/VERB.VBD/0/root ././PUNCT/2/punct":                                                                                              true,
		anna + "asked/ask/VERB.VBD/0/root Paul/Paul/PROPN/2/obj ././PUNCT/2/punct":                                                                           true,
		anna + "asked/ask/VERB.VBD/0/root Paul/Paul/PROPN/2/obj for/for/ADP/5/case help/help/NOUN/2/obl":                                                     false,
		anna + "asked/ask/VERB.VBD/0/root Paul/Paul/PROPN/2/obj to/to/PART/5/mark come/come/VERB.VB/2/xcomp":                                                 false,
		anna + "asked/ask/VERB.VBD/0/root Paul/Paul/PROPN/2/iobj questions/question/NOUN/2/obj":                                                              false,
		anna + "asked/ask/VERB.VBD/0/root questions/question/NOUN/2/obj":                                                                                     false,
		anna + "helped/help/VERB.VBD/0/root Paul/Paul/PROPN/2/obj":                                                                                           false,
		anna + "left/leave/VERB.VBD/0/root after/after/SCONJ/4/mark told/tell/VERB.VBN/2/advcl Paul/Paul/PROPN/4/obj":                                        false,
		anna + "told/tell/VERB.VBD/0/root them/they/PRON/2/iobj that/that/SCONJ/7/mark ice/ice/NOUN/7/nsubj had/have/AUX.VBD/7/aux gone/go/VERB.VBN/2/ccomp": false,
	} {
		d := parsed(t, "", line)
		if got := wanting(d, &d.Sentences[0]); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

// TestClosesNoInfinitive keeps an infinitive that a comma parts from what it completes.
func TestClosesNoInfinitive(t *testing.T) {
	t.Parallel()
	const asked = "FAO/FAO/PROPN/2/nsubj asked/ask/VERB.VBD/0/root states/state/NOUN/2/obj ,/,/PUNCT/5/punct naming/name/VERB.VBG/2/advcl Iraq/Iraq/PROPN/5/obj "
	for line, want := range map[string]bool{
		asked + "././PUNCT/2/punct": true,
		asked + ",/,/PUNCT/9/punct to/to/PART/9/mark watch/watch/VERB.VB/5/xcomp ././PUNCT/2/punct": false,
	} {
		d := parsed(t, "", line)
		if got := closes(d, &d.Sentences[0], 3, d.Sentences[0].Last-2); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}
