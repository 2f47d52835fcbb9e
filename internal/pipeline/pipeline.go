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

// Together is an [Annotator] that reads several small documents faster at once
// than one after another. The result is the same.
type Together interface {
	Annotator
	AnnotateAll(ctx context.Context, docs []*entente.Document) error
}

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

// What may be in flight, for each worker: so many small documents, or an eighth
// as many larger ones.
const (
	roomFor    = 32
	largeTakes = 8
	smallBytes = 3 << 10
)

// A worker takes what waits, up to so many documents or so many bytes.
const (
	groupDocs  = 32
	groupBytes = 24 << 10
)

// size is what a document weighs before it is read.
func size(d *entente.Document) int { return len(d.Text) + len(d.HTML) }

// takes is how many of the places a document takes.
func takes(d *entente.Document) int {
	if d != nil && size(d) > smallBytes {
		return largeTakes
	}
	return 1
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

	jobs := make(chan job, roomFor*p.workers)
	order := make(chan waiting, roomFor*p.workers)
	taken := make(chan struct{}, roomFor*p.workers)
	for range p.workers {
		wg.Go(func() { p.work(ctx, jobs) })
	}
	wg.Go(func() {
		defer close(order)
		defer close(jobs)
		feed(ctx, docs, lines{jobs, order, taken})
	})
	for {
		next, ok, err := receive(ctx, order)
		if err != nil {
			return err
		}
		if !ok {
			return ctx.Err()
		}
		r, _, err := receive(ctx, next.slot)
		if err != nil {
			return err
		}
		if err := emit(r); err != nil {
			return err
		}
		for range next.takes {
			<-taken
		}
	}
}

// waiting is a result that is due, and the places that its document takes.
type waiting struct {
	slot  chan Result
	takes int
}

// lines are what documents wait in: for a worker, for their turn on the way
// out, and for a place.
type lines struct {
	jobs  chan<- job
	order chan<- waiting
	taken chan<- struct{}
}

// feed hands documents on as there are places for them, until ctx ends.
func feed(ctx context.Context, docs iter.Seq2[*entente.Document, error], to lines) {
	for d, err := range docs {
		w := waiting{make(chan Result, 1), takes(d)}
		for range w.takes {
			select {
			case to.taken <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
		select {
		case to.order <- w:
		case <-ctx.Done():
			return
		}
		if err != nil {
			w.slot <- Result{Doc: d, Err: err}
			continue
		}
		select {
		case to.jobs <- job{d, w.slot}:
		case <-ctx.Done():
			return
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

// work annotates documents until there are no more or ctx ends, small ones that
// wait together.
func (p *Pipeline) work(ctx context.Context, jobs <-chan job) {
	tools := p.tools()
	var group []job
	var docs []*entente.Document
	for next := (job{}); ; {
		if next.doc == nil {
			next = <-jobs
		}
		if next.doc == nil || ctx.Err() != nil { // closed, or nobody waits for what is left
			return
		}
		group, next = gather(jobs, append(group[:0], next))
		docs = docs[:0]
		for _, j := range group {
			docs = append(docs, j.doc)
		}
		for i, err := range p.annotate(ctx, tools, docs...) {
			group[i].slot <- Result{Doc: group[i].doc, Err: err}
		}
	}
}

// gather adds what waits to a group, as long as it is small. It waits for
// nothing, so that a stream is read as it comes. A large document is no part of
// a group, whose scratch memory would grow with it: it is returned as the next.
func gather(jobs <-chan job, group []job) (list []job, next job) {
	for bytes := size(group[0].doc); bytes < groupBytes && len(group) < groupDocs; {
		select {
		case j := <-jobs:
			if j.doc == nil || size(j.doc) > groupBytes {
				return group, j
			}
			group, bytes = append(group, j), bytes+size(j.doc)
		default:
			return group, job{}
		}
	}
	return group, job{}
}

func (p *Pipeline) tools() []Annotator {
	tools := make([]Annotator, len(p.stages))
	for i, s := range p.stages {
		tools[i] = s.New()
	}
	return tools
}

// annotate brings documents through the stages and returns what went wrong with
// each.
func (p *Pipeline) annotate(ctx context.Context, tools []Annotator, docs ...*entente.Document) []error {
	errs := make([]error, len(docs))
	for i, s := range p.stages {
		done := p.together(ctx, &tools[i], s, docs, errs)
		for k, d := range docs {
			if errs[k] != nil || s.Lang != "" && d.Lang != s.Lang {
				continue
			}
			if !done {
				whole, err := guard(s.Name, d.ID, func() error { return tools[i].Annotate(ctx, d) })
				if !whole {
					tools[i] = s.New() // what it kept from document to document may be half done
				}
				if err != nil {
					errs[k] = located(err, s.Name, d)
					continue
				}
			}
			d.Layers |= s.Gives
		}
	}
	return errs
}

// together lets a stage read all the documents that it reads at once, where it
// can and there are several, and reports whether it did. Where that goes wrong
// they are read one by one, so that only the one to blame fails.
func (p *Pipeline) together(ctx context.Context, tool *Annotator, s Stage, docs []*entente.Document, errs []error) bool {
	t, ok := (*tool).(Together)
	if !ok || len(docs) == 1 {
		return false
	}
	var some []*entente.Document
	for k, d := range docs {
		if errs[k] == nil && (s.Lang == "" || d.Lang == s.Lang) {
			some = append(some, d)
		}
	}
	if len(some) < 2 {
		return false
	}
	whole, err := guard(s.Name, "", func() error { return t.AnnotateAll(ctx, some) })
	if !whole {
		*tool = s.New()
	}
	return err == nil
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

// guard turns a panic of a stage into an error of the document that met it:
// news text is hostile, and a bug must not end a run of a million. whole is
// false after a panic.
func guard(stage, where string, f func() error) (whole bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			whole, err = false, &entente.Error{Code: entente.ErrInternal, Op: stage, Where: where, Err: fmt.Errorf("panic: %v", r)}
		}
	}()
	return true, f()
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
	return r.p.annotate(ctx, r.tools, d)[0]
}

// One annotates a single document in the calling goroutine.
func (p *Pipeline) One(ctx context.Context, d *entente.Document) error {
	return p.annotate(ctx, p.tools(), d)[0]
}
