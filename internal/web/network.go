package web

import (
	"net/http"

	entente "github.com/entente-news/entente"
)

const tiesOnPage = 80

// networkData is who met whom in some days, and who stands together.
type networkData struct {
	Days  entente.Days
	Blocs []Bloc
	Ties  []tieRow
	Cut   int // ties that are not shown
}

// tieRow is what two parties did to each other.
type tieRow struct {
	entente.DyadCount
	Within int // number of the bloc that holds both, from 1; 0 for none
}

func (s *server) network(r *http.Request) (view, error) {
	var d networkData
	var err error
	if d.Days, err = days(r.URL.Query()); err != nil {
		return view{}, err
	}
	all, err := s.Archive.TopDyads(r.Context(), d.Days, 0)
	if err != nil {
		return view{}, err
	}
	if s.Blocs != nil {
		d.Blocs = s.Blocs(all)
	}
	in := map[string]int{}
	for i, b := range d.Blocs {
		for _, p := range b.Parties {
			in[p] = i + 1
		}
	}
	d.Cut = max(0, len(all)-tiesOnPage)
	for _, t := range all[:min(len(all), tiesOnPage)] {
		row := tieRow{DyadCount: t}
		if in[t.A] == in[t.B] {
			row.Within = in[t.A]
		}
		d.Ties = append(d.Ties, row)
	}
	return view{"network", "Who stands together", d}, nil
}
