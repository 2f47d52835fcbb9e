package web

import (
	"context"
	"net/http"
	"sort"

	entente "github.com/entente-news/entente"
)

// storyReader is what the story pages read.
type storyReader interface {
	Stories(ctx context.Context, f entente.StoryFilter) ([]entente.StoryRow, error)
	Story(ctx context.Context, id string) (entente.StoryRow, error)
	Documents(ctx context.Context, f entente.DocumentFilter, depth entente.Depth) ([]*entente.Document, error)
	Document(ctx context.Context, id string, depth entente.Depth) (*entente.Document, error)
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
	cited, err := s.cite(ctx, &short, nil)
	return &storyLead{row, cited}, err
}

type report struct {
	Doc    *entente.Document
	CopyOf *entente.Document // nil when it is none
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
	Events  []eventGroup
	Rest    []eventGroup // those that stand folded below
	Parties []partyCount
	Dyads   []partyPair
	Related []entente.BriefRelated
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
	b, err := s.Brief.Story(ctx, id)
	if err != nil {
		return view{}, err
	}
	byID := make(map[string]*entente.Document, len(docs))
	for _, doc := range docs {
		byID[doc.ID] = doc
	}
	copies := map[string]string{}
	for _, m := range row.Story.Members {
		copies[m.Doc] = m.DuplicateOf
	}
	groups := mostTold(groupEvents(events))
	open := len(groups)
	if open > openGroups+openGroups/4 { // a few more are not worth a fold
		open = openGroups
	}
	d := storyData{Row: row, Events: groups[:open], Rest: groups[open:], Related: b.Related, Hidden: max(0, len(docs)-maxReports)}
	if d.Brief, err = s.cite(ctx, b, byID); err != nil {
		return view{}, err
	}
	for _, doc := range docs[:min(len(docs), maxReports)] {
		d.Reports = append(d.Reports, report{doc, byID[copies[doc.ID]]})
	}
	d.Parties, d.Dyads = whoMeets(events, 8)
	return view{"story", row.Story.Title, d}, nil
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
