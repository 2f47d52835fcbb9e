package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
)

func numbered(n int) iter.Seq2[*entente.Document, error] {
	return func(yield func(*entente.Document, error) bool) {
		for i := range n {
			if i%7 == 3 {
				if !yield(nil, fmt.Errorf("line %d is bad", i)) {
					return
				}
				continue
			}
			if !yield(&entente.Document{ID: strconv.Itoa(i), Lang: []string{"en", "de"}[i%2]}, nil) {
				return
			}
		}
	}
}

func stage(name string, needs, gives entente.Layer, f func(*entente.Document) error) pipeline.Stage {
	return pipeline.Stage{Name: name, Needs: needs, Gives: gives, New: func() pipeline.Annotator {
		return pipeline.AnnotatorFunc(func(_ context.Context, d *entente.Document) error { return f(d) })
	}}
}

func TestPlan(t *testing.T) {
	t.Parallel()
	nop := func(*entente.Document) error { return nil }
	text := stage("text", 0, entente.LayerText, nop)
	tok := stage("tok", entente.LayerText, entente.LayerTokens, nop)
	tests := []struct {
		name   string
		stages []pipeline.Stage
		want   string // part of the error, "" for none
	}{
		{"in order", []pipeline.Stage{text, tok}, ""},
		{"unmet need", []pipeline.Stage{tok, text}, "stage tok needs text"},
		{"given twice", []pipeline.Stage{text, text}, "stage text gives text"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := pipeline.New(1, tc.stages...)
			if tc.want == "" {
				if err != nil {
					t.Fatalf("New: %v", err)
				}
				return
			}
			if !errors.Is(err, pipeline.ErrPlan) || !strings.Contains(err.Error(), tc.want) {
				t.Fatalf("New: %v, want an error with %q", err, tc.want)
			}
		})
	}
}

// TestOrder runs stages that finish out of order and expects results in input
// order, errors among them, with any number of workers.
func TestOrder(t *testing.T) {
	t.Parallel()
	slow := stage("slow", 0, entente.LayerText, func(d *entente.Document) error {
		n, err := strconv.Atoi(d.ID)
		if err != nil {
			return err
		}
		for range n * 7 % 5 {
			runtime.Gosched()
		}
		switch n % 11 {
		case 4:
			return errors.New("no")
		case 5:
			panic("boom")
		}
		d.Text = "seen " + d.ID
		return nil
	})
	german := stage("german", 0, entente.LayerTokens, func(d *entente.Document) error { d.Title = "de"; return nil })
	german.Lang = "de"
	run := func(workers int) string {
		p, err := pipeline.New(workers, slow, german)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		err = p.Run(t.Context(), numbered(100), func(r pipeline.Result) error {
			if r.Doc != nil {
				fmt.Fprintf(&b, "%s %s %s %v\n", r.Doc.Text, r.Doc.Title, r.Doc.Layers, r.Err)
			} else {
				fmt.Fprintf(&b, "%v\n", r.Err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	one := run(1)
	if n := strings.Count(one, "\n"); n != 100 {
		t.Fatalf("%d results, want 100", n)
	}
	for _, want := range []string{"seen 1 de text,tokens <nil>\n", "seen 2  text <nil>\n", "line 3 is bad\n", "4: slow: no\n", "panic: boom"} {
		if !strings.Contains(one, want) {
			t.Errorf("output lacks %q:\n%s", want, one)
		}
	}
	if eight := run(8); eight != one {
		t.Errorf("eight workers differ from one:\n%s\n---\n%s", eight, one)
	}
}

// TestBounds checks that no more than 32 × workers small documents or 4 ×
// workers large ones are in flight, and that an error of emit ends the run with
// the reader stopped.
func TestBounds(t *testing.T) {
	t.Parallel()
	const workers = 2
	for _, tc := range []struct {
		text string
		most int64
	}{
		{"Short.", 32 * workers},
		{strings.Repeat("long ", 1000), 4 * workers},
	} {
		var read, done atomic.Int64
		docs := func(yield func(*entente.Document, error) bool) {
			for i := range 1000 {
				if in := read.Add(1) - done.Load(); in > tc.most+2 { // one being handed over on either side
					t.Errorf("%d documents in flight, want %d at most", in, tc.most)
				}
				if !yield(&entente.Document{ID: strconv.Itoa(i), Text: tc.text}, nil) {
					return
				}
			}
		}
		p, err := pipeline.New(workers, stage("nop", 0, 0, func(*entente.Document) error { return nil }))
		if err != nil {
			t.Fatal(err)
		}
		stop := errors.New("full")
		err = p.Run(t.Context(), docs, func(pipeline.Result) error {
			if done.Add(1) == 500 {
				return stop
			}
			return nil
		})
		if !errors.Is(err, stop) {
			t.Fatalf("Run: %v, want %v", err, stop)
		}
		if n := read.Load(); n > 500+tc.most+2 {
			t.Errorf("%d documents were read after the end", n-500)
		}
	}
}

// grouped is a stage that notes how many documents it is given at once.
type grouped struct{ most *atomic.Int64 }

func (g grouped) Annotate(_ context.Context, d *entente.Document) error {
	switch d.ID {
	case "5":
		return errors.New("no")
	case "6":
		panic("boom")
	}
	d.Title += "read "
	return nil
}

func (g grouped) AnnotateAll(ctx context.Context, docs []*entente.Document) error {
	g.most.Store(max(g.most.Load(), int64(len(docs))))
	for _, d := range docs {
		if d.ID == "5" || d.ID == "6" { // before a document is touched, as a stage may be that reads all first
			return g.Annotate(ctx, d)
		}
	}
	for _, d := range docs {
		if err := g.Annotate(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// TestTogether checks that what waits is read in groups, that one bad document
// spoils nothing for its group, and that a document that nobody follows is read
// at once.
func TestTogether(t *testing.T) {
	t.Parallel()
	var most atomic.Int64
	var got []string
	// The first document holds the only worker until the others wait.
	hold := make(chan struct{})
	first := stage("hold", 0, 0, func(d *entente.Document) error {
		if d.ID == "0" {
			<-hold
		}
		return nil
	})
	p, err := pipeline.New(1, first, pipeline.Stage{Name: "group", Lang: "en", New: func() pipeline.Annotator { return grouped{&most} }})
	if err != nil {
		t.Fatal(err)
	}
	docs := func(yield func(*entente.Document, error) bool) {
		for i := range 12 {
			lang := "en"
			if i == 8 {
				lang = "de"
			}
			if !yield(&entente.Document{ID: strconv.Itoa(i), Lang: lang}, nil) {
				return
			}
		}
		close(hold)
	}
	err = p.Run(t.Context(), docs, func(r pipeline.Result) error {
		got = append(got, fmt.Sprint(r.Doc.ID, " ", r.Doc.Title, r.Err != nil))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "0 read false,1 read false,2 read false,3 read false,4 read false,5 true,6 true,7 read false,8 false,9 read false,10 read false,11 read false"
	if s := strings.Join(got, ","); s != want {
		t.Errorf("results %s\nwant %s", s, want)
	}
	if most.Load() < 8 {
		t.Errorf("at most %d documents were read together, want those that waited", most.Load())
	}
	lone := make(chan struct{})
	docs = func(yield func(*entente.Document, error) bool) {
		if yield(&entente.Document{ID: "1", Lang: "en"}, nil) {
			<-lone // the next one comes only after the first is out
			yield(&entente.Document{ID: "2", Lang: "en"}, nil)
		}
	}
	if err := p.Run(t.Context(), docs, func(r pipeline.Result) error {
		if r.Doc.ID == "1" {
			close(lone)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestEndsPromptly checks that documents which wait are not read any more once
// the run has ended: the second is read until then, the others wait behind it.
func TestEndsPromptly(t *testing.T) {
	t.Parallel()
	var read atomic.Int64
	p, err := pipeline.New(1, pipeline.Stage{Name: "count", New: func() pipeline.Annotator {
		return pipeline.AnnotatorFunc(func(ctx context.Context, d *entente.Document) error {
			if read.Add(1); d.ID == "1" {
				<-ctx.Done()
			}
			return nil
		})
	}})
	if err != nil {
		t.Fatal(err)
	}
	waits := make(chan struct{})
	docs := func(yield func(*entente.Document, error) bool) {
		for i := range 4 { // as many large ones as have a place, each too large for a group
			if !yield(&entente.Document{ID: strconv.Itoa(i), Text: strings.Repeat("long ", 6000)}, nil) {
				return
			}
		}
		close(waits)
	}
	stop := errors.New("full")
	err = p.Run(t.Context(), docs, func(pipeline.Result) error { <-waits; return stop })
	if !errors.Is(err, stop) {
		t.Fatalf("Run: %v, want %v", err, stop)
	}
	if n := read.Load(); n > 2 {
		t.Errorf("%d documents were read, want the first two", n)
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	endless := func(yield func(*entente.Document, error) bool) {
		for yield(&entente.Document{}, nil) {
		}
	}
	p, err := pipeline.New(2, stage("nop", 0, 0, func(*entente.Document) error { return nil }))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Run(ctx, endless, func(pipeline.Result) error { return nil }); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Run: %v, want the deadline", err)
	}
}

// TestPlaceOfError checks that what a stage says of a document is told with its
// file and line, once.
func TestPlaceOfError(t *testing.T) {
	t.Parallel()
	broken := &entente.Error{Code: entente.ErrLimit, Op: "extract page", Where: "the id", Err: errors.New("too deep")}
	for _, tc := range []struct {
		err  error
		o    entente.Origin
		want string
	}{
		{broken, entente.Origin{File: "a.jsonl", Line: 7}, "a.jsonl:7: extract page: too deep"},
		{broken, entente.Origin{File: "a.html"}, "a.html: extract page: too deep"},
		{errors.New("no"), entente.Origin{File: "a.html"}, "a.html: cut: no"},
		{errors.New("no"), entente.Origin{}, "the id: cut: no"},
	} {
		p, err := pipeline.New(1, stage("cut", 0, entente.LayerText, func(*entente.Document) error { return tc.err }))
		if err != nil {
			t.Fatal(err)
		}
		err = p.One(t.Context(), &entente.Document{ID: "the id", Origin: tc.o})
		if err == nil || err.Error() != tc.want || !errors.Is(err, errors.Unwrap(tc.err)) && entente.ErrorCode(tc.err) == entente.ErrLimit {
			t.Errorf("%v, want %s", err, tc.want)
		}
	}
}
