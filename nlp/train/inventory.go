package train

import (
	"sort"

	"github.com/entente-news/entente/nlp/conllu"
	"github.com/entente-news/entente/nlp/internal/net"
	"github.com/entente-news/entente/nlp/internal/word"
)

// inventory holds the words and classes that networks know, all of the training
// part.
type inventory struct {
	vocab  *net.Vocabulary
	hashes []uint32 // of the words that have a row of their own
	counts []int    // occurrences by row; the first is that of the unknown
	tags   []string // "UPOS XPOS"
	labels []string // relations, without root
	tagOf  map[string]int32
	labOf  map[string]int32
}

// minCount is how often a word must occur to get a row of its own.
const minCount = 2

// newInventory takes stock of sentences with trees, and of the words of others.
func newInventory(info func(string) *word.Info, trees, raw []*conllu.Sentence, buckets int) *inventory {
	v := &inventory{counts: []int{0}, tagOf: map[string]int32{}, labOf: map[string]int32{}}
	counts := map[uint32]int{}
	var order []uint32
	count := func(form string) {
		k := net.Key(info(form))
		if counts[k]++; counts[k] == minCount {
			order = append(order, k)
		}
	}
	tags, labels := map[string]bool{}, map[string]bool{}
	for _, s := range trees {
		for i := range s.Words {
			w := &s.Words[i]
			count(w.Form)
			tags[w.UPOS+" "+w.XPOS] = true
			if w.Head > 0 {
				labels[w.Deprel] = true
			}
		}
	}
	for _, s := range raw {
		for i := range s.Words {
			count(s.Words[i].Form)
		}
	}
	for _, k := range order {
		v.hashes = append(v.hashes, k)
		v.counts = append(v.counts, counts[k])
	}
	v.tags, v.tagOf = numbered(tags)
	v.labels, v.labOf = numbered(labels)
	v.vocab = net.NewVocabulary(v.hashes, buckets)
	return v
}

func numbered(set map[string]bool) ([]string, map[string]int32) {
	var list []string
	for s := range set {
		list = append(list, s)
	}
	sort.Strings(list)
	of := map[string]int32{}
	for i, s := range list {
		of[s] = int32(i)
	}
	return list, of
}

// tree returns a sentence as networks see it. Without tags or heads it is silver.
// Its words are not yet cut into parts.
func (v *inventory) tree(info func(string) *word.Info, s *conllu.Sentence) *tree {
	t := &tree{silver: s.CheckTree() != nil, parts: make([][]int32, len(s.Words))}
	for i := range s.Words {
		w := &s.Words[i]
		f := info(w.Form)
		t.forms = append(t.forms, f)
		t.rows = append(t.rows, v.vocab.Word(f))
		t.tags = append(t.tags, number(v.tagOf, w.UPOS+" "+w.XPOS))
		label := number(v.labOf, w.Deprel)
		if w.Head <= 0 {
			label = -1
		}
		t.heads, t.labels = append(t.heads, int32(w.Head-1)), append(t.labels, label)
	}
	return t
}

func number(of map[string]int32, s string) int32 {
	if n, ok := of[s]; ok {
		return n
	}
	return -1
}

// cut cuts the words of sentences into parts for a table of that many rows, which
// all networks share that work on them at one time.
func (v *inventory) cut(list []*tree, buckets int) {
	vocab := v.vocab.WithBuckets(buckets)
	for _, t := range list {
		for i, f := range t.forms {
			t.parts[i] = vocab.Parts(f, t.parts[i][:0])
		}
	}
}
