package train

import (
	"strings"

	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/segment"
)

// paragraphs puts the text of the sentences together again, a paragraph at a
// time, with the places at which sentences end.
func paragraphs(trees []*conllu.Sentence) []segment.Example {
	var out []segment.Example
	var b strings.Builder
	ends := map[int]bool{}
	var words []segment.Word
	flush := func() {
		if b.Len() > 0 {
			out = append(out, segment.Example{Text: strings.TrimSpace(b.String()), Ends: ends, Words: words})
		}
		b.Reset()
		ends = map[int]bool{}
		words = nil
	}
	for _, s := range trees {
		if startsParagraph(s) {
			flush()
		}
		for i := range s.Words {
			words = append(words, segment.Word{Form: s.Words[i].Form, UPOS: s.Words[i].UPOS, First: i == 0})
		}
		text, space := surface(s)
		b.WriteString(text)
		ends[b.Len()] = true
		if space {
			b.WriteByte(' ')
		}
	}
	flush()
	return out
}

func startsParagraph(s *conllu.Sentence) bool {
	for _, c := range s.Comments {
		c = strings.TrimSpace(strings.TrimPrefix(c, "#"))
		if strings.HasPrefix(c, "newpar") || strings.HasPrefix(c, "newdoc") {
			return true
		}
	}
	return false
}

// surface returns the text of a sentence and whether white space follows it.
func surface(s *conllu.Sentence) (text string, space bool) {
	var b strings.Builder
	next := 0
	for i := 0; i < len(s.Words); i++ {
		form := s.Words[i].Form
		if next < len(s.Multis) && s.Multis[next].First == i+1 {
			form = s.Multis[next].Form
			i = s.Multis[next].Last - 1
			next++
		}
		b.WriteString(form)
		space = s.SpaceAfter(i)
		if space && i+1 < len(s.Words) {
			b.WriteByte(' ')
		}
	}
	return b.String(), space
}
