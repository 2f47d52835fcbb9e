package eval

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/text"
)

// sheetMentions bounds the events of a story that are put before a reader.
const sheetMentions = 24

// sheetEvent is one event on a sheet.
type sheetEvent struct {
	doc   *entente.Document
	event *entente.Event
}

// sheetStory is a chain of stories in which the coder finds two events or more.
type sheetStory struct {
	docs   int  // that the events shown stand in
	paired bool // two events are of one kind, of two reports where there are several
	events []sheetEvent
}

// DrawMerged writes a sheet for readers who are to say which events of a story
// are one happening: n stories of the sample, the mixed news, ecbplus and
// headlines, those of which two reports have an event of one kind first, then
// others of several reports, then single ones, those with two of a kind before
// others, each drawn by seed, in an order that says nothing. Events are given by
// document and the code points of their trigger, with the sentence and those
// beside it, and without what the coder or a reader made of them. It returns the
// number of stories that there were to choose from.
func (r *Runner) DrawMerged(ctx context.Context, out io.Writer, n int, seed uint64) (pool int, err error) {
	rng := rand.New(rand.NewPCG(seed, 0x6a756467)) //nolint:gosec // it must repeat
	stories, err := r.sheetStories(ctx, rng)
	if err != nil {
		return 0, err
	}
	rank := func(s *sheetStory) int {
		switch {
		case s.paired && s.docs > 1:
			return 0
		case s.docs > 1:
			return 1
		case s.paired:
			return 2
		default:
			return 3
		}
	}
	rng.Shuffle(len(stories), func(i, j int) { stories[i], stories[j] = stories[j], stories[i] })
	slices.SortStableFunc(stories, func(a, b *sheetStory) int { return rank(a) - rank(b) })
	drawn := stories[:min(n, len(stories))]
	rng.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	for i, s := range drawn {
		if err := s.write(out, i+1); err != nil {
			return 0, fmt.Errorf("write the sheet: %w", err)
		}
	}
	return len(stories), nil
}

// sheetStories codes all reports and returns the chains that have two events.
func (r *Runner) sheetStories(ctx context.Context, rng *rand.Rand) ([]*sheetStory, error) {
	sets, err := r.judgedSets(nil)
	if err != nil {
		return nil, err
	}
	var out []*sheetStory
	seen := map[string]bool{}
	for _, set := range sets {
		var docs []*entente.Document
		for _, d := range set.docs {
			if !seen[d.ID] {
				seen[d.ID] = true
				docs = append(docs, d)
			}
		}
		if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), docs); err != nil {
			return nil, err
		}
		places, head := chainsOf(set.docs)
		chains := map[string]*sheetStory{}
		for _, d := range docs {
			key := places[d.ID].Story
			if head[key] != "" {
				key = head[key]
			}
			if chains[key] == nil {
				chains[key] = &sheetStory{}
			}
			for i := range d.Events {
				chains[key].events = append(chains[key].events, sheetEvent{d, &d.Events[i]})
			}
		}
		for _, k := range keys(chains) {
			if s := chains[k]; s.choose(rng) {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// choose keeps sheetMentions events at most, and reports whether there are two:
// those whose kind two reports have come before those whose kind one report has
// twice, then the others, and last those that repeat one of their document.
func (s *sheetStory) choose(rng *rand.Rand) bool {
	first := map[string]string{} // the document in which a kind comes first
	n, across := map[string]int{}, map[string]bool{}
	for _, e := range s.events {
		if e.event.SameAs != "" {
			continue
		}
		k := eventKind(e.event)
		if n[k]++; n[k] == 1 {
			first[k] = e.doc.ID
		}
		across[k] = across[k] || first[k] != e.doc.ID
	}
	rank := func(e sheetEvent) int {
		switch k := eventKind(e.event); {
		case e.event.SameAs != "":
			return 3
		case across[k]:
			return 0
		case n[k] > 1:
			return 1
		default:
			return 2
		}
	}
	order := rng.Perm(len(s.events))
	slices.SortStableFunc(order, func(i, j int) int { return rank(s.events[i]) - rank(s.events[j]) })
	order = order[:min(sheetMentions, len(order))]
	slices.Sort(order)
	kept := make([]sheetEvent, len(order))
	docs := map[string]bool{}
	for i, k := range order {
		kept[i] = s.events[k]
		docs[kept[i].doc.ID] = true
	}
	s.paired = slices.ContainsFunc(kept, func(e sheetEvent) bool { return rank(e) == 0 || rank(e) == 1 && len(docs) == 1 })
	s.events, s.docs = kept, len(docs)
	return len(s.events) > 1
}

func eventKind(e *entente.Event) string { return e.Root.String() + " " + e.Status.String() }

// write writes a story with its events by kind.
func (s *sheetStory) write(out io.Writer, no int) error {
	slices.SortStableFunc(s.events, func(a, b sheetEvent) int { return strings.Compare(eventKind(a.event), eventKind(b.event)) })
	var b strings.Builder
	fmt.Fprintf(&b, "=== story %d\n", no)
	for i, e := range s.events {
		at, trigger := text.NewIndex(e.doc.Text), e.event.Trigger
		fmt.Fprintf(&b, "[%d.%d] %s %d %d | %s | %s\n", no, i+1, e.doc.ID, at.Rune(trigger.Start), at.Rune(trigger.End), eventKind(e.event), dateOf(e.doc))
		if e.doc.Title != "" {
			fmt.Fprintf(&b, "    title: %s\n", oneLine(e.doc.Title, 160))
		}
		inContext(&b, e)
	}
	_, err := io.WriteString(out, b.String()+"\n")
	return err
}

// inContext writes the sentence of an event, its trigger marked, between those
// beside it.
func inContext(b *strings.Builder, e sheetEvent) {
	body, list, at := e.doc.Text, e.doc.Sentences, e.event.Sentence
	if at < 0 || at >= len(list) {
		return
	}
	beside := func(i int, label string) {
		if i >= 0 && i < len(list) {
			fmt.Fprintf(b, "    %s: %s\n", label, oneLine(body[list[i].Span.Start:list[i].Span.End], 240))
		}
	}
	beside(at-1, "before")
	s, t := list[at].Span, e.event.Trigger
	fmt.Fprintf(b, "  > %s\n", oneLine(body[s.Start:max(s.Start, t.Start)]+"[["+body[t.Start:t.End]+"]]"+body[t.End:max(s.End, t.End)], 900))
	beside(at+1, "after")
}

// oneLine sets white space to single blanks and cuts behind n bytes.
func oneLine(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + " …"
}
