package story

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// Options bound what a [Clusterer] remembers.
type Options struct {
	WindowDays    int // days behind the stream after which documents may be forgotten
	KeepDocuments int // documents remembered whatever their age
	MaxDocuments  int // documents remembered at most
}

// Defaults returns the bounds that docs/evaluation.md measures with.
func Defaults() Options {
	return Options{WindowDays: 21, KeepDocuments: 4000, MaxDocuments: 20_000}
}

// Clusterer places documents, one after the other. It is not safe for
// concurrent use.
type Clusterer struct {
	opt      Options
	weights  weights
	queue    []*placed // in order of coming
	byDoc    map[string]*placed
	byStory  map[string]*group
	postings map[uint32][]*cell
	copies   copyIndex
	clock    clock
	seq      int
	mark     int
	adds     int
	vec      []entry
	scratch  []*cell              // of candidates
	near     []*cell              // of neighbours
	names    map[string]*cell     // by name
	restored []entente.Assignment // by an earlier run, not yet compared
	current  *placed              // the document that Add answers for
	changes  []entente.Assignment
	touched  map[*group]bool // stories whose reports changed since links were asked for
}

// New returns an empty clusterer.
func New(opt Options) *Clusterer {
	c := &Clusterer{opt: opt, byDoc: map[string]*placed{}, byStory: map[string]*group{}, names: map[string]*cell{}, postings: map[uint32][]*cell{}, clock: newClock()}
	c.touched = map[*group]bool{}
	c.weights = weights{seen: map[uint32]int32{}}
	c.copies.lists = map[uint64][]*placed{}
	return c
}

// Add places a document and remembers it. Documents come in (date, id) order;
// one without a day takes the place of the one before; a late one is placed by
// its own day. A document that is still in memory is answered as before.
func (c *Clusterer) Add(f Features) entente.Assignment {
	if p := c.byDoc[f.Doc]; p != nil {
		return p.assignment()
	}
	c.reconcile()
	return c.place(&f, "").assignment()
}

// place finds the story of a document. hint is the id of the story that an
// earlier run gave it, "" for none.
func (c *Clusterer) place(f *Features, hint string) *placed {
	p := c.take(f)
	c.current = p
	if original := c.copies.find(f); original != nil {
		c.tie(p, original)
		c.join(original.cell, p, nil)
		c.touch(p.cell.group)
		return p
	}
	found := c.candidates(p)
	var x *cell
	if len(found) > 0 && found[0].score >= strict {
		x = found[0]
	} else {
		name := storyID(f.Doc)
		if hint != "" && c.names[hint] == nil {
			name = hint // its first documents are forgotten
		}
		x = c.open(name)
	}
	c.join(x, p, found)
	c.regroup(x)
	c.condense(x.group)
	c.touch(x.group)
	return p
}

// Restore remembers a document that an earlier run has placed. It is placed
// again, as it was then when all that came before it was restored as well; where
// the answer is another, [Clusterer.Changes] tells after the next document is
// added. Documents are restored in the order in which they were added.
func (c *Clusterer) Restore(f Features, a entente.Assignment) {
	if c.byDoc[f.Doc] != nil {
		return
	}
	c.place(&f, a.Story)
	c.restored = append(c.restored, a)
}

// reconcile tells, once, where documents are that were restored to other
// places.
func (c *Clusterer) reconcile() {
	if len(c.restored) == 0 {
		return
	}
	c.changes = nil
	for _, a := range c.restored {
		if p := c.byDoc[a.Doc]; p != nil && p.assignment() != a {
			c.changes = append(c.changes, p.assignment())
		}
	}
	c.restored = nil
}

// Changes returns, and forgets, the new places of documents that earlier
// answers had placed otherwise: stories that turned out to be one or to be two,
// and copies whose original came late.
func (c *Clusterer) Changes() []entente.Assignment {
	out := c.changes
	c.changes = nil
	return out
}

// take counts a document in and lets the oldest go.
func (c *Clusterer) take(f *Features) *placed {
	p := &placed{f: f, day: c.clock.see(f.Day)}
	c.forget()
	c.weights.count(f, 1)
	c.vec = c.weights.vector(f, c.vec)
	c.queue = append(c.queue, p)
	c.byDoc[f.Doc] = p
	c.adds++
	if c.adds%4096 == 0 {
		c.sweep()
	}
	return p
}

// open makes an empty cell in a story of its own.
func (c *Clusterer) open(name string) *cell {
	x := &cell{name: name, seq: c.seq, from: entente.NoDay, to: entente.NoDay, terms: map[uint32]sum{}, links: map[*cell]float64{}}
	c.seq++
	c.names[name] = x
	c.enter(x, name)
	return x
}

// join puts p, whose vector is c.vec, into x; found are cells that are like it.
func (c *Clusterer) join(x *cell, p *placed, found []*cell) {
	p.cell = x
	x.members = append(x.members, p)
	x.words += len(p.f.Terms)
	x.stretch(p.f.Day)
	c.copies.add(p)
	if p.head != nil || len(c.vec) == 0 {
		return
	}
	for _, e := range c.vec {
		if _, ok := x.terms[e.hash]; !ok {
			c.postings[e.hash] = append(c.postings[e.hash], x)
		}
	}
	p.scale = c.vec[0].value / c.weights.raw(p.f.Terms[0])
	x.add(c.vec, 1)
	for _, y := range found {
		if y != x {
			x.link(y, y.product)
		}
	}
}

// tie makes p a copy of the earliest of the copies of original. When p itself
// is the earliest, they all become copies of p.
func (c *Clusterer) tie(p, original *placed) {
	head := original
	if head.head != nil {
		head = head.head
	}
	if p.f.Time == 0 || head.f.Time == 0 || p.f.Time >= head.f.Time {
		p.head = head
		head.copies = append(head.copies, p)
		return
	}
	p.copies = append(append([]*placed{}, head.copies...), head)
	head.copies = nil
	for _, q := range p.copies {
		q.head = p
		c.changes = append(c.changes, q.assignment())
	}
}

// Order returns the indexes of fs in the order in which documents are to be
// added: by time of publication, an undated one after the one before it in fs.
// Features keep their unknown day, which tells a Clusterer more than a guess.
func Order(fs []Features) []int {
	type key struct {
		day  entente.Day
		time int64
	}
	keys := make([]key, len(fs))
	order := make([]int, len(fs))
	last := key{day: entente.NoDay}
	for i := range fs {
		if fs[i].Day.Known() {
			last = key{fs[i].Day, fs[i].Time}
		}
		keys[i], order[i] = last, i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a].day, keys[b].day), cmp.Compare(keys[a].time, keys[b].time))
	})
	return order
}
