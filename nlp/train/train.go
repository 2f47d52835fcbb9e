// Package train makes the weights of package nlp from annotated text: trees in
// CoNLL-U, names in IOB2, JSON Lines and marked text, and news without marks.
// The same corpus, settings and architecture give the same bytes.
package train

import (
	"errors"
	"fmt"
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/lemma"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/segment"
	"github.com/entente-news/entente/nlp/internal/word"
)

// ErrNoTrees is returned when a corpus has no sentence with a tree.
var ErrNoTrees = errors.New("the corpus has no trees")

// Corpus is what a model is trained on.
type Corpus struct {
	Trees  []*conllu.Sentence
	Names  []Named
	Folded []Named // more names, of a list that scores are measured on by folds
	Texts  []Text
	Raw    []string // news without trees
	// Peoples are words that name nationalities and faiths, marked in the texts
	// that do not mark them by themselves.
	Peoples map[string]bool
	Lists   WellKnown
	Places  []string    // names of places, as a gazetteer has them
	Bodies  []string    // names of bodies and organisations
	Vectors net.Vectors // of words, learnt from other text; nil for none
}

// Named is a sentence with its names.
type Named struct {
	Words []string
	Spans []Span
}

// Span is a name over words [First, Last) of a sentence.
type Span struct {
	First, Last int
	Type        entente.EntityType
}

// Settings of training.
type Settings struct {
	Seed         uint64
	SplitEpochs  int
	SplitRuns    int
	SplitWeights int
	Teachers     []Shape // networks that the released ones learn from; none: from the treebanks alone
	Full, Fast   Shape
	Further      Shape // of the full network when it is trained further
	Names        NameShape
	FastNames    NameShape
	Linear       LinearShape
	NamesFurther int    // epochs of the name finders when they are trained further
	Generated    int    // sentences of our own grammar that are added
	Keep         string // folder in which what is trained on the way is kept and found again, "" for none
	Log          func(format string, args ...any)
}

// Train returns the bytes of a weight file.
func Train(c *Corpus, set Settings) ([]byte, error) {
	t := newTrainer(c, set)
	if t.gather(c); len(t.trees) == 0 {
		return nil, ErrNoTrees
	}
	segment.Train(t.file, paragraphs(c.Trees), segment.Settings{
		Epochs: set.SplitEpochs, Runs: set.SplitRuns, Seed: set.Seed, Weights: set.SplitWeights, Log: set.Log,
	})
	splitter, err := segment.Load(t.file)
	if err != nil {
		return nil, err
	}
	raw := sentences(splitter, c.Raw)
	t.inventory = newInventory(t.info, t.trees, raw, set.Full.Buckets)
	t.file.AddStrings("tags", t.inventory.tags)
	t.file.AddStrings("labels", t.inventory.labels)
	if err := t.lemmas(); err != nil {
		return nil, err
	}
	if err := t.networks(raw); err != nil {
		return nil, err
	}
	return t.finish(c, splitter)
}

// gather takes the sentences that have trees, and those of our own grammar.
func (t *trainer) gather(c *Corpus) {
	for _, s := range append(c.Trees[:len(c.Trees):len(c.Trees)], generated(t.set.Generated, t.set.Seed)...) {
		if s.CheckTree() == nil {
			t.trees = append(t.trees, s)
		}
	}
}

// Names returns the bytes of a weight file as Train makes it, with the networks
// and all else of a trained one and name finders trained anew.
func Names(c *Corpus, weights []byte, set Settings) ([]byte, error) {
	from, err := model.Decode(weights)
	if err != nil {
		return nil, err
	}
	splitter, err := segment.Load(from)
	if err != nil {
		return nil, err
	}
	t := newTrainer(c, set)
	t.file.Take(from, func(name string) bool { return !isNames(name) })
	return t.finish(c, splitter)
}

// Linear returns the bytes of a weight file with the linear model of parts of speech
// trained anew, and all else as it is in a trained one.
func Linear(c *Corpus, weights []byte, set Settings) ([]byte, error) {
	from, err := model.Decode(weights)
	if err != nil {
		return nil, err
	}
	lists, err := net.LoadLists(from)
	if err != nil {
		return nil, err
	}
	if len(c.Trees) == 0 {
		return nil, ErrNoTrees
	}
	t := newTrainer(c, set)
	t.file.Take(from, func(name string) bool { return !strings.HasPrefix(name, "linear.") })
	t.linear(c.Trees, lists)
	return t.file.Encode(), nil
}

// isNames reports whether a section is of the name finders, or of the linear model,
// which reads their lists.
func isNames(name string) bool {
	return strings.HasPrefix(name, "lists.") || strings.HasPrefix(name, "linear.") || strings.HasPrefix(name, "names.") || strings.HasPrefix(name, "fast.names.")
}

// finish trains the name finders, from those of t.from on if there is one.
func (t *trainer) finish(c *Corpus, splitter *segment.Model) ([]byte, error) {
	t.lists = c.lists()
	t.lists.Save(t.file)
	t.linear(c.Trees, t.lists)
	named := append(c.unfolded(splitter), c.Folded...)
	seed := t.set.Seed
	if t.from != nil {
		seed++ // other names in the same sentences
	}
	if err := t.names(varied(named, c.Lists, seed)); err != nil {
		return nil, err
	}
	return t.file.Encode(), nil
}

// unfolded returns all sentences for the name finders but those of c.Folded. Of
// those of the treebanks that hold no name one in three is enough.
func (c *Corpus) unfolded(splitter *segment.Model) []Named {
	var out []Named
	without := 0
	for _, n := range c.Names {
		if len(n.Spans) == 0 {
			without++
		}
		if len(n.Spans) > 0 || without%3 == 1 {
			out = append(out, n)
		}
	}
	return append(out, named(splitter, c.Texts, c.Peoples)...)
}

type trainer struct {
	set       Settings
	trees     []*conllu.Sentence
	cache     map[string]*word.Info
	file      *model.File
	inventory *inventory
	lists     *net.Lists
	vectors   net.Vectors
	from      *model.File // whose name finders are trained further, nil for none
}

func newTrainer(c *Corpus, set Settings) *trainer {
	if set.Log == nil {
		set.Log = func(string, ...any) {}
	}
	return &trainer{set: set, cache: map[string]*word.Info{}, file: &model.File{}, vectors: c.Vectors}
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

// sentences cuts raw texts into sentences of words.
func sentences(m *segment.Model, texts []string) []*conllu.Sentence {
	var out []*conllu.Sentence
	s := segment.NewSplitter(m, word.NewCache())
	for _, text := range texts {
		tokens, ends := s.Split(text)
		first := 0
		for _, end := range ends {
			c := &conllu.Sentence{}
			for _, k := range tokens[first:end] {
				c.Words = append(c.Words, conllu.Word{Form: text[k.Start:k.End], Head: -1})
			}
			out = append(out, c)
			first = end
		}
	}
	return out
}

func (t *trainer) lemmas() error {
	tags, err := net.NewTagset(t.inventory.tags)
	if err != nil {
		return err
	}
	var examples []lemma.Example
	for _, s := range t.trees {
		for i := range s.Words {
			w := &s.Words[i]
			if w.Lemma == "_" && w.Form != "_" || w.Deprel == "goeswith" {
				continue
			}
			class := uint8(t.inventory.tagOf[w.UPOS+" "+w.XPOS])
			examples = append(examples, lemma.Example{Word: t.info(w.Form), Class: class, Lemma: w.Lemma})
		}
	}
	for _, w := range irregular().Words {
		if class, ok := t.inventory.tagOf[w.UPOS+" "+w.XPOS]; ok { // a small corpus may lack the tag
			examples = append(examples, lemma.Example{Word: t.info(w.Form), Class: uint8(class), Lemma: w.Lemma})
		}
	}
	groups := make([]byte, tags.Len())
	for c := range groups {
		groups[c] = byte(tags.UPOS(uint8(c)))
	}
	lemma.Train(t.file, examples, groups)
	return nil
}

// longest is the number of words beyond which a raw sentence is left out.
const longest = 80

// networks trains the full and the fast network.
func (t *trainer) networks(raw []*conllu.Sentence) error {
	var taught []*tree // made once it is needed
	for _, n := range []struct {
		name  string
		shape Shape
	}{{"full", t.set.Full}, {"fast", t.set.Fast}} {
		c := newCore(n.shape, t.inventory, t.set.Seed)
		for _, stage := range stages(n.name, n.shape) {
			c.shape = stage.shape
			found, err := restore(t.set.Keep, stage.name, c.params)
			if err == nil && !found && taught == nil {
				taught, err = t.taught(raw)
			}
			if err == nil && !found {
				err = t.fit(stage.name, c, taught, t.set.Seed)
			}
			if err != nil {
				return err
			}
		}
		c.export(t.file, n.name, t.inventory.hashes)
	}
	return nil
}

type stage struct {
	name  string
	shape Shape
}

// stages returns how a network is trained: once, and again from a lower rate on.
func stages(name string, s Shape) []stage {
	list := []stage{{name, s}}
	if s.Polish > 0 {
		again := s
		again.Epochs, again.Rate = s.Polish, s.Rate/3
		list = append(list, stage{name + " polished", again})
	}
	return list
}

// taught returns the sentences of the treebanks and, where there are teachers,
// raw ones, with what the teachers say of them.
func (t *trainer) taught(raw []*conllu.Sentence) ([]*tree, error) {
	var gold, silver []*tree
	for _, s := range t.trees {
		gold = append(gold, t.inventory.tree(t.info, s))
	}
	var teachers []*core
	for i, shape := range t.set.Teachers {
		name, seed := fmt.Sprintf("teacher %d", i+1), t.set.Seed+100*uint64(i)
		c := newCore(shape, t.inventory, seed)
		found, err := restore(t.set.Keep, name, c.params)
		if err == nil && !found {
			err = t.fit(name, c, gold, seed)
		}
		if err != nil {
			return nil, err
		}
		teachers = append(teachers, c)
	}
	if len(teachers) == 0 {
		return gold, nil
	}
	for _, s := range raw {
		if len(s.Words) > 2 && len(s.Words) <= longest {
			silver = append(silver, t.inventory.tree(t.info, s))
		}
	}
	all := append(gold, silver...)
	t.inventory.cut(all, t.set.Teachers[0].Buckets)
	teach(teachers, all)
	t.set.Log("%d sentences of the treebanks and %d others are taught", len(gold), len(silver))
	return all, nil
}

// fit trains a network and keeps its weights.
func (t *trainer) fit(name string, c *core, list []*tree, seed uint64) error {
	t.inventory.cut(list, c.shape.Buckets)
	job[*tree]{
		params: c.params, examples: list, size: func(t *tree) int { return len(t.forms) }, run: c.step, shape: c.shape, seed: seed,
		log: func(epoch int, s sums) { t.set.Log("%s: epoch %d: %s", name, epoch, &s) },
	}.fit()
	return keep(t.set.Keep, name, c.params)
}

// names trains a name finder for each network.
func (t *trainer) names(named []Named) error {
	for _, n := range []struct {
		network, name string
		shape         NameShape
	}{{"full", "names", t.set.Names}, {"fast", "fast.names", t.set.FastNames}} {
		below, err := net.Load(t.file, n.network, t.vectors)
		if err != nil {
			return err
		}
		if err := t.trainNames(t.file, n.name, below, n.shape, named); err != nil {
			return err
		}
	}
	return nil
}
