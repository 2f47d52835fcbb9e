package pipeline

import (
	"context"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/store"
)

// Change is an event that two codings read differently. Old or New is nil
// where only one of them has it.
type Change struct {
	Doc      *entente.Document // as coded now
	Old, New *entente.Event
	Fields   []string // what differs, where both have it
}

// RecodeCounts is what a recoding met. Events are counted before and after by
// root; Fields counts in how many events a field changed.
type RecodeCounts struct {
	Documents, Fresh, Failed  int // Fresh ones were coded by this version already
	Same, Changed, Gone, Came int // events
	Before, After             map[entente.Root]int
	Fields                    map[string]int
}

// Recoding codes the documents of an archive again.
type Recoding struct {
	Archive *store.Archive
	Stages  []Stage // after that of the text
	Workers int
	Run     string
	All     bool // those that this version coded too
	Dry     bool // the archive stays as it is
	// Each is told every difference, in the order of the archive.
	Each func(Change) error
	// Failed is told what could not be coded; it stays as it was.
	Failed func(d *entente.Document, err error) error
}

// recodeBatch is how many documents are read, and written, at a time.
const recodeBatch = 64

// Do codes the archive again, and compares. Text, date and the headlines of
// related stories of a document stay as they were read. An interrupted run
// loses the batch in work alone; the next one goes on behind it.
func (r *Recoding) Do(ctx context.Context) (RecodeCounts, error) {
	c := RecodeCounts{Before: map[entente.Root]int{}, After: map[entente.Root]int{}, Fields: map[string]int{}}
	p, err := New(r.Workers, append([]Stage{GivenStage()}, r.Stages...)...)
	if err != nil {
		return c, err
	}
	for after := int64(0); ; {
		batch, err := r.Archive.CodedAfter(ctx, after, recodeBatch)
		if err != nil || len(batch) == 0 {
			return c, err
		}
		after = batch[len(batch)-1].Seq
		if err := r.batch(ctx, p, &c, batch); err != nil {
			return c, err
		}
	}
}

func (r *Recoding) batch(ctx context.Context, p *Pipeline, c *RecodeCounts, batch []store.CodedDocument) error {
	was := batch[:0]
	for _, d := range batch {
		c.Documents++
		if d.Run == r.Run && !r.All {
			c.Fresh++
			continue
		}
		was = append(was, d)
	}
	var done []*entente.Document
	n := 0
	err := p.Run(ctx, fresh(was), func(res Result) error {
		old := was[n]
		n++
		if res.Err != nil {
			c.Failed++
			return r.Failed(old.Document, res.Err)
		}
		done = append(done, res.Doc)
		for _, ch := range c.compare(old.Document, res.Doc) {
			if err := r.Each(ch); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || r.Dry || len(done) == 0 {
		return err
	}
	if err := r.Archive.Recode(ctx, done, r.Run); err != nil {
		return fmt.Errorf("write a batch: %w", err)
	}
	return nil
}

// fresh yields documents with what was read of them and without layers.
func fresh(was []store.CodedDocument) iter.Seq2[*entente.Document, error] {
	return func(yield func(*entente.Document, error) bool) {
		for _, o := range was {
			d := &entente.Document{ID: o.ID, URL: o.URL, Publisher: o.Publisher, Title: o.Title, Byline: o.Byline, Lang: o.Lang, Text: o.Text,
				Published: o.Published, DateOnly: o.DateOnly, DateBasis: o.DateBasis, Sample: o.Sample, Extra: o.Extra, Related: o.Related,
				Origin: entente.Origin{File: o.ID}}
			if !yield(d, nil) {
				return
			}
		}
	}
}

// compare counts and returns the differences of two codings of a document, in
// the order of the text.
func (c *RecodeCounts) compare(old, now *entente.Document) []Change {
	before := map[string]*entente.Event{}
	for i := range old.Events {
		e := &old.Events[i]
		before[e.ID] = e
		c.Before[e.Root]++
	}
	var out []Change
	for i := range now.Events {
		e := &now.Events[i]
		c.After[e.Root]++
		o := before[e.ID]
		delete(before, e.ID)
		if o == nil {
			c.Came++
			out = append(out, Change{Doc: now, New: e})
			continue
		}
		fields := Differences(o, e)
		if len(fields) == 0 {
			c.Same++
			continue
		}
		c.Changed++
		for _, f := range fields {
			c.Fields[f]++
		}
		out = append(out, Change{Doc: now, Old: o, New: e, Fields: fields})
	}
	for i := range old.Events {
		if e := &old.Events[i]; before[e.ID] != nil {
			c.Gone++
			out = append(out, Change{Doc: now, Old: e})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int { return a.start() - b.start() })
	return out
}

func (c Change) start() int {
	if c.New != nil {
		return c.New.Trigger.Start
	}
	return c.Old.Trigger.Start
}

// Differences names the fields in which two readings of an event differ, in
// the order of the record. Confidence and explanation are none of them.
func Differences(a, b *entente.Event) []string {
	speaker := func(e *entente.Event) string {
		if e.Attribution == nil {
			return ""
		}
		return e.Attribution.Speaker.Code() + " " + fmt.Sprint(e.Attribution.Interested)
	}
	place := func(e *entente.Event) string {
		if e.Where == nil {
			return ""
		}
		return e.Where.Country + " " + e.Where.Name
	}
	var out []string
	for _, f := range []struct {
		name string
		same bool
	}{
		{"event", a.Root == b.Root}, {"mode", a.Mode == b.Mode}, {"contexts", slices.Equal(a.Contexts, b.Contexts)},
		{"actor", sideCode(a.Actors) == sideCode(b.Actors)}, {"recipient", sideCode(a.Recipients) == sideCode(b.Recipients)},
		{"when", a.When.From == b.When.From && a.When.To == b.When.To}, {"where", place(a) == place(b)}, {"about", a.About == b.About},
		{"status", a.Status == b.Status}, {"aspect", a.Aspect == b.Aspect}, {"attribution", speaker(a) == speaker(b)},
		{"magnitude", len(a.Magnitudes) == 0 && len(b.Magnitudes) == 0 || reflect.DeepEqual(a.Magnitudes, b.Magnitudes)},
		{"same_as", a.SameAs == b.SameAs},
	} {
		if !f.same {
			out = append(out, f.name)
		}
	}
	return out
}

// sideCode lists the codes of a side, in their order.
func sideCode(as []entente.Actor) string {
	var b strings.Builder
	for i := range as {
		b.WriteString(as[i].Code() + " ")
	}
	return b.String()
}
