package story

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// Stories are made by leader clustering in one pass: a document joins the story
// whose sum of vectors is most like it, or opens one. Four things are added to
// the textbook (as in S. Miranda and others, Multilingual clustering of
// streaming news, 2018):
//
//   - The bound that a likeness must reach grows with the length of the
//     document, because two headlines on one event share fewer words than two
//     reports on it do.
//   - A document that would fit a second story as well ties the two: they
//     become one when they are alike enough as wholes.
//   - Distance in days lowers likeness; beyond the window it ends it. A late
//     document is compared by its own day, whenever it comes. Undated documents
//     are near to everything in memory.
//   - Near-copies follow their original and add nothing to its story's sum, so
//     that a flood of copies moves no centre.
//
// Memory holds the documents of the window, and at most MaxDocuments of them;
// what a document leaves behind when it goes is its place.
//
// Measured on docs/evaluation.md's sets; the settings were chosen on a plateau,
// where half or double of any one costs less than two points.

// Options are the settings of a [Clusterer]; [Defaults] gives those that were
// chosen by measurement.
type Options struct {
	WindowDays    int // days between a document and a story beyond which they do not meet
	KeepDocuments int // documents remembered whatever their age
	MaxDocuments  int // documents remembered at most

	Join        float64 // likeness to join, for a document of FullTerms or more, (0,1)
	JoinShort   float64 // the same for a document of no words
	Merge       float64 // likeness of two stories to become one, (0,1]
	MergeShort  float64
	FullTerms   int     // terms from which a document counts as long
	TitleWeight int     // a mention in the title, in mentions in the text
	NameWeight  float64 // a name, in plain words
	PairWeight  float64 // two neighbouring words, in plain words
	PriorDocs   int     // unseen documents that rarity supposes
	Decay       float64 // part of likeness lost at the end of the window, [0,1]
}

// Defaults returns the settings that docs/evaluation.md measures.
func Defaults() Options {
	return Options{WindowDays: 14, KeepDocuments: 4000, MaxDocuments: 200_000,
		Join: 0.25, JoinShort: 0.05, Merge: 0.7, MergeShort: 0.15, FullTerms: 100,
		TitleWeight: 2, NameWeight: 2, PairWeight: 0.5, PriorDocs: 200, Decay: 0.3}
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
		if r != g && !r.dead && c.weights.cosine(g, r) >= c.mergeBound(g, r) {
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

// Search bounds: what a document costs does not grow with what is in memory.
const (
	maxVisits     = 20_000 // stories looked at by shared terms
	maxCandidates = 12     // of which so many are compared in full
)

// best returns the story that p, whose vector is c.vec, belongs to, nil for
// none, and others that it would fit as well.
func (c *Clusterer) best(p *placed) (*group, []*group) {
	found := c.candidates()
	for _, g := range found {
		g.score = 0
		if n := c.weights.length(g); n > 0 {
			g.score = float64(dot(c.vec, g)/n) * c.near(g, p.f.Day)
		}
	}
	slices.SortFunc(found, func(a, b *group) int { return cmp.Or(cmp.Compare(b.score, a.score), a.seq-b.seq) })
	n := 0
	for n < len(found) && found[n].score >= c.joinBound(len(p.f.Terms)) {
		n++
	}
	if n == 0 {
		return nil, nil
	}
	return found[0], found[1:]
}

// candidates returns the stories that share most with c.vec, judged by its
// telling terms.
func (c *Clusterer) candidates() []*group {
	c.mark++
	order := slices.Clone(c.vec)
	slices.SortFunc(order, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.value*b.rarity, a.value*a.rarity), cmp.Compare(a.hash, b.hash))
	})
	all := c.scratch[:0]
	visits := 0
	for _, e := range order {
		list := c.postings[e.hash]
		if visits += len(list); visits > maxVisits {
			break
		}
		w := float64(float64(e.value*e.rarity) * e.rarity)
		for _, g := range list {
			s, ok := g.terms[e.hash]
			if g.dead || !ok {
				continue
			}
			if g.mark != c.mark {
				g.mark, g.score = c.mark, 0
				all = append(all, g)
			}
			g.score += float64(w * s)
		}
	}
	c.scratch = all
	return top(all, c.weights.length)
}

// top returns the maxCandidates groups with the greatest score by length.
func top(all []*group, length func(*group) float64) []*group {
	out := make([]*group, 0, maxCandidates+1)
	for _, g := range all {
		if n := length(g); n > 0 {
			g.score /= n
		}
		i := len(out)
		for i > 0 && (out[i-1].score < g.score || out[i-1].score == g.score && out[i-1].seq > g.seq) {
			i--
		}
		if i < maxCandidates {
			out = slices.Insert(out, i, g)
			out = out[:min(len(out), maxCandidates)]
		}
	}
	return out
}

// near is 1 for a document within the days of g and falls to 1 - Decay at the
// end of the window and 0 behind it.
func (c *Clusterer) near(g *group, d entente.Day) float64 {
	if !d.Known() || !g.from.Known() {
		return 1
	}
	gap := max(int(g.from)-int(d), int(d)-int(g.to), 0)
	if gap > c.opt.WindowDays {
		return 0
	}
	return 1 - float64(c.opt.Decay*float64(gap))/float64(c.opt.WindowDays)
}

func (c *Clusterer) joinBound(terms int) float64 { return c.bound(terms, c.opt.JoinShort, c.opt.Join) }

func (c *Clusterer) mergeBound(a, b *group) float64 {
	return c.bound(min(a.words/len(a.members), b.words/len(b.members)), c.opt.MergeShort, c.opt.Merge)
}

func (c *Clusterer) bound(terms int, short, long float64) float64 {
	if terms >= c.opt.FullTerms {
		return long
	}
	return short + float64((long-short)*float64(terms))/float64(c.opt.FullTerms)
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
