package eval

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/internal/text"
)

// markedEvent is an event of a document with the code points of its trigger.
type markedEvent struct {
	id      string // of the first mention in its document
	own     string // its own id
	trigger entente.Span
	kind    string
}

func markedEvents(d *entente.Document) []markedEvent {
	at := text.NewIndex(d.Text)
	out := make([]markedEvent, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		out[i] = markedEvent{id: cmp.Or(e.SameAs, e.ID), own: e.ID, kind: eventKind(e),
			trigger: entente.Span{Start: at.Rune(e.Trigger.Start), End: at.Rune(e.Trigger.End)}}
	}
	return out
}

// marked returns the event that the coder gives for a marked word, whatever its
// kind, one of the kind that it had when it was drawn before others; nil when it
// gives none.
func marked(h *happening, events []markedEvent) *markedEvent {
	var found *markedEvent
	for i := range events {
		e := &events[i]
		if e.trigger.Start >= h.at.End || h.at.Start >= e.trigger.End {
			continue
		}
		if e.kind == h.kind {
			return e
		}
		if found == nil {
			found = e
		}
	}
	return found
}

// judgedTables are the sheets that two readers placed, the newest first.
var judgedTables = []string{"stories/happenings-2.tsv", "stories/happenings.tsv"}

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

// placedPairs are the pairs of events on which two readers agree, by the half of
// the stories: those that rules are set on, and those that are measured on.
type placedPairs struct {
	one, two [2][]judgedPair // of one kind, and of two, as the coder gives them now
	stories  [2]map[string]bool
	differ   int // pairs of one kind on which the readers do not agree
}

// sortPairs finds what two readers placed among the events that the coder gives
// now. A pair of which an event is no longer given has an id that is empty.
func sortPairs(read []happening, half map[string]int, events map[string][]markedEvent) placedPairs {
	p := placedPairs{stories: [2]map[string]bool{{}, {}}}
	eventPairs(read, func(a, b *happening, same [2]bool) {
		x, y := marked(a, events[a.doc]), marked(b, events[b.doc])
		oneKind := a.kind == b.kind
		if x != nil && y != nil {
			if oneKind = x.kind == y.kind; x == y {
				return // two words of one trigger
			}
		}
		if same[0] != same[1] {
			if oneKind {
				p.differ++
			}
			return
		}
		j := judgedPair{same: same[0]}
		if x != nil {
			j.a, j.own[0] = x.id, x.own
		}
		if y != nil {
			j.b, j.own[1] = y.id, y.own
		}
		k := half[a.doc]
		if !oneKind {
			p.two[k] = append(p.two[k], j)
			return
		}
		p.one[k] = append(p.one[k], j)
		p.stories[k][a.story] = true
	})
	return p
}

// halves parts stories by a hash of the first of their documents in order of
// id, 0 to set rules on and 1 to measure on, and writes the half of each
// document. A story of which a document has a half goes with that one.
func halves(read []happening, half map[string]int) {
	first, known := map[string]string{}, map[string]int{}
	for i := range read {
		h := &read[i]
		if d := first[h.story]; d == "" || h.doc < d {
			first[h.story] = h.doc
		}
		if k, ok := half[h.doc]; ok {
			known[h.story] = max(known[h.story], k+1)
		}
	}
	for i := range read {
		h := &read[i]
		half[h.doc] = int(model.HashString(first[h.story]) >> 7 & 1)
		if k := known[h.story]; k > 0 {
			half[h.doc] = k - 1
		}
	}
}

// happenings scores what two readers placed: the pairs on which they agree, of
// one kind and of two. An event is found by its trigger, so that it may have got
// another id or another root.
func (r *Runner) happenings(read []happening, half map[string]int, in map[string]string, events map[string][]markedEvent) {
	p := sortPairs(read, half, events)
	all := fmt.Sprintf("%d stories, two readers", len(p.stories[0])+len(p.stories[1]))
	r.add(pairScore(slices.Concat(p.one[:]...), in).row(all))
	for k, name := range []string{"to set rules on", "to measure on"} {
		r.add(pairScore(p.one[k], in).row(fmt.Sprintf("%d of them, %s", len(p.stories[k]), name)))
	}
	n := len(p.one[0]) + len(p.one[1])
	r.add("merged", all+", pairs of one kind", "agreement", f3(ratio(n, n+p.differ)), agreementOf(read, true))
	x := pairScore(slices.Concat(p.two[:]...), in)
	r.add("merged", all+", pairs of two kinds", "one happening, %", f1(100*ratio(x.fn+x.tp, x.fn+x.tp+x.fp+x.tn)),
		fmt.Sprintf("%d of %d pairs; %d are merged, %d of them wrongly; agreement %s", x.fn+x.tp, x.fn+x.tp+x.fp+x.tn, x.tp+x.fp, x.fp, agreementOf(read, false)))
}
