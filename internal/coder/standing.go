package coder

import (
	"slices"

	"github.com/entente-news/entente"
)

// standing is what kind of party somebody is, by public power, the lowest first.
// The codebook counts an act of or against those who hold, seek or challenge it;
// an arrest or a blow among private persons it does not.
type standing uint8

const (
	standsNobody   standing = iota // there is no party
	standsSpeaker                  // "we", "you"
	standsPrivate                  // persons without office, crowds, suspects
	standsBusiness                 // firms, farms, hospitals
	standsMovement                 // unions, churches, press, schools, exiles, societies
	standsArmed                    // rebels and unknown armed men
	standsLaw                      // police and courts
	standsOrgan                    // government, parliament, army, parties
	standsState                    // a state as such, or a body of states
	nStandings
)

// standingOfSector returns the standing that a sector gives, false if it gives
// none.
func standingOfSector(s entente.Sector) (standing, bool) {
	switch s {
	case entente.COP, entente.JUD:
		return standsLaw, true
	case entente.GOV, entente.MIL, entente.LEG, entente.SPY, entente.PTY, entente.OPP, entente.PRE, entente.PRM:
		return standsOrgan, true
	case entente.REB, entente.UAF:
		return standsArmed, true
	case entente.LAB, entente.REL, entente.JRN, entente.EDU, entente.SOC, entente.REF:
		return standsMovement, true
	case entente.BUS, entente.AGR, entente.MED:
		return standsBusiness, true
	case entente.SectorNone:
		return standsNobody, false
	}
	return standsPrivate, true
}

// standingOf returns the standing of a party.
func (x *tree) standingOf(p *party) standing {
	s, ok := standingOfSector(p.actor.Sector)
	switch {
	case !ok && x.isPublic(p):
		return standsState
	case ok && s != standsPrivate:
		return s
	}
	if x.pos[p.token] == entente.PRON {
		switch x.lemma[p.token] {
		case "we", "i", "you", "us", "me":
			return standsSpeaker
		}
	}
	return standsPrivate
}

// highest returns the highest standing among the members of a side.
func (x *tree) highest(side []party) standing {
	best := standsNobody
	for i := range side {
		best = max(best, x.standingOf(&side[i]))
	}
	return best
}

// coarse is a standing among few: nobody, private, movement, law, power.
func (s standing) coarse() int {
	switch s {
	case standsNobody:
		return 0
	case standsSpeaker, standsPrivate, standsBusiness:
		return 1
	case standsMovement:
		return 2
	case standsLaw:
		return 3
	case standsArmed, standsOrgan, standsState:
		return 4
	}
	return 4
}

const (
	nCoarse   = 5
	nFamilies = 4
)

// familyOf parts roots by what makes them political: a blow and an arrest by who
// is hit, a word by who says it, other deeds by who gets something.
func familyOf(r entente.Root) int {
	switch r {
	case entente.RootAssault:
		return 0
	case entente.RootCoerce, entente.RootSanction, entente.RootAccuse:
		return 1
	case entente.RootProtest, entente.RootMobilize, entente.RootAid, entente.RootCooperate, entente.RootRetreat:
		return 3
	}
	return 2
}

// landsOf returns the number of different countries on both sides.
func landsOf(m *match) int {
	var lands []string
	for _, side := range [2][]party{m.actors, m.recipients} {
		for i := range side {
			if c := side[i].actor.Country; c != "" && !slices.Contains(lands, c) {
				lands = append(lands, c)
			}
		}
	}
	return len(lands)
}

// The lengths of the blocks of a gauge on the standing of the sides and on how
// the sentence tells.
const (
	standingBlock = 2*int(nStandings) + nFamilies*nCoarse*nCoarse + 2*nFamilies
	tellingBlock  = 8
)

// tellStanding fills the block on the standing of both sides of m.
func (w *work) tellStanding(g []float64, m *match, root entente.Root) {
	a, r, family := w.x.highest(m.actors), w.x.highest(m.recipients), familyOf(root)
	g[a], g[int(nStandings)+int(r)] = 1, 1
	g = g[2*nStandings:]
	g[(family*nCoarse+a.coarse())*nCoarse+r.coarse()] = 1
	g = g[nFamilies*nCoarse*nCoarse:]
	switch landsOf(m) {
	case 0:
		g[nFamilies+family] = 1
	case 1:
	default:
		g[family] = 1
	}
}

// tellTelling fills the block on how the sentence of m tells: status, reported
// future, question, and whether a person's age stands in it, as in news of crime.
func (w *work) tellTelling(g []float64, m *match) {
	f := w.x.factOf(m)
	g[f.status] = 1
	g[5] = float64(btoi(f.would))
	g[6] = float64(btoi(w.l.asks))
	g[7] = float64(btoi(w.l.aged))
}

// isAge reports whether token i is an age behind a person's name: "Jones, 32,".
func isAge(d *entente.Document, i int) bool {
	if i < 2 || i+1 >= len(d.Tokens) || d.Tokens[i].UPOS != entente.NUM || d.Tokens[i].Span.Len() != 2 || d.Tokens[i-2].UPOS != entente.PROPN {
		return false
	}
	next := d.Tokens[i+1].Span.In(d.Text)
	return d.Tokens[i-1].Span.In(d.Text) == "," && (next == "," || next == ".")
}
