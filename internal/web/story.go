package web

import (
	"context"
	"net/http"
	"slices"
	"sort"
	"strings"

	entente "github.com/entente-news/entente"
)

// storyReader is what the story pages read.
type storyReader interface {
	Stories(ctx context.Context, f entente.StoryFilter) ([]entente.StoryRow, error)
	Story(ctx context.Context, id string) (entente.StoryRow, error)
	Documents(ctx context.Context, f entente.DocumentFilter, depth entente.Depth) ([]*entente.Document, error)
	Document(ctx context.Context, id string, depth entente.Depth) (*entente.Document, error)
	mergeReader
}

// mergeReader is what pages read of merged events and of what ties stories.
type mergeReader interface {
	Merged(ctx context.Context, id string) (entente.MergedRow, error)
	MergedEvents(ctx context.Context, f entente.EventFilter) ([]entente.MergedRow, error)
	StoryLinks(ctx context.Context, id string) ([]entente.StoryLink, error)
	StoryTrace(ctx context.Context, id string) ([]entente.StoryLink, error)
	Provenance(ctx context.Context, story string) (map[string]entente.Provenance, error)
}

const (
	storiesOnPage = 40
	dyadsBeside   = 12
	maxReports    = 500 // of one story on its page
	maxEvents     = 400
	openGroups    = 24 // events that stand unfolded
	leadSentences = 3
)

type storiesData struct {
	Days    entente.Days
	Query   string // the days as a query
	Stories []entente.StoryRow
	Lead    *storyLead
	Dyads   []entente.DyadCount
	Pager   pager
}

// storyLead is the first story of the first page, with the head of its brief.
type storyLead struct {
	Row   entente.StoryRow
	Brief citedBrief
}

func (s *server) stories(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	span, err := days(q)
	if err != nil {
		return view{}, err
	}
	page, err := pageNumber(q)
	if err != nil {
		return view{}, err
	}
	rows, err := s.Archive.Stories(ctx, entente.StoryFilter{Days: span, Limit: storiesOnPage + 1, Offset: (page - 1) * storiesOnPage})
	if err != nil {
		return view{}, err
	}
	dyads, err := s.Archive.TopDyads(ctx, span, dyadsBeside)
	if err != nil {
		return view{}, err
	}
	more := len(rows) > storiesOnPage
	d := storiesData{Days: span, Query: spanQuery(span), Stories: rows[:min(len(rows), storiesOnPage)], Dyads: dyads,
		Pager: newPager("/", q, page, more)}
	if page == 1 && len(rows) > 0 {
		if d.Lead, err = s.lead(ctx, rows[0]); err != nil {
			return view{}, err
		}
		d.Stories = d.Stories[1:]
	}
	return view{"stories", "Stories", d}, nil
}

// lead writes the brief of a story for the head of the list of stories, cut to
// its first sentences.
func (s *server) lead(ctx context.Context, row entente.StoryRow) (*storyLead, error) {
	b, err := s.Brief.Story(ctx, row.Story.ID)
	if err != nil {
		return nil, err
	}
	short := *b
	short.Sections = nil
	left := leadSentences
	for _, sec := range b.Sections {
		n := min(left, len(sec.Sentences))
		if left -= n; n > 0 {
			short.Sections = append(short.Sections, entente.BriefSection{Head: sec.Head, Sentences: sec.Sentences[:n]})
		}
	}
	cited, err := s.cite(ctx, &short)
	return &storyLead{row, cited}, err
}

type report struct {
	Doc     *entente.Document
	Credits string
	Copies  []report // near-copies, the earliest first
}

type partyCount struct {
	Code   string
	Events int
}

type storyData struct {
	Row     entente.StoryRow
	Brief   citedBrief
	Reports []report
	Hidden  int // reports beyond the most that a page shows
	Events  []mergedView
	Rest    []mergedView // those that stand folded below
	Parties []partyCount
	Dyads   []partyPair
	Related []entente.BriefRelated
	Ties    []ties
	Trace   []entente.StoryLink // merges and splits
	Since   string              // what the brief is compared with, as asked
}

type partyPair struct {
	A, B   string
	Events int
}

func (s *server) story(r *http.Request) (view, error) {
	ctx, id := r.Context(), r.PathValue("id")
	row, err := s.Archive.Story(ctx, id)
	if err != nil {
		return view{}, err
	}
	docs, err := s.Archive.Documents(ctx, entente.DocumentFilter{Days: entente.AllDays(), Story: id}, entente.DepthMeta)
	if err != nil {
		return view{}, err
	}
	events, err := s.Archive.Events(ctx, entente.EventFilter{Days: entente.AllDays(), Story: id, FirstOnly: true, Limit: maxEvents})
	if err != nil {
		return view{}, err
	}
	since := r.URL.Query().Get("since")
	b, err := s.storyBrief(ctx, id, since)
	if err != nil {
		return view{}, err
	}
	merged, err := s.Archive.MergedEvents(ctx, entente.EventFilter{Days: entente.AllDays(), Story: row.Story.ID, Limit: maxEvents})
	if err != nil {
		return view{}, err
	}
	groups := s.mergedViews(merged)
	open := len(groups)
	if open > openGroups+openGroups/4 { // a few more are not worth a fold
		open = openGroups
	}
	d := storyData{Row: row, Events: groups[:open], Rest: groups[open:], Related: b.Related, Hidden: max(0, len(docs)-maxReports), Since: since}
	if d.Brief, err = s.cite(ctx, b); err != nil {
		return view{}, err
	}
	if err := s.beside(ctx, &d, docs[:min(len(docs), maxReports)]); err != nil {
		return view{}, err
	}
	d.Parties, d.Dyads = whoMeets(events, 8)
	return view{"story", row.Story.Title, d}, nil
}

// storyBrief writes the brief of a story: with what is new since a day, or
// since the last day but one with reports.
func (s *server) storyBrief(ctx context.Context, id, since string) (*entente.Brief, error) {
	switch since {
	case "":
		return s.Brief.Story(ctx, id)
	case "last":
		return s.Brief.StorySince(ctx, id, entente.NoDay)
	}
	day, err := entente.ParseDay(since)
	if err != nil {
		return nil, invalid("since", err)
	}
	return s.Brief.StorySince(ctx, id, day)
}

// beside fills in the reports of a story, with near-copies under the earliest,
// and what it is tied to.
func (s *server) beside(ctx context.Context, d *storyData, docs []*entente.Document) error {
	id := d.Row.Story.ID
	from, err := s.Archive.Provenance(ctx, id)
	if err != nil {
		return err
	}
	d.Reports = underEarliest(docs, d.Row.Story.Members, from)
	links, err := s.Archive.StoryLinks(ctx, id)
	if err != nil {
		return err
	}
	d.Ties = tiesOf(links)
	tied := map[string]bool{}
	for _, l := range links {
		tied[l.Story] = true
	}
	var related []entente.BriefRelated
	for _, r := range d.Related {
		if r.Story == "" || !tied[r.Story] {
			related = append(related, r)
		}
	}
	d.Related = related
	d.Trace, err = s.Archive.StoryTrace(ctx, id)
	return err
}

// underEarliest puts near-copies under what they copy; one whose original is
// not shown stands alone.
func underEarliest(docs []*entente.Document, members []entente.Member, from map[string]entente.Provenance) []report {
	original := map[string]string{}
	for _, m := range members {
		original[m.Doc] = m.DuplicateOf
	}
	shown := map[string]bool{}
	for _, doc := range docs {
		shown[doc.ID] = true
	}
	copies := map[string][]report{}
	var out []report
	for _, doc := range docs {
		r := report{Doc: doc, Credits: creditText(from[doc.ID])}
		if of := original[doc.ID]; of != "" && shown[of] {
			copies[of] = append(copies[of], r)
		} else {
			out = append(out, r)
		}
	}
	for i := range out {
		out[i].Copies = copies[out[i].Doc.ID]
	}
	return out
}

// creditText lists the agencies on which a report as a whole rests.
func creditText(p entente.Provenance) string {
	var names []string
	for _, c := range p.Credits {
		if c.Whole && !slices.Contains(names, c.Agency) {
			names = append(names, c.Agency)
		}
	}
	return strings.Join(names, ", ")
}

// whoMeets counts the parties of events, and the pairs that stand on two sides
// of one or act together; at most n of each.
func whoMeets(rows []entente.EventRow, n int) ([]partyCount, []partyPair) {
	count, pairs := map[string]int{}, map[[2]string]int{}
	for _, r := range rows {
		var codes []string
		seen := map[string]bool{}
		for _, side := range [][]entente.Actor{r.Event.Actors, r.Event.Recipients} {
			for i := range side {
				if p := side[i].Party(); p != "" && !seen[p] {
					seen[p] = true
					codes = append(codes, p)
				}
			}
		}
		sort.Strings(codes)
		for i, a := range codes {
			count[a]++
			for _, b := range codes[i+1:] {
				pairs[[2]string{a, b}]++
			}
		}
	}
	ps := make([]partyCount, 0, len(count))
	for p, c := range count {
		ps = append(ps, partyCount{p, c})
	}
	sort.Slice(ps, func(i, j int) bool {
		if ps[i].Events != ps[j].Events {
			return ps[i].Events > ps[j].Events
		}
		return ps[i].Code < ps[j].Code
	})
	ds := make([]partyPair, 0, len(pairs))
	for p, c := range pairs {
		ds = append(ds, partyPair{p[0], p[1], c})
	}
	sort.Slice(ds, func(i, j int) bool {
		if ds[i].Events != ds[j].Events {
			return ds[i].Events > ds[j].Events
		}
		return ds[i].A+"\x00"+ds[i].B < ds[j].A+"\x00"+ds[j].B
	})
	return ps[:min(n, len(ps))], ds[:min(n, len(ds))]
}
