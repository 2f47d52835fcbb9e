package web

import (
	"context"
	"net/http"
	"net/url"
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

// searchWords reads what is searched for.
func searchWords(q url.Values) (string, error) {
	query := strings.TrimSpace(q.Get("q"))
	if len(query) > maxQueryBytes {
		return "", &entente.Error{Code: entente.ErrLimit, Op: "search", Hint: "use fewer words"}
	}
	return query, nil
}

func (s *server) search(r *http.Request) (view, error) {
	q := r.URL.Query()
	span, err := days(q)
	if err != nil {
		return view{}, err
	}
	query, err := searchWords(q)
	if err != nil {
		return view{}, err
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
