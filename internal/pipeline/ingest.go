package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/extract"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/store"
	"github.com/entente-news/entente/internal/story"
)

// Fate is what became of one input.
type Fate string

// The fates. Every input has exactly one of them.
const (
	FateAdded   Fate = "added"
	FateSame    Fate = "already there"
	FateRevised Fate = "revised"
	FateNoText  Fate = "no text"
	FateFailed  Fate = "failed"
)

// Counts is what an ingest met. Read is the sum of the first five; the rest
// says of what was added or revised how much is a near-duplicate, undated or
// in another language.
type Counts struct {
	Read                                 int
	Added, Same, Revised, NoText, Failed int
	NearDuplicates, Undated, OtherLang   int
	Events                               int
}

// Outcome is the fate of one input, for a report.
type Outcome struct {
	Origin entente.Origin
	ID     string
	Fate   Fate
	Detail string // copy of, language, error
	Err    error  // set when it failed
}

// batchSize is how many documents go into the archive in one transaction: the
// work that a crash costs at most.
const batchSize = 64

// Ingest takes annotated documents into an archive, in one goroutine: it finds
// their stories and writes them in batches. Documents of one batch are placed
// in (date, id) order. Several programs may ingest into one archive: each batch
// is placed under the writer's lock, behind what the others have written.
type Ingest struct {
	archive   *store.Archive
	clusterer *story.Clusterer
	coding    Coding
	seq       int64 // row number of the last document that the clusterer has seen
	report    func(Outcome) error
	batch     []*entente.Document
	keys      map[string]string // keys in the batch to the hash of their text
	untold    []Outcome         // what came since the batch was begun, in input order
	counts    Counts
	lastDay   entente.Day
	dropped   map[entente.Dropped]int // with number 0, how often
	settled   map[string]bool         // documents that taking up the work again must not move
}

// Coding is what an ingest keeps of how documents were read.
type Coding struct {
	Run     string         // hash of what coded them
	Outlets *merge.Outlets // who owns outlets and what agencies are called; nil knows none
	Today   entente.Day    // on which they are read; 0 is not noted
}

// maxRestored bounds the documents that are placed again to take up clustering
// where it stopped, and with it what an ingest into a great archive costs before
// its first document: about a millisecond and 60 kB each. Where there are more,
// the older half of them has lost the company in which it was placed, and serves
// only to give the newer half its own.
const maxRestored = 10_000

// NewIngest returns an ingest into archive that takes up clustering where the
// archive stopped: exactly there, when it holds maxRestored documents or fewer,
// and nearly so when it holds more. report is called once for each input, in input order, once
// what became of it is safe.
func NewIngest(ctx context.Context, archive *store.Archive, coding Coding, report func(Outcome) error) (*Ingest, error) {
	return newIngest(ctx, archive, coding, maxRestored, report)
}

func newIngest(ctx context.Context, archive *store.Archive, coding Coding, restored int, report func(Outcome) error) (*Ingest, error) {
	g := &Ingest{archive: archive, clusterer: story.New(story.Defaults()), coding: coding, report: report, keys: map[string]string{}, lastDay: entente.NoDay, dropped: map[entente.Dropped]int{}}
	if err := g.restore(ctx, restored); err != nil {
		return nil, err
	}
	return g, nil
}

// restore takes up the work behind the last n documents of the archive.
func (g *Ingest) restore(ctx context.Context, n int) error {
	all, err := g.archive.CountPlaced(ctx)
	if err != nil {
		return err
	}
	if all > n {
		g.settled = make(map[string]bool, n/2)
	}
	for p, err := range g.archive.Placed(ctx, all-n) {
		if err != nil {
			return err
		}
		if err := g.takeUp(&p); err != nil {
			return err
		}
		if g.settled != nil && len(g.settled) < n/2 {
			g.settled[p.Place.Doc] = true
		}
	}
	return nil
}

// takeUp places a document of the archive again.
func (g *Ingest) takeUp(p *store.Placed) error {
	f, err := story.UnmarshalFeatures(p.Features)
	if err != nil {
		return fmt.Errorf("take up document %s again: %w", p.Place.Doc, err)
	}
	g.clusterer.Restore(f, p.Place)
	g.seq = max(g.seq, p.Seq)
	return nil
}

// ErrKnown ends the annotation of a document that the archive holds already.
var ErrKnown = errors.New("the archive holds this document")

// KeyStage gives each document the id that it has in the archive, and stops
// those that are there with the same text before work is spent on them.
func KeyStage(archive *store.Archive) Stage {
	return Stage{Name: "key", Needs: entente.LayerText, New: func() Annotator {
		return AnnotatorFunc(func(ctx context.Context, d *entente.Document) error {
			if d.Text == "" {
				return nil
			}
			d.ID = store.Key(d)
			st, err := archive.State(ctx, d.ID, d.Text)
			if err == nil && st == store.Same {
				return ErrKnown
			}
			return err
		})
	}}
}

// Take takes one result of a pipeline with a [KeyStage].
func (g *Ingest) Take(ctx context.Context, r Result) error {
	g.counts.Read++
	o := Outcome{}
	if r.Doc != nil {
		o.Origin, o.ID = r.Doc.Origin, r.Doc.ID
	}
	switch {
	case errors.Is(r.Err, ErrKnown):
		o.Fate = FateSame
	case errors.Is(r.Err, extract.ErrNoText), r.Err == nil && r.Doc.Text == "":
		o.Fate = FateNoText
		g.drop(r.Doc, "no_text")
	case r.Err != nil:
		o.Fate, o.Detail, o.Err = FateFailed, r.Err.Error(), r.Err
		g.drop(r.Doc, string(entente.ErrorCode(r.Err)))
	default:
		return g.take(ctx, r.Doc, o)
	}
	return g.settle(ctx, o)
}

// drop counts an input that gives no document; d may be nil.
func (g *Ingest) drop(d *entente.Document, why string) {
	x := entente.Dropped{Day: g.coding.Today, Why: why}
	if d != nil {
		if x.Outlet = d.Publisher; x.Outlet == "" {
			if u, err := url.Parse(d.URL); err == nil {
				x.Outlet = u.Hostname()
			}
		}
	}
	g.dropped[x]++
}

// noteDropped writes what was dropped since it was written last.
func (g *Ingest) noteDropped(ctx context.Context) error {
	list := make([]entente.Dropped, 0, len(g.dropped))
	for x, n := range g.dropped { // sums: the order does not matter
		x.Number = n
		list = append(list, x)
	}
	clear(g.dropped)
	return g.archive.Drop(ctx, list)
}

// take takes a document that was read and annotated.
func (g *Ingest) take(ctx context.Context, d *entente.Document, o Outcome) error {
	hash := store.Hash(d.Text)
	if was, ok := g.keys[d.ID]; ok && was != hash {
		if err := g.Flush(ctx); err != nil { // the first text is kept as a revision
			return err
		}
	} else if ok {
		o.Fate = FateSame
		return g.settle(ctx, o)
	}
	st, err := g.archive.State(ctx, d.ID, d.Text)
	if err != nil {
		return err
	}
	if st == store.Same {
		o.Fate = FateSame
		return g.settle(ctx, o)
	}
	g.batch = append(g.batch, d)
	g.untold = append(g.untold, o) // its fate is known when it is written
	g.keys[d.ID] = hash
	if len(g.batch) >= batchSize {
		return g.Flush(ctx)
	}
	return nil
}

// maxUntold bounds what waits to be told behind a batch that does not fill: an
// input that is all there already, say.
const maxUntold = 4096

// settle counts an outcome that is known, and tells it when nothing before it
// waits.
func (g *Ingest) settle(ctx context.Context, o Outcome) error {
	switch o.Fate {
	case FateSame:
		g.counts.Same++
	case FateNoText:
		g.counts.NoText++
	default:
		g.counts.Failed++
	}
	if len(g.batch) == 0 {
		return g.report(o)
	}
	if g.untold = append(g.untold, o); len(g.untold) >= maxUntold {
		return g.Flush(ctx)
	}
	return nil
}

// Flush writes what is waiting, in one transaction.
func (g *Ingest) Flush(ctx context.Context) error {
	if err := g.noteDropped(ctx); err != nil || len(g.batch) == 0 {
		return err
	}
	var b *store.Batch
	at := make(map[string]int, len(g.batch))
	newest, err := g.archive.Extend(ctx, g.seq, func(others []store.Placed) (*store.Batch, error) {
		for i := range others {
			if err := g.takeUp(&others[i]); err != nil {
				return nil, err
			}
		}
		var err error
		b, err = g.place(at)
		return b, err
	})
	if err != nil {
		return err
	}
	g.seq = newest
	return g.tell(b.Entries, at)
}

// place finds the stories of what is waiting; at gets the index of each
// document among the entries.
func (g *Ingest) place(at map[string]int) (*store.Batch, error) {
	features := make([]story.Features, len(g.batch))
	for i, d := range g.batch {
		features[i] = story.Extract(d)
	}
	b := &store.Batch{Entries: make([]store.Entry, len(g.batch))}
	for k, i := range g.order(features) {
		blob, err := features[i].MarshalBinary()
		if err != nil {
			return nil, fmt.Errorf("keep the features of %s: %w", features[i].Doc, err)
		}
		d := g.batch[i]
		b.Entries[k] = store.Entry{Doc: d, Place: g.clusterer.Add(features[i]), Features: blob, Origin: g.coding.Outlets.Provenance(d), Run: g.coding.Run, Added: g.coding.Today}
		at[features[i].Doc] = k
	}
	for _, m := range g.clusterer.Changes() {
		if k, ok := at[m.Doc]; ok {
			b.Entries[k].Place = m
		} else if !g.settled[m.Doc] {
			b.Moves = append(b.Moves, m)
		}
	}
	g.settled = nil // the first answer tells what taking up changed; later ones are of new reports
	b.Ties, b.Remembers = g.ties(), g.clusterer.Remembers
	return b, nil
}

// ties returns what the stories of a batch are tied to: by their words and
// names, and by the headlines of other stories that their reports carry along.
func (g *Ingest) ties() []store.Ties {
	links := g.clusterer.Links()
	out := make([]store.Ties, len(links))
	at := map[string]int{}
	for i, l := range links {
		out[i] = store.Ties{Story: l.Story, Links: l.Links}
		at[l.Story] = i
	}
	for _, d := range g.batch {
		for _, r := range d.Related {
			f := story.Extract(&entente.Document{Title: r.Title, Text: r.Title})
			other, own := g.clusterer.Match(&f), g.clusterer.Story(d.ID)
			if i, ok := at[own]; ok && other != "" && other != own {
				out[i].Links = append(out[i].Links, entente.StoryLink{Type: story.Related, Story: other, Score: 1})
			}
		}
	}
	return out
}

// order returns the indexes of a batch in the order in which its documents are
// placed; an undated one takes the place of the one before it.
func (g *Ingest) order(features []story.Features) []int {
	order := make([]int, len(features))
	days := make([]entente.Day, len(features))
	for i := range features {
		if features[i].Day.Known() {
			g.lastDay = features[i].Day
		}
		days[i], order[i] = g.lastDay, i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &features[a], &features[b]
		return cmp.Or(cmp.Compare(days[a], days[b]), cmp.Compare(x.Time, y.Time), cmp.Compare(x.Doc, y.Doc))
	})
	return order
}

// tell counts and reports a batch that is safe, and what came behind it.
func (g *Ingest) tell(entries []store.Entry, at map[string]int) error {
	batch, untold := g.batch, g.untold
	g.batch, g.untold = nil, nil
	clear(g.keys)
	for _, o := range untold {
		if o.Fate == "" {
			g.written(&o, batch[0], &entries[at[batch[0].ID]])
			batch = batch[1:]
		}
		if err := g.report(o); err != nil {
			return err
		}
	}
	return nil
}

// written counts a document that was given to the archive, and fills in what
// became of it.
func (g *Ingest) written(o *Outcome, d *entente.Document, e *store.Entry) {
	switch e.State {
	case store.Same: // another program was faster
		o.Fate = FateSame
		g.counts.Same++
		return
	case store.Revised:
		o.Fate = FateRevised
		g.counts.Revised++
	case store.New:
		o.Fate = FateAdded
		g.counts.Added++
	}
	if dup := e.Place.DuplicateOf; dup != "" {
		o.Detail = "near-copy of " + dup
		g.counts.NearDuplicates++
	}
	if d.Published.IsZero() {
		g.counts.Undated++
	}
	if d.Lang != Language {
		o.Detail = "language " + d.Lang
		g.counts.OtherLang++
	}
	g.counts.Events += len(d.Events)
}

// Counts returns what has been met so far. What waits in a batch is counted as
// read alone.
func (g *Ingest) Counts() Counts { return g.counts }
