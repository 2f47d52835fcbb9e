package main

import (
	"fmt"
	"os"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/coder"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/models"
)

const (
	pairFolds = 10
	pairDraws = 1000 // of the bootstrap
	pairSeed  = 11
)

// The settings among which each fold chooses by what its own rows get when they
// are left out one by one.
var (
	pairPenalties = []float64{0.1, 0.2, 0.4}
	besideShares  = []float64{0.25, 0.5} // of each other kernel beside that of the features
)

// pairRow is a marked pair of the gold data.
type pairRow struct {
	ID     string `json:"id"`
	Marked string `json:"marked_sentence"`
	Root   string `json:"root"`
}

// markedSet is the marked pairs as they are seen.
type markedSet struct {
	rows    []pairRow
	sights  []coder.PairSight
	fold    []int
	classes []int // of the rows, numbers of names
	names   []string
	guesses []string // of the learnt decision that ships
}

// marked reads the marked pairs and looks at them with the learnt decision that
// ships, which has learnt nothing from them. Pairs of one sentence stand in one fold.
func (r *coderRun) marked() (*markedSet, error) {
	m := &markedSet{}
	var err error
	if m.rows, err = eval.ReadJSONL[pairRow](os.DirFS(r.gold), "events/plv_train.jsonl"); err != nil {
		return nil, fmt.Errorf("read marked pairs: %w", err)
	}
	docs := make([]*entente.Document, len(m.rows))
	spans := make([][2]entente.Span, len(m.rows))
	for i, p := range m.rows {
		text, s, t := eval.Marked(p.Marked)
		for k, list := range [2][]entente.Span{s, t} {
			if len(list) > 0 {
				spans[i][k] = list[0]
			}
		}
		docs[i] = &entente.Document{ID: p.ID, Text: text, Lang: "en", Layers: entente.LayerText}
		m.fold = append(m.fold, fold(text, pairFolds))
		if !slices.Contains(m.names, p.Root) {
			m.names = append(m.names, p.Root)
		}
	}
	slices.Sort(m.names)
	for _, p := range m.rows {
		m.classes = append(m.classes, slices.Index(m.names, p.Root))
	}
	if err := r.annotate(docs, true); err != nil {
		return nil, err
	}
	b, err := models.FS.ReadFile(coder.ModelName)
	if err != nil {
		return nil, fmt.Errorf("read the learnt decision: %w", err)
	}
	c, err := r.coder(b)
	if err != nil {
		return nil, err
	}
	m.sights, m.guesses = make([]coder.PairSight, len(docs)), make([]string, len(docs))
	each(len(docs), func(i int) {
		m.sights[i] = c.SeePair(docs[i], spans[i][0], spans[i][1])
		m.guesses[i] = c.Relate(docs[i], spans[i][0], spans[i][1]).Root.String()
	})
	return m, nil
}

// folds measures the marked pairs: as what ships tells them, and by what the other
// nine of ten folds teach beside that, with and without what the patterns read.
// What is learnt here is thrown away.
func (r *coderRun) folds() error {
	m, err := r.marked()
	if err != nil {
		return err
	}
	if err := r.reportPairs("as shipped, nothing learnt from them", m.rows, m.guesses); err != nil {
		return err
	}
	for _, by := range []struct {
		what  string
		plain bool
	}{{"ten nested folds", false}, {"the same without patterns and what is learnt on them", true}} {
		guess, err := m.cross(by.plain)
		if err != nil {
			return err
		}
		if err := r.reportPairs(by.what, m.rows, guess); err != nil {
			return err
		}
	}
	return nil
}

// cross tells the pairs of each fold by the others.
func (m *markedSet) cross(plain bool) ([]string, error) {
	guess := make([]string, len(m.rows))
	errs := make([]error, pairFolds)
	each(pairFolds, func(f int) {
		in := make([]bool, len(m.rows))
		var train []int
		for i := range in {
			if in[i] = m.fold[i] != f; in[i] {
				train = append(train, i)
			}
		}
		errs[f] = m.tell(in, train, m.kernels(in, plain), guess)
	})
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("learn from the marked pairs: %w", err)
		}
	}
	return guess, nil
}

// tell fits the rows that in wants, train by number, with the settings that tell
// them best when each is left out, and guesses the others.
func (m *markedSet) tell(in []bool, train []int, kernels []square, guess []string) error {
	classes := make([]int, len(train))
	for i, row := range train {
		classes[i] = m.classes[row]
	}
	var best *ridge
	var of square
	top := -1.0
	for _, share := range besideShares {
		sum, whole := newSquare(len(in)), 1+share*float64(len(kernels)-1)
		for i, k := range kernels {
			if i == 0 {
				sum.add(k, 1/whole)
			} else {
				sum.add(k, share/whole)
			}
		}
		inner := sum.pick(train)
		for _, penalty := range pairPenalties {
			fit, err := fitRidge(inner, classes, len(m.names), penalty)
			if err != nil {
				return err
			}
			if s := m.leftOut(train, fit); s > top {
				best, of, top = fit, sum, s
			}
		}
	}
	for i := range in {
		if in[i] {
			continue
		}
		near := make([]float64, len(train))
		for k, row := range train {
			near[k] = of[i][row]
		}
		guess[i] = m.names[highest(best.scores(near))]
	}
	return nil
}

// leftOut returns the macro-F1 of the rows of training when each is left out.
func (m *markedSet) leftOut(train []int, fit *ridge) float64 {
	gold, pred := make([]eval.Pair, len(train)), make([]eval.Pair, len(train))
	for i, row := range train {
		gold[i] = eval.Pair{ID: m.rows[row].ID, Root: m.rows[row].Root}
		pred[i] = eval.Pair{ID: m.rows[row].ID, Root: m.names[highest(fit.left[i])]}
	}
	s, err := eval.ScorePairs(gold, pred)
	if err != nil {
		return 0 // ids are the same
	}
	return s.Root.MacroF1
}

// reportPairs prints the scores with the interval of a bootstrap over pairs.
func (r *coderRun) reportPairs(what string, rows []pairRow, guess []string) error {
	gold, pred := make([]eval.Pair, len(rows)), make([]eval.Pair, len(rows))
	for i := range rows {
		gold[i], pred[i] = eval.Pair{ID: rows[i].ID, Root: rows[i].Root}, eval.Pair{ID: rows[i].ID, Root: guess[i]}
	}
	s, err := eval.ScorePairs(gold, pred)
	if err != nil {
		return err
	}
	rng := model.NewRand(pairSeed)
	var roots, quads, binaries []float64
	for range pairDraws {
		g, p := make([]eval.Pair, len(rows)), make([]eval.Pair, len(rows))
		for i := range rows {
			k := rng.Intn(len(rows))
			g[i], p[i] = gold[k], pred[k]
			g[i].ID, p[i].ID = rows[i].ID, rows[i].ID
		}
		b, err := eval.ScorePairs(g, p)
		if err != nil {
			return err
		}
		roots, quads, binaries = append(roots, b.Root.MacroF1), append(quads, b.Quad.MacroF1), append(binaries, b.Binary.MacroF1)
	}
	interval := func(mean float64, draws []float64) string {
		slices.Sort(draws)
		return fmt.Sprintf("%.1f (%.1f to %.1f)", 100*mean, 100*draws[pairDraws*25/1000], 100*draws[pairDraws*975/1000])
	}
	_, err = fmt.Fprintf(r.out, "%s, %d pairs, macro-F1 with 95 %% intervals: root %s, quad %s, binary %s\n", what, len(rows),
		interval(s.Root.MacroF1, roots), interval(s.Quad.MacroF1, quads), interval(s.Binary.MacroF1, binaries))
	return err
}
