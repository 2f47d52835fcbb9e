package web

import (
	"bytes"
	"context"
	"errors"
	"net/http"

	entente "github.com/entente-news/entente"
)

// alertReader is what the feed reads.
type alertReader interface {
	Alerts(ctx context.Context, watch string, limit int) ([]entente.Alert, error)
}

const alertsInFeed = 100

// alertFeed is what the watches told, of one of them with the parameter watch.
func (s *server) alertFeed(r *http.Request) ([]byte, error) {
	if s.Feed == nil {
		return nil, &entente.Error{Code: entente.ErrNotFound, Op: "write the feed", Err: errors.New("alerts are not served here")}
	}
	watch := r.URL.Query().Get("watch")
	list, err := s.Archive.Alerts(r.Context(), watch, alertsInFeed)
	if err != nil {
		return nil, err
	}
	scheme := "http://"
	if r.TLS != nil {
		scheme = "https://"
	}
	var b bytes.Buffer
	err = s.Feed(&b, watch, scheme+r.Host, list)
	return b.Bytes(), err
}
