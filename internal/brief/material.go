package brief

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	entente "github.com/entente-news/entente"
)

// material is what a brief is written from: the independent reports, and how
// often each was copied.
type material struct {
	docs    []*entente.Document // in (date, id) order, without near-copies
	have    map[string]bool
	copies  map[string]int  // by document: near-copies that were left out
	title   string          // headline of the story
	counted []figure        // numbers of people, nil until they are looked for
	groups  map[string]int  // by happening: the sources of their own that tell it
	only    map[string]bool // events that may be used; nil is all

	happenings []*entente.Merged // those whose reports differ

	known func(form string) bool // whether a form in lower case is a word; nil for all

	merged  map[string]told   // by event: the happening that it tells
	heard   map[string]bool   // parties with words of their own, near-copies included
	sources map[string]string // by document or outlet: the next of those that are one source with it
}

func newMaterial() *material {
	return &material{have: map[string]bool{}, copies: map[string]int{}, merged: map[string]told{}, sources: map[string]string{}, heard: map[string]bool{}, groups: map[string]int{}}
}

// read takes in the reports of a story that were published within days, the
// newest when there are more than limit.
func (m *material) read(ctx context.Context, a Archive, s *entente.Story, days entente.Days, limit int) error {
	m.title = s.Title
	heads := map[string]bool{}
	var own []string
	for _, x := range s.Members {
		if x.DuplicateOf == "" {
			own = append(own, x.Doc)
			heads[x.Doc] = true
		}
	}
	for _, x := range s.Members {
		switch {
		case x.DuplicateOf == "":
		case heads[x.DuplicateOf]:
			m.copies[x.DuplicateOf]++
		default: // its original is no longer in the story
			own = append(own, x.Doc)
			heads[x.DuplicateOf] = true
			heads[x.Doc] = true
		}
	}
	own, err := m.published(ctx, a, own, days, limit)
	if err != nil {
		return fmt.Errorf("read the reports of story %s: %w", s.ID, err)
	}
	if err := m.fetch(ctx, a, own); err != nil {
		return fmt.Errorf("read the reports of story %s: %w", s.ID, err)
	}
	return m.readMerged(ctx, a, entente.EventFilter{Days: entente.AllDays(), Story: s.ID, Limit: maxEvents})
}

// published returns those of some reports that were published within days, the
// newest when there are more than limit, the oldest first.
func (m *material) published(ctx context.Context, a Archive, ids []string, days entente.Days, limit int) ([]string, error) {
	if !days.From.Known() && !days.To.Known() {
		return ids[max(len(ids)-limit, 0):], nil
	}
	var out []string
	for i := len(ids) - 1; i >= 0 && len(out) < limit; i-- {
		d, err := a.Document(ctx, ids[i], entente.DepthMeta)
		if err != nil {
			return nil, err
		}
		if !within(d.Day(), days) {
			delete(m.copies, ids[i])
			continue
		}
		out = append(out, ids[i])
	}
	slices.Reverse(out)
	return out, nil
}

// atATime is how many reports are read at once: unpacking them is most of the time.
const atATime = 4

// fetch reads documents, several at a time, and takes them in, in their order.
func (m *material) fetch(ctx context.Context, a Archive, ids []string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	docs, errs := make([]*entente.Document, len(ids)), make([]error, len(ids))
	var group sync.WaitGroup
	var next atomic.Int64
	for range min(atATime, len(ids), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(ids); i = int(next.Add(1)) - 1 {
				if docs[i], errs[i] = a.Document(ctx, ids[i], entente.DepthFull); errs[i] != nil {
					cancel()
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, d := range docs {
		m.take(d)
	}
	return nil
}

func (m *material) take(d *entente.Document) {
	if m.have[d.ID] {
		return
	}
	m.have[d.ID] = true
	m.docs = append(m.docs, sure(d))
}

func (m *material) add(o *material) {
	for _, d := range o.docs {
		m.take(d)
		m.copies[d.ID] += o.copies[d.ID]
	}
}

func within(d entente.Day, days entente.Days) bool {
	return d.Known() && (!days.From.Known() || d >= days.From) && (!days.To.Known() || d <= days.To)
}

// headlines adds the headlines that reports carry along.
func (m *material) headlines(b *entente.Brief) {
	seen := map[string]bool{}
	for _, d := range m.docs {
		for _, r := range d.Related {
			if key := strings.ToLower(r.Title); r.Title != "" && !seen[key] {
				seen[key] = true
				b.Related = append(b.Related, entente.BriefRelated{Title: r.Title})
			}
		}
	}
}

// close fills the footer.
func (m *material) close(b *entente.Brief, opt Options) {
	used := map[string]bool{}
	for _, s := range b.Sections {
		for _, x := range s.Sentences {
			for _, src := range x.Sources {
				used[src.Doc] = true
			}
		}
	}
	f := entente.BriefFooter{Used: len(used), Version: opt.Version, Countries: m.countries(opt.Home)}
	b.Sample = len(m.docs) > 0
	for _, d := range m.docs {
		f.Documents += 1 + m.copies[d.ID]
		f.Copies += m.copies[d.ID]
		if len(d.Events) == 0 {
			f.NoEvent++
		}
		if day := d.Day().String(); day > f.Newest {
			f.Newest = day
		}
		b.Sample = b.Sample && d.Sample
	}
	b.Footer = f
}

// outlet returns the name under which a document is quoted.
func outlet(d *entente.Document) string {
	if d.Publisher != "" {
		return d.Publisher
	}
	return d.ID
}

// credit is outlet in a sentence whose sources stand behind it by number: the id
// of a report whose outlet is not known says nothing there.
func credit(d *entente.Document) string {
	if d.Publisher == "" {
		return "a report"
	}
	return d.Publisher
}

// credited names in brackets who is quoted, and what is to be said beside; nothing where
// neither is known: the number behind the sentence leads to the report.
func credited(d *entente.Document, more string) string {
	if d.Publisher == "" && more == "" {
		return ""
	}
	return " (" + credit(d) + more + ")"
}
