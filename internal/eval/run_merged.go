package eval

import (
	"context"
	"encoding/json"
	"fmt"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/story"
)

// judgedPair is a pair of events on which both passes of a reader agree.
type judgedPair struct {
	a, b string // ids of events
	same bool
}

// merged codes the reports of judged pairs of events, finds their stories,
// merges, and counts the pairs that are put together.
func (r *Runner) merged(ctx context.Context) error {
	rows, err := readTable(r.Own, "stories/events.tsv", 6)
	if err != nil {
		return err
	}
	var pairs []judgedPair
	wanted := map[string]bool{}
	for _, p := range rows {
		wanted[p[2]], wanted[p[3]] = true, true
		if p[4] == p[5] {
			pairs = append(pairs, judgedPair{p[0], p[1], p[4] == "y"})
		}
	}
	docs, err := r.judgedReports(wanted)
	if err != nil {
		return err
	}
	if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), docs); err != nil {
		return err
	}
	in := mergedOf(docs)
	tp, fp, fn, gone := 0, 0, 0, 0
	for _, p := range pairs {
		x, y := in[p.a], in[p.b]
		switch {
		case x == "" || y == "":
			gone++
		case x == y && p.same:
			tp++
		case x == y:
			fp++
		case p.same:
			fn++
		}
	}
	s := prf(tp, tp+fp, tp+fn)
	r.add("merged", "pairs of events, judged", "pairwise F1", f3(s.F), fmt.Sprintf("P %.3f, R %.3f; %d of %d merged pairs are wrong; %d pairs are no longer coded",
		s.P, s.R, fp, tp+fp, gone))
	return nil
}

// judgedReports reads the wanted documents of the news and of the sample.
func (r *Runner) judgedReports(wanted map[string]bool) ([]*entente.Document, error) {
	var docs []*entente.Document
	sample, err := r.sampleReports(wanted)
	if err != nil {
		return nil, err
	}
	docs = append(docs, sample...)
	for _, name := range []string{"corpus/news.jsonl.gz", "stories/ecbplus.jsonl"} {
		list, err := ReadJSONL[storyDoc](r.Gold, name)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			if wanted[s.ID] {
				d := given(s.ID, s.Text, s.Date)
				d.Title, d.Publisher = s.Title, s.Publisher
				docs = append(docs, d)
				wanted[s.ID] = false
			}
		}
	}
	return docs, nil
}

// sampleReports reads the wanted documents of the sample news.
func (r *Runner) sampleReports(wanted map[string]bool) ([]*entente.Document, error) {
	if r.Sample == nil {
		return nil, nil
	}
	var docs []*entente.Document
	in := json.NewDecoder(r.Sample())
	for in.More() {
		var s struct{ ID, Title, Date, Source, Lang, Text string }
		if err := in.Decode(&s); err != nil {
			return nil, fmt.Errorf("read the sample news: %w", err)
		}
		if !wanted[s.ID] {
			continue
		}
		d := given(s.ID, s.Text, s.Date)
		d.Title, d.Publisher = s.Title, s.Source
		if t, _, err := source.ParseTime(s.Date); err == nil {
			d.Published, d.DateOnly = t, false
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// mergedOf places and merges coded documents, and returns the merged event of
// each event by id.
func mergedOf(docs []*entente.Document) map[string]string {
	features := make([]story.Features, len(docs))
	for i, d := range docs {
		features[i] = story.Extract(d)
	}
	chains := map[string][]merge.Report{}
	for i, a := range pipeline.Cluster(features) {
		d := docs[i]
		chains[a.Story] = append(chains[a.Story], merge.Report{Doc: d.ID, Story: a.Story, Outlet: d.Publisher, URL: d.URL, Published: d.Published,
			DateOnly: d.DateOnly, Day: d.Day(), CopyOf: a.DuplicateOf, Claims: merge.Claims(d)})
	}
	out := map[string]string{}
	for _, s := range keys(chains) {
		for _, m := range merge.Events(chains[s]) {
			for i := range m.Tellings {
				out[m.Tellings[i].Event] = m.ID
			}
		}
	}
	return out
}
