package place

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// dispute is a row of the table of disputed territory
// (data/places/disputed.tsv): where it applies, and who claims it beside the
// country that the place has.
type dispute struct {
	claimants []string
	whole     bool // every place of the country
	divisions map[uint32]bool
	names     map[string]bool
	circle    bool
	lat, lon  float64
	km        float64
}

// Option adds a table to a gazetteer while it is loaded.
type Option func(*Gazetteer) error

// WithDisputes reads the table of disputed territory. Errors wrap [ErrTable].
func WithDisputes(r io.Reader) Option {
	return func(g *Gazetteer) error {
		if err := g.readDisputes(r); err != nil {
			return fmt.Errorf("read places/disputed.tsv: %w", err)
		}
		return nil
	}
}

func (g *Gazetteer) readDisputes(r io.Reader) error {
	g.disputes = map[string][]dispute{}
	columns := []string{"area", "country", "claimed_by", "divisions", "names", "lat", "lon", "km", "since", "rule", "source"}
	return rows(r, columns, func(get func(string) string) error {
		country := get("country")
		d := dispute{claimants: list(get("claimed_by")), divisions: map[uint32]bool{}, names: map[string]bool{}}
		if _, ok := g.country[country]; country != "" && !ok {
			return fmt.Errorf("no state %q: %w", country, ErrTable)
		}
		if rule := get("rule"); len(d.claimants) == 0 || get("since") == "" || len(rule) != 1 || rule[0] < '1' || rule[0] > '4' || (rule == "4") != (country == "") {
			return fmt.Errorf("%s needs claimants, since, and a rule from 1 to 4, which is 4 where no country is given: %w", get("area"), ErrTable)
		}
		for _, n := range list(get("divisions")) {
			if n == "*" {
				d.whole = true
				continue
			}
			a, ok := g.division(country, n)
			if !ok {
				return fmt.Errorf("no division %q in %s: %w", n, country, ErrTable)
			}
			d.divisions[a] = true
		}
		for _, n := range list(get("names")) {
			d.names[n] = true
		}
		var err error
		if d.lat, d.lon, d.circle, err = degrees(get("lat"), get("lon")); err != nil {
			return err
		}
		if d.circle {
			if d.km, err = strconv.ParseFloat(get("km"), 64); err != nil || !(d.km > 0 && d.km < 1000) {
				return fmt.Errorf("%q is no number of kilometres: %w", get("km"), ErrTable)
			}
		}
		g.disputes[country] = append(g.disputes[country], d)
		return nil
	})
}

// claimants returns the states and authorities that claim e beside its
// country, nil for none.
func (g *Gazetteer) claimants(e *entry) []string {
	if e.kind == kindDemonym {
		return nil
	}
	for i := range g.disputes[e.country] {
		d := &g.disputes[e.country][i]
		switch {
		case d.whole, d.names[e.name],
			e.admin1 != noAdmin && d.divisions[e.admin1],
			d.circle && e.kind < kindAdmin1 && e.point && kilometres(e.lat, e.lon, d.lat, d.lon) <= d.km:
			return d.claimants
		}
	}
	return nil
}

// kilometres is the distance between two points in degrees on a plane, which
// is right to a few per cent over some hundred kilometres and needs no library
// function whose last bits differ between machines.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const perDegree = 111.2
	y := float64(lat1-lat2) * perDegree
	x := float64(lon1 - lon2)
	if x > 180 {
		x -= 360
	} else if x < -180 {
		x += 360
	}
	x *= float64(perDegree * cosine((lat1+lat2)/2))
	return math.Sqrt(float64(x*x) + float64(y*y))
}

// cosine of degrees, by the formula of Bhaskara (7th century), right to 0.002
// between -90 and 90.
func cosine(degrees float64) float64 {
	s := float64(degrees * degrees)
	return (32400 - float64(4*s)) / (32400 + s)
}
