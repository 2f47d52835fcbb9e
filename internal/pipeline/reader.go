package pipeline

import (
	"context"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp"
)

// reader is the stage of language, actors and trees.
type reader struct {
	w      *nlp.Worker
	find   func(*entente.Document) // mentions, and which sentences are quiet
	choose func(d *entente.Document, sentence int) bool
	sheet  sheet
}

// Annotate reads one document.
func (r *reader) Annotate(_ context.Context, d *entente.Document) error {
	r.w.Tokenize(d)
	r.w.TagAndName(d)
	r.find(d)
	r.w.Parse(d, func(i int) bool { return r.choose(d, i) })
	return nil
}

// AnnotateAll reads several: the network is given the sentences of all of them
// at once, since a batch of one sentence takes nearly twice the time a word.
func (r *reader) AnnotateAll(_ context.Context, docs []*entente.Document) error {
	for _, d := range docs {
		r.w.Tokenize(d)
	}
	s := &r.sheet
	s.lay(docs)
	r.w.TagAndName(&s.all)
	s.takeTags(docs)
	s.takeNames(docs)
	for _, d := range docs {
		r.find(d)
	}
	r.w.Parse(&s.all, func(i int) bool {
		of := s.owners[i]
		return r.choose(docs[of], i-s.places[of].sentence)
	})
	s.takeTags(docs)
	for _, d := range docs {
		d.Layers |= entente.LayerTags | entente.LayerNames | entente.LayerTrees
	}
	return nil
}

// sheet lays documents out one behind the other.
type sheet struct {
	all    entente.Document
	text   []byte
	owners []int // the document of each sentence
	places []startsAt
}

// startsAt is where a document begins: its first byte, token and sentence.
type startsAt struct{ text, token, sentence int }

// lay takes the texts, tokens and sentences of docs.
func (s *sheet) lay(docs []*entente.Document) {
	s.text, s.owners, s.places = s.text[:0], s.owners[:0], s.places[:0]
	s.all.Tokens, s.all.Sentences = s.all.Tokens[:0], s.all.Sentences[:0]
	for n, d := range docs {
		at := startsAt{len(s.text), len(s.all.Tokens), len(s.all.Sentences)}
		s.places = append(s.places, at)
		s.text = append(append(s.text, d.Text...), '\n')
		for _, t := range d.Tokens {
			t.Span = shifted(t.Span, at.text)
			s.all.Tokens = append(s.all.Tokens, t)
		}
		for _, x := range d.Sentences {
			x.Span, x.First, x.Last = shifted(x.Span, at.text), x.First+at.token, x.Last+at.token
			s.all.Sentences = append(s.all.Sentences, x)
			s.owners = append(s.owners, n)
		}
	}
	s.all.Text = string(s.text)
}

// takeTags gives what is known of the tokens and sentences back to docs.
func (s *sheet) takeTags(docs []*entente.Document) {
	for n, d := range docs {
		at := s.places[n]
		for i := range d.Tokens {
			span := d.Tokens[i].Span
			d.Tokens[i] = s.all.Tokens[at.token+i]
			d.Tokens[i].Span = span
			if d.Tokens[i].Head >= 0 {
				d.Tokens[i].Head -= int32(at.token) //nolint:gosec // a token of the same sentence
			}
		}
		for i := range d.Sentences {
			d.Sentences[i].Parsed = s.all.Sentences[at.sentence+i].Parsed
		}
	}
}

// takeNames gives docs their names.
func (s *sheet) takeNames(docs []*entente.Document) {
	next := 0
	for n, d := range docs {
		at := s.places[n]
		d.Entities = d.Entities[:0]
		for ; next < len(s.all.Entities) && s.all.Entities[next].First < at.token+len(d.Tokens); next++ {
			e := s.all.Entities[next]
			e.Span, e.First, e.Last = shifted(e.Span, -at.text), e.First-at.token, e.Last-at.token
			d.Entities = append(d.Entities, e)
		}
	}
}

func shifted(s entente.Span, by int) entente.Span {
	return entente.Span{Start: s.Start + by, End: s.End + by}
}
