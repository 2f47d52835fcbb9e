package web

import (
	"context"
	"net/http"
	"strings"

	entente "github.com/entente-news/entente"
)

// searchReader is what the search page reads.
type searchReader interface {
	Search(ctx context.Context, query string, span entente.Days, limit int) ([]entente.Hit, error)
}

const (
	hitsOnPage    = 50
	maxQueryBytes = 500
)

type searchData struct {
	Query string
	Days  entente.Days
	Hits  []entente.Hit
	Full  bool // there may be more
}

func (s *server) search(r *http.Request) (view, error) {
	q := r.URL.Query()
	span, err := days(q)
	if err != nil {
		return view{}, err
	}
	query := strings.TrimSpace(q.Get("q"))
	if len(query) > maxQueryBytes {
		return view{}, &entente.Error{Code: entente.ErrLimit, Op: "search", Hint: "use fewer words"}
	}
	hits, err := s.Archive.Search(r.Context(), query, span, hitsOnPage)
	if err != nil {
		return view{}, err
	}
	title := "Search"
	if query != "" {
		title = query + " – search"
	}
	return view{"search", title, searchData{query, span, hits, len(hits) == hitsOnPage}}, nil
}
