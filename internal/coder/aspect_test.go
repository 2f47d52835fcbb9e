package coder

import (
	"testing"

	"github.com/entente-news/entente"
)

// TestGoesOn reads what is done in the present, and for years, as going on.
func TestGoesOn(t *testing.T) {
	t.Parallel()
	staged := func(tag, verb string, more ...leaf) []leaf {
		return append(append([]leaf{
			{"Chad", "Chad", "NNP", entente.PROPN, 1, entente.Nsubj, "TCD"}, {verb, verb, tag, entente.VERB, -1, entente.DeprelRoot, ""},
			{"drills", "drill", "NNS", entente.NOUN, 1, entente.Obj, ""},
		}, more...), leaf{".", ".", ".", entente.PUNCT, 1, entente.Punct, ""})
	}
	have := leaf{"has", "have", "VBZ", entente.AUX, 1, entente.Aux, ""}
	years := []leaf{have, {"for", "for", "IN", entente.ADP, 5, entente.Case, ""}, {"years", "year", "NNS", entente.NOUN, 1, entente.Obl, ""}}
	for name, c := range map[string]struct {
		words []leaf
		kind  triggerKind
		want  entente.Aspect
	}{
		"a noun under a light verb of the present":   {staged("VBZ", "hold"), triggerNoun, entente.AspectOngoing},
		"a noun under another verb":                  {staged("VBZ", "criticise"), triggerNoun, entente.AspectEvent},
		"a past":                                     {staged("VBD", "hold"), triggerNoun, entente.AspectEvent},
		"a perfect":                                  {staged("VBN", "hold", have), triggerNoun, entente.AspectEvent},
		"a perfect for years":                        {staged("VBN", "hold", years...), triggerNoun, entente.AspectOngoing},
		"a perfect for years, at the verb":           {staged("VBN", "hold", years...), triggerVerb, entente.AspectOngoing},
		"a perfect for a number of years":            {staged("VBN", "hold", append(years, leaf{"two", "two", "CD", entente.NUM, 5, entente.Nummod, ""})...), triggerVerb, entente.AspectEvent},
		"a perfect with years that are not its time": {staged("VBN", "hold", have, leaf{"years", "year", "NNS", entente.NOUN, 1, entente.Obl, ""}), triggerVerb, entente.AspectEvent},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := treeOf(t, c.words)
			m := &match{p: &pattern{kind: c.kind, root: entente.RootCooperate}, root: entente.RootCooperate, trigger: 2, support: -1}
			if c.kind == triggerVerb {
				m.trigger = 1
			}
			f := fact{}
			x.goesOn(&f, m, 1)
			if f.aspect != c.want {
				t.Errorf("aspect %v, want %v: %v", f.aspect, c.want, f.notes)
			}
		})
	}
}
