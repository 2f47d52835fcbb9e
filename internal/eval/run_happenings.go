package eval

import (
	"fmt"
	"io/fs"
	"strconv"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/text"
)

// markedEvent is an event of a document with the code points of its trigger.
type markedEvent struct {
	id      string
	trigger entente.Span
	kind    string
	first   bool // the first mention in its document
}

func markedEvents(d *entente.Document) []markedEvent {
	at := text.NewIndex(d.Text)
	out := make([]markedEvent, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		out[i] = markedEvent{id: e.ID, kind: eventKind(e), first: e.SameAs == "",
			trigger: entente.Span{Start: at.Rune(e.Trigger.Start), End: at.Rune(e.Trigger.End)}}
	}
	return out
}

// readHappenings reads a table of [TakeMerged].
func readHappenings(fsys fs.FS, name string) ([]happening, error) {
	rows, err := readTable(fsys, name, 8)
	if err != nil {
		return nil, err
	}
	out := make([]happening, len(rows))
	for i, f := range rows {
		start, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		end, err := strconv.Atoi(f[3])
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		out[i] = happening{story: f[0], doc: f[1], at: entente.Span{Start: start, End: end}, kind: f[4] + " " + f[5], by: [2]string{f[6], f[7]}}
	}
	return out, nil
}

// happenings scores what two readers placed: the pairs on which they agree, of
// one kind and of two, and the stories that these are of. An event is found by
// its trigger and kind, so that it may have got another id.
func (r *Runner) happenings(read []happening, in map[string]string, events map[string][]markedEvent) {
	id := func(h *happening) string {
		for _, e := range events[h.doc] {
			if e.first && e.kind == h.kind && e.trigger.Start < h.at.End && h.at.Start < e.trigger.End {
				return e.id
			}
		}
		return ""
	}
	var one, two []judgedPair
	stories := map[string]bool{}
	differ := 0
	eventPairs(read, func(a, b *happening, same [2]bool) {
		if same[0] != same[1] {
			if a.kind == b.kind {
				differ++
			}
			return
		}
		p := judgedPair{id(a), id(b), same[0]}
		if a.kind != b.kind {
			two = append(two, p)
			return
		}
		one = append(one, p)
		stories[a.story] = true
	})
	r.add(pairScore(one, in).row(fmt.Sprintf("%d stories, two readers", len(stories))))
	r.add("merged", "two readers, pairs of one kind", "agreement", f3(ratio(len(one), len(one)+differ)), agreementOf(read, true))
	across := pairScore(two, in)
	r.add("merged", "two readers, pairs of two kinds", "one happening, %", f1(100*ratio(across.fn+across.tp, across.fn+across.tp+across.fp+across.tn)),
		fmt.Sprintf("%d of %d pairs; %d are merged, %d of them wrongly; agreement %s", across.fn+across.tp, across.fn+across.tp+across.fp+across.tn,
			across.tp+across.fp, across.fp, agreementOf(read, false)))
}
