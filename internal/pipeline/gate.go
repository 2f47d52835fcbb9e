package pipeline

import (
	"context"
	"strings"
	"sync"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/gate"
	"github.com/entente-news/entente/nlp"
)

// drafts reads the sentences of briefs as reports are read. What the network
// does, it does for all of them at once; each is a document of its own for the
// rest, so that no name of one stands for a pronoun of another.
type drafts struct {
	language *nlp.Worker
	actors   func(*entente.Document)
	rest     *Reader // dates and places
	events   *Reader // for drafts that do not pass without
}

const draftLayers = entente.LayerText | entente.LayerTokens | entente.LayerTags | entente.LayerNames | entente.LayerActors | entente.LayerTrees

func (t *Tools) newDrafts() (*drafts, error) {
	stages := t.Stages(Plan{Want: entente.LayerEvents | entente.LayerDates | entente.LayerTrees | entente.LayerNames, AllTrees: true})
	rest := []Stage{readStage(draftLayers)}
	events := []Stage{readStage(draftLayers | entente.LayerDates | entente.LayerPlaces)}
	for _, s := range stages {
		switch {
		case s.Gives&draftLayers != 0:
		case s.Gives == entente.LayerEvents:
			events = append(events, s)
		default:
			rest = append(rest, s)
		}
	}
	first, err := New(1, rest...)
	if err != nil {
		return nil, err
	}
	then, err := New(1, events...)
	if err != nil {
		return nil, err
	}
	return &drafts{t.worker(false), t.Actors.NewWorker().Annotate, first.Reader(), then.Reader()}, nil
}

// readStage stands for layers that were read before.
func readStage(layers entente.Layer) Stage {
	return Stage{Name: "read", Gives: layers, New: func() Annotator {
		return AnnotatorFunc(func(context.Context, *entente.Document) error { return nil })
	}}
}

// between keeps the sentences of two drafts apart.
const between = "\n\n"

// read returns the drafts as documents with all layers but events.
func (r *drafts) read(ctx context.Context, list []brief.Draft) ([]*entente.Document, error) {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = list[i].Text
	}
	all := &entente.Document{ID: "drafts", Text: strings.Join(texts, between), Lang: Language}
	r.language.Tokenize(all)
	r.language.TagAndName(all)
	out := make([]*entente.Document, len(list))
	first := make([]int, len(list)) // sentence of each draft
	start := 0
	for i := range list {
		d := part(all, entente.Span{Start: start, End: start + len(texts[i])}, &first[i])
		if on := list[i].On; on.Known() {
			d.Published, d.DateOnly, d.DateBasis = on.Time(), true, entente.DateFlag
		}
		r.actors(d)
		out[i] = d
		start += len(texts[i]) + len(between)
	}
	r.language.Parse(all, nil)
	for i, d := range out {
		plant(d, all, first[i])
		d.Layers |= draftLayers
		if err := r.rest.Read(ctx, d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// part is a stretch of a document as a document of its own, without trees. first
// is set to its first sentence.
func part(all *entente.Document, span entente.Span, first *int) *entente.Document {
	move := func(s entente.Span) entente.Span {
		return entente.Span{Start: s.Start - span.Start, End: s.End - span.Start}
	}
	d := &entente.Document{ID: "draft", Text: all.Text[span.Start:span.End], Lang: Language}
	from := -1
	for i := range all.Sentences {
		s := all.Sentences[i]
		if !span.Contains(s.Span) {
			continue
		}
		if from < 0 {
			from, *first = s.First, i
		}
		for k := s.First; k < s.Last; k++ {
			tok := all.Tokens[k]
			tok.Span = move(tok.Span)
			d.Tokens = append(d.Tokens, tok)
		}
		s.Span, s.First, s.Last = move(s.Span), s.First-from, s.Last-from
		d.Sentences = append(d.Sentences, s)
	}
	for _, e := range all.Entities {
		if span.Contains(e.Span) {
			e.Span, e.First, e.Last = move(e.Span), e.First-from, e.Last-from
			d.Entities = append(d.Entities, e)
		}
	}
	return d
}

// plant gives a part the trees of the whole.
func plant(d, all *entente.Document, first int) {
	if len(d.Sentences) == 0 {
		return
	}
	from := all.Sentences[first].First
	for i := range d.Sentences {
		d.Sentences[i].Parsed = all.Sentences[first+i].Parsed
	}
	for k := range d.Tokens {
		t := &all.Tokens[from+k]
		d.Tokens[k].Deprel = t.Deprel
		if d.Tokens[k].Head = t.Head; t.Head >= 0 {
			d.Tokens[k].Head = t.Head - int32(from) //nolint:gosec // drafts are short
		}
	}
}

// Gate returns what holds the sentences of briefs to their sources: the drafts
// are read as reports are, and compared. It ends with ctx.
func (t *Tools) Gate(ctx context.Context) (brief.Check, error) {
	first, err := t.newDrafts()
	if err != nil {
		return nil, err
	}
	readers := sync.Pool{New: func() any {
		r, _ := t.newDrafts() // it went well before
		return r
	}}
	readers.Put(first)
	return func(list []brief.Draft) [][]string {
		r, _ := readers.Get().(*drafts) // nothing else is put there
		defer readers.Put(r)
		out := make([][]string, len(list))
		docs, err := r.read(ctx, list)
		for i := range list {
			if err != nil {
				out[i] = []string{err.Error()}
				continue
			}
			cited := make([]gate.Source, len(list[i].Sources))
			for k, s := range list[i].Sources {
				cited[k] = gate.Source{Doc: s.Doc, Sentence: s.Sentence}
			}
			out[i] = r.faults(ctx, docs[i], cited)
		}
		return out
	}, nil
}

// faults holds a draft to its sources. Events of the draft tell whom its pronouns
// mean and which word stands for a deed of the sources: they can only vouch for
// more, so that what passes without them is not coded.
func (r *drafts) faults(ctx context.Context, d *entente.Document, cited []gate.Source) []string {
	if len(gate.Check(d, cited)) == 0 {
		return nil
	}
	if err := r.events.Read(ctx, d); err != nil {
		return []string{err.Error()}
	}
	var out []string
	for _, f := range gate.Check(d, cited) {
		out = append(out, f.String())
	}
	return out
}
