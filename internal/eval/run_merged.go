package eval

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/pipeline"
	"github.com/entente-news/entente/internal/source"
	"github.com/entente-news/entente/internal/story"
)

// judgedPair is a pair of events on which both passes of a reader agree.
type judgedPair struct {
	a, b string // ids of events, of first mentions in their documents
	same bool
	own  [2]string // their own ids
}

// judgedSet is a set of documents that is placed as a whole.
type judgedSet struct {
	docs []*entente.Document
	used map[string]bool // ids of those whose events were judged
}

// merged places sets of reports, codes the chains of stories of which events were
// judged, merges their events, and counts the pairs that are put together.
func (r *Runner) merged(ctx context.Context) error {
	j, err := r.readJudged(ctx)
	if err != nil {
		return err
	}
	in := map[string]string{}
	for _, c := range j.chains {
		for _, m := range merge.Events(c) {
			for i := range m.Tellings {
				in[m.Tellings[i].Event] = m.ID
			}
		}
	}
	var pairs []judgedPair
	for _, p := range j.singles {
		pairs = append(pairs, p.judgedPair)
	}
	r.add(pairScore(pairs, in).row("pairs of events, judged by one reader"))
	r.add(pairScore(j.written, in).row("stories written to set rules on"))
	r.add(pairScore(j.writtenOut, in).row("stories written to measure on"))
	r.add("merged", "two readings of a pair", "agreement", f3(ratio(len(pairs), j.read)), fmt.Sprintf("%d of %d; the others are not scored", len(pairs), j.read))
	for _, read := range j.tables {
		if len(read) > 0 {
			r.happenings(read, j.half, in, j.events)
		}
	}
	return nil
}

// readings is what readers judged, and the chains of stories that it stands in.
type readings struct {
	chains     [][]merge.Report
	events     map[string][]markedEvent // of a document
	tables     [][]happening            // of two readers, the newest first
	singles    []singlePair             // of one reader
	written    []judgedPair             // of stories written to learn from
	writtenOut []judgedPair             // of those written to measure on
	read       int                      // pairs of one reader, those included of which the readings differ
	half       map[string]int           // of the documents of tables: 0 to set rules on, 1 to measure on
}

// singlePair is a pair of one reader, with its documents.
type singlePair struct {
	judgedPair
	docs [2]string
}

// readJudged reads what readers judged and codes the chains of stories of it.
func (r *Runner) readJudged(ctx context.Context) (*readings, error) {
	rows, err := readTable(r.Own, "stories/events.tsv", 6)
	if err != nil {
		return nil, err
	}
	j := &readings{read: len(rows), half: map[string]int{}}
	wanted := map[string]bool{}
	for _, name := range judgedTables {
		read, err := readHappenings(r.Own, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		halves(read, j.half)
		j.tables = append(j.tables, read)
		for i := range read {
			wanted[read[i].doc] = true
		}
	}
	for _, p := range rows {
		wanted[p[2]], wanted[p[3]] = true, true
		if p[4] == p[5] {
			j.singles = append(j.singles, singlePair{judgedPair{a: p[0], b: p[1], same: p[4] == "y"}, [2]string{p[2], p[3]}})
		}
	}
	if err := r.codeJudged(ctx, j, wanted); err != nil {
		return nil, err
	}
	return j, r.codeWritten(ctx, j)
}

// codeJudged codes the chains of stories that hold documents that are wanted.
func (r *Runner) codeJudged(ctx context.Context, j *readings, wanted map[string]bool) error {
	sets, err := r.judgedSets(wanted)
	if err != nil {
		return err
	}
	j.events = map[string][]markedEvent{}
	taken := map[string]bool{}
	for _, set := range sets {
		chains := set.chains(taken)
		var coded []*entente.Document
		for _, c := range chains {
			coded = append(coded, c.docs...)
		}
		if err := r.annotate(ctx, r.textStages(pipeline.Plan{Want: entente.LayerEvents}), coded); err != nil {
			return err
		}
		for _, c := range chains {
			j.chains = append(j.chains, c.reports())
		}
		for _, d := range coded {
			if j.events[d.ID] == nil {
				j.events[d.ID] = markedEvents(d)
			}
		}
	}
	return nil
}

// pairCounts are pairs of events by what readers say of them and by whether
// they are merged.
type pairCounts struct{ tp, fp, fn, tn, gone int }

// pairScore counts pairs, of which the events stand in merged ones by id.
func pairScore(pairs []judgedPair, in map[string]string) pairCounts {
	var n pairCounts
	for _, p := range pairs {
		x, y := in[p.a], in[p.b]
		switch {
		case x == "" || y == "":
			n.gone++
		case x == y && p.same:
			n.tp++
		case x == y:
			n.fp++
		case p.same:
			n.fn++
		default:
			n.tn++
		}
	}
	return n
}

// row writes counts as a figure of the report.
func (n pairCounts) row(data string) (layer, set, measure, value, note string) {
	s := prf(n.tp, n.tp+n.fp, n.tp+n.fn)
	return "merged", data, "pairwise F1", f3(s.F), fmt.Sprintf("P %.3f, R %.3f; %d of %d merged pairs are wrong; %d pairs are no longer coded",
		s.P, s.R, n.fp, n.tp+n.fp, n.gone)
}

// judgedSets reads the sample, the mixed news, ecbplus and headlines, one set
// each. A document that stands in two of them is used in the first.
func (r *Runner) judgedSets(wanted map[string]bool) ([]judgedSet, error) {
	sample, err := r.sampleReports()
	if err != nil {
		return nil, err
	}
	all := [][]*entente.Document{sample}
	for _, name := range []string{"corpus/news.jsonl.gz", "stories/ecbplus.jsonl", "stories/headlines.jsonl"} {
		list, err := ReadJSONL[storyDoc](r.Gold, name)
		if err != nil {
			return nil, err
		}
		docs := make([]*entente.Document, len(list))
		for i, s := range list {
			if s.Text == "" { // a headline alone
				s.Text, s.Title = s.Title, ""
			}
			docs[i] = given(s.ID, s.Text, cmp.Or(s.Date, s.Time))
			docs[i].Title, docs[i].Publisher, docs[i].URL = s.Title, s.Publisher, s.URL
		}
		all = append(all, docs)
	}
	out := make([]judgedSet, len(all))
	for i, docs := range all {
		out[i] = judgedSet{docs: docs, used: map[string]bool{}}
		for _, d := range docs {
			if wanted[d.ID] {
				wanted[d.ID], out[i].used[d.ID] = false, true
			}
		}
	}
	return out, nil
}

// sampleReports reads the sample news.
func (r *Runner) sampleReports() ([]*entente.Document, error) {
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
		d := given(s.ID, s.Text, s.Date)
		d.Title, d.Publisher = s.Title, s.Source
		if t, _, err := source.ParseTime(s.Date); err == nil {
			d.Published, d.DateOnly = t, false
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// chainsOf places documents and returns the place of each, and for each story
// the first of those that it is tied to by what follows what and what is part
// of what, which an archive merges together.
func chainsOf(docs []*entente.Document) (places map[string]entente.Assignment, head map[string]string) {
	features := make([]story.Features, len(docs))
	for i, d := range docs {
		features[i] = story.Extract(d)
	}
	c := story.New(story.Defaults())
	places, head = map[string]entente.Assignment{}, map[string]string{}
	for _, i := range story.Order(features) {
		a := c.Add(features[i])
		places[a.Doc] = a
		for _, a := range c.Changes() {
			places[a.Doc] = a
		}
	}
	find := func(s string) string {
		for head[s] != "" {
			s = head[s]
		}
		return s
	}
	for _, l := range c.Links() {
		for _, to := range l.Links {
			if a, b := find(l.Story), find(to.Story); to.Type != story.Related && a != b {
				head[b] = a
			}
		}
	}
	for s := range head { // order does not matter: each is looked up for itself
		head[s] = find(s)
	}
	return places, head
}

// docChain is the documents of a chain of stories, with their places.
type docChain struct {
	docs   []*entente.Document
	places []entente.Assignment
}

// chains returns the chains of stories that hold a document that is used, without
// documents that are taken, and takes theirs.
func (s *judgedSet) chains(taken map[string]bool) []docChain {
	if len(s.used) == 0 {
		return nil
	}
	places, head := chainsOf(s.docs)
	at, hit := map[string]*docChain{}, map[string]bool{}
	for _, d := range s.docs {
		if taken[d.ID] {
			continue
		}
		a := places[d.ID]
		key := cmp.Or(head[a.Story], a.Story)
		if at[key] == nil {
			at[key] = &docChain{}
		}
		at[key].docs, at[key].places = append(at[key].docs, d), append(at[key].places, a)
		hit[key] = hit[key] || s.used[d.ID]
	}
	var out []docChain
	for _, k := range keys(at) {
		if !hit[k] {
			continue
		}
		out = append(out, *at[k])
		for _, d := range at[k].docs {
			taken[d.ID] = true
		}
	}
	return out
}

// reports returns what merging compares of a chain.
func (c *docChain) reports() []merge.Report {
	out := make([]merge.Report, len(c.docs))
	for i, d := range c.docs {
		a := c.places[i]
		out[i] = merge.Report{Doc: d.ID, Story: a.Story, Outlet: d.Publisher, URL: d.URL, Published: d.Published,
			DateOnly: d.DateOnly, Day: d.Day(), CopyOf: a.DuplicateOf, Claims: merge.Claims(d)}
	}
	return out
}
