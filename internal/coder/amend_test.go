package coder

import (
	"slices"
	"testing"

	"github.com/entente-news/entente"
)

// TestAmend mends the sides of events on made trees.
func TestAmend(t *testing.T) {
	t.Parallel()
	visit := []leaf{
		{"Norway", "Norway", "NNP", entente.PROPN, 1, entente.Nsubj, "NOR"}, {"flew", "fly", "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
		{"to", "to", "IN", entente.ADP, 3, entente.Case, ""}, {"Lima", "Lima", "NNP", entente.PROPN, 1, entente.Obl, "PER"},
		{"for", "for", "IN", entente.ADP, 5, entente.Case, ""}, {"talks", "talk", "NNS", entente.NOUN, 1, entente.Obl, ""},
		{"with", "with", "IN", entente.ADP, 7, entente.Case, ""}, {"Quispe", "Quispe", "NNP", entente.PROPN, 5, entente.Nmod, "PER"},
	}
	drill := []leaf{
		{"Chad", "Chad", "NNP", entente.PROPN, 3, entente.Nsubj, "TCD"}, {"and", "and", "CC", entente.CCONJ, 2, entente.Cc, ""},
		{"Mali", "Mali", "NNP", entente.PROPN, 0, entente.Conj, "MLI"}, {"met", "meet", "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
		{"alongside", "alongside", "IN", entente.ADP, 5, entente.Case, ""}, {"Niger", "Niger", "NNP", entente.PROPN, 3, entente.Obl, "NER"},
	}
	headline := func(after ...leaf) []leaf {
		return append([]leaf{{"Chadian", "Chadian", "JJ", entente.ADJ, 1, entente.Amod, ""}, {"mayor", "mayor", "NN", entente.NOUN, 2, entente.Nsubj, "TCD"},
			{"jailed", "jail", "VBD", entente.VERB, -1, entente.DeprelRoot, ""}}, after...)
	}
	for name, c := range map[string]struct {
		words      []leaf
		root       entente.Root
		trigger    int
		actors, to []int // tokens of the sides before
		role       int   // token of somebody with an office, -1 for none
		want       []int // tokens of both sides behind it, -1 between them
	}{
		"the host is the person named": {visit, entente.RootConsult, 1, []int{0}, []int{3}, 7, []int{0, -1, 7}},
		"a host who is nobody":         {visit, entente.RootConsult, 1, []int{0}, []int{3}, -1, []int{0, -1, 3}},
		"an act that is no visit":      {visit, entente.RootSanction, 1, []int{0}, []int{3}, 7, []int{0, -1, 3}},
		"a third member":               {drill, entente.RootConsult, 3, []int{0, 2}, nil, -1, []int{0, 2, 5, -1}},
		"of two sides there is none":   {drill, entente.RootConsult, 3, []int{0}, []int{2}, -1, []int{0, -1, 2}},
		"nor of an assault":            {drill, entente.RootAssault, 3, []int{0, 2}, nil, -1, []int{0, 2, -1}},
		"a headline in the passive":    {headline(), entente.RootCoerce, 2, []int{1}, nil, -1, []int{-1, 1}},
		"its agent": {headline(leaf{"by", "by", "IN", entente.ADP, 4, entente.Case, ""}, leaf{"Mali", "Mali", "NNP", entente.PROPN, 2, entente.Obl, "MLI"}),
			entente.RootCoerce, 2, []int{1}, nil, -1, []int{4, -1, 1}},
		"a headline with an object": {headline(leaf{"rebels", "rebel", "NNS", entente.NOUN, 2, entente.Obj, "TCD"}), entente.RootCoerce, 2, []int{1}, []int{3}, -1, []int{1, -1, 3}},
		"a sentence of prose":       {headline(leaf{".", ".", ".", entente.PUNCT, 2, entente.Punct, ""}), entente.RootCoerce, 2, []int{1}, nil, -1, []int{1, -1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := treeOf(t, c.words)
			if c.role >= 0 {
				x.d.Mentions[x.mention[c.role]].Actor.Role = "head of state"
			}
			side := func(tokens []int) (out []party) {
				for _, k := range tokens {
					out = append(out, x.member(int(x.mention[k]), k, k, 1, ""))
				}
				return out
			}
			m := &match{p: &pattern{kind: triggerVerb}, root: c.root, trigger: c.trigger, comp: -1, support: -1, actors: side(c.actors), recipients: side(c.to)}
			x.amend(m)
			var got []int
			for _, p := range m.actors {
				got = append(got, p.token)
			}
			got = append(got, -1)
			for _, p := range m.recipients {
				got = append(got, p.token)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("sides at %v, want %v", got, c.want)
			}
		})
	}
}

// TestAsideDenial leaves a denial that a relative clause adds on nobody's word.
func TestAsideDenial(t *testing.T) {
	t.Parallel()
	words := []leaf{
		{"Chad", "Chad", "NNP", entente.PROPN, 1, entente.Nsubj, "TCD"}, {"alleged", "allege", "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
		{"theft", "theft", "NN", entente.NOUN, 1, entente.Obj, ""}, {"which", "which", "WDT", entente.PRON, 5, entente.Obj, ""},
		{"Mali", "Mali", "NNP", entente.PROPN, 5, entente.Nsubj, "MLI"}, {"denies", "deny", "VBZ", entente.VERB, 2, entente.AclRelcl, ""},
	}
	x := treeOf(t, words)
	for root, want := range map[entente.Root]bool{entente.RootReject: true, entente.RootAssault: false} {
		if got := x.isAsideDenial(&match{root: root, trigger: 5}, 1); got != want {
			t.Errorf("%v: %v, want %v", root, got, want)
		}
	}
	if s := x.beforeClause(x.topicSpan(2), 5, 2).In(x.d.Text); s != "theft" {
		t.Errorf("about %q, want theft", s)
	}
	words[5].rel, words[5].head = entente.Ccomp, 1
	if y := treeOf(t, words); y.isAsideDenial(&match{root: entente.RootReject, trigger: 5}, 1) {
		t.Error("a clause that is what was said is on the speaker's word")
	}
}

// TestMendRelative makes a verb of the noun that a relative clause has in its place.
func TestMendRelative(t *testing.T) {
	t.Parallel()
	words := func(tag, pronoun string) []leaf {
		return []leaf{
			{"Chad", "Chad", "NNP", entente.PROPN, 1, entente.Nsubj, "TCD"}, {"alleged", "allege", "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
			{"theft", "theft", "NN", entente.NOUN, 1, entente.Obj, ""}, {pronoun, pronoun, "WDT", entente.PRON, 5, entente.Obj, ""},
			{"Mali", "Mali", "NNP", entente.PROPN, 5, entente.Compound, "MLI"}, {"attacks", "attack", tag, entente.NOUN, 2, entente.AclRelcl, ""},
		}
	}
	for _, c := range []struct {
		tag, pronoun string
		want         entente.Deprel
	}{{"NNS", "which", entente.Nsubj}, {"NN", "which", entente.Compound}, {"NNS", "some", entente.Compound}} {
		x := treeOf(t, words(c.tag, c.pronoun))
		if got := x.rel(4); got != c.want || (x.pos[5] == entente.VERB) != (c.want == entente.Nsubj) {
			t.Errorf("%s %s: %v %v, want %v", c.pronoun, c.tag, got, x.pos[5], c.want)
		}
	}
}

// TestTold drops members of whom nothing is known but that they are some.
func TestTold(t *testing.T) {
	t.Parallel()
	x := treeOf(t, []leaf{
		{"We", "we", "PRP", entente.PRON, 2, entente.Nsubj, ""}, {"observers", "observer", "NNS", entente.NOUN, 0, entente.Conj, ""},
		{"met", "meet", "VBD", entente.VERB, -1, entente.DeprelRoot, ""}, {"the", "the", "DT", entente.DET, 4, entente.Det, ""},
		{"members", "member", "NNS", entente.NOUN, 2, entente.Obj, ""},
	})
	for name, c := range map[string]struct {
		p    party
		kept bool
	}{
		"a pronoun":       {party{token: 0}, true},
		"a bare plural":   {party{token: 1}, false},
		"of a country":    {party{token: 1, actor: entente.Actor{Country: "TCD"}}, true},
		"of a body":       {party{token: 1, actor: entente.Actor{Org: "UN"}}, true},
		"of a group":      {party{token: 1, actor: entente.Actor{Group: "WEST"}}, true},
		"of a sector":     {party{token: 1, actor: entente.Actor{Sector: entente.COP}}, true},
		"a definite noun": {party{token: 4}, true},
	} {
		if got := len(x.told([]party{c.p})) == 1; got != c.kept {
			t.Errorf("%s is kept: %v, want %v", name, got, c.kept)
		}
	}
}
