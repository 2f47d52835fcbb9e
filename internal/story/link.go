package story

import (
	"cmp"
	"slices"

	entente "github.com/entente-news/entente"
)

// The types of links between stories.
const (
	Follows = "follows" // this story begins when the other ends, on the same matter
	PartOf  = "part_of" // this one is a small piece of the other, within its days
	Related = "related" // they share names and words, or a report names the other's headline
)

// Bounds of links. Likeness is that of the parts of stories, in bounds of
// joining: 1 would have made one story of the two. Names are what two stories
// share of the names in the smaller: a kind of happening (two fires, two
// elections) shares words, and only one and the same matter shares names too.
// They were set by reading the links of the sample news and of 1,678 mixed
// reports.
const (
	tiedLikeness = 0.75 // from which a story may follow, or be part of, another
	tiedNames    = 0.35
	nearLikeness = 0.45 // from which two are related
	nearNames    = 0.2
	nearScore    = 0.2  // likeness times names from which two are related
	loneScore    = 0.4  // the same for two lone reports, which are never tied: those of one county share its names
	partFactor   = 3    // how many times the reports of its part a story has
	commonName   = 0.3  // share of its reports in which a name of a story stands
	maxProfile   = 12   // reports read for the names of a story
	maxLinks     = 6    // of one story
	headlineLike = 0.45 // likeness of a headline to the story that it is taken for
)

// Links are what a story is tied to.
type Links struct {
	Story string
	Links []entente.StoryLink // Story is the other; the strongest first
}

// Links returns what stories are tied to whose reports changed since the last
// call, by their ids in order of the oldest. A link between two of them stands
// with both: with Back at the one that the other follows or is part of. Stories
// that are forgotten have none.
func (c *Clusterer) Links() []Links {
	var groups []*group
	for g := range c.touched { // order does not matter: sorted below
		if len(g.cells) > 0 && c.byStory[g.id] == g {
			groups = append(groups, g)
		}
	}
	clear(c.touched)
	c.profiles = map[*group][]name{}
	defer func() { c.profiles = nil }()
	slices.SortFunc(groups, func(a, b *group) int { return a.cells[0].seq - b.cells[0].seq })
	out := make([]Links, len(groups))
	for i, g := range groups {
		out[i] = Links{Story: g.id, Links: c.linksOf(g)}
	}
	return out
}

// Remembers reports whether a story has a document in memory.
func (c *Clusterer) Remembers(story string) bool { return c.byStory[story] != nil }

// Story returns the id of the story of a document in memory, "" for none.
func (c *Clusterer) Story(doc string) string {
	if p := c.byDoc[doc]; p != nil {
		return p.cell.group.id
	}
	return ""
}

// touch notes that the reports of g changed.
func (c *Clusterer) touch(g *group) {
	c.touched[g] = true
}

// near is a story beside another.
type near struct {
	group    *group
	bond     float64
	likeness float64
}

func (c *Clusterer) linksOf(g *group) []entente.StoryLink {
	var out []entente.StoryLink
	mine := c.whole(g)
	names := c.profile(g)
	for _, n := range c.beside(g, mine) {
		other := c.whole(n.group)
		l, ok := judge(mine, other, n.likeness, shared(names, c.profile(n.group)))
		if ok {
			l.Story = n.group.id
			out = append(out, l)
		}
	}
	return oneOfEach(out)
}

// oneOfEach keeps the strongest of what a story follows and of what it is part
// of, and makes the others related ones.
func oneOfEach(ls []entente.StoryLink) []entente.StoryLink {
	slices.SortStableFunc(ls, func(a, b entente.StoryLink) int { return cmp.Compare(b.Score, a.Score) })
	seen := map[string]bool{}
	for i := range ls {
		if l := &ls[i]; l.Type != Related && !l.Back {
			if seen[l.Type] {
				l.Type = Related
			}
			seen[l.Type] = true
		}
	}
	return ls[:min(len(ls), maxLinks)]
}

// judge says how a story of measure a is tied to one of measure b.
func judge(a, b measure, likeness, names float64) (entente.StoryLink, bool) {
	l := entente.StoryLink{Type: Related, Score: float64(likeness * names)}
	lone := a.count*b.count == 1
	if likeness < nearLikeness || names < nearNames || l.Score < nearScore || lone && l.Score < loneScore {
		return l, false
	}
	if lone || likeness < tiedLikeness || names < tiedNames || !a.from.Known() || !b.from.Known() {
		return l, true
	}
	switch {
	case within(a, b) && a.members*partFactor <= b.members:
		l.Type = PartOf
	case within(b, a) && b.members*partFactor <= a.members:
		l.Type, l.Back = PartOf, true
	case a.from > b.from && a.from >= b.to:
		l.Type = Follows
	case b.from > a.from && b.from >= a.to:
		l.Type, l.Back = Follows, true
	}
	return l, true
}

// within reports whether the days of a lie in those of b.
func within(a, b measure) bool { return a.from >= b.from && a.to <= b.to }

// beside returns the stories whose reports are most like those of g.
func (c *Clusterer) beside(g *group, mine measure) []near {
	at := map[*group]bool{}
	var out []near
	for _, x := range g.cells {
		for _, l := range x.links {
			y := l.cell
			if !at[y.group] && y.group != g {
				at[y.group] = true
				out = append(out, near{group: y.group})
			}
		}
	}
	for i := range out {
		for _, x := range g.cells {
			for _, y := range out[i].group.cells {
				out[i].bond += x.linkTo(y)
			}
		}
		out[i].likeness = likeness(mine, c.whole(out[i].group), out[i].bond)
	}
	out = slices.DeleteFunc(out, func(n near) bool { return n.likeness < nearLikeness })
	slices.SortFunc(out, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), a.group.cells[0].seq-b.group.cells[0].seq)
	})
	return out[:min(len(out), 2*maxLinks)]
}

// whole returns the measure of a story.
func (c *Clusterer) whole(g *group) measure {
	m := c.measure(g.cells[0])
	for i, x := range g.cells[1:] {
		y := c.measure(x)
		m.inner += y.inner
		for _, z := range g.cells[:i+1] {
			m.inner += float64(2 * x.linkTo(z))
		}
		m.count += y.count
		m.terms += y.terms
		m.members += y.members
		if y.from.Known() {
			if !m.from.Known() || y.from < m.from {
				m.from = y.from
			}
			m.to = max(m.to, y.to)
		}
	}
	return m
}

// name is a name of a story: the share of its reports that have it, times the
// square of its rarity.
type name struct {
	hash   uint32
	weight float64
}

// profile returns the names of a story, by hash, and remembers them until all
// links are told.
func (c *Clusterer) profile(g *group) []name {
	out, ok := c.profiles[g]
	if !ok {
		out = c.namesOf(g)
		c.profiles[g] = out
	}
	return out
}

func (c *Clusterer) namesOf(g *group) []name {
	count := map[uint32]int{}
	n := 0
	for _, x := range g.cells {
		for i := len(x.members) - 1; i >= 0 && n < maxProfile; i-- {
			p := x.members[i]
			if p.head != nil {
				continue
			}
			n++
			for _, t := range p.terms {
				if t.Kind == KindName {
					count[t.Hash]++
				}
			}
		}
	}
	out := make([]name, 0, len(count))
	for h, k := range count { // order does not matter: sorted below
		if share := float64(k) / float64(max(n, 1)); share >= commonName {
			r := c.weights.rarityOf(h)
			out = append(out, name{h, float64(share * float64(r*r))})
		}
	}
	slices.SortFunc(out, func(a, b name) int { return cmp.Compare(a.hash, b.hash) })
	return out
}

// shared returns how much of the names of the one with fewer stands in the
// other, in [0,1].
func shared(a, b []name) float64 {
	i, j, common, na, nb := 0, 0, 0.0, 0.0, 0.0
	for _, x := range a {
		na += x.weight
	}
	for _, x := range b {
		nb += x.weight
	}
	for i < len(a) && j < len(b) {
		switch {
		case a[i].hash == b[j].hash:
			common += min(a[i].weight, b[j].weight)
			i++
			j++
		case a[i].hash < b[j].hash:
			i++
		default:
			j++
		}
	}
	if least := min(na, nb); least > 0 {
		return common / least
	}
	return 0
}

// Match returns the id of the story that a headline is about, "" for none in
// memory. f are the features of a document of that title alone.
func (c *Clusterer) Match(f *Features) string {
	c.vec = c.weights.vector(f.Terms, c.vec)
	if len(c.vec) == 0 {
		return ""
	}
	found := c.candidates(c.vec, lone(f))
	if len(found) == 0 || found[0].score < headlineLike {
		return ""
	}
	return found[0].group.id
}
