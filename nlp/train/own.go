package train

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// Small returns settings with which a few sentences are learnt in a moment, for
// tests.
func Small() Settings {
	s := Default()
	s.SplitEpochs, s.TagEpochs, s.ParseEpochs, s.NameEpochs = 3, 4, 8, 4
	s.TagRuns, s.ParseRuns, s.NameRuns, s.Folds, s.Generated = 2, 2, 2, 2, 40
	return s
}

// Own returns a corpus of the given sentences and of names in our own frames
// alone.
func Own(trees []*conllu.Sentence) *Corpus {
	c := &Corpus{Trees: trees, Peoples: map[string]bool{}, Names: framed(1)}
	c.Texts = []Text{{
		Text:  "Kenya sent troops to Somalia. The United Nations thanked Kenya.",
		Names: []TextName{{0, 5, entente.LOC}, {21, 28, entente.LOC}, {30, 48, entente.ORG}, {57, 62, entente.LOC}},
	}}
	return c
}
