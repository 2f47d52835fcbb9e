package nlp

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/name"
	"github.com/entente-news/entente/nlp/internal/parse"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/tag"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Worker annotates documents with the scratch memory of one goroutine. What it
// writes depends on the document and the model alone, never on the documents
// before.
type Worker struct {
	model    *Model
	cache    *word.Cache
	splitter *segment.Splitter
	tagger   *tag.Tagger
	parser   *parse.Parser
	namer    *name.Finder
	words    []*word.Info
	classes  []uint8
	input    []parse.Token
	spans    []name.Span
}

// NewWorker returns a worker of m for one goroutine.
func (m *Model) NewWorker() *Worker {
	cache := word.NewCache()
	return &Worker{
		model: m, cache: cache,
		splitter: segment.NewSplitter(m.segment, cache),
		tagger:   tag.NewTagger(m.tag),
		parser:   parse.NewParser(m.parse),
		namer:    name.NewFinder(m.name),
	}
}

// Annotate fills every layer that this package gives: tokens, tags, names and
// the trees of all sentences.
func (w *Worker) Annotate(d *entente.Document) {
	w.Tokenize(d)
	w.Tag(d)
	w.Names(d)
	for i := range d.Sentences {
		w.Parse(d, i)
	}
	d.Layers |= entente.LayerTrees
}

// Tokenize sets the sentences and tokens of d from its text, and drops what was
// there. The tokens cover everything but white space, once and in order.
func (w *Worker) Tokenize(d *entente.Document) {
	tokens, ends := w.splitter.Split(d.Text)
	d.Tokens = resize(d.Tokens, len(tokens))
	for i, t := range tokens {
		d.Tokens[i] = entente.Token{Span: entente.Span{Start: t.Start, End: t.End}, Head: -1}
	}
	d.Sentences = resize(d.Sentences, len(ends))
	first := 0
	for i, end := range ends {
		d.Sentences[i] = entente.Sentence{Span: entente.Span{Start: tokens[first].Start, End: tokens[end-1].End}, First: first, Last: end}
		first = end
	}
	d.Layers |= entente.LayerTokens
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// sentence sets w.words to the forms of a sentence and makes room for its tags.
func (w *Worker) sentence(d *entente.Document, s *entente.Sentence) {
	w.words = w.words[:0]
	for i := s.First; i < s.Last; i++ {
		w.words = append(w.words, w.cache.Get(d.Tokens[i].Span.In(d.Text)))
	}
	w.classes = resize(w.classes, len(w.words))
}

// Tag sets part of speech, Penn tag and lemma of every token. It needs the
// tokens.
func (w *Worker) Tag(d *entente.Document) {
	for k := range d.Sentences {
		s := &d.Sentences[k]
		w.sentence(d, s)
		w.tagger.Tag(w.words, w.classes)
		for i, c := range w.classes {
			t := &d.Tokens[s.First+i]
			t.UPOS, t.XPOS = w.model.tag.UPOS(c), w.model.tag.XPOS(c)
			t.Lemma, _ = w.model.lemma.Lemma(w.words[i], c)
		}
	}
	d.Layers |= entente.LayerTags
}

// Parse sets head and relation of the tokens of one sentence, given by its
// index in d.Sentences, and marks it parsed. It needs the tags.
func (w *Worker) Parse(d *entente.Document, sentence int) {
	s := &d.Sentences[sentence]
	w.sentence(d, s)
	w.input = w.input[:0]
	for i, word := range w.words {
		t := &d.Tokens[s.First+i]
		class := w.model.tag.Class(t.UPOS, t.XPOS)
		w.input = append(w.input, parse.MakeToken(word, model.HashString(t.Lemma), class, t.UPOS))
	}
	heads, labels := w.parser.Parse(w.input)
	for i, h := range heads {
		t := &d.Tokens[s.First+i]
		if h < 0 {
			t.Head, t.Deprel = -1, entente.DeprelRoot
			continue
		}
		t.Head, t.Deprel = h+int32(s.First), w.model.deprels[labels[i]] //nolint:gosec // indices of tokens fit
	}
	s.Parsed = true
}

// Names sets the names of d. It needs the tags.
func (w *Worker) Names(d *entente.Document) {
	d.Entities = d.Entities[:0]
	for k := range d.Sentences {
		s := &d.Sentences[k]
		w.sentence(d, s)
		for i := range w.classes {
			t := &d.Tokens[s.First+i]
			w.classes[i] = w.model.tag.Class(t.UPOS, t.XPOS)
		}
		w.spans = w.namer.Find(w.words, w.classes, w.spans[:0])
		for _, n := range w.spans {
			first, last := s.First+n.First, s.First+n.Last
			d.Entities = append(d.Entities, entente.Entity{
				Span: entente.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End},
				Type: n.Type, First: first, Last: last,
			})
		}
	}
	d.Layers |= entente.LayerNames
}
