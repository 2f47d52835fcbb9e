package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// ofParties returns place p of the event of m as the reading that lies in the
// land of one of its parties, where the gazetteer is not sure which of several
// namesakes is meant: a march of Chadians is in the Chadian town of that name. A
// meeting of several states is as often on the ground of none of them.
func (x *tree) ofParties(p entente.Place, m *match) entente.Place {
	if p.Confidence >= entente.Unsure || len(p.Candidates) < 2 {
		return p
	}
	var lands []string
	for _, list := range [2][]party{m.actors, m.recipients} {
		for i := range list {
			if c := list[i].actor.Country; c != "" && !entente.IsSupranational(c) {
				lands = append(lands, c)
			}
		}
	}
	if slices.Contains(lands, p.Country) || m.root == entente.RootConsult && landsOf(m) > 1 {
		return p
	}
	for i := range p.Candidates {
		c := &p.Candidates[i]
		if !slices.Contains(lands, c.Country) {
			continue
		}
		p.Name, p.Admin1, p.Country, p.GeoNames = c.Name, c.Admin1, c.Country, c.GeoNames
		p.Lat, p.Lon, p.HasPoint, p.ClaimedBy = c.Lat, c.Lon, true, nil
		p.Why += "; of its namesakes, the one in the land of a party to the event"
		return p
	}
	return p
}
