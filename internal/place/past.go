package place

import (
	"fmt"
	"io"

	entente "github.com/entente-news/entente"
)

// A town lies in the state of the report's day: Leningrad in 1990 in the Soviet
// Union. The gazetteer has the states of today, and a table
// (data/places/past.tsv) what they were a part of before.

// past is the state that the ground of another one was a part of before a day.
type past struct {
	until entente.Day // the first day of the state of today, or of the next before
	was   string      // ISO 3166-3, or ISO 3166-1 alpha-3 of a state that is still there
}

// WithPast reads the table of states of the past, which is in the order of time
// for each country. Errors wrap [ErrTable].
func WithPast(r io.Reader) Option {
	return func(g *Gazetteer) error {
		if err := g.readPast(r); err != nil {
			return fmt.Errorf("read places/past.tsv: %w", err)
		}
		return nil
	}
}

func (g *Gazetteer) readPast(r io.Reader) error {
	g.past = map[string][]past{}
	return rows(r, []string{"country", "until", "was", "source"}, func(get func(string) string) error {
		country, was := get("country"), get("was")
		until, err := entente.ParseDay(get("until"))
		if err != nil {
			return fmt.Errorf("%q is no day: %w", get("until"), ErrTable)
		}
		for _, code := range [2]string{country, was} {
			if _, ok := g.country[code]; !ok {
				return fmt.Errorf("no state %q: %w", code, ErrTable)
			}
		}
		list := g.past[country]
		if n := len(list); n > 0 && list[n-1].until >= until {
			return fmt.Errorf("%s: %s is not after the row before: %w", country, get("until"), ErrTable)
		}
		g.past[country] = append(list, past{until, was})
		return nil
	})
}

// onDay returns the state that the ground of e was in on a day; without one, that
// of today. What names a state or a people is not ground.
func (g *Gazetteer) onDay(e *entry, day entente.Day) string {
	if e.kind == kindCountry || e.kind == kindDemonym || !day.Known() {
		return e.country
	}
	for _, p := range g.past[e.country] {
		if day < p.until {
			return p.was
		}
	}
	return e.country
}
