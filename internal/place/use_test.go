package place

import (
	"strings"
	"testing"

	entente "github.com/entente-news/entente"
)

// arc is a token of a small tree: the word, its lemma, tag, relation and head
// (1-based, 0 for the root).
type arc struct {
	word, lemma string
	upos        entente.UPOS
	rel         entente.Deprel
	head        int
}

// tree makes a parsed document of arcs; marks of possession and punctuation
// follow the word before without a blank.
func tree(arcs []arc) *entente.Document {
	d := &entente.Document{}
	var b strings.Builder
	for _, a := range arcs {
		if b.Len() > 0 && a.upos != entente.PUNCT && a.word != "'s" {
			b.WriteByte(' ')
		}
		from := b.Len()
		b.WriteString(a.word)
		d.Tokens = append(d.Tokens, entente.Token{Span: entente.Span{Start: from, End: b.Len()}, Lemma: a.lemma, UPOS: a.upos, Deprel: a.rel, Head: int32(a.head) - 1}) //nolint:gosec // small
	}
	d.Text = b.String()
	d.Sentences = []entente.Sentence{{Span: entente.Span{Start: 0, End: len(d.Text)}, Last: len(d.Tokens), Parsed: true}}
	return d
}

func TestUse(t *testing.T) {
	t.Parallel()
	g := load(t)
	n, v, p, a, pn := entente.NOUN, entente.VERB, entente.PROPN, entente.ADP, entente.PUNCT
	for _, c := range []struct {
		arcs []arc
		want string // uses in the order of the text
	}{
		{[]arc{{"France", "France", p, entente.Nsubj, 2}, {"faces", "face", v, entente.DeprelRoot, 0}, {"pressure", "pressure", n, entente.Obj, 2}}, "metonymic"},
		{[]arc{{"France", "France", p, entente.NmodPoss, 3}, {"'s", "'s", entente.PART, entente.Case, 1}, {"army", "army", n, entente.Nsubj, 4}, {"left", "leave", v, entente.DeprelRoot, 0}, {"Goma", "Goma", p, entente.Obj, 4}}, "metonymic literal"},
		{[]arc{{"Envoys", "envoy", n, entente.Nsubj, 2}, {"flew", "fly", v, entente.DeprelRoot, 0}, {"to", "to", a, entente.Case, 4}, {"France", "France", p, entente.Obl, 2}}, "literal"},
		{[]arc{{"Ships", "ship", n, entente.Nsubj, 2}, {"sold", "sell", v, entente.DeprelRoot, 0}, {"grain", "grain", n, entente.Obj, 2}, {"to", "to", a, entente.Case, 5}, {"France", "France", p, entente.Obl, 2}}, "metonymic"},
		{[]arc{{"Putin", "Putin", p, entente.Nsubj, 4}, {"is", "be", entente.AUX, entente.Cop, 4}, {"in", "in", a, entente.Case, 4}, {"China", "China", p, entente.DeprelRoot, 0}}, "literal"},
		{[]arc{{"Shells", "shell", n, entente.Nsubj, 2}, {"hit", "hit", v, entente.DeprelRoot, 0}, {"Goma", "Goma", p, entente.Obj, 2}, {"and", "and", entente.CCONJ, entente.Cc, 5}, {"Kharkiv", "Kharkiv", p, entente.Conj, 3}}, "literal literal"},
		{[]arc{{"The", "the", entente.DET, entente.Det, 3}, {"Paris", "Paris", p, entente.Compound, 3}, {"accord", "accord", n, entente.Nsubj, 4}, {"holds", "hold", v, entente.DeprelRoot, 0}}, "modifier"},
		{[]arc{{"China", "China", p, entente.Compound, 2}, {"bishops", "bishop", n, entente.Nsubj, 3}, {"met", "meet", v, entente.DeprelRoot, 0}, {"in", "in", a, entente.Case, 6}, {"Goma", "Goma", p, entente.Compound, 6}, {"district", "district", n, entente.Obl, 3}}, "metonymic literal"},
		{[]arc{{"Sanctions", "sanction", n, entente.Nsubj, 4}, {"on", "on", a, entente.Case, 3}, {"Russia", "Russia", p, entente.Nmod, 1}, {"hurt", "hurt", v, entente.DeprelRoot, 0}}, "metonymic"},
		{[]arc{{"The", "the", entente.DET, entente.Det, 2}, {"invasion", "invasion", n, entente.Nsubj, 5}, {"of", "of", a, entente.Case, 4}, {"Ukraine", "Ukraine", p, entente.Nmod, 2}, {"began", "begin", v, entente.DeprelRoot, 0}}, "literal"},
		{[]arc{{"Talks", "talk", n, entente.Nsubj, 2}, {"began", "begin", v, entente.DeprelRoot, 0}, {"in", "in", a, entente.Case, 4}, {"Goma", "Goma", p, entente.Obl, 2}, {",", ",", pn, entente.Punct, 6}, {"Congo", "Congo", p, entente.Appos, 4}}, "literal literal"},
		{[]arc{{"Troops", "troop", n, entente.Nsubj, 2}, {"left", "leave", v, entente.DeprelRoot, 0}, {"the", "the", entente.DET, entente.Det, 4}, {"border", "border", n, entente.Obj, 2}, {"of", "of", a, entente.Case, 6}, {"Ukraine", "Ukraine", p, entente.Nmod, 4}}, "literal"},
		{[]arc{{"Fire", "fire", n, entente.Nsubj, 2}, {"hit", "hit", v, entente.DeprelRoot, 0}, {"a", "a", entente.DET, entente.Det, 5}, {"Goma", "Goma", p, entente.Compound, 5}, {"school", "school", n, entente.Obj, 2}}, "modifier"},
		{[]arc{{"Beijing", "Beijing", p, entente.DeprelRoot, 0}, {"(", "(", pn, entente.Punct, 3}, {"Wire", "Wire", p, entente.Appos, 1}, {")", ")", pn, entente.Punct, 3}}, "literal"},
	} {
		d := tree(c.arcs)
		g.NewWorker().Annotate(d)
		var got []string
		for _, p := range d.Places {
			got = append(got, p.Use.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: uses %q, want %q", d.Text, s, c.want)
		}
	}
}
