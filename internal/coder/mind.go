package coder

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/decision"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

// ModelName is the file of the learnt decision among the models.
const ModelName = "events.bin"

// UsualLeast is the confidence under which events are left out unless told
// otherwise: docs/evaluation/events.md says what it was chosen by.
const UsualLeast = 0.1

// leastRoot is the probability of its root that an event needs to be written at the
// usual confidence; docs/evaluation/events.md says what it was chosen by.
const leastRoot = 0.50

// AtLeast sets the confidence under which events are left out. It must not be
// called while c codes.
func (c *Coder) AtLeast(p float64) { c.least = p }

// roots is the number of classes of a trigger: the roots, and none.
const roots = int(entente.RootAssault) + 1

// mind is the learnt decision: linear scorers over the features of triggers,
// of parties and of pairs, and the weights of confidence.
type mind struct {
	trigger, pair    *model.Linear
	who, whom, whose *model.Linear // of who acts, of who else takes part, and of countries: one class each
	network          *decision.Net // beside trigger; nil for none
	register         register
	sieve            sieve   // of sentences, before they are parsed
	unit             float64 // what a score is divided by to give a logarithm of odds
	sure, sureRoot   []float64
}

// networkName is what the names of the network's sections begin with.
const networkName = "network"

// readMind reads the learnt decision from a weight file.
func readMind(f *model.File) (*mind, error) {
	m := &mind{}
	for _, t := range []struct {
		name    string
		into    **model.Linear
		classes int
	}{{"trigger", &m.trigger, roots}, {"pair", &m.pair, roots}, {"who", &m.who, 1}, {"whom", &m.whom, 1}, {"whose", &m.whose, 1}} {
		l, err := f.Table(t.name)
		if err != nil {
			return nil, err
		}
		if l.Classes() != t.classes {
			return nil, fmt.Errorf("section %q: %w", t.name, model.ErrDamaged)
		}
		*t.into = l
	}
	var err error
	if m.network, err = readNetwork(f); err != nil {
		return nil, err
	}
	if m.register, err = readRegister(f); err != nil {
		return nil, err
	}
	if m.sieve, err = readSieve(f); err != nil {
		return nil, err
	}
	nums, err := f.Uint32s("sure")
	if err != nil {
		return nil, err
	}
	if m.unit, err = m.readSure(nums); err != nil {
		return nil, err
	}
	return m, nil
}

// readSure reads the weights of confidence, of records and of roots, and the unit of
// scores before them.
func (m *mind) readSure(nums []uint32) (unit float64, err error) {
	if len(nums) != 1+2*sureFeatures || nums[0] == 0 {
		return 0, fmt.Errorf("section %q: %w", "sure", model.ErrDamaged)
	}
	for k, into := range [2]*[]float64{&m.sure, &m.sureRoot} {
		*into = make([]float64, sureFeatures)
		for i, n := range nums[1+k*sureFeatures:][:sureFeatures] {
			(*into)[i] = float64(int32(n)) / sureScale //nolint:gosec // two's complement
		}
	}
	return float64(nums[0]), nil
}

// knows reports whether the lemma has weights of its own: it stood in several
// examples of the training.
func (m *mind) knows(lemma string) bool {
	f := features{}
	f.add("lem", lemma)
	var scores [model.MaxClasses]int32
	m.trigger.Score(f.keys, &scores)
	return scores != [model.MaxClasses]int32{}
}

// readNetwork reads the network; nil where the file has none.
func readNetwork(f *model.File) (*decision.Net, error) {
	const config = networkName + ".config"
	if !slices.Contains(f.Names(), config) {
		return nil, nil //nolint:nilnil // files without a network are read too
	}
	n, err := decision.Read(f, networkName)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the section
	}
	if n.Classes() != roots || n.Places() != seenPlaces || n.Dims() != lexical.Dims {
		return nil, fmt.Errorf("section %q: %w", config, model.ErrDamaged)
	}
	return n, nil
}

// Open reads patterns and lexicon from data and the learnt decision from
// models, which may be nil: then the patterns alone decide.
func Open(data, models fs.FS) (*Coder, error) {
	patterns, err := fs.Sub(data, "patterns")
	if err != nil {
		return nil, fmt.Errorf("open the patterns: %w", err)
	}
	c, err := New(patterns)
	if err != nil {
		return nil, err
	}
	lexicon, err := fs.Sub(data, "lexicon")
	if err != nil {
		return nil, fmt.Errorf("open the lexicon: %w", err)
	}
	if err := (&reader{t: c.t}).readWords(lexicon); err != nil {
		return nil, err
	}
	if models == nil {
		return c, nil
	}
	b, err := fs.ReadFile(models, ModelName)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the learnt decision: %w", err)
	}
	if c.t.lexical, err = lexical.Load(models); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the learnt decision: %w", err)
	}
	return c, c.Learn(b)
}

// SetWords gives c the vectors of words, which a network needs.
func (c *Coder) SetWords(t *lexical.Table) { c.t.lexical = t }

// Words returns the vectors of words that c decides by, nil for none.
func (c *Coder) Words() *lexical.Table { return c.t.lexical }

// Learn lets the weight file b decide. A file with a network needs vectors: see
// [Coder.SetWords]. After an error, which may wrap one of package model, c decides
// as before.
func (c *Coder) Learn(b []byte) error {
	f, err := model.Decode(b)
	if err != nil {
		return fmt.Errorf("read the learnt decision: %w", err)
	}
	m, err := readMind(f)
	if err != nil {
		return fmt.Errorf("read the learnt decision: %w", err)
	}
	if m.network != nil && c.t.lexical == nil {
		return errors.New("read the learnt decision: its network needs the vectors of words, " + lexical.Name)
	}
	list, err := f.Strings("nouns")
	if err != nil {
		return fmt.Errorf("read the learnt decision: %w", err)
	}
	nouns, err := nounsOf(list)
	if err != nil {
		return err
	}
	c.t.mind, c.t.nouns = m, nouns
	return nil
}

// nounsOf reads rows "lemma=SECTOR".
func nounsOf(list []string) (map[string]entente.Sector, error) {
	nouns := make(map[string]entente.Sector, len(list))
	for _, row := range list {
		lemma, name, _ := strings.Cut(row, "=")
		s, err := entente.ParseSector(name)
		if err != nil {
			return nil, fmt.Errorf("read the learnt decision: noun %q: %w", lemma, model.ErrDamaged)
		}
		nouns[lemma] = s
	}
	return nouns, nil
}

// shares turns the scores of the first n classes into probabilities.
func shares(scores *[model.MaxClasses]int32, n int, unit float64, p []float64) {
	top := scores[0]
	for c := 1; c < n; c++ {
		top = max(top, scores[c])
	}
	sum := 0.0
	for c := range n {
		p[c] = exp(float64(scores[c]-top) / unit)
		sum += p[c]
	}
	for c := range n {
		p[c] /= sum
	}
}

// exp returns e to the power of x, at most 0, by halving x until its series is
// short: in the same operations everywhere, which math.Exp does not promise.
func exp(x float64) float64 {
	if x < -40 {
		return 0
	}
	y := x / 64
	s := 1.0
	for k := 13; k >= 1; k-- {
		s = 1 + float64(float64(y*s)/float64(k))
	}
	for range 6 {
		s = float64(s * s)
	}
	return s
}

// logOf returns the natural logarithm of p in (0, 1], by Newton's method.
func logOf(p float64) float64 {
	if p < 1e-9 {
		p = 1e-9
	}
	frac, e := math.Frexp(p)
	y := frac - 1
	for range 6 {
		t := exp(-y)
		if y < 0 {
			t = 1 / exp(y)
		}
		y = y - 1 + float64(frac*t)
	}
	return y + float64(float64(e)*ln2)
}

const ln2 = 0.693147180559945309417232121458
