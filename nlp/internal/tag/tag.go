// Package tag gives every word its part of speech: a greedy averaged perceptron
// from left to right (Collins 2002), with the set of tags that a form is known
// to have as a feature (Giménez and Màrquez 2004).
package tag

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Model tags words. It is read-only and may be shared.
type Model struct {
	classes []string // "UPOS XPOS"
	upos    []entente.UPOS
	xpos    []string
	byName  map[pair]uint8
	lexicon lexicon
	linear  *model.Linear
}

type pair struct {
	upos entente.UPOS
	xpos string
}

// lexicon is what is known of forms: the tags of a lower-case form as the number
// of a set, and the one tag of a form that always has it.
type lexicon struct {
	sets  map[uint32]uint8
	fixed map[uint32]uint8
}

func (l *lexicon) set(w *word.Info) uint64 { return uint64(l.sets[uint32(w.Norm)]) } //nolint:gosec // a part of the hash

func (l *lexicon) only(w *word.Info) (uint8, bool) {
	c, ok := l.fixed[uint32(w.Raw)] //nolint:gosec // a part of the hash
	return c, ok
}

// Classes returns the number of tags.
func (m *Model) Classes() int { return len(m.classes) }

// UPOS returns the part of speech of a class.
func (m *Model) UPOS(class uint8) entente.UPOS { return m.upos[class] }

// XPOS returns the Penn Treebank tag of a class.
func (m *Model) XPOS(class uint8) string { return m.xpos[class] }

// Class returns the class of a pair of tags. A pair that training has not seen
// gets the first class with the same part of speech, or class 0.
func (m *Model) Class(u entente.UPOS, xpos string) uint8 {
	if c, ok := m.byName[pair{u, xpos}]; ok {
		return c
	}
	for c := range m.upos {
		if m.upos[c] == u {
			return uint8(c) //nolint:gosec // at most 256
		}
	}
	return 0
}

func newModel(classes []string, lex lexicon, linear *model.Linear) (*Model, error) {
	m := &Model{classes: classes, lexicon: lex, linear: linear, byName: map[pair]uint8{}}
	for i, c := range classes {
		u, x, _ := strings.Cut(c, " ")
		upos, err := entente.ParseUPOS(u)
		if err != nil {
			return nil, err
		}
		m.upos = append(m.upos, upos)
		m.xpos = append(m.xpos, x)
		m.byName[pair{upos, x}] = uint8(i) //nolint:gosec // at most 256
	}
	return m, nil
}

// Load returns the tagger in a weight file.
func Load(f *model.File) (*Model, error) {
	classes, err := f.Strings("tag.classes")
	if err != nil {
		return nil, err
	}
	linear, err := f.Table("tag.weights")
	if err != nil {
		return nil, err
	}
	var lex lexicon
	if lex.sets, err = loadMap(f, "tag.sets"); err != nil {
		return nil, err
	}
	if lex.fixed, err = loadMap(f, "tag.fixed"); err != nil {
		return nil, err
	}
	if linear.Classes() != len(classes) {
		return nil, model.ErrDamaged
	}
	for _, c := range lex.fixed {
		if int(c) >= len(classes) {
			return nil, model.ErrDamaged
		}
	}
	return newModel(classes, lex, linear)
}

func loadMap(f *model.File, name string) (map[uint32]uint8, error) {
	keys, err := f.Uint32s(name + ".keys")
	if err != nil {
		return nil, err
	}
	values, err := f.Bytes(name + ".values")
	if err != nil {
		return nil, err
	}
	if len(keys) != len(values) {
		return nil, model.ErrDamaged
	}
	m := make(map[uint32]uint8, len(keys))
	for i, k := range keys {
		m[k] = values[i]
	}
	return m, nil
}

// Tagger holds the scratch memory of one worker.
type Tagger struct {
	model *Model
	keys  [templates]uint32
}

// NewTagger returns a tagger with its own scratch memory.
func NewTagger(m *Model) *Tagger { return &Tagger{model: m} }

// Tag writes the class of each word of a sentence to classes, which must be as
// long as words.
func (t *Tagger) Tag(words []*word.Info, classes []uint8) {
	m := t.model
	var scores [model.MaxClasses]int32
	for i := range words {
		if c, ok := m.lexicon.only(words[i]); ok {
			classes[i] = c
			continue
		}
		keys := features(&m.lexicon, words, classes, i, &t.keys)
		clear(scores[:len(m.classes)])
		m.linear.Score(keys, &scores)
		classes[i] = uint8(model.Best(&scores, len(m.classes))) //nolint:gosec // at most 256
	}
}

// templates is the number of features of a word.
const templates = 42

var outside = word.New("\x00")

//nolint:funlen // a list of templates
func features(lex *lexicon, words []*word.Info, classes []uint8, i int, keys *[templates]uint32) []uint32 {
	at := func(j int) *word.Info {
		if j < 0 || j >= len(words) {
			return outside
		}
		return words[j]
	}
	tag := func(j int) uint64 {
		if j < 0 {
			return 0
		}
		return uint64(classes[j]) + 1
	}
	w, p1, p2, n1, n2 := words[i], at(i-1), at(i-2), at(i+1), at(i+2)
	t1, t2 := tag(i-1), tag(i-2)
	a, a1, a2 := lex.set(w), lex.set(n1), lex.set(n2)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	k := keys[:0]
	t := 0
	one := func(a uint64) { k = append(k, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { k = append(k, model.Key2(t, a, b)); t++ }
	three := func(a, b, c uint64) { k = append(k, model.Key3(t, a, b, c)); t++ }

	one(w.Raw)
	one(w.Norm)
	one(w.Suffix[0])
	one(w.Suffix[1])
	one(w.Suffix[2])
	one(w.Suffix[3])
	one(w.Prefix[0])
	one(w.Prefix[1])
	one(w.Prefix[2])
	one(w.Shape)
	two(w.Kind, first)
	one(a)
	two(w.Suffix[1], w.Shape)
	three(w.Suffix[2], w.Kind, first)
	// Words around.
	one(p1.Norm)
	one(p2.Norm)
	one(n1.Norm)
	one(n2.Norm)
	two(p1.Norm, w.Norm)
	two(w.Norm, n1.Norm)
	two(p1.Norm, n1.Norm)
	one(p1.Suffix[2])
	one(n1.Suffix[2])
	one(n1.Shape)
	two(p1.Kind, w.Kind)
	two(w.Kind, n1.Kind)
	two(a, n1.Norm)
	two(a, p1.Norm)
	two(n1.Norm, n2.Norm)
	// Tags before, tags possible behind.
	one(t1)
	two(t1, t2)
	two(t1, w.Norm)
	three(t1, t2, w.Norm)
	two(t1, a)
	three(t1, t2, a)
	one(a1)
	two(a, a1)
	two(a1, a2)
	three(t1, a, a1)
	three(a, a1, a2)
	two(t1, w.Suffix[2])
	two(t1, a1)
	return k
}

// ClassOf returns the class of a pair of tags by their names, as Class does.
func (m *Model) ClassOf(upos, xpos string) uint8 {
	u, err := entente.ParseUPOS(upos)
	if err != nil {
		return 0
	}
	return m.Class(u, xpos)
}
