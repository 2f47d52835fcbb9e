// Package name finds names of persons, organisations, places, and of
// nationalities, faiths and political groups: an averaged perceptron that marks
// words as beginning a name, going on with it, or outside, from left to right
// (Collins 2002; the features are those of Ratinov and Roth 2009, with short lists of well-known names).
package name

import (
	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// The classes: outside, then a beginning and an inside for each type.
const (
	outside = 0
	classes = 9
)

func begin(t entente.EntityType) uint8  { return uint8(2*t - 1) }
func inside(t entente.EntityType) uint8 { return uint8(2 * t) }
func typeOf(c uint8) entente.EntityType { return entente.EntityType((c + 1) / 2) }
func isBegin(c uint8) bool              { return c%2 == 1 }

// Span is a name over words [First, Last) of a sentence.
type Span struct {
	First, Last int
	Type        entente.EntityType
}

// Model finds names. It is read-only and may be shared.
type Model struct {
	linear *model.Linear
	lists  lists
}

// lists says, as bits by word, in which lists of well-known names it occurs.
type lists map[uint32]uint8

func (l lists) of(w *word.Info) uint64 {
	if w.Flags&word.Capital == 0 {
		return 0
	}
	return uint64(l[uint32(w.Norm)]) //nolint:gosec // a part of the hash
}

// Load returns the name finder in a weight file.
func Load(f *model.File) (*Model, error) {
	linear, err := f.Table("name.weights")
	if err != nil {
		return nil, err
	}
	if linear.Classes() != classes {
		return nil, model.ErrDamaged
	}
	m := &Model{linear, lists{}}
	keys, err := f.Uint32s("name.lists.keys")
	if err != nil {
		return nil, err
	}
	values, err := f.Bytes("name.lists.values")
	if err != nil {
		return nil, err
	}
	if len(keys) != len(values) {
		return nil, model.ErrDamaged
	}
	for i, k := range keys {
		m.lists[k] = values[i]
	}
	return m, nil
}

// Finder holds the scratch memory of one worker.
type Finder struct {
	model *Model
	marks []uint8
	keys  [templates]uint32
}

// NewFinder returns a finder with its own scratch memory.
func NewFinder(m *Model) *Finder { return &Finder{model: m} }

// Find appends the names in a sentence to out. tags are the tagger's classes of
// the words.
func (f *Finder) Find(words []*word.Info, tags []uint8, out []Span) []Span {
	f.marks = f.marks[:0]
	var scores [model.MaxClasses]int32
	for i := range words {
		k := f.model.lists.features(words, tags, f.marks, i, &f.keys)
		clear(scores[:classes])
		f.model.linear.Score(k, &scores)
		f.marks = append(f.marks, best(words[i], &scores, f.marks))
	}
	return spans(f.marks, out)
}

// linking are the words in lower case that occur within names.
var linking = map[string]bool{"of": true, "the": true, "and": true, "for": true, "de": true, "del": true, "della": true, "da": true, "di": true, "do": true, "dos": true,
	"al": true, "el": true, "ul": true, "as": true, "bin": true, "bint": true, "ibn": true, "von": true, "van": true, "der": true, "den": true, "la": true, "le": true, "du": true, "des": true, "y": true, "e": true,
	"au": true, "on": true, "in": true, "to": true, "at": true, "without": true, "against": true, "s": true, "un": true, "il": true}

// plain reports whether a word cannot be part of a name: one in lower case that
// links nothing. Names in lower case, as people type them, are given up for
// that: edited news has none.
func plain(w *word.Info) bool {
	return w.Flags&(word.Capital|word.Digit|word.Symbol|word.NonASCII) == 0 && !linking[w.Form] && w.Lower == w.Form
}

// best returns the class with the highest score that the word may have behind
// marks: a name goes on only where one of its type has begun.
func best(w *word.Info, scores *[model.MaxClasses]int32, marks []uint8) uint8 {
	last := uint8(outside)
	if len(marks) > 0 {
		last = marks[len(marks)-1]
	}
	top := uint8(outside)
	if plain(w) {
		return top
	}
	for c := uint8(1); c < classes; c++ {
		if !isBegin(c) && (last == outside || typeOf(last) != typeOf(c)) {
			continue
		}
		if scores[c] > scores[top] {
			top = c
		}
	}
	return top
}

func spans(marks []uint8, out []Span) []Span {
	for i := 0; i < len(marks); i++ {
		if marks[i] == outside {
			continue
		}
		s := Span{First: i, Type: typeOf(marks[i])}
		for i+1 < len(marks) && marks[i+1] != outside && !isBegin(marks[i+1]) {
			i++
		}
		s.Last = i + 1
		out = append(out, s)
	}
	return out
}

// templates is the number of features of a word.
const templates = 56

var nothing = word.New("\x00")

//nolint:funlen // a list of templates
func (l lists) features(words []*word.Info, tags, marks []uint8, i int, keys *[templates]uint32) []uint32 {
	at := func(j int) *word.Info {
		if j < 0 || j >= len(words) {
			return nothing
		}
		return words[j]
	}
	tag := func(j int) uint64 {
		if j < 0 || j >= len(words) {
			return 0
		}
		return uint64(tags[j]) + 1
	}
	mark := func(j int) uint64 {
		if j < 0 {
			return classes
		}
		return uint64(marks[j])
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	m1, m2 := mark(i-1), mark(i-2)
	k := keys[:0]
	t := 0
	one := func(a uint64) { k = append(k, model.Key1(t, a)); t++ }
	two := func(a, b uint64) { k = append(k, model.Key2(t, a, b)); t++ }
	three := func(a, b, c uint64) { k = append(k, model.Key3(t, a, b, c)); t++ }

	one(0)
	one(w.Raw)
	one(w.Norm)
	two(w.Norm, m1)
	one(w.Suffix[1])
	two(w.Suffix[2], w.Kind)
	two(w.Suffix[3], w.Kind)
	two(w.Prefix[2], w.Kind)
	one(w.Shape)
	two(w.Kind, m1)
	two(w.Shape, m1)
	one(tag(i))
	two(tag(i), m1)
	three(tag(i), w.Kind, m1)
	three(tag(i-1), tag(i), tag(i+1))
	// Words around.
	one(p1.Norm)
	two(p1.Norm, m1)
	two(p1.Norm, w.Kind)
	one(p2.Norm)
	one(n1.Norm)
	two(n1.Norm, w.Kind)
	one(n2.Norm)
	two(p1.Norm, w.Norm)
	two(w.Norm, n1.Norm)
	two(p2.Norm, p1.Norm)
	two(n1.Norm, n2.Norm)
	three(p1.Norm, w.Kind, n1.Norm)
	two(p1.Shape, w.Shape)
	two(w.Shape, n1.Shape)
	three(p1.Shape, w.Shape, n1.Shape)
	two(p1.Suffix[2], w.Kind)
	two(n1.Suffix[2], w.Kind)
	two(tag(i-1), w.Kind)
	two(tag(i+1), w.Kind)
	two(tag(i+1), w.Norm)
	// Marks before.
	one(m1)
	two(m1, m2)
	three(m1, m2, w.Kind)
	two(m1, n1.Kind)
	three(m1, p1.Norm, w.Shape)
	three(m1, p1.Raw, w.Raw)
	three(m1, w.Kind, n1.Norm)
	// The nearest words that are not in capitals on either side.
	left, right := uncapped(words, i, -1), uncapped(words, i, 1)
	two(left.Norm, w.Kind)
	two(right.Norm, w.Kind)
	three(left.Norm, right.Norm, w.Kind)
	two(right.Norm, m1)
	two(w.Norm, right.Norm)
	two(left.Norm, w.Norm)
	// Lists.
	g, gp, gn := l.of(w), l.of(p1), l.of(n1)
	one(g)
	two(g, m1)
	two(g, gn)
	three(g, gn, n1.Kind)
	three(gp, g, m1)
	two(gp, w.Kind)
	two(g, p1.Norm)
	two(g, n1.Norm)
	return k
}

// uncapped returns the first word from i in a direction, at most six away, that
// has a letter and does not begin with a capital.
func uncapped(words []*word.Info, i, step int) *word.Info {
	for n := 0; n < 6; n++ {
		i += step
		if i < 0 || i >= len(words) {
			return nothing
		}
		if f := words[i].Flags; f&word.Capital == 0 {
			return words[i]
		}
	}
	return nothing
}
