package train

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/conllu"
)

// Own returns a corpus of the given sentences and of a few names of our own.
func Own(trees []*conllu.Sentence) *Corpus {
	c := &Corpus{Trees: trees, Peoples: map[string]bool{}, Raw: []string{"Chad thanked Kenya. The president of Chad met Kenyan troops."}}
	c.Texts = []Text{{
		Text:  "Kenya sent troops to Somalia. The United Nations thanked Kenya.",
		Names: []TextName{{0, 5, entente.LOC}, {21, 28, entente.LOC}, {30, 48, entente.ORG}, {57, 62, entente.LOC}},
	}}
	return c
}
