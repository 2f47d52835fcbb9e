package main

import (
	"fmt"
	"io"
	"math"

	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/merge"
	"github.com/entente-news/entente/internal/model"
)

// mergeCase is a judged pair of events with what is known of it.
type mergeCase struct {
	x      [merge.Terms]int16
	same   bool
	weight float64
	fold   int
}

const mergeFolds = 5

// writtenSheet is the number of the stories that were written, behind the sheets
// of readers.
const writtenSheet = 3

// fitMerge learns weights by logistic regression with a penalty on their
// squares, the bias apart, by gradient descent with a step of its own for each
// weight (Duchi, Hazan and Singer, 2011).
func fitMerge(cases []mergeCase, without int, penalty float64) *merge.Weights {
	var w, squares [merge.Terms]float64
	for k := range w {
		w[k] = prior(k)
	}
	const rounds, rate = 600, 0.3
	for range rounds {
		var gradient [merge.Terms]float64
		for i := range cases {
			c := &cases[i]
			if c.fold == without {
				continue
			}
			z := 0.0
			for k, x := range c.x {
				z += float64(w[k] * scaled(k, x))
			}
			g := 1 / (1 + math.Exp(-z))
			if c.same {
				g--
			}
			for k, x := range c.x {
				gradient[k] += float64(g * c.weight * scaled(k, x))
			}
		}
		for k, g := range gradient {
			g += float64(penalty * (w[k] - prior(k)))
			if squares[k] += float64(g * g); squares[k] > 0 {
				w[k] -= rate * g / math.Sqrt(squares[k])
			}
		}
	}
	var out merge.Weights
	for k := range w {
		out[k] = int(math.Round(1000 * w[k] * scaled(k, 1)))
	}
	return &out
}

// prior is what is expected of a weight before anything is learnt.
func prior(k int) float64 { return float64(mergePrior[merge.Term(k)]) / 1000 / scaled(k, 1) }

// mergePrior is what an editor would say of each term, in thousandths.
var mergePrior = map[merge.Term]int{
	merge.TermBias:          -1500,
	merge.TermSpeech:        -700,
	merge.TermOneSentence:   -1500,
	merge.TermNearby:        2500,
	merge.TermOneReport:     -500,
	merge.TermPrinted:       2500,
	merge.TermChain:         -300,
	merge.TermActorsVague:   -700,
	merge.TermActorsPart:    -400,
	merge.TermOthersPerson:  1000,
	merge.TermOthersAlike:   500,
	merge.TermOthersVague:   -500,
	merge.TermOthersNames:   -1500,
	merge.TermMeeting:       300,
	merge.TermPerson:        500,
	merge.TermConsultPerson: 800,
	merge.TermLemma:         1000,
	merge.TermFamily:        800,
	merge.TermSpeechLemma:   -500,
	merge.TermModeEqual:     200,
	merge.TermModeOther:     -700,
	merge.TermWords:         250,
	merge.TermWordsFew:      300,
	merge.TermSpeechWords:   100,
	merge.TermNear:          200,
	merge.TermNearNone:      100,
	merge.TermNamesApart:    -300,
	merge.TermNamesOne:      200,
	merge.TermNamesMore:     800,
	merge.TermNumbersApart:  -1200,
	merge.TermNumbersOne:    400,
	merge.TermAmountsEqual:  700,
	merge.TermDaysTold:      1000,
	merge.TermDayApart:      -700,
	merge.TermDaysLate:      -500,
	merge.TermOnce:          1500,
	merge.TermTemplate:      -2500,
	merge.TermDaysHalf:      -500,
	merge.TermDaysNone:      -400,
	merge.TermTimeEqual:     400,
	merge.TermTimeOther:     -1500,
	merge.TermTown:          800,
	merge.TermSpeaker:       300,
	merge.TermSpeakers:      -500,
	merge.TermQuoted:        -500,
	merge.TermOnly:          500,
	merge.TermLead:          400,
	merge.TermNoneTold:      400,
	merge.TermSpeechSense:   1000,
	merge.TermSpeechModes:   -1500,
	merge.TermSpeechNames:   -700,
	merge.TermSpeechDays:    -1500,
	merge.TermOthersSector:  -1000,
	merge.TermAspects:       -1000,
	merge.TermPersons:       -2500,
	merge.TermDeedSense:     600,
	merge.TermAskModes:      -400,
	merge.TermActorsOpen:    300,
	merge.TermActorsSector:  -1500,
	merge.TermSpeechReport:  -1000,
	merge.TermActorsAgainst: -2500,
	merge.TermMeetingSector: -1500,
	merge.TermHeldAgainst:   -300,
	merge.TermCrossed:       -800,
	merge.TermAmountsOther:  -1500,
	merge.TermFewVague:      -1000,
	merge.TermOwnSite:       -3000,
}

// scaled is the value of a term, shares as parts of one.
func scaled(k int, x int16) float64 {
	switch merge.Term(k) {
	case merge.TermWords, merge.TermSpeechWords, merge.TermNear, merge.TermSpeechNear, merge.TermSpeechSense, merge.TermDeedSense:
		return float64(x) / 4
	default:
		return float64(x)
	}
}

// mergeData is what weights are learnt from and measured on.
type mergeData struct {
	chains [][]merge.Report
	pairs  []eval.JudgedPair
	fold   map[string]int // of an event
	cases  []mergeCase
}

func newMergeData(chains [][]merge.Report, pairs []eval.JudgedPair) *mergeData {
	d := &mergeData{chains: allFirst(chains), pairs: pairs, fold: map[string]int{}}
	type key struct{ a, b string }
	known := map[key]merge.Evidence{}
	judgedPairs := map[key]bool{}
	for _, p := range pairs {
		judgedPairs[key{p.A, p.B}], judgedPairs[key{p.B, p.A}] = true, true
	}
	chain := map[string]int{}
	for i, c := range chains {
		first := ""
		for _, r := range c {
			if first == "" || r.Doc < first {
				first = r.Doc
			}
		}
		for _, r := range c {
			for _, x := range r.Claims {
				d.fold[x.Event.ID] = int(model.HashString(first) >> 3 % mergeFolds)
				chain[x.Event.ID] = i
			}
		}
		merge.Pairs(c, func(a, b string, e merge.Evidence) {
			if judgedPairs[key{a, b}] {
				known[key{a, b}] = e
			}
		})
	}
	count := map[int]float64{}
	seen := map[key]bool{}
	var of []int
	for _, p := range pairs {
		e, ok := known[key{p.A, p.B}]
		if !ok {
			e, ok = known[key{p.B, p.A}]
		}
		if !ok || e.Apart || p.Measure || seen[key{p.A, p.B}] || seen[key{p.B, p.A}] {
			continue
		}
		seen[key{p.A, p.B}] = true
		d.cases = append(d.cases, mergeCase{x: e.X, same: p.Same, fold: d.fold[p.A]})
		of = append(of, chain[p.A])
		count[chain[p.A]]++
	}
	for i := range d.cases {
		d.cases[i].weight = 1 / math.Sqrt(math.Max(count[of[i]]/10, 1))
	}
	return d
}

// allFirst returns chains in which no event repeats another of its document, so
// that all are put together by the weights.
func allFirst(chains [][]merge.Report) [][]merge.Report {
	for _, c := range chains {
		for i := range c {
			for j := range c[i].Claims {
				c[i].Claims[j].Event.SameAs = ""
			}
		}
	}
	return chains
}

type mergeCounts struct{ tp, fp, fn int }

func (c mergeCounts) String() string {
	p, r := float64(c.tp)/math.Max(float64(c.tp+c.fp), 1), float64(c.tp)/math.Max(float64(c.tp+c.fn), 1)
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f (%d of %d wrong)", p, r, 2*p*r/math.Max(p+r, 1e-9), c.fp, c.tp+c.fp)
}

// score counts the pairs of a sheet that rules are set on, or those that are
// measured on, by the happening that each event is in.
func (d *mergeData) score(in map[string]string, sheet int, measure bool) (c mergeCounts) {
	for _, p := range d.pairs {
		if p.Measure != measure || p.Sheet != sheet {
			continue
		}
		m := in[p.A] != "" && in[p.A] == in[p.B]
		switch {
		case m && p.Same:
			c.tp++
		case m:
			c.fp++
		case p.Same:
			c.fn++
		}
	}
	return c
}

// clusters merges the events of each chain by the weights of its fold, and returns
// the happening of each event by id.
func (d *mergeData) clusters(w func(fold int) *merge.Weights) map[string]string {
	in := map[string]string{}
	for _, c := range d.chains {
		fold := -1
		for _, r := range c {
			for _, x := range r.Claims {
				fold = d.fold[x.Event.ID]
			}
		}
		if fold < 0 {
			continue
		}
		for _, m := range w(fold).Events(c) {
			for i := range m.Tellings {
				in[m.Tellings[i].Event] = m.ID
			}
		}
	}
	return in
}

// mergeSettings are how weights are learnt.
type mergeSettings struct {
	penalty float64 // on the squares of what a weight differs from what is expected of it
	shift   int     // taken from each score, in thousandths: what a wrong merge costs
}

// learnMerge learns weights from the pairs that rules are set on, and says how
// well they do on stories that they were not learnt from.
func learnMerge(out io.Writer, chains [][]merge.Report, pairs []eval.JudgedPair, set mergeSettings) *merge.Weights {
	d := newMergeData(chains, pairs)
	n := 0
	for i := range d.cases {
		if d.cases[i].same {
			n++
		}
	}
	fmt.Fprintf(out, "%d pairs to learn from, %d of one happening\n", len(d.cases), n)
	fit := func(without int) *merge.Weights {
		w := fitMerge(d.cases, without, set.penalty)
		w[merge.TermBias] -= set.shift
		return w
	}
	var folds [mergeFolds]*merge.Weights
	for k := range folds {
		folds[k] = fit(k)
	}
	expected := fitMerge(nil, -1, set.penalty)
	expected[merge.TermBias] -= set.shift
	all := fit(-1)
	for _, row := range []struct {
		name string
		w    func(fold int) *merge.Weights
	}{
		{"as expected", func(int) *merge.Weights { return expected }},
		{"left out", func(k int) *merge.Weights { return folds[k] }},
		{"learnt", func(int) *merge.Weights { return all }},
	} {
		in := d.clusters(row.w)
		for s := range writtenSheet + 1 {
			fmt.Fprintf(out, "%-12s sheet %d  %s\n", row.name, s, d.score(in, s, false))
		}
		fmt.Fprintf(out, "%-12s written, measured on  %s\n", row.name, d.score(in, writtenSheet, true))
	}
	return all
}
