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
	names    map[string]*cell // by name
	cells    []*cell          // by id; the first is none
	spare    []int32          // ids that are not in use
	copies   copyIndex
	clock    clock
	seq      int                  // of the next cell
	restored []entente.Assignment // by an earlier run, not yet compared
	current  *placed              // the document that Add answers for
	changes  []entente.Assignment
	touched  map[*group]bool // stories whose reports changed since links were asked for

	profiles map[*group][]name // while links are told

	search   search // what follows is scratch memory
	vec, old []entry
	scratch  []*cell
	near     []*cell
	groups   []*group
	pool     []*part
	bonds    []float64
}

// New returns an empty clusterer.
func New(opt Options) *Clusterer {
	return &Clusterer{opt: opt, weights: newWeights(), byDoc: map[string]*placed{}, byStory: map[string]*group{}, names: map[string]*cell{},
		cells: make([]*cell, 1), copies: newCopyIndex(), clock: newClock(), touched: map[*group]bool{}}
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
	if original := c.copies.search(&f.Sketch, c.queue[:len(c.queue)-1]); original != nil {
		c.tie(p, original)
		c.join(original.cell, p, f.Day, nil)
		c.touch(p.cell.group)
		return p
	}
	found := c.candidates(c.vec, lone(f))
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
	c.join(x, p, f.Day, found)
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
	p := &placed{doc: f.Doc, time: f.Time, day: c.clock.see(f.Day), terms: f.Terms, sketch: f.Sketch}
	c.forget()
	c.vec = c.weights.countIn(f.Terms, c.vec)
	c.queue = append(c.queue, p)
	c.byDoc[f.Doc] = p
	return p
}

// open makes an empty cell in a story of its own.
func (c *Clusterer) open(name string) *cell {
	x := &cell{name: name, seq: c.seq, from: entente.NoDay, to: entente.NoDay}
	if n := len(c.spare); n > 0 {
		x.id = c.spare[n-1]
		c.spare = c.spare[:n-1]
		c.cells[x.id] = x
	} else {
		x.id = int32(len(c.cells)) //nolint:gosec // bounded by the documents in memory
		c.cells = append(c.cells, x)
	}
	c.seq++
	c.names[name] = x
	c.enter(x, name)
	return x
}

// join puts p, of that day and of vector c.vec, into x; found are cells that
// are like it.
func (c *Clusterer) join(x *cell, p *placed, day entente.Day, found []*cell) {
	p.cell = x
	x.members = append(x.members, p)
	x.words += len(p.terms)
	x.stretch(day)
	c.copies.add(p)
	if p.head != nil || len(c.vec) == 0 {
		return
	}
	p.scale = c.vec[0].value / c.weights.raw(p.terms[0])
	c.add(x, c.vec)
	for _, y := range found {
		if y != x {
			x.tie(y, y.product)
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
	if p.time == 0 || head.time == 0 || p.time >= head.time {
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
