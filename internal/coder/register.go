package coder

import (
	"fmt"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/lexical"
	"github.com/entente-news/entente/internal/model"
)

// A report is of a register: of states and their acts, of a county's courts, of
// sport. The same words tell an event in one and none in another ("arrested",
// "called for", "attacked"), and a sentence alone often does not show which. The
// register of a sentence is the logarithm of the odds that a sentence with its words
// tells an event, by the words themselves and by the mean of their vectors, which
// knows words that training lacks; that of a document is the mean of its sentences.

// Sections of the weight file.
const (
	registerTable  = "register"
	registerScale  = "register scale"  // what a weight is divided by, and the bias
	registerVector = "register vector" // of the components of the mean vector, and the bias
)

const (
	registerUsual = -0.4 // the register by words of usual news
	vectorUsual   = -1.0 // the same by vectors
	registerPrior = 6.0  // as many sentences of the usual register stand beside those of a document
	registerUnit  = 32   // of the weights of words
	vectorUnit    = 1 << 12
	vectorSize    = 10.0 // what components are divided by
)

// register holds the weights of words and of components; the zero value knows none.
type register struct {
	table  *model.Linear
	unit   float64
	bias   float64
	vector []float64 // of the components, the bias last
}

// tone is the register of a sentence above the usual.
type tone struct {
	words, vectors float64
	heard          bool // it has words
}

// readRegister reads the register from a weight file, which may lack it.
func readRegister(f *model.File) (r register, err error) {
	if !slices.Contains(f.Names(), registerTable) {
		return r, nil
	}
	if r.table, err = f.Table(registerTable); err != nil {
		return r, err
	}
	scale, err := f.Uint32s(registerScale)
	if err != nil {
		return r, err
	}
	if len(scale) != 2 || scale[0] == 0 || r.table.Classes() != 1 {
		return r, fmt.Errorf("section %q: %w", registerScale, model.ErrDamaged)
	}
	r.unit, r.bias = float64(scale[0]), float64(int32(scale[1])) //nolint:gosec // two's complement
	if !slices.Contains(f.Names(), registerVector) {
		return r, nil
	}
	nums, err := f.Uint32s(registerVector)
	if err != nil {
		return r, err
	}
	if len(nums) != lexical.Dims+1 {
		return r, fmt.Errorf("section %q: %w", registerVector, model.ErrDamaged)
	}
	for _, n := range nums {
		r.vector = append(r.vector, float64(int32(n))/vectorUnit) //nolint:gosec // two's complement
	}
	return r, nil
}

// sentence returns the tone of a sentence of d, and keys, whose memory it uses.
func (r *register) sentence(d *entente.Document, s *entente.Sentence, words *lexical.Table, keys []uint32) (tone, []uint32) {
	var t tone
	t.words, keys = r.words(s.Span.In(d.Text), keys)
	t.heard = len(keys) > 0
	if sums, n := contentSum(d, s, words); n > 0 && r.vector != nil {
		z := 0.0
		for k, v := range sums {
			z += float64(r.vector[k] * float64(v))
		}
		t.vectors = z/(vectorSize*math.Sqrt(float64(n))) + r.vector[lexical.Dims] - vectorUsual
	}
	return t, keys
}

// words returns the register of a text by its words, above the usual.
func (r *register) words(text string, keys []uint32) (float64, []uint32) {
	keys = RegisterKeys(text, keys[:0])
	if r.table == nil || len(keys) == 0 {
		return 0, keys
	}
	var scores [model.MaxClasses]int32
	r.table.Score(keys, &scores)
	return (r.bias+float64(scores[0])/math.Sqrt(float64(len(keys))))/r.unit - registerUsual, keys
}

// contentSum returns the sum of the vectors of the nouns, verbs and adjectives of a
// sentence, and their number.
func contentSum(d *entente.Document, s *entente.Sentence, words *lexical.Table) (sum [lexical.Dims]int32, n int) {
	if words == nil {
		return sum, 0
	}
	for i := s.First; i < s.Last; i++ {
		switch d.Tokens[i].UPOS {
		case entente.NOUN, entente.VERB, entente.ADJ:
			v := words.Find(lower(d.Tokens[i].Span.In(d.Text)))
			for k, c := range v {
				sum[k] += int32(c)
			}
			n += btoi(v != nil)
		}
	}
	return sum, n
}

// ContentMean returns the features of sentence s of d for the register by vectors:
// the sum of the vectors of its content words over the root of their number, and 1;
// nil if it has none.
func (c *Coder) ContentMean(d *entente.Document, s int) []float64 {
	sum, n := contentSum(d, &d.Sentences[s], c.t.lexical)
	if n == 0 {
		return nil
	}
	out := make([]float64, 0, lexical.Dims+1)
	for _, v := range sum {
		out = append(out, float64(v)/(vectorSize*math.Sqrt(float64(n))))
	}
	return append(out, 1)
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

// AddRegister appends the register to a weight file: for the key of each word a
// weight, in logarithms of odds for a sentence of one word, and weights of the
// features of [Coder.ContentMean], which may be nil.
func AddRegister(f *model.File, weights map[uint32]float64, bias float64, vector []float64) {
	var rows []model.Row
	for k, w := range weights {
		if n := int32(math.Round(w * registerUnit)); n != 0 {
			rows = append(rows, model.Row{Key: k, Cells: []model.Cell{{Class: 0, Weight: n}}})
		}
	}
	f.AddTable(registerTable, 1, rows)
	f.AddUint32s(registerScale, []uint32{registerUnit, uint32(int32(math.Round(bias * registerUnit)))}) //nolint:gosec // two's complement
	if vector == nil {
		return
	}
	nums := make([]uint32, 0, len(vector))
	for _, w := range vector {
		nums = append(nums, uint32(int32(math.Round(w*vectorUnit)))) //nolint:gosec // two's complement
	}
	f.AddUint32s(registerVector, nums)
}
