package coder

import (
	"fmt"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// A report is of a register: of states and their acts, of a county's courts, of
// sport. The same words tell an event in one and none in another ("arrested",
// "called for", "attacked"), and a sentence alone often does not show which. The
// register of a document is the mean, over its sentences, of the logarithm of
// the odds that a sentence with these words tells an event.

// Sections of the weight file.
const (
	registerTable = "register"
	registerScale = "register scale" // what a weight is divided by, and the bias
)

// How a document's register moves the probability of its events, in logarithms
// of odds. Set on 200 events of news of all kinds that were read by hand; see
// docs/evaluation/events.md.
const (
	registerWeight = 4.0  // per unit of register
	registerUsual  = -0.4 // the register that moves nothing
	registerMost   = 0.2  // at most
	registerPrior  = 6.0  // as many sentences of the usual register stand beside
)

// register holds the weights of words; the zero value knows none.
type register struct {
	words *model.Linear
	unit  float64
	bias  float64
}

// readRegister reads the register from a weight file, which may lack it.
func readRegister(f *model.File) (register, error) {
	if !slices.Contains(f.Names(), registerTable) {
		return register{}, nil
	}
	words, err := f.Table(registerTable)
	if err != nil {
		return register{}, err
	}
	scale, err := f.Uint32s(registerScale)
	if err != nil {
		return register{}, err
	}
	if len(scale) != 2 || scale[0] == 0 || words.Classes() != 1 {
		return register{}, fmt.Errorf("section %q: %w", registerScale, model.ErrDamaged)
	}
	return register{words, float64(scale[0]), float64(int32(scale[1]))}, nil //nolint:gosec // two's complement
}

// shift returns by how much the register of d moves the logarithm of the odds of
// its events, at most registerMost, and keys, whose memory it uses. It looks at all
// sentences, parsed or not.
func (r *register) shift(d *entente.Document, keys []uint32) (float64, []uint32) {
	if r.words == nil {
		return 0, keys
	}
	sum, n := 0.0, 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		keys = RegisterKeys(s.Span.In(d.Text), keys[:0])
		if len(keys) == 0 {
			continue
		}
		var scores [model.MaxClasses]int32
		r.words.Score(keys, &scores)
		score := (r.bias + float64(scores[0])/math.Sqrt(float64(len(keys)))) / r.unit
		sum += score - registerUsual
		n++
	}
	return min(registerMost, registerWeight*sum/(float64(n)+registerPrior)), keys
}

// RegisterKeys appends the keys of the different words of a sentence: letters,
// in small ones, with apostrophes and hyphens within.
func RegisterKeys(sentence string, keys []uint32) []uint32 {
	var word [64]byte
	n := 0
	end := func() {
		for n > 0 && (word[n-1] == '\'' || word[n-1] == '-') {
			n--
		}
		if n > 1 {
			keys = append(keys, model.Key1(registerTemplate, model.HashBytes(word[:n])))
		}
		n = 0
	}
	for _, r := range sentence {
		if r == '’' {
			r = '\''
		}
		switch {
		case unicode.IsLetter(r), n > 0 && (r == '\'' || r == '-'):
			if r = unicode.ToLower(r); n+utf8.RuneLen(r) <= len(word) {
				n += utf8.EncodeRune(word[n:], r)
			}
		default:
			end()
		}
	}
	end()
	slices.Sort(keys)
	return slices.Compact(keys)
}

// registerTemplate numbers the features of the register.
const registerTemplate = 1

// WithRegister returns the weight file b with the register of the given words in
// place of the one that it has: for each key a weight, in logarithms of odds for
// a sentence of one word.
func WithRegister(b []byte, weights map[uint32]float64, bias float64) ([]byte, error) {
	old, err := model.Decode(b)
	if err != nil {
		return nil, fmt.Errorf("read the learnt decision: %w", err)
	}
	const unit = 32
	f := &model.File{}
	f.Take(old, func(name string) bool { return name != registerTable && name != registerScale })
	var rows []model.Row
	for k, w := range weights {
		if n := int32(math.Round(w * unit)); n != 0 {
			rows = append(rows, model.Row{Key: k, Cells: []model.Cell{{Class: 0, Weight: n}}})
		}
	}
	f.AddTable(registerTable, 1, rows)
	f.AddUint32s(registerScale, []uint32{unit, uint32(int32(math.Round(bias * unit)))}) //nolint:gosec // two's complement
	return f.Encode(), nil
}

// inRegister moves the odds of a probability by the register of its document.
func inRegister(p, shift float64) float64 {
	if shift == 0 {
		return p
	}
	return logistic(odds(p) + shift)
}
