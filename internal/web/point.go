package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	entente "github.com/entente-news/entente"
)

const (
	kindClaims   = "claims" // events that nobody but a party tells
	sharesOnPage = 60
)

// pointData are the events behind one number of a series, whose shares sum to
// it.
type pointData struct {
	relationQuery
	Kind   string // as asked
	What   string // in words
	Rows   []shareRow
	Total  entente.RelationPoint // sums over all, also those on other pages
	Share  float64               // sum of shares
	Sum    float64               // sum of share × score
	Mean   float64
	Has    bool // there is a mean
	Back   string
	Pager  pager
	Number int
}

// shareRow is one event with its share.
type shareRow struct {
	entente.RelationEvent
	View  *mergedView // nil when the event is no longer in the archive
	Share float64     // of both directions
	Part  float64     // share × score
}

// point lists the events behind a point of a series.
func (s *server) point(r *http.Request) (view, error) {
	ctx, q := r.Context(), r.URL.Query()
	asked, err := s.relationQuery(q)
	if err != nil {
		return view{}, err
	}
	if asked.A == "" || asked.B == "" {
		return view{}, invalid("a and b", errors.New("two actors are needed"))
	}
	page, err := pageNumber(q)
	if err != nil {
		return view{}, err
	}
	d := pointData{relationQuery: asked, Kind: q.Get("kind")}
	quad, err := d.kind()
	if err != nil {
		return view{}, err
	}
	all, err := s.Archive.RelationEvents(ctx, d.filter)
	if err != nil {
		return view{}, err
	}
	all = slices.DeleteFunc(all, func(e entente.RelationEvent) bool {
		return e.Claim != (d.Kind == kindClaims) || quad != 0 && e.Quad != quad
	})
	d.sum(all)
	from := min(len(all), (page-1)*sharesOnPage)
	to := min(len(all), from+sharesOnPage)
	for _, e := range all[from:to] {
		row := shareRow{RelationEvent: e, Share: e.Forward + e.Back}
		row.Part = row.Share * e.Score
		m, err := s.Archive.Merged(ctx, e.ID)
		if err == nil {
			v := s.mergedView(m)
			row.View = &v
		} else if entente.ErrorCode(err) != entente.ErrNotFound {
			return view{}, err
		}
		d.Rows = append(d.Rows, row)
	}
	d.Pager = newPager("/relations/events", q, page, to < len(all))
	back := d.values()
	if d.By != "" {
		back.Set("by", d.By)
	}
	d.Back = "/relations?" + back.Encode()
	return view{"point", "Events between " + d.NameA + " and " + d.NameB, d}, nil
}

// kind reads what kind of events was asked for; 0 is any class.
func (d *pointData) kind() (entente.Quad, error) {
	switch d.Kind {
	case "":
		return 0, nil
	case kindClaims:
		d.What = "told by nobody but a party"
		return 0, nil
	}
	n, err := strconv.Atoi(d.Kind)
	if err != nil || n < int(entente.VerbalCooperation) || n > int(entente.MaterialConflict) {
		return 0, invalid("kind", errors.New("not claims, nor a class from 1 to 4"))
	}
	d.What = entente.Quad(n).String() //nolint:gosec // 1 to 4
	return entente.Quad(n), nil       //nolint:gosec // 1 to 4
}

// sum adds up what the point is made of, in the order in which the series does.
func (d *pointData) sum(all []entente.RelationEvent) {
	for i := range all {
		d.Total.Add(&all[i], false)
	}
	d.Number, d.Share, d.Sum = d.Total.Events, d.Total.Weight, d.Total.ScoreSum
	if d.Kind == kindClaims {
		d.Number, d.Share, d.Sum = d.Total.Claims, d.Total.ClaimWeight, d.Total.ClaimScore
	}
	if d.Share > 0 {
		d.Mean, d.Has = d.Sum/d.Share, true
	}
}
