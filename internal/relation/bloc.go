package relation

import (
	"cmp"
	"slices"
)

// Who stands together?
//
// A network has the parties of a period as its nodes; the tie between two of
// them is the sum of the scores of what they did to each other, kind acts and
// hostile ones apart. Blocs are the groups that make the signed modularity
// (Gómez, Jensen and Arenas, 2009, Analysis of community structure in networks
// of correlated data) largest: more kindness within and more hostility between
// than parties as active as these would have by chance. They are searched by
// moving one party at a time to the group that gains most (Blondel, Guillaume,
// Lambiotte and Lefebvre, 2008, its first phase), then by joining groups as
// long as that gains (Clauset, Newman and Moore, 2004). Parties stand in the
// order of their codes: the same network gives the same blocs.

// Tie is what two parties did to each other in a period. A < B.
type Tie struct {
	A, B    string
	Events  int
	Weight  float64 // sum of shares
	Kind    float64 // sum of the positive scores by share
	Hostile float64 // of the negative ones, as a positive number
}

// Mean is the mean score of the tie's events, [-10, 10].
func (t Tie) Mean() float64 {
	if t.Weight == 0 {
		return 0
	}
	return (t.Kind - t.Hostile) / t.Weight
}

// Bloc is a group of parties, with the sums of what they did within and to
// parties outside.
type Bloc struct {
	Parties         []string // in order of their codes
	KindWithin      float64
	HostileOut      float64
	HostileWithin   float64
	KindOut         float64
	MeanIn, MeanOut float64 // mean scores within, and towards others
}

// graph is a network by number of party.
type graph struct {
	names         []string
	kind, hostile [][]float64
	degree        [2][]float64 // by party, kind and hostile
	total         [2]float64   // sums of the degrees
}

// Blocs returns the groups of two or more parties, the largest first.
func Blocs(ties []Tie) []Bloc {
	g := graphOf(ties)
	group := make([]int, len(g.names))
	for i := range group {
		group[i] = i
	}
	for range 20 { // it ends when nothing moves; 20 rounds are never reached
		if !g.moveOne(group) && !g.joinTwo(group) {
			break
		}
	}
	return g.blocs(ties, group)
}

func graphOf(ties []Tie) *graph {
	g := &graph{}
	at := map[string]int{}
	for _, t := range ties {
		g.names = append(g.names, t.A, t.B)
	}
	slices.Sort(g.names)
	g.names = slices.Compact(g.names)
	n := len(g.names)
	for i, name := range g.names {
		at[name] = i
	}
	g.kind, g.hostile = square(n), square(n)
	g.degree = [2][]float64{make([]float64, n), make([]float64, n)}
	for _, t := range ties {
		a, b := at[t.A], at[t.B]
		for s, v := range [2]float64{t.Kind, t.Hostile} {
			m := [2][][]float64{g.kind, g.hostile}[s]
			m[a][b] += v
			m[b][a] += v
			g.degree[s][a] += v
			g.degree[s][b] += v
			g.total[s] += 2 * v
		}
	}
	return g
}

func square(n int) [][]float64 {
	cells := make([]float64, n*n)
	out := make([][]float64, n)
	for i := range out {
		out[i] = cells[i*n : (i+1)*n]
	}
	return out
}

// pull is what it gains to have two parties in one group: kindness above what
// chance would give, less hostility above what chance would give.
func (g *graph) pull(i, j int) float64 {
	p := g.kind[i][j] - g.hostile[i][j]
	if g.total[0] > 0 {
		p -= float64(g.degree[0][i]*g.degree[0][j]) / g.total[0]
	}
	if g.total[1] > 0 {
		p += float64(g.degree[1][i]*g.degree[1][j]) / g.total[1]
	}
	return p
}

// least is the smallest gain that counts: less is rounding.
const least = 1e-9

// moveOne moves parties to the group that pulls most, until none moves.
func (g *graph) moveOne(group []int) bool {
	moved := false
	for again := true; again; {
		again = false
		for i := range group {
			gain := make([]float64, len(group))
			for j := range group {
				if j != i {
					gain[group[j]] += g.pull(i, j)
				}
			}
			to := group[i]
			for k := range gain {
				if gain[k] > gain[to]+least {
					to = k
				}
			}
			if to != group[i] {
				group[i], again, moved = to, true, true
			}
		}
	}
	return moved
}

// joinTwo joins the two groups that gain most by it, if any do.
func (g *graph) joinTwo(group []int) bool {
	n := len(group)
	gain := square(n)
	for i := range n {
		for j := i + 1; j < n; j++ {
			if a, b := min(group[i], group[j]), max(group[i], group[j]); a != b {
				gain[a][b] += g.pull(i, j)
			}
		}
	}
	best, a, b := least, -1, -1
	for i := range n {
		for j := i + 1; j < n; j++ {
			if gain[i][j] > best {
				best, a, b = gain[i][j], i, j
			}
		}
	}
	if a < 0 {
		return false
	}
	for i := range group {
		if group[i] == b {
			group[i] = a
		}
	}
	return true
}

func (g *graph) blocs(ties []Tie, group []int) []Bloc {
	at := map[string]int{}
	members := make([][]string, len(group))
	for i, name := range g.names {
		at[name] = group[i]
		members[group[i]] = append(members[group[i]], name)
	}
	sums := make([]Bloc, len(group))
	weight := make([][2]float64, len(group))
	for _, t := range ties {
		a, b := at[t.A], at[t.B]
		if a == b {
			sums[a].KindWithin += t.Kind
			sums[a].HostileWithin += t.Hostile
			weight[a][0] += t.Weight
			continue
		}
		for _, k := range [2]int{a, b} {
			sums[k].KindOut += t.Kind
			sums[k].HostileOut += t.Hostile
			weight[k][1] += t.Weight
		}
	}
	var out []Bloc
	for k := range sums {
		if len(members[k]) < 2 || sums[k].KindWithin <= sums[k].HostileWithin {
			continue // a common enemy alone makes nobody stand together
		}
		s := sums[k]
		s.Parties = members[k]
		if weight[k][0] > 0 {
			s.MeanIn = (s.KindWithin - s.HostileWithin) / weight[k][0]
		}
		if weight[k][1] > 0 {
			s.MeanOut = (s.KindOut - s.HostileOut) / weight[k][1]
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Bloc) int {
		return cmp.Or(cmp.Compare(len(b.Parties), len(a.Parties)), cmp.Compare(a.Parties[0], b.Parties[0]))
	})
	return out
}
