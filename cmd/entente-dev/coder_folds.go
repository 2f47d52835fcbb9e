package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	entente "github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/eval"
	"github.com/entente-news/entente/internal/model"
)

const (
	pairFolds = 10
	pairDraws = 1000 // of the bootstrap
	pairSeed  = 11
	ownShare  = 0.3 // what an example of ours counts beside a marked pair
)

// pairRow is a marked pair of the gold data.
type pairRow struct {
	ID     string `json:"id"`
	Marked string `json:"marked_sentence"`
	Root   string `json:"root"`
}

// markedSet is the marked pairs with their examples.
type markedSet struct {
	rows     []pairRow
	examples []model.Example
}

// marked reads the marked pairs and makes examples of them. YIELD, which the
// set does not part, stands as RETREAT.
func (r *coderRun) marked() (markedSet, error) {
	var m markedSet
	b, err := os.ReadFile(filepath.Join(r.gold, "events", "plv_train.jsonl"))
	if err != nil {
		return m, fmt.Errorf("read marked pairs: %w", err)
	}
	var docs []*entente.Document
	var spans [][2]entente.Span
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var p pairRow
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return m, fmt.Errorf("read marked pairs: %w", err)
		}
		text, s, t := eval.Marked(p.Marked)
		var at [2]entente.Span
		if len(s) > 0 {
			at[0] = s[0]
		}
		if len(t) > 0 {
			at[1] = t[0]
		}
		m.rows, spans = append(m.rows, p), append(spans, at)
		docs = append(docs, &entente.Document{ID: p.ID, Text: text, Lang: "en", Layers: entente.LayerText})
	}
	if err := sc.Err(); err != nil {
		return m, fmt.Errorf("read marked pairs: %w", err)
	}
	if err := r.annotate(docs, true); err != nil {
		return m, err
	}
	c, err := r.coder(nil)
	if err != nil {
		return m, err
	}
	m.examples = make([]model.Example, len(docs))
	each(len(docs), func(i int) {
		m.examples[i] = c.PairExample(docs[i], spans[i][0], spans[i][1], rootNamed(m.rows[i].Root))
	})
	return m, nil
}

// rootNamed returns the root of that name, RETREAT for YIELD.
func rootNamed(name string) entente.Root {
	if name == "YIELD" {
		return entente.RootRetreat
	}
	root, err := entente.ParseRoot(name)
	if err != nil {
		return entente.RootNone
	}
	return root
}

// folds measures pairs twice: learnt from our corpus and the dictionary alone,
// and in ten folds of the marked pairs beside those. Nothing is chosen by the
// folds, so that there is no inner loop.
func (r *coderRun) folds() error {
	list, err := r.read()
	if err != nil {
		return err
	}
	list = learnt(list)
	c, err := r.coder(nil)
	if err != nil {
		return err
	}
	own := make([][]model.Example, len(list))
	each(len(list), func(i int) { own[i] = c.TeachPairs(list[i].doc, list[i].gold) })
	base, err := r.dictionaryRows()
	if err != nil {
		return err
	}
	base = append(slices.Concat(own...), base...)
	m, err := r.marked()
	if err != nil {
		return err
	}
	o := pairOptions()
	s := model.TrainSoftmax(base, o)
	if err := r.reportPairs("own corpus alone", m.rows, predictAll(s, m.examples)); err != nil {
		return err
	}
	guess := make([]string, len(m.rows))
	for f := range pairFolds {
		in := func(i int) bool { return fold(m.rows[i].ID, pairFolds) != f }
		s := model.TrainSoftmax(mix(&m, base, in, ownShare), o)
		for i, g := range predictAll(s, m.examples) {
			if !in(i) {
				guess[i] = g
			}
		}
	}
	return r.reportPairs("ten folds of the marked pairs", m.rows, guess)
}

func pairOptions() model.SoftmaxOptions {
	return model.SoftmaxOptions{Classes: int(entente.RootAssault) + 1, L2: penalty, Rounds: rounds, Least: leastSeen}
}

// mix joins the marked pairs that in wants with our own examples at a share of
// their weight.
func mix(m *markedSet, base []model.Example, in func(int) bool, share float64) []model.Example {
	var out []model.Example
	for i := range m.examples {
		if in(i) {
			out = append(out, m.examples[i])
		}
	}
	for _, e := range base {
		e.Weight *= share
		out = append(out, e)
	}
	return out
}

// predictAll names the likeliest root of each, CONCEDE and RETREAT as YIELD.
func predictAll(s *model.Softmax, examples []model.Example) []string {
	out := make([]string, len(examples))
	p := make([]float64, s.Classes())
	for i := range examples {
		s.Probabilities(examples[i].Keys, p)
		p[entente.RootRetreat] += p[entente.RootConcede]
		best := entente.RootAgree
		for c := entente.RootAgree; c <= entente.RootAssault; c++ {
			if c != entente.RootConcede && p[c] > p[best] {
				best = c
			}
		}
		if out[i] = best.String(); best == entente.RootRetreat || best == entente.RootConcede {
			out[i] = "YIELD"
		}
	}
	return out
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
