package story

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// Stories are made by leader clustering in one pass: a document joins the story
// whose sum of vectors is most like it, or opens one. To the textbook are added
// (compare S. Miranda and others, Multilingual clustering of streaming news,
// 2018, who learn such terms):
//
//   - The bound that likeness must reach grows with the length of the document,
//     because two headlines on one event share fewer words than two reports on
//     it do.
//   - A document that is near to several stories may tie them: two stories that
//     are alike enough as wholes become one. A story of one or two reports
//     needs less for that than one of many, which makes good for documents that
//     came before the words of their story were known.
//   - Distance in days lowers likeness; beyond the window it ends it. A late
//     document is compared by its own day, whenever it comes. Undated documents
//     are near to everything in memory.
//   - Near-copies follow their original and add nothing to its story's sum, so
//     that a flood of copies moves no centre.
//
// Memory holds the documents of the window, and at most MaxDocuments of them.
// What a document costs is bounded by maxVisits and maxCandidates, not by what
// is in memory.

// Options are the settings of a [Clusterer]. [Defaults] gives those that were
// chosen on the development sets: one choice for long reports and headlines,
// from the middle of a plateau on which neighbours differ by less than a point
// of B-cubed F1.
type Options struct {
	WindowDays    int // days between a document and a story beyond which they do not meet
	KeepDocuments int // documents remembered whatever their age
	MaxDocuments  int // documents remembered at most

	Join       float64 // likeness to join, for a document of FullTerms or more, (0,1)
	JoinShort  float64 // the same for a document of no terms
	Merge      float64 // likeness of two stories of long reports to become one, (0,1]
	MergeShort float64 // the same for stories of documents of no terms
	Rejoin     float64 // the same for stories of SmallStory reports or fewer, in bounds of joining
	SmallStory int
	Rival      float64 // part of the bound of joining from which a story is tried for a merge
	Decay      float64 // part of likeness lost at the end of the window, [0,1]
	FullTerms  int     // terms from which a document counts as long

	TitleWeight int     // a mention in the title, in mentions in the text
	NameWeight  float64 // a name, in plain words
	PairWeight  float64 // two neighbouring words, in plain words
	PriorDocs   int     // unseen documents that rarity supposes
}

// Defaults returns the settings that docs/evaluation.md measures.
func Defaults() Options {
	return Options{
		WindowDays: 21, KeepDocuments: 4000, MaxDocuments: 200_000,
		Join: 0.2, JoinShort: 0.03, Merge: 0.7, MergeShort: 0.15, Rejoin: 1.5, SmallStory: 2, Rival: 0.7, Decay: 0.3, FullTerms: 60,
		TitleWeight: 2, NameWeight: 2, PairWeight: 1.3, PriorDocs: 30,
	}
}

// Clusterer places documents, one after the other. It is not safe for
// concurrent use.
type Clusterer struct {
	opt      Options
	weights  weights
	queue    []*placed // in order of coming
	byDoc    map[string]*placed
	byStory  map[string]*group
	postings map[uint32][]*group
	copies   copyIndex
	clock    clock
	seq      int
	mark     int
	adds     int
	vec      []entry
	scratch  []*group
	changes  []entente.Assignment
}

// New returns an empty clusterer.
func New(opt Options) *Clusterer {
	c := &Clusterer{opt: opt, byDoc: map[string]*placed{}, byStory: map[string]*group{}, postings: map[uint32][]*group{}, clock: newClock()}
	c.weights = weights{opt: &c.opt, seen: map[uint32]int32{}}
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
	p := c.take(&f)
	var rivals []*group
	var g *group
	if original := c.copies.find(&f); original != nil {
		g = original.group
		c.tie(p, original)
	} else {
		g, rivals = c.best(p)
	}
	if g == nil {
		g = c.open(storyID(f.Doc))
	}
	c.join(g, p)
	for _, r := range rivals {
		if r != g && !r.dead && float64(c.weights.cosine(g, r)*c.near(g, r.from)) >= c.mergeBound(g, r) {
			g = c.merge(g, r)
		}
	}
	return p.assignment()
}

// Restore remembers a document where an earlier run has placed it, without
// deciding anew. Documents are restored in the order in which they were added.
func (c *Clusterer) Restore(f Features, a entente.Assignment) {
	if c.byDoc[f.Doc] != nil {
		return
	}
	p := c.take(&f)
	if original := c.byDoc[a.DuplicateOf]; original != nil && a.DuplicateOf != f.Doc {
		p.head = original
		original.copies = append(original.copies, p)
	}
	g := c.byStory[a.Story]
	if g == nil {
		g = c.open(a.Story)
	}
	c.join(g, p)
}

// Changes returns, and forgets, the new places of documents that earlier
// answers had placed otherwise: stories that turned out to be one, and copies
// whose original came late.
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

func (c *Clusterer) open(id string) *group {
	g := &group{id: id, seq: c.seq, from: entente.NoDay, to: entente.NoDay, terms: map[uint32]float64{}}
	c.seq++
	c.byStory[id] = g
	return g
}

// join puts p, whose vector is c.vec, into g.
func (c *Clusterer) join(g *group, p *placed) {
	p.group = g
	g.members = append(g.members, p)
	g.words += len(p.f.Terms)
	g.stretch(p.f.Day)
	c.copies.add(p)
	if p.head != nil || len(c.vec) == 0 {
		return
	}
	for _, e := range c.vec {
		if _, ok := g.terms[e.hash]; !ok {
			c.postings[e.hash] = append(c.postings[e.hash], g)
		}
	}
	p.scale = c.vec[0].value / c.weights.raw(p.f.Terms[0])
	g.add(c.vec, 1)
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

// merge makes one story of two; the one that was opened first keeps its name.
func (c *Clusterer) merge(a, b *group) *group {
	if b.seq < a.seq {
		a, b = b, a
	}
	for _, p := range b.members {
		p.group = a
		c.changes = append(c.changes, p.assignment())
	}
	a.members = append(a.members, b.members...)
	a.words += b.words
	a.stretch(b.from)
	a.stretch(b.to)
	for h, v := range b.terms { // order does not matter: terms are apart
		old, ok := a.terms[h]
		a.terms[h] = old + v
		if !ok {
			c.postings[h] = append(c.postings[h], a)
		}
	}
	c.kill(b)
	c.weights.refresh(a)
	return a
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
