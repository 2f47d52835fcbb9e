package brief

import "testing"

// TestFlat asks of sentences without a tree what is asked of those with one.
func TestFlat(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"the/the/DET/0/dep Kent/Kent/PROPN/0/dep rate/rate/NOUN/0/dep was/be/AUX.VBD/0/dep low/low/ADJ/0/dep":                              true,
		"the/the/DET/0/dep crime/crime/NOUN/0/dep rate/rate/NOUN/0/dep was/be/AUX.VBD/0/dep low/low/ADJ/0/dep":                             false,
		"the/the/DET/0/dep rate/rate/NOUN/0/dep of/of/ADP/0/dep crime/crime/NOUN/0/dep fell/fall/VERB.VBD/0/dep":                           false,
		"Ann/Ann/PROPN/0/dep was/be/AUX.VBD/0/dep found/find/VERB.VBN/0/dep ././PUNCT/0/dep":                                               true,
		"Ann/Ann/PROPN/0/dep was/be/AUX.VBD/0/dep found/find/VERB.VBN/0/dep dead/dead/ADJ/0/dep":                                           false,
		"Ann/Ann/PROPN/0/dep praised/praise/VERB.VBD/0/dep him/he/PRON/0/dep":                                                              true,
		"The/the/DET/0/dep guard/guard/NOUN/0/dep said/say/VERB.VBD/0/dep Ann/Ann/PROPN/0/dep left/leave/VERB.VBD/0/dep him/he/PRON/0/dep": false,
		"Rain/rain/NOUN/0/dep hit/hit/VERB.VBD/0/dep the/the/DET/0/dep city/city/NOUN/0/dep":                                               true,
		"Rain/rain/NOUN/0/dep hit/hit/VERB.VBD/0/dep the/the/DET/0/dep city/city/NOUN/0/dep of/of/ADP/0/dep Kent/Kent/PROPN/0/dep":         false,
		"Both/both/DET/0/dep sides/side/NOUN/0/dep left/leave/VERB.VBD/0/dep":                                                              true,
	} {
		d := parsed(t, "Seat belts", line)
		d.Sentences[0].Parsed = false
		for i := range d.Tokens {
			d.Tokens[i].Head = -1
		}
		if got := unspecific(d, 0, nil) || outside(d, 0, nil); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}
