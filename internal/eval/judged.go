package eval

import (
	"context"

	"github.com/entente-news/entente/internal/merge"
)

// JudgedPair is a pair of events of a chain of stories on which readers agree, to
// both of which the coder gives one root and status.
type JudgedPair struct {
	A, B    string // ids of events
	Same    bool   // one happening
	Measure bool   // of the half of the stories that is measured on
	Sheet   int    // the number of the table, the newest first; then those of one reader, then those of stories written to learn from
}

// JudgedPairs returns the chains of stories of which events were judged, as
// merging sees them, and the pairs of events that the coder still gives.
func (r *Runner) JudgedPairs(ctx context.Context) (chains [][]merge.Report, pairs []JudgedPair, err error) {
	j, err := r.readJudged(ctx)
	if err != nil {
		return nil, nil, err
	}
	add := func(p judgedPair, half, sheet int) {
		if p.own[0] != "" && p.own[1] != "" {
			pairs = append(pairs, JudgedPair{A: p.own[0], B: p.own[1], Same: p.same, Measure: half == 1, Sheet: sheet})
		}
	}
	for n, read := range j.tables {
		p := sortPairs(read, j.half, j.events)
		for half := range p.one {
			for _, q := range p.one[half] {
				add(q, half, n)
			}
		}
	}
	given := map[string]bool{}
	for _, list := range j.events {
		for _, e := range list { // order does not matter
			given[e.own] = true
		}
	}
	for _, p := range j.singles {
		if given[p.a] && given[p.b] {
			p.own = [2]string{p.a, p.b}
			add(p.judgedPair, max(j.half[p.docs[0]], j.half[p.docs[1]]), len(j.tables))
		}
	}
	for _, p := range j.written {
		add(p, 0, len(j.tables)+1)
	}
	for _, p := range j.writtenOut {
		add(p, 1, len(j.tables)+1)
	}
	return j.chains, pairs, nil
}
