package eval

import (
	"context"
	"fmt"
	"strconv"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/pipeline"
)

// writtenTable holds stories that were written to learn from: story, happening,
// root, date and text of each report.
const writtenTable = "stories/written.tsv"

// writtenStory is a story that was written to learn from, its reports with the
// happening of each and the id of the event that is meant, "" when the coder gives
// none of that root.
type writtenStory struct {
	name string
	docs []*entente.Document
	of   []string // happening and root of a report
	root []string
	id   []string
}

// codeWritten codes the stories that were written to learn from, and adds their
// chains and pairs to j.
func (r *Runner) codeWritten(ctx context.Context, j *readings) error {
	stories, err := r.readWritten()
	if err != nil {
		return err
	}
	var docs []*entente.Document
	for i := range stories {
		docs = append(docs, stories[i].docs...)
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), docs); err != nil {
		return err
	}
	for i := range stories {
		s := &stories[i]
		var chain []merge.Report
		for k, d := range s.docs {
			for e := range d.Events {
				if s.id[k] == "" && d.Events[e].Root.String() == s.root[k] {
					s.id[k] = d.Events[e].ID
				}
			}
			chain = append(chain, merge.Report{Doc: d.ID, Story: fmt.Sprintf("written-%d", i), Outlet: d.ID, Published: d.Published,
				DateOnly: d.DateOnly, Day: d.Day(), Claims: merge.Claims(d)})
		}
		j.chains = append(j.chains, chain)
		if s.heldOut() {
			j.writtenOut = append(j.writtenOut, s.pairs()...)
		} else {
			j.written = append(j.written, s.pairs()...)
		}
	}
	return nil
}

// readWritten reads [writtenTable].
func (r *Runner) readWritten() ([]writtenStory, error) {
	rows, err := readTable(r.Own, writtenTable, 5)
	if err != nil {
		return nil, err
	}
	var out []writtenStory
	last := ""
	for i, f := range rows {
		if f[0] != last {
			out, last = append(out, writtenStory{name: f[0]}), f[0]
		}
		s := &out[len(out)-1]
		s.docs = append(s.docs, given(fmt.Sprintf("written-%d-%d", len(out)-1, i), f[4], f[3]))
		s.of, s.root, s.id = append(s.of, f[1]+" "+f[2]), append(s.root, f[2]), append(s.id, "")
	}
	return out, nil
}

// allLearnt is the last of the stories of which all are learnt from; of later ones
// every third is measured on.
const allLearnt = 30

// heldOut reports whether a story is measured on and never learnt from.
func (s *writtenStory) heldOut() bool {
	n, err := strconv.Atoi(s.name)
	return err == nil && n > allLearnt && n%3 == 0
}

// pairs returns the pairs of reports that are of one root.
func (s *writtenStory) pairs() (out []judgedPair) {
	for b := range s.docs {
		for a := range b {
			if s.root[a] == s.root[b] {
				x, y := s.id[a], s.id[b]
				out = append(out, judgedPair{a: x, b: y, same: s.of[a] == s.of[b], own: [2]string{x, y}})
			}
		}
	}
	return out
}
