package pipeline

import (
	"context"
	"sync"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/brief"
	"github.com/entente-news/entente/internal/gate"
)

// Gate returns what holds the sentences of briefs to their sources: the draft
// is read as a report is, and compared. It ends with ctx.
func (t *Tools) Gate(ctx context.Context) (brief.Check, error) {
	p, err := New(1, t.Stages(Plan{Want: entente.LayerEvents | entente.LayerDates | entente.LayerTrees | entente.LayerNames, AllTrees: true})...)
	if err != nil {
		return nil, err
	}
	readers := sync.Pool{New: func() any { return p.Reader() }}
	return func(draft string, on entente.Day, sources []brief.Cited) []string {
		r, _ := readers.Get().(*Reader) // nothing else is put there
		defer readers.Put(r)
		d := &entente.Document{ID: "draft", Text: draft, Lang: Language}
		if on.Known() {
			d.Published, d.DateOnly, d.DateBasis = on.Time(), true, entente.DateFlag
		}
		if err := r.Read(ctx, d); err != nil {
			return []string{err.Error()}
		}
		cited := make([]gate.Source, len(sources))
		for i, s := range sources {
			cited[i] = gate.Source{Doc: s.Doc, Sentence: s.Sentence}
		}
		var out []string
		for _, f := range gate.Check(d, cited) {
			out = append(out, f.String())
		}
		return out
	}, nil
}
