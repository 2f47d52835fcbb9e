// Package train makes the weights of package nlp from annotated text: trees in
// CoNLL-U and names in IOB2 and JSON Lines. The same corpus, settings and
// architecture give the same bytes.
package train

import (
	"errors"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/lemma"
	"github.com/entente-news/entente/nlp/internal/name"
	"github.com/entente-news/entente/nlp/internal/parse"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/tag"
	"github.com/entente-news/entente/nlp/internal/word"
)

// ErrNoTrees is returned when a corpus has no sentence with a tree.
var ErrNoTrees = errors.New("the corpus has no trees")

// Corpus is what a model is trained on.
type Corpus struct {
	Trees []*conllu.Sentence
	Names []Named
	Texts []Text
	// Peoples are words that name nationalities and faiths, marked in Texts.
	Peoples map[string]bool
}

// Named is a sentence with its names.
type Named struct {
	Words []string
	Spans []Span
}

// Span is a name over words [First, Last) of a sentence.
type Span = name.Span

// Settings of training. Zero values of the numbers of weights mean: keep all.
type Settings struct {
	Seed         uint64
	SplitEpochs  int
	TagEpochs    int
	TagRuns      int
	ParseEpochs  int
	ParseRuns    int // parsers that are trained with other orders and added up
	NameEpochs   int
	NameRuns     int
	Folds        int // the parser learns from tags given by taggers that have not seen the sentence; 1: by one that has
	TagWeights   int
	ParseWeights int
	NameWeights  int
	Generated    int // sentences of our own grammar that are added
	Log          func(format string, args ...any)
}

// Default returns the settings of the released model.
func Default() Settings {
	return Settings{
		Seed: 1, SplitEpochs: 6, TagEpochs: 6, TagRuns: 3, ParseEpochs: 5, ParseRuns: 3, NameEpochs: 8, NameRuns: 3, Folds: 5,
		TagWeights: 700_000, ParseWeights: 2_000_000, NameWeights: 400_000, Generated: 1000,
		Log: func(string, ...any) {},
	}
}

// Train returns the bytes of a weight file.
func Train(c *Corpus, set Settings) ([]byte, error) {
	if set.Log == nil {
		set.Log = func(string, ...any) {}
	}
	t := &trainer{set: set, cache: map[string]*word.Info{}, file: &model.File{}}
	for _, s := range append(c.Trees[:len(c.Trees):len(c.Trees)], generated(set.Generated, set.Seed)...) {
		if s.CheckTree() == nil {
			t.trees = append(t.trees, s)
		}
	}
	if len(t.trees) == 0 {
		return nil, ErrNoTrees
	}
	segment.Train(t.file, paragraphs(c.Trees), segment.Settings{Epochs: set.SplitEpochs, Seed: set.Seed, Log: set.Log})
	if err := t.tags(); err != nil {
		return nil, err
	}
	t.lemmas()
	if err := t.parser(); err != nil {
		return nil, err
	}
	splitter, err := segment.Load(t.file)
	if err != nil {
		return nil, err
	}
	t.names(append(c.Names[:len(c.Names):len(c.Names)], named(splitter, c.Texts, c.Peoples)...))
	return t.file.Encode(), nil
}

type trainer struct {
	set     Settings
	trees   []*conllu.Sentence
	words   [][]*word.Info
	cache   map[string]*word.Info
	file    *model.File
	tagger  *tag.Model
	lemmata *lemma.Model
}

// info returns the properties of a form, remembered for the whole training.
func (t *trainer) info(form string) *word.Info {
	w := t.cache[form]
	if w == nil {
		w = word.New(form)
		t.cache[form] = w
	}
	return w
}

func (t *trainer) infos(forms []string) []*word.Info {
	out := make([]*word.Info, len(forms))
	for i, f := range forms {
		out[i] = t.info(f)
	}
	return out
}

func (t *trainer) tags() error {
	for _, s := range t.trees {
		row := make([]*word.Info, len(s.Words))
		for i := range s.Words {
			row[i] = t.info(s.Words[i].Form)
		}
		t.words = append(t.words, row)
	}
	tag.Train(t.file, t.tagExamples(-1), t.tagSettings(t.set.TagEpochs, t.set.TagRuns))
	var err error
	t.tagger, err = tag.Load(t.file)
	return err
}

func (t *trainer) tagSettings(epochs, runs int) tag.Settings {
	return tag.Settings{Epochs: epochs, Runs: runs, Seed: t.set.Seed, Weights: t.set.TagWeights, Log: t.set.Log}
}

// tagExamples returns the sentences outside of a fold.
func (t *trainer) tagExamples(fold int) []tag.Example {
	var out []tag.Example
	for k, s := range t.trees {
		if k%max(1, t.set.Folds) == fold {
			continue
		}
		e := tag.Example{Words: t.words[k]}
		for i := range s.Words {
			e.Tags = append(e.Tags, s.Words[i].UPOS+" "+s.Words[i].XPOS)
		}
		out = append(out, e)
	}
	return out
}

func (t *trainer) lemmas() {
	var examples []lemma.Example
	for k, s := range t.trees {
		for i := range s.Words {
			w := &s.Words[i]
			if w.Lemma == "_" && w.Form != "_" || w.Deprel == "goeswith" {
				continue
			}
			examples = append(examples, lemma.Example{Word: t.words[k][i], Class: t.class(w), Lemma: w.Lemma})
		}
	}
	proper := func(class uint8) bool { return t.tagger.UPOS(class).String() == "PROPN" }
	lemma.Train(t.file, examples, proper)
	m, err := lemma.Load(t.file)
	if err != nil {
		panic(err) // what was just written can be read
	}
	t.lemmata = m
}

func (t *trainer) class(w *conllu.Word) uint8 {
	return t.tagger.ClassOf(w.UPOS, w.XPOS)
}

// jackknife returns the classes of the words of all sentences, each given by a
// tagger that was trained on the other folds.
func (t *trainer) jackknife() ([][]uint8, error) {
	out := make([][]uint8, len(t.trees))
	folds := max(1, t.set.Folds)
	type result struct {
		fold int
		err  error
	}
	results := make(chan result)
	slots := make(chan struct{}, 2)
	for fold := range folds {
		go func() {
			slots <- struct{}{}
			err := t.tagFold(fold, out)
			<-slots
			results <- result{fold, err}
		}()
	}
	var err error
	for range folds {
		if r := <-results; r.err != nil {
			err = r.err
		}
	}
	return out, err
}

func (t *trainer) tagFold(fold int, out [][]uint8) error {
	m := t.tagger
	if t.set.Folds > 1 {
		f := &model.File{}
		tag.Train(f, t.tagExamples(fold), t.tagSettings(max(1, t.set.TagEpochs/2), 1))
		var err error
		if m, err = tag.Load(f); err != nil {
			return err
		}
	}
	tagger := tag.NewTagger(m)
	for k := fold; k < len(t.trees); k += max(1, t.set.Folds) {
		row := make([]uint8, len(t.words[k]))
		tagger.Tag(t.words[k], row)
		for i, c := range row {
			row[i] = t.tagger.Class(m.UPOS(c), m.XPOS(c))
		}
		out[k] = row
	}
	return nil
}

func (t *trainer) parser() error {
	classes, err := t.jackknife()
	if err != nil {
		return err
	}
	examples := make([]parse.Example, len(t.trees))
	for k, s := range t.trees {
		e := &examples[k]
		for i := range s.Words {
			c := classes[k][i]
			_, h := t.lemmata.Lemma(t.words[k][i], c)
			e.Tokens = append(e.Tokens, parse.MakeToken(t.words[k][i], h, c, t.tagger.UPOS(c)))
			e.Heads = append(e.Heads, int32(s.Words[i].Head-1)) //nolint:gosec // sentences are short
			e.Labels = append(e.Labels, s.Words[i].Deprel)
		}
	}
	parse.Train(t.file, examples, parse.Settings{
		Epochs: t.set.ParseEpochs, Runs: t.set.ParseRuns, Seed: t.set.Seed, Weights: t.set.ParseWeights, Log: t.set.Log,
	})
	return nil
}

func (t *trainer) names(named []Named) {
	tagger := tag.NewTagger(t.tagger)
	examples := make([]name.Example, len(named))
	for k, n := range named {
		e := name.Example{Words: t.infos(n.Words), Tags: make([]uint8, len(n.Words)), Names: n.Spans}
		tagger.Tag(e.Words, e.Tags)
		examples[k] = e
	}
	name.Train(t.file, examples, name.Settings{
		Epochs: t.set.NameEpochs, Runs: t.set.NameRuns, Seed: t.set.Seed, Weights: t.set.NameWeights, Log: t.set.Log, Lists: listWords(),
	})
}
