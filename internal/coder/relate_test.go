package coder

import (
	"testing"

	"github.com/entente-news/entente"
)

// TestRelateByTriggers has a word between the two that no pair was learnt from and no
// pattern knows: what it triggers tells the relation.
func TestRelateByTriggers(t *testing.T) {
	t.Parallel()
	c := tiny(t) // its triggers are verbs of the past, of REQUEST, and it has no pairs
	d := demands(1)
	d.Tokens[1].Lemma = "stonewall"
	source, target := d.Tokens[0].Span, d.Tokens[2].Span
	if len(c.Pair(d, source, target)) != 0 {
		t.Fatal("a pattern reads the pair")
	}
	if r := c.Relate(d, source, target); r.Root != entente.RootRequest {
		t.Errorf("%v by %v, want what the verb triggers", r.Root, r.Scores)
	}
	d.Tokens[1].XPOS = "VBZ"
	if r := c.Relate(d, source, target); r.Root == entente.RootRequest {
		t.Errorf("%v by %v where the verb triggers nothing", r.Root, r.Scores)
	}
}
