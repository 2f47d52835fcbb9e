package coder

import (
	"slices"
	"testing"

	"github.com/entente-news/entente"
)

// leaf is a token of a made tree.
type leaf struct {
	form, lemma, tag string
	pos              entente.UPOS
	head             int32
	rel              entente.Deprel
	country          string
}

// treeOf returns the tree of a sentence, with mentions where a country is given.
func treeOf(t *testing.T, words []leaf) *tree {
	t.Helper()
	c := tiny(t)
	d := &entente.Document{}
	for i, r := range words {
		at := len(d.Text)
		d.Text += r.form + " "
		span := entente.Span{Start: at, End: at + len(r.form)}
		d.Tokens = append(d.Tokens, entente.Token{Span: span, Lemma: r.lemma, UPOS: r.pos, XPOS: r.tag, Head: r.head, Deprel: r.rel})
		if r.country != "" {
			d.Mentions = append(d.Mentions, entente.Mention{Actor: entente.Actor{Span: span, Country: r.country}, First: i, Last: i + 1, Head: i})
		}
	}
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: len(d.Text)}, Last: len(words), Parsed: true}}
	x := &tree{}
	x.load(d, c.t)
	return x
}

// TestOneAct keeps one of two words that tell one act.
func TestOneAct(t *testing.T) {
	t.Parallel()
	verb := func(lemma string) []leaf {
		return []leaf{{"Chad", "Chad", "NNP", entente.PROPN, 1, entente.Nsubj, "TCD"}, {lemma, lemma, "VBD", entente.VERB, -1, entente.DeprelRoot, ""}}
	}
	noun := func(w []leaf, form string, rel entente.Deprel, prep string) []leaf {
		if prep == "" {
			return append(w, leaf{form, form, "NN", entente.NOUN, 1, rel, ""})
		}
		return append(w, leaf{prep, prep, "IN", entente.ADP, 3, entente.Case, ""}, leaf{form, form, "NN", entente.NOUN, 1, rel, ""})
	}
	chad, mali := []party{{actor: entente.Actor{Country: "TCD"}}}, []party{{actor: entente.Actor{Country: "MLI"}, token: 9}}
	type told struct {
		root    entente.Root
		trigger int
		actors  []party
		p       float64
	}
	for name, r := range map[string]struct {
		words []leaf
		kind  triggerKind
		told  [2]told
		want  []int
	}{
		"a light verb and its noun": {noun(verb("lodge"), "complaint", entente.Obj, ""), triggerNoun,
			[2]told{{entente.RootAccuse, 1, chad, 0.9}, {entente.RootAccuse, 2, chad, 0.8}}, []int{2}},
		"a light verb of another root": {noun(verb("give"), "undertaking", entente.Obj, ""), triggerNoun,
			[2]told{{entente.RootConcede, 1, chad, 0.9}, {entente.RootAgree, 2, chad, 0.8}}, []int{2}},
		"a verb that decides the root": {noun(verb("reject"), "request", entente.Obj, ""), triggerNoun,
			[2]told{{entente.RootReject, 1, chad, 0.9}, {entente.RootRequest, 2, chad, 0.8}}, []int{1, 2}},
		"the act of another party": {noun(verb("lodge"), "complaint", entente.Obj, ""), triggerNoun,
			[2]told{{entente.RootAccuse, 1, chad, 0.9}, {entente.RootAccuse, 2, mali, 0.8}}, []int{1, 2}},
		"a noun that may be none": {noun(verb("lodge"), "complaint", entente.Obj, ""), triggerNoun,
			[2]told{{entente.RootAccuse, 1, chad, 0.9}, {entente.RootAccuse, 2, chad, 0.3}}, []int{1, 2}},
		"entered talks": {noun(verb("enter"), "talks", entente.Obl, "into"), triggerNoun,
			[2]told{{entente.RootConsult, 1, chad, 0.9}, {entente.RootConsult, 3, chad, 0.8}}, []int{3}},
		"arrived for talks": {noun(verb("arrive"), "talks", entente.Obl, "for"), triggerNoun,
			[2]told{{entente.RootConsult, 1, chad, 0.9}, {entente.RootConsult, 3, chad, 0.8}}, []int{1, 3}},
		"denied shelling": {append(verb("deny"), leaf{"shelling", "shell", "VBG", entente.VERB, 1, entente.Xcomp, ""}), triggerVerb,
			[2]told{{entente.RootReject, 1, chad, 0.9}, {entente.RootAssault, 2, chad, 0.9}}, []int{1}},
		"accused of shelling": {append(verb("accuse"), leaf{"shelling", "shell", "VBG", entente.VERB, 1, entente.Xcomp, ""}), triggerVerb,
			[2]told{{entente.RootAccuse, 1, chad, 0.9}, {entente.RootAssault, 2, chad, 0.9}}, []int{1, 2}},
	} {
		w := &work{x: *treeOf(t, r.words), at: map[int]*match{}}
		for i, e := range r.told {
			kind := triggerVerb
			if i == 1 {
				kind = r.kind
			}
			m := &match{trigger: e.trigger, root: e.root, actors: e.actors, p: &pattern{kind: kind}, opinion: &verdict{}}
			m.opinion.p[e.root] = e.p
			w.tell(m)
		}
		w.oneAct()
		var got []int
		for _, m := range w.matches {
			got = append(got, m.trigger)
		}
		if !slices.Equal(got, r.want) {
			t.Errorf("%s: events at %v, want %v", name, got, r.want)
		}
		// What gave way speaks on for the noun, if it told the same.
		want := len(r.want) == 1 && r.want[0] != 1 && r.told[0].root == r.told[1].root
		if last := w.matches[len(w.matches)-1]; last.vouched != want {
			t.Errorf("%s: vouched %v, want %v", name, last.vouched, want)
		}
	}
}

// TestSpeakersPronoun reads the subject of what somebody says as the speaker.
func TestSpeakersPronoun(t *testing.T) {
	t.Parallel()
	said := func(cue, pronoun, tag string) []leaf {
		return []leaf{{"Chad", "Chad", tag, entente.PROPN, 1, entente.Nsubj, "TCD"}, {cue, cue, "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
			{pronoun, pronoun, "PRP", entente.PRON, 3, entente.Nsubj, ""}, {"left", "leave", "VBD", entente.VERB, 1, entente.Ccomp, ""}}
	}
	for name, r := range map[string]struct {
		words []leaf
		want  int
	}{
		"a state said it left":   {said("say", "it", "NNP"), 0},
		"a state said they left": {said("say", "they", "NNP"), -1},
		"several said they left": {said("say", "they", "NNPS"), 0},
		"a state said he left":   {said("say", "he", "NNP"), -1},
		"a state saw it left":    {said("see", "it", "NNP"), -1},
	} {
		if got := treeOf(t, r.words).speakerOf(2); got != r.want {
			t.Errorf("%s: token %d, want %d", name, got, r.want)
		}
	}
}

// TestEarlier carries a party of the sentence before over as recipient, where the
// sentence has none of its own.
func TestEarlier(t *testing.T) {
	t.Parallel()
	d := &entente.Document{}
	scene(d) // names Chad and Mali
	first := d.Sentences[0]
	scene2 := []leaf{{"Niger", "Niger", "NNP", entente.PROPN, 6, entente.Nsubj, "NER"}, {"protested", "protest", "VBD", entente.VERB, -1, entente.DeprelRoot, ""}}
	for i, r := range scene2 {
		span := entente.Span{Start: len(d.Text), End: len(d.Text) + len(r.form)}
		d.Text += r.form + " "
		d.Tokens = append(d.Tokens, entente.Token{Span: span, Lemma: r.lemma, UPOS: r.pos, XPOS: r.tag, Head: r.head, Deprel: r.rel})
		if r.country != "" {
			d.Mentions = append(d.Mentions, entente.Mention{Actor: entente.Actor{Span: span, Country: r.country}, First: first.Last + i, Last: first.Last + i + 1, Head: first.Last + i})
		}
	}
	d.Sentences = append(d.Sentences, entente.Sentence{Span: entente.Span{Start: first.Span.End, End: len(d.Text)}, First: first.Last, Last: len(d.Tokens), Parsed: true})
	c := comparing(t, rowsOf(map[uint32]int32{keyOf("etop", "first", "1", "REQUEST"): 3, keyOf("e"): 1}), nil)
	c.Code(d)
	if len(d.Events) != 2 {
		t.Fatalf("%d events, want 2", len(d.Events))
	}
	e := d.Events[1]
	if got := codesOf(e.Recipients); !slices.Equal(got, []string{"TCD"}) || !e.Recipients[0].Inferred || e.Recipients[0].Span != d.Tokens[0].Span {
		t.Errorf("recipients %+v, want Chad of the sentence before", e.Recipients)
	}
	if len(d.Events[0].Recipients) != 0 {
		t.Errorf("the first sentence has recipients %+v", d.Events[0].Recipients)
	}
}

// TestAccording finds who stands after "according to" wherever the tree hung it.
func TestAccording(t *testing.T) {
	t.Parallel()
	words := func(mark string) []leaf {
		return []leaf{{"Rebels", "rebel", "NNS", entente.NOUN, 1, entente.Nsubj, ""}, {"attacked", "attack", "VBD", entente.VERB, -1, entente.DeprelRoot, ""},
			{mark, mark, ",", entente.PUNCT, 1, entente.Punct, ""}, {"according", "accord", "VBG", entente.VERB, 5, entente.Dep, ""}, {"to", "to", "IN", entente.ADP, 3, entente.Case, ""},
			{"police", "police", "NN", entente.NOUN, 6, entente.Compound, ""}, {"officers", "officer", "NNS", entente.NOUN, 1, entente.Dep, ""}}
	}
	behind := func(mark string) []leaf {
		return []leaf{{"According", "accord", "VBG", entente.VERB, 2, entente.Dep, ""}, {"to", "to", "IN", entente.ADP, 0, entente.Case, ""}, {"police", "police", "NN", entente.NOUN, 5, entente.Dep, ""},
			{mark, mark, ",", entente.PUNCT, 5, entente.Punct, ""}, {"rebels", "rebel", "NNS", entente.NOUN, 5, entente.Nsubj, ""}, {"attacked", "attack", "VBD", entente.VERB, -1, entente.DeprelRoot, ""}}
	}
	for name, r := range map[string]struct {
		words      []leaf
		at, source int
	}{
		"behind the trigger":               {words(","), 1, 6},
		"behind it, parted by a semicolon": {words(";"), 1, -1},
		"before the trigger":               {behind(","), 5, 2},
		"before it, parted by a semicolon": {behind(";"), 5, -1},
	} {
		f := fact{cue: -1, speaker: -1}
		treeOf(t, r.words).according(&f, r.at)
		if f.speaker != r.source || f.cue != r.source || (len(f.notes) > 0) != (r.source >= 0) {
			t.Errorf("%s: speaker %d, cue %d, notes %q, want token %d", name, f.speaker, f.cue, f.notes, r.source)
		}
	}
}
