package coder_test

import (
	"strings"
	"testing"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
)

func TestPair(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	byText, err := readLayers("testdata/accuse.layers")
	if err != nil {
		t.Fatal(err)
	}
	const text = "Ukraine accused Russia of shelling a hospital."
	d := byText[text]
	span := func(s string) entente.Span {
		i := strings.Index(text, s)
		return entente.Span{Start: i, End: i + len(s)}
	}
	before := len(d.Mentions)
	for _, tt := range []struct {
		source, target entente.Span
		root           entente.Root
		tier           coder.Tier
	}{
		{span("Ukraine"), span("Russia"), entente.RootAccuse, coder.TierBoth},
		{span("Russia"), span("Ukraine"), entente.RootAssault, coder.TierActor},
		{span("Ukraine"), entente.Span{}, entente.RootAccuse, coder.TierOther},
	} {
		got := c.Pair(d, tt.source, tt.target)
		if len(got) == 0 || got[0].Event.Root != tt.root || got[0].Tier != tt.tier {
			t.Errorf("%q to %q: %+v, want %v by tier %d", tt.source.In(text), tt.target.In(text), got, tt.root, tt.tier)
		}
	}
	if len(d.Mentions) != before || len(d.Events) != 0 {
		t.Error("Pair changed the document")
	}
}

func TestSeePair(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	byText, err := readLayers("testdata/accuse.layers")
	if err != nil {
		t.Fatal(err)
	}
	const text = "Ukraine accused Russia of shelling a hospital."
	span := func(s string) entente.Span {
		i := strings.Index(text, s)
		return entente.Span{Start: i, End: i + len(s)}
	}
	s := c.SeePair(byText[text], span("Ukraine"), span("Russia"))
	if got := strings.Join(s.Masked, " "); got != "<s> accuse <t> of shell a hospital ." {
		t.Errorf("masked: %q", got)
	}
	if len(s.Keys) <= len(s.Plain) || len(s.Plain) == 0 {
		t.Errorf("%d features of %d words", len(s.Keys), len(s.Plain))
	}
	if s = c.SeePair(byText[text], entente.Span{}, entente.Span{}); s.Keys != nil {
		t.Error("something is seen of nobody")
	}
}
