package train

import (
	"strings"

	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/segment"
)

// Continue returns the bytes of a weight file whose full network and name finders
// are those of a trained one, trained further: they may read vectors of words
// beside their own tables, with weights of zero at first. What the network said
// before stands for the teachers. Without epochs for them, name finders stay. It
// returns ErrNoTrees for a corpus without trees.
func Continue(c *Corpus, weights []byte, set Settings) ([]byte, error) {
	from, err := model.Decode(weights)
	if err != nil {
		return nil, err
	}
	splitter, err := segment.Load(from)
	if err != nil {
		return nil, err
	}
	t := newTrainer(c, set)
	t.from = from
	if t.gather(c); len(t.trees) == 0 {
		return nil, ErrNoTrees
	}
	raw := sentences(splitter, c.Raw)
	if t.inventory, err = t.taken(from, raw); err != nil {
		return nil, err
	}
	for _, name := range from.Names() {
		if name == "full.config" {
			if err := t.further(from, raw); err != nil {
				return nil, err
			}
		}
		if !strings.HasPrefix(name, "full.") && name != "fast.curve" && (set.NamesFurther == 0 || !isNames(name)) {
			t.file.Take(from, func(n string) bool { return n == name })
		}
	}
	if set.NamesFurther == 0 {
		return t.file.Encode(), nil
	}
	return t.finish(c, splitter)
}

// further trains the full network of a file further.
func (t *trainer) further(from *model.File, raw []*conllu.Sentence) error {
	shape := t.set.Further
	if t.vectors == nil {
		shape.Outer = 0
	}
	c := newCore(shape, t.inventory, t.set.Seed)
	c.vectors = t.vectors
	if err := c.load(from, "full"); err != nil {
		return err
	}
	found, err := restore(t.set.Keep, "full further", c.params)
	if err != nil {
		return err
	}
	if !found {
		if err := t.fit("full further", c, t.taughtBy(c, raw), t.set.Seed); err != nil {
			return err
		}
	}
	c.export(t.file, "full", t.inventory.hashes)
	return nil
}

// taughtBy returns the sentences of the treebanks and raw ones with what a
// network says of them.
func (t *trainer) taughtBy(c *core, raw []*conllu.Sentence) []*tree {
	var all []*tree
	for _, s := range t.trees {
		all = append(all, t.inventory.tree(t.info, s))
	}
	for _, s := range raw {
		if len(s.Words) > 2 && len(s.Words) <= longest {
			all = append(all, t.inventory.tree(t.info, s))
		}
	}
	t.inventory.cut(all, c.shape.Buckets)
	teach([]*core{c}, all)
	t.set.Log("%d sentences are taught", len(all))
	return all
}

// taken returns the inventory of a trained file, with the counts of the corpus.
func (t *trainer) taken(from *model.File, raw []*conllu.Sentence) (*inventory, error) {
	hashes, err := from.Uint32s("full.words")
	if err != nil {
		return nil, err
	}
	v := newInventory(t.info, t.trees, raw, t.set.Further.Buckets)
	counts := make([]int, len(hashes)+1)
	known := v.counts
	old := v.vocab
	v.hashes, v.vocab = hashes, net.NewVocabulary(hashes, t.set.Further.Buckets)
	for i, h := range hashes {
		if r := old.Row(h); r != net.UnknownRow {
			counts[i+1] = known[r]
		} else {
			counts[i+1] = minCount
		}
	}
	v.counts = counts
	for _, list := range []struct {
		name string
		to   *[]string
		of   *map[string]int32
	}{{"tags", &v.tags, &v.tagOf}, {"labels", &v.labels, &v.labOf}} {
		if *list.to, err = from.Strings(list.name); err != nil {
			return nil, err
		}
		*list.of = map[string]int32{}
		for i, s := range *list.to {
			(*list.of)[s] = int32(i) //nolint:gosec // few
		}
	}
	return v, nil
}
