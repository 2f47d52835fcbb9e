package brief

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// TestLoses cuts where a verb keeps what completes it, and nowhere else.
func TestLoses(t *testing.T) {
	t.Parallel()
	// word/part/head, where the head is the number of a word from 1 on, 0 for none
	for _, x := range []struct {
		line, lemma string
		verb        int
		kept        []int
		want        bool
	}{
		{"It/PRON/2 meets/VERB/0 to/PART/4 align/VERB/2 and/CCONJ/6 enhance/VERB/4 efforts/NOUN/6", "meet", 1, []int{1, 2, 3}, true},
		{"It/PRON/2 meets/VERB/0 to/PART/4 align/VERB/2 efforts/NOUN/4 and/CCONJ/7 go/VERB/4", "meet", 1, []int{1, 2, 3, 4}, false},
		{"Tass/PROPN/2 cited/VERB/0 it/PRON/2 as/SCONJ/5 saying/VERB/2 so/ADV/5", "cite", 1, []int{1, 2}, true},
		{"Tass/PROPN/2 cited/VERB/0 it/PRON/2 on/ADP/5 Monday/PROPN/2 ./PUNCT/2", "cite", 1, []int{1, 2}, false},
		{"Tass/PROPN/2 met/VERB/0 it/PRON/2 as/SCONJ/5 rain/NOUN/2 fell/VERB/2", "meet", 1, []int{1, 2}, false},
	} {
		d := &entente.Document{}
		c := &clause{d: d, e: &entente.Event{}, verb: x.verb, kids: map[int][]int{}}
		for i, w := range strings.Fields(x.line) {
			p := strings.Split(w, "/")
			head := int(p[2][0]-'0') - 1
			pos, _ := entente.ParseUPOS(p[1])
			at := len(d.Text)
			d.Text += p[0] + " "
			d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: at, End: at + len(p[0])}, UPOS: pos, Head: int32(head), Lemma: p[0]}) //nolint:gosec // a digit
			if head >= 0 {
				c.kids[head] = append(c.kids[head], i)
			}
		}
		d.Tokens[x.verb].Lemma = x.lemma
		d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(d.Text)}, Last: len(d.Tokens), Parsed: true}}
		if got := c.loses(x.kept); got != x.want {
			t.Errorf("%q: %v, want %v", x.line, got, x.want)
		}
	}
}
