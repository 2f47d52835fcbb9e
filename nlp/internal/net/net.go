package net

import (
	"slices"

	"github.com/entente-news/entente/internal/kernel"
	"github.com/entente-news/entente/internal/model"
	"github.com/entente-news/entente/nlp/internal/word"
)

// Config is the size of a network, in the order of its section in the file.
type Config struct {
	Word, Sub  int // columns of the tables of words and of parts
	Buckets    int // rows of the table of parts, a power of two
	Hidden     int // of each direction of a recurrent layer
	Layers     int
	TagLayer   int // whose outputs the tags are read from
	Arc, Label int // columns of the scorers of heads and of relations
	Tags       int
	Labels     int
	Outer      int // columns of vectors of words that were learnt elsewhere
}

// The number of fields, and how many of them files have that know no vectors
// learnt elsewhere.
const (
	configFields = 11
	olderFields  = 10
)

func (c *Config) fields() [configFields]*int {
	return [...]*int{&c.Word, &c.Sub, &c.Buckets, &c.Hidden, &c.Layers, &c.TagLayer, &c.Arc, &c.Label, &c.Tags, &c.Labels, &c.Outer}
}

// Numbers returns the fields as they stand in a file.
func (c Config) Numbers() []uint32 {
	var out []uint32
	for _, f := range c.fields() {
		out = append(out, uint32(*f))
	}
	return out
}

// In returns the columns that the first layer reads.
func (c Config) In() int { return c.Word + c.Sub + c.Outer }

// Bounds of the fields of a Config that is read: of all, and of the numbers of
// tags and relations, which are kept in a byte.
const (
	maxSize    = 1 << 20
	maxClasses = 256
)

func loadConfig(f *model.File, name string) (c Config, err error) {
	list, err := f.Uint32s(name)
	if err != nil {
		return c, err
	}
	if len(list) != configFields && len(list) != olderFields {
		return c, model.ErrDamaged
	}
	fields := c.fields()
	for i, p := range fields[:len(list)] {
		if list[i] > maxSize {
			return c, model.ErrDamaged
		}
		*p = int(list[i])
	}
	if c.Buckets <= 0 || c.Buckets&(c.Buckets-1) != 0 || c.Layers < 1 || c.TagLayer >= c.Layers || c.Hidden%2 != 0 || c.Word+c.Sub == 0 || c.In()%2 != 0 || c.Arc%2 != 0 || c.Label%2 != 0 ||
		c.Tags == 0 || c.Tags > maxClasses || c.Labels == 0 || c.Labels > maxClasses {
		return c, model.ErrDamaged
	}
	return c, nil
}

// table is a table of vectors of 8-bit numbers with a factor for each row.
type table struct {
	cols  int
	data  []byte
	scale []uint32
}

func loadTable(f *model.File, name string, rows, cols int) (t table, err error) {
	t.cols = cols
	if t.data, err = f.Bytes(name); err != nil {
		return t, err
	}
	if t.scale, err = f.Uint32s(name + ".scale"); err != nil {
		return t, err
	}
	if len(t.scale) != rows || len(t.data) != rows*cols {
		return t, model.ErrDamaged
	}
	return t, nil
}

// add adds a row to sums, in fixed point with 8 more bits.
func (t *table) add(row int32, sums []int32) {
	scale := int32(t.scale[row])
	for j, b := range t.data[int(row)*t.cols : int(row+1)*t.cols] {
		sums[j] += int32(int8(b)) * scale
	}
}

// Network reads tags, heads and relations of words. It is read-only and may be
// shared.
type Network struct {
	Config
	vocab     *Vocabulary
	word, sub table
	outer     Vectors
	curve     *kernel.Curve
	layers    [][2]lstm
	tag       dense
	arcDep    dense
	arcHead   dense
	arc       dense
	arcRoot   []int16
	labelDep  dense
	labelHead dense
	label     dense
	groups    []uint8 // by label; a head has one dependent of each group but 0
}

// Unique says which relations a head has at most one of: those with the same
// number, by label, other than 0.
func (n *Network) Unique(groups []uint8) { n.groups = groups }

// Load returns the network whose sections begin with name. It reads outer where
// it was trained with vectors that were learnt elsewhere; then there must be some.
func Load(f *model.File, name string, outer Vectors) (*Network, error) {
	n := &Network{outer: outer}
	var err error
	if n.Config, err = loadConfig(f, name+".config"); err != nil {
		return nil, err
	}
	if n.Outer > 0 && outer == nil {
		return nil, ErrNoVectors
	}
	hashes, err := f.Uint32s(name + ".words")
	if err != nil {
		return nil, err
	}
	n.vocab = NewVocabulary(hashes, n.Buckets)
	if n.word, err = loadTable(f, name+".word", len(hashes)+1, n.Word); err != nil {
		return nil, err
	}
	if n.sub, err = loadTable(f, name+".sub", n.Buckets, n.Sub); err != nil {
		return nil, err
	}
	if n.curve, err = loadCurve(f, CurveName); err != nil {
		return nil, err
	}
	in := n.In()
	for l := range n.Layers {
		var both [2]lstm
		for d := range both {
			if both[d], err = loadLSTM(f, name+LayerName(l, d), in, n.Hidden); err != nil {
				return nil, err
			}
		}
		n.layers = append(n.layers, both)
		in = 2 * n.Hidden
	}
	for _, d := range []struct {
		to      *dense
		name    string
		out, in int
	}{
		{&n.tag, ".tag", n.Tags, in}, {&n.arcDep, ".arc.dep", n.Arc, in}, {&n.arcHead, ".arc.head", n.Arc, in}, {&n.arc, ".arc", n.Arc, n.Arc},
		{&n.labelDep, ".label.dep", n.Label, in}, {&n.labelHead, ".label.head", n.Label, in}, {&n.label, ".label", n.Labels, n.Label},
	} {
		if *d.to, err = loadDense(f, name+d.name, d.out, d.in); err != nil {
			return nil, err
		}
	}
	root, err := ints(f, name+".arc.root", n.Arc)
	if err != nil {
		return nil, err
	}
	for _, v := range root {
		n.arcRoot = append(n.arcRoot, clamp(v))
	}
	return n, nil
}

// LayerName names the sections of a direction, 0 or 1, of a recurrent layer.
func LayerName(layer, direction int) string {
	return ".lstm" + string(rune('0'+layer)) + string("fb"[direction])
}

// Batch runs a network over sentences with the memory of one worker. Begin gives
// the words, then Tags and Trees read the results of all of them.
type Batch struct {
	n      *Network
	lens   []int
	order  kernel.Order
	sorted []int        // the sentences in the order of lengths
	place  []int        // where a sentence stands in sorted
	infos  []*word.Info // by row
	forms  forms
	layer  [2]matrix
	done   int // layers that were run
	s      scratch
	dep    matrix
	head   matrix
	scores []int32
	packed kernel.Matrix
	maker  treeMaker
	tags   []int32 // scores of the tags of a word
	row    matrix
	sub    []int32
	parts  []int32
}

// NewBatch returns a batch for one goroutine.
func NewBatch(n *Network) *Batch { return &Batch{n: n} }

// Begin sets the words of the batch: sentences after each other, ends[i] the
// index behind the last word of sentence i. Forms get their vectors by the way.
func (b *Batch) Begin(words []*word.Info, ends []int) {
	b.arrange(ends)
	b.infos = grow(b.infos, b.order.Rows())
	for r, g := range b.order.Group {
		b.infos[r] = words[ends[b.sorted[g]]-b.lens[g]+int(b.order.Place[r])]
	}
	b.done = 0
}

// arrange puts sentences in the order of their lengths.
func (b *Batch) arrange(ends []int) {
	n := len(ends)
	b.lens, b.sorted, b.place = grow(b.lens, n), grow(b.sorted, n), grow(b.place, n)
	length := func(i int) int {
		if i == 0 {
			return ends[0]
		}
		return ends[i] - ends[i-1]
	}
	for i := range n {
		b.sorted[i] = i
	}
	slices.SortStableFunc(b.sorted, func(i, j int) int { return length(j) - length(i) })
	for k, i := range b.sorted {
		b.place[i] = k
		b.lens[k] = length(i)
	}
	b.order.Reset(b.lens)
}

// Resume sets the words of the batch as Begin does, for a batch whose layer of
// tags was run before: below gives its outputs for word k of sentence i, as Below
// returned them.
func (b *Batch) Resume(ends []int, below func(i, k int) []int16) {
	b.arrange(ends)
	out := b.layer[b.n.TagLayer%2].resized(b.order.Rows(), 2*b.n.Hidden)
	for r, g := range b.order.Group {
		copy(out.row(r), below(b.sorted[g], int(b.order.Place[r])))
	}
	b.layer[b.n.TagLayer%2] = out
	b.done = b.n.TagLayer + 1
}

// vector returns what the network reads of a form, remembered with it.
func (b *Batch) vector(w *word.Info) []int16 {
	if v := w.Vector(b.n); v != nil {
		return v
	}
	n := b.n
	v := make([]int16, n.In()) // once for each form that the cache keeps
	b.sub = zeros(b.sub, n.Word+n.Sub)
	n.word.add(n.vocab.Word(w), b.sub[:n.Word])
	b.parts = n.vocab.Parts(w, b.parts[:0])
	for _, p := range b.parts {
		n.sub.add(p, b.sub[n.Word:])
	}
	for j, s := range b.sub {
		v[j] = clamp((s + 1<<7) >> 8)
	}
	Read(n.outer, w, v[n.Word+n.Sub:])
	w.SetVector(n, v)
	return v
}

// run runs the layers up to the given number and returns the outputs of the
// last.
func (b *Batch) run(layers int) matrix {
	n := b.n
	for ; b.done < layers; b.done++ {
		out := b.layer[b.done%2].resized(b.order.Rows(), 2*n.Hidden)
		if b.done == 0 {
			b.forms.look(b)
		}
		for d := range 2 {
			l, p := &n.layers[b.done][d], place{out, d * n.Hidden, d == 1}
			if b.done == 0 {
				l.steps(&b.s, n.curve, &b.order, b.forms.direction(b, d), p)
			} else {
				l.run(&b.s, n.curve, &b.order, b.layer[(b.done-1)%2], p)
			}
		}
		b.layer[b.done%2] = out
	}
	return b.layer[(b.done-1)%2]
}

// Tags sets classes to the tags of the words, in the order that Begin was given.
func (b *Batch) Tags(classes []uint8) {
	n := b.n
	sums, wide := n.tag.sums(&b.s, b.run(n.TagLayer+1)), n.tag.m.Panels()
	at := 0
	for _, g := range b.place {
		for k := range b.lens[g] {
			classes[at] = n.tag.best(sums[b.order.Row(g, k)*wide:])
			at++
		}
	}
}

// Doubtful sets classes as Tags does, but that it has the scores of the tags of a
// word changed by weigh, where the best leads the best one of another group by less
// than lead. Groups are by tag; scores are in units of activations. Weigh is given
// the sentence, the word's place in it and the scores, sentence by sentence.
func (b *Batch) Doubtful(classes, groups []uint8, lead int32, weigh func(sentence, word int, scores []int32)) {
	n := b.n
	sums, wide := n.tag.sums(&b.s, b.run(n.TagLayer+1)), n.tag.m.Panels()
	b.tags = grow(b.tags, n.Config.Tags)
	at := 0
	for i, g := range b.place {
		for k := range b.lens[g] {
			row := sums[b.order.Row(g, k)*wide:]
			for c := range b.tags {
				b.tags[c] = n.tag.Value(row[c], c)
			}
			best := highest(b.tags)
			for c, v := range b.tags {
				if groups[c] != groups[best] && b.tags[best]-v < lead {
					weigh(i, k, b.tags)
					best = highest(b.tags)
					break
				}
			}
			classes[at] = uint8(best)
			at++
		}
	}
}

// highest returns the place of the highest number, the first on a tie.
func highest(list []int32) int {
	best := 0
	for i, v := range list {
		if v > list[best] {
			best = i
		}
	}
	return best
}

// Trees sets the head of each word, as a place in its sentence, -1 for the root,
// and its relation as a label; that of a root means nothing.
func (b *Batch) Trees(heads []int32, labels []uint8) {
	n := b.n
	top, rows := b.run(n.Layers), b.order.Rows()
	b.s.mixed = b.s.mixed.resized(rows, n.Arc)
	b.dep, b.head = b.dep.resized(rows, n.Arc), b.head.resized(rows, n.Arc)
	n.arcDep.values(&b.s, b.s.mixed, top, true)
	n.arc.values(&b.s, b.dep, b.s.mixed, false)
	n.arcHead.values(&b.s, b.head, top, true)
	at := 0
	for _, g := range b.place {
		b.arcs(g, heads[at:at+b.lens[g]])
		at += b.lens[g]
	}
	b.dep, b.head = b.dep.resized(rows, n.Label), b.head.resized(rows, n.Label)
	n.labelDep.values(&b.s, b.dep, top, false)
	n.labelHead.values(&b.s, b.head, top, false)
	b.relations(heads, labels)
}

// arcs finds the tree of one sentence.
func (b *Batch) arcs(g int, heads []int32) {
	n, d := b.lens[g], b.n.Arc
	if n == 0 {
		return
	}
	b.row = b.row.resized(n, d)
	for k := range n {
		copy(b.row.row(k), b.dep.row(b.order.Row(g, k)))
	}
	b.packed.Reset(n+1, d)
	b.packed.Set(0, b.n.arcRoot)
	for k := range n {
		b.packed.Set(k+1, b.head.row(b.order.Row(g, k)))
	}
	wide := b.packed.Panels()
	b.scores = zeros(b.scores, n*wide)
	b.packed.Mul(b.scores, wide, b.row.v, d, n)
	b.maker.tree(b.scores, wide, n, heads)
}

// relations labels the arcs: the outputs for a word and for its head are added
// up, and a last layer reads the sum.
func (b *Batch) relations(heads []int32, labels []uint8) {
	rows := b.order.Rows()
	b.row = b.row.resized(rows, b.n.Label)
	at := 0
	for _, g := range b.place {
		for k := range b.lens[g] {
			from, head := b.dep.row(b.order.Row(g, k)), b.head.row(b.order.Row(g, int(max(0, heads[at]))))
			to := b.row.row(at)
			for j := range to {
				v := int32(from[j]) + int32(head[j])
				if v < 0 {
					v >>= 3
				}
				to[j] = clamp(v)
			}
			at++
		}
	}
	sums, wide := b.n.label.sums(&b.s, b.row), b.n.label.m.Panels()
	for i := range rows {
		labels[i] = b.n.label.best(sums[i*wide:])
	}
	if b.n.groups == nil {
		return
	}
	at = 0
	for _, g := range b.place {
		n := b.lens[g]
		b.settle(sums[at*wide:], heads[at:at+n], labels[at:at+n])
		at += n
	}
}

// settle takes relations away from words whose head has several dependents of a
// kind that it may have one of: that with the greatest lead over other relations
// keeps it, the others get their best relation of another kind.
func (b *Batch) settle(sums []int32, heads []int32, labels []uint8) {
	groups, wide := b.n.groups, b.n.label.m.Panels()
	for i, h := range heads {
		group := groups[labels[i]]
		if h < 0 || group == 0 {
			continue
		}
		for k := i + 1; k < len(heads); k++ {
			if heads[k] != h || groups[labels[k]] != group {
				continue
			}
			first, lead := b.otherwise(sums[i*wide:], labels[i])
			second, than := b.otherwise(sums[k*wide:], labels[k])
			if lead < than {
				labels[i] = first
				break
			}
			labels[k] = second
		}
	}
}

// otherwise returns the best label outside of the group of a label, and by how
// much the label leads over it.
func (b *Batch) otherwise(sums []int32, label uint8) (other uint8, lead int32) {
	groups, d := b.n.groups, &b.n.label
	best, found := int32(0), false
	for c := range d.m.Out {
		if groups[c] == groups[label] {
			continue
		}
		if v := d.Value(sums[c], c); !found || v > best {
			other, best, found = uint8(c), v, true
		}
	}
	return other, d.Value(sums[label], int(label)) - best
}
