package web

import (
	"context"
	"iter"
	"net/http"
	"net/url"
	"strings"

	entente "github.com/entente-news/entente"
)

// eventReader is what the event pages read.
type eventReader interface {
	Events(ctx context.Context, f entente.EventFilter) ([]entente.EventRow, error)
	// EachEvent and EachMerged are for many: they hold few documents at a time.
	EachEvent(ctx context.Context, f entente.EventFilter) iter.Seq2[entente.EventRow, error]
	EachMerged(ctx context.Context, f entente.EventFilter) iter.Seq2[entente.MergedRow, error]
	CountEvents(ctx context.Context, f entente.EventFilter) (int, error)
	Event(ctx context.Context, id string) (entente.EventRow, error)
}

const eventsOnPage = 60

type eventsData struct {
	Rows   []entente.EventRow
	Count  int
	Query  url.Values
	Days   entente.Days
	Roots  []entente.Root
	Status []string
	Pair   *partyPair // as asked, nil when two actors were not
	Pager  pager
}

func (s *server) events(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	page, err := pageNumber(q)
	if err != nil {
		return view{}, err
	}
	f, err := s.eventFilter(q)
	if err != nil {
		return view{}, err
	}
	f.Limit, f.Offset = eventsOnPage, (page-1)*eventsOnPage
	rows, err := s.Archive.Events(ctx, f)
	if err != nil {
		return view{}, err
	}
	n, err := s.Archive.CountEvents(ctx, f)
	if err != nil {
		return view{}, err
	}
	d := eventsData{Rows: rows, Count: n, Query: q, Days: f.Days, Roots: entente.Roots(), Status: statuses(),
		Pager: newPager("/events", q, page, f.Offset+len(rows) < n)}
	if a, b := q.Get("a"), q.Get("b"); a != "" && b != "" {
		d.Pair = &partyPair{A: a, B: b}
	}
	return view{"events", "Events", d}, nil
}

// eventFilter reads the parameters of a list of events.
func (s *server) eventFilter(q url.Values) (entente.EventFilter, error) {
	f := entente.EventFilter{FirstOnly: true, NewestFirst: true, Story: q.Get("story"), Series: asked(q, "series")}
	var err error
	if f.Days, err = days(q); err != nil {
		return f, err
	}
	for _, p := range []struct {
		name string
		to   *[]entente.Party
	}{{"party", &f.Party}, {"actor", &f.Actor}, {"recipient", &f.Recipient}, {"a", &f.Between[0]}, {"b", &f.Between[1]}} {
		if v := strings.TrimSpace(q.Get(p.name)); v != "" {
			if *p.to, err = s.parties(v); err != nil {
				return f, err
			}
		}
	}
	if v := q.Get("event"); v != "" {
		if f.Root, err = entente.ParseRoot(strings.ToUpper(v)); err != nil {
			return f, invalid("event", err)
		}
	}
	if v := q.Get("status"); v != "" {
		st, err := entente.ParseStatus(v)
		if err != nil {
			return f, invalid("status", err)
		}
		f.Status = []entente.Status{st}
	}
	return f, nil
}

// statuses are the names of all statuses.
func statuses() []string {
	var out []string
	for st := entente.Actual; st <= entente.Historical; st++ {
		out = append(out, st.String())
	}
	return out
}
