// Package pipeline runs documents through stages: several documents at a time,
// results in the order of the input, at most a stated number in flight.
//
// A stage is a pure function of a document and of tables that do not change, so
// the number of workers never changes a byte of the output. This package and
// the command are the only places where stages meet.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	entente "github.com/entente-news/entente"
)

// Annotator adds layers to one document. It may keep scratch memory: each
// worker has its own.
type Annotator interface {
	Annotate(ctx context.Context, d *entente.Document) error
}

// AnnotatorFunc is a function that is an [Annotator].
type AnnotatorFunc func(ctx context.Context, d *entente.Document) error

// Annotate calls f.
func (f AnnotatorFunc) Annotate(ctx context.Context, d *entente.Document) error { return f(ctx, d) }

// Stage is one step of the pipeline.
type Stage struct {
	Name  string
	Needs entente.Layer
	Gives entente.Layer
	// Lang is the only language that the stage reads, "" for any. Documents in
	// other languages pass it unchanged.
	Lang string
	New  func() Annotator // called once a worker
}

// ErrPlan is wrapped by the errors of [New]: a need that nobody meets, or a
// layer that two stages give.
var ErrPlan = errors.New("stages do not fit together")

// Pipeline is a checked list of stages. It may be used by one Run at a time or
// by many.
type Pipeline struct {
	stages  []Stage
	workers int
}

// New checks that the needs of each stage are given by those before it, and
// that no layer is given twice. workers is raised to 1.
func New(workers int, stages ...Stage) (*Pipeline, error) {
	var have entente.Layer
	for _, s := range stages {
		if missing := s.Needs &^ have; missing != 0 {
			return nil, fmt.Errorf("stage %s needs %s, which no earlier stage gives: %w", s.Name, missing, ErrPlan)
		}
		if twice := s.Gives & have; twice != 0 {
			return nil, fmt.Errorf("stage %s gives %s, which an earlier stage gives: %w", s.Name, twice, ErrPlan)
		}
		have |= s.Gives
	}
	return &Pipeline{stages: stages, workers: max(1, workers)}, nil
}

// Result is one document on its way out, or what went wrong with it. Doc is
// set with Err when the document was read but a stage failed.
type Result struct {
	Doc *entente.Document
	Err error
}

type job struct {
	doc  *entente.Document
	slot chan Result
}

// Run reads docs, annotates them and calls emit with each result, in input
// order, in the calling goroutine. A document that fails becomes a result with
// Err; Run goes on. It ends early only when ctx ends or emit returns an error,
// which it returns. No goroutine outlives it.
func (p *Pipeline) Run(ctx context.Context, docs iter.Seq2[*entente.Document, error], emit func(Result) error) error {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()

	jobs := make(chan job)
	order := make(chan chan Result, 4*p.workers-1)
	for range p.workers {
		wg.Go(func() { p.work(ctx, jobs) })
	}
	wg.Go(func() {
		defer close(order)
		defer close(jobs)
		for d, err := range docs {
			slot := make(chan Result, 1)
			select {
			case order <- slot:
			case <-ctx.Done():
				return
			}
			if err != nil {
				slot <- Result{Doc: d, Err: err}
				continue
			}
			select {
			case jobs <- job{d, slot}:
			case <-ctx.Done():
				return
			}
		}
	})
	for {
		slot, ok, err := receive(ctx, order)
		if err != nil {
			return err
		}
		if !ok {
			return ctx.Err()
		}
		r, _, err := receive(ctx, slot)
		if err != nil {
			return err
		}
		if err := emit(r); err != nil {
			return err
		}
	}
}

func receive[T any](ctx context.Context, c <-chan T) (T, bool, error) {
	select {
	case v, ok := <-c:
		return v, ok, nil
	case <-ctx.Done():
		var zero T
		return zero, false, fmt.Errorf("run the pipeline: %w", ctx.Err())
	}
}

// work annotates documents until there are no more.
func (p *Pipeline) work(ctx context.Context, jobs <-chan job) {
	tools := p.tools()
	for j := range jobs {
		err := p.annotate(ctx, tools, j.doc)
		j.slot <- Result{Doc: j.doc, Err: err}
	}
}

func (p *Pipeline) tools() []Annotator {
	tools := make([]Annotator, len(p.stages))
	for i, s := range p.stages {
		tools[i] = s.New()
	}
	return tools
}

func (p *Pipeline) annotate(ctx context.Context, tools []Annotator, d *entente.Document) error {
	for i, s := range p.stages {
		if s.Lang != "" && d.Lang != s.Lang {
			continue
		}
		whole, err := guard(ctx, s.Name, tools[i], d)
		if !whole {
			tools[i] = s.New() // what it kept from document to document may be half done
		}
		if err != nil {
			return located(err, s.Name, d)
		}
		d.Layers |= s.Gives
	}
	return nil
}

// located says where the document stands on which a stage gave err: its file
// and line or, when it came from none, its id.
func located(err error, stage string, d *entente.Document) error {
	where := d.ID
	switch o := d.Origin; {
	case o.Line > 0:
		where = fmt.Sprintf("%s:%d", o.File, o.Line)
	case o.File != "":
		where = o.File
	}
	var e *entente.Error
	if errors.As(err, &e) && e.Error() == err.Error() { // the stage has said what it was doing
		told := *e
		told.Where = where
		return &told
	}
	return &entente.Error{Code: entente.ErrorCode(err), Op: stage, Where: where, Err: err}
}

// guard turns a panic of a stage into an error of the one document that met
// it: news text is hostile, and a bug must not end a run of a million. whole is
// false after a panic.
func guard(ctx context.Context, stage string, a Annotator, d *entente.Document) (whole bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			whole, err = false, &entente.Error{Code: entente.ErrInternal, Op: stage, Where: d.ID, Err: fmt.Errorf("panic: %v", r)}
		}
	}()
	return true, a.Annotate(ctx, d)
}

// Reader annotates document after document in one goroutine, without making its
// stages anew.
type Reader struct {
	p     *Pipeline
	tools []Annotator
}

// Reader returns a reader of the pipeline's stages.
func (p *Pipeline) Reader() *Reader { return &Reader{p, p.tools()} }

// Read annotates a document.
func (r *Reader) Read(ctx context.Context, d *entente.Document) error {
	return r.p.annotate(ctx, r.tools, d)
}

// One annotates a single document in the calling goroutine.
func (p *Pipeline) One(ctx context.Context, d *entente.Document) error {
	return p.annotate(ctx, p.tools(), d)
}
