package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/wire"
)

// pairOf reads the parameters of an answer that is of two actors.
func (s *server) pairOf(q url.Values) (relationQuery, error) {
	d, err := s.relationQuery(q)
	switch {
	case err != nil:
		return d, err
	case d.A == "" || d.B == "":
		return d, invalid("a and b", errors.New("two actors are needed"))
	case slices.Equal(d.filter.A, d.filter.B):
		return d, invalid("b", errors.New("the two are one actor"))
	}
	return d, nil
}

// apiRelations answers with the series of two actors, or without actors with
// the pairs that meet most.
func (s *server) apiRelations(r *http.Request, w *wire.Writer) error {
	q := r.URL.Query()
	if q.Get("a") == "" && q.Get("b") == "" {
		span, err := days(q)
		if err != nil {
			return err
		}
		limit, err := whole(q, "limit", usualLines, 1, mostLines)
		if err != nil {
			return err
		}
		rows, err := s.Archive.TopDyads(r.Context(), span, limit)
		if err != nil {
			return err
		}
		return each(w, rows, func(d entente.DyadCount) any { return wire.DyadOf(d) })
	}
	d, err := s.pairOf(q)
	if err != nil {
		return err
	}
	points, err := s.Archive.Relation(r.Context(), d.filter)
	if err != nil {
		return err
	}
	stats, err := s.Archive.Stats(r.Context(), entente.AllDays())
	if err != nil {
		return err
	}
	a, b := d.codes()
	return each(w, points, func(p entente.RelationPoint) any { return wire.RelationPointOf(a, b, p, stats.Sample) })
}

// codes are those of the two actors.
func (d *relationQuery) codes() (a, b string) {
	return d.filter.A[0].String(), d.filter.B[0].String()
}

// pairEvents returns what is asked of two actors, and the events between them.
func (s *server) pairEvents(r *http.Request) (relationQuery, []entente.RelationEvent, error) {
	d, err := s.pairOf(r.URL.Query())
	if err != nil {
		return d, nil, err
	}
	list, err := s.Archive.RelationEvents(r.Context(), d.filter)
	return d, list, err
}

// apiShares answers with the events that a series is made of.
func (s *server) apiShares(r *http.Request, w *wire.Writer) error {
	d, list, err := s.pairEvents(r)
	if err != nil {
		return err
	}
	a, b := d.codes()
	return each(w, list, func(e entente.RelationEvent) any { return wire.RelationEventOf(a, b, &e) })
}

// errNotBuilt is what an answer says that needs what the handler was not given.
var errNotBuilt = &entente.Error{Code: entente.ErrUnsupported, Op: "answer", Err: errors.New("this is not worked out here")}

// apiTurns answers with the turning points of a relation.
func (s *server) apiTurns(r *http.Request, w *wire.Writer) error {
	if s.Turns == nil {
		return errNotBuilt
	}
	d, list, err := s.pairEvents(r)
	if err != nil {
		return err
	}
	turns, err := s.Turns(r.Context(), list)
	if err != nil {
		return err
	}
	a, b := d.codes()
	return each(w, turns, func(t Turn) any { return wire.TurnOf(a, b, t.Day, [2]float64{t.Before, t.After}, t.Events) })
}

// apiNetwork answers with the groups that stand together.
func (s *server) apiNetwork(r *http.Request, w *wire.Writer) error {
	if s.Blocs == nil {
		return errNotBuilt
	}
	span, err := days(r.URL.Query())
	if err != nil {
		return err
	}
	all, err := s.Archive.TopDyads(r.Context(), span, 0)
	if err != nil {
		return err
	}
	return each(w, s.Blocs(all), func(b Bloc) any {
		return wire.Bloc{Type: "bloc", Parties: b.Parties, MeanWithin: wire.Number(b.MeanIn), MeanOthers: wire.Number(b.MeanOut)}
	})
}
