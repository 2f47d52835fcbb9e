package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/corpus"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/pipeline"
)

// annotated is a record of the corpus with its layers below events.
type annotated struct {
	rec   *corpus.Record
	doc   *entente.Document
	whole *entente.Document // the article that a drawn sentence stands in, with trees where it has events; nil for none
	gold  []coder.GoldEvent
	there []coder.GoldEvent // gold, where it stands in whole
	use   use
}

// use is what a record is for.
type use uint8

const (
	toLearn   use = iota
	toWeigh       // confidence is fitted to it, and nothing else
	toMeasure     // figures alone
)

// fold tells in which of n folds a record is.
func fold(id string, n int) int { return int(model.HashString(id) % uint64(n)) } //nolint:gosec // n is small and positive

// read reads what the decision is learnt from: the written part, and, where gold
// data is given, the drawn part with its texts. With it come the sentences of mixed
// news that confidence is fitted to, and the natural part for its figures, and the
// articles that all these stand in.
func (r *coderRun) read() ([]annotated, error) {
	records, err := learntFrom(r.data, r.gold)
	if err != nil {
		return nil, err
	}
	out, err := annotatedOf(records, toLearn)
	if err != nil || r.gold == "" {
		return out, errors.Join(err, r.annotate(docsOf(out), true))
	}
	articles, err := readNews(r.gold)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		name string
		of   use
	}{{"natural2.jsonl", toWeigh}, {"natural.jsonl", toMeasure}} {
		if records, err = readRecords(filepath.Join(r.data, "corpus", "events", part.name)); err != nil {
			return nil, err
		}
		if records, err = corpus.Rebuild(records, articles); err != nil {
			return nil, err
		}
		more, err := annotatedOf(records, part.of)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	if err := r.annotate(docsOf(out), true); err != nil {
		return nil, err
	}
	return out, r.placeIn(out, articles)
}

// annotatedOf makes documents of records.
func annotatedOf(records []corpus.Record, of use) (out []annotated, err error) {
	for i := range records {
		a := annotated{rec: &records[i], use: of}
		if a.doc, err = documentOf(a.rec); err != nil {
			return nil, err
		}
		if a.gold, err = goldOf(a.rec); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func docsOf(list []annotated) []*entente.Document {
	out := make([]*entente.Document, len(list))
	for i := range list {
		out[i] = list[i].doc
	}
	return out
}

// placeIn gives drawn sentences the articles that they stand in, with their mentions.
func (r *coderRun) placeIn(list []annotated, articles []corpus.Article) error {
	of, tells := map[string]*entente.Document{}, map[string]bool{}
	for i := range list {
		if d := list[i].rec.Drawn; d != nil {
			of[d.Doc] = nil
			tells[d.Doc] = tells[d.Doc] || list[i].use == toLearn && len(list[i].gold) > 0
		}
	}
	var docs, parsed []*entente.Document
	for i := range articles {
		a := &articles[i]
		if d, ok := of[a.ID]; ok && d == nil {
			of[a.ID] = &entente.Document{ID: a.ID, Title: a.Title, Text: a.Text, Lang: pipeline.Language, Layers: entente.LayerText}
			if tells[a.ID] {
				parsed = append(parsed, of[a.ID])
			} else {
				docs = append(docs, of[a.ID])
			}
		}
	}
	for i := range list {
		a := &list[i]
		if d := a.rec.Drawn; d != nil && of[d.Doc] != nil {
			a.whole = of[d.Doc]
			a.there = moved(a.gold, *a.rec.Text, a.whole.Text, d.Start)
		}
	}
	return errors.Join(r.annotate(docs, false), r.annotate(parsed, true))
}

// moved returns events of text, which begins at that code point of whole, as events
// of whole.
func moved(gold []coder.GoldEvent, text, whole string, start int) []coder.GoldEvent {
	runes := []rune(whole)
	at := func(i int) int { return len(string(runes[:min(len(runes), start+utf8.RuneCountInString(text[:i]))])) }
	span := func(s entente.Span) entente.Span {
		if s.IsEmpty() {
			return s
		}
		return entente.Span{Start: at(s.Start), End: at(s.End)}
	}
	side := func(in []coder.GoldParty) []coder.GoldParty {
		out := slices.Clone(in)
		for i := range out {
			out[i].Span = span(out[i].Span)
		}
		return out
	}
	out := make([]coder.GoldEvent, len(gold))
	for i := range gold {
		g := &gold[i]
		out[i] = coder.GoldEvent{Trigger: span(g.Trigger), Root: g.Root, Actors: side(g.Actors), Recipients: side(g.Recipients)}
	}
	return out
}

// learnt returns those of list that the decision is learnt from.
func learnt(list []annotated) []annotated {
	return some(list, func(a *annotated) bool { return a.use == toLearn })
}

// learntFrom returns the records of the written part and, where gold data is
// given, behind them those of the drawn part with their texts.
func learntFrom(data, gold string) ([]corpus.Record, error) {
	folder := filepath.Join(data, "corpus", "events")
	written, err := readRecords(filepath.Join(folder, "written.jsonl.gz"))
	if err != nil || gold == "" {
		return written, err
	}
	drawn, err := drawnPart(folder, gold)
	return slices.Concat(written, drawn), err
}

// drawnPart returns the drawn part of the corpus in folder with its texts.
func drawnPart(folder, gold string) ([]corpus.Record, error) {
	drawn, err := readRecords(filepath.Join(folder, "drawn.jsonl"))
	if err != nil {
		return nil, err
	}
	articles, err := readNews(gold)
	if err != nil {
		return nil, err
	}
	return corpus.Rebuild(drawn, articles)
}

// readRecords reads the records of a file.
func readRecords(name string) ([]corpus.Record, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open the corpus: %w", err)
	}
	records, err := corpus.ReadJSON(name, f)
	return records, errors.Join(err, f.Close())
}

// annotate gives documents the layers up to mentions, or all below events, every
// sentence parsed.
func (r *coderRun) annotate(docs []*entente.Document, trees bool) error {
	want := entente.LayerActors
	if trees {
		want |= entente.LayerTrees | entente.LayerPlaces | entente.LayerDates
	}
	return r.annotateFor(pipeline.Plan{Want: want, AllTrees: trees}, docs)
}

// annotateFor gives documents the layers of a plan.
func (r *coderRun) annotateFor(plan pipeline.Plan, docs []*entente.Document) error {
	return through(docs, r.tools.TextStages(plan), func(*entente.Document) error { return nil })
}

// through sends documents through stages, and gives them to done in their order.
func through(docs []*entente.Document, stages []pipeline.Stage, done func(*entente.Document) error) error {
	p, err := pipeline.New(runtime.GOMAXPROCS(0), stages...)
	if err != nil {
		return err
	}
	return p.Run(context.Background(), func(yield func(*entente.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}, func(r pipeline.Result) error {
		if r.Err != nil {
			return r.Err
		}
		return done(r.Doc)
	})
}

func documentOf(rec *corpus.Record) (*entente.Document, error) {
	if rec.Text == nil {
		return nil, fmt.Errorf("record %s has no text", rec.ID)
	}
	d := &entente.Document{ID: rec.ID, Text: *rec.Text, Lang: pipeline.Language, Layers: entente.LayerText}
	if rec.Title != nil {
		d.Title = *rec.Title
	}
	if rec.Date != nil {
		day, err := entente.ParseDay(*rec.Date)
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", rec.ID, err)
		}
		d.Published, d.DateOnly, d.DateBasis = day.Time(), true, entente.DateMetadata
	}
	return d, nil
}

// goldOf are the events of a record with spans in bytes.
func goldOf(rec *corpus.Record) ([]coder.GoldEvent, error) {
	runes := []rune(*rec.Text)
	span := func(t corpus.Text) entente.Span {
		return entente.Span{Start: len(string(runes[:t.Start])), End: len(string(runes[:t.End]))}
	}
	side := func(ms []corpus.Member) ([]coder.GoldParty, error) {
		var out []coder.GoldParty
		for i := range ms {
			s := ""
			if ms[i].Sector != nil {
				s = *ms[i].Sector
			}
			sector, err := entente.ParseSector(s)
			if err != nil {
				return nil, fmt.Errorf("record %s: %w", rec.ID, err)
			}
			if ms[i].End > ms[i].Start || ms[i].Country != nil {
				out = append(out, coder.GoldParty{Span: span(ms[i].Text), Sector: sector, Country: codeOr(ms[i].Country), Group: ms[i].Group != nil})
			}
		}
		return out, nil
	}
	var out []coder.GoldEvent
	for i := range rec.Events {
		e := &rec.Events[i]
		root, err := entente.ParseRoot(e.Event)
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", rec.ID, err)
		}
		g := coder.GoldEvent{Trigger: span(e.Trigger), Root: root}
		if g.Actors, err = side(e.Actor); err != nil {
			return nil, err
		}
		if g.Recipients, err = side(e.Recipient); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// codeOr is the string that p points to, "" for none.
func codeOr(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// each calls f for the numbers below n from as many goroutines as there are
// processors.
func each(n int, f func(i int)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for k := range workers {
		wg.Go(func() {
			for i := k; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// some returns those of list that in wants.
func some(list []annotated, in func(a *annotated) bool) []annotated {
	return slices.DeleteFunc(slices.Clone(list), func(a annotated) bool { return !in(&a) })
}
