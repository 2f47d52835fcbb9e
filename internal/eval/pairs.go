package eval

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Pair is the event between two given actors, gold or predicted.
type Pair struct {
	ID   string      `json:"id"`
	Root string      `json:"root"`
	Quad json.Number `json:"quad,omitempty"`
}

// quads gives the class of each root, YIELD (CONCEDE and RETREAT in one)
// included.
var quads = map[string]int{"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "YIELD": 2,
	"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4}

// ClassScore is how well one class was told from the others.
type ClassScore struct {
	PRF
	Gold, Predicted int
}

// Classified is the result of a classification; parts in [0,1].
type Classified struct {
	N        int
	Accuracy float64
	MacroF1  float64
	PerClass map[string]ClassScore
}

// PairScore is how well the relation of marked pairs was told.
type PairScore struct {
	Root, Quad, Binary Classified
	Missing            int
}

// classify runs over the labels of gold; a prediction outside them costs
// recall alone.
func classify(gold, pred []string) Classified {
	c := Classified{N: len(gold), PerClass: map[string]ClassScore{}}
	tp, ng, np := map[string]int{}, map[string]int{}, map[string]int{}
	right := 0
	for i := range gold {
		ng[gold[i]]++
		np[pred[i]]++
		if gold[i] == pred[i] {
			tp[gold[i]]++
			right++
		}
	}
	total := 0.0
	for _, l := range keys(ng) {
		x := ClassScore{countF(tp[l], np[l], ng[l]), ng[l], np[l]}
		c.PerClass[l] = x
		total += x.F
	}
	c.Accuracy, c.MacroF1 = float64(right)/float64(max(1, len(gold))), total/float64(max(1, len(ng)))
	return c
}

// countF computes F1 from the counts, as 2·tp/(2·tp + fp + fn).
func countF(tp, sys, gold int) PRF {
	x := prf(tp, sys, gold)
	x.F = 0
	if tp > 0 {
		x.F = float64(2*tp) / float64(sys+gold)
	}
	return x
}

// ScorePairs scores predicted roots of marked pairs. When gold knows YIELD,
// CONCEDE and RETREAT count as it.
func ScorePairs(gold, pred []Pair) (PairScore, error) {
	given, err := byID(pred, func(p *Pair) string { return p.ID })
	if err != nil {
		return PairScore{}, err
	}
	merged := true
	known := map[string]bool{}
	for _, g := range gold {
		merged = merged && g.Root != "CONCEDE" && g.Root != "RETREAT"
		known[g.ID] = true
	}
	for _, p := range pred {
		if !known[p.ID] {
			return PairScore{}, fmt.Errorf("a prediction for %s, which gold lacks", p.ID)
		}
	}
	var s PairScore
	var gr, pr, gq, pq, gb, pb []string
	for _, g := range gold {
		root, quad := "(none)", ""
		if p := given[g.ID]; p == nil {
			s.Missing++
		} else {
			quad = string(p.Quad)
			if p.Root != "" {
				root = strings.ToUpper(p.Root)
			}
		}
		if merged && (root == "CONCEDE" || root == "RETREAT") {
			root, quad = "YIELD", ""
		}
		if quad == "" {
			quad = fmt.Sprint(quads[root])
		}
		want := string(g.Quad)
		if want == "" {
			want = fmt.Sprint(quads[g.Root])
		}
		gr, pr, gq, pq = append(gr, g.Root), append(pr, root), append(gq, want), append(pq, quad)
		gb, pb = append(gb, side(want)), append(pb, side(quad))
	}
	s.Root, s.Quad, s.Binary = classify(gr, pr), classify(gq, pq), classifyOver(gb, pb, "0", "1")
	return s, nil
}

// classifyOver is classify with labels that count even where gold lacks them.
func classifyOver(gold, pred []string, labels ...string) Classified {
	c := classify(gold, pred)
	total := 0.0
	for _, l := range labels {
		total += c.PerClass[l].F
	}
	c.MacroF1 = total / float64(len(labels))
	return c
}

func side(quad string) string {
	switch quad {
	case "1", "2":
		return "0"
	case "3", "4":
		return "1"
	}
	return "-1"
}
