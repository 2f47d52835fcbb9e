package eval

import "math"

// Cluster is the cluster of one document, gold or predicted.
type Cluster struct {
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
}

// StoryScore is how well a clustering fits (Bagga and Baldwin, 1998, for
// B-cubed; Rosenberg and Hirschberg, 2007, for V).
type StoryScore struct {
	Docs, GoldClusters, PredClusters, Exact int
	BCubed, Pairwise                        PRF
	Homogeneity, Completeness, V, ARI       float64
	Missing                                 int
}

// ScoreStories scores predicted clusters. A document without a prediction is a
// cluster of its own; predictions for unknown documents are left out.
func ScoreStories(gold, pred []Cluster) (StoryScore, error) {
	given, err := byID(pred, func(c *Cluster) string { return c.ID })
	if err != nil {
		return StoryScore{}, err
	}
	g, p, j := map[string]int{}, map[string]int{}, map[[2]string]int{}
	out := StoryScore{Docs: len(gold)}
	for _, c := range gold {
		label := "single:" + c.ID
		if x := given[c.ID]; x != nil {
			label = "p:" + x.Cluster
		} else {
			out.Missing++
		}
		g[c.Cluster]++
		p[label]++
		j[[2]string{c.Cluster, label}]++
	}
	out.GoldClusters, out.PredClusters = len(g), len(p)
	n := float64(len(gold))
	var bp, br, hj []float64
	tp := 0
	for k, v := range j { // sums below are exact, so the order does not matter
		bp = append(bp, float64(v*v)/float64(p[k[1]]))
		br = append(br, float64(v*v)/float64(g[k[0]]))
		hj = append(hj, float64(v)/n*math.Log(float64(v)/n))
		tp += pairs(v)
		if v == g[k[0]] && v == p[k[1]] {
			out.Exact++
		}
	}
	out.BCubed = fscore(sum(bp)/n, sum(br)/n)
	gp, pp := 0, 0
	for _, v := range g {
		gp += pairs(v)
	}
	for _, v := range p {
		pp += pairs(v)
	}
	out.Pairwise = fscore(ratio(tp, pp), ratio(tp, gp))
	out.information(entropy(g, n), entropy(p, n), -sum(hj))
	exp := 0.0
	if tot := pairs(len(gold)); tot > 0 {
		exp = float64(pp) * float64(gp) / float64(tot)
	}
	out.ARI = 1
	if half := float64(pp+gp) / 2; half != exp {
		out.ARI = (float64(tp) - exp) / (half - exp)
	}
	out.BCubed, out.Pairwise = out.BCubed.Rounded(), out.Pairwise.Rounded()
	out.Homogeneity, out.Completeness = round(out.Homogeneity, 4), round(out.Completeness, 4)
	out.V, out.ARI = round(out.V, 4), round(out.ARI, 4)
	return out, nil
}

// information sets the V-measure and its parts from the entropies of gold, of
// the prediction, and of both together.
func (s *StoryScore) information(gold, pred, joint float64) {
	mutual := math.Max(0, gold+pred-joint)
	s.Homogeneity, s.Completeness = 1, 1
	if gold > 1e-12 {
		s.Homogeneity = mutual / gold
	}
	if pred > 1e-12 {
		s.Completeness = mutual / pred
	}
	s.V = fscore(s.Homogeneity, s.Completeness).F
}

func pairs(n int) int { return n * (n - 1) / 2 }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func fscore(p, r float64) PRF {
	x := PRF{P: p, R: r}
	if p+r > 0 {
		x.F = 2 * p * r / (p + r)
	}
	return x
}

func entropy(c map[string]int, n float64) float64 {
	var xs []float64
	for _, v := range c {
		xs = append(xs, float64(v)/n*math.Log(float64(v)/n))
	}
	return -sum(xs)
}
